"""A reading in few bytes: kept with each page of a website, so that it can be cut anew without fetching it again."""

import json
import zlib

from deskbell.knowledge.reading.blocks import Block, Kind, Reading


def packed(reading: Reading) -> bytes:
    """Warnings are for the moment of reading and are not kept."""
    blocks = [[list(block.path), block.kind.value, list(block.lines)] for block in reading.blocks]
    return zlib.compress(json.dumps([reading.title, blocks], ensure_ascii=False).encode())


def unpacked(content: bytes) -> Reading:
    """The reading that was packed."""
    title, blocks = json.loads(zlib.decompress(content))
    return Reading(title, tuple(Block(tuple(path), Kind(kind), tuple(lines)) for path, kind, lines in blocks))
