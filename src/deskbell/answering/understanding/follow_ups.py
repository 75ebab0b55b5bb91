"""Does a question need the one before it? And what it says once it has it. Pure.

Leaning on the thread when nothing leans is the worse mistake: it finds the old page for a new question. So a question
leans only by a sign: a pronoun without a noun of its own, a fragment after "and", a bare "where?".
"""

import re
from enum import StrEnum
from itertools import pairwise

from deskbell.answering.understanding.clauses import opens_question, without_lead, words


class Lean(StrEnum):
    """How a question leans on what was asked before."""

    FRAGMENT = "fragment"  # "and on Saturday?": stands beside the same part of the question before
    REFERENCE = "reference"  # "how much is that?": points at what was spoken of last
    BARE = "bare"  # "where?"


def _listed(words: str) -> frozenset[str]:
    """Words written in a row: as a list of strings they would be pages long."""
    return frozenset(words.split())


_ABOUT = re.compile(
    r"^(?:what|how)\s+about\b|^what\s+of\b|^(?:is\s+(?:it|that)\s+|are\s+(?:they|those)\s+)?(?:the\s+)?same\b|^do(?:es)?\s+(?:that|this|it|they|those)\s+(?:also\s+|still\s+)?(?:apply|go|count|hold)\b"
    r"|^qu[eé]\s+(?:tal|hay\s+de|pasa\s+con)\b|^lo\s+mismo\b|^igual\s+para\b|^et\s+pour\b|^e\s+(?:para|quanto a)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"^[¿¡\s]*(?:and|but|or|y|et|e|pero)\b", re.IGNORECASE)
_JOINS_A_CASE = re.compile(r"^[¿¡\s]*(?:and|but|y|pero)\s+(?:if|when|without|si|cuando|sin)\b", re.IGNORECASE)
_PREPOSITIONS = _listed("""
    on in at for with without by from to until till after before during since around via as through over under para por con
    sin en los las el
    """)
_TIMES = _listed("""
    today tomorrow tonight weekend weekends weekday weekdays monday mondays tuesday tuesdays wednesday wednesdays thursday
    thursdays friday fridays saturday saturdays sunday sundays morning mornings evening evenings night nights afternoon
    afternoons holiday holidays christmas thanksgiving noon sabado sábado sabados sábados domingo domingos lunes martes
    miercoles miércoles jueves viernes mañana hoy
    """)
_ELSE = re.compile(
    r"\b(?:anything|what|who|where|anyone|anywhere|something|nothing|how)\s+else\b|\bany\s+(?:others?|more)\b(?!\s+\w+\s+\w+)|\b(?:tell me|say|know) more$|^more\s+(?:details?|info|information)$"
    r"|^(?:can you |could you |please )*(?:explain|elaborate|clarify)(?:\s+(?:that|this|it|more|please))*$|^(?:algo|qué|que) más",
    re.IGNORECASE,
)
_ABOUT_US = re.compile(
    r"^(?:where|who|what|how)\s+(?:are|r)\s+(?:you|u|we)\b|^what\s+do\s+you\b", re.IGNORECASE
)
_MOST_WORDS_OF_FRAGMENT = 6
_MOST_WORDS_BARE = 6

# Words that carry no topic of their own: a question of nothing else asks about what was spoken of.
_LIGHT = _listed("""
    a an the and or but so then also too please is are am was were be been being do does did don't doesn't didn't can can't could
    will won't would should must may might have has had haven't get got gets getting use used using go goes going make take takes
    need want like know find see look say tell show work works happen happens cost costs come i i'm i've you
    u we they it its it's he she him her them me my your our their this that these those that's what's one ones there here who what
    what's when where why how which much many long often soon later time times day days if not no yes to for of on in
    at by with from about as up out really still again else any some all both just only ever even more other another same different
    fee price free right true possible okay ok sure way ways exactly next last first first between instead mean means
    que qué es son cuanto cuánto cuesta cuestan como cómo donde dónde cuando cuándo por eso esto puedo hay la lo los las el un una de
    """)
_DETERMINERS = _listed(
    "my your our their his her the a an any some every each no mi mis su sus el la los las un una"
)
_POINTS_AT_THINGS = _listed("it they them")
_POINTS_AT_PEOPLE = _listed("he she him her his")
_SHOWS = _listed("this that these those eso esto esos estos esa ese")
_AFTER_SHOWING = _listed("""
    is are was were isn't aren't does do did can could will would should may might work works cost costs cover covers include includes
    apply applies mean means take takes happen happens count counts go goes and or for with on in at by to from online too also please
    """)
_ONE = re.compile(
    r"\b(?:have|had|get|got|need|use|want|lose|lost|find|make|send|add|without|new|another|which|this|that|other|book|cancel|order|request|see|next|cheaper|closer|earlier|later|first)\s+ones?\b"
)
_AT_THE_END = re.compile(
    r"\b(?:for|with|about|to|of|on|in|after|before|from|without|through|like) (?:it|that|this|them|those|these|eso|esto)$"
)
_IT_TO = re.compile(r"\bit\b.*?\b(?:to|if|that|when|for)\s+(?P<rest>.+)$")
_PEOPLE = _listed("""
    husband wife partner spouse son daughter child children kid kids mom mother dad father parent parents friend doctor
    nurse therapist family caregiver
    """)
_HERE = _listed("""
    site website page chat clinic week weekend month year morning afternoon evening app company practice service place
    """)
_BEFORE_SHOWING = _listed("is was are were does do did can will would")


def lean(question: str) -> Lean | None:
    """How the question leans on the thread, or None when it stands alone."""
    plain = question.strip().rstrip("?!.… ").strip()
    said = words(without_lead(plain))
    if not said:
        return None
    if _ABOUT.match(without_lead(plain).lstrip("¿ ")) or _fragment(plain, said):
        return Lean.FRAGMENT
    if _points(said) or _ELSE.search(plain):
        return Lean.REFERENCE
    if len(said) <= _MOST_WORDS_BARE and all(word in _LIGHT for word in said) and not _ABOUT_US.match(plain):
        return Lean.BARE
    return Lean.FRAGMENT if _JOINS_A_CASE.match(plain) else None


def completed(question: str, before: str) -> str:
    """The question, then the words of the one it leans on that say what it was about. The whole of it would outweigh what is
    asked now (measured: evals/follow_ups.py). What is replaced is left out: "on Friday" when Saturday is asked.
    """
    asked = without_lead(question).strip()
    said = words(asked)
    kept = _without_times(before) if any(word in _TIMES for word in said) else before
    known = _LIGHT | frozenset(said)
    about = [word for word in _AS_WRITTEN.findall(kept) if word.lower().replace("’", "'") not in known]
    return " ".join((asked, *dict.fromkeys(about)))


_AS_WRITTEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def _fragment(plain: str, said: list[str]) -> bool:
    """ "on Saturday", "for Medicaid"; after "and" any few words that are no question of their own."""
    if len(said) > _MOST_WORDS_OF_FRAGMENT or opens_question(plain):
        return False
    if all(word in _TIMES or word in _PREPOSITIONS or word in _LIGHT for word in said):
        return any(word in _TIMES for word in said)
    return said[0] in _PREPOSITIONS or _JOINS.match(plain) is not None


def _points(said: list[str]) -> bool:
    """Whether a pronoun points outside the question: no noun before it in the question could be meant."""
    line = " ".join(said)
    if _ONE.search(line) or _AT_THE_END.search(line):
        return True
    for place, word in enumerate(said):
        plain = word.removesuffix("'s")
        if plain in _POINTS_AT_PEOPLE and not _has_noun(said[:place], people=True):
            return True
        if plain in _POINTS_AT_THINGS and not _has_noun(said[:place], people=plain != "it"):
            return not _says_what_it_is(" ".join(said[place:]))
        if plain in _SHOWS and _stands_for_something(said, place):
            return not _has_noun(said[:place], people=False)
    return False


def _stands_for_something(said: list[str], place: int) -> bool:
    """ "how much is that", "does this work": not "this clinic", "that I have"."""
    following = said[place + 1] if place + 1 < len(said) else ""
    if not following or following in _AFTER_SHOWING:
        return True
    return place > 0 and said[place - 1] in _BEFORE_SHOWING and following not in _HERE


def _has_noun(before: list[str], *, people: bool) -> bool:
    """Whether something was named: "my bill", and "my husband" too where people can be meant."""
    return any(
        first in _DETERMINERS and second not in _LIGHT and (people or second not in _PEOPLE)
        for first, second in pairwise(before)
    )


def _says_what_it_is(line: str) -> bool:
    """ "How much does it cost to see a therapist": "it" is explained in what follows."""
    told = _IT_TO.search(line)
    rest = words(told["rest"]) if told else []
    return sum(word not in _LIGHT for word in rest) > 1 or _has_noun(rest, people=True)


def _without_times(text: str) -> str:
    times = "|".join(sorted(_TIMES, key=len, reverse=True))
    return re.sub(
        rf"\s*\b(?:(?:on|in|at|for|over|during)\s+)?(?:the\s+)?(?:{times})\b", "", text, flags=re.IGNORECASE
    )
