"""The one list of the documents that a dossier can write: their names, titles and composers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from partner_tui.documents.pages import (
    actions,
    agenda,
    agreement,
    contacts,
    decisions,
    handover,
    lists,
    minutes,
    review,
    risks,
    state,
    statement,
    steps,
)
from partner_tui.documents.pages.kit import Options
from partner_tui.documents.voice import LANGUAGE, Voice
from partner_tui.domain.blocks import Document, Meta, Table
from partner_tui.domain.questions import Guide
from partner_tui.domain.text import clean
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator

__all__ = ["CATALOGUE", "Entry", "Options", "compose", "table"]

Composer = Callable[[Workspace, Guide, Translator, Options], Document]
Tabulator = Callable[[Workspace, Guide, Translator, Options], Table]

PARTNERS: Final = N_("À l'usage des partenaires; à ne pas diffuser plus loin sans leur accord.")
PERSONAL: Final = N_(
    "Confidentiel\u00a0: renseignements personnels; pour les partenaires seulement."
)
PRIVATE: Final = N_("Confidentiel\u00a0: contient ce qui est marqué privé; à ne pas transmettre.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document of the list."""

    title: str
    """What it is; also the beginning of its file name."""
    compose: Composer
    table: Tabulator | None = None
    """Its records as one table, a row each; None when it has none."""
    notice: str = PARTNERS


CATALOGUE: Final[Mapping[str, Entry]] = {
    "statement": Entry(
        title=N_("Énoncé de partenariat"), compose=statement.compose, table=statement.table
    ),
    "agreement": Entry(title=agreement.TITLE, compose=agreement.compose, table=agreement.table),
    "agenda": Entry(title=agenda.TITLE, compose=agenda.compose),
    "minutes": Entry(title=N_("Compte rendu"), compose=minutes.compose, table=minutes.table),
    "decisions": Entry(title=decisions.TITLE, compose=decisions.compose, table=decisions.table),
    "risks": Entry(title=N_("Registre des risques"), compose=risks.compose, table=risks.table),
    "actions": Entry(title=actions.TITLE, compose=actions.compose, table=actions.table),
    "contacts": Entry(
        title=contacts.TITLE, compose=contacts.compose, table=contacts.table, notice=PERSONAL
    ),
    "answers": Entry(title=steps.TITLE, compose=steps.compose, table=steps.table),
    "checklists": Entry(title=lists.TITLE, compose=lists.compose, table=lists.table),
    "handover": Entry(title=handover.TITLE, compose=handover.compose),
    "review": Entry(title=review.TITLE, compose=review.compose),
    "status": Entry(title=N_("Où en sommes-nous"), compose=state.compose),
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
    found = CATALOGUE[name].table
    return found(workspace, guide, t, options) if found else None


def _meta(
    entry: Entry, document: Document, workspace: Workspace, t: Translator, options: Options
) -> Meta:
    voice = Voice(workspace, t)
    return Meta(
        partnership=voice.name(workspace.partnership),
        issued=options.today,
        day=t.day(options.today),
        edition=voice.say(N_("révision {n}"), n=str(workspace.revision)),
        language=t.text(LANGUAGE.get(document.language, "")),
        notice=t.text(PRIVATE if options.private else entry.notice),
        letterhead=clean(options.letterhead).strip(),
    )
