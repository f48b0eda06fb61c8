"""The articles shipped with the program: what tests, pictures and first-time readers rely on.

``FACTS`` is the fact sheet of the invented story: for each thing told, the words by which each report tells it.
Reports that share a row agree, differ or only seem to, as the comment above the row says.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import reader
from reader.library import Library, open_library
from reader.model import Article

ARTICLES = Path(__file__).parents[1] / "articles"
KARABAKH, FERRY = "Karabakh, September 2023", "Ferry Halcyon"
WIRE, FIXED, COURIER, MERIDIAN = "north-wire", "north-wire-correction", "sarn-courier", "meridian"
VESNA, LOG, TERN, WARNING = "vesna-24", "harbour-log", "daily-tern", "daily-tern-warning"

DIGESTS: dict[str, tuple[str | None, date]] = {
    "trt-world-arsenal": ("TRT World", date(2023, 9, 23)),
    "caliber-az": ("Caliber.Az", date(2023, 9, 20)),
    "moscow-times-rewrite": ("Moscow Times rewrite", date(2023, 9, 20)),
    "trt-world-amnesty": ("TRT World", date(2023, 9, 22)),
    "unsigned-translation": (None, date(2023, 9, 21)),
}
REPORTS: dict[str, tuple[str | None, date]] = {
    WIRE: ("North Wire", date(2023, 5, 3)),
    FIXED: ("North Wire", date(2023, 5, 4)),
    COURIER: ("Sarn Courier", date(2023, 5, 3)),
    MERIDIAN: ("Meridian", date(2023, 5, 3)),
    VESNA: ("Vesna 24", date(2023, 5, 3)),
    LOG: ("Harbour Log", date(2023, 5, 3)),
    TERN: ("Daily Tern", date(2023, 5, 3)),
    WARNING: ("Daily Tern", date(2023, 5, 4)),
}

REPRINTED = "The death toll reached 34 by evening"
RESCUED = "126 passengers had been rescued by 5 a.m."
ABOARD = "about 170 people on board"
INSPECTED = "passed a safety inspection in March"

FACTS: dict[str, dict[str, str]] = {
    # differ: early and late tolls, with and without a bound; the next day's toll is later, not another
    "people killed": {
        COURIER: "At least 31 people died",
        WIRE: REPRINTED,
        LOG: REPRINTED,
        TERN: REPRINTED,
        MERIDIAN: "the number of the dead at 34",
        VESNA: "dozens of people perished",
        FIXED: "The death toll stood at 35 on Thursday",
        WARNING: "The number of dead rose to 35 on Thursday",
    },
    # differ, until the correction: a list counted eight people twice
    "people rescued": {
        COURIER: "Rescuers pulled 118 people from the water",
        MERIDIAN: "put the number of survivors at 118",
        WIRE: RESCUED,
        LOG: RESCUED,
        TERN: RESCUED,
        FIXED: "The number of people rescued from the ferry Halcyon is 118",
    },
    # compatible as bounds
    "people on board": {
        COURIER: "At least 160 people were on board",
        WIRE: ABOARD,
        LOG: ABOARD,
        TERN: ABOARD,
        MERIDIAN: "about 170 people were on it",
        VESNA: "more than 150 persons",
        FIXED: "bring the number on board to 170",
    },
    # compatible: the rewrite and the translation round
    "people taken to hospital": {
        COURIER: "27 people who had to be taken to St Brannoc hospital",
        WIRE: "27 were taken to St Brannoc hospital",
        MERIDIAN: "More than 20 of those who were saved are in the hospital",
        VESNA: "nearly 30 injured were placed",
        FIXED: "Of the 27 people taken to St Brannoc hospital",
    },
    "people missing": {
        WIRE: "at least ten people were missing",
        MERIDIAN: "as many as 18 people remained missing",
        FIXED: "Seventeen people were missing",
        WARNING: "A further 17 people have not been found",
    },
    # agree, in two units and in words
    "depth of the wreck": {
        COURIER: "The wreck lies in forty metres of water",
        LOG: "The wreck lies in 130 ft of water",
        VESNA: "at the depth of about 40 metres",
        FIXED: "At a depth of 40 metres",
    },
    # agree, on two clocks
    "time of the collision": {WIRE: "at 10:40 p.m.", VESNA: "at 22:40", MERIDIAN: "shortly before 11 p.m. on Tuesday"},
    "crew of the freighter": {
        WIRE: "The freighter's crew of 19 were unhurt",
        LOG: "The freighter's crew of 19 were unhurt",
        TERN: "The freighter's crew of 19 were unhurt",
        MERIDIAN: "All 19 men of the freighter",
    },
    "lifeboats that could not be lowered": {
        COURIER: "Two of the lifeboats could not be lowered",
        WIRE: "Two of the ferry's six lifeboats could not be lowered",
        MERIDIAN: "Two lifeboats were useless",
        WARNING: "two of its lifeboats could not be lowered",
    },
    "inspection": {
        COURIER: "had passed an inspection in March",
        WIRE: INSPECTED,
        LOG: INSPECTED,
        MERIDIAN: "was inspected as recently as March",
        VESNA: "in March the vessel had successfully passed the examination",
        WARNING: "the ship passed its inspection in March",
    },
    # differ: 52, and a bound that allows it
    "dead of 1974": {WIRE: "the loss of 52 lives", MERIDIAN: "in 1974 with 52 people", VESNA: "more than 50 people"},
    # look-alikes: the number of another row, counting something else
    "lifejackets (118)": {VESNA: "118 lifejackets which nobody had put on"},
    "days since the letter (118)": {WARNING: "118 days before the ship went down"},
    "vehicles (34)": {
        WIRE: "34 cars and vans",
        LOG: "34 cars and vans",
        TERN: "34 cars and vans",
        MERIDIAN: "the 34 vehicles",
    },
    "years at sea (31), draught (31)": {COURIER: "for thirty-one years", LOG: "draws 31 ft laden"},
    "distance of the capital (170)": {VESNA: "170 kilometres to the north of the capital"},
    "age of the ship (40)": {COURIER: "a ship of forty years"},
    # who says so, through whom
    "told the agency": {
        COURIER: "Harbour Minister Ilse Marand told North Wire",
        MERIDIAN: "told North Wire that he had heard a bang",
        VESNA: "the agency North Wire cites one of the passengers",
    },
    # one speech in five wordings, two of them indirect
    "speech on the quay": {
        WIRE: "No ship will leave this harbour in fog until I know why this one did",
        MERIDIAN: "No ferry leaves this harbor in the fog until I know why this one did",
        COURIER: "No boat would go out of Port Sarn in fog, she promised, until she knew why this one had",
        VESNA: "not one vessel will go out into the fog until the cause of what happened becomes known to her",
    },
    # two spellings of the town, of the minister, of the prosecutor
    "names": {WIRE: "off Port Sarn", COURIER: "Ilse Marand", VESNA: "the town of Port Zarn"},
    "minister": {MERIDIAN: "Ilse Marand, the harbor minister", VESNA: "Minister of Harbours Ilze Marant"},
    "prosecutor": {WIRE: "prosecutor Dagny Orme", VESNA: "the prosecutor Dagny Orm "},
}

FURNITURE: dict[str, tuple[str, ...]] = {
    WIRE: (
        "My wire",
        "3 Min Read",
        "Acquire Licensing Rights",
        "Advertisement · Scroll to continue",
        "Our Standards: The North Wire Principles of Reporting.",
        "Suggested Topics:",
        "Grain prices climb as strait closes for second week",
        "All quotes delayed a minimum of 15 minutes. © 2025 North Wire. All rights reserved",
    ),
    FIXED: ("Advertisement · Scroll to continue", "Read Next", "2 Min Read"),
    COURIER: (
        "Obituaries",
        "Share  Tweet  Print",
        "Lifeboatmen land in Port Sarn harbour on Wednesday. Photo: R. Odell",
        "READ ALSO: Storm closes coast road",
        "READ ALSO: Council votes on new fish market",
        "God rest them all. And will somebody now mend that light?",
        "Lost: grey cat, answers to Admiral",
        "© 2024 Sarn Courier Ltd. All rights reserved.",
    ),
    MERIDIAN: (
        "We use cookies to improve your experience. Accept all   Manage choices",
        "Relatives wait behind a barrier on the quay in Port Sarn. Credit: Iven Sol/North Wire",
        "Read More",
        "The islands that live by one boat",
        "Loading...",
        "Sign up for The Morning Meridian",
        "Enter your email",
        "Orrel's opposition asks for a debate on safety at sea",
        "1 The case for doing nothing on a Sunday",
        "© 2026 Meridian Media Company",
    ),
    VESNA: (
        "RU | EN",
        "Views: 2026",
        "Read also: In Aldmoor the price for electricity will grow",
        "#ferry #PortZarn #Orrel",
        "Liked the news? Share with friends!",
        "Ссылка скопирована",
        "© 2025 Vesna 24. Use of materials only with a hyperlink",
        "loading",
    ),
    LOG: (
        "Home > Casualties > Ferries",
        "The Halcyon on her last refit, Kelmar yard, 2017. Photo: Harbour Log archive",
        ">> Related: Pilots want say in new fairway",
        "You have 2 free articles left this month.",
        "Copyright Harbour Log Publishing 1921-2024",
    ),
    TERN: (
        "TRENDING: Royal yacht | Lottery | Heatwave",
        "214 shares",
        "SCROLL DOWN FOR VIDEO",
        "READ MORE: Weatherman's fog warning nobody heard",
        "Fourteen knots in that? Somebody has to answer for it.",
        "I spent a year living on a canal boat and this is what it cost me, says young mother of two",
    ),
    WARNING: (
        "View comments",
        "READ MORE: Weatherman's fog warning nobody heard",
        "Same company that put the fares up twice last year.",
        "Lottery winner, 82, tells how he will spend his fortune, and it starts with a new shed",
    ),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library([ARTICLES])


@pytest.fixture(scope="module")
def articles(library: Library) -> dict[str, Article]:
    return {article.id: article for article in library.articles}


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def kept(article: Article) -> list[str]:
    return [line.of(article.text) for line in article.kept() if line.role in ("body", "subhead")]


def test_the_whole_library_loads_without_a_problem(library: Library) -> None:
    assert not library.problems
    assert {article.id for article in library.articles} == DIGESTS.keys() | REPORTS.keys()


@pytest.mark.parametrize(("name", "known"), (DIGESTS | REPORTS).items())
def test_outlet_and_day(articles: dict[str, Article], name: str, known: tuple[str | None, date]) -> None:
    assert (articles[name].source, articles[name].published) == known


@pytest.mark.parametrize("name", DIGESTS | REPORTS)
def test_title_length_and_marks(articles: dict[str, Article], name: str) -> None:
    article = articles[name]
    assert article.title
    assert article.language == "en"
    if name in DIGESTS:
        assert (article.story, article.kind, article.invented) == (KARABAKH, "digest", False)
        assert 250 <= article.words <= 500
    else:
        kind = "correction" if name == FIXED else "report"
        assert (article.story, article.kind, article.invented) == (FERRY, kind, True)
        assert 300 <= article.words <= 600


@pytest.mark.parametrize("name", DIGESTS)
def test_a_digest_is_all_text(articles: dict[str, Article], name: str) -> None:
    assert not [line.of(articles[name].text) for line in articles[name].lines if line.state == "removed"]


@pytest.mark.parametrize(("name", "words"), [(name, words) for row in FACTS.values() for name, words in row.items()])
def test_every_fact_stands_in_the_text_that_is_read(articles: dict[str, Article], name: str, words: str) -> None:
    assert words in folded(" ".join(kept(articles[name])))


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in FURNITURE.items() for line in lines])
def test_furniture_is_removed_or_shown_as_doubtful(articles: dict[str, Article], name: str, line: str) -> None:
    text = articles[name].text
    states = [found.state for found in articles[name].lines if found.of(text) == line]
    assert states
    assert "kept" not in states


def test_one_report_tells_its_outlet_and_day_in_its_text_alone(articles: dict[str, Article]) -> None:
    report = articles[VESNA]
    assert report.given.isdisjoint({"title", "source", "published", "byline", "via"})
    assert report.title == "In the sea near Port Zarn a ferry sank: there are dozens of dead"


@pytest.mark.parametrize("name", [MERIDIAN, LOG, TERN])
def test_those_who_print_the_agency_say_so(articles: dict[str, Article], name: str) -> None:
    assert "North Wire" in articles[name].via


def test_the_agency_report_is_reprinted_whole_by_one_and_cut_short_by_another(articles: dict[str, Article]) -> None:
    def paragraphs(name: str) -> list[str]:
        return [re.sub(r"^PORT SARN, .* - ", "", line) for line in kept(articles[name])]

    wire, whole, cut = paragraphs(WIRE), paragraphs(LOG), paragraphs(TERN)
    reprinted = [paragraph for paragraph in wire if paragraph in whole]
    assert len(reprinted) == 15
    assert [paragraph for paragraph in cut if paragraph in wire] == reprinted[:8]


def test_the_stories_are_two(library: Library) -> None:
    stories = reader.group(list(library.articles))
    assert sorted(map(set, (story.articles for story in stories)), key=len) == [set(DIGESTS), set(REPORTS)]
