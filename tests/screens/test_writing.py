"""A document written out from a screen, in the form that was asked."""

from __future__ import annotations

from pathlib import Path

from partner_tui.app import PartnerApp
from partner_tui.screens.writing import Order, write


def test_each_format_and_language_is_a_file_of_its_own(demo_app: PartnerApp) -> None:
    order = Order("risks", ("txt", "csv"), ("fr", "en"))
    made = write(demo_app.services, order)
    assert {path.suffix for path in made} == {".txt", ".csv"}
    assert len({path.name for path in made}) == 4
    assert all(path.stat().st_size for path in made)


def test_private_risks_stay_out_unless_asked(demo_app: PartnerApp) -> None:
    [shared] = write(demo_app.services, Order("risks", ("txt",), ("fr",)))
    [whole] = write(demo_app.services, Order("risks", ("txt",), ("fr",), private=True))
    assert "R10" not in shared.read_text(encoding="utf-8")
    assert "R10" in whole.read_text(encoding="utf-8")


def test_writing_again_replaces_the_file(demo_app: PartnerApp) -> None:
    order = Order("statement", ("md",), ("fr",))
    assert write(demo_app.services, order) == write(demo_app.services, order)


async def test_the_screen_offers_its_own_document_first(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        await pilot.press("O")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("space", "down", "down", "space", "enter")
        await demo_app.workers.wait_for_complete()
        folder = demo_app.services.exports()
        names = sorted(path.name for path in folder.iterdir())
        assert len(names) == 1
        assert names[0].startswith("registre-des-risques")
        assert Path(names[0]).suffix == ".txt"
