"""The README cannot drift: its key table is the registry's, its commands exist."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from partner_tui import i18n
from partner_tui.commands import Scope, in_scope, keys_of
from partner_tui.guide import own_check

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
    Scope.RISK: "Un risque",
    Scope.FAMILIES: "Familles de risques",
    Scope.MATRIX: "Matrice des risques",
    Scope.MEETINGS: "Rencontres",
    Scope.MEETING: "Une rencontre",
    Scope.LIFE: "Vie d'un compte rendu",
    Scope.TEMPLATE: "Modèle d'ordre du jour",
    Scope.STATEMENT: "Énoncé",
    Scope.PEOPLE: "Gens",
    Scope.GUIDE: "Guide",
    Scope.HISTORY: "Historique",
    Scope.ACTIONS: "Tous les suivis",
    Scope.DECISIONS: "Registre des décisions",
    Scope.HANDING: "Passer la main",
    Scope.SEARCHING: "Chercher dans les rencontres",
    Scope.UNSAVED: "Ce qui n'est pas enregistré",
    Scope.TRANSLATIONS: "Les deux langues",
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


def test_the_example_of_a_guide_of_ones_own_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = README.read_text(encoding="utf-8")
    text = text[text.index("## Votre propre guide") : text.index("## In English")]
    files = re.findall(r"`((?:fr|en)/\S+\.md)`:\n\n```markdown\n(.*?)```", text, re.DOTALL)
    assert [name for name, _content in files] == ["fr/steps/accueil.md", "en/steps/accueil.md"]
    for name, content in files:
        path = tmp_path / "mon-guide" / name
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    status, said = own_check.main_check(Path("mon-guide"))
    assert status == 0
    assert said.replace("\u00a0", " ") in text.replace("\u00a0", " ")
