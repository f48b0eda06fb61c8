"""One thing under all its names, across articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.names import mentions
from reader.comparison.identity import identify
from reader.library.names import Decided
from reader.model import Analysis, Article, Entity, Passage


def read(number: int, text: str) -> Analysis:
    """An analysis of one passage, names alone."""
    article = Article(f"a{number}", text, ())
    passages = (Passage(0, len(text), f"a{number}:p1", 0, text),)
    return Analysis(article, passages, mentions(article, passages))


def entities(*texts: str, decided: Decided | None = None) -> dict[str, Entity]:
    """The things of the texts by each of their names."""
    found, _ = identify([read(number, text) for number, text in enumerate(texts)], decided)
    return {variant: entity for entity in found for variant in entity.variants}


def test_a_surname_finds_the_full_name_of_another_article() -> None:
    found = entities("On Monday President Orla Venn spoke.", "On Monday President Venn spoke.")
    assert found["Venn"] is found["Orla Venn"]
    assert found["Venn"].name == "Orla Venn"
    assert found["Venn"].kind == "person"
    assert found["Venn"].reasons == ("the name", "surname of Orla Venn")


def test_a_surname_of_two_people_stays_alone() -> None:
    found = entities("Mr Tom Venn spoke.", "Mrs Orla Venn spoke.", "The mayor, Mr Venn, spoke.")
    assert len({found[name].id for name in ("Tom Venn", "Orla Venn", "Venn")}) == 3


def test_spellings_meet_across_articles_but_not_within_one() -> None:
    found = entities("They live in Qarabish now.", "They live in Garabish now.")
    assert found["Qarabish"] is found["Garabish"]
    assert "spelling: " in found["Qarabish"].reasons[1]
    apart = entities("They live in Qarabish and in Garabish now.", "They live in Garabish now.")
    assert apart["Qarabish"] is not apart["Garabish"]


def test_old_and_new_names_of_a_town_are_one() -> None:
    found = entities("Trains left Bombay late.", "Trains left Mumbai late.")
    assert found["Bombay"] is found["Mumbai"]


def test_a_ministry_meets_its_inversion_and_no_other() -> None:
    found = entities(
        "Here the Peruvian Trade Ministry agreed.",
        "Here the Ministry of Trade of Peru agreed.",
        "Here the Chilean Trade Ministry agreed.",
        "Here Peru's Trade Ministry agreed.",
    )
    assert found["Peruvian Trade Ministry"] is found["Ministry of Trade of Peru"] is found["Trade Ministry"]
    assert found["Chilean Trade Ministry"] is not found["Peruvian Trade Ministry"]


def test_an_owner_outside_the_name_counts() -> None:
    _, named = identify(
        [
            read(1, "Here Peru's Trade Ministry agreed."),
            read(2, "Here Chile's Ministry of Trade agreed."),
            read(3, "Here the Chilean Ministry of Trade agreed."),
        ]
    )
    peru, chile, chilean = (analysis.mentions[-1].entity for analysis in named)
    assert peru != chile == chilean


def test_a_surname_of_unknown_kind_is_a_person_by_the_full_name_of_another_article() -> None:
    found = entities("They heard Garabov.", "The crowd saw Garabov.", "President Orla Karabow spoke.")
    assert found["Garabov"] is found["Orla Karabow"]
    assert found["Garabov"].kind == "person"
    assert "spelled otherwise" in found["Garabov"].reasons[1]
    both = entities("President Orla Karabow met Garabov.")
    assert both["Garabov"] is not both["Orla Karabow"]


def test_an_acronym_finds_its_words() -> None:
    found = entities("Then the Quell Mining Board met.", "Then the QMB met.")
    assert found["QMB"] is found["Quell Mining Board"]
    assert found["QMB"].reasons[1] == "acronym"


def test_likeness_is_not_identity() -> None:
    found = entities("They left Stepanakert for Niger.", "Mr Gigham Stepanyan left for Nigeria.")
    assert found["Stepanakert"] is not found["Gigham Stepanyan"]
    assert found["Niger"] is not found["Nigeria"]


def test_a_place_is_not_the_body_named_after_it() -> None:
    found = entities("They fled from Ober-Quell.", "Here the Ober-Quell Mining Board met.", "They live in Quell now.")
    assert found["Ober-Quell"] is found["Quell"] is not found["Ober-Quell Mining Board"]


def test_a_people_is_named_by_its_noun() -> None:
    found, _ = identify([read(1, "They saw ethnic Peruvian farmers and other Peruvians.")])
    assert [(e.name, e.variants, e.reasons[1]) for e in found] == [
        ("Peruvians", ("Peruvians", "Peruvian"), "adjective of the Peruvians")
    ]


def test_a_generic_body_without_an_owner_is_not_guessed() -> None:
    _, named = identify(
        [
            read(1, "Here the Peruvian Trade Ministry agreed."),
            read(2, "Here the Chilean Trade Ministry agreed."),
            read(3, "Here the Trade Ministry agreed."),
            read(4, "There the Trade Ministry refused."),
        ]
    )
    assert len({analysis.mentions[-1].entity for analysis in named}) == 4


def test_the_reader_joins_and_parts() -> None:
    texts = "They live in Qarabish now.", "They live in Garabish and Oldtarn now."
    joined = entities(*texts, decided=Decided(joined=(("Garabish", "Oldtarn"),)))
    assert joined["Oldtarn"] is joined["Garabish"]
    assert "joined by the reader" in joined["Oldtarn"].reasons
    parted = entities(*texts, decided=Decided(apart=(("Qarabish", "Garabish"),)))
    assert parted["Qarabish"] is not parted["Garabish"]
    same = "President Orla Venn spoke, and Venn left."
    assert len(entities(same)["Venn"].variants) == 2
    alone = entities(same, decided=Decided(apart=(("Venn", "Orla Venn"),)))
    assert alone["Venn"] is not alone["Orla Venn"]


def test_a_name_that_is_parted_from_one_bearer_stays_with_another() -> None:
    texts = "President Orla Venn spoke, and Venn left.", "Mr Tom Venn sings. They heard Venn twice."
    _, named = identify([read(n, text) for n, text in enumerate(texts)], Decided(apart=(("Venn", "Orla Venn"),)))
    (orla, venn), (tom, other) = ([mention.entity for mention in analysis.mentions] for analysis in named)
    assert orla != venn
    assert tom == other
    assert len({orla, tom}) == 2


def test_parting_two_leaves_a_third_with_one_of_them() -> None:
    texts = "They live in Qarabish.", "They live in Garabish.", "They live in Ober-Garabish."
    whole = entities(*texts)
    assert len({whole[name].id for name in ("Qarabish", "Garabish", "Ober-Garabish")}) == 1
    found = entities(*texts, decided=Decided(apart=(("Garabish", "Qarabish"),)))
    assert found["Qarabish"] is not found["Garabish"] is found["Ober-Garabish"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=4))
def test_every_mention_gets_a_thing_that_has_its_words(texts: list[str]) -> None:
    analyses = [read(number, text) for number, text in enumerate(texts)]
    found, named = identify(analyses)
    by_id = {entity.id: entity for entity in found}
    for old, new in zip(analyses, named, strict=True):
        assert [(m.start, m.end) for m in old.mentions] == [(m.start, m.end) for m in new.mentions]
        for mention in new.mentions:
            assert " ".join(mention.of(new.article.text).split()) in by_id[mention.entity].variants
    assert all(len(e.reasons) == len(e.variants) == len(set(e.variants)) for e in found)
    assert identify(analyses) == (found, named)
