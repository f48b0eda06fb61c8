"""Pages give their visible lines in order, the article among them, and what they say of themselves."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest

from reader.intake.page_metadata import canonical_address
from reader.intake.pages import PageError, align, decode_page, read_page

PAGE = """<!doctype html><html lang="en"><head><title>Ferry sinks | Sarn Courier</title>
<meta property="og:site_name" content="Sarn Courier"><link rel="canonical" href="/ferry-sinks#top">
<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Ferry sinks off Port Sarn",
 "datePublished": "2031-05-03T06:00:00Z", "author": [{"name": "A. Quill"}, {"name": "https://sarn.example/b"}]}]}</script>
<script>var x = "<p>not text</p>";</script></head><body>
<nav><ul><li>Home</li><li>World</li></ul></nav><h1>Ferry sinks off Port Sarn</h1>
<p>At least <b>31&nbsp;people</b> died when the ferry Halcyon met a freighter in fog on Tuesday, coastguards said.</p>
<aside><p>Read also: storm closes the coast road for a third day</p></aside>
<p>Rescuers pulled 118 people from the water before dawn, the harbour minister, Ilse Marand, told North Wire.</p>
<p>Two of the lifeboats could not be lowered, survivors said, because the ship had listed within minutes.</p>
<footer>© 2029 Sarn Courier. All rights reserved.</footer></body></html>"""


def body(data: str) -> list[str]:
    page = read_page(data.encode(), "https://sarn.example/ferry-sinks?from=feed")
    return [line for n, line in enumerate(page.text.splitlines(), 1) if n in page.body]


def test_the_article_is_told_from_the_page_around_it() -> None:
    kept = body(PAGE)
    assert [line.split()[0] for line in kept if len(line) > 60] == ["At", "Rescuers", "Two"]
    assert not any("All rights" in line or line == "Home" for line in kept)


def test_every_visible_line_is_there_and_no_script() -> None:
    page = read_page(PAGE.encode())
    assert "Home\nWorld\n" in page.text
    assert "31 people died" in page.text
    assert "not text" not in page.text
    assert "All rights reserved" in page.text


def test_metadata_comes_from_json_ld_and_tags() -> None:
    found = read_page(PAGE.encode(), "https://www.sarn.example/ferry-sinks?from=feed").metadata
    assert (found.title, found.source, found.byline) == ("Ferry sinks off Port Sarn", "Sarn Courier", "A. Quill")
    assert (found.published, found.language) == (date(2031, 5, 3), "en")
    assert found.url == "https://www.sarn.example/ferry-sinks"


def test_a_page_that_says_nothing_of_itself_is_given_nothing() -> None:
    plain = PAGE[PAGE.index("<body>") :]
    found = read_page(f"<html><head></head>{plain}".encode()).metadata
    assert (found.title, found.source, found.published, found.byline, found.url) == (None,) * 5


def test_a_canonical_address_of_another_site_is_not_believed() -> None:
    here = "https://sarn.example/a"
    assert canonical_address("https://elsewhere.example/b", here) == here
    assert canonical_address("https://www.sarn.example/b", here) == "https://www.sarn.example/b"
    assert canonical_address("javascript:alert(1)", here) == here
    assert canonical_address("http://[", here) == here


@pytest.mark.parametrize("broken", [b"", b"   ", b"<html></html>"])
def test_a_page_without_an_article_says_so(broken: bytes) -> None:
    with pytest.raises(PageError):
        read_page(broken)


def test_a_wrong_charset_of_the_server_is_seen_through() -> None:
    text = "Паром затонул у берега, сообщила береговая охрана."
    assert decode_page(f'<meta charset="windows-1251"><p>{text}'.encode("cp1251"), "utf-8").endswith(text)
    assert decode_page(text.encode(), "no-such-charset") == text
    assert decode_page(text.encode("utf-16")) == text


def test_a_line_that_stands_twice_is_taken_where_the_article_is() -> None:
    prose = [f"Sentence number {n} has quite enough words to be known again." for n in range(6)]
    lines = ["Ferry lost", "Menu", "Sport", "Weather", "Money", "Travel", "More", "Ferry lost", *prose]
    assert align(lines, ["Ferry lost", *prose]) == frozenset(range(8, 15))


def test_deep_nesting_is_survived() -> None:
    deep = "<div>" * 5000 + PAGE + "</div>" * 5000
    with contextlib.suppress(PageError):
        assert "Rescuers" in read_page(deep.encode()).text
