"""The statement composed from the answers, its gaps said."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import (
    a_contact,
    a_response,
    a_statement,
    a_workspace,
    an_answer,
    an_organization,
    three_parties,
)
from msgspec.structs import replace

from partner_tui.documents.render_txt import render
from partner_tui.documents.statement import PartState, StatementDraft, StatementPart, compose
from partner_tui.domain.blocks import Block, Bullets, Paragraph, plain
from partner_tui.domain.records import Answer, Record, Response
from partner_tui.domain.values import AnswerState, OrganizationKind
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

VISION = an_answer("s2.meet.vision", "Nul ne reste seul.", "Un accueil le soir.")


def _draft(*records: Record, language: str = "fr", **changes: Any) -> StatementDraft:
    return compose(a_workspace(*records, **changes), guide("fr"), translator(language))


def _part(key: str, *records: Record, **changes: Any) -> StatementPart:
    return next(part for part in _draft(*records, **changes).parts if part.id == key)


def _paragraphs(blocks: tuple[Block, ...]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        elif isinstance(block, Bullets):
            found += [p for item in block.items for p in _paragraphs(item)]
    return found


def _texts(part: StatementPart) -> list[str]:
    return [plain(found.text) for found in _paragraphs(part.blocks)]


def _each(key: str, *values: Any) -> Answer:
    ids = ("o1", "o2", "o3")
    positions = {i: a_response(*v) for i, v in zip(ids, values, strict=False)}
    return Answer(id=key, positions=positions)


def test_an_empty_dossier_has_seven_gaps_each_with_its_question() -> None:
    draft = _draft()
    assert len(draft.gaps) == 7
    assert all(part.goto in part.sources for part in draft.parts)
    assert all(p.missing for part in draft.parts for p in _paragraphs(part.blocks))


def test_every_sentence_knows_its_answer() -> None:
    part = _part("stmt.vision", VISION)
    assert part.state is PartState.OK
    assert _texts(part) == ["Nul ne reste seul.", "But commun\u00a0: Un accueil le soir."]
    assert {p.source for p in _paragraphs(part.blocks)} == {"question:s2.meet.vision"}


def test_half_a_vision_is_partial() -> None:
    part = _part("stmt.vision", an_answer("s2.meet.vision", "Nul ne reste seul."))
    assert (part.state, part.goto) == (PartState.PARTIAL, "s2.meet.vision")
    assert _texts(part)[-1] == "But commun\u00a0: à préciser."


def test_aims_are_a_list() -> None:
    part = _part("stmt.aims", an_answer("s2.meet.aims", ("Tenir 24 soirées", "Former huit pairs")))
    assert _texts(part) == ["Tenir 24 soirées", "Former huit pairs"]


def test_the_form_is_said_by_its_label_with_its_purpose() -> None:
    part = _part("stmt.form", an_answer("s2.meet.form", "form.service", note="Un accueil."))
    assert _texts(part) == ["Collaboration de services", "Un accueil."]
    bare = _part("stmt.form", an_answer("s2.meet.form", note="Un accueil."))
    assert bare.state is PartState.PARTIAL


def test_the_lead_is_a_role() -> None:
    sentence = "Coordination des partenariats (Collège des Trois-Baies) pilote le partenariat."
    people = (an_organization(), a_contact(holder="Une personne"))
    assert _texts(_part("stmt.lead", *people, an_answer("s2.meet.lead", "c1"))) == [sentence]
    assert _texts(_part("stmt.lead", *people)) == [sentence]


COMMITMENTS = (("yes", ("salles",)), ("yes", ("deux personnes",)), ("yes", ("pairs",)))


def test_each_party_commits() -> None:
    part = _part("stmt.engage", *three_parties(), _each("s2.commit.consent", *COMMITMENTS))
    assert part.state is PartState.OK
    assert _texts(part)[:2] == ["Collège des Trois-Baies", "S'engage à\u00a0: salles."]


def test_a_silent_party_is_named() -> None:
    part = _part("stmt.engage", *three_parties(), _each("s2.commit.consent", *COMMITMENTS[:2]))
    assert part.state is PartState.PARTIAL
    assert _texts(part)[-1] == "Association étudiante\u00a0: à préciser."


def test_a_reserve_makes_a_part_contested() -> None:
    answers = (*COMMITMENTS[:2], ("partly", ("pairs",)))
    part = _part("stmt.engage", *three_parties(), _each("s2.commit.consent", *answers))
    assert (part.state, part.goto) == (PartState.CONTESTED, "s2.commit.consent")


def test_what_is_kept_of_a_difference_stands_once_it_is_agreed() -> None:
    answer = _each("s2.commit.consent", *COMMITMENTS[:2], ("partly", ("pairs",)))
    kept = replace(answer, response=Response(note="Les pairs commencent en janvier."))
    talking = _part("stmt.engage", *three_parties(), kept)
    agreed = _part("stmt.engage", *three_parties(), replace(kept, state=AnswerState.AGREED))
    assert (talking.state, agreed.state) == (PartState.CONTESTED, PartState.OK)
    assert _texts(agreed)[-1] == "Les pairs commencent en janvier."


def test_roles_tell_how_decisions_are_made_and_who_answers() -> None:
    part = _part(
        "stmt.roles",
        an_organization(),
        a_contact(),
        an_answer("s4.gov.roles", "Le Collège prête les salles."),
        an_answer("s4.gov.decide", "consensus", note="Sinon, vote."),
    )
    assert part.state is PartState.OK
    assert _texts(part)[1:] == [
        "Décisions\u00a0: Consensus. Sinon, vote.",
        "Répondent du dossier\u00a0: Coordination des partenariats (Collège des Trois-Baies)",
    ]


def test_accountability_has_its_blanks() -> None:
    answer = an_answer("s4.gov.report", "o1", "c1", "en janvier et en mai")
    part = _part("stmt.account", an_organization(), a_contact(), answer)
    assert _texts(part)[0] == "Instance\u00a0: Collège des Trois-Baies"
    early = _part("stmt.account", an_answer("s2.meet.gov", "À la direction, deux fois l'an."))
    assert (early.state, early.goto) == (PartState.PARTIAL, "s4.gov.report")


def test_a_private_answer_is_left_out_and_said() -> None:
    draft = _draft(an_answer("s2.meet.aims", ("secret",), private=True))
    part = next(part for part in draft.parts if part.id == "stmt.aims")
    assert (part.state, part.goto) == (PartState.MISSING, "s2.meet.aims")
    written = " ".join(render(draft.document).split())
    assert "secret" not in written
    assert "1 réponse privée n'y figure pas." in written


def test_a_question_set_aside_leaves_no_gap() -> None:
    part = _part("stmt.aims", an_answer("s2.meet.aims", state=AnswerState.SKIPPED))
    assert (part.state, _texts(part)) == (PartState.OK, ["Sans objet."])


def test_the_header_says_whose_and_until_when() -> None:
    funder = an_organization(id="o4", name="Fondation", kind=OrganizationKind.FUNDER)
    term = an_answer("s4.gov.term", "2027-05-11", (), "2027-06-30")
    draft = _draft(an_organization(), funder, a_contact(), term)
    texts = [plain(p.text) for p in _paragraphs(draft.document.blocks[:6])]
    assert draft.document.title == "Énoncé de partenariat — Soirées Boussole"
    assert texts == [
        "Version\u00a0: 1, en préparation · français",
        "Parties\u00a0: Collège des Trois-Baies",
        "Avec l'appui de\u00a0: Fondation",
        "Période\u00a0: du 9 juin 2026 au 30 juin 2027",
        "Prochaine révision\u00a0: 11 mai 2027",
        "Personne à joindre\u00a0: Coordination des partenariats (Collège des Trois-Baies)",
    ]


def test_a_version_stays_current_until_a_word_changes() -> None:
    frozen = _draft(VISION).frozen
    version = a_statement(number=2, on=date(2026, 9, 18), texts={"fr": frozen})
    same = _draft(VISION, version)
    changed = _draft(replace(VISION, response=a_response("Autre.", "But.")), version)
    assert (same.is_current, same.version) == (True, 2)
    assert "2, 18 septembre 2026" in plain(_paragraphs(same.document.blocks)[0].text)
    assert (changed.is_current, changed.version) == (False, 3)


def test_words_of_the_other_language_are_marked() -> None:
    mark = translator("en").only("fr")
    assert mark in _texts(_part("stmt.vision", VISION, language="en"))[0]
    translated = replace(VISION, translations={"en": {"0": "No one alone.", "1": "Welcome."}})
    assert _texts(_part("stmt.vision", translated, language="en"))[0] == "No one alone."
