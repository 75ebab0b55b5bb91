"""No sentence that a visitor can read promises a person whom nobody has seen: over every sentence of the catalogs."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product

from deskbell.events.wire import Reason
from deskbell.handoff.wording import all_left_line, handed_off_line
from deskbell.kit.languages import LANGUAGES
from deskbell.safety.cards import card_for, regions
from deskbell.workspaces.availability import Availability, Kind

AT = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
UNSEEN = [
    Availability(Kind.AWAY, "nobody_here_will_answer_later"),
    Availability(Kind.CLOSED, "closed"),
    Availability(Kind.CLOSED, "closed_opens_at", AT),
]
SOON = {
    "en": r"shortly|soon|in a moment|right away|any minute|will join",
    "es": r"en breve|pronto|enseguida|en un momento",
    "fr": r"sous peu|bientôt|tout de suite|dans un instant",
    "pt": r"em breve|já já|em instantes",
    "vi": r"giây lát|ngay bây giờ|sớm",
    "tl": r"lalong madaling panahon|sandali|maya-maya",
    "zh": r"很快|马上|稍等|立即为您",
}


def said_with_nobody_seen() -> Iterator[tuple[str, str]]:
    for language, availability, reason in product(LANGUAGES, UNSEEN, Reason):
        yield language, handed_off_line(reason, availability, "America/Denver", language)
        for asks in (True, False):
            yield language, all_left_line(availability, "America/Denver", language, asks=asks)
    for region, language in product(regions(), LANGUAGES):
        card = card_for(region, language)
        yield language, f"{card.sentence} {card.after}"


def test_with_nobody_seen_nothing_promises_somebody_soon() -> None:
    said = list(said_with_nobody_seen())
    assert len(said) > 300
    assert [
        text for language, text in said if re.search(SOON.get(language, SOON["en"]), text, re.IGNORECASE)
    ] == []


def test_with_somebody_seen_the_same_words_are_there_to_be_found() -> None:
    here = Availability(Kind.HERE, "a_person_will_join")
    for language in LANGUAGES:
        text = handed_off_line(Reason.ASKED_FOR_PERSON, here, "UTC", language)
        assert re.search(SOON[language], text, re.IGNORECASE), (language, text)
