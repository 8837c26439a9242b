"""Énoncé: its seven parts as the answers tell them, who agreed to it, and its versions."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings, key_for
from partner_tui.documents.formats import FORMATS
from partner_tui.documents.statement import StatementDraft, StatementPart, compose, latest
from partner_tui.documents.versions import version_document
from partner_tui.documents.voice import LANGUAGE, Voice
from partner_tui.documents.words import cite, day, label
from partner_tui.domain.blocks import Block, Document, Heading, inline
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Organization, Statement
from partner_tui.domain.stating import NEXT, agreeing, commenting, freezing, is_new, word_of
from partner_tui.domain.values import Agreement
from partner_tui.domain.workspace import next_number
from partner_tui.guide.load import guide
from partner_tui.i18n import LANGUAGES, _, current, ngettext, translator
from partner_tui.messages import Go, Notice
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.statement_lines import statement_lines
from partner_tui.screens.statement_pages import part_page, word_page
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.page import Page

VERBS = {
    Agreement.DRAFT: "statement.state",
    Agreement.SENT: "statement.send",
    Agreement.CONFIRMED: "statement.confirm",
}


class StatementScreen(WorkScreen):
    """The list of parts, organizations and versions, and the text of the chosen one."""

    CSS_PATH = resources.folder("styles") / "statement.tcss"
    MODE = "statement"
    SCOPES: ClassVar = (Scope.STATEMENT,)
    BINDINGS = [*bindings(Scope.WORK, Scope.STATEMENT), ("escape", "close_text")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    PANES = ("split", "whole", "list")

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._pane = "split"
        self._language = ""
        self._draft: StatementDraft | None = None

    def compose_body(self) -> ComposeResult:
        """Lay the list and the text."""
        with Container(id="work"):
            yield LineList()
            yield Page(id="text")

    # -- what is composed, and what is chosen

    @property
    def language(self) -> str:
        """The language of the document; the dossier's own until another one is asked for."""
        return self._language or self.workspace.partnership.language

    @property
    def guide(self) -> Guide:
        """The guide in the language of the document."""
        return guide(self.language)

    @property
    def draft(self) -> StatementDraft:
        """The statement as the answers tell it now."""
        if self._draft is None:
            self._draft = compose(self.workspace, self.guide, translator(self.language))
        return self._draft

    @property
    def part(self) -> StatementPart | None:
        """The part under the cursor."""
        return next((part for part in self.draft.parts if part.id == self.lines.key), None)

    @property
    def chosen(self) -> Organization | Statement | None:
        """The organization or the version under the cursor."""
        table, _slash, key = self.lines.key.partition("/")
        if table == "organizations":
            return self.workspace.find(Organization, key)
        return self.workspace.find(Statement, key) if table == "statements" else None

    # -- showing

    def title_parts(self) -> list[str]:
        """Say which version this is, and its language when it is not the screen's."""
        state = _("v{n}, à jour") if self.draft.is_current else _("v{n} en préparation")
        spoken = _(LANGUAGE[self.language]) if self.language != current().language else ""
        return list(filter(None, (_("Énoncé"), state.format(n=self.draft.version), spoken)))

    def keys(self) -> list[tuple[str, str]]:
        """Say what the keys do to the chosen line."""
        key = partial(key_for, keymap=self.services.settings.keys)
        other = _("en anglais") if self.language == "fr" else _("en français")
        copy = [key("statement.copy", label=_("copier")), key("statement.language", label=other)]
        if self._pane == "whole":
            return [("↑ ↓", _("lire")), key("work.pane", label=_("liste")), *copy]
        match self.chosen:
            case Organization():
                first = [key("statement.state", label=word) for word in self._next()]
                fiche = key_help("enter", _("sa fiche"))
                return [*first, key("statement.comment"), fiche, *copy]
            case Statement():
                return [key_help("enter", _("lire")), *copy]
        asked = _("y répondre") if self.part in self.draft.gaps else _("à la source")
        read = key("work.pane", label=_("tout lire"))
        return [key_help("enter", asked), read, key("statement.freeze", label=_("figer")), *copy]

    def _next(self) -> list[str]:
        """Return what the chosen organization would say next; nothing once it confirmed."""
        version, chosen = latest(self.workspace), self.chosen
        if version is None or chosen is None:
            return []
        agreement = NEXT[word_of(version, chosen.id).agreement]
        return [] if agreement is Agreement.DRAFT else [label(agreement, current())]

    def show_all(self) -> None:
        """Compose again before anything is shown."""
        self._draft = None
        super().show_all()

    def show_body(self) -> None:
        """Show the list, and the text of its chosen line."""
        self.lines.show(statement_lines(self.draft, self.workspace, self.guide))
        self.show_text()

    def show_text(self) -> None:
        """Show the text where there is one."""
        self.set_classes([f"pane-{self._pane}", *(c for c in self.classes if c[0] == "-")])
        later = self.part is not None and self.part is not self.draft.parts[0]
        anchor = self.lines.key if self._pane == "whole" and later else ""
        self.query_one(Page).show(self._blocks(), anchor)

    def _blocks(self) -> list[Block]:
        chosen = self.chosen
        if isinstance(chosen, Statement):
            return _read(version_document(self.workspace, chosen, translator(self.language)))
        if self._pane == "whole":
            return _read(self.draft.document)
        if isinstance(chosen, Organization):
            return word_page(chosen, self.workspace)
        return part_page(self.part, self.workspace, self.guide) if self.part else []

    @on(LineList.Moved)
    def _moved(self) -> None:
        self.show_text()
        self.show_keys()

    def action_pane(self) -> None:
        """Show the list and its text, the whole text, or the list alone."""
        self._open(self.PANES[(self.PANES.index(self._pane) + 1) % len(self.PANES)])

    def action_close_text(self) -> None:
        """Go back from the whole text to the list."""
        if self._pane == "whole":
            self._open("split")

    def _open(self, pane: str) -> None:
        self._pane = pane
        self.show_text()
        self.show_keys()
        self.focus_zone()

    def focus_zone(self) -> None:
        """Give the keys to the list, or to the text when it stands alone."""
        zone = self.query_one(Page) if self._pane == "whole" else self.lines
        zone.focus()

    def close_prompt(self) -> None:
        """Hide the line and give the keys back to what is shown."""
        super().close_prompt()
        self.focus_zone()

    def action_filter(self) -> None:
        """Narrow the list, which must be in sight."""
        self.action_close_text()
        super().action_filter()

    def action_language(self) -> None:
        """Compose in the other language; the screen keeps its own."""
        others = [language for language in LANGUAGES if language != self.language]
        self._language = others[0]
        self.show_all()

    # -- going

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        if isinstance(self.chosen, Statement):
            self._open("whole")
        elif self.part is not None:
            self.post_message(Go(f"question:{self.part.goto or self.part.sources[0]}"))
        else:
            self.post_message(Go(self.lines.key))

    @on(Page.Followed)
    def _followed(self, event: Page.Followed) -> None:
        self.post_message(Go(event.target))

    # -- versions and agreement

    def action_freeze(self) -> None:
        """Ask why, then keep this version."""
        last = latest(self.workspace)
        if len(self.draft.gaps) == len(self.draft.parts):
            told = _("Rien à figer encore\u00a0: répondez d'abord à l'une des sept parties.")
            self.post_message(Notice(told))
        elif last is not None and not is_new(self._texts(), last):
            told = _("Rien n'a changé depuis la {version}\u00a0: elle vaut toujours.")
            self.post_message(Notice(told.format(version=cite(last, current()))))
        else:
            number = next_number(self.workspace.table(Statement).values())
            self.ask(_("Pourquoi une v{n}?").format(n=number), self._freeze)

    def _texts(self) -> dict[str, str]:
        """Return the parts in every language that has a guide."""
        guides = {language: guide(language) for language in LANGUAGES}
        return {
            language: compose(self.workspace, found, translator(language)).frozen
            for language, found in guides.items()
            if found.language == language
        }

    def _freeze(self, reason: str) -> None:
        gaps = len(self.draft.gaps)
        if self.apply("statement.freeze", freezing(self._texts(), reason, self.services.today())):
            self.lines.move_to(next((k for k in self.lines.keys if "/" in k), ""))
            version = latest(self.workspace)
            told = _("La {version} est figée. Il reste à l'envoyer aux organismes.")
            words = [told.format(version=cite(version, current()) if version else "")]
            if gaps:
                words.append(ngettext("{n} partie y manque.", "{n} parties y manquent.", gaps))
            self.post_message(Notice(" ".join(words)))

    def _word(self) -> tuple[Statement, Organization] | None:
        """Return the version and the organization whose word can change, or say what to do."""
        version, chosen = latest(self.workspace), self.chosen
        if version is not None and isinstance(chosen, Organization):
            return version, chosen
        if version is None:
            told = _("L'accord porte sur une version figée\u00a0: v fige la première.")
        else:
            told = _("L'accord se note sur la ligne d'un organisme, plus bas.")
        self.post_message(Notice(told))
        return None

    def action_state(self) -> None:
        """Move the word of an organization on: sent, confirmed."""
        if found := self._word():
            version, organization = found
            agreement = NEXT[word_of(version, organization.id).agreement]
            today = self.services.today()
            name = Voice(self.workspace, current()).organization(organization.id, short=True)
            told = f"{name}\u00a0: {label(agreement, current())}, {day(today)}"
            if agreement is Agreement.DRAFT:
                told = _("{name}\u00a0: brouillon de nouveau; u ramène sa confirmation.")
                told = told.format(name=name)
            change = agreeing(version.id, organization.id, agreement, today)
            self.apply(VERBS[agreement], change, told=told)

    def action_comment(self) -> None:
        """Write what an organization says of the version."""
        if found := self._word():
            version, organization = found
            name = Voice(self.workspace, current()).organization(organization.id, short=True)
            self.ask(
                _("Commentaire de {name}").format(name=name),
                partial(self._comment, version.id, organization.id),
                word_of(version, organization.id).comment,
                blank=True,
            )

    def _comment(self, version: str, organization: str, text: str) -> None:
        self.apply(
            "statement.comment", commenting(version, organization, text, self.services.today())
        )

    # -- copying

    def copy_item(self) -> tuple[str, str]:
        """Return the statement as plain text, or the version under the cursor."""
        return self._written("txt")

    def copy_all(self) -> tuple[str, str]:
        """Return the same text in Markdown."""
        return self._written("md")

    def _written(self, form: str) -> tuple[str, str]:
        chosen = self.chosen
        if isinstance(chosen, Statement):
            document = version_document(self.workspace, chosen, translator(self.language))
            return FORMATS[form](document), f"{_('énoncé')} {cite(chosen, current())}"
        return FORMATS[form](self.draft.document), f"{_('énoncé')} v{self.draft.version}"


def _read(document: Document) -> list[Block]:
    return [Heading(1, inline(document.title)), *document.blocks]


def screen(services: Services) -> StatementScreen:
    """Build the screen."""
    return StatementScreen(services)
