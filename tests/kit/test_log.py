"""Logs tell what happened and never what people wrote."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from deskbell.kit.log import FORBIDDEN_KEYS, set_up_logging, without_content


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def test_keys_that_could_carry_content_are_dropped_and_others_stay() -> None:
    event = {"event": "turn.done", "milliseconds": 12, **dict.fromkeys(FORBIDDEN_KEYS, "tangerine")}
    assert without_content(None, "info", event) == {"event": "turn.done", "milliseconds": 12}


def test_an_exception_is_not_quoted() -> None:
    assert without_content(None, "error", {"event": "x", "exc_info": True}) == {"event": "x"}


def fail_with(words: str) -> None:
    raise ValueError(words)


def test_lines_of_libraries_lose_the_words_of_an_exception_and_keep_its_place(
    caplog: pytest.LogCaptureFixture,
) -> None:
    set_up_logging(level="info")
    try:
        fail_with("tangerine")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    assert "tangerine" not in caplog.text
    assert "Exception in ASGI application (ValueError at test_log.py:" in caplog.text


def test_long_values_are_cut() -> None:
    assert without_content(None, "info", {"event": "x", "reason": "y" * 1_000})["reason"] == "y" * 200


def test_lines_are_json_below_a_terminal_and_quiet_levels_stay_quiet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logging(level="warning")
    log = structlog.get_logger("test")
    log.info("unheard")
    log.warning("heard", count=1, text="tangerine")
    printed = capsys.readouterr().err
    assert '"event": "heard"' in printed
    assert "unheard" not in printed
    assert "tangerine" not in printed
