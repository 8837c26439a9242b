"""Write documents to files: which one, in which formats and languages, with or without private."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from partner_tui.bootstrap import Services
from partner_tui.errors import PartnerError
from partner_tui.guide.load import guide
from partner_tui.i18n import LANGUAGES, N_, _, current, ngettext, translator
from partner_tui.messages import Notice
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.widgets.lines import Cell, Line

if TYPE_CHECKING:
    from partner_tui.screens.base import WorkScreen

USUAL: Mapping[str, str] = {
    "home": "status",
    "steps": "answers",
    "lists": "checklists",
    "risks": "risks",
    "meetings": "minutes",
    "statement": "statement",
    "people": "contacts",
    "actions": "actions",
    "decisions": "decisions",
}
"""Screen → the document that one most likely wants there."""

FORMATS: Mapping[str, str] = {
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
NAMES: Mapping[str, str] = {"fr": N_("en français"), "en": N_("en anglais")}
PRIVATE = "private"


class Order(Struct, frozen=True):
    """What is to be written."""

    document: str
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    private: bool = False


async def write_out(screen: WorkScreen) -> None:
    """Ask what to write and in which form, write it, and say where it is."""
    document = await _ask_document(screen)
    order = await _ask_form(screen, document) if document else None
    if order is None:
        return
    try:
        made = await asyncio.to_thread(write, screen.services, order)
    except PartnerError as error:
        screen.post_message(Notice(str(error), urgent=True))
        return
    if len(made) == 1:
        screen.post_message(Notice(_("Écrit dans {path}").format(path=made[0])))
    else:
        written = ngettext("{n} fichier écrit dans", "{n} fichiers écrits dans", len(made))
        screen.post_message(Notice(f"{written} {made[0].parent}"))


async def _ask_document(screen: WorkScreen) -> str:
    from partner_tui.documents.output import NAMES as DOCUMENTS
    from partner_tui.documents.output import title_of

    lines = [Line((Cell(title_of(name, current())),), key=name) for name in DOCUMENTS]
    usual = USUAL.get(screen.MODE, "status")
    picked = await screen.app.push_screen_wait(Pick(_("Écrire quoi?"), lines, (usual,), many=False))
    return picked[0] if picked else ""


async def _ask_form(screen: WorkScreen, document: str) -> Order | None:
    from partner_tui.documents.output import endings, title_of

    possible = endings(document)
    lines = [
        Line((Cell(f".{ending}", "strong", 7), Cell(_(words))), key=ending)
        for ending, words in FORMATS.items()
        if ending in possible
    ]
    lines += [Line((Cell(_(words)),), key=language) for language, words in NAMES.items()]
    lines.append(Line((Cell(_("avec ce qui est marqué privé")),), key=PRIVATE))
    own = screen.workspace.partnership.language
    first = "docx" if "docx" in possible else possible[0]
    title = title_of(document, current())
    picked = await screen.app.push_screen_wait(Pick(title, lines, (first, own), many=True))
    if not picked:
        return None
    return Order(
        document,
        tuple(key for key in picked if key in possible) or (first,),
        tuple(key for key in picked if key in LANGUAGES) or (own,),
        PRIVATE in picked,
    )


def write(services: Services, order: Order) -> list[Path]:
    """Write a document in each format and language; a file of that name is replaced."""
    from partner_tui.documents.catalogue import Options
    from partner_tui.documents.output import outputs
    from partner_tui.export_files import picture
    from partner_tui.storage.exports import write_document

    options = Options(
        today=services.today(),
        private=order.private,
        letterhead=services.settings.letterhead,
        logo=picture(services.settings.logo),
    )
    folder = services.exports()
    made = []
    for language in order.languages:
        texts, t = guide(language), translator(language)
        workspace = services.workspace
        for output in outputs(order.document, order.formats, workspace, texts, t, options):
            write_document(folder / output.name, output.data, replace=True)
            made.append(folder / output.name)
    return made
