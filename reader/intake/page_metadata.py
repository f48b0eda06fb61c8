"""What a page says of itself: JSON-LD first, then its meta tags. What it does not say stays unknown.

Vocabularies: schema.org (NewsArticle and its kin, as JSON-LD), Open Graph, Dublin Core, and HTML's own ``link`` and
``lang``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from reader.text.sanitise import one_line

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Posting|Report|LiveBlogPosting|NewsArticle)$")
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)")
_TITLE = ("og:title", "twitter:title", "dc.title")
_SOURCE = ("og:site_name", "application-name")
_BYLINE = ("author", "article:author", "parsely-author", "dc.creator")
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "date",
    "pubdate",
)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The fields a page gives for its article."""

    title: str | None = None
    source: str | None = None
    published: date | None = None
    byline: str | None = None
    language: str | None = None
    url: str | None = None


def page_metadata(root: Any, url: str | None = None) -> PageMetadata:
    """The metadata in a parsed page (an lxml element); ``url`` is where the page came from."""
    linked = next(_articles(root), {})
    tags = _meta(root)
    canonical = next(
        (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    return PageMetadata(
        title=_line(linked.get("headline")) or _first(tags, _TITLE),
        source=_line(_name(linked.get("publisher"))) or _first(tags, _SOURCE),
        published=_day(linked.get("datePublished")) or _day(_first(tags, _PUBLISHED)),
        byline=_byline(linked.get("author")) or _person(_first(tags, _BYLINE)),
        language=_line(linked.get("inLanguage")) or _line(root.get("lang")),
        url=canonical_address(canonical or tags.get("og:url"), url),
    )


def canonical_address(claimed: str | None, fetched: str | None) -> str | None:
    """The address a page claims for itself, if it is of the host the page came from; else that one. No fragment."""
    if not claimed:
        return fetched
    try:
        full = urljoin(fetched or "", claimed.strip()).partition("#")[0]
        parts, here = urlsplit(full), urlsplit(fetched or full)
    except ValueError:
        return fetched
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return fetched
    same = _site(parts.hostname) == _site(here.hostname or "")
    return full if same else fetched


def _site(host: str) -> str:
    return host.lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    """The article objects of the page's JSON-LD, in order; broken blocks are passed over."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            block = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        waiting, seen = [block], 0
        while waiting and seen < 1000:
            node, seen = waiting.pop(0), seen + 1
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield node
                waiting.extend(v for k, v in node.items() if k in ("@graph", "mainEntity", "mainEntityOfPage"))


def _meta(root: Any) -> dict[str, str]:
    """Meta tags by name or property, lower case; the first of each."""
    tags: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _line(meta.get("content"))
        if name and content:
            tags.setdefault(name.lower(), content)
    return tags


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _line(value: Any) -> str | None:
    return (one_line(value)[:500] or None) if isinstance(value, str) else None


def _name(value: Any) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    return value.get("name") if isinstance(value, dict) else value


def _byline(value: Any) -> str | None:
    people = value if isinstance(value, list) else [value]
    names = [name for name in (_person(_line(_name(person))) for person in people[:10]) if name]
    return ", ".join(dict.fromkeys(names)) or None


def _person(name: str | None) -> str | None:
    """A byline; some sites put the author's address where the name belongs."""
    return None if name is None or name.startswith(("http://", "https://", "www.")) else name


def _day(value: Any) -> date | None:
    match = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
