"""The model that ships in the wheel: all-MiniLM-L6-v2 in int8, on onnxruntime, without torch.

`build_steps/` makes its files. Loading takes about 0.1 s and 100 MB, so a process loads it once and only if it embeds.
"""

import asyncio
import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from deskbell.embedding.embedder import Vector, Vectors
from deskbell.kit.errors import DeskbellError

MODEL_FOLDER = Path(__file__).parent.parent / "_built" / "model"
MAX_TOKENS = 256
BATCH_TOKENS = 256  # long texts together are slower than one by one, and keep 170 MB more


class ModelMissing(DeskbellError):
    """The package was installed without its build step."""


class BuiltIn:
    """One loaded model. Calls run in a thread, one at a time: a second would only fight for the same cores."""

    name = "minilm-l6-int8-1"
    dimensions = 384

    def __init__(self, folder: Path = MODEL_FOLDER, *, threads: int = 1) -> None:
        self._folder = folder
        self._threads = threads
        self._lock = Lock()
        self._loaded: tuple[Any, Any] | None = None

    async def embed_question(self, text: str) -> Vector:
        return (await self.embed_passages([text]))[0]

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return await asyncio.to_thread(self._embed, texts)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        if not texts:
            return vectors
        with self._lock:
            tokenizer, session = self._loaded = self._loaded or _load(self._folder, self._threads)
            encodings = tokenizer.encode_batch(list(texts))
            for batch in _batches([len(encoding.ids) for encoding in encodings]):
                vectors[batch] = _run(session, [encodings[index].ids for index in batch])
        return vectors


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indexes of texts to run together. Texts of like length share a batch, so little is spent on padding."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda position: lengths[position]):
        if batch and (len(batch) + 1) * lengths[index] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _load(folder: Path, threads: int) -> tuple[Any, Any]:
    """The tokenizer and the session. Imports wait until here: a process that does not embed never pays for them."""
    if not (folder / "model.onnx").exists():
        raise ModelMissing(
            "model_missing", f"The embedding model is not in {folder}. Run `make demo`, or reinstall."
        )
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # it would report its use to its makers, from version 1.32 on
    ort: Any = import_module("onnxruntime")  # neither library is typed
    tokenizer: Any = import_module("tokenizers").Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.no_padding()
    options = ort.SessionOptions()
    options.enable_cpu_mem_arena = (
        False  # the arena keeps the largest batch ever seen: 1.5 GB instead of 176 MB
    )
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = ort.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    return tokenizer, session


def _run(session: Any, token_ids: Sequence[Sequence[int]]) -> Vectors:
    """Right-padded with zeros, as the attention of the graph expects."""
    width = max(len(ids) for ids in token_ids)
    padded = np.zeros((len(token_ids), width), dtype=np.int32)
    mask = np.zeros((len(token_ids), width), dtype=np.int32)
    for row, ids in enumerate(token_ids):
        padded[row, : len(ids)] = ids
        mask[row, : len(ids)] = 1
    return session.run(["embedding"], {"input_ids": padded, "attention_mask": mask})[0]
