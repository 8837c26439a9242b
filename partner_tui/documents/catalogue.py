"""The one list of the documents that a dossier can write: their names, titles and composers."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from partner_tui.documents.pages.kit import Options
from partner_tui.documents.pictures import picture_kind
from partner_tui.documents.voice import Voice
from partner_tui.domain.blocks import Document, Meta, Table
from partner_tui.domain.questions import Guide
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import LANGUAGES, N_, Translator

__all__ = ["CATALOGUE", "Entry", "Options", "compose", "table"]

PARTNERS: Final = N_("À l'usage des partenaires; à ne pas diffuser plus loin sans leur accord.")
PERSONAL: Final = N_(
    "Confidentiel\u00a0: renseignements personnels; pour les partenaires seulement."
)
PRIVATE: Final = N_("Confidentiel\u00a0: contient ce qui est marqué privé; à ne pas transmettre.")


class Entry(Struct, frozen=True, kw_only=True):
    """A document of the list."""

    title: str
    """What it is; also the beginning of its file name."""
    page: str
    """The module of the pages that composes it, imported when it is asked for."""
    has_table: bool = False
    """True when its records can be read as one table, a row each."""
    notice: str = PARTNERS

    def compose(
        self, workspace: Workspace, guide: Guide, t: Translator, options: Options
    ) -> Document:
        """Return the document, without what it says of itself."""
        composed: Document = self._module().compose(workspace, guide, t, options)
        return composed

    def table(
        self, workspace: Workspace, guide: Guide, t: Translator, options: Options
    ) -> Table | None:
        """Return its records as one table; None when it has none."""
        if not self.has_table:
            return None
        made: Table = self._module().table(workspace, guide, t, options)
        return made

    def _module(self) -> ModuleType:
        return import_module(f"partner_tui.documents.pages.{self.page}")


CATALOGUE: Final[Mapping[str, Entry]] = {
    "statement": Entry(title=N_("Énoncé de partenariat"), page="statement", has_table=True),
    "agreement": Entry(title=N_("Canevas d'entente"), page="agreement", has_table=True),
    "agenda": Entry(title=N_("Ordre du jour"), page="agenda"),
    "minutes": Entry(title=N_("Compte rendu"), page="minutes", has_table=True),
    "decisions": Entry(title=N_("Registre des décisions"), page="decisions", has_table=True),
    "risks": Entry(title=N_("Registre des risques"), page="risks", has_table=True),
    "actions": Entry(title=N_("Plan d'action"), page="actions", has_table=True),
    "contacts": Entry(
        title=N_("Personnes-ressources"), page="contacts", has_table=True, notice=PERSONAL
    ),
    "answers": Entry(title=N_("Étapes et réponses"), page="steps", has_table=True),
    "checklists": Entry(title=N_("Listes de contrôle"), page="lists", has_table=True),
    "handover": Entry(title=N_("Tout pour la relève"), page="handover"),
    "review": Entry(title=N_("Bilan de l'année"), page="review"),
    "status": Entry(title=N_("Où en sommes-nous"), page="state"),
}
"""Name → document; the command line and the screens list the same."""


def compose(
    name: str, workspace: Workspace, guide: Guide, t: Translator, options: Options
) -> Document:
    """Return a document of the list with what it says of itself."""
    entry = CATALOGUE[name]
    document = entry.compose(workspace, guide, t, options)
    return replace(document, meta=_meta(entry, document, workspace, t, options))


def table(
    name: str, workspace: Workspace, guide: Guide, t: Translator, options: Options
) -> Table | None:
    """Return the table of a document, or None when it has none."""
    return CATALOGUE[name].table(workspace, guide, t, options)


def _meta(
    entry: Entry, document: Document, workspace: Workspace, t: Translator, options: Options
) -> Meta:
    voice = Voice(workspace, t)
    return Meta(
        partnership=voice.name(workspace.partnership),
        issued=options.today,
        day=t.day(options.today),
        edition=document.meta.edition or voice.say(N_("révision {n}"), n=str(workspace.revision)),
        language=t.text(LANGUAGES.get(document.language, "")),
        notice=t.text(PRIVATE if options.private else entry.notice),
        letterhead=clean(options.letterhead).strip(),
        logo=options.logo if picture_kind(options.logo) else b"",
    )
