"""A form on its own screen: every settled change is saved at once, and esc keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from partner_tui.commands import key_name
from partner_tui.domain.forms import Field, Heading
from partner_tui.domain.parsing import Strings
from partner_tui.domain.questions import Part
from partner_tui.i18n import N_, _, current
from partner_tui.resources import folder
from partner_tui.screens.dialogs.pick import pick_for
from partner_tui.screens.outside import OutsideError, edited_outside
from partner_tui.storage.drafts import DRAFT_SECONDS
from partner_tui.widgets.chrome import KeyBar, TitleBar
from partner_tui.widgets.fields import (
    Editor,
    FieldChanged,
    FieldTyped,
    OutsideAsked,
    PickAsked,
)
from partner_tui.widgets.form import Form

Save = Callable[[str, Strings], str | None]
"""Keep the value of a field; return why it could not be, if it could not."""
Draft = Callable[[str, str, str], None]
"""Keep what is being typed in a field, beside what stood there before."""
Say = Callable[[], tuple[str, Sequence[Heading | Field]]]
"""Return the title and the same rows, in the language of the screen."""


class FormScreen(Screen[None]):
    """The fields of one record; `drafts` is the private folder for the person's own editor."""

    CSS_PATH = folder("styles") / "form.tcss"
    AUTO_FOCUS = ""
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Textual would draw the whole screen again each time the keys move to another field."""

    BINDINGS = [Binding("escape", "close", show=False, id="form.close")]
    CLOSES = N_("fermer")
    """What escape does, in a word."""
    SAVED = N_("✓ enregistré")
    """What the title says once a value is kept."""

    def __init__(
        self,
        title: str,
        rows: Sequence[Heading | Field],
        save: Save,
        today: date,
        *,
        at: str = "",
        draft: Draft | None = None,
        drafts: Path | None = None,
    ) -> None:
        super().__init__()
        self._heading = title
        self._rows = rows
        self._form = Form(rows, today)
        self._save = save
        self._at = at
        self._draft = draft
        self._drafts = drafts
        self._saved = self.SAVED
        self._warned = False
        self._language = current().language
        self.say: Say | None = None
        self.waits: Callable[[], bool] = bool
        """Tells whether something of the dossier waits to be saved."""

    def compose(self) -> ComposeResult:
        """Lay the form between the title and the keys."""
        yield TitleBar()
        yield self._form
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the bars and begin in the first field."""
        self._show_bars()
        self._form.go_to(self._at)

    def on_resize(self) -> None:
        """Fit the bars to the new width."""
        if self.is_mounted:
            self._show_bars()

    def on_screen_suspend(self) -> None:
        """Keep what was typed when another screen comes in front."""
        self.settle()

    def show_all(self) -> None:
        """Say everything again, after someone's change or in another language.

        What is being typed stays as it is: to settle it now would end a word in the middle, and
        ask to weigh two texts while the keys still come. A language changes between two keys only.
        """
        if self._language != current().language:
            self.settle()
            self._language = current().language
        if self.say is not None:
            self._heading, rows = self.say()
            self._form.respell(rows)
        self._show_bars()

    def _show_bars(self) -> None:
        urgent = self.waits() or self._saved.startswith("!")
        saved = _("! non enregistré") if urgent else _(self._saved)
        self.query_one(TitleBar).put_title(self._heading, saved, urgent)
        keys = [("tab", _("suivant")), (_("maj+tab"), _("précédent"))]
        if self._drafts is not None:
            keys.append(("ctrl+e", _("votre éditeur")))
        close = _("fermer sans ce texte") if self._warned else _(self.CLOSES)
        self.query_one(KeyBar).put_keys([(key_name("escape"), close), *keys])

    # -- what others put in

    def part(self, name: str) -> Part:
        """Return what a field can hold."""
        return self._form.editor(name).field.part

    def put(self, name: str, strings: Strings) -> None:
        """Show a value that was saved elsewhere than by leaving its field."""
        self._form.editor(name).accept(strings)
        self._saved = self.SAVED
        self._show_bars()

    def row(self, name: str) -> Field | None:
        """Return the blank of a name, as it was when the form was opened."""
        fields = (row for row in self._rows if isinstance(row, Field))
        return next((field for field in fields if field.name == name), None)

    def offer(self, name: str, text: str) -> None:
        """Put a text that was being typed back in its field."""
        self._at = name
        self.call_after_refresh(self._retype, name, text)

    def _retype(self, name: str, text: str) -> None:
        self._form.editor(name).retype(text)
        self._form.go_to(name)

    # -- saving

    def settle(self) -> Editor | None:
        """Save what every field holds; return the first one that could not be."""
        for editor in self._form.editors:
            strings = editor.settle()
            if strings is not None:
                self._keep(editor, strings)
            if editor.problem:
                self._keep_draft(editor, editor.typed)
        return next((editor for editor in self._form.editors if editor.problem), None)

    def _keep(self, editor: Editor, strings: Strings) -> None:
        why = self._save(editor.field.name, strings)
        if why:
            editor.refuse(why)
        self._saved = N_("! non enregistré") if why else self.SAVED
        self._show_bars()

    @on(FieldChanged)
    def _changed(self, event: FieldChanged) -> None:
        self._keep(event.editor, event.strings)

    @on(FieldTyped)
    def _typed(self, event: FieldTyped) -> None:
        if self._warned:
            self._warned = False
            self._show_bars()
        if self._draft is not None:
            self.set_timer(
                DRAFT_SECONDS, lambda: self._keep_draft(event.editor, event.editor.typed)
            )

    def _keep_draft(self, editor: Editor, typed: str) -> None:
        """Keep a draft once the typing pauses."""
        if self._draft is not None and editor.dirty and editor.typed == typed:
            self._draft(editor.field.name, typed, editor.saved)

    def action_close(self) -> None:
        """Save what was typed and close; stop once at what could not be saved."""
        stuck = self.settle()
        if stuck is None or self._warned:
            self._forget_refused()
            self.dismiss()
            return
        self._warned = True
        self._show_bars()
        self._form.go_to(stuck.field.name)

    def _forget_refused(self) -> None:
        """Drop the drafts of the texts that the person leaves behind knowingly."""
        for editor in self._form.editors:
            if editor.problem and self._draft is not None:
                self._draft(editor.field.name, "", "")

    # -- other ways to fill a field

    @on(PickAsked)
    def _pick(self, event: PickAsked) -> None:
        pick_for(self.app, event.editor)

    @on(OutsideAsked)
    def _edit_outside(self, event: OutsideAsked) -> None:
        if self._drafts is None:
            return
        try:
            with edited_outside(self.app, event.editor.typed, self._drafts) as text:
                event.editor.retype(text)
                event.editor.flush()
        except OutsideError as error:
            event.editor.complain(str(error))
