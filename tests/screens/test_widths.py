"""At 80 columns, in either language, no label of ours is cut and at least five keys are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from screens.conftest import TODAY, an_app
from screens.foreign import messages, neutral
from screens.walking import DIALOGS, PLACES, SCREENS, above, go, seen

from partner_tui import demo, i18n, resources
from partner_tui.app import PartnerApp
from partner_tui.commands import Command, Scope, in_scope, keys_of
from partner_tui.documents.render_txt import render
from partner_tui.documents.statement import compose
from partner_tui.documents.words import label
from partner_tui.domain.records import Action, Contact, Organization, Risk
from partner_tui.domain.text import fold
from partner_tui.domain.values import Function
from partner_tui.domain.workspace import Workspace, put
from partner_tui.guide.load import guide
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.dialogs import palette
from partner_tui.screens.forms import FORMS, Blank
from partner_tui.widgets.chrome import Bar, KeyBar
from partner_tui.widgets.editors import LABEL
from partner_tui.widgets.lines import WIDEST
from partner_tui.widgets.prompt import Prompt

CUT = re.compile(r"(\S[^…]*)…")
WHOLE = {said for language in i18n.LANGUAGES for said in messages(language) if said.endswith("…")}
"""Messages that end so."""

LABELS = {
    said
    for language in i18n.LANGUAGES
    for function in Function
    for said in (label(function, i18n.translator(language)), "porte le dossier")
}
"""An ellipsis after one of these says that there are others."""

LED_OUT = re.compile(r"  \? \S+  q \S+$")
"""How the keys of a screen end, whatever stands before: help, and the way out."""

FEW = {"searching", "decision", "action-new", "action-postponed"}
"""A line being typed: Enter and escape act there."""


def read_below(workspace: Workspace, language: str) -> str:
    """Return the guide and the statement as one folded line: a list may show their first words."""
    paths = sorted((resources.folder("content") / language).rglob("*.md"))
    draft = compose(workspace, guide(language), i18n.translator(language))
    texts = [*(path.read_text("utf-8") for path in paths), render(draft.document)]
    return " ".join(fold(" ".join(text.split())) for text in texts)


def is_ours(piece: str, said: str) -> bool:
    """Tell whether words cut by an ellipsis are a label, not a text that is read elsewhere."""
    last = re.split(r"\s{2,}", piece)[-1]
    if last.endswith(":"):
        return False  # a word to type, something after it
    if last.strip().partition(" ")[2] + "…" in WHOLE:
        return False  # a key before its label
    if last + "…" in WHOLE or fold(" ".join(last.split()[-2:])) in said:
        return False
    return last.rpartition(", ")[2] not in LABELS


def cuts(lines: list[str], said: str) -> list[str]:
    """Return the lines where a label is cut."""
    return [line for line in lines if any(is_ours(p, said) for p in CUT.findall(line))]


def keys_named(bar: KeyBar) -> int:
    """Return how many keys a bar names."""
    return sum("cyan" in str(span.style) for span in bar._text.spans)


def too_wide(app: PartnerApp) -> list[str]:
    """Return the bars whose words go out of the screen."""
    bars = [bar for bar in app.screen.query(Bar) if bar.display]
    return [
        line
        for bar in bars
        for line in bar._text.plain.split("\n")
        if cell_len(line.rstrip()) > bar.size.width
    ]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_labels_of_forms_fit_their_column(language: str) -> None:
    t = i18n.translator(language)
    blanks = [row for form in FORMS.values() for row in form.rows if isinstance(row, Blank)]
    assert not [t.text(b.label) for b in blanks if cell_len(t.text(b.label)) > LABEL]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("command", in_scope(*Scope), ids=lambda command: command.id)
def test_the_palette_says_a_whole_sentence(command: Command, language: str) -> None:
    t = i18n.translator(language)
    assert cell_len(t.text(command.label)) < palette.LABEL
    room = 80 - palette.LABEL - 4 - cell_len(next(iter(keys_of(command, {})), ""))
    assert cell_len(palette.brief(t.text(command.help), room)) <= room


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_no_label_is_cut(language: str, tmp_path: Path) -> None:
    i18n.use(language)
    workspace = neutral(demo.workspace(TODAY), guide("fr"))
    workspace = put(workspace, replace(workspace.partnership, language=language))
    said = read_below(workspace, language)
    app = an_app(workspace, tmp_path)
    wrong = {}
    async with app.run_test(size=(80, 24)) as pilot:
        for name, (mode, keys) in (PLACES | DIALOGS).items():
            await go(app, pilot, mode, keys)
            lines = seen(app)
            if problems := [*cuts(lines, said), *too_wide(app)]:
                wrong[name] = problems
            typing = any(prompt.display for prompt in app.screen.query(Prompt))
            if isinstance(app.screen, WorkScreen) and name not in FEW and not typing:
                bar = app.screen.query_one(KeyBar)
                if keys_named(bar) < 5 or not LED_OUT.search(bar._text.plain):
                    wrong.setdefault(name, []).append(bar._text.plain)
            while len(app.screen_stack) > 1:
                await app.pop_screen()
            await pilot.press("escape")
    assert not wrong, "\n".join(f"{name}: {each}" for name, each in wrong.items())


WIDE = "漢字ひらがな e\u0301e\u0301 👍🏽 ｗｉｄｅ "
"""Letters of two columns, letters with a mark that takes none, a sign of two parts."""
TOLD = {Organization: "name short", Contact: "role", Risk: "event", Action: "text"}
COLUMNS = {
    "risks": ("risks", (), r"\d{4}-\d\d-\d\d"),
    "actions": ("home", (above("actions"),), r"S\d+"),
    "people": ("people", (), r"705-555-\d+"),
}
"""Name → a place, and what stands in a column there."""


async def test_wide_and_combining_letters_keep_the_columns_straight(tmp_path: Path) -> None:
    workspace = demo.workspace(TODAY)
    for kind, names in TOLD.items():
        for record in workspace.alive(kind):
            told = {name: WIDE + getattr(record, name) for name in names.split()}
            workspace = put(workspace, replace(record, translations={}, **told))
    app = an_app(workspace, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for name in SCREENS:
            await go(app, pilot, name, ())
            strips = app.screen._compositor.render_strips()
            assert {cell_len(strip.text) for strip in strips} == {80}, name
        for name, (mode, keys, pattern) in COLUMNS.items():
            await go(app, pilot, mode, keys)
            lines = [line.text for line in app.screen._compositor.render_strips()[4:15]]
            found = [(line, re.search(pattern, line)) for line in lines if WIDE[:2] in line]
            starts = {cell_len(line[: each.start()]) for line, each in found if each}
            assert len(found) > 3 and len(starts) == 1, (name, lines)


async def test_no_list_and_no_form_is_too_wide_to_read_on_a_large_screen(tmp_path: Path) -> None:
    app = an_app(demo.workspace(TODAY), tmp_path)
    async with app.run_test(size=(250, 60)) as pilot:
        for name in (*SCREENS, "partnership"):
            await go(app, pilot, *PLACES[name])
            widths = [
                each.size.width for each in app.screen.query("LineList, Form") if each.display
            ]
            assert widths and max(widths) <= WIDEST, name
            await pilot.press("escape")


async def test_a_narrow_pane_keeps_room_for_what_is_promised(tmp_path: Path) -> None:
    app = an_app(demo.workspace(TODAY), tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await go(app, pilot, "home", ("a",))
        line = next(line for line in seen(app) if "S5" in line)
        assert "Rédiger la p" in line and "Maison" in line
