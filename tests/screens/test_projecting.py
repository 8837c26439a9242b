"""While others see the screen nothing private is on it, wherever one goes; the same key ends it."""

from __future__ import annotations

from driving import notice, press, title, words
from msgspec.structs import replace

from partner_tui.app import PartnerApp
from partner_tui.commands import MODES
from partner_tui.domain.discretion import hidden, projected, told_in_public
from partner_tui.domain.records import Action, Answer, Note, Risk
from partner_tui.domain.values import NoteKind
from partner_tui.domain.workspace import TABLES, adding
from partner_tui.messages import Go

SECRET = "SECRETDOSSIER"


def spoiled(app: PartnerApp) -> None:
    """Make something private in every table that can hold it, each with the same word."""
    book = app.services.workbook
    risk = book.workspace.table(Risk)["r1"]
    book.apply("risks.edit", adding(replace(risk, event=SECRET, private=True)))
    action = book.workspace.table(Action)["a5"]
    book.apply("actions.edit", adding(replace(action, text=SECRET, private=True)))
    note = Note(id="secret", meeting="m6", kind=NoteKind.WIN, text=SECRET, private=True)
    book.apply("notes.add", adding(note))
    answer = book.workspace.table(Answer)["s1.need.value"]
    told = replace(answer.response, note=SECRET, values=((SECRET,),))
    book.apply("answers.answer", adding(replace(answer, response=told, private=True)))


async def test_nothing_private_is_on_any_screen_and_the_same_key_ends_it(
    demo_app: PartnerApp,
) -> None:
    spoiled(demo_app)
    async with demo_app.run_test(size=(120, 60)) as pilot:
        await press(pilot, "4")
        assert SECRET in words(demo_app)
        await press(pilot, "f5")
        assert SECRET not in words(demo_app)
        assert "projection, privé caché" in title(demo_app)
        assert "F5" in notice(demo_app)
        for mode, _letter, _label in MODES:
            await demo_app.run_action(f"app.go('{mode}')")
            await pilot.pause()
            assert SECRET not in words(demo_app), mode
        for above in ("actions", "decisions", "history", "handing"):
            await demo_app.run_action(f"app.above('{above}')")
            await pilot.pause()
            assert SECRET not in words(demo_app), above
            await press(pilot, "q")
        for target in ("meetings/m6", "question:s1.need.value"):
            demo_app.post_message(Go(target))
            await pilot.pause()
            await press(pilot, "enter")
            assert SECRET not in words(demo_app), target
            await press(pilot, "escape")
        await press(pilot, "4", "f5")
        assert SECRET in words(demo_app)
        assert "projection" not in title(demo_app)


async def test_a_private_answer_is_not_opened_nor_lost_while_projecting(
    demo_app: PartnerApp,
) -> None:
    spoiled(demo_app)
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "f5")
        demo_app.post_message(Go("question:s1.need.value"))
        await pilot.pause()
        await pilot.pause()
        await press(pilot, "enter")
        assert "privée" in notice(demo_app)
        kept = demo_app.services.workbook.workspace.table(Answer)["s1.need.value"]
        assert kept.response.note == SECRET


async def test_a_change_made_while_projecting_touches_nothing_else(demo_app: PartnerApp) -> None:
    spoiled(demo_app)
    async with demo_app.run_test(size=(80, 24)) as pilot:
        before = demo_app.services.workbook.workspace
        await press(pilot, "4", "f5", "space")
        after = demo_app.services.workbook.workspace
        changed = {
            (table, key)
            for table in TABLES
            for key, record in after.tables.get(table, {}).items()
            if before.tables.get(table, {}).get(key) != record
        }
        assert len(changed) == 1
        assert before.table(Risk)["r1"] == after.table(Risk)["r1"]


def test_what_is_shown_has_no_private_record(demo_app: PartnerApp) -> None:
    spoiled(demo_app)
    whole = demo_app.services.workbook.workspace
    assert SECRET not in str(projected(whole))
    assert hidden(whole) >= 4
    entries = demo_app.services.workbook.recent(50)
    assert SECRET in str(entries)
    assert SECRET not in str(told_in_public(whole, entries))
