"""Addresses are read within bounds, politely, and never inside the reader's own network."""

from __future__ import annotations

import gzip

import pytest

from reader.intake.fetching import Fetcher, FetchError, Limits, Validators, permitted, split
from tests.intake.servers import bomb, drip, endless, redirect, reply, serve

OPEN = Limits(seconds=5, size=1_000_000, networks=("127.0.0.1",))


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 192.168.0.1 169.254.169.254 0.0.0.0 224.0.0.1 100.64.0.1 ::1 fe80::1%eth0 fd00::1"
    " ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::".split(),
)
def test_addresses_of_private_networks_are_refused_in_every_wrapping(address: str) -> None:
    assert not permitted(address)


def test_public_addresses_are_permitted() -> None:
    assert permitted("93.184.216.34")
    assert permitted("2606:2800:220:1::")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example/x", "http://", "http://u:p@a.example/", "http://a:99999/", "gopher:x"],
)
def test_only_plain_web_addresses_are_read(url: str) -> None:
    with pytest.raises(FetchError):
        split(url)


def test_a_loopback_address_is_refused_unless_allowed() -> None:
    with serve({"/": reply("hello")}) as (base, seen):
        with pytest.raises(FetchError, match="private network"):
            Fetcher(Limits(seconds=2)).get(base + "/")
        assert seen == []
        assert Fetcher(OPEN).get(base + "/").body == b"hello"


def test_a_network_of_the_readers_own_may_be_allowed_and_no_other() -> None:
    assert permitted("192.168.1.7", ["192.168.1.0/24"])
    assert not permitted("192.168.2.7", ["192.168.1.0/24", "::1"])
    with serve({"/a": redirect("http://127.0.0.2:1/"), "/b": redirect("http://10.0.0.1/")}) as (base, _):
        for path in ("/a", "/b"):
            with pytest.raises(FetchError, match="private network"):
                Fetcher(OPEN).get(base + path)


def test_a_redirect_is_judged_like_any_address() -> None:
    with serve({"/a": redirect("file:///etc/passwd"), "/b": redirect("/c"), "/c": reply("there")}) as (base, _):
        fetcher = Fetcher(OPEN)
        with pytest.raises(FetchError, match="http and https"):
            fetcher.get(base + "/a")
        found = fetcher.get(base + "/b")
        assert (found.url, found.body) == (base + "/c", b"there")


def test_a_circle_of_redirects_ends() -> None:
    with serve({"/a": redirect("/b"), "/b": redirect("/a")}) as (base, _), pytest.raises(FetchError, match="redirects"):
        Fetcher(OPEN).get(base + "/a")


def test_size_is_bounded_whether_announced_endless_or_packed() -> None:
    pages = {"/big": reply(b"x" * 2_000_000), "/endless": endless(50_000_000), "/bomb": bomb(50_000_000)}
    with serve(pages) as (base, _):
        for path in pages:
            with pytest.raises(FetchError, match="larger than"):
                Fetcher(OPEN).get(base + path)


def test_a_server_that_drips_is_left_in_time() -> None:
    with serve({"/": drip(30)}) as (base, _), pytest.raises(FetchError, match=r"within 0\.5 seconds"):
        Fetcher(Limits(seconds=0.5, networks=("127.0.0.1",))).get(base + "/")


def test_packed_answers_are_unpacked_whole() -> None:
    page = "".join(f"<p>line {n}</p>" for n in range(5000)).encode()
    with serve({"/": reply(gzip.compress(page), Content_Encoding="gzip")}) as (base, _):
        assert Fetcher(OPEN).get(base + "/").body == page


def test_a_second_request_is_conditional() -> None:
    with serve({"/feed": reply("news", ETag='"v1"'), "/same": reply(b"", status=304)}) as (base, seen):
        fetcher = Fetcher(OPEN)
        first = fetcher.get(base + "/feed")
        assert first.validators == Validators(etag='"v1"')
        assert fetcher.get(base + "/same", first.validators).unchanged
        assert seen[-1][1]["If-None-Match"] == '"v1"'
        assert "parallax-reader" in seen[-1][1]["User-Agent"]


def test_robots_are_asked_once_and_obeyed() -> None:
    rules = "User-agent: *\nDisallow: /private/\n"
    pages = {"/robots.txt": reply(rules, "text/plain"), "/a": reply("a"), "/b": reply("b"), "/private/c": reply("c")}
    with serve(pages) as (base, seen):
        fetcher = Fetcher(OPEN)
        assert [fetcher.get(base + path, robots=True).body for path in ("/a", "/b")] == [b"a", b"b"]
        with pytest.raises(FetchError, match=r"robots\.txt"):
            fetcher.get(base + "/private/c", robots=True)
        assert [path for path, _ in seen] == ["/robots.txt", "/a", "/b"]


def test_a_site_without_robots_file_may_be_read_and_one_in_trouble_may_not() -> None:
    with serve({"/a": reply("a")}) as (base, _):
        assert Fetcher(OPEN).get(base + "/a", robots=True).body == b"a"
    with serve({"/a": reply("a"), "/robots.txt": reply("", status=503)}) as (base, _), pytest.raises(FetchError):
        Fetcher(OPEN).get(base + "/a", robots=True)


def test_an_error_answer_is_told_by_its_number() -> None:
    with serve({}) as (base, _), pytest.raises(FetchError, match="404") as told:
        Fetcher(OPEN).get(base + "/nowhere")
    assert told.value.status == 404
