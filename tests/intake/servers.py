"""A small web server of our own on the loopback interface, misbehaving on request."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


def reply(
    body: bytes | str, content_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str
) -> Answer:
    """An ordinary answer; header names are given with underscores."""
    data = body.encode() if isinstance(body, str) else body

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", content_type)
        request.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(data)

    return answer


def redirect(target: str) -> Answer:
    """An answer that sends the client elsewhere."""
    return reply(b"", status=302, Location=target)


def endless(size: int) -> Answer:
    """A body of that many bytes without an announced length."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Connection", "close")
        request.end_headers()
        block = b"<p>more and more of the same</p>" * 2048
        for _ in range(size // len(block) + 1):
            request.wfile.write(block)
        request.close_connection = True

    return answer


def bomb(unpacked: int) -> Answer:
    """A short gzip stream that unfolds to that many bytes."""
    return reply(gzip.compress(b"\0" * unpacked), Content_Encoding="gzip")


def drip(seconds: float) -> Answer:
    """One byte now and then: never silent for long, never done."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", "1000000")
        request.end_headers()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.05)

    return answer


@contextlib.contextmanager
def serve(pages: dict[str, Answer]) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """A server with those answers by path: its address, and the requests it has seen (path and headers)."""
    seen: list[tuple[str, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            seen.append((self.path, dict(self.headers.items())))
            with contextlib.suppress(OSError):
                pages.get(self.path, reply("nothing here", status=404))(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", seen
    finally:
        server.shutdown()
        server.server_close()
