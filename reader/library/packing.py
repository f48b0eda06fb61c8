"""Frozen data written out as JSON and read back, by the types that their fields are declared with.

Every class has a table with a column for each field. What is in several places stands in its table once and is told by
its number, and so are strings; a string that stands in one of the texts at hand is kept as a place in it, so that what
is packed holds no copy of an article. Unlike a pickle it can make nothing but these data: whoever reads what may come
from strangers gets them, or a ``ValueError``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from itertools import accumulate, pairwise
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from reader.text.sanitise import sanitise

QUOTED = 12
"""Strings of so many characters or more are looked for in the texts at hand."""

T = TypeVar("T")

Column = list[Any]
"""The values of one field, one for each object of a table."""


def pack(value: object, given: Sequence[object] = (), texts: Sequence[str] = ()) -> bytes:
    """A frozen dataclass as JSON; the objects that are ``given`` are not packed, but told by their number.

    Raises:
        ValueError: a field holds what its type does not tell, as an object of a subclass.

    """
    packing = _Packing(given)
    packing.column(type(value), [value])
    tables = {
        kind.__name__: packing.table(kind) for kind in _kinds(cast(Any, type(value))) if kind not in packing.outside
    }
    strings = _placed(packing.strings, texts)
    return json.dumps([strings, tables], separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpack(kind: type[T], data: bytes, given: Sequence[object] = (), texts: Sequence[str] = ()) -> T:
    """What was packed, with the same objects given and the same texts at hand.

    Raises:
        ValueError: the data are damaged, or not of that kind.

    """
    try:
        strings, tables = json.loads(data)
        unpacking = _Unpacking([_string(one, texts) for one in strings], given)
        for table in reversed(_kinds(cast(Any, kind))):
            if table not in unpacking.tables:
                unpacking.table(table, tables[table.__name__])
        found: T = unpacking.tables[kind][0]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError, StopIteration) as error:
        raise ValueError(f"not packed data: {error}") from error
    return found


class _Packing:
    def __init__(self, given: Sequence[object]) -> None:
        self.strings: dict[str, int] = {}
        self.outside = {type(one) for one in given}
        self._objects: dict[type, list[object]] = {}
        self._numbers = {id(one): number for number, one in enumerate(given)}

    def table(self, kind: type) -> list[Column]:
        """The columns of the objects of a kind that were met."""
        objects = self._objects.get(kind, [])
        return [self.column(hint, [getattr(one, name) for one in objects]) for name, hint in _columns(kind).items()]

    def column(self, hint: Any, values: Column) -> Column:
        """Values of a type as numbers, strings by their number, and lists of those."""
        origin, inner = get_origin(hint), get_args(hint)
        if hint is str or origin is Literal:
            return [self.strings.setdefault(value, len(self.strings)) for value in values]
        if hint is date:
            return [value.toordinal() for value in values]
        if origin in (Union, UnionType):
            there = [value for value in values if value is not None]
            return [[int(value is not None) for value in values], self.column(inner[0], there)]
        if origin is tuple and inner[-1] is ...:
            flat = [item for value in values for item in value]
            return [[len(value) for value in values], self.column(inner[0], flat)]
        if origin is tuple:
            return [self.column(one, [value[n] for value in values]) for n, one in enumerate(inner)]
        if origin is Mapping:
            keys, items = ([item for value in values for item in part(value)] for part in (dict.keys, dict.values))
            return [[len(value) for value in values], self.column(inner[0], keys), self.column(inner[1], items)]
        if is_dataclass(hint):
            return [self._number(hint, value) for value in values]
        return values

    def _number(self, kind: Any, value: object) -> int:
        if type(value) is not kind:
            raise ValueError(f"{type(value).__name__} where there should be {kind.__name__}")
        if id(value) not in self._numbers:
            objects = self._objects.setdefault(kind, [])
            self._numbers[id(value)] = len(objects)
            objects.append(value)
        return self._numbers[id(value)]


class _Unpacking:
    def __init__(self, strings: Sequence[str], given: Sequence[object]) -> None:
        self.strings = strings
        self.tables: dict[type, Sequence[Any]] = {type(one): given for one in given}

    def table(self, kind: type, columns: Sequence[Column]) -> None:
        """Make the objects of a kind; those that they hold are made."""
        hints = _columns(kind)
        made = [self.column(hint, column) for hint, column in zip(hints.values(), columns, strict=True)]
        self.tables[kind] = [kind(*row) for row in zip(*made, strict=True)]

    def column(self, hint: Any, packed: Column) -> Column:
        """The values of a type."""
        origin, inner = get_origin(hint), get_args(hint)
        if hint is str or origin is Literal:
            found = _at(self.strings, packed)
            if inner and not set(found).issubset(inner):
                raise ValueError(f"none of {inner}")
            return found
        if hint is date:
            return [date.fromordinal(number) for number in packed]
        if origin in (Union, UnionType):
            there, column = packed
            values = iter(self.column(inner[0], column))
            return [next(values) if one else None for one in there]
        if origin is tuple and inner[-1] is ...:
            lengths, flat = packed
            return [tuple(part) for part in _cut(self.column(inner[0], flat), lengths)]
        if origin is tuple:
            columns = [self.column(one, column) for one, column in zip(inner, packed, strict=True)]
            return list(zip(*columns, strict=True))
        if origin is Mapping:
            lengths, keys, items = packed
            pairs = zip(self.column(inner[0], keys), self.column(inner[1], items), strict=True)
            return [dict(part) for part in _cut(list(pairs), lengths)]
        if is_dataclass(hint):
            return _at(self.tables[cast(type, hint)], packed)
        allowed = {int, float} if hint is float else {hint}
        if not allowed.issuperset(map(type, packed)):
            raise ValueError(f"no {hint}")
        return packed


def _at(table: Sequence[Any], numbers: Column) -> Column:
    if numbers and min(numbers) < 0:
        raise ValueError("a number below 0")
    return [table[number] for number in numbers]


def _cut(flat: Column, lengths: Sequence[int]) -> Iterable[Column]:
    """The items of one list in lists of these lengths."""
    ends = [0, *accumulate(lengths)]
    if ends[-1] != len(flat) or (lengths and min(lengths) < 0):
        raise ValueError("lists of other lengths")
    return (flat[start:end] for start, end in pairwise(ends))


@cache
def _columns(kind: Any) -> Mapping[str, Any]:
    """The fields that an object is made of, with their types."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind) if field.init}


@cache
def _kinds(kind: Any) -> tuple[type, ...]:
    """The dataclass and all that its objects may hold, each before what it holds itself."""
    found: list[type] = []

    def look(hint: Any) -> None:
        if isinstance(hint, type) and is_dataclass(hint) and hint not in found:
            for inner in _columns(hint).values():
                look(inner)
            found.append(hint)
        for inner in get_args(hint):
            look(inner)

    look(kind)
    return tuple(reversed(found))


def _placed(strings: Iterable[str], texts: Sequence[str]) -> Column:
    """The strings; one that stands in a text as the number of that, and where it begins and ends there."""
    found: Column = []
    last = 0
    for string in strings:
        start = -1
        if len(string) >= QUOTED:
            for number in (*range(last, len(texts)), *range(last)):  # what follows each other is often of one text
                if (start := texts[number].find(string)) >= 0:
                    last = number
                    break
        found.append(string if start < 0 else [last, start, start + len(string)])
    return found


def _string(packed: str | list[int], texts: Sequence[str]) -> str:
    if not isinstance(packed, str):
        number, start, end = packed
        if number < 0 or not 0 <= start <= end <= len(texts[number]):
            raise ValueError("no place in a text")
        return texts[number][start:end]
    if sanitise(packed) != packed:
        raise ValueError("a control character")
    return packed
