"""Reader -> the files of the model: an ONNX graph with int8 weights, and the tokenizer."""

from __future__ import annotations

import copy
import json
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from triplehelix.mentions.pairs import FEATURE_SIZES
from triplehelix.training.reader import Reader

#: Which axes of an array change their length, by name.
Axes = dict[int, str]


class ByteTable(nn.Module):
    """An embedding table in one byte a number, each row with its own scale: rare rows keep their precision."""

    table: Tensor
    scale: Tensor

    def __init__(self, weights: Tensor) -> None:
        super().__init__()
        scale = weights.abs().amax(1, keepdim=True) / 127
        self.register_buffer("table", (weights / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Ids (…) -> rows (…, width)."""
        return self.table[ids].float() * self.scale[ids]


def export(reader: Reader, path: Path) -> None:
    """Write the reader's graph: inputs ids and shapes (1, pieces), outputs tags, kinds and states.

    Matrices are stored in seven bits and multiplied with activations that are rounded as they come; the eighth bit
    would overflow on processors without VNNI.
    """
    small = copy.deepcopy(reader).eval()
    small.encoder.words = ByteTable(next(reader.encoder.words.parameters()).detach())
    sample = torch.ones(1, 12, dtype=torch.int64)
    axes: Axes = {1: "pieces"}
    inputs = {"ids": axes, "shapes": axes}
    _write_small(small, (sample, sample), path, inputs, {"tags": axes, "kinds": axes, "states": axes})


def _write_small(
    module: nn.Module, sample: tuple[Tensor, ...], path: Path, inputs: dict[str, Axes], outputs: dict[str, Axes]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _write(module, sample, plain, inputs, outputs)
        quantize_dynamic(
            plain,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=_outside_of_layers(plain),
        )


def _outside_of_layers(path: Path) -> list[str]:
    """The names of the matrix products outside of transformer layers: small ones, which stay in full precision."""
    nodes = onnx.load(path).graph.node
    outside = [node.name for node in nodes if node.name.startswith(("/mix/", "/out/"))]
    return [*outside, *(name + "_MatMul" for name in outside)]  # the quantizer splits a Gemm, and names its half so


def _write(
    module: nn.Module, sample: tuple[Tensor, ...], path: Path, inputs: dict[str, Axes], outputs: dict[str, Axes]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own retirement and of traced sizes
        torch.onnx.export(
            module,
            sample,
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={**inputs, **outputs},
            opset_version=17,
            dynamo=False,
        )


def export_pairs(reader: Reader, path: Path) -> None:
    """Write the pair head's graph; its inputs are those of `network.run_pairs`."""
    states = torch.zeros(9, reader.width)
    units, marks = (torch.zeros(9, dtype=torch.int64) for _ in range(2))
    spans = torch.tensor([[0, 1, 2, 3], [4, 5, 6, 8]])
    features = torch.zeros(2, len(FEATURE_SIZES), dtype=torch.int64)
    members = torch.zeros(3, 9)
    pieces, rows = {0: "pieces"}, {0: "rows"}
    axes = {"states": pieces, "units": pieces, "spans": rows, "features": rows, "marks": pieces}
    axes["members"] = {0: "things", 1: "pieces"}
    reader.eval()
    _write_small(reader.pairs, (states, units, spans, features, marks, members), path, axes, {"logits": rows})


def export_tokenizer(base: Path, path: Path) -> None:
    """The base's tokenizer without padding, truncation and blanks."""
    tokenizer = Tokenizer.from_file(str(base))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    compact = json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":"))
    path.write_text(compact, encoding="utf-8")
