"""The dossiers of the data folder: where each one stands, and how to begin another."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, key_for, key_name
from partner_tui.documents.status import overall
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import day, label
from partner_tui.domain.meetings import next_meeting
from partner_tui.domain.questions import Guide
from partner_tui.domain.signals import signals
from partner_tui.domain.values import Stage
from partner_tui.domain.workspace import Change, Workspace, put
from partner_tui.errors import PartnerError
from partner_tui.i18n import _, current, ngettext
from partner_tui.messages import Notice, Open
from partner_tui.storage import folder
from partner_tui.storage.store import TinyStore
from partner_tui.widgets.chrome import KeyBar, NoticeBar, TitleBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note
from partner_tui.widgets.prompt import Prompt
from partner_tui.workbook import Workbook


class Found(Struct, frozen=True):
    """A dossier of the data folder, or why it cannot be read."""

    path: Path
    workspace: Workspace | None
    problem: str = ""

    @property
    def archived(self) -> bool:
        """True when it was put away."""
        return self.workspace is not None and self.workspace.partnership.stage is Stage.ARCHIVED


def look(data: Path) -> list[Found]:
    """Return the dossiers of a folder, those that cannot be read with the reason."""
    found = []
    for path in folder.dossiers(data):
        try:
            found.append(Found(path, TinyStore(path).load()))
        except PartnerError as error:
            found.append(Found(path, None, str(error)))
    return found


def line(found: Found, guide: Guide, today: date) -> Line:
    """Return one dossier as a line: name, stage, progress, next meeting, reminders."""
    if found.workspace is None:
        cells = (Cell(found.path.name + "  ", "strong", 24), Cell(found.problem, "warn", None))
        return Line(cells, key=str(found.path))
    workspace, t = found.workspace, current()
    done = overall(workspace, guide)
    meeting = next_meeting(workspace, today)
    waiting = len(signals(workspace, today))
    name = Voice(workspace, t).name(workspace.partnership) or _("Sans nom")
    return Line(
        (
            Cell("  " + name, "strong", None),
            Cell("  "),
            Cell(label(workspace.partnership.stage, t), "", 13),
            Cell(f"{done.answered}/{done.total}", "", 8, right=True),
            Cell("  "),
            Cell(day(meeting.on) if meeting else _("à planifier"), "", 12),
            Cell(
                ngettext("{n} rappel", "{n} rappels", waiting), "accent" if waiting else "dim", 12
            ),
        ),
        key=str(found.path),
    )


class DossiersScreen(Screen[None]):
    """The first screen when no dossier was named."""

    AUTO_FOCUS = "LineList"
    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.DOSSIERS,)
    BINDINGS = bindings(Scope.DOSSIERS)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self._with_archived = False
        self._renamed: Path | None = None

    @property
    def lines(self) -> LineList:
        """The list of dossiers."""
        return self.query_one(LineList)

    def compose(self) -> ComposeResult:
        """Lay the bars around the list."""
        yield TitleBar(id="title")
        yield Static(id="rule")
        yield LineList()
        yield Prompt()
        yield NoticeBar()
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Look into the data folder."""
        self.show_all()

    def on_screen_resume(self) -> None:
        """Look again: a dossier may have changed."""
        self.show_all()

    def show_all(self, at: str = "") -> None:
        """Show the dossiers that are there now."""
        data = str(self.services.paths.data).replace(str(Path.home()), "~", 1)
        self.query_one(TitleBar).put_ends(_("Vos dossiers"), data)
        try:
            found = look(self.services.paths.data)
        except PartnerError as error:
            self._show_keys([])
            self.lines.show([note(str(error), "warn")])
            return
        self._show_keys(found)
        shown = [f for f in found if self._with_archived or not f.archived]
        guide, today = self.services.guide, self.services.today()
        rows = [line(f, guide, today) for f in shown]
        self.lines.show([*_head(bool(rows)), *rows, *_foot(found, shown)], at)

    def _show_keys(self, found: list[Found]) -> None:
        """Show the keys that have something to act on."""
        own = self.services.settings.keys
        keys = [(key_name("enter"), _("ouvrir"))] if found else []
        names = ["new", *(("rename", "archive") if found else ())]
        names += ["archived"] if any(each.archived for each in found) else []
        keys += [key_for(f"dossiers.{name}", own) for name in names]
        keys += [("ctrl+p", _("tout")), ("?", _("aide")), ("q", _("quitter"))]
        self.query_one(KeyBar).put_keys(keys)

    @on(LineList.Chosen)
    def _open(self, event: LineList.Chosen) -> None:
        self.post_message(Open(Path(event.key)))

    # -- verbs

    def action_new(self) -> None:
        """Begin a dossier with a short form."""
        from partner_tui.screens.dialogs.begin import Beginning

        beginning = Beginning(self.services.today())
        self.app.push_screen(beginning.screen(), lambda _done: self._begun(beginning))

    def _begun(self, beginning: object) -> None:
        from partner_tui.screens.dialogs.begin import Beginning

        assert isinstance(beginning, Beginning)
        if not beginning.name:
            self.post_message(Notice(_("Aucun dossier n'a été créé\u00a0: il lui faut un nom.")))
            return
        try:
            made = self.services.create(beginning.workspace(), beginning.name)
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        self.show_all(str(made))
        self.post_message(Notice(_("Dossier créé dans {path}").format(path=made)))

    def action_rename(self) -> None:
        """Give the partnership another name."""
        if found := self._readable():
            self._renamed = found.path
            name = found.workspace.partnership.name if found.workspace else ""
            self.query_one(Prompt).ask(_("Nouveau nom"), name)

    @on(Prompt.Done)
    def _named(self, event: Prompt.Done) -> None:
        self._close_prompt()
        if self._renamed is not None and event.text:
            told = _("Renommé\u00a0: {name}").format(name=event.text)
            self._change(self._renamed, "partnership.edit", naming(event.text), told)

    @on(Prompt.Cancelled)
    def _close_prompt(self) -> None:
        self.query_one(Prompt).close()
        self.lines.focus()

    def action_archive(self) -> None:
        """Put a dossier away, or bring it back."""
        if found := self._readable():
            if found.archived:
                stage, verb, words = stage_before(found.path), "restore", _("Dossier ressorti.")
            else:
                stage, verb, words = Stage.ARCHIVED, "archive", _("Dossier archivé; v le montre.")
            self._change(found.path, f"partnership.{verb}", staging(stage), words)

    def action_archived(self) -> None:
        """Show the archived dossiers too, or hide them."""
        self._with_archived = not self._with_archived
        self.show_all()

    def _readable(self) -> Found | None:
        """Return the chosen dossier, or say why nothing can be done."""
        data = self.services.paths.data
        found = next((f for f in look(data) if str(f.path) == self.lines.key), None)
        if found is None:
            self.post_message(Notice(_("Aucun dossier n'est choisi; n en crée un.")))
        elif found.problem:
            self.post_message(Notice(found.problem, urgent=True))
            return None
        return found

    def _change(self, path: Path, verb: str, change: Change, told: str) -> None:
        try:
            Workbook(self.services.store(path), self.services.settings.signature).apply(
                verb, change
            )
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        self.show_all()
        self.post_message(Notice(told))


def naming(name: str) -> Change:
    """Return the verb that names the partnership."""
    return lambda workspace: put(workspace, replace(workspace.partnership, name=name))


def stage_before(path: Path) -> Stage:
    """Return the stage that a partnership had when it was archived."""
    for entry in TinyStore(path).history():
        for change in entry.changes:
            if change.before and change.after and change.after.get("stage") == Stage.ARCHIVED:
                return Stage(change.before["stage"])
    return Stage.ACTIVE


def staging(stage: Stage) -> Change:
    """Return the verb that says where the partnership stands."""
    return lambda workspace: put(workspace, replace(workspace.partnership, stage=stage))


def _head(any_found: bool) -> list[Line]:
    if not any_found:
        return []
    return [
        Line(
            (
                Cell("  " + _("Partenariat"), "heading", None),
                Cell("  "),
                Cell(_("Moment"), "heading", 13),
                Cell(_("Réponses"), "heading", 8, right=True),
                Cell("  "),
                Cell(_("Rencontre"), "heading", 12),
                Cell(_("Rappels"), "heading", 12),
            )
        )
    ]


def _foot(found: list[Found], shown: list[Found]) -> list[Line]:
    if not found:
        return [
            heading(_("Aucun dossier encore")),
            BLANK,
            note(
                _("Un dossier réunit tout d'un partenariat\u00a0: les questions des neuf étapes,"),
                "",
            ),
            note(_("les listes, les risques, les rencontres et l'énoncé qui en sort."), ""),
            BLANK,
            note(_("n  créer votre premier dossier"), "accent"),
            note(_("partner-tui --demo  ouvrir un exemple vivant, sans rien risquer"), "dim"),
        ]
    hidden = len(found) - len(shown)
    if not hidden:
        return []
    words = ngettext(
        "{n} dossier archivé; v le montre", "{n} dossiers archivés; v les montre", hidden
    )
    return [BLANK, note(words)]


def screen(services: Services) -> DossiersScreen:
    """Build the screen."""
    return DossiersScreen(services)
