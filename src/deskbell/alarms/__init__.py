"""The alarm of an emergency that nobody has answered for: a ladder of people and places to call, each step once."""
