"""The stages in their order: what `detente add` and a rebuild run."""
