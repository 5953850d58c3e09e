"""The model's networks without the work that a reading does not need; what they answer stays the same.

The library embeds every word anew, a fifth of a network's time, though the answer hangs only on how the word
is written. And it notes which piece of a layer was the best one, in order to learn, which nothing here does.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Layer = Model[Any, Any]

_LEAST_SPREAD = 1e-08  # as the library has it
_MOST_WORDS = 30_000  # about 20 MB for each network


def spare(language: "Language") -> None:
    """Put layers that answer the same for less in the place of the model's own."""
    for _, pipe in language.pipeline:
        network: Any = getattr(pipe, "model", None)
        for layer in list(network.walk()) if isinstance(network, Model) else ():
            if forward := _lighter(layer):
                network.replace_node(layer, Model("spared", forward, layers=[layer]))


def _lighter(layer: "Layer") -> Callable[..., tuple[Any, Any]] | None:
    if layer.name == "maxout":
        return BestPiece(layer)
    if layer.name == "layernorm":
        return Evened(layer)
    embeds = layer.layers and layer.layers[0].name == "extract_features"
    return RememberedWords(layer) if embeds else None


class RememberedWords:
    """Embeds a word once. Threads may share it: what is known of a word is put there as a whole."""

    def __init__(self, embedding: "Layer", most: int = _MOST_WORDS) -> None:
        self._features, *self._layers = embedding.layers
        self._most = most
        self._known: dict[bytes, bytes] = {}

    def __call__(
        self, _: "Layer", docs: "Sequence[Doc]", **__: bool
    ) -> tuple[list["Floats"], None]:
        """Give a vector for each word of each document."""
        features = np.concatenate(self._features.predict(docs))
        words = list(_rows(features))
        known = self._known
        new = {word: at for at, word in enumerate(words) if word not in known}
        if len(known) + len(new) > self._most:
            self._known = known = {}
            new = {word: at for at, word in enumerate(words)}
        if new:
            found: Any = [features[list(new.values())]]
            for layer in self._layers:
                found = layer.predict(found)
            known.update(zip(new, _rows(found[0]), strict=True))
        vectors = np.frombuffer(b"".join([known[word] for word in words]), np.float32)
        ends = np.cumsum([len(doc) for doc in docs])
        return np.split(vectors.reshape(len(words), -1), ends[:-1]), None


class BestPiece:
    """Takes the best of the pieces of each output, and does not note which one it was."""

    def __init__(self, maxout: "Layer") -> None:
        self._ops: Any = maxout.ops
        weights: Any = maxout.get_param("W")  # by output, then by piece
        bias: Any = maxout.get_param("b")
        outputs, self._pieces, inputs = weights.shape
        self._weights = weights.swapaxes(0, 1).reshape(self._pieces * outputs, inputs).copy()
        self._bias = bias.swapaxes(0, 1).reshape(-1).copy()

    def __call__(self, _: "Layer", inputs: "Floats", **__: bool) -> tuple["Floats", None]:
        """Give the outputs for each row of the inputs."""
        found: Floats = self._ops.gemm(inputs, self._weights, trans2=True)
        found += self._bias
        first, *others = np.split(found, self._pieces, axis=1)
        for piece in others:
            np.maximum(first, piece, out=first)
        return np.ascontiguousarray(first), None


class Evened:
    """Evens the mean and the spread of each row out, and takes the mean off once."""

    def __init__(self, layernorm: "Layer") -> None:
        self._scale: Any = layernorm.get_param("G")
        self._shift: Any = layernorm.get_param("b")

    def __call__(self, _: "Layer", inputs: "Floats", **__: bool) -> tuple["Floats", None]:
        """Give the rows evened out, scaled and shifted."""
        rows: Floats = inputs - inputs.mean(axis=1, keepdims=True)
        spread = (rows * rows).mean(axis=1, keepdims=True) + _LEAST_SPREAD
        rows *= spread ** (-1.0 / 2.0)
        rows *= self._scale
        rows += self._shift
        return rows, None


def _rows(table: "NDArray[Any]") -> Iterator[bytes]:
    """Give the rows of a table as bytes, which can be looked up."""
    written, size = table.tobytes(), table.shape[1] * table.itemsize
    return (written[at : at + size] for at in range(0, len(written), size))
