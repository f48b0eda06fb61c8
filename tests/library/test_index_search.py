"""What is found by words in the index."""

from __future__ import annotations

from pathlib import Path

from reader.library.catalogue import Catalogue
from reader.library.query import parse
from tests.library.shelves import WRECK, refreshed


def test_words_are_found_in_title_and_body(shelf: Path) -> None:
    catalogue = refreshed(shelf)

    def found(query: str) -> list[str]:
        rows = map(catalogue.listing, catalogue.matching(parse(query), 10).keys)
        return [row.id for row in rows if row]

    assert found("divers") == ["wreck"]
    assert found('"two hours late"') == ["ferry"]
    assert found('"hours two"') == []
    assert found("the") == ["ferry", "wreck", "lamp"]
    assert found("the -late -divers") == ["lamp"]
    assert found("the -source:radio") == ["wreck", "lamp"]
    assert found("source:radio") == ["ferry"]
    assert found("title:late") == ["ferry"]
    assert found("title:hours") == []
    assert found("hou*") == ["ferry"]
    assert found("date:2031-05-05") == found("date:>2031-05-04") == ["ferry"]
    assert found("-date:2031") == ["lamp"]
    assert found("-the") == []
    (shelf / "wreck.md").write_text(WRECK.replace("Divers", "Women"))
    catalogue.refresh()
    assert found("divers") == []
    assert found("women") == ["wreck"]


def test_of_many_the_best_are_found_and_all_are_counted(shelf: Path) -> None:
    matches = refreshed(shelf).matching(parse("the"), 2)
    assert (len(matches.keys), matches.total, matches.by_words) == (2, 3, True)


def test_without_words_in_the_index_all_that_may_answer_are_told(shelf: Path) -> None:
    catalogue = Catalogue([shelf], in_memory=True)
    catalogue.refresh()
    matches = catalogue.matching(parse("divers -source:radio"), 1)
    assert (len(matches.keys), matches.total, matches.by_words) == (2, 2, False)
