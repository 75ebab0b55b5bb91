"""How passages are found again: words, meaning, and how the two are weighed. Pure."""
