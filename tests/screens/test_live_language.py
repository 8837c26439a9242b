"""Switching the language changes every word on the screen, in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from screens.conftest import TODAY, an_app
from screens.walking import PLACES, SCREENS, above, go, seen
from textual.pilot import Pilot

from partner_tui import bootstrap, demo, i18n
from partner_tui.app import PartnerApp
from partner_tui.domain.records import Contact
from partner_tui.settings import FILE


@pytest.mark.parametrize("place", PLACES)
async def test_a_switched_screen_is_the_one_of_that_language(place: str, tmp_path: Path) -> None:
    mode, keys = PLACES[place]
    fresh, live = {}, {}
    for first, to in (("fr", "en"), ("en", "fr")):
        i18n.use(first)
        app = an_app(demo.workspace(TODAY), tmp_path / first)
        async with app.run_test(size=(80, 24)) as pilot:
            await go(app, pilot, mode, keys)
            fresh[first] = seen(app)
            await app.run_action("app.language")
            await pilot.pause()
            assert i18n.current().language == to
            live[to] = seen(app)
    assert live == fresh


async def test_what_is_being_typed_stays(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await go(demo_app, pilot, "people", ("n",))
        await pilot.press(*"Concierge")
        await demo_app.run_action("app.language")
        await pilot.pause()
        assert any(" Role or position" in line and "Concierge" in line for line in seen(demo_app))
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("tab", "tab", "tab", *"lead@lac.ca")
        await demo_app.run_action("app.language")
        await pilot.pause()
        contacts = demo_app.services.workspace.alive(Contact)
        assert [c.email for c in contacts if c.role == "Concierge"] == ["lead@lac.ca"]


@pytest.mark.parametrize(
    ("option", "setting", "environment", "spoken"),
    [
        ("en", "fr", "fr_CA.UTF-8", "en"),
        ("", "en", "fr_CA.UTF-8", "en"),
        ("", "", "en_CA.UTF-8", "en"),
        ("", "", "C.UTF-8", "fr"),
    ],
)
def test_the_option_comes_before_the_settings_and_the_environment(
    option: str,
    setting: str,
    environment: str,
    spoken: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", environment)
    config = bootstrap.paths.find_paths().config
    config.mkdir(parents=True)
    (config / FILE).write_text(f'language = "{setting}"\n' if setting else "", encoding="utf-8")
    bootstrap.services(option)
    assert i18n.current().language == spoken


async def test_another_chapter_is_not_opened(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await go(demo_app, pilot, "guide", ("end", "enter", "pagedown"))
        before = demo_app.screen.chapter.id  # type: ignore[attr-defined]
        await demo_app.run_action("app.language")
        assert demo_app.screen.chapter.id == before  # type: ignore[attr-defined]
        assert demo_app.screen.guide.language == "en"  # type: ignore[attr-defined]


async def everywhere(app: PartnerApp, pilot: Pilot[object]) -> list[list[str]]:
    """Go back to the screens below, one by one, then to each of the others; return the lines."""
    found = [seen(app)]
    while len(app.screen_stack) > 1:
        await pilot.press("q" if hasattr(app.screen, "action_back") else "escape")
        await pilot.pause()
        found.append(seen(app))
    for mode in SCREENS:
        await go(app, pilot, mode, ())
        found.append(seen(app))
    return found


@pytest.mark.parametrize("to", ["en", "fr"])
async def test_what_is_behind_speaks_the_new_language_too(to: str, tmp_path: Path) -> None:
    keys = (above("decisions"), above("translations"), "v", "down", "enter")
    found = []
    for first in ("fr" if to == "en" else "en", to):
        i18n.use(first)
        app = an_app(demo.workspace(TODAY), tmp_path / first)
        async with app.run_test(size=(80, 24)) as pilot:
            for mode in SCREENS:
                await go(app, pilot, mode, ())
            await go(app, pilot, "home", keys)
            if first != to:
                await app.run_action("app.language")
                await pilot.pause()
            found.append(await everywhere(app, pilot))
    assert found[0] == found[1] and len(found[0]) == 4 + len(SCREENS)


async def test_a_dialog_that_asks_hears_no_other_key_so_that_its_language_stays(
    demo_app: PartnerApp,
) -> None:
    demo_app.set_keymap({"app.language": "f9"})
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        before = seen(demo_app)
        await pilot.press("f9")
        await pilot.pause()
        assert (i18n.current().language, seen(demo_app)) == ("fr", before)
        await pilot.press("escape", "f9")
        await pilot.pause()
        assert i18n.current().language == "en" and seen(demo_app) != before
