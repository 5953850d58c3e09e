"""Dates as news write them: found, and resolved with their precision."""
