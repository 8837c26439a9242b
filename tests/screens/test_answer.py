"""The editor of an answer: every question can be answered as what it is, each field saved."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from driving import SIZE, an_app_with, demo_store, press, words, write
from screens.conftest import TODAY

from partner_tui import demo, i18n
from partner_tui.app import PartnerApp
from partner_tui.domain.answers import response_of, strings_of
from partner_tui.domain.forms import Field
from partner_tui.domain.known import answer_of
from partner_tui.domain.parsing import YES, Strings, parse
from partner_tui.domain.progress import state_of
from partner_tui.domain.questions import Kind, Per, Question
from partner_tui.domain.records import Objective, Organization, Partnership
from partner_tui.domain.values import AnswerState, Tri
from partner_tui.domain.workspace import Workspace, put
from partner_tui.guide.load import guide
from partner_tui.screens.steps.answer import AnswerScreen, change, rows
from partner_tui.screens.steps.screen import StepsScreen
from partner_tui.widgets.form import Form

QUESTIONS = [q.id for q in guide("fr").questions() if not q.records]
SAMPLES: dict[Kind, Strings] = {
    Kind.TEXT: ("Deux lignes\nde texte [/]",),
    Kind.LINE: ("Une ligne",),
    Kind.LIST: ("un", "deux · trois"),
    Kind.TRI: (Tri.PARTLY.value,),
    Kind.PERSON: ("c1",),
    Kind.PERSONS: ("c1", "c2"),
    Kind.ORG: ("o1",),
    Kind.ORGS: ("o1", "o2"),
    Kind.DATE: ("2026-11-30",),
    Kind.AMOUNT: ("9000.50",),
    Kind.NUMBER: ("7.5",),
    Kind.FLAG: (YES,),
}


@cache
def dossiers() -> tuple[Workspace, ...]:
    """Return a dossier of nothing, one just begun, and the sample."""
    begun = put(
        Workspace(),
        Partnership(name="Jardin"),
        Organization(id="o1", name="Cégep"),
        Organization(id="o2", name="Sillon"),
        Objective(id="b1", label="Planter"),
    )
    return Workspace(), begun, demo.workspace(TODAY)


def fields(question: Question, workspace: Workspace) -> list[Field]:
    """Return the blanks of the editor, without its headings."""
    return [row for row in rows(question, workspace) if isinstance(row, Field)]


def asked(key: str, language: str = "fr") -> Question:
    """Return a question."""
    found = guide(language).question(key)
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("key", QUESTIONS)
def test_every_question_has_an_editor_on_any_dossier(key: str, language: str) -> None:
    i18n.use(language)
    question = asked(key, language)
    for workspace in dossiers():
        blanks = fields(question, workspace)
        names = [blank.name for blank in blanks]
        assert len(set(names)) == len(names)
        assert names[-2:] == ["state", "private"]
        for blank in blanks:
            assert blank.part.label
            assert blank.part.kind is not Kind.RECORDS


@pytest.mark.parametrize("key", QUESTIONS)
def test_every_blank_keeps_what_it_is_given(key: str) -> None:
    question = asked(key)
    for workspace in dossiers():
        for blank in fields(question, workspace):
            choices = blank.part.choices
            given = (choices[-1].id,) if choices else SAMPLES[blank.part.kind]
            after = change(question, blank.name, given)(workspace)
            kept = next(b for b in fields(question, after) if b.name == blank.name)
            assert kept.strings == given, blank
            emptied = change(question, blank.name, ())(after)
            left = next(b for b in fields(question, emptied) if b.name == blank.name)
            assert left.strings == (("open",) if blank.name == "state" else ())


@pytest.mark.parametrize("kind", [kind for kind in SAMPLES if kind not in (Kind.TRI, Kind.FLAG)])
def test_a_value_reads_back_as_it_is_kept(kind: Kind) -> None:
    assert parse(kind, "\n".join(SAMPLES[kind]), TODAY) == SAMPLES[kind]


def test_questions_per_organization_have_a_place_for_each() -> None:
    for question in guide("fr").questions():
        if question.per is Per.ORGANIZATION and not question.records:
            names = {f.name for f in fields(question, dossiers()[1])}
            assert {"o1.0", "o2.0", "o1.note", "o2.note", ".note"} <= names


def test_nothing_changes_when_nothing_is_said() -> None:
    for key in QUESTIONS:
        question = asked(key)
        assert change(question, ".note", ())(dossiers()[1]) is dossiers()[1]


def editor(app: PartnerApp) -> AnswerScreen:
    """Return the editor, which must be in front."""
    assert isinstance(app.screen, AnswerScreen)
    return app.screen


async def opened(app: PartnerApp, pilot: object, key: str) -> AnswerScreen:
    """Open the editor of a question."""
    await press(pilot, "2")  # type: ignore[arg-type]
    assert isinstance(app.screen, StepsScreen)
    app.screen.go_to(key)
    await press(pilot, "enter")  # type: ignore[arg-type]
    return editor(app)


async def test_a_text_with_accents_is_saved_when_left(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await opened(empty_app, pilot, "s1.need.others")
        await write(pilot, "Oui, l'été")
        await press(pilot, "enter")
        await write(pilot, "et après")
        await press(pilot, "escape")
        found = answer_of(empty_app.services.workspace, "s1.need.others")
        assert strings_of(found, 0) == ("Oui, l'été\net après",)
        assert found is not None and found.state is AnswerState.TALKING
        assert "Oui, l'été" in words(empty_app)


async def test_undo_takes_back_one_field(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await opened(empty_app, pilot, "s1.need.others")
        await write(pilot, "oui")
        await press(pilot, "tab")
        await write(pilot, "vraiment")
        await press(pilot, "escape", "u")
        found = answer_of(empty_app.services.workspace, "s1.need.others")
        assert response_of(found).note == "" and strings_of(found, 0) == ("oui",)
        await press(pilot, "u")
        assert answer_of(empty_app.services.workspace, "s1.need.others") is None


async def test_each_organization_takes_its_position_and_a_difference_shows(
    empty_app: PartnerApp,
) -> None:
    question = next(
        q
        for q in empty_app.services.guide.questions()
        if q.per is Per.ORGANIZATION and q.parts[0].kind is Kind.TRI and len(q.parts) == 1
    )
    async with empty_app.run_test(size=SIZE) as pilot:
        await opened(empty_app, pilot, question.id)
        assert "Cégep" in words(empty_app) and "Ensemble" in words(empty_app)
        await press(pilot, "o", "tab", "tab", "n", "tab")
        await press(pilot, "escape")
        found = answer_of(empty_app.services.workspace, question.id)
        assert strings_of(found, 0, "o1") == ("yes",)
        assert strings_of(found, 0, "o2") == ("no",)
        assert "≠" in words(empty_app)


async def test_a_date_is_read_as_people_write_it(empty_app: PartnerApp) -> None:
    question = next(
        q
        for q in empty_app.services.guide.questions()
        if q.per is None and any(p.kind is Kind.DATE for p in q.parts)
    )
    number = next(n for n, part in enumerate(question.parts) if part.kind is Kind.DATE)
    async with empty_app.run_test(size=SIZE) as pilot:
        screen = await opened(empty_app, pilot, question.id)
        screen.query_one(Form).go_to(f".{number}")
        await write(pilot, "30 nov")
        await press(pilot, "escape")
        found = answer_of(empty_app.services.workspace, question.id)
        assert strings_of(found, number) == ("2026-11-30",)


async def test_the_state_and_the_private_mark_are_fields(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        screen = await opened(empty_app, pilot, "s1.need.others")
        screen.query_one(Form).go_to("state")
        await press(pilot, "c", "tab", "o", "escape")
        workspace = empty_app.services.workspace
        found = answer_of(workspace, "s1.need.others")
        assert state_of(workspace, asked("s1.need.others")) is AnswerState.AGREED
        assert found is not None and found.private


async def test_why_it_is_asked_stands_above(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await opened(demo_app, pilot, "s1.need.others")
        text = words(demo_app)
        assert asked("s1.need.others").text[:40] in text
        assert "Où en est-on?" in text


@pytest.mark.parametrize(
    "step", [s.id for s in guide("fr").steps if not all(q.records for q in s.questions)]
)
async def test_every_editor_opens_and_looking_changes_nothing(
    demo_app: PartnerApp, step: str
) -> None:
    found = next(each for each in guide("fr").steps if each.id == step)
    async with demo_app.run_test(size=SIZE) as pilot:
        before = demo_app.services.workspace
        for question in found.questions:
            if not question.records:
                await opened(demo_app, pilot, question.id)
                await press(pilot, "shift+tab", "escape")
        assert isinstance(demo_app.screen, StepsScreen)
        assert demo_app.services.workspace is before


async def test_the_editor_of_the_longest_question_shows_the_field_one_is_in(
    tmp_path: Path,
) -> None:
    question = max(guide("fr").questions(), key=lambda q: len(fields(q, dossiers()[2])))
    app = an_app_with(demo_store(), tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app, pilot, question.id)
        form = screen.query_one(Form)
        for each in form.editors:
            assert app.focused is each
            assert form.region.overlaps(each.region)
            await press(pilot, "tab")
