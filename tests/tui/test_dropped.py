"""A terminal that is gone, or does not block: the program neither waits for ever nor loses what it wrote."""

from __future__ import annotations

import errno
import io
import os
import select
import threading
import time
from pathlib import Path
from typing import Any

from textual.drivers._writer_thread import WriterThread

from reader.tui.dropped import UntilDropped


class Gone(io.TextIOWrapper):
    """A terminal whose line dropped."""

    def write(self, text: str) -> int:
        raise OSError(errno.EIO, "Input/output error")


def test_a_line_that_dropped_keeps_nobody_waiting(tmp_path: Path) -> None:
    with open(tmp_path / "terminal", "wb") as file:
        writer = WriterThread(UntilDropped(Gone(file)))  # type: ignore[arg-type]
        writer.start()

        def work() -> None:
            for number in range(100):  # more than may wait
                writer.write(f"frame {number}")
            writer.stop()

        leaving = threading.Thread(target=work, daemon=True)
        leaving.start()
        leaving.join(30)
        assert not leaving.is_alive()


def test_what_does_not_block_is_made_to() -> None:
    there, here = os.pipe()
    os.set_blocking(here, False)
    text = "a page of the screen " * 10_000
    found: list[bytes] = []

    def read() -> None:
        while select.select([], [here], [], 0)[1]:  # until the pipe is full
            time.sleep(0.001)
        with open(there, "rb") as end:
            found.append(end.read())

    with open(here, "w", encoding="utf-8") as file:
        wire: Any = UntilDropped(file)
        reading = threading.Thread(target=read, daemon=True)
        reading.start()
        wire.write(text)
        wire.flush()
    reading.join()
    assert found[0].decode() == text
