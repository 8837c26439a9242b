"""What one does to the statement: freeze it, copy it, compose it in another language."""

from __future__ import annotations

from partner_tui.bootstrap import Services
from partner_tui.documents.formats import FORMATS
from partner_tui.documents.statement import StatementDraft, StatementPart, compose
from partner_tui.documents.versions import version_document
from partner_tui.documents.words import cite
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Statement
from partner_tui.domain.stating import freezing, is_new, latest
from partner_tui.domain.workspace import next_number
from partner_tui.guide.load import guide
from partner_tui.i18n import LANGUAGES, _, current, ngettext, translator
from partner_tui.messages import Notice
from partner_tui.screens.statement_words import StatementWords


class StatementActs(StatementWords):
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

    def show_all(self) -> None:
        """Compose again before anything is shown."""
        self._draft = None
        super().show_all()

    def action_language(self) -> None:
        """Compose in the other language; the screen keeps its own."""
        others = [language for language in LANGUAGES if language != self.language]
        self._language = others[0]
        self.show_all()

    # -- versions

    def action_freeze(self) -> None:
        """Ask why, then keep this version."""
        last = latest(self.workspace)
        if len(self.draft.gaps) == len(self.draft.parts):
            told = _("Rien à figer encore\u00a0: répondez d'abord à l'une des sept parties.")
            self.post_message(Notice(told))
            return
        number = next_number(self.workspace.table(Statement).values())
        same = last is not None and not is_new(self._texts(), last)

        def why() -> str:
            if last is None or not same:
                return _("Pourquoi une v{n}?").format(n=number)
            told = _("Même texte que la {version}\u00a0: pourquoi une v{n}?")
            return told.format(version=cite(last, current()), n=number)

        self.ask(why, self._freeze, slot="statements/new")

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
            told = _("La {version} est figée. Il reste à l'envoyer\u00a0: s note à qui.")
            if version is not None and version.words:
                told = _("La {version} est figée; au même texte, les mots donnés valent toujours.")
            words = [told.format(version=cite(version, current()) if version else "")]
            if gaps:
                words.append(ngettext("{n} partie y manque.", "{n} parties y manquent.", gaps))
            self.post_message(Notice(" ".join(words)))

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
