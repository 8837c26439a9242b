"""Accueil: where were we, what is waiting, what changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from textual import on

from partner_tui.bootstrap import Services
from partner_tui.commands import Scope, bindings
from partner_tui.documents.agreed import overall
from partner_tui.documents.nudges import nudge, until
from partner_tui.documents.verbs import told
from partner_tui.documents.voice import Voice
from partner_tui.documents.words import cite, day
from partner_tui.domain.changes import Entry
from partner_tui.domain.meetings import next_meeting
from partner_tui.domain.progress import progress
from partner_tui.domain.records import Organization, Risk, Tick
from partner_tui.domain.signals import Signal, SignalKind, signals
from partner_tui.domain.stating import latest
from partner_tui.errors import PartnerError
from partner_tui.i18n import _, current, ngettext
from partner_tui.messages import Go
from partner_tui.screens.base import WorkScreen, key_help
from partner_tui.widgets.line_list import LineList
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

CHANGES = 8
BAR = 21
SIGN = "sign"
"""The key of the line that asks for one's name."""


ALONE = {SignalKind.RISK_REVIEW: 1, SignalKind.RISK_TRIGGER: 2}
"""Kind of reminder → how many have a line of their own; more than that share one."""


class HomeScreen(WorkScreen):
    """The first screen of a dossier."""

    MODE = "home"
    SCOPES: ClassVar = (Scope.HOME,)
    BINDINGS = bindings(Scope.WORK, Scope.HOME)

    def keys(self) -> list[tuple[str, str]]:
        """Say first that Enter goes to the line."""
        return [key_help("enter", _("y aller")), *super().keys(), self.key_of("work.jump")]

    def show_body(self) -> None:
        """Show the three parts."""
        self.lines.show([*self._where(), BLANK, *self._waiting(), BLANK, *self._changes()])

    # -- where we are

    def _where(self) -> list[Line]:
        return [heading(_("Où en sommes-nous")), self._steps(), self._launch(), *self._meeting()]

    def _steps(self) -> Line:
        guide, workspace = self.services.guide, self.workspace
        done = progress(workspace, [q for step in guide.nine for q in step.questions])
        answered = ngettext("{n} réponse", "{n} réponses", done.answered)
        agreed = ngettext("{n} convenue", "{n} convenues", done.agreed)
        text = _("{answered} sur {total}, {agreed}").format(
            answered=answered, total=done.total, agreed=agreed
        )
        return Line(
            (
                Cell("  " + _("Étapes"), "", 14),
                Cell(gauge(done.answered, done.total), "accent", BAR + 2),
                Cell(text, "", None),
            ),
            key="screen:steps",
        )

    def _launch(self) -> Line:
        launch = self.services.guide.checklist("launch")
        items = launch.items if launch else ()
        ticks = self.workspace.table(Tick)
        done = sum(item.id in ticks and ticks[item.id].value > 0 for item in items)
        return Line(
            (
                Cell("  " + _("Lancement"), "", 14),
                Cell(gauge(done, len(items)), "accent", BAR + 2),
                Cell(_("{done} sur {total}").format(done=done, total=len(items)), "", 12),
                Cell(self._statement(), "", None),
            ),
            key="list:launch",
        )

    def _statement(self) -> str:
        version = latest(self.workspace)
        if version is None:
            return _("énoncé à composer")
        said = overall(self.workspace, version, current())
        return _("énoncé v{n}, {said}").format(n=version.number, said=said)

    def _meeting(self) -> list[Line]:
        today = self.services.today()
        meeting = next_meeting(self.workspace, today)
        name = Cell("  " + _("Rencontre"), "", 14)
        if meeting is None:
            text = _("aucune rencontre prévue\u00a0: en planifier une?")
            return [Line((name, Cell(text, "", None)), key="screen:meetings")]
        hour = Voice(self.workspace, current()).hour(meeting.start)
        when = f"{day(meeting.on)}  {hour}".rstrip()
        return [
            Line(
                (
                    name,
                    Cell(when, "strong", BAR + 2),
                    Cell(until(meeting.on, today, current()), "", None),
                ),
                key=f"meetings/{meeting.meeting}",
            )
        ]

    # -- what is waiting

    def _waiting(self) -> list[Line]:
        found = signals(self.workspace, self.services.today())
        if not found:
            calm = _("Rien ne presse. La prochaine question à se poser est à l'écran Étapes.")
            if not self.workspace.alive(Organization):
                calm = _(
                    "Pour commencer\u00a0: notez les organismes et les personnes à l'écran Gens."
                )
            return [heading(_("Ce qui vous attend")), note(calm, "", 2)]
        lines = [heading(_("Ce qui vous attend"))]
        for signal in found:
            alike = [each for each in found if each.kind is signal.kind]
            if len(alike) <= ALONE.get(signal.kind, len(found)):
                lines.append(self._signal(signal))
            elif signal is alike[0]:
                lines.append(self._together(alike))
        return lines

    def _together(self, reviews: list[Signal]) -> Line:
        """Return the risks to review, or whose question is to be asked, as one line."""
        risks = [self.workspace.find(Risk, signal.id) for signal in reviews]
        cited = " ".join(cite(risk, current()) for risk in risks if risk is not None)
        late = any(signal.days > 0 for signal in reviews)
        return Line(
            (
                Cell("  " + nudge(reviews[0], self.workspace, current()).tag, "accent", 18),
                Cell(cited + "  ", "strong"),
                Cell(_("avant la prochaine rencontre") if not late else "", "", None),
            ),
            key=f"risks/{reviews[0].id}",
        )

    def _signal(self, signal: Signal) -> Line:
        said = nudge(signal, self.workspace, current())
        look = "warn" if signal.days > 0 else "accent"
        subject = said.subject or said.sentence
        who = Cell("  "), Cell(said.who.rpartition(" · ")[2], "dim", 12)
        told = (Cell(subject), Cell(f"  {said.brief}", "dim", None))
        return Line(
            (
                Cell("  " + said.tag, look, 18),
                Cell(said.reference, "strong", 5),
                *(told if said.brief else (Cell(subject, "", None), *who)),
            ),
            key=f"{signal.table}/{signal.id}",
            search=said.sentence,
        )

    # -- what changed

    def _changes(self) -> list[Line]:
        lines = [heading(_("Derniers changements")), *self._signed()]
        try:
            entries = self.services.recent(CHANGES)
        except PartnerError as error:
            return [*lines, note(str(error), "warn", 2)]
        lines += [self._change(number, entry) for number, entry in enumerate(entries)]
        return lines if entries else [*lines, note(_("Aucun changement encore."), "", 2)]

    def _signed(self) -> list[Line]:
        """Return the line that asks a newcomer for a name, while the login signs the changes."""
        if self.services.settings.name:
            return []
        said = _("Vous signez «\u00a0{login}\u00a0»\u00a0: ⏎ pour dire votre nom.")
        words = said.format(login=self.services.settings.signature)
        return [Line((Cell("  " + words, "accent", None),), key=SIGN)]

    def _change(self, number: int, entry: Entry) -> Line:
        words = told(entry, self.workspace, self.services.guide, current())
        first = entry.changes[0] if entry.changes else None
        target = f"{first.table}/{first.id}" if first else "screen:home"
        return Line(
            (
                Cell("  " + since(entry.when, self.services.today()), "dim", 18),
                Cell(entry.who + "  ", "strong", 16),
                Cell(words, "", None),
            ),
            key=f"{target}#{number}",
        )

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        if event.key == SIGN:
            self.action_sign()
        else:
            self.post_message(Go(event.key.partition("#")[0]))

    def copy_item(self) -> tuple[str, str] | None:
        """Return the words of the chosen line."""
        key = self.lines.key
        line = next((line for line in self.lines.shown if line.key == key), None)
        return (" ".join(line.text.split()), _("accueil")) if line else None

    def action_rename(self) -> None:
        """Change the partnership's own record."""
        from partner_tui.screens.records import edit

        edit(self, self.workspace.partnership)

    async def action_dossiers(self) -> None:
        """Go back to the list of dossiers."""
        await self.run_action("app.dossiers")


def gauge(done: int, total: int) -> str:
    """Return a bar that says how much is done."""
    filled = round(BAR * done / total) if total else 0
    return "█" * filled + "░" * (BAR - filled)


def since(when: str, today: date) -> str:
    """Return a past moment shortly: the hour today and yesterday, else the day."""
    try:
        moment = datetime.fromisoformat(when.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return when
    days = (today - moment.date()).days
    hour = _("{hour} h {minute}").format(hour=moment.hour, minute=f"{moment.minute:02}")
    if days == 0:
        return hour
    if days == 1:
        return _("hier {hour}").format(hour=hour)
    return moment.date().isoformat()


def screen(services: Services) -> HomeScreen:
    """Build the screen."""
    return HomeScreen(services)
