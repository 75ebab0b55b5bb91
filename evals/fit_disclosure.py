"""Fits the learned half of "are you a human?": `python -m evals.fit_disclosure`. Writes `src/deskbell/safety/weights/disclosure.*`.

On a small grammar in seven languages and the train parts of public sets; nothing of `disclosure_test.toml` or of a public test part is read
here. `--choose` as in `fit_clinical`. Figures on lines that were never fitted: `python -m evals.disclosure`.
"""

import sys

from deskbell.safety.disclosure import disclosure_spelling
from evals.apart import Line, choose, drawn, fitted, public, small_talk
from evals.fit_emergency import write_apart

ASKED = {"are_you_a_bot", "chitchat/ask_isbot", "chitchat/ask_ishuman"}
# Who or what it is, and whether a person can be had: near enough to be left out.
UNSURE = {
    "who_made_you",
    "what_is_your_name",
    "human_handoff",
    "chitchat/ask_whoisit",
    "chitchat/ask_howbuilt",
}


def training_lines() -> list[Line]:
    return [*drawn("disclosure_train", "asks", "other"), *small_talk(), *public(yes=ASKED, unsure=UNSURE)]


if __name__ == "__main__":
    found, spelling = training_lines(), disclosure_spelling()
    print(f"{len(found)} lines, {sum(line.wanted for line in found)} of them ask.")
    if "--choose" in sys.argv:
        choose(found, spelling, ASKED | UNSURE)
    write_apart("disclosure", *fitted(found, spelling))
