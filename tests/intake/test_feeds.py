"""Feeds of every kind give the same entries; hostile ones are refused."""

from __future__ import annotations

from datetime import date

import pytest

from reader.intake.feeds import Entry, FeedError, read_feed, read_opml, sniff

HERE = "https://sarn.example/news/feed"
WANTED = (
    Entry("https://sarn.example/a", "Ferry sinks", date(2031, 5, 3)),
    Entry("https://sarn.example/b", "Fog & ice", None),
)

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Sarn Courier</title>
<item><title>Ferry sinks</title><link>/a</link><pubDate>Sat, 03 May 2031 06:00:00 GMT</pubDate></item>
<item><title>Fog &amp;amp; ice</title><link>https://sarn.example/b</link></item>
<item><title>Fog again</title><link>https://sarn.example/b</link></item><item><title>No link</title>
</item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Sarn Courier</title>
<entry><title>Ferry sinks</title><link href="/a"/><published>2031-05-03T06:00:00Z</published></entry>
<entry><title>Fog &amp;amp; ice</title><link href="https://sarn.example/b"/></entry></feed>"""
JSON = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "Sarn Courier", "items": [
{"url": "/a", "title": "Ferry sinks", "date_published": "2031-05-03T06:00:00Z"},
{"url": "https://sarn.example/b", "title": "Fog & ice"}, {"title": "no address"}, 7]}"""


@pytest.mark.parametrize("data", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_feeds_of_every_kind_give_the_same_entries(data: bytes) -> None:
    feed = read_feed(data, HERE)
    assert feed.title == "Sarn Courier"
    assert feed.entries == WANTED


def test_kinds_are_told_by_content_before_the_servers_word() -> None:
    assert [sniff(d, "text/html") for d in (RSS, ATOM, JSON)] == ["feed", "feed", "json feed"]
    assert sniff(b"<opml version='2.0'>") == "opml"
    assert sniff(b"\xef\xbb\xbf<!DOCTYPE html><p>x") == "page"
    assert sniff(b"At least 31 people died.", "text/plain") == "text"


def test_a_list_of_feeds_gives_each_address_once() -> None:
    listed = b'<opml><body><outline text="a"><outline xmlUrl="https://a/f"/><outline xmlUrl="https://a/f"/></outline></body></opml>'
    assert read_opml(listed) == ("https://a/f",)


BOMB = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "data", [BOMB + RSS[21:], BOMB + ATOM, "<?xml version='1.0'?>".encode("utf-16") + BOMB.decode().encode("utf-16")]
)
def test_entities_are_refused_before_any_parser_sees_them(data: bytes) -> None:
    with pytest.raises(FeedError, match="entities"):
        read_feed(data, HERE)
    with pytest.raises(FeedError, match="entities"):
        read_opml(data)


@pytest.mark.parametrize(
    "data", [b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100000, b"<rss", b"<feed>&&&</feed"]
)
def test_what_is_no_feed_says_so(data: bytes) -> None:
    with pytest.raises(FeedError):
        read_feed(data, HERE)
