"""What the keys do here, from the registry of commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from partner_tui.commands import Scope, in_scope, keys_of
from partner_tui.domain.blocks import Block, Heading, Paragraph, Span, Table, inline
from partner_tui.i18n import N_, _
from partner_tui.widgets.page import Page

MOVES = (
    ("↑ ↓  j k", N_("Monter, descendre.")),
    ("⏎", N_("Ouvrir la ligne choisie.")),
    ("tab", N_("Passer d'une zone à l'autre.")),
    ("échap", N_("Revenir, sans rien perdre.")),
)


class Help(ModalScreen[None]):
    """A page of keys, closed by escape."""

    BINDINGS = [Binding("escape,q,question_mark,f1", "dismiss(None)", show=False, id="help.close")]

    def __init__(self, scopes: Sequence[Scope], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._scopes, self._keymap = scopes, keymap

    def compose(self) -> ComposeResult:
        """Show one page."""
        yield Page()

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one(Page).show(self.blocks())

    def blocks(self) -> list[Block]:
        """Return the keys of this screen, then those of all screens."""
        return [
            Heading(1, inline(_("Ce que font les touches ici"))),
            self._table(*self._scopes),
            Heading(2, inline(_("Partout"))),
            Table((inline(_("Touche")), inline(_("Effet"))), tuple(
                (inline(keys), inline(_(text))) for keys, text in MOVES
            )),
            self._table(Scope.WORK, Scope.APP),
            Paragraph(inline(_("Tout changement est enregistré aussitôt; u annule."))),
        ]  # fmt: skip

    def _table(self, *scopes: Scope) -> Table:
        rows = []
        for command in in_scope(*scopes):
            keys = "  ".join(keys_of(command, self._keymap)) or "ctrl+p"
            name = Span(_(command.label), strong=True)
            rows.append((inline(keys), (name, Span("\u00a0: " + _(command.help)))))
        return Table((inline(_("Touche")), inline(_("Effet"))), tuple(rows))
