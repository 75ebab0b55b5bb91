"""What the agent says to a message that asks nothing of the content. Pure.

A greeting is not looked up, an insult is answered once and calmly, and who gets nowhere is offered a person.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from deskbell.answering.deciding.wording import language_of, offered_a_person, wording
from deskbell.answering.outcomes import Said, TurnInput
from deskbell.answering.understanding.lexicon import Talk
from deskbell.answering.understanding.small_talk import hear
from deskbell.events.wire import Author
from deskbell.kit.languages import Language

# Said three times in a row, these lead nowhere.
_TROUBLE = frozenset(
    {
        Talk.ABUSE,
        Talk.FRUSTRATION,
        Talk.CONFUSED,
        Talk.UNCLEAR,
        Talk.LINK,
        Talk.IMAGE,
        Talk.NUMBER,
        Talk.LONG,
    }
)
_ENDLESS = frozenset({Talk.THANKS, Talk.GOODBYE, Talk.ENOUGH, Talk.PRAISE, Talk.OK, Talk.APOLOGY})
ANGRY = frozenset({Talk.FRUSTRATION, Talk.ABUSE})
PATIENCE = 2
_OK_SAYS_YES = re.compile(
    r"(?:ok(?:ay|ey)?|k{1,2}|al(?:l )?right|fine|sounds good|vale|bueno|d.?accord|t[aá](?: bom)?|certo|beleza|[dđ][uư][oợ]c|oke|sige|好的?|好吧|行)(?: (?:please|thanks|po|merci|gracias))?",
    re.IGNORECASE,
)


def small_talk(turn: TurnInput, topics: Sequence[str] = ()) -> str | None:
    """The reply to a message that is no question; None when the content has to be asked. `topics`: what it is about."""
    talk = _talk_at_once(turn)
    return None if talk is None else reply_to(talk, turn, topics)


def is_small_talk(turn: TurnInput) -> bool:
    """Whether it is replied to without the content."""
    return _talk_at_once(turn) is not None


def _talk_at_once(turn: TurnInput) -> Talk | None:
    talk = hear(turn.text, turn.agent.name).talk
    if talk is None or waits_for_the_content(talk, turn.text) or _a_model_explains(talk, turn):
        return None
    return talk


def waits_for_the_content(talk: Talk, text: str) -> bool:
    """The content may answer jokes and the weather after all, and which languages there are; so it is asked first."""
    return talk is Talk.CHIT_CHAT or (
        talk is Talk.LANGUAGE and not (_named_in(text) or _OTHER_NAMES.search(text))
    )


def reply_to(talk: Talk, turn: TurnInput, topics: Sequence[str] = ()) -> str:
    """The sentence for this kind of small talk, at this place of the thread."""
    if talk not in _ENDLESS and in_a_row(talk, turn) >= PATIENCE:
        return wording("not_getting_anywhere", turn)
    if talk is Talk.LANGUAGE:
        return _about_language(turn)
    if talk is Talk.WHAT_CAN_YOU_DO and topics:
        return wording("what_can_you_do", turn, topics=topics)
    return wording(_sentence(talk, turn), turn)


def asks_what_it_answers(turn: TurnInput) -> bool:
    """Whether the reply names what the content is about."""
    return hear(turn.text, turn.agent.name).talk is Talk.WHAT_CAN_YOU_DO


def accepts_the_offer(turn: TurnInput) -> bool:
    """ "Yes please" after the offer of a person asks for one."""
    if not offered_a_person(turn):
        return False
    talk = hear(turn.text, turn.agent.name).talk
    says_ok = talk is Talk.OK and _OK_SAYS_YES.fullmatch(turn.text.strip().rstrip(".!").strip()) is not None
    return talk is Talk.YES or says_ok


def in_a_row(talk: Talk, turn: TurnInput) -> int:
    """How often the visitor's last messages were of this kind already, each answered by the agent."""
    alike = _TROUBLE if talk in _TROUBLE else frozenset({talk})
    count = 0
    for visitor, agent in exchanges(turn.thread):
        if agent.path or hear(visitor.text, turn.agent.name).talk not in alike:
            break
        count += 1
    return count


def despairs_again(turn: TurnInput) -> bool:
    """ "Stupid bot", "this is useless" a second time since a person last wrote: whoever says so is not helped by a third answer."""
    talk = hear(turn.text, turn.agent.name).talk
    if talk not in ANGRY:
        return False
    before = [hear(visitor.text, turn.agent.name).talk for visitor, _ in exchanges(turn.thread)]
    return Talk.FRUSTRATION in (talk, *before) and not ANGRY.isdisjoint(before)


def misses_in_a_row(turn: TurnInput) -> int:
    """How many questions just before this one went without an answer. Rules on "several in a row" start here."""
    count = 0
    for visitor, agent in exchanges(turn.thread):
        if agent.path or hear(visitor.text, turn.agent.name).talk is not None:
            break
        count += 1
    return count


def exchanges(thread: Sequence[Said]) -> Sequence[tuple[Said, Said]]:
    """What the visitor said with what the agent replied, newest first, back to the last word of a member."""
    exchanges: list[tuple[Said, Said]] = []
    for reply, before in pairwise(reversed(thread)):
        if Author.MEMBER in (reply.author, before.author):
            break
        if reply.author is Author.AGENT and before.author is Author.VISITOR:
            exchanges.append((before, reply))
    return exchanges


def _sentence(talk: Talk, turn: TurnInput) -> str:
    answered = _last_was_an_answer(turn)
    match talk:
        case Talk.WHAT_CAN_YOU_DO:
            return "what_can_you_do_without_topics"
        case Talk.CONFUSED if not answered:
            return "unclear"
        case Talk.YES if answered:
            return "ok"
        case Talk.NO if answered:
            return "no_after_an_answer"
        case Talk.NO if _thanked_before(turn):
            return "enough"
        case _:
            return talk.value


def _a_model_explains(talk: Talk, turn: TurnInput) -> bool:
    return talk is Talk.CONFUSED and turn.agent.answerer == "generative" and _last_was_an_answer(turn)


def _last_was_an_answer(turn: TurnInput) -> bool:
    return bool(turn.thread) and bool(turn.thread[-1].path)


def _thanked_before(turn: TurnInput) -> bool:
    """Then the agent asked whether there is anything else, and "no" ends the chat."""
    said = [said.text for said in turn.thread if said.author is Author.VISITOR]
    return bool(said) and hear(said[-1], turn.agent.name).talk in {Talk.THANKS, Talk.PRAISE}


_NAMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:english|ingl[eé]s|anglais|ti[eế]ng anh|ingles)\b|英[文语語]", re.IGNORECASE),
    "es": re.compile(
        r"\b(?:spanish|espa[nñ]ol|espagnol|espanhol|castellano|t[aâ]y ban nha)\b|西班牙", re.IGNORECASE
    ),
    "fr": re.compile(
        r"\b(?:french|fran[cç]ais|franc[eé]s|franc[eê]s|ti[eế]ng ph[aá]p)\b|法[文语語]", re.IGNORECASE
    ),
    "pt": re.compile(r"\b(?:portugu[eê]se?|portugais|brazilian|b[oồ] [dđ][aà]o nha)\b|葡萄牙", re.IGNORECASE),
    "vi": re.compile(r"\b(?:vietnamese|vietnamita|vietnamien|ti[eế]ng vi[eệ]t)\b|越南", re.IGNORECASE),
    "tl": re.compile(r"\b(?:tagalog|filipino|pilipino)\b|他加禄", re.IGNORECASE),
    "zh": re.compile(
        r"\b(?:chinese|mandarin|cantonese|chino|chinois|chin[eê]s|ti[eế]ng trung)\b|[中汉漢国國华華粤粵][文语語]|普通[话話]|广东话|廣東話",
        re.IGNORECASE,
    ),
}
_OTHER_NAMES = re.compile(
    r"\b(?:german|deutsch|italian|russian|arabic|arabe|korean|japanese|hindi|polish|creole|cr[eé]ole|somali|farsi|urdu|turkish|dutch|ukrainian|greek|hebrew|zulu|bisaya|ilocano)\b",
    re.IGNORECASE,
)  # fmt: skip


def _about_language(turn: TurnInput) -> str:
    """The truth about the language that is asked for: what can be written, in which language answers come, and a person."""
    named = _named_in(turn.text)
    if _OTHER_NAMES.search(turn.text):
        return wording("other_language", turn)
    spoken = language_of(turn) if turn.agent.language != "auto" or not named else _wanted(named, turn)
    name = "language_of_a_model" if turn.agent.answerer == "generative" else "language"
    return wording(name, turn, language=spoken)


def _named_in(text: str) -> list[Language]:
    return [language for language, name in _NAMES.items() if name.search(text)]


def _wanted(named: Sequence[Language], turn: TurnInput) -> Language:
    """ "I do not speak English, Spanish please": of several, the one that is not denied, the visitor's own first."""
    own = language_of(turn)
    denied = re.compile(
        r"\b(?:not?|don.?t|rather than|instead of|from|pas|não|nao|không|khong|hindi)\b[^,.]*", re.IGNORECASE
    )
    left = denied.sub(" ", turn.text)
    still: list[Language] = [language for language in named if _NAMES[language].search(left)]
    return (still or [own])[0]
