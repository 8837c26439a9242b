"""What was answered, in words."""

from __future__ import annotations

from builders import (
    a_contact,
    a_guide,
    a_question,
    a_response,
    a_workspace,
    an_answer,
    an_objective,
    three_parties,
)

from partner_tui.documents.answers import Written, written
from partner_tui.domain.questions import Kind, Part, Per, Question
from partner_tui.domain.records import Answer
from partner_tui.i18n import translator

FR, EN = translator("fr"), translator("en")
WORKSPACE = a_workspace(*three_parties(), a_contact(), an_objective())


def _written(answer: Answer, question: Question, language: str = "fr", **how: bool) -> Written:
    guide = a_guide(question, language=language)
    return written(answer, question, WORKSPACE, guide, translator(language), **how)


def _lines(kind: Kind, *values: str, unit: str = "") -> tuple[str, ...]:
    question = Question(id="q", text="?", parts=(Part(kind=kind, unit=unit),))
    if kind in (Kind.CHOICE, Kind.MULTI):
        question = a_question("q", kind)
    return _written(an_answer("q", values), question).said[0].lines


def test_each_kind_has_its_words() -> None:
    assert _lines(Kind.TRI, "partly") == ("en partie",)
    assert _lines(Kind.CHOICE, "decider") == ("codécideur",)
    assert _lines(Kind.MULTI, "informed", "decider") == ("informé", "codécideur")
    assert _lines(Kind.PERSON, "c1") == ("Coordination des partenariats · Collège",)
    assert _lines(Kind.ORGS, "o2", "o1") == ("Maison Vent-du-Large", "Collège des Trois-Baies")
    assert _lines(Kind.AMOUNT, "9000") == ("9\u00a0000\u00a0$",)
    assert _lines(Kind.NUMBER, "15", unit="heures par mois") == ("15\u00a0heures par mois",)
    assert _lines(Kind.DATE, "2026-11-03") == ("2026-11-03",)
    assert _lines(Kind.LIST, "un", "", "deux") == ("un", "deux")
    assert _lines(Kind.FLAG, "yes") == ("oui",)


def test_what_cannot_be_read_is_shown_as_it_is() -> None:
    assert _lines(Kind.TRI, "peut-être") == ("peut-être",)
    assert _lines(Kind.DATE, "au printemps") == ("au printemps",)
    assert _lines(Kind.CHOICE, "gone") == ("gone",)
    assert _lines(Kind.PERSON, "quelqu'un") == ("quelqu'un",)
    assert _lines(Kind.PERSON, "0" * 32) == ()


def test_documents_write_dates_in_full() -> None:
    question = a_question("q", Kind.DATE)
    found = _written(an_answer("q", "2026-12-01"), question, document=True)
    assert found.said[0].lines == ("1er décembre 2026",)


def test_positions_follow_the_organizations() -> None:
    question = a_question("q", Kind.TRI, per=Per.ORGANIZATION)
    positions = {"o3": a_response("partly", note="Trop tard."), "o1": a_response("yes")}
    found = _written(Answer(id="q", positions=positions), question)
    assert [position.id for position in found.positions] == ["o1", "o3"]
    assert found.positions[1].note == "Trop tard."
    assert found.brief == "oui · en partie"


def test_objectives_have_positions_too() -> None:
    question = a_question("q", Kind.TRI, per=Per.OBJECTIVE)
    found = _written(Answer(id="q", positions={"b1": a_response("yes")}), question)
    assert [position.name for position in found.positions] == ["Offrir 24 soirées"]


def test_a_note_alone_is_brief_enough() -> None:
    assert _written(an_answer("q", note="plus\ntard"), a_question("q")).brief == "plus tard"


TRANSLATED = {"en": {"0": "one\ntwo", "note": "more", "o1.0": "ours"}}


def test_a_translation_replaces_the_words() -> None:
    question = a_question("q", Kind.LIST, per=Per.ORGANIZATION)
    answer = an_answer(
        "q",
        ("un", "deux"),
        note="plus",
        positions={"o1": a_response("le nôtre"), "o2": a_response("le leur")},
        translations=TRANSLATED,
    )
    found = _written(answer, question, "en")
    assert (found.said[0].lines, found.note) == (("one", "two"), "more")
    assert [p.said[0].lines for p in found.positions] == [("ours",), ("le leur",)]


def test_a_document_marks_what_has_no_translation() -> None:
    answer = an_answer("q", ("un", "deux"), note="plus")
    found = _written(answer, a_question("q", Kind.LIST), "en", document=True)
    mark = EN.only("fr")
    assert found.said[0].lines == ("un", f"deux {mark}")
    assert found.note == f"plus {mark}"


def test_controls_never_pass() -> None:
    assert _lines(Kind.TEXT, "a\x1b[31mb\u202e") == ("a[31mb",)
