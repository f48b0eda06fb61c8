"""Markdown, HTML and CSV: every quotation with its address, and nothing of a stranger's text comes alive."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.csv_ import defused, figures_csv, page_csv
from reader.export.html_ import marked, page
from reader.export.markdown import escaped, markdown
from reader.export.sections import PAGES, sections
from reader.model import Comparison, Passage, Span
from reader.text.sanitise import one_line, sanitise
from tests.export.reports import ONE, TWO, comparison

VOID = {"meta"}


class Parsed(HTMLParser):
    """A page taken apart as a browser would, complaining of tags that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.tags if name in attrs]


def test_sections_quote_places_that_stand_in_the_text() -> None:
    found = [quote for s in sections(comparison()) for e in s.entries for quote in (*e.quotes, *filter(None, [e.head]))]
    assert {s.page for s in sections(comparison())} == set(PAGES) - {"names", "quotes", "provenance"}
    for quote in found:
        text = " ".join(quote.article.text.replace("\x1b", "\ufffd").split())
        assert quote.sentence in text
        assert all(0 <= span.start < span.end <= len(quote.article.text) for span in quote.places)


# ---- HTML


def test_anchors_lead_both_ways_and_somewhere() -> None:
    found = Parsed(page(comparison()))
    ids = found.all("id")
    assert len(ids) == len(set(ids))
    links = [href[1:] for href in found.all("href") if href.startswith("#")]
    assert set(links) <= set(ids)
    here, inside = "", set()
    for _, attrs in found.tags:
        here = attrs["id"] if attrs.get("class") == "passage" else here
        inside.add((here, attrs.get("href", "")[1:]))
    assert {("a1p1", "a2p1"), ("a2p1", "a1p1"), ("a1p1", "row1")} <= inside


def test_nothing_is_loaded_and_nothing_runs() -> None:
    text = page(comparison())
    found = Parsed(text)
    assert {tag for tag, _ in found.tags} & {"script", "img", "link", "iframe", "object", "base", "form"} == set()
    assert not found.all("src")
    assert not any(name.startswith("on") for _, attrs in found.tags for name in attrs)
    assert {href for href in found.all("href") if href[:1] != "#"} == {"https://two.example/?a=1&b=2"}
    assert "default-src 'none'" in found.all("content")[1]
    assert "@import" not in text
    assert "url(" not in text
    assert "\x1b" not in text
    assert text.count("prefers-color-scheme: dark") == 1


def test_marks_and_words_stand_on_the_page() -> None:
    found = Parsed(page(comparison()))
    classes = found.all("class")
    assert {"address", "name place", "figure", "moment"} <= set(classes)
    assert "2020-04-27" in found.all("title")
    assert "".join(" ".join(found.words).split()).count("".join(TWO.split("\n")[1].split())) == 1


def test_words_that_a_quotation_is_there_for_are_marked_in_it() -> None:
    text = page(comparison())
    assert '<q dir="auto"><mark>Fourteen</mark> were hurt in Kelm.</q>' in text
    assert '<q dir="auto">Fourteen were hurt in <mark>Kelm</mark>.</q>' in text
    assert '<q dir="auto">Fourteen were <mark>hurt</mark> in Kelm.</q>' in text


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=6)


@settings(max_examples=40)
@given(SPANS, st.text(min_size=31, max_size=31))
def test_marks_however_they_overlap_change_no_letter(places: list[list[int]], text: str) -> None:
    text = text.replace("\r", "r").replace("\0", "0")
    marks = [(Span(a, b), ("<b>", "</b>")) for a, b in places if a < b]
    assert "".join(Parsed(marked(text, Passage(0, 31, "p", 0, text), marks)).words) == sanitise(text)


# ---- Markdown


def test_every_quotation_has_outlet_day_place_and_seal() -> None:
    lines = list(markdown(comparison()))
    quoted = [n for n, line in enumerate(lines) if re.match(r"\s*> (?!— )", line)]
    assert len(quoted) >= 10
    for n in quoted:
        assert re.search(r"> — .*, 2020-05-01 \(x/.*\.txt:\d+-\d+.*, sha256:(o{12}|t{12})\)$", lines[n + 2])


def test_no_markup_of_a_stranger_is_left() -> None:
    text = "\n".join(markdown(comparison()))
    bare = re.sub(r"\\.", "", text)
    assert "<" not in bare
    assert "](" not in bare
    assert "`" not in bare
    assert "://" not in bare
    assert "www." not in bare
    assert "@" not in bare


@given(st.text())
def test_escaped_text_is_the_text(text: str) -> None:
    plain = escaped(text)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain) == one_line(text)


def test_what_begins_like_a_list_or_a_heading_is_text() -> None:
    assert [escaped(text) for text in ("1. One", "- one", "+1", "# one", "a - b 2. c")] == [
        "1\\. One",
        "\\- one",
        "\\+1",
        "\\# one",
        "a - b 2. c",
    ]


# ---- CSV


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_figures_come_row_by_row_then_those_in_none() -> None:
    first, second, third = rows(figures_csv(comparison()))
    assert (first["row"], first["label"], first["verdict"], first["article"]) == ("1", "people hurt", "differ", "one")
    assert (first["value"], first["low"], first["high"], first["hedge"]) == ("12", "12", "", "at least")
    assert (second["words"], second["happened"], second["sha256"]) == ("Fourteen", "hurt", "t" * 64)
    assert (third["row"], third["verdict"], third["low"], third["high"]) == ("", "", "-0.5", "")
    assert (third["as_of_from"], third["as_of_to"]) == ("2020-04-01", "2020-05-01")
    for row in (first, second, third):
        text = {"one": ONE, "two": TWO}[row["article"]]
        assert text[int(row["start"]) : int(row["end"])] == row["words"]
        assert row["words"] in row["sentence"]


def test_no_text_is_a_formula_and_numbers_are_numbers() -> None:
    texts = [page_csv(comparison(), name) for name in PAGES]
    fields = [field for text in texts for row in csv.reader(text.splitlines()) for field in row]
    assert {field for field in fields if field[:1] in "=+-@" and field} == {"-0.5"}
    assert "-0.5" not in re.findall(r'"[^"]*"', texts[0])
    assert any(field.startswith("'=cmd") for field in fields)
    assert defused("\t=1") == "'=1"


@given(st.text())
def test_defused_text_begins_with_nothing_that_computes(text: str) -> None:
    assert defused(text)[:1] not in set("=+-@\t\r\n＝＋－＠")


def test_an_empty_comparison_is_no_error() -> None:
    empty = Comparison(())
    assert Parsed(page(empty))
    assert list(markdown(empty))
    assert [len(rows(page_csv(empty, name))) for name in PAGES] == [0] * 7
    bare = replace(comparison(), figure_rows=(), look_alikes=(), wording=(), timeline=(), links=())
    assert "only here" in page(bare)
