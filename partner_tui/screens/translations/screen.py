"""Les deux langues: every text that goes into documents, and what is missing in the other one."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.domain.blocks import Paragraph, Span, inline
from partner_tui.domain.forms import Field, Heading
from partner_tui.domain.outdating import holding
from partner_tui.domain.parsing import Strings
from partner_tui.domain.questions import Kind, Part, Question
from partner_tui.domain.translating import Text, translated, translating
from partner_tui.domain.workspace import TABLES, Workspace
from partner_tui.errors import Conflict, PartnerError
from partner_tui.i18n import _, current, ngettext
from partner_tui.messages import Notice
from partner_tui.screens.above import Above
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.screens.steps.answer import AnswerScreen
from partner_tui.screens.translations.lines import (
    about,
    label,
    language_name,
    lines,
    other_language,
    texts,
)
from partner_tui.screens.weighing import Weigher
from partner_tui.widgets.line_list import LineList

FIELD = "text"


class TranslationForm(AnswerScreen):
    """A text as it is written, above the field where it is written in the other language."""


class TranslationsScreen(Above):
    """What is written in one language only, to be written in the other, line by line."""

    MODE = "translations"
    SCOPES: ClassVar = (Scope.TRANSLATIONS,)
    BINDINGS = bindings(Scope.WORK, Scope.TRANSLATIONS)

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._everything = False
        self._texts: dict[str, Text] = {}

    def on_mount(self) -> None:
        """Begin on what was chosen on the screen below."""
        super().on_mount()
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        if isinstance(below, WorkScreen) and below.lines.key:
            self.go_to(below.lines.key)

    def go_to(self, key: str) -> None:
        """Put the cursor on the first text of a record or a question."""
        name = key.rpartition("/")[2]
        found = next((each for each, text in self._texts.items() if text.id == name), "")
        self.lines.move_to(found or key)

    # -- showing

    def show_body(self) -> None:
        """Show the texts that are missing or old, or all of them."""
        found = texts(self.workspace, self.services.guide)
        shown = [text for text in found if self._everything or text.is_due]
        self._texts = {text.key: text for text in shown}
        guide = self.services.guide
        self.lines.show(lines(shown, self.workspace, guide, current(), self._everything))

    def title_parts(self) -> list[str]:
        """Say how many texts are missing or old, and in which language."""
        found = texts(self.workspace, self.services.guide)
        missing = sum(not text.other for text in found)
        language = language_name(other_language(self.workspace))
        old = sum(text.is_old for text in found)
        counts = [ngettext("{n} à revoir", "{n} à revoir", old)] if old else []
        if missing or not old:
            counts.insert(0, ngettext("{n} texte manque", "{n} textes manquent", missing))
        told = _("{count} en {language}").format(count=", ".join(counts), language=language)
        return [_("Les deux langues"), told]

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter writes."""
        return [key_help("enter", _("écrire")), *super().keys(), self.key_of("work.filter")]

    def action_show(self) -> None:
        """Show what is missing, or everything."""
        self._everything = not self._everything
        self.show_all()

    def action_holds(self) -> None:
        """Say that a translation holds for the text as it is now."""
        text = self._texts.get(self.lines.key)
        if text is None or not text.is_old:
            self.post_message(Notice(_("Rien à revoir sur cette ligne.")))
            return
        change = holding(text.table, text.id, text.field, other_language(self.workspace))
        told = _("Encore juste\u00a0: les documents la donnent sans réserve.")
        self.apply(f"{text.table}.translate", change, told=told)

    def copy_item(self) -> tuple[str, str] | None:
        """Return the text under the cursor, in the other language when it is written."""
        text = self._texts.get(self.lines.key)
        return (text.other or text.own, _("texte")) if text else None

    # -- writing

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if text := self._texts.get(event.key):
            _Writing(self, text).open()


class _Writing:
    """The form of one text: the original above, the other language to type."""

    def __init__(self, screen: TranslationsScreen, text: Text) -> None:
        self._screen, self._text = screen, text
        self._language = other_language(screen.workspace)
        self._seen = text.other

    def open(self) -> None:
        """Show the form."""
        services = self._screen.services
        place = f"translations/{self._text.table}/{self._text.id}/{self._text.field}"
        weigher = Weigher(self._screen, self._save, self._look)
        form = TranslationForm(
            *self._said()[:1],
            self._asked,
            self._said()[1],
            services.drafts.saving(place, weigher.save),
            services.today(),
            draft=services.drafts.field(place),
            drafts=services.paths.state / "drafts",
        )
        form.say = self._said
        weigher.open(form, place)

    def _asked(self) -> Question:
        screen, text = self._screen, self._text
        name = label(text, screen.services.guide, screen.workspace, current())
        own = [Paragraph((Span(name, emphasis=True),))]
        if text.is_old:
            own.append(_named(_("Quand ce fut traduit"), text.then))
            own.append(_named(_("Maintenant"), text.own))
            holds = _("Si la traduction vaut toujours, espace le dit sur sa ligne.")
            own.append(Paragraph(inline(holds)))
        else:
            own += map(Paragraph, map(inline, text.own.split("\n")))
        said = about(text, screen.services.guide, screen.workspace, current())
        return Question(id=text.id, text=said, parts=(), why=tuple(own))

    def _said(self) -> tuple[str, list[Field | Heading]]:
        language = language_name(self._language)
        many = "\n" in self._text.own or len(self._text.own) > 60
        part = Part(
            kind=Kind.TEXT if many else Kind.LINE,
            label=_("En {language}").format(language=language),
        )
        return _("Les deux langues"), [Field(FIELD, part, (self._seen,) if self._seen else ())]

    def _now(self, workspace: Workspace) -> str:
        record = workspace.find(TABLES[self._text.table], self._text.id)
        return translated(record, self._text.field, self._language) if record else ""

    def _save(self, _name: str, strings: Strings) -> str | None:
        """Commit the text; return why not, raise Conflict when someone changed it meanwhile."""
        text, mine = self._text, "\n".join(strings).strip()
        change = translating(text.table, text.id, text.field, self._language, mine)

        def guarded(workspace: Workspace) -> Workspace:
            now = self._now(workspace)
            if now not in (self._seen, mine):
                words = _("Quelqu'un d'autre a changé ce texte pendant que vous écriviez.")
                raise Conflict(words, mine=(mine,), theirs=(now,))
            return change(workspace)

        try:
            self._screen.services.workbook.apply(f"{text.table}.translate", guarded)
        except Conflict:
            raise
        except PartnerError as error:
            return str(error)
        self._seen = mine
        return None

    def _look(self, _name: str) -> tuple[Strings, str]:
        record = self._screen.workspace.find(TABLES[self._text.table], self._text.id)
        self._seen = self._now(self._screen.workspace)
        return (self._seen,) if self._seen else (), record.by if record else ""


def _named(name: str, text: str) -> Paragraph:
    """Return a text after what it is."""
    told = _("{label}\u00a0: {text}").format(label=name, text="")
    return Paragraph((Span(told, emphasis=True), Span(text)))


def screen(services: Services) -> TranslationsScreen:
    """Build the screen."""
    return TranslationsScreen(services)
