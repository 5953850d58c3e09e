"""The nouns of détente: frozen, typed, and made of the standard library only."""
