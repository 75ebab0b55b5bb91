"""`deskbell check` asks the embeddings server that it is set to, and says what came of it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from deskbell.cli.checking import run_checks
from deskbell.kit.embedded_postgres import Cluster
from deskbell.settings import Settings


@contextmanager
def server(status: int, dimensions: int = 3) -> Iterator[int]:
    """An embeddings server on this machine; its port."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            body = json.dumps({"data": [{"index": 0, "embedding": [1.0] * dimensions}]}).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    running = HTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running.server_port
    running.shutdown()
    running.server_close()
    thread.join()


def line(
    cluster: Cluster, capsys: pytest.CaptureFixture[str], port: int | None, *, allowed: bool = True
) -> str:
    """What the check says of the embeddings server."""
    where = {"embedder_url": f"http://127.0.0.1:{port}/v1", "embedder_model": "nano"} if port else {}
    loopback = f"127.0.0.1:{port}" if port and allowed else ""
    run_checks(Settings(database_url=cluster.app_url, outgoing_loopback=loopback, **where))
    return next(said for said in capsys.readouterr().out.splitlines() if "embeddings server" in said)


def test_without_a_server_the_built_in_model_is_named(
    cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "✓ embeddings server: none, the built-in model is used (no DESKBELL_EMBEDDER_URL)"
    assert line(cluster, capsys, None) == said


def test_a_server_that_answers_is_named_with_its_dimensions(
    cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    with server(200, dimensions=5) as port:
        said = f"✓ embeddings server: nano at http://127.0.0.1:{port}/v1, 5 dimensions"
        assert line(cluster, capsys, port) == said


def test_a_wrong_key_and_a_closed_door_are_said_in_words(
    cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    with server(401) as port:
        refused = line(cluster, capsys, port)
        shut = line(cluster, capsys, port, allowed=False)
    assert refused.startswith("✗ embeddings server: ")
    assert "key" in refused
    assert shut.startswith("✗ embeddings server: ")
    assert shut != refused
