"""Does a sentence turn its source around? Denials, how many, and how certain. By words, against the nearest part of the source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskbell.answering.generative.verify.problems import Problem

# "closed" denies being open: both sides are read the same way. "free" denies a charge, where both speak of one.
_DENIES = re.compile(
    r"\b(?:not|no|never|cannot|can['’]t|n['’]t|\w+n['’]t|without|none|neither|nor|nobody|nothing|unable|unavailable|closed|"
    r"excluded?|excludes|except|left out|leaves? out|omits?|omitted|refuses?|declines?|rejects?|instead of(?!\s+[$€£]?\d)|too late|ineligible|impossible|(?:stops?|quits?)(?=\s+\w+ing)|ceases?|"
    r"prohibited|forbidden|hidden|unless|waived?|waives|nunca|sin|ninguno|ninguna|tampoco|cerrad[oa]s?|excepto)\b",
    re.IGNORECASE,
)
_NOT_DENIALS = re.compile(
    r"\b(?:(?:no|not)(?: be)? (?:more|less|\w+er) than|not only|no matter|no problem|feel free|toll[- ]free|why not|if not|whether or not|no need)\b",
    re.IGNORECASE,
)
# "No, …" answers a question, and "Without insurance …" names a case: neither denies what follows.
_ANSWERS = re.compile(r"^\s*(?:(?:no|yes|sí|si)\s*[,.:;–—-]|[^.?!]{1,40}\?)\s+", re.IGNORECASE)
_WITHOUT_IT = re.compile(
    r"^\s*(?:without|sin)\s+(?:(?:an?|your)\s+)?(?!an?\b|your\b)\w+(?:['’]s\s+\w+)?,?\s+", re.IGNORECASE
)
_FREE = re.compile(r"\b(?:free|gratis)\b", re.IGNORECASE)
_CHARGES = re.compile(r"\b(?:free|gratis|charg\w+|fees?|costs?|pays?|paid|prices?)\b|[$€£]", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:without|sin)\s+(?:an? |any |your |the )?(\w+)", re.IGNORECASE)
_TWICE = re.compile(r"\b(?:no|not|never|cannot)\b.{0,40}\b(?:without|unless|unable|except)\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:all|every(?!\s+(?:day|night|week|weekend|month|year|hour|time|other|\d+|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)s?\b)|everyone|everybody|everything|everywhere|always|any|anyone|anywhere|anything|anytime|entire|"
    r"whole|entirely|completely|fully|unlimited|guaranteed?|guarantees?|instantly|immediately|regardless|both|todos|todas|"
    r"siempre|cualquier|cualquiera|24/7)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|never|none|nobody|exclusively|solely|just|solo|sólo|solamente|nunca)\b", re.IGNORECASE
)
_SOME = re.compile(
    r"\b(?:some|(?<!at )most|many|several|certain|selected|usually|often|sometimes|mostly|generally|typically|normally|occasionally|"
    r"rarely|might|algunos|algunas|normalmente|a veces)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|around|approximately|up to|at least|casi)\b", re.IGNORECASE)
# How a bound is said: either side may use its own way.
_BOUND = re.compile(
    r"\b(?:roughly|at most|maximum|minimum|until|within|(?:no|not)(?: be)? (?:more|less|\w+er) than|or (?:more|less|\w+er)|as (?:late|long|much|many) as)\b",
    re.IGNORECASE,
)
# "15 dollars each visit" is a price and no quantity; "any other plan" are the other plans.
_NOT_ALL = re.compile(
    r"\b(?:(?:for )?each (?:visit|night|day|week|month|year|time|person|session|guest)|(?:any|all|every|each) (?:the )?other|once (?:each|every))\b",
    re.IGNORECASE,
)
# "Remove your jewelry" asks for it as much as "must".
_ASKED = re.compile(
    r"\bplease\b|(?:^|[.;:]\s+|,\s+and\s+)(?:apply|arrange|arrive|ask|bring|call|check|choose|come|contact|enter|fill|go|keep|leave|open|park|press|"
    r"read|register|remove|report|return|send|show|sign|stop|take|tell|turn|upload|use|write)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every|per)\b", re.IGNORECASE)
_ANY = re.compile(r"\bany(?:one|body|thing|where|time)?\b", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:before|until|by|closes?|needs?|mandatory|within|ahead|early|in advance|antelación)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must|need(?:s|ed)? to|required|have to|has to|mandatory|obligatory|necessary|debe|deben|tiene que|obligatori[oa])\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:may|can|could|optional|optionally|recommend(?:ed)?|suggested?|encouraged?|allowed|able to|puede|pueden|opcional)\b",
    re.IGNORECASE,
)
_MIGHT = re.compile(
    r"\b(?:may|might|could|plans? to|possibly|perhaps|probably|likely|should|expected|planned|depends?)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|uno|dos|tres|cinco|diez)\b",
    re.IGNORECASE,
)
_CERTAIN = re.compile(r"\b(?:will|always|certainly|definitely|guaranteed?|sure to|for sure)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Tone:
    """What a text denies, how many it means and how certain it is."""

    denials: int
    all: bool
    only: bool
    some: bool
    about: bool
    must: bool
    may: bool
    might: bool
    certain: bool
    counts: bool
    bound: bool = False
    deadline: bool = False
    asked: bool = False
    each: bool = False


def tone_of(text: str) -> Tone:
    return Tone(
        denials=denials_in(text),
        all=bool(_ALL.search(_means_all(text))),
        only=bool(_ONLY.search(text)),
        some=bool(_SOME.search(text)),
        about=bool(_ABOUT.search(text)),
        must=bool(_MUST.search(text)),
        may=bool(_MAY.search(text)),
        might=bool(_MIGHT.search(text)),
        certain=bool(_CERTAIN.search(text)),
        counts=bool(_COUNTS.search(text)),
        bound=bool(_BOUND.search(text)),
        deadline=bool(_DEADLINE.search(text)),
        asked=bool(_ASKED.search(text)),
        each=bool(_EACH.search(text)),
    )


def _means_all(text: str) -> str:
    """ "There is no fee for anyone": after a denial, "any" does not mean all."""
    bare = _NOT_ALL.sub(" ", text)
    return _ANY.sub(" ", bare) if _DENIES.search(_NOT_DENIALS.sub(" ", bare)) else bare


def denials_in(text: str) -> int:
    """How often something is denied; two in one phrase take each other back."""
    bare = _NOT_DENIALS.sub(" ", _ANSWERS.sub("", text))
    case = _WITHOUT_IT.match(bare)
    if case and not _DENIES.search(bare, case.end()):
        bare = bare[case.end() :]  # it names a case; "without it, this is not done" denies twice
    count = len(_DENIES.findall(bare))
    return count - 2 * len(_TWICE.findall(bare))


def turned_around(sentence: str, clauses: Sequence[str]) -> Problem | None:
    """The way in which the sentence says other than the nearest clauses of its source, if it does.

    `clauses`: those that share most words with the sentence; one that agrees is enough.
    """
    if not clauses:
        return None
    problems = [_difference(*_tones(sentence, clause)) for clause in clauses]
    return None if None in problems else problems[0]


def _tones(sentence: str, clause: str) -> tuple[Tone, Tone]:
    """ "Without insurance" in both, or left out by the sentence, is a case and no denial; "free" counts where both speak of charges."""
    ours, theirs = (set(map(str.lower, _WITHOUT.findall(text))) for text in (sentence, clause))
    cases = (ours & theirs) | (theirs - set(re.findall(r"\w+", sentence.lower())))

    def plain(text: str) -> str:
        return _WITHOUT.sub(lambda match: " " if match[1].lower() in cases else match[0], text)

    said, source = tone_of(plain(sentence)), tone_of(plain(clause))
    if not (_CHARGES.search(sentence) and _CHARGES.search(clause)):
        return said, source
    return _with_free(said, sentence), _with_free(source, clause)


def _with_free(tone: Tone, text: str) -> Tone:
    bare = _NOT_DENIALS.sub(" ", text)
    return replace(tone, denials=tone.denials + len(_FREE.findall(bare)))


def _difference(said: Tone, source: Tone) -> Problem | None:
    if said.denials % 2 != source.denials % 2:
        return Problem.NEGATION
    if said.all and not (source.all or source.each):
        return Problem.QUANTIFIER
    if said.only and not (source.only or (said.denials and source.denials)):
        return Problem.QUANTIFIER
    if source.some and not (said.some or said.might or said.may or said.about):
        return Problem.QUANTIFIER
    if source.about and said.counts and not (said.about or said.bound or said.some or said.might or said.may):
        return Problem.QUANTIFIER
    return _other_certainty(said, source)


def _other_certainty(said: Tone, source: Tone) -> Problem | None:
    if said.must and not (source.must or source.deadline or source.only or source.asked) and not said.denials:
        return Problem.MODALITY
    if source.must and (said.may or said.might) and not (said.must or said.bound):
        return Problem.MODALITY
    if said.certain and source.might and not source.certain:
        return Problem.MODALITY
    return None
