"""The risk log with its matrix and its scale."""

from __future__ import annotations

from partner_tui.documents import risklog
from partner_tui.documents.pages.kit import Options, sheet
from partner_tui.domain.blocks import Document, Table
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Risk
from partner_tui.domain.risks import by_level
from partner_tui.domain.scales import scale_of
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import Translator


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return the risks by level, their matrix and the scale."""
    return risklog.compose(sheet(workspace, guide, t, options).workspace, t)


def table(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Table:
    """Return the risks with a column for each thing that is known of them."""
    page = sheet(workspace, guide, t, options)
    return risklog.table(page.voice, by_level(page.shown(Risk), scale_of(workspace)))
