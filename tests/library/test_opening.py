"""Whatever stands in a folder, the rest of it is read and each bad thing is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import reader
from reader.library import Library, LibraryError, describe, open_library
from reader.library import loading as loading_module
from reader.model import Problem

TEXT = "The mill on the upper river burned down on Tuesday night, the fire brigade said.\n\nNobody was hurt in it.\n"


def told(library: Library, name: str) -> Problem:
    """The one problem of the file of that name."""
    (problem,) = (p for p in library.problems if Path(p.path).name == name)
    return problem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    return tmp_path


def opened(folder: Path) -> Library:
    """The folder opened, its good article still there."""
    library = open_library([folder])
    assert "good" in [article.id for article in library.articles]
    return library


def test_missing_path_is_told_and_the_rest_read(folder: Path) -> None:
    library = open_library([folder / "nowhere.txt", folder])
    assert [a.id for a in library.articles] == ["good"]
    assert "not there" in told(library, "nowhere.txt").message
    assert not library.complete


def test_empty_folder(tmp_path: Path) -> None:
    assert "no articles" in told(open_library([tmp_path]), tmp_path.name).message


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("headonly.md", b"---\ntitle: A\n---\n\n", "no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "PNG"),
        ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(range(256)), "JPEG"),
        ("unknown.txt", bytes(range(256)) * 8, "not text"),
        ("long.txt", b"word " * (1 << 20), "too long"),
        ("lines.txt", b"a\n" * 60_000, "too many lines"),
        ("list.md", b"---\n- a\n- b\n---\ntext", "no list of keys"),
    ],
)
def test_unusable_files(folder: Path, name: str, data: bytes, message: str) -> None:
    (folder / name).write_bytes(data)
    problem = told(opened(folder), name)
    assert message in problem.message
    assert problem.fatal


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("title: [", 3, "not YAML"),
        ("title: a\nsource: b: c", 3, "not YAML"),
        ("title: a\nx: !!python/object/apply:os.system ['true']", 3, "Python object"),
        ("title: !shell a", 2, "never made"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", 3, "alias"),
        ("deep: " + "[" * 60_000, 2, "deep"),
        ("? [a, b]\n: c", 2, "not a word"),
    ],
)
def test_hostile_front_matter_names_its_line(folder: Path, head: str, line: int, message: str) -> None:
    (folder / "bad.md").write_text(f"---\n{head}\n---\n{TEXT}", "utf-8")
    problem = told(opened(folder), "bad.md")
    assert (problem.line, problem.fatal) == (line, True)
    assert message in problem.message


def test_values_of_the_wrong_kind_are_told_and_ignored(folder: Path) -> None:
    head = "title: [a]\npublished: last week\ninvented: perhaps\nvia: {a: b}\nsource: The Bell\noriginal: ../x"
    (folder / "odd.md").write_text(f"---\n{head}\n---\n{TEXT}", "utf-8")
    library = opened(folder)
    odd = library.articles[-1]
    assert (odd.source, odd.published, odd.invented, odd.via) == ("The Bell", None, False, ())
    assert odd.given == {"source"}
    assert [(p.line, p.message.split()[0]) for p in library.problems] == [
        (2, "title"),
        (3, "published"),
        (4, "invented"),
        (5, "via"),
        (7, "original"),
    ]
    assert library.complete


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café at the pier was “closed”, its owner’s son said – for now.", "windows-1252"),
        ("Министр сообщил в среду, что мост через реку закрыт до конца недели.", "windows-1251"),
        ("Министр сообщил в среду, что мост через реку закрыт до конца недели.", "koi8-r"),
        ("قال الوزير يوم الأربعاء إن الجسر فوق النهر مغلق حتى نهاية الأسبوع.", "windows-1256"),
        ("大臣は水曜日に、川にかかる橋は週末まで閉鎖されると述べた。", "shift_jis"),
        ("部长星期三说,河上的大桥将关闭到周末,这是他在记者会上的话。", "gb18030"),
        ("The bridge is closed until Sunday.", "utf-16-le"),
    ],
)
def test_other_encodings_are_read_and_the_guess_told(folder: Path, text: str, encoding: str) -> None:
    (folder / "old.txt").write_bytes(("A line\n" * (encoding != "utf-16-le") + text).encode(encoding))
    library = opened(folder)
    assert text in library.articles[-1].text
    problem = told(library, "old.txt")
    assert encoding in problem.message
    assert not problem.fatal
    assert problem.line == (None if encoding == "utf-16-le" else 2)


def test_a_cut_letter_does_not_spoil_the_rest(folder: Path) -> None:
    (folder / "cut.txt").write_bytes("Кирилл и Мефодий".encode()[:-1])
    assert opened(folder).articles[0].text.startswith("Кирилл и Мефоди")


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "back").symlink_to(folder)
    (folder / "one.txt").symlink_to(folder / "two.txt")
    (folder / "two.txt").symlink_to(folder / "one.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    library = opened(folder)
    for name in ("back", "one.txt", "two.txt"):
        assert "circle" in told(library, name).message
    assert "not there" in told(library, "gone.txt").message
    assert len(library.articles) == 1


def test_one_file_reached_twice_is_one_article(folder: Path) -> None:
    (folder / "same.txt").symlink_to(folder / "good.txt")
    assert len(open_library([folder, folder, folder / "good.txt"]).articles) == 1


def test_file_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = folder / "secret.txt"
    secret.write_text(TEXT)
    secret.chmod(0)
    if os.geteuid() == 0:  # who may read everything

        def refuse(path: str, mode: str) -> object:
            if path == str(secret):
                raise PermissionError(13, "Permission denied")
            return open(path, mode)

        monkeypatch.setattr(loading_module, "open", refuse, raising=False)
    assert "no permission" in told(opened(folder), "secret.txt").message


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "regular" in told(opened(folder), "pipe.txt").message


def test_hostile_text_moves_no_offset_and_keeps_its_brackets(folder: Path) -> None:
    raw = "An [/b] alert\x1b]0;x\x07 and \x9b31m red, \u202egnp.exe and [bold]more[/bold] of it, he said.\n"
    (folder / "hostile.txt").write_text(raw, "utf-8")
    (folder / "h2.md").write_text('---\ntitle: "a\\e[2Jb\\u202ec"\n---\n' + raw, "utf-8")
    for article in (a for a in opened(folder).articles if a.id != "good"):
        assert len(article.text) == len(raw)
        assert "[/b]" in article.text
        assert not set("\x1b\x07\x9b\u202e") & set(article.text + (article.title or ""))


def test_ids_are_safe_unique_and_the_same_each_time(folder: Path) -> None:
    for name in ("a/story.txt", "b/story.txt", "b/story-2.txt", "b/what? a: name.txt", "b/[].txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(TEXT)
    ids = [a.id for a in opened(folder).articles]
    assert ids == ["good", "story", "article", "story-2", "story-3", "what-a-name"]
    assert ids == [a.id for a in opened(folder).articles]


def test_only_articles_of_a_folder_are_read(folder: Path) -> None:
    for name in (".hidden.txt", "sources.yaml", "decisions.yaml", "picture.png", "notes.csv"):
        (folder / name).write_text(TEXT)
    assert len(opened(folder).articles) == 1
    assert len(open_library([folder / "notes.csv"]).articles) == 1, "a file that is named is wanted"


def test_text_begins_after_the_line_that_closes_the_front_matter(folder: Path) -> None:
    (folder / "told.md").write_bytes(b"\xef\xbb\xbf---\r\nlanguage: no\r\npublished: 2021-03-04\r\n---\r\n\r\nText")
    article = reader.load(folder / "told.md")
    assert article.text == "\r\n" + "Text"
    assert (article.language, str(article.published)) == ("no", "2021-03-04")


def test_rules_without_a_head_are_text(folder: Path) -> None:
    (folder / "rule.txt").write_text("---\nA text that opens with a rule.\n")
    assert reader.load(folder / "rule.txt").text.startswith("---\nA text")


def test_load_raises_with_the_problem(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        reader.load(tmp_path)
    assert "folder" in caught.value.problem.message


PAGE = """<html lang="en"><head><title>Mill burns - The Bell</title>
<meta property="og:title" content="Mill burns">
<meta property="article:published_time" content="2022-05-03T10:00:00Z"><meta property="og:site_name" content="The Bell">
</head><body><nav><a href="/">Home</a> <a href="/s">Sport</a></nav><article><h1>Mill burns</h1>
<p>The mill on the upper river burned down on Tuesday night, the fire brigade of the town said in a short note.</p>
<p>Nobody was hurt in the fire, though two horses were lost, and the road along the river was shut until noon.</p>
</article><footer>All rights reserved</footer></body></html>"""


def test_a_bare_web_page_is_read_and_can_be_described(folder: Path) -> None:
    pytest.importorskip("trafilatura")
    (folder / "page.html").write_text(PAGE)
    article = opened(folder).articles[-1]
    assert (article.source, str(article.published)) == ("The Bell", "2022-05-03")
    kept = [line.of(article.text) for line in article.kept() if line.role == "body"]
    assert len(kept) == 2
    assert "Sport" in article.text
    described = describe(article, byline="Ada Lind")
    assert (folder / "page.html").read_text() == PAGE
    assert (described.text, described.lines, described.source) == (article.text, article.lines, "The Bell")
    assert [a.path for a in open_library([folder]).articles if a.id == "page"] == [str(folder / "page.md")]


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"\x89PNG\r\n" + bytes(range(256))])
def test_a_page_without_an_article_is_told(folder: Path, data: bytes) -> None:
    pytest.importorskip("trafilatura")
    (folder / "page.html").write_bytes(data)
    assert told(opened(folder), "page.html").fatal
