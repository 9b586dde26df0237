"""Lines that pages print, and lines of articles that begin with the same words."""

from __future__ import annotations

import pytest

from greffier.lang.fr.blocks import LINES

FURNITURE = """
Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
0 commentaire
Commentaires (12)
1,2 k partages
Partager
PARTAGEZ
Facebook Twitter WhatsApp
Nom *   E-mail *   Site web
Suivez-nous sur Facebook, Twitter et Instagram
Recevez nos alertes info par e-mail
S’abonner à partir de 1 €
La suite est réservée aux abonnés.
Déjà abonné ? Connectez-vous
À LIRE ÉGALEMENT
Temps de lecture : 3 min
5 min read
Tags : pêche, mer, port
#pêche #mer
Publicité
Skip to content
Powered by WordPress
abx-cdf/gh
contact@lephare.example
Tél. : +33 1 02 03 04 05
Accueil / Actualités / Politique
Rechercher...
Cet article a été lu 1 234 fois
Notre dossier : la crise de l’eau
Voir la galerie (12 photos)
Nous suivre sur Google Actualités
Ce site utilise des cookies pour améliorer votre expérience.
Get the best stories in your inbox
Les commentaires sont fermés.
- FIN -
***
""".strip().splitlines()

JOURNALISM = """
Partager le pouvoir n’a jamais été son intention, assure-t-il.
Soutenir l’Ukraine est un devoir, a dit le président.
« Abonnez-vous à notre chaîne », lance la youtubeuse.
Recherché depuis 2012, l’homme a été arrêté mardi.
Il vous appartient de décider, a-t-il dit aux élus.
Menu servi au président : homard et truffes.
Emploi : le chômage recule au Maroc
Météo : quatre départements en vigilance
Vidéo : le président chute à vélo
Par ailleurs, le ministre a annoncé :
Par conséquent, la réunion est reportée.
Publié à Paris en 1923, le livre est resté célèbre.
Modifié par le Sénat le 12 mars 2017, le texte revient à l’Assemblée
La rédaction du texte a été confiée à un comité.
Le 12 mars 2017, il a été élu président de la République.
Il a présenté ses excuses, photo à l’appui.
Le chef de l’État a inspecté les troupes, selon l’agence marocaine de presse (MAP).
Le bilan est de 12 morts, a indiqué la police. (AFP)
Contact rompu entre Paris et Alger
Pour aller plus loin, le gouvernement propose une loi.
Retour aux urnes pour les Ivoiriens
Suivez le guide : trois jours à Dakar
Fin de partie pour le ministre
Suite et fin du procès
Photos volées : le ministre porte plainte
De Paris à Dakar
Avec la préfète, le ton change
Texte adopté, opposition furieuse
Signé par trois pays, l’accord entre en vigueur lundi
Correspondance secrète entre Paris et Londres
Cyril Ravel, président de la Ligue du Sud
Le site du gouvernement utilise des cookies, dénonce la Ligue des droits
Abonnés absents au Sénat
Don de 40 réfrigérateurs au dispensaire
Nom de code : Barkhane
Message du roi à la nation
Aidez-nous à rentrer, supplient les otages
Tout accepter, ne rien céder
Inscription de 300 élèves : la mairie renonce
Toute l’actualité de la semaine a tourné autour du procès
Lieutenant-colonel Ravel (à la retraite)
""".strip().splitlines()

CAPTIONS = """
Le port, lundi à Vercourt. (Photo : Anwar Roux)
Le port, lundi à Vercourt (photo d’archives)
Le port, lundi à Vercourt. Photo A. Roux
Le port, lundi à Vercourt. PHOTO ANNE ROUX, COLLABORATION SPÉCIALE
Le port, lundi à Vercourt. © Le Réveil / A. Roux
Le port, lundi à Vercourt. | LE RÉVEIL
Le port, lundi à Vercourt ANNE ROUX / AFP
Le port, lundi à Vercourt. Keystone
Le port, lundi à Vercourt - AFP
Crédit photo : Anne Roux
De gauche à droite : Paul Aubrac, Jeanne Morel et Lucien Roux
La préfète (à g.) et le maire, lundi à Vercourt
""".strip().splitlines()

SCENES = """
Les écluses de l’Aulne, mardi à Vercourt
Paul Aubrac accueilli par la préfète, dimanche, à l’aéroport de Saint-Gwel
La préfète et le maire devant le pont, le 3 mars 2021
Le vieux pont de Vercourt avant la crue, en 2019
""".strip().splitlines()

BYLINES = """
Par Jeanne Morel
PAR JEANNE MOREL
Par Euloge T. ROUX et Jeanne Morel (avec AFP)
Par la rédaction
Par R.V. (avec ASO) – Publié le 7 février 2022 à 18h30
Jeanne Morel, envoyée spéciale à Vercourt
De notre correspondant à Vercourt, Lucien Roux
Propos recueillis par Jeanne Morel
Publié lundi 16 octobre 2023, 06:45
Mis à jour le 10-06-22 à 21h10
Publié il y a 3 heures
By Jeanne Morel
Published on March 3, 2021
12 juin 2016. –
Source : AFP
Xinhua/AFP
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert LINES.furniture(line)


@pytest.mark.parametrize("line", JOURNALISM)
def test_journalism_is_nothing_else(line: str) -> None:
    judges = (LINES.furniture, LINES.caption, LINES.scene, LINES.byline, LINES.date_line)
    assert [judge(line) for judge in judges] == [None] * 5
    assert LINES.dateline(line) is None
    heads = (LINES.genre, LINES.list_head, LINES.comments_head)
    assert not any(head(line) for head in heads)


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions(line: str) -> None:
    assert LINES.caption(line)
    assert not LINES.furniture(line)
    assert not LINES.byline(line)


@pytest.mark.parametrize("line", SCENES)
def test_scenes(line: str) -> None:
    assert LINES.scene(line)
    assert not LINES.byline(line)


@pytest.mark.parametrize("line", BYLINES)
def test_bylines(line: str) -> None:
    assert LINES.byline(line)
    assert not LINES.furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "L’ECHO DU SUD",
        "Le Courrier du Fleuve",
        "Cap Info – l’actualité des marchés",
        "Le Savoisien – le quotidien des deux vallées",
    ],
)
def test_mastheads(line: str) -> None:
    assert LINES.masthead(line)


@pytest.mark.parametrize(
    "line",
    [
        "Le pont ferme",
        "Le ministre quitte le journal télévisé du soir",
        "Grève à la mairie – le conseil cède",
    ],
)
def test_titles_are_no_mastheads(line: str) -> None:
    assert not LINES.masthead(line)


@pytest.mark.parametrize("line", ["COMMUNIQUÉ DE PRESSE", "Monde > Afrique", "Édito", "À la une"])
def test_genres(line: str) -> None:
    assert LINES.genre(line)
