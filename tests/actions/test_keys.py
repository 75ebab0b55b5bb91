"""Keys of fields come from their labels."""

import pytest

from deskbell.actions.fields import KEY_SHAPE
from deskbell.actions.keys import key_for


@pytest.mark.parametrize(
    ("label", "taken", "key"),
    [
        ("Provider name", [], "provider_name"),
        ("Provider name", ["provider_name"], "provider_name_2"),
        ("Número de póliza", [], "numero_de_poliza"),
        ("1st visit?", [], "field_1st_visit"),
        ("患者の名前", [], "field"),
        ("x" * 80, [], "x" * 37),
    ],
)
def test_a_field_gets_a_key_from_its_label(label, taken, key):
    assert key_for(label, taken) == key
    assert KEY_SHAPE.fullmatch(key)
