"""Which names an AI agent may not carry: those that imply a licence or a human being."""

import re

from deskbell.kit.errors import Refused
from deskbell.safety.words import folded

LICENSED = frozenset(
    """
    dr dra doctor doctora doc docteur nurse nurses enfermera enfermero therapist terapeuta psychologist psicologo psicologa psychiatrist psiquiatra
    counselor counsellor consejera consejero physician medico medica medic paramedic pharmacist farmaceutico farmaceutica dentist dentista surgeon
    cirujano cirujana midwife partera clinician practitioner pediatrician dermatologist gynecologist cardiologist neurologist nutritionist dietitian
    physiotherapist radiologist optometrist veterinarian vet psychotherapist infirmiere arzt arztin lawyer attorney abogado abogada esq notary
    md rn lpn lvn pharmd psyd dds dmd lcsw lmft lmhc crna cnm fnp dnp pmhnp emt aprn bsn mbbs frcp licensed certified registered provider
    """.split()  # noqa: SIM905  a list of 90 quoted words hides them
)
# Short forms that are also ordinary words or names count only in capitals: "Lumi, NP", but not "Do" or "Pa".
IN_CAPITALS = frozenset({"NP", "PA", "DO", "CNA", "CPA", "PHD", "PT", "OT", "JD"})
HUMAN = frozenset({"human", "humano", "humana", "person", "persona"})
INSIDE = re.compile(
    r"nurse(?!r)|doctor(?!ow)|therapist|physician|psychiatrist|psycholog|pharmacist|paramedic|clinician"
)
GLUED = re.compile(r"^dr(?=[A-Z0-9_.-])|^Dr(?=[A-Z0-9_.-])|^DR(?=[0-9_.-])")


def check_persona(name: str) -> str:
    """The name without spaces around it, or Refused with the sentence that says why."""
    name = " ".join(name.split())
    implied = implied_licence(name)
    if implied:
        sentence = f"“{implied}” tells visitors that a licensed person or a human answers. Give the AI agent a name of its own, such as Lumi."
        raise Refused("persona_implies_licence", sentence, part=implied)
    return name


def implied_licence(name: str) -> str | None:
    """The part of the name that implies a licence or a human being, or None."""
    for part in re.split(r"[\s,;:/|()\[\]_-]+", name):
        bare = part.strip(".")
        plain = folded(bare).replace(".", "")
        if plain in LICENSED or plain in HUMAN or bare.replace(".", "") in IN_CAPITALS:
            return part
        if GLUED.match(bare) or INSIDE.search(plain):
            return part
    return _spelled_out(name)


def _spelled_out(name: str) -> str | None:
    """ "D r Lumi", "N.u.r.s.e": letters set apart to slip through."""
    runs: list[str] = re.findall(r"(?:\b[^\W\d_]\b[\s.\-_]*){2,}", name)
    return next((run.strip() for run in runs if re.sub(r"[^a-z]", "", folded(run)) in LICENSED), None)
