"""New articles into a library: each once, each whole, each under a safe name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from reader.library import front_matter
from reader.library.drafts import Draft
from reader.library.editing import unique_file
from reader.library.errors import LibraryError, failed
from reader.library.loading import LARGEST, refuse_long, refuse_size
from reader.library.naming import article_place
from reader.library.plain_yaml import YamlError
from reader.library.writing import write
from reader.model import Problem
from reader.text.decode import decode

Outcome = Literal["added", "known", "new version"]

_HEAD = 8192  # bytes of a file in which its head is looked for


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a draft: a file was written (``added``, ``new version``), or it is there already (``known``)."""

    origin: str
    outcome: Outcome
    path: str


@dataclass(slots=True)
class Shelf:
    """A library that takes new articles; it knows those it has by address and by words."""

    folder: Path
    _addresses: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: str | os.PathLike[str], progress: Callable[[int], object] | None = None) -> Shelf:
        """The library in the folder, which is made if it is not there. ``progress`` hears how many files were seen.

        Raises:
            LibraryError: the folder can be neither made nor read.

        """
        shelf = cls(Path(folder))
        try:
            shelf.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise failed(str(folder), error, writing=True) from error
        for number, path in enumerate(_article_files(shelf.folder), 1):
            shelf._learn(path)
            if progress:
                progress(number)
        return shelf

    def has(self, address: str) -> bool:
        """Whether an article of that address is there."""
        return address in self._addresses

    def put(self, draft: Draft, keep_page: bool = False) -> Added:
        """Write the draft as an article file, unless its text is there already.

        A changed text of a known address becomes a version of its own beside the old one. ``keep_page``: the page it
        was taken from is kept beside it, as it came.

        Raises:
            LibraryError: the text is empty, or the file cannot be written; nothing of it is left.

        """
        if not draft.text.strip():
            raise LibraryError(Problem(draft.origin, "holds no text"))
        data = draft.text.encode("utf-8", "replace")
        refuse_size(draft.origin, len(data) + _HEAD)  # or it could not be read again
        refuse_long(draft.origin, data)
        head = draft.head()
        known = self._texts.get(head["fingerprint"]) or self._texts.get(_whole(draft.text))
        if known is not None:
            return Added(draft.origin, "known", known)
        outcome: Outcome = "new version" if self.has(head.get("url", "")) else "added"
        folder, name = article_place(head.get("source"), head.get("title") or draft.opening(), head.get("published"))
        target = self.folder / folder
        try:
            target.mkdir(exist_ok=True)
            path = str(target / unique_file(name, str(target)))
        except OSError as error:
            raise failed(str(target), error, writing=True) from error
        if keep_page and draft.page is not None:
            head["original"] = unique_file(os.path.splitext(os.path.basename(path))[0] + ".html", str(target))
            write(str(target / head["original"]), draft.page, new=True)
        order = {key: head[key] for key in front_matter.FIELDS if key in head}
        raw = "".join(front_matter.dump(key, value) for key, value in order.items())
        write(path, f"---\n{raw}---\n{draft.text}".encode("utf-8", "replace"), new=True)
        self._remember(head.get("url"), head["fingerprint"], path)
        return Added(draft.origin, outcome, path)

    def _learn(self, path: str) -> None:
        """Take note of an article by the head of its file; of one that was not added here, by all of its text.

        A file with a broken head is none of ours.
        """
        try:
            with open(path, "rb") as file:
                data = file.read(_HEAD)
                head = front_matter.split(decode(data)[0])
                fields = front_matter.read(head, path)[0] if head else {}
                known = fields.get("fingerprint")
                if not known:
                    text = decode(data + file.read(LARGEST))[0]
                    head = front_matter.split(text)
                    known = _whole(text[head.body if head else 0 :])
        except (OSError, YamlError):
            return
        self._remember(fields.get("url"), known, path)

    def _remember(self, address: str | None, text: str | None, path: str) -> None:
        if address:
            self._addresses.setdefault(address, path)
        if text:
            self._texts.setdefault(text, path)


def _article_files(folder: Path) -> Iterator[str]:
    """The article files below the folder, links to folders not followed."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(here, name) for name in sorted(names) if name.endswith((".md", ".txt")))


def _whole(text: str) -> str:
    """A hash of all words of a text, its menus too: to clean every file that was not added here would take long."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()
