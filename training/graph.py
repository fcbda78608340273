"""The trained reader as one ONNX file: weights kept as whole numbers of eight bits, sums done in floats.

Sums in whole numbers would be twice as quick, but round each activation: a last digit that another processor rounds
otherwise then spreads through the layers, and the same words read otherwise there by hundredths. In floats they agree
to the sixth digit.
"""

from collections.abc import Sequence

import numpy as np
import onnx
from encoder import HEADS
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
BITS = EMBEDDED = 8
OPSET, IR = 20, 9


class Graph:
    """Nodes and constants, in the order they were said."""

    def __init__(self, bits: int) -> None:
        """Begin with nothing; `bits` of each weight, 0 for floats."""
        self.bits = bits
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """A constant under a name."""
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def say(self, kind: str, name: str, *inputs: str, domain: str = "", **how: object) -> str:
        """One node; its output bears its name."""
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, domain=domain, **how))
        return name

    def linear(self, name: str, seen: str, weight: Floats, bias: Floats) -> str:
        """`seen @ weight.T + bias`; `weight` is outputs by inputs."""
        product = self.say("MatMul", f"{name}.product", seen, self.kept(f"{name}.weight", weight.T, axis=0))
        return self.say("Add", name, product, self.constant(f"{name}.bias", bias))

    def kept(self, name: str, weight: Floats, axis: int) -> str:
        """A matrix as floats, kept as whole numbers and a scale for each column (axis 0) or row (axis 1)."""
        if not self.bits:
            return self.constant(name, weight)
        whole, scale = whole_numbers(weight, axis, self.bits)
        real = self.say("Cast", f"{name}.real", self.constant(f"{name}.whole", whole), to=TensorProto.FLOAT)
        return self.say("Mul", name, real, self.constant(f"{name}.scale", scale))

    def split(self, name: str, seen: str, count: int) -> list[str]:
        """The last axis in equal parts."""
        parts = [f"{name}.{place}" for place in range(count)]
        self.nodes.append(helper.make_node("Split", [seen], parts, name=name, axis=-1, num_outputs=count))
        return parts

    def settle(self, name: str, seen: str, before: str, weight: Floats, bias: Floats) -> str:
        """Layer normalisation of two sums added."""
        return self.normal(name, self.say("Add", f"{name}.sum", seen, before), weight, bias)

    def normal(self, name: str, seen: str, weight: Floats, bias: Floats) -> str:
        """Layer normalisation."""
        inputs = (seen, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias))
        return self.say("LayerNormalization", name, *inputs, axis=-1, epsilon=1e-12)

    def model(self, inputs: Sequence[str], outputs: dict[str, int], facts: dict[str, str]) -> onnx.ModelProto:
        """The whole as a checked model; `facts` travel in it as text."""
        graph = helper.make_graph(
            self.nodes,
            "kindlight reader",
            [helper.make_tensor_value_info(name, TensorProto.INT64, ["lines", "length"]) for name in inputs],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["lines", size]) for name, size in outputs.items()],
            self.constants,
        )
        sets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        model = helper.make_model(graph, opset_imports=sets, ir_version=IR, producer_name="kindlight")
        helper.set_model_props(model, facts)
        onnx.checker.check_model(model)
        return model


def whole_numbers(weight: Floats, axis: int, bits: int) -> tuple[NDArray[np.int8], Floats]:
    """A matrix as whole numbers, and the scale of each column (axis 0) or row (axis 1)."""
    top = 2 ** (bits - 1) - 1
    scale = np.maximum(np.abs(weight).max(axis=axis, keepdims=True), 1e-8) / top
    return np.rint(weight / scale).astype(np.int8), scale.astype(np.float32)


def build(
    weights: dict[str, Floats], heads: Floats, bias: Floats, facts: dict[str, str], bits: int = BITS
) -> onnx.ModelProto:
    """The model of an encoder's `state_dict` and its heads, all joined, for lines of one length.

    `heads` is answers by 384.
    """
    graph = Graph(bits)
    seen = _embedded(graph, weights)
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    for place in range(layers):
        layer = {k.removeprefix(f"layers.{place}."): v for k, v in weights.items() if k.startswith(f"layers.{place}.")}
        seen = _layer(graph, f"layer{place}", seen, layer)
    features = _pooled(graph, seen)
    graph.say("Gemm", "logits", features, graph.constant("heads", heads), graph.constant("heads.bias", bias), transB=1)
    return graph.model(("ids", "sides"), {"logits": len(bias), "features": heads.shape[1]}, facts)


def _embedded(graph: Graph, weights: dict[str, Floats]) -> str:
    whole, scale = whole_numbers(weights["words.weight"], 1, EMBEDDED)
    rows = graph.say("Gather", "rows", graph.constant("words", whole), "ids")
    scales = graph.say("Gather", "scales", graph.constant("words.scale", scale), "ids")
    words = graph.say("Mul", "spelled", graph.say("Cast", "real", rows, to=TensorProto.FLOAT), scales)
    length = graph.say("Shape", "shape", "ids", start=1)
    start, zero = graph.constant("start", np.array([0])), graph.constant("axis", np.array([0]))
    places = graph.say("Slice", "places", graph.constant("place", weights["places.weight"]), start, length, zero)
    sides = graph.say("Gather", "beside", graph.constant("side", weights["sides.weight"]), "sides")
    summed = graph.say("Add", "summed", graph.say("Add", "placed", words, places), sides)
    return graph.normal("begun", summed, weights["begun.weight"], weights["begun.bias"])


def _layer(graph: Graph, name: str, seen: str, layer: dict[str, Floats]) -> str:
    mixed = graph.linear(f"{name}.mixed", seen, layer["mixed.weight"], layer["mixed.bias"])
    parts = graph.split(f"{name}.parts", mixed, 3)
    looked = graph.say("MultiHeadAttention", f"{name}.looked", *parts, domain="com.microsoft", num_heads=HEADS)
    joined = graph.linear(f"{name}.joined", looked, layer["joined.weight"], layer["joined.bias"])
    settled = graph.settle(f"{name}.settled", joined, seen, layer["settled.weight"], layer["settled.bias"])
    widened = graph.linear(f"{name}.widened", settled, layer["widened.weight"], layer["widened.bias"])
    thought = graph.say("Gelu", f"{name}.thought", widened)
    narrowed = graph.linear(f"{name}.narrowed", thought, layer["narrowed.weight"], layer["narrowed.bias"])
    return graph.settle(f"{name}.rested", narrowed, settled, layer["rested.weight"], layer["rested.bias"])


def _pooled(graph: Graph, seen: str) -> str:
    nought = graph.constant("nought", np.array(0))
    own = graph.say("Cast", "own", graph.say("Equal", "is own", "sides", nought), to=TensorProto.FLOAT)
    one = graph.constant("one", np.array([1]))
    share = graph.say("Div", "each", own, graph.say("ReduceSum", "many", own, one, keepdims=1))
    pooled = graph.say("MatMul", "pooled", graph.say("Unsqueeze", "row", share, one), seen)
    return graph.say("Squeeze", "features", pooled, one)
