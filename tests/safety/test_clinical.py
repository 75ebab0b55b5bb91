"""Clinical questions are told from the logistics of care."""

from hypothesis import given
from hypothesis import strategies as st

from deskbell.safety.clinical import ClinicalQuestion, approved_wording, is_clinical

from .sets import lines


def test_every_clinical_question_of_the_set_is_recognized() -> None:
    assert [text for text in lines("clinical_own", "clinical") if not is_clinical(text)] == []


def test_seeing_results_refills_and_prices_are_not_clinical() -> None:
    assert [text for text in lines("clinical_own", "logistics") if is_clinical(text)] == []


def test_a_question_says_its_kind() -> None:
    assert is_clinical("Is my A1C normal?") == ClinicalQuestion("results", "is my a1c normal")
    assert is_clinical("Do I have strep?") == ClinicalQuestion("diagnosis", "do i have strep")


def test_the_approved_wording_names_the_emergency_number_of_the_region() -> None:
    assert "999" in approved_wording("en", emergency="999")
    assert approved_wording("es").startswith("No puedo dar consejo médico")
    assert approved_wording("xx") == approved_wording("en")


@given(st.text())
def test_no_text_can_break_it(text: str) -> None:
    is_clinical(text)
