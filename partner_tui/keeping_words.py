"""What the commands that look after a dossier print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from shlex import quote

from partner_tui.documents.history_told import local
from partner_tui.domain.changes import Entry, RecordChange
from partner_tui.domain.soundness import Flaw
from partner_tui.i18n import N_, _, ngettext
from partner_tui.storage.backups import Backup, Reason
from partner_tui.storage.mend import Mended
from partner_tui.storage.rebuild import Rebuilt
from partner_tui.storage.sentences import shown
from partner_tui.storage.verify import MENDED, Fault, Finding

TABLES = {
    "partnership": N_("Fiche du partenariat"),
    "organizations": N_("Organismes"),
    "contacts": N_("Personnes-ressources"),
    "answers": N_("Réponses"),
    "ticks": N_("Coches"),
    "items": N_("Lignes ajoutées aux listes"),
    "checks": N_("Bilans des listes"),
    "objectives": N_("Objectifs"),
    "actions": N_("Suivis"),
    "resources": N_("Ressources"),
    "messages": N_("Plan de communication"),
    "rules": N_("Règles de base"),
    "successes": N_("Réussites"),
    "lessons": N_("Leçons"),
    "risks": N_("Risques"),
    "meetings": N_("Rencontres"),
    "topics": N_("Sujets"),
    "notes": N_("Notes"),
    "decisions": N_("Décisions"),
    "statements": N_("Énoncés"),
    "views": N_("Filtres gardés"),
}
"""Table → its name."""

REASONS = {
    Reason.DAY: N_("copie du jour"),
    Reason.ASKED: N_("copie demandée"),
    Reason.MIGRATION: N_("avant une mise à jour"),
    Reason.RESTORE: N_("avant une restauration"),
}

KINDS = {
    "added": N_("{table} : {n} à remettre"),
    "removed": N_("{table} : {n} à retirer"),
    "changed": N_("{table} : {n} à changer"),
}

FAULTS = {
    Fault.BROKEN: N_("{detail}"),
    Fault.KEY_TWICE: N_("« {place} » est écrit deux fois, seule la dernière valeur est lue"),
    Fault.LINE_UNREADABLE: N_("{place} : cette ligne ne se lit pas"),
    Fault.LINE_ORDER: N_("{place} : le numéro {detail} ne suit pas le précédent"),
    Fault.TAIL: N_("{place} finit par une ligne sans suite, que rien ne lit"),
    Fault.HISTORY_AHEAD: N_("{place} va jusqu'au changement {detail}, plus loin que le dossier"),
    Fault.HISTORY_BEHIND: N_("{place} s'arrête au changement {detail}, avant le dossier"),
    Fault.LEFTOVER: N_("{place} : un fichier laissé par une session interrompue"),
    Fault.LINK: N_("{place} : le lien « {detail} » ne mène nulle part (--links le retire)"),
    Fault.VALUE: N_("{place} : {detail}"),
}

FLAWS = {
    Flaw.NUMBER_TWICE: N_("ce numéro sert deux fois"),
    Flaw.OUT_OF_SCALE: N_("ce nombre est hors de l'échelle"),
    Flaw.FAR_DATE: N_("cette date est très loin"),
    Flaw.CONTROLS: N_("ce texte contient des caractères invisibles"),
    Flaw.TOO_LONG: N_("ce texte est très long"),
    Flaw.LANGUAGE: N_("cette langue n'est pas connue"),
    Flaw.PARTNERSHIP: N_("il ne peut y avoir qu'un partenariat"),
    Flaw.SEAL: N_(
        "ce texte n'est plus celui qui a été figé\u00a0: son empreinte n'est pas la sienne"
    ),
}


def no_such_record(reference: str) -> str:
    """Say that nothing has this reference."""
    return _("rien ne s'appelle « {reference} » dans ce dossier (R3, S12, D7 ou table/id)").format(
        reference=reference
    )


def no_history() -> str:
    """Say that nothing changed, as far as the history goes."""
    return _("Aucun changement ici depuis le début de l'historique.")


def copied(path: Path) -> str:
    """Say where a copy is."""
    return _("Copie faite : {path}").format(path=shown(path))


def copies(found: Sequence[Backup]) -> Iterator[str]:
    """Yield the copies, newest first, and how to look at one."""
    for backup in found:
        yield f"{backup.path.name}  {local(backup.when.isoformat())}  {_(REASONS[backup.reason])}"
    if found:
        yield _("Pour voir ce qui changerait : partner-tui restore CHEMIN COPIE.")
    else:
        yield _("Aucune copie encore : la première se fait au prochain changement.")


def kind_of(change: RecordChange) -> str:
    """Return what restoring does to a record."""
    if change.before is None:
        return "added"
    return "removed" if change.after is None else "changed"


def count_told(table: str, kind: str, count: int) -> str:
    """Say how many records of a table would change."""
    return _(KINDS[kind]).format(table=_(TABLES[table]), n=count)


def nothing_changes() -> str:
    """Say that a copy and the dossier are the same."""
    return _("Cette copie dit la même chose que le dossier : rien à changer.")


def say_yes() -> str:
    """Say how to go on."""
    return _("Rien n'est fait encore : ajoutez --yes; le dossier présent sera copié d'abord.")


def restored(backup: Backup, entry: Entry | None) -> str:
    """Say that a copy is back."""
    return _("« {name} » est en place; le changement {n} de l'historique le garde.").format(
        name=backup.path.name, n=entry.revision if entry else "?"
    )


def rebuild_with_yes() -> str:
    """Say what can be done for a file that cannot be read."""
    return _(
        "Le dossier peut être reconstruit d'après la dernière bonne copie et l'historique : "
        "ajoutez --yes; le fichier abîmé sera gardé dans les copies."
    )


def ask_again(name: str) -> str:
    """Say that a rebuilt dossier may be enough."""
    return _("Si vous voulez tout de même « {name} », refaites la commande.").format(name=name)


def rebuilt(done: Rebuilt) -> str:
    """Say what a dossier was rebuilt from."""
    said = ngettext(
        "Dossier reconstruit d'après la copie « {{name}} » et {n} changement de l'historique.",
        "Dossier reconstruit d'après la copie « {{name}} » et {n} changements de l'historique.",
        done.changes,
    )
    lost = _("L'historique ne se lit pas plus loin : ce qui suit le changement {n} manque.")
    parts = [said.format(name=done.backup.path.name)]
    return " ".join(parts if done.whole else [*parts, lost.format(n=done.workspace.revision)])


def mended(done: Mended) -> Iterable[str]:
    """Yield what was mended."""
    if done.rebuilt is not None:
        yield rebuilt(done.rebuilt)
    if done.cut:
        yield _("Fin de l'historique coupée : {n} octets que rien ne lisait.").format(n=done.cut)
    for name in done.swept:
        yield _("Fichier retiré : {name}").format(name=name)
    if done.unlinked:
        yield ngettext("{n} lien perdu retiré.", "{n} liens perdus retirés.", done.unlinked)


def finding(found: Finding) -> str:
    """Say what is wrong, and where."""
    detail = _(FLAWS[Flaw(found.detail)]) if found.fault is Fault.VALUE else found.detail
    return _(FAULTS[found.fault]).format(place=found.place, detail=detail)


def remedy(found: Finding, folder: Path) -> Iterator[str]:
    """Yield how a frozen text that was touched comes back: the command, which shows first."""
    if found.fault is not Fault.VALUE or found.detail != Flaw.SEAL:
        return
    record = found.place.partition(" ")[0]
    place = quote(shown(folder))
    if found.copy:
        yield "  " + _("Pour voir le texte figé revenir, puis le remettre avec --yes\u00a0:")
        yield f"    partner-tui restore {place} {found.copy} --record {record}"
    else:
        yield "  " + _(
            "Aucune copie d'ici n'a plus le texte figé\u00a0: un document déjà envoyé l'a encore; "
            "figez une nouvelle version qui le reprend."
        )


def verdict(found: Sequence[Finding]) -> str:
    """Say whether a dossier is sound, and what --mend would do."""
    if not found:
        return _("Tout va bien : fichier, historique, liens et valeurs sont en ordre.")
    safe = any(finding.fault in MENDED for finding in found)
    if not safe and all(finding.copy for finding in found):
        return _("La commande montre d'abord ce qui changerait; rien d'autre n'est touché.")
    return (
        _("--mend répare ce qui peut l'être sans rien perdre.")
        if safe
        else _("Rien ici ne se répare sans choisir : corrigez à l'écran, ou gardez-le ainsi.")
    )


def exported(path: Path, left_out: int) -> Iterator[str]:
    """Yield where the whole dossier was written, and what is not in it."""
    yield _("Tout le dossier : {path}").format(path=shown(path))
    if left_out:
        yield ngettext(
            "{n} élément privé laissé de côté; --with-private l'ajoute.",
            "{n} éléments privés laissés de côté; --with-private les ajoute.",
            left_out,
        )
