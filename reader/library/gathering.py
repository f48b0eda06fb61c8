"""From what a reader names (files, folders, a pipe, addresses, feeds, lists of feeds) to drafts of articles.

Roots are read one after another. The pages they lead to are fetched host by host: hosts side by side, each host's
pages in order over one connection.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from reader.intake.feeds import Entry, FeedError, Format, read_feed, read_opml, sniff
from reader.intake.fetching import Fetched, Fetcher, FetchError, Limits, Validators
from reader.intake.pages import MissingExtra, PageError, read_page
from reader.library.drafts import Draft, from_page, from_text
from reader.library.errors import LibraryError
from reader.library.folders import PAGES, TEXTS
from reader.library.loading import LARGEST_PAGE, read_bytes
from reader.library.plain_yaml import YamlError
from reader.model import Problem
from reader.text.decode import binary, decode
from reader.text.sanitise import one_line

LIMITS = Limits(size=LARGEST_PAGE)
"""What one page may cost unless the reader says otherwise."""

HOSTS = 6
"""Hosts that are asked side by side."""

_LISTS = (".opml", ".xml", ".rss", ".atom", ".json")
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid")


@dataclass(frozen=True, slots=True)
class Known:
    """An address that was not asked again, for its article is there."""

    origin: str


Found = Draft | Problem | Known


def is_address(source: str) -> bool:
    """Whether a source is an address and not a path."""
    return source.lower().startswith(("http://", "https://"))


def plain_address(address: str) -> str:
    """The address without a fragment and without what only tells where its reader came from."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.lower().startswith(_TRACKING)]
    changed = len(kept) != len(parse_qsl(parts.query, keep_blank_values=True))
    return urlunsplit(parts._replace(query=urlencode(kept) if changed else parts.query, fragment=""))


@dataclass(slots=True)
class Gatherer:
    """One run of gathering. ``known`` tells which addresses need not be asked; ``total`` grows as feeds are read.

    ``validators`` are those of the last run, by feed; ``answered`` those that this run was given, of feeds all of whose
    pages were read.
    """

    limits: Limits = LIMITS
    known: Callable[[str], bool] = lambda _: False
    validators: dict[str, Validators] = field(default_factory=dict)
    answered: dict[str, Validators] = field(default_factory=dict)
    total: int = 0
    _pages: list[tuple[Entry, str]] = field(default_factory=list)
    _fetcher: Fetcher | None = None

    def gather(self, sources: Sequence[str], pipe: BinaryIO | None = None) -> Iterator[Found]:
        """Drafts, and problems for what cannot be used, as they come; ``pipe`` is what ``-`` stands for."""
        self.total += len(sources)
        self._fetcher = Fetcher(self.limits)
        for source in sources:
            try:
                yield from self._root(source, pipe)
            except MissingExtra as error:
                yield Problem(source, str(error))
            except (FetchError, FeedError, PageError, YamlError) as error:
                yield Problem(source, one_line(str(error)))
            except LibraryError as error:
                yield error.problem
        yield from self._fetch_pages()

    # ---- roots

    def _root(self, source: str, pipe: BinaryIO | None) -> Iterator[Found]:
        if source == "-":
            data = pipe.read(LARGEST_PAGE + 1) if pipe else b""
            if len(data) > LARGEST_PAGE:
                raise LibraryError(Problem("-", f"is too long for an article: more than {LARGEST_PAGE >> 20} MB"))
            yield from self._content(source, data)
        elif is_address(source):
            yield from self._address(source)
        elif os.path.isdir(source):
            yield from self._folder(source)
        else:
            yield from self._content(source, read_bytes(source, LARGEST_PAGE))

    def _folder(self, folder: str) -> Iterator[Found]:
        """Every text and page below a folder, links to folders not followed."""
        paths = [
            os.path.join(here, name)
            for here, folders, names in os.walk(folder)
            if folders.sort() is None
            for name in sorted(names)
            if name.lower().endswith(TEXTS + PAGES) and not name.startswith(".")
        ]
        if not paths:
            raise LibraryError(Problem(folder, "holds no articles"))
        self.total += len(paths) - 1
        for path in paths:
            try:
                yield from self._content(path, read_bytes(path, LARGEST_PAGE))
            except LibraryError as error:
                yield error.problem
            except (PageError, MissingExtra, YamlError, FeedError) as error:
                yield Problem(path, one_line(str(error)))

    def _address(self, address: str) -> Iterator[Found]:
        assert self._fetcher is not None
        answer = self._fetcher.get(address, self.validators.get(address))
        if answer.unchanged:
            yield Known(address)
            return
        kind = sniff(answer.body, answer.content_type)
        if kind in ("feed", "json feed"):
            self._queue(answer, address)
        elif kind == "opml":
            yield from self._feeds(read_opml(answer.body))
        else:
            yield self._page(address, answer, kind)

    def _content(self, origin: str, data: bytes) -> Iterator[Found]:
        """What a file or a pipe holds, by its content."""
        kind = sniff(data)
        if origin.lower().endswith(PAGES):
            kind = "page"
        if kind == "opml":
            yield from self._feeds(read_opml(data))
        elif kind in ("feed", "json feed"):
            self._queue(Fetched("", data), origin)
        else:
            yield self._page(origin, Fetched("", data), kind)

    def _feeds(self, addresses: Sequence[str]) -> Iterator[Found]:
        """The feeds of a list, each a root of its own."""
        self.total += len(addresses) - 1
        for address in addresses:
            try:
                yield from self._address(address)
            except MissingExtra as error:
                yield Problem(address, str(error))
            except (FetchError, FeedError, PageError) as error:
                yield Problem(address, one_line(str(error)))

    def _queue(self, answer: Fetched, origin: str) -> None:
        """Have the pages of a feed fetched after the roots."""
        feed = read_feed(answer.body, answer.url, answer.content_type)
        self.total += len(feed.entries) - 1
        self._pages += [(replace(entry, url=plain_address(entry.url)), origin) for entry in feed.entries]
        if answer.validators.headers():
            self.answered[origin] = answer.validators

    # ---- pages

    def _fetch_pages(self) -> Iterator[Found]:
        """The pages that feeds led to. Closing the generator ends the work after the pages under way."""
        hosts: dict[str, list[tuple[Entry, str]]] = {}
        for entry, feed in self._pages:
            if self.known(entry.url):
                yield Known(entry.url)
            else:
                hosts.setdefault(urlsplit(entry.url).netloc.lower(), []).append((entry, feed))
        waiting: queue.SimpleQueue[list[tuple[Entry, str]]] = queue.SimpleQueue()
        for pages in hosts.values():
            waiting.put(pages)
        results: queue.Queue[Found] = queue.Queue(maxsize=2 * HOSTS)
        stop = threading.Event()
        for _ in range(min(HOSTS, len(hosts))):
            threading.Thread(target=self._work, args=(waiting, results, stop), daemon=True).start()
        try:
            for _ in range(sum(map(len, hosts.values()))):
                yield results.get()
        finally:
            stop.set()

    def _work(
        self,
        waiting: queue.SimpleQueue[list[tuple[Entry, str]]],
        results: queue.Queue[Found],
        stop: threading.Event,
    ) -> None:
        """One thread: host after host, page after page."""
        while not stop.is_set():
            try:
                pages = waiting.get_nowait()
            except queue.Empty:
                return
            fetcher = Fetcher(self.limits)
            for entry, feed in pages:
                found = self._entry(fetcher, entry)
                if isinstance(found, Problem):
                    self.answered.pop(feed, None)
                while not stop.is_set():
                    try:
                        results.put(found, timeout=0.2)
                        break
                    except queue.Full:
                        continue
                if stop.is_set():
                    break
            fetcher.close()

    def _entry(self, fetcher: Fetcher, entry: Entry) -> Found:
        """The draft of one entry; whatever goes wrong is a problem of this page alone."""
        try:
            answer = fetcher.get(entry.url, robots=True)
            kind = sniff(answer.body, answer.content_type)
            draft = self._page(entry.url, answer, kind)
        except (FetchError, PageError, YamlError, MissingExtra) as error:
            return Problem(entry.url, one_line(str(error)))
        except LibraryError as error:
            return error.problem
        except Exception as error:
            return Problem(entry.url, f"could not be read: {type(error).__name__}: {one_line(str(error))[:200]}")
        said = {"title": entry.title, "published": entry.published}
        return replace(draft, fields={**{k: v for k, v in said.items() if v}, **draft.fields})

    def _page(self, origin: str, answer: Fetched, kind: Format) -> Draft:
        """The draft of a page or a plain text."""
        if kind == "page":
            with _ONE_AT_A_TIME:
                page = read_page(answer.body, answer.url or None, answer.charset)
            return from_page(page, origin, answer.body)
        if kind in ("feed", "json feed", "opml"):
            raise FetchError("leads to a feed, not to a page")
        if what := binary(answer.body):
            raise LibraryError(Problem(origin, f"is not text but {what}"))
        draft = from_text(decode(answer.body)[0], origin)
        return replace(draft, fields={"url": answer.url, **draft.fields}) if answer.url else draft


_ONE_AT_A_TIME = threading.Lock()
"""A page's tree takes many times its bytes; several at once would."""
