"""A translation older than its original: marked when that changes, until it follows."""

from __future__ import annotations

from builders import a_response, a_risk, a_workspace, three_parties
from msgspec.structs import replace

from partner_tui.documents.answers import spoken
from partner_tui.documents.voice import OLD, Voice
from partner_tui.domain.outdating import aging, holding
from partner_tui.domain.records import Answer, Risk
from partner_tui.domain.translating import Text, translating
from partner_tui.domain.workspace import Workspace, editing, put
from partner_tui.guide.load import guide
from partner_tui.i18n import translator
from partner_tui.screens.translations.lines import languages, texts
from partner_tui.storage.memory import MemoryStore
from partner_tui.workbook import Workbook

EN = translator("en")
ANSWER = "s2.commit.winwin"


def a_bilingual_risk() -> Workspace:
    risk = a_risk(translations={"en": {"event": "the liaison officer leaves"}})
    return a_workspace(*three_parties(), risk)


def a_risk_of(workspace: Workspace) -> Risk:
    found = workspace.find(Risk, "r1")
    assert found is not None
    return found


def due(workspace: Workspace, key: str) -> Text:
    return next(text for text in texts(workspace, guide("fr")) if text.key.endswith(key))


def test_changing_an_original_marks_its_translation_and_says_then_and_now() -> None:
    book = Workbook(MemoryStore(a_bilingual_risk()), "Ève")
    assert not due(book.workspace, "r1#event").is_due
    book.apply("risk.edit", editing(Risk, "r1", event="deux agentes partent"))
    text = due(book.workspace, "r1#event")
    assert (text.is_due, text.then, text.own) == (
        True, "l'agente de liaison part", "deux agentes partent",
    )  # fmt: skip
    told = [heading.text for heading in languages(book.workspace, guide("fr"), "risks", "r1")]
    assert any(line.startswith("À revoir en anglais") for line in told)
    book.apply("risk.edit", editing(Risk, "r1", event="trois agentes partent"))
    assert due(book.workspace, "r1#event").then == "l'agente de liaison part"
    book.undo()
    book.undo()
    assert not a_risk_of(book.workspace).outdated
    book.redo()
    assert due(book.workspace, "r1#event").is_due


def test_a_change_elsewhere_marks_nothing() -> None:
    workspace = aging(editing(Risk, "r1", cause="autre", impact=2))(a_bilingual_risk())
    assert not a_risk_of(workspace).outdated


def test_it_is_no_longer_old_once_written_again_said_to_hold_or_the_text_is_back() -> None:
    old = aging(editing(Risk, "r1", event="deux agentes partent"))(a_bilingual_risk())
    assert a_risk_of(old).outdated
    for change in (
        translating("risks", "r1", "event", "en", "two officers leave"),
        translating("risks", "r1", "event", "en", ""),
        holding("risks", "r1", "event", "en"),
        editing(Risk, "r1", event="l'agente de liaison part"),
    ):
        assert not a_risk_of(aging(change)(old)).outdated


def test_a_document_in_the_other_language_marks_an_old_translation() -> None:
    old = aging(editing(Risk, "r1", event="deux agentes partent"))(a_bilingual_risk())
    risk = a_risk_of(old)
    said = Voice(old, EN).for_document().words(risk, "event")
    assert said == f"the liaison officer leaves {EN.text(OLD)}"
    assert Voice(old, EN).words(risk, "event") == "the liaison officer leaves"
    assert Voice(old, translator("fr")).for_document().words(risk, "event") == risk.event
    gone = a_risk_of(aging(editing(Risk, "r1", event=""))(a_bilingual_risk()))
    assert Voice(old, EN).for_document().words(gone, "event") == ""


def test_the_words_of_each_organization_are_followed_too() -> None:
    position = a_response("yes", "locaux", "présence")
    answer = Answer(
        id=ANSWER, positions={"o1": position}, translations={"en": {"o1.1": "rooms", "note": "x"}}
    )
    workspace = a_workspace(*three_parties(), answer)
    other = replace(answer, positions={"o1": a_response("yes", "salles", "présence")})
    workspace = aging(lambda before: put(before, other))(workspace)
    found = workspace.find(Answer, ANSWER)
    question = guide("en").question(ANSWER)
    assert found is not None and question is not None
    assert found.outdated == {"en": {"o1.1": "locaux"}}
    written = spoken(found, question, Voice(workspace, EN).for_document())
    assert EN.text(OLD) in str(written.positions)
    assert EN.text(OLD) not in str(spoken(found, question, Voice(workspace, EN)))
