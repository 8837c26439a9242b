"""What acts on the people and organizations."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    C("people.new", "n", "new", N_("personne"), N_("Ajouter une personne-ressource."), True),
    C("people.new-org", "o", "new_organization", N_("organisme"), N_("Ajouter un organisme."), True),
    C("people.edit", "e", "edit", N_("modifier"), N_("Ouvrir la fiche."), True),
    C("people.copy", "y", "copy_item", N_("coordonnées"), N_("Copier les coordonnées de la ligne choisie."), True),
    C("people.copy-all", "Y", "copy_all", N_("liste"), N_("Copier la liste de toutes les coordonnées, marquée confidentielle."), True),
    C("people.archive", "x", "archive", N_("archiver"), N_("Ranger cette fiche; u la ramène.")),
    C("people.forget", "", "forget", N_("effacer une personne"), N_("Ôter une personne de tout le dossier, pour de bon; demande d'écrire son nom.")),
)  # fmt: skip
