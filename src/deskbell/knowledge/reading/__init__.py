"""From the bytes of a file to one structured form. Start with `read`; `blocks.py` says what comes out."""

from deskbell.knowledge.reading.blocks import Block, Kind, Reading, Unreadable
from deskbell.knowledge.reading.formats import read

__all__ = ["Block", "Kind", "Reading", "Unreadable", "read"]
