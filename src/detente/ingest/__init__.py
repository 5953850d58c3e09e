"""Files, folders, archives and web pages -> documents, or why there are none."""

from detente.ingest.inputs import Input, find_inputs
from detente.ingest.reading import read_input

__all__ = ["Input", "find_inputs", "read_input"]
