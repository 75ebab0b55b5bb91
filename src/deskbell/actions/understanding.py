"""What a free-text message gives for the fields that are open: several values in one line, labels, corrections, questions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

import phonenumbers

from deskbell.actions.fields import FieldSpec, FieldType
from deskbell.actions.reading import HOME_REGION, PLAIN_REFERENCE, Good, choices_in, read, tidy

SKIPS = re.compile(
    r"(?:no|nope|none|n/?a|skip|skip (?:it|this|that)|pass|next|no thanks|not sure|unknown|dunno|nothing|don'?t (?:have|know|remember)(?: it| one| that)?"
    r"|i (?:do not|don'?t|dont) (?:have|know|remember)(?: it| one| that| any)?(?: (?:right )?now| handy| with me)?|i(?: ha|')ve (?:no|not got) (?:idea|one|it)"
    r"|no (?:tengo|se|lo tengo|lo se|s[eé])|omitir|saltar|ninguno|ninguna"
    r"|i(?:['’]d| would) rather not(?: say| tell| give (?:it|that))?|i (?:don['’]?t|do not) want to (?:say|tell|give (?:it|that))|prefiero no (?:decir(?:lo)?|dar(?:lo)?)"
    r"|je préfère ne pas (?:répondre|le dire)|je ne (?:l['’]ai pas|sais pas)|prefiro não (?:dizer|responder)|não (?:tenho|sei)|không (?:có|biết)|wala(?: po)?|没有|不知道|我不想说)[\s.!,]*",
    re.I,
)
NODS = re.compile(
    r"(?:ok(?:ay)?|sure|yes|yeah|yep|hi|hello|hey|thanks?(?: you)?|fine|alright|s[ií]|vale|hola|gracias|\W*)[\s.!]*",
    re.I,
)
QUESTION_START = re.compile(
    r"(?:how|what|when|where|why|which|who|can|could|do|does|did|is|are|will|would|should|may|c[oó]mo|qu[eé]|cu[aá]ndo|d[oó]nde|por qu[eé]|puedo|pueden|hay)\b",
    re.I,
)
CORRECTION = re.compile(
    r"^(?:no,?|actually|sorry|correction|i mean(?:t)?|oops|wait|change|wrong|perd[oó]n|quise decir)\b[\s,:]*",
    re.I,
)
LEAD_IN = re.compile(
    r"^(?:(?:hi|hello|hey|ok|sure|yes)[,.!\s]+)?(?:my (?:full )?name(?:'s| is)|the patient(?:'s name)? is|this is|i am|i'?m|it'?s(?: about| for)?|it is(?: about)?|for|about|with|me llamo|soy|mi nombre es|je m['’]appelle|je suis|mon nom est|(?:o )?meu nome é|me chamo|sou(?: [oa])?|tên (?:tôi|em|mình) là"
    r"|ang pangalan ko(?: po)? ay|ako(?: po)? si|you can call me|is|=|:)\s+|^(?:我的名字是|我的姓名是|我叫|我是)\s*",
    re.I,
)
TITLE = re.compile(r"^(?:with |for |provider |doctor )?(?:dr|dra|doctor|doctora|prof|nurse|np|pa)\b\.?", re.I)
BREAKS = re.compile(r"\s*(?:[,;\n|]|\s/\s|\s[-–—]\s)\s*")
NAME_SHAPE = re.compile(r"[^\W\d_][^\d_@#:?!]{1,60}")
MOST_PARTS = 40
LONGEST_READ = 2_000  # characters: details stand at the beginning, and a value has 500 at most


class Meant(Enum):
    """What a message is, when it gives no values."""

    SKIP = "skip"
    NOD = "nod"
    QUESTION = "question"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Understood:
    """`given`: the visitor's words for each field key, not yet checked. `meant` counts when nothing was given."""

    given: dict[str, str] = field(default_factory=dict[str, str])
    meant: Meant = Meant.NOTHING


def understand(text: str, open_fields: Sequence[FieldSpec], filled: Sequence[FieldSpec]) -> Understood:
    """Labels first, then what has a shape of its own, then the rest in order. A question is never a value of a short field."""
    text = text[:LONGEST_READ].strip()
    if SKIPS.fullmatch(text):
        return Understood(meant=Meant.SKIP)
    if NODS.fullmatch(text):
        return Understood(meant=Meant.NOD)
    corrected = CORRECTION.match(text)
    fields = [*open_fields, *filled] if corrected else list(open_fields)
    rest = CORRECTION.sub("", text) if corrected else text
    asks = _is_question(rest)
    parts = _parts_of(rest)
    given = _labelled(parts, [*open_fields, *filled])
    _shaped(parts, fields, given, strict=asks)
    _chosen_again(parts, filled, given)
    if asks and not (given or any(is_open_ended(f) for f in open_fields)):
        return Understood(meant=Meant.QUESTION)
    _in_order(parts, open_fields, given, whole=rest, asks=asks)
    return Understood(given) if given else Understood(meant=Meant.QUESTION if asks else Meant.NOTHING)


def mentioned(text: str, open_fields: Sequence[FieldSpec]) -> dict[str, str]:
    """What the message that started it all gives away by shape alone: an address, a number with its label, the name of a choice."""
    parts = _parts_of(text[:LONGEST_READ])
    given = {
        key: words
        for key, words in _labelled(parts, open_fields).items()
        if _shape_is_plain(open_fields, key)
    }
    _shaped(parts, open_fields, given, strict=True)
    return given


def is_open_ended(field: FieldSpec) -> bool:
    """A field that asks for sentences: there a question is a good answer."""
    wanted = re.search(
        r"question|message|detail|describe|reason|what|help|tell us|comment|about",
        f"{field.key} {field.label}",
        re.I,
    )
    return field.type is FieldType.TEXT and bool(wanted) and not re.search(r"\btype\b", field.label, re.I)


def _parts_of(text: str) -> list[str]:
    return [part for part in BREAKS.split(text.strip()) if not NODS.fullmatch(part)][:MOST_PARTS]


def _is_question(text: str) -> bool:
    return text.rstrip().endswith("?") or (bool(QUESTION_START.match(text)) and len(text.split()) > 2)


def _shape_is_plain(fields: Sequence[FieldSpec], key: str) -> bool:
    return any(f.key == key and f.type is not FieldType.TEXT for f in fields)


def _labelled(parts: list[str], fields: Sequence[FieldSpec]) -> dict[str, str]:
    """ "ref 88231", "name: Ana Ruiz": parts that begin with the label of a field. Takes them out of `parts`."""
    given: dict[str, str] = {}
    for part in list(parts):
        for candidate in fields:
            label = _label_shape(candidate)
            found = label.match(part)
            value = part[found.end() :].strip(" :=#-") if found else ""
            if found and value and candidate.key not in given and not _is_question(part):
                given[candidate.key] = value
                parts.remove(part)
                break
    return given


def _label_shape(candidate: FieldSpec) -> re.Pattern[str]:
    names = {candidate.label.strip(" :?*"), candidate.key.replace("_", " "), *_other_names(candidate)}
    longest_first = sorted((re.escape(name) for name in names if name), key=len, reverse=True)
    return re.compile(
        rf"(?:and |the |my |y |mi )*(?:{'|'.join(longest_first)})(?:\s*(?:is|are|es|=|:|#)\s*|\s+)", re.I
    )


def _other_names(candidate: FieldSpec) -> Iterable[str]:
    match candidate.type:
        case FieldType.REFERENCE:
            return (
                "reference number",
                "reference no",
                "reference",
                "ref number",
                "ref no",
                "ref.",
                "ref #",
                "ref",
                "case number",
                "case",
            )
        case FieldType.EMAIL:
            return ("email address", "e-mail address", "email", "e-mail", "mail", "correo")
        case FieldType.PHONE:
            return ("phone number", "phone", "cell", "mobile", "tel", "number", "telefono", "teléfono")
        case FieldType.DATE:
            return (
                ("dob", "d.o.b.", "date of birth", "birthday", "birth date", "born", "date")
                if _is_birthday(candidate)
                else ("date",)
            )
        case _:
            if _is_provider(candidate):
                return ("provider", "doctor", "clinician")
            return ("patient name", "full name", "name", "nombre") if _is_name(candidate) else ()


def _shaped(parts: list[str], fields: Sequence[FieldSpec], given: dict[str, str], *, strict: bool) -> None:
    """Addresses, phone numbers, dates, choices and references are known by their looks. Takes whole parts out of `parts`."""
    for candidate in fields:
        if candidate.key in given:
            continue
        for part in list(parts):
            words = _looks_like(candidate, part, strict=strict)
            if words:
                given[candidate.key] = words
                if len(part.split()) <= len(words.split()) + 3 or not strict:
                    parts.remove(part)
                break


def _chosen_again(parts: list[str], filled: Sequence[FieldSpec], given: dict[str, str]) -> None:
    """A choice that was read out of the first question gives way to one that the visitor names by itself."""
    for candidate in filled:
        if candidate.type is not FieldType.CHOICE or candidate.key in given:
            continue
        names = {choice.casefold() for choice in candidate.choices}
        for part in [part for part in parts if part.strip(" .!").casefold() in names]:
            given[candidate.key] = part
            parts.remove(part)


def _looks_like(candidate: FieldSpec, part: str, *, strict: bool) -> str:
    match candidate.type:
        case FieldType.EMAIL:
            found = re.search(r"\S+@\S+", part)
            return found[0].strip("<>()[].,;!?") if found else ""
        case FieldType.PHONE:
            return next(
                (
                    match.raw_string
                    for match in phonenumbers.PhoneNumberMatcher(
                        part[:200], HOME_REGION, phonenumbers.Leniency.POSSIBLE
                    )
                ),
                "",
            )
        case FieldType.DATE:
            bare = LEAD_IN.sub("", part)
            return bare if re.search(r"\d", bare) and isinstance(read(candidate, bare), Good) else ""
        case FieldType.CHOICE:
            return part if len(choices_in(candidate, part)) == 1 else ""
        case FieldType.REFERENCE:
            return _reference_in(candidate, part, strict=strict)
        case FieldType.TEXT:
            bare = _without_lead_in(part)
            return bare if _is_provider(candidate) and TITLE.match(bare) and not strict else ""


def _reference_in(candidate: FieldSpec, part: str, *, strict: bool) -> str:
    """A word with a digit that fits. When only its shape is wrong ("88-2") it is still meant as the reference."""
    digits = [
        word.strip("#.,") for word in part.split() if any(char.isdigit() for char in word) and "@" not in word
    ]
    fitting = [word for word in digits if isinstance(read(candidate, word), Good)]
    if fitting:
        return fitting[0] if not strict or candidate.pattern or "ref" in part.lower() or "#" in part else ""
    alone = len(part.split()) == 1 and digits and not strict
    return part if alone and (candidate.pattern or PLAIN_REFERENCE.fullmatch(part)) else ""


def _in_order(
    parts: list[str], open_fields: Sequence[FieldSpec], given: dict[str, str], *, whole: str, asks: bool
) -> None:
    """What is left goes to the fields that are left, in order; the only open field takes the whole message."""
    left = [candidate for candidate in open_fields if candidate.key not in given]
    if len(open_fields) == 1 and left:
        only = left[0]
        if not asks or is_open_ended(only):
            given[only.key] = whole if is_open_ended(only) else _without_lead_in(whole)
        return
    for candidate in left:
        if candidate.type is not FieldType.TEXT:
            continue
        part = next((part for part in parts if _suits(candidate, part, asks=asks)), None)
        if part is not None:
            given[candidate.key] = part if is_open_ended(candidate) else _without_lead_in(part)
            parts.remove(part)


def _suits(candidate: FieldSpec, part: str, *, asks: bool) -> bool:
    if is_open_ended(candidate):
        return True
    if asks or part.endswith("?") or "@" in part:
        return False
    bare = _without_lead_in(part)
    if _is_provider(candidate) or _is_name(candidate):
        titled = bool(TITLE.match(bare))
        return (
            bool(NAME_SHAPE.fullmatch(bare))
            and len(bare.split()) <= 5
            and (titled is False or _is_provider(candidate))
        )
    return len(bare.split()) <= 12


def _without_lead_in(part: str) -> str:
    return tidy(LEAD_IN.sub("", tidy(part))) or tidy(part)


def _is_provider(candidate: FieldSpec) -> bool:
    return bool(
        re.search(
            r"provider|doctor|clinician|therapist|physician|dentist|m[eé]dico",
            f"{candidate.key} {candidate.label}",
            re.I,
        )
    )


def _is_name(candidate: FieldSpec) -> bool:
    return bool(
        re.search(r"\bname\b|\bnombre\b", f"{candidate.key.replace('_', ' ')} {candidate.label}", re.I)
    ) and not _is_provider(candidate)


def _is_birthday(candidate: FieldSpec) -> bool:
    return bool(re.search(r"birth|dob|nacimiento", f"{candidate.key} {candidate.label}", re.I))
