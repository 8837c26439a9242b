"""Where the partnership stands, on a page to send."""

from __future__ import annotations

from partner_tui.documents import status
from partner_tui.documents.pages.kit import Options, sheet
from partner_tui.domain.blocks import Document
from partner_tui.domain.questions import Guide
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import Translator


def compose(workspace: Workspace, guide: Guide, t: Translator, options: Options) -> Document:
    """Return progress, the next meeting and the reminders."""
    page = sheet(workspace, guide, t, options)
    return status.compose(page.workspace, guide, page.today, t)
