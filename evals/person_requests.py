"""How well "I want a person" is heard: precision and recall. `python -m evals.person_requests [--show]`.

Public sets are split: lexicon and model were made looking only at the tuning part; the test part is what we report. Of the Rasa
demo bot the even lines are ordinary lines of the model's training, so its odd lines are reported.
contact_customer_service and complaint of bitext are left out: people may or may not mean a person.
"""

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deskbell.safety.person_request import asks_for_person
from evals.benign import bitext, clinc, rasa
from evals.figures import Row, decimals, or_why_not, share

SETS = Path(__file__).parent / "sets"
HELD_OUT = {"person_test": "own, held out", "person_test_2": "own, held out, by the hand of the grammar"}
AMBIGUOUS = {"contact_customer_service", "complaint"}
MEANT = {"contact_human_agent", "human_handoff"}
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Heard:
    """What was made of one set: who asked for a person, who did not."""

    asks: Sequence[str]
    other: Sequence[str]

    @property
    def missed(self) -> list[str]:
        return [text for text in self.asks if not asks_for_person(text)]

    @property
    def false(self) -> list[str]:
        return [text for text in self.other if asks_for_person(text)]


def heard(pairs: Pairs) -> Heard:
    return Heard(
        [text for text, intent in pairs if intent in MEANT],
        [text for text, intent in pairs if intent not in MEANT | AMBIGUOUS],
    )


def rows() -> list[Row]:
    """The sets that neither lexicon nor model was made with."""
    return [row for name, on in HELD_OUT.items() for row in _rows(on, held_out(name), "")]


def public_rows() -> list[Row]:
    """The parts of public sets that the lexicon was written without looking at."""
    return [
        row for name, pairs in public_test().items() for row in _rows(name, pairs, "requests for a person, ")
    ]


def _rows(name: str, pairs: Pairs, what: str) -> list[Row]:
    figures: list[Row] = []
    found = heard(pairs)
    right, false = len(found.asks) - len(found.missed), len(found.false)
    if found.asks:
        figures.append(Row(f"{what}precision", decimals(right / max(right + false, 1)), ".97", name))
        figures.append(Row(f"{what}recall", share(right, len(found.asks)), ".97", name))
    return [*figures, Row(f"{what}false alarms", share(false, len(found.other)), ".005", name)]


def report(name: str, pairs: Pairs, *, show: bool) -> None:
    found = heard(pairs)
    right, false = len(found.asks) - len(found.missed), len(found.false)
    precision = right / (right + false) if right + false else 1.0
    recall = right / len(found.asks) if found.asks else 1.0
    print(
        f"{name}: precision {precision:.3f}, recall {recall:.3f} ({right}/{len(found.asks)}), "
        f"false {false}/{len(found.other)}"
    )
    if show:
        print(*(f"    missed: {text}" for text in found.missed), sep="\n")
        print(*(f"    false: {text} <- {asks_for_person(text)}" for text in found.false), sep="\n")


def public_test() -> dict[str, Pairs]:
    return {
        "bitext dev+test": bitext("dev", "test"),
        "rasa demo, odd lines": [pair for bot in DEMO for pair in rasa(bot)[1::2]],
        "clinc test": clinc("test", "oos_test"),
    }


def held_out(name: str) -> Pairs:
    """Seven languages; many ordinary lines are hard on purpose."""
    parts = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
    return [
        (line, "human_handoff" if part == "asks" else "other")
        for part, languages in parts.items()
        for lines in languages.values()
        for line in lines.strip().splitlines()
    ]


def own(name: str) -> Pairs:
    lines = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
    return [(text, "human_handoff") for text in lines["asks"]] + [(text, "other") for text in lines["other"]]


def main(*, show: bool) -> None:
    report("own", own("person_own"), show=show)
    report("own, once unseen", own("person_unseen"), show=show)
    for name, on in HELD_OUT.items():
        report(on, held_out(name), show=False)
    or_why_not(lambda: report_public(show=show))


def report_public(*, show: bool) -> None:
    tuning = {
        "bitext train": bitext("train"),
        "rasa financial": rasa("financial_nlu"),
        "rasa helpdesk": rasa("helpdesk_nlu"),
        "clinc train": clinc("train", "oos_train"),
    }
    for part, sets in (("tuning", tuning), ("test", public_test())):
        for name, pairs in sets.items():
            report(f"{part}: {name}", pairs, show=show and part == "tuning")


DEMO = ("rasa-demo_nlu", "rasa-demo_chitchat", "rasa-demo_faq", "rasa-demo_general", "rasa-demo_out_of_scope")

if __name__ == "__main__":
    main(show="--show" in sys.argv)
