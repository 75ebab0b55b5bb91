"""What a collect action asks for: the fields, as the admin wrote them. How an answer is read lives in `reading.py`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from deskbell.actions.patterns import NotSimple, check_pattern
from deskbell.kit.errors import Refused

LONGEST_VALUE = 500
MOST_FIELDS = 12
MOST_CHOICES = 30
LONGEST_LABEL = 80
LONGEST_PATTERN = 200

KEY_SHAPE = re.compile(r"[a-z][a-z0-9_]{0,39}")


class FieldType(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    REFERENCE = "reference"


@dataclass(frozen=True)
class FieldSpec:
    """One thing to ask. `pattern` is a regular expression that the whole value must match; `hint` is shown under the label."""

    key: str
    label: str
    type: FieldType = FieldType.TEXT
    required: bool = True
    choices: tuple[str, ...] = ()
    pattern: str = ""
    hint: str = ""


def check_fields(fields: Sequence[FieldSpec]) -> tuple[FieldSpec, ...]:
    """The same fields, or Refused with the sentence that says which one to change."""
    if not fields:
        raise Refused("no_fields", "Add at least one field to ask for.")
    if len(fields) > MOST_FIELDS:
        raise Refused("too_many_fields", f"Ask for at most {MOST_FIELDS} details: visitors leave long forms.")
    for field in fields:
        _check_field(field)
    keys = [field.key for field in fields]
    for key in keys:
        if keys.count(key) > 1:
            raise Refused(
                "field_key_twice", f"Two fields have the key “{key}”. Give each its own.", field=key
            )
    return tuple(fields)


def _check_field(field: FieldSpec) -> None:
    if not KEY_SHAPE.fullmatch(field.key):
        sentence = "A field key is lower-case letters, digits and underscores, and starts with a letter."
        raise Refused("field_key_shape", sentence, field=field.key)
    if not field.label.strip() or len(field.label) > LONGEST_LABEL:
        sentence = f"Give every field a label of 1 to {LONGEST_LABEL} characters."
        raise Refused("field_label", sentence, field=field.key)
    if field.type is FieldType.CHOICE and not 2 <= len(set(field.choices)) <= MOST_CHOICES:
        sentence = f"“{field.label}” needs between 2 and {MOST_CHOICES} different choices."
        raise Refused("field_choices", sentence, field=field.key)
    _check_pattern(field)


def _check_pattern(field: FieldSpec) -> None:
    if len(field.pattern) > LONGEST_PATTERN:
        sentence = f"The pattern of “{field.label}” is longer than {LONGEST_PATTERN} characters."
        raise Refused("field_pattern_complex", sentence, field=field.key)
    try:
        check_pattern(field.pattern, longest_value=LONGEST_VALUE)
        re.compile(field.pattern)
    except NotSimple as problem:
        sentence = (
            f"The pattern of “{field.label}” is too complex: {problem}. Use a simple one such as \\d{{4,}}."
        )
        raise Refused("field_pattern_complex", sentence, field=field.key) from problem
    except re.error as problem:
        sentence = f"The pattern of “{field.label}” cannot be read: {problem.msg}."
        raise Refused("field_pattern", sentence, field=field.key) from problem
