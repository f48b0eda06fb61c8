"""Invented news of any size, the same every time: events of which one to twelve outlets report within three days.

The words are drawn as often as general English has them, an event's own words and names more often in its reports; so
that the articles are as alike and unlike as articles are, which those of a template are not.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from reader.comparison.weighting import general_english

WORDS = 240
"""Words of an article, half of them more or less."""

OWN = 0.2
"""The share of words that an article has from its event."""

PER_DAY = 100
"""Articles of a day."""

_SYLLABLES = "bar den fel gor hin jas kel lun mor nev ost pir ran sel tor ult var wen yor zim".split()


class News(NamedTuple):
    """One article, and the number of its event."""

    event: int
    title: str
    published: date
    body: str

    def write(self, place: Path) -> None:
        """As an article file."""
        head = f"---\ntitle: {self.title}\nsource: Outlet {self.event % 40}\npublished: {self.published}\n---\n"
        place.write_text(f"{head}{self.body}\n", encoding="utf-8")


def news(count: int) -> Iterator[News]:
    """So many articles, event after event."""
    draw = random.Random(count)
    shares = general_english()
    english = list(shares), list(accumulate(shares.values()))
    event = made = 0
    while made < count:
        event += 1
        names = ["".join(draw.choices(_SYLLABLES, k=3)).title() for _ in range(6)]
        own = names * 2 + draw.sample(english[0], 24)
        day = date(2031, 1, 1) + timedelta(made // PER_DAY)
        for _ in range(min(draw.choice((1, 1, 1, 2, 3, 5, 8, 12)), count - made)):
            made += 1
            length = round(WORDS * draw.uniform(0.5, 1.5))
            words = draw.choices(english[0], cum_weights=english[1], k=length)
            words = [draw.choice(own) if draw.random() < OWN else word for word in words]
            lines = [" ".join(words[n : n + 20]).capitalize() + "." for n in range(0, length, 20)]
            title = f"{draw.choice(names)} and {draw.choice(names)}, {' '.join(draw.sample(own, 3))}"
            yield News(event, title, day + timedelta(draw.randrange(3)), " ".join(lines))
