"""What one does to the statement: freeze it, note who agrees, copy it, change its language."""

from __future__ import annotations

from functools import partial

from partner_tui.bootstrap import Services
from partner_tui.documents.formats import FORMATS
from partner_tui.documents.statement import StatementDraft, StatementPart, compose, latest
from partner_tui.documents.versions import version_document
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day, label
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Organization, Statement
from partner_tui.domain.stating import NEXT, agreeing, commenting, freezing, is_new, word_of
from partner_tui.domain.values import Agreement
from partner_tui.domain.workspace import next_number
from partner_tui.guide.load import guide
from partner_tui.i18n import LANGUAGES, _, current, ngettext, translator
from partner_tui.messages import Notice
from partner_tui.screens.base import WorkScreen

VERBS = {
    Agreement.DRAFT: "statement.state",
    Agreement.SENT: "statement.send",
    Agreement.CONFIRMED: "statement.confirm",
}


class StatementActs(WorkScreen):
    """The statement as it is composed, and its verbs; subclasses show it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._language = ""
        self._draft: StatementDraft | None = None

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

    def show_all(self) -> None:
        """Compose again before anything is shown."""
        self._draft = None
        super().show_all()

    def action_language(self) -> None:
        """Compose in the other language; the screen keeps its own."""
        others = [language for language in LANGUAGES if language != self.language]
        self._language = others[0]
        self.show_all()

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
            question = _("Pourquoi une v{n}?").format(n=number)
            self.ask(question, self._freeze, slot="statements/new")

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
            self.ask(
                partial(self._asked_comment, organization.id),
                partial(self._comment, version.id, organization.id),
                word_of(version, organization.id).comment,
                slot=f"statements/{version.id}/{organization.id}",
                blank=True,
            )

    def _asked_comment(self, key: str) -> str:
        name = Voice(self.workspace, current()).organization(key, short=True)
        return _("Commentaire de {name}").format(name=name)

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
            return FORMATS[form](document), _named(cite(chosen, current()))
        return FORMATS[form](self.draft.document), _named(f"v{self.draft.version}")


def _named(version: str) -> str:
    """Return what a copied statement is called."""
    return _("énoncé {version}").format(version=version)
