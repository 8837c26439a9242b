"""No screen, dialog, palette entry, form or notice shows a word of the other language."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from driving import shelves
from msgspec.structs import replace
from screens.conftest import TODAY, an_app
from screens.foreign import foreign, lexicon, neutral
from screens.walking import (
    ABOVE,
    DIALOGS,
    PLACES,
    PUSHED,
    SCREENS,
    go,
    open_form,
    our_screens,
    reach,
    screen_classes,
    seen,
)
from textual.pilot import Pilot

from partner_tui import demo, i18n
from partner_tui.app import PartnerApp
from partner_tui.commands import Scope, in_scope
from partner_tui.documents.catalogue import CATALOGUE, Options, compose
from partner_tui.documents.formats import FORMATS
from partner_tui.domain.records import Partnership
from partner_tui.domain.workspace import Workspace, put
from partner_tui.guide.load import guide
from partner_tui.screens.forms import FORMS
from partner_tui.storage import folder

TALL = (100, 70)
"""High enough for a whole list, a whole form and the whole palette."""

LEAVING = {"app.quit", "work.back", "home.dossiers", "statement.language"}
"""They leave the program, or show a document in the language it is written in."""

Found = dict[str, set[str]]


def an_app_that_says_nothing(home: Path) -> PartnerApp:
    """Return the program on the sample dossier without its words."""
    workspace = neutral(demo.workspace(TODAY), guide("fr"))
    partnership = replace(workspace.partnership, language=i18n.current().language)
    return an_app(put(workspace, partnership), home)


def note(found: Found, app: PartnerApp, where: str) -> None:
    """Keep the foreign words that are on the screen."""
    lines = seen(app)
    assert any(lines), where
    if strange := foreign(lines, i18n.current().language):
        found[where] = strange


async def close(app: PartnerApp, pilot: Pilot[object], mode: str) -> None:
    """Go back to a screen from what stands above it."""
    while len(app.screen_stack) > 1:
        await app.pop_screen()
    await go(app, pilot, mode, ())


ACTING = sorted({scope for kind in screen_classes() for scope in kind.SCOPES})  # type: ignore[attr-defined]
"""The scopes that a screen has commands of."""


async def every_command(found: Found, app: PartnerApp, pilot: Pilot[object], scope: Scope) -> None:
    """Press the key of every command of a scope, one after the other; run those without a key."""
    for command in in_scope(scope):
        if command.id in LEAVING:
            continue
        await close(app, pilot, "home")
        await reach(app, pilot, scope)
        if command.keys:
            await pilot.press(command.keys.split(",")[0])
        else:
            await app.screen.run_action(command.action)
        await pilot.pause()
        note(found, app, command.id)
        await pilot.press("escape")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_places_and_dialogs_speak_one_language(language: str, tmp_path: Path) -> None:
    """The walk goes to every screen and dialog of the program, or fails."""
    i18n.use(language)
    found: Found = {}
    visited: set[type] = set()
    app = an_app_that_says_nothing(tmp_path)

    async def look(name: str, mode: str) -> None:
        note(found, app, name)
        visited.update(map(type, app.screen_stack))
        await close(app, pilot, mode)
        await pilot.press("escape")

    async with app.run_test(size=TALL) as pilot:
        for name, (mode, keys) in (PLACES | DIALOGS).items():
            await go(app, pilot, mode, keys)
            await look(name, mode)
        for scope in ACTING:
            await reach(app, pilot, scope)
            assert scope in (*getattr(app.screen, "SCOPES", ()), Scope.DOSSIERS), app.screen_stack
            await look(f"commands of {scope}", "home")
        for kind in FORMS:
            await open_form(app, pilot, kind)
            await look(f"form of {kind.__name__}", "home")
        for name, made in PUSHED.items():
            await app.push_screen(made(app))
            await pilot.pause()
            await look(name, "home")
    assert not found
    assert {kind.__name__ for kind in {*our_screens()} - visited} == {"DossiersScreen"}


def test_every_screen_above_is_one_whose_commands_are_pressed() -> None:
    assert {*SCREENS, *ABOVE} <= {scope.value for scope in ACTING}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("scope", [each for each in ACTING if each is not Scope.DOSSIERS])
async def test_every_command_answers_in_one_language(
    scope: Scope, language: str, tmp_path: Path
) -> None:
    i18n.use(language)
    found: Found = {}
    app = an_app_that_says_nothing(tmp_path)
    async with app.run_test(size=TALL) as pilot:
        await every_command(found, app, pilot, scope)
    assert not found


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_the_list_of_dossiers_speaks_one_language(language: str) -> None:
    i18n.use(language)
    found: Found = {}
    home = tempfile.TemporaryDirectory(prefix="zq", dir="/tmp")  # its name is on the screen
    app = PartnerApp(shelves(Path(home.name)))
    app.services.paths = replace(app.services.paths, data=Path(home.name) / "zq")
    folder.create(app.services.paths.data, put(Workspace(), Partnership(name="Zq")), "zq")
    async with app.run_test(size=TALL) as pilot:
        await pilot.pause()
        note(found, app, "dossiers")
        for command in in_scope(Scope.DOSSIERS):
            if command.id != "dossiers.quit":
                await pilot.press(command.keys)
                await pilot.pause()
                note(found, app, command.id)
                await pilot.press("escape", "escape")
    home.cleanup()
    assert not found


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", CATALOGUE)
def test_a_document_speaks_its_own_language(name: str, language: str) -> None:
    workspace = neutral(demo.workspace(TODAY), guide("fr"))
    document = compose(
        name, workspace, guide(language), i18n.translator(language), Options(today=TODAY)
    )
    assert not foreign([FORMATS["txt"](document)], language)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_each_language_has_words_of_its_own(language: str) -> None:
    other = next(each for each in i18n.LANGUAGES if each != language)
    assert len(lexicon(language) - lexicon(other)) > 1000


async def test_a_message_left_untranslated_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    i18n.use("en")
    catalog = i18n.current()._catalog._catalog  # type: ignore[attr-defined]
    monkeypatch.delitem(catalog, "Derniers changements")
    found: Found = {}
    app = an_app_that_says_nothing(tmp_path)
    async with app.run_test(size=TALL):
        note(found, app, "home")
    assert found == {"home": {"derniers", "changements"}}
