"""The trained network: pieces of one window -> tag logits, kind logits, states; loaded once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tokenizers import Tokenizer

from triplehelix.errors import TriplehelixError
from triplehelix.mentions.labels import KINDS, LAYER_COUNT, TAG_COUNT
from triplehelix.mentions.pieces import CLS, SEP, Ints, Pieces, with_marks

if TYPE_CHECKING:
    import onnxruntime

    from triplehelix.mentions.pairs import Instances
    from triplehelix.mentions.reading import Floats

MODEL_DIR = Path(__file__).with_name("model")


def _file(name: str) -> str:
    path = MODEL_DIR / name
    if not path.is_file():
        raise TriplehelixError("the model file is missing", path, "install triplehelix again, or train the model")
    return str(path)


@cache
def tokenizer() -> Tokenizer:
    """The word-piece tokenizer of the model."""
    return Tokenizer.from_file(_file("tokenizer.json"))


@cache
def session(name: str) -> onnxruntime.InferenceSession:
    """One graph of the model, on one thread: a folder of articles is spread over processes instead."""
    import onnxruntime  # noqa: PLC0415  (a third of a second, and most commands never read an article)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(_file(name), options, providers=["CPUExecutionProvider"])


def run(window: Pieces) -> tuple[Floats, Floats, Floats]:
    """One window -> tags (n, layers, tags), kinds (n, kinds), states (n, width), n its pieces.

    A window is run by itself: the int8 arithmetic scales with all values of a batch, and the same article has to
    give the same figures alone or in a folder.
    """
    feeds = {
        "ids": with_marks(window.ids, CLS, SEP)[None],
        "shapes": with_marks(window.shapes, 0, 0)[None],
    }
    tags, kinds, states = session("model.onnx").run(["tags", "kinds", "states"], feeds)
    return (
        tags[0, 1:-1].reshape(-1, LAYER_COUNT, TAG_COUNT),
        kinds[0, 1:-1].reshape(-1, len(KINDS)),
        states[0, 1:-1],
    )


def run_pairs(states: Floats, units: Ints, asked: Instances) -> Floats:
    """States (n, width), units (n,), m mention pairs -> logits (m, links + kinds + statuses)."""
    feeds = {"states": states, "units": units, "spans": asked.spans, "features": asked.features}
    feeds |= {"marks": asked.marks, "members": asked.members}
    logits: Floats = session("pairs.onnx").run(["logits"], feeds)[0]
    return logits
