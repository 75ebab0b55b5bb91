"""A real inference server (llama.cpp behind its OpenAI-compatible door) as a process of the test, with tiny models."""

import asyncio
import json
import os
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

PYTHON = os.environ.get("DESKBELL_LOCAL_MODEL_PYTHON", "")
NEEDED = (
    "DESKBELL_LOCAL_MODEL_PYTHON names no Python that has llama-cpp-python[server] and gguf: "
    "the local model was not tried"
)
GGUF = os.environ.get("DESKBELL_LOCAL_MODEL_GGUF", "")
NO_GGUF = "DESKBELL_LOCAL_MODEL_GGUF names no file of a small chat model: no real weights were tried"
CONTEXT = 16_384
MODELS = {
    "recites": ['{"answerable": true, ', '"person": false}\n', "The clinic is open ", "Monday to Friday ", "from 8:00 to 18:00 ", "[1]."],
    "babbles": ['{"answerable": true}\n', "Purple lanterns ", "invoice the moon ", "on alternate ", "Thursdays [1]."],
    "endless": ['{"answerable": true}\n', "The clinic is open ", "Monday to Friday ", "[1].\n", "la "],
}  # fmt: skip


@dataclass(frozen=True)
class LocalServer:
    """`url` ends before `/chat/completions`. A real small model is called "small", where one is named."""

    host_and_port: str

    @property
    def url(self) -> str:
        return f"http://{self.host_and_port}/v1"


@asynccontextmanager
async def local_server(folder: Path) -> AsyncIterator[LocalServer]:
    """It runs while the block does. Skips the test, and says why, where it is not installed."""
    if not _is_installed():
        pytest.skip(NEEDED)
    server = LocalServer(f"127.0.0.1:{_free_port()}")
    _write_models(folder)
    (folder / "server.json").write_text(json.dumps(_settings(folder, server)), encoding="utf-8")
    command = [PYTHON, "-m", "llama_cpp.server", "--config_file", str(folder / "server.json")]
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await _answering(server, process)
        yield server
    finally:
        process.kill()
        await process.wait()


def _is_installed() -> bool:
    imported = [PYTHON, "-c", "import gguf, llama_cpp.server"]
    return bool(PYTHON) and subprocess.run(imported, check=False).returncode == 0


def _settings(folder: Path, server: LocalServer) -> dict[str, object]:
    host, _, port = server.host_and_port.partition(":")
    models = [
        {"model": str(folder / f"{name}.gguf"), "model_alias": name, "n_ctx": CONTEXT, "n_threads": 1}
        for name in MODELS
    ]
    if GGUF:
        models.append({"model": GGUF, "model_alias": "small", "n_ctx": 4_096, "n_threads": 2})
    return {"host": host, "port": int(port), "models": models}


def _write_models(folder: Path) -> None:
    (folder / "models.json").write_text(json.dumps(MODELS), encoding="utf-8")
    script = Path(__file__).with_name("tiny_model.py")
    subprocess.run([PYTHON, str(script), str(folder), str(folder / "models.json")], check=True)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


async def _answering(server: LocalServer, process: asyncio.subprocess.Process) -> None:
    async with httpx.AsyncClient() as client, asyncio.timeout(60):
        while process.returncode is None:
            try:
                if (await client.get(f"{server.url}/models")).is_success:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.2)  # it is still reading its weights
    raise RuntimeError("the local model server ended before it answered")
