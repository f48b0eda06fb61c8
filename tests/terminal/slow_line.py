"""A line with a delay: all that goes through it arrives so many seconds later, in both directions."""

from __future__ import annotations

import contextlib
import queue
import socket
import threading
import time
from types import TracebackType


class SlowLine:
    """Takes calls on a port of 127.0.0.1 and passes them on to another, as long as the context."""

    def __init__(self, port: int, delay: float) -> None:
        """``delay`` is in seconds, for one direction."""
        self._target, self._delay = port, delay
        self._server = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []

    def __enter__(self) -> SlowLine:
        threading.Thread(target=self._take_calls, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for end in (self._server, *self._ends):
            with contextlib.suppress(OSError):
                end.close()

    @property
    def port(self) -> int:
        """Where to call."""
        return int(self._server.getsockname()[1])

    def _take_calls(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._server.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                self._ends += [near, far]
                self._pass_on(near, far)
                self._pass_on(far, near)

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        waiting: queue.Queue[tuple[float, bytes]] = queue.Queue()

        def take() -> None:
            data = b"?"
            while data:
                try:
                    data = source.recv(1 << 16)
                except OSError:
                    data = b""
                waiting.put((time.monotonic() + self._delay, data))

        def give() -> None:
            with contextlib.suppress(OSError):
                while True:
                    due, data = waiting.get()
                    time.sleep(max(due - time.monotonic(), 0))
                    if not data:
                        return target.shutdown(socket.SHUT_WR)
                    target.sendall(data)

        for work in (take, give):
            threading.Thread(target=work, daemon=True).start()
