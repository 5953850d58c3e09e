"""Annotated documents to entries, one module for each kind."""
