"""Writes: one function per verb, grouped by who does it. Each records its events."""
