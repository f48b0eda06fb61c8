"""Addresses to bytes: bounded in time and size, polite to hosts, and never into the reader's own network.

A feed is written by strangers, and so are the redirects behind its links. A host name is therefore resolved here, every
address it has is judged, and the connection goes to an address that was judged (a name cannot mean another machine
a moment later); each redirect starts again from the beginning. Robots exclusion follows RFC 9309.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from reader import __version__
from reader.text.sanitise import one_line

AGENT = f"parallax-reader/{__version__} (a person reading the news; one connection a host)"
ROBOTS_NAME = "parallax-reader"
_CHUNK = 65536  # bytes taken at once, packed or unpacked
_REDIRECTS = (301, 302, 303, 307, 308)


class FetchError(Exception):
    """An address that could not be read, with the reason in words; ``status`` is the answer, where there was one."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may cost: ``seconds`` from request to last byte, ``size`` in bytes once unpacked.

    ``networks`` are those of the reader's own that may be asked ("127.0.0.1", "192.168.1.0/24"); none by default.
    """

    seconds: float = 20.0
    size: int = 10 * 1024 * 1024
    redirects: int = 5
    networks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask again with (RFC 9110, conditional requests)."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request; none where the server gave nothing."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address it came from at last, and its bytes. ``unchanged`` is the answer 304."""

    url: str
    body: bytes
    content_type: str = ""
    charset: str | None = None
    validators: Validators = Validators()
    unchanged: bool = False


def permitted(address: str, networks: Collection[str] = ()) -> bool:
    """Whether a numeric address may be connected to: a public one, or one of ``networks``.

    An IPv4 address within an IPv6 one (mapped, 6to4, Teredo, NAT64) is judged for itself.

    Raises:
        ValueError: one of the networks is none.

    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if wrapped is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            return permitted(str(wrapped), networks)
    if ip.is_global and not ip.is_multicast:
        return True
    return any(ip in ipaddress.ip_network(network, strict=False) for network in networks)


def split(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and target of an http or https address.

    Raises:
        FetchError: another scheme, no host, a port out of range, or a name and password in the address.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"not an address: {error}") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"only http and https are read, not {parts.scheme or 'this'!r}")
    if not host or parts.username or parts.password:
        raise FetchError("the address has no plain host name")
    try:
        host = host.encode("ascii").decode() if host.isascii() else host.encode("idna").decode()
    except UnicodeError as error:
        raise FetchError(f"not a host name: {one_line(host)}") from error
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), target


def resolve(host: str, port: int, networks: Collection[str]) -> str:
    """The numeric address to connect to.

    Raises:
        FetchError: the name is unknown, or one of its addresses is not permitted.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the host {one_line(host)} is not known") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not all(permitted(address, networks) for address in addresses):
        raise FetchError(f"{one_line(host)} is on a private network, which the configuration does not allow")
    return addresses[0]


def unpacked(response: Any) -> Iterator[bytes]:
    """The body as it comes, unpacked a chunk at a time: a few packed kilobytes may unfold to gigabytes.

    Raises:
        FetchError: packed otherwise than by gzip, or badly.

    """
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"is packed by {one_line(coding)[:40]}, which is not read")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if coding not in ("", "identity") else None
    while packed := response.read1(_CHUNK, decode_content=False):
        if unpack is None:
            yield packed
            continue
        try:
            while packed and not unpack.eof:
                yield unpack.decompress(packed, _CHUNK)
                packed = unpack.unconsumed_tail
        except zlib.error as error:
            raise FetchError(f"is badly packed: {error}") from error


@dataclass(slots=True)
class Fetcher:
    """Fetches one address after another, with one open connection a host. Not for several threads at once."""

    limits: Limits = Limits()
    _pools: dict[tuple[str, str, int], Any] = field(default_factory=dict)
    _robots: dict[tuple[str, str, int], RobotFileParser] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, validators: Validators | None = None, robots: bool = False) -> Fetched:
        """The bytes at the address, redirects followed.

        ``robots``: ask the host's robots.txt first, as is right for pages. ``validators`` make the request conditional.

        Raises:
            FetchError: whatever keeps the address from being read.
        """
        deadline = time.monotonic() + self.limits.seconds
        for _ in range(self.limits.redirects + 1):
            if robots and not self._allows(url):
                raise FetchError("the site's robots.txt asks programs not to read this page")
            answer = self._once(url, deadline, validators.headers() if validators else {})
            if isinstance(answer, Fetched):
                return answer
            url = urljoin(url, answer)
        raise FetchError(f"more than {self.limits.redirects} redirects")

    def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()

    def _once(self, url: str, deadline: float, headers: Mapping[str, str]) -> Fetched | str:
        """One request: the answer, or the address it redirects to."""
        import urllib3

        scheme, host, port, target = split(url)
        pool = self._pool(scheme, host, port)
        remaining = max(0.1, deadline - time.monotonic())
        default = 443 if scheme == "https" else 80
        shown = host if port == default else f"{host}:{port}"
        asked = {"Host": shown, "User-Agent": AGENT, "Accept-Encoding": "gzip", **headers}
        try:
            response = pool.request(
                "GET",
                target,
                headers=asked,
                timeout=urllib3.Timeout(total=remaining),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                if response.status in _REDIRECTS and response.headers.get("Location"):
                    return str(response.headers["Location"])
                if response.status == 304:
                    return Fetched(url, b"", unchanged=True)
                if response.status != 200:
                    raise FetchError(f"the server answered {response.status}", response.status)
                body = self._body(response, deadline)
                response.release_conn()
            finally:
                response.close()
                response.release_conn()
        except (urllib3.exceptions.TimeoutError, TimeoutError) as error:
            raise FetchError(f"no complete answer within {self.limits.seconds:g} seconds") from error
        except (urllib3.exceptions.HTTPError, OSError, ssl.SSLError, ValueError) as error:
            raise FetchError(f"the connection failed: {one_line(str(error))[:200]}") from error
        content_type, _, parameters = response.headers.get("Content-Type", "").partition(";")
        charset = parameters.lower().partition("charset=")[2].strip(" \"'") or None
        validators = Validators(response.headers.get("ETag"), response.headers.get("Last-Modified"))
        return Fetched(url, body, content_type.strip().lower(), charset, validators)

    def _body(self, response: Any, deadline: float) -> bytes:
        """The unpacked body; read as it comes, so that neither size nor slowness can run away."""
        announced = response.headers.get("Content-Length", "")
        if announced.isdigit() and int(announced) > self.limits.size:
            raise FetchError(f"larger than {self.limits.size // 1024 // 1024} MB")
        parts: list[bytes] = []
        size = 0
        for chunk in unpacked(response):
            size += len(chunk)
            if size > self.limits.size:
                raise FetchError(f"larger than {self.limits.size // 1024 // 1024} MB")
            if time.monotonic() > deadline:
                raise FetchError(f"no complete answer within {self.limits.seconds:g} seconds")
            parts.append(chunk)
        return b"".join(parts)

    def _pool(self, scheme: str, host: str, port: int) -> Any:
        """The one connection to a host, opened to an address that was judged."""
        import urllib3

        key = (scheme, host, port)
        if key not in self._pools:
            address = resolve(host, port, self.limits.networks)
            if scheme == "https":
                self._pools[key] = urllib3.HTTPSConnectionPool(
                    address, port, maxsize=1, server_hostname=host, assert_hostname=host
                )
            else:
                self._pools[key] = urllib3.HTTPConnectionPool(address, port, maxsize=1)
        return self._pools[key]

    def _allows(self, url: str) -> bool:
        """Whether robots.txt of the page's host lets us read the page, after the pause it asks for."""
        scheme, host, port, target = split(url)
        key = (scheme, host, port)
        if key not in self._robots:
            self._robots[key] = self._rules(f"{scheme}://{host}:{port}/robots.txt")
        rules = self._robots[key]
        pause = float(rules.crawl_delay(ROBOTS_NAME) or 0)
        wait = self._last.get(host, 0.0) + min(pause, 10.0) - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self._last[host] = time.monotonic()
        return rules.can_fetch(ROBOTS_NAME, target)

    def _rules(self, url: str) -> RobotFileParser:
        """A host's rules: none (4xx) allows all; unreachable (5xx) allows nothing, as RFC 9309 has it."""
        rules = RobotFileParser()
        deadline = time.monotonic() + self.limits.seconds
        try:
            for _ in range(self.limits.redirects + 1):
                answer = self._once(url, deadline, {})
                if isinstance(answer, Fetched):
                    rules.parse(answer.body[: 500 * 1024].decode("utf-8", "replace").splitlines())
                    return rules
                url = urljoin(url, answer)
        except FetchError as error:
            if error.status is None or error.status >= 500:
                rules.parse(["User-agent: *", "Disallow: /"])
                return rules
        rules.parse([])
        return rules
