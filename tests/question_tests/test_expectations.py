"""What a question test expects, and what it says of an answer that misses it."""

from uuid import UUID

import pytest

from deskbell.answering.tracing.trace import Came, Step, Trace
from deskbell.events.wire import Reason
from deskbell.question_tests.comparing import Outcome, change, summary
from deskbell.question_tests.expectations import (
    Expectation,
    FromSource,
    HandsOff,
    NothingFound,
    Quotes,
    SmallTalk,
    judge,
)
from deskbell.question_tests.sheet import Line, Wrong, read, write
from deskbell.question_tests.suggesting import Heading, suggestions


def trace(came: Came, *, looked_up: bool = True) -> Trace:
    return Trace(came=came, milliseconds={Step.FIND: 1.0} if looked_up else {})


ANSWERED = trace(Came("reply", "We are open Monday to Friday, 8 am to 7 pm.", 0.9))
HANDED = trace(Came("hand_off", reason="clinical", label="Clinical question"))
NOTHING = trace(Came("say", "I could not find that."))
NO_ANSWER = trace(Came("hand_off", reason="no_answer", label="No answer"))
GREETED = trace(Came("say", "Hello."), looked_up=False)


@pytest.mark.parametrize(
    ("expected", "met", "missed"),
    [
        (Quotes("monday to friday, 8 AM"), ANSWERED, HANDED),
        (Quotes("8 am"), ANSWERED, GREETED),
        (HandsOff(), HANDED, ANSWERED),
        (HandsOff(Reason.CLINICAL), HANDED, NO_ANSWER),
        (NothingFound(), NOTHING, ANSWERED),
        (NothingFound(), NO_ANSWER, HANDED),
        (SmallTalk(), GREETED, NOTHING),
    ],
)
def test_an_expectation_is_met_or_missed(expected: Expectation, met: Trace, missed: Trace) -> None:
    assert (judge(expected, met).passed, judge(expected, missed).passed) == (True, False)


def test_words_are_whole_words() -> None:
    assert not judge(Quotes("Mon"), ANSWERED).passed


def test_a_source_is_found_again_by_its_title_only_in_an_answer() -> None:
    assert not judge(FromSource(UUID(int=1), "Hours"), ANSWERED).passed
    assert not judge(FromSource(UUID(int=1), "Hours"), HANDED).passed


def test_the_first_result_is_no_change_and_the_same_one_neither() -> None:
    good, other, bad = (
        Outcome(passed=True, answer="a", source_ids=[]),
        Outcome(passed=True, answer="b", source_ids=[]),
        Outcome(passed=False, answer="c", source_ids=[]),
    )
    assert change(None, bad) is None
    assert change(good, good) is None
    assert (change(good, other), change(good, bad), change(bad, good)) == (
        "changed",
        "newly_failing",
        "fixed",
    )
    assert change(bad, Outcome(passed=False, answer="d", source_ids=[])) is None


def test_a_run_is_told_in_a_sentence() -> None:
    told = summary(newly_failing=2, fixed=1, changed=1)
    assert told == "2 newly failing, 1 fixed, 1 answer changed but still passing."


def test_a_sheet_comes_back_as_it_was_written_and_never_runs_in_a_spreadsheet() -> None:
    lines = [
        Line("=1+1?", Quotes("a, “b”")),
        Line("When?", HandsOff(Reason.CLINICAL), "n"),
        Line("x", SmallTalk()),
    ]
    assert write(lines).splitlines()[1].startswith("'=1+1?")
    assert list(read(write(lines))) == lines


def test_a_wrong_line_says_what_is_wrong() -> None:
    wrong = [line for line in read("a,quotes,,\nb,hands_off,because,\n,quotes,x,") if isinstance(line, Wrong)]
    assert [line.sentence for line in wrong] == [
        "“quotes” needs its words in the third column.",
        "“because” is no reason of a handoff.",
        "The question is missing or longer than 1,000 characters.",
    ]


def test_suggestions_begin_with_what_must_reach_a_person_and_leave_out_what_is_there() -> None:
    one = UUID(int=1)
    headings = [Heading("Do you sell horses?", one, "Horses"), Heading("When are you open?", one, "Hours")]
    lines = suggestions(headings, ["When are you open?"], ["Can I talk to a real person?"])
    assert [line.question for line in lines] == [
        "How much ibuprofen can I take?",
        "When are you open?",
        "Do you sell horses?",
    ]
