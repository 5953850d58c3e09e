"""Keep the record of a peace process from the news about it."""
