"""The int8 ONNX graph of a six-layer BERT encoder with mean pooling, written node by node from its float32 weights.

Bytes depend on the weights only, so the result can be pinned. Weights are symmetric int8, one scale per output
column (per row for the token table). Operators: ONNX opset 17 and `com.microsoft` 1 (onnxruntime).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from build_steps.weights import Tensors

LAYERS = 6
HEADS = 12
WIDTH = 384
EPSILON = 1e-12  # BERT's own; the runtime's default differs
MICROSOFT = "com.microsoft"


class Graph:
    """Nodes and initializers in the order they were added. Every method returns the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.initializers: list[TensorProto] = []

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], name: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def quantized(self, name: str, matrix: NDArray[np.float32]) -> list[str]:
        """Names of [int8 matrix, scale per column, zero point per column]."""
        values, scale = quantize(matrix, axis=0)
        return [
            self.constant(f"{name}.int8", values),
            self.constant(f"{name}.scale", scale.reshape(-1)),
            self.constant(f"{name}.zero", np.zeros(scale.size, dtype=np.int8)),
        ]

    def product(self, name: str, rows: str, matrix: NDArray[np.float32]) -> str:
        """`rows @ matrix` in int8. Rows are brought to one magnitude first, so that one scale fits a whole batch
        and a text's vector hardly depends on its neighbors in the batch."""
        size = self.node(
            "ReduceMax", [self.node("Abs", [rows], f"{name}.abs")], f"{name}.max", axes=[-1], keepdims=1
        )
        size = self.node("Max", [size, "tiny"], f"{name}.size")
        even = self.node("Div", [rows, size], f"{name}.even")
        weights, scale, zero = self.quantized(name, matrix)
        product = self.node(
            "DynamicQuantizeMatMul", [even, weights, scale, zero], f"{name}.product", MICROSOFT
        )
        return self.node("Mul", [product, size], f"{name}.rows")


def quantize(matrix: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Symmetric int8 and its scale along `axis` (kept as a dimension of one): `values * scale` is nearly `matrix`."""
    scale = np.maximum(np.abs(matrix).max(axis=axis, keepdims=True) / np.float32(127), np.float32(1e-12))
    return np.rint(matrix / scale).astype(np.int8), scale


def build(tensors: Tensors) -> ModelProto:
    """Inputs `input_ids`, `attention_mask`: int32 (batch, tokens), padded on the right, ≤ 512 tokens.
    Output `embedding`: float32 (batch, 384) of unit length; an empty mask gives zeros."""
    graph = Graph()
    graph.constant("tiny", np.array(1e-12, dtype=np.float32))
    hidden = embed_tokens(graph, tensors)
    for number in range(LAYERS):
        hidden = encode(graph, tensors, f"encoder.layer.{number}", hidden)
    pool(graph, hidden)
    int32 = [helper.make_tensor_value_info(name, TensorProto.INT32, ["batch", "tokens"]) for name in INPUTS]
    output = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", WIDTH])
    body = helper.make_graph(graph.nodes, "all-minilm-l6-v2", int32, [output], graph.initializers)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=8, producer_name="deskbell")


INPUTS = ("input_ids", "attention_mask")


def embed_tokens(graph: Graph, tensors: Tensors) -> str:
    """Token and position, normalized. The only token type, 0, is folded into the positions."""
    values, scale = quantize(tensors["embeddings.word_embeddings.weight"], axis=1)
    positions = (
        tensors["embeddings.position_embeddings.weight"]
        + tensors["embeddings.token_type_embeddings.weight"][0]
    )
    ids = "input_ids"
    row = graph.node("Gather", [graph.constant("token.int8", values), ids], "token.row", axis=0)
    token = graph.node("Cast", [row], "token.float", to=TensorProto.FLOAT)
    factor = graph.node("Gather", [graph.constant("token.scale", scale), ids], "token.factor", axis=0)
    token = graph.node("Mul", [token, factor], "token")
    bounds = [graph.constant(f"bound.{at}", np.array([at], dtype=np.int64)) for at in (0, 1, 2)]
    tokens = graph.node("Slice", [graph.node("Shape", [ids], "shape"), bounds[1], bounds[2]], "tokens")
    table = graph.constant("position.table", positions)
    position = graph.node("Slice", [table, bounds[0], tokens, bounds[0]], "position")
    both = graph.node("Add", [token, position], "embedded")
    norm = [
        graph.constant(f"embeddings.{part}", tensors[f"embeddings.LayerNorm.{part}"])
        for part in ("weight", "bias")
    ]
    return graph.node("LayerNormalization", [both, *norm], "embeddings", axis=-1, epsilon=EPSILON)


def encode(graph: Graph, tensors: Tensors, layer: str, hidden: str) -> str:
    """Attention, then the feed-forward pair; each is added to what came in and normalized."""
    attended = attend(graph, tensors, layer, hidden)
    hidden = add_and_normalize(graph, tensors, f"{layer}.attention.output", attended, hidden)
    wide = graph.product(f"{layer}.wide", hidden, tensors[f"{layer}.intermediate.dense.weight"].T)
    bias = graph.constant(f"{layer}.wide.bias", tensors[f"{layer}.intermediate.dense.bias"])
    wide = graph.node("BiasGelu", [wide, bias], f"{layer}.gelu", MICROSOFT)
    return add_and_normalize(graph, tensors, f"{layer}.output", wide, hidden)


def attend(graph: Graph, tensors: Tensors, layer: str, hidden: str) -> str:
    parts = [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")]
    matrix = np.concatenate([tensors[f"{part}.weight"].T for part in parts], axis=1)
    bias = graph.constant(f"{layer}.qkv.bias", np.concatenate([tensors[f"{part}.bias"] for part in parts]))
    weights, scale, zero = graph.quantized(f"{layer}.qkv", matrix)
    outputs = [f"{layer}.in.int8", f"{layer}.in.scale", f"{layer}.in.zero"]
    graph.nodes.append(helper.make_node("DynamicQuantizeLinear", [hidden], outputs, name=f"{layer}.in"))
    inputs = [outputs[0], weights, bias, outputs[1], scale, "attention_mask", outputs[2], zero]
    return graph.node("QAttention", inputs, f"{layer}.attended", MICROSOFT, num_heads=HEADS)


def add_and_normalize(graph: Graph, tensors: Tensors, name: str, rows: str, before: str) -> str:
    product = graph.product(name, rows, tensors[f"{name}.dense.weight"].T)
    gamma = graph.constant(f"{name}.gamma", tensors[f"{name}.LayerNorm.weight"])
    beta = graph.constant(f"{name}.beta", tensors[f"{name}.LayerNorm.bias"])
    bias = graph.constant(f"{name}.bias", tensors[f"{name}.dense.bias"])
    both = graph.node("Add", [graph.node("Add", [before, bias], f"{name}.before"), product], f"{name}.both")
    return graph.node("LayerNormalization", [both, gamma, beta], f"{name}.normal", axis=-1, epsilon=EPSILON)


def pool(graph: Graph, hidden: str) -> None:
    """The mean over the real tokens, brought to unit length."""
    axis = graph.constant("token.axis", np.array([1], dtype=np.int64))
    last = graph.constant("last.axis", np.array([2], dtype=np.int64))
    mask = graph.node("Cast", ["attention_mask"], "mask", to=TensorProto.FLOAT)
    weights = graph.node("Unsqueeze", [mask, last], "mask.weights")
    kept = graph.node("Mul", [hidden, weights], "kept")
    total = graph.node("ReduceSum", [kept, axis], "total", keepdims=0)
    length = graph.node("ReduceL2", [total], "length", axes=[1], keepdims=1)
    # The direction of the mean is the direction of the sum, so the number of tokens drops out.
    graph.node("Div", [total, graph.node("Max", [length, "tiny"], "length.safe")], "embedding")
