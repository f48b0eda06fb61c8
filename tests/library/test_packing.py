"""What is packed comes back as it was, or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.packing import pack, unpack
from reader.model import Comparison, Passage, Span
from tests.comparison.reports import market

TEXT = "The mill burned down on Monday.\nNobody was hurt, the mayor said."


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    size: float | None = None
    days: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    parts: tuple[Part, ...]
    spans: tuple[tuple[Span, ...], ...] = ()
    kind: Literal["one", "other"] = "one"
    named: Mapping[str, tuple[str, ...]] | None = None
    first: Part | None = None
    sure: bool = False


numbers = st.none() | st.floats(allow_nan=False) | st.integers(-(2**70), 2**70).map(float)
days = st.none() | st.tuples(st.dates(), st.dates())
strings = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))) | st.sampled_from(
    [TEXT, TEXT[4:20]]
)
parts = st.builds(Part, strings, numbers, days)
spans = st.builds(Span, st.integers(0, 10), st.integers(10, 99))
wholes = st.builds(
    Whole,
    st.lists(parts, max_size=4).map(tuple),
    st.lists(st.lists(spans, max_size=3).map(tuple), max_size=3).map(tuple),
    st.sampled_from(["one", "other"]),
    st.none() | st.dictionaries(strings, st.lists(strings, max_size=2).map(tuple), max_size=3),
    st.none() | parts,
    st.booleans(),
)


@settings(max_examples=50, deadline=None)
@given(wholes)
def test_whatever_is_packed_comes_back(whole: Whole) -> None:
    assert unpack(Whole, pack(whole, texts=[TEXT]), texts=[TEXT]) == whole


def test_a_comparison_comes_back_without_a_copy_of_its_texts() -> None:
    found = market()
    articles = [one.article for one in found.analyses]
    texts = [article.text for article in articles]
    data = pack(found, articles, texts)
    back = unpack(Comparison, data, articles, texts)
    assert back == found
    assert all(one.article is article for one, article in zip(back.analyses, articles, strict=True))
    assert back.counterparts(found.links[0].a) == found.counterparts(found.links[0].a)
    held = data.decode()
    assert not [passage.text for one in found.analyses for passage in one.passages if passage.text in held]


def test_what_a_field_cannot_hold_is_not_packed() -> None:
    with pytest.raises(ValueError, match="Passage where there should be Span"):
        pack(Whole((), ((Passage(0, 4, "p1", 0, "Fair"),),)))


@cache
def packed() -> Any:
    return json.loads(pack(Whole((Part("mill", 2.0), Part("mayor")), ((Span(1, 2),),)), texts=[TEXT]))


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where anything stands in what is packed."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in inside for place in places(item, (*path, key)))]


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The same with something else in one place."""
    if not path:
        return new
    if isinstance(value, dict):
        return {**value, path[0]: put(value[path[0]], path[1:], new)}
    return [put(item, path[1:], new) if n == path[0] else item for n, item in enumerate(value)]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(places(packed())), st.sampled_from([None, -1, 10**9, 0.5, "x", [], {}, [1], [[5], []], True]))
def test_what_a_stranger_wrote_is_read_as_these_data_or_not_at_all(place: tuple[Any, ...], new: Any) -> None:
    try:
        found = unpack(Whole, json.dumps(put(packed(), place, new)).encode(), texts=[TEXT])
    except ValueError:
        return
    assert all(isinstance(part, Part) and isinstance(part.name, str) for part in found.parts)
    assert all(isinstance(span, Span) and type(span.start) is int for row in found.spans for span in row)
    assert isinstance(found.sure, bool)
    assert found.kind in ("one", "other")


@pytest.mark.parametrize("name", ["\x1b]52;c;aGk=\x07", "a\u202eb", "\x9b2J"])
def test_no_control_character_comes_back(name: str) -> None:
    with pytest.raises(ValueError, match="control character"):
        unpack(Whole, pack(Whole((Part(name),))))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"\xff", b"[[], {}]", b"[" * 100_000])
def test_damaged_data_are_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="not packed data"):
        unpack(Whole, data)
