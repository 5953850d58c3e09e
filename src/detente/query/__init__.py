"""One function for each question that a user asks."""
