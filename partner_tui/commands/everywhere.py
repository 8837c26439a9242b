"""What acts on every screen of a dossier, then what acts everywhere."""

from __future__ import annotations

from partner_tui.commands import MODES, Command
from partner_tui.i18n import N_

C = Command


def _go(number: int, mode: str, label: str) -> Command:
    return C(f"app.{mode}", str(number), f"app.go('{mode}')", label, N_("Ouvrir cet écran."))


COMMANDS: tuple[Command, ...] = (
    # every screen of a dossier
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
    C("work.sign", "", "sign", N_("votre nom"),
      N_("Dire le nom qui signe vos changements; il est retenu.")),
    C("work.back", "q", "back", N_("retour"), N_("Revenir à l'accueil; depuis l'accueil, sortir.")),
    # everywhere
    *(_go(number, mode, label) for number, (mode, _letter, label) in enumerate(MODES, start=1)),
    C("app.history", "", "app.above('history')", N_("historique"),
      N_("Voir qui a changé quoi, et quand; revenir sur un changement.")),
    C("app.unsaved", "exclamation_mark", "app.above('unsaved')", N_("non enregistré"),
      N_("Voir ce qui n'est pas encore dans le dossier, le copier ou l'écrire ailleurs.")),
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
    C("app.come-back", "escape", "app.come_back", N_("revenir"),
      N_("Revenir à l'écran d'où une ligne vous a mené.")),
    C("app.repaint", "ctrl+l", "app.repaint", N_("redessiner"), N_("Redessiner tout l'écran.")),
    C("app.quit", "ctrl+q", "app.quit", N_("quitter"), N_("Fermer le programme; tout est déjà enregistré."), always=True),
)  # fmt: skip
