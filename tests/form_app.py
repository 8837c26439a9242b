"""A small program around the form: the bench of its tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from partner_tui.domain.forms import Field, Heading
from partner_tui.domain.questions import Choice, Kind, Part
from partner_tui.resources import folder
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.themes import THEME
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
        self.before = ""
        self.full = full
        self.closed = False
        self.form_screen = FormScreen(
            "R2", ROWS, self.save, TODAY, at=at, draft=self.draft, drafts=drafts
        )

    def draft(self, name: str, text: str, before: str) -> None:
        """Keep a text beside what stood there."""
        self.drafts[name] = text
        self.before = before

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


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type a text key by key."""
    await pilot.press(*text)
