"""What acts on the screens that open above the one in front."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    # all the actions
    C("actions.state", "space", "state", N_("état"), N_("Faire avancer l'état d'un suivi\u00a0: à faire, en cours, fait."), True),
    C("actions.new", "n", "new", N_("nouveau"), N_("Noter un suivi en une ligne\u00a0: quoi, @qui, pour quand."), True),
    C("actions.postpone", "w", "postpone", N_("reporter"), N_("Reporter un suivi en disant pourquoi; l'ancienne date reste."), True),
    C("actions.group", "t", "group", N_("regrouper"), N_("Regrouper par échéance, par personne, par organisme ou par origine."), True),
    C("actions.show", "v", "show", N_("voir"), N_("Montrer les suivis ouverts, ceux qui sont échus, ou tous.")),
    C("actions.origin", "o", "origin", N_("origine"), N_("Aller où le suivi est né\u00a0: rencontre, risque, objectif, étape.")),
    C("actions.edit", "e", "edit", N_("modifier"), N_("Ouvrir la fiche du suivi.")),
    C("actions.drop", "d", "drop", N_("abandonner"), N_("Abandonner un suivi en disant pourquoi; il reste au dossier.")),
    C("actions.archive", "x", "archive", N_("archiver"), N_("Ranger ce suivi; u le ramène.")),
    C("actions.late", "r", "late", N_("en retard"), N_("Ne montrer que ce qui est échu, ou tout.")),
    C("actions.week", "s", "sift('week')", N_("cette semaine"), N_("Ne montrer que ce qui est dû d'ici sept jours.")),
    C("actions.meeting", "p", "sift('meeting')", N_("d'ici la rencontre"), N_("Ne montrer que ce qui est dû d'ici la rencontre.")),
    C("actions.nobody", "i", "sift('nobody')", N_("sans responsable"), N_("Ne montrer que ce que personne ne tient, ou dont la personne est partie.")),
    C("actions.mine", "m", "sift('mine')", N_("à moi"), N_("Ne montrer que mes suivis.")),
    C("actions.views", "f", "views", N_("filtres gardés"), N_("Choisir un filtre gardé sous un nom, garder celui-ci, ou en oublier un.")),
    # all the decisions
    C("decisions.show", "v", "show", N_("voir"), N_("Montrer toutes les décisions, ou celles qui tiennent encore."), True),
    C("decisions.replace", "r", "replace", N_("remplacer"), N_("Dire quelle autre décision remplace celle-ci."), True),
    C("decisions.edit", "e", "edit", N_("modifier"), N_("Ouvrir la fiche de la décision."), True),
    C("decisions.archive", "x", "archive", N_("archiver"), N_("Ranger cette décision; u la ramène.")),
    # handing over
    C("handing.choose", "e", "choose", N_("autres personnes"), N_("Choisir d'autres personnes."), True),
    C("handing.back", "escape", "back", N_("retour"), N_("Revenir sans rien changer de plus.")),
    # searching the minutes
    C("searching.back", "escape", "back", N_("retour"), N_("Revenir où l'on était; la recherche se retrouve.")),
    # what is not saved
    C("unsaved.retry", "r", "retry", N_("réessayer"), N_("Essayer d'enregistrer maintenant."), True),
    C("unsaved.insist", "m", "insist", N_("garder le mien"), N_("Mettre votre changement à la place de l'autre."), True),
    C("unsaved.give-up", "x", "give_up", N_("laisser tomber"), N_("Renoncer à un changement devancé par un autre."), True),
    # texts in two languages
    C("translations.show", "v", "show", N_("voir"), N_("Montrer ce qui est à écrire ou à revoir, ou tout."), True),
    C("translations.holds", "space", "holds", N_("encore juste"), N_("Dire qu'une traduction vaut toujours, après un changement du texte."), True),
    # the history
    C("history.take-back", "r", "take_back", N_("défaire ce changement"), N_("Revenir sur ce seul changement, si personne n'a bâti dessus."), True),
)  # fmt: skip
