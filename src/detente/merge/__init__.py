"""Reports of several documents to events."""
