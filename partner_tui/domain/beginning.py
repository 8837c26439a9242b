"""How a dossier begins: its partnership and its first organizations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from partner_tui.domain.records import Organization, Partnership, new_id
from partner_tui.domain.values import OrganizationKind, Province
from partner_tui.domain.workspace import Workspace, put


def begin(
    name: str,
    province: Province,
    language: str,
    organizations: Iterable[tuple[str, OrganizationKind]],
    today: date,
) -> Workspace:
    """Return a new dossier; organizations without a name are left out."""
    workspace = put(
        Workspace(), Partnership(name=name, province=province, language=language, start=today)
    )
    named = [(text.strip(), kind) for text, kind in organizations if text.strip()]
    return put(workspace, *(Organization(id=new_id(), name=n, kind=kind) for n, kind in named))
