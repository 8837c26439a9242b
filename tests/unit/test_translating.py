"""Texts in two languages: which are missing, and writing them."""

from __future__ import annotations

from builders import TODAY, a_contact, a_workspace, three_parties
from msgspec.structs import replace

from partner_tui import demo
from partner_tui.documents.risklog import plan
from partner_tui.documents.voice import Voice
from partner_tui.domain.records import Answer, Organization, Partnership, Response, Risk
from partner_tui.domain.records.risks import PlanStep
from partner_tui.domain.translating import is_bilingual, translating
from partner_tui.domain.workspace import put
from partner_tui.guide.load import guide
from partner_tui.i18n import translator
from partner_tui.screens.translations.lines import texts

GUIDE = guide("fr")


def missing(*records: object) -> list[str]:
    """Return the keys of the texts that a workspace has in one language only."""
    workspace = put(a_workspace(), *records)  # type: ignore[arg-type]
    return [text.key for text in texts(workspace, GUIDE) if not text.other]


def test_every_text_that_documents_say_is_looked_at() -> None:
    risk = Risk(id="r1", event="Gel", cause="Froid", trigger="Zéro", contingency="Gym")
    assert [key.removeprefix("risks/r1#") for key in missing(risk) if "r1" in key] == [
        "event", "cause", "trigger", "contingency",
    ]  # fmt: skip
    assert "contacts/c1#role" in missing(a_contact())
    assert "organizations/o1#name" in missing(*three_parties())
    assert "partnership/partnership#name" in missing()


def test_the_words_of_each_answer_are_looked_at_but_not_its_choices() -> None:
    answer = Answer(
        id="s2.commit.winwin",
        response=Response(note="Oui"),
        positions={"o1": Response(values=(("yes",), ("locaux",), ("présence",)))},
    )
    found = [key for key in missing(*three_parties(), answer) if key.startswith("answers")]
    assert [key.partition("#")[2] for key in found] == ["note", "o1.1", "o1.2"]


def test_what_is_private_or_put_away_is_not_asked_for() -> None:
    assert not [key for key in missing(Risk(id="r1", event="Gel", private=True)) if "r1" in key]
    assert not [key for key in missing(Risk(id="r1", event="Gel", archived=True)) if "r1" in key]


def test_a_text_is_written_in_the_other_language_and_documents_say_it() -> None:
    workspace = a_workspace(*three_parties())
    assert not is_bilingual(workspace)
    workspace = translating("organizations", "o3", "name", "en", " Student union ")(workspace)
    workspace = translating("organizations", "o3", "short", "en", "Union")(workspace)
    found = workspace.find(Organization, "o3")
    assert found is not None and is_bilingual(workspace)
    assert Voice(workspace, translator("en")).name(found) == "Student union"
    assert Voice(workspace, translator("fr")).name(found) == "Association étudiante"
    workspace = translating("organizations", "o3", "name", "en", "  ")(workspace)
    found = workspace.find(Organization, "o3")
    assert found is not None and found.translations == {"en": {"short": "Union"}}


def test_a_record_that_is_gone_stays_gone() -> None:
    assert translating("risks", "r9", "event", "en", "Frost")(a_workspace()) == a_workspace()


def test_an_english_dossier_is_translated_into_french() -> None:
    workspace = put(a_workspace(), replace(a_workspace().partnership, language="en", name="Garden"))
    workspace = translating("partnership", "partnership", "name", "fr", "Jardin")(workspace)
    found = next(t for t in texts(workspace, GUIDE) if t.table == "partnership")
    assert (found.own, found.other) == ("Garden", "Jardin")
    assert Voice(workspace, translator("fr")).name(workspace.partnership) == "Jardin"
    assert isinstance(workspace.partnership, Partnership)


def test_the_example_is_whole_in_both_languages() -> None:
    assert not [text.key for text in texts(demo.workspace(TODAY), GUIDE) if not text.other]


def test_the_steps_of_a_plan_are_texts_too_wherever_they_stand() -> None:
    steps = tuple(PlanStep(text=text) for text in ("Avertir", "Ouvrir la ligne"))
    risk = Risk(id="r1", event="Gel", plan=steps)
    assert "risks/r1#plan/Ouvrir la ligne" in missing(risk)
    workspace = put(a_workspace(), risk)
    for text, said in (("Gel", "Frost"), ("Avertir", "Warn")):
        field = "event" if text == "Gel" else f"plan/{text}"
        workspace = translating("risks", "r1", field, "en", said)(workspace)
    found = workspace.find(Risk, "r1")
    assert found is not None
    voice = Voice(workspace, translator("en")).for_document()
    turned = replace(found, plan=steps[::-1])
    assert plan(turned, voice).startswith("Ouvrir la ligne [in French only] ")
    assert "Warn (" in plan(turned, voice)
