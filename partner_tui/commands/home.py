"""What acts in the list of dossiers, then at home."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    # the list of dossiers
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
)  # fmt: skip
