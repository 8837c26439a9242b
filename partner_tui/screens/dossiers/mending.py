"""A dossier whose file is damaged, rebuilt from its newest good copy and its history on demand."""

from __future__ import annotations

from collections.abc import Callable

from partner_tui import keeping_words
from partner_tui.errors import PartnerError
from partner_tui.i18n import _, ngettext
from partner_tui.messages import Notice
from partner_tui.screens.asking import Asking
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.dossiers.lines import Found
from partner_tui.storage.rebuild import Rebuilt, rebuild, rebuilt
from partner_tui.widgets.lines import Cell, Line


def offer(screen: Asking, found: Found, then: Callable[[], None]) -> None:
    """Say what is wrong with a dossier, and offer to rebuild it."""
    if not found.broken or screen.services.read_only:
        screen.post_message(Notice(found.problem, urgent=True))
        return
    try:
        known = rebuilt(found.path)
    except PartnerError as error:
        screen.post_message(Notice(f"{found.problem} {error}", urgent=True))
        return
    choices = (("mend", _made_of(known)), ("why", _("Ne rien changer; dire où est la faute")))
    lines = [Line((Cell(words, "", None),), key=key) for key, words in choices]
    title = _("«\u00a0{name}\u00a0» est abîmé. Que faire?").format(name=found.path.name)

    def decided(picked: tuple[str, ...] | None) -> None:
        if picked == ("mend",):
            _mend(screen, found, then)
        elif picked:
            screen.post_message(Notice(found.problem, urgent=True))

    screen.app.push_screen(Pick(title, lines, ("mend",), many=False), decided)


def _made_of(known: Rebuilt) -> str:
    """Say what the dossier would be made of."""
    said = ngettext(
        "Réparer\u00a0: copie du {{day}} et {n} changement de l'historique",
        "Réparer\u00a0: copie du {{day}} et {n} changements de l'historique",
        known.changes,
    )
    return said.format(day=f"{known.backup.when.astimezone():%Y-%m-%d}")


def _mend(screen: Asking, found: Found, then: Callable[[], None]) -> None:
    try:
        done = rebuild(found.path)
    except PartnerError as error:
        screen.post_message(Notice(str(error), urgent=True))
        return
    then()
    screen.post_message(Notice(keeping_words.rebuilt(done)))
