"""Write documents to files: which one, in which form, seen first, then where it went."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from time import monotonic
from typing import TYPE_CHECKING, Final

from partner_tui.errors import PartnerError
from partner_tui.i18n import LANGUAGES, N_, _, current, ngettext
from partner_tui.messages import Notice
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.screens.dialogs.preview import Preview
from partner_tui.screens.orders import Order, write
from partner_tui.widgets.lines import Cell, Line

if TYPE_CHECKING:
    from partner_tui.screens.base import WorkScreen

FORMATS: Final[Mapping[str, str]] = {
    "docx": N_("Word, à corriger et à signer ensemble"),
    "pdf": N_("PDF, à imprimer ou à joindre"),
    "txt": N_("texte simple, à coller dans un courriel"),
    "md": N_("Markdown, pour un wiki"),
    "html": N_("page web en un seul fichier"),
    "csv": N_("tableau, pour un tableur"),
    "json": N_("données, pour un autre programme"),
    "ics": N_("calendrier à importer"),
    "vcf": N_("cartes de contact à importer"),
}
PRIVATE: Final = "private"
SLOW: Final = 1.0
"""Seconds after which one is told what is being written."""


async def write_out(screen: WorkScreen) -> None:
    """Ask what to write and in which form, show it, and write it once that is agreed."""
    usual, number = screen.document()
    name = await _ask_document(screen, usual)
    ticked: tuple[str, ...] = ()
    while name:
        picked = await _ask_form(screen, name, ticked)
        if picked is None:
            return
        order = _order(screen, name, picked, number if name == usual else 0)
        if await screen.app.push_screen_wait(Preview(screen.services, order)):
            screen.run_worker(_write(screen, order), group="written", exit_on_error=False)
            return
        ticked = picked


async def _ask_document(screen: WorkScreen, usual: str) -> str:
    from partner_tui.documents.output import NAMES as DOCUMENTS
    from partner_tui.documents.output import title_of

    lines = [Line((Cell(title_of(name, current())),), key=name) for name in DOCUMENTS]
    picked = await screen.app.push_screen_wait(Pick(_("Écrire quoi?"), lines, (usual,), many=False))
    return picked[0] if picked else ""


async def _ask_form(
    screen: WorkScreen, document: str, ticked: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Ask for the formats, the languages, and whether what is private goes in."""
    from partner_tui.documents.output import endings, title_of

    possible = endings(document)
    lines = [
        Line((Cell(f".{ending}", "strong", 7), Cell(_(words))), key=ending)
        for ending, words in FORMATS.items()
        if ending in possible
    ]
    lines += [Line((Cell(current().spoken(each)),), key=each) for each in LANGUAGES]
    lines.append(Line((Cell(_("avec ce qui est marqué privé")),), key=PRIVATE))
    first = (_first(document), screen.document_language())
    title = title_of(document, current())
    return await screen.app.push_screen_wait(Pick(title, lines, ticked or first, many=True))


def _first(document: str) -> str:
    from partner_tui.documents.output import endings

    possible = endings(document)
    return "docx" if "docx" in possible else possible[0]


def _order(screen: WorkScreen, document: str, picked: tuple[str, ...], number: int) -> Order:
    from partner_tui.documents.output import endings

    possible = endings(document)
    return Order(
        document,
        tuple(key for key in FORMATS if key in picked and key in possible) or (_first(document),),
        tuple(key for key in LANGUAGES if key in picked) or (screen.document_language(),),
        PRIVATE in picked,
        number,
    )


async def _write(screen: WorkScreen, order: Order) -> None:
    """Write away from the keyboard's turn, telling how far it is once it takes a while."""
    began, total = monotonic(), len(order.formats) * len(order.languages)

    def tell(count: int, name: str) -> None:
        if monotonic() - began > SLOW:
            said = _("Écriture\u00a0: {n} sur {total}, {name}…")
            screen.post_message(Notice(said.format(n=count, total=total, name=name)))

    try:
        made = await asyncio.to_thread(write, screen.services, order, tell)
    except PartnerError as error:
        screen.post_message(Notice(str(error), urgent=True))
        return
    if len(made) == 1:
        said = _("Écrit dans {path}").format(path=made[0])
    else:
        written = ngettext("{n} fichier écrit dans", "{n} fichiers écrits dans", len(made))
        said = f"{written} {made[0].parent}"
    screen.post_message(Notice(said))
