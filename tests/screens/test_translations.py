"""Les deux langues: what is missing is listed, written on the spot, and undone like the rest."""

from __future__ import annotations

import pytest
from driving import SIZE, notice, press, title, words, write

from partner_tui import i18n
from partner_tui.app import PartnerApp
from partner_tui.domain.records import Organization


def english(app: PartnerApp) -> str:
    """Return the English name of the second organization."""
    found = app.services.workspace.find(Organization, "o2")
    return found.translations.get("en", {}).get("name", "") if found else "?"


async def test_what_is_missing_is_written_and_leaves_the_list(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await press(pilot, "f3")
        assert "5 textes manquent en anglais" in title(empty_app)
        assert "manque\u00a0: Le Sillon" in words(empty_app)
        await press(pilot, "slash")
        await write(pilot, "le sillon")
        await press(pilot, "enter", "enter")
        assert "Organisme · Le Sillon" in words(empty_app) and "En anglais" in words(empty_app)
        await write(pilot, "The Furrow")
        await press(pilot, "escape")
        assert english(empty_app) == "The Furrow"
        assert "4 textes" in title(empty_app) or "filtre" in title(empty_app)
        await press(pilot, "escape", "u")
        assert english(empty_app) == "" and "Annulé" in notice(empty_app)


async def test_the_form_says_which_is_missing_and_f3_goes_there(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await press(pilot, "f3", "enter")
        await write(pilot, "Shared garden")
        await press(pilot, "escape", "q", "7", "down", "enter")
        assert "Il manque en anglais (F3)\u00a0: Nom" in words(empty_app)
        await press(pilot, "f3")
        assert "Les deux langues" in title(empty_app)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_nothing_missing_is_said(demo_app: PartnerApp, language: str) -> None:
    i18n.use(language)
    async with demo_app.run_test(size=SIZE) as pilot:
        await press(pilot, "f3")
        said = {"fr": "existe dans les deux langues", "en": "exists in both languages"}
        assert said[language] in words(demo_app)
        await press(pilot, "v")
        assert "Compass Evenings" in words(demo_app)
