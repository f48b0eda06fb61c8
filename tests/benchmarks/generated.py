"""A library of any size, the same every time: short invented reports by forty invented outlets, a folder for each.

Three paragraphs each; in a library above ``LARGE`` one, so that its index is made within minutes.
"""

from __future__ import annotations

import random
from pathlib import Path

# fmt: off
_THINGS = [
    "bridge", "bank", "boat", "church", "coast", "council", "court", "factory", "ferry", "festival", "fire",
    "garden", "harbour", "hospital", "island", "library", "market", "mayor", "minister", "museum", "office", "rain",
    "river", "road", "school", "ship", "station", "storm", "tower", "train",
]
# fmt: on
_TOWNS = ["Lunn", "Ostrel", "Sarn", "Marten", "Neme", "Kolb", "Varr", "Tillen", "Oskar", "Brae"]
_PAPERS = ["Post", "Gazette", "Radio", "Courier"]


LARGE = 20_000


def generate(folder: Path, count: int) -> Path:
    """Write so many article files, unless they stand there already."""
    library = folder / f"generated-{count}"
    done = library / ".done"
    if done.exists():
        return library
    outlets = [f"{town} {paper}" for town in _TOWNS for paper in _PAPERS]
    draw = random.Random(count)
    for number in range(count):
        outlet = outlets[number % len(outlets)]
        place = library / outlet.lower().replace(" ", "-")
        if number < len(outlets):
            place.mkdir(parents=True, exist_ok=True)
        (place / f"report-{number:06d}.md").write_text(
            _report(draw, number, outlet, 1 if count > LARGE else 3), encoding="utf-8"
        )
    done.touch()
    return library


def _report(draw: random.Random, number: int, outlet: str, paragraphs: int) -> str:
    one, two, three = draw.sample(_THINGS, 3)
    town = draw.choice(_TOWNS)
    head = (
        f"---\ntitle: {one.title()} and {two} of {town} closed\nsource: {outlet}\n"
        f"published: 2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}\n---\n"
    )
    told = (
        f"The {one} of {town} and the {two} near it were closed for {draw.randrange(2, 40)} days on Monday, the "
        f"{three} office said, after {draw.randrange(3, 900)} people had asked for it.",
        f"A speaker of the {two} told {draw.choice(_TOWNS)} Radio that the {three} would stay open, and that nobody in "
        f"{draw.choice(_TOWNS)} had to fear for the {draw.choice(_THINGS)} this year.",
        f"In {draw.choice(_TOWNS)}, where a {draw.choice(_THINGS)} was closed in {draw.randrange(1990, 2030)}, the "
        f"{draw.choice(_THINGS)} had been opened again within {draw.randrange(2, 30)} weeks.",
    )
    return head + "\n\n".join(told[:paragraphs]) + "\n"
