"""How well "I want a person" is heard: precision and recall. `python -m evals.person_requests [--show]`.

Public sets are split: the lexicon was written looking only at the tuning part; the test part is what we report.
contact_customer_service and complaint of bitext are left out: people may or may not mean a person.
"""

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from deskbell.safety.person_request import asks_for_person
from evals.benign import EVAL_DATA, bitext, clinc, rasa

SETS = Path(__file__).parent / "sets"
AMBIGUOUS = {"contact_customer_service", "complaint"}
MEANT = {"contact_human_agent", "human_handoff"}
Pairs = Sequence[tuple[str, str]]


def report(name: str, pairs: Pairs, *, show: bool) -> None:
    asks = [text for text, intent in pairs if intent in MEANT]
    other = [text for text, intent in pairs if intent not in MEANT | AMBIGUOUS]
    missed = [text for text in asks if not asks_for_person(text)]
    false = [text for text in other if asks_for_person(text)]
    heard = len(asks) - len(missed)
    precision = heard / (heard + len(false)) if heard + len(false) else 1.0
    recall = heard / len(asks) if asks else 1.0
    print(
        f"{name}: precision {precision:.3f}, recall {recall:.3f} ({heard}/{len(asks)}), false {len(false)}/{len(other)}"
    )
    if show:
        print(*(f"    missed: {text}" for text in missed), sep="\n")
        print(*(f"    false: {text} <- {asks_for_person(text)}" for text in false), sep="\n")


def own(name: str) -> Pairs:
    lines = tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))
    return [(text, "human_handoff") for text in lines["asks"]] + [(text, "other") for text in lines["other"]]


def main(*, show: bool) -> None:
    report("own", own("person_own"), show=show)
    report("own, unseen", own("person_unseen"), show=show)
    if not EVAL_DATA.is_dir():
        print(f"skipped: no question sets in {EVAL_DATA} (set DESKBELL_EVAL_DATA)")
        return
    tuning = {
        "bitext train": bitext("train"),
        "rasa financial": rasa("financial_nlu"),
        "rasa helpdesk": rasa("helpdesk_nlu"),
        "clinc train": clinc("train", "oos_train"),
    }
    test = {
        "bitext dev+test": bitext("dev", "test"),
        "rasa demo": [pair for bot in DEMO for pair in rasa(bot)],
        "clinc test": clinc("test", "oos_test"),
    }
    for part, sets in (("tuning", tuning), ("test", test)):
        for name, pairs in sets.items():
            report(f"{part}: {name}", pairs, show=show and part == "tuning")


DEMO = ("rasa-demo_nlu", "rasa-demo_chitchat", "rasa-demo_faq", "rasa-demo_general", "rasa-demo_out_of_scope")

if __name__ == "__main__":
    main(show="--show" in sys.argv)
