"""Messages that ask nothing of the content, through the whole turn: a calm sentence in the visitor's language, nobody rung."""

from itertools import pairwise
from typing import Any

import pytest

from deskbell.kit.db import Database
from tests.answering.turns import ANSWER, Answers, authors
from tests.cast import Desk, Person
from tests.stage import open_desk
from tests.visitor import Visitor

SORRY = "I am sorry that this has not helped. Tell me in a few words what it is about, and I will look again."
OFFER = "Would you like to talk to a person from our team?"


@pytest.fixture
def answerer() -> Answers:
    return Answers()


@pytest.fixture
def desk(database: Database, answerer: Answers) -> Desk:
    return open_desk(database, answerer=answerer)


async def replies(vera: Visitor, *texts: str) -> list[str]:
    """What the visitor reads in reply to each."""
    for text in texts:
        await vera.asks(text)
    return [m["text"] for m in (await vera.thread())["messages"] if m["author"] == "agent"]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("hi there Lumi", "Hello, good to have you here. What would you like to know?"),
        ("hola, buenas", "Hola, qué bueno que escribe. ¿Qué le gustaría saber?"),
        ("bonjour", "Bonjour et bienvenue. Que souhaitez-vous savoir ?"),
        ("boa tarde", "Olá, que bom que escreveu. O que gostaria de saber?"),
        ("xin chào", "Xin chào, rất vui được gặp bạn. Bạn muốn biết điều gì?"),
        ("magandang umaga po", "Kumusta po, salamat sa pagsulat. Ano po ang gusto ninyong malaman?"),
        ("你好", "您好，很高兴为您服务。您想了解什么？"),
        ("👋", "Hello, good to have you here. What would you like to know?"),
        ("thanks!", "You are very welcome. Is there anything else I can look up?"),
        ("goodbye", "Goodbye, and take care. You can write here again at any time."),
        ("can you help me?", "Of course. What is it about?"),
        ("asdfgh", "I did not understand that. What would you like to know? A few words are enough."),
        ("???", "I did not understand that. What would you like to know? A few words are enough."),
        (
            "you are an idiot",
            f"I hear that you are upset, and I would still like to help. What is it about? {OFFER}",
        ),
        ("this is useless", f"{SORRY} {OFFER}"),
        ("stupid bot", f"{SORRY} {OFFER}"),
        (
            "https://example.com/page",
            f"I cannot open links. Please tell me in words what you would like to know. {OFFER}",
        ),
        (
            "IMG_1234.jpg",
            f"I cannot see pictures or files here. Please describe in words what you need. {OFFER}",
        ),
    ],
)
async def test_a_message_that_is_no_question_gets_its_sentence_and_rings_for_nobody(
    vera: Visitor, ben: Person, answerer: Answers, text: str, reply: str
) -> None:
    assert await replies(vera, text) == [reply]
    assert answerer.asked == []
    counts = (await ben.inbox())["counts"]
    assert (counts["needs_person"], counts["agent"]) == (0, 1)


async def test_a_question_in_small_talk_is_answered(vera: Visitor, answerer: Answers) -> None:
    assert await replies(vera, "hi! what are your hours?", "you idiots, when do you open?") == [ANSWER] * 2
    assert len(answerer.asked) == 2


async def test_who_asks_what_it_is_always_hears_the_truth(vera: Visitor) -> None:
    said = await replies(vera, "hi! are you a bot?", "what is your name?", "who made you?")
    assert [text.split(".")[0] for text in said] == [
        "I am an AI assistant, not a person",
        "I am Lumi, the AI assistant of Cedar Row Virtual Care",
        "I am an AI assistant that Cedar Row Virtual Care has set up for its visitors",
    ]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("¿habla español?", "Puede escribirme en español. Mis respuestas son citas de las páginas de ayuda"),
        ("can we speak French?", "Vous pouvez m’écrire en français. Mes réponses sont citées"),
        ("Do you speak German?", "I do not have that language. My answers are quoted"),
        ("no english, spanish please", "Puede escribirme en español."),
    ],
)
async def test_who_wants_another_language_hears_the_truth_about_it(
    vera: Visitor, text: str, begins: str
) -> None:
    [reply] = await replies(vera, text)
    assert reply.startswith(begins)


async def test_the_language_that_an_admin_has_set_wins(
    ada: Person, vera: Visitor, lumi: dict[str, Any]
) -> None:
    settings = {"language": "es-MX", "tone": "formal"}
    await ada.sends("PATCH", f"/api/agents/{lumi['id']}", settings)
    assert await replies(vera, "hello") == [
        "Buen día, le damos la bienvenida a Cedar Row Virtual Care. ¿En qué puedo ayudarle?"
    ]


async def test_the_language_of_the_thread_decides_where_a_word_is_of_many(vera: Visitor) -> None:
    said = await replies(vera, "hola, buenas tardes", "ok")
    assert said[1] == "Bien. Si necesita algo más, escríbalo aquí."


async def test_the_same_again_and_again_is_offered_a_person_and_never_the_same_sentence(
    vera: Visitor,
) -> None:
    said = await replies(vera, *["asdfgh", "????", "sdkfjhs", "x", "…"])
    assert said[2] == f"We are not getting anywhere like this. {OFFER}"
    assert all(one != next_one for one, next_one in pairwise(said))


async def test_repeated_abuse_stays_calm_and_ends_nothing(vera: Visitor, answerer: Answers) -> None:
    said = await replies(vera, "idiot", "you are a moron", "fuck you", "you suck", "When do you open?")
    assert said[-1] == ANSWER
    assert [OFFER in text for text in said[:4]] == [True, True, True, False]
    assert not any("!" in text for text in said)


@pytest.mark.parametrize(
    "texts",
    [
        ("stupid bot", "this is useless"),
        ("this is useless", "When do you open?", "that's not what I asked"),
        ("esto no sirve", "robot idiota"),
        ("you are an idiot", "stupid bot"),
        ("没用", "笨机器人"),
    ],
)
async def test_who_despairs_of_the_agent_a_second_time_is_passed_to_a_person(
    vera: Visitor, ben: Person, texts: tuple[str, ...]
) -> None:
    *before, last = texts
    for text in before:
        assert (await vera.asks(text))["conversation"]["state"] == "agent"
    await vera.asks(last)
    row = (await ben.inbox())["conversations"][0]
    assert (row["state"], row["reason"], row["label"]) == ("waiting", "frustrated", "Frustrated visitor")


async def test_what_was_said_before_a_person_took_over_does_not_count_as_despair(
    vera: Visitor, ben: Person
) -> None:
    await vera.asks("stupid bot")
    row = (await ben.inbox("agent"))["conversations"][0]
    row = await ben.takes_over(row)
    await ben.replies(row, "How can I help?")
    await ben.hands_back(row)
    assert (await vera.asks("this is useless"))["conversation"]["state"] == "agent"


async def test_which_languages_there_are_is_asked_of_the_content_and_a_language_by_name_is_not(
    vera: Visitor, answerer: Answers
) -> None:
    said = await replies(vera, "can we speak French?", "what languages do you support?")
    assert said[1] == ANSWER
    assert answerer.asked == ["what languages do you support?"]


@pytest.mark.parametrize("yes", ["yes please", "ok", "sí", "sure"])
async def test_who_accepts_the_offer_is_passed_to_a_person(vera: Visitor, ben: Person, yes: str) -> None:
    await vera.asks("this is useless")
    assert authors(await vera.asks(yes))[-1] == "handed_off"
    assert (await ben.inbox())["conversations"][0]["reason"] == "asked_for_person"


async def test_yes_without_an_offer_rings_for_nobody(vera: Visitor) -> None:
    await vera.asks("When do you open?")
    assert (await vera.asks("yes"))["conversation"]["state"] == "agent"


async def test_no_after_an_answer_offers_a_person_and_no_after_thanks_says_goodbye(vera: Visitor) -> None:
    said = await replies(vera, "When do you open?", "no", "thanks", "no")
    assert said[1] == f"Then that was not what you needed. You can ask in other words. {OFFER}"
    assert said[3] == "All right. You can write here again at any time."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("hi! you useless bot, get me a human", "asked_for_person"),
        ("hola, humano por favor, gracias", "asked_for_person"),
        ("asdfgh agent pls", "asked_for_person"),
        ("thanks lumi, how much ibuprofen can I take?", "clinical"),
        ("fuck you, I have chest pain", "emergency"),
        ("hello hello 👋 i want to die", "emergency"),
        ("asdfgh jkl\nI took 30 pills", "emergency"),
    ],
)
async def test_who_needs_a_person_is_heard_inside_small_talk_abuse_and_noise(
    vera: Visitor, ben: Person, text: str, reason: str
) -> None:
    await vera.asks(text)
    row = (await ben.inbox())["conversations"][0]
    assert (row["state"], row["reason"]) == ("waiting", reason)
