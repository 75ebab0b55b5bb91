"""Settings come from the environment; secrets are made, kept and never shown."""

import multiprocessing
from pathlib import Path

import pytest
from pydantic import ValidationError

from deskbell.settings import Settings


def test_the_public_address_follows_the_port_unless_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKBELL_PORT", "9000")
    assert Settings().public_url == "http://localhost:9000"
    monkeypatch.setenv("DESKBELL_PUBLIC_URL", "https://bell.example/")
    assert Settings().public_url == "https://bell.example"


def test_the_server_key_is_made_once_and_only_we_may_read_it(tmp_path: Path) -> None:
    first = Settings(data_dir=tmp_path).server_key
    assert len(first) == 32
    assert Settings(data_dir=tmp_path).server_key == first
    assert (tmp_path / "server.key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["server.key"]


def test_two_servers_have_two_keys(tmp_path: Path) -> None:
    assert Settings(data_dir=tmp_path / "a").server_key != Settings(data_dir=tmp_path / "b").server_key


def key_of(folder: Path) -> bytes:
    return Settings(data_dir=folder).server_key


def test_processes_that_start_together_agree_on_the_key(tmp_path: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        assert len(set(pool.map(key_of, [tmp_path] * 8))) == 1


def test_a_given_key_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="32 random bytes"):
        _ = Settings(server_key_base64="c2hvcnQ").server_key  # type: ignore[arg-type]


def test_an_impossible_port_is_refused() -> None:
    with pytest.raises(ValidationError):
        Settings(port=0)


def test_passwords_are_not_shown() -> None:
    shown = repr(Settings(smtp_password="hunter2", database_url="postgresql://deskbell_app:hunter2@h/d"))  # type: ignore[arg-type]
    assert "hunter2" not in shown


def test_only_named_services_of_this_machine_may_be_called() -> None:
    assert Settings().loopback_targets == frozenset()
    assert Settings(outgoing_loopback="localhost:11434, 127.0.0.1:8080").loopback_targets == {
        "localhost:11434",
        "127.0.0.1:8080",
    }
