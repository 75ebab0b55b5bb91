"""Files of the web app as they travel: gzipped once per file and process, for every browser that takes it (all do)."""

import gzip
from functools import lru_cache
from pathlib import Path

from starlette.responses import Response

PACKED_ENDINGS = frozenset({".js", ".css", ".html", ".svg", ".json", ".map"})
SMALLEST = 1024  # below, a header costs more than it saves


def packed(path: Path, accept_encoding: str, media_type: str | None) -> Response | None:
    """The gzipped file, or None where it is to be sent as it is (fonts are packed already)."""
    if path.suffix not in PACKED_ENDINGS or "gzip" not in accept_encoding or not path.is_file():
        return None
    state = path.stat()
    if state.st_size < SMALLEST:
        return None
    headers = {"content-encoding": "gzip", "vary": "accept-encoding"}
    return Response(_gzipped(path, state.st_mtime_ns), media_type=media_type, headers=headers)


@lru_cache(maxsize=256)
def _gzipped(path: Path, changed_at: int) -> bytes:
    del changed_at  # a rebuilt file is another entry
    return gzip.compress(path.read_bytes(), 9, mtime=0)
