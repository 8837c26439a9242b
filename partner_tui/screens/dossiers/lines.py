"""The dossiers of a data folder as lines: where each one stands, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from partner_tui.documents.status import overall
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import day, label
from partner_tui.domain.meetings import next_meeting
from partner_tui.domain.questions import Guide
from partner_tui.domain.signals import signals
from partner_tui.domain.values import Stage
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import BrokenDossier, PartnerError
from partner_tui.i18n import _, current, ngettext
from partner_tui.storage import folder
from partner_tui.storage.store import TinyStore
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note


class Found(Struct, frozen=True):
    """A dossier of the data folder, or why it cannot be read."""

    path: Path
    workspace: Workspace | None
    problem: str = ""
    broken: bool = False
    """True when its file is damaged: the copies and the history may still tell it."""

    @property
    def archived(self) -> bool:
        """True when it was put away."""
        return self.workspace is not None and self.workspace.partnership.stage is Stage.ARCHIVED


def look(data: Path) -> list[Found]:
    """Return the dossiers of a folder, those that cannot be read with the reason."""
    found = []
    for path in folder.dossiers(data):
        try:
            found.append(Found(path, TinyStore(path).load()))
        except PartnerError as error:
            broken = isinstance(error, BrokenDossier)
            found.append(Found(path, None, str(error), broken))
    return found


def line(found: Found, guide: Guide, today: date) -> Line:
    """Return one dossier as a line: name, stage, progress, next meeting, reminders."""
    if found.workspace is None:
        said = _("fichier abîmé\u00a0: ⏎ pour le réparer") if found.broken else found.problem
        cells = (Cell("  " + found.path.name + "  ", "strong", 24), Cell(said, "warn", None))
        return Line(cells, key=str(found.path))
    workspace, t = found.workspace, current()
    done = overall(workspace, guide)
    meeting = next_meeting(workspace, today)
    waiting = len(signals(workspace, today))
    name = Voice(workspace, t).name(workspace.partnership) or _("Sans nom")
    return Line(
        (
            Cell("  " + name, "strong", None),
            Cell("  "),
            Cell(label(workspace.partnership.stage, t), "", 13),
            Cell(f"{done.answered}/{done.total}", "", 8, right=True),
            Cell("  "),
            Cell(day(meeting.on) if meeting else _("à planifier"), "", 12),
            Cell(
                ngettext("{n} rappel", "{n} rappels", waiting), "accent" if waiting else "dim", 12
            ),
        ),
        key=str(found.path),
    )


def page(found: Sequence[Found], archived: bool, guide: Guide, today: date) -> list[Line]:
    """Return the whole list, the archived dossiers in it when they are asked for."""
    shown = [each for each in found if archived or not each.archived]
    return [*_head(bool(shown)), *(line(f, guide, today) for f in shown), *_foot(found, shown)]


def _head(any_found: bool) -> list[Line]:
    if not any_found:
        return []
    return [
        Line(
            (
                Cell("  " + _("Partenariat"), "heading", None),
                Cell("  "),
                Cell(_("Moment"), "heading", 13),
                Cell(_("Réponses"), "heading", 8, right=True),
                Cell("  "),
                Cell(_("Rencontre"), "heading", 12),
                Cell(_("Rappels"), "heading", 12),
            )
        )
    ]


def _foot(found: Sequence[Found], shown: Sequence[Found]) -> list[Line]:
    if not found:
        return [
            heading(_("Aucun dossier encore")),
            BLANK,
            note(
                _("Un dossier réunit tout d'un partenariat\u00a0: les questions des neuf étapes,"),
                "",
            ),
            note(_("les listes, les risques, les rencontres et l'énoncé qui en sort."), ""),
            BLANK,
            note(_("n  créer votre premier dossier"), "accent"),
            note(_("partner-tui --demo  ouvrir un exemple vivant, sans rien risquer"), "dim"),
        ]
    hidden = len(found) - len(shown)
    if not hidden:
        return []
    words = ngettext(
        "{n} dossier archivé; v le montre", "{n} dossiers archivés; v les montre", hidden
    )
    return [BLANK, note(words)]
