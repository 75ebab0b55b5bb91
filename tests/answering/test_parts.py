"""Several questions in one message are taken apart; one question with an "and" in it stays one."""

import pytest

from deskbell.answering.understanding import MOST_PARTS, parts


@pytest.mark.parametrize(
    ("message", "apart"),
    [
        ("What are your hours and do you take Aetna?", ("What are your hours", "do you take Aetna?")),
        ("What are your hours? Do you take Aetna?", ("What are your hours?", "Do you take Aetna?")),
        (
            "How much is a visit, and can I pay in installments?",
            ("How much is a visit", "can I pay in installments?"),
        ),
        (
            "1. what are your hours\n2) where are you\n- do you take cash",
            ("what are your hours", "where are you", "do you take cash"),
        ),
        (
            "I want to know how to reset my password and where I can see my bills",
            ("I want to know how to reset my password", "where I can see my bills"),
        ),
        ("营业时间是几点？可以用信用卡吗？", ("营业时间是几点？", "可以用信用卡吗？")),
    ],
)
def test_questions_that_are_joined_are_taken_apart(message: str, apart: tuple[str, ...]) -> None:
    assert parts(message) == apart


@pytest.mark.parametrize(
    "message",
    [
        "Do you treat anxiety and depression?",
        "when and where do I sign up?",
        "how do I book and cancel a visit?",
        "What is the copay and the deductible?",
        "Can my husband, my wife or a friend join my visit?",
        "If I cancel late and I have no insurance, do I pay?",
        "Do you take Blue Ridge, Harbor Mutual and Aspen Crest?",
        "I have Aetna. Do you take it?",
        "Dr. Chen told me to ask. Is she in on Friday?",
        "clinic hours",
        "",
    ],
)
def test_one_question_stays_one(message: str) -> None:
    assert parts(message) == (message,)


def test_what_is_told_goes_with_the_question_it_leads_to() -> None:
    told = (
        "I moved last week. How do I change my address? And do you serve Utah? I have not told anybody yet."
    )
    assert parts(told) == (
        "I moved last week. How do I change my address?",
        "And do you serve Utah? I have not told anybody yet.",
    )


def test_a_part_that_leans_on_the_one_before_takes_it_along() -> None:
    assert parts("Do you offer therapy, and is it free?") == (
        "Do you offer therapy",
        "is it free? offer therapy",
    )


def test_the_same_question_twice_is_asked_once() -> None:
    assert parts("are you open?\nare you open?") == ("are you open?",)


def test_more_questions_than_are_answered_one_by_one_are_answered_as_one() -> None:
    asked = "who are you? where are you? do you take cash? do you treat pain? do you see children?"
    assert len(parts(asked)) == MOST_PARTS
    assert parts(asked)[-1] == "do you treat pain? do you see children?"
