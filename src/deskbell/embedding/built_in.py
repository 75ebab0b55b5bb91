"""The model that ships in the wheel: all-MiniLM-L6-v2 in int8, on onnxruntime, without torch.

`build_steps/` makes its files. Loading takes about 0.1 s and 100 MB, so a process loads it once and only if it embeds.
"""

import asyncio
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Lock, get_native_id
from typing import Any

import numpy as np

from deskbell.embedding.embedder import Vector, Vectors
from deskbell.kit.errors import DeskbellError

MODEL_FOLDER = Path(__file__).parent.parent / "_built" / "model"
QUESTION_TOKENS = 256
PASSAGE_TOKENS = (
    128  # reading on cost half as much again and found nothing better; measured: docs/performance.md
)
BATCH_TOKENS = 256  # long texts together are slower than one by one, and keep 170 MB more
READING_THREADS = min(4, os.cpu_count() or 1)
READING_NICENESS = 10


class ModelMissing(DeskbellError):
    """The package was installed without its build step."""


class BuiltIn:
    """One loaded model with two lanes. What visitors wait for (`BuiltIn` itself) never queues behind a book that is
    being read (`for_reading`): the lanes share nothing but the weights, and the reading one yields the processor.
    """

    name = "minilm-l6-int8-2"  # another number when vectors change: those of before are made anew
    dimensions = 384

    def __init__(self, folder: Path = MODEL_FOLDER, *, threads: int = 1, lane: "_Lane | None" = None) -> None:
        self._lane = lane or _Lane(_Model(folder, threads), at_once=1, niceness=0)

    def for_reading(self, at_once: int = READING_THREADS) -> "BuiltIn":
        """The same model for work that may take minutes: on `at_once` cores, and only when nobody else wants them."""
        return BuiltIn(lane=_Lane(self._lane.model, at_once=at_once, niceness=READING_NICENESS))

    async def embed_question(self, text: str) -> Vector:
        return (await self._embed([text], most_tokens=QUESTION_TOKENS))[0]

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return await self._embed(texts, most_tokens=PASSAGE_TOKENS)

    async def _embed(self, texts: Sequence[str], *, most_tokens: int) -> Vectors:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        if texts:
            await self._lane.embed(texts, vectors, most_tokens)
        return vectors


class _Lane:
    """A few threads of their own. Each run of the model is a step: calls of the same lane take turns after every one."""

    def __init__(self, model: "_Model", *, at_once: int, niceness: int) -> None:
        self.model = model
        self._at_once = at_once
        self._threads = ThreadPoolExecutor(
            at_once, thread_name_prefix="embedding", initializer=_be_nice, initargs=(niceness,)
        )

    async def embed(self, texts: Sequence[str], vectors: Vectors, most_tokens: int) -> None:
        """Fills `vectors` row by row, each from the first tokens of its text."""
        loop = asyncio.get_running_loop()
        token_ids = await loop.run_in_executor(self._threads, self.model.tokenize, texts, most_tokens)
        waiting = _batches([len(ids) for ids in token_ids])

        async def work() -> None:
            for batch in waiting:
                given = [token_ids[index] for index in batch]
                vectors[batch] = await loop.run_in_executor(self._threads, self.model.run, given)

        await asyncio.gather(*(work() for _ in range(self._at_once)))


class _Model:
    """The tokenizer and the session, loaded by whoever needs them first. Both may be used by several threads at once."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._folder = folder
        self._intra_op_threads = threads
        self._loading = Lock()
        self._loaded: tuple[Any, Any] | None = None

    def tokenize(self, texts: Sequence[str], most_tokens: int) -> list[list[int]]:
        """The token ids of each text; one that is too long loses its end, not the mark of an end."""
        tokenizer, _ = self._load()
        whole = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
        return [ids if len(ids) <= most_tokens else [*ids[: most_tokens - 1], ids[-1]] for ids in whole]

    def run(self, token_ids: Sequence[Sequence[int]]) -> Vectors:
        """One vector per text."""
        return _run(self._load()[1], token_ids)

    def _load(self) -> tuple[Any, Any]:
        with self._loading:
            self._loaded = self._loaded or _load(self._folder, self._intra_op_threads)
        return self._loaded


def _be_nice(niceness: int) -> None:
    """Linux gives each thread a niceness of its own. A system that refuses is not a reason to read nothing."""
    if niceness:
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), niceness)


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
    tokenizer.enable_truncation(QUESTION_TOKENS)
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
