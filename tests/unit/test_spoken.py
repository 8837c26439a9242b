"""A follow-up said in one line: what, who, by when."""

from __future__ import annotations

from datetime import date

import pytest
from builders import a_contact, a_workspace, an_action, three_parties

from partner_tui import demo
from partner_tui.domain.records import Action
from partner_tui.domain.spoken import read, written

TUESDAY = date(2026, 12, 1)
DOSSIER = a_workspace(
    *three_parties(),
    a_contact(),
    a_contact(id="c2", role="Direction des services"),
    a_contact(id="c4", role="Direction générale", organization="o2"),
    a_contact(id="c6", role="Chef clinique", organization="o2"),
    a_contact(id="c7", role="Vice-présidence à la vie étudiante", organization="o3"),
    a_contact(id="c8", role="Coordination des pairs", organization="o3", holder="Lou Tremblay"),
    a_contact(id="c9", role="Chef clinique", organization="o2", until=date(2026, 6, 1)),
)


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("Rédiger la fiche @Chef clinique jeudi prochain", "Rédiger la fiche", "c6", "2026-12-03"),
        ("Rédiger la fiche @clinique → 2026-12-11", "Rédiger la fiche", "c6", "2026-12-11"),
        (
            "@pairs trouver deux remplaçants -> jeudi",
            "trouver deux remplaçants",
            "c8",
            "2026-12-03",
        ),
        ("Réserver la salle @VICE-PRESIDENCE pour le 3", "Réserver la salle", "c7", "2026-12-03"),
        ("Appeler @vie étudiante demain", "Appeler", "c7", "2026-12-02"),
        ("Signer @direction maison dans deux semaines", "Signer", "c4", "2026-12-15"),
        ("Signer @direction générale d'ici 15 jours", "Signer", "c4", "2026-12-16"),
        (
            "Vérifier @partenariats: les clés mardi 8 décembre",
            "Vérifier les clés",
            "c1",
            "2026-12-08",
        ),
        ("Appeler @lou la semaine prochaine", "Appeler", "c8", "2026-12-08"),
        ("Write the page @clinique in two weeks", "Write the page", "c6", "2026-12-15"),
    ],
)
def test_what_who_and_when(line: str, text: str, owner: str, due: str) -> None:
    spoken = read(line, DOSSIER, TUESDAY)
    assert (spoken.text, spoken.owner, str(spoken.due)) == (text, owner, due)
    assert spoken.clear


@pytest.mark.parametrize(
    "line",
    [
        "Envoyer le compte rendu du 3 novembre",
        "Tenir la soirée du jeudi",
        "Ouvrir à 17.10",
        "Former 12",
        "Préparer le jeu",
        "Ouvrir tous les jeudis",
        "Relire la note vue hier",
        "Écrire à pairs@aectb.example",
    ],
)
def test_words_that_belong_to_the_sentence_stay_in_it(line: str) -> None:
    spoken = read(line, DOSSIER, TUESDAY)
    assert (spoken.text, spoken.owner, spoken.due) == (line, "", None)


def test_an_organization_can_be_named_alone() -> None:
    spoken = read("Réserver @maison lundi", DOSSIER, TUESDAY)
    assert (spoken.text, spoken.owner, spoken.organization) == ("Réserver", "", "o2")


def test_the_owner_brings_the_organization() -> None:
    assert read("x @pairs", DOSSIER, TUESDAY).organization == "o3"


def test_several_that_fit_are_told_and_none_is_taken() -> None:
    spoken = read("Appeler @coord demain", DOSSIER, TUESDAY)
    assert spoken.who.contacts == ("c1", "c8")
    assert (spoken.owner, spoken.text, spoken.clear) == ("", "Appeler @coord", False)


def test_an_unknown_name_and_an_unread_date_stay_in_the_text() -> None:
    assert read("x @truc lundi", DOSSIER, TUESDAY).text == "x @truc"
    spoken = read("x → un de ces jours", DOSSIER, TUESDAY)
    assert (spoken.text, spoken.unread, spoken.clear) == (
        "x → un de ces jours",
        "un de ces jours",
        False,
    )


def test_a_line_without_what_is_not_clear() -> None:
    assert not read("@clinique jeudi", DOSSIER, TUESDAY).text
    assert not read("@clinique", DOSSIER, TUESDAY).clear


def test_a_past_day_is_taken_only_after_an_arrow() -> None:
    assert read("Relire le 3 novembre", DOSSIER, TUESDAY).due is None
    assert read("Relire → 3 novembre", DOSSIER, TUESDAY).due == date(2026, 11, 3)


def test_a_written_follow_up_reads_the_same() -> None:
    dossier = demo.workspace(date(2026, 11, 22))
    for action in dossier.alive(Action):
        spoken = read(written(action, dossier, TUESDAY), dossier, TUESDAY)
        assert (spoken.text, spoken.owner, spoken.due) == (action.text, action.owner, action.due)


def test_a_role_held_in_two_organizations_is_written_with_its_own() -> None:
    dossier = a_workspace(
        *three_parties(),
        a_contact(role="Direction"),
        a_contact(id="c2", role="Direction", organization="o2"),
    )
    line = written(an_action(owner="c2", organization="o2"), dossier, TUESDAY)
    assert line == "Réserver les deux salles @Direction Maison → 2026-11-30"
    assert read(line, dossier, TUESDAY).owner == "c2"
