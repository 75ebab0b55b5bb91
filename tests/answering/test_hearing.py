"""What a message is besides a question: greetings, thanks, insults, noise; and what is left of a question without them."""

import pytest

from deskbell.answering.understanding.lexicon import Talk, lexicon_of
from deskbell.answering.understanding.small_talk import hear
from deskbell.answering.understanding.thread import asked_in
from deskbell.kit.languages import LANGUAGES

HEARD = {
    Talk.GREETING: "hi | Hi there Lumi! | good evening | hola, buenas | bonjour | xin chào | 你好 | 👋 | heyyy | olá | Magandang umaga po",
    Talk.HOW_ARE_YOU: "how are you? | hi, how's it going | ¿cómo está? | ça va ? | tudo bem? | kumusta po",
    Talk.PRESENCE: "are you there? | hello?? anyone there? | 在吗",
    Talk.OPENING: "I have a question | can you help me? | help | tengo una pregunta | j'ai une question | tôi muốn hỏi | may tanong po ako | 请问",
    Talk.THANKS: "thanks! | thank you so much | ok cool thanks | muchas gracias | merci beaucoup | obrigada | cảm ơn bạn | salamat po | 谢谢",
    Talk.GOODBYE: "bye | have a nice day | thanks, bye | hasta luego | au revoir | tchau | tạm biệt | paalam | 谢谢，再见",
    Talk.ENOUGH: "no thanks | that's all | nope, that is all | no gracias | c'est tout",
    Talk.PRAISE: "great | you are very helpful | 👍 | perfecto | c'est parfait | 太好了",
    Talk.APOLOGY: "sorry | my bad | perdón | désolé | 不好意思",
    Talk.YES: "yes | yes please | sure | sí | oui | sim | vâng | opo | 是的 | y",
    Talk.NO: "no | nope | not really | non | não | không | hindi po | 不是",
    Talk.OK: "ok | okay | I see | got it | one moment | vale | d'accord | 好的",
    Talk.CONFUSED: "what? | I don't understand | no entiendo | je ne comprends pas | não entendi | 什么意思",
    Talk.WHAT_CAN_YOU_DO: "what can you do? | what can I ask you | how can you help me? | ¿qué puedes hacer? | que pouvez-vous faire ? | 你能做什么？",
    Talk.NAME: "what's your name? | who are you | ¿cómo te llamas? | 你叫什么名字",
    Talk.WHO_MADE_YOU: "who made you | who do you work for? | ¿quién te creó?",
    Talk.LANGUAGE: "can we speak French? | ¿habla español? | do you speak Vietnamese | in Spanish please | parlez-vous anglais ? | 可以说中文吗",
    Talk.CHIT_CHAT: "tell me a joke | what's the weather like today? | how old are you | I love you | cuéntame un chiste | 讲个笑话",
    Talk.FRUSTRATION: "this is useless | stupid bot | this stupid robot is useless | bot inútil | robot idiota | robot stupide | robô burro | bot ngu | bobong bot | 笨机器人 | that's not what I asked | you don't understand me | wtf | esto no sirve | c'est nul | 答非所问",
    Talk.ABUSE: "you are an idiot | fuck you | f*ck off | eres un idiota | ta gueule | vai se foder | putang ina mo | 笨蛋",
    Talk.UNCLEAR: "asdfgh | ???? | … | x | kjhsdf kjsdhf | qwertyuiop | 😐 | 12 | sdkfjh | aaaaaa",
    Talk.NUMBER: "88231 | (303) 555-0142 | 2026-11-25",
    Talk.LINK: "https://example.com/page?x=1 | www.example.org",
    Talk.IMAGE: "[image] | IMG_1234.jpg | data:image/png;base64,iVBORw0KGgo | 📷 | <attachment: scan.pdf>",
}


@pytest.mark.parametrize(
    ("talk", "text"), [(talk, text) for talk, texts in HEARD.items() for text in texts.split(" | ")]
)
def test_small_talk_is_heard(talk: Talk, text: str) -> None:
    assert hear(text, "Lumi").talk is talk


@pytest.mark.parametrize(
    "question",
    [
        "clinic hours",
        "what should I do?",
        "what now?",
        "good evening appointments",
        "Do you treat anxiety?",
        "I need a refill",
        "help me with my bill",
        "how can I pay?",
        "What do you charge for no-shows?",
        "Is there a good time to call?",
        "Can you help me find a therapist?",
        "my therapist is useless",
        "Xanax",
        "HSA",
        "Medicaid",
        "do you speak to my pharmacy",
        "thanksgiving hours",
        "my card number is 88231",
        "¿A qué hora abren?",
        "你们几点开门？",
        "tôi muốn đặt lịch hẹn",
        "qual é o preço?",
    ],
)
def test_a_question_is_never_taken_for_small_talk(question: str) -> None:
    assert (hear(question, "Lumi").talk, hear(question, "Lumi").question) == (None, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("hi! what are your hours?", "what are your hours?"),
        ("thanks, and do you take Aetna?", "do you take Aetna?"),
        ("Hi Lumi do you take Aetna", "do you take Aetna"),
        ("Good morning, I need a refill", "I need a refill"),
        ("I have a question: do you take Aetna?", "do you take Aetna?"),
        ("You idiots! When do you open?", "When do you open?"),
        ("how the fuck do I reset my password", "how do I reset my password"),
        ("Thanks for the quick reply. How do I reset my password?", "How do I reset my password?"),
        ("hola, ¿a qué hora abren?", "¿a qué hora abren?"),
        ("谢谢！你们几点开门？", "你们几点开门？"),
        ("hey\nquick question\nare you open on Friday?\nthanks", "are you open on Friday?"),
        ("What time? Morning?", "What time? Morning?"),
    ],
)
def test_a_question_is_freed_of_its_courtesies(text: str, question: str) -> None:
    heard = hear(text, "Lumi")
    assert (heard.talk, heard.question) == (None, question)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_every_kind_that_has_words(language: str) -> None:
    lexicon = lexicon_of(language)  # pyright: ignore[reportArgumentType]
    books = [p for some in (*lexicon.phrases.by_anchor.values(), lexicon.phrases.always) for p in some]
    assert all(phrase.regex.pattern for phrase in books)
    assert {phrase.label for phrase in books} == {
        talk.value
        for talk in Talk
        if talk not in {Talk.IMAGE, Talk.LINK, Talk.NUMBER, Talk.UNCLEAR, Talk.LONG}
    }


def test_a_story_of_thousands_of_characters_is_small_talk_only_when_it_asks_nothing() -> None:
    story = "My visit was moved twice. " * 200
    assert hear(story).talk is Talk.LONG
    assert hear(f"{story} Can I still cancel it?").talk is None
    assert asked_in(hear(f"Can I still cancel it? {story}").question) == "Can I still cancel it?"


def test_any_string_is_heard_without_harm() -> None:
    for text in ("", " \n\t", "a" * 20_000, "😀" * 5_000, "?" * 5_000, "word " * 4_000, "\u202e\u0301x"):
        hear(text, "Lumi")
