"""What a question takes for granted, held against a passage: the passage says so, says otherwise, or says nothing of it. By words
and hard facts, sentence by sentence. Pure.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from deskbell.answering.generative.verify.clauses import parts_of
from deskbell.answering.generative.verify.polarity import denials_in
from deskbell.answering.verbatim.premises.facts import HardFacts, hard_facts
from deskbell.answering.verbatim.premises.opposites import contradicts, with_opposites
from deskbell.answering.verbatim.premises.presupposed import Premise
from deskbell.answering.verbatim.quoting import Unit, groups_of
from deskbell.answering.verbatim.wanted import asks_yes_or_no
from deskbell.knowledge.finding.terms import stems
from deskbell.knowledge.reading.blocks import SEPARATOR

SAME_TOPIC = (
    0.6  # share of the claim's other words that a sentence with the facts says, its heading's included
)
SAME_CLAIM = 0.75  # the same of all its words, where only a denial tells the two apart
SAME_QUESTION = 0.8  # and of the heading with the first sentence, where that is "Yes" or "No" …
LIKE_QUESTION = 0.5  # … and of the heading alone
_ANSWER = re.compile(r"^(?:- )?(?P<answer>yes|no)\b", re.IGNORECASE)
_OF_FACTS = frozenset(
    stems(
        """free charge charged charges fee fees cost costs pay paid price priced expensive money dollars minute minutes hour hours day
        days week weeks month months year years same working business monday tuesday wednesday thursday friday saturday
        sunday pm am take takes last lasts only"""
    )
)
_ASIDE = re.compile(r"\s*\([^()]*\)")  # "(… that aren't …)" denies nothing of its sentence
_SMALL = re.compile(r"\b(?:\w+n't|cannot|never|nobody)\b|'(?:re|m|ve|ll|d)\b", re.IGNORECASE)
_NUMERAL = re.compile(r"\d")


class Verdict(StrEnum):
    """What a passage makes of a claim."""

    SAID = "said"
    OTHERWISE = "otherwise"
    UNSAID = "unsaid"


@dataclass(frozen=True)
class Held:
    """`place`: the unit of the passage that says so or otherwise."""

    verdict: Verdict
    place: int = 0


@dataclass(frozen=True)
class _Claim:
    words: frozenset[str]
    topic: frozenset[str]  # without the words of its hard facts
    facts: HardFacts
    denied: bool
    whole: bool


@dataclass(frozen=True)
class _Told:
    """One unit of a passage with the line that announces it. `words` are its own, `about` those of its heading too."""

    place: int
    text: str
    words: frozenset[str]
    about: frozenset[str]
    facts: HardFacts


def held_against(premise: Premise, path: str, units: Sequence[Unit]) -> Held:
    """The verdict of one passage; the first unit that says so decides over those that say otherwise."""
    claim = _claim_of(premise)
    heading = path.rpartition(SEPARATOR)[2]
    answered = _by_the_answer(claim, heading, units) if claim.whole else None
    if answered is not None:
        return answered
    held = list(_by_units(claim, heading, units))
    said = [one for one in held if one.verdict is Verdict.SAID]
    return next(iter(said or held), Held(Verdict.UNSAID))


def speaks_of_nothing_else(premise: Premise, path: str) -> bool:
    """ "How much does a visit cost?" for a claim about what a visit costs: the place to look, whatever else was found."""
    claim = _claim_of(premise)
    heading = frozenset(stems(path.rpartition(SEPARATOR)[2]))
    return any((claim.facts.money, claim.facts.free)) and claim.topic == heading - _OF_FACTS


def states_hard_facts(premise: Premise) -> bool:
    """Whether there is something to miss: an amount, a span, a time, a day, "free"."""
    return any(_kinds(hard_facts(premise.text)))


def _claim_of(premise: Premise) -> _Claim:
    words = frozenset(stems(_SMALL.sub(" ", premise.text)))
    topic = frozenset(word for word in words - _OF_FACTS if not _NUMERAL.match(word))
    return _Claim(
        words, topic or words, hard_facts(premise.text), denials_in(premise.text) % 2 == 1, premise.whole
    )


def _by_the_answer(claim: _Claim, heading: str, units: Sequence[Unit]) -> Held | None:
    """ "Do you take Medicare? No." """
    answer = _ANSWER.match(units[0].text)
    asked = frozenset(stems(heading))
    if answer is None or not asks_yes_or_no(heading) or _share(claim.words, asked) < LIKE_QUESTION:
        return None
    if _share(claim.words, asked | frozenset(stems(units[0].text))) < SAME_QUESTION:
        return None
    if contradicts(claim.words, asked):
        return None
    agrees = (answer["answer"].lower() == "yes") != (denials_in(heading) % 2 == 1)
    return Held(Verdict.SAID if agrees != claim.denied else Verdict.OTHERWISE)


def _by_units(claim: _Claim, heading: str, units: Sequence[Unit]) -> Iterator[Held]:
    told = _told(heading, units)
    named = frozenset(day for one in told for day in one.facts.days)
    for one in _nearest(claim, told):
        verdict = _by_facts(claim.facts, one.facts, named)
        if verdict is None and claim.whole:
            verdict = _by_denial(claim, one)
        if verdict is not None:
            yield Held(verdict, one.place)


def _nearest(claim: _Claim, told: Sequence[_Told]) -> list[_Told]:
    """Those that are about most of the claim: of a price list, the row."""
    shares = [(_share(claim.topic, one.about) + _share(claim.topic, one.words), one) for one in told]
    enough = [(share, one) for share, one in shares if _share(claim.topic, one.about) >= SAME_TOPIC]
    best = max((share for share, _ in enough), default=0.0)
    return [one for share, one in enough if share >= best - 0.01]


def _told(heading: str, units: Sequence[Unit]) -> list[_Told]:
    above = with_opposites(stems(heading))
    told: list[_Told] = []
    for group in groups_of(units):
        first = units[group.start]
        for place in group:
            announced = f"{first.text} " if place != group.start and first.announces else ""
            text = f"{announced}{units[place].text.removeprefix('- ')}"
            words = with_opposites(stems(text))
            told.append(_Told(place, text, words, words | above, hard_facts(units[place].text)))
    return told


def _by_facts(claimed: HardFacts, told: HardFacts, named: Set[str]) -> Verdict | None:
    """None where the sentence has nothing of what is claimed."""
    return next((verdict for verdict in _compared(claimed, told, named) if verdict is not None), None)


def _compared(claimed: HardFacts, told: HardFacts, named: Set[str]) -> Iterator[Verdict | None]:
    if claimed.money:
        yield _same(bool(claimed.money & told.money)) if told.money or told.free else None
    elif claimed.free:
        yield _same(told.free) if told.free or told.charged else None
    elif claimed.charged:
        yield _same(not told.free) if told.free or told.money else None
    if claimed.spans and told.spans:
        yield _same(all(_within(span, told.spans) for span in claimed.spans))
    if claimed.times and told.times:
        yield _same(bool(claimed.times & told.times))
    if claimed.days and told.days and not claimed.days & named:
        yield Verdict.OTHERWISE


def _by_denial(claim: _Claim, told: _Told) -> Verdict | None:
    """Where facts tell nothing: the clause that says the same words says them as they are claimed, or denies them."""
    if claim.facts.days and not claim.facts.days <= told.facts.days:
        return None
    if claim.facts.money or claim.facts.spans or claim.facts.free:
        return None
    above = told.about - told.words
    whole = _ASIDE.sub(" ", told.text)
    for clause in (*parts_of(whole), *([whole] if denials_in(whole) == 0 else ())):
        said = frozenset(stems(clause))
        own = claim.words & with_opposites(said)
        if own - above and _share(claim.words, own | above) >= SAME_CLAIM:
            turned = contradicts(claim.words, said) and "close" not in said | claim.words
            return _same((denials_in(clause) % 2 == 1) == (claim.denied != turned))
    return None


def _within(span: tuple[float, float], told: Set[tuple[float, float]]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in told)


def _same(is_so: bool) -> Verdict:  # noqa: FBT001 - the comparison itself
    return Verdict.SAID if is_so else Verdict.OTHERWISE


def _share(words: Set[str], said: Set[str]) -> float:
    return len(words & said) / len(words) if words else 0.0


def _kinds(facts: HardFacts) -> tuple[object, ...]:
    return facts.money, facts.spans, facts.times, facts.days, facts.free
