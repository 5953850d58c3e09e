"""The facts that were recorded, append-only, and the views of them."""
