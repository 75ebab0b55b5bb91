"""Cutting what a model writes into sentences, as it arrives, and taking the marks out that are not for reading."""

import re

CITATION = re.compile(r"\[(\d{1,3})\]")
MARK = re.compile(r"\s*\[\d{1,3}\]")  # with the space before it: "Friday [1]." reads "Friday."
IN_THE_PASSAGES_WORDS = re.compile(r"\s*\{\{(.*?)\}\}", re.DOTALL)
_ABBREVIATED = r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\bSr\.)(?<!\bMrs\.)(?<!\bSra\.)(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b[ap]\.m\.)(?<!\bNo\.)"
_END = re.compile(rf"(?:(?<=[.!?\]}}]){_ABBREVIATED}\s+(?=[A-Z\dÁÉÍÓÚÑ•*¿¡\-\"“<!]))|\n+")


def sentences_of(text: str) -> list[str]:
    """Whole sentences and list lines, citations included. What is not finished yet stays in the last piece."""
    return [piece for piece in _END.split(text) if piece and piece.strip()]


def without_marks(sentence: str) -> str:
    """What a visitor reads of it."""
    return MARK.sub("", IN_THE_PASSAGES_WORDS.sub("", sentence)).strip()


def in_the_passages_words(sentence: str) -> str | None:
    """The same sentence in the language of its passage, when the model wrote it along."""
    said = IN_THE_PASSAGES_WORDS.search(sentence)
    return said[1].strip() if said and said[1].strip() else None


def cited_in(sentence: str) -> tuple[int, ...]:
    """The numbers of the passages, each once, in order."""
    return tuple(dict.fromkeys(int(number) for number in CITATION.findall(sentence)))
