from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader
from reader.intake.cleaning import MOST
from reader.intake.lines import fold, rows, split
from reader.model import Cleaned

PROSE = (
    "The harbour of Port Ellen was closed on Monday after a ferry struck the outer pier, the coast guard said.",
    "Nobody was hurt, but at least 40 passengers spent the night in a school, according to the town council.",
    "“We heard a noise like thunder and then the lights went out,” said Ada Brook, who was on the lower deck.",
    "The company that runs the ferry said it would examine the engine and the logbook before it made a statement.",
    "Divers are expected to reach the hull on Wednesday, when the storm that has kept them ashore should pass.",
    "It was the third accident at the pier in two years, and the council has asked for a new light on the rocks.",
)
PAGE = "\n".join(
    [
        "Home", "News", "Sport", "Weather", "Skip to main content", "",
        "Ferry strikes pier in Port Ellen, harbour closed – The Harbour Post", "",
        "By Ada Miller", "4 March 2019 18:20", "",
        "A ferry at the pier. Photo: Jon Reed / Coast Agency", "", *"\n\n".join(PROSE[:3]).split("\n"), "",
        "Read More", "", "Mayor of Oldtown resigns after vote", "", "Loading...", "",
        *"\n\n".join(PROSE[3:]).split("\n"), "",
        "Share this article", "Facebook", "Twitter", "",
        "Don't Miss", "", "Oldtown mayor to open the new bridge", "Lighthouse keeper wins a prize", "",
        "© 2024 The Harbour Post. All rights reserved.",
    ]
)  # fmt: skip


def kept(text: str, cleaned: Cleaned) -> list[str]:
    return [line.of(text) for line in cleaned.lines if line.state != "removed" and line.role in ("body", "subhead")]


def reasons(text: str, cleaned: Cleaned) -> dict[str, str]:
    return {line.of(text): line.reason for line in cleaned.lines if line.state == "removed"}


def test_page_is_reduced_to_its_report() -> None:
    cleaned = reader.clean(PAGE)
    assert kept(PAGE, cleaned) == list(PROSE)
    assert cleaned.title == "Ferry strikes pier in Port Ellen, harbour closed"
    assert cleaned.published == date(2019, 3, 4)
    assert cleaned.byline == "Ada Miller"
    assert cleaned.source == "The Harbour Post"


def test_removed_lines_say_why() -> None:
    said = reasons(PAGE, reader.clean(PAGE))
    assert (
        said["Mayor of Oldtown resigns after vote"] == "teaser of another story: between “Read More” and “Loading...”"
    )
    assert said["© 2024 The Harbour Post. All rights reserved."] == "copyright line"
    assert said["Share this article"] == "share prompt"
    assert said["A ferry at the pier. Photo: Jon Reed / Coast Agency"] == "caption: ends with a photo credit"
    assert all(said.values())


def test_caption_said_twice_names_the_line_it_repeats() -> None:
    caption = "A ferry at the pier. Photo: Jon Reed / Coast Agency"
    text = "\n\n".join([caption, PROSE[0], caption, *PROSE[1:]])
    assert reader.clean(text).lines[4].reason == "caption: repeats line 1"


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r"])
def test_text_that_is_all_body_loses_nothing(gap: str) -> None:
    text = gap.join(PROSE)
    cleaned = reader.clean(text)
    assert kept(text, cleaned) == list(PROSE)
    assert (cleaned.title, cleaned.published, cleaned.source, cleaned.byline, cleaned.via) == (None,) * 4 + ((),)


def test_day_of_visit_and_copyright_year_are_no_date_of_publication() -> None:
    body = "\n\n".join(PROSE)
    text = f"Today: Jul 08, 2021\n\nFerry strikes pier in Port Ellen\n\n{body}\n\n© Harbour Media, 1 May 2020"
    assert reader.clean(text).published is None


def test_hard_wrapped_text_is_kept_to_the_last_word() -> None:
    text = "\n\n".join(_wrap(" ".join(PROSE[at : at + 3])) for at in (0, 3))
    assert len(rows(text, split(text))) == 2
    cleaned = reader.clean(text)
    assert all(line.role in ("body", "blank") and line.state == "kept" for line in cleaned.lines)


def _wrap(paragraph: str, width: int = 70) -> str:
    lines = [""]
    for word in paragraph.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def test_text_that_is_no_report_is_left_in_doubt_not_emptied() -> None:
    text = "milk\nbread\nShare this article\nlamp oil"
    assert [line.state for line in reader.clean(text).lines] == ["doubtful", "doubtful", "removed", "doubtful"]


@pytest.mark.parametrize("heading", ["12 Comments", "Leave a Reply", "Don't Miss", "Reuters"])
def test_report_ends_where_others_begin_to_speak(heading: str) -> None:
    others = "The pier of Port Ellen, as seen from the lighthouse in March."
    text = "\n\n".join([*PROSE, heading, others])
    assert kept(text, reader.clean(text)) == list(PROSE)


def test_lines_beyond_any_report_are_left_as_they_are() -> None:
    text = "\n".join(PROSE) + "\nShare this article" * (MOST + 5)
    last = reader.clean(text).lines[-1]
    assert (last.state, last.reason) == ("doubtful", "too far down to be judged")


def test_chronology_is_no_list_of_other_stories() -> None:
    days = ["3 March 2019", "4 March 2019", "5 March 2019"]
    text = "\n\n".join([*PROSE[:3], days[0], PROSE[3], days[1], PROSE[4], days[2], PROSE[5]])
    assert [line for line in kept(text, reader.clean(text)) if line in PROSE] == list(PROSE)
    back = "\n\n".join([*PROSE[:3], days[2], PROSE[3], days[1], PROSE[4], days[0], PROSE[5]])
    assert [line for line in kept(back, reader.clean(back)) if line in PROSE] == list(PROSE[:3])


def test_hand_of_the_reader_outranks_rules_and_model() -> None:
    text = "\n\n".join([PROSE[0], "Share this  article", *PROSE[1:]])
    cleaned = reader.clean(text, keep=["Share this article"], drop=[fold(PROSE[1])])
    assert cleaned.lines[2].state == "kept"
    assert (cleaned.lines[4].state, cleaned.lines[4].reason) == ("removed", "dropped by the reader")


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "Порт Эллен закрыли в понедельник после того, как паром ударился о внешний причал, сообщила охрана.",
            "Никто не пострадал, но не менее 40 пассажиров провели ночь в школе, по данным городского совета.",
            "Водолазы должны добраться до корпуса в среду, когда пройдет шторм, который держал их на берегу.",
        ),
        (
            "أغلق ميناء بورت إلين يوم الاثنين بعد أن اصطدمت عبارة بالرصيف الخارجي، كما قال خفر السواحل.",
            "لم يصب أحد بأذى، لكن ما لا يقل عن أربعين راكبا أمضوا الليل في مدرسة، بحسب مجلس المدينة.",
            "ومن المتوقع أن يصل الغواصون إلى الهيكل يوم الأربعاء، عندما تمر العاصفة التي أبقتهم على الشاطئ.",
        ),
        (
            "月曜日、フェリーが外側の桟橋に衝突したため、ポートエレンの港が閉鎖されたと沿岸警備隊が発表した。",
            "町議会によると、けが人はいなかったが、少なくとも四十人の乗客が学校で一夜を過ごしたという。",
            "潜水士は嵐が過ぎ去る水曜日に船体に到達する見込みで、会社は機関と航海日誌を調べるとしている。",
        ),
    ],
)
def test_other_scripts_keep_prose_and_lose_share_bars(paragraphs: tuple[str, ...]) -> None:
    text = "\n".join(["Facebook", "Twitter", "", *"\n\n".join(paragraphs).split("\n"), "", "Facebook", "© 2020"])
    assert [p for p in paragraphs if p not in kept(text, reader.clean(text))] == []
    assert "Facebook" not in kept(text, reader.clean(text))


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [*PROSE, "Read More", "Loading...", "© 2020", "Today: May 1, 2020", "By", "Source :", "\x9b31m"]
        ),
        st.from_regex(r"[\w ,.:/|©()-]{0,40}(19|20)\d\d.{0,9}", fullmatch=True),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_lines_and_breaks_are_the_text(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    cleaned = reader.clean(text)
    rebuilt, at = "", 0
    for line in cleaned.lines:
        between = text[at : line.start]
        assert between in ("", "\n", "\r", "\r\n")
        rebuilt += between + line.of(text)
        assert not set(line.of(text)) & {"\r", "\n"}
        at = line.end
    assert rebuilt + text[at:] == text
    assert text[at:] in ("", "\n", "\r", "\r\n")
    assert [line.number for line in cleaned.lines] == list(range(1, len(cleaned.lines) + 1))
    for line in cleaned.lines:
        assert bool(line.reason) == (line.state != "kept")


@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_000_000,
        "a" * 5_000_000,
        "(" * 200_000,
        "Share this article\n" * 20_000,
        "Read More\n\nA headline of another story\n" * 6_000,
        "\n" * 100_000,
        "\n".join(f"The {n}th ferry of the day left the pier of Port Ellen." for n in range(100_000)),
        "Photo: " * 2_000 + "\n" + ", " * 100_000,
    ],
    ids=["one line", "one word", "brackets", "share", "sandwiches", "blank", "distinct", "credits"],
)
def test_time_grows_with_the_text_alone(text: str) -> None:
    began = time.process_time()
    cleaned = reader.clean(text)
    assert time.process_time() - began < 3
    assert cleaned.lines[-1].end >= len(text.rstrip("\n"))
