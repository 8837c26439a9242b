"""What each page says, of small dossiers."""

from __future__ import annotations

from datetime import date

from builders import (
    TODAY,
    a_contact,
    a_decision,
    a_meeting,
    a_response,
    a_risk,
    a_statement,
    a_workspace,
    an_action,
    an_answer,
    an_objective,
    an_organization,
    three_parties,
)
from document_kit import OPTIONS, one
from msgspec.structs import replace

from partner_tui.documents import catalogue
from partner_tui.documents.catalogue import CATALOGUE, Options
from partner_tui.documents.flat import flat, pieces
from partner_tui.domain.blocks import Document, plain
from partner_tui.domain.records import (
    Answer,
    Line,
    Postponement,
    Reading,
    Record,
    Tick,
    Word,
)
from partner_tui.domain.values import ActionState, AnswerState, MeetingState, Stance
from partner_tui.guide.load import guide
from partner_tui.i18n import translator

PEOPLE = (*three_parties(), a_contact())


def composed(name: str, *records: Record, options: Options = OPTIONS) -> Document:
    """Return a page of a small dossier."""
    return catalogue.compose(name, a_workspace(*records), guide("fr"), translator("fr"), options)


def lines(name: str, *records: Record, options: Options = OPTIONS) -> list[str]:
    """Return the texts of a page."""
    return [one(text) for text in pieces(composed(name, *records, options=options).blocks)]


def rows(name: str, *records: Record) -> list[list[str]]:
    """Return the table of a page."""
    found = catalogue.table(name, a_workspace(*records), guide("fr"), translator("fr"), OPTIONS)
    assert found is not None
    return [[one(plain(cell)) for cell in row] for row in found.rows]


def test_an_empty_dossier_has_every_page() -> None:
    for name, entry in CATALOGUE.items():
        document = composed(name)
        assert document.title.startswith(entry.title)
        assert flat(document.blocks)


def test_the_plan_tells_who_is_late_and_who_moved() -> None:
    moved = Postponement(due=TODAY, reason="salle", on=TODAY)
    text = lines(
        "actions",
        *PEOPLE,
        an_action(due=date(2026, 11, 20), state=ActionState.DOING),
        an_action(id="a2", postponements=(moved, moved), state=ActionState.POSTPONED),
    )
    assert any(line.endswith("en cours, échu 2 j") for line in text)
    assert any(line.endswith("reporté 2×") for line in text)


def test_the_plan_has_a_heading_for_each_owner_and_one_for_nobody() -> None:
    text = lines("actions", *PEOPLE, an_action(), an_action(id="a2", owner="", organization=""))
    assert text.index("Coordination des partenariats · Collège") < text.index("Personne encore")


def test_an_objective_tells_where_it_starts_where_it_goes_and_where_it_is() -> None:
    reading = Reading(on=date(2026, 10, 29), value="1234.5")
    text = lines("actions", an_objective(unit="soirées", readings=(reading,)))
    assert "Offrir 24 soirées · 0 → 24 soirées · 1 234,5 (2026-10-29)" in text


def test_the_table_of_actions_keeps_every_field() -> None:
    (row,) = rows("actions", *PEOPLE, an_action(number=3, note="Voir S1."))
    assert row[:6] == [
        "S3",
        "Réserver les deux salles",
        "Coordination des partenariats · Collège",
        "Collège des Trois-Baies",
        "",
        "2026-11-30",
    ]
    assert row[-1] == "Voir S1."


def test_a_replaced_decision_stands_apart_with_the_one_that_holds() -> None:
    old = a_decision(number=1, superseded_by="d2")
    new = a_decision(id="d2", number=2, text="Ouvrir à 18 h")
    text = lines("decisions", a_meeting(number=4), old, new)
    assert text.index("D2 · Ouvrir à 18 h · consensus · 2026-11-03 · nº 4") < text.index(
        "Remplacées"
    )
    assert text[-1] == "D1 · Ouvrir à 17 h 30 · consensus · 2026-11-03 · nº 4 · D2"


def test_the_agenda_has_late_things_first() -> None:
    text = lines(
        "agenda",
        *PEOPLE,
        a_meeting(number=4, state=MeetingState.SENT, next_on=date(2026, 12, 1), next_start="12:00"),
        an_action(number=1, due=date(2026, 11, 20)),
        an_action(id="a2", number=2),
        a_risk(number=1, review=date(2026, 12, 1), trigger="Le poste est-il affiché?"),
        Line(id="l1", text="Ordre du jour", audience="comité", due=date(2026, 11, 28)),
    )
    assert text[0] == "Date : 1er décembre 2026, 12 h"
    assert "Adopter le compte rendu nº 4 (3 novembre 2026)" in text
    order = [
        "Suivis en retard",
        "Autres suivis ouverts",
        "Risques à revoir",
        "À demander",
        "Messages à envoyer",
    ]
    places = [next(n for n, line in enumerate(text) if line.startswith(title)) for title in order]
    assert places == sorted(places)
    assert any("Le poste est-il affiché?" in line and "☐ oui" in line for line in text)


def test_the_agenda_tells_who_said_what_of_a_contested_question() -> None:
    said = {"o1": a_response("yes"), "o2": a_response("partly")}
    answer = Answer(id="s2.open.trust", positions=said, state=AnswerState.TALKING)
    text = " ".join(lines("agenda", *PEOPLE, answer))
    assert "Questions à discuter" in text
    assert "Maison Vent-du-Large : en partie" in text


def test_a_settled_question_is_not_on_the_agenda() -> None:
    said = {"o1": a_response("yes"), "o2": a_response("partly")}
    answer = Answer(id="s2.open.trust", positions=said, state=AnswerState.AGREED)
    assert "Questions à discuter" not in " ".join(lines("agenda", *PEOPLE, answer))


def test_steps_tell_the_answer_the_gap_and_the_state() -> None:
    answer = an_answer("s2.meet.aims", ("Tenir 24 soirées", "Former"), state=AnswerState.AGREED)
    text = lines("answers", *PEOPLE, answer)
    place = text.index("Que voulons-nous d'abord accomplir ensemble? (convenu)")
    assert text[place + 1] == "Tenir 24 soirées; Former"
    assert "Pas encore de réponse." in text


def test_the_agreement_says_what_it_knows_and_what_is_missing() -> None:
    rule = an_answer("s4.gov.conflict", "On se parle dans la semaine.")
    text = lines("agreement", *PEOPLE, rule)
    assert "On se parle dans la semaine." in text
    assert "Il manque : le dossier n'en dit rien encore; à voir ensemble" in text
    clauses = rows("agreement", *PEOPLE, rule)
    assert len(clauses) == 21
    assert "On se parle dans la semaine." in clauses[17][1]


def test_checklists_have_scores() -> None:
    first = guide("fr").lists[0].items[0]
    text = lines("checklists", Tick(id=first.id, value=1, ticked_on=TODAY))
    assert "Liste de lancement · 1/11" in text
    found = rows("checklists", Tick(id=first.id, value=1, ticked_on=TODAY, ticked_by="Liaison"))
    assert found[0][4:7] == ["1", "2026-11-22", "Liaison"]


def test_the_statement_asks_each_party_for_its_word() -> None:
    word = Word(stance=Stance.AGREES, on=date(2026, 9, 20), comment="D'accord.")
    version = a_statement(number=2, texts={"fr": "## Vision\n\nUn **soir**."}, words={"o1": word})
    options = replace(OPTIONS, number=2)
    document = composed("statement", *PEOPLE, version, options=options)
    text = [one(piece) for piece in pieces(document.blocks)]
    assert "Un soir." in text
    assert "Collège des Trois-Baies · d'accord · 2026-09-20 · D'accord." in text
    assert "Maison Vent-du-Large · en attente" in text
    assert document.meta.edition == "version 2"


def test_the_risk_log_places_open_risks_in_its_square() -> None:
    text = lines("risks", *PEOPLE, a_risk(number=1), a_risk(id="r2", number=2, likelihood=0))
    assert "4 probable · R1" in text
    assert not any("R2" in line for line in text if line.startswith("4 probable"))


def test_the_review_counts_what_was_done() -> None:
    done = an_action(id="a2", state=ActionState.DONE)
    text = lines("review", *PEOPLE, a_meeting(), an_action(), done, a_decision())
    for row in ("Rencontres tenues · 1", "Suivis faits · 1", "Suivis ouverts · 1"):
        assert row in text


def test_the_handover_tells_who_is_who_and_what_is_open() -> None:
    text = lines("handover", an_organization(), a_contact(), an_action(number=3), a_risk(number=1))
    assert any(line.startswith("Coordination des partenariats · Collège des") for line in text)
    assert any(line.startswith("S3 · Réserver") for line in text)
    assert any(line.startswith("R1 · l'agente de liaison part · élevé 16") for line in text)
