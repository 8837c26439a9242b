"""What a screen writes out, shows first or copies whole: one document of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from partner_tui.bootstrap import Services
from partner_tui.guide.load import guide
from partner_tui.i18n import LANGUAGES, N_, current, translator

if TYPE_CHECKING:
    from partner_tui.documents.catalogue import Options
    from partner_tui.documents.output import Output
    from partner_tui.domain.blocks import Document

USUAL: Final[Mapping[str, str]] = {
    "home": "status",
    "steps": "answers",
    "lists": "checklists",
    "risks": "risks",
    "meetings": "minutes",
    "statement": "statement",
    "people": "contacts",
    "actions": "actions",
    "decisions": "decisions",
    "handing": "handover",
}
"""Screen → the document that one most likely wants there."""
PASTED: Final[Mapping[str, str]] = {"txt": N_("En texte simple"), "md": N_("En Markdown")}
"""The formats that whole documents are copied in, as a notice begins with them."""


class Order(Struct, frozen=True):
    """What is to be written."""

    document: str
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    private: bool = False
    number: int = 0
    """Which minutes or which version; 0 for the last one."""


def own_language(services: Services) -> str:
    """Return the language of a dossier's documents, whatever the screen speaks."""
    language = services.workspace.partnership.language
    return language if language in LANGUAGES else current().language


def composed(services: Services, order: Order, language: str) -> Document:
    """Return the document of an order as it would be written."""
    from partner_tui.documents import catalogue

    t = translator(language)
    options = _options(services, order)
    return catalogue.compose(order.document, services.workspace, guide(language), t, options)


def copied(services: Services, name: str, number: int, language: str) -> tuple[str, str]:
    """Return a whole document of the catalogue as it is pasted, and its title."""
    document = composed(services, Order(name, (), (language,), number=number), language)
    return pasted(services, document), document.title


def pasted(services: Services, document: Document) -> str:
    """Return a document in the format that documents are copied in."""
    from partner_tui.documents.formats import FORMATS

    return FORMATS[services.copy_form](document)


def produced(services: Services, order: Order) -> Iterator[Output]:
    """Yield a document in each language and format."""
    from partner_tui.documents.output import outputs

    options, workspace = _options(services, order), services.workspace
    for language in order.languages:
        texts, t = guide(language), translator(language)
        yield from outputs(order.document, order.formats, workspace, texts, t, options)


def write(
    services: Services, order: Order, tell: Callable[[int, str], object] = lambda _n, _name: None
) -> list[Path]:
    """Write a document in each format and language, replacing files; tell each that is made."""
    from partner_tui.storage.exports import write_document

    folder, made = services.exports(), []
    for count, output in enumerate(produced(services, order), 1):
        tell(count, output.name)
        write_document(folder / output.name, output.data, replace=True)
        made.append(folder / output.name)
    return made


def _options(services: Services, order: Order) -> Options:
    from partner_tui.documents.catalogue import Options
    from partner_tui.export_files import picture

    return Options(
        today=services.today(),
        private=order.private,
        number=order.number,
        letterhead=services.settings.letterhead,
        logo=picture(services.settings.logo),
    )
