"""The record in the browser: pages that the server writes, each with a JSON and a CSV twin."""
