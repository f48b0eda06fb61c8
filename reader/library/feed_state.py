"""What feeds' servers gave to ask again with, between runs; derived, so it stands in the user's cache folder."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from reader.intake.fetching import Validators
from reader.library.errors import LibraryError
from reader.library.writing import write


def _file() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("parallax", appauthor=False) / "feeds.json"


def read_validators() -> dict[str, Validators]:
    """Validators by feed; none where the file is missing or damaged."""
    try:
        stored = json.loads(_file().read_text("utf-8"))
        return {feed: Validators(*(str(v) if v else None for v in pair[:2])) for feed, pair in stored.items()}
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return {}


def write_validators(known: dict[str, Validators]) -> None:
    """Keep validators; where that fails, the next run asks without."""
    stored = {feed: [v.etag, v.modified] for feed, v in sorted(known.items())}
    with contextlib.suppress(OSError, LibraryError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        write(str(_file()), json.dumps(stored, indent=0).encode())
