"""Names as they meet across articles: what stands under one key, and when two keys may or cannot be one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reader.analysis.names.aliases import nicknames
from reader.analysis.names.chains import body_key, contains, generic, person_key, short_forms
from reader.analysis.names.lexicon import demonyms, known, one_given_name, organisations, plural
from reader.analysis.names.spelling import fold, initials, letters_of, skeleton, spelled_alike
from reader.model import Analysis, Kind


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
        if self.kind == "group":
            return max(sorted(self.forms), key=lambda form: (plural(fold(form)), self.forms[form]))
        if self.kind == "place":
            return max(sorted(proper), key=lambda form: (self.forms[form], len(form)))
        return max(sorted(proper), key=lambda form: (min(len(form.split()), 5), self.forms[form]))

    @cached_property
    def owned(self) -> bool:
        """Whether the key knows an owner that the name does not say: "Tarnia's Trade Ministry"."""
        words = body_key(fold(self.name)).split()
        return self.kind == "organisation" and generic(self.name) and len(self.id.split()) > len(words)


def unclear_keys(names: dict[str, Named]) -> frozenset[str]:
    """Keys of bodies without an owner where each article may mean another: "the Court", a ministry of two countries."""
    unclear = set()
    for key, named in names.items():
        if named.kind == "organisation" and len(named.articles) > 1 and generic(key):
            words = set(key.split())
            if len(words) == 1 or sum(words < set(other.split()) for other in names) > 1:
                unclear.add(key)
    return frozenset(unclear)


def parted(names: Mapping[str, Named], apart: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Keys that hold both names of a pair which is two by the reader's word, each with either name, to be parted."""
    found = set()
    for pair in apart:
        one, two = (fold(form).lower() for form in pair)
        for key, named in names.items():
            if one != two and {one, two} <= {fold(form).lower() for form in named.forms}:
                found |= {(key, one), (key, two)}
    return frozenset(found)


def gather(
    analyses: Sequence[Analysis],
    unclear: frozenset[str] = frozenset(),
    alone: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[dict[str, Named], list[list[str]]]:
    """Every key with what stands under it, and the key of each mention.

    An unclear key holds for its article only; a form (folded, lower case) that is to stand ``alone`` of a key has one
    of its own.
    """
    names: dict[str, Named] = {}
    keys: list[list[str]] = []
    for number, analysis in enumerate(analyses):
        row, text, prefix = [], analysis.article.text, f"{analysis.article.id}:"
        for mention in analysis.mentions:
            key = mention.entity.removeprefix(prefix)
            form = " ".join(mention.of(text).split())
            if alone and (key, fold(form).lower()) in alone:
                key = f"{key} ={fold(form).lower()}"
            elif key in unclear:
                key = f"{key} #{number + 1}"
            named = names.setdefault(key, Named(key))
            named.forms[form] += 1
            named.kinds[mention.kind] += 1
            named.articles.add(number)
            row.append(key)
        keys.append(row)
    return names, keys


def shared_kind(one: Named, two: Named) -> Kind | None:
    """The kind two names may share; ``None`` where they cannot be one thing."""
    if one.kind == two.kind:
        return one.kind
    if "person" not in (one.kind, two.kind) and letters_of(one.name) == letters_of(two.name):
        return max((one, two), key=lambda named: named.kinds[named.kind]).kind
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
    words = {fold(one.name), fold(two.name)}
    vague = fold((two if one.kind == "place" else one).name)
    if "place" in (one.kind, two.kind) and " " not in vague and not vague.isupper() and not known(vague):
        return "place"
    if not any(" " in word or word.isupper() or word in organisations() for word in words):
        return "place"
    return one.kind if fold(one.name).lower() == fold(two.name).lower() else None


def blocks(named: Named) -> Iterator[str]:
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
        letters = name.replace(".", "")
        yield f"a:{letters}"
        if letters[0] == "T" and letters.isupper():
            yield f"a:{letters[1:]}"
        yield f"s:{skeleton(name)}"
    if "-" in name:
        yield f"w:{words[-1].rpartition('-')[2]}"
    if named.kind in ("organisation", "event", "other"):
        yield from (f"w:{short}" for short in short_forms(name.split()))
    if len(words[0]) > 6:
        yield f"t:{words[0][:3]}{len(words)}"
        yield f"t:{words[0][-4:]}{len(words)}"


def clash(a: Named, b: Named) -> bool:
    """Whether two names cannot be one thing."""
    if a.kind == "person" == b.kind:
        one, two = person_key(fold(a.name)).split(), person_key(fold(b.name)).split()
        if len(one) > 1 and len(two) > 1:
            if contains(" ".join(one), " ".join(two)) or contains(" ".join(two), " ".join(one)):
                return False
            if sorted(one) == sorted(two) or set(nicknames(a.name)) & {b.name} or set(nicknames(b.name)) & {a.name}:
                return False
            given = one_given_name(one[0], two[0]) or spelled_alike(one[0], two[0], 3)
            if given and one[-1] == two[-1] and min(len(one), len(two)) == 2:
                return False
            return len(one) != len(two) or not all(spelled_alike(x, y, 3) for x, y in zip(one, two, strict=True))
    return False
