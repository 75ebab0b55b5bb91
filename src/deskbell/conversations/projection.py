"""Rows → the shapes that members see (events/wire.py). Pure."""

from typing import Any

from deskbell.conversations import tables
from deskbell.events import wire


def conversation(row: tables.Conversation) -> wire.Conversation:
    """The row of the inbox."""
    return wire.Conversation(
        id=row.id,
        agent_id=row.agent_id,
        visitor_id=row.visitor_id,
        visitor_name=row.visitor_name,
        is_test=row.is_test,
        is_check=row.is_check,
        state=wire.State(row.state),
        epoch=row.epoch,
        segment=row.segment,
        priority=wire.Priority(row.priority),
        reason=wire.Reason(row.reason) if row.reason else None,
        label=row.label,
        rule_id=row.rule_id,
        holder_id=row.holder_id,
        holder_name=row.holder_name,
        since=row.since,
        waiting_since=row.waiting_since,
        form=wire.Form.model_validate(row.collection["form"]) if row.collection else None,
        contact_known=row.contact_known,
        last_seq=row.last_seq,
        last_visitor_seq=row.last_visitor_seq,
        last_message=wire.LastMessage.model_validate(row.last_message) if row.last_message else None,
        emergency=_emergency(row),
        page=row.page,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _emergency(row: tables.Conversation) -> wire.Emergency | None:
    if row.emergency_raised_at is None or row.emergency_card is None:
        return None
    return wire.Emergency(
        raised_at=row.emergency_raised_at,
        kind=row.emergency_kind or "medical",
        card=wire.EmergencyCard.model_validate(row.emergency_card),
        acknowledged_by=row.emergency_acknowledged_by,
        acknowledged_at=row.emergency_acknowledged_at,
        disposition=wire.Disposition(row.emergency_disposition) if row.emergency_disposition else None,
        disposed_by=row.emergency_disposed_by,
        disposed_at=row.emergency_disposed_at,
    )


def message(row: tables.MessageRow) -> wire.Message:
    """One entry of the thread, with what was shown beside it."""
    extra: dict[str, Any] = row.extra or {}
    return wire.Message.model_validate(
        {
            "id": row.id,
            "conversation_id": row.conversation_id,
            "seq": row.seq,
            "key": row.key,
            "author": row.author,
            "member_id": row.member_id,
            "member_name": row.member_name,
            "kind": row.kind,
            "text": row.text,
            "at": row.at,
            "segment": row.segment,
            "reason": row.reason,
            "label": row.label,
            "confidence": row.confidence,
            "turn_id": row.turn_id,
            "rating": row.rating,
            **extra,
        }
    )


def extra_of(new: tables.NewMessage) -> dict[str, Any] | None:
    """What a message shows besides its text, as it is stored."""
    extra: dict[str, Any] = {}
    if new.sources:
        extra["sources"] = [source.model_dump(mode="json") for source in new.sources]
    if new.form:
        extra["form"] = new.form.model_dump(mode="json")
    if new.card:
        extra["card"] = new.card.model_dump(mode="json")
    if new.disposition:
        extra["disposition"] = new.disposition
    return extra or None


def note(row: tables.NoteRow) -> wire.Note:
    """A note, for members only."""
    return wire.Note(
        id=row.id,
        conversation_id=row.conversation_id,
        key=row.key,
        member_id=row.member_id,
        member_name=row.member_name,
        text=row.text,
        at=row.at,
        after_seq=row.after_seq,
    )


def field(row: tables.FieldRow) -> wire.FieldValue:
    """A collected detail."""
    return wire.FieldValue(
        key=row.key,
        label=row.label,
        value=row.value,
        original=row.original,
        verified=row.verified,
        edited_by=row.edited_by,
        action_id=row.action_id,
        missing=row.missing,
    )


def handoff(row: tables.Handoff) -> wire.Handoff:
    """Why the agent let go."""
    return wire.Handoff(
        id=row.id,
        conversation_id=row.conversation_id,
        at=row.at,
        reason=wire.Reason(row.reason),
        label=row.label,
        rule_id=row.rule_id,
        rule_version=row.rule_version,
        route_id=row.route_id,
        route_version=row.route_version,
        matched=row.matched,
        score=row.score,
        question=row.question,
        tried=tuple(wire.Tried.model_validate(tried) for tried in row.tried),
        language=row.language,
    )
