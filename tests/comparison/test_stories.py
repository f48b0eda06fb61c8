from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reader.comparison import group
from reader.comparison.sketches import KEPT, likeness, sketch, unpacked
from tests.comparison.reports import COURIER, DISPATCH, HARBOUR, article, event_report

OTHER = """\
The chess champion Ilya Brandt lost his title to a student of nineteen in the final game at Port Selm.
Brandt resigned after forty moves, and shook hands with the winner, Amina Roy.
Roy said she had prepared the opening for half a year."""
LIKEWISE = """\
Amina Roy, 19, took the chess title from Ilya Brandt at Port Selm.
The student won the final game when Brandt resigned after forty moves.
She said the opening had been prepared for months."""


def test_articles_about_one_event_are_one_story() -> None:
    articles = [
        article("harbour", HARBOUR),
        article("chess", OTHER, title="Champion beaten"),
        article("courier", COURIER),
        article("roy", LIKEWISE),
        article("dispatch", DISPATCH),
    ]
    stories = group(articles)
    assert [story.articles for story in stories] == [("harbour", "courier", "dispatch"), ("chess", "roy")]
    assert [story.title for story in stories] == [
        "A fire destroyed the fish market in Ostrava Bay on",
        "Champion beaten",
    ]


def test_the_same_words_a_year_later_are_another_story() -> None:
    articles = [article("one", HARBOUR), article("two", COURIER, published=date(2024, 9, 12))]
    assert len(group(articles)) == 2


def test_the_reader_decides_where_an_article_belongs() -> None:
    fire = article("harbour", HARBOUR)
    moved = replace(article("courier", COURIER), story="Ferry prices")
    kept = replace(article("chess", OTHER), story="Ferry prices")
    told = replace(article("dispatch", DISPATCH), story="The fire")
    stories = group([fire, moved, kept, told])
    where = {name: story.id for story in stories for name in story.articles}
    assert where["courier"] == where["chess"] == "Ferry prices"
    assert where["dispatch"] == "The fire"


def test_no_articles_no_stories() -> None:
    assert group([]) == []


def test_sister_events_stay_apart() -> None:
    reports = [event_report(2, number, sister) for number in range(5) for sister in (False, True)]
    assert [len(story.articles) for story in group(reports)] == [5, 5]


def test_copies_of_two_reports_are_no_sister_events() -> None:
    copies = [(name, n) for n in range(3) for name in (HARBOUR, COURIER)]
    stories = group([article(f"{number}", text) for number, (text, _) in enumerate(copies)])
    assert [len(story.articles) for story in stories] == [6]


def test_a_library_of_one_theme_is_not_one_story() -> None:
    theme = (
        "It is the year of the Great Thaw in Norrland. President Halvard Strom of the Frost League and Premier Signe "
        "Aldal of the Thaw Party visited Isfjord, Kaldvik and Brenning; the Meltwater Act and the Icehouse Treaty are "
        "before the Storting, and the Dyke Commission meets under Justice Runa Bjerke."
    )
    reports = [
        event_report(event, number, sister) for event in range(8) for number in range(5) for sister in (False, True)
    ]
    themed = [article(report.id, f"{report.text}\n{theme}", published=None) for report in reports]
    assert len(group(reports)) == 16
    assert len(group(themed)) > 12


def test_an_article_without_words_is_a_story_of_its_own() -> None:
    stories = group([article("empty", ""), article("dots", "..."), article("harbour", HARBOUR)])
    assert [story.articles for story in stories] == [("empty",), ("dots",), ("harbour",)]


@given(st.lists(st.text(max_size=200), max_size=4))
def test_every_article_is_in_one_story_whatever_it_says(texts: list[str]) -> None:
    articles = [article(f"{number}", text) for number, text in enumerate(texts)]
    assert sorted(name for story in group(articles) for name in story.articles) == [one.id for one in articles]


@given(st.text(max_size=500), st.text(max_size=500))
def test_a_sketch_is_the_same_when_it_was_kept(one: str, two: str) -> None:
    sketches = [sketch(article("one", one)), sketch(article("two", two))]
    kept = [unpacked(each.packed(), each.day) for each in sketches]
    assert kept == sketches
    assert [each.strongest for each in kept] == [each.strongest for each in sketches]
    assert all(len(each.terms) <= KEPT for each in kept)
    assert 0 <= likeness(*sketches) == likeness(*sketches[::-1]) <= 1.01
