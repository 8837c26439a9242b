"""All the actions as lines in groups."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct
from rich.cells import cell_len

from partner_tui.documents import verbs, words
from partner_tui.documents.voice import Voice
from partner_tui.domain.actions import origin_of
from partner_tui.domain.arranging import Choice, Group, When, asked, has_nobody, is_late, sifted
from partner_tui.domain.arranging import grouped as in_groups
from partner_tui.domain.meetings import is_open, next_meeting
from partner_tui.domain.querying import Unclear, read
from partner_tui.domain.questions import Guide
from partner_tui.domain.records import Action, Contact
from partner_tui.domain.text import one_line
from partner_tui.domain.values import ActionState, Grouping, Which
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import N_, Translator
from partner_tui.screens.meeting.lines import days_late, state_words
from partner_tui.screens.meeting.words import owner
from partner_tui.screens.searching.lines import Sight as Seeking
from partner_tui.screens.searching.lines import mistaken
from partner_tui.widgets.lines import BLANK, Cell, Line, heading, note

WHO: Final = 19
NARROW_WHO: Final = 11
STATE: Final = 10
"""Columns of a state at least."""
WIDTH: Final = 80
"""Columns that a sentence fills at most."""

SOON: Final = {
    When.LATE: N_("En retard"),
    When.WEEK: N_("D'ici une semaine"),
    When.MEETING: N_("D'ici la prochaine rencontre"),
    When.LATER: N_("Plus tard"),
    When.UNDATED: N_("Sans date"),
    When.CLOSED: N_("Faits ou abandonnés"),
}


class Sight(Struct, frozen=True):
    """What the lines are made from."""

    workspace: Workspace
    guide: Guide
    today: date
    t: Translator
    choice: Choice
    way: str = "o"
    """The key that goes where an action was born."""

    @property
    def voice(self) -> Voice:
        """The words of the records."""
        return Voice(self.workspace, self.t)


def lines(sight: Sight) -> list[Line]:
    """Return the actions of a choice, group by group."""
    try:
        read(sight.choice.words, sight.workspace, sight.today, ahead=True)
    except Unclear as error:
        return mistaken(Seeking(sight.workspace, sight.t), error, WIDTH)
    actions = sifted(sight.workspace, sight.choice, sight.today)
    if not actions:
        return _nothing(sight)
    shown: list[Line] = []
    room = 1 + max(STATE, *(cell_len(state_words(action, sight.t)) for action in actions))
    for group in in_groups(sight.workspace, actions, sight.choice, sight.today):
        shown += [BLANK] if shown else []
        shown.append(heading(_title(sight, group), Cell(str(len(group.actions)), "dim")))
        shown += [_line(sight, action, room) for action in group.actions]
    return shown


def plain(sight: Sight) -> str:
    """Return the words of what was typed, its filters aside."""
    words = asked(sight.workspace, sight.choice, sight.today).words
    return " ".join(words)


def _nothing(sight: Sight) -> list[Line]:
    said: tuple[str, ...]
    if sight.choice.words or sight.choice.sieve or sight.choice.which is not Which.OPEN:
        said = (
            N_("Rien ici pour ce choix."),
            N_("échap montre de nouveau tous les suivis ouverts."),
        )
    elif sight.workspace.alive(Action):
        said = (N_("Tout ce qui était promis est fait."), N_("v montre aussi ce qui est fait."))
    else:
        said = (
            N_("Aucun suivi encore."),
            N_("Un suivi dit quoi, qui et pour quand. Il naît ici, dans une rencontre,"),
            N_("d'un risque ou d'une étape, et on le retrouve partout."),
            N_("n en note un, en une ligne\u00a0: quoi @qui vendredi"),
        )
    last = len(said) - 1
    return [
        note(sight.t.text(each), "" if at in (0, last) else "dim") for at, each in enumerate(said)
    ]


def _title(sight: Sight, group: Group) -> str:
    match sight.choice.grouping:
        case Grouping.DUE:
            return _soon(sight, When(group.key))
        case Grouping.PERSON:
            return _person(sight, group.key) or sight.t.text(N_("Sans responsable"))
        case Grouping.ORGANIZATION:
            name = sight.voice.organization(group.key)
            return name or sight.t.text(N_("Sans organisme"))
        case Grouping.ORIGIN:
            return origin_words(sight, group.key) or sight.t.text(N_("Sans origine notée"))


def _soon(sight: Sight, soon: When) -> str:
    title = sight.t.text(SOON[soon])
    coming = next_meeting(sight.workspace, sight.today)
    if soon is When.MEETING and coming is not None:
        return f"{title} ({words.day(coming.on)})"
    return title


def _person(sight: Sight, key: str) -> str:
    contact = sight.workspace.find(Contact, key)
    name = sight.voice.contact(key)
    if contact is not None and contact.until and contact.until < sight.today:
        left = sight.t.text(N_("a quitté le {day}")).format(day=words.day(contact.until))
        return f"{name} ({left})"
    return name


def origin_words(sight: Sight, target: str) -> str:
    """Return what an action was born from, in a few words."""
    table, _slash, key = target.partition("/")
    said = verbs.named(sight.workspace, sight.guide, table, key, sight.t)
    kinds = {"objectives": N_("objectif"), "answers": N_("question"), "ticks": N_("liste")}
    if said and table in kinds:
        said = sight.voice.colon(sight.t.text(kinds[table]), said)
    return said[:1].upper() + said[1:]


# -- a line


def _line(sight: Sight, action: Action, room: int) -> Line:
    late = is_late(action, sight.today)
    look = "good" if action.state is ActionState.DONE else "warn" if late else ""
    quiet = "" if is_open(action) else "dim"
    fresh = action.id in sight.choice.kept
    cells = [
        Cell("+" if fresh else "", "good", 2),
        Cell(words.cite(action, sight.t), "strong", 5),
        Cell(state_words(action, sight.t), look, room),
        Cell(sight.voice.name(action, "text"), quiet, None),
        *([Cell("  ⌂", "dim")] if action.private else []),
        *_who(sight, action),
        Cell(_due(sight, action), "warn" if late else quiet, 12, right=True),
    ]
    search = " ".join(
        (owner(sight.voice, action), origin_words(sight, origin_of(action)), action.note)
    )
    return Line(tuple(cells), key=f"actions/{action.id}", search=search)


def _who(sight: Sight, action: Action) -> list[Cell]:
    """Return who does an action, the most telling part first where columns are few."""
    if sight.choice.grouping is Grouping.PERSON:
        return []
    if has_nobody(sight.workspace, action, sight.today) and is_open(action):
        place = sight.voice.organization(action.organization, short=True)
        said = sight.t.text(N_("qui?"))
        return _columns(" · ".join(filter(None, (said, place))), said, "warn")
    if sight.choice.grouping is Grouping.ORGANIZATION:
        role = _role(sight, action) or owner(sight.voice, action)
        return _columns(role, role)
    full, place = owner(sight.voice, action), _place(sight, action)
    return _columns(_shortly(sight, action), place or full, full=full)


def _columns(text: str, short: str, style: str = "dim", full: str = "") -> list[Cell]:
    """Return a column that says less in a narrow list and all in a wide one."""
    narrow, wide = Cell(short, style, NARROW_WHO), Cell(full or text, style, 2 * WHO)
    return [Cell("  "), Cell(text, style, WHO, narrow=narrow, wide=wide)]


def _role(sight: Sight, action: Action) -> str:
    contact = sight.workspace.find(Contact, action.owner)
    return sight.voice.name(contact, "role") if contact else ""


def _place(sight: Sight, action: Action) -> str:
    """Return the organization of whoever does an action."""
    contact = sight.workspace.find(Contact, action.owner)
    key = contact.organization if contact else action.organization
    return sight.voice.organization(key, short=True)


def _shortly(sight: Sight, action: Action) -> str:
    """Return who does an action, the role cut rather than its organization."""
    full, role = owner(sight.voice, action), _role(sight, action)
    place = full.removeprefix(role) if role else ""  # with the mark between the two
    room = WHO - len(place)
    return one_line(role, room) + place if place and room > 4 else full


def _due(sight: Sight, action: Action) -> str:
    if late := days_late(action, sight.today):
        return sight.t.text(N_("échu {n}\u00a0j")).format(n=late)
    if action.due is None and is_open(action):
        return sight.t.text(N_("quand?"))
    return words.day(action.done_on or action.due)
