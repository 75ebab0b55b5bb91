"""Words that visitors of a support page use for the same thing: "price", "fee", "cost". Pure. Not here: any subject of its own,
which each agent's content names in its own words.
"""

from collections.abc import Set
from functools import cache

from deskbell.knowledge.finding.terms import stems

_ALIKE = (
    "cost price fee charge pay copay rate expensive free bill",
    "book schedule reserve appointment visit booking",
    "cancel decline",
    "phone call telephone hotline number",
    "refill renew reorder",
    "pill med medicine medication prescription drug script",
    "doctor physician provider doc clinician",
    "mail post send ship deliver shipment delivery arrive package parcel",
    "past old previous earlier former history",
    "online web internet website portal",
    "login sign log",
    "change update edit switch modify",
    "kid child son daughter dependent baby newborn",
    "wife husband spouse partner",
    "money payment stipend compensation check cash",
    "paper document form paperwork",
    "tooth teeth dental dentist",
    "eye vision glass eyeglass optometry",
    "therapist counselor therapy counseling psychologist",
    "hospital clinic facility center",
    "trip travel vacation holiday",
    "message write email text",
    "trouble problem issue error",
    "need require requirement must qualify eligible",
    "illness disease condition sickness",
    "safe secure protect private confidential privacy",
    "woman female women lady",
    "man male men",
    "insurance coverage plan",
    "quick fast soon long",
    "apply application enroll register signup",
)


def meant_by(stem: str) -> Set[str]:
    """The stems that may say the same, this one left out."""
    return _meanings().get(stem, frozenset())


@cache
def _meanings() -> dict[str, frozenset[str]]:
    meanings: dict[str, frozenset[str]] = {}
    for line in _ALIKE:
        group = frozenset(stem for word in line.split() for stem in stems(word))
        for stem in group:
            meanings[stem] = meanings.get(stem, frozenset()) | (group - {stem})
    return meanings
