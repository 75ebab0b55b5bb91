"""The embedding model as files: `model.onnx` (23 MB) and `tokenizer.json`, always the same bytes."""

from pathlib import Path

from build_steps.weights import check, fetch

OUTPUT_SHA256 = "fca39c061cc7f4bcf52a9e032cc2eaa56c08c7cb5c899b95fe1c208a1f4d1abd"


def make(folder: Path) -> None:
    """Write the model into `folder`; raise `UnexpectedContent` when a byte differs from the pinned result."""
    from build_steps.graph import build

    tensors, tokenizer = fetch()
    model = build(tensors).SerializeToString(deterministic=True)
    check("model.onnx", model, OUTPUT_SHA256)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_bytes(tokenizer)
    (folder / "model.onnx").write_bytes(model)
