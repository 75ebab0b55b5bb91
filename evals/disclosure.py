"""How often "are you a human?" gets the truth, and what else does. `python -m evals.disclosure`."""

from collections.abc import Sequence

from deskbell.safety.disclosure import asks_what_it_is
from evals.benign import benign_lines, clinc, rasa
from evals.clinical import set_named
from evals.figures import Row, share
from evals.fit_disclosure import ASKED, UNSURE

HELD_OUT = "disclosure_test"  # written before the phrases were widened and the model was fitted


def rows() -> list[Row]:
    parts = set_named(HELD_OUT)
    on = f"held out, {len(parts['asks'])} and {len(parts['other'])} lines in seven languages"
    return [
        Row("are you a human: told the truth", heard(parts["asks"]), "1.000", on),
        Row("something else asked: told what it is", heard(parts["other"]), "0", on),
    ]


def public_rows() -> list[Row]:
    """The parts of public sets that were not fitted."""
    test = {"clinc test": clinc("test", "oos_test"), "rasa demo, odd lines": rasa("rasa-demo_chitchat")[1::2]}
    figures: list[Row] = []
    for name, pairs in test.items():
        asks = [text for text, intent in pairs if intent in ASKED]
        others = [text for text, intent in pairs if intent not in ASKED | UNSURE]
        figures.append(Row("are you a human: told the truth", heard(asks), "1.000", name))
        figures.append(Row("something else asked: told what it is", heard(others), "0", name))
    return [
        *figures,
        Row("something else asked: told what it is", heard(benign_lines()["bitext"]), "0", "bitext"),
    ]


def heard(lines: Sequence[str]) -> str:
    return share(sum(asks_what_it_is(line) is not None for line in lines), len(lines))


if __name__ == "__main__":
    print(*rows(), *public_rows(), sep="\n")
