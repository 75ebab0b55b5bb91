"""The set-up check: the whole story, from a question to a closed conversation, run by a visitor of our own."""
