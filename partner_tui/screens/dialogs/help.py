"""What the keys do here, from the registry of commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from partner_tui.commands import Command, key_name, keys_of
from partner_tui.domain.blocks import Block, Heading, Inline, Paragraph, Span, Table, inline
from partner_tui.i18n import N_, _, current
from partner_tui.widgets.chrome import KeyBar
from partner_tui.widgets.page import Page

MOVES = (
    ("↑ ↓  j k", N_("Monter, descendre.")),
    ("⏎", N_("Ouvrir la ligne choisie.")),
    ("tab", N_("Passer d'une zone à l'autre.")),
    (N_("échap"), N_("Revenir, sans rien perdre.")),
)
SIGNS = (
    ("▌", N_("La ligne choisie.")),
    ("…", N_("La suite se lit dans le volet, ou en ouvrant la ligne.")),
    ("≠", N_("Les organismes n'ont pas tous la même réponse.")),
    ("⌂", N_("Privé\u00a0: hors des copies et des exports.")),
    ("!", N_("Changé depuis la dernière version de l'énoncé; en haut, pas encore enregistré.")),
    ("+", N_("Vient d'être noté.")),
)
FORM = (
    (N_("tab  maj+tab"), N_("Passer au champ suivant, au précédent.")),
    ("⏎", N_("Passer au champ suivant; dans un choix, ouvrir la liste.")),
    ("← →", N_("Changer un choix.")),
    ("ctrl+e", N_("Écrire ce texte dans votre propre éditeur.")),
    (N_("échap"), N_("Fermer; ce qui est écrit est gardé.")),
)


class Help(ModalScreen[None]):
    """A page of keys, closed by escape."""

    BINDINGS = [Binding("escape,q,question_mark,f1", "dismiss(None)", show=False, id="help.close")]

    def __init__(
        self,
        here: Sequence[Command],
        everywhere: Sequence[Command],
        keymap: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._here, self._everywhere, self._keymap = here, everywhere, keymap

    def compose(self) -> ComposeResult:
        """Show one page above its keys."""
        yield Page()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one(Page).show(self.blocks())
        keys = [("↑ ↓", _("lire")), (key_name("escape"), _("fermer"))]
        self.query_one(KeyBar).put_keys(keys)

    def blocks(self) -> list[Block]:
        """Return the keys of this screen, then those of all screens; or those of a form."""
        head = Heading(1, inline(_("Ce que font les touches ici")))
        everywhere = Heading(2, inline(_("Partout")))
        saved = Paragraph(inline(_("Tout changement est enregistré aussitôt; u annule.")))
        commands = self._table(self._everywhere)
        if not self._here:
            return [head, _moves(FORM), everywhere, commands]
        signs: list[Block] = [Heading(2, inline(_("Signes"))), _moves(SIGNS, _("Signe"), _("Sens"))]
        return [head, self._table(self._here), everywhere, _moves(MOVES), commands, *signs, saved]

    def _table(self, commands: Sequence[Command]) -> Table:
        rows = []
        for command in commands:
            keys = "  ".join(keys_of(command, self._keymap)) or "ctrl+p"
            name = Span(current().colon(_(command.label)), strong=True)
            rows.append((inline(keys), (name, Span(" " + _(command.help)))))
        return Table(_head(), tuple(rows))


def _moves(moves: Sequence[tuple[str, str]], *titles: str) -> Table:
    head = tuple(map(inline, titles)) or _head()
    return Table(head, tuple((inline(_(keys)), inline(_(text))) for keys, text in moves))


def _head() -> tuple[Inline, ...]:
    return inline(_("Touche")), inline(_("Effet"))
