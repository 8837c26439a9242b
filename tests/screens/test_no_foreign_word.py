"""No screen, dialog, palette entry, form or notice shows a word of the other language."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from screens.conftest import TODAY, an_app
from screens.foreign import foreign, lexicon, neutral
from screens.walking import DIALOGS, PLACES, SCREENS, go, seen
from textual.pilot import Pilot

from partner_tui import demo, i18n
from partner_tui.app import PartnerApp
from partner_tui.commands import Command, in_scope
from partner_tui.documents.catalogue import CATALOGUE, Options, compose
from partner_tui.documents.formats import FORMATS
from partner_tui.domain.workspace import put
from partner_tui.guide.load import guide

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


async def every_command(found: Found, app: PartnerApp, pilot: Pilot[object], mode: str) -> None:
    """Press the key of every command of a screen, one after the other."""
    await go(app, pilot, mode, ())
    commands: list[Command] = in_scope(*app.screen.SCOPES)  # type: ignore[attr-defined]
    for command in commands:
        if command.id in LEAVING or not command.keys:
            continue
        await pilot.press(command.keys.split(",")[0])
        await pilot.pause()
        note(found, app, command.id)
        await close(app, pilot, mode)
        await pilot.press("escape")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_places_and_dialogs_speak_one_language(language: str, tmp_path: Path) -> None:
    i18n.use(language)
    found: Found = {}
    app = an_app_that_says_nothing(tmp_path)
    async with app.run_test(size=TALL) as pilot:
        for name, (mode, keys) in (PLACES | DIALOGS).items():
            await go(app, pilot, mode, keys)
            note(found, app, name)
            await close(app, pilot, mode)
            await pilot.press("escape")
    assert not found


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("mode", SCREENS)
async def test_every_command_answers_in_one_language(
    mode: str, language: str, tmp_path: Path
) -> None:
    i18n.use(language)
    found: Found = {}
    app = an_app_that_says_nothing(tmp_path)
    async with app.run_test(size=TALL) as pilot:
        await every_command(found, app, pilot, mode)
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
