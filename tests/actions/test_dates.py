"""A date of birth is read in the words of the visitor's language; half a date is none."""

import pytest

from deskbell.actions.fields import FieldSpec, FieldType
from deskbell.actions.reading import Bad, Good, read

BIRTH = FieldSpec("dob", "Date of birth", FieldType.DATE)


@pytest.mark.parametrize(
    "text",
    [
        "9 de junio de 1983",
        "nací el 9 de junio del 1983",
        "9 juin 1983",
        "le 9 JUIN 1983",
        "9 de junho de 1983",
        "ngày 9 tháng 6 năm 1983",
        "9 tháng 6, 1983",
        "ika-9 ng Hunyo 1983",
        "1983年6月9日",
        "I was born on the 9th of June 1983",
    ],
)
def test_a_whole_date_is_read_in_seven_languages(text: str) -> None:
    assert read(BIRTH, text) == Good("1983-06-09")


@pytest.mark.parametrize(
    "text", ["junio de 1983", "9 de junio", "31 de junio de 1983", "13月", "9 juin ou 10 juin 1983"]
)
def test_half_a_date_an_impossible_one_and_two_are_asked_for_again(text: str) -> None:
    assert isinstance(read(BIRTH, text), Bad)
