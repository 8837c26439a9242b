"""The short form that begins a dossier: its name, province, language and organizations."""

from __future__ import annotations

from pathlib import Path

from partner_tui.bootstrap import Services
from partner_tui.documents.words import label
from partner_tui.domain.beginning import begin
from partner_tui.domain.forms import Field, Heading
from partner_tui.domain.parsing import Strings
from partner_tui.domain.questions import Choice, Kind, Part
from partner_tui.domain.text import one_line
from partner_tui.domain.values import OrganizationKind, Province
from partner_tui.domain.workspace import Workspace
from partner_tui.errors import PartnerError
from partner_tui.i18n import LANGUAGES, N_, _, current
from partner_tui.messages import Notice
from partner_tui.screens.dialogs.form import FormScreen
from partner_tui.screens.dialogs.pick import Pick
from partner_tui.storage.drafts import Drafts
from partner_tui.widgets.lines import Cell, Line

KINDS = (
    OrganizationKind.CAMPUS,
    OrganizationKind.COMMUNITY,
    OrganizationKind.STUDENTS,
    OrganizationKind.FUNDER,
)
"""What the first organizations usually are; each can be changed."""
PLACE = "begin"
"""Where among the drafts what is typed here waits."""


class BeginScreen(FormScreen):
    """What is typed before there is a dossier to keep it; leaving it asks what becomes of it."""

    CLOSES = N_("terminer")
    SAVED = N_("pas encore créé")

    def __init__(self, services: Services, drafts: Drafts) -> None:
        self._services, self._kept = services, drafts
        self.made: Path | None = None
        """The dossier that was made, once it is."""
        self._given = {"province": "on", "language": current().language}
        self._unsigned = not services.settings.name
        """True when the person's own name is not known yet."""
        self._given |= {f"kind{n}": kind.value for n, kind in enumerate(KINDS)}
        for draft in drafts.under(f"{PLACE}/"):
            self._given[draft.place.removeprefix(f"{PLACE}/")] = draft.text
            drafts.take(draft)
        super().__init__(
            *self._said(), self._keep_value, services.today(), draft=drafts.field(PLACE)
        )
        self.say = self._said

    @property
    def partnership(self) -> str:
        """The name of the partnership, as far as it is typed."""
        return one_line(self._given.get("name", ""))

    def workspace(self) -> Workspace:
        """Return the new dossier."""
        given = self._given
        pairs = [
            (given.get(f"org{n}", ""), OrganizationKind(given[f"kind{n}"]))
            for n in range(len(KINDS))
        ]
        province, language = Province(given["province"]), given["language"]
        return begin(self.partnership, province, language, pairs, self._services.today())

    # -- leaving

    def action_close(self) -> None:
        """Ask what becomes of what was typed; without a name there is nothing to make yet."""
        self.settle()
        if not any(self._given.get(name) for name in ("name", *self._organizations())):
            self._leave()
            return
        choices = {"on": _("Continuer"), "later": _("Fermer; ce qui est écrit attend ici")}
        if self.partnership:
            name = one_line(self.partnership, 40)
            choices = {"make": _("Créer «\u00a0{name}\u00a0»").format(name=name), **choices}
        choices["drop"] = _("Fermer et tout oublier")
        lines = [Line((Cell(words, "", None),), key=key) for key, words in choices.items()]
        pick = Pick(_("Nouveau dossier"), lines, (next(iter(choices)),), many=False)
        self.app.push_screen(pick, self._decided)

    def _decided(self, picked: Strings | None) -> None:
        match picked:
            case ("make",):
                self._make()
            case ("later",):
                self.dismiss()
            case ("drop",):
                self._leave()

    def _make(self) -> None:
        try:
            if you := one_line(self._given.get("you", "")):
                self._services.sign(you)
            self.made = self._services.create(self.workspace(), self.partnership)
        except PartnerError as error:
            self.post_message(Notice(str(error), urgent=True))
            return
        self._leave()

    def _leave(self) -> None:
        """Close, nothing kept for later."""
        for draft in self._kept.under(f"{PLACE}/"):
            self._kept.drop(draft)
        self.dismiss()

    # -- what is typed

    def _keep_value(self, name: str, strings: Strings) -> str | None:
        self._given[name] = strings[0] if strings else ""
        self._kept.try_keep(f"{PLACE}/{name}", self._given[name])
        return None

    def _organizations(self) -> list[str]:
        return [f"org{number}" for number in range(len(KINDS))]

    def _said(self) -> tuple[str, list[Field | Heading]]:
        return _("Nouveau dossier"), self._blanks()

    def _blanks(self) -> list[Field | Heading]:
        t = current()
        provinces = tuple(Choice(p.value, label(p, t)) for p in Province)
        languages = tuple(Choice(code, _(name)) for code, name in LANGUAGES.items())
        rows: list[Field | Heading] = [
            self._field("name", _("Nom du partenariat"), hint=_("celui que tout le monde emploie")),
            self._field("province", _("Province"), provinces),
            self._field("language", _("Langue"), languages),
            *self._you(),
            Heading(_("Les premiers organismes (le reste viendra à l'écran Gens)")),
        ]
        kinds = tuple(Choice(k.value, label(k, t)) for k in OrganizationKind)
        for number, name in enumerate(self._organizations()):
            rows.append(self._field(name, _("Organisme")))
            rows.append(self._field(f"kind{number}", _("Genre"), kinds))
        return rows

    def _you(self) -> list[Field | Heading]:
        """Return the blank for one's own name, where it is not known."""
        if not self._unsigned:
            return []
        login = self._services.settings.signature
        hint = _("il signe vos changements; sinon, «\u00a0{login}\u00a0»").format(login=login)
        return [self._field("you", _("Votre nom"), hint=hint)]

    def _field(
        self, name: str, words: str, choices: tuple[Choice, ...] = (), hint: str = ""
    ) -> Field:
        kind = Kind.CHOICE if choices else Kind.LINE
        value = self._given.get(name, "")
        part = Part(kind=kind, label=words, choices=choices, hint=hint)
        return Field(name, part, (value,) if value else ())
