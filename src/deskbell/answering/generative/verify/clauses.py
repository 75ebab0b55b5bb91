"""The clauses of a source that say what a sentence says, for comparing how they say it: denied, all, only, must."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from deskbell.answering.generative.verify.facts import facts_of
from deskbell.answering.generative.verify.stretches import holds, lines_of, share
from deskbell.knowledge.finding.terms import stems

CLAUSE_SHARED = 0.34
CARRIED = 0.5  # what words count that stand beside the clause: in its line, or in the question above it
LEAST_WORDS = 3
_VERB = r"(?:is|are|was|were|do|does|did|can|cannot|must|may|have|has|had|will|should|need|needs)"
_CLAUSE = re.compile(
    r"[;,]\s+(?=but|except|and not|not\b|no\b|however|unless|so that|because|since|and on\b|and at\b)|;\s+|\s+(?=except\b|but\b|so that\b|if\b|when\b|unless\b|as long as\b|provided\b|even if\b)|(?<!\bat)\s+(?=once\b)"
    rf"|,\s+and\s+|\s+and\s+(?=(?:we|you|they|it|there|nobody|mandatory|required|optional|{_VERB})\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^((?:even )?(?:if|when|once|unless|until|after|before|as long as|provided|except)\b[^,]{3,80}),\s+(?=\S+\s+\S+\s)",
    re.IGNORECASE,
)
_BEGINS_WITH_VERB = re.compile(rf"{_VERB}\b", re.IGNORECASE)
_SUBJECT = re.compile(rf"^(.{{1,40}}?)\s+{_VERB}\b", re.IGNORECASE)
_DENIED = re.compile(r"(?:no|not|never)\b", re.IGNORECASE)
_CASE = re.compile(
    r"(?:even )?(?:if|when|once|unless|until|after|before|whenever|as long as|provided|si|cuando)\b",
    re.IGNORECASE,
)
_DENIES_IT = re.compile(r"\b(?:no|not|never|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"\botherwise\b", re.IGNORECASE)
_EMPTY_CELL = re.compile(r"\|\s*(?:none|no|-|–)\s*(?=\||$)", re.IGNORECASE)
_ANSWER = re.compile(r"(yes|no)\b[.,:;]?", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """`text` is read for its tone; `about` and, for less, `beside` tell what it is about."""

    text: str
    about: str
    beside: str = ""
    answers: bool = False


def nearest_clauses(text: str, source: str) -> list[str]:
    """Those that hold the facts of the sentence, and most of its words. Questions state nothing, but say what a short answer
    under them is about.
    """
    clauses = list(_clauses_of(text, source))
    spread = Counter(word for clause in clauses for word in set(stems(clause.about)))
    scored = [(_likeness(text, clause, spread), clause) for clause in clauses]
    best = max((score for score, _ in scored), default=0.0)
    if best < CLAUSE_SHARED:
        return []
    nearest = [clause for score, clause in scored if score >= best - 0.01]
    nearest = [
        clause for clause in nearest if clause.answers
    ] or nearest  # "Do you do this? No." says it best
    if not any(share(text, clause.about) for clause in nearest):
        del nearest[1:]  # only the question above them is about it: the first one answers it
    return [clause.text for clause in nearest]


def parts_of(line: str) -> list[str]:
    """The clauses of one sentence. One that goes on with a verb has the subject of the first."""
    condition = _CONDITION.match(line)
    if condition:
        return [condition[1], *parts_of(line[condition.end() :])]
    parts = [part.strip() for part in _CLAUSE.split(line) if part and part.strip()]
    if any(len(part.split()) < LEAST_WORDS and not _DENIES_IT.search(part) for part in parts):
        return [line]
    subject = _SUBJECT.match(parts[0]) if parts else None
    if subject is None:
        return parts
    return [
        f"{subject[1]} {part}" if at and _BEGINS_WITH_VERB.match(part) else part
        for at, part in enumerate(parts)
    ]


def is_case(part: str, source: str) -> bool:
    """ "If you are ill": it names a case and states nothing. One that denies something is compared all the same, unless the
    source speaks of the other case too.
    """
    if not _CASE.match(part):
        return False
    return not _DENIES_IT.search(part) or bool(_OTHERWISE.search(source))


def _clauses_of(text: str, source: str) -> Iterator[Clause]:
    said = set(re.findall(r"\w+", text.lower()))
    question = ""
    for said_line, announced, is_row in lines_of(source):
        asks_another_cell = is_row and any(holds(said_line, fact) for fact in facts_of(text))
        line = _EMPTY_CELL.sub("| ", said_line) if asks_another_cell else said_line
        if line.endswith("?"):
            question = line.rpartition("›")[2]
            continue
        answer = _ANSWER.match(line)
        if answer and question:
            yield Clause("not" if answer[1].lower() == "no" else "", question, answers=True)
        whole = f"{announced} {line}".strip()
        parts = parts_of(whole)
        denied = [part for part in parts if _denied_of(part) and _denied_of(part) <= said]
        yield from (
            Clause(part, part, f"{whole} {question}")
            for part in denied or parts
            if denied or not _denied_of(part)
        )


def _denied_of(part: str) -> set[str]:
    """ ", not by us": what a short denial at the end denies."""
    words = [word for word in re.findall(r"\w+", part.lower()) if word not in ("but", "and")]
    return set(words[1:]) if words[:1] in (["not"], ["no"]) and 1 < len(words) <= 4 else set()


def _likeness(text: str, clause: Clause, spread: Counter[str]) -> float:
    if _denied_of(clause.text):
        return 3.0
    facts = facts_of(text)
    held = sum(holds(clause.about, fact) for fact in facts) / len(facts) if facts else 0.0
    own = _telling_share(text, clause.about, spread)
    return own + held + CARRIED * max(0.0, share(text, f"{clause.about} {clause.beside}") - own)


def _telling_share(text: str, about: str, spread: Counter[str]) -> float:
    """Like `share`; a word that stands in several clauses tells less which one is meant."""
    words = set(stems(text)) - {"cannot"}
    weight = {word: 1 / max(1, spread[word]) for word in words}
    whole = sum(weight.values())
    return sum(weight[word] for word in words & set(stems(about))) / whole if whole else 1.0
