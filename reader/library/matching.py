"""Which articles of an index answer a query, as far as the index can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.library.index import Index
    from reader.library.query import Query, Term


class Matches(NamedTuple):
    """The keys of articles by source, each source's newest first; of more than were asked for, the best.

    ``total`` is how many there are. Where ``by_words`` is false the index has no words: the articles have the right
    source and date, and which of them have the words only their texts can tell.
    """

    keys: list[int]
    total: int
    by_words: bool


def matching(index: Index, query: Query, most: int) -> Matches:
    """The articles that answer the query, ``most`` of them at most; all that may, where the index has no words."""
    conditions, values = ["state = 1"], list[object]()
    for term in query.terms:
        if term.field in ("source", "date"):
            told, own = _of_source(term) if term.field == "source" else _of_date(term)
            conditions.append(f"not ({told})" if term.without else told)
            values += own
    if not (by_words := index.place is not None and index.searchable):
        most = -1
    tables, order = "files", "published desc"
    unwanted = [term for term in query.terms if term.without and term.field in ("text", "name", "title")]
    if by_words and query.worded:
        tables, order = "files join texts on texts.rowid = document", "rank"
        conditions.append("texts match ?")
        values.append(" AND ".join(_expression(term) for term in query.worded))
    if by_words and unwanted:
        conditions.append("coalesce(document, 0) not in (select rowid from texts where texts match ?)")
        values.append(" OR ".join(_expression(term) for term in unwanted))
    having = f"from {tables} where {' and '.join(conditions)}"
    best = f"select key {having} order by {order}, key limit ?"
    keys = index.ask(f"select key from files where key in ({best}) order by outlet, published desc, title, key",
                     *values, most)  # fmt: skip
    counted = index.ask(f"select count(*) {having}", *values) if len(keys) == most else []
    return Matches([key for (key,) in keys], counted[0][0] if counted else len(keys), by_words)


def _of_source(term: Term) -> tuple[str, list[object]]:
    return "instr(outlet, ?)", [term.words[0]]


def _of_date(term: Term) -> tuple[str, list[object]]:
    first, last = term.days
    days = [day.isoformat() for day in (first, last) if day]
    bounds = [f"published {sign} ?" for sign, day in ((">=", first), ("<=", last)) if day]
    return " and ".join(["published != ''", *bounds]), list(days)


def _expression(term: Term) -> str:
    """The term as full-text search takes it. Its words are letters and digits alone: nothing in them is an operator."""
    columns = "title" if term.field == "title" else "{title body}"
    forms = [f'{columns} : "{" ".join(form)}"{" *" * term.begins}' for form in term.all_forms]
    return f"({' OR '.join(forms)})"
