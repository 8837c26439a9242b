"""The handover page, and the command line that prints it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from builders import TODAY

from partner_tui import demo, handover
from partner_tui.cli import main
from partner_tui.documents import render_pdf
from partner_tui.documents.formats import FORMATS
from partner_tui.documents.handover import compose
from partner_tui.documents.pages.kit import Options
from partner_tui.domain.handing import held
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import UsageError
from partner_tui.guide.load import guide
from partner_tui.i18n import translator
from partner_tui.storage.store import TinyStore


def page(workspace: Workspace, source: str, target: str, language: str = "fr") -> str:
    """Return the page as text on one line."""
    t = translator(language)
    made = compose(workspace, source, target, guide(language), t, Options(today=TODAY))
    return " ".join(FORMATS["txt"](made).split())


def test_the_page_says_what_moves_what_is_late_and_why() -> None:
    text = page(demo.workspace(TODAY), "c6", "c5")
    assert "De : Chef clinique (Maison Vent-du-Large)" in text
    assert "Prochaine rencontre : 1er décembre 2026" in text
    assert "Ce qui est en retard ---" in text
    assert text.count("S5 Rédiger la procédure") == 2, "once as late, once as moved"
    assert "D8 Ouvrir à 17 h 30 plutôt qu'à 18 h (consensus, 2026-11-03, remplace D5)" in text
    people = text.partition("Les gens à connaître")[2]
    assert "Coordination des partenariats" in people
    assert "Agente de liaison" not in people, "the successor knows who they are"


def test_the_page_leaves_out_what_is_private_and_says_so() -> None:
    workspace = demo.workspace(TODAY)
    private = [r for t in workspace.tables.values() for r in t.values() if r.private]
    assert private
    for contact in workspace.tables["contacts"]:
        text = page(workspace, contact, "c9")
        found = {(each.table, each.id) for each in held(workspace, contact, TODAY)}
        hidden = [k for k in found if workspace.tables[k[0]][k[1]].private]
        assert ("laissé" in text) == bool(hidden)


def test_the_page_is_written_in_english_too() -> None:
    assert "Next meeting: 1 December 2026" in page(demo.workspace(TODAY), "c6", "c5", "en") or (
        "Next meeting: December 1, 2026" in page(demo.workspace(TODAY), "c6", "c5", "en")
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_is_one_page_whoever_leaves(language: str) -> None:
    workspace, t = demo.workspace(TODAY), translator(language)
    for contact in workspace.tables["contacts"]:
        other = "c9" if contact != "c9" else "c1"
        made = compose(workspace, contact, other, guide(language), t, Options(today=TODAY))
        assert len(re.findall(rb"/Type\s*/Page\b", render_pdf.render(made))) == 1, contact


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A copy of the sample dossier on disk."""
    return demo.copy(tmp_path, TODAY)


def test_a_dry_run_prints_the_page_and_changes_nothing(
    dossier: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    before = TinyStore(dossier).load()
    names = ["--from", "Coordination des partenariats", "--to", "agente de liaison"]
    assert main(["handover", str(dossier), *names, "--dry-run"]) == 0
    out, err = capfdbinary.readouterr()
    assert "Fiche de passation — Soirées Boussole" in out.decode()
    assert "Rien n'a été changé." in err.decode()
    assert TinyStore(dossier).load() == before


def test_handing_over_is_one_line_of_history(
    dossier: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    before = TinyStore(dossier).load()
    names = ["--from", "partenariats", "--to", "agente"]
    assert main(["handover", str(dossier), *names]) == 0
    store = TinyStore(dossier)
    after = store.load()
    assert after.revision == before.revision + 1
    assert store.recent(1)[0].verb == "contacts.handover"
    assert held(after, "c1", date.today()) == []
    assert b"C'est enregistr" in capfdbinary.readouterr().err


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Coordination", "peut être\u00a0: Coordination des partenariats · Collège; Coordination"),
        ("trésorerie", "personne n'a le rôle «\u00a0trésorerie\u00a0»; ceux du dossier"),
        ("agente du ciel", "personne n'a le rôle"),
    ],
)
def test_a_role_that_is_not_clear_is_said(said: str, wanted: str) -> None:
    with pytest.raises(UsageError, match=wanted[:30]) as error:
        handover.contact(demo.workspace(TODAY), said, TODAY)
    assert wanted in str(error.value)


def test_a_role_is_found_as_it_is_shown() -> None:
    workspace = demo.workspace(TODAY)
    assert handover.contact(workspace, "Agente de liaison campus · Maison", TODAY) == "c5"


def test_one_does_not_hand_over_to_oneself(dossier: Path) -> None:
    assert main(["handover", str(dossier), "--from", "agente", "--to", "agente"]) == 2
