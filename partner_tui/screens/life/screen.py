"""The life of the minutes: proposed, confirmed or corrected, adopted; versions and errata."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from partner_tui import resources
from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents import words
from partner_tui.documents.formats import FORMATS
from partner_tui.documents.minutes import compose, kept_text
from partner_tui.domain import adopting
from partner_tui.domain.adopting import is_settled
from partner_tui.domain.parsing import read_date
from partner_tui.domain.records import Meeting, Organization
from partner_tui.domain.values import MeetingState
from partner_tui.domain.workspace import adding
from partner_tui.i18n import _, current, translator
from partner_tui.messages import Notice
from partner_tui.screens.above import Above
from partner_tui.screens.base import key_help
from partner_tui.screens.life.asks import Comparing, Saying, past_day
from partner_tui.screens.life.lines import lines, told
from partner_tui.screens.meeting.view import View
from partner_tui.screens.meeting.words import named
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.page import Page


class LifeScreen(Above):
    """Where the minutes of one meeting are, above the screen it was opened from."""

    CSS_PATH = resources.folder("styles") / "meetings.tcss"
    MODE = "meetings"
    SCOPES: ClassVar = (Scope.LIFE,)
    BINDINGS = bindings(Scope.WORK, Scope.LIFE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, services: Services, key: str) -> None:
        super().__init__(services)
        self._key = key

    @property
    def meeting(self) -> Meeting:
        """The meeting; an empty one once it is no more."""
        return self.workspace.find(Meeting, self._key) or Meeting(id=self._key)

    @property
    def view(self) -> View:
        """The meeting as its lines are made from it."""
        keymap = self.services.settings.keys
        return View(self.workspace, self.meeting, self.services.today(), current(), keymap=keymap)

    @property
    def text(self) -> str:
        """The text of the minutes as they are now."""
        return kept_text(self.meeting, self.workspace)

    def compose_body(self) -> ComposeResult:
        """Lay the list and the pane."""
        with Container(id="both"):
            yield LineList()
            yield Page(classes="pane", tight=True)

    # -- showing

    def show_body(self) -> None:
        """Show the life of the minutes."""
        self.lines.show(lines(self.view, self.text))
        self._tell()

    @on(LineList.Moved)
    def _tell(self) -> None:
        self.query_one(Page).show(told(self.view, self.lines.key))

    def title_parts(self) -> list[str]:
        """Say which minutes these are, and where they are."""
        return [named(self.meeting, current()), words.label(self.meeting.state, current())]

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys that are not beside a heading already."""
        return [key_help("enter", _("confirmer, comparer")), self.key_of("work.copy-all")]

    # -- proposing and adopting

    def action_propose(self) -> None:
        """Ask to whom the minutes are sent, and keep this version."""
        if self.is_open():
            last = self.meeting.sent_to or self._usual()
            self.ask(_("Proposé à"), self._propose, last, slot=self._slot_of("propose"))

    def _usual(self) -> str:
        """Return to whom the last minutes were sent."""
        sent = [m.sent_to for m in self.workspace.alive(Meeting) if m.sent_to]
        return sent[-1] if sent else _("tous les organismes")

    def _propose(self, to: str) -> None:
        who, today = self.services.workbook.who, self.services.today()
        change = adopting.proposing(self._key, self.text, to, today, who)
        if self.apply("meeting.propose", change):
            number = len(self.meeting.versions)
            said = _("Version {n} proposée et gardée. Y copie la page à envoyer.")
            self.post_message(Notice(said.format(n=number)))

    def action_adopt(self) -> None:
        """Ask for the day the minutes were adopted, today unless it is said."""
        if self.is_open():
            today = words.day(self.services.today())
            self.ask(_("Adopté le"), self._adopt, today, slot=self._slot_of("adopt"))

    def _adopt(self, text: str) -> None:
        today = self.services.today()
        day = read_date(text, today)
        if day is None or day > today:
            self.post_message(Notice(past_day()))
            self.ask(_("Adopté le"), self._adopt, text, slot=self._slot_of("adopt"))
            return
        who = self.services.workbook.who
        told_ = _("Adopté\u00a0: le texte ne change plus, n ajoute un erratum.")
        self.apply("meeting.adopt", adopting.adopting(self._key, day, self.text, who), told=told_)

    def action_lock(self) -> None:
        """Put adopted minutes away for good."""
        if self.meeting.state is MeetingState.ADOPTED:
            said = _("Verrouillé\u00a0: seuls des errata s'y ajoutent.")
            self.apply("meeting.lock", adopting.locking(self._key), told=said)
        else:
            self.post_message(Notice(_("Seul un compte rendu adopté se verrouille.")))

    def action_erratum(self) -> None:
        """Ask for a correction to adopted minutes."""
        if is_settled(self.meeting):
            self.ask_reminding(_("Erratum"), self._erratum, slot=self._slot_of("erratum"))
        else:
            self.post_message(
                Notice(_("Pas encore adopté\u00a0: corrigez la ligne elle-même, puis p."))
            )

    def _erratum(self, text: str) -> None:
        today, who = self.services.today(), self.services.workbook.who
        note = adopting.an_erratum(self.meeting, text, today, who)
        self.apply("notes.add", adding(note), told=_("Erratum ajouté, daté d'aujourd'hui."))

    def ask_reminding(
        self, label: str, then: Callable[[str], None], text: str = "", *, slot: str
    ) -> None:
        """Ask for a line, and say what has no place in it."""
        self.ask(label, then, text, slot=slot)
        self.post_message(Notice(_("Ne nommez personne qui reçoit des services.")))

    def _slot_of(self, name: str) -> str:
        return f"life:{name}:{self._key}"

    def is_open(self) -> bool:
        """Tell whether the minutes can still change; say what is done instead when not."""
        if is_settled(self.meeting):
            self.post_message(Notice(_("Déjà adopté\u00a0: n ajoute un erratum.")))
            return False
        return True

    # -- what each organization says

    @property
    def organization(self) -> Organization | None:
        """The organization under the cursor."""
        table, _slash, key = self.lines.key.partition("/")
        return self.workspace.find(Organization, key) if table == "organizations" else None

    def action_confirm(self) -> None:
        """Note that the organization confirms; again takes it back."""
        Saying(self).confirm(self.organization)

    def action_correct(self) -> None:
        """Ask for the words that the organization wants instead."""
        Saying(self).correct(self.organization)

    def action_when(self) -> None:
        """Ask which day the organization said so."""
        Saying(self).when(self.organization)

    # -- comparing

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if event.key.startswith("organizations/"):
            self.action_confirm()
        elif event.key.startswith("version/"):
            Comparing(self).with_the_one_before(event.key.removesuffix("/told"))

    def action_compare(self) -> None:
        """Choose two versions, and show what differs."""
        Comparing(self).choose()

    # -- copying

    def copy_all(self) -> tuple[str, str] | None:
        """Return the minutes, ready for a message; what is private stays here."""
        t = translator(self.workspace.partnership.language)
        page = compose(self.meeting, self.workspace, t)
        return FORMATS["txt"](page), named(self.meeting, t)
