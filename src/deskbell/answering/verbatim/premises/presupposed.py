"""What a question takes for granted: "why is the visit free?" says that it is, before it asks. Pure. Not here: whether the
content says so too.
"""

import re
from dataclasses import dataclass

from deskbell.knowledge.finding.terms import straight


@dataclass(frozen=True)
class Premise:
    """`text` says what is taken for granted. `whole`: all of it is claimed. Otherwise it stands in a question for something
    else, and only its hard facts (amounts, days, "free") are.
    """

    text: str
    whole: bool
    framed: bool = False  # "I heard that …, right?": what stands around the claim asks nothing


_BE_DO = r"(?:is|are|was|were|do|does|did|can|could|must|may|should|will|would|has|have|had)"
_SUBJECT = (
    r"(?:i|we|you|they|he|she|it|that|this|there|your|my|our|the|a|an|visits?|refunds?|every\w*|all|\w+s)\b"
)
# "…, right?", "…, don't you?", "…, is that true?"
_TAG = re.compile(
    rf"""^(?P<said>.+?)[,;\s-]+(?:
        (?:right|correct|yes|yeah|no|huh|true|ok|okay|isn't\ that\ so)
      | (?:is|isn't|is\ n't)\ (?:that|this|it)\ (?:right|true|correct|so)(?:\ or\ (?:not|wrong))?
      | (?<=[,;\s])(?:{_BE_DO}(?:n't)?|won't|can't)\ (?:i|we|you|they|he|she|it|there|one)(?:\ not)?
      )\s*\?*$""",
    re.IGNORECASE | re.VERBOSE,
)
_REASON = r"(?:since|because|given(?:\ that)?|now\ that|seeing\ (?:that|as|how)|considering(?:\ that)?|as\ long\ as)"
_GROUND_FIRST = re.compile(
    rf"^(?:{_REASON}|as(?=\s+(?:i|we|you|they|it|there|your|my|the)\b))\s+(?P<said>[^,;]+)[,;]",
    re.IGNORECASE | re.VERBOSE,
)
_GROUND_LAST = re.compile(
    rf"^.+?[,\s](?:{_REASON})\s+(?P<said>{_SUBJECT}.+?)\s*\?*$", re.IGNORECASE | re.VERBOSE
)
_AS_YOU_SAY = re.compile(
    r"\b(?:like|as)\s+(?:you|your\s+\w+)\s+(?:promised?|sa(?:id|ys?)|state[sd]?|wrote)\b", re.I
)
_WHY = re.compile(
    r"^(?:(?:so|and|but|ok|hi|hello|please\ tell\ me)[,\s]+)*(?:why|how\ come)\s+(?P<said>.+?)\s*\?*$",
    re.IGNORECASE | re.VERBOSE,
)
_TOLD = re.compile(
    r"""^(?:(?:so|but|and|ok|well)[,\s]+)*(?:(?:i|we)(?:'ve|\ have)?\ (?:heard|hear|read|saw|thought|think|was\ told|were\ told|understand|understood
        |assume|believe|guess|know)|you\ (?:said|say|told\ (?:me|us)|wrote|promised|mentioned)
      |(?:your|the)\ (?:\w+\ )?(?:page|site|website|ad|agent|assistant)s?\ (?:said|says?|claims?))(?:\ that)?,?\s+(?P<said>.+)$""",
    re.IGNORECASE | re.VERBOSE,
)
_STATED = re.compile(rf"^(?:(?:so|and|but|then|ok)[,\s]+)*(?P<said>{_SUBJECT}\s+.+?)\s*\?*$", re.IGNORECASE)
_ASKS = re.compile(
    rf"\b(?:what|when|where|which|who|whom|whose|how|why)\b|^(?:{_BE_DO}|isn't|aren't|don't|doesn't|can't|won't|am)\b|^if\b|,\s*(?:{_BE_DO}|what|how)\b",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(rf"^(?:{_BE_DO}|isn't|aren't|don't|doesn't|can't|won't|am)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|unless|in case|whether|suppose|what about)\b", re.IGNORECASE)
_LEADS = re.compile(r"^(?:(?:so|and|but|then|ok|okay|hi|hello|well|that)[,\s]+)+", re.IGNORECASE)


def premise_of(question: str) -> Premise | None:
    """What is taken for granted; None for a question that only asks."""
    asked = " ".join(straight(question).split())
    if ground := _GROUND_FIRST.match(asked) or _GROUND_LAST.match(asked):
        return Premise(ground["said"], whole=True)
    return _claimed(asked) or _in_passing(asked)


def _claimed(asked: str) -> Premise | None:
    """ "Why is it free?", "it is free, right?", "you said it is free", "so it is free?"."""
    tagged = _TAG.match(asked)
    said = tagged["said"] if tagged else asked
    if claimed := _TOLD.match(said) or _WHY.match(said):
        framed = tagged is not None or _WHY.match(said) is None
        return Premise(_bare(_AS_YOU_SAY.sub("", claimed["said"])), whole=True, framed=framed)
    if tagged and not _ASKS.match(_bare(said)):
        return Premise(_bare(said), whole=True, framed=True)
    stated = _STATED.match(asked) if asked.endswith("?") and not _ASKS.search(asked) else None
    return Premise(stated["said"], whole=True) if stated else None


def _in_passing(asked: str) -> Premise | None:
    """ "How do I pay the $20 fee?"."""
    if not _ASKS.match(asked) or _YES_OR_NO.match(asked) or _CONDITION.search(asked):
        return None
    return Premise(_AS_YOU_SAY.sub("", asked), whole=_AS_YOU_SAY.search(asked) is not None)


def _bare(said: str) -> str:
    return _LEADS.sub("", said).strip(" ,;?.")
