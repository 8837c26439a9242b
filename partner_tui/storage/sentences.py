"""What the storage says to a person when something cannot be read or written."""

from __future__ import annotations

import errno
import json
import re
from pathlib import Path

from partner_tui.domain.text import one_line
from partner_tui.i18n import N_, _
from partner_tui.storage.schema import BACKUPS, DOSSIER

_KINDS = {
    "array": N_("une liste"),
    "bool": N_("vrai ou faux"),
    "date": N_("une date"),
    "float": N_("un nombre décimal"),
    "int": N_("un nombre entier"),
    "null": N_("rien"),
    "object": N_("un objet"),
    "str": N_("un texte"),
}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENODEV}
_FULL = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {errno.EACCES, errno.EPERM}


def shown(path: Path) -> str:
    """Return a path that is safe to show."""
    return one_line(str(path))


def missing(path: Path) -> str:
    """Say that nothing is there."""
    return _("Il n'y a rien à « {path} » : vérifiez le chemin.").format(path=shown(path))


def not_a_dossier(path: Path) -> str:
    """Say that a path leads to something else."""
    return _(
        "« {path} » n'est pas un dossier de partenariat : "
        "indiquez un dossier qui contient « {name} »."
    ).format(path=shown(path), name=DOSSIER)


def not_regular(path: Path) -> str:
    """Say that the data file is a pipe, a device or a folder."""
    return _(
        "« {path} » n'est pas un fichier ordinaire et n'a pas été ouvert : "
        "indiquez le dossier d'un partenariat."
    ).format(path=shown(path))


def leads_out(path: Path) -> str:
    """Say that the data file is a link to another place."""
    return _(
        "« {path} » est un lien qui mène hors de son dossier et n'a pas été suivi : "
        "ouvrez plutôt le dossier où il mène."
    ).format(path=shown(path))


def unreadable(path: Path, error: OSError) -> str:
    """Say that a file cannot be read, and what to ask for."""
    if error.errno in _GONE:
        return missing(path)
    if error.errno in _REFUSED:
        return _(
            "« {path} » ne peut pas être lu : demandez l'accès à la personne à qui il appartient."
        ).format(path=shown(path))
    return _("« {path} » ne peut pas être lu (erreur {code}) : vérifiez le disque.").format(
        path=shown(path), code=code_of(error)
    )


def malformed(path: Path, error: json.JSONDecodeError) -> str:
    """Say where a file stops being JSON."""
    return _(
        "Le fichier « {path} » est abîmé à la ligne {line}, colonne {column} : "
        "rien n'y a été changé; ⏎ dans la liste des dossiers le répare, "
        "ou restaurez une copie du sous-dossier « {backups} »."
    ).format(path=shown(path), line=error.lineno, column=error.colno, backups=BACKUPS)


def wrong_value(path: Path, place: str, problem: str) -> str:
    """Say which value of a file cannot be understood, and why."""
    return _(
        "Dans le fichier « {path} », à l'endroit « {place} », {problem} : "
        "rien n'y a été changé; ⏎ dans la liste des dossiers le répare, "
        "ou restaurez une copie du sous-dossier « {backups} »."
    ).format(path=shown(path), place=one_line(place, 80), problem=problem, backups=BACKUPS)


def newer(path: Path, found: int, known: int) -> str:
    """Say that the file comes from a later version of the program."""
    return _(
        "Le fichier « {path} » vient d'une version plus récente du programme "
        "(schéma {found}; cette version lit le schéma {known}) : rien n'y a été changé; "
        "mettez le programme à jour pour l'ouvrir."
    ).format(path=shown(path), found=found, known=known)


def problem(message: str) -> str:
    """Return in words what msgspec found wrong with a value."""
    if match := re.match(r"Expected `(.+?)`, got `(.+?)`", message):
        wanted, got = (_kinds(part) for part in match.groups())
        return _("il faut {wanted}, et il y a {got}").format(wanted=wanted, got=got)
    if match := re.match(r"Invalid enum value '?(.*?)'?(?: - at|$)", message, re.DOTALL):
        return _("la valeur « {value} » n'est pas connue").format(value=one_line(match[1], 40))
    if "encoded date" in message:
        return _("il faut une date comme 2026-11-03")
    if match := re.match(r"Object missing required field `(.+?)`", message):
        return _("il manque « {field} »").format(field=match[1])
    return _("la valeur ne convient pas")


def _kinds(names: str) -> str:
    return _(" ou ").join(
        _(_KINDS[name]) if name in _KINDS else name for name in names.split(" | ")
    )


def save_failed(folder: Path, error: OSError, written: bool = False) -> str:
    """Say why a change could not be saved, and what to do."""
    where = shown(folder)
    if written:
        return _(
            "Le disque n'a pas confirmé l'enregistrement dans « {path} » (erreur {code}) : "
            "vérifiez que la modification y est avant de la refaire."
        ).format(path=where, code=code_of(error))
    if error.errno in _FULL:
        return _(
            "Le disque est plein, rien n'a été enregistré dans « {path} » : "
            "libérez de la place, puis recommencez."
        ).format(path=where)
    if error.errno == errno.EROFS:
        return _(
            "Le disque est en lecture seule, rien n'a été enregistré dans « {path} » : "
            "recommencez quand on pourra y écrire."
        ).format(path=where)
    if error.errno in _REFUSED:
        return _(
            "Vous n'avez pas le droit d'écrire dans « {path} », rien n'a été enregistré : "
            "demandez l'accès à la personne à qui il appartient."
        ).format(path=where)
    if error.errno in _GONE:
        return _(
            "Le dossier « {path} » n'est plus là, rien n'a été enregistré : "
            "remettez-le à sa place, puis recommencez."
        ).format(path=where)
    return _(
        "L'enregistrement dans « {path} » a échoué (erreur {code}), rien n'a été enregistré : "
        "recommencez dans un instant."
    ).format(path=where, code=code_of(error))


def busy(folder: Path) -> str:
    """Say that another session holds the dossier."""
    return _(
        "Une autre session tient le dossier « {path} », rien n'a été enregistré : "
        "recommencez dans un instant, et fermez l'autre session si elle ne répond plus."
    ).format(path=shown(folder))


def unlockable(folder: Path) -> str:
    """Say that the file system knows no locks."""
    return _(
        "Le disque de « {path} » ne permet pas de réserver le dossier pour y écrire, "
        "rien n'a été enregistré : gardez le dossier sur un disque de cet ordinateur."
    ).format(path=shown(folder))


def unwritable(place: str) -> str:
    """Say that a value could not be read back if it were written."""
    return _(
        "La valeur de « {place} » ne peut pas être gardée dans un fichier, rien n'a été "
        "enregistré : écrivez-la autrement."
    ).format(place=one_line(place, 80))


def changed_meanwhile(who: str) -> str:
    """Say that someone else changed the same field."""
    name = one_line(who, 40) or _("Quelqu'un")
    return _(
        "{who} a changé ce champ entre-temps, rien n'a été remplacé : "
        "gardez votre texte, prenez l'autre ou joignez les deux."
    ).format(who=name)


def built_upon() -> str:
    """Say that a change cannot be taken back any more."""
    return _(
        "Cette modification ne peut plus être annulée, quelqu'un a changé la même chose depuis : "
        "corrigez plutôt à la main."
    )


def code_of(error: OSError) -> str:
    """Return the name of a system error."""
    return errno.errorcode.get(error.errno or 0, str(error.errno))
