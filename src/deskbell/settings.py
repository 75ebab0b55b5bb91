"""Every setting of the server, from environment variables `DESKBELL_…`. No setting is a secret by default:
the server key is made at the first start and kept in the data folder.
"""

import base64
import os
import secrets
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from deskbell.kit.mail import MailServer

SERVER_KEY_BYTES = 32


class Settings(BaseSettings):
    """Read once at start. `docs/settings.md` is printed from the descriptions."""

    model_config = SettingsConfigDict(env_prefix="DESKBELL_", frozen=True, extra="ignore")

    data_dir: Path = Field(
        default=Path(".deskbell"), description="Folder of the embedded PostgreSQL, secrets and files."
    )
    database_url: str = Field(
        default="",
        repr=False,
        description="Your own PostgreSQL (≥ 15, pgvector ≥ 0.7), as role deskbell_app.",
    )
    migration_url: str = Field(
        default="", repr=False, description="The same database as the role that owns the tables."
    )
    bus_url: str = Field(
        default="", repr=False, description="memory: or a PostgreSQL URL; empty means the database."
    )
    host: str = Field(default="127.0.0.1", description="Address the web server listens on.")
    port: int = Field(default=8400, ge=1, le=65535, description="Port the web server listens on.")
    public_url: str = Field(
        default_factory=lambda given: f"http://localhost:{given.get('port', 8400)}",
        description="Address people reach it at, with https; by default http://localhost and the port.",
    )
    sample_site_port: int = Field(
        default=8401, ge=1, le=65535, description="Port of the sample clinic's website (demo)."
    )
    server_key_base64: SecretStr = Field(
        default=SecretStr(""),
        description="32 random bytes, base64url; empty means the one made in the data folder.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much is logged."
    )
    pool_size: int = Field(default=10, ge=2, le=100, description="Database connections per process.")
    outgoing_loopback: str = Field(
        default="",
        description="host:port pairs on this machine that models may be called at, comma-separated (Ollama …).",
    )
    embedder_url: str = Field(
        default="",
        description="Your own embeddings server (OpenAI protocol), up to …/v1; empty means the built-in model.",
    )
    embedder_model: str = Field(default="", description="The model's name at the embeddings server.")
    embedder_key: SecretStr = Field(default=SecretStr(""), description="Its key, if it wants one.")
    smtp_host: str = Field(
        default="", description="Mail server; empty means mails are only shown in the outbox."
    )
    smtp_port: int = Field(
        default=587, ge=1, le=65535, description="465 starts with TLS, others upgrade with STARTTLS."
    )
    smtp_user: str = Field(default="", description="Login at the mail server, if it wants one.")
    smtp_password: SecretStr = Field(default=SecretStr(""), description="Password at the mail server.")
    smtp_from: str = Field(
        default="", description="Sender of all mails, for example Deskbell <bell@example.com>."
    )

    @field_validator("public_url")
    @classmethod
    def _without_slash(cls, address: str) -> str:
        return address.rstrip("/")

    @property
    def loopback_targets(self) -> frozenset[str]:
        return frozenset(part.strip() for part in self.outgoing_loopback.split(",") if part.strip())

    @property
    def mail_server(self) -> MailServer | None:
        if not self.smtp_host:
            return None
        return MailServer(
            self.smtp_host,
            self.smtp_port,
            self.smtp_user,
            self.smtp_password.get_secret_value(),
            self.smtp_from,
        )

    @cached_property
    def server_key(self) -> bytes:
        """Seals stored keys and signs invitation links. Made at first use when not set."""
        given = self.server_key_base64.get_secret_value()
        return _decoded(given) if given else _kept_key(self.data_dir / "server.key")


def _decoded(text: str) -> bytes:
    key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(key) < SERVER_KEY_BYTES:
        raise ValueError(f"DESKBELL_SERVER_KEY_BASE64 must hold {SERVER_KEY_BYTES} random bytes")
    return key


def _kept_key(path: Path) -> bytes:
    """The key in `path`, made by whoever comes first (complete before it gets its name)."""
    path.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
    if not path.exists():
        made = path.with_suffix(f".{os.getpid()}")
        made.touch(mode=0o600)
        made.write_bytes(secrets.token_bytes(SERVER_KEY_BYTES))
        try:
            os.link(made, path)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_bytes()
