"""Texts compared by their plain words: without case, accents and punctuation."""

import re
import unicodedata

# Scripts that put no spaces between words: a phrase is looked for anywhere in the text.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def phrase_in(phrase: str, text: str) -> bool:
    """Whether the words of `phrase` stand next to each other in `text`. A phrase without words is in no text."""
    wanted, said = plain_words(phrase), plain_words(text)
    if not wanted:
        return False
    if UNSPACED.search(wanted):
        return wanted in said
    return f" {wanted} " in f" {said} "


def plain_words(text: str) -> str:
    """The words of a text, lower case, without accents, one space between them: “Médico, ya!” → `medico ya`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", letters))
