"""Who says so: the source that a passage names for its claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.analysis.saying import Saying
from reader.analysis.speakers import Said, said
from reader.model import Article, Attribution, Mention, Passage, Quotation, Span


def attributions(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> tuple[Attribution, ...]:
    """The attributions of the article, at most one a passage and clause; the outlet's own voice has none.

    A sentence that only goes on with somebody's speech has the attribution of that speech: its span then lies in
    another passage.
    """
    found: list[Attribution] = []
    voices = said(article.text, passages, mentions, quotations)
    spoken = {one.saying.subject: one for voice in voices for one in voice if one.saying.subject}
    first = 0
    for passage, voice in zip(passages, voices, strict=True):
        while first < len(quotations) and quotations[first].end <= passage.start:
            first += 1
        inside = []
        for at in range(first, len(quotations)):
            if quotations[at].start >= passage.end:
                break
            inside.append(quotations[at])
        own = list(_own(article.text, passage, voice, inside))
        found += _chained(own) if own else _speech(article.text, passage, inside, spoken)
    return tuple(found)


def _own(
    text: str, passage: Passage, voice: Sequence[Said], inside: Sequence[Quotation]
) -> Iterator[tuple[Said, Attribution]]:
    """What the passage itself words."""
    quoting = {quotation.voice for quotation in inside}
    for one in voice:
        saying = one.saying
        bound = saying.strength in ("states", "states that") or saying.subject in quoting
        if one.speaker and bound:
            yield one, _worded(text, passage, saying, one.speaker)


def _chained(own: Sequence[tuple[Said, Attribution]]) -> list[Attribution]:
    """What is said "according to" somebody, or "citing" somebody, with the other who says it, as one chain.

    "According to the daily Kyst, the mayor said" is the mayor's, by way of the daily; "the daily Kyst reported,
    citing the mayor" is the same chain.
    """
    given = [(one, attribution) for one, attribution in own if one.saying.pattern == "according to"]
    direct = [attribution for one, attribution in own if one.saying.pattern != "according to"]
    if len(given) != 1 or not direct:
        return [attribution for _, attribution in own]
    cited = given[0][1]
    if cited.verb.lower() not in ("citing", "quoting"):
        return [replace(attribution, via=attribution.via or cited.source) for attribution in direct]
    if len(direct) > 1:
        return [*direct, cited]
    return [replace(cited, via=direct[0].source)]


def _speech(
    text: str, passage: Passage, inside: Sequence[Quotation], spoken: dict[Span, Said]
) -> Iterator[Attribution]:
    """What a passage of nothing but speech has from the sentence that names the speaker."""
    for quotation in inside:
        if quotation.fragment or quotation.speaker is None or quotation.voice is None:
            continue
        if quotation.start > passage.start or quotation.voice not in spoken:
            continue
        saying = spoken[quotation.voice].saying
        yield _worded(text, passage, saying, quotation.speaker)
        return


def _worded(text: str, passage: Passage, saying: Saying, speaker: str) -> Attribution:
    via = " ".join(saying.via.of(text).split()) if saying.via else None
    return Attribution(saying.start, saying.end, passage.id, speaker, " ".join(saying.verb.of(text).split()), via)
