"""What acts on the lists."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    C("lists.previous", "left,h", "turn(-1)", N_("liste précédente"), N_("Passer à la liste d'avant.")),
    C("lists.next", "right,l", "turn(1)", N_("liste suivante"), N_("Passer à la liste d'après.")),
    C("lists.tick", "space", "act('tick')", N_("cocher"), N_("Cocher, ou passer à la valeur suivante."), True),
    C("lists.note", "e", "act('note')", N_("note"), N_("Écrire une note à côté de cette ligne."), True),
    C("lists.new", "n", "act('new')", N_("ajouter"), N_("Ajouter une ligne à soi à cette liste."), True),
    C("lists.open", "o", "open_only", N_("ce qui reste"), N_("Ne montrer que ce qui reste à faire, ou toute la liste.")),
    C("lists.zone", "tab", "zone(1)", N_("organisme suivant"), N_("Passer à la colonne suivante, puis au volet de lecture.")),
    C("lists.zone-back", "shift+tab", "zone(-1)", N_("organisme précédent"), N_("Revenir à la colonne d'avant.")),
    C("lists.keep", "c", "act('keep')", N_("garder ce bilan"), N_("Dater l'état de cette liste, pour voir le chemin parcouru.")),
    C("lists.archive", "x", "act('archive')", N_("archiver"), N_("Ranger une ligne ajoutée ici.")),
)  # fmt: skip
