"""What holds for every test."""

from __future__ import annotations

import pytest

from tests.terminal.pty_session import home


@pytest.fixture(autouse=True)
def _nobodys_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Configuration, data and cache in folders of the test's own: whoever runs the tests keeps his marks and notes."""
    for name, folder in home(str(tmp_path_factory.mktemp("home"))).items():
        monkeypatch.setenv(name, folder)
    for name in ("PARALLAX_LIBRARY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
