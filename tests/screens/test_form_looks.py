"""The form: how it reads, at any size, and the person's own editor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from form_app import ROWS, TODAY, FormApp
from textual.widgets import Input

from partner_tui import i18n
from partner_tui.domain.forms import Field
from partner_tui.errors import PartnerError
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.outside import editor_command


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Speak French, whatever another test did."""
    i18n.use("fr")
    yield
    i18n.use("fr")


async def test_user_text_is_never_markup_and_the_screen_reads_well() -> None:
    app = FormApp(at="told")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "space", "enter", "shift+tab")
        await pilot.pause()
        screen = "\n".join(app.lines())
        assert " Événement          avant" in screen
        assert " Famille            ‹ objectifs ›" in screen
        assert " La réponse [/b]" in screen
        assert "▌Mesures            mesure · par qui [x" in screen
        assert "Direction, Vie étudiante [/]" in screen
        assert "heures par mois" in screen


@pytest.mark.parametrize("size", [(40, 10), (24, 6), (120, 40)])
async def test_the_field_stays_in_sight_at_any_size(size: tuple[int, int]) -> None:
    app = FormApp()
    async with app.run_test(size=size) as pilot:
        for row in (row for row in ROWS if isinstance(row, Field)):
            await pilot.pause()
            assert any(line.startswith("▌" + row.part.label[:18]) for line in app.lines())
            await pilot.press("tab")


async def test_sums_are_written_in_the_language_of_the_screen() -> None:
    i18n.use("en")
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.editor("cost").typed == "$9,000"
        await pilot.press("escape")
        assert app.saved == []


async def test_going_to_another_field_does_not_draw_the_screen_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        await pilot.pause(0.2)  # the screen has been drawn for having come in front
        drawn: list[object] = []
        monkeypatch.setattr(app.form_screen, "refresh", lambda *_a, **_k: drawn.append(1))
        await pilot.press("tab", "tab")
        assert drawn == []


async def test_an_editor_that_is_missing_is_told_under_the_field(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor -w")
    app = FormApp(drafts=tmp_path / "drafts")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert app.editor("event").problem == "L'éditeur no-such-editor est introuvable."
        monkeypatch.setenv("VISUAL", "true")
        await pilot.press("ctrl+e")
        assert "autre éditeur" in app.editor("event").problem
        assert not list((tmp_path / "drafts").iterdir())
        await pilot.press("escape")
        assert app.closed
        assert app.saved == []


def test_the_editor_is_the_one_the_person_named() -> None:
    assert editor_command({"EDITOR": "sh -c 'a b'"}) == ["sh", "-c", "a b"]
    assert editor_command({"VISUAL": "sh", "EDITOR": "nope"}) == ["sh"]
    with pytest.raises(PartnerError):
        editor_command({"EDITOR": "'unclosed"})


async def test_a_form_opens_fast() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        rows = [Field(f"f{n}", row.part) for n, row in enumerate((*ROWS, *ROWS)[:22])
                if isinstance(row, Field)][:18]  # fmt: skip
        began = process_time()
        await app.push_screen(FormScreen("R3", rows, app.save, TODAY))
        assert process_time() - began < 0.6
        assert len(app.screen.query(Input)) > 4
