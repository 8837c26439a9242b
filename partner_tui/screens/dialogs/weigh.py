"""Someone else changed the same field: see both values, keep one, or join them."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from partner_tui.commands import key_name
from partner_tui.domain.parsing import Strings
from partner_tui.domain.text import clean, one_line
from partner_tui.domain.weighing import can_join, joined
from partner_tui.i18n import _
from partner_tui.resources import folder
from partner_tui.widgets.chrome import Bar, KeyBar

WIDE = 110


class Weigh(ModalScreen[Strings | None]):
    """Gives the value to save; None when the person goes back to their text to think."""

    CSS_PATH = folder("styles") / "weigh.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS = [
        Binding("m", "keep_mine", show=False, id="weigh.mine"),
        Binding("l", "take_theirs", show=False, id="weigh.theirs"),
        Binding("j", "join", show=False, id="weigh.join"),
        Binding("escape", "dismiss(None)", show=False, id="weigh.close"),
    ]

    def __init__(
        self,
        field: str,
        who: str,
        mine: Strings,
        theirs: Strings,
        *,
        text: bool = True,
        many: bool = False,
        said: Callable[[Strings], str] = "\n".join,
    ) -> None:
        super().__init__()
        self._field, self._who = one_line(field, 40), one_line(who, 40)
        self._mine, self._theirs = mine, theirs
        self._many = many
        self._said = said
        self._joins = can_join(mine, theirs, text=text, many=many)

    def compose(self) -> ComposeResult:
        """Lay the two values between the title and the keys."""
        with Vertical():
            yield Bar(classes="title")
            with Container(id="both"):
                yield self._value(self._who or _("L'autre personne"), self._theirs)
                yield self._value(_("Vous"), self._mine)
            yield KeyBar()

    def _value(self, who: str, strings: Strings) -> VerticalScroll:
        words = clean(self._said(strings)) or _("(rien)")
        said = Text.assemble((who, "bold"), "\n", words)
        return VerticalScroll(Static(said, markup=False))

    def on_mount(self) -> None:
        """Say which field it is, and what can be done."""
        title = _("{field} a changé entre-temps; rien n'a été remplacé").format(field=self._field)
        self.query_one(".title", Bar).put(Text(f" {title}", "bold"))
        keys = [("m", _("garder le vôtre")), ("l", _("prendre l'autre"))]
        if self._joins:
            keys.append(("j", _("joindre les deux")))
        self.query_one(KeyBar).put_keys([*keys, (key_name("escape"), _("y penser"))])

    def on_resize(self, event: Resize) -> None:
        """Stand side by side where there is room."""
        self.set_class(event.size.width >= WIDE, "-wide")

    def action_keep_mine(self) -> None:
        """Give what was typed here."""
        self.dismiss(self._mine)

    def action_take_theirs(self) -> None:
        """Give what the other person wrote."""
        self.dismiss(self._theirs)

    def action_join(self) -> None:
        """Give both, the other's first."""
        if self._joins:
            self.dismiss(joined(self._mine, self._theirs, many=self._many))
