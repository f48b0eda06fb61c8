"""Decisions on links, figures and names: one entry a line, changed alone, found again, never lost by half."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import LibraryError, decisions, names
from reader.library.decisions import Decision, Place, link_decision
from reader.library.hand import folder_for, read_hand
from reader.library.names import Decided
from reader.model import Article
from reader.text.sanitise import one_line

SUNK = Place("log", "The ferry sank off Sarn.")
LOST = Place("tern", "A ferry was lost: nobody, it is said, knows why.")
CALM = Place("wire", "# The sea was calm, 'they' said.")
words = st.text(min_size=1).map(lambda t: one_line(t)).filter(bool)


def link(a: Place, b: Place, word: decisions.Word = "rejected") -> Decision:
    return link_decision(a, b, word)


def file(folder: Path, name: str = decisions.FILE) -> Path:
    return folder / name


def test_what_is_decided_is_read_again_sorted_and_one_a_line(tmp_path: Path) -> None:
    figure = Decision("figure", Place("log", "12 were lost.", "12"), Place("wire", "14 sank.", "14"), "confirmed")
    for decision in (link(LOST, CALM), figure, link(SUNK, LOST, "confirmed")):
        decisions.decide(tmp_path, [decision])
    found, problems = decisions.read(tmp_path)
    assert found == (figure, link(LOST, SUNK, "confirmed"), link(CALM, LOST))
    assert not problems
    lines = file(tmp_path).read_text().splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("# ")


def test_a_decision_from_the_other_end_and_with_another_word_takes_the_place_of_the_first(tmp_path: Path) -> None:
    decisions.decide(tmp_path, [link(SUNK, LOST, "confirmed")])
    decisions.decide(tmp_path, [link(LOST, SUNK, "rejected")])
    assert decisions.read(tmp_path)[0] == (link(SUNK, LOST, "rejected"),)


def test_undo_leaves_the_file_as_it_was_and_keeps_what_others_wrote(tmp_path: Path) -> None:
    decisions.decide(tmp_path, [link(SUNK, LOST, "confirmed")])
    before = file(tmp_path).read_text()
    change = decisions.decide(tmp_path, [link(SUNK, LOST), link(SUNK, CALM)])
    again = decisions.undo(tmp_path, change)
    assert file(tmp_path).read_text() == before
    decisions.undo(tmp_path, again)
    decisions.decide(tmp_path, [link(LOST, CALM)])
    decisions.undo(tmp_path, change)
    assert decisions.read(tmp_path)[0] == (link(SUNK, LOST, "confirmed"), link(LOST, CALM))
    withdrawn = decisions.withdraw(tmp_path, [link(LOST, CALM)])
    assert decisions.read(tmp_path)[0] == (link(SUNK, LOST, "confirmed"),)
    decisions.undo(tmp_path, withdrawn)
    assert len(decisions.read(tmp_path)[0]) == 2


def test_comments_and_lines_by_hand_stay(tmp_path: Path) -> None:
    first, last = link(Place("a", "One."), Place("b", "Two.")), link(Place("y", "One."), Place("z", "Two."))
    by_hand = '- link: rejected   # by hand\n  a: [b, "He said no."]\n  b:\n  - c\n  - Never.\n'
    text = f"# ours\n\n{first.line}\n# the next is certain\n{by_hand}{last.line}"
    file(tmp_path).write_text(text)
    new = link(Place("m", "One."), Place("n", "Two."))
    change = decisions.decide(tmp_path, [new])
    assert (
        file(tmp_path).read_text()
        == f"# ours\n\n{first.line}\n# the next is certain\n{by_hand}{new.line}\n{last.line}\n"
    )
    decisions.undo(tmp_path, change)
    assert file(tmp_path).read_text() == text + "\n"
    decisions.decide(tmp_path, [link(Place("b", "He said no."), Place("c", "Never."), "confirmed")])
    assert "by hand" not in file(tmp_path).read_text()
    assert "# the next is certain" in file(tmp_path).read_text()


def test_lines_of_two_readers_merge_and_opposite_ones_hold_neither(tmp_path: Path) -> None:
    one, two = link(SUNK, LOST, "confirmed"), link(SUNK, CALM)
    file(tmp_path).write_text("\n".join(d.line for d in (one, one, two, link(SUNK, CALM, "confirmed"))))
    found, problems = decisions.read(tmp_path)
    assert found == (one,)
    assert [str(p).removeprefix(str(tmp_path)) for p in problems] == [
        "/decisions.yaml:4: says the opposite of an earlier line; neither holds"
    ]
    decisions.decide(tmp_path, [two])
    assert decisions.read(tmp_path) == ((one, two), ())


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize("union", [True, False])
def test_files_of_two_readers_merge_by_git(tmp_path: Path, union: bool) -> None:
    kept = [link(Place(name, "One."), Place("z", "Two.")) for name in "bdfhjl"]
    base, ours, theirs = tmp_path / "base", tmp_path / "ours", tmp_path / "theirs"
    for folder in (base, ours, theirs):
        folder.mkdir()
        decisions.decide(folder, kept)
    mine = [link(Place("a", "One."), Place("z", "Two."))]
    yours = [link(Place("m", "One."), Place("z", "Two."))]
    if union:  # lines beside each other, and the same line
        yours += [link(Place("a", "One."), Place("y", "Two.")), *mine]
    decisions.decide(ours, mine)
    decisions.withdraw(ours, kept[2:3])
    decisions.decide(theirs, yours)
    files = [str(file(folder)) for folder in (ours, base, theirs)]
    done = subprocess.run(["git", "merge-file", *(["--union"] if union else []), *files], capture_output=True)
    assert done.returncode == 0
    found, problems = decisions.read(ours)
    assert set(found) == {*kept, *mine, *yours} - {kept[2]}
    assert not problems


@pytest.mark.parametrize(
    ("bad", "line"),
    [
        ("- {link: maybe, a: [x, y], b: [x, z]}", 2),
        ("- {link: rejected, a: [x, y]}", 2),
        ("- {link: rejected, a: [x, y], b: [x, z, w]}", 2),
        ("- {figure: rejected, a: [x, y], b: [x, {z: w}]}", 2),
        ("- {link: rejected, figure: rejected, a: [x, y], b: [x, z]}", 2),
        ("- rejected", 2),
        ("- [", 3),
        ("- &a {link: rejected, a: [x, y], b: *a}", 2),
        ("- !!python/object:os.system {link: rejected}", 2),
    ],
)
def test_what_is_no_decision_is_told_with_its_line_and_the_rest_read(tmp_path: Path, bad: str, line: int) -> None:
    file(tmp_path).write_text(f"{link(SUNK, LOST).line}\n{bad}\n")
    found, (problem,) = decisions.read(tmp_path)
    assert (problem.line, problem.fatal) == (line, False)
    assert set(found) <= {link(SUNK, LOST)}
    assert found or "ignored" in problem.message


@pytest.mark.parametrize("bad", ["a: b\n", "- [", "just words"])
def test_a_file_that_is_something_else_is_never_overwritten(tmp_path: Path, bad: str) -> None:
    file(tmp_path).write_text(bad)
    with pytest.raises(LibraryError, match=str(file(tmp_path))):
        decisions.decide(tmp_path, [link(SUNK, LOST)])
    assert file(tmp_path).read_text() == bad


def test_entries_that_share_a_line_are_not_torn_apart(tmp_path: Path) -> None:
    one, two = link(SUNK, LOST), link(SUNK, CALM)
    text = f"[{one.line[2:]}, {two.line[2:]}]\n"
    file(tmp_path).write_text(text)
    with pytest.raises(LibraryError, match="one entry a line"):
        decisions.withdraw(tmp_path, [one])
    assert file(tmp_path).read_text() == text


@given(st.lists(st.tuples(words, words, words, words), max_size=4))
def test_any_words_come_back(tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str, str, str]]) -> None:
    folder = tmp_path_factory.mktemp("words")
    wanted = {link(Place(a, b), Place(c, d)) for a, b, c, d in said}
    change = decisions.decide(folder, wanted)
    found, problems = decisions.read(folder)
    assert (set(found), problems) == (wanted, ())
    decisions.undo(folder, change)
    assert decisions.read(folder) == ((), ())


# ---- names


def test_a_file_that_holds_nothing_more_is_taken_away_unless_something_was_written_in_it(tmp_path: Path) -> None:
    names.undo(tmp_path, names.join(tmp_path, "Kolb", "Ida Kolb"))
    assert not (tmp_path / names.FILE).exists()
    (tmp_path / names.FILE).write_text("# Ours, of the desk abroad.\n")
    names.undo(tmp_path, names.join(tmp_path, "Kolb", "Ida Kolb"))
    assert (tmp_path / names.FILE).read_text() == "# Ours, of the desk abroad.\n"


def test_names_are_joined_and_split_by_lines_that_undo(tmp_path: Path) -> None:
    names.join(tmp_path, "Garabish", "Oldtarn")
    names.join(tmp_path, "Oldtarn", "Qarabish")
    assert names.read(tmp_path) == (Decided((("Garabish", "Oldtarn", "Qarabish"),)), ())
    change = names.split(tmp_path, "Oldtarn", "Garabish")
    assert names.read(tmp_path)[0] == Decided((("Oldtarn", "Qarabish"),), (("Garabish", "Oldtarn"),))
    names.undo(tmp_path, change)
    assert names.read(tmp_path)[0] == Decided((("Garabish", "Oldtarn", "Qarabish"),))
    assert [line[:9] for line in file(tmp_path, names.FILE).read_text().splitlines()[1:]] == ["- {same: "] * 2


def test_the_last_word_on_names_wins_over_what_other_lines_add_up_to(tmp_path: Path) -> None:
    names.join(tmp_path, "A", "B")
    names.join(tmp_path, "B", "C")
    names.join(tmp_path, "C", "D")
    parted = names.split(tmp_path, "C", "A")
    assert names.read(tmp_path) == (Decided((("A", "B"), ("C", "D")), (("A", "C"),)), ())
    joined = names.join(tmp_path, "B", "D")
    assert names.read(tmp_path) == (Decided((("A", "B", "C", "D"),)), ())
    names.undo(tmp_path, joined)
    names.undo(tmp_path, parted)
    assert names.read(tmp_path) == (Decided((("A", "B", "C", "D"),)), ())


def test_names_that_are_one_by_way_of_others_are_told(tmp_path: Path) -> None:
    file(tmp_path, names.FILE).write_text("- {same: [A, B]}\n- {same: [B, C, no]}\n- {apart: [C, A]}\n- {same: [A]}\n")
    found, problems = names.read(tmp_path)
    assert found == Decided((("A", "B", "C", "no"),))
    assert sorted(problem.line or 0 for problem in problems) == [3, 4]


# ---- where they stand


def test_files_hold_for_the_folders_below_them_up_to_what_is_opened(tmp_path: Path) -> None:
    story = tmp_path / "library" / "story"
    story.mkdir(parents=True)
    article = Article("log", "Text.", (), str(story / "log.md"))
    for folder, decision in ((tmp_path, link(LOST, CALM)), (story.parent, link(SUNK, CALM)), (story, link(SUNK, LOST))):
        decisions.decide(folder, [decision])
    names.join(story.parent, "A", "B")
    decisions.decide(story.parent, [link(SUNK, LOST, "confirmed")])
    hand = read_hand([article], [str(story.parent)])
    assert set(hand.decisions) == {link(SUNK, CALM), link(SUNK, LOST)}
    assert hand.names.joined == (("A", "B"),)
    assert read_hand([article], [article.path]).decisions == (link(SUNK, LOST),)
    assert folder_for(article, [str(story), str(story.parent)]) == str(story.parent)
    assert folder_for(article, [article.path]) == str(story)
