"""One real thing of the clinic for every id that a route takes, made the way people make it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from deskbell.answering.tracing.stored import as_json
from deskbell.answering.tracing.trace import Trace, Understood
from deskbell.kit.ids import new_id
from tests.cast import MONDAY_MORNING, Person

CANARY = "Canary of Cedar Row"
FIELD = "patient_name"
COUNTED = {"key", "version", "number"}  # told apart by what they belong to: everybody has a first version


async def make_clinic_ids(ada: Person, ben: Person, vera: Person) -> Mapping[str, str]:
    """Name of the path parameter → id. Every thing carries the canary in its words."""
    workspace_id = (await ada.me())["workspace"]["id"]
    invited = await ada.invites("canary@cedarrow.example")
    model = {"url": "http://127.0.0.1:9/v1", "name": CANARY}  # nobody is there
    agent = await _made(ada, "/api/agents", {"name": CANARY, "models": [model]})
    await ada.desk.runs_jobs()  # the first rules
    at_agent = f"/api/agents/{agent['id']}"
    source = await _made(ada, f"{at_agent}/sources/text", {"title": CANARY, "text": CANARY})
    action = await _made(ada, f"{at_agent}/actions", {"name": CANARY, "fields": [{"label": CANARY}]})
    saved_reply = await _made(ada, "/api/saved-replies", {"name": CANARY, "text": CANARY})
    rule = await _made(
        ada, f"{at_agent}/rules", {"when": {"kind": "phrase", "phrases": [CANARY]}, "label": CANARY}
    )
    tested = await _question_test(ada, at_agent)
    message = await _says(vera, agent["widget_key"])
    await _field(ada, UUID(workspace_id), message["conversation_id"])
    document_id = await _document(ada, UUID(workspace_id), agent["id"], source["id"])
    return {
        "workspace_id": workspace_id,
        "member_id": await ben.member_id(),
        "invitation_id": invited["invited"][0]["id"],
        "agent_id": agent["id"],
        "model_id": agent["models"][0]["id"],
        "widget_key": agent["widget_key"],
        "source_id": source["id"],
        "document_id": document_id,
        "flag_id": await _flag(ada, UUID(workspace_id), document_id),
        "action_id": action["id"],
        "saved_reply_id": saved_reply["id"],
        "rule_id": rule["id"],
        "conversation_id": message["conversation_id"],
        "message_id": message["id"],
        "turn_id": await _turn(ada, UUID(workspace_id), agent["id"], message["conversation_id"]),
        **tested,
        "rehearsal_id": (await _made(ada, f"{at_agent}/rehearsals", {"question": CANARY}))["id"],
        "check_id": await _check(ada, at_agent),
        "key": FIELD,
        "version": "1",
        "number": "1",
    }


async def _check(ada: Person, at_agent: str) -> str:
    """A set-up check that was stopped, so that nothing goes on behind the stranger's back."""
    made = await _made(ada, f"{at_agent}/setup-checks", {})
    await ada.desk.closes()
    return str(made["id"])


async def _made(person: Person, path: str, body: Mapping[str, Any]) -> Any:
    made = await person.sends("POST", path, body)
    assert person.refused is None, (path, person.refused)
    return made


async def _says(vera: Person, widget_key: str) -> Mapping[str, Any]:
    """Vera becomes a visitor and writes."""
    widget = f"/api/widget/{widget_key}"
    token = (await _made(vera, f"{widget}/visitors", {}))["token"]
    vera.browser.headers["Authorization"] = f"Bearer {token}"
    posted = await _made(vera, f"{widget}/messages", {"key": "canary-message", "text": CANARY})
    return {"id": posted["message"]["id"], "conversation_id": posted["conversation"]["id"]}


async def _document(ada: Person, workspace_id: UUID, agent_id: str, source_id: str) -> str:
    """What training makes of a source, without a model."""
    document_id = new_id()
    async with ada.desk.database.transaction(workspace_id) as tx:
        await tx.run(
            """
            INSERT INTO documents (workspace_id, id, source_id, agent_id, title, sha256, body, read_at)
            VALUES (%(workspace_id)s, %(id)s, %(source_id)s, %(agent_id)s, %(words)s, '', %(words)s, %(at)s)
            """,
            workspace_id=workspace_id,
            id=document_id,
            source_id=source_id,
            agent_id=agent_id,
            words=CANARY,
            at=MONDAY_MORNING,
        )
    return str(document_id)


async def _flag(ada: Person, workspace_id: UUID, document_id: str) -> str:
    """A passage of the document that somebody should look at."""
    passage_id, flag_id = new_id(), new_id()
    async with ada.desk.database.transaction(workspace_id) as tx:
        await tx.run(
            """
            INSERT INTO passages (workspace_id, id, document_id, source_id, agent_id, number, ordinal, path, text, words, length)
            SELECT workspace_id, %(passage_id)s, id, source_id, agent_id, 1000000, 0, %(words)s, %(words)s, 4, 4 FROM documents
            WHERE workspace_id = %(workspace_id)s AND id = %(document_id)s
            """,
            workspace_id=workspace_id,
            passage_id=passage_id,
            document_id=document_id,
            words=CANARY,
        )
        await tx.run(
            """
            INSERT INTO flags (workspace_id, id, agent_id, kind, passage_id, sentence, words, found_at)
            SELECT workspace_id, %(id)s, agent_id, 'stale', id, %(words)s, %(words)s, %(at)s FROM passages
            WHERE workspace_id = %(workspace_id)s AND id = %(passage_id)s
            """,
            workspace_id=workspace_id,
            id=flag_id,
            passage_id=passage_id,
            words=CANARY,
            at=MONDAY_MORNING,
        )
    return str(flag_id)


async def _field(ada: Person, workspace_id: UUID, conversation_id: str) -> None:
    """What a collection leaves, without going through one."""
    async with ada.desk.database.transaction(workspace_id) as tx:
        await tx.run(
            """
            INSERT INTO field_values (workspace_id, conversation_id, segment, ordinal, key, label, value, original, verified, at)
            VALUES (%(workspace_id)s, %(conversation_id)s, 1, 1, %(key)s, %(words)s, %(words)s, %(words)s, true, %(at)s)
            """,
            workspace_id=workspace_id,
            conversation_id=conversation_id,
            key=FIELD,
            words=CANARY,
            at=MONDAY_MORNING,
        )


async def _turn(ada: Person, workspace_id: UUID, agent_id: str, conversation_id: str) -> str:
    """What an attempt to answer leaves, without a model."""
    turn_id = new_id()
    trace = Trace(understood=Understood(written=CANARY, asked=CANARY))
    async with ada.desk.database.transaction(workspace_id) as tx:
        await tx.run(
            """
            INSERT INTO turns (workspace_id, id, conversation_id, agent_id, epoch, visitor_seq, state, trace, started_at,
                               settled_at)
            VALUES (%(workspace_id)s, %(id)s, %(conversation_id)s, %(agent_id)s, 0, 0, 'dropped', %(trace)s::jsonb,
                    %(at)s, %(at)s)
            """,
            workspace_id=workspace_id,
            id=turn_id,
            conversation_id=conversation_id,
            agent_id=agent_id,
            trace=as_json(trace),
            at=MONDAY_MORNING,
        )
    return str(turn_id)


async def _question_test(ada: Person, at_agent: str) -> Mapping[str, str]:
    """A test with its result."""
    body = {"question": CANARY, "expectation": {"kind": "quotes", "words": CANARY}, "note": CANARY}
    test = await _made(ada, f"{at_agent}/question-tests", body)
    run = await _made(ada, f"{at_agent}/question-tests/runs", {})
    await ada.desk.runs_jobs()
    return {"question_test_id": test["id"], "run_id": run["id"]}
