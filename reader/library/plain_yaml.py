"""YAML as far as strangers' files may use it: mappings, lists and scalars, each key with its place.

Built from the parser's events, never by a constructor: no object is made, an alias cannot explode, and nesting is
bounded. Scalars stay text, so that ``no`` is a language and ``1984`` a title; who asks for a value reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

DEEPEST = 6
"""How deeply collections may nest."""

_HARMLESS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")}
_NULL = {"", "~", "null", "Null", "NULL"}

Value: TypeAlias = "str | list[Value] | Entries | None"


class YamlError(ValueError):
    """The text is not YAML, or more of YAML than is taken; ``line`` and ``column`` count from 1 in the text given."""

    def __init__(self, message: str, line: int, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's value. It stands on the lines ``line`` to ``last``, from 1; ``block``: and has them for itself.

    The key begins at ``column`` of its line, the value at ``place``, a line and a column; all count from 1.
    """

    value: Value
    line: int
    last: int
    block: bool = True
    column: int = 1
    place: tuple[int, int] = (1, 1)


class Entries(dict[str, Entry]):
    """Entries by key. ``repeated`` holds keys given more than once, with the line; the first value stands."""

    def __init__(self) -> None:
        super().__init__()
        self.repeated: list[tuple[str, int]] = []


def parse(text: str) -> Value:
    """The value of a YAML document; nothing in it is ``None``.

    Raises:
        YamlError: not YAML, or with an alias, a tag of its own, or deeper than ``DEEPEST``.

    """
    import yaml  # 15 ms, which a library of bare texts need not pay

    events = iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    try:
        for event in events:
            if isinstance(event, yaml.StreamEndEvent):
                return None
            if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                value, _ = _value(event, events, 0)
                if not isinstance(next(events), yaml.DocumentEndEvent) or not isinstance(
                    after := next(events), yaml.StreamEndEvent
                ):
                    raise YamlError("holds more than one document", _line(after))
                return value
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlError(f"is not YAML: {error.problem or error.context}", *place) from error
    except yaml.YAMLError as error:
        raise YamlError(f"is not YAML: {error}".splitlines()[0], 1) from error
    return None


def _value(event: Any, events: Iterator[Any], depth: int) -> tuple[Value, int]:
    """The value that begins with the event, and its last line (from 1)."""
    import yaml

    place = _line(event), _column(event)
    if isinstance(event, yaml.AliasEvent):
        raise YamlError(f"holds an alias (*{event.anchor}); write the value out", *place)
    if event.tag not in (None, "!") and event.tag not in _HARMLESS:
        what = "a Python object" if ":python/" in event.tag else "an object"
        raise YamlError(f"holds {what} ({event.tag.rsplit(',2002:')[-1]}), which is never made", *place)
    if isinstance(event, yaml.ScalarEvent):
        return (None if not event.style and event.value in _NULL else event.value), _last(event)
    if depth == DEEPEST:
        raise YamlError(f"nests more than {DEEPEST} deep", *place)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(event, events, depth)
    return _mapping(event, events, depth)


def _sequence(event: Any, events: Iterator[Any], depth: int) -> tuple[Value, int]:
    import yaml

    found: list[Value] = []
    last = _line(event)
    for event_ in events:
        if isinstance(event_, yaml.SequenceEndEvent):
            return found, _last(event_) if event.flow_style else last
        value, last = _value(event_, events, depth + 1)
        found.append(value)
    raise AssertionError("the parser closes what it opens")


def _mapping(event: Any, events: Iterator[Any], depth: int) -> tuple[Value, int]:
    import yaml

    found = Entries()
    last = _line(event)
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            return found, _last(key) if event.flow_style else last
        line = _line(key)
        if not isinstance(key, yaml.ScalarEvent):
            raise YamlError("holds a key that is not a word", line, _column(key))
        begins = next(events)
        value, last = _value(begins, events, depth + 1)
        if key.value in found:
            found.repeated.append((key.value, line))
        else:
            alone = not event.flow_style and _column(key) == 1
            place = _line(begins), _column(begins)
            found[key.value] = Entry(value, line, max(line, last), alone, _column(key), place)
    raise AssertionError("the parser closes what it opens")


def _line(event: Any) -> int:
    """The line on which the event begins, from 1."""
    return int(event.start_mark.line) + 1


def _column(event: Any) -> int:
    """The column at which the event begins, from 1."""
    return int(event.start_mark.column) + 1


def _last(event: Any) -> int:
    """The line on which the event ends; the mark of a block of text stands at the start of the line after it."""
    end: Any = event.end_mark
    return max(_line(event), int(end.line) + int(end.column > 0))
