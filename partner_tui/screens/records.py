"""Open the form of a record, and save it field by field."""

from __future__ import annotations

from msgspec.structs import replace

from partner_tui.documents.verbs import title
from partner_tui.domain.actions import redating, setting_state
from partner_tui.domain.changes import Seen
from partner_tui.domain.forms import Field, Heading, from_strings, setting, to_strings
from partner_tui.domain.parsing import Strings, Unreadable
from partner_tui.domain.records import Action, Record, Risk
from partner_tui.domain.rescoring import SCORED, setting_score
from partner_tui.domain.workspace import TABLE_OF, Change, adding
from partner_tui.errors import Conflict, PartnerError
from partner_tui.i18n import _, current
from partner_tui.screens.base import WorkScreen
from partner_tui.screens.forms import FORMS
from partner_tui.screens.forms.filling import rows
from partner_tui.screens.translations.lines import languages
from partner_tui.screens.weighing import Weigher
from partner_tui.widgets.fields import sentence


def edit(screen: WorkScreen, record: Record) -> None:
    """Open the form of a record that is in the dossier."""
    _open(screen, _Saver(screen, record))


def create(screen: WorkScreen, record: Record) -> None:
    """Open the form of a new record; it joins the dossier with its first words.

    Where one was being typed and never joined the dossier, the newest of them goes on.
    """
    table = TABLE_OF[type(record)]
    known = screen.workspace.tables.get(table, {})
    places = (draft.place.split("/") for draft in screen.services.drafts.under(f"{table}/"))
    unfinished = (key for _table, key, *_field in places if key not in known)
    _open(screen, _Saver(screen, replace(record, id=next(unfinished, record.id)), new=True))


def _open(screen: WorkScreen, saver: _Saver) -> None:
    from partner_tui.screens.dialogs.form import FormScreen

    services = screen.services
    weigher = Weigher(screen, saver.save, saver.look)
    form = FormScreen(
        *saver.said(),
        services.drafts.saving(saver.place, weigher.save),
        services.today(),
        draft=services.drafts.field(saver.place),
        drafts=services.paths.state / "drafts",
    )
    form.say = saver.said
    weigher.open(form, saver.place)


class _Saver:
    """Saves the fields of one form as they are settled."""

    def __init__(self, screen: WorkScreen, record: Record, new: bool = False) -> None:
        self._screen, self._record, self._new = screen, record, new

    @property
    def place(self) -> str:
        """Where the drafts of this form belong."""
        return f"{TABLE_OF[type(self._record)]}/{self._record.id}"

    def look(self, name: str) -> tuple[Strings, str]:
        """Read a field of the record anew: its value, and who changed it."""
        record = self._screen.workspace.find(type(self._record), self._record.id)
        self._record = record or self._record
        return to_strings(self._record, name), self._record.by

    def said(self) -> tuple[str, list[Heading | Field]]:
        """Return the title of the form and its rows, in the language of the screen."""
        record = self._record
        name = "" if self._new else title(record, current())
        workspace, guide = self._screen.workspace, self._screen.services.guide
        missing = languages(workspace, guide, TABLE_OF[type(record)], record.id)
        heading = name[:1].upper() + name[1:] or _(FORMS[type(record)].title)
        return heading, [*missing, *rows(record, workspace)]

    def _setting(self, name: str, strings: Strings) -> Change:
        """Return the verb that sets a field; scores, due days and states keep what they were."""
        kind, services = type(self._record), self._screen.services
        key, who, today = self._record.id, services.workbook.who, services.today()
        if kind is Action and name == "due":
            return redating(key, from_strings(kind, name, strings), today, who)
        if kind is Action and name == "state":
            return setting_state(key, from_strings(kind, name, strings), today, who)
        if kind is Risk and name in SCORED:
            value = from_strings(kind, name, strings)
            return setting_score(key, name, value, today, who)
        return setting(kind, key, name, strings)

    def save(self, name: str, strings: Strings) -> str | None:
        """Commit one field; return why not, raise Conflict when someone changed it meanwhile."""
        kind, key = type(self._record), self._record.id
        table = TABLE_OF[kind]
        try:
            value = from_strings(kind, name, strings)
            if self._new:
                fresh = replace(self._record, **{name: value})
                self._screen.services.workbook.apply(f"{table}.add", adding(fresh))
                self._new = False
            else:
                seen = Seen(table=table, id=key, field=name, value=getattr(self._record, name))
                change = self._setting(name, strings)
                self._screen.services.workbook.apply(f"{table}.edit", change, [seen])
        except Unreadable as error:
            return sentence(error.reason)
        except Conflict:
            raise
        except PartnerError as error:
            return str(error)
        self._record = self._screen.workspace.find(kind, key) or self._record
        return None
