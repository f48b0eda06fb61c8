"""Feeds and lists of feeds: RSS, Atom, JSON Feed, OPML → the addresses of articles."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any, Literal
from urllib.parse import urljoin

from reader.text.sanitise import one_line

Format = Literal["feed", "json feed", "opml", "page", "text"]

_ROOT = re.compile(rb"<(?:\w+:)?(rss|feed|rdf|opml|html)\b", re.IGNORECASE)
_HEAD = 4096


class FeedError(ValueError):
    """A feed that cannot be read, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a feed, as far as the feed tells; the page tells the rest."""

    url: str
    title: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's name and its entries, in the order given, each address once."""

    title: str | None
    entries: tuple[Entry, ...]


def sniff(data: bytes, content_type: str = "") -> Format:
    """What the bytes are, by their first element; the type a server tells is only asked where they do not say."""
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\x00", b"")
    root = _ROOT.search(head)
    if head.startswith(b"<") and root:
        name = root.group(1).lower()
        return "page" if name == b"html" else "opml" if name == b"opml" else "feed"
    if head.startswith(b"{") and b"jsonfeed.org/version" in head:
        return "json feed"
    if content_type in ("text/html", "application/xhtml+xml") or head[:15].lower().startswith(b"<!doctype html"):
        return "page"
    return "text"


def read_feed(data: bytes, url: str, content_type: str = "") -> Feed:
    """The feed in the bytes; relative addresses are read against ``url``.

    Raises:
        FeedError: it is no feed, or one that defines entities (which expand without bound).
        ImportError: RSS or Atom, and the extra ``web`` is not installed.
    """
    if sniff(data, content_type) == "json feed":
        return _json_feed(data, url)
    _refuse_entities(data)
    import feedparser

    parsed = feedparser.parse(data, response_headers={"content-location": url})
    if not parsed.entries and parsed.get("bozo"):
        raise FeedError(f"not a feed: {one_line(str(parsed.bozo_exception))[:200]}")
    entries = [
        Entry(urljoin(url, str(entry.link)), _text(entry.get("title")), _day(entry.get("published_parsed")))
        for entry in parsed.entries
        if entry.get("link")
    ]
    return Feed(_text(parsed.feed.get("title")), _once(entries))


def read_opml(data: bytes) -> tuple[str, ...]:
    """The addresses of the feeds that an OPML list names, in its order, each once.

    Raises:
        FeedError: it is not well-formed XML, or defines entities.
    """
    _refuse_entities(data)
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise FeedError(f"not a list of feeds: {error}") from error
    found = (outline.get("xmlUrl") or outline.get("xmlurl") for outline in root.iter("outline"))
    return tuple(dict.fromkeys(address for address in found if address))


def _refuse_entities(data: bytes) -> None:
    """No feed needs entities of its own; a few lines of them can unfold to gigabytes."""
    if re.search(rb"<!ENTITY", data.replace(b"\x00", b""), re.IGNORECASE):
        raise FeedError("defines XML entities, which a feed does not need and which can unfold without bound")


def _json_feed(data: bytes, url: str) -> Feed:
    """JSON Feed, versions 1 and 1.1."""
    try:
        document = json.loads(data)
        items = document.get("items", [])
        entries = [
            Entry(urljoin(url, item["url"]), _text(item.get("title")), _iso(item.get("date_published")))
            for item in items
            if isinstance(item, dict) and isinstance(item.get("url"), str)
        ]
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise FeedError(f"not a JSON feed: {error}") from error
    return Feed(_text(document.get("title")), _once(entries))


def _once(entries: list[Entry]) -> tuple[Entry, ...]:
    first: dict[str, Entry] = {}
    for entry in entries:
        first.setdefault(entry.url, entry)
    return tuple(first.values())


def _text(value: Any) -> str | None:
    return (one_line(re.sub(r"<[^<>]*>", "", unescape(value))) or None) if isinstance(value, str) else None


def _day(parsed: Any) -> date | None:
    try:
        return date(*parsed[:3]) if parsed else None
    except (TypeError, ValueError):
        return None


def _iso(value: Any) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
