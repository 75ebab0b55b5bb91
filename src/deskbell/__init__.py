"""Deskbell: an AI agent that answers from a company's own content, and rings for a person."""

import os

__version__ = "0.1.0"

# Before numpy is loaded: the matrices of one question are small, and threads that wait for the next keep every core busy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
