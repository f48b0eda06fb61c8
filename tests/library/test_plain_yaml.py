"""YAML of strangers: what is taken is read as others read it, what is not is refused with its line."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.front_matter import rewrite
from reader.library.plain_yaml import Entries, Value, YamlError, parse

WORD = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\x85\u2028\u2029\ufeff"), max_size=12)
TWIG = WORD | st.lists(WORD, max_size=2) | st.dictionaries(WORD, WORD, max_size=2)
TREE = TWIG | st.lists(TWIG, max_size=3) | st.dictionaries(WORD, TWIG, max_size=3)


def plain(value: Value) -> object:
    """The value without its lines."""
    if isinstance(value, Entries):
        return {key: plain(entry.value) for key, entry in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def refused(text: str) -> int | None:
    """The line for which a text is refused."""
    try:
        parse(text)
    except YamlError as error:
        return error.line
    return None


@given(st.dictionaries(WORD, TREE, max_size=4))
def test_what_another_program_wrote_is_read_as_it_meant_it(tree: dict[str, object]) -> None:
    assert plain(parse(yaml.safe_dump(tree, allow_unicode=True))) == tree


@given(st.text(max_size=60) | st.text("[]{}:-,&*!|>'\"#? \nab%@", max_size=40))
def test_any_text_is_read_or_refused_with_a_line(text: str) -> None:
    breaks = sum(text.count(mark) for mark in "\n\r\x85\u2028\u2029")
    assert 1 <= (refused(text) or 1) <= breaks + 2


@settings(deadline=None)
@given(
    st.dictionaries(st.from_regex(r"\A[a-z]{1,6}\Z"), TREE, min_size=1, max_size=4),
    st.from_regex(r"\A[a-z]{1,6}\Z"),
    WORD | st.none(),
)
def test_a_rewritten_key_leaves_all_others(tree: dict[str, object], key: str, value: str | None) -> None:
    raw = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    wanted = {k: v for k, v in tree.items() if k != key} | ({} if value is None else {key: value})
    assert (plain(parse(rewrite(raw, {key: value}))) or {}) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: [*x, *x]",
        "a: !!python/name:os.system",
        "a: !x {}",
        "[" * 200_000,
        "{a: " * 100_000,
        "- " * 200_000,
        "a: 1\n--- \nb: 2",
        "[1]: 2",
    ],
)
def test_more_than_plain_is_refused_at_once(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(YamlError):
        parse(text)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("word", ["no", "1984", "2023-01-01", "0x10", "12e3", ".inf"])
def test_scalars_stay_text(word: str) -> None:
    assert plain(parse(f"a: {word}")) == {"a": word}


@pytest.mark.parametrize("word", ["", "~", "null"])
def test_nothing_is_nothing(word: str) -> None:
    assert plain(parse(f"a: {word}\nb: 'null'")) == {"a": None, "b": "null"}


def test_keys_and_values_have_their_places() -> None:
    found = parse("a: 1\nb:\n  c:   [x]\n  'd e': !!str\n    y\n")
    assert isinstance(found, Entries)
    inner = found["b"].value
    assert isinstance(inner, Entries)
    assert [(e.line, e.column, e.place) for e in (found["a"], inner["c"], inner["d e"])] == [
        (1, 1, (1, 4)),
        (3, 3, (3, 8)),
        (4, 3, (4, 10)),
    ]
    with pytest.raises(YamlError) as caught:
        parse("a: 1\nb: *c\n")
    assert (caught.value.line, caught.value.column) == (2, 4)
