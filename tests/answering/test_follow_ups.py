"""A question that leans on the thread takes along what it leaves out; a new question is left as it is."""

import pytest

from deskbell.answering.understanding.follow_ups import Lean, lean
from deskbell.answering.understanding.thread import in_the_light_of


@pytest.mark.parametrize(
    ("question", "how"),
    [
        ("and on Saturday?", Lean.FRAGMENT),
        ("what about my kids", Lean.FRAGMENT),
        ("and for Medicaid?", Lean.FRAGMENT),
        ("same for refills?", Lean.FRAGMENT),
        ("Saturday?", Lean.FRAGMENT),
        ("and if I'm a minor?", Lean.FRAGMENT),
        ("y los sábados?", Lean.FRAGMENT),
        ("how much is that?", Lean.REFERENCE),
        ("can I do it online?", Lean.REFERENCE),
        ("What if I don’t have one?", Lean.REFERENCE),
        ("do I need a referral for that", Lean.REFERENCE),
        ("can my husband see it", Lean.REFERENCE),
        ("anything else?", Lean.REFERENCE),
        ("tell me more", Lean.REFERENCE),
        ("¿cuánto cuesta eso?", Lean.REFERENCE),
        ("where?", Lean.BARE),
        ("how much?", Lean.BARE),
        ("is there a fee?", Lean.BARE),
    ],
)
def test_what_leans_on_the_thread_is_seen(question: str, how: Lean) -> None:
    assert lean(question) is how


@pytest.mark.parametrize(
    "question",
    [
        "how do I reset my password?",
        "and do you take Aetna?",
        "What if I'm late?",
        "is it possible to get a refill online",
        "how long does it take to get a refill",
        "how much does it cost to see a therapist",
        "is this clinic open today",
        "what if I lose my card and it was used",
        "Medicaid?",
        "clinic hours",
        "What are your hours?",
        "who can join",
    ],
)
def test_what_stands_alone_is_left_alone(question: str) -> None:
    assert lean(question) is None
    assert in_the_light_of(["Do you treat depression?"], question) == question


@pytest.mark.parametrize(
    ("before", "question", "understood"),
    [
        (["What are your hours on Friday?"], "and on Saturday?", "on Saturday? hours"),
        (
            ["What are your hours?", "and on Saturday?"],
            "and on Sunday?",
            "on Sunday? hours",
        ),
        (
            ["Do you see children?", "How do I add my child?"],
            "can I do it online?",
            "can I do it online? add child",
        ),
        (["What are your hours?", "How do I pay?"], "where?", "where? pay"),
        (["My camera does not work"], "what should I do?", "what should I do? camera"),
        ([], "and on Saturday?", "and on Saturday?"),
    ],
)
def test_a_follow_up_says_what_it_left_out(before: list[str], question: str, understood: str) -> None:
    assert in_the_light_of(before, question) == understood
