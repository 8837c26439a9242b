"""The list of dossiers: begin, open, rename, archive, and what cannot be read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from driving import SIZE, foot, notice, press, shelves, title, words, write
from msgspec.structs import replace
from screens.conftest import TODAY
from textual.pilot import Pilot

from partner_tui import demo
from partner_tui.app import PartnerApp
from partner_tui.domain.records import Partnership
from partner_tui.domain.values import Stage
from partner_tui.domain.workspace import Workspace, put
from partner_tui.screens.dossiers.screen import DossiersScreen
from partner_tui.screens.home.screen import HomeScreen
from partner_tui.storage import folder
from partner_tui.storage.schema import DOSSIER
from partner_tui.storage.store import TinyStore


@pytest.fixture
def app(tmp_path: Path) -> PartnerApp:
    """The program on a data folder with one dossier that is being explored, none open."""
    services = shelves(tmp_path)
    a_dossier(services.paths.data, "Jardin commun", Stage.EXPLORATION)
    return PartnerApp(services)


def a_dossier(data: Path, name: str, stage: Stage = Stage.ACTIVE) -> Path:
    """Make a dossier in a data folder."""
    return folder.create(data, put(Workspace(), Partnership(name=name, stage=stage)), name)


def dossiers(app: PartnerApp) -> DossiersScreen:
    """Return the screen, which must be in front."""
    assert isinstance(app.screen, DossiersScreen)
    return app.screen


def stored(app: PartnerApp) -> Partnership:
    """Return the partnership of the chosen dossier, as the disk has it."""
    return TinyStore(Path(dossiers(app).lines.keys[0])).load().partnership


async def test_a_newcomer_is_told_what_a_dossier_is_and_how_to_begin(tmp_path: Path) -> None:
    app = PartnerApp(shelves(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        assert "Vos dossiers" in words(app)
        assert "créer votre premier dossier" in words(app)
        assert foot(app).split()[0] == "n" and "q quitter" in foot(app)
        await press(pilot, "enter", "e", "x", "v", "down")
        assert "n en crée un" in notice(app)


async def test_each_dossier_says_where_it_stands(tmp_path: Path) -> None:
    services = shelves(tmp_path)
    demo.copy(services.paths.data, TODAY)
    app = PartnerApp(services)
    async with app.run_test(size=SIZE):
        text = words(app)
        for part in ("Soirées Boussole", "actif", "2026-12-01", "rappels", "Réponses"):
            assert part in text
        assert "…" not in text.splitlines()[3]
        assert "⏎ ouvrir" in foot(app) and "q quitter" in foot(app)


async def test_enter_opens_a_dossier_and_q_comes_back(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert app.services.workspace.partnership.name == "Jardin commun"
        assert "q dossiers" in foot(app)
        await press(pilot, "4", "q", "q")
        assert app.focused is dossiers(app).lines
        assert app.services.book is None
        await press(pilot, "enter", "2", "w", "1", "w")
        assert dossiers(app).lines.keys
        await press(pilot, "q")
    assert app.return_code == 0


async def test_a_digit_does_nothing_without_a_dossier(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "8")
        assert dossiers(app).lines.keys


async def test_a_dossier_takes_another_name_at_once(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, " II")
        await press(pilot, "enter")
        assert stored(app).name == "Jardin commun II"
        assert "Jardin commun II" in words(app) and "Renommé" in notice(app)
        assert app.focused is dossiers(app).lines


@pytest.mark.parametrize("leaving", [["escape"], ["ctrl+u", "enter"]])
async def test_a_name_left_or_emptied_changes_nothing(app: PartnerApp, leaving: list[str]) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *leaving)
        assert stored(app).name == "Jardin commun"
        assert app.focused is dossiers(app).lines


async def test_an_archived_dossier_is_put_away_and_comes_back_as_it_was(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x")
        assert not dossiers(app).lines.keys
        assert "1 dossier archivé; v le montre" in words(app)
        assert notice(app) == "Dossier archivé; v le montre."
        await press(pilot, "v")
        assert stored(app).stage is Stage.ARCHIVED
        await press(pilot, "x")
        assert stored(app).stage is Stage.EXPLORATION
        assert notice(app) == "Dossier ressorti."


async def test_a_dossier_that_cannot_be_read_says_why_and_harms_no_other(app: PartnerApp) -> None:
    broken = a_dossier(app.services.paths.data, "Abîmé")
    (broken / DOSSIER).write_text("{", encoding="utf-8")
    async with app.run_test(size=SIZE) as pilot:
        assert len(dossiers(app).lines.keys) == 2
        dossiers(app).lines.move_to(str(broken))
        for key in ("enter", "e", "x"):
            await press(pilot, key)
            assert "abîmé à la ligne" in notice(app)
        assert (broken / DOSSIER).read_text(encoding="utf-8") == "{"


async def test_a_damaged_dossier_is_rebuilt_on_demand(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        place = Path(dossiers(app).lines.key)
        await press(pilot, "e")
        await write(pilot, " partagé")
        await press(pilot, "enter")
        good = (place / DOSSIER).read_text(encoding="utf-8")
        (place / DOSSIER).write_text(good[:-9], encoding="utf-8")
        dossiers(app).show_all()
        assert "fichier abîmé" in words(app)
        await press(pilot, "enter", "escape")
        assert (place / DOSSIER).read_text(encoding="utf-8") == good[:-9]
        await press(pilot, "enter", "enter")
        assert "Dossier reconstruit" in notice(app)
        assert stored(app).name == "Jardin commun partagé"


async def test_a_dossier_that_is_gone_is_told(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        shutil.rmtree(dossiers(app).lines.key)
        await press(pilot, "enter")
        assert "vérifiez le chemin" in notice(app)


async def test_a_dossier_deleted_while_it_is_open_never_ends_the_program(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        shutil.rmtree(app.services.workbook.store.path)
        app.catch_up()
        await pilot.pause()
        assert notice(app)
        await app.run_action("app.language")
        await press(pilot, "2", "space", "1", "u", "4", "5", "6", "7", "8", "3", "1", "q")
        assert "La même touche sort" in notice(app) or "The same key leaves" in notice(app)
        await press(pilot, "q")
        assert not dossiers(app).lines.keys


async def test_reading_only_nothing_is_written(app: PartnerApp) -> None:
    app.services.read_only = True
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x")
        assert "lecture seule" in notice(app) or "enregistr" in notice(app)
        assert stored(app).stage is Stage.EXPLORATION
        await press(pilot, "n")
        assert "lecture seule" in notice(app) and len(dossiers(app).lines.keys) == 1
        await press(pilot, "enter")
        assert "lecture seule" in words(app)
        await press(pilot, "2", "space")
        assert "! non enregistré" in words(app)


async def test_the_language_switches_in_place(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await app.run_action("app.language")
        await pilot.pause()
        assert "ouvrir" not in foot(app)
        assert "Vos dossiers" not in words(app)


async def test_a_long_name_is_cut_and_the_columns_stay(app: PartnerApp) -> None:
    long = replace(stored_in(app), name="Un nom " * 30)
    folder.create(app.services.paths.data, put(Workspace(), long), "long")
    async with app.run_test(size=SIZE):
        row = next(line for line in words(app).splitlines() if "Un nom" in line)
        assert "…" in row and "rappel" in row


def stored_in(app: PartnerApp) -> Partnership:
    """Return the only partnership of the data folder."""
    (path,) = folder.dossiers(app.services.paths.data)
    return TinyStore(path).load().partnership


async def begin(app: PartnerApp, pilot: Pilot[int], *then: str) -> None:
    """Name a new dossier in its form, leave the form, and go down to one of the choices."""
    await press(pilot, "n")
    await write(pilot, "Tandem")
    await press(pilot, "escape", *then)


async def test_escape_makes_no_dossier_until_one_says_so(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await begin(app, pilot)
        assert "Créer «\u00a0Tandem\u00a0»" in words(app)
        await press(pilot, "escape", "escape", "enter")
        assert "Tandem" in words(app) and "Dossier créé" in notice(app)
        assert list(app.services.drafts_of(app.services.paths.data).under("")) == []
    assert len(folder.dossiers(app.services.paths.data)) == 2


async def test_a_dossier_that_is_not_made_yet_waits(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await begin(app, pilot, "down", "down", "enter")
        assert len(dossiers(app).lines.keys) == 1 and "Aucun dossier n'a été créé" in notice(app)
        await press(pilot, "n")
        assert "Tandem" in words(app)
        await press(pilot, "escape", "down", "down", "down", "enter", "n")
        assert "Tandem" not in words(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, DossiersScreen), "nothing was typed: nothing is asked"
    assert len(folder.dossiers(app.services.paths.data)) == 1


async def test_words_narrow_the_list_and_escape_shows_it_all(app: PartnerApp) -> None:
    a_dossier(app.services.paths.data, "Boussole")
    async with app.run_test(size=SIZE) as pilot:
        assert "/ filtrer" in foot(app)
        await press(pilot, "slash")
        await write(pilot, "jard")
        assert len(dossiers(app).lines.keys) == 1 and "filtre" in title(app)
        await press(pilot, "enter")
        await press(pilot, "escape")
        assert len(dossiers(app).lines.keys) == 2


async def test_a_new_name_that_was_left_waits(app: PartnerApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        await write(pilot, " II")
        await press(pilot, "escape", "e", "enter")
        assert stored(app).name == "Jardin commun II"
