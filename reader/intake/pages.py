"""Pages (HTML) to texts: every visible line in its order, and which of them are the article.

The lines are the page's own; which are body is trafilatura's judgement (the best of five measured). What it leaves out
stays as removed lines, so that nothing of the page is lost to the reader. Needs the extra ``web``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.intake.page_metadata import PageMetadata, page_metadata
from reader.text.sanitise import sanitise

_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "canvas", "math"})
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span"
    " strike strong sub sup time tt u var wbr".split()
)
_WORDS = re.compile(r"\w+")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_RUN = 4
"""Words of a run by which lines are recognised in the extracted text."""
_AROUND = 5
"""Lines on either side that tell which of several copies of a line belongs to the article."""


class MissingExtra(ImportError):
    """The extra ``web`` is needed and not installed."""

    def __init__(self) -> None:
        super().__init__('pages and feeds need the extra "web": pip install "parallax-reader[web]"')


class PageError(ValueError):
    """A page without a text that could be read."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text: ``body`` holds the numbers (from 1) of the lines that are the article."""

    text: str
    body: frozenset[int]
    metadata: PageMetadata


def read_page(data: bytes, url: str | None = None, charset: str | None = None) -> Page:
    """The page's visible text, its article and its metadata. ``charset`` is what the server says.

    Raises:
        MissingExtra: the extra ``web`` is not installed.
        PageError: no article is found in it.
    """
    try:
        import lxml.html
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtra from error
    markup = decode_page(data, charset)
    try:
        root = lxml.html.document_fromstring(markup.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise PageError(f"not a page: {error}") from error
    metadata = page_metadata(root, url)
    lines = [sanitise(line) for line in visible_lines(root)]
    extracted = bare_extraction(markup, include_comments=False, include_tables=True)
    body = getattr(extracted, "text", None) or ""
    chosen = align(lines, body.splitlines())
    if not chosen:
        raise PageError("no article is found in this page")
    return Page("\n".join(lines) + "\n", chosen, metadata)


def decode_page(data: bytes, charset: str | None = None) -> str:
    """The markup as text: by byte-order mark, as the server says, as the page says, as UTF-8, else by a guess.

    A declared encoding that does not fit the bytes is passed over: servers are often wrong about old pages.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    declared = _DECLARED.search(data[:4096])
    for name in (charset, declared.group(1).decode() if declared else None, "utf-8-sig"):
        try:
            if name and name.lower() not in ("iso-8859-1", "latin-1", "latin1"):
                return data.decode(name)
        except (LookupError, UnicodeError):
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 256 * 1024]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def visible_lines(root: Any) -> Iterator[str]:
    """The text of the page as a reader meets it, one line a block, blanks folded, no line empty."""
    parts: list[str] = []
    for piece in _pieces(root):
        if piece is not None:
            parts.append(piece)
            continue
        line = " ".join("".join(parts).split())
        parts.clear()
        if line:
            yield line
    line = " ".join("".join(parts).split())
    if line:
        yield line


def _pieces(root: Any) -> Iterator[str | None]:
    """Strings of running text; ``None`` where a line ends. Walks with a stack: pages nest deeper than Python calls."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        inline = element.tag in _INLINE
        if done:
            if not inline:
                yield None
            yield element.tail or ""
            continue
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            yield element.tail or ""
            continue
        if not inline:
            yield None
        yield element.text or ""
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def align(lines: list[str], extracted: list[str]) -> frozenset[int]:
    """The numbers (from 1) of the page's lines that the extracted text consists of; linear in both.

    A longer line is body where its runs of words stand in the extracted text; a short one only as a whole line of it.
    A line that stands more often in the page than in the article is body where most other body lines surround it.
    """
    given = [key(line) for line in extracted]
    runs = set(_runs([word for words in given for word in words]))
    whole = Counter(given)
    keys = [key(line) for line in lines]
    chosen = {n for n, words in enumerate(keys, 1) if words and (words in whole or _stands(words, runs))}
    copies: dict[tuple[str, ...], list[int]] = {}
    for n in sorted(chosen):
        copies.setdefault(keys[n - 1], []).append(n)
    for words, places in copies.items():
        crowd = {n: sum(m in chosen for m in range(n - _AROUND, n + _AROUND + 1)) for n in places}
        chosen -= set(sorted(places, key=lambda n: (-crowd[n], n))[max(1, whole[words]) :])
    return frozenset(chosen)


def key(line: str) -> tuple[str, ...]:
    """The words of a line, for comparing lines whose marks and blanks differ."""
    return tuple(_WORDS.findall(line.casefold()))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _stands(words: tuple[str, ...], runs: set[tuple[str, ...]]) -> bool:
    """Whether nearly all runs of a line stand in the extracted text (a block may be cut or joined there)."""
    own = list(_runs(words))
    return len(own) > 1 and sum(run in runs for run in own) >= 0.9 * len(own)
