"""Writes tiny models as GGUF files: a real architecture, with weights that make it recite, so that a real server runs them.
Run by a Python that has `gguf` and `numpy`, not by the product's: `python tiny_model.py FOLDER RECITALS`.
"""

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

gguf: Any = import_module("gguf")
numpy: Any = import_module("numpy")

SPECIAL = ["<unk>", "<s>", "</s>"]
END = 2
BYTES = 256
CHAT = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:"
LAST_OF_PROMPT = len(SPECIAL) + ord(":")
HEADS = 4
WIDTH = 128
LAYERS = 2


def main() -> None:
    """One file for each entry of RECITALS, a JSON object of name → pieces. A model whose name begins with "endless" says
    its last piece again and again.
    """
    folder, recitals = Path(sys.argv[1]), Path(sys.argv[2])
    for name, pieces in json.loads(recitals.read_text(encoding="utf-8")).items():
        _write(folder / f"{name}.gguf", pieces, endless=name.startswith("endless"))


def _write(path: Path, pieces: Sequence[str], *, endless: bool) -> None:
    writer = gguf.GGUFWriter(str(path), "llama")
    tokens = _vocabulary(writer, pieces)
    _shape(writer, len(tokens))
    embedding, output = _chain(len(tokens), WIDTH, len(pieces), endless=endless)
    writer.add_tensor("token_embd.weight", embedding)
    writer.add_tensor("output.weight", output)
    writer.add_tensor("output_norm.weight", numpy.ones(WIDTH, numpy.float32))
    for layer in range(LAYERS):
        _silent_layer(writer, f"blk.{layer}", WIDTH)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _vocabulary(writer: Any, pieces: Sequence[str]) -> list[str]:
    """Bytes, so that it can read everything, and the pieces, which only its own weights can say."""
    said = [piece.replace(" ", "\N{LOWER ONE EIGHTH BLOCK}") for piece in pieces]
    tokens = [*SPECIAL, *(f"<0x{byte:02X}>" for byte in range(BYTES)), *said]
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores(
        [0.0] * len(SPECIAL) + [-1e6] * BYTES + [-1.0 - place for place in range(len(said))]
    )
    writer.add_token_types([2, 3, 3] + [6] * BYTES + [1] * len(said))
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(END)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(value=True)
    writer.add_add_space_prefix(value=False)
    writer.add_chat_template(CHAT)
    return tokens


def _shape(writer: Any, tokens: int) -> None:
    writer.add_context_length(16_384)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(WIDTH * 2)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(tokens)


def _chain(tokens: int, width: int, pieces: int, *, endless: bool) -> tuple[Any, Any]:
    """Each token of the recital has a direction of its own, which the output reads as the next one. All others mean nothing."""
    embedding = numpy.zeros((tokens, width), numpy.float32)
    output = numpy.zeros((tokens, width), numpy.float32)
    first = len(SPECIAL) + BYTES
    order = [LAST_OF_PROMPT, *range(first, first + pieces)]
    for direction, (token, following) in enumerate(
        zip(order, [*order[1:], order[-1] if endless else END], strict=True)
    ):
        embedding[token, direction] = 1.0
        output[following, direction] = 10.0
    return embedding, output


def _silent_layer(writer: Any, name: str, width: int) -> None:
    """It is computed like any other, and adds nothing."""
    inner = width * 2
    shapes = {f"attn_{part}": (width, width) for part in ("q", "k", "v", "output")}
    shapes |= {"ffn_gate": (inner, width), "ffn_up": (inner, width), "ffn_down": (width, inner)}
    for norm in ("attn_norm", "ffn_norm"):
        writer.add_tensor(f"{name}.{norm}.weight", numpy.ones(width, numpy.float32))
    for part, shape in shapes.items():
        writer.add_tensor(f"{name}.{part}.weight", numpy.zeros(shape, numpy.float16))


if __name__ == "__main__":
    main()
