"""What acts on the risks: the log, one of them, their families, what is suggested, the matrix."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    # the log
    C("risks.new", "n", "new", N_("nouveau"), N_("Décrire un risque."), True),
    C("risks.rescore", "r", "rescore", N_("rejuger"), N_("Juger le risque en une ligne\u00a0: probabilité, gravité, pourquoi; la cote d'avant reste."), True),
    C("risks.measure", "a", "measure", N_("mesure"), N_("Noter une mesure en une ligne\u00a0: quoi, @qui, pour quand; elle devient un suivi."), True),
    C("risks.review", "d", "review", N_("revu"), N_("Dire que le risque a été revu aujourd'hui; le niveau dit quand le revoir."), True),
    C("risks.matrix", "m", "matrix", N_("matrice"), N_("Voir les risques par probabilité et par gravité."), True),
    C("risks.families", "f", "families", N_("familles"), N_("Voir les sept familles de risques, et dire de l'une qu'il n'y a rien à signaler."), True),
    C("risks.suggest", "s", "suggest", N_("suggestions"), N_("Choisir parmi les risques que le guide propose.")),
    C("risks.edit", "e", "edit", N_("modifier"), N_("Ouvrir la fiche du risque.")),
    C("risks.happened", "i", "happened", N_("s'est réalisé"), N_("Dire que le risque s'est réalisé aujourd'hui\u00a0: la date reste, le plan B s'ouvre.")),
    C("risks.state", "space", "state", N_("état"), N_("Faire avancer l'état du risque\u00a0: ouvert, surveillé, clos.")),
    C("risks.sort", "t", "sort", N_("trier"), N_("Trier par niveau, par révision ou par numéro.")),
    C("risks.show", "v", "show", N_("voir"), N_("Montrer les risques ouverts, les faibles gardés à l'œil, ou tous.")),
    C("risks.private", "p", "private", N_("privé"), N_("Garder ce risque hors des copies et des exports.")),
    C("risks.archive", "x", "archive", N_("archiver"), N_("Ranger ce risque; u le ramène.")),
    # one risk
    C("risk.rescore", "r", "rescore", N_("rejuger"), N_("Juger le risque en une ligne\u00a0: probabilité, gravité, pourquoi; la cote d'avant reste."), True),
    C("risk.review", "d", "review", N_("revu"), N_("Dire que le risque a été revu aujourd'hui; le niveau dit quand le revoir."), True),
    C("risk.measure", "a", "measure", N_("mesure"), N_("Noter une mesure en une ligne\u00a0: quoi, @qui, pour quand; elle devient un suivi."), True),
    C("risk.accept", "c", "accept", N_("accepter"), N_("Accepter le risque en une ligne\u00a0: pourquoi, @qui, jusqu'à quand.")),
    C("risk.plan", "b", "plan", N_("plan B"), N_("Ajouter une étape au plan B\u00a0: quoi, @qui, dans combien de jours."), True),
    C("risk.yes", "o", "answer('yes')", N_("oui"), N_("Répondre oui à la question\u00a0: si c'est l'alarme, le plan B s'ouvre, chaque étape avec sa date.")),
    C("risk.no", "n", "answer('no')", N_("non"), N_("Répondre non à la question; la réponse est gardée.")),
    C("risk.alarm", "l", "alarm", N_("alarme"), N_("Dire laquelle des deux réponses, oui ou non, annonce le risque et ouvre le plan B.")),
    C("risk.happened", "i", "happened", N_("s'est réalisé"), N_("Dire que le risque s'est réalisé aujourd'hui\u00a0: la date reste, le plan B s'ouvre.")),
    C("risk.state", "space", "state", N_("état"), N_("Faire avancer une mesure, ou l'état du risque.")),
    C("risk.edit", "e", "edit", N_("modifier"), N_("Corriger cette étape sur place, ou ouvrir la fiche du risque."), True),
    C("risk.private", "p", "private", N_("privé"), N_("Garder ce risque hors des copies et des exports.")),
    C("risk.archive", "x", "archive", N_("ôter"), N_("Ôter cette étape du plan B, ranger cette mesure; u la ramène.")),
    C("risk.back", "escape", "close", N_("retour"), N_("Revenir au registre des risques.")),
    # the families of risks
    C("families.nothing", "i,space", "nothing", N_("rien à signaler"), N_("Dire de cette famille qu'il n'y a rien à signaler, ou le reprendre."), True),
    C("families.new", "n", "new", N_("nouveau"), N_("Décrire un risque de cette famille.")),
    C("families.suggest", "s", "suggest", N_("suggestions"), N_("Choisir parmi les risques que le guide propose."), True),
    C("families.back", "escape", "close", N_("retour"), N_("Revenir au registre des risques."), True),
    # what the guide suggests
    C("suggestions.back", "escape", "close", N_("retour"), N_("Revenir au registre des risques."), True),
    # the matrix
    C("matrix.moment", "t", "moment", N_("moment"), N_("Voir les risques aujourd'hui, tels qu'on les vise, ou avant toute mesure."), True),
    C("matrix.show", "v", "show", N_("voir"), N_("Montrer les risques ouverts, les faibles gardés à l'œil, ou tous."), True),
    C("matrix.back", "escape", "close", N_("retour"), N_("Revenir à la grille, puis au registre des risques."), True),
)  # fmt: skip
