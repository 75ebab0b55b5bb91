"""The build makes only what is stale, and accepts only the bytes it was written for."""

import json
from pathlib import Path

import numpy as np
import pytest

from build_steps.graph import quantize
from build_steps.stamp import make_if_stale
from build_steps.weights import UnexpectedContent, check, read_safetensors


def test_a_step_runs_once_and_again_when_an_input_changes(tmp_path: Path) -> None:
    source, stamp, runs = tmp_path / "source", tmp_path / "out" / "stamp", []
    stamp.parent.mkdir()
    source.write_text("one")
    ran = [make_if_stale(stamp, [source], lambda: runs.append(source.read_text())) for _ in range(2)]
    source.write_text("two")
    ran.append(make_if_stale(stamp, [source], lambda: runs.append(source.read_text())))
    assert (ran, runs) == ([True, False, True], ["one", "two"])


def test_a_renamed_input_is_a_change(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    (tmp_path / "before").write_text("same")
    make_if_stale(stamp, [tmp_path / "before"], lambda: None)
    (tmp_path / "before").rename(tmp_path / "after")
    assert make_if_stale(stamp, [tmp_path / "after"], lambda: None)


def test_a_step_that_was_cut_short_runs_again(tmp_path: Path) -> None:
    source, stamp = tmp_path / "source", tmp_path / "stamp"
    source.write_text("one")

    def cut_short() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_if_stale(stamp, [source], cut_short)
    assert make_if_stale(stamp, [source], lambda: None)


def test_other_bytes_than_the_pinned_ones_stop_the_build() -> None:
    pinned = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    check("model.onnx", b"hello", pinned)
    with pytest.raises(UnexpectedContent, match=r"model\.onnx has sha256"):
        check("model.onnx", b"hello!", pinned)


def test_tensors_are_read_by_name_and_shape() -> None:
    values = np.arange(6, dtype="<f4").reshape(2, 3)
    header = {
        "__metadata__": {"format": "pt"},
        "w": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
    }
    text = json.dumps(header).encode()
    read = read_safetensors(len(text).to_bytes(8, "little") + text + values.tobytes())
    assert {name: tensor.tolist() for name, tensor in read.items()} == {"w": values.tolist()}


def test_quantized_weights_are_within_half_a_step_of_the_real_ones() -> None:
    matrix = np.random.default_rng(7).normal(size=(64, 16)).astype(np.float32)
    values, scale = quantize(matrix, axis=0)
    assert (values.dtype, scale.shape, int(np.abs(values).max())) == (np.int8, (1, 16), 127)
    assert np.abs(values * scale - matrix).max() <= scale.max() / 2 + 1e-6
