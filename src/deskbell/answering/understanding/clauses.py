"""Cutting a message into sentences and clauses, and telling which of them ask something. Pure."""

import re
from dataclasses import dataclass

_LIST_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-*•–])\s+")
_SENTENCE = re.compile(
    r"""(?<!\b[A-Z]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)"""
    r"""(?<=[.!?;。！？])["')\]”’]*(?:\s+|(?<=[。！？]))"""
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

WH = r"what|whats|what's|what’s|when|whens|when's|where|wheres|where's|who|whos|who's|why|how|hows|how's|which|whose"
_SUBJECT = r"i|you|u|we|they|he|she|it|this|that|these|those|there|the|my|your|ur|our|his|her|their|a|an|any|anyone|someone|somebody|everyone|all|patients|people|visits"
_AUXILIARY = r"(?:do|does|did|don't|doesn't|can|can't|could|will|would|should|may|must|is|isn't|are|aren't|was|were|am)"
_ASKING = {
    "en": rf"(?:(?:in|for|at|by|from|to|on|until|since)\s+)?(?:{WH})\b|{_AUXILIARY}\s+(?:{_SUBJECT})\b|(?:have|has)\s+(?:you|i|we|they|it)\b",
    "es": r"(?:por|para|a|en|de|desde|hasta|con)?\s*(?:qu[eé]|cu[aá]ndo|d[oó]nde|c[oó]mo|cu[aá]nt[oa]s?|cu[aá]l(?:es)?|qui[eé]n)\b"
    r"|(?:puedo|pueden|puede|tienen|tiene|aceptan|acepta|atienden|ofrecen|hacen|necesito|debo|hay|est[aá]n|es|son|hablan)\b",
    "fr": r"(?:est-ce|quand|comment|combien|pourquoi|quel(?:le)?s?|qui|puis-je|peut-on|pouvez-vous|avez-vous|acceptez-vous|êtes-vous|o[uù])\b",
    "pt": r"(?:quando|onde|como|quant[oa]s?|qual|quais|quem|por que|posso|voc[eê]s|t[eê]m|aceitam)\b",
}
_OPENS = re.compile("|".join(_ASKING.values()), re.IGNORECASE)
# Words before a question that ask nothing themselves.
_LEAD = re.compile(
    r"^(?:(?:and|also|plus|but|so|then|ok|okay|well|oh|hi|hello|hey|please|pls|sorry|actually|now|y|et|e)\b[\s,]*)+",
    re.IGNORECASE,
)
_ASKS_INSIDE = re.compile(
    r"\b(?:(?:want|like|need|trying|love|wanted|wondering|curious|wonder|ask|asking|check|find out|figure out)\s+(?:to\s+)?(?:know|ask|understand|find|check|see|if|whether|about|how|what|when|where|get|make|change|cancel|book)"
    r"|(?:tell|show|explain to|help|remind)\s+me|let me know|any (?:idea|chance|way)|looking for|question (?:about|is)|quisiera|quiero saber|me gustar[ií]a|je voudrais|gostaria)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Clause:
    """A stretch of a message, and whether it asks something."""

    text: str
    asks: bool


def clauses(text: str) -> list[Clause]:
    """Sentences, and questions joined by "and" taken apart. Nothing is left out."""
    return [
        Clause(piece, asks(piece))
        for line in sentences(text)
        for sentence in line
        for piece in _uncoordinated(sentence)
        if piece
    ]


def sentences(text: str) -> list[list[str]]:
    """The sentences of each line that is not empty, without the marks of lists."""
    lines = (_SENTENCE.split(_LIST_MARK.sub("", line)) for line in text.splitlines())
    return [said for line in lines if (said := [sentence.strip() for sentence in line if sentence.strip()])]


def asks(text: str) -> bool:
    """Whether this asks for something: by its mark, by how it opens, or by saying so."""
    return (
        text.rstrip("\"')]”’ ").endswith(("?", "？"))
        or opens_question(text)
        or _ASKS_INSIDE.search(text) is not None
    )


def opens_question(text: str) -> bool:
    """ "And how …", "¿Cuándo …", "do you …"."""
    return _OPENS.match(without_lead(text).lstrip("¿¡\"'(“ ")) is not None


def without_lead(text: str) -> str:
    """The clause without "and", "also", "ok so" before it; a clause of nothing else stays as it is."""
    return _LEAD.sub("", text) or text


def words(text: str) -> list[str]:
    """Lower case, apostrophes straight."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


_JOINT = re.compile(
    r"(?:\s*[,;–—-]\s*|\s+)(?:and\s+also|and\s+then|and|also|plus|&|y\s+tambi[eé]n|y|et|e\s+tamb[eé]m|e)\s+(?:please\s+)?(?=[^\W\d_])"
    r"|\s*,\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_FEWEST_BEFORE = 3
_FEWEST_AFTER = 2
_LONGEST_TAKEN_APART = 600  # characters: what goes on longer without a stop is no list of questions
_UNFINISHED = re.compile(
    rf"\b(?:{WH}|{_AUXILIARY}|to|of|for|with|or|if|a|an|the|my|your|you|i|we|they|about|many|much|long|d[oó]nde|cu[aá]ndo|c[oó]mo|qu[eé])$",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^(?:if|when|once|after|before|since|because|while|si|cuando)\b", re.IGNORECASE)


def _uncoordinated(sentence: str) -> list[str]:
    """ "What are your hours and do you take cards?" is two; "Do you treat anxiety and depression?" is one."""
    if len(sentence) > _LONGEST_TAKEN_APART:
        return [sentence]
    pieces: list[str] = []
    begun = 0
    for joint in _JOINT.finditer(sentence):
        before, after = sentence[begun : joint.start()], sentence[joint.end() :]
        if _stands(before) and opens_question(after) and len(words(after)) >= _FEWEST_AFTER:
            pieces.append(before.strip())
            begun = joint.end()
    return [*pieces, sentence[begun:].strip()]


def _stands(before: str) -> bool:
    """Whether what stands before a joint is whole: neither "when" of "when and where …" nor the "if …" of a question."""
    before = before.strip()
    if len(words(before)) < _FEWEST_BEFORE or _UNFINISHED.search(before):
        return False
    return _CONDITION.match(without_lead(before)) is None or opens_question(re.sub(r"^\w+\s+", "", before))
