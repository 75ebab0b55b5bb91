"""Who may pass each route. A new route is one line here; `test_strangers` refuses a route without one.

Each line gives a body that is valid, so that a refusal is the door's and not the form's.
`{name}` in a path or body is filled with an id of the clinic's: see `clinic_ids.py` for how each is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class For(StrEnum):
    """Whose door it is."""

    EVERYBODY = "everybody"  # also without signing in; says nothing about a workspace to strangers
    PERSON = "person"  # signed in, in whatever workspace
    OPERATOR = "operator"  # every member of the workspace
    ADMIN = "admin"  # admins and owners
    VISITOR = "visitor"  # whoever holds a visitor's token of this agent


@dataclass(frozen=True)
class Door:
    """`own`: without ids of the path, a stranger passes into their own workspace and meets nothing of the clinic's."""

    whose: For
    body: Mapping[str, Any] | None = None
    files: bool = False
    stays_open: bool = False  # a stream: never read to its end

    @property
    def takes_role(self) -> bool:
        return self.whose is For.ADMIN


KEY = "key-of-a-stranger"
RULE = {"when": {"kind": "asks_for_person"}, "label": "Asked for a person"}
QUESTION_TEST = {"question": "When?", "expectation": {"kind": "hands_off"}}
ACTION = {"name": "Contact details", "fields": [{"label": "Patient name"}]}
SAVED_REPLY = {"name": "Greeting", "text": "Hello {visitor}"}
MODEL = {"url": "http://127.0.0.1:9/v1", "name": "nobody-there"}
SET_UP = {"token": "x", "name": "X", "email": "x@x.example", "password": "0123456789", "workspace_name": "X"}
LADDER = {
    "members_here_after_seconds": 60,
    "everybody_after_seconds": 180,
    "contact_after_seconds": 300,
    "webhook_after_seconds": 300,
    "again_after_seconds": 900,
}
SIGN_IN = {"email": "x@x.example", "password": "x"}

AGENT, CONVERSATION, WIDGET = (
    "/api/agents/{agent_id}",
    "/api/conversations/{conversation_id}",
    "/api/widget/{widget_key}",
)

DOORS: Mapping[str, Door] = {
    # people and workspaces
    "GET /api/setup": Door(For.EVERYBODY),
    "POST /api/setup": Door(For.EVERYBODY, SET_UP),
    "POST /api/session": Door(For.EVERYBODY, SIGN_IN),
    "POST /api/invitations/preview": Door(For.EVERYBODY, {"token": "x"}),
    "POST /api/invitations/accept": Door(For.EVERYBODY, {"token": "x"}),
    "POST /api/invitations/renewal": Door(For.EVERYBODY, {"token": "x"}),
    "GET /api/me": Door(For.PERSON),
    "POST /api/me/heartbeat": Door(For.PERSON),
    "DELETE /api/session": Door(For.PERSON),
    "PUT /api/session/workspace": Door(For.PERSON, {"workspace_id": "{workspace_id}"}),
    "POST /api/workspaces": Door(For.PERSON, {"name": "Mine"}),
    "GET /api/workspace": Door(For.OPERATOR),
    "PATCH /api/workspace": Door(For.ADMIN, {"name": "Renamed"}),
    "GET /api/members": Door(For.OPERATOR),
    "PATCH /api/members/{member_id}": Door(For.ADMIN, {"role": "admin"}),
    "DELETE /api/members/{member_id}": Door(For.ADMIN),
    "PUT /api/me/availability": Door(For.OPERATOR, {"availability": "available"}),
    "POST /api/invitations": Door(For.ADMIN, {"emails": ["x@x.example"], "role": "operator"}),
    "POST /api/invitations/{invitation_id}/resend": Door(For.ADMIN),
    "DELETE /api/invitations/{invitation_id}": Door(For.ADMIN),
    "GET /api/mails": Door(For.ADMIN),
    "GET /api/alarm": Door(For.ADMIN),
    "PUT /api/alarm": Door(For.ADMIN, LADDER),
    "POST /api/alarm/tests": Door(For.ADMIN),
    # agents and what they know and do
    "GET /api/agents": Door(For.OPERATOR),
    "POST /api/agents": Door(For.ADMIN, {"name": "Another"}),
    f"GET {AGENT}": Door(For.OPERATOR),
    f"PATCH {AGENT}": Door(For.ADMIN, {"name": "Renamed"}),
    f"POST {AGENT}/models/test": Door(For.ADMIN, MODEL),
    f"GET {AGENT}/models/usage": Door(For.OPERATOR),
    "GET /api/model-policy": Door(For.OPERATOR),
    "PUT /api/model-policy": Door(For.ADMIN, {"text_stays_here": False, "budget": {}}),
    "GET /api/model-budgets/reached": Door(For.OPERATOR),
    "GET /api/model-usage": Door(For.OPERATOR),
    "GET /api/model-troubles": Door(For.OPERATOR),
    f"POST {AGENT}/models/{{model_id}}/trial": Door(For.ADMIN),
    f"GET {AGENT}/sources": Door(For.OPERATOR),
    f"POST {AGENT}/sources/text": Door(For.ADMIN, {"title": "Hours", "text": "Never."}),
    f"POST {AGENT}/sources/questions": Door(For.ADMIN, {"question": "When?", "answer": "Never."}),
    f"POST {AGENT}/sources/questions/preview": Door(For.ADMIN, files=True),
    f"POST {AGENT}/sources/questions/import": Door(For.ADMIN, files=True),
    "GET /api/sources/{source_id}/original": Door(For.OPERATOR),
    "PUT /api/sources/{source_id}/text": Door(For.ADMIN, {"title": "Hours", "text": "Always."}),
    "PUT /api/sources/{source_id}/question": Door(For.ADMIN, {"question": "When?", "answer": "Always."}),
    "PUT /api/sources/{source_id}/questions": Door(
        For.ADMIN, {"title": "Hours", "pairs": [{"question": "When?", "answer": "Always."}]}
    ),
    f"POST {AGENT}/sources/files": Door(For.ADMIN, files=True),
    f"POST {AGENT}/sources/websites": Door(For.ADMIN, {"address": "https://clinic.example/help"}),
    f"POST {AGENT}/sources/pages": Door(For.ADMIN, {"address": "https://clinic.example/fees"}),
    f"GET {AGENT}/flags": Door(For.OPERATOR),
    "POST /api/flags/{flag_id}/dismissal": Door(For.ADMIN),
    "DELETE /api/flags/{flag_id}/dismissal": Door(For.ADMIN),
    "PATCH /api/sources/{source_id}": Door(For.ADMIN, {"refresh": "weekly"}),
    "DELETE /api/sources/{source_id}/reading": Door(For.ADMIN),
    "GET /api/sources/{source_id}/pages": Door(For.OPERATOR),
    "POST /api/sources/{source_id}/pages/retry": Door(For.ADMIN),
    "GET /api/sources/{source_id}/changes": Door(For.OPERATOR),
    "GET /api/sources/{source_id}/changes/{number}": Door(For.OPERATOR),
    "GET /api/sources/{source_id}": Door(For.OPERATOR),
    "DELETE /api/sources/{source_id}": Door(For.ADMIN),
    "DELETE /api/sources/{source_id}/removal": Door(For.ADMIN),
    "POST /api/sources/{source_id}/retry": Door(For.ADMIN),
    "GET /api/documents/{document_id}": Door(For.OPERATOR),
    "GET /api/documents/{document_id}/versions": Door(For.OPERATOR),
    "GET /api/documents/{document_id}/versions/{version}": Door(For.OPERATOR),
    "GET /api/saved-replies": Door(For.OPERATOR),
    "POST /api/saved-replies": Door(For.OPERATOR, SAVED_REPLY),
    "PUT /api/saved-replies/{saved_reply_id}": Door(For.OPERATOR, SAVED_REPLY),
    "DELETE /api/saved-replies/{saved_reply_id}": Door(For.OPERATOR),
    "POST /api/saved-replies/{saved_reply_id}/uses": Door(For.OPERATOR),
    f"GET {AGENT}/actions": Door(For.OPERATOR),
    f"POST {AGENT}/actions": Door(For.ADMIN, ACTION),
    "PATCH /api/actions/{action_id}": Door(For.ADMIN, {"name": "Renamed"}),
    "DELETE /api/actions/{action_id}": Door(For.ADMIN),
    f"GET {AGENT}/rules": Door(For.OPERATOR),
    f"POST {AGENT}/rules": Door(For.ADMIN, RULE),
    f"PUT {AGENT}/rules/order": Door(For.ADMIN, {"rule_ids": ["{rule_id}"]}),
    "PATCH /api/rules/{rule_id}": Door(For.ADMIN, {"label": "Renamed"}),
    "DELETE /api/rules/{rule_id}": Door(For.ADMIN),
    # conversations
    "GET /api/inbox": Door(For.OPERATOR),
    f"GET {CONVERSATION}": Door(For.OPERATOR),
    f"PUT {CONVERSATION}/read": Door(For.OPERATOR, {"seq": 1}),
    f"POST {CONVERSATION}/messages": Door(For.OPERATOR, {"key": KEY, "text": "Hello"}),
    f"POST {CONVERSATION}/notes": Door(For.OPERATOR, {"key": KEY, "text": "Hello"}),
    f"POST {CONVERSATION}/takeover": Door(For.OPERATOR, {}),
    f"DELETE {CONVERSATION}/takeover": Door(For.OPERATOR),
    f"POST {CONVERSATION}/resolution": Door(For.OPERATOR, {}),
    f"DELETE {CONVERSATION}/resolution": Door(For.OPERATOR),
    f"POST {CONVERSATION}/acknowledgement": Door(For.OPERATOR),
    f"GET {CONVERSATION}/alarm": Door(For.OPERATOR),
    f"PATCH {CONVERSATION}/fields/{{key}}": Door(For.OPERATOR, {"value": "x"}),
    f"POST {CONVERSATION}/typing": Door(For.OPERATOR),
    f"GET {CONVERSATION}/turns": Door(For.OPERATOR),
    f"GET {CONVERSATION}/messages/{{message_id}}/turn": Door(For.OPERATOR),
    "GET /api/turns/{turn_id}": Door(For.OPERATOR),
    "POST /api/turns/{turn_id}/replay": Door(For.OPERATOR),
    f"POST {AGENT}/rehearsals": Door(For.OPERATOR, {"question": "When?"}),
    "POST /api/sources/{source_id}/rehearsals": Door(For.OPERATOR, {"question": "When?"}),
    "GET /api/rehearsals/{rehearsal_id}": Door(For.OPERATOR),
    # question tests
    f"GET {AGENT}/question-tests": Door(For.OPERATOR),
    f"POST {AGENT}/question-tests": Door(For.ADMIN, QUESTION_TEST),
    f"PUT {AGENT}/question-tests/choices": Door(For.ADMIN, {"after_content": False, "after_settings": True}),
    f"GET {AGENT}/question-tests/suggestions": Door(For.OPERATOR),
    f"GET {AGENT}/question-tests/sheet": Door(For.OPERATOR),
    f"POST {AGENT}/question-tests/sheet": Door(For.ADMIN, {"csv": "When?,hands_off,,"}),
    f"POST {AGENT}/question-tests/sheet/preview": Door(For.ADMIN, {"csv": "When?,hands_off,,"}),
    f"POST {AGENT}/question-tests/runs": Door(For.OPERATOR, {}),
    "PUT /api/question-tests/{question_test_id}": Door(For.ADMIN, QUESTION_TEST),
    "DELETE /api/question-tests/{question_test_id}": Door(For.ADMIN),
    "GET /api/question-test-runs/{run_id}": Door(For.OPERATOR),
    "GET /api/question-test-runs/{run_id}/results/{question_test_id}": Door(For.OPERATOR),
    "DELETE /api/question-test-runs/{run_id}": Door(For.OPERATOR),
    # set-up check
    f"GET {AGENT}/setup-checks": Door(For.OPERATOR),
    f"POST {AGENT}/setup-checks": Door(For.OPERATOR),
    "GET /api/setup-checks/{check_id}": Door(For.OPERATOR),
    "GET /api/stream": Door(For.OPERATOR, stays_open=True),
    "GET /api/events": Door(For.OPERATOR),
    # the widget
    f"GET {WIDGET}/settings": Door(For.EVERYBODY),
    f"POST {WIDGET}/visitors": Door(For.EVERYBODY, {}),
    f"GET {WIDGET}/conversation": Door(For.VISITOR),
    f"POST {WIDGET}/conversations": Door(For.VISITOR),
    f"POST {WIDGET}/messages": Door(For.VISITOR, {"key": KEY, "text": "Hello"}),
    f"PUT {WIDGET}/messages/{{message_id}}/rating": Door(For.VISITOR, {"rating": "up"}),
    f"POST {WIDGET}/handoff": Door(For.VISITOR, {"key": KEY}),
    f"POST {WIDGET}/form": Door(For.VISITOR, {"key": KEY}),
    f"POST {WIDGET}/contact": Door(For.VISITOR, {"email": "x@x.example"}),
    f"POST {WIDGET}/typing": Door(For.VISITOR),
    f"GET {WIDGET}/stream": Door(For.VISITOR, stays_open=True),
    f"GET {WIDGET}/events": Door(For.VISITOR),
}
