"""A file that goes wrong ends its own process, never the worker, and its owner is told."""

import sys

import pytest

from deskbell.knowledge.client.reader import COMMAND, Reader
from deskbell.knowledge.reading import Unreadable, read


async def test_a_file_read_apart_is_read_as_it_would_be_here(reader: Reader):
    page = b"# Hours\n\nOpen \xe2\x80\x93 daily.\n\n- a\n- b\n"
    assert await reader.read(page, "hours.md") == read(page, "hours.md")


async def test_a_sentence_comes_back_from_the_other_process(reader: Reader):
    with pytest.raises(Unreadable) as refused:
        await reader.read(b"", "empty.md")
    assert refused.value.sentence == "This page is empty: no text was found in it."


@pytest.mark.parametrize(
    ("program", "begins"),
    [
        ("import os; os.kill(os.getpid(), 9)", "Reading this file takes too much"),
        ("import time; time.sleep(60)", "Reading this file takes too much"),
        ("raise ValueError", "This file could not be understood"),
    ],
)
async def test_a_process_that_dies_or_hangs_becomes_a_sentence(program: str, begins: str):
    reader = Reader([sys.executable, "-c", program], wall_seconds=0.5)
    with pytest.raises(Unreadable) as refused:
        await reader.read(b"x", "a.txt")
    assert refused.value.sentence.startswith(begins)


async def test_a_bomb_ends_with_a_sentence_and_the_next_file_is_read():
    reader = Reader([*COMMAND[:-1], "1"])
    with pytest.raises(Unreadable) as refused:
        await reader.read(b"<div>" * 4_000_000, "bomb.html")
    assert refused.value.sentence.startswith("Reading this file takes too much")
    assert (await reader.read(b"Fine.", "fine.txt")).words == 1
    await reader.close()
