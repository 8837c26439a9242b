"""Guide: reading, following links, searching, and coming back to where one was."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from driving import SIZE, an_app_with, demo_store, notice, press, words
from textual.pilot import Pilot

from partner_tui import paths, settings
from partner_tui.app import PartnerApp
from partner_tui.domain.blocks import Heading, Paragraph, Span, inline, paragraph
from partner_tui.guide import load
from partner_tui.messages import Go
from partner_tui.screens.guide.screen import GuideScreen
from partner_tui.screens.home.screen import HomeScreen
from partner_tui.screens.steps.screen import StepsScreen
from partner_tui.widgets.chrome import NoticeBar

WIDE = (120, 40)


def guide(app: PartnerApp) -> GuideScreen:
    """Return the screen."""
    screen = app.screen
    assert isinstance(screen, GuideScreen)
    return screen


def seen(screen: GuideScreen) -> list[str]:
    """Return the lines of the page that are on the screen."""
    return [screen.page.render_line(y).text.rstrip(" ▲▼") for y in range(screen.page.size.height)]


def listed(screen: GuideScreen) -> str:
    """Return the words of the list."""
    return "\n".join(line.text for line in screen.lines.shown)


async def open_guide(pilot: Pilot[int], *keys: str) -> GuideScreen:
    """Open the guide and press keys there."""
    await pilot.press("8")
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    app = pilot.app
    assert isinstance(app, PartnerApp)
    return guide(app)


async def read(pilot: Pilot[int], key: str) -> GuideScreen:
    """Open a place of the guide."""
    screen = await open_guide(pilot)
    screen.go_to(key)
    await pilot.pause()
    await pilot.pause()
    return screen


async def test_the_contents_come_first_in_their_families(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot)
        titles = [line.cells[0].text for line in screen.lines.shown if line.cells and not line.key]
        assert titles == ["Le guide", "Les neuf étapes", "Thèmes", "Les listes"]
        assert len(screen.lines.keys) == len(screen.guide.chapters)
        assert not screen.page.display or screen.page.size.height == 0


async def test_enter_reads_a_chapter_and_escape_goes_back_to_the_contents(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "down", "enter")
        assert screen.opened == "partnership"
        assert seen(screen)[0].strip() == "Ce qu'est un partenariat, et pourquoi s'y mettre"
        await pilot.press("escape")
        await pilot.pause()
        assert screen.lines.has_focus
        assert screen.lines.key == "partnership"


async def test_q_leaves_the_page_then_the_guide(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "enter", "q")
        assert screen.lines.has_focus
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(demo_app.screen, HomeScreen)


async def test_a_section_of_the_open_chapter_is_one_line_away(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "enter", "escape", "down", "down", "enter")
        assert screen.page.place == ("intro.nine", 0)
        assert seen(screen)[0].strip() == "Les neuf étapes"


async def test_the_page_scrolls_by_keys(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "enter", "down", "j", "k")
        assert screen.page.scroll_offset.y == 1
        await pilot.press("space")
        await pilot.pause()
        assert screen.page.scroll_offset.y == 1 + screen.page.size.height - 2
        await pilot.press("end")
        await pilot.pause()
        assert "formes et intensité" in "\n".join(seen(screen))
        await pilot.press("home")
        await pilot.pause()
        assert screen.page.scroll_offset.y == 0


async def test_the_place_in_each_chapter_is_remembered(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "enter", *["down"] * 9)
        there = screen.page.place
        for key in ("escape", "end", "enter", "space", "escape", "home", "enter"):
            await pilot.press(key)
            await pilot.pause()
        assert screen.opened == "intro"
        assert screen.page.place == there
        assert screen.page.scroll_offset.y == 9


async def test_back_and_forward_follow_what_was_read(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "intro")
        await pilot.press("down", "down")
        screen.go_to("risks#risks.how")
        await pilot.pause()
        await pilot.press("b")
        await pilot.pause()
        assert (screen.opened, screen.page.scroll_offset.y) == ("intro", 2)
        await pilot.press("f")
        await pilot.pause()
        assert (screen.opened, screen.page.place) == ("risks", ("risks.how", 0))
        await pilot.press("f")
        await pilot.pause()
        assert "Aucun chapitre" in screen.query_one(NoticeBar).words


async def test_a_link_to_a_chapter_opens_here(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "intro")
        text = (Paragraph((Span("Voir "), Span("ceci", link="guide:risks#risks.how"))),)
        screen.page.show(text)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert (screen.opened, screen.page.place[0]) == ("risks", "risks.how")


async def test_another_link_goes_to_its_screen(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "intro")
        screen.page.show((Paragraph((Span("Voir "), Span("ceci", link="step:s2"))),))
        await pilot.press("right", "enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(demo_app.screen, StepsScreen)


@pytest.mark.parametrize("size", [(80, 24), WIDE])
async def test_another_screen_may_open_a_heading(
    demo_app: PartnerApp, size: tuple[int, int]
) -> None:
    async with demo_app.run_test(size=size) as pilot:
        demo_app.post_message(Go("guide:statement#statement.seven"))
        for _turn in range(4):
            await pilot.pause()
        screen = guide(demo_app)
        assert screen.opened == "statement"
        assert screen.reading


async def test_a_chapter_that_does_not_exist_is_said(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "nowhere")
        assert "n'existe pas" in screen.query_one(NoticeBar).words
        assert screen.opened == ""


# -- searching


async def test_hits_are_listed_as_one_types_whatever_the_accents(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "slash", *"RECO")
        many = len(screen.lines.keys)
        await pilot.press(*"nduire")
        await pilot.pause()
        assert 0 < len(screen.lines.keys) < many
        assert "reconduire" in listed(screen)


async def test_enter_opens_the_chapter_at_the_hit(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "slash", *"bailleur", "enter", "down", "enter")
        hit = screen.hit(screen.lines.key)
        assert hit is not None
        assert screen.opened == hit.entry.chapter
        marked = [line for line in seen(screen) if line.startswith("▌")]
        assert len(marked) == 1
        assert "bailleur" in marked[0]


async def test_escape_returns_to_the_hits_then_to_the_contents(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "slash", *"bailleur", "enter", "enter", "escape")
        assert screen.words == "bailleur"
        assert screen.lines.has_focus
        await pilot.press("escape")
        await pilot.pause()
        assert screen.words is None
        assert "Le guide" in listed(screen)


async def test_leaving_the_search_goes_back_to_what_was_read(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "enter", "down", "slash", "x", "escape")
        assert screen.reading
        assert screen.page.scroll_offset.y == 1
        assert screen.words is None


async def test_down_goes_from_the_words_to_the_hits(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "slash", *"risque", "down")
        assert screen.lines.has_focus
        assert screen.lines.key == "hit:0"


async def test_words_that_are_nowhere_are_said_to_be(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "slash", *"zzzz")
        assert "n'en parle pas" in listed(screen)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert "Le guide" in listed(screen)


# -- copying


async def test_y_copies_the_chapter_one_reads(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "risks#risks.how")
        copied = screen.copy_item()
        assert copied is not None and copied[1] == "Risques à nommer d'avance"
        assert "quinzaine de minutes" in copied[0] and "Dix risques" in copied[0]


async def test_the_section_chosen_in_the_contents_is_copied(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "risks#risks.how")
        await press(pilot, "escape", "down")
        copied = screen.copy_item()
        assert copied is not None
        text, name = copied
        assert name == "Comment s'en servir"
        assert text.startswith("Comment s'en servir\n")
        assert "quinzaine de minutes" in text
        assert "Dix risques" not in text


async def test_the_whole_chapter_is_copied_once_titled(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "risks#risks.how")
        text, name = screen.copy_all()
        assert name == "Risques à nommer d'avance"
        assert text.count("Risques à nommer d'avance") == 1
        assert "Dix risques connus" in text


async def test_a_hit_is_copied_from_the_list(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await open_guide(pilot, "slash", *"bailleur", "enter")
        copied = screen.copy_item()
        assert copied is not None
        assert "bailleur" in copied[0].lower()


async def test_another_session_begins_where_this_one_was_left(tmp_path: Path) -> None:
    app = an_app_with(demo_store(), tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        screen = await read(pilot, "risks#risks.more")
        await press(pilot, "down", "down", "1")
        left = screen.page.place
    again = an_app_with(demo_store(), tmp_path)
    async with again.run_test(size=SIZE) as pilot:
        screen = await open_guide(pilot)
        assert screen.lines.key == "risks"
        await press(pilot, "enter")
        assert screen.page.place == left == ("risks.more", 2)


async def test_a_place_that_means_nothing_is_the_beginning(tmp_path: Path) -> None:
    app = an_app_with(demo_store(), tmp_path)
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "guide-reading").write_bytes(b"\xff gone\x00 1 2 x")
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_guide(pilot, "enter")
        assert seen(screen)[0].strip() == "Par où commencer"


# -- the shape of the screen


async def test_a_wide_screen_shows_both_and_tab_goes_between(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=WIDE) as pilot:
        screen = await open_guide(pilot)
        assert screen.page.size.width > 40
        assert seen(screen)[0].strip() == "Par où commencer"
        await pilot.press("tab")
        await pilot.pause()
        assert screen.page.has_focus
        assert screen.reading
        await pilot.press("tab")
        await pilot.pause()
        assert screen.lines.has_focus
        assert not screen.reading


async def test_the_place_is_kept_when_the_width_changes(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "risks#risk.voice")
        await pilot.resize_terminal(64, 20)
        await pilot.pause()
        assert screen.page.place == ("risk.voice", 0)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert screen.page.place == ("risk.voice", 0)


async def test_the_language_changes_in_place(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "risks#risk.voice")
        demo_app.action_language()
        await pilot.pause()
        assert screen.chapter.title == "Risks to name in advance"
        assert screen.page.place == ("risk.voice", 0)


async def test_what_looks_like_markup_is_only_text(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "intro")
        screen.page.show([Heading(1, inline("[/b]")), paragraph("ssh <serveur> [bold]x[/] {a}")])
        await pilot.pause()
        assert "ssh <serveur> [bold]x[/] {a}" in "\n".join(seen(screen))


async def test_any_chapter_opens_in_a_moment(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(80, 24)) as pilot:
        screen = await read(pilot, "intro")
        slowest = 0.0
        for chapter in screen.guide.chapters:
            began = time.perf_counter()
            screen.go_to(chapter.id)
            slowest = max(slowest, time.perf_counter() - began)
            assert screen.page.rows
        assert slowest < 0.5


async def test_an_empty_dossier_reads_the_same_guide(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=(40, 12)) as pilot:
        screen = await open_guide(pilot, "enter")
        assert screen.opened == "intro"


async def test_a_mistake_in_ones_own_guide_is_told_and_blocks_nothing(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    (mine / "fr" / "guide").mkdir(parents=True)
    (mine / "fr" / "guide" / "x.md").write_text("Bonjour", "utf-8")
    config = paths.find_paths().config
    config.mkdir(parents=True)
    (config / settings.FILE).write_text(f'guide = "{mine}"', "utf-8")
    load.guide.cache_clear()
    app = an_app_with(demo_store(), tmp_path, guide=str(mine))
    async with app.run_test(size=SIZE) as pilot:
        for _turn in range(200):
            await pilot.pause(0.05)
            if notice(app):
                break
        assert notice(app).startswith(f"Votre guide, {mine}\u00a0: fr/guide/x.md, ligne 1\u00a0: ")
        await press(pilot, "8", "enter")
        assert "Par où commencer" in words(app)
    load.guide.cache_clear()
