"""One sentence against the passages it cites. What needs the embedding model comes in as numbers."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskbell.answering.generative.verify.belonging import another_channel, belongs_elsewhere, told_of_another
from deskbell.answering.generative.verify.bounds import on_the_other_side
from deskbell.answering.generative.verify.clauses import is_case, nearest_clauses, parts_of
from deskbell.answering.generative.verify.facts import Kind, facts_of, known_in, speaks_of_prices, stands
from deskbell.answering.generative.verify.forbidden import forbidden_in, quotes_instructions, repeats_itself
from deskbell.answering.generative.verify.names import unknown_names
from deskbell.answering.generative.verify.polarity import denials_in, turned_around
from deskbell.answering.generative.verify.problems import Problem
from deskbell.answering.generative.verify.sentences import (
    cited_in,
    in_another_script,
    in_the_passages_words,
    is_polite,
    language_of,
    without_marks,
)
from deskbell.answering.generative.verify.stretches import (
    in_one_row,
    share,
    stands_nearby,
    units_of,
)
from deskbell.knowledge.finding.ranking import Found

# Chosen on evals/sets/verify_dev.toml and verify_test.toml; the first runs of the other sets are in evals/README.md.
ENOUGH_SAID = 0.5
ENOUGH_NEAR = 0.5
MUCH_SAID = 0.8
LITTLE_SAID, VERY_NEAR = 0.25, 0.65  # in words of its own
MOSTLY = 0.67
MOST_UNITS = 60
_OF_A_CASE = re.compile(
    r"\b(?:until|once|after|before|when|if) we (?:have|had)\b", re.IGNORECASE
)  # no deed was done
_PROBLEM_OF: dict[Kind, Problem] = {
    Kind.LINK: Problem.LINK,
    Kind.EMAIL: Problem.CONTACT,
    Kind.PHONE: Problem.CONTACT,
}


@dataclass(frozen=True)
class Told:
    """What the model was told besides the passages: its instructions, and the names that are nobody's secret."""

    instructions: str = ""
    canary: str = ""
    own_names: str = ""


@dataclass(frozen=True)
class Weighed:
    """`near`: the cosine of the sentence with its nearest stretch of the cited passages; None when it was not measured."""

    near: float | None = None


@dataclass(frozen=True)
class Checked:
    """A sentence that may be shown. `support` 0 … 1: how much of it its passages carry; 1 when it states nothing."""

    text: str
    cited: tuple[int, ...]
    support: float


Verdict = Checked | Problem


def check(
    sentence: str, passages: Sequence[Found], told: Told | None = None, weighed: Weighed | None = None
) -> Verdict:
    """The sentence with what supports it, or the reason why it must not be shown."""
    told, weighed = told or Told(), weighed or Weighed()
    plain, cited = without_marks(sentence), cited_in(sentence)
    if any(not 1 <= number <= len(passages) for number in cited):
        return Problem.NO_SUCH_CITATION
    source = "\n".join(_whole(passages[number - 1]) for number in cited)
    shown = _never_said(plain, source, told, passages)
    if shown is not None:
        return shown
    states = bool(facts_of(plain)) or not is_polite(plain)
    if not states:
        return Checked(plain, cited, 1.0)
    if not cited:
        return _announces(plain, passages)
    return _supported(sentence, plain, cited, source, told, weighed)


def texts_to_weigh(sentence: str, passages: Sequence[Found]) -> list[str]:
    """First the sentence in the words of its passage, then the stretches of the cited passages to compare it with."""
    cited = [number for number in cited_in(sentence) if 1 <= number <= len(passages)]
    if not cited:
        return []
    units = [unit for number in cited for unit in units_of(_whole(passages[number - 1]))][:MOST_UNITS]
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(units)]
    return [in_the_passages_words(sentence) or without_marks(sentence), *units, *pairs]


def _never_said(plain: str, source: str, told: Told, passages: Sequence[Found]) -> Problem | None:
    known = " ".join(_whole(passage) for passage in passages)
    if told.canary and told.canary.lower() in plain.lower():
        return Problem.LEAK
    if told.instructions and quotes_instructions(plain, told.instructions, known):
        return Problem.LEAK
    if repeats_itself(plain):
        return Problem.GARBLED
    problem = forbidden_in(_OF_A_CASE.sub(" ", plain))
    if problem is Problem.PROMISE and _is_the_companys_own(plain, source, problem):
        return None
    if (
        problem is Problem.CLAIMS_DONE
        and _conditional(plain)
        and _is_the_companys_own(plain, source, problem)
    ):
        return None
    return problem


def _is_the_companys_own(plain: str, source: str, problem: Problem) -> bool:
    """The page itself says so, in nearly these words, and nobody says "I": "We call you back within a day." """
    if re.search(r"\bI\b|\bI['’]", plain):
        return False
    return any(forbidden_in(unit) is problem and share(plain, unit) >= MUCH_SAID for unit in units_of(source))


def _conditional(plain: str) -> bool:
    return bool(re.search(r"\b(?:once|when|if|after|until|unless|whenever|cuando|si|hasta)\b", plain, re.I))


def _announces(plain: str, passages: Sequence[Found]) -> Verdict:
    """ "You can pay in three ways:" needs no source of its own when it says nothing that the passages do not."""
    known = " ".join(_whole(passage) for passage in passages)
    if plain.endswith(":") and not facts_of(plain) and share(plain, known) >= ENOUGH_SAID:
        return Checked(plain, (), 1.0)
    return Problem.UNCITED


def _supported(
    sentence: str, plain: str, cited: tuple[int, ...], source: str, told: Told, weighed: Weighed
) -> Verdict:
    pivot = in_the_passages_words(sentence)
    if pivot is None and (in_another_script(plain, source) or language_of(plain) != language_of(source)):
        return Problem.LANGUAGE
    words = pivot or plain
    problem = forbidden_in(words) if pivot else None
    for text in {plain, words}:
        problem = problem or _wrong_fact(text, source) or _wrong_name(text, source, told, pivot)
    problem = problem or _otherwise(words, source)
    if problem is not None:
        return problem
    said = share(words, source)
    if not _enough(said, weighed.near):
        return Problem.UNSUPPORTED
    near = said if weighed.near is None else max(weighed.near, 0.0)
    return Checked(plain, cited, min(1.0, max(said, near)))


def _otherwise(words: str, source: str) -> Problem | None:
    """How it says other than its source what both speak of."""
    for part in parts_of(words):
        if not is_case(part, source) and (turned := _turned(part, words, source)):
            return turned
        if on_the_other_side(part, source):
            return Problem.NUMBER
        if belongs_elsewhere(part, source):
            return Problem.MIXED
    if told_of_another(words, source):
        return Problem.MIXED
    return Problem.UNSUPPORTED if another_channel(words, source) else None


def _turned(part: str, whole: str, source: str) -> Problem | None:
    """Against the nearest clauses. A sentence that says nearly all of a line, and denies as often, denies the same in other words."""
    problem = turned_around(part, nearest_clauses(part, source))
    if problem is not Problem.NEGATION or not denials_in(whole):
        return problem
    said_again = any(
        share(whole, line) >= MOSTLY
        and share(line, whole) >= MOSTLY
        and denials_in(whole) == denials_in(line)
        for line in units_of(source)
    )
    return None if said_again else problem


def _enough(said: float, near: float | None) -> bool:
    if near is None:
        return said >= ENOUGH_SAID
    return (
        said >= MUCH_SAID
        or (said >= ENOUGH_SAID and near >= ENOUGH_NEAR)
        or (said >= LITTLE_SAID and near >= VERY_NEAR)
    )


def _wrong_fact(text: str, source: str) -> Problem | None:
    known, sold_here = known_in(source), speaks_of_prices(source)
    facts = facts_of(text)
    for fact in facts:
        if not stands(fact, known, sold_here=sold_here) or not stands_nearby(fact, text, source):
            return _PROBLEM_OF.get(fact.kind, Problem.NUMBER)
    return None if in_one_row(facts, text, source) else Problem.NUMBER


def _wrong_name(text: str, source: str, told: Told, pivot: str | None) -> Problem | None:
    return Problem.NAME if unknown_names(text, f"{source} {told.own_names} {pivot or ''}") else None


def _whole(passage: Found) -> str:
    return f"{passage.path or passage.title}\n{passage.text}"
