"""``parallax add``, as it is run: against a server of our own that misbehaves in every way at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reader
from reader.library import open_library
from tests.intake.servers import Answer, bomb, drip, endless, redirect, reply, serve

TEXT = "At least 31 people died when the ferry Halcyon met a freighter in fog, the coastguard said on Wednesday.\n"


def run(*arguments: str, folder: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    state = {f"XDG_{name}_HOME": str(folder / "state" / name) for name in ("DATA", "CONFIG", "CACHE")}
    return subprocess.run(
        [sys.executable, "-m", "reader", "add", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | state,
    )


_MEASURED = """
import atexit, re, sys
from pathlib import Path
peak = lambda: re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]
atexit.register(lambda: print("peak", peak(), file=sys.stderr))
sys.argv[0] = "parallax"
from reader.__main__ import main
main()
"""
"""Runs the program and tells its own peak of memory: what a child's usage tells holds that of its parent too."""


def measured(*arguments: str, folder: Path) -> tuple[int, str, int]:
    """Exit status, standard error and peak of memory (kB) of one run."""
    state = {f"XDG_{name}_HOME": str(folder / "state" / name) for name in ("DATA", "CONFIG", "CACHE")}
    command = [sys.executable, "-c", _MEASURED, "add", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=os.environ | state)
    return done.returncode, done.stderr, int(done.stderr.rpartition("peak ")[2])


def page(n: int) -> str:
    body = "".join(
        f"<p>Paragraph {k} of report number {n} says that the harbour of town {n} was closed for {n + k} days.</p>"
        for k in range(6)
    )
    return f"<html><body><nav><p>Menu</p></nav><h1>Report {n}</h1>{body}</body></html>"


def feed(base: str, names: list[str]) -> str:
    items = "".join(f"<item><title>{name}</title><link>{base}/{name}</link></item>" for name in names)
    return f"<rss version='2.0'><channel><title>Harbours</title>{items}</channel></rss>"


def test_a_pipe_becomes_an_article_with_what_the_reader_says_of_it(tmp_path: Path) -> None:
    library = tmp_path / "library"
    given = [
        "--source",
        "Sarn Courier",
        "--published",
        "2031-05-03",
        "--story",
        "Ferry",
        "--url",
        "https://sarn.example/a",
    ]
    done = run("-", "--to", str(library), *given, folder=tmp_path, stdin=TEXT)
    assert (done.returncode, done.stdout) == (0, "")
    (path,) = library.rglob("*.md")
    article = reader.load(path)
    assert (article.source, article.story, article.url) == ("Sarn Courier", "Ferry", "https://sarn.example/a")
    assert str(path) in done.stderr


def test_without_a_library_named_it_is_the_readers_own(tmp_path: Path) -> None:
    assert run("-", folder=tmp_path, stdin=TEXT).returncode == 0
    assert len(list((tmp_path / "state" / "DATA").rglob("library/*/*.md"))) == 1


def test_what_cannot_be_added_is_told_and_the_rest_is(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    done = run(
        str(tmp_path / "good.txt"),
        str(tmp_path / "picture.txt"),
        str(tmp_path / "none"),
        "--to",
        str(tmp_path / "l"),
        folder=tmp_path,
    )
    assert done.returncode == 1
    assert "picture.txt" in done.stderr
    assert "is not there" in done.stderr
    assert "1 added, 2 failed" in done.stderr


def test_when_nothing_can_be_added_the_status_says_so(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none"), "--to", str(tmp_path / "l"), folder=tmp_path).returncode == 2
    assert run("--published", "yesterday", "-", folder=tmp_path).returncode == 2


def test_a_private_address_is_refused_unless_allowed(tmp_path: Path) -> None:
    with serve({"/1": reply(page(1))}) as (base, _):
        refused = run(f"{base}/1", "--to", str(tmp_path / "l"), folder=tmp_path)
        assert refused.returncode == 2
        assert "private network" in refused.stderr
        assert run(f"{base}/1", "--allow", "127.0.0.1", "--to", str(tmp_path / "l"), folder=tmp_path).returncode == 0


def test_a_feed_is_asked_conditionally_and_its_articles_once(tmp_path: Path) -> None:
    pages: dict[str, Answer] = {f"/{n}": reply(page(n)) for n in range(3)}
    with serve(pages) as (base, seen):
        pages["/feed"] = reply(feed(base, ["0", "1", "2"]), "application/rss+xml", ETag='"v1"')
        options = [f"{base}/feed", "--allow", "127.0.0.1", "--to", str(tmp_path / "l")]
        assert "3 added" in run(*options, folder=tmp_path).stderr
        first = len(seen)
        assert "0 added, 3 there already" in run(*options, folder=tmp_path).stderr
        asked = [(path, headers.get("If-None-Match")) for path, headers in seen[first:]]
        assert asked == [("/feed", '"v1"')]


def test_a_list_of_feeds_leads_to_the_articles_of_all(tmp_path: Path) -> None:
    pages: dict[str, Answer] = {f"/{n}": reply(page(n)) for n in range(4)}
    with serve(pages) as (base, _):
        pages["/a"] = reply(feed(base, ["0", "1"]), "application/rss+xml")
        pages["/b"] = reply(feed(base, ["2", "3", "1"]), "text/html")
        listed = "".join(f"<outline xmlUrl='{base}/{name}'/>" for name in ("a", "b", "gone"))
        (tmp_path / "feeds.opml").write_text(f"<opml><body>{listed}</body></opml>")
        done = run(str(tmp_path / "feeds.opml"), "--allow", "127.0.0.1", "--to", str(tmp_path / "l"), folder=tmp_path)
    assert "4 added, 1 there already, 1 failed" in done.stderr
    assert "/gone: the server answered 404" in done.stderr


def test_five_hundred_pages_with_bad_ones_among_them(tmp_path: Path) -> None:
    bad = {
        "hanging": drip(30),
        "large": endless(1_000_000_000),
        "bomb": bomb(200_000_000),
        "private": redirect("http://127.0.0.2:9/"),
        "metadata": redirect("http://169.254.169.254/latest"),
        "image": reply(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "image/png"),
        "charset": reply(page(900).replace("harbour", "гавань").encode("cp1251"), "text/html; charset=utf-8"),
    }
    names = [str(n) for n in range(493)]
    names[100:100] = list(bad)
    pages: dict[str, Answer] = {f"/{n}": reply(page(n)) for n in range(493)} | {f"/{k}": v for k, v in bad.items()}
    with serve(pages) as (base, _):
        pages["/feed"] = reply(feed(base, names), "application/rss+xml")
        options = ["--allow", "127.0.0.1", "--seconds", "2", "--to", str(tmp_path / "l")]
        status, told, peak = measured(f"{base}/feed", *options, folder=tmp_path)
    assert "494 added, 6 failed" in told
    assert status == 1
    assert peak < 300 * 1024, f"{peak} kB"
    library = open_library([tmp_path / "l"])
    assert len(library.articles) == 494
    assert any("гавань" in article.text for article in library.articles)
    for name in set(bad) - {"charset"}:
        assert f"/{name}: " in told


@pytest.mark.parametrize("bad", ["<!DOCTYPE x [<!ENTITY a 'ha'>]><rss><channel/></rss>", "<rss", "<opml><body>"])
def test_hostile_lists_are_errors_and_no_more(tmp_path: Path, bad: str) -> None:
    (tmp_path / "f.xml").write_text(bad)
    done = run(str(tmp_path / "f.xml"), "--to", str(tmp_path / "l"), folder=tmp_path)
    assert done.returncode == 2
    assert "f.xml: " in done.stderr
    assert "Traceback" not in done.stderr
