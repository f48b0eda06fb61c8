"""The JSON contract, version 1, checked name by name and type by type; the same bytes on every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reader.export.json_ import cleaned_document, comparison_document, dumps
from reader.library.settings import sample_library
from reader.model import (
    Analysis,
    Article,
    Comparison,
    Entity,
    Event,
    Figure,
    FigureRow,
    Line,
    Link,
    LookAlike,
    Mention,
    Moment,
    Passage,
    Phrase,
    Quotation,
    Wording,
)

Check = Callable[[Any], bool]


def text(value: Any) -> bool:
    return isinstance(value, str)


def whole(value: Any) -> bool:
    return type(value) is int and value >= 0


def number(value: Any) -> bool:
    return type(value) in (int, float)


def day(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 10 and bool(date.fromisoformat(value))


def one_of(*values: str) -> Check:
    return lambda value: value in values


def maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


def every(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


def record(**checks: Check) -> Check:
    """An object of exactly these names, in this order."""

    def holds(value: Any) -> bool:
        assert isinstance(value, dict)
        names = [name.rstrip("_") for name in checks]
        assert list(value) == names
        for name, check in zip(names, checks.values(), strict=True):
            assert check(value[name]), f"{name}: {value[name]!r}"
        return True

    return holds


place = {"start": whole, "end": whole}
cleaned: dict[str, Check] = {
    "id": text,
    "path": text,
    "source": maybe(text),
    "title": maybe(text),
    "published": maybe(day),
    "byline": maybe(text),
    "via": every(text),
    "language": maybe(text),
    "sha256": lambda value: len(bytes.fromhex(value)) == 32,
    "lines": every(record(number=whole, **place, state=one_of("kept", "doubtful", "removed"), role=text, reason=text)),
}
analysed: dict[str, Check] = {
    "passages": every(record(id=text, **place, paragraph=whole, text=text)),
    "mentions": every(
        record(**place, kind=one_of("person", "place", "organisation", "group", "event", "other"), entity=text)
    ),
    "figures": every(
        record(
            id=text,
            **place,
            low=maybe(number),
            high=maybe(number),
            hedge=text,
            unit=text,
            counted=text,
            speaker=maybe(text),
            passage=text,
        )
    ),
    "moments": every(record(**place, from_=maybe(day), to=maybe(day))),
    "quotations": every(record(**place, speaker=maybe(text))),
}
phrases = every(record(article=text, text=text, **place))
CLEANED = record(schema=lambda value: value == 1, articles=every(record(**cleaned)))
COMPARED = record(
    schema=lambda value: value == 1,
    articles=every(record(**cleaned, **analysed)),
    entities=every(
        record(
            id=text,
            name=text,
            kind=one_of("person", "place", "organisation", "group", "event", "other"),
            variants=every(text),
        )
    ),
    links=every(
        record(
            a=text,
            b=text,
            score=lambda value: number(value) and 0 <= value <= 1,
            grade=one_of("strong", "likely", "weak"),
            reasons=every(text),
        )
    ),
    figure_rows=every(record(label=text, verdict=one_of("agree", "compatible", "differ"), figures=every(text))),
    look_alikes=every(record(figures=every(text), why=text)),
    coverage=every(record(passage=text, sources=every(text))),
    wording=every(
        lambda value: (
            record(entity=text, phrases=phrases) if "entity" in value else record(label=text, phrases=phrases)
        )(value)
    ),
    timeline=every(record(from_=day, to=day, passages=every(text))),
)


def full() -> Comparison:
    """A comparison with something in every part, hostile text and open bounds among it."""
    words = "Ten boats \u202eleft\ufeff."
    article = Article(
        "a", words, (Line(0, len(words), 1, "doubtful", "body", "\x1b"),), "x/a\udcff.txt", "S", "T", date(2020, 2, 3),
        "B", ("W",), sha256="0" * 64,
    )  # fmt: skip
    analysis = Analysis(
        article,
        (Passage(0, len(words), "a:p1", 0, words),),
        (Mention(4, 9, "other", "e1"),),
        (
            Figure(0, 3, "a:f1", 10.0, None, 10.0, "at least", counted="boats", passage="a:p1"),
            Figure(0, 3, "a:f2", 1.5, float("inf"), None, speaker="B", passage="a:p1"),
        ),
        (Moment(0, 3, date(2020, 2, 1), None),),
        (Quotation(0, 3), Quotation(4, 9, "B")),
    )
    return Comparison(
        (analysis,),
        (Entity("e1", "boats", "other", ("boats",), ("r",)),),
        (Link("a:p1", "a:p1", 0.123456, "weak", ("both: 10",)),),
        (("a:p1", "a:p1", 0.1),),
        (FigureRow("boats", "differ", ("a:f1", "a:f2")),),
        (LookAlike(("a:f1", "a:f2"), "why"),),
        {"a:p1": ()},
        (Wording("w", None, (Phrase(0, 3, "a", "Ten"),)), Wording("boats", "e1", (Phrase(4, 9, "a", "boats"),))),
        (Event(date(2020, 2, 1), date(2020, 2, 3), ("a:p1",)),),
    )


def test_every_part_has_the_names_of_the_contract() -> None:
    assert COMPARED(json.loads(dumps(comparison_document(full()))))
    assert CLEANED(json.loads(dumps(cleaned_document([full().analyses[0].article]))))


def test_open_bounds_are_null_and_whole_numbers_whole() -> None:
    (article,) = comparison_document(full())["articles"]
    assert [(f["low"], f["high"]) for f in article["figures"]] == [(10, None), (1.5, None)]
    assert type(article["figures"][0]["low"]) is int


def test_nothing_a_terminal_obeys_stands_in_the_document_unescaped() -> None:
    document = dumps(comparison_document(full()))
    assert document.encode("utf-8")
    assert not set("\x1b\u202e\ufeff\udcff") & set(document)
    (article,) = json.loads(document)["articles"]
    assert article["path"] == "x/a\udcff.txt"
    assert article["passages"][0]["text"] == "Ten boats \u202eleft\ufeff."


@pytest.fixture(scope="module")
def printed() -> list[bytes]:
    """The sample library compared by two processes that hash differently."""
    folder = max((f for f in sample_library().iterdir() if f.is_dir()), key=lambda f: f.name)
    command = [sys.executable, "-m", "reader", "compare", str(folder), "--format", "json"]
    return [
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    ]


def test_the_same_bytes_on_every_run(printed: list[bytes]) -> None:
    assert printed[0] == printed[1]


def test_the_sample_library_holds_the_contract(printed: list[bytes]) -> None:
    document = json.loads(printed[0])
    assert COMPARED(document)
    known: dict[str, dict[str, Any]] = {}
    for article in document["articles"]:
        path = Path(article["path"])
        body = path.read_text("utf-8").split("\n---\n", 1)[1]
        for passage in article["passages"]:
            assert body[passage["start"] : passage["end"]] == passage["text"]
            known[passage["id"]] = passage
        for layer in ("mentions", "figures", "moments", "quotations"):
            assert all(0 <= span["start"] < span["end"] <= len(body) for span in article[layer])
        assert all(figure["passage"] in known for figure in article["figures"])
    figures = {figure["id"] for article in document["articles"] for figure in article["figures"]}
    entities = {entity["id"] for entity in document["entities"]}
    assert {m["entity"] for article in document["articles"] for m in article["mentions"]} <= entities
    assert all(link["a"] in known and link["b"] in known for link in document["links"])
    assert all(set(row["figures"]) <= figures for row in document["figure_rows"] + document["look_alikes"])
    assert [c["passage"] for c in document["coverage"]] == list(known)
    ids = {article["id"] for article in document["articles"]}
    assert all(set(c["sources"]) <= ids for c in document["coverage"])
