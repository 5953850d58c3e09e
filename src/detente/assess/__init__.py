"""Events to the state of each track as of a day."""
