"""The evaluation: what the reading is worth on our own cases, on gold records and on public data."""
