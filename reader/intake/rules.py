# ruff: noqa: E501
"""Lines that are furniture by what they say: named rules, each with an example, each a reason a reader understands.

The model of ``scoring`` decides most lines by their shape and company. These rules hold whatever the company, and give
the words for what the model removed. They speak English; shape and repetition speak for the other languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.intake.lines import Row


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern on a row of at most ``most`` tokens; ``reason`` is shown, ``example`` is tested.

    A ``certain`` rule removes by itself; the others only say why the model did.
    """

    reason: str
    pattern: re.Pattern[str]
    most: int
    example: str
    certain: bool = True
    role: str = "furniture"


def _rule(
    reason: str,
    pattern: str,
    most: int,
    example: str,
    certain: bool = True,
    role: str = "furniture",
    case: bool = False,
) -> Rule:
    return Rule(reason, re.compile(pattern, 0 if case else re.IGNORECASE), most, example, certain, role)


_NETWORK = (
    r"(?:facebook|twitter|x|whats\s?app|telegram|instagram|youtube|linked\s?in|pinterest|reddit|flipboard|tik\s?tok|messenger"
    r"|e-?mail|print|threads|bluesky|mastodon|sms|viber|tumblr|vk|rss|copy link|link|pocket|line|snapchat|google news)"
)
_CREDIT = r"(?:photo(?:graph)?s?|picture|image|pic|pix|video|illustration|graphic|foto|bild)(?: ?(?:credit|source|courtesy)s?)?"

RULES: tuple[Rule, ...] = (
    _rule(
        "copyright line",
        r"©|\(c\) ?(?:19|20)\d\d|\bcopyright (?:©|\(c\)|(?:19|20)\d\d|\w+ (?:19|20)\d\d)|\ball rights reserved\b",
        40,
        "© 2021 The Harbour Post. All rights reserved.",
    ),
    _rule(
        "terms of use",
        r"\b(?:terms (?:of|and) (?:use|service|conditions)|privacy policy|cookie (?:policy|settings)|use of (?:any |our )?materials?\b.*"
        r"\b(?:link|permission|allowed)|may not be (?:published|reproduced|republished))",
        45,
        "This material may not be published or rewritten.",
    ),
    _rule("cookie notice", r"\b(?:we use|uses|use of|accept(?: all)?|our) cookies\b", 60, "This website uses cookies."),
    _rule(
        "advertisement",
        r"^\W*(?:advertis(?:e?ments?|ing)(?: ?\d+)?|ads?|sponsored(?: content)?|promoted(?: content)?|paid content"
        r"|article continues (?:below|after)\b.*|story continues below\b.*|continue reading below)\W*$|\badvertisement has not loaded\b",
        20,
        "Advertisement 2",
    ),
    _rule("loading notice", r"^\W*loading\b\W*(?:\w+\W*){0,3}$", 4, "Loading..."),
    _rule("menu", r"^\W*skip to (?:\w+ ){0,2}(?:content|navigation|main|article)\W*$", 6, "Skip to main content"),
    _rule(
        "share prompt",
        rf"^\W*(?:share|tweet|pin it|send|post)?\W*(?:this|on|via|to|by|with)?\W*(?:{_NETWORK}\W*)+$"
        r"|^\W*(?:share|shares|share (?:this|on|via|the|it|your|with|options|save|article|story|link)\b.*)$"
        r"|^\W*share\b.*\bshare (?:it|this)\b.*|\bshare (?:it|this (?:story|article|post|page)) (?:on|in|via|with)\b|^copy link$|^\d+ shares?$",
        16,
        "Liked the story? Share it on social media!",
    ),
    _rule(
        "follow prompt",
        rf"^\W*(?:follow|find|join|like) us\b|\bfollow (?:us|me|him|her|our\b.*) on (?:{_NETWORK})\b|^follow @\w+",
        25,
        "Follow us on Instagram",
    ),
    _rule(
        "newsletter or subscription prompt",
        r"^\W*(?:subscribe|sign (?:up|in)|log ?in|register|create an account|join (?:now|the conversation))\b.{0,60}$"
        r"|\b(?:newsletters?|inbox)\b.*\b(?:sign|subscribe|deliver\w*|straight|e-?mail)\b"
        r"|\b(?:sign up|signing up|subscribe)\b.*\b(?:newsletters?|alerts?|e-?mails?|inbox|free|updates|consent|agree|privacy)\b",
        45,
        "Sign up for our morning newsletter",
    ),
    _rule(
        "read-more link",
        r"^\W*(?:(?:read|see|view|show|load|learn|find out|continue)\W+(?:more|all|less|next|reading|also|the full story|on)|more|also read)\W*$",
        5,
        "Read More",
    ),
    _rule("reading time or counter", r"^\W*(?:views?|reads?|hits|shares|comments?)\W{0,3}\d[\d.,]*k?\W*$|^\W*\d[\d.,]*k?\W+(?:views?|reads|shares|comments?)\W*$"
          r"|^\W*\d+\W?min(?:ute)?s?\.?(?: of)? read(?:ing)?(?: time)?\W*$|^reading time\b", 8, "Views: 1,204"),
    _rule("day of the visit, not of the report", r"^\W*(?:today|now|current date)\b\W{0,3}(?:is )?.{0,12}\b(?:19|20)\d\d", 9, "Today: Mar 03, 2022"),
    _rule("photo credit", rf"^\W*{_CREDIT}\s*(?:by\b|via\b|/|:|©|-|–).{{2,80}}$|^\W*(?:getty images|shutterstock|reuters/\w+.*|ap photo.*|afp via.*)\W*$",
          14, "Photo: Ada Brook / Coast Agency", role="caption"),
    _rule(
        "caption: ends with a photo credit",
        r"(?:[.!?”\"’')\]]\s*|\s[|–—-]\s?|\s\s|[(\[]\s?)(?:FILE )?(?:Photo(?:graph)?s?|PHOTO|Images?|IMAGE|Pictures?|Pic|Credits?|Foto|Courtesy)(?: ?[Cc]redit| ?[Cc]ourtesy)?"
        r"(?: by\b| via\b| from\b| of\b|\s?[:/©]).{2,70}$"
        r"|[(\[|–/](?:[^()\[\]]{0,40}[/, ])?(?:AP Photo|AP|REUTERS|Reuters|AFP|Getty Images?|GETTY|Getty|EPA|Shutterstock|iStock)(?:[/\-–,][^()]{2,60}| via [\w ]+)?[)\]]\W*$"
        r"|\b(?:Getty Images|Shutterstock|via REUTERS|via AP|via AFP|AP Photo|AFP/Getty)\W*$",
        70,
        "The bridge after the flood. Photo: Ada Brook / Coast Agency",
        role="caption",
        case=True,
    ),
    _rule("comments", r"^\W*(?:\d+ )?comments?(?: ?\(\d+\))?\W*$|^\W*(?:leave|post|add|write) a (?:reply|comment)\b|^\W*(?:view|show|see|read|load) (?:all |the )?\d*\s?comments\b"
          r"|\b(?:you must|please) (?:be )?log(?:ged)? ?in (?:to|or)\b", 14, "Leave a comment"),
    _rule("contact or address", r"^\S+@\S+\.\w{2,}$|^https?://\S+$|^www\.\S+$", 4, "news@harbourpost.example"),
)  # fmt: skip

END = re.compile(
    r"^\W*(?:don[’']?t miss(?: (?:it|this|out))?|related(?:[\s:]+(?:articles?|stor(?:y|ies)|news|topics?|content|posts?|coverage|reading|links?|tags?|videos?))?"
    r"|recommended(?: (?:for you|stories|articles|reading|videos|from \w+))?|you (?:may|might|ll|will|could) (?:also )?(?:like|love|enjoy|be interested)\b.*"
    r"|more (?:from|on|in|about|news|stories|articles|headlines)\b.*|most (?:read|popular|viewed|shared|recent|commented)\b.*|read (?:next|also|this next)|up next|next (?:article|story|up)"
    r"|trending(?: (?:now|stories|news|topics))?|popular(?: (?:now|stories|posts|news|articles))?|latest(?: (?:news|stories|headlines|articles|posts|videos|from\b.*))?"
    r"|recent (?:posts|news|stories|articles|comments)|editor[’']?s[’']? (?:picks?|choice)|top (?:stories|news|headlines)|what to read next|also (?:read|see|on \w+)|see also|other (?:news|stories|articles)"
    r"|around the web|from (?:the|around the) web|promoted stories|sponsored (?:stories|links|content)|we recommend|similar (?:articles|stories|news|posts)|keep reading|further reading|previous (?:article|post|story)"
    r"|comments?(?: ?\(\d+\))?|\d+ comments|leave a (?:reply|comment)|join the (?:conversation|discussion|debate)|post navigation|share this:?(?: article| story)?|comments are closed.*)\W*$",
    re.IGNORECASE,
)
"""Headings after which a text is over, once most of its prose has passed: "Don't miss", "More from Business"."""

TEASER = "teaser of another story"
_OPEN = re.compile(r"^\W*(?:read|see|learn) more\W*$", re.IGNORECASE)
_CLOSE = re.compile(r"^\W*(?:loading\b\W*|advertisement\W*|read more\W*)$", re.IGNORECASE)
_WIDEST_SANDWICH = 4  # rows between "Read More" and "Loading…"


def rule_for(row: Row, certain: bool = True) -> Rule | None:
    """The first rule that the row satisfies, of the certain ones or of all."""
    for rule in RULES:
        if row.tokens <= rule.most and (rule.certain or not certain) and rule.pattern.search(row.text):
            return rule
    return None


def is_end(row: Row) -> bool:
    """Whether the row is a heading such as stand above other stories or comments."""
    return row.tokens <= 9 and END.match(row.text) is not None


def sandwiches(rows: Sequence[Row]) -> dict[int, str]:
    """Rows between a "Read More" and the "Loading…" that soon follows: headlines of other stories, with the reason."""
    found: dict[int, str] = {}
    opened = -1
    for index, row in enumerate(rows):
        if row.tokens > 3:
            continue
        if opened >= 0 and index - opened - 1 <= _WIDEST_SANDWICH and row.text.lower().startswith("loading"):
            for between in range(opened + 1, index):
                if not _OPEN.match(rows[between].text):
                    found[between] = f"{TEASER}: between “{rows[opened].text}” and “{row.text}”"
            opened = -1
        elif _OPEN.match(row.text):
            opened = index
    return found


def repeats(rows: Sequence[Row]) -> dict[int, int]:
    """Rows of some length that say again what an earlier row said, to the index of that row."""
    first: dict[str, int] = {}
    found: dict[int, int] = {}
    for index, row in enumerate(rows):
        if row.tokens >= 4:
            seen = first.setdefault(row.text.casefold(), index)
            if seen != index:
                found[index] = seen
    return found
