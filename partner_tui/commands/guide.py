"""What acts in the guide."""

from __future__ import annotations

from partner_tui.commands import Command
from partner_tui.i18n import N_

C = Command
COMMANDS: tuple[Command, ...] = (
    C("guide.search", "slash,ctrl+f", "search", N_("chercher"), N_("Chercher dans tout le guide."), True),
    C("guide.contents", "escape", "contents", N_("sommaire"), N_("Revenir à ce qui a été trouvé, puis au sommaire.")),
    C("guide.back", "b", "history(-1)", N_("précédent"), N_("Revenir au chapitre lu avant, là où il a été laissé."), True),
    C("guide.forward", "f", "history(1)", N_("suivant"), N_("Repartir vers le chapitre d'où l'on est revenu.")),
    C("guide.copy", "y", "copy_item", N_("copier"), N_("Copier le chapitre qui se lit; dans le sommaire, la section ou le passage choisi."), True),
    C("guide.copy-all", "Y", "copy_all", N_("copier le chapitre"), N_("Copier tout le chapitre ouvert.")),
)  # fmt: skip
