"""Is small talk heard, and is a question never taken for it? `python -m evals.small_talk [--show]`.

The lexicons were written looking at: CLINC150 train, Bitext train, the Rasa bots financial and helpdesk, and the even lines of the
Rasa demo bot. Reported are CLINC150 test, Bitext dev and test, and the odd lines of the Rasa demo bot. What asks for a person or
what the agent is ("are you a bot?") is decided before small talk and counts as heard where the intent is one of these.
"""

import sys
from collections import defaultdict
from collections.abc import Sequence

from deskbell.answering.deciding.small_talk import waits_for_the_content
from deskbell.answering.understanding.small_talk import hear
from deskbell.safety.disclosure import asks_what_it_is
from deskbell.safety.person_request import asks_for_person
from evals.benign import RASA, bitext, clinc, rasa
from evals.figures import Row, share

# What people say every day, and the chit-chat that crowd workers made up in a hundred ways.
DAILY = {
    "greeting": {"greet", "greeting", "chitchat/ask_howdoing"},
    "thanks": {"thank", "thankyou", "thank_you"},
    "goodbye": {"bye", "goodbye"},
    "yes": {"affirm", "yes"},
    "no": {"deny", "no"},
    "what can you do": {"help", "chitchat/ask_whatspossible", "what_can_i_ask_you"},
    "are you a bot": {"bot_challenge", "check_human", "chitchat/ask_isbot", "chitchat/ask_ishuman", "are_you_a_bot"},
    "language": {"chitchat/ask_languagesbot", "change_language"},
    "jokes, age, pets and the like": {
        "chitchat/ask_howold", "chitchat/ask_wherefrom", "chitchat/ask_weather", "chitchat/ask_time", "tell_joke", "fun_fact",
        "meaning_of_life", "what_are_your_hobbies", "how_old_are_you", "where_are_you_from", "do_you_have_pets",
    },
}  # fmt: skip
# Neither small talk for certain nor questions about content: not counted.
EITHER = {
    "human_handoff", "contact_human_agent", "oos", "out_of_scope", "out_of_scope/other", "out_of_scope/non_english", "maybe", "repeat",
    "explain", "canthelp", "need_help_broad", "react_positive", "react_negative", "restart", "switch", "enter_data", "inform", "complaint",
    "weather", "time", "date", "play_music", "next_song", "cancel", "change_ai_name", "flip_coin", "roll_dice", "user_name",
    "change_user_name", "timezone", "reset_settings", "change_accent", "change_speed", "change_volume", "what_is_your_name",
    "who_made_you", "who_do_you_work_for", "chitchat/ask_howbuilt", "chitchat/ask_whoisit", "chitchat/ask_whoami",
    "chitchat/ask_whatismyname", "chitchat/ask_restaurant", "chitchat/ask_whatisrasa",
}  # fmt: skip
TO_BEAT = ".001"

Pairs = Sequence[tuple[str, str]]


def reported() -> dict[str, Pairs]:
    """The parts that nobody looked at."""
    demo = [pair for bot in RASA if bot.startswith("rasa-demo") for pair in rasa(bot)[1::2]]
    return {
        "clinc test": clinc("test", "oos_test"),
        "bitext dev+test": bitext("dev", "test"),
        "rasa demo, odd lines": demo,
    }


def is_heard(text: str) -> bool:
    return bool(hear(text).talk or asks_what_it_is(text) or asks_for_person(text))


def rows() -> list[Row]:
    sets = reported()
    found = [
        Row("questions taken for small talk", share(len(false(p)), len(questions(p))), TO_BEAT, on)
        for on, p in sets.items()
    ]
    for on, pairs in sets.items():
        for kind, (right, total) in heard(pairs).items():
            found.append(Row(f"{kind} heard", share(right, total), "", on))
    return found


def questions(pairs: Pairs) -> list[str]:
    small = EITHER.union(*DAILY.values())
    return [text for text, intent in pairs if intent not in small]


def false(pairs: Pairs) -> list[str]:
    """Questions that never reach the content. A joke or "which languages do you have?" is asked of it first."""
    heard_as = ((text, hear(text).talk) for text in questions(pairs))
    return [text for text, talk in heard_as if talk is not None and not waits_for_the_content(talk, text)]


def heard(pairs: Pairs) -> dict[str, tuple[int, int]]:
    """Kind → how many of its lines were heard, of how many."""
    counts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for kind, intents in DAILY.items():
        for text in (text for text, intent in pairs if intent in intents):
            right, total = counts[kind]
            counts[kind] = (right + is_heard(text), total + 1)
    return counts


if __name__ == "__main__":
    print(*rows(), sep="\n")
    if "--show" in sys.argv:  # the parts that may be looked at
        for on, pairs in {"clinc train": clinc("train"), "bitext train": bitext("train")}.items():
            print(*(f"    {on}: {text} <- {hear(text).talk}" for text in false(pairs)), sep="\n")
