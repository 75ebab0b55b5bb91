"""The archive that an Office file is: what kind it holds, and whether it is safe to unpack."""

import struct
import zipfile
import zlib
from io import BytesIO

from deskbell.knowledge.reading.blocks import Unreadable

MOST_UNPACKED = 200 * 1024 * 1024
MOST_XML = 80 * 1024 * 1024
# What the libraries raise, here and there, when a file is not what it says it is.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, LookupError, ValueError, AttributeError, TypeError,
    ArithmeticError, NotImplementedError, EOFError, OSError,
)  # fmt: skip
_MOST_PARTS = 20_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_DAMAGED = "This file is damaged. Open it where it was made, save it again, and add the copy."


def is_old_or_locked(content: bytes) -> bool:
    """Files of Office before 2007, and newer ones under a password, begin like this."""
    return content.startswith(_OLE)


def kind_of(content: bytes) -> str | None:
    """docx, xlsx or pptx; None for any other archive. Refuses what would unpack to more than anybody can read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except DAMAGE as error:
        raise Unreadable(_DAMAGED) from error
    _refuse_bombs(entries)
    return next((_PARTS[entry.filename] for entry in entries if entry.filename in _PARTS), None)


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    """A few kilobytes can unpack to gigabytes: the archive's own table says so beforehand."""
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("This file is password-protected. Save a copy without the password and add that.")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unreadable("This file unpacks to more than 200 MB. Save it without its pictures.")
    if xml > MOST_XML or len(entries) > _MOST_PARTS:
        raise Unreadable("This file unpacks to more text than Deskbell reads at once. Split it into parts.")
