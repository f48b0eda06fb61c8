"""Draw the pictures in ``screenshots/`` from the app on the sample library: ``uv run python -m tests.screenshots``.

Each picture is an SVG as the app exports it, without its comment and font faces (which name addresses), and the same
as PNG where the font is at hand. The same program and font give the same bytes. Another folder may be named.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

PICTURES = Path(__file__).parents[1] / "screenshots"
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")
FONT_SHA256 = "0f5db4f1749979d961019838b160bec74abdf7f9eca69553fe1aa856bbff49a4"
"""DejaVu Sans Mono 2.37, the font of the pictures here; another version draws other pixels."""

SIZES = ((80, 24), (120, 40))
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FAMILY = re.compile(r"font-family:\s*[^;}]+")


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen to draw: the theme, and the keys that lead there from the start."""

    name: str
    theme: str
    keys: tuple[str, ...] = ()

    def file(self, size: tuple[int, int]) -> str:
        """The file's name without its ending."""
        return f"{self.name}-{size[0]}x{size[1]}"


READING = ("slash", *"kills", "enter", "enter", "full_stop")
SCREENS = (
    Picture("library-dark", "parallax-dark"),
    Picture("reading-dark", "parallax-dark", READING),
    Picture("reading-light", "parallax-light", READING),
    Picture("reading-16-colours", "terminal-dark", READING),
    Picture("board-dark", "parallax-dark", (*READING, "B")),
    Picture("cleaning-dark", "parallax-dark", (*READING, "c")),
)


async def draw(picture: Picture, size: tuple[int, int]) -> str:
    """The screen as SVG, once everything is compared."""
    from reader.library import open_library
    from reader.library.held import Held
    from reader.library.marks import Marks
    from reader.library.settings import sample_library
    from reader.tui.app import ParallaxApp
    from reader.tui.desk import Desk

    library = open_library([sample_library()])
    app = ParallaxApp(Desk(Held(library.articles, library.problems, ["articles"]), Marks()), theme=picture.theme)
    async with app.run_test(size=size) as pilot:
        for key in picture.keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        svg = app.export_screenshot(title="parallax")
    svg = _FAMILY.sub("font-family: DejaVu Sans Mono, monospace", _FONT_FACE.sub("", _COMMENT.sub("", svg)))
    return re.sub(r"terminal-\d+", f"terminal-{picture.name}", svg)


def png(svg: str) -> bytes:
    """The picture in pixels, drawn with the one font."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=[str(FONT), str(FONT).replace(".ttf", "-Bold.ttf")],
            font_family="DejaVu Sans Mono",
            monospace_family="DejaVu Sans Mono",
        )
    )


def font_missing() -> str:
    """Why pixels cannot be compared on this machine; empty where they can."""
    if not FONT.exists():
        return f"{FONT.name} is not installed"
    if hashlib.sha256(FONT.read_bytes()).hexdigest() != FONT_SHA256:
        return f"{FONT.name} is of another version"
    return ""


def make(folder: Path) -> list[Path]:
    """Draw every picture into the folder; the files written."""
    written = []
    for picture in SCREENS:
        for size in SIZES:
            svg = asyncio.run(draw(picture, size))
            target = folder / f"{picture.file(size)}.svg"
            target.write_text(svg, encoding="utf-8")
            written.append(target)
            if not font_missing():
                target.with_suffix(".png").write_bytes(png(svg))
                written.append(target.with_suffix(".png"))
    return written


def main(folder: str | None = None) -> None:
    """Draw all pictures with a state of our own, so that no read mark of the user's shows."""
    with tempfile.TemporaryDirectory() as state:
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_CACHE_HOME"] = state
        os.environ.pop("NO_COLOR", None)
        for path in make(Path(folder) if folder else PICTURES):
            print(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
