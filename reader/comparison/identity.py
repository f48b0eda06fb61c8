"""One thing under all its names, across articles: keys that are equal, then relations that are certain enough.

Inside an article a name has been led to its fullest form (:mod:`reader.analysis.names.chains`), and equal forms meet
here by their keys. What differs is compared only within blocks of names that could be one (same surname, same letters,
same consonants), and joined when a relation of the table holds, when no other name fits as well, and when nothing
speaks against it: two first names, two owners, two places of the gazetteer, both spellings in one article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from reader.analysis.names.relations import RELATIONS, Relation, reason
from reader.analysis.names.spelling import fold, letters_of
from reader.comparison.named import Named, blocks, clash, gather, parted, shared_kind, unclear_keys
from reader.library.names import Decided
from reader.model import Analysis, Entity, Mention

BLOCK = 24
"""Names compared with each other at most, for one shared key; larger blocks tell nothing."""


def identify(
    analyses: Sequence[Analysis], decided: Decided | None = None
) -> tuple[tuple[Entity, ...], tuple[Analysis, ...]]:
    """The things named in the articles, and the analyses with each mention carrying the id of its thing."""
    decided = decided or Decided()
    names, keys = gather(analyses)
    unclear, alone = unclear_keys(names), parted(names, decided.apart)
    if unclear or alone:
        names, keys = gather(analyses, unclear, alone)
    groups = _Groups(names, decided)
    groups.join()
    entities: dict[str, Entity] = {}
    ids: dict[str, str] = {}
    for key in names:
        root = groups.root(key)
        if root not in ids:
            ids[root] = f"e{len(ids) + 1}"
            entities[root] = _entity(ids[root], [names[k] for k in groups.members(root)], groups.why)
    return tuple(entities.values()), tuple(
        replace(
            analysis,
            mentions=tuple(
                _named(mention, entities[groups.root(key)]) for mention, key in zip(analysis.mentions, row, strict=True)
            ),
        )
        for analysis, row in zip(analyses, keys, strict=True)
    )


def _named(mention: Mention, entity: Entity) -> Mention:
    """The mention with its thing's id and kind; an adjective stays the group that it is of."""
    return Mention(mention.start, mention.end, mention.kind if mention.kind == "group" else entity.kind, entity.id)


class _Groups:
    """Keys joined into things: a forest, each join with its reason."""

    def __init__(self, names: dict[str, Named], decided: Decided) -> None:
        self.why: dict[str, str] = {}
        self._names = names
        self._parent = {key: key for key in names}
        self._members = {key: [key] for key in names}
        self._by_form: dict[str, list[str]] = defaultdict(list)
        for key, named in names.items():
            for form in named.forms:
                self._by_form[fold(form).lower()].append(key)
        self._joined = decided.joined
        self._apart = {
            frozenset((a, b)) for one, two in decided.apart for a in self._keys_of([one]) for b in self._keys_of([two])
        }

    def _keys_of(self, forms: Sequence[str]) -> list[str]:
        return [key for form in forms for key in self._by_form.get(fold(form).lower(), ())]

    def root(self, key: str) -> str:
        """The key that stands for the thing."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def members(self, root: str) -> list[str]:
        """All keys of the thing."""
        return self._members[root]

    def join(self) -> None:
        """The reader's joins, then the certain relations, then short names with one candidate."""
        for forms in self._joined:
            keys = self._keys_of(forms)
            for key in keys[1:]:
                self._unite(keys[0], key, "joined by the reader", force=True)
        pairs = list(self._pairs())
        for relation in RELATIONS:
            if relation.short:
                self._join_short(relation, pairs)
            else:
                for a, b in pairs:
                    self._join_pair(relation, a, b)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Pairs of keys that share a block."""
        shared: dict[str, list[str]] = defaultdict(list)
        for key, named in self._names.items():
            for block in blocks(named):
                shared[block].append(key)
        seen = set()
        for keys in shared.values():
            if 1 < len(keys) <= BLOCK:
                for pair in combinations(keys, 2):
                    if pair not in seen:
                        seen.add(pair)
                        yield pair

    def _join_pair(self, relation: Relation, a: str, b: str) -> None:
        one, two = self._names[a], self._names[b]
        kind = shared_kind(one, two)
        if kind is None or self.root(a) == self.root(b):
            return
        if relation.name == "spelling" and one.articles & two.articles and letters_of(one.name) != letters_of(two.name):
            return
        if one.owned or two.owned:
            return
        why = relation.test(one.name, two.name, kind)
        if why:
            self._unite(a, b, why)

    def _join_short(self, relation: Relation, pairs: Sequence[tuple[str, str]]) -> None:
        candidates: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        for pair in pairs:
            for short, full in (pair, pair[::-1]):
                one, two = self._names[short], self._names[full]
                kind = shared_kind(one, two)
                if kind is None or self.root(short) == self.root(full):
                    continue
                if relation.name == "surname spelled" and one.articles & two.articles:
                    continue
                why = relation.test(one.name, two.name, kind)
                if why:
                    candidates[short].setdefault(self.root(full), (full, why))
        for short, fulls in candidates.items():
            roots = {self.root(root) for root in fulls}
            if len(roots) == 1:
                full, why = next(iter(fulls.values()))
                self._unite(short, full, why)

    def _unite(self, a: str, b: str, why: str, *, force: bool = False) -> None:
        one, two = self.root(a), self.root(b)
        if one == two or not (force or self._compatible(one, two)):
            return
        if len(self._members[one]) < len(self._members[two]):
            one, two = two, one
        self._parent[two] = one
        self._members[one].extend(self._members.pop(two))
        self.why[b] = self.why.get(b) or why
        self.why[a] = self.why.get(a) or why

    def _compatible(self, one: str, two: str) -> bool:
        if len(self._members[one]) * len(self._members[two]) > BLOCK * BLOCK:
            return False
        for a in self._members[one]:
            for b in self._members[two]:
                if frozenset((a, b)) in self._apart or clash(self._names[a], self._names[b]):
                    return False
        return True


def _entity(entity: str, members: Sequence[Named], why: dict[str, str]) -> Entity:
    """The thing with its variants, commonest first, and why each of them is the same."""
    whole = Named(entity)
    origin: dict[str, str] = {}
    for named in members:
        whole.forms.update(named.forms)
        whole.kinds.update(named.kinds)
        for form in named.forms:
            origin.setdefault(form, named.id)
    if any(named.kind == "person" and " " in named.name for named in members):
        whole.kinds = Counter({"person": 1})  # a full name knows better than a surname that nothing tells of
    name, kind = whole.name, whole.kind
    variants = [name, *(form for form, _ in whole.forms.most_common() if form != name)]
    words = set(fold(name).lower().split())

    def said(form: str) -> str:
        own = words & set(fold(form).lower().split())
        return (
            reason(form, name, kind) or why.get(origin[form]) or ("the same words" if own else "so named in the text")
        )

    reasons = ["the name", *map(said, variants[1:])]
    return Entity(entity, name, kind, tuple(variants), tuple(reasons))
