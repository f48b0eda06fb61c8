"""A page of each kind of site, saved as its server sent it: the text is whole and clean."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reader.intake.extracted import clean_extracted
from reader.intake.pages import Page, read_page

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> tuple[Page, list[str], list[str]]:
    """The page, the beginnings of the lines that are read as its text, and all its removed lines."""
    page = read_page((PAGES / f"{name}.html").read_bytes(), f"https://{name}.example/")
    cleaned = clean_extracted(page.text, page.body, page.metadata.title)
    body = [
        line.of(page.text) for line in cleaned.lines if line.state != "removed" and line.role in ("body", "subhead")
    ]
    return page, body, [line.of(page.text) for line in cleaned.lines if line.state == "removed"]


TEXTS = {
    "news": ["Engineers closed", "Some 14,000", '"We would rather', "A winter of ice", "The cracks", "Repairs will"],
    "live": [
        "Ferry for ambulances",
        "The first ambulance",
        "The crossing took",
        "Minister on her way",
        "The transport minister",
        "School buses stopped",
        "Three school buses",
        "The head of the school",
    ],
    "blog": ["I helped to build", "I am not.", "A pier that nobody", "What does surprise"],
    "paywall": ["Letters seen", "Divers who inspected", "The county says"],
    "russian": ["Автомобильный мост", "Ежедневно по мосту", "«Лучше сердитые", "Ремонт займёт"],
    "arabic": ["أغلق مهندسون", "ويعبر الجسر", "وقالت كبيرة"],
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_is_whole_and_nothing_else_is(name: str) -> None:
    _, body, _ = read(name)
    assert [line for line, start in zip(body, TEXTS[name], strict=False) if not line.startswith(start)] == []
    assert len(body) == len(TEXTS[name]), body[len(TEXTS[name]) :]


def test_pages_say_who_wrote_what_and_when() -> None:
    found = {name: read(name)[0].metadata for name in TEXTS}
    assert found["news"].source == "Northern Ledger"
    assert found["news"].published == date(2031, 6, 11)
    assert (found["blog"].byline, found["blog"].published) == ("Jorun Vik", None)
    assert found["paywall"].published == date(2031, 6, 14)
    assert (found["russian"].source, found["russian"].language) == ("Вестник Ауны", "ru")
    assert found["arabic"].title == "إغلاق جسر تورفالد بعد اكتشاف تشققات"


def test_what_is_left_out_is_still_there_to_be_put_back() -> None:
    _, _, removed = read("blog")
    assert any(line.startswith("Thank you for this, Jorun") for line in removed)
    _, _, removed = read("news")
    assert {"Advertisement", "Storm names for the coming season announced"} <= set(removed)
