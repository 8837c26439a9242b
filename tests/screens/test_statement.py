"""Énoncé: seven live parts, their sources, the versions and who agrees."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from builders import TODAY, a_contact, a_statement, a_workspace, an_answer, three_parties
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Static

from partner_tui.app import PartnerApp
from partner_tui.documents.statement import compose
from partner_tui.documents.versions import frozen_blocks
from partner_tui.domain.known import AIMS, LEAD, VISION
from partner_tui.domain.records import Answer, Record, Response, Statement
from partner_tui.domain.values import Stance, Way
from partner_tui.domain.workspace import Workspace, editing
from partner_tui.guide.load import guide
from partner_tui.i18n import current
from partner_tui.messages import Copy, Go
from partner_tui.screens.statement.compare import StatementCompare
from partner_tui.screens.statement.lines import part_lines
from partner_tui.screens.statement.screen import StatementScreen
from partner_tui.widgets.chrome import KeyBar, NoticeBar, TitleBar
from partner_tui.widgets.page import Page
from partner_tui.widgets.prompt import Prompt
from partner_tui.widgets.typeset import typeset

SIZE = (80, 24)


@dataclass
class Seen:
    """The messages that went through the program."""

    messages: list[Message] = field(default_factory=list)

    def __call__(self, message: Message) -> None:
        self.messages.append(message)

    @property
    def copied(self) -> Copy:
        """The last text handed over."""
        return [m for m in self.messages if isinstance(m, Copy)][-1]

    @property
    def went(self) -> str:
        """The last place asked for."""
        return [m for m in self.messages if isinstance(m, Go)][-1].target


def at(app: PartnerApp) -> StatementScreen:
    """Return the screen that is open, which is this one."""
    screen = app.screen
    assert isinstance(screen, StatementScreen)
    return screen


def listed(app: PartnerApp) -> list[str]:
    """Return the words on the list, line by line."""
    return [" ".join(line.text.split()) for line in at(app).lines.shown]


def read(app: PartnerApp) -> str:
    """Return the words in the pane."""
    return "\n".join(row.text for row in at(app).query_one(Page).rows)


def versions(app: PartnerApp) -> list[Statement]:
    """Return the frozen versions."""
    return app.services.workspace.alive(Statement)


def said(app: PartnerApp) -> str:
    """Return the last notice."""
    return at(app).query_one(NoticeBar).words


async def test_the_sample_names_all_seven_parts(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await pilot.press("6")
        await pilot.pause()
        parts = listed(demo_app)[1:8]
        assert all(part.startswith(("✓", "≠", "~")) for part in parts)
        assert parts[0].startswith("✓ Vision et buts complet Nulle personne étudiante")
        assert "v3 en préparation" in str(at(demo_app).query_one(TitleBar).content)


async def test_a_new_dossier_lists_seven_gaps_and_enter_goes_to_the_question(
    empty_app: PartnerApp,
) -> None:
    seen = Seen()
    async with empty_app.run_test(size=SIZE, message_hook=seen) as pilot:
        await pilot.press("6")
        await pilot.pause()
        gaps = [line for line in listed(empty_app) if "⏎ y répondre" in line]
        assert len(gaps) == 7
        assert "7 manquent" in listed(empty_app)[0]
        await pilot.press("down", "enter")
        await pilot.pause()
        assert seen.went == f"question:{AIMS}"


async def test_freezing_asks_why_and_keeps_both_languages(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await pilot.press("6")
        await pilot.pause()
        await pilot.press("v", *"Bilan", "enter")
        await pilot.pause()
        last = versions(demo_app)[-1]
        assert (last.number, last.reason, last.on) == (3, "Bilan", TODAY)
        assert last.texts["fr"].startswith("## Vision et buts")
        assert last.texts["en"].startswith("## Vision and goals")
        assert at(demo_app).lines.key == "organizations/o1"
        assert "v3, à jour" in str(at(demo_app).query_one(TitleBar).content)


async def test_the_same_text_can_be_frozen_again_and_keeps_the_words(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await frozen(demo_app, pilot)
        await keys(pilot, "space", "v")
        assert "Même texte que la v3" in str(
            at(demo_app).query_one(Prompt).query_one(Static).content
        )
        await pilot.press(*"Reconduit", "enter")
        await pilot.pause()
        assert list(versions(demo_app)[-1].words) == ["o1"]


async def test_an_empty_statement_is_not_frozen(empty_app: PartnerApp) -> None:
    async with empty_app.run_test(size=SIZE) as pilot:
        await pilot.press("6")
        await pilot.pause()
        await pilot.press("v")
        await pilot.pause()
        assert said(empty_app).startswith("Rien à figer encore")
        await pilot.press("space")
        await pilot.pause()
        assert versions(empty_app) == []


async def frozen(app: PartnerApp, pilot: Pilot[None]) -> None:
    """Freeze a version 3; the cursor is then on the first organization."""
    await pilot.press("6")
    await pilot.pause()
    await pilot.press("v", *"Bilan", "enter")
    await pilot.pause()


async def keys(pilot: Pilot[None], *pressed: str) -> None:
    """Press keys one after the other, each given the time to act."""
    for key in pressed:
        await pilot.press(key)
        await pilot.pause()


async def test_an_organization_agrees_at_once_and_undo_makes_it_silent(
    demo_app: PartnerApp,
) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await frozen(demo_app, pilot)
        assert "v2 : d'accord" in listed(demo_app)[11]
        await keys(pilot, "space")
        word = versions(demo_app)[-1].words["o1"]
        assert (word.stance, word.on) == (Stance.AGREES, TODAY)
        assert said(demo_app) == "Collège\u00a0: d'accord, 2026-11-22"
        await keys(pilot, "u")
        assert versions(demo_app)[-1].words == {}


async def test_a_reservation_says_which_who_speaks_and_when(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await frozen(demo_app, pilot)
        await keys(pilot, "down", "e", "down", "enter", "enter", "enter")
        assert said(demo_app).startswith("Une réserve dit laquelle")
        await pilot.press(*"Qui paie?", "enter")
        await keys(pilot, *["backspace"] * 10)
        await pilot.press(*"31 fevrier", "enter")
        await pilot.pause()
        assert versions(demo_app)[-1].words == {}
        await keys(pilot, *["backspace"] * 10)
        await pilot.press(*"2026-11-20", "enter")
        await pilot.pause()
        word = versions(demo_app)[-1].words["o2"]
        assert (word.stance, word.comment) == (Stance.RESERVED, "Qui paie?")
        assert (word.speaker, word.on) == ("c4", date(2026, 11, 20))
        assert "Qui paie?" in read(demo_app)
        assert "par Direction\ngénérale" in read(demo_app)


async def test_a_sending_is_noted_to_whom_by_which_way_and_when(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await frozen(demo_app, pilot)
        await keys(pilot, "s", "down", "space", "enter", "enter", "enter")
        (sent,) = versions(demo_app)[-1].sendings
        assert (sent.on, sent.way) == (TODAY, Way.EMAIL)
        assert sent.to == ("o1", "c1", "o2", "o3")
        assert "par courriel" in read(demo_app)
        assert "en attente" in listed(demo_app)[10]


async def test_an_earlier_version_is_read_whole(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await pilot.press("6")
        await pilot.pause()
        await pilot.press("end", "up", "enter")
        await pilot.pause()
        assert "Des pairs à chaque soirée." in read(demo_app)
        assert not at(demo_app).lines.display
        await pilot.press("escape")
        await pilot.pause()
        assert at(demo_app).lines.display
        assert at(demo_app).lines.has_focus


async def test_z_shows_the_sentences_with_their_sources_then_the_list(
    demo_app: PartnerApp,
) -> None:
    seen = Seen()
    async with demo_app.run_test(size=SIZE, message_hook=seen) as pilot:
        await keys(pilot, "6", "down", "z")
        assert at(demo_app).lines.key == "stmt.aims#0"
        await keys(pilot, "down")
        assert "• Rejoindre 150 personnes" in " ".join(listed(demo_app))
        assert "Que voulons-nous d'abord accomplir ensemble?" in read(demo_app)
        assert "(Coordination,\n2026-08-25)" in read(demo_app)
        await keys(pilot, "enter")
        assert seen.went == f"question:{AIMS}"
        await keys(pilot, "6", "z")
        assert not at(demo_app).query_one(Page).display
        assert at(demo_app).lines.key == "stmt.aims"


async def test_an_answer_that_changed_since_marks_its_sentence(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await frozen(demo_app, pilot)
        change = editing(Answer, AIMS, response=Response(values=(("Tenir 12 soirées",),)))
        demo_app.services.workbook.apply("answer.edit", change)
        await keys(pilot, "1", "6", "home", "down")
        assert "! Tenir 12 soirées" in listed(demo_app)[2]
        await keys(pilot, "z")
        assert "réponse changée depuis la v3" in listed(demo_app)
        assert "À la v3 (Coordination, 2026-08-25)\u00a0: Tenir 24 soirées" in read(demo_app)
        assert "Maintenant" in read(demo_app) and "Tenir 12 soirées" in read(demo_app)


async def test_two_versions_are_compared_and_both_sides_can_change(demo_app: PartnerApp) -> None:
    seen = Seen()
    async with demo_app.run_test(size=SIZE, message_hook=seen) as pilot:
        await keys(pilot, "6", "d")
        assert isinstance(demo_app.screen, StatementCompare)
        assert compared(demo_app).startswith("De « v2 » à « texte actuel »")
        await keys(pilot, "p", "v")
        assert compared(demo_app).startswith("De « v1 » à « v2 »")
        assert "= gardée" not in compared(demo_app)
        assert "~ changée, avant" in compared(demo_app)
        await keys(pilot, "y", "escape")
        assert "= gardée" in seen.copied.text
        await keys(pilot, "end", "up", "equals_sign")
        assert compared(demo_app).startswith("De « v1 » à « v2 »")


def compared(app: PartnerApp) -> str:
    """Return the words of the comparison."""
    words = "\n".join(row.text for row in app.screen.query_one(Page).rows)
    return words.replace("\u00a0", " ")


async def test_a_version_that_was_touched_says_so(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        change = editing(Statement, "st1", texts={"fr": "## Vision et buts\n\nAutre chose.\n"})
        demo_app.services.workbook.apply("statement.edit", change)
        demo_app.post_message(Go("statements/st1"))
        await pilot.pause()
        await pilot.pause()
        assert "texte modifié!" in next(line for line in listed(demo_app) if "v1" in line[:4])
        assert "Ce texte n'est plus celui de la v1" in read(demo_app)
        assert "partner-tui verify" in read(demo_app)
        assert "Empreinte" not in read(demo_app)


async def test_the_outline_of_the_agreement_is_one_key_away(demo_app: PartnerApp) -> None:
    seen = Seen()
    async with demo_app.run_test(size=SIZE, message_hook=seen) as pilot:
        await keys(pilot, "6", "c")
        assert "il ne remplace pas un avis juridique" in read(demo_app)
        assert "21. Signatures et dates" in read(demo_app)
        await keys(pilot, "right", "enter")
        assert seen.went.startswith("question:s1.need")


async def test_why_a_version_is_asked_follows_the_language(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await keys(pilot, "6", "v")
        asked = at(demo_app).query_one(Prompt).query_one(Static)
        assert "Pourquoi une v3?" in str(asked.content)
        await demo_app.run_action("app.language")
        await pilot.pause()
        assert "Why a v3?" in str(asked.content)


async def test_from_110_columns_the_text_stands_at_the_right(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=(120, 40)) as pilot:
        await pilot.press("6")
        await pilot.pause()
        lines, page = at(demo_app).lines, at(demo_app).query_one(Page)
        assert page.region.x >= lines.region.right
        assert page.size.height > 30


async def test_y_copies_what_is_chosen_and_shift_y_the_whole_in_the_format_chosen(
    demo_app: PartnerApp,
) -> None:
    seen = Seen()
    async with demo_app.run_test(size=SIZE, message_hook=seen) as pilot:
        await pilot.press("6")
        await pilot.pause()
        await keys(pilot, "y")
        assert seen.copied.text.startswith("Vision et buts\n==============")
        assert "Objectifs principaux" not in seen.copied.text
        await keys(pilot, "down", "z", "y")
        assert seen.copied.text == "Tenir 24 soirées d'accueil et d'écoute pendant les examens"
        await keys(pilot, "Y")
        assert "Vision et buts\n--------------" in seen.copied.text
        assert seen.copied.name == "Énoncé de partenariat — Soirées Boussole"
        await keys(pilot, "F", "Y")
        assert "\n## Vision et buts\n" in seen.copied.text
        assert seen.copied.form == "En Markdown"


async def test_the_document_speaks_the_other_language_and_the_screen_its_own(
    demo_app: PartnerApp,
) -> None:
    seen = Seen()
    async with demo_app.run_test(size=SIZE, message_hook=seen) as pilot:
        await pilot.press("6")
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        assert listed(demo_app)[0].startswith("Les sept parties")
        assert "Vision and goals" in listed(demo_app)[1]
        await pilot.press("Y")
        await pilot.pause()
        assert "Compass Evenings" in seen.copied.text


async def test_a_target_puts_the_cursor_on_its_version(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        demo_app.post_message(Go("statements/st1"))
        await pilot.pause()
        await pilot.pause()
        assert at(demo_app).lines.key == "statements/st1"
        assert "Des pairs à chaque soirée." in read(demo_app)


async def test_the_keys_shown_are_those_of_the_line(demo_app: PartnerApp) -> None:
    async with demo_app.run_test(size=SIZE) as pilot:
        await pilot.press("6")
        await pilot.pause()
        assert "⏎ à la source" in str(at(demo_app).query_one(KeyBar).content)
        await pilot.press("end")
        await pilot.pause()
        assert "⏎ lire" in str(at(demo_app).query_one(KeyBar).content)


# -- the lines themselves


def partly(*records: Record) -> Workspace:
    """Return three parties who have a vision and a lead, and nothing else."""
    vision = an_answer(VISION, "Un jardin pour tous.", "Cultiver ensemble")
    return a_workspace(*three_parties(), a_contact(), vision, an_answer(LEAD, "c1"), *records)


def lines_of(workspace: Workspace) -> list[str]:
    """Return the parts as words."""
    draft = compose(workspace, guide("fr"), current())
    return [" ".join(line.text.split()) for line in part_lines(draft, guide("fr"))]


def test_parts_are_counted_by_how_sure_they_are() -> None:
    assert "2 parties complètes, 1 en partie, 4 manquent" in lines_of(partly())[0]


def test_a_private_answer_is_left_out_and_said() -> None:
    text = "\n".join(lines_of(partly(an_answer(AIMS, ("Garder le secret",), private=True))))
    assert "secret" not in text
    assert "⌂ 1 réponse privée laissée de côté" in text


def test_a_frozen_text_is_read_as_it_was_written() -> None:
    """Signs of Markdown, attributes and markup that people typed stay as they are."""
    hostile = "{.x} [/] # *a* <b> ssh <hôte>\n{#y}"
    draft = compose(partly(an_answer(AIMS, (hostile,))), guide("fr"), current())
    version = a_statement(texts={"fr": draft.frozen})
    frozen = "\n".join(row.text for row in typeset(frozen_blocks(version, "fr"), 72))
    assert "{.x} [/] # *a* <b> ssh <hôte>" in frozen
    for part in draft.parts:
        for row in typeset(part.blocks, 72):
            assert row.text in frozen
