"""Passer la main: who leaves, who takes over, what moves; then one change and one page."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.catalogue import Options
from partner_tui.documents.handover import compose, groups
from partner_tui.documents.pages.kit import sheet
from partner_tui.documents.voice import Voice
from partner_tui.domain.handing import handing, held
from partner_tui.domain.people import has_left
from partner_tui.domain.records import Contact
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current, ngettext, translator
from partner_tui.messages import Copy
from partner_tui.screens.above import Above
from partner_tui.screens.base import key_help
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.orders import pasted
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

Picked = tuple[str, ...] | None


class HandingScreen(Above):
    """Everything a person holds, shown before it changes hands at once."""

    MODE = "handing"
    SCOPES: ClassVar = (Scope.HANDING,)
    BINDINGS = bindings(Scope.WORK, Scope.HANDING)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._source = self._target = ""
        self._before: Workspace | None = None
        """The dossier as it was just before, once it is done."""

    @property
    def voice(self) -> Voice:
        """The words of the records."""
        return Voice(self.workspace, current())

    def on_mount(self) -> None:
        """Ask who leaves and who takes over at once."""
        super().on_mount()
        self.call_after_refresh(self.action_choose)

    # -- choosing

    def action_choose(self) -> None:
        """Ask who leaves, then who takes over."""
        self._source = self._target = ""
        self._before = None
        self.show_all()
        people = self.workspace.alive(Contact)
        pick = Pick(_("Qui passe la main?"), [*map(self._person, people)], (), many=False)
        self.app.push_screen(pick, self._leaving)

    def _person(self, contact: Contact) -> Line:
        many = len(held(self.workspace, contact.id, self.services.today()))
        count = ngettext("tient {n} chose", "tient {n} choses", many) if many else ""
        cells = (Cell(self.voice.contact(contact.id), "", None), Cell("  "), Cell(count, "dim"))
        return Line(cells, key=contact.id, search=contact.holder)

    def _leaving(self, picked: Picked) -> None:
        if not picked:
            self.dismiss()
            return
        self._source = picked[0]
        people = [
            contact
            for contact in self.workspace.alive(Contact)
            if contact.id != self._source and not has_left(contact, self.services.today())
        ]
        pick = Pick(_("Qui prend la suite?"), [*map(self._person, people)], (), many=False)
        self.app.push_screen(pick, self._following)

    def _following(self, picked: Picked) -> None:
        if not picked:
            self.action_choose()
            return
        self._target = picked[0]
        self.show_all()

    # -- showing

    def title_parts(self) -> list[str]:
        """Say what this screen is for."""
        return [_("Passer la main")]

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter does it, and once it is done that the page can be copied."""
        pair = [self.key_of("work.copy-all", _("copier la fiche"))]
        does = [] if self._before or not self._target else [key_help("enter", _("passer la main"))]
        return [*does, *pair, *super().keys()] if self._target else super().keys()

    def show_body(self) -> None:
        """Show what moves, or what moved."""
        if self._target:
            self.lines.show(self._told())
        else:
            self.lines.show(
                [note(_("Une personne part\u00a0: ce qu'elle tient passe à une autre."))]
            )

    def _told(self) -> list[Line]:
        workspace, t, today = self._before or self.workspace, current(), self.services.today()
        page = sheet(workspace, self.services.guide, t, Options(today=today, private=True))
        found = held(workspace, self._source, today)
        who, successor = self.voice.contact(self._source), self.voice.contact(self._target)
        rows = [note(f"{who} → {successor}", "strong"), note(*self._state(bool(found)))]
        for name, texts in groups(page, found):
            rows += [BLANK, heading(name, Cell(str(len(texts)), "dim"))]
            rows += [Line((Cell("", "", 2), Cell(text, "", None)), key=text) for text in texts]
        return (
            rows
            if found
            else [
                *rows,
                BLANK,
                Line(
                    (
                        Cell("  "),
                        Cell(_("rien à passer"), "dim"),
                    ),
                    "nothing",
                ),
            ]
        )

    def _state(self, something: bool) -> tuple[str, str]:
        if self._before:
            return _("C'est fait. u ramène tout; Y copie encore la fiche de passation."), "good"
        if something:
            return _("Tout ceci changera de main en un seul changement. ⏎ le fait."), "accent"
        return _("Cette personne ne tient rien\u00a0: ⏎ note seulement son départ."), "accent"

    # -- doing

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        if self._before is None and self._target:
            self._hand_over()

    def _hand_over(self) -> None:
        before, today = self.workspace, self.services.today()
        self._before = before
        told = _("{who} a passé la main à {next}. u annule tout.").format(
            who=self.voice.contact(self._source), next=self.voice.contact(self._target)
        )
        verb = handing(self._source, self._target, today)
        if not self.apply("contacts.handover", verb, told=told):
            self._before = None
            self.show_all()
            return
        if found := self.copy_all():
            self.post_message(Copy(*found))

    def action_undo(self) -> None:
        """Take back the last change, this one included."""
        self._before = None
        super().action_undo()

    # -- copying

    def copy_all(self) -> tuple[str, str] | None:
        """Return the page for the one who takes over."""
        if not self._target:
            return None
        workspace, today = self._before or self.workspace, self.services.today()
        t = translator(self.workspace.partnership.language)
        options = Options(today=today)
        page = compose(workspace, self._source, self._target, self.services.guide, t, options)
        return pasted(self.services, page), _("passation")


def screen(services: Services) -> HandingScreen:
    """Build the screen."""
    return HandingScreen(services)
