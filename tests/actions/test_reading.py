"""One value for one field: what is accepted, and the sentence when it is not."""

import pytest

from deskbell.actions.fields import FieldSpec, FieldType
from deskbell.actions.reading import Bad, Good, read

from .dialogues import ABOUT, BIRTHDAY, EMAIL, PHONE, REFERENCE, says, started, values

ANY_REFERENCE = FieldSpec("ref", "Case number", FieldType.REFERENCE)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (EMAIL, "ana.ruiz@example.com", "ana.ruiz@example.com"),
        (EMAIL, "it's Ana.Ruiz@EXAMPLE.com.", "Ana.Ruiz@example.com"),
        (PHONE, "555 010 0199", "+1 555-010-0199"),
        (PHONE, "(555) 010-0199", "+1 555-010-0199"),
        (PHONE, "+44 20 7946 0018", "+44 20 7946 0018"),
        (BIRTHDAY, "1980-03-24", "1980-03-24"),
        (BIRTHDAY, "March 24, 1980", "1980-03-24"),
        (BIRTHDAY, "3/24/1980", "1980-03-24"),
        (BIRTHDAY, "24/3/1980", "1980-03-24"),
        (ABOUT, "billing", "Billing"),
        (ABOUT, "2", "Refill"),
        (ABOUT, "results", "Test results"),
        (ABOUT, "test", "Test results"),
        (ABOUT, "biling", "Billing"),
        (ABOUT, "it is about a refill", "Refill"),
        (REFERENCE, "ref 88231", "88231"),
        (REFERENCE, "#88231.", "88231"),
        (REFERENCE, "88 231", "88231"),
        (ANY_REFERENCE, "case no. AB-1234", "AB-1234"),
    ],
)
def test_a_value_is_read_and_made_clean(field: FieldSpec, text: str, value: str) -> None:
    assert read(field, text) == Good(value)


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        (
            EMAIL,
            "ana at example",
            "“ana at example” does not look like an e-mail address. Write it like name@example.com.",
        ),
        (
            PHONE,
            "12",
            "“12” does not look like a whole phone number. Write it with the area code, like 555 010 0199.",
        ),
        (
            BIRTHDAY,
            "March",
            "“March” does not look like a whole date. Write day, month and year, like 1980-03-24.",
        ),
        (
            BIRTHDAY,
            "soon",
            "“soon” does not look like a whole date. Write day, month and year, like 1980-03-24.",
        ),
        (
            ABOUT,
            "parking",
            "For the inquiry type, please choose one: Billing, Refill, Test results, Something else.",
        ),
        (
            ABOUT,
            "billing or refill",
            "For the inquiry type, please choose one: Billing, Refill, Test results, Something else.",
        ),
        (
            REFERENCE,
            "882",
            "“882” does not look like a reference number. It has at least 4 digits, like 88231.",
        ),
        (ANY_REFERENCE, "hello", "“hello” does not look like a case number. Please check it."),
        (EMAIL, "  ", "Please add the e-mail."),
    ],
)
def test_a_value_of_the_wrong_shape_says_what_to_write(field: FieldSpec, text: str, sentence: str) -> None:
    assert read(field, text) == Bad(sentence)


def test_contact_details_are_found_in_a_sentence() -> None:
    step = says(
        started(EMAIL, PHONE, BIRTHDAY),
        "you can reach me at ana@example.com, cell 555 010 0199, born 3/24/1980",
    )
    assert values(step) == {
        "email": "ana@example.com",
        "phone": "+1 555-010-0199",
        "date_of_birth": "1980-03-24",
    }


def test_invisible_and_control_characters_are_removed() -> None:
    assert read(FieldSpec("name", "Name"), "Ana\u202e\u0000 \u200bRuiz\n") == Good("Ana Ruiz")
