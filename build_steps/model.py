"""The embedding model as files: `model.onnx` (23 MB) and `tokenizer.json`, always the same bytes."""

from pathlib import Path

from build_steps.weights import check, fetch

OUTPUT_SHA256 = "8392fd79d5f003d690111d901d12f85ca0ce7bed89e460734d98a9652ec9d06d"


def make(folder: Path) -> None:
    """Write the model into `folder`; raise `UnexpectedContent` when a byte differs from the pinned result."""
    from build_steps.graph import build

    tensors, tokenizer = fetch()
    model = build(tensors).SerializeToString(deterministic=True)
    check("model.onnx", model, OUTPUT_SHA256)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_bytes(tokenizer)
    (folder / "model.onnx").write_bytes(model)
