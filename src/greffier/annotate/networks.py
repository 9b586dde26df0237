"""The networks of a spaCy pipeline, computed with numpy, rows in portions of one fixed shape.

The last bits of a matrix product depend on the shapes of the matrices. Rows are therefore
multiplied `ROWS` at a time, whatever there is to read: a text gets the same numbers alone and
in company (docs/decisions). What a network makes of a word without its neighbours is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model as Node

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

ROWS = 64
"""Rows of one product: enough to keep BLAS busy, few enough to waste little on short texts."""

KEPT_WORDS = 1 << 15
"""Words whose vectors are kept, about 25 MB; all are forgotten when there are more."""

MIX = np.uint64(0x9E3779B97F4A7C15)
"""An odd number that spreads one hash over the bits of another."""


def whole(count: int) -> int:
    """The rows that so many take up in whole portions."""
    return -(-count // ROWS) * ROWS


class Affine:
    """Rows times weights, plus a bias where there is one."""

    def __init__(self, weights: Floats, bias: Floats | None = None) -> None:
        self._weights = np.ascontiguousarray(weights.T)
        self._bias = bias
        self.width = len(weights)

    def __call__(self, rows: Floats, out: Floats | None = None) -> Floats:
        """`rows` are whole portions; the result goes into `out` where given."""
        if out is None:
            out = np.empty((len(rows), self.width), np.float32)
        for first in range(0, len(rows), ROWS):
            last = first + ROWS
            np.matmul(rows[first:last], self._weights, out=out[first:last])
        if self._bias is not None:
            out += self._bias
        return out


class Maxout:
    """An affine layer in several pieces, the greatest of them, and a layer norm."""

    def __init__(self, maxout: Node, norm: Node) -> None:
        weights = maxout.get_param("W")
        self._width, self._pieces, inputs = weights.shape
        by_piece = weights.transpose(1, 0, 2).reshape(-1, inputs)
        self._affine = Affine(by_piece, maxout.get_param("b").T.reshape(-1))
        self._gain, self._bias = norm.get_param("G"), norm.get_param("b")

    def __call__(self, rows: Floats) -> Floats:
        first, *others = np.split(self._affine(rows), self._pieces, axis=1)
        best = first.copy()
        for piece in others:
            np.maximum(best, piece, out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(self._width)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(self._width)
        best /= np.sqrt(variance + np.float32(1e-8))[:, None]
        best *= self._gain
        best += self._bias
        return best


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the words of several texts stand in one table, in whole portions: rows of zeros part
    the texts, so that no layer sees from one into the next."""

    starts: tuple[int, ...]
    lengths: tuple[int, ...]
    places: Ints  # the row of each word, texts one after the other
    rows: int

    @classmethod
    def of(cls, lengths: Sequence[int], gap: int) -> Layout:
        starts = tuple(accumulate((n + gap for n in lengths[:-1]), initial=gap))
        places = [np.arange(s, s + n) for s, n in zip(starts, lengths, strict=True)]
        end = starts[-1] + lengths[-1] + gap
        return cls(starts, tuple(lengths), np.concatenate(places), whole(end))

    def split(self, rows: NDArray[Any]) -> list[NDArray[Any]]:
        """The part of each text."""
        return [rows[s : s + n] for s, n in zip(self.starts, self.lengths, strict=True)]


class Encoder:
    """Words to vectors in context: layers that each look at a word and its two neighbours."""

    def __init__(self, encode: Node) -> None:
        nodes = list(encode.walk())
        maxouts = [node for node in nodes if node.name == "maxout"]
        norms = [node for node in nodes if node.name == "layernorm"]
        self._layers = [Maxout(*pair) for pair in zip(maxouts, norms, strict=True)]

    @property
    def depth(self) -> int:
        """How far a layer sees, in words: texts must lie as far apart."""
        return len(self._layers)

    def __call__(self, words: Floats, layout: Layout) -> Floats:
        width = words.shape[1]
        table = np.zeros((layout.rows + 2, width), np.float32)
        inner = table[1:-1]
        inner[layout.places] = words
        windows = np.empty((layout.rows, 3 * width), np.float32)
        for layer in self._layers:
            windows[:, :width] = table[:-2]
            windows[:, width : 2 * width] = inner
            windows[:, 2 * width :] = table[2:]
            inner += layer(windows)
        return inner


class Words:
    """What each of several networks makes of a word alone, kept from one text to the next."""

    def __init__(self, vocab: Vocab, embeds: Sequence[Node]) -> None:
        self._vocab = vocab
        self._embeds = embeds
        self._forget(KEPT_WORDS)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """For each network, the vectors of the words of the texts, one after the other."""
        from spacy.attrs import NORM, ORTH, SPACY

        told = np.concatenate([doc.to_array([ORTH, NORM, SPACY]) for doc in docs])
        told = told.astype(np.uint64)
        keys: list[int] = ((told[:, 0] << np.uint64(1)) + told[:, 2] + told[:, 1] * MIX).tolist()
        new = {key: i for i, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > len(self._tables[0]):
            new = {key: i for i, key in enumerate(keys)}
            self._forget(max(KEPT_WORDS, len(new)))
        learnt = list(new)
        for first in range(0, len(learnt), ROWS):
            some = learnt[first : first + ROWS]
            self._learn(some, told[[new[key] for key in some]].tolist())
        rows = [self._rows[key] for key in keys]
        return [table[rows] for table in self._tables]

    def _forget(self, room: int) -> None:
        self._rows: dict[int, int] = {}
        self._tables = [np.zeros((room, e.get_dim("nO")), np.float32) for e in self._embeds]

    def _learn(self, keys: list[int], told: list[list[int]]) -> None:
        """Embeds up to `ROWS` words, each told by its form, norm and space after it."""
        from spacy.tokens import Doc

        strings = self._vocab.strings
        filled = told + [told[-1]] * (ROWS - len(told))
        forms = [strings[orth] for orth, _, _ in filled]
        doc = Doc(self._vocab, words=forms, spaces=[space == 1 for _, _, space in filled])
        for token, (_, norm, _) in zip(doc, filled, strict=True):
            if token.norm != norm:
                token.norm_ = strings[norm]
        start = len(self._rows)
        for embed, table in zip(self._embeds, self._tables, strict=True):
            table[start : start + len(keys)] = embed.predict([doc])[0][: len(keys)]
        self._rows.update(zip(keys, range(start, start + len(keys)), strict=True))


class Transitions:
    """A transition-based component: states and their moves are spaCy's, their scores ours.

    spaCy's own walk takes and gives back Python's lock many times a move, which costs more than
    the arithmetic; this one moves the states of all texts together.
    """

    def __init__(self, pipe: Any) -> None:
        model = pipe.model
        self._pipe = pipe
        self._lower = lower = model.get_ref("lower")
        hidden = model.get_ref("tok2vec").layers[-1]
        self._hidden = Affine(hidden.get_param("W"), hidden.get_param("b"))
        weights = lower.get_param("W")
        self._shape = weights.shape[:-1]  # features of a state, width, pieces
        self._features = Affine(weights.reshape(-1, weights.shape[-1]))
        self._padding = lower.get_param("pad").reshape(-1)
        self._upper = model.get_ref("upper")
        self._scores = Affine(self._upper.get_param("W"), self._upper.get_param("b"))
        self._unseen = sorted(model.attrs["unseen_classes"])

    def __call__(self, docs: Sequence[Doc], vectors: Floats, layout: Layout) -> None:
        """Annotates texts, given the vectors of their words."""
        steps = self._steps(docs, self._words_features(vectors, layout))
        batch = self._pipe.moves.init_batch(docs)
        states = [state for state in batch if not state.is_final()]
        room = np.zeros((whole(len(states)), self._lower.get_dim("nO")), np.float32)
        while states:
            hidden = steps.state2vec.predict(steps.get_token_ids(states))
            states = self._pipe.transition_states(states, self._scored(hidden, room))
        self._pipe.set_annotations(docs, batch)

    def _words_features(self, vectors: Floats, layout: Layout) -> Floats:
        """What each word adds to a state, by its part in it; first, what no word adds."""
        count = len(layout.places)
        hidden = np.zeros((whole(count), self._hidden.width), np.float32)
        hidden[:count] = self._hidden(vectors)[layout.places]
        table = np.empty((len(hidden) + 1, self._features.width), np.float32)
        self._features(hidden, out=table[1:])
        table[0] = self._padding
        return table.reshape(-1, *self._shape)

    def _steps(self, docs: Sequence[Doc], features: Floats) -> Any:
        """spaCy's sums of the features of states, given those of the words."""
        from spacy.ml.parser_model import ParserStepModel
        from thinc.api import Model

        def given(*_: Any, **__: Any) -> tuple[Floats, None]:
            return features, None

        lower = Model(
            "features",
            given,
            dims={name: self._lower.get_dim(name) for name in self._lower.dim_names},
            params={"b": self._lower.get_param("b")},
            ops=self._lower.ops,
        )
        return ParserStepModel(docs, [given, lower, self._upper], has_upper=True, train=False)

    def _scored(self, hidden: Floats, room: Floats) -> Floats:
        """The scores of every move in each state; `room` takes the states in whole portions."""
        room[: len(hidden)] = hidden
        scores = self._scores(room[: whole(len(hidden))])[: len(hidden)]
        if self._unseen:
            scores[:, self._unseen] = -np.inf
        return scores
