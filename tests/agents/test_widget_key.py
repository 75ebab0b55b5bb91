"""The key in a site's script line names the workspace and the agent."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbell.agents.widget_key import WidgetKey, decode, encode
from deskbell.kit.errors import NotFound

WORKSPACE = UUID("018f0000-0000-7000-8000-000000000001")
AGENT = UUID("018f0000-0000-7000-8000-000000000002")


@given(st.uuids(), st.uuids())
def test_a_widget_key_leads_back_to_its_workspace_and_agent(workspace_id, agent_id):
    key = encode(workspace_id, agent_id)
    assert decode(key) == WidgetKey(workspace_id, agent_id)
    assert (len(key), key[:3]) == (46, "wk_")


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "wk_",
        encode(WORKSPACE, AGENT)[3:],
        encode(WORKSPACE, AGENT) + "A",
        "wk_" + "é" * 43,
        "wk_" + "!" * 43,
    ],
)
def test_anything_else_is_an_unknown_key(wrong):
    with pytest.raises(NotFound) as refusal:
        decode(wrong)
    assert refusal.value.code == "widget_key_unknown"
