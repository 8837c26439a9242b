"""What the storage says about keeping: copies, read-only dossiers, what was checked and mended."""

from __future__ import annotations

from pathlib import Path

from partner_tui.i18n import _
from partner_tui.storage.schema import BACKUPS
from partner_tui.storage.sentences import code_of, shown


def backup_failed(folder: Path, error: OSError) -> str:
    """Say that the copy of the day could not be made, and that nothing else is concerned."""
    return _(
        "La copie du jour n'a pas pu être faite dans « {path} » (erreur {code}) : votre travail "
        "est enregistré quand même; libérez de la place ou vérifiez les droits de ce dossier."
    ).format(path=shown(folder / BACKUPS), code=code_of(error))


def no_such_backup(name: str) -> str:
    """Say that no copy has this name."""
    return _(
        "Aucune copie ne s'appelle « {name} » : la commande sans nom de copie les montre toutes."
    ).format(name=name)


def asked_read_only() -> str:
    """Say that the person asked to read only."""
    return _("Ce dossier est ouvert en lecture seule : rien n'y est enregistré.")


def newer_read_only(found: int, known: int) -> str:
    """Say that a newer program wrote the dossier."""
    return _(
        "Ce dossier vient d'une version plus récente du programme (schéma {found}; celle-ci écrit "
        "le schéma {known}) : il s'ouvre en lecture seule; mettez le programme à jour "
        "pour y écrire."
    ).format(found=found, known=known)


def not_writable(folder: Path) -> str:
    """Say that nothing can be written where the dossier is."""
    return _(
        "On ne peut pas écrire dans « {path} » : le dossier s'ouvre en lecture seule; "
        "demandez l'accès à la personne à qui il appartient."
    ).format(path=shown(folder))


def no_good_backup(folder: Path) -> str:
    """Say that nothing is left to rebuild a dossier from."""
    return _(
        "Aucune bonne copie n'a été trouvée dans « {path} » : demandez une copie à une personne "
        "qui partage ce dossier, ou à qui fait les sauvegardes de cet ordinateur."
    ).format(path=shown(folder / BACKUPS))


def nobody_there() -> str:
    """Say that the contact to erase is not there."""
    return _("Cette personne-ressource n'est plus dans le dossier.")


def not_confirmed(name: str) -> str:
    """Say what to type to erase someone for good."""
    return _("Pour effacer pour de bon, tapez « {name} » : rien n'a été effacé.").format(name=name)
