"""A real line: an sshd of our own on a port of 127.0.0.1, with keys made for the occasion."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

_CONFIGURATION = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/reader.pub
PidFile {folder}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
PrintMotd no
PrintLastLog no
"""


def sshd() -> str | None:
    """Where the server is installed; ``None`` where it is not, or the client is missing."""
    found = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    return found if shutil.which("ssh") and shutil.which("ssh-keygen") else None


class SshLine:
    """A server that runs as long as the context. Whoever runs this logs in, by key.

    Raises:
        RuntimeError: the server does not take calls; the message holds what it said.

    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = _free_port()
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> SshLine:
        program = sshd()
        assert program is not None, "no sshd"
        for name in ("host", "reader"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self._folder / name)]
            subprocess.run(command, check=True)
        configuration = self._folder / "sshd_config"
        configuration.write_text(_CONFIGURATION.format(port=self._port, folder=self._folder))
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # where sshd leaves its privileges behind
        log = self._folder / "log"
        self._server = subprocess.Popen([program, "-D", "-f", str(configuration), "-E", str(log)])
        limit = time.monotonic() + 20
        while subprocess.run(self.command(["true"], tty=False), capture_output=True).returncode:
            if time.monotonic() > limit or self._server.poll() is not None:
                self.__exit__(None, None, None)
                raise RuntimeError(f"sshd takes no calls: {log.read_text() if log.exists() else 'it said nothing'}")
            time.sleep(0.1)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait()

    @property
    def port(self) -> int:
        """Where the server takes calls."""
        return self._port

    def command(
        self, argv: Sequence[str], env: Mapping[str, str] | None = None, tty: bool = True, port: int | None = None
    ) -> list[str]:
        """What to run here to have ``argv`` run at the far end, in this folder, with ``env``; by way of ``port``."""
        options = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "BatchMode=yes")
        settings = [f"{name}={value}" for name, value in (env or {}).items()]
        far = f"cd {shlex.quote(os.getcwd())} && exec env {shlex.join(settings)} {shlex.join(argv)}"
        return [
            "ssh", "-F", "/dev/null", *(["-tt"] if tty else []), "-i", str(self._folder / "reader"),
            "-p", str(port or self._port), *(part for option in options for part in ("-o", option)),
            f"{getpass.getuser()}@127.0.0.1", far,
        ]  # fmt: skip


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
