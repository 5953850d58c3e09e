"""Process profiles: what is known of a peace process beforehand, as data."""
