"""Entries, documents and events as files that others read."""
