"""The short form that begins a dossier: its name, province, language and organizations."""

from __future__ import annotations

from datetime import date

from partner_tui.documents.words import label
from partner_tui.domain.beginning import begin
from partner_tui.domain.forms import Field, Heading
from partner_tui.domain.parsing import Strings
from partner_tui.domain.questions import Choice, Kind, Part
from partner_tui.domain.values import OrganizationKind, Province
from partner_tui.domain.workspace import Workspace
from partner_tui.i18n import _, current
from partner_tui.screens.dialogs.form import FormScreen

KINDS = (
    OrganizationKind.CAMPUS,
    OrganizationKind.COMMUNITY,
    OrganizationKind.STUDENTS,
    OrganizationKind.FUNDER,
)
"""What the first organizations usually are; each can be changed."""


class Beginning:
    """What is typed before there is a dossier to keep it."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._typed: dict[str, str] = {"province": "on", "language": current().language}
        self._typed |= {f"kind{n}": kind.value for n, kind in enumerate(KINDS)}

    @property
    def name(self) -> str:
        """The name of the partnership."""
        return self._typed.get("name", "").strip()

    def workspace(self) -> Workspace:
        """Return the new dossier."""
        given = self._typed
        pairs = [
            (given.get(f"org{n}", ""), OrganizationKind(given[f"kind{n}"]))
            for n in range(len(KINDS))
        ]
        return begin(self.name, Province(given["province"]), given["language"], pairs, self._today)

    def screen(self) -> FormScreen:
        """Return the form to show."""
        form = FormScreen(*self._said(), self._save, self._today)
        form.say = self._said
        return form

    def _said(self) -> tuple[str, list[Field | Heading]]:
        return _("Nouveau dossier"), self._rows()

    def _save(self, name: str, strings: Strings) -> str | None:
        self._typed[name] = strings[0] if strings else ""
        return None

    def _rows(self) -> list[Field | Heading]:
        t = current()
        provinces = tuple(Choice(p.value, label(p, t)) for p in Province)
        languages = (Choice("fr", _("français")), Choice("en", _("anglais")))
        rows: list[Field | Heading] = [
            self._field("name", _("Nom du partenariat"), hint=_("celui que tout le monde emploie")),
            self._field("province", _("Province"), provinces),
            self._field("language", _("Langue"), languages),
            Heading(_("Les premiers organismes (le reste viendra à l'écran Gens)")),
        ]
        kinds = tuple(Choice(k.value, label(k, t)) for k in OrganizationKind)
        for number in range(len(KINDS)):
            rows.append(self._field(f"org{number}", _("Organisme")))
            rows.append(self._field(f"kind{number}", _("Genre"), kinds))
        return rows

    def _field(
        self, name: str, words: str, choices: tuple[Choice, ...] = (), hint: str = ""
    ) -> Field:
        kind = Kind.CHOICE if choices else Kind.LINE
        value = self._typed.get(name, "")
        part = Part(kind=kind, label=words, choices=choices, hint=hint)
        return Field(name, part, (value,) if value else ())
