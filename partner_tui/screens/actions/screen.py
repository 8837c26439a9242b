"""Tous les suivis: who promised what, what is late, and what to do next about it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from textual import on

from partner_tui.bootstrap import Services
from partner_tui.documents import words
from partner_tui.documents.verbs import title
from partner_tui.domain.actions import NEXT, advancing, origin_of
from partner_tui.domain.arranging import Choice, sifted
from partner_tui.domain.changes import Seen
from partner_tui.domain.meetings import is_open, meeting_of, next_meeting
from partner_tui.domain.owners import find
from partner_tui.domain.people import has_left
from partner_tui.domain.records import Action, Contact, View
from partner_tui.domain.values import ActionState, Grouping, Sieve, Which
from partner_tui.domain.workspace import archiving
from partner_tui.i18n import _, current
from partner_tui.messages import Go, Notice
from partner_tui.screens import records
from partner_tui.screens.actions.asks import Dropping, Promising
from partner_tui.screens.actions.keeping import Keeping
from partner_tui.screens.actions.rows import ActionsList
from partner_tui.screens.actions.told import copied
from partner_tui.screens.postponing import Postponing
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import Cell, Line


class ActionsScreen(ActionsList):
    """Every action of the dossier, wherever it was born."""

    # -- opening

    @on(LineList.Chosen)
    def action_edit(self) -> None:
        """Open the form of the action."""
        if action := self._needed():
            self.keep(action.id)
            records.edit(self, action)

    def action_origin(self) -> None:
        """Go where the action was born."""
        action = self._needed()
        if action is None:
            return
        if meeting_of(self.workspace, f"actions/{action.id}"):
            self.post_message(Go(f"minutes:actions/{action.id}"))
        elif target := origin_of(action):
            self.post_message(Go(target))
        else:
            self.post_message(Notice(_("Ce suivi n'a pas d'origine notée.")))

    def go_to(self, key: str) -> None:
        """Put the cursor on an action, brought into sight if it was left out; show a filter."""
        if key.startswith("born:"):
            born = key.removeprefix("born:")
            self.choose(Choice(which=Which.ALL, born=born, me=self.choice.me))
            return
        view = self.workspace.find(View, key.removeprefix("views/"))
        if view is not None:
            Keeping(self, self.me, self.ask_me).show(view)
            return
        action = self.workspace.find(Action, key.removeprefix("actions/"))
        if action is not None and key not in self.lines.keys:
            which = Which.OPEN if is_open(action) else Which.ALL
            self.choose(Choice(grouping=self.choice.grouping, which=which, me=self.choice.me))
        super().go_to(key)

    def _needed(self) -> Action | None:
        """Return the chosen action, or say that one has to be chosen."""
        if self.action is None:
            self.post_message(Notice(_("Choisissez d'abord un suivi; n en note un.")))
        return self.action

    # -- choosing what to see

    def action_group(self) -> None:
        """Put the actions together by due date, person, organization or origin."""
        ways = list(Grouping)
        way = ways[(ways.index(self.choice.grouping) + 1) % len(ways)]
        self.choose(replace(self.choice, grouping=way, view=""))

    def action_show(self) -> None:
        """Show the open actions, those that are late, or all of them."""
        ways = list(Which)
        self.choose(
            replace(
                self.choice, which=ways[(ways.index(self.choice.which) + 1) % len(ways)], view=""
            )
        )

    def action_late(self) -> None:
        """Show what is late, or everything open again."""
        late = self.choice.which is Which.LATE
        self.choose(replace(self.choice, which=Which.OPEN if late else Which.LATE, view=""))

    def action_sift(self, name: str) -> None:
        """Show what a filter lets through, or everything again."""
        sieve = Sieve(name)
        if self.choice.sieve is sieve:
            self.choose(replace(self.choice, sieve=None, view=""))
        elif sieve is Sieve.MINE and not self.me():
            self.ask_me(lambda: self._sift(Sieve.MINE))
        else:
            self._sift(sieve)

    def action_views(self) -> None:
        """Choose a filter that was kept, keep this one, or forget one."""
        Keeping(self, self.me, self.ask_me).ask()

    def _sift(self, sieve: Sieve) -> None:
        if sieve is Sieve.MEETING and not next_meeting(self.workspace, self.services.today()):
            self.post_message(Notice(_("Aucune rencontre n'est prévue; 5 en prépare une.")))
            return
        self.choose(replace(self.choice, sieve=sieve, me=self.me(), view=""))

    def action_unfilter(self) -> None:
        """Take the words away, then the filters; then go back."""
        if self.needle and not self.view:
            self.filter_lines("")
        elif (
            self.view
            or self.choice.born
            or self.choice.sieve
            or self.choice.which is not Which.OPEN
        ):
            self.choose(Choice(grouping=self.choice.grouping, me=self.choice.me))
        else:
            self.dismiss()

    def me(self) -> str:
        """Return the contact that is oneself: the one picked, else the one the settings name."""
        signed = self.services.settings.signature.split()
        found = find(signed, self.workspace, self.services.today())
        return self.choice.me or (found.owner if found.words == len(signed) else "")

    def ask_me(self, then: Callable[[], None]) -> None:
        """Ask who looks, then go on."""
        from partner_tui.screens.dialogs.pick import Pick

        voice, today = self.sight.voice, self.services.today()
        people = [c for c in self.workspace.alive(Contact) if not has_left(c, today)]
        rows = [Line((Cell(voice.contact(c.id), "", None),), c.id, c.holder) for c in people]
        if not rows:
            self.post_message(Notice(_("Notez d'abord les personnes, à l'écran Gens.")))
            return
        pick = Pick(_("Qui êtes-vous dans ce partenariat?"), rows, (), many=False)

        def take(picked: tuple[str, ...] | None) -> None:
            if picked:
                self.choice = replace(self.choice, me=picked[0])
                then()

        self.app.push_screen(pick, take)

    # -- changing

    def action_new(self) -> None:
        """Note an action in one line."""
        self.filter_lines("")
        Promising(self).ask()

    def action_state(self) -> None:
        """Take the action to its next state; the day is kept."""
        action = self._needed()
        if action is None:
            return
        seen = Seen(table="actions", id=action.id, field="state", value=action.state)
        state = words.label(NEXT[action.state], current())
        told = f"{current().colon(words.cite(action, current()))} {state}"
        self.keep(action.id)
        change = advancing(action, self.services.today(), self.services.workbook.who)
        verb = "done" if NEXT[action.state] is ActionState.DONE else "state"
        self.apply(f"actions.{verb}", change, [seen], told)

    def action_postpone(self) -> None:
        """Move the day of the action, with the reason."""
        if action := self._still_open():
            today = self.services.today()
            Postponing(self, action, today, lambda: self.keep(action.id)).ask()

    def action_drop(self) -> None:
        """Give the action up, with the reason."""
        if action := self._still_open():
            Dropping(self, action).ask()

    def _still_open(self) -> Action | None:
        action = self._needed()
        if action is None or is_open(action):
            return action
        told = _("{reference} est {state}; espace le rouvre.").format(
            reference=words.cite(action, current()), state=words.label(action.state, current())
        )
        self.post_message(Notice(told))
        return None

    def action_archive(self) -> None:
        """Put the action away."""
        if action := self._needed():
            told = _("Rangé\u00a0: {what}. u le ramène.").format(what=title(action, current()))
            self.apply("actions.archive", archiving(Action, action.id), told=told)

    # -- copying

    def copy_item(self) -> tuple[str, str] | None:
        """Return the action as one pastes it in a message; nothing for a private one."""
        action = self.action
        if action is None or action.private:
            return None
        return copied(self.sight, action), words.cite(action, current())

    def copy_all(self) -> tuple[str, str] | None:
        """Return the actions that are shown, a line each, without the private ones."""
        shown = sifted(self.workspace, self.choice, self.services.today())
        mark = "- " if self.services.copy_form == "md" else ""
        rows = [mark + copied(self.sight, action) for action in shown if not action.private]
        return ("\n".join(rows) + "\n", _("suivis")) if rows else None


def screen(services: Services) -> ActionsScreen:
    """Build the screen."""
    return ActionsScreen(services)
