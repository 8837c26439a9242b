"""What acts on the statement."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    C("statement.freeze", "v", "freeze", N_("figer une version"), N_("Garder cette version, numérotée, avec sa raison."), True),
    C("statement.state", "space", "state", N_("d'accord"), N_("Noter d'un coup qu'un organisme est d'accord; s'il a déjà un mot, l'ouvrir."), True),
    C("statement.word", "e", "word", N_("mot"), N_("Noter ce qu'un organisme dit de la version\u00a0: d'accord, avec réserve, s'abstient, s'oppose; qui parle, en quels mots, quel jour."), True),
    C("statement.send", "s", "send", N_("envoi"), N_("Noter à qui la dernière version a été envoyée, par quelle voie et quel jour."), True),
    C("statement.compare", "d,equals_sign", "compare", N_("comparer"), N_("Comparer phrase par phrase deux versions, ou le texte actuel et la dernière."), True),
    C("statement.outline", "c", "outline", N_("canevas d'entente"), N_("Lire les 21 clauses d'une entente\u00a0: ce que le dossier en sait, ce qui manque.")),
    C("statement.language", "f", "language", N_("langue"), N_("Composer l'énoncé dans l'autre langue."), True),
    C("statement.copy", "y", "copy_item", N_("copier"), N_("Copier la phrase, la partie ou la version choisie, en texte simple.")),
    C("statement.copy-all", "Y", "copy_all", N_("copier l'énoncé"),
      N_("Copier tout l'énoncé, la version ou le canevas choisi, dans le format choisi avec F."), True),
)  # fmt: skip
