"""Deskbell: an AI agent that answers from a company's own content, and rings for a person."""

__version__ = "0.1.0"
