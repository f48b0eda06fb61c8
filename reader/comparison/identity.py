"""One thing under all its names, across articles: keys that are equal, then relations that are certain enough.

Inside an article a name has been led to its fullest form (:mod:`reader.analysis.names.chains`), and equal forms meet
here by their keys. What differs is compared only within blocks of names that could be one (same surname, same letters,
same consonants), and joined when a relation of the table holds, when no other name fits as well, and when nothing
speaks against it: two first names, two owners, two places of the gazetteer, both spellings in one article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from reader.analysis.names.chains import body_key, contains, generic, person_key, short_forms
from reader.analysis.names.lexicon import demonyms, known, plural
from reader.analysis.names.relations import RELATIONS, Relation, reason
from reader.analysis.names.spelling import fold, initials, skeleton, spelled_alike
from reader.model import Analysis, Entity, Kind, Mention

BLOCK = 24
"""Names compared with each other at most, for one shared key; larger blocks tell nothing."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The reader's own word on names, which wins: groups of names that are one thing, pairs that are not."""

    joined: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass
class Named:
    """A key with what stands under it: how often each form, which kinds, in which articles."""

    id: str
    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    articles: set[int] = field(default_factory=set)

    @cached_property
    def kind(self) -> Kind:
        """The kind most mentions have; an adjective is of its country's kind."""
        return max(sorted(self.kinds), key=lambda kind: (kind != "group", self.kinds[kind]))

    @cached_property
    def name(self) -> str:
        """The form to show and to compare by: the fullest, for a place the commonest; no adjective if it can be."""
        peoples = demonyms()
        proper = [form for form in self.forms if fold(form) not in peoples] or list(self.forms)
        if self.kind in ("place", "group"):
            return max(sorted(proper), key=lambda form: (self.forms[form], len(form)))
        return max(sorted(proper), key=lambda form: (min(len(form.split()), 5), self.forms[form]))

    @cached_property
    def owned(self) -> bool:
        """Whether the key knows an owner that the name does not say: "Tarnia's Trade Ministry"."""
        words = body_key(fold(self.name)).split()
        return self.kind == "organisation" and generic(self.name) and len(self.id.split()) > len(words)


def identify(
    analyses: Sequence[Analysis], decided: Decided | None = None
) -> tuple[tuple[Entity, ...], tuple[Analysis, ...]]:
    """The things named in the articles, and the analyses with each mention carrying the id of its thing."""
    names, keys = _gather(analyses)
    unclear = _unclear(names)
    if unclear:
        names, keys = _gather(analyses, unclear)
    groups = _Groups(names, decided or Decided())
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


def _unclear(names: dict[str, Named]) -> frozenset[str]:
    """Keys of bodies without an owner in a story that knows several: each article may mean another "Trade Ministry"."""
    unclear = set()
    for key, named in names.items():
        if named.kind == "organisation" and len(named.articles) > 1 and generic(key):
            words = set(key.split())
            if sum(words < set(other.split()) for other in names) > 1:
                unclear.add(key)
    return frozenset(unclear)


def _gather(
    analyses: Sequence[Analysis], unclear: frozenset[str] = frozenset()
) -> tuple[dict[str, Named], list[list[str]]]:
    """Every key with what stands under it, and the key of each mention; an unclear key holds for its article alone."""
    names: dict[str, Named] = {}
    keys: list[list[str]] = []
    for number, analysis in enumerate(analyses):
        row, text, prefix = [], analysis.article.text, f"{analysis.article.id}:"
        for mention in analysis.mentions:
            key = mention.entity.removeprefix(prefix)
            if key in unclear:
                key = f"{key} #{number + 1}"
            named = names.setdefault(key, Named(key))
            named.forms[" ".join(mention.of(text).split())] += 1
            named.kinds[mention.kind] += 1
            named.articles.add(number)
            row.append(key)
        keys.append(row)
    return names, keys


class _Groups:
    """Keys joined into things: a forest, each join with its reason."""

    def __init__(self, names: dict[str, Named], decided: Decided) -> None:
        self.why: dict[str, str] = {}
        self._names = names
        self._parent = {key: key for key in names}
        self._members = {key: [key] for key in names}
        self._by_form: dict[str, str] = {}
        for key, named in names.items():
            for form in named.forms:
                self._by_form.setdefault(fold(form).lower(), key)
        self._joined = decided.joined
        self._apart = {frozenset(self._keys_of(pair)) for pair in decided.apart}

    def _keys_of(self, forms: Sequence[str]) -> list[str]:
        return [key for form in forms if (key := self._by_form.get(fold(form).lower())) is not None]

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
        blocks: dict[str, list[str]] = defaultdict(list)
        for key, named in self._names.items():
            for block in _blocks(named):
                blocks[block].append(key)
        seen = set()
        for keys in blocks.values():
            if 1 < len(keys) <= BLOCK:
                for pair in combinations(keys, 2):
                    if pair not in seen:
                        seen.add(pair)
                        yield pair

    def _join_pair(self, relation: Relation, a: str, b: str) -> None:
        one, two = self._names[a], self._names[b]
        kind = _shared_kind(one, two)
        if kind is None or self.root(a) == self.root(b):
            return
        if relation.name == "spelling" and one.articles & two.articles:
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
                kind = _shared_kind(one, two)
                if kind is None or self.root(short) == self.root(full):
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
                if frozenset((a, b)) in self._apart or _clash(self._names[a], self._names[b]):
                    return False
        return True


def _shared_kind(one: Named, two: Named) -> Kind | None:
    """The kind two names may share; ``None`` where they cannot be one thing."""
    if one.kind == two.kind:
        return one.kind
    if "person" in (one.kind, two.kind):
        other = two if one.kind == "person" else one
        unknown = " " not in other.name and not known(fold(other.name))
        return "person" if unknown and other.kind != "group" else None
    loose = {"organisation", "event", "other"}
    if {one.kind, two.kind} <= loose:
        return "organisation"
    if {one.kind, two.kind} <= {"place", "group"}:
        return None if plural(one.id.title()) or plural(two.id.title()) else "place"
    if "other" in (one.kind, two.kind):
        return one.kind if two.kind == "other" else two.kind
    if {one.kind, two.kind} == {"place", "organisation"}:
        return "organisation"
    return None


def _blocks(named: Named) -> Iterator[str]:
    """Keys under which the name could meet another name of the same thing."""
    name = fold(named.name)
    words = name.lower().split()
    yield "k:" + "".join(skeleton(word) for word in words)
    yield f"w:{words[-1]}"
    if len(words) > 1:
        yield f"w:{words[0]}"
        yield from (f"a:{letters}" for letters in initials(name))
        yield f"s:{skeleton(words[-1])}"
    else:
        yield f"a:{name.replace('.', '')}"
        yield f"s:{skeleton(name)}"
    if "-" in name:
        yield f"w:{words[-1].rpartition('-')[2]}"
    if named.kind in ("organisation", "event", "other"):
        yield from (f"w:{short}" for short in short_forms(name.split()))
    if len(words[0]) > 6:
        yield f"t:{words[0][:3]}{len(words)}"
        yield f"t:{words[0][-4:]}{len(words)}"


def _clash(a: Named, b: Named) -> bool:
    """Whether two names cannot be one thing."""
    if a.kind == "person" == b.kind:
        one, two = person_key(fold(a.name)).split(), person_key(fold(b.name)).split()
        if len(one) > 1 and len(two) > 1:
            if contains(" ".join(one), " ".join(two)) or contains(" ".join(two), " ".join(one)):
                return False
            return len(one) != len(two) or not all(spelled_alike(x, y, 3) for x, y in zip(one, two, strict=True))
    return False


def _entity(entity: str, members: Sequence[Named], why: dict[str, str]) -> Entity:
    """The thing with its variants, commonest first, and why each of them is the same."""
    whole = Named(entity)
    origin: dict[str, str] = {}
    for named in members:
        whole.forms.update(named.forms)
        whole.kinds.update(named.kinds)
        for form in named.forms:
            origin.setdefault(form, named.id)
    name, kind = whole.name, whole.kind
    variants = [name, *(form for form, _ in whole.forms.most_common() if form != name)]
    reasons = ["the name", *(reason(v, name, kind) or why.get(origin[v], "the same words") for v in variants[1:])]
    return Entity(entity, name, kind, tuple(variants), tuple(reasons))
