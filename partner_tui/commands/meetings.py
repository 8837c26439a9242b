"""What acts on the meetings: their list, one of them, the life of its minutes, the agenda's template."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    # the list of meetings
    C("meetings.new", "n", "new", N_("préparer"), N_("Préparer un compte rendu."), True),
    C("meetings.edit", "e", "edit", N_("fiche"), N_("Modifier la date, le lieu, les présences.")),
    C("meetings.actions", "a", "app.above('actions')", N_("suivis"), N_("Voir tous les suivis."), True),
    C("meetings.decisions", "d", "app.above('decisions')", N_("décisions"), N_("Voir toutes les décisions.")),
    C("meetings.search", "f", "app.above('searching')", N_("chercher"), N_("Chercher dans toutes les rencontres à la fois."), True),
    C("meetings.life", "v", "life", N_("vie du compte rendu"), N_("Proposer, confirmer, corriger, adopter ce compte rendu; comparer ses versions.")),
    C("meetings.template", "t", "template", N_("modèle"), N_("Arranger ensemble les rubriques de l'ordre du jour, et leur temps.")),
    C("meetings.move", "W", "move", N_("déplacer"), N_("Donner une autre date à la rencontre, en disant pourquoi.")),
    C("meetings.cancel", "C", "cancel", N_("annuler la rencontre"), N_("Dire pourquoi elle n'a pas lieu; encore, pour la tenir quand même.")),
    C("meetings.archive", "x", "archive", N_("archiver"), N_("Ranger ce compte rendu; u le ramène.")),
    # one meeting
    C("meeting.decision", "d", "add('decision')", N_("décision"), N_("Noter une décision en une ligne."), True),
    C("meeting.action", "s", "add('action')", N_("suivi"), N_("Noter un suivi\u00a0: quoi, @qui, pour quand."), True),
    C("meeting.win", "r", "add('win')", N_("réussite"), N_("Noter une réussite."), True),
    C("meeting.difficulty", "f", "add('difficulty')", N_("difficulté"), N_("Noter une difficulté."), True),
    C("meeting.news", "i", "add('news')", N_("nouvelle"), N_("Noter une nouvelle."), True),
    C("meeting.risk", "R", "add('risk')", N_("risque"), N_("Noter un risque\u00a0: ce qui pourrait arriver, @qui le surveille."), True),
    C("meeting.topic", "t", "add('topic')", N_("sujet"), N_("Ajouter un sujet; il reste de rencontre en rencontre jusqu'à ce qu'on le termine."), True),
    C("meeting.close", "b", "close", N_("boucler"), N_("Dire de chaque sujet s'il suit, s'attend ou se termine, et quand est la prochaine."), True),
    C("meeting.timeline", "c", "add('timeline')", N_("échéancier"), N_("Dire si l'échéancier tient encore.")),
    C("meeting.attendance", "p", "attendance", N_("présences"), N_("Cocher qui est là, puis qui s'est excusé."), True),
    C("meeting.tick", "space", "tick", N_("état"), N_("Faire avancer un suivi (à faire, en cours, fait) ou un sujet (suit, terminé, de côté, saute une fois).")),
    C("meeting.yes", "o", "answer('yes')", N_("oui"), N_("Répondre oui à la question d'un risque\u00a0: si c'est l'alarme, son plan B s'ouvre.")),
    C("meeting.no", "n", "answer('no')", N_("non"), N_("Répondre non à la question d'un risque; la réponse est gardée.")),
    C("meeting.alarm", "l", "alarm", N_("alarme"), N_("Dire laquelle des deux réponses, oui ou non, annonce le risque et ouvre le plan B.")),
    C("meeting.clock", "m", "clock", N_("minuter"), N_("Lancer ou arrêter le temps du sujet choisi; il continue si l'on quitte l'écran.")),
    C("meeting.postpone", "w", "postpone", N_("reporter"), N_("Reporter un suivi en disant pourquoi.")),
    C("meeting.edit", "e", "edit", N_("modifier"), N_("Modifier cette ligne sur place, ou la fiche de la rencontre.")),
    C("meeting.archive", "x", "archive", N_("archiver"), N_("Ranger cette ligne; u la ramène.")),
    C("meeting.life", "v", "life", N_("vie du compte rendu"), N_("Proposer, confirmer, corriger, adopter ce compte rendu; comparer ses versions.")),
    C("meeting.move", "W", "move", N_("déplacer"), N_("Donner une autre date à la rencontre, en disant pourquoi.")),
    C("meeting.cancel", "C", "cancel", N_("annuler la rencontre"), N_("Dire pourquoi elle n'a pas lieu; encore, pour la tenir quand même.")),
    C("meeting.back", "escape", "back", N_("rencontres"), N_("Revenir à la liste des rencontres.")),
    # the life of minutes
    C("life.propose", "p", "propose", N_("proposer"), N_("Garder cette version, et dire à qui elle va."), True),
    C("life.confirm", "space", "confirm", N_("confirme"), N_("Noter que l'organisme choisi confirme; encore, pour le retirer. Le dernier adopte."), True),
    C("life.correct", "c", "correct", N_("correction"), N_("Noter la correction que l'organisme demande."), True),
    C("life.when", "w", "when", N_("quel jour"), N_("Noter quel jour l'organisme choisi l'a dit; s'il n'a rien dit, il confirme ce jour-là."), True),
    C("life.adopt", "a", "adopt", N_("adopter"), N_("Adopter le compte rendu tel qu'il est, un jour que l'on dit; son texte ne change plus."), True),
    C("life.lock", "v", "lock", N_("verrouiller"), N_("Ranger pour de bon un compte rendu adopté."), True),
    C("life.erratum", "n", "erratum", N_("erratum"), N_("Ajouter un erratum daté à un compte rendu adopté."), True),
    C("life.compare", "d", "compare", N_("différences"), N_("Comparer deux versions ligne par ligne."), True),
    # the template of the agenda
    C("template.new", "n", "new", N_("ajouter"), N_("Ajouter une rubrique à vous, avec ses minutes."), True),
    C("template.edit", "e", "edit", N_("modifier"), N_("Changer le titre ou les minutes de la rubrique.")),
    C("template.turn", "space", "turn", N_("oui/non"), N_("Laisser la rubrique de côté, ou la reprendre."), True),
    C("template.up", "K,shift+up", "shift(-1)", N_("monter"), N_("Placer la rubrique plus tôt.")),
    C("template.down", "J,shift+down", "shift(1)", N_("descendre"), N_("Placer la rubrique plus tard.")),
    C("template.archive", "x", "archive", N_("retirer"), N_("Retirer une rubrique à vous; u la ramène.")),
)  # fmt: skip
