"""What is compared when, and what is not compared twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reader.comparison import memory as memories
from reader.comparison import recalling
from reader.comparison.evidence import Met, meet
from reader.comparison.grading import Worth
from reader.comparison.statements import Statements
from reader.model import Article
from reader.tui import desk as desks
from reader.tui.desk import Desk
from tests.comparison.reports import COURIER, DISPATCH, HARBOUR, article
from tests.tui.stage import Memory, held

TEXTS = {"harbour": HARBOUR, "courier": COURIER, "dispatch": DISPATCH, "herald": COURIER.replace("650", "700")}


def story(*names: str) -> list[Article]:
    return [replace(article(name, TEXTS[name]), story="The fire") for name in names]


def test_a_long_story_is_begun_with_the_open_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "LONG", 3)
    monkeypatch.setattr(desks, "FIRST", 2)
    desk = Desk(held(story(*TEXTS)), Memory())
    assert desk.begin("herald")
    first = desk.comparison("herald")
    assert first is not None
    assert [a.article.id for a in first.analyses] == ["dispatch", "herald"]
    assert desk.comparison("harbour") is None
    assert not desk.settled("herald")
    whole = desk.prepare("herald")
    assert desk.comparison("herald") is whole is desk.comparison("harbour")
    assert len(whole.analyses) == 4
    assert desk.settled("herald")
    assert not desk.begin("herald")


def test_a_short_story_is_compared_at_once() -> None:
    desk = Desk(held(story(*TEXTS)), Memory())
    assert not desk.begin("harbour")
    assert desk.comparison("harbour") is None


def test_after_a_decision_nothing_is_compared_again_but_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    met = []

    def noted(one: Statements, two: Statements, *rest: Any) -> Met[Worth]:
        met.append((one.content.article.id, two.content.article.id))
        return meet(one, two, *rest)

    monkeypatch.setattr(memories, "meet", noted)
    desk = Desk(held(story("harbour", "courier", "dispatch")), Memory())
    first = desk.prepare("harbour")
    assert len(met) == 3
    desk.outdate("harbour")
    assert desk.prepare("harbour").links == first.links
    desk.replace("courier", replace(desk.articles["courier"], text=COURIER.replace("650", "700")))
    desk.prepare("harbour")
    assert met[3:] == [("harbour", "courier"), ("courier", "dispatch")]


def test_a_story_opened_again_is_neither_analysed_nor_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(held(story(*TEXTS)), Memory(), kept=True)
    first = desk.prepare("harbour")
    desk.keep()

    def never(*_: object, **__: object) -> None:
        raise AssertionError("compared again")

    with monkeypatch.context() as patched:
        patched.setattr(recalling, "compare", never)
        again = Desk(held(story(*TEXTS)), Memory(), kept=True)
        assert again.prepare("harbour") == first
        assert again.analysis("herald") == first.analyses[-1]
        with pytest.raises(AssertionError, match="compared again"):
            Desk(held(story(*TEXTS)), Memory()).prepare("harbour")
    again.replace("courier", replace(again.articles["courier"], text=COURIER.replace("650", "700")))
    assert again.prepare("harbour") != first
