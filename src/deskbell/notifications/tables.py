"""A mail as the outbox keeps it: what it is about, never its text (that would hold a working link)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias
from uuid import UUID

Kind: TypeAlias = Literal["invitation", "renewal_asked"]
State: TypeAlias = Literal["waiting", "kept", "sent", "failed"]


@dataclass(frozen=True)
class Mail:
    """`generation` is the link's at the time of writing. `kept` means: there is no mail server, read it here."""

    id: UUID
    kind: Kind
    recipient: str
    invitation_id: UUID
    generation: int
    state: State
    error: str | None
    created_at: datetime
