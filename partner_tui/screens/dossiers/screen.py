"""The dossiers of the data folder: open one, begin another, rename it, put it away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, key_for, key_name
from partner_tui.domain.values import Stage
from partner_tui.domain.workspace import Change, put
from partner_tui.errors import PartnerError
from partner_tui.i18n import _
from partner_tui.messages import Notice, Open
from partner_tui.screens.asking import Asking
from partner_tui.screens.dossiers.lines import Found, look, page
from partner_tui.storage.drafts import Drafts
from partner_tui.storage.notices import asked_read_only
from partner_tui.storage.store import TinyStore
from partner_tui.widgets.chrome import KeyBar, NoticeBar, TitleBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import note
from partner_tui.widgets.prompt import Prompt
from partner_tui.workbook import Workbook


class DossiersScreen(Asking):
    """The first screen when no dossier was named."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.DOSSIERS,)
    BINDINGS = bindings(Scope.DOSSIERS)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._with_archived = False
        self._found: Sequence[Found] = ()
        self._drafts: Drafts | None = None

    @property
    def drafts(self) -> Drafts:
        """What keeps a new name, or a dossier that is not made yet."""
        if self._drafts is None:
            self._drafts = self.services.drafts_of(self.services.paths.data)
        return self._drafts

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

    # -- showing

    def show_all(self, at: str = "") -> None:
        """Show the dossiers that are there now."""
        self._show_title()
        try:
            found = look(self.services.paths.data)
        except PartnerError as error:
            self._found = ()
            self.show_keys()
            self.lines.show([note(str(error), "warn")])
            return
        self._found = found
        self.show_keys()
        guide, today = self.services.guide, self.services.today()
        self.lines.show(page(found, self._with_archived, guide, today), at)

    def _show_title(self) -> None:
        words = _("Vos dossiers")
        if self.lines.needle:
            filtered = _("filtre\u00a0: {words} (échap l'enlève)")
            words = f"{words} · {filtered.format(words=self.lines.needle)}"
        data = str(self.services.paths.data).replace(str(Path.home()), "~", 1)
        self.query_one(TitleBar).put_ends(words, data)

    def filter_lines(self, words: str) -> None:
        """Show only the dossiers that hold these words, and say so in the title."""
        super().filter_lines(words)
        self._show_title()

    def show_keys(self) -> None:
        """Show the keys that have something to act on, or those of the line that is typed."""
        if self.query_one(Prompt).display:
            self.query_one(KeyBar).put_keys(self.typing_keys())
            return
        found = self._found
        own = self.services.settings.keys
        keys = [(key_name("enter"), _("ouvrir"))] if found else []
        names = ["new", *(("rename", "archive") if found else ())]
        names += ["archived"] if any(each.archived for each in found) else []
        names += ["filter"] if len(found) > 1 else []
        keys += [key_for(f"dossiers.{name}", own) for name in names]
        ends = [("?", _("aide")), ("q", _("quitter"))]
        self.query_one(KeyBar).put_keys([*keys, ("ctrl+p", _("tout"))], ends)

    @on(LineList.Chosen)
    def _open(self, event: LineList.Chosen) -> None:
        found = next((f for f in look(self.services.paths.data) if str(f.path) == event.key), None)
        if found is not None and found.problem:
            from partner_tui.screens.dossiers.mending import offer

            offer(self, found, lambda: self.show_all(event.key))
            return
        self.post_message(Open(Path(event.key)))

    # -- verbs

    def action_new(self) -> None:
        """Begin a dossier with a short form."""
        from partner_tui.screens.dialogs.begin import BeginScreen

        if self.services.read_only:
            self.post_message(Notice(asked_read_only(), urgent=True))
            return
        form = BeginScreen(self.services, self.drafts)
        self.app.push_screen(form, lambda _done: self._begun(form.made))

    def _begun(self, made: Path | None) -> None:
        if made is None:
            self.post_message(Notice(_("Aucun dossier n'a été créé.")))
            return
        self.show_all(str(made))
        self.post_message(Notice(_("Dossier créé dans {path}").format(path=made)))

    def action_rename(self) -> None:
        """Give the partnership another name."""
        found = self._readable()
        if found is not None and found.workspace is not None:
            name = found.workspace.partnership.name
            then = partial(self._rename, found.path)
            self.ask(_("Nouveau nom"), then, name, slot=f"{found.path.name}/name")

    def _rename(self, path: Path, name: str) -> None:
        told = _("Renommé\u00a0: {name}").format(name=name)
        self._change(path, "partnership.edit", naming(name), told)

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


def screen(services: Services) -> DossiersScreen:
    """Build the screen."""
    return DossiersScreen(services)
