"""A sealed secret opens only where it was sealed."""

import pytest

from deskbell.kit.crypto import seal, unseal
from deskbell.kit.errors import Refused

KEY = b"k" * 32


def test_a_sealed_secret_opens_with_the_same_key_and_row():
    sealed = seal(KEY, "sk-1234", bound_to="agent 1")
    assert unseal(KEY, sealed, bound_to="agent 1") == "sk-1234"
    assert b"sk-1234" not in sealed
    assert seal(KEY, "sk-1234", bound_to="agent 1") != sealed


@pytest.mark.parametrize(
    "touch", [lambda b: b"\x02" + b[1:], lambda b: b[:-1], lambda b: b[:5], lambda b: b[:0]]
)
def test_a_touched_secret_does_not_open(touch):
    with pytest.raises(Refused) as refusal:
        unseal(KEY, touch(seal(KEY, "sk-1234", bound_to="agent 1")), bound_to="agent 1")
    assert refusal.value.code == "secret_unreadable"


def test_a_secret_does_not_open_in_another_row_or_under_another_key():
    sealed = seal(KEY, "sk-1234", bound_to="agent 1")
    for key, row in [(KEY, "agent 2"), (b"x" * 32, "agent 1")]:
        with pytest.raises(Refused):
            unseal(key, sealed, bound_to=row)
