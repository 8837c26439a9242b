"""What one does to the statement: freeze it, copy it, compose it in another language."""

from __future__ import annotations

from collections.abc import Mapping

from partner_tui.bootstrap import Services
from partner_tui.documents.formats import FORMATS
from partner_tui.documents.sentences import Sentence
from partner_tui.documents.stale import Stale, sources_now, stale
from partner_tui.documents.statement import StatementDraft, StatementPart, compose
from partner_tui.documents.versions import version_document
from partner_tui.documents.words import cite
from partner_tui.domain.blocks import Document
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Statement
from partner_tui.domain.stating import freezing, is_new, latest
from partner_tui.domain.workspace import next_number
from partner_tui.guide.load import guide
from partner_tui.i18n import LANGUAGES, Translator, _, after, current, ngettext, translator
from partner_tui.messages import Notice
from partner_tui.screens.statement.agreement import OUTLINE
from partner_tui.screens.statement.compare import StatementCompare, Text
from partner_tui.screens.statement.text import sentence_at
from partner_tui.screens.statement.words import StatementWords


class StatementActs(StatementWords):
    """The statement as it is composed, and its verbs; subclasses show it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._language = ""
        self._draft: StatementDraft | None = None
        self._changed: Mapping[str, Stale] | None = None

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
        name = self.lines.key.partition("#")[0]
        return next((part for part in self.draft.parts if part.id == name), None)

    @property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor, when the text is read sentence by sentence."""
        found = sentence_at(self.draft, self.lines.key)
        return found[1] if found else None

    def show_all(self) -> None:
        """Compose again before anything is shown."""
        self._draft = self._changed = None
        super().show_all()

    def action_language(self) -> None:
        """Compose in the other language; the screen keeps its own."""
        self._language = after(self.language)
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
        return {
            language: compose(self.workspace, found, t).frozen
            for language, (found, t) in self._guides().items()
        }

    def _guides(self) -> dict[str, tuple[Guide, Translator]]:
        """Return the guide and the words of every language that has both."""
        found = {language: guide(language) for language in LANGUAGES}
        return {
            language: (each, translator(language))
            for language, each in found.items()
            if each.language == language
        }

    @property
    def changed(self) -> Mapping[str, Stale]:
        """The answers that changed since the last version."""
        if self._changed is None:
            version, t = latest(self.workspace), translator(self.language)
            self._changed = stale(self.workspace, self.guide, t, version)
        return self._changed

    @property
    def outline(self) -> Document:
        """The outline of the agreement, from what the dossier knows."""
        from partner_tui.documents.pages.agreement import compose as outline_of
        from partner_tui.documents.pages.kit import Options

        options = Options(today=self.services.today())
        return outline_of(self.workspace, self.guide, translator(self.language), options)

    # -- comparing

    def action_compare(self) -> None:
        """Compare the version under the cursor with the one before, else the text with the last."""
        versions = sorted(self.workspace.alive(Statement), key=lambda each: each.number)
        if not versions:
            self.post_message(Notice(_("Rien à comparer encore\u00a0: v fige une version.")))
            return
        texts = [Text(cite(each, current()), _spoken(each, self.language)) for each in versions]
        texts.append(Text(_("texte actuel"), self.draft.frozen))
        chosen = self.chosen
        newer = versions.index(chosen) if isinstance(chosen, Statement) else len(versions)
        newer = newer or 1
        self.app.push_screen(StatementCompare(texts, newer - 1, newer))

    def _freeze(self, reason: str) -> None:
        gaps = len(self.draft.gaps)
        today, sources = self.services.today(), sources_now(self.workspace, self._guides())
        if self.apply("statement.freeze", freezing(self._texts(), reason, today, sources)):
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

    def copy_item(self) -> tuple[str, str] | None:
        """Return the sentence, the part or the version under the cursor, as plain text."""
        chosen, part, found = self.chosen, self.part, sentence_at(self.draft, self.lines.key)
        if found is not None:
            return found[1].text, found[0].title
        if part is not None:
            return FORMATS["txt"](Document(part.title, self.language, part.blocks)), part.title
        if isinstance(chosen, Statement):
            document = version_document(self.workspace, chosen, translator(self.language))
            return FORMATS["txt"](document), _named(cite(chosen, current()))
        return self.copy_all()

    def document(self) -> tuple[str, int]:
        """Return the statement, the version under the cursor or the outline of the agreement."""
        if self.lines.key == OUTLINE:
            return "agreement", 0
        chosen = self.chosen
        return "statement", chosen.number if isinstance(chosen, Statement) else 0

    def document_language(self) -> str:
        """Return the language that the statement is composed in."""
        return self.language


def _spoken(version: Statement, language: str) -> str:
    """Return the text of a version in a language, or in the one it has."""
    return version.texts.get(language) or next(iter(version.texts.values()), "")


def _named(version: str) -> str:
    """Return what a copied statement is called."""
    return _("énoncé {version}").format(version=version)
