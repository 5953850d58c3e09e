"""Bytes to documents, or to a rejection that says why not."""
