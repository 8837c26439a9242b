"""What acts on the questions of a step, then on the records that answer one."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    # the questions of a step
    C("steps.previous", "left,h", "step(-1)", N_("étape précédente"), N_("Passer à l'étape d'avant.")),
    C("steps.next", "right,l", "step(1)", N_("étape suivante"), N_("Passer à l'étape d'après.")),
    C("steps.state", "space", "state", N_("état"), N_("Faire avancer l'état\u00a0: à discuter, en discussion, convenu."), True),
    C("steps.skip", "s", "skip", N_("sans objet"), N_("Dire que la question ne s'applique pas ici.")),
    C("steps.private", "p", "private", N_("privé"), N_("Garder cette réponse hors des copies et des exports.")),
    C("steps.why", "f2", "why", N_("pourquoi"), N_("Lire pourquoi la question est posée, avec un exemple."), True),
    C("steps.open", "i", "next_open", N_("prochaine ouverte"), N_("Aller à la prochaine question sans réponse."), True),
    # the records that answer a question
    C("records.new", "n", "new", N_("nouveau"), N_("Ajouter une ligne."), True),
    C("records.edit", "e", "edit", N_("modifier"), N_("Ouvrir la fiche."), True),
    C("records.archive", "x", "archive", N_("archiver"), N_("Ranger cette ligne; u la ramène."), True),
    C("records.reading", "r", "reading", N_("relevé"), N_("Noter où en est l'indicateur d'un objectif\u00a0: 64 le 12 janvier.")),
    C("records.born", "a", "born", N_("suivis"), N_("Voir les suivis qui en sont nés, ou qui y mènent.")),
    C("records.back", "escape", "back", N_("retour"), N_("Revenir à la question.")),
)  # fmt: skip
