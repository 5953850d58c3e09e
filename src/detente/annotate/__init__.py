"""Documents to annotated documents; the only package that touches the language library."""
