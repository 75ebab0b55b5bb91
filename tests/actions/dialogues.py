"""A form as in the clinic, and short words for what a visitor does with it."""

from collections.abc import Mapping

from deskbell.actions.collecting import Ask, Collection, Finished, Step, begin, submit, take
from deskbell.actions.fields import FieldSpec, FieldType

NAME = FieldSpec("patient_name", "Patient name")
PROVIDER = FieldSpec("provider_name", "Provider name", required=False)
ABOUT = FieldSpec(
    "inquiry_type",
    "Inquiry type",
    FieldType.CHOICE,
    choices=("Billing", "Refill", "Test results", "Something else"),
)
REFERENCE = FieldSpec(
    "reference_number",
    "Reference number",
    FieldType.REFERENCE,
    required=False,
    pattern=r"\d{4,}",
    hint="It has at least 4 digits, like 88231.",
)
EMAIL = FieldSpec("email", "E-mail", FieldType.EMAIL)
PHONE = FieldSpec("phone", "Phone", FieldType.PHONE)
BIRTHDAY = FieldSpec("date_of_birth", "Date of birth", FieldType.DATE)
QUESTION = FieldSpec("question", "Your question")

CLINIC = (NAME, PROVIDER, ABOUT, REFERENCE)


def started(*fields: FieldSpec, trigger: str = "", known: Mapping[str, str] | None = None) -> Collection:
    return begin(fields or CLINIC, known or {}, trigger).collection


def says(collection: Collection, *messages: str) -> Step:
    step: Step = Ask(collection, collection.open, "")
    for message in messages:
        assert isinstance(step, Ask), f"finished before {message!r}"
        step = take(step.collection, message)
    return step


def sends(collection: Collection, *forms: Mapping[str, str]) -> Step:
    step: Step = Ask(collection, collection.open, "")
    for form in forms:
        assert isinstance(step, Ask), f"finished before {form!r}"
        step = submit(step.collection, form)
    return step


def values(step: Step) -> dict[str, str]:
    return {value.key: value.value for value in step.collection.values}


def unverified(step: Step) -> list[str]:
    return [value.key for value in step.collection.values if not value.verified]


def open_keys(step: Step) -> list[str]:
    return [] if isinstance(step, Finished) else [spec.key for spec in step.fields]
