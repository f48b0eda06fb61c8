"""Where names stand, what kind they are, and which are one within an article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.names import mentions
from reader.analysis.names.cues import CUES, of_context
from reader.analysis.names.lexicon import common_word, given_name, place
from reader.analysis.names.tokens import sentence_of, usage
from reader.analysis.names.trimming import find
from reader.model import Article, Mention, Passage


def read(*sentences: str) -> tuple[Article, tuple[Mention, ...]]:
    """The article of these sentences, one a paragraph, and its mentions."""
    text = "\n".join(sentences)
    passages, start = [], 0
    for number, sentence in enumerate(sentences):
        passages.append(Passage(start, start + len(sentence), f"a:p{number + 1}", number, sentence))
        start += len(sentence) + 1
    article = Article("a", text, ())
    return article, mentions(article, passages)


def names(*sentences: str) -> list[tuple[str, str]]:
    article, found = read(*sentences)
    return [(m.of(article.text), m.kind) for m in found]


def chains(*sentences: str) -> list[set[str]]:
    """The spellings of each thing that has more than one."""
    article, found = read(*sentences)
    things: dict[str, set[str]] = {}
    for mention in found:
        things.setdefault(mention.entity, set()).add(mention.of(article.text))
    return [forms for forms in things.values() if len(forms) > 1]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The title falls away before President Orla Venn.", [("Orla Venn", "person")]),
        (
            "Bulgarian Foreign Minister Orla Venn spoke.",
            [("Bulgarian", "group"), ("Orla Venn", "person")],
        ),
        ("Yesterday spokesman Tam Okker resigned.", [("Tam Okker", "person")]),
        (
            "They met the Minister for Trade and Industry Orla Venn.",
            [("Orla Venn", "person")],
        ),
        ("Minister of Harbours Orla Venn spoke.", [("Orla Venn", "person")]),
        ("The president of Kenya Orla Venn spoke.", [("Kenya", "place"), ("Orla Venn", "person")]),
        ("President of Kenya Orla Venn spoke.", [("Kenya", "place"), ("Orla Venn", "person")]),
        ("Minister of Foreign Affairs Ann Venn spoke.", [("Ann Venn", "person")]),
        ("Doctors in Quellport were tired.", [("Quellport", "place")]),
        ("The city of Quellport slept.", [("Quellport", "place")]),
        (
            "The Ministry of Culture and Sports of Portugal and Orla Venn agreed.",
            [("Ministry of Culture and Sports of Portugal", "organisation"), ("Orla Venn", "person")],
        ),
        ("He joined Quell Holdings Ltd. and left.", [("Quell Holdings Ltd.", "organisation")]),
        ("Soldiers of the 4th Mountain Brigade arrived.", [("4th Mountain Brigade", "organisation")]),
        (
            "Mr Khaled al-Rassim and Ana de la Huerta left.",
            [("Khaled al-Rassim", "person"), ("Ana de la Huerta", "person")],
        ),
        ("A Bulgarian-made pump and pro-French crowds.", [("Bulgarian", "group"), ("French", "group")]),
        ("Portugal's army moved.", [("Portugal", "place")]),
        ("The workers' demands were met on Monday in March.", []),
        ("Thousands marched. ", []),
        ("It costs US$40 to enter.", []),
        ("In the Second Quell War many fled.", [("Second Quell War", "event")]),
        ("They sold Quell Holdings Ltd.", [("Quell Holdings Ltd", "organisation")]),
        ("Moody's and Sam's Club agreed.", [("Moody's", "organisation"), ("Sam's Club", "organisation")]),
        ("The People's Republic of China agreed.", [("People's Republic of China", "place")]),
        ("The Prime Minister of Singapore, Mr. Venn, spoke.", [("Singapore", "place"), ("Venn", "person")]),
        (
            "The President of the United States Orla Venn spoke.",
            [("United States", "place"), ("Orla Venn", "person")],
        ),
        ("An Upper Ostrel-based paper spoke.", [("Upper Ostrel", "place")]),
        (
            "They said Velmarch was closed; Saudi Quelco agreed.",
            [("Velmarch", "organisation"), ("Saudi Quelco", "organisation")],
        ),
        ("Prime Minister-elect Orla Venn spoke.", [("Orla Venn", "person")]),
        ("The Russian QVB agreed.", [("Russian", "group"), ("QVB", "organisation")]),
        ("They heard Park Quell-ho sing.", [("Park Quell-ho", "person")]),
        ("Want to see the White House?", [("White House", "organisation")]),
        ("They live in Mountain View, California.", [("Mountain View", "place"), ("California", "place")]),
        ("U.S. officials called.", [("U.S.", "place")]),
        ("They wrote to US President Orla Venn.", [("US", "place"), ("Orla Venn", "person")]),
        ("Former Quell Trustee Dr. Orla Venn spoke.", [("Quell", "organisation"), ("Orla Venn", "person")]),
        ("London said nothing, and Sydney waited.", [("London", "place"), ("Sydney", "place")]),
        (
            "Orla Venn, the State Department spokeswoman, left.",
            [("Orla Venn", "person"), ("State Department", "organisation")],
        ),
        ("QVM-Arena was closed.", [("QVM-Arena", "organisation")]),
        ("Vesna Orlic, 41, a nurse, waited.", [("Vesna Orlic", "person")]),
        ("They slept in halls in Tarvo, 20 kilometres downstream.", [("Tarvo", "place")]),
    ],
)
def test_a_sentence_has_these_names(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert names(sentence) == expected


def test_a_first_word_that_also_stands_in_lower_case_is_no_name() -> None:
    assert names("Harriers flew over the town.", "Two harriers nested in Quellport.") == [("Quellport", "place")]


def test_a_headline_in_capitals_or_title_case_has_the_names_of_the_text() -> None:
    body = "Crowds in Quellport cheered Orla Venn, who waved."
    assert ("QUELLPORT", "place") in names("CROWDS CHEER VISITOR IN QUELLPORT", body)
    assert "Crowds" not in [name for name, _ in names("Crowds Cheer Visitor in Quellport as Rain Falls", body)]


def test_one_clear_mention_decides_the_unclear_ones() -> None:
    found = names("President Orla Venn arrived.", "Later Venn rested.", "The crowd outside Venn's house grew.")
    assert [kind for name, kind in found if name == "Venn"] == ["person", "person"]


def test_names_of_one_thing_share_an_entity() -> None:
    assert chains("Orla Venn spoke.", "Nobody heard Venn.") == [{"Orla Venn", "Venn"}]
    assert chains("The Quell Mining Board met.", "The QMB adjourned.") == [{"Quell Mining Board", "QMB"}]
    assert chains("The Portuguese Trade Ministry agreed with the Ministry of Trade of Portugal.") == [
        {"Portuguese Trade Ministry", "Ministry of Trade of Portugal"}
    ]
    assert chains("Portugal's Trade Ministry agreed.", "The Ministry of Trade of Portugal did, too.") == [
        {"Trade Ministry", "Ministry of Trade of Portugal"}
    ]
    assert chains("The Portuguese president and Portugal agreed.") == [{"Portuguese", "Portugal"}]


@pytest.mark.parametrize(
    ("sentences", "forms"),
    [
        (("The Union of Quarry Workers (UQW) met.", "The UQW agreed."), {"Union of Quarry Workers", "UQW"}),
        (("The Ostrel Quarry Workers (WQO) met.",), {"Ostrel Quarry Workers", "WQO"}),
        (("The QVM (Quell Venn Movement) met.",), {"Quell Venn Movement", "QVM"}),
        (("He sold Ostrelbank, formerly Nemebank, in May.",), {"Ostrelbank", "Nemebank"}),
        (("The Dorn Militia, also known as the Lunn Guard, fled.",), {"Dorn Militia", "Lunn Guard"}),
        (("Mr Tam “Owl” Okker sang.", "They heard Owl Okker."), {"Tam “Owl” Okker", "Owl Okker"}),
        (("Hurricane Orla came.", "Nobody feared Orla."), {"Hurricane Orla", "Orla"}),
        (("Tarnel University closed.", "He studied at Tarnel."), {"Tarnel University", "Tarnel"}),
        (("The FIFA World Cup began.", "He saw the World Cup."), {"FIFA World Cup", "World Cup"}),
        (
            ("The Investigative Committee of Peru met.", "The Investigative Committee agreed."),
            {"Investigative Committee of Peru", "Investigative Committee"},
        ),
    ],
)
def test_the_text_gives_other_names(sentences: tuple[str, ...], forms: set[str]) -> None:
    assert chains(*sentences) == [forms]


@pytest.mark.parametrize(
    "sentence",
    [
        "He reached LISBON (AP) on foot.",
        "Orla Venn (QVM) won the race.",
        "The Quell Mining Board (PORTUGAL) met.",
        "They left Portugal, now Bulgaria's rival.",
        "Ostrelbank, formerly Orla Venn's employer, closed.",
    ],
)
def test_what_stands_beside_a_name_is_not_always_another_name_of_it(sentence: str) -> None:
    assert chains(sentence) == []


def test_names_of_two_things_do_not() -> None:
    assert chains("The Portuguese Trade Ministry met the Trade Ministry of Bulgaria.") == []
    assert chains("Quell met Quellport.", "The Quellson family left Quell for Quellport.") == []
    assert chains("Portuguese residents of Bulgaria never saw Portugal.") == []
    assert chains("Orla Venn met Tom Venn.") == []


def test_a_people_is_not_its_country() -> None:
    article, found = read("Ethnic Bulgarian farmers and other Bulgarians left Bulgaria.")
    ids = {m.of(article.text): m.entity for m in found}
    assert ids["Bulgarian"] == ids["Bulgarians"] != ids["Bulgaria"]


def test_the_lists_answer() -> None:
    kiev = place("Kiev")
    assert kiev is not None
    assert kiev.main == "Kyiv"
    assert place("LISBON") == place("Lisbon") is not None
    assert place("") is None
    assert given_name("Maria")
    assert not given_name("Ministry")
    assert common_word("protesters")
    assert not common_word("qwzx")


def test_every_cue_fits_its_example() -> None:
    """The name in brackets, put into a sentence, gets at least the weights that the cue promises."""
    for cue in CUES:
        before, name, after = cue.example.replace("[", "]").split("]")
        text = f"Then {before}{name}{after} now"
        sentence = sentence_of(Passage(0, len(text), "a:p1", 0, text))
        found = next(f for f in find(sentence, usage([sentence])) if text[f.start : f.end] == name)
        told = list(of_context(found))
        assert all(pair in told for pair in cue.weights.items()), cue.name


LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ABab .,'’-“”()\n\u00a0\u202eİıßǅÅé中ع١²ⅣＡ𝐀\u0301\ud7ff\u200b&$#"),
        st.characters(codec="utf-8"),
    ),
    max_size=200,
)
WORDS = st.lists(
    st.sampled_from(
        [
            *("The", "President", "of", "Portugal's", "Ministry", "and", "for", "Ann", "Bell", "al-Rassim"),
            *("U.S.", "2nd", "Army,", "said", "in", "Jr.", "(UN)", "2000-strong", "A-", "’s"),
        ]
    ),
    max_size=30,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(LETTERS, WORDS), max_size=4))
def test_mentions_stand_in_order_inside_their_passages(sentences: list[str]) -> None:
    article, found = read(*sentences)
    last = 0
    for mention in found:
        assert last <= mention.start < mention.end <= len(article.text)
        assert not mention.of(article.text)[0].isspace()
        assert mention.entity.startswith("a:")
        last = mention.end
    assert read(*sentences)[1] == found


@pytest.mark.parametrize(
    "words", ["Bulgarian ", "Ann ", "Mr Ann Bell ", "President of ", "Al-", "Ministry of Trade of Peru ", '"A ']
)
def test_endless_capitals_are_read(words: str) -> None:
    article, found = read(words * 3000)
    assert all(m.of(article.text) for m in found)
