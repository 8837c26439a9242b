"""The one registry of commands: key, label and help feed bindings, footer, palette and help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from msgspec import Struct
from textual.binding import Binding, BindingType

from partner_tui.i18n import N_, _


class Scope(StrEnum):
    """Where a command acts."""

    APP = "app"
    WORK = "work"
    DOSSIERS = "dossiers"
    HOME = "home"
    STEPS = "steps"
    ANSWER = "answer"
    RECORDS = "records"
    LISTS = "lists"
    RISKS = "risks"
    RISK = "risk"
    FAMILIES = "families"
    SUGGESTIONS = "suggestions"
    MATRIX = "matrix"
    MEETINGS = "meetings"
    MEETING = "meeting"
    LIFE = "life"
    TEMPLATE = "template"
    STATEMENT = "statement"
    PEOPLE = "people"
    GUIDE = "guide"
    HISTORY = "history"
    ACTIONS = "actions"
    DECISIONS = "decisions"
    HANDING = "handing"
    SEARCHING = "searching"
    UNSAVED = "unsaved"
    TRANSLATIONS = "translations"


class Command(Struct, frozen=True):
    """Something a person can do, declared once."""

    id: str
    keys: str
    """Textual key names, separated by commas; the first one is shown."""
    action: str
    label: str
    help: str
    shown: bool = False
    """True to stand in the footer, in the order of the registry."""
    always: bool = False
    """True to act over a dialog too."""

    @property
    def scope(self) -> Scope:
        """Where it acts, from its id."""
        return Scope(self.id.partition(".")[0])


MODES: tuple[tuple[str, str, str], ...] = (
    ("home", "a", N_("Accueil")),
    ("steps", "t", N_("Étapes")),
    ("lists", "l", N_("Listes")),
    ("risks", "r", N_("Risques")),
    ("meetings", "m", N_("Rencontres")),
    ("statement", "o", N_("Énoncé")),
    ("people", "p", N_("Gens")),
    ("guide", "g", N_("Guide")),
)
"""The eight screens: mode, letter after `g`, label."""


def _go(number: int, mode: str, label: str) -> Command:
    return Command(f"app.{mode}", str(number), f"app.go('{mode}')", label, N_("Ouvrir cet écran."))


C = Command
COMMANDS: tuple[Command, ...] = (
    # what every screen of a dossier does
    *(_go(number, mode, label) for number, (mode, _letter, label) in enumerate(MODES, start=1)),
    C("work.jump", "g", "jump", N_("aller à"), N_("Choisir un écran par sa lettre.")),
    C("work.filter", "slash,ctrl+f", "filter", N_("filtrer"),
      N_("Ne montrer que les lignes qui contiennent ces mots; échap les montre toutes.")),
    C("work.unfilter", "escape", "unfilter", N_("tout montrer"), N_("Enlever le filtre.")),
    C("work.pane", "z", "pane", N_("volet"), N_("Montrer ou cacher le volet de lecture.")),
    C("work.undo", "u", "undo", N_("annuler"), N_("Défaire le dernier changement.")),
    C("work.redo", "ctrl+r", "redo", N_("rétablir"), N_("Refaire ce qui vient d'être défait.")),
    C("work.copy", "y", "copy_item", N_("copier"), N_("Copier la ligne choisie.")),
    C("work.copy-all", "Y", "copy_all", N_("tout copier"), N_("Copier le document de cet écran, dans le format choisi avec F.")),
    C("work.copy-form", "F", "copy_form", N_("format copié"),
      N_("Changer le format de ce que Y copie\u00a0: texte simple pour un courriel, Markdown pour un wiki. Le choix est retenu.")),
    C("work.write", "O", "write_out", N_("écrire…"),
      N_("Écrire un document en Word, PDF, texte ou autre, après l'avoir vu, dans le dossier exports.")),
    C("app.history", "", "app.above('history')", N_("historique"),
      N_("Voir qui a changé quoi, et quand; revenir sur un changement.")),
    C("app.unsaved", "exclamation_mark", "app.above('unsaved')", N_("non enregistré"),
      N_("Voir ce qui n'est pas encore dans le dossier, le copier ou l'écrire ailleurs.")),
    C("work.back", "q", "back", N_("retour"), N_("Revenir à l'accueil; depuis l'accueil, sortir.")),
    C("app.actions", "", "app.above('actions')", N_("tous les suivis"),
      N_("Voir tout ce qui a été promis, où que ce soit né\u00a0: qui, quoi, pour quand.")),
    C("app.decisions", "", "app.above('decisions')", N_("registre des décisions"),
      N_("Voir toutes les décisions, et celles qui tiennent encore.")),
    C("app.searching", "", "app.above('searching')", N_("chercher (rencontres)"),
      N_("Chercher dans toutes les rencontres à la fois, par mots, genre, organisme ou date.")),
    C("app.handing", "", "app.above('handing')", N_("passer la main"),
      N_("Confier à une autre personne tout ce que l'une tient, avec une fiche d'une page.")),
    C("app.translations", "f3", "app.above('translations')", N_("les deux langues"),
      N_("Voir ce qui n'est écrit que dans une langue, et l'écrire dans l'autre.")),
    C("app.palette", "ctrl+p,colon", "app.palette", N_("tout"),
      N_("Chercher une commande par ses mots.")),
    C("app.project", "f5", "app.project", N_("projeter"),
      N_("Cacher tout ce qui est privé, sur tous les écrans, pendant que d'autres regardent; la même touche le ramène.")),
    C("app.help", "question_mark,f1", "app.help", N_("aide"), N_("Dire ce que font les touches ici.")),
    C("app.language", "", "app.language", N_("Français / English"),
      N_("Changer la langue de l'écran.")),
    C("app.repaint", "ctrl+l", "app.repaint", N_("redessiner"), N_("Redessiner tout l'écran.")),
    C("app.quit", "ctrl+q", "app.quit", N_("quitter"), N_("Fermer le programme; tout est déjà enregistré."), always=True),
    # the dossiers
    C("dossiers.new", "n", "new", N_("nouveau"), N_("Créer un dossier."), True),
    C("dossiers.rename", "e", "rename", N_("renommer"), N_("Donner un autre nom au partenariat."), True),
    C("dossiers.archive", "x", "archive", N_("archiver"), N_("Ranger ce dossier, ou le ressortir."), True),
    C("dossiers.archived", "v", "archived", N_("archivés"), N_("Montrer aussi les dossiers archivés."), True),
    C("dossiers.filter", "slash,ctrl+f", "filter", N_("filtrer"),
      N_("Ne montrer que les lignes qui contiennent ces mots; échap les montre toutes.")),
    C("dossiers.unfilter", "escape", "unfilter", N_("tout montrer"), N_("Enlever le filtre.")),
    C("dossiers.quit", "q", "app.quit", N_("quitter"), N_("Fermer le programme.")),
    # home
    C("home.dossiers", "w", "dossiers", N_("dossiers"), N_("Revenir à la liste des dossiers.")),
    C("home.actions", "a", "app.above('actions')", N_("suivis"), N_("Voir tous les suivis."), True),
    C("home.rename", "e", "rename", N_("modifier"), N_("Modifier la fiche du partenariat."), True),
    # steps
    C("steps.previous", "left,h", "step(-1)", N_("étape précédente"), N_("Passer à l'étape d'avant.")),
    C("steps.next", "right,l", "step(1)", N_("étape suivante"), N_("Passer à l'étape d'après.")),
    C("steps.state", "space", "state", N_("état"), N_("Faire avancer l'état\u00a0: à discuter, en discussion, convenu."), True),
    C("steps.skip", "s", "skip", N_("sans objet"), N_("Dire que la question ne s'applique pas ici.")),
    C("steps.private", "p", "private", N_("privé"), N_("Garder cette réponse hors des copies et des exports.")),
    C("steps.why", "f2", "why", N_("pourquoi"), N_("Lire pourquoi la question est posée, avec un exemple."), True),
    C("steps.open", "i", "next_open", N_("prochaine ouverte"), N_("Aller à la prochaine question sans réponse."), True),
    # records that answer a question
    C("records.new", "n", "new", N_("nouveau"), N_("Ajouter une ligne."), True),
    C("records.edit", "e", "edit", N_("modifier"), N_("Ouvrir la fiche."), True),
    C("records.archive", "x", "archive", N_("archiver"), N_("Ranger cette ligne; u la ramène."), True),
    C("records.reading", "r", "reading", N_("relevé"), N_("Noter où en est l'indicateur d'un objectif\u00a0: 64 le 12 janvier.")),
    C("records.born", "a", "born", N_("suivis"), N_("Voir les suivis qui en sont nés, ou qui y mènent.")),
    C("records.back", "escape", "back", N_("retour"), N_("Revenir à la question.")),
    # lists
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
    # risks
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
    C("risk.yes", "o", "answer('yes')", N_("oui"), N_("Répondre oui à la question\u00a0: le plan B s'ouvre, chaque étape avec sa date.")),
    C("risk.no", "n", "answer('no')", N_("non"), N_("Répondre non à la question; la réponse est gardée.")),
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
    C("suggestions.back", "escape", "close", N_("retour"), N_("Revenir au registre des risques."), True),
    C("matrix.moment", "t", "moment", N_("moment"), N_("Voir les risques aujourd'hui, tels qu'on les vise, ou avant toute mesure."), True),
    C("matrix.show", "v", "show", N_("voir"), N_("Montrer les risques ouverts, les faibles gardés à l'œil, ou tous."), True),
    C("matrix.back", "escape", "close", N_("retour"), N_("Revenir à la grille, puis au registre des risques."), True),
    # meetings
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
    C("meeting.yes", "o", "answer('yes')", N_("oui"), N_("Répondre oui à la question d'un risque\u00a0: son plan B s'ouvre, chaque étape avec sa date.")),
    C("meeting.no", "n", "answer('no')", N_("non"), N_("Répondre non à la question d'un risque; la réponse est gardée.")),
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
    # statement
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
    # people
    C("people.new", "n", "new", N_("personne"), N_("Ajouter une personne-ressource."), True),
    C("people.new-org", "o", "new_organization", N_("organisme"), N_("Ajouter un organisme."), True),
    C("people.edit", "e", "edit", N_("modifier"), N_("Ouvrir la fiche."), True),
    C("people.copy", "y", "copy_item", N_("coordonnées"), N_("Copier les coordonnées de la ligne choisie."), True),
    C("people.copy-all", "Y", "copy_all", N_("liste"), N_("Copier la liste de toutes les coordonnées, marquée confidentielle."), True),
    C("people.archive", "x", "archive", N_("archiver"), N_("Ranger cette fiche; u la ramène.")),
    C("people.forget", "", "forget", N_("effacer une personne"), N_("Ôter une personne de tout le dossier, pour de bon; demande d'écrire son nom.")),
    # guide
    C("guide.search", "slash,ctrl+f", "search", N_("chercher"), N_("Chercher dans tout le guide."), True),
    C("guide.contents", "escape", "contents", N_("sommaire"), N_("Revenir à ce qui a été trouvé, puis au sommaire.")),
    C("guide.back", "b", "history(-1)", N_("précédent"), N_("Revenir au chapitre lu avant, là où il a été laissé."), True),
    C("guide.forward", "f", "history(1)", N_("suivant"), N_("Repartir vers le chapitre d'où l'on est revenu.")),
    C("guide.copy", "y", "copy_item", N_("copier"), N_("Copier le chapitre qui se lit; dans le sommaire, la section ou le passage choisi."), True),
    C("guide.copy-all", "Y", "copy_all", N_("copier le chapitre"), N_("Copier tout le chapitre ouvert.")),
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
    # unsaved
    C("unsaved.retry", "r", "retry", N_("réessayer"), N_("Essayer d'enregistrer maintenant."), True),
    C("unsaved.insist", "m", "insist", N_("garder le mien"), N_("Mettre votre changement à la place de l'autre."), True),
    C("unsaved.give-up", "x", "give_up", N_("laisser tomber"), N_("Renoncer à un changement devancé par un autre."), True),
    # texts in two languages
    C("translations.show", "v", "show", N_("voir"), N_("Montrer ce qui manque dans l'autre langue, ou tout."), True),
    # history
    C("history.take-back", "r", "take_back", N_("défaire ce changement"), N_("Revenir sur ce seul changement, si personne n'a bâti dessus."), True),
)  # fmt: skip
"""Every command, in the order they are shown."""

KEY_NAMES: Mapping[str, str] = {
    "slash": "/", "equals_sign": "=", "colon": ":", "question_mark": "?", "enter": "⏎", "left": "←", "right": "→",
    "up": "↑", "down": "↓", "f1": "F1", "f5": "F5", "f2": "F2", "f3": "F3", "exclamation_mark": "!",
}  # fmt: skip

NO_KEY = "no_key"
"""What stands for a key where a command has none; no terminal sends it."""


def in_scope(*scopes: Scope) -> list[Command]:
    """Return the commands of some scopes, scope by scope, in the order of the registry."""
    return [command for scope in scopes for command in _of(scope)]


@lru_cache
def _of(scope: Scope) -> tuple[Command, ...]:
    return tuple(command for command in COMMANDS if command.scope is scope)


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the key bindings of some scopes; their ids let the settings change the keys."""
    return [
        Binding(
            command.keys or NO_KEY,
            command.action,
            command.label,
            show=False,
            priority=command.always,
            id=command.id,
        )
        for command in in_scope(*scopes)
    ]


def keys_of(command: Command, keymap: Mapping[str, str]) -> list[str]:
    """Return the keys of a command as a person reads them."""
    names = keymap.get(command.id, command.keys).split(",")
    return [key_name(name.strip()) for name in names if name.strip()]


def key_name(name: str) -> str:
    """Return a key as a person reads it."""
    if name == "space":
        return _("espace")
    if name == "escape":
        return _("échap")
    return KEY_NAMES.get(name, name)


def footer(scopes: Iterable[Scope], keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the (key, label) pairs that the footer shows for some scopes."""
    return [
        (keys_of(command, keymap)[0], _(command.label))
        for command in in_scope(*scopes)
        if command.shown
    ]


def key_for(name: str, keymap: Mapping[str, str], label: str = "") -> tuple[str, str]:
    """Return the (key, label) pair of one command, with another label if one is given."""
    command = next(command for command in COMMANDS if command.id == name)
    return keys_of(command, keymap)[0], label or _(command.label)


def keymap(keys: Mapping[str, str]) -> dict[str, str]:
    """Return a person's own keys as Textual names them: a sign may be written as it is."""
    return {
        name: ",".join(_named(key.strip()) for key in given.split(","))
        for name, given in keys.items()
    }


def _named(key: str) -> str:
    return next(iter(Binding.make_bindings([Binding(key, "")]))).key if key else key


def clashes(keys: Mapping[str, str]) -> list[str]:
    """Return one sentence for each mistake in a person's own keys."""
    if not keys:
        return []
    own = keymap(keys)
    known = {command.id for command in COMMANDS}
    found = [
        _("La commande «\u00a0{id}\u00a0» n'existe pas.").format(id=name)
        for name in own
        if name not in known
    ]
    for one, two in combinations(COMMANDS, 2):
        if (one.id in own or two.id in own) and _meet(one.scope, two.scope):
            found += [
                _("La touche «\u00a0{key}\u00a0» sert deux fois\u00a0: {one}, {two}.").format(
                    key=key_name(key), one=one.id, two=two.id
                )
                for key in _keys(one, own)
                if key in _keys(two, own)
            ]
    return found


def _keys(command: Command, own: Mapping[str, str]) -> list[str]:
    return own.get(command.id, command.keys).split(",") if command.id in own or command.keys else []


def _meet(one: Scope, two: Scope) -> bool:
    """Return True when commands of both scopes can act on the same screen."""
    return one is two or not {one, two}.isdisjoint({Scope.WORK, Scope.APP})
