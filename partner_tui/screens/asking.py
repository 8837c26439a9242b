"""A screen that asks for one line at its foot; what is typed there is kept until it is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from partner_tui.bootstrap import Services
from partner_tui.commands import key_name
from partner_tui.domain.text import one_line
from partner_tui.i18n import _
from partner_tui.messages import Notice
from partner_tui.widgets.chrome import KeyBar, NoticeBar
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.prompt import Label, Prompt

if TYPE_CHECKING:
    from partner_tui.storage.drafts import Drafts

Asked = Callable[[str], None]


class Asking(Screen[None]):
    """A screen that asks for one line, and narrows its list to some words."""

    AUTO_FOCUS = "LineList"

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self._asked: Asked | None = None
        self._blank = False
        self._slot = self._began = ""
        """The name of the draft of the line that is asked for, and what stood in it at first."""
        self._answering = ""
        """The slot whose answer is being taken: asked again, it keeps the text it is given."""

    @property
    def drafts(self) -> Drafts:
        """What keeps the line that is being typed."""
        return self.services.drafts

    @property
    def lines(self) -> LineList:
        """The main list of the screen."""
        return self.query_one(LineList)

    @property
    def needle(self) -> str:
        """What narrows the list."""
        return self.lines.needle

    def ask(
        self, question: Label, then: Asked, text: str = "", *, slot: str, blank: bool = False
    ) -> None:
        """Ask for one line; an empty one counts only when `blank`.

        What is typed is a draft of the slot until the line is answered; without a slot it is not.
        """
        self._asked, self._blank, self._slot = then, blank, slot
        if not slot or slot != self._answering:
            self._began = text
            text = self._draft_or(text)
        self.open_prompt(question, text)

    def action_filter(self) -> None:
        """Narrow the list to some words."""
        self._asked, self._slot = None, ""
        self.lines.get_ready()
        self.open_prompt(_("Filtrer"), self.needle)

    def open_prompt(self, label: Label, text: str) -> None:
        """Show the line to type, notices above it."""
        self.query_one(NoticeBar).add_class("-raised")
        self.query_one(Prompt).ask(label, text)
        self.query_one(KeyBar).put_keys(self.typing_keys())

    def close_prompt(self) -> None:
        """Hide the line and give the keys back to the list."""
        self.query_one(Prompt).close()
        self.query_one(NoticeBar).remove_class("-raised")
        self.show_keys()
        self.lines.focus()

    def show_keys(self) -> None:
        """Show the keys that make sense here; subclasses do."""

    def typing_keys(self) -> list[tuple[str, str]]:
        """Return the keys of the line that is being typed, and what becomes of its text."""
        if self._asked is None:
            return [("⏎", _("garder ce filtre")), (key_name("escape"), _("tout montrer"))]
        left = _("fermer; le texte est gardé") if self._slot else _("laisser")
        return [("⏎", _("accepter")), (key_name("escape"), left)]

    def filter_lines(self, words: str) -> None:
        """Show only the lines that hold these words."""
        self.lines.filter(words)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave escape to the screen while there is no filter to take away."""
        if action != "unfilter":
            return True
        lines = self.query(LineList)
        return bool(lines) and bool(lines.first().needle)

    def action_unfilter(self) -> None:
        """Show all the lines again."""
        if self.needle:
            self.filter_lines("")

    def forget_line(self) -> None:
        """Close a line that is being typed and drop its draft: what it says was settled."""
        if self._slot:
            self.drafts.clear(_place(self._slot))
            self._asked, self._slot = None, ""
            self.close_prompt()

    # -- answering

    @on(Prompt.Done)
    def _answered(self, event: Prompt.Done) -> None:
        asked, self._asked = self._asked, None
        slot, self._slot = self._slot, ""
        self.close_prompt()
        if asked is not None and (event.text or self._blank):
            self._answering = slot
            asked(event.text)
            self._answering = ""
        if slot and self._slot == slot:
            self._keep()
        elif slot:
            self.drafts.clear(_place(slot))

    @on(Prompt.Cancelled)
    def _left(self, event: Prompt.Cancelled) -> None:
        if self._asked is None:
            self.filter_lines("")
        elif self._slot and self._typing(event.text):
            self._keep()
            self.post_message(Notice(_("Texte gardé\u00a0: la même touche le ramène.")))
        elif self._slot:
            self.drafts.clear(_place(self._slot))
        self._asked, self._slot = None, ""
        self.close_prompt()

    # -- keeping what is typed

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        if self._asked is None:
            self.filter_lines(event.text)
        elif self._slot:
            from partner_tui.storage.drafts import DRAFT_SECONDS

            self.set_timer(DRAFT_SECONDS, lambda: self._pause(event.text))

    def _pause(self, typed: str) -> None:
        """Keep the line once the typing pauses."""
        if self._slot and self.query_one(Prompt).text == typed:
            self._keep()

    def _keep(self) -> None:
        """Keep the line as it stands; an empty one, or one as it began, is no draft."""
        if not self._slot:
            return
        text = self.query_one(Prompt).text
        if self._typing(text):
            self.drafts.try_keep(_place(self._slot), text, self._began)
        else:
            self.drafts.clear(_place(self._slot))

    def _typing(self, text: str) -> bool:
        return text.strip() not in ("", self._began)

    def settle(self) -> None:
        """Keep what is being typed at once: the program is about to end."""
        self._keep()

    def on_screen_suspend(self) -> None:
        """Keep what is being typed when another screen comes in front."""
        self._keep()

    def _draft_or(self, text: str) -> str:
        """Return the line that waits in the slot, said where it comes from; else the given one."""
        draft = self.drafts.waiting(_place(self._slot)) if self._slot else None
        if draft is None or one_line(draft.text) == text:
            return text
        from partner_tui.documents.history_told import local

        said = _("Texte retrouvé ({when}); vide et échap l'oublient.").format(
            when=local(draft.when)
        )
        if draft.before != text:
            changed = _("Depuis, cette ligne est devenue «\u00a0{text}\u00a0».")
            said = f"{changed.format(text=one_line(text, 40))} {said}"
        self.drafts.take(draft)
        self.post_message(Notice(said))
        return one_line(draft.text)


def _place(slot: str) -> str:
    return f"prompt/{slot}"
