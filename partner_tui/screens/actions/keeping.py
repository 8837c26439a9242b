"""Filters of the actions kept under a name: chosen, kept, forgotten."""

from __future__ import annotations

from collections.abc import Callable

from partner_tui.documents import words
from partner_tui.domain.arranging import Choice
from partner_tui.domain.records import View
from partner_tui.domain.text import one_line
from partner_tui.domain.values import Sieve
from partner_tui.domain.viewing import called, chosen, keeping, views
from partner_tui.domain.workspace import archiving
from partner_tui.i18n import _, current
from partner_tui.screens.actions.rows import ActionsList, label
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.widgets.lines import Cell, Line

KEEP, FORGET = "keep", "forget"
AskMe = Callable[[Callable[[], None]], None]
"""What asks who I am, then does what waited for it."""
Picked = tuple[str, ...] | None


def described(choice: Choice) -> list[str]:
    """Return what a choice shows, in a few words."""
    t = current()
    sieve = [words.label(choice.sieve, t)] if choice.sieve else []
    typed = [t.quoted(one_line(choice.words))] if choice.words else []
    return [words.label(choice.which, t), *sieve, *typed, words.label(choice.grouping, t)]


def _row(text: str, key: str) -> Line:
    return Line((Cell(text, "accent", None),), key=key)


class Keeping:
    """Asks which filter to show, under which name to keep this one, or which to forget."""

    def __init__(
        self,
        screen: ActionsList,
        me: Callable[[], str],
        ask_me: AskMe,
    ) -> None:
        self._screen, self._me, self._ask_me = screen, me, ask_me

    @property
    def _views(self) -> list[View]:
        return views(self._screen.workspace)

    def _line(self, view: View) -> Line:
        told, name = " · ".join(described(chosen(view))), label(self._screen.workspace, view)
        cells = (Cell(name, "", 30), Cell("  "), Cell(told, "dim", None))
        return Line(cells, key=view.id)

    def ask(self) -> None:
        """Show the filters that were kept, then what can be done with them."""
        rows = [*map(self._line, self._views), _row(_("garder ce que je vois sous un nom…"), KEEP)]
        if self._views:
            rows.append(_row(_("oublier un filtre…"), FORGET))
        pick = Pick(
            _("Filtres gardés dans ce dossier"), rows, (self._screen.choice.view,), many=False
        )
        self._screen.app.push_screen(pick, self._picked)

    def _picked(self, picked: Picked) -> None:
        if not picked:
            return
        view = self._screen.workspace.find(View, picked[0])
        if view is not None:
            self.show(view)
        elif picked[0] == KEEP:
            self._ask_name()
        else:
            pick = Pick(_("Quel filtre oublier?"), [*map(self._line, self._views)], (), many=False)
            self._screen.app.push_screen(pick, self._forget)

    def show(self, view: View) -> None:
        """Show what a filter lets through; mine are those of who looks."""
        me = self._me()
        if view.sieve is Sieve.MINE and not me:
            self._ask_me(lambda: self.show(view))
        else:
            self._screen.choose(chosen(view, me))

    def _ask_name(self, text: str = "") -> None:
        self._screen.ask_line(lambda: _("Nom du filtre"), self._keep, self._hint, text, slot="")

    def _hint(self, text: str) -> str:
        if called(self._screen.workspace, text):
            return _("Ce nom est pris\u00a0: l'ancien filtre sera remplacé.")
        told = " · ".join(described(self._screen.choice))
        return _("Gardé dans le dossier, pour tous\u00a0: {what}").format(what=told)

    def _keep(self, text: str) -> None:
        screen = self._screen
        told = _("Gardé\u00a0: {name}. Touche f, ou ctrl+p et son nom.").format(name=text)
        if screen.apply("views.name", keeping(screen.choice, text), told=told):
            if view := called(screen.workspace, text):
                self.show(view)
        else:
            self._ask_name(text)

    def _forget(self, picked: Picked) -> None:
        view = self._screen.workspace.find(View, picked[0]) if picked else None
        if view is not None:
            told = _("Oublié\u00a0: {name}. u le ramène.").format(
                name=label(self._screen.workspace, view)
            )
            self._screen.apply("views.archive", archiving(View, view.id), told=told)
