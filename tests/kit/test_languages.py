"""Which language a message shows, and when it plainly shows one that we do not write."""

import pytest

from deskbell.kit.languages import language_shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("When are you open on Saturday?", "en"),
        ("Quiero una cita con la doctora", "es"),
        ("Ich brauche einen Termin bei der Ärztin", "other"),
        ("Vorrei prendere un appuntamento, quando siete aperti?", "other"),
        ("мне нужен врач", "other"),
        ("كيف يمكنني حجز موعد", "other"),
        ("予約できますか", "other"),
        ("Dr. Müller, Termin", None),
        ("88231", None),
        ("ok", None),
        ("", None),
        ("My e-mail is die@das.example", "en"),
    ],
)
def test_a_message_shows_its_language_or_none(text, shown):
    assert language_shown(text) == shown
