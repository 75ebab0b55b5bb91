"""Which names an AI agent may not carry, and what its greeting and instructions may not claim: a licence, or to be a human being."""

import re

from deskbell.kit.errors import Refused
from deskbell.safety.words import folded

LICENSED = frozenset(
    """
    dr dra doctor doctora doc docteur nurse nurses enfermera enfermero therapist terapeuta psychologist psicologo psicologa psychiatrist psiquiatra
    counselor counsellor consejera consejero physician medico medica medic paramedic pharmacist farmaceutico farmaceutica dentist dentista surgeon
    cirujano cirujana midwife partera clinician practitioner pediatrician dermatologist gynecologist cardiologist neurologist nutritionist dietitian
    medecin infirmier pharmacien pharmacienne psychologue psychiatre therapeute sagefemme enfermeiro enfermeira medico doutor doutora farmaceutico
    psicologa terapeutas doktor doktora nars komadrona parmasyutiko
    physiotherapist radiologist optometrist veterinarian vet psychotherapist infirmiere arzt arztin lawyer attorney abogado abogada esq notary
    md rn lpn lvn pharmd psyd dds dmd lcsw lmft lmhc crna cnm fnp dnp pmhnp emt aprn bsn mbbs frcp licensed certified registered provider
    """.split()  # noqa: SIM905  a list of 90 quoted words hides them
)
# Short forms that are also ordinary words or names count only in capitals: "Lumi, NP", but not "Do" or "Pa".
IN_CAPITALS = frozenset({"NP", "PA", "DO", "CNA", "CPA", "PHD", "PT", "OT", "JD"})
HUMAN = frozenset({"human", "humano", "humana", "humain", "humaine", "person", "persona", "pessoa"})
IDEOGRAMS = (
    "医生",
    "醫生",
    "大夫",
    "护士",
    "護士",
    "药师",
    "藥師",
    "治疗师",
    "治療師",
    "心理咨询师",
    "律师",
    "真人",
    "人类",
)
TWO_WORDS = ("bac si", "y ta", "duoc si", "đuoc si", "dieu duong", "đieu duong", "nha tri lieu", "nguoi that")
INSIDE = re.compile(
    r"nurse(?!r)|doctor(?!ow)|therapist|physician|psychiatrist|psycholog|pharmacist|paramedic|clinician"
)
GLUED = re.compile(r"^dr(?=[A-Z0-9_.-])|^Dr(?=[A-Z0-9_.-])|^DR(?=[0-9_.-])")


# What opens a claim about the agent itself, and what may stand between that and the licence ("i am lumi your friendly nurse").
_OPENINGS = (
    "i am", "i m", "im", "you are", "you re", "youre", "your name is", "my name is", "act as", "act like", "pretend to be", "pretend you are", "speak as",
    "answer as", "write as", "sign as", "introduce yourself as", "present yourself as", "call yourself", "say you are", "say that you are", "claim to be",
    "soy", "eres", "usted es", "me llamo", "actua como", "presentate como", "finge ser", "di que eres", "je suis", "vous etes", "tu es", "agis comme",
    "presente toi comme", "fais semblant d etre", "sou", "eu sou", "voce e", "aja como", "finja ser", "apresente se como", "toi la", "ban la", "hay dong vai",
    "ako ay", "ako si", "ikaw ay", "magpanggap na", "kumilos bilang",
)  # fmt: skip
_ENDS_A_CLAIM = (
    "not", "no", "never", "nor", "neither", "isnt", "of", "for", "to", "with", "from", "who", "that", "when", "if", "about", "than", "where", "by", "asking",
    "helping", "nunca", "ni", "de", "del", "para", "con", "que", "quien", "pas", "pour", "avec", "qui", "du", "des", "nao", "com", "do", "da", "khong", "hindi",
    "ng", "sa",
)  # fmt: skip
_CLAIMED = sorted(
    (LICENSED | HUMAN | {"real person", *TWO_WORDS})
    - {"provider", "vet", "certified", "registered", "esq", "doc", "person", "md", "medic"},
    key=len,
    reverse=True,
)
_NOT_BEFORE = "".join(
    f"(?<! {word})"
    for word in ("not", "no", "nao", "ne", "never", "nunca", "dont", "say", "that", "if", "whether")
)
_CLAIM = re.compile(
    rf"{_NOT_BEFORE} (?:{'|'.join(_OPENINGS)})(?: (?!(?:{'|'.join(_ENDS_A_CLAIM)}) )[^ .!?;:\n]+){{0,4}}? (?:{'|'.join(_CLAIMED)})(?= )"
)

_CLAIM_IN_IDEOGRAMS = re.compile(
    rf"(?:我是|你是|您是|扮演|作为|假装是|自称)[^不，。！？,.!?]{{0,6}}?(?:{'|'.join(IDEOGRAMS)})"
)


def check_persona(name: str) -> str:
    """The name without spaces around it, or Refused with the sentence that says why."""
    name = " ".join(name.split())
    implied = implied_licence(name)
    if implied:
        sentence = f"“{implied}” tells visitors that a licensed person or a human answers. Give the AI agent a name of its own, such as Lumi."
        raise Refused("persona_implies_licence", sentence, part=implied)
    return name


def check_claims(text: str, *, where: str) -> None:
    """Refused when the text makes the agent say that it is licensed or human. `where` names the text: "greeting", "instructions"."""
    claimed = claimed_licence(text)
    if claimed:
        sentence = f"“{claimed}” in the {where} tells visitors that a licensed person or a human answers. Say that it is an AI assistant."
        raise Refused("persona_implies_licence", sentence, part=claimed)


def claimed_licence(text: str) -> str | None:
    """The claim ("i am your nurse", "pretend to be human"), in plain words, or None. "I am not a nurse" and "the assistant of Dr. Chen"
    claim nothing.
    """
    written = _CLAIM_IN_IDEOGRAMS.search(text)
    if written:
        return written[0]
    plain = " ".join(re.findall(r"[^\W_]+|[.!?;:\n]", folded(text)))
    found = _CLAIM.search(f" {plain} ")
    return found[0].strip() if found else None


def implied_licence(name: str) -> str | None:
    """The part of the name that implies a licence or a human being, or None."""
    for part in re.split(r"[\s,;:/|()\[\]_-]+", name):
        bare = part.strip(".")
        plain = folded(bare).replace(".", "")
        if any(word in part for word in IDEOGRAMS):
            return part
        if plain in LICENSED or plain in HUMAN or bare.replace(".", "") in IN_CAPITALS:
            return part
        if GLUED.match(bare) or INSIDE.search(plain):
            return part
    line = " ".join(re.findall(r"[^\W_]+", folded(name)))
    return next((words for words in TWO_WORDS if f" {words} " in f" {line} "), None) or _spelled_out(name)


def _spelled_out(name: str) -> str | None:
    """ "D r Lumi", "N.u.r.s.e": letters set apart to slip through."""
    runs: list[str] = re.findall(r"(?:\b[^\W\d_]\b[\s.\-_]*){2,}", name)
    return next((run.strip() for run in runs if re.sub(r"[^a-z]", "", folded(run)) in LICENSED), None)
