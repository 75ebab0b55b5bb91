"""Files that were cut, overwritten or mixed up end with a reading or a sentence, never with anything else."""

import random
from collections.abc import Iterator

import pytest

from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.reading import Reading, Unreadable
from tests.knowledge.reading.made import Pages, document, saved, slides, workbook

MARKDOWN = b"# Hours\n\n| Day | Opens |\n|---|---|\n| Monday | 8:00 |\n\n- [a](b)\n\n<details><summary>Q</summary>A</details>\n"
HTML = b"<html><body><main><h1>A</h1><table><tr><th>B<th>C<tr><td rowspan=2>D<td>E<tr><td>F</table><ul><li>G</ul></main>"


def originals() -> dict[str, bytes]:
    words = document()
    words.add_heading("Billing", level=1)
    words.add_table(rows=2, cols=2).cell(0, 0).text = "Visit"
    return {
        "a.pdf": Pages().write(60, 60, "Billing", size=20).write(60, 90, "It costs $25.").saved(),
        "a.docx": saved(words),
        "a.xlsx": saved(workbook(Prices=[["Visit", "Price", "Length"], ["First", 80, 40]])),
        "a.pptx": saved(slides(notes="Free.")),
        "a.csv": b'question,answer\n"A?","B\nC"\n',
        "a.md": MARKDOWN,
        "a.html": HTML,
    }


def mutated(content: bytes, by: random.Random) -> bytes:
    """Cut off, bytes overwritten, a stretch repeated, or a stretch gone."""
    at, end = sorted((by.randrange(len(content)), by.randrange(len(content))))
    match by.randrange(4):
        case 0:
            return content[:end]
        case 1:
            changed = bytearray(content)
            for _ in range(by.randint(1, 30)):
                changed[by.randrange(len(content))] = by.randrange(256)
            return bytes(changed)
        case 2:
            return content[:end] + content[at:end] * by.randint(1, 20) + content[end:]
        case _:
            return content[:at] + content[end:]


def broken_files(rounds: int) -> Iterator[tuple[str, bytes]]:
    by = random.Random(7)
    given = originals()
    for _ in range(rounds):
        for name, content in given.items():
            other = by.choice([name, name, name, *given])
            yield other, mutated(content, by)


async def outcome(reader: Reader, name: str, content: bytes) -> str:
    """How reading it ended, in a word. Anything but a reading or a sentence raises."""
    try:
        found = await reader.read(content, name)
    except Unreadable as unreadable:
        return "a sentence" if unreadable.sentence.endswith(".") else unreadable.sentence
    return "a reading" if isinstance(found, Reading) else "nothing"


async def test_a_broken_file_ends_with_a_reading_or_a_sentence(reader: Reader):
    ended = [await outcome(reader, name, content) for name, content in broken_files(8)]
    assert {*ended} == {"a reading", "a sentence"}


async def test_the_reader_is_alive_after_all_of_them(reader: Reader):
    assert (await reader.read(b"Fine.", "fine.txt")).words == 1


@pytest.mark.campaign
async def test_hundreds_of_broken_files_end_with_a_reading_or_a_sentence(reader: Reader):
    ended = [await outcome(reader, name, content) for name, content in broken_files(150)]
    assert {*ended} == {"a reading", "a sentence"}
