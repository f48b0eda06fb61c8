"""What repeats in an outlet's reports is not read, by the library's own evidence or by the reader's word."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import LibraryError, open_library
from reader.library.furniture import DROPPED, LEARNED
from reader.library.sources import FILE, read_sources, set_dropped, sources_file
from reader.model import Article

NOTICE = "Tern readers met the harbour master at the annual supper and wish to thank him for his many kind words."


def write(folder: Path, name: str, body: str, source: str = "Daily Tern") -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.md").write_text(f"---\nsource: {source}\n---\n{body}\n")


def report(town: str) -> str:
    return (
        f"The harbour of {town} was closed on Monday after a storm, and its boats stayed at their moorings.\n\n"
        f"Nobody in {town} could remember such a sea, its harbour master told the council of {town} in the evening."
    )


def states(article: Article) -> dict[str, tuple[str, str]]:
    return {line.of(article.text): (line.state, line.reason) for line in article.lines if line.role != "blank"}


def test_a_line_that_stands_in_three_reports_of_an_outlet_is_its_furniture(tmp_path: Path) -> None:
    for town in ("Sarn", "Kelmar", "Orrin"):
        write(tmp_path, town, f"{report(town)}\n\n{NOTICE}")
    write(tmp_path, "other", f"{report('Brannoc')}\n\n{NOTICE}", source="North Wire")
    for article in open_library([tmp_path]).articles:
        expected = ("removed", LEARNED) if article.source == "Daily Tern" else ("kept", "")
        assert states(article)[NOTICE] == expected


def test_two_reports_are_not_enough_and_versions_of_one_text_count_once(tmp_path: Path) -> None:
    for n in range(5):
        write(
            tmp_path, f"v{n}", f"{report('Sarn')}\n\nUpdate number {n} was added here by the night desk of the paper."
        )
    write(tmp_path, "a", f"{report('Kelmar')}\n\n{NOTICE}")
    write(tmp_path, "b", f"{report('Orrin')}\n\n{NOTICE}")
    for article in open_library([tmp_path]).articles:
        assert all(reason != LEARNED for _, reason in states(article).values())


def test_a_line_dropped_for_a_source_goes_from_all_its_reports_until_undone(tmp_path: Path) -> None:
    write(tmp_path, "a", f"{report('Kelmar')}\n\n{NOTICE}")
    place = sources_file(str(tmp_path / "a.md"), [str(tmp_path)])
    assert place == str(tmp_path / FILE)
    set_dropped(place, "Daily Tern", NOTICE, True)
    assert states(open_library([tmp_path]).articles[0])[NOTICE] == ("removed", DROPPED)
    set_dropped(place, "Daily Tern", NOTICE, False)
    assert states(open_library([tmp_path]).articles[0])[NOTICE][0] == "kept"


def test_other_names_of_a_source_are_that_source(tmp_path: Path) -> None:
    write(tmp_path, "a", f"{report('Kelmar')}\n\n{NOTICE}", source="The Daily Tern")
    (tmp_path / FILE).write_text(f"Daily Tern:\n  names: [The Daily Tern]\n  drop:\n    - {NOTICE}\n")
    assert states(open_library([tmp_path]).articles[0])[NOTICE] == ("removed", DROPPED)


def test_what_the_reader_wrote_of_other_sources_stays_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / FILE
    before = "# my outlets\nNorth Wire:\n  country: Sarn   # an agency\n  notes: >\n    fast, corrects itself\n"
    path.write_text(before)
    set_dropped(str(path), "Daily Tern: late", 'quote: "x" # no comment', True)
    assert path.read_text().startswith(before)
    found, problems = read_sources(str(path))
    assert found["Daily Tern: late"].drop == {'quote: "x" # no comment'}
    assert not problems


def test_a_reader_keeps_a_line_against_what_was_learned(tmp_path: Path) -> None:
    for town in ("Sarn", "Kelmar", "Orrin"):
        write(tmp_path, town, f"{report(town)}\n\n{NOTICE}")
    (tmp_path / "Sarn.md").write_text(
        f"---\nsource: Daily Tern\nkeep:\n- {NOTICE}\n---\n{report('Sarn')}\n\n{NOTICE}\n"
    )
    kept = {a.id: states(a)[NOTICE][0] for a in open_library([tmp_path]).articles}
    assert kept == {"Kelmar": "removed", "Orrin": "removed", "Sarn": "kept"}


@pytest.mark.parametrize("bad", ["- a\n- b\n", "Daily Tern: [", "Daily Tern: &a\n  drop: *a\n", "Daily Tern: 7\n"])
def test_a_bad_file_is_told_and_never_overwritten(tmp_path: Path, bad: str) -> None:
    write(tmp_path, "a", report("Kelmar"))
    (tmp_path / FILE).write_text(bad)
    library = open_library([tmp_path])
    assert len(library.articles) == 1
    assert any(FILE in problem.path for problem in library.problems)
    with pytest.raises(LibraryError):
        set_dropped(str(tmp_path / FILE), "Daily Tern", NOTICE, True)
    assert (tmp_path / FILE).read_text() == bad
