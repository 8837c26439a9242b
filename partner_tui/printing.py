"""Print a dossier's documents without the interface."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from partner_tui import i18n
from partner_tui.documents import minutes, risklog, statement, status
from partner_tui.documents.formats import FORMATS
from partner_tui.domain.blocks import Document
from partner_tui.domain.meetings import in_order
from partner_tui.domain.records import Meeting
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import UsageError
from partner_tui.guide.load import guide
from partner_tui.i18n import Translator, _, translator
from partner_tui.storage.store import TinyStore


def run(given: argparse.Namespace) -> int:
    """Print one document of a dossier."""
    workspace = TinyStore(given.path).load()
    default = workspace.partnership.language if given.document == "statement" else ""
    t = translator(given.lang or default or i18n.current().language)
    if given.document == "status" and given.json:
        data = status.data(workspace, guide(t.language), date.today(), t)
        _write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return 0
    document = DOCUMENTS[given.document](workspace, t, given)
    _write(FORMATS[given.format](document).rstrip("\n") + "\n")
    return 0


def _write(text: str) -> None:
    """Write to the standard output in UTF-8, whatever the locale says."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.flush()


def _statement(workspace: Workspace, t: Translator, given: argparse.Namespace) -> Document:
    return statement.compose(workspace, guide(t.language), t).document


def _minutes(workspace: Workspace, t: Translator, given: argparse.Namespace) -> Document:
    return minutes.compose(_meeting(workspace, given.number), workspace, t)


def _meeting(workspace: Workspace, number: int | None) -> Meeting:
    """Return the meeting of a number, or the last one that was held."""
    meetings = in_order(workspace)
    if number is not None:
        found = [meeting for meeting in meetings if meeting.number == number]
        if not found:
            known = ", ".join(str(meeting.number) for meeting in meetings) or _("aucun")
            sentence = _("le compte rendu nº {n} n'existe pas; ceux du dossier\u00a0: {known}")
            raise UsageError(sentence.format(n=number, known=known))
        return found[0]
    held = [m for m in meetings if m.on is not None and m.on <= date.today()] or meetings
    if not held:
        raise UsageError(_("ce dossier n'a encore aucun compte rendu"))
    return held[-1]


def _risks(workspace: Workspace, t: Translator, given: argparse.Namespace) -> Document:
    return risklog.compose(workspace, t)


def _status(workspace: Workspace, t: Translator, given: argparse.Namespace) -> Document:
    return status.compose(workspace, guide(t.language), date.today(), t)


DOCUMENTS: dict[str, Callable[[Workspace, Translator, argparse.Namespace], Document]] = {
    "statement": _statement,
    "minutes": _minutes,
    "risks": _risks,
    "status": _status,
}
"""Command → what composes its document."""


def guide_check(folder: Path | None) -> int:
    """Print the mistakes of a guide folder; the exit status says whether there are any."""
    from partner_tui import resources
    from partner_tui.guide.check import main_check

    status, text = main_check(folder or resources.folder("content"))
    _write(text.rstrip("\n") + "\n")
    return status
