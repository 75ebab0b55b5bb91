"""Patterns an admin may demand: useful ones pass, ones that could hang the server are refused with the reason."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskbell.actions.fields import LONGEST_VALUE, FieldSpec, FieldType, check_fields
from deskbell.actions.patterns import NotSimple, check_pattern
from deskbell.kit.errors import Refused


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        r"\d{4,}",
        r"^\d{4,}$",
        r"[A-Z]{2,3}-?\d{4,8}",
        r"(?:INV|REF)-\d+",
        r"(\d{3}-)+\d{4}",
        r"\w+@\w+",
        r"[^\s\]]{3}",
    ],
)
def test_patterns_of_ordinary_references_are_accepted(pattern):
    check_pattern(pattern, longest_value=LONGEST_VALUE)
    re.compile(pattern)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a+)+", "a group that can match in several ways is repeated"),
        ("(a|a)*b", "a group that can match in several ways is repeated"),
        ("(a?){40}a", "a group that can match in several ways is repeated"),
        (r"\d*\d*\d*x", "it repeats too many parts that can match the same text"),
        ("a?" * 30, "it repeats too many parts that can match the same text"),
        (r"(\d)\1", "“\\1” is not supported"),
        (r"(?=x)y", "look-around and named groups are not supported"),
        ("a+?b", "a repeat follows a repeat"),
        ("+a", "“+” repeats nothing"),
        ("(a", "a “(” is not closed"),
        ("a)", "a “)” has no “(”"),
        ("[a", "a “[” is not closed"),
        ("[]", "a “[…]” is empty"),
        ("a{x}", "“{…}” needs counts, like {4} or {4,8}"),
        ("a{9,2}", "“{9,2}” can never match"),
        ("a\\", "“\\” is not supported"),
    ],
)
def test_a_pattern_outside_the_safe_subset_says_why(pattern, reason):
    with pytest.raises(NotSimple) as refusal:
        check_pattern(pattern, longest_value=LONGEST_VALUE)
    assert str(refusal.value) == reason


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab\\d()[]|?*+{}1,^$-:", max_size=24))
def test_every_accepted_pattern_compiles_and_ends_quickly_on_a_hostile_value(pattern):
    try:
        check_pattern(pattern, longest_value=LONGEST_VALUE)
    except NotSimple:
        return
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    started = time.perf_counter()
    compiled.fullmatch("a" * (LONGEST_VALUE - 1) + "!")
    assert time.perf_counter() - started < 1


def test_a_field_with_a_runaway_pattern_is_refused_and_named():
    reference = FieldSpec("reference", "Reference number", FieldType.REFERENCE, pattern="(a|aa)+")
    with pytest.raises(Refused) as refusal:
        check_fields([reference])
    assert (refusal.value.code, refusal.value.detail) == ("field_pattern_complex", {"field": "reference"})
