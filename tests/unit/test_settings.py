"""Settings: what a person may write, and one clear sentence for each mistake."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from partner_tui import settings
from partner_tui.commands import Scope, bindings, in_scope, keymap
from partner_tui.commands.clashes import clashes
from partner_tui.errors import SettingsError

COMMANDS = in_scope(*Scope)
OWN_WAY = {"escape", "y", "Y", "slash", "ctrl+f"}
"""The keys of every screen that one of them may answer in its own way: back, copy, search."""


def load(folder: Path, text: str) -> settings.Settings:
    """Write the settings file and read it."""
    (folder / settings.FILE).write_text(text, encoding="utf-8")
    return settings.load(folder)


def refused(folder: Path, text: str) -> str:
    """Return the sentence that a mistaken file gets; it always names the file."""
    with pytest.raises(SettingsError) as caught:
        load(folder, text)
    said = str(caught.value)
    assert str(folder / settings.FILE) in said
    assert "\u00a0:" in said and said.endswith(".")
    return said


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "nowhere") == settings.Settings()


@pytest.mark.parametrize(
    "text",
    [
        "",
        'name = "Ana"',
        'language = "fr"\n  name="Ana" # moi\nascii = true\n',
        '[keys]\n"work.undo" = "f4"\nname = "f5"',
        'mouse = true\n[keys]\n"work.undo" = "f4"\n',
    ],
)
def test_a_name_is_written_and_nothing_else_changes(tmp_path: Path, text: str) -> None:
    before = load(tmp_path, text)
    named = load(tmp_path, settings.naming(text, 'Zoé "la\\pilote" Côté'))
    assert named == replace(before, name='Zoé "la\\pilote" Côté')


def test_everything_can_be_set(tmp_path: Path) -> None:
    text = 'language = "en"\nname = "Ana"\nascii = true\nmouse = false\n[keys]\n"work.undo" = "f4"'
    found = load(tmp_path, text)
    assert (found.language, found.signature, found.ascii, found.mouse) == ("en", "Ana", True, False)
    assert found.keys == {"work.undo": "f4"}


def test_a_mark_at_the_head_of_the_file_is_no_mistake(tmp_path: Path) -> None:
    assert load(tmp_path, '\ufeffname = "Ana"').name == "Ana"


def test_a_command_needs_no_quotes_and_keys_may_be_spaced(tmp_path: Path) -> None:
    assert load(tmp_path, '[keys]\nrisks.new = "f4, f5"').keys == {"risks.new": "f4,f5"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('couleur = "bleu"', "couleur"),
        ("language = 3", "language"),
        ('language = "de"', "language"),
        ("name = true", "name"),
        ('ascii = "oui"', "ascii"),
        ("mouse = 1", "mouse"),
        ('keys = "f4"', "keys"),
        ("[keys]\nrisks.new = 4", "keys.risks.new"),
        ('[keys]\nrisks.new = ""', "keys.risks.new"),
        ('[keys]\nrisks.new = "f4,"', "keys.risks.new"),
        ('name = "Ana"\nmouse = oui', "ligne 2"),
        ('name = "Ana"\nname = "Zoé"', "deux fois"),
        ("[keys", "fin"),
    ],
)
def test_a_mistake_names_its_place(tmp_path: Path, text: str, place: str) -> None:
    said = refused(tmp_path, text)
    assert place in said
    assert "\n" not in said and "'" not in said.replace("n'existe", "").replace("d'accès", "")


def test_every_mistake_is_told(tmp_path: Path) -> None:
    said = refused(tmp_path, 'couleur = "bleu"\nmouse = 1\nlanguage = "de"')
    assert all(name in said for name in ("couleur", "mouse", "language"))


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_bytes(b'name = "\xe9"')
    with pytest.raises(SettingsError, match="UTF-8"):
        settings.load(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).mkdir()
    with pytest.raises(SettingsError, match="ne peut pas être lu"):
        settings.load(tmp_path)


def test_a_login_that_cannot_be_known_signs_something(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 987654)
    assert settings.Settings().signature == "?"


def keys(*scopes: Scope) -> list[str]:
    """Return every key of some scopes."""
    return [key for command in in_scope(*scopes) for key in command.keys.split(",") if key]


@pytest.mark.parametrize("scope", Scope)
def test_a_key_does_one_thing_on_a_screen(scope: Scope) -> None:
    here = keys(scope)
    assert len(set(here)) == len(here)
    if scope not in (Scope.WORK, Scope.APP, Scope.DOSSIERS):
        everywhere = {*keys(Scope.WORK), *keys(Scope.APP)}
        assert everywhere.intersection(here) <= OWN_WAY


def test_an_id_names_one_command() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_an_unknown_command_is_reported() -> None:
    assert clashes({"risks.fly": "f4"}) == ["La commande «\u00a0risks.fly\u00a0» n'existe pas."]


@pytest.mark.parametrize(
    ("command", "key", "other"),
    [
        ("risks.new", "e", "risks.edit"),
        ("risks.new", "u", "work.undo"),
        ("risks.new", "f1", "app.help"),
        ("app.language", "x", "lists.archive"),
        ("work.filter", "?", "app.help"),
    ],
)
def test_a_key_that_serves_twice_is_reported_once(command: str, key: str, other: str) -> None:
    said = [sentence for sentence in clashes({command: key}) if other in sentence]
    assert len(said) == 1
    assert command in said[0]


def test_a_key_may_serve_on_two_screens_that_never_meet() -> None:
    assert clashes({"people.new": "d"}) == []


def test_two_commands_can_swap_their_keys() -> None:
    assert clashes({"risks.new": "e", "risks.edit": "n"}) == []


def test_a_sign_can_be_written_as_it_is() -> None:
    assert keymap({"work.filter": "/, é,ctrl+f"}) == {"work.filter": "slash,é,ctrl+f"}


def test_every_command_can_be_given_a_key() -> None:
    for command in COMMANDS:
        assert command.id in {getattr(each, "id", "") for each in bindings(command.scope)}
