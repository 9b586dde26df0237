"""Sentences as trees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greffier.model.syntax import Morph, Sentence, Token
from greffier.model.text import Span


def _sentence(heads: list[int], deps: list[str] | None = None) -> Sentence:
    """A sentence of one-letter words with these heads."""
    return Sentence(
        0,
        tuple(
            Token(
                i, 2 * i, 2 * i + 1, "x", "x", "x", "NOUN", deps[i] if deps else "dep", h, Morph()
            )
            for i, h in enumerate(heads)
        ),
    )


@st.composite
def any_heads(draw: st.DrawFn) -> list[int]:
    """Heads of any kind, cycles included: a parser promises nothing."""
    length = draw(st.integers(1, 30))
    return draw(st.lists(st.integers(0, length - 1), min_size=length, max_size=length))


@st.composite
def tree_heads(draw: st.DrawFn) -> list[int]:
    """Heads of a tree: the first token is the root, each other hangs on an earlier one."""
    length = draw(st.integers(1, 30))
    return [0] + [draw(st.integers(0, i - 1)) for i in range(1, length)]


def test_children_can_be_asked_by_relation_with_its_subtypes() -> None:
    sentence = _sentence([0, 0, 0, 0], ["ROOT", "nsubj", "obl:agent", "obl"])
    root = sentence.tokens[0]
    assert [t.i for t in sentence.children(root)] == [1, 2, 3]
    assert [t.i for t in sentence.children(root, "obl")] == [2, 3]
    assert [t.i for t in sentence.children(root, "obl:agent")] == [2]


def test_tokens_in_a_span_are_those_wholly_inside() -> None:
    sentence = _sentence([0, 0, 0])
    assert [t.i for t in sentence.tokens_in(Span(1, 5))] == [1, 2]


@given(tree_heads())
def test_the_subtree_of_the_root_is_the_sentence(heads: list[int]) -> None:
    sentence = _sentence(heads)
    assert sentence.subtree(sentence.tokens[0]) == list(sentence.tokens)


@given(tree_heads())
def test_a_token_is_in_the_subtree_of_each_ancestor(heads: list[int]) -> None:
    sentence = _sentence(heads)
    for token in sentence.tokens:
        assert all(token in sentence.subtree(above) for above in sentence.ancestors(token))


@given(any_heads())
def test_ancestors_end_even_in_a_cycle(heads: list[int]) -> None:
    sentence = _sentence(heads)
    for token in sentence.tokens:
        assert len(list(sentence.ancestors(token))) <= len(sentence.tokens)
