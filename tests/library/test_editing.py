"""What a reader says of an article is written into its file, whole or not at all, and can be taken back."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reader
from reader.library import LibraryError, describe, front_matter, open_library, restore, set_line
from reader.text.decode import binary

TEXT = "Share this\r\n\r\nThe mill on the upper river burned down, the fire brigade said.\n\n  Nobody was hurt.\n"
HEAD = """# as told on the phone
title: Mill burns # for now
desk:   {night: yes}   # another program's
via:
- North Wire
# the end
"""


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def filed(tmp_path: Path) -> Path:
    path = tmp_path / "mill.md"
    path.write_bytes(f"---\n{HEAD}---\n{TEXT}".encode())
    return path


def test_a_bare_file_gets_an_article_file_beside_it(bare: Path) -> None:
    before = reader.load(bare)
    after = describe(before, source="The Bell: daily", published=date(2022, 5, 3), via=["North Wire"])
    assert bare.read_bytes() == TEXT.encode()
    assert after.path == str(bare.with_suffix(".md"))
    assert (after.source, after.published, after.via) == ("The Bell: daily", date(2022, 5, 3), ("North Wire",))
    assert (after.id, after.text) == (before.id, before.text)
    for paths in ([bare.parent], [bare]):
        assert [a.path for a in open_library(paths).articles] == [after.path]


def test_taking_it_back_removes_the_article_file(bare: Path) -> None:
    before = reader.load(bare)
    assert restore(describe(before, source="The Bell"), before) == before
    assert [p.name for p in bare.parent.iterdir()] == ["mill.txt"]


def test_a_markdown_file_is_described_in_place(tmp_path: Path) -> None:
    path = tmp_path / "mill.md"
    path.write_bytes(TEXT.encode())
    before = reader.load(path)
    after = describe(before, published="2022-05-03", via="North Wire")
    assert (after.path, after.published, after.text) == (str(path), date(2022, 5, 3), before.text)
    assert restore(after, before) == before
    assert path.read_bytes() == TEXT.encode()


@pytest.mark.parametrize(("field", "value"), [("published", "last week"), ("via", {"a": "b"}), ("invented", "perhaps")])
def test_a_value_that_could_not_be_read_again_is_refused(bare: Path, field: str, value: object) -> None:
    with pytest.raises(ValueError, match=field):
        describe(reader.load(bare), **{field: value})
    assert [p.name for p in bare.parent.iterdir()] == ["mill.txt"]


def test_an_article_file_changed_meanwhile_is_not_removed(bare: Path) -> None:
    before = reader.load(bare)
    after = describe(before, source="The Bell")
    Path(after.path).write_text(Path(after.path).read_text() + "A later line, added by hand.\n")
    back = restore(after, before)
    assert back.source != "The Bell"
    assert "added by hand" in back.text


def test_another_article_of_that_name_is_left_alone(bare: Path) -> None:
    other = bare.with_suffix(".md")
    other.write_text("Another text altogether, of another day.")
    after = describe(reader.load(bare), title="Mill")
    assert Path(after.path).name == "mill-2.md"
    assert other.read_text().startswith("Another text")
    assert {Path(a.path).name for a in open_library([bare.parent]).articles} == {"mill.md", "mill-2.md"}


def test_rewriting_keeps_what_it_does_not_change(filed: Path) -> None:
    describe(reader.load(filed), title="Mill on fire", source="The Bell")
    assert filed.read_bytes().decode() == (
        "---\n# as told on the phone\ntitle: Mill on fire\ndesk:   {night: yes}   # another program's\n"
        f"via:\n- North Wire\nsource: The Bell\n# the end\n---\n{TEXT}"
    )


def test_fields_can_be_taken_away(filed: Path) -> None:
    after = describe(reader.load(filed), via=None, title="")
    assert "via" not in after.given
    assert "North Wire" not in filed.read_text()


def test_a_line_is_dropped_and_put_back_by_its_words(filed: Path) -> None:
    start = reader.load(filed)
    (number,) = (line.number for line in start.lines if "Nobody" in line.of(start.text))
    dropped = set_line(start, number, keep=False)
    assert dropped.drop == ("Nobody was hurt.",)
    assert dropped.lines[number - 1].state == "removed"
    kept = set_line(dropped, number, keep=True)
    assert (kept.keep, kept.drop) == (("Nobody was hurt.",), ())
    assert kept.lines[number - 1].state == "kept"
    assert restore(restore(kept, dropped), start) == start


def test_no_such_line_or_field(filed: Path) -> None:
    article = reader.load(filed)
    with pytest.raises(ValueError, match="line 99"):
        set_line(article, 99, keep=True)
    with pytest.raises(ValueError, match="colour"):
        describe(article, colour="red")


def test_a_full_disk_leaves_the_old_file_whole(filed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    article, old = reader.load(filed), filed.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LibraryError, match=r"mill\.md: .*disk is full"):
        describe(article, source="The Bell")
    assert filed.read_bytes() == old
    assert [p.name for p in filed.parent.iterdir()] == ["mill.md"]


def test_permissions_and_links_stay(filed: Path, tmp_path: Path) -> None:
    filed.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(filed)
    describe(reader.load(link), source="The Bell")
    assert link.is_symlink()
    assert filed.stat().st_mode & 0o777 == 0o640
    assert reader.load(filed).source == "The Bell"


def test_front_matter_that_cannot_be_read_is_not_written_over(filed: Path) -> None:
    article = reader.load(filed)
    filed.write_text("---\ntitle: [\n---\ntext of the file")
    with pytest.raises(LibraryError, match="not YAML"):
        describe(article, source="The Bell")
    assert "title: [" in filed.read_text()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=st.text(max_size=40),
    via=st.lists(st.text(max_size=10), max_size=3),
    body=st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
    .map(lambda t: "A line.\n" + t)
    .filter(lambda t: binary(t.encode()) is None),
)
def test_what_is_given_is_read_again_and_the_text_is_untouched(
    tmp_path: Path, title: str, via: list[str], body: str
) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(body.encode())
    path.with_suffix(".md").unlink(missing_ok=True)
    before = reader.load(path)
    after = describe(before, title=title, via=via)
    assert after.text == before.text
    data = Path(after.path).read_bytes().decode()
    head = front_matter.split(data)
    assert head
    assert data[head.body :] == body
    wanted = front_matter.read(head, "")[0]
    assert wanted.get("title", "") == " ".join(wanted.get("title", "").split())
    again = describe(after, title=title, via=via)
    assert (again.title, again.via) == (after.title, after.via)
