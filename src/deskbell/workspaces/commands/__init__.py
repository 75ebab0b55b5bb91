"""Writes of the slice, by what they change: setup, signing_in, membership, inviting, accepting."""
