"""The sentences of collecting, in the visitor's language, and how fields are named in them. Pure; the words are in `sentences.toml`."""

from collections.abc import Sequence

from deskbell.actions.fields import FieldSpec
from deskbell.kit.languages import Language
from deskbell.kit.packaged import packaged_toml


def said(name: str, language: Language, **words: str) -> str:
    """The sentence `name` ("tell", "wrong.email"), filled in."""
    table, _, part = name.partition(".")
    sentences = packaged_toml(
        "deskbell.actions", "sentences.toml", dict[str, dict[str, str | dict[str, str]]]
    )
    found = sentences[table][part or language]
    return (found if isinstance(found, str) else found[language]).format(**words)


def together(language: Language, *sentences: str) -> str:
    """Sentences one after the other; Chinese has no space between them. Empty ones are left out."""
    return ("" if language == "zh" else " ").join(sentence for sentence in sentences if sentence)


def listed(specs: Sequence[FieldSpec], language: Language) -> str:
    """ "the patient name and the phone number (optional)"; in other languages the labels, as they were written."""
    if language != "en":
        return ("、" if language == "zh" else ", ").join(_named(spec, language) for spec in specs)
    names = [f"the {plain_label(spec)}{_if_optional(spec, language)}" for spec in specs]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def field_name(spec: FieldSpec, language: Language) -> str:
    """The label inside a sentence."""
    return plain_label(spec) if language == "en" else _bare_label(spec)


def plain_label(field: FieldSpec) -> str:
    """The label inside a sentence: "Patient name" → "patient name", but "NHS number" stays."""
    first, _, rest = _bare_label(field).partition(" ")
    first = first if first.isupper() and len(first) > 1 else first[:1].lower() + first[1:]
    return f"{first} {rest}".strip()


def _bare_label(field: FieldSpec) -> str:
    return field.label.strip().rstrip(":?*")


def _named(spec: FieldSpec, language: Language) -> str:
    return f"{_bare_label(spec)}{_if_optional(spec, language)}"


def _if_optional(spec: FieldSpec, language: Language) -> str:
    if spec.required:
        return ""
    return said("optional", language) if language == "zh" else f" {said('optional', language)}"
