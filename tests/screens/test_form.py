"""The form: real keys in, settled values out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from partner_tui import i18n
from partner_tui.domain.forms import Field, Heading
from partner_tui.domain.questions import Choice, Kind, Part
from partner_tui.errors import PartnerError
from partner_tui.resources import folder
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.outside import editor_command
from partner_tui.themes import THEME
from partner_tui.widgets.chrome import KeyBar
from partner_tui.widgets.fields import Editor
from partner_tui.widgets.form import Form

TODAY = date(2026, 11, 5)
"""A Thursday."""
FAMILIES = (Choice("time", "échéances"), Choice("goals", "objectifs"), Choice("other", "autre"))
PEOPLE = (Choice("c1", "Direction"), Choice("c2", "Vie étudiante [/]"), Choice("c3", "Pairs"))
ROWS = (
    Heading("Le risque"),
    Field("event", Part(kind=Kind.TEXT, label="Événement"), ("avant",)),
    Field("family", Part(kind=Kind.CHOICE, label="Famille", choices=FAMILIES), ("goals",)),
    Heading("La réponse [/b]"),
    Field("measures", Part(kind=Kind.LIST, label="Mesures", hint="mesure · par qui [x")),
    Field("told", Part(kind=Kind.PERSONS, label="Qui prévenir", choices=PEOPLE), ("c1",)),
    Field("trigger", Part(kind=Kind.LINE, label="Signe")),
    Field("cost", Part(kind=Kind.AMOUNT, label="Coût"), ("9000",)),
    Field("hours", Part(kind=Kind.NUMBER, label="Temps", unit="heures par mois")),
    Field("review", Part(kind=Kind.DATE, label="À revoir le"), ("2026-12-01",)),
    Field("agreed", Part(kind=Kind.TRI, label="D'accord")),
    Field("private", Part(kind=Kind.FLAG, label="Privé")),
)
FULL = "Le disque est plein."


class FormApp(App[None]):
    """A form over nothing, that keeps what it is asked to save."""

    CSS_PATH = folder("styles") / "app.tcss"

    def __init__(self, at: str = "", full: bool = False, drafts: Path | None = None) -> None:
        super().__init__()
        self.register_theme(THEME)
        self.theme = THEME.name
        self.saved: list[tuple[str, tuple[str, ...]]] = []
        self.drafts: dict[str, str] = {}
        self.full = full
        self.closed = False
        self.form_screen = FormScreen(
            "R2", ROWS, self.save, TODAY, at=at, draft=self.drafts.__setitem__, drafts=drafts
        )

    def on_mount(self) -> None:
        """Open the form."""
        self.push_screen(self.form_screen, self.close_form)

    def save(self, name: str, strings: tuple[str, ...]) -> str | None:
        """Keep a value, unless the disk is full."""
        self.saved.append((name, strings))
        return FULL if self.full else None

    def close_form(self, _nothing: None) -> None:
        """Remember that the form was closed."""
        self.closed = True

    def editor(self, name: str) -> Editor:
        """Return a field of the form."""
        return self.form_screen.query_one(Form).editor(name)

    @property
    def here(self) -> str:
        """The name of the field where the keys act."""
        editor = self.form_screen.query_one(Form).current
        return editor.field.name if editor else ""

    def lines(self) -> list[str]:
        """Return the lines on the screen."""
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


@pytest.fixture(autouse=True)
def french() -> Iterator[None]:
    """Speak French, whatever another test did."""
    i18n.use("fr")
    yield
    i18n.use("fr")


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type a text key by key."""
    await pilot.press(*text)


async def test_accents_are_typed_and_saved_on_leaving() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, " à l'œuvre")
        assert app.saved == []
        await pilot.press("tab")
        assert app.saved == [("event", ("avant à l'œuvre",))]
        assert app.here == "family"


async def test_leaving_without_a_change_saves_nothing() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["tab"] * 12, *["shift+tab"] * 12, "escape")
        assert app.saved == []
        assert app.closed


async def test_tab_goes_through_every_field_and_around() -> None:
    app = FormApp()
    names = [row.name for row in ROWS if isinstance(row, Field)]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = []
        for _ in names:
            seen.append(app.here)
            await pilot.press("tab")
        assert seen == names
        assert app.here == "event"
        await pilot.press("shift+tab")
        assert app.here == "private"


async def test_arrows_pass_through_texts_at_their_edges() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "b", "up")
        assert app.here == "event"
        await pilot.press("down", "down")
        assert app.here == "family"
        await pilot.press("up")
        assert app.here == "event"
        assert app.saved == [("event", ("avant\nb",))]


async def test_enter_leaves_a_line_and_settles_the_last_one() -> None:
    app = FormApp(at="trigger")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "rires")
        await pilot.press("enter")
        assert app.here == "cost"
        assert app.saved == [("trigger", ("rires",))]


async def test_keys_typed_ahead_reach_the_field_they_were_meant_for() -> None:
    app = FormApp(at="trigger")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "b", "enter", "5", "tab", "6", "tab", "+", "7", "tab")
        expected = [("trigger", ("ab",)), ("cost", ("5",)), ("hours", ("6",))]
        assert app.saved == [*expected, ("review", ("2026-11-12",))]


@pytest.mark.parametrize(
    ("name", "saved"),
    [("trigger", ("un deux",)), ("measures", ("un", "deux")), ("event", ("avantun\n deux",))],
)
async def test_a_paste_of_several_lines_is_kept_whole(name: str, saved: tuple[str, ...]) -> None:
    app = FormApp(at=name)
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor(name).post_message(Paste("un\r\n\x07 deux\n"))
        await pilot.press("tab")
        assert app.saved == [(name, saved)]


async def test_a_paste_takes_the_place_of_a_sum_that_is_typed_anew() -> None:
    app = FormApp(at="cost")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.editor("cost").post_message(Paste("1 250,50 $\n"))
        await pilot.press("tab")
        assert app.saved == [("cost", ("1250.50",))]


async def test_a_day_is_read_and_told_while_it_is_typed() -> None:
    app = FormApp(at="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "jeudi")
        assert app.lines()[22].strip() == "jeudi 12 novembre 2026"
        await pilot.press("tab")
        assert app.saved == [("review", ("2026-11-12",))]
        assert app.editor("review").typed == "2026-11-12"


async def test_a_day_that_cannot_be_read_stays_with_a_sentence_and_esc_warns_once() -> None:
    app = FormApp(at="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await type_in(pilot, "bientôt")
        await pilot.press("tab")
        await pilot.pause()
        assert app.saved == []
        assert app.editor("review").typed == "bientôt"
        assert any("Écrivez un jour" in line for line in app.lines())
        await pilot.press("escape")
        assert not app.closed
        assert app.here == "review"
        assert "fermer sans ce texte" in app.lines()[23]
        await pilot.press("escape")
        assert app.closed
        assert app.saved == []


async def test_the_sentence_goes_once_the_text_can_be_read() -> None:
    app = FormApp(at="hours")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "enter")
        assert app.editor("hours").problem
        await pilot.press("up", "backspace", "7", "comma", "5")
        assert not app.editor("hours").problem
        await pilot.press("escape")
        assert app.saved == [("hours", ("7.5",))]
        assert app.closed


async def test_a_choice_is_made_by_letter_by_arrow_and_taken_back() -> None:
    app = FormApp(at="family")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "tab", "shift+tab", "right", "right", "tab")
        assert app.saved == [("family", ("time",)), ("family", ("other",))]
        await pilot.press("shift+tab", "q", "backspace", "tab")
        assert app.saved[2:] == [("family", ())]


async def test_yes_partly_no_and_a_flag_are_choices() -> None:
    app = FormApp(at="agreed")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "tab", "space", "tab")
        assert app.saved == [("agreed", ("partly",)), ("private", ("yes",))]


async def test_one_thing_is_picked_from_a_list_that_narrows() -> None:
    app = FormApp(at="family")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await type_in(pilot, "eche")
        await pilot.press("enter")
        assert app.saved == [("family", ("time",))]


async def test_several_things_are_ticked_in_a_list() -> None:
    app = FormApp(at="told")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "down", "space")
        assert any("[x] Pairs" in line for line in app.lines())
        await pilot.press("enter")
        assert app.saved == [("told", ("c1", "c3"))]
        assert app.here == "told"


async def test_a_list_that_is_left_changes_nothing() -> None:
    app = FormApp(at="told")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "space", "escape")
        assert not isinstance(app.screen, Pick)
        assert app.saved == []
        assert not app.closed


async def test_a_choice_that_was_looked_for_counts_without_a_tick() -> None:
    app = FormApp(at="told")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("backspace", "enter")
        await type_in(pilot, "vie")
        await pilot.press("enter")
        assert app.saved[-1] == ("told", ("c2",))


async def test_a_search_that_finds_nothing_says_so_and_enter_leaves_the_field_alone() -> None:
    app = FormApp(at="family")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "z", "z")
        assert any("rien ne correspond" in line for line in app.lines())
        await pilot.press("enter")
        assert app.saved == []


async def test_esc_keeps_what_was_typed() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "escape")
        assert app.saved == [("event", ("avants",))]
        assert app.closed


async def test_a_value_that_cannot_be_saved_says_why_and_is_tried_again() -> None:
    app = FormApp(full=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "tab")
        await pilot.pause()
        assert any(FULL in line for line in app.lines())
        assert "! non enregistré" in app.lines()[0]
        app.full = False
        await pilot.press("escape")
        assert app.saved == [("event", ("avants",))] * 2
        assert app.closed


async def test_what_is_typed_is_offered_as_a_draft_after_a_pause() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause(0.8)
        assert app.drafts == {"event": "avants"}
        assert app.saved == []


async def test_values_from_elsewhere_leave_what_is_being_typed() -> None:
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        form = app.form_screen.query_one(Form)
        form.refresh_values({"event": ("autre",), "cost": ("12.50",)})
        assert app.editor("cost").typed == "12,50\u00a0$"
        await pilot.press("tab", "escape")
        assert app.saved == [("event", ("avants",))]


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


async def test_another_language_speaks_in_the_bars() -> None:
    i18n.use("en")
    app = FormApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.screen.query_one(KeyBar)
        await pilot.press("escape")
        assert app.closed


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
