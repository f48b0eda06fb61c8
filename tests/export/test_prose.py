"""An article on a page: no line too wide, every word there, marks where the model says."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.export.prose import COLOURED, MONOCHROME, cells, page
from reader.model import Analysis, Article, Figure, Line, Mention, Passage

_SGR = re.compile("\x1b\\[[0-9;]*m")
TEXT = "Ada Lind told us of 12 fires."


def analysis(text: str = TEXT) -> Analysis:
    """A text of one passage with a name and a figure."""
    article = Article("a", text, (Line(0, len(text), 1, "doubtful"),), title="Fires", source="The Bell")
    return Analysis(
        article,
        (Passage(0, len(text), "a:p1", 0, text),),
        (Mention(0, min(8, len(text)), "person", "e1"),),
        (Figure(20, 22, "a:f1", 12, 12, 12),) if text == TEXT else (),
    )


def test_names_figures_and_doubt_are_told_without_colour() -> None:
    lines = list(page(analysis(), 72, MONOCHROME))
    assert lines == [
        "\x1b[1mFires\x1b[0m",
        "\x1b[2mThe Bell · no date\x1b[0m",
        "",
        "\x1b[2;4mAda Lind\x1b[0m\x1b[2m told us of \x1b[0m\x1b[2;1m12\x1b[0m\x1b[2m fires.\x1b[0m",
    ]
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", "".join(lines))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=80), st.integers(2, 30))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    text = "A" + text
    lines = [_SGR.sub("", line) for line in page(analysis(text), width, COLOURED)]
    assert all(cells(line) <= width for line in lines)
    body = list(page(analysis(text), 0))[3:]
    assert "".join(" ".join(body).split()) == "".join(text.split())


def test_a_real_article_keeps_its_words() -> None:
    text = "The bridge at Oldham was closed on Monday.\n\nTwo of its arches had sunk, said the mayor.\n"
    article = Article("b", text, reader.clean(text).lines)
    body = " ".join(" ".join(page(reader.analyse(article), 30)).split())
    assert body.endswith(" ".join(text.split()))
