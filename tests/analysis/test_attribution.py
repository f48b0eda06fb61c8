import textwrap

import pytest
from hypothesis import given

from reader.analysis.attribution import attributions
from reader.analysis.passages import passages
from reader.analysis.quotations import quotations
from reader.model import Attribution

from .test_quotations import HOSTILE, article, named


def read(text: str, *names: str) -> list[Attribution]:
    report = article(text)
    sentences = passages(report)
    mentions = named(text, *names)
    return list(attributions(report, sentences, mentions, quotations(report, sentences, mentions)))


@pytest.mark.parametrize(
    ("text", "source", "verb", "via"),
    [
        ("The harbour ministry said at least nine ships were lost.", "The harbour ministry", "said", None),
        ("On Friday, the Port Ministry of Norland announced it.", "the Port Ministry of Norland", "announced", None),
        ("Ilse Marand, the mayor, told Reuters that nine died.", "Ilse Marand, the mayor", "told", "Reuters"),
        ("Nine died, according to the Norland Coast Guard.", "the Norland Coast Guard", "according to", None),
        ("Nine died, according to what the Coast Guard reported on Friday.", "the Coast Guard", "reported", None),
        ("According to the Norland Times, Ilse Marand said nine died.", "Ilse Marand", "said", "the Norland Times"),
        ("Coast guards confirmed the loss of nine ships.", "Coast guards", "confirmed", None),
        ("The loss was confirmed by the Coast Guard.", "the Coast Guard", "confirmed", None),
        ("In Oslo officials said nine died.", "officials", "said", None),
        ("In the ninth hour Ilse Marand warned that the ferry would sink.", "Ilse Marand", "warned", None),
        ("Ilse Marand said in an interview with Radio Norland that nine died.", "Ilse Marand", "said", "Radio Norland"),
        ("Nine died, Tass reported, citing the Coast Guard.", "the Coast Guard", "citing", "Tass"),
        ("Tass reported, quoting an official, that nine died.", "an official", "quoting", "Tass"),
        ("Nine ships were lost, a claim Norland denies.", "Norland", "denies", None),
        ("Ilse Marand was quoted by Tass as saying nine died.", "Ilse Marand", "quoted by Tass as saying", "Tass"),
        ("The diver who found the wreck said nine died.", "The diver", "said", None),
        ("Late on Monday Norland's coast guard claimed nine died.", "Norland's coast guard", "claimed", None),
        ("The WHO said nine died.", "The WHO", "said", None),
        ("US President Ilse Marand said nine died.", "US President Ilse Marand", "said", None),
        ("The U.N. said nine died.", "The U.N.", "said", None),
        ("Police say Ilse Marand found nine.", "Police", "say", None),
        ("Nine died, wrote Ilse Marand.", "Ilse Marand", "wrote", None),
    ],
)  # fmt: skip
def test_source_verb_and_chain(text: str, source: str, verb: str, via: str | None) -> None:
    found = read(text, "Ilse Marand")
    assert [(one.source, one.verb, one.via) for one in found] == [(source, verb, via)]
    assert verb in found[0].of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nine ships were lost in the storm.",
        "The storm claimed nine lives.",
        "It is said that nine died.",
        "Police held two men accused of theft.",
        "The United States of Norland joined on Friday.",
        "The added cost was noted in May.",
        "He said nine died.",
        "Neither the mayor nor the police confirmed the loss.",
        "The mayor did not say how many died.",
        "State prosecutors read the claims and the report.",
        "Nine ships were reported missing.",
    ],
)
def test_the_outlets_own_voice_has_no_source(text: str) -> None:
    assert read(text) == []


def test_speech_that_goes_on_keeps_its_source() -> None:
    text = "“We lost nine,” said Ilse Marand. “All of them were ferries. We shall find them.”\nThe storm went on."
    assert [one.source for one in read(text, "Ilse Marand")] == ["Ilse Marand"] * 3


def test_a_wrapped_text_says_what_it_said_unwrapped() -> None:
    text = (
        "The harbour of Norland stayed shut on Thursday for a third day, officials of the port ministry told the daily "
        "Kyst. “We shall open it when the last of the nine wrecks has been found and raised,” said Ilse Marand, the "
        "mayor of the town, who had spent the night on the quay. “Nobody will be paid for a lie.”"
    )
    plain, wrapped = read(text, "Ilse Marand"), read(textwrap.fill(text, 60), "Ilse Marand")
    assert [(one.source, one.verb, one.via) for one in wrapped] == [(one.source, one.verb, one.via) for one in plain]
    assert len(plain) == 3


def test_a_participle_has_the_source_of_its_sentence() -> None:
    found = read("Ilse Marand said nine died, adding that the ferry was old.", "Ilse Marand")
    assert [(one.source, one.verb) for one in found] == [("Ilse Marand", "said"), ("Ilse Marand", "adding")]


def test_the_minister_is_followed_back() -> None:
    text = "Harbour Minister Ilse Marand left for the coast. The minister said nine died."
    assert [one.source for one in read(text, "Ilse Marand")] == ["Harbour Minister Ilse Marand"]


def test_a_pronoun_goes_back_to_a_person_it_can_mean() -> None:
    text = "Ms. Marand said nine died. Mr. Ekberg denied it. She said she was sure."
    assert [one.source for one in read(text, "Marand", "Ekberg")] == ["Ms. Marand", "Mr. Ekberg", "Ms. Marand"]


@given(HOSTILE)
def test_any_text_can_be_read(text: str) -> None:
    known = {passage.id for passage in passages(article(text))}
    for one in read(text):
        assert one.passage in known
        assert 0 <= one.start < one.end <= len(text)
        assert one.source
