"""Process profiles: what is known of a peace process beforehand, as data."""

from detente.processes.loader import builtin_names, copy_profile, load_process
from detente.processes.names import ambiguous_names

__all__ = ["ambiguous_names", "builtin_names", "copy_profile", "load_process"]
