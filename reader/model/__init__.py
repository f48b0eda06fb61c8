"""What the program knows about texts, as frozen data: no input, no output, no policy.

Every offset counts Unicode code points of ``Article.text``. An ``Article`` is one text as it came, with what is
known of it; an ``Analysis`` is what that text says; a ``Comparison`` is several of them against each other.
"""

from __future__ import annotations

from reader.model.compared import (
    GRADES,
    Comparison,
    Entity,
    Event,
    FigureRow,
    Grade,
    Link,
    LookAlike,
    Phrase,
    Story,
    TakenOut,
    Verdict,
    Wording,
)
from reader.model.said import Analysis, Attribution, Figure, Kind, Mention, Moment, Passage, Quotation
from reader.model.texts import Article, Cleaned, Line, Problem, Span, State

__all__ = [
    "GRADES",
    "Analysis",
    "Article",
    "Attribution",
    "Cleaned",
    "Comparison",
    "Entity",
    "Event",
    "Figure",
    "FigureRow",
    "Grade",
    "Kind",
    "Line",
    "Link",
    "LookAlike",
    "Mention",
    "Moment",
    "Passage",
    "Phrase",
    "Problem",
    "Quotation",
    "Span",
    "State",
    "Story",
    "TakenOut",
    "Verdict",
    "Wording",
]
