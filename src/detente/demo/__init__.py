"""The dispatches of the demo."""
