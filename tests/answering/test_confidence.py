"""How sure the agent is: the shipped weights belong to the shipped evidence, more agreement never means less, and a calibration
changes what a score means but not which answers come first.
"""

from dataclasses import replace

import pytest

from deskbell.answering.verbatim.claims import Claims, claims_of
from deskbell.answering.verbatim.confidence import AS_FITTED, Calibration, confidence, fitted
from deskbell.answering.verbatim.evidence import Evidence, word_weights

SAYS_ALL = Claims(
    quote_covers=1.0,
    sentence_covers=1.0,
    heading_covers=0.5,
    heading_extra=0.0,
    missing_rarest=0.0,
    missing_words=0.0,
    missing_from_passage=0.0,
    missing_name=0.0,
    missing_number=0.0,
    missing_not=0.0,
    missing_utmost=0.0,
    opposite=0.0,
    turned=0.0,
    kind_known=1.0,
    kind_missing=0.0,
    adjacent=0.5,
    near=0.5,
)
CLEAR = Evidence(
    nearest_passage=0.8,
    chosen_passage=0.8,
    nearest_unit=0.8,
    heading=0.7,
    covered=1.0,
    unknown=0.0,
    ahead=0.4,
    gap=0.2,
    lexical_gap=0.5,
    agree=True,
    stems=3,
    words=6,
    quote_alike=1.0,
    passage_alike=1.0,
    best_unit=0.8,
    claims=SAYS_ALL,
)
VISIT = "A visit by video costs $85. On weekends you see whoever is on duty."


def said_of(question: str, text: str = VISIT, path: str = "Billing › What does a visit cost?") -> Claims:
    return claims_of(question, word_weights(question, []), path=path, text=text, quote=text)


def test_every_weight_is_for_evidence_that_is_measured_and_none_is_lost() -> None:
    measured = set(CLEAR.features())
    model = fitted()
    assert set(model.topic.weights) | set(model.fact.weights) <= measured
    assert len(set(model.topic.weights) | set(model.fact.weights)) > 20
    assert set(model.both.weights) == {"score"}
    assert set(model.reference) == {"middle"}


def test_clear_evidence_is_sure_and_none_is_not() -> None:
    far = {"nearest_passage": 0.1, "chosen_passage": 0.1, "nearest_unit": 0.1, "heading": 0.1, "ahead": 0.0}
    far |= {"best_unit": 0.1, "quote_alike": 0.0, "passage_alike": 0.0}
    unsaid = replace(
        SAYS_ALL, quote_covers=0.0, sentence_covers=0.0, missing_words=1.0, adjacent=0.0, near=0.0
    )
    nothing = replace(CLEAR, **far, covered=0.0, unknown=1.0, claims=unsaid)
    assert confidence(CLEAR) > 0.8
    assert confidence(nothing) < 0.05


@pytest.mark.parametrize(
    "name",
    [
        "nearest_passage",
        "chosen_passage",
        "nearest_unit",
        "heading",
        "covered",
        "ahead",
        "gap",
        "best_unit",
        "quote_alike",
    ],
)
def test_nearer_is_never_less_sure(name: str) -> None:
    rising = [confidence(replace(CLEAR, **{name: step / 10})) for step in range(11)]
    assert rising == sorted(rising)


@pytest.mark.parametrize(
    "name", ["missing_name", "missing_number", "missing_not", "opposite", "turned", "kind_missing"]
)
def test_what_is_missing_never_makes_surer(name: str) -> None:
    missing = replace(CLEAR, claims=replace(SAYS_ALL, **{name: 1.0}))
    assert confidence(missing) <= confidence(CLEAR)


def test_a_calibration_keeps_the_order_of_answers() -> None:
    steps = [replace(CLEAR, nearest_unit=step / 10, chosen_passage=step / 10) for step in range(11)]
    strict = Calibration(score_shift=-1.0, score_scale=0.7)
    sure = [confidence(step, strict) for step in steps]
    assert sure == sorted(sure)
    assert confidence(CLEAR, strict) < confidence(CLEAR, AS_FITTED)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What does a visit by video cost?", set[str]()),
        ("What does a visit in Denver cost?", {"missing_name"}),
        ("Does a visit cost $60?", {"missing_number"}),
        ("When does a visit not cost $85?", {"missing_not"}),
        ("What does the cheapest visit cost?", {"missing_utmost"}),
        ("Is a visit free?", {"opposite"}),
        ("Who sees whoever is on duty?", set[str]()),
    ],
)
def test_what_the_question_names_and_the_quote_does_not_say_is_seen(question: str, missing: set[str]) -> None:
    seen = said_of(question)
    flags = ("missing_name", "missing_number", "missing_not", "missing_utmost", "opposite", "turned")
    assert {flag for flag in flags if getattr(seen, flag)} == missing


def test_a_question_for_a_time_wants_a_time() -> None:
    assert said_of("When can I come?", "The rooms are painted green.").kind_missing == 1.0
    assert said_of("When can I come?", "We open at 9:00.").kind_missing == 0.0


def test_paid_and_unpaid_are_told_apart() -> None:
    assert said_of("Which bills are paid?", "Unpaid bills are sent again.").turned == 1.0
    assert said_of("Which bills are unpaid?", "Unpaid bills are sent again.").turned == 0.0
