"""The README cannot drift: its key table is the registry's, its commands exist."""

from __future__ import annotations

import os
import re
from pathlib import Path

from partner_tui import i18n
from partner_tui.commands import Scope, in_scope, keys_of

README = Path(__file__).parent.parent / "README.md"
TITLES = {
    Scope.WORK: "Dans tous les écrans d'un dossier",
    Scope.APP: "Partout",
    Scope.DOSSIERS: "Liste des dossiers",
    Scope.HOME: "Accueil",
    Scope.STEPS: "Étapes",
    Scope.RECORDS: "Fiches d'une question",
    Scope.LISTS: "Listes",
    Scope.RISKS: "Risques",
    Scope.SUGGESTIONS: "Risques suggérés",
    Scope.MATRIX: "Matrice des risques",
    Scope.MEETINGS: "Rencontres",
    Scope.MEETING: "Une rencontre",
    Scope.STATEMENT: "Énoncé",
    Scope.PEOPLE: "Gens",
    Scope.GUIDE: "Guide",
    Scope.HISTORY: "Historique",
    Scope.ACTIONS: "Tous les suivis",
    Scope.DECISIONS: "Registre des décisions",
    Scope.HANDING: "Passer la main",
}


def key_tables() -> str:
    """Return the tables of keys as the README shows them."""
    i18n.use("fr")
    parts = []
    for scope, title in TITLES.items():
        rows = [
            f"| {' '.join(f'`{key}`' for key in keys_of(command, {})) or '`ctrl+p`'} "
            f"| {command.label} | `{command.id}` | {command.help} |"
            for command in in_scope(scope)
        ]
        head = "| touche | commande | identifiant | ce qu'elle fait |\n|---|---|---|---|"
        parts.append(f"**{title}**\n\n{head}\n" + "\n".join(rows))
    return "\n\n".join(parts)


def test_the_key_tables_are_those_of_the_registry() -> None:
    text = README.read_text(encoding="utf-8")
    fold = "<details><summary>Toutes les touches</summary>"
    wanted = f"<!-- keys -->\n{fold}\n\n{key_tables()}\n\n</details>\n<!-- /keys -->"
    pattern = re.compile("<!-- keys -->.*<!-- /keys -->", re.DOTALL)
    if os.environ.get("UPDATE"):
        text = pattern.sub(lambda _found: wanted, text)
        README.write_text(text, encoding="utf-8")
    found = pattern.search(text)
    assert found is not None
    assert found[0] == wanted, "UPDATE=1 pytest tests/test_docs.py rewrites the table"


def test_every_command_of_the_command_line_is_named() -> None:
    from partner_tui.cli import COMMANDS

    text = README.read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"partner-tui {command}" in text or f"{command}|" in text


def test_every_scope_has_its_table() -> None:
    used = {command.scope for command in in_scope(*Scope)}
    assert used <= set(TITLES)
