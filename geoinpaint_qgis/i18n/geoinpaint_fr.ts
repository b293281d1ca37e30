<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>GeoInpaint</name>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>The report is gone: {path} is not there any more.</source>
        <translation>Le rapport a disparu : {path} n'est plus là.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>There is no program to show the report {path} with.</source>
        <translation>Aucun programme ne peut afficher le rapport {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_layer.py"/>
        <source>{name}_minus_{simple}</source>
        <translation>{name}_moins_{simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>GeoInpaint: difference</source>
        <translation>GeoInpaint : différence</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>The difference cannot be made: the result is not what its recipe says.</source>
        <translation>La différence ne peut être faite : le résultat n'est pas ce que dit sa recette.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Values along the line</source>
        <translation>Valeurs le long de la ligne</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Drag a line over the map, across the edge of a hole.</source>
        <translation>Tracez une ligne sur la carte, à travers le bord d'un trou.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>There are no values along the line.</source>
        <translation>Il n'y a pas de valeurs le long de la ligne.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>{count:.1f} km</source>
        <translation>{count:.1f} km</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>{count:.4g} m</source>
        <translation>{count:.4g} m</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>GeoInpaint: profile</source>
        <translation>GeoInpaint : profil</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>&amp;Band</source>
        <translation>&amp;Bande</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>Drag another line over the map to look elsewhere; Escape closes.</source>
        <translation>Tracez une autre ligne sur la carte pour regarder ailleurs ; Échap ferme.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>scene</source>
        <translation>scène</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>result</source>
        <translation>résultat</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>{share} band</source>
        <translation>bande à {share}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>filled</source>
        <translation>comblé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>The recipe beside the result is gone, which says what to compare it with: fill again.</source>
        <translation>La recette à côté du résultat a disparu, qui dit à quoi le comparer : comblez à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>This is the simple fill itself: there is nothing simpler to compare it with.</source>
        <translation>C'est le remplissage simple lui-même : il n'y a rien de plus simple à quoi le comparer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>Values over time</source>
        <translation>Valeurs au fil du temps</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>There are no values here.</source>
        <translation>Il n'y a pas de valeurs ici.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, clear</source>
        <translation>{date} : {value}, clair</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: cloudy, not filled</source>
        <translation>{date} : nuageux, non comblé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, filled</source>
        <translation>{date} : {value}, comblé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{share} band {low} to {high}</source>
        <translation>bande de {share} de {low} à {high}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>The scene shows {value}</source>
        <translation>La scène montre {value}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>clear</source>
        <translation>clair</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>filled, with {share} band</source>
        <translation>comblé, avec bande de {share}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>what a cloud shows</source>
        <translation>ce que montre un nuage</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint time profile…</source>
        <translation>Profil temporel GeoInpaint…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint</source>
        <translation>GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>Choose a date of a filled series in the layer list first; Fill a series of dates makes one.</source>
        <translation>Choisissez d'abord dans la liste des couches une date d'une série comblée ; « Combler une série de dates » en fait une.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>The series in {folder} cannot be read.</source>
        <translation>La série de {folder} ne peut être lue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>GeoInpaint: time profile of {series}</source>
        <translation>GeoInpaint : profil temporel de {series}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>click on the map, or x, y</source>
        <translation>cliquez sur la carte, ou x, y</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Copy table</source>
        <translation>&amp;Copier le tableau</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Put the values of all dates on the clipboard, for a spreadsheet</source>
        <translation>Met les valeurs de toutes les dates dans le presse-papiers, pour un tableur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Place</source>
        <translation>&amp;Lieu</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Write the place as x, y in the units of the map.</source>
        <translation>Écrivez le lieu comme x, y dans les unités de la carte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click on the map.</source>
        <translation>Cliquez sur la carte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>The series shows nothing here.</source>
        <translation>La série ne montre rien ici.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click elsewhere for another place; rest the mouse on a date for its value; Escape closes.</source>
        <translation>Cliquez ailleurs pour un autre lieu ; laissez la souris sur une date pour sa valeur ; Échap ferme.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>{count} scenes are not where they were: what they show is left out.</source>
        <translation>{count} scènes ne sont plus où elles étaient : ce qu'elles montrent est omis.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Fill clouds</source>
        <translation>Combler les nuages</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Filled</source>
        <translation>Comblé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Fill with</source>
        <translation>Combler avec</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The file is there already and will be replaced.</source>
        <translation>Le fichier existe déjà et sera remplacé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Cancelled; no file was written.</source>
        <translation>Annulé ; aucun fichier n'a été écrit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The last run</source>
        <translation>La dernière exécution</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>The search has failed.</source>
        <translation>La recherche a échoué.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Find dates and radar</source>
        <translation>Trouver des dates et du radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A catalogue by name, the URL of a STAC API, or a folder of STAC items</source>
        <translation>Un catalogue par son nom, l'URL d'une API STAC, ou un dossier d'éléments STAC</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> days before and after</source>
        <translation> jours avant et après</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> dates at most</source>
        <translation> dates au plus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> radar images at most</source>
        <translation> images radar au plus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Look</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Fetch</source>
        <translation>&amp;Récupérer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Adds what is ticked to the project, and fills nothing yet</source>
        <translation>Ajoute au projet ce qui est coché, sans encore rien remplir</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch and &amp;run</source>
        <translation>Récupérer et &amp;exécuter</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetches what is ticked, adds it to the project, and fills the raster from it</source>
        <translation>Récupère ce qui est coché, l'ajoute au projet et remplit le raster à partir de cela</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Catalogue</source>
        <translation>Cata&amp;logue</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Token, if it wants one</source>
        <translation>&amp;Jeton, s'il en veut un</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asking {whom} what there is</source>
        <translation>{whom} : recherche de ce qui existe</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: what a date shows of the hole; the best are ticked.</source>
        <translation>{count} images, de {whence}. Vert : ce qu'une date montre du trou ; les meilleures sont cochées.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: where a date is clear; the clouds are detected from them.</source>
        <translation>{count} images, de {whence}. Vert : là où une date est dégagée ; les nuages sont détectés à partir d'elles.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch about {size:.0f} MB and &amp;run</source>
        <translation>Récupérer environ {size:.0f} Mo et &amp;exécuter</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asks {host}, and the servers of its images, once you press Look.</source>
        <translation>Interroge {host}, et les serveurs de ses images, dès que vous appuyez sur Chercher.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A folder of this computer: nothing is asked of the network for the search.</source>
        <translation>Un dossier de cet ordinateur : rien n'est demandé au réseau pour la recherche.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>What it shows</source>
        <translation>Ce qu'elle montre</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Clear in the hole</source>
        <translation>Clair dans le trou</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Around it</source>
        <translation>Autour</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Orbit</source>
        <translation>Orbite</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>radar</source>
        <translation>radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>&amp;Find dates and radar…</source>
        <translation>&amp;Trouver des dates et du radar…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>Looks in a catalogue for the images that show the hole, and fetches what is needed</source>
        <translation>Cherche dans un catalogue les images qui montrent le trou, et récupère ce qu'il en faut</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Asks {host} (a few MB)</source>
        <translation>Interroge {host} (quelques Mo)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Looks in a folder of this computer</source>
        <translation>Cherche dans un dossier de cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Choose the raster to fill.</source>
        <translation>Choisissez le raster à combler.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_coverage.py"/>
        <source>GeoInpaint: evidence</source>
        <translation>GeoInpaint : éléments utilisés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>same day</source>
        <translation>même jour</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>{days} d</source>
        <translation>{days} j</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>&amp;Method</source>
        <translation>&amp;Méthode</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>M&amp;ethod</source>
        <translation>M&amp;éthode</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Time it is likely to take</source>
        <translation>Durée probable</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Will take {time}.</source>
        <translation>Durera {time}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Needs torch: set up the full stage of the engine.</source>
        <translation>Nécessite torch : installez le niveau complet du moteur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Fast fit</source>
        <translation>Ajustement rapide</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Network of the paper (2022)</source>
        <translation>Réseau de l'article (2022)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>How the fill is made</source>
        <translation>Comment le remplissage est fait</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Classical fill</source>
        <translation>Remplissage classique</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>A simple rule; quick, and good with a recent date.</source>
        <translation>Une règle simple ; rapide, et bonne avec une date proche.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Only this image</source>
        <translation>Seulement cette image</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Carries on what surrounds the hole; for small holes.</source>
        <translation>Prolonge ce qui entoure le trou ; pour de petits trous.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Other dates</source>
        <translation>Autres dates</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns on clear ground how this image follows from the others.</source>
        <translation>Apprend, hors des nuages, comment cette image découle des autres.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from radar, which sees through cloud.</source>
        <translation>Apprend du radar, qui voit à travers les nuages.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Dates and radar</source>
        <translation>Dates et radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from all the evidence there is.</source>
        <translation>Apprend de tout ce dont on dispose.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Trained model</source>
        <translation>Modèle entraîné</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learned from other scenes; looks at this image alone.</source>
        <translation>A appris d'autres scènes ; ne regarde que cette image.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Regression (dates, radar)</source>
        <translation>Régression (dates, radar)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Harmonic (smooth surface)</source>
        <translation>Harmonique (surface lisse)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Ratio (mean of the dates)</source>
        <translation>Rapport (moyenne des dates)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Paste the nearest date</source>
        <translation>Coller la date la plus proche</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>TELEA (inwards)</source>
        <translation>TELEA (vers l'intérieur)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Coherent (along lines)</source>
        <translation>Cohérent (le long des lignes)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>GeoInpaint: trained models</source>
        <translation>GeoInpaint : modèles entraînés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Cancelled; the table is as it was.</source>
        <translation>Annulé ; le tableau est comme avant.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained models</source>
        <translation>Modèles entraînés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a model…</source>
        <translation>Ajouter un modèle…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Copy a model's file (.safetensors) into your models</source>
        <translation>Copie le fichier d'un modèle (.safetensors) parmi vos modèles</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your copy of this model</source>
        <translation>Supprime votre copie de ce modèle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a trained model</source>
        <translation>Ajouter un modèle entraîné</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Models (*.safetensors)</source>
        <translation>Modèles (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your model {name}? Its file is {path}.</source>
        <translation>Supprimer votre modèle {name} ? Son fichier est {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove a trained model</source>
        <translation>Retirer un modèle entraîné</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>No trained model is here yet: add one from its file.</source>
        <translation>Aucun modèle entraîné ici pour l'instant : ajoutez-en un depuis son fichier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Terms</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>What the fill may use</source>
        <translation>Ce que le remplissage peut utiliser</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Other &amp;dates of the same place</source>
        <translation>Autres &amp;dates du même lieu</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No other image: add clearer dates</source>
        <translation>Pas d'autre image : ajoutez-en</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>&amp;Radar (Sentinel-1)</source>
        <translation>&amp;Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No radar image: add VV and VH</source>
        <translation>Pas d'image radar : ajoutez VV et VH</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Build a clear-sky &amp;reference…</source>
        <translation>Construire une &amp;référence sans nuages…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Makes one clear image of many cloudy dates, to be ticked above</source>
        <translation>Fait une image claire de nombreuses dates nuageuses, à cocher ci-dessus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Date, days from the raster to fill, clouds (or what is valid), and how much of what is to be filled each shows. The nearest clear ones are ticked unless you choose.</source>
        <translation>Date, jours jusqu'au raster à combler, nuages (ou part valide), et quelle part de ce qui est à combler chacune montre. Les plus proches et claires sont cochées tant que vous ne choisissez pas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files: {what}</source>
        <translation>Ajouter des fichiers : {what}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files to the project and tick them</source>
        <translation>Ajoute des fichiers au projet et les coche</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 date</source>
        <translation>1 date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} dates</source>
        <translation>{count} dates</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 radar image</source>
        <translation>1 image radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} radar images</source>
        <translation>{count} images radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>this image alone</source>
        <translation>cette image seule</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add rasters</source>
        <translation>Ajouter des rasters</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{date}, {days}</source>
        <translation>{date}, {days}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>covers {percent:.0f} %</source>
        <translation>couvre {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>cloud {percent:.0f} %</source>
        <translation>nuages {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{percent:.0f} % valid</source>
        <translation>{percent:.0f} % valides</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>shows {percent:.0f} %</source>
        <translation>montre {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>What looks like cloud beside the mask</source>
        <translation>Ce qui ressemble à un nuage à côté du masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>{count} pixels that the mask leaves out look like cloud (yellow) or shadow (blue)</source>
        <translation>{count} pixels que le masque laisse de côté ressemblent à un nuage (jaune) ou à une ombre (bleu)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were filled too.</source>
        <translation>ils ont été comblés aussi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were neither filled nor learned from.</source>
        <translation>ils n'ont été ni comblés ni utilisés pour apprendre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn mask</source>
        <translation>Masque dessiné</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn area</source>
        <translation>Zone dessinée</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>GeoInpaint: mask</source>
        <translation>GeoInpaint : masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>The mask is empty: nothing would be filled.</source>
        <translation>Le masque est vide : rien ne serait comblé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>1 hole</source>
        <translation>1 trou</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{count} holes</source>
        <translation>{count} trous</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{share} % will be filled: {holes}, largest {size}</source>
        <translation>{share} % seront comblés : {holes}, le plus grand {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>About {text}</source>
        <translation>Environ {text}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{count} px</source>
        <translation>{count} px</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{count} m</source>
        <translation>{count} m</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud, shadow and cirrus</source>
        <translation>Nuages, ombres et cirrus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud and cirrus</source>
        <translation>Nuages et cirrus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud</source>
        <translation>Nuages</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud shadow</source>
        <translation>Ombres des nuages</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cirrus</source>
        <translation>Cirrus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Snow and ice</source>
        <translation>Neige et glace</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud, shadow, cirrus and snow</source>
        <translation>Nuages, ombres, cirrus et neige</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What to fill</source>
        <translation>Ce qui est comblé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show the mask on the map</source>
        <translation>Afficher le masque sur la carte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show what will be filled in red on the map</source>
        <translation>Montre en rouge sur la carte ce qui sera comblé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Figures of the mask</source>
        <translation>Chiffres du masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Also fill cloud &amp;beside the mask</source>
        <translation>Com&amp;bler aussi les nuages à côté du masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What looks like cloud, haze or shadow by the other dates and the mask has left out. In shadow, also in the mask, the ground that is seen is kept, made as bright as the fill.</source>
        <translation>Ce qui est nuage, brume ou ombre d'après les autres dates et que le masque a omis. Dans l'ombre, aussi dans celle du masque, le sol visible est conservé, aussi clair que le remplissage.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Classification</source>
        <translation>&amp;Classification</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Scene classification (SCL)</source>
        <translation>Classification de scène (SCL)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>A raster of classes, such as the SCL of a Sentinel-2 L2A product</source>
        <translation>Un raster de classes, comme la SCL d'un produit Sentinel-2 L2A</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Classes to fill: numbers and ranges, such as 3,8-10</source>
        <translation>Classes à combler : nombres et intervalles, comme 3,8-10</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets of classes</source>
        <translation>Préréglages de classes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>C&amp;lasses to fill</source>
        <translation>C&amp;lasses à combler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Mask layers</source>
        <translation>Couches de masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>No polygons or one-band rasters</source>
        <translation>Ni polygones ni rasters à une bande</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Mask layers (any raster or polygons)</source>
        <translation>Couches de &amp;masque (tout raster ou polygones)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Drag or click on the map; Shift cuts out, Ctrl+Z takes back</source>
        <translation>Glissez ou cliquez sur la carte ; Maj découpe, Ctrl+Z annule</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw a polygon</source>
        <translation>Dessiner un polygone</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw freehand</source>
        <translation>Dessiner à main levée</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen</source>
        <translation>Rayon du pinceau à l'écran</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen; [ and ] change it</source>
        <translation>Rayon du pinceau à l'écran ; [ et ] le changent</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Take the last stroke back</source>
        <translation>Annuler le dernier trait</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Make the stroke again</source>
        <translation>Refaire le trait</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Clear the drawing</source>
        <translation>Effacer le dessin</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grows the mask: the edges of clouds are often missed</source>
        <translation>Agrandit le masque : les bords des nuages sont souvent oubliés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fill &amp;nodata too</source>
        <translation>Combler les &amp;nodata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Otherwise nodata stays nodata</source>
        <translation>Sinon les nodata restent nodata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Grow by</source>
        <translation>A&amp;grandir de</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grow the mask by</source>
        <translation>Agrandir le masque de</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>from &amp;dates</source>
        <translation>d'après d&amp;ates</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what the ticked dates tell to be cloud or shadow here; needs no classification</source>
        <translation>Comble ce que les dates cochées révèlent ici comme nuage ou ombre ; ne demande pas de classification</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>by net&amp;work</source>
        <translation>par &amp;réseau</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what a network tells to be cloud or shadow from this image alone; it is a package of its own</source>
        <translation>Comble ce qu'un réseau reconnaît comme nuage ou ombre d'après cette seule image ; c'est un paquet à part</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds by a network</source>
        <translation>Détecter les nuages par un réseau</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Get it…</source>
        <translation>Obtenir…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Installs the network's package into the engine's environment; asks before it fetches</source>
        <translation>Installe le paquet du réseau dans l'environnement du moteur ; demande avant de télécharger</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect</source>
        <translation>Détecter</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds from the dates</source>
        <translation>Détecter les nuages d'après les dates</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the network tells to be cloud is added when it runs.</source>
        <translation>Ce que le réseau reconnaît comme nuage s'ajoute à l'exécution.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the dates tell to be cloud is added when it runs.</source>
        <translation>Ce que les dates révèlent comme nuage s'ajoute à l'exécution.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Whole raster</source>
        <translation>Raster entier</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>What the map shows</source>
        <translation>Ce que montre la carte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box drawn on the map</source>
        <translation>Rectangle dessiné</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Polygon drawn on the map</source>
        <translation>Polygone dessiné</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Selected polygons</source>
        <translation>Polygones sélectionnés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Only holes in the area are filled; the result covers the whole raster all the same</source>
        <translation>Seuls les trous de cette zone sont comblés ; le résultat couvre quand même tout le raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area</source>
        <translation>Dessiner la zone</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box: drag it on the map. Polygon: click its corners, end with the right button; Shift cuts out.</source>
        <translation>Rectangle : tirez-le sur la carte. Polygone : cliquez ses sommets, terminez avec le bouton droit ; Maj découpe.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Clear the drawn area</source>
        <translation>Effacer la zone dessinée</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>A&amp;rea</source>
        <translation>&amp;Zone</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: drag a box on the map.</source>
        <translation>Dessinez la zone : tirez un rectangle sur la carte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: click its corners on the map, and end with the right button.</source>
        <translation>Dessinez la zone : cliquez ses sommets sur la carte et terminez avec le bouton droit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Select the polygons that are the area, in a layer of the project.</source>
        <translation>Sélectionnez, dans une couche du projet, les polygones qui forment la zone.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>The area does not touch the raster: choose another, or the whole raster.</source>
        <translation>La zone ne touche pas le raster : choisissez-en une autre, ou le raster entier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Rasters (*.tif *.tiff *.jp2 *.vrt);;All (*)</source>
        <translation>Rasters (*.tif *.tiff *.jp2 *.vrt);;Tous (*)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster to fill</source>
        <translation>Raster à combler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The bands to fill and to write; all where none is ticked</source>
        <translation>Les bandes à combler et à écrire ; toutes si aucune n'est cochée</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>&amp;Bands</source>
        <translation>&amp;Bandes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a raster</source>
        <translation>Ouvrir un raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a file or a Sentinel-2 product to the project and fill it</source>
        <translation>Ajoute un fichier ou un produit Sentinel-2 au projet et le comble</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster file…</source>
        <translation>Fichier raster…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (.SAFE folder)…</source>
        <translation>Produit Sentinel-2 (dossier .SAFE)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (zip)…</source>
        <translation>Produit Sentinel-2 (zip)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a Sentinel-2 product</source>
        <translation>Ouvrir un produit Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Products (*.zip)</source>
        <translation>Produits (*.zip)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} cannot be opened as a raster.</source>
        <translation>{name} ne peut pas être ouvert comme raster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} is no Sentinel-2 product that QGIS can open.</source>
        <translation>{name} n'est pas un produit Sentinel-2 que QGIS peut ouvrir.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name}_SCL</source>
        <translation>{name}_SCL</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{resolution} m</source>
        <translation>{resolution} m</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product</source>
        <translation>Produit Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Bands of which resolution?</source>
        <translation>Bandes de quelle résolution ?</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a raster to the project, or open a file.</source>
        <translation>Ajoutez un raster au projet, ou ouvrez un fichier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} pixels</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{count} bands</source>
        <translation>{count} bandes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>1 band</source>
        <translation>1 bande</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>nodata {value:g}</source>
        <translation>nodata {value:g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The grid is in degrees: pixels are not square on the ground.</source>
        <translation>La grille est en degrés : les pixels ne sont pas carrés au sol.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say what to fill: choose a classification or a mask layer, or draw on the map.</source>
        <translation>Dites ce qu'il faut combler : choisissez une classification ou une couche de masque, ou dessinez sur la carte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say which classes to fill, such as 3,8-10.</source>
        <translation>Dites quelles classes combler, comme 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The network for clouds is not installed yet: press Get it.</source>
        <translation>Le réseau pour les nuages n'est pas encore installé : appuyez sur Obtenir.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A trained model looks at no other dates to detect clouds from: choose another mask.</source>
        <translation>Un modèle entraîné ne regarde aucune autre date d'où détecter les nuages : choisissez un autre masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date to detect clouds from.</source>
        <translation>Cochez au moins une image d'une autre date d'où détecter les nuages.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The folder {folder} does not exist: choose another file.</source>
        <translation>Le dossier {folder} n'existe pas : choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Choose a trained model in the table.</source>
        <translation>Choisissez un modèle entraîné dans le tableau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date.</source>
        <translation>Cochez au moins une image d'une autre date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one Sentinel-1 image.</source>
        <translation>Cochez au moins une image Sentinel-1.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>This fill needs at least one image of another date: tick one.</source>
        <translation>Ce remplissage demande au moins une image d'une autre date : cochez-en une.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A regression needs an image of another date or a radar image: tick one.</source>
        <translation>Une régression demande une image d'une autre date ou une image radar : cochez-en une.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/background_run.py"/>
        <source>The run has failed; the log says more.</source>
        <translation>L'exécution a échoué ; le journal en dit plus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clear_stretch.py"/>
        <source>GeoInpaint: stretch</source>
        <translation>GeoInpaint : contraste</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The command is on the clipboard.</source>
        <translation>La commande est dans le presse-papiers.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The diagnostics are on the clipboard.</source>
        <translation>Le diagnostic est dans le presse-papiers.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/commands.py"/>
        <source>{name} is not a file: export it to one (layer menu, Export) and choose that layer.</source>
        <translation>{name} n'est pas un fichier : exportez la couche (menu de la couche, Exporter) et choisissez celle-là.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>GeoInpaint log</source>
        <translation>Journal de GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>The engine has said nothing.</source>
        <translation>Le moteur n'a rien dit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/error_curve.py"/>
        <source>Error on hidden ground over the run</source>
        <translation>Erreur sur le sol caché au cours de l'exécution</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>a few seconds</source>
        <translation>quelques secondes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} s</source>
        <translation>environ {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} min</source>
        <translation>environ {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count:.0f} h</source>
        <translation>environ {count:.0f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Run</source>
        <translation>Exécution</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Run</source>
        <translation>&amp;Exécuter</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>More: commands, batch, modeler, log, diagnostics</source>
        <translation>Plus : commandes, lot, modeleur, journal, diagnostic</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as a command, open in batch or modeler, show the log, copy diagnostics</source>
        <translation>Copier comme commande, ouvrir en lot ou dans le modeleur, afficher le journal, copier le diagnostic</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as qgis_process command</source>
        <translation>Copier comme commande qgis_process</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as geoinpaint command</source>
        <translation>Copier comme commande geoinpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in batch</source>
        <translation>Ouvrir en traitement par lot</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in modeler</source>
        <translation>Ouvrir dans le modeleur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Progress of the run</source>
        <translation>Avancement de l'exécution</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Stop and keep best</source>
        <translation>A&amp;rrêter, garder le meilleur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Finish now with the best fill so far</source>
        <translation>Terminer maintenant avec le meilleur remplissage obtenu</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>C&amp;ancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>End without a result; no file is left</source>
        <translation>Terminer sans résultat ; aucun fichier ne reste</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>S&amp;wipe</source>
        <translation>&amp;Volet</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Move the mouse over the map: before on the left, after on the right</source>
        <translation>Déplacez la souris sur la carte : avant à gauche, après à droite</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Blink</source>
        <translation>&amp;Clignoter</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show before and after in turns</source>
        <translation>Montrer avant et après en alternance</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Di&amp;fference</source>
        <translation>&amp;Différence</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Add a layer: this fill minus a simple fill, blue where it is darker, orange where it is brighter</source>
        <translation>Ajoute une couche : ce remplissage moins un remplissage simple, bleu où il est plus sombre, orange où il est plus clair</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Pr&amp;ofile</source>
        <translation>Pr&amp;ofil</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Draw a line over the map: the values before and after along it</source>
        <translation>Tracez une ligne sur la carte : les valeurs avant et après le long de celle-ci</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show re&amp;port</source>
        <translation>Afficher le ra&amp;pport</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open the report in the browser</source>
        <translation>Ouvre le rapport dans le navigateur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Fill the masked part and add the result to the project</source>
        <translation>Comble la partie masquée et ajoute le résultat au projet</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Starting the engine</source>
        <translation>Démarrage du moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Cancelling</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>The simple fill did better here.</source>
        <translation>Le remplissage simple a fait mieux ici.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/layer_menu.py"/>
        <source>Run GeoInpaint again…</source>
        <translation>Exécuter GeoInpaint à nouveau…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>File of the result</source>
        <translation>Fichier du résultat</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Re&amp;port</source>
        <translation>&amp;Rapport</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>One page with pictures, errors, evidence and the job, beside the result</source>
        <translation>Une page avec images, erreurs, éléments utilisés et tâche, à côté du résultat</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>&amp;Uncertainty</source>
        <translation>&amp;Incertitude</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster with the fill's standard deviation, beside the result</source>
        <translation>Un raster de l'écart type du remplissage, à côté du résultat</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Fill fla&amp;g</source>
        <translation>Indicateur de &amp;remplissage</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster that says what was filled and what could not be, beside the result</source>
        <translation>Un raster à côté du résultat qui dit ce qui a été rempli et ce qui n'a pas pu l'être</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Stretch to clear &amp;ground</source>
        <translation>Contraste selon le &amp;sol clair</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show scene and result in the range of the clear ground, unless you have set a range yourself</source>
        <translation>Montrer la scène et le résultat dans la plage du sol clair, sauf si vous en avez fixé une vous-même</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>as in the paper</source>
        <translation>comme dans l'article</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;teps of the network</source>
        <translation>&amp;Pas du réseau</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Make the difference only</source>
        <translation>Ne faire que la différence</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The other date or the radar is where the network starts from</source>
        <translation>Le réseau part de l'autre date ou du radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The same seed, inputs and settings give the same result</source>
        <translation>La même graine, les mêmes entrées et réglages donnent le même résultat</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;eed</source>
        <translation>&amp;Graine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show the advanced settings</source>
        <translation>Afficher les paramètres avancés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>beside the raster</source>
        <translation>à côté du raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Filling</source>
        <translation>Remplissage</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>step {step} of {steps}</source>
        <translation>pas {step} sur {steps}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Stopped early, after about {step} of {steps} steps.</source>
        <translation>Arrêté avant la fin, après environ {step} étapes sur {steps}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Finishing with the best so far</source>
        <translation>Fin avec le meilleur remplissage obtenu</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>slower than expected</source>
        <translation>plus lent que prévu</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels to fill</source>
        <translation>{count} pixels à combler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>on {device}</source>
        <translation>sur {device}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{size:.1f} GB of memory</source>
        <translation>{size:.1f} Go de mémoire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>error on hidden ground {value:.3g}</source>
        <translation>erreur sur le sol caché {value:.3g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} s left</source>
        <translation>encore {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} min left</source>
        <translation>encore {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count:.1f} h left</source>
        <translation>encore {count:.1f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the processor</source>
        <translation>le processeur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the graphics card ({name})</source>
        <translation>la carte graphique ({name})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels filled</source>
        <translation>{count} pixels comblés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{done} in {seconds:.0f} s</source>
        <translation>{done} en {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} could not be filled</source>
        <translation>{count} n'ont pas pu être comblés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>The error was not measured: nothing was hidden to test the fill on.</source>
        <translation>L'erreur n'a pas été mesurée : rien n'a été caché pour éprouver le remplissage.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>reflectance</source>
        <translation>de réflectance</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Error on hidden clear ground: {error} {unit}</source>
        <translation>Erreur sur du sol clair caché : {error} {unit}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>a simple fill: {simple}</source>
        <translation>un remplissage simple : {simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % less error</source>
        <translation>{percent:.0f} % d'erreur en moins</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % more error</source>
        <translation>{percent:.0f} % d'erreur en plus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>To be expected under the clouds: about {error}.</source>
        <translation>À attendre sous les nuages : environ {error}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The recipe {path} cannot be read.</source>
        <translation>La recette {path} ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The product {path} cannot be opened.</source>
        <translation>Le produit {path} ne peut pas être ouvert.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The scene {path} does not have the bands of the recipe.</source>
        <translation>La scène {path} n'a pas les bandes de la recette.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The masks of this result have different classes each, and here one choice counts for all: make one mask of them (Make a cloud mask), and fill again from the panel.</source>
        <translation>Les masques de ce résultat ont chacun d'autres classes, et ici un choix vaut pour tous : faites-en un seul masque (Créer un masque de nuages), et comblez à nouveau depuis le panneau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates of this result had days or masks named one by one, which cannot be given here: tick them in the panel, and fill again from there.</source>
        <translation>Les autres dates de ce résultat avaient des jours ou des masques nommés un à un, ce qui ne peut être donné ici : cochez-les dans le panneau, et comblez à nouveau depuis là.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates or the radar of this result have different classes or units each, and here one choice counts for all: tick them in the panel, and fill again from there.</source>
        <translation>Les autres dates ou le radar de ce résultat ont chacun d'autres classes ou unités, et ici un choix vaut pour tous : cochez-les dans le panneau, et comblez à nouveau depuis là.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} is gone.</source>
        <translation>L'entrée {path} a disparu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} has changed since: the result will be another.</source>
        <translation>L'entrée {path} a changé depuis : le résultat sera différent.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Set up the GeoInpaint engine</source>
        <translation>Installer le moteur GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages come from {folder}; nothing is downloaded.</source>
        <translation>Les paquets viennent de {folder} ; rien n'est téléchargé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages are downloaded from the Python package index into a Python environment of their own.</source>
        <translation>Les paquets sont téléchargés de l'index des paquets Python dans un environnement Python à part.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>QGIS's own Python stays as it is.</source>
        <translation>Le Python de QGIS reste tel quel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The fast fit, classical fills, masks, references and scores.</source>
        <translation>L'ajustement rapide, les remplissages classiques, les masques, les références et les scores.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Also the network of the paper and trained models, which need torch.</source>
        <translation>Aussi le réseau de l'article et les modèles entraînés, qui demandent torch.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>none found: networks run on the processor</source>
        <translation>aucune trouvée : les réseaux tournent sur le processeur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Graphics card:</source>
        <translation>Carte graphique :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Made with:</source>
        <translation>Créé avec :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Python {version}, {path}</source>
        <translation>Python {version}, {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Free there:</source>
        <translation>Libre à cet endroit :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The same on the processor alone, since no graphics card was found. torch comes from the address that pytorch.org names for Pip and CPU (after “index-url”):</source>
        <translation>La même chose sur le processeur seul, puisqu'aucune carte graphique n'a été trouvée. torch vient de l'adresse que pytorch.org donne pour Pip et CPU (après « index-url ») :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Address of torch without CUDA</source>
        <translation>Adresse de torch sans CUDA</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Light: {size}</source>
        <translation>&amp;Léger : {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>F&amp;ull: {size}</source>
        <translation>&amp;Complet : {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Full &amp;without CUDA: {size}</source>
        <translation>Complet &amp;sans CUDA : {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>that folder holds no torch</source>
        <translation>ce dossier ne contient pas torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>the size of the download is not known</source>
        <translation>la taille du téléchargement n'est pas connue</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>from {size} of wheels</source>
        <translation>depuis {size} de wheels</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>about {size} to download</source>
        <translation>environ {size} à télécharger</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{size} to download</source>
        <translation>{size} à télécharger</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>This needs about {size}: choose a folder on a disk with more room.</source>
        <translation>Il faut environ {size} : choisissez un dossier sur un disque avec plus de place.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{number} GB</source>
        <translation>{number} Go</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{number} MB</source>
        <translation>{number} Mo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Not set up.</source>
        <translation>Pas installé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs with {path}</source>
        <translation>Fonctionne avec {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python with the engine's packages</source>
        <translation>Python avec les paquets du moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the environment below</source>
        <translation>vide : l'environnement ci-dessous</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Python to use:</source>
        <translation>&amp;Python à utiliser :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of the engine's environment</source>
        <translation>Dossier de l'environnement du moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Engine &amp;folder:</source>
        <translation>&amp;Dossier du moteur :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set up in the panel…</source>
        <translation>Installer dans le panneau…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Opens the GeoInpaint panel, where the engine is set up, changed or repaired.</source>
        <translation>Ouvre le panneau GeoInpaint, où le moteur est installé, changé ou réparé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set-up</source>
        <translation>Installation</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python to make the environment with</source>
        <translation>Python avec lequel créer l'environnement</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the best one on this computer</source>
        <translation>vide : le meilleur trouvé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Made with:</source>
        <translation>&amp;Créé avec :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the packages that were tested</source>
        <translation>vide : les paquets qui ont été testés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>E&amp;xtra pip options:</source>
        <translation>&amp;Options pip supplémentaires :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>for computers without a graphics card</source>
        <translation>sans carte graphique</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>torch without &amp;CUDA from:</source>
        <translation>torch sans &amp;CUDA depuis :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>Dossier de wheels</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of &amp;wheels:</source>
        <translation>Dossier de &amp;wheels :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (CUDA)</source>
        <translation>Carte graphique (CUDA)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (Metal)</source>
        <translation>Carte graphique (Metal)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Device for networks:</source>
        <translation>&amp;Matériel pour les réseaux :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>All processors</source>
        <translation>Tous les processeurs</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Threads:</source>
        <translation>&amp;Threads :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>End an engine that is &amp;silent for:</source>
        <translation>Arrêter un moteur &amp;silencieux après :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Inputs</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Allow &amp;network sources</source>
        <translation>Autoriser les sources &amp;réseau</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>The engine may read rasters from servers. A file from somebody else can then make it ask a server that the file names.</source>
        <translation>Le moteur peut lire des rasters sur des serveurs. Un fichier venu d'autrui peut alors lui faire interroger un serveur que ce fichier nomme.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the folder of the virtual raster alone</source>
        <translation>vide : le seul dossier du raster virtuel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folders in which the sources of virtual rasters (VRT) may lie, with {separator} between them.</source>
        <translation>Dossiers où peuvent se trouver les sources des rasters virtuels (VRT), séparés par {separator}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Fol&amp;ders for VRT sources:</source>
        <translation>&amp;Dossiers des sources VRT :</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>A quotation mark is not closed: these options are not saved.</source>
        <translation>Un guillemet n'est pas fermé : ces options ne sont pas enregistrées.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Progress of the set-up</source>
        <translation>Avancement de l'installation</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Cancel the set-up</source>
        <translation>Annuler l'installation</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Set &amp;up…</source>
        <translation>&amp;Installer…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Make a Python environment for the engine; asks before it fetches.</source>
        <translation>Crée un environnement Python pour le moteur ; demande avant de télécharger.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a &amp;Python…</source>
        <translation>Utiliser un &amp;Python…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a Python that has the packages already.</source>
        <translation>Utilise un Python qui a déjà les paquets.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>&amp;Offline…</source>
        <translation>&amp;Hors ligne…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the packages from a folder of wheels.</source>
        <translation>Installe les paquets depuis un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The engine was set up for another version of the plugin: set it up again.</source>
        <translation>Le moteur a été installé pour une autre version de l'extension : installez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Ready: {path}</source>
        <translation>Prêt : {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a Python…</source>
        <translation>Choisir un Python…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose again…</source>
        <translation>Choisir à nouveau…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Python for the engine</source>
        <translation>Python pour le moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Checking a Python</source>
        <translation>Vérification d'un Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Looking at this computer</source>
        <translation>Examen de cet ordinateur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>In the extra pip options a quotation mark is not closed.</source>
        <translation>Dans les options pip supplémentaires, un guillemet n'est pas fermé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Correct them in the settings.</source>
        <translation>Corrigez-les dans les paramètres.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Setting up the GeoInpaint engine</source>
        <translation>Installation du moteur GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the network for clouds, ukis-csmask (Apache-2.0), and ONNX Runtime (MIT) that runs it, into {folder}? About 165 MB are fetched from Python's package index.</source>
        <translation>Installer le réseau pour les nuages, ukis-csmask (Apache-2.0), et ONNX Runtime (MIT) qui l'exécute, dans {folder} ? Environ 165 Mo sont téléchargés depuis l'index des paquets de Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Installing the network for clouds</source>
        <translation>Installation du réseau pour les nuages</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The set-up was cancelled.</source>
        <translation>L'installation a été annulée.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Looking for a Python and a graphics card</source>
        <translation>Recherche d'un Python et d'une carte graphique</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Asking {path}</source>
        <translation>Interrogation de {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Trying the engine</source>
        <translation>Essai du moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>The packages are installed.</source>
        <translation>Les paquets sont installés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/stage_watch.py"/>
        <source>GeoInpaint: engine</source>
        <translation>GeoInpaint : moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The set-up has failed: {reason}</source>
        <translation>L'installation a échoué : {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The log says more.</source>
        <translation>Le journal en dit plus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold: {part}</source>
        <translation>Plier ou déplier : {part}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold this part</source>
        <translation>Plier ou déplier cette partie</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/plugin.py"/>
        <source>GeoInpaint panel</source>
        <translation>Panneau GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is one of the words {words}, and {value} is none of them.</source>
        <translation>{name} est l'un des mots {words}, et {value} n'en est pas un.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is a number from {least} to {most}, and {value} is none of them.</source>
        <translation>{name} est un nombre de {least} à {most}, et {value} n'en est pas un.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fill clouds (classical)</source>
        <translation>Combler les nuages (classique)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fills the masked part of a scene by a classical rule, in seconds and without torch. Outside the mask the result equals the scene bit for bit. With a recent clear date the regression is good, and the fast fit of the other algorithm better; with nothing but the image the coherent fill goes on along its fields, roads and shores, and is a smooth surface elsewhere.</source>
        <translation>Comble la partie masquée d'une scène par une règle classique, en quelques secondes et sans torch. Hors du masque, le résultat est égal à la scène bit pour bit. Avec une date claire proche, la régression est bonne, et l'ajustement rapide de l'autre algorithme meilleur ; avec l'image seule, le remplissage cohérent poursuit ses champs, routes et rives, et est ailleurs une surface lisse.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>auto: regression where another date or radar is given, else coherent; regression: from other dates and radar, fitted on the clear ground; ratio: the references' mean, fitted to the scene at the hole's edge; paste: the nearest clear date as it is; harmonic: a smooth surface through the edge; telea: inwards from the edge; coherent: smooth too, but along the lines of the image.</source>
        <translation>auto : regression si une autre date ou un radar est donné, sinon coherent ; regression : à partir d'autres dates et du radar, ajustée sur le sol clair ; ratio : la moyenne des références, ajustée à la scène au bord du trou ; paste : la date claire la plus proche telle quelle ; harmonic : une surface lisse passant par le bord ; telea : du bord vers l'intérieur ; coherent : lisse aussi, mais le long des lignes de l'image.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill {fill} needs at least one reference (another date).</source>
        <translation>Le remplissage {fill} demande au moins une référence (autre date).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill regression needs a reference (another date) or a radar image; harmonic needs neither.</source>
        <translation>Le remplissage regression demande une référence (autre date) ou une image radar ; harmonic ne demande ni l'une ni l'autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Build a clear-sky reference</source>
        <translation>Construire une référence sans nuages</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Makes one clear image from several dates of the same place: at each pixel the median or mean of the dates that are clear there. The last band counts them. With radar images the dates are averaged in linear power, which also removes noise.</source>
        <translation>Fait une image claire de plusieurs dates du même lieu : à chaque pixel, la médiane ou la moyenne des dates qui y sont claires. La dernière bande les compte. Pour des images radar, les dates sont moyennées en puissance linéaire, ce qui réduit aussi le bruit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Scenes</source>
        <translation>Scènes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The dates; each is brought to the grid and the values of the newest (or the first).</source>
        <translation>Les dates ; chacune est ramenée à la grille et aux valeurs de la plus récente (ou de la première).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Masks of the scenes</source>
        <translation>Masques des scènes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Where the scenes are cloudy: none, or one raster for each scene in the same order.</source>
        <translation>Où les scènes sont nuageuses : aucun, ou un raster pour chaque scène dans le même ordre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Classes of the masks</source>
        <translation>Classes des masques</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Which values of the masks mean: cloudy, such as 3,8-10 of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Quelles valeurs des masques veulent dire nuageux, comme 3,8-10 d'une classification de scène Sentinel-2. Vide : toute valeur non nulle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Statistic</source>
        <translation>Statistique</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>median: robust against clouds the masks have missed; mean: less noise. Radar is always averaged.</source>
        <translation>median : insensible aux nuages que les masques ont oubliés ; mean : moins de bruit. Le radar est toujours moyenné.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Grid of</source>
        <translation>Grille de</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The raster whose grid the reference takes; empty: the first scene's.</source>
        <translation>Le raster dont la référence prend la grille ; vide : celle de la première scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The scenes are radar images (Sentinel-1)</source>
        <translation>Les scènes sont des images radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>VV and VH are averaged in linear power and written in decibel.</source>
        <translation>VV et VH sont moyennés en puissance linéaire et écrits en décibels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar speckle filter</source>
        <translation>Filtre de chatoiement du radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>lee: Lee's filter, for few radar dates; none: averaging many dates does it.</source>
        <translation>lee : filtre de Lee, pour peu de dates radar ; none : moyenner de nombreuses dates suffit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Clear-sky reference</source>
        <translation>Référence sans nuages</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>A GeoTIFF with the scenes' bands and type, and a last band that counts the clear dates.</source>
        <translation>Un GeoTIFF avec les bandes et le type des scènes, et une dernière bande qui compte les dates claires.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Number of scenes</source>
        <translation>Nombre de scènes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Share of pixels that are clear at least once (0 to 1)</source>
        <translation>Part des pixels clairs au moins une fois (0 à 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>There are {masks} masks for {scenes} scenes: give none, or one for each.</source>
        <translation>Il y a {masks} masques pour {scenes} scènes : n'en donnez aucun, ou un pour chacune.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar sees through clouds: leave the masks out.</source>
        <translation>Le radar voit à travers les nuages : ne donnez pas de masques.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Make a cloud mask</source>
        <translation>Faire un masque de nuages</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Writes what is to be filled as a raster on the scene's grid: 1 fill, 0 keep. The sources add up: classes of a scene classification, other raster and vector layers, what other dates or a network tell to be cloud, and the scene's nodata.</source>
        <translation>Écrit ce qui est à combler comme raster sur la grille de la scène : 1 combler, 0 garder. Les sources s'additionnent : classes d'une classification de scène, autres couches raster et vecteur, ce que d'autres dates ou un réseau révèlent comme nuage, et le nodata de la scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Scene</source>
        <translation>Scène</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The raster whose grid the mask takes; or the path of a Sentinel-2 product.</source>
        <translation>Le raster dont le masque prend la grille ; ou le chemin d'un produit Sentinel-2.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes. With a product as the scene it is found there and need not be given.</source>
        <translation>La classification de scène (SCL) d'un produit Sentinel-2 L2A ou tout autre raster de classes. Si la scène est un produit, elle y est trouvée et n'a pas à être donnée.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Classes to mask</source>
        <translation>Classes à masquer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Further mask layers</source>
        <translation>Autres couches de masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that are added.</source>
        <translation>Rasters (tout pixel non nul) et vecteurs (à l'intérieur des surfaces) qui sont ajoutés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>References (other dates)</source>
        <translation>Références (autres dates)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clearer images of the same place from other dates, to detect the clouds from.</source>
        <translation>Images plus claires du même lieu à d'autres dates, d'où détecter les nuages.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask nodata pixels too</source>
        <translation>Masquer aussi les pixels nodata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Adds the scene's nodata pixels.</source>
        <translation>Ajoute les pixels nodata de la scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>A GeoTIFF of bytes: 1 fill, 0 keep.</source>
        <translation>Un GeoTIFF d'octets : 1 combler, 0 garder.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked pixels</source>
        <translation>Pixels masqués</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clear pixels</source>
        <translation>Pixels clairs</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked share (0 to 1)</source>
        <translation>Part masquée (0 à 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Number of holes</source>
        <translation>Nombre de trous</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Pixels of the largest hole</source>
        <translation>Pixels du plus grand trou</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Nothing says what is to be masked: give a scene classification or a mask layer.</source>
        <translation>Rien ne dit ce qu'il faut masquer : donnez une classification de scène ou une couche de masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Say which classes are to be masked, such as 3,8-10.</source>
        <translation>Dites quelles classes masquer, comme 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>{scene}_mask</source>
        <translation>{scene}_masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Other dates serve to detect clouds only, and that is not ticked: ignored.</source>
        <translation>Les autres dates ne servent qu’à détecter les nuages, et cela n’est pas coché : elles sont ignorées.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Compare with the truth</source>
        <translation>Comparer à la vérité</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Scores a filled image against a clear image of the same date: root mean square and mean absolute error, peak signal-to-noise ratio, structural similarity and spectral angle, in the hole and on the whole. Errors are in reflectance, or in the raster's own numbers where its scale is not known.</source>
        <translation>Évalue une image remplie par rapport à une image claire de la même date : erreur quadratique moyenne et erreur absolue moyenne, rapport signal sur bruit de crête, similarité structurelle et angle spectral, dans le trou et sur l'ensemble. Les erreurs sont en réflectance, ou dans les nombres du raster si son échelle n'est pas connue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The filled image.</source>
        <translation>L'image comblée.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Truth</source>
        <translation>Vérité</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The clear image, with the same bands.</source>
        <translation>L'image claire, avec les mêmes bandes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>What was filled: a raster (every pixel that is not zero, or the classes) or a vector (the shapes).</source>
        <translation>Ce qui a été comblé : un raster (tout pixel non nul, ou les classes) ou un vecteur (les surfaces).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Classes of the mask</source>
        <translation>Classes du masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Which values of a mask raster mean: filled. Empty: every value that is not zero.</source>
        <translation>Quelles valeurs d'un raster de masque veulent dire comblé. Vide : toute valeur non nulle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Root mean square error</source>
        <translation>Racine de l'erreur quadratique moyenne</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Mean absolute error</source>
        <translation>Erreur absolue moyenne</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Peak signal-to-noise ratio (dB)</source>
        <translation>Rapport signal sur bruit de crête (dB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Structural similarity</source>
        <translation>Similarité structurelle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Spectral angle (degrees)</source>
        <translation>Angle spectral (degrés)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>in the hole</source>
        <translation>dans le trou</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>on the whole</source>
        <translation>sur l'ensemble</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Unit of the errors</source>
        <translation>Unité des erreurs</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Engine status</source>
        <translation>État du moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Tells which Python the engine runs with, whether its packages suffice for classical fills (light) or for all (full), and which device it would use. Starts the engine to see whether it works.</source>
        <translation>Dit avec quel Python le moteur tourne, si ses paquets suffisent aux remplissages classiques (léger) ou à tous (complet), et quel matériel il utiliserait. Démarre le moteur pour voir s'il fonctionne.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Status: full, light or missing</source>
        <translation>État : full, light ou missing</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of the engine</source>
        <translation>Version du moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Python of the engine</source>
        <translation>Python du moteur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of that Python</source>
        <translation>Version de ce Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of torch</source>
        <translation>Version de torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Device</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>The run was cancelled; no output was written.</source>
        <translation>L'exécution a été annulée ; aucune sortie n'a été écrite.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>1 window</source>
        <translation>1 fenêtre</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} windows</source>
        <translation>{count} fenêtres</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} steps</source>
        <translation>{count} pas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>about {seconds:.0f} s</source>
        <translation>environ {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>Plan: {plan}</source>
        <translation>Plan : {plan}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>held-out error {rmse:.4g}</source>
        <translation>erreur sur le sol caché {rmse:.4g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{seconds:.0f} s left</source>
        <translation>encore {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Fill</source>
        <translation>Remplissage</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Filled pixels</source>
        <translation>Pixels comblés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground</source>
        <translation>Erreur sur le sol caché</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error to be expected under the hole</source>
        <translation>Erreur à attendre sous le trou</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Similarity on hidden ground (SSIM)</source>
        <translation>Similarité sur le sol caché (SSIM)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Unit of the error</source>
        <translation>Unité de l'erreur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Nothing is selected in the layer {name}: select the polygons to fill within, or use all of it.</source>
        <translation>Rien n’est sélectionné dans la couche {name} : sélectionnez les polygones dans lesquels remplir, ou prenez la couche entière.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The layer {name} holds no polygon to fill within: draw one in it, or choose another layer.</source>
        <translation>La couche {name} ne contient aucun polygone dans lequel remplir : dessinez-en un, ou choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>An extent needs the scene as a layer: add the product to the project and choose it there.</source>
        <translation>Une emprise demande la scène comme couche : ajoutez le produit au projet et choisissez-le là.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The uncertainty is measured on hidden ground: leave the hold-out on, or the uncertainty out.</source>
        <translation>L'incertitude est mesurée sur du sol caché : laissez la mesure active, ou renoncez à l'incertitude.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>{count} pixels were filled</source>
        <translation>{count} pixels ont été comblés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground: {rmse:.4g} ({unit})</source>
        <translation>Erreur sur le sol caché : {rmse:.4g} ({unit})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill a series of dates</source>
        <translation>Combler une série de dates</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills every date of a place from the dates before and after it. Each date becomes a GeoTIFF in a folder of its own, with its uncertainty and where it was filled; a page tells how far each can be trusted. The layers are loaded with their times, so that the temporal controller plays them.</source>
        <translation>Comble chaque date d'un lieu depuis les dates d'avant et d'après. Chaque date devient un GeoTIFF dans un dossier à part, avec son incertitude et l'endroit où elle a été comblée ; une page dit jusqu'où se fier à chacune. Les couches sont chargées avec leurs temps, pour que le contrôleur temporel les joue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same seed gives the same result.</source>
        <translation>La même graine donne le même résultat.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Load the dates as layers</source>
        <translation>Charger les dates comme couches</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>As a group, each with its time: the temporal controller shows them one after the other.</source>
        <translation>En groupe, chacune avec son temps : le contrôleur temporel les montre l'une après l'autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of the series</source>
        <translation>Dossier de la série</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A new folder, or that of a series that is added to or gone on with.</source>
        <translation>Un nouveau dossier, ou celui d'une série que l'on complète ou continue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that were filled</source>
        <translation>Dates comblées</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates without anything to fill</source>
        <translation>Dates sans rien à combler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that cannot be used</source>
        <translation>Dates inutilisables</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that could not be filled</source>
        <translation>Dates qui n'ont pu être comblées</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>STAC collection</source>
        <translation>Collection STAC</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Page of the series</source>
        <translation>Page de la série</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The dates, files or Sentinel-2 products; their names or tags tell the date (scene_2024-04-05.tif).</source>
        <translation>Les dates, fichiers ou produits Sentinel-2 ; leurs noms ou étiquettes disent la date (scene_2024-04-05.tif).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of scenes</source>
        <translation>Dossier de scènes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>All rasters, Sentinel-2 products and folders with one file a band (B02.tif, B03.tif, ...) in it are dates, beside or instead of the scenes above.</source>
        <translation>Tous les rasters, produits Sentinel-2 et dossiers à un fichier par bande (B02.tif, B03.tif, ...) qu'il contient sont des dates, en plus ou au lieu des scènes ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the masks' names</source>
        <translation>Fin du nom des masques</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _mask, what is to be filled in scene.tif lies beside it as scene_mask.tif (or .gpkg).</source>
        <translation>Avec _mask, ce qui est à combler dans scene.tif se trouve à côté sous le nom scene_mask.tif (ou .gpkg).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the classifications' names</source>
        <translation>Fin du nom des classifications</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _SCL, the classification of scene.tif lies beside it as scene_SCL.tif. A product has its own.</source>
        <translation>Avec _SCL, la classification de scene.tif se trouve à côté sous le nom scene_SCL.tif. Un produit a la sienne.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Classes to fill</source>
        <translation>Classes à combler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the classifications: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Des classifications : 3 ombre de nuage, 8 et 9 nuage, 10 cirrus fin, 11 neige.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Also fills what the other dates tell to be cloud or shadow; needs no mask.</source>
        <translation>Comble aussi ce que les autres dates révèlent comme nuage ou ombre ; ne demande pas de masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>What looks like cloud beside the masks</source>
        <translation>Ce qui ressemble à un nuage à côté des masques</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>auto: what the other dates tell to be cloud, haze or shadow there is filled too, and the ground that is seen in shadow, also in the masks, is kept, made as bright as the fill; none: it stays.</source>
        <translation>auto : ce que les autres dates révèlent y être nuage, brume ou ombre est aussi comblé, et le sol visible dans l'ombre, y compris sous les masques, est conservé, rendu aussi clair que le remplissage ; none : cela reste.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill nodata pixels too</source>
        <translation>Combler aussi les pixels nodata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills pixels that a date has no data for.</source>
        <translation>Comble les pixels pour lesquels une date n'a pas de données.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates on each side</source>
        <translation>Dates de chaque côté</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A date is filled from so many dates before it and as many after it; later dates help as earlier ones.</source>
        <translation>Une date est comblée depuis autant de dates avant elle et autant après ; les dates ultérieures aident comme les antérieures.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Evidence</source>
        <translation>Éléments utilisés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>mt: other dates; mt-r: their mean and what differs; classical: simple fills; basic: each date alone.</source>
        <translation>mt : d'autres dates ; mt-r : leur moyenne et ce qui en diffère ; classical : remplissages simples ; basic : chaque date seule.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the evidence classical: which fill; auto: regression.</source>
        <translation>Pour les éléments classical : quel remplissage ; auto : régression.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>fast: the fast fit, seconds for each date; paper: the network of the paper, which takes far longer.</source>
        <translation>fast : l'ajustement rapide, quelques secondes par date ; paper : le réseau de l'article, qui demande bien plus de temps.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fields to draw curves of</source>
        <translation>Parcelles dont tracer les courbes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Polygons, of each of which the page shows the mean vegetation index (NDVI) over time; a field name or id names them. One that no date shows is told.</source>
        <translation>Polygones, dont la page montre pour chacun l'indice de végétation (NDVI) moyen au fil du temps ; un champ name ou id les nomme. Celui qu'aucune date ne montre est signalé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Points to draw curves of</source>
        <translation>Points dont tracer les courbes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same of points, in the units of the scenes' CRS: 500305,4599695,orchard; 500400,4599700</source>
        <translation>La même chose pour des points, dans les unités du SCR des scènes : 500305,4599695,verger; 500400,4599700</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Add to the series in the folder</source>
        <translation>Ajouter à la série du dossier</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Adds new dates; the others stay byte for byte.</source>
        <translation>Ajoute de nouvelles dates ; les autres restent octet pour octet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Go on with the series in the folder</source>
        <translation>Continuer la série du dossier</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Finishes a series that was interrupted.</source>
        <translation>Termine une série qui a été interrompue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill dates of the series again that added ones improve</source>
        <translation>Combler à nouveau les dates de la série que les ajouts améliorent</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Those that added dates lie nearer to than what they were filled from; the others stay.</source>
        <translation>Celles dont les dates ajoutées sont plus proches que celles d'où elles ont été comblées ; les autres restent.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates to fill again</source>
        <translation>Dates à combler à nouveau</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the series in the folder, such as 2024-04-05,2024-04-15: they are filled from the dates of now.</source>
        <translation>De la série du dossier, comme 2024-04-05,2024-04-15 : elles sont comblées depuis les dates actuelles.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Nothing says which dates there are: give a folder, or at least two scenes.</source>
        <translation>Rien ne dit quelles dates il y a : donnez un dossier, ou au moins deux scènes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>There is no folder {folder}.</source>
        <translation>Il n'y a pas de dossier {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Finds the images of other dates, and of Sentinel-1, that serve a fill best in a STAC catalogue: those that show what is to be filled without clouds, near in time. Fetches only the windows of them that are needed. Asks the catalogue's servers, and no others.</source>
        <translation>Trouve dans un catalogue STAC les images d'autres dates, et de Sentinel-1, qui servent le mieux un remplissage : celles qui montrent sans nuages ce qui est à combler, à une date proche. Ne récupère que les fenêtres nécessaires. N'interroge que les serveurs du catalogue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch what is chosen</source>
        <translation>Récupérer ce qui est choisi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Off: only tell what there is; nothing large is fetched.</source>
        <translation>Désactivé : dire seulement ce qu'il y a ; rien de volumineux n'est récupéré.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these dates</source>
        <translation>Récupérer ces dates</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these radar images</source>
        <translation>Récupérer ces images radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates as YYYY-MM-DD with commas, in place of the best.</source>
        <translation>Des dates AAAA-MM-JJ séparées par des virgules, à la place des meilleures.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Folder of the evidence</source>
        <translation>Dossier des éléments</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Where the images go, each with its STAC item; what lies there already is not fetched again.</source>
        <translation>Où vont les images, chacune avec son élément STAC ; ce qui s'y trouve déjà n'est pas récupéré à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images</source>
        <translation>Images radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>What there is (JSON)</source>
        <translation>Ce qu'il y a (JSON)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Attribution</source>
        <translation>Attribution</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes that were fetched</source>
        <translation>Mégaoctets récupérés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The raster to fill; or the path of a Sentinel-2 product.</source>
        <translation>Le raster à combler ; ou le chemin d'un produit Sentinel-2.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>A raster of classes that says what is to be filled, such as a scene classification.</source>
        <translation>Un raster de classes qui dit ce qui est à combler, comme une classification de scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that say it too.</source>
        <translation>Des rasters (tout pixel non nul) et des vecteurs (dans les formes) qui le disent aussi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Clouds will be detected from the dates</source>
        <translation>Les nuages seront détectés à partir des dates</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says yet what is cloud, so dates are found that show the whole scene: they will tell it.</source>
        <translation>Rien n'indique encore ce qui est nuage : on cherche donc des dates qui montrent toute la scène, elles le diront.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>earth-search, planetary-computer or copernicus; the URL of a STAC API; or a folder of STAC items on this computer.</source>
        <translation>earth-search, planetary-computer ou copernicus ; l'URL d'une API STAC ; ou un dossier d'éléments STAC sur cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Authentication</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The catalogue's token, from QGIS's authentication manager; it is written nowhere else.</source>
        <translation>Le jeton du catalogue, depuis le gestionnaire d'authentification de QGIS ; il n'est écrit nulle part ailleurs.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Date of the scene</source>
        <translation>Date de la scène</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>As YYYY-MM-DD, where the scene itself does not tell it.</source>
        <translation>Au format AAAA-MM-JJ, si la scène ne la dit pas elle-même.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days before</source>
        <translation>Jours avant</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days before the scene's date are looked at.</source>
        <translation>Combien de jours avant la date de la scène sont examinés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days after</source>
        <translation>Jours après</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days after the scene's date are looked at.</source>
        <translation>Combien de jours après la date de la scène sont examinés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates at most</source>
        <translation>Dates au plus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many dates are fetched at most.</source>
        <translation>Combien de dates sont récupérées au plus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images at most</source>
        <translation>Images radar au plus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many images of Sentinel-1 are fetched at most; 0 for none.</source>
        <translation>Combien d'images Sentinel-1 sont récupérées au plus ; 0 pour aucune.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes at most</source>
        <translation>Mégaoctets au plus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How much is fetched at most, about.</source>
        <translation>Combien est récupéré au plus, environ.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says what is to be filled: give a scene classification or a mask layer.</source>
        <translation>Rien ne dit ce qui est à combler : donnez une classification de scène ou une couche de masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpaint clouds</source>
        <translation>Combler les nuages (inpainting)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Fills the masked part of a scene by what is learned from this scene alone: by a fast fit of how its clear ground follows from the evidence, in seconds and without torch; or by the network of the paper (deep image prior). Outside the mask the result equals the scene bit for bit. Other dates of the same place and radar images make the fill better than the image alone can.</source>
        <translation>Comble la partie masquée d'une scène par ce qui est appris de cette seule scène : par un ajustement rapide de la façon dont son sol clair découle des éléments, en quelques secondes et sans torch ; ou par le réseau de l'article (deep image prior). Hors du masque, le résultat est égal à la scène bit pour bit. D'autres dates du même lieu et des images radar rendent le remplissage meilleur que ne le peut l'image seule.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>What the fill may use. basic: only this image. mt: and other dates. ms: and radar. ms-mt: both. mt-r and ms-r: only the difference to the other date or to the radar is made.</source>
        <translation>Ce que le remplissage peut utiliser. basic : seulement cette image. mt : et d'autres dates. ms : et le radar. ms-mt : les deux. mt-r et ms-r : seule la différence avec l'autre date ou le radar est faite.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How it is filled. fast: the fast fit, with the evidence as input, once per scene, in seconds. paper: the network of the paper (Czerkawski et al. 2022) with its settings, thousands of steps per window.</source>
        <translation>Comment on comble. fast : l'ajustement rapide, avec les éléments en entrée, une fois par scène, en quelques secondes. paper : le réseau de l'article (Czerkawski et al. 2022) avec ses réglages, des milliers de pas par fenêtre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Use of several references</source>
        <translation>Usage de plusieurs références</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>mean: their mean, as in the paper; latest: the latest date; stack: each date for itself.</source>
        <translation>mean : leur moyenne, comme dans l'article ; latest : la dernière date ; stack : chaque date pour elle-même.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>When to stop</source>
        <translation>Quand s'arrêter</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>auto: as the method has it; never: all steps; holdout: when the error on hidden clear ground no longer falls; variance: when the result no longer changes.</source>
        <translation>auto : comme le prévoit la méthode ; never : tous les pas ; holdout : quand l'erreur sur du sol clair caché ne baisse plus ; variance : quand le résultat ne change plus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How many steps the network of the paper takes for each window; empty: as the paper has it.</source>
        <translation>Combien de pas le réseau de l'article fait par fenêtre ; vide : comme dans l'article.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpainted</source>
        <translation>Comblé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs at least one reference (another date).</source>
        <translation>Les éléments {mode} demandent au moins une référence (autre date).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs a radar image (Sentinel-1).</source>
        <translation>Les éléments {mode} demandent une image radar (Sentinel-1).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Inpaint clouds with a trained model</source>
        <translation>Combler les nuages avec un modèle entraîné</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Fills the masked part of a scene with a network that was trained on other scenes, and looks at this image alone. Outside the mask the result equals the scene bit for bit. A model fills exactly the bands it was trained on; what it makes of a large hole is plausible, not measured.</source>
        <translation>Comble la partie masquée d'une scène avec un réseau entraîné sur d'autres scènes, qui ne regarde que cette image. Hors du masque, le résultat est égal à la scène bit pour bit. Un modèle comble exactement les bandes sur lesquelles il a été entraîné ; ce qu'il fait d'un grand trou est plausible, pas mesuré.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The name of a model in the panel's table. Empty: the first of the table.</source>
        <translation>Le nom d'un modèle du tableau du panneau. Vide : le premier du tableau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Model file</source>
        <translation>Fichier du modèle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>A model's own file (.safetensors), instead of a name.</source>
        <translation>Le fichier d'un modèle (.safetensors), au lieu d'un nom.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}, and the result would hold these alone: choose them under Bands.</source>
        <translation>Le modèle {name} remplit les bandes {bands}, et le résultat ne contiendrait qu'elles : choisissez-les sous Bandes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}: say under Bands which bands of the scene these are.</source>
        <translation>Le modèle {name} comble les bandes {bands} : dites sous Bandes quelles bandes de la scène ce sont.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The result holds the bands that the model fills: {bands}.</source>
        <translation>Le résultat contient les bandes que le modèle remplit : {bands}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no trained model yet: add one in the GeoInpaint panel, or give its file.</source>
        <translation>Il n'y a pas encore de modèle entraîné : ajoutez-en un dans le panneau GeoInpaint, ou donnez son fichier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no model {name}: choose one of {names}, or give a model's file.</source>
        <translation>Il n'y a pas de modèle {name} : choisissez parmi {names}, ou donnez le fichier d'un modèle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is not a file of its own; it is copied first</source>
        <translation>{name} n'est pas un fichier à part ; il est d'abord copié</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file: {reason}</source>
        <translation>La couche {name} ne peut pas être copiée dans un fichier : {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is neither a raster nor a vector layer.</source>
        <translation>{name} n'est ni une couche raster ni une couche vecteur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be opened.</source>
        <translation>La couche {name} ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The file of the layer {name} is not there any more: {path}</source>
        <translation>Le fichier de la couche {name} n’existe plus : {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} has no pixels of its own. Save it as a GeoTIFF first.</source>
        <translation>{name} n'a pas de pixels propres. Enregistrez-la d'abord en GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be read.</source>
        <translation>La couche {name} ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file.</source>
        <translation>La couche {name} ne peut pas être copiée dans un fichier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Kept</source>
        <translation>Conservé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Could not be filled</source>
        <translation>Impossible à remplir</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill by scene classification (model)</source>
        <translation>Combler selon la classification de scène (modèle)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Makes a mask from a scene classification, grows it by a few pixels and fills it by regression from other dates.</source>
        <translation>Fait un masque d'une classification de scène, l'agrandit de quelques pixels et le comble par régression depuis d'autres dates.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill from cloudy scenes (model)</source>
        <translation>Combler depuis des scènes nuageuses (modèle)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Builds a clear-sky reference from scenes that are cloudy in different places, and fills the masked part of another scene from it by regression.</source>
        <translation>Construit une référence sans nuages depuis des scènes nuageuses à des endroits différents, et en comble par régression la partie masquée d'une autre scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill every date of a place (model)</source>
        <translation>Combler chaque date d'un lieu (modèle)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fills the clouds of each scene by its scene classification, from the dates before and after it. A page tells how far each date can be trusted.</source>
        <translation>Comble les nuages de chaque scène selon sa classification, depuis les dates d'avant et d'après. Une page dit jusqu'où se fier à chaque date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The raster to fill.</source>
        <translation>Le raster à combler.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Scene classification</source>
        <translation>Classification de scène</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes.</source>
        <translation>La classification de scène (SCL) d'un produit Sentinel-2 L2A ou tout autre raster de classes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on all its dates; their names or tags tell the date.</source>
        <translation>Le même lieu à toutes ses dates ; les noms ou étiquettes disent la date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>D'une classification de scène Sentinel-2 : 3 ombre de nuage, 8 et 9 nuage, 10 cirrus fin, 11 neige.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Grow the mask by (pixels)</source>
        <translation>Agrandir le masque de (pixels)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The edges of clouds are often missed.</source>
        <translation>Les bords des nuages sont souvent oubliés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Clearer images of the same place from other dates.</source>
        <translation>Images plus claires du même lieu à d'autres dates.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Mask of the scene</source>
        <translation>Masque de la scène</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>What is to be filled: every pixel that is not zero.</source>
        <translation>Ce qui est à combler : tout pixel non nul.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Other scenes</source>
        <translation>Autres scènes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on other dates, each cloudy somewhere else.</source>
        <translation>Le même lieu à d'autres dates, chacune nuageuse ailleurs.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Masks of the other scenes</source>
        <translation>Masques des autres scènes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Where they are cloudy: none, or one raster for each in the same order.</source>
        <translation>Où elles sont nuageuses : aucun, ou un raster pour chacune dans le même ordre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The raster to fill: any raster layer, or the path of a Sentinel-2 product (.SAFE folder, its zip or its MTD xml).</source>
        <translation>Le raster à combler : toute couche raster, ou le chemin d'un produit Sentinel-2 (dossier .SAFE, son zip ou son xml MTD).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The bands to fill and to write, in this order; all where none is chosen.</source>
        <translation>Les bandes à combler et à écrire, dans cet ordre ; toutes si aucune n'est choisie.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What is to be filled: rasters (every pixel that is not zero, or the classes below) and vectors (inside the shapes). Several layers add up; each is brought to the scene's grid.</source>
        <translation>Ce qui est à combler : rasters (tout pixel non nul, ou les classes ci-dessous) et vecteurs (à l'intérieur des surfaces). Plusieurs couches s'additionnent ; chacune est ramenée à la grille de la scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the mask rasters</source>
        <translation>Classes des rasters de masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of the mask rasters mean: fill. Numbers and ranges, such as 3,8-10 for cloud, shadow and cirrus of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Quelles valeurs des rasters de masque veulent dire combler. Nombres et intervalles, comme 3,8-10 pour nuages, ombres et cirrus d'une classification de scène Sentinel-2. Vide : toute valeur non nulle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>A raster of classes, such as the scene classification (SCL) of a Sentinel-2 L2A product; what has the classes below is filled.</source>
        <translation>Un raster de classes, comme la classification de scène (SCL) d'un produit Sentinel-2 L2A ; ce qui a les classes ci-dessous est comblé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds the scene's nodata pixels to what is filled; otherwise nodata stays nodata.</source>
        <translation>Ajoute les pixels nodata de la scène à ce qui est comblé ; sinon les nodata restent nodata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Numbers and ranges. Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Nombres et intervalles. D'une classification de scène Sentinel-2 : 3 ombre de nuage, 8 et 9 nuage, 10 cirrus fin, 11 neige.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Grows the mask by so many pixels of the scene: the edges of clouds are often missed.</source>
        <translation>Agrandit le masque d'autant de pixels de la scène : les bords des nuages sont souvent oubliés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what the references tell to be cloud or shadow in the scene to the mask; needs no classification.</source>
        <translation>Ajoute au masque ce que les références révèlent comme nuage ou ombre dans la scène ; ne demande pas de classification.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what a network tells to be cloud or shadow from this image alone. It needs a package of its own, which the panel installs, and looks at B02, B03, B04 and B08.</source>
        <translation>Ajoute ce qu'un réseau reconnaît comme nuage ou ombre d'après cette seule image. Il demande un paquet à part, que le panneau installe, et regarde B02, B03, B04 et B08.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: what the references tell to be cloud, haze or shadow and the mask has left out is filled too, and the ground that is seen in shadow, also in the mask, is kept, made as bright as the fill; none: it stays as it is, and is not learned from.</source>
        <translation>auto : ce que les références révèlent être nuage, brume ou ombre et que le masque a omis est aussi comblé, et le sol visible dans l'ombre, y compris sous le masque, est conservé, rendu aussi clair que le remplissage ; none : cela reste tel quel, et rien n'en est appris.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Clearer images of the same place from other dates, or a clear-sky reference. Their dates come from the product or the file; where there is none, the last in the list counts as the latest.</source>
        <translation>Images plus claires du même lieu à d'autres dates, ou une référence sans nuages. Leurs dates viennent du produit ou du fichier ; s'il n'y en a pas, la dernière de la liste compte comme la plus récente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Masks of the references</source>
        <translation>Masques des références</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where the references are cloudy themselves: none, or one raster for each reference in the same order.</source>
        <translation>Où les références sont elles-mêmes nuageuses : aucun, ou un raster pour chaque référence dans le même ordre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the references' masks</source>
        <translation>Classes des masques des références</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of those masks mean: cloudy. Empty: every value that is not zero.</source>
        <translation>Quelles valeurs de ces masques veulent dire nuageux. Vide : toute valeur non nulle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar (Sentinel-1)</source>
        <translation>Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Sentinel-1 images with VV and VH; several dates are averaged in linear power.</source>
        <translation>Images Sentinel-1 avec VV et VH ; plusieurs dates sont moyennées en puissance linéaire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar units</source>
        <translation>Unités du radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What the radar's values are: db (decibel), linear (power), or auto to tell by the values.</source>
        <translation>Ce que sont les valeurs du radar : db (décibels), linear (puissance), ou auto pour le reconnaître aux valeurs.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: a graphics card where there is one the engine can use; else the processor.</source>
        <translation>auto : une carte graphique s'il y en a une que le moteur peut utiliser ; sinon le processeur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Tile (pixels)</source>
        <translation>Tuile (pixels)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The side of the windows the scene is filled in; smaller needs less memory. Empty: the method's own.</source>
        <translation>Le côté des fenêtres dans lesquelles la scène est comblée ; plus petit demande moins de mémoire. Vide : celui de la méthode.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within</source>
        <translation>Combler seulement ici</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes in this extent; the result covers the whole scene all the same.</source>
        <translation>Ne comble que les trous de cette emprise ; le résultat couvre quand même toute la scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within the shapes</source>
        <translation>Ne remplir que dans les polygones</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes inside these polygons, or inside the selected ones; a hole that their edge cuts is filled inside it. With an extent: where both are.</source>
        <translation>Ne remplit que les trous à l’intérieur de ces polygones, ou de ceux sélectionnés ; un trou coupé par leur bord est rempli à l’intérieur. Avec une emprise : là où sont les deux.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Measure the error on hidden ground</source>
        <translation>Mesurer l'erreur sur du sol caché</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Hides a few cloud-shaped patches of clear ground and reports the error there. auto: as the method has it.</source>
        <translation>Cache quelques morceaux de sol clair en forme de nuages et y donne l'erreur. auto : comme la méthode.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The same seed, inputs and settings give the same result, byte for byte.</source>
        <translation>La même graine, les mêmes entrées et réglages donnent le même résultat, octet pour octet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>How many processor cores may be used; 0: all.</source>
        <translation>Combien de cœurs du processeur peuvent servir ; 0 : tous.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>gtiff: a tiled GeoTIFF with overviews; cog: a cloud-optimised GeoTIFF.</source>
        <translation>gtiff : un GeoTIFF tuilé avec aperçus ; cog : un GeoTIFF optimisé pour le nuage informatique.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The scene with the masked pixels filled: outside the mask it equals the scene bit for bit, with its type, grid, nodata, band names and tags. A GeoTIFF.</source>
        <translation>La scène avec les pixels masqués comblés : hors du masque elle est égale à la scène bit pour bit, avec son type, sa grille, ses nodata, ses noms de bandes et ses étiquettes. Un GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill flag</source>
        <translation>Indicateur de remplissage</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where was filled: 0 kept, 1 filled, 2 masked but could not be filled.</source>
        <translation>Où l'on a comblé : 0 gardé, 1 comblé, 2 masqué mais impossible à combler.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Uncertainty</source>
        <translation>Incertitude</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The standard deviation of the fill, one band for each filled band, in the scene's own numbers: ±1.645 of it cover 90 % of the patches of clear ground that it is measured on.</source>
        <translation>L'écart type du remplissage, une bande par bande comblée, dans les nombres de la scène : ±1,645 fois celui-ci couvre 90 % des morceaux de sol clair sur lesquels il est mesuré.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>One page with pictures, errors, evidence, warnings and the job: an HTML file that needs no other file.</source>
        <translation>Une page avec images, erreurs, éléments utilisés, avertissements et tâche : un fichier HTML qui n'a besoin d'aucun autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>“{part}” is not a class or a range of classes: write numbers such as 3,8-10.</source>
        <translation>« {part} » n'est ni une classe ni un intervalle de classes : écrivez des nombres, comme 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Nothing says what is to be filled: choose a mask layer, or have nodata pixels filled.</source>
        <translation>Rien ne dit ce qu'il faut combler : choisissez une couche de masque, ou faites combler les pixels nodata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Say which classes are to be filled, such as 3,8-10.</source>
        <translation>Dites quelles classes combler, comme 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Clouds are detected from other dates: give at least one.</source>
        <translation>Les nuages se détectent d'après d'autres dates : donnez-en au moins une.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>There are {masks} masks for {references} references: give none, or one for each.</source>
        <translation>Il y a {masks} masques pour {references} références : n'en donnez aucun, ou un pour chacune.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result is a GeoTIFF: its name must end in .tif, and {name} does not.</source>
        <translation>Le résultat est un GeoTIFF : son nom doit finir par .tif, et {name} ne le fait pas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result would overwrite the input {name}: choose another file.</source>
        <translation>Le résultat écraserait l'entrée {name} : choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be written to.</source>
        <translation>On ne peut pas écrire dans le dossier {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Le dossier {folder} ne peut pas être créé : {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} cannot be read.</source>
        <translation>L'authentification {name} ne peut être lue.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} holds no token: make one of the kind API Header or Basic.</source>
        <translation>L'authentification {name} ne contient pas de jeton : créez-en une du type API Header ou Basic.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has failed without a word.</source>
        <translation>Le moteur a échoué sans un mot.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine was ended from outside, most likely because the memory ran out.</source>
        <translation>Le moteur a été arrêté de l'extérieur, très probablement faute de mémoire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Close other programs, choose a smaller tile or fewer threads, and try again.</source>
        <translation>Fermez d'autres programmes, choisissez une tuile plus petite ou moins de threads, et réessayez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has crashed ({reason}).</source>
        <translation>Le moteur s'est effondré ({reason}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again; if it stays so, copy the diagnostics into a report.</source>
        <translation>Réessayez ; si cela persiste, copiez le diagnostic dans un rapport d'erreur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine ended without a result (exit code {code}).</source>
        <translation>Le moteur s'est terminé sans résultat (code de sortie {code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The log says more; copy the diagnostics into a report.</source>
        <translation>Le journal en dit plus ; copiez le diagnostic dans un rapport d'erreur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has said nothing for {minutes:.0f} minutes and was ended.</source>
        <translation>Le moteur n'a rien dit pendant {minutes:.0f} minutes et a été arrêté.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again with fewer threads or a smaller tile.</source>
        <translation>Réessayez avec moins de threads ou une tuile plus petite.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>What the engine wrote could not be understood, so it was ended.</source>
        <translation>Ce que le moteur a écrit n'a pas pu être compris ; il a été arrêté.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Another program may stand in for the engine's Python: choose it again.</source>
        <translation>Un autre programme tient peut-être lieu de Python du moteur : choisissez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine's Python {path} cannot be started: {reason}.</source>
        <translation>Le Python du moteur {path} ne peut pas être démarré : {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Choose another Python for the engine, or set it up again.</source>
        <translation>Choisissez un autre Python pour le moteur, ou installez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine is not set up.</source>
        <translation>Le moteur n'est pas installé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Set it up in the GeoInpaint panel, or name a Python in the environment variable GEOINPAINT_PYTHON.</source>
        <translation>Installez-le dans le panneau GeoInpaint, ou nommez un Python dans la variable d'environnement GEOINPAINT_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask leaves nothing to fill.</source>
        <translation>Le masque ne laisse rien à remplir.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask does not overlap the scene: check its coordinate reference system.</source>
        <translation>Le masque ne recouvre pas la scène : vérifiez son système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask covers every valid pixel: leave some clear ground to learn from.</source>
        <translation>Le masque couvre tous les pixels valides : laissez du sol dégagé pour l’apprentissage.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask cannot be used: give a raster, or a layer of polygons.</source>
        <translation>Le masque est inutilisable : donnez un raster ou une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area cannot be used: give a layer of polygons.</source>
        <translation>La zone est inutilisable : donnez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The files of an image with one file a band do not go together: bring them to one type and ground.</source>
        <translation>Les fichiers d'une image à un fichier par bande ne vont pas ensemble : ramenez-les à un type et une emprise.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The curves cannot be drawn: give a layer of polygons.</source>
        <translation>Les courbes ne peuvent être tracées : donnez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area holds no shape: draw or select one.</source>
        <translation>La zone ne contient aucune forme : dessinez-en ou sélectionnez-en une.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area does not meet the scene: choose another.</source>
        <translation>La zone ne touche pas la scène : choisissez-en une autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No pixel of the mask lies in the area: choose another.</source>
        <translation>Aucun pixel du masque n’est dans la zone : choisissez-en une autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The evidence that this fill needs is missing: add another date or a radar image.</source>
        <translation>Il manque les données dont ce remplissage a besoin : ajoutez une autre date ou une image radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No other date shows the ground that is to be filled: choose others, or a fill without them.</source>
        <translation>Aucune autre date ne montre le sol à remplir : choisissez-en d’autres, ou un remplissage sans elles.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not show the ground that is to be filled: choose another, or a fill without it.</source>
        <translation>L’image radar ne montre pas le sol à remplir : choisissez-en une autre, ou un remplissage sans radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image holds no linear power: leave its units at auto, or choose dB.</source>
        <translation>L’image radar ne contient pas de puissance linéaire : laissez ses unités sur auto, ou choisissez dB.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not have the bands VV and VH: choose another.</source>
        <translation>L’image radar n’a pas les bandes VV et VH : choisissez-en une autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene is named as another date of itself, with the same clouds: choose another date.</source>
        <translation>La scène est donnée comme une autre date d’elle-même, avec les mêmes nuages : choisissez une autre date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file of clouds that were found belongs to another scene: leave it out.</source>
        <translation>Le fichier des nuages trouvés appartient à une autre scène : omettez-le.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file is not there any more.</source>
        <translation>Un fichier n’est plus là.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file cannot be read: it is damaged, or no raster or vector that GDAL knows.</source>
        <translation>Un fichier est illisible : il est endommagé, ou n’est pas un raster ou vecteur que GDAL connaît.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster has no valid pixel: check its nodata value.</source>
        <translation>Le raster n’a aucun pixel valide : vérifiez sa valeur nodata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster holds infinite or absurdly large values: replace them, or name them as nodata.</source>
        <translation>Le raster contient des valeurs infinies ou démesurées qui ne sont pas son nodata : remplacez-les ou déclarez-les comme nodata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Rasters of complex numbers cannot be filled.</source>
        <translation>Les rasters de nombres complexes ne peuvent pas être remplis.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The bands do not fit together: choose bands that are there and match.</source>
        <translation>Les bandes ne vont pas ensemble : choisissez des bandes présentes et concordantes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Two layers cannot be brought onto one grid: check their coordinate reference systems.</source>
        <translation>Deux couches ne peuvent être ramenées à une même grille : vérifiez leurs systèmes de coordonnées.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The Sentinel-2 product cannot be used: parts of it are missing or damaged.</source>
        <translation>Le produit Sentinel-2 est inutilisable : des parties manquent ou sont endommagées.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is a series in the folder already: add to it, go on with it, or choose another folder.</source>
        <translation>Le dossier contient déjà une série : complétez-la, continuez-la, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The series has no such date to fill again.</source>
        <translation>La série n'a pas de telle date à combler à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The folder holds no series of these options: choose another, or begin one.</source>
        <translation>Le dossier ne contient pas de série avec ces options : choisissez-en un autre, ou commencez-en une.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A series needs at least two scenes that can be used: choose more.</source>
        <translation>Une série demande au moins deux scènes utilisables : choisissez-en plus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The rasters to be compared differ in size, bands, units or place.</source>
        <translation>Les rasters à comparer diffèrent par la taille, les bandes, les unités ou l’emplacement.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There are too many other dates to tell them apart: choose fewer.</source>
        <translation>Il y a trop d’autres dates pour les distinguer : choisissez-en moins.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is too little clear ground to measure the error on: fill fewer pixels, or do without.</source>
        <translation>Il y a trop peu de sol dégagé pour mesurer l’erreur : remplissez moins de pixels, ou passez-vous-en.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result would overwrite another file of this run: choose another name.</source>
        <translation>Le résultat écraserait un autre fichier de ce traitement : choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Another run is writing the same result: wait for it, or choose another name.</source>
        <translation>Un autre traitement écrit le même résultat : attendez-le, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result cannot be written there: choose another file.</source>
        <translation>Le résultat ne peut pas être écrit là : choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The disk is full or cannot be written: free some space, or choose another folder.</source>
        <translation>Le disque est plein ou ne peut être écrit : libérez de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The memory does not suffice: choose a smaller tile or fewer threads.</source>
        <translation>La mémoire ne suffit pas : choisissez une tuile plus petite ou moins de threads.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The engine's GDAL lacks the driver of Sentinel-2 products: open the bands as rasters.</source>
        <translation>Le GDAL du moteur n’a pas le pilote des produits Sentinel-2 : ouvrez les bandes comme rasters.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The device is not there: choose another in the settings.</source>
        <translation>Le périphérique n’est pas là : choisissez-en un autre dans les options.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The trained model cannot be used: choose another in the table.</source>
        <translation>Le modèle entraîné est inutilisable : choisissez-en un autre dans le tableau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input lies on the network: download it, or allow network sources in the options of GeoInpaint.</source>
        <translation>Une entrée se trouve sur le réseau : téléchargez-la, ou autorisez les sources réseau dans les options de GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A virtual raster leads to a file outside its folder: put that beside it, or name its folder in the options of GeoInpaint.</source>
        <translation>Un raster virtuel mène à un fichier hors de son dossier : placez-le à côté, ou nommez son dossier dans les options de GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>NetCDF and HDF are not read as they are: choose the layer in QGIS, or save it as a GeoTIFF.</source>
        <translation>NetCDF et HDF ne sont pas lus tels quels : choisissez la couche dans QGIS, ou enregistrez-la en GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This kind of virtual raster is not opened: save it as a GeoTIFF.</source>
        <translation>Ce type de raster virtuel n'est pas ouvert : enregistrez-le en GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input has changed while it was read: fill again when nothing writes to it any more.</source>
        <translation>Une entrée a changé pendant sa lecture : comblez à nouveau quand plus rien n'y écrit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An earlier run was interrupted while it put its result in place: run the same again first.</source>
        <translation>Une exécution antérieure a été interrompue alors qu'elle mettait son résultat en place : relancez d'abord la même.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input is a device or a pipe, and no file: choose a file.</source>
        <translation>Une entrée est un périphérique ou un tube, et non un fichier : choisissez un fichier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file may not be read or written: check its permissions, or choose another.</source>
        <translation>Un fichier ne peut être lu ou écrit : vérifiez ses droits, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Too many files are open: choose fewer threads in the settings.</source>
        <translation>Trop de fichiers sont ouverts : choisissez moins de threads dans les paramètres.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A part of the Sentinel-2 product is damaged: download it again.</source>
        <translation>Une partie du produit Sentinel-2 est endommagée : téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Nothing says what is to be filled: choose a classification or a mask layer, or draw.</source>
        <translation>Rien ne dit ce qu'il faut combler : choisissez une classification ou une couche de masque, ou dessinez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene has no classification of its own: choose one.</source>
        <translation>La scène n'a pas de classification propre : choisissez-en une.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The classes cannot be read: write numbers and ranges, such as 3,8-10.</source>
        <translation>Les classes ne peuvent être lues : écrivez des nombres et des intervalles, comme 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Classes are given for a layer that has none: leave them out, or choose a raster of classes.</source>
        <translation>Des classes sont données pour une couche qui n'en a pas : omettez-les, ou choisissez un raster de classes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Clouds are found by other dates, and there is none: add one, or choose another mask.</source>
        <translation>Les nuages se trouvent grâce à d'autres dates, et il n'y en a pas : ajoutez-en une, ou choisissez un autre masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds is not installed: tick it in the panel, and press Get it.</source>
        <translation>Le réseau pour les nuages n'est pas installé : cochez-le dans le panneau, et appuyez sur Obtenir.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds needs the bands B02, B03, B04 and B08, named so, as they were delivered.</source>
        <translation>Le réseau pour les nuages demande les bandes B02, B03, B04 et B08, ainsi nommées et telles que livrées.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>More would be fetched than was allowed: allow more megabytes, or choose fewer dates.</source>
        <translation>On récupérerait plus que permis : permettez plus de mégaoctets, ou choisissez moins de dates.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is nothing to build a reference from: choose scenes.</source>
        <translation>Il n'y a rien dont construire une référence : choisissez des scènes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This method takes no steps that could be stopped: leave the stopping rule at auto.</source>
        <translation>Cette méthode ne fait pas de pas que l'on puisse arrêter : laissez la règle d'arrêt sur auto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This fill needs torch: set up the full stage of the engine, or choose another method.</source>
        <translation>Ce remplissage demande torch : installez le niveau complet du moteur, ou choisissez une autre méthode.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An interrupted run cannot be gone on with: start anew.</source>
        <translation>Une exécution interrompue ne peut être reprise : recommencez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Several workers cannot be used here: do without them.</source>
        <translation>Plusieurs processus ne peuvent servir ici : passez-vous-en.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A setting has a value that the engine does not know: check the advanced settings.</source>
        <translation>Un réglage a une valeur que le moteur ne connaît pas : vérifiez les paramètres avancés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue cannot be used: choose another, or check its address.</source>
        <translation>Le catalogue est inutilisable : choisissez-en un autre, ou vérifiez son adresse.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene does not tell its date, its place or its bands: add other dates as files.</source>
        <translation>La scène ne dit pas sa date, son lieu ou ses bandes : ajoutez d'autres dates comme fichiers.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue has nothing for this place and time: look further before and after the scene.</source>
        <translation>Le catalogue n'a rien pour ce lieu et cette époque : cherchez plus loin avant et après la scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date can be fetched: look further before and after, or allow more dates or megabytes.</source>
        <translation>Aucune date ne peut être récupérée : cherchez plus loin avant et après, ou autorisez plus de dates ou de mégaoctets.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A server does not give out what the catalogue names: leave that date out, or choose another.</source>
        <translation>Un serveur ne fournit pas ce que le catalogue nomme : omettez cette date, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue's server does not answer as it should: try again; what was fetched is kept.</source>
        <translation>Le serveur du catalogue ne répond pas comme il devrait : réessayez ; ce qui a été récupéré est conservé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Catalogues need a package that the engine does not have: set it up again.</source>
        <translation>Les catalogues demandent un paquet que le moteur n'a pas : installez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date of the series could be filled: the log says why.</source>
        <translation>Aucune date de la série n'a pu être comblée : le journal dit pourquoi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file that keeps the series is damaged: choose another folder.</source>
        <translation>Le fichier qui garde la série est endommagé : choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A scene of the series tells no date, or has no mask: name its file with the date, or give a mask.</source>
        <translation>Une scène de la série ne dit pas sa date, ou n'a pas de masque : mettez la date dans le nom du fichier, ou donnez un masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The dates of the series make no cube: do without it, or set zarr up in the engine's Python.</source>
        <translation>Les dates de la série ne forment pas de cube : passez-vous-en, ou installez zarr dans le Python du moteur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The model cannot be added or removed under this name.</source>
        <translation>Le modèle ne peut être ajouté ou retiré sous ce nom.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the catalogue and the page</source>
        <translation>Écriture du catalogue et de la page</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking where the dates are clear</source>
        <translation>Recherche des endroits où les dates sont claires</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking for cloud beside the mask</source>
        <translation>Recherche de nuages à côté du masque</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Measuring the error on hidden ground</source>
        <translation>Mesure de l’erreur sur le sol caché</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Making the environment</source>
        <translation>Création de l'environnement</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Checking the environment</source>
        <translation>Vérification de l'environnement</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The engine is set up</source>
        <translation>Le moteur est installé</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages are installed</source>
        <translation>Les paquets sont installés</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} holds other things.</source>
        <translation>Le dossier {path} contient autre chose.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose an empty folder for the engine.</source>
        <translation>Choisissez un dossier vide pour le moteur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} cannot be used: {reason}.</source>
        <translation>Le dossier {path} ne peut pas être utilisé : {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages could not be installed.</source>
        <translation>Les paquets n'ont pas pu être installés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The log says why.</source>
        <translation>Le journal dit pourquoi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>There is no space left on the disk.</source>
        <translation>Il n'y a plus de place sur le disque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Free some space, or choose another folder, and try again.</source>
        <translation>Libérez de la place, ou choisissez un autre dossier, et réessayez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy asks for a user name and password.</source>
        <translation>Le proxy demande un nom d'utilisateur et un mot de passe.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set HTTPS_PROXY with both before QGIS starts, or install from a folder of wheels.</source>
        <translation>Définissez HTTPS_PROXY avec les deux avant de démarrer QGIS, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy cannot be reached.</source>
        <translation>Le proxy est injoignable.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the proxy settings of this computer, or install from a folder of wheels.</source>
        <translation>Vérifiez les réglages de proxy de cet ordinateur, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection's certificate is not trusted, often because a firewall inspects it.</source>
        <translation>Le certificat de la connexion n'est pas reconnu, souvent parce qu'un pare-feu l'inspecte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Ask for your organisation's certificate and name it in PIP_CERT, or install from a folder of wheels.</source>
        <translation>Demandez le certificat de votre organisation et nommez-le dans PIP_CERT, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server cannot be reached.</source>
        <translation>Le serveur de paquets est injoignable.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the internet connection and try again, or install from a folder of wheels.</source>
        <translation>Vérifiez la connexion à internet et réessayez, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection was lost during the download.</source>
        <translation>La connexion a été perdue pendant le téléchargement.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; what was downloaded is kept.</source>
        <translation>Réessayez ; ce qui a été téléchargé est gardé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A downloaded package was cut off, or is not the one that was tested.</source>
        <translation>Un paquet téléchargé a été coupé, ou n’est pas celui qui a été testé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; if it stays so, something between here and the server changes downloads.</source>
        <translation>Réessayez ; si cela persiste, quelque chose entre ici et le serveur modifie les téléchargements.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package file is damaged, most often because its download or copy was cut off.</source>
        <translation>Un fichier de paquet est endommagé, le plus souvent parce que son téléchargement ou sa copie a été coupé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; offline, copy the folder of wheels anew.</source>
        <translation>Réessayez ; hors ligne, copiez à nouveau le dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server refuses, or has a fault.</source>
        <translation>Le serveur de paquets refuse, ou est en panne.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again later, check the extra pip options, or install from a folder of wheels.</source>
        <translation>Réessayez plus tard, vérifiez les options pip supplémentaires, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This Python cannot make environments: its venv module or pip is missing.</source>
        <translation>Ce Python ne peut pas créer d'environnements : son module venv ou pip manque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>On Debian and Ubuntu install python3-venv, or choose another Python.</source>
        <translation>Sous Debian et Ubuntu, installez python3-venv, ou choisissez un autre Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A path has become too long for Windows.</source>
        <translation>Un chemin est devenu trop long pour Windows.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder near the root of a drive, such as C:\geoinpaint.</source>
        <translation>Choisissez un dossier près de la racine d'un lecteur, comme C:\geoinpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A file is held by another program, often the virus scanner or a second QGIS.</source>
        <translation>Un fichier est retenu par un autre programme, souvent l'antivirus ou un second QGIS.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Close other QGIS windows, wait a moment and try again.</source>
        <translation>Fermez les autres fenêtres de QGIS, attendez un instant et réessayez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A folder or file cannot be written.</source>
        <translation>Un dossier ou un fichier ne peut pas être écrit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder that you may write to.</source>
        <translation>Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>At that address there is no torch without CUDA for this Python.</source>
        <translation>À cette adresse, il n'y a pas de torch sans CUDA pour ce Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the address, or choose the usual full stage.</source>
        <translation>Vérifiez l'adresse, ou choisissez le niveau complet habituel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The folder of wheels lacks a package for this system and Python.</source>
        <translation>Il manque au dossier de wheels un paquet pour ce système et ce Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Fill the folder for the same system and Python version, and try again.</source>
        <translation>Remplissez le dossier pour le même système et la même version de Python, et réessayez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package does not exist for this Python.</source>
        <translation>Un paquet n'existe pas pour ce Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose Python 3.10 to 3.13 for the engine.</source>
        <translation>Choisissez Python 3.10 à 3.13 pour le moteur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The pip of this Python is too old.</source>
        <translation>Le pip de ce Python est trop ancien.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a newer Python, or leave the extra pip options empty.</source>
        <translation>Choisissez un Python plus récent, ou laissez vides les options pip supplémentaires.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A library is built for another kind of processor than this Python.</source>
        <translation>Une bibliothèque est construite pour un autre type de processeur que ce Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a 64-bit Python for this computer, and set the engine up again.</source>
        <translation>Choisissez un Python 64 bits pour cet ordinateur, et installez le moteur à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library is missing, most often the Microsoft Visual C++ runtime.</source>
        <translation>Une bibliothèque du système manque, le plus souvent celle de Microsoft Visual C++.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Install the Microsoft Visual C++ Redistributable (x64), and try again.</source>
        <translation>Installez Microsoft Visual C++ Redistributable (x64), et réessayez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The graphics card does not have enough memory for this run.</source>
        <translation>La carte graphique n'a pas assez de mémoire pour cette exécution.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a smaller tile, or run on the processor.</source>
        <translation>Choisissez une tuile plus petite, ou calculez sur le processeur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The driver of the graphics card is too old for this build of torch, or the card is.</source>
        <translation>Le pilote de la carte graphique est trop ancien pour cette version de torch, ou la carte l'est.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Update the driver, or run on the processor.</source>
        <translation>Mettez le pilote à jour, ou calculez sur le processeur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This fill needs torch, which the engine's Python does not have.</source>
        <translation>Ce remplissage demande torch, que le Python du moteur n'a pas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set up the full engine, or use a classical fill.</source>
        <translation>Installez le moteur complet, ou utilisez un remplissage classique.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>torch is installed but does not load.</source>
        <translation>torch est installé mais ne se charge pas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again.</source>
        <translation>Installez le moteur à nouveau.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The engine's packages do not fit together.</source>
        <translation>Les paquets du moteur ne vont pas ensemble.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This processor lacks instructions that a package was built for.</source>
        <translation>Il manque à ce processeur des instructions pour lesquelles un paquet a été construit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose another torch build in the extra pip options, or use a classical fill.</source>
        <translation>Choisissez une autre version de torch dans les options pip supplémentaires, ou utilisez un remplissage classique.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The computer ran out of memory.</source>
        <translation>L'ordinateur n'a plus de mémoire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package that the engine needs is missing or too old.</source>
        <translation>Un paquet dont le moteur a besoin manque ou est trop ancien.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again, or choose another Python for it.</source>
        <translation>Installez le moteur à nouveau, ou choisissez un autre Python pour lui.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library that a package needs is missing.</source>
        <translation>Une bibliothèque du système dont un paquet a besoin manque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} is left out of the series: {why}</source>
        <translation>{date} est omise de la série : {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} keeps the fill that it has: {why}</source>
        <translation>{date} garde le remplissage qu’elle a : {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} cannot be filled: {why}</source>
        <translation>{date} ne peut pas être remplie : {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>The engine cannot do this as it was asked ({code}).</source>
        <translation>Le moteur ne peut pas le faire comme demandé ({code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Installing {package} ({number} of {count})</source>
        <translation>Installation de {package} ({number} sur {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Asking for the packages</source>
        <translation>Recherche des paquets</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Fetching {package} ({number} of {count})</source>
        <translation>Téléchargement de {package} ({number} sur {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>{text}, {done:.0f} of {total:.0f} MB</source>
        <translation>{text}, {done:.0f} sur {total:.0f} Mo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The engine needs Python 3.10 or newer, and {path} is {version}.</source>
        <translation>Le moteur demande Python 3.10 ou plus récent, et {path} est {version}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose another Python for the engine.</source>
        <translation>Choisissez un autre Python pour le moteur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} is a 32-bit one.</source>
        <translation>Le Python {path} est un Python 32 bits.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose a 64-bit Python for the engine.</source>
        <translation>Choisissez un Python 64 bits pour le moteur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} lacks packages that the engine needs: {names}.</source>
        <translation>Il manque au Python {path} des paquets dont le moteur a besoin : {names}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install them there, or choose another Python for the engine.</source>
        <translation>Installez-les là, ou choisissez un autre Python pour le moteur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>it does not answer</source>
        <translation>il ne répond pas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>what it says is not what a Python says</source>
        <translation>ce qu'il dit n'est pas ce que dit un Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>{path} is not a Python that can be used: {reason}.</source>
        <translation>{path} n'est pas un Python utilisable : {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>No Python 3.10 or newer was found on this computer.</source>
        <translation>Aucun Python 3.10 ou plus récent n'a été trouvé sur cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 (64-bit) from python.org and try again.</source>
        <translation>Installez Python 3.12 (64 bits) depuis python.org et réessayez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 from python.org and try again.</source>
        <translation>Installez Python 3.12 depuis python.org et réessayez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install the packages python3 and python3-venv and try again.</source>
        <translation>Installez les paquets python3 et python3-venv et réessayez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for the processor</source>
        <translation>torch {version} pour le processeur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch in that folder</source>
        <translation>le torch de ce dossier</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch that your pip options lead to</source>
        <translation>le torch auquel mènent vos options pip</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for Metal and the processor</source>
        <translation>torch {version} pour Metal et le processeur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>This build leaves the graphics card unused; the guide says how to choose another.</source>
        <translation>Cette version laisse la carte graphique inutilisée ; le guide dit comment en choisir une autre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for CUDA {cuda} and the processor</source>
        <translation>torch {version} pour CUDA {cuda} et le processeur</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>The card's driver {driver} is too old for it: update it to {needed} or newer.</source>
        <translation>Le pilote {driver} de la carte est trop ancien pour elle : passez à {needed} ou plus récent.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>Apple GPU</source>
        <translation>GPU Apple</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use other dates: they are ignored.</source>
        <translation>Ce remplissage n'utilise pas d'autres dates : elles sont ignorées.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use radar: it is ignored.</source>
        <translation>Ce remplissage n'utilise pas de radar : il est ignoré.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A radar image holds one value only: it is not used.</source>
        <translation>Une image radar ne contient qu’une seule valeur : elle n’est pas utilisée.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date is used, which alone would tell cloud beside the mask: nothing is added to it.</source>
        <translation>Aucune autre date n'est utilisée, qui seule révélerait un nuage à côté du masque : rien n'est ajouté au masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>An advanced setting is ignored that this fill does not use.</source>
        <translation>Un réglage avancé que ce remplissage n'utilise pas est ignoré.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates is given more than once: it is used once.</source>
        <translation>Une des autres dates est donnée plusieurs fois : elle est utilisée une fois.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates shows nothing of the ground that is to be filled.</source>
        <translation>L’une des autres dates ne montre rien du sol à remplir.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date shows a part of what is to be filled, which is less exact there: add dates.</source>
        <translation>Aucune autre date ne montre une partie du sol à remplir ; le remplissage y est moins exact : ajoutez des dates.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Georeference is missing: pixels are taken to lie on each other.</source>
        <translation>Le géoréférencement manque : les pixels sont supposés superposés.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date of the series is left out; the others go on.</source>
        <translation>Une date de la série est omise ; les autres continuent.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scenes have no red and near-infrared bands: no curves of the vegetation index are drawn.</source>
        <translation>Les scènes n'ont pas de bandes rouge et proche infrarouge : aucune courbe de l'indice de végétation n'est tracée.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No date of the series shows some of the points or polygons: their curves are empty.</source>
        <translation>Aucune date de la série ne montre certains des points ou polygones : leurs courbes sont vides.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date cannot be had; the next best takes its place.</source>
        <translation>Une date ne peut être obtenue ; la meilleure suivante prend sa place.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>As much has been fetched as was allowed; some dates are left out.</source>
        <translation>On a récupéré autant que permis ; certaines dates sont omises.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There are more images than are looked at: look at fewer days before and after.</source>
        <translation>Il y a plus d'images que l'on n'en regarde : regardez moins de jours avant et après.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date's offset is not what its catalogue says; the one that goes with the scene is used.</source>
        <translation>Le décalage d'une date n'est pas celui qu'indique son catalogue ; celui qui va avec la scène est utilisé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The catalogue has no radar image of this place and time.</source>
        <translation>Le catalogue n'a pas d'image radar de ce lieu et de cette époque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The rasters do not declare the same scale and offset.</source>
        <translation>Les rasters ne déclarent pas les mêmes échelle et décalage.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is a fill of the scene itself: the error on hidden ground then says nothing.</source>
        <translation>Une autre date est un comblement de la scène elle-même : l'erreur sur le sol caché ne dit alors rien.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>Une autre date vaut 0 dans toutes les bandes par endroits et ne déclare pas de nodata : elle y est tenue pour vide.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>Le raster vaut 0 dans toutes les bandes par endroits et ne déclare pas de nodata : il y est tenu pour vide.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster holds numbers of a colour table, such as classes, and no brightness: choose the image.</source>
        <translation>Le raster contient des numéros d’une table de couleurs, par exemple des classes, et non une luminosité : choisissez l’image.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Reflectance and DN were brought together: another date is in other units than the scene.</source>
        <translation>Réflectance et DN ont été ramenés à la même unité : une autre date n’a pas les unités de la scène.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date does not seem to be in the units of the scene: declare both scales.</source>
        <translation>Une autre date ne semble pas avoir les unités de la scène : déclarez l’échelle des deux.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date or the scene seems to have an offset that it does not declare.</source>
        <translation>Une autre date ou la scène semble avoir un décalage qu’elle ne déclare pas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands differ in nodata; the result declares the first band's.</source>
        <translation>Les bandes ont des nodata différents ; le résultat déclare celui de la première.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A band that is marked as alpha looks like an image; it is copied, not filled.</source>
        <translation>Une bande marquée comme alpha ressemble à une image ; elle est copiée, pas comblée.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A file has several layers; the first is used.</source>
        <translation>Un fichier a plusieurs couches ; la première est utilisée.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the mask layers does not overlap the scene, or holds no shapes.</source>
        <translation>L’une des couches du masque ne recouvre pas la scène, ou ne contient aucune forme.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The mask has many values, and all but zero are filled: of a classification choose the classes.</source>
        <translation>Le masque a de nombreuses valeurs, et tout sauf zéro est rempli : pour une classification, choisissez les classes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The radar's values do not look like the units they are read in.</source>
        <translation>Les valeurs radar ne ressemblent pas aux unités dans lesquelles elles sont lues.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Parts of the scene have too little clear ground for the method: they get a classical fill.</source>
        <translation>Des parties de la scène ont trop peu de sol dégagé pour la méthode : elles reçoivent un remplissage classique.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Few clear pixels are there to learn from: expect a coarse fill.</source>
        <translation>Il y a peu de pixels clairs dont apprendre : attendez-vous à un remplissage grossier.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There is too little clear ground to hide any: the error was not measured.</source>
        <translation>Il y a trop peu de sol dégagé à cacher : l’erreur n’a pas été mesurée.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Some masked pixels could not be filled: there is nothing to fill them from.</source>
        <translation>Certains pixels masqués n’ont pu être remplis : il n’y a rien pour le faire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>What lies beside the mask looks like cloud or shadow, and is not used as it is: it is filled where the mask covers it.</source>
        <translation>Ce qui se trouve à côté du masque ressemble à un nuage ou à une ombre et n'est pas utilisé tel quel : cela est rempli là où le masque le couvre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Shadow that is filled shows the ground: what is seen in it was kept, made as bright as the fill. If that is not wanted, do not fill cloud beside the mask.</source>
        <translation>L'ombre à remplir montre le sol : ce que l'on y voit a été conservé, aussi clair que le remplissage. Si vous ne le souhaitez pas, ne remplissez pas les nuages à côté du masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scene is too small to tell whether the mask leaves cloud beside it: if it may, grow the mask.</source>
        <translation>La scène est trop petite pour dire si le masque laisse des nuages à côté de lui : si c'est possible, agrandissez le masque.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is cloudy itself in places: what is cloud in it is not used.</source>
        <translation>Une autre date est elle-même nuageuse par endroits : ce qui y est nuage n'est pas utilisé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The graphics card cannot repeat the steps as one; each is started by itself, which is slower.</source>
        <translation>La carte graphique ne peut pas répéter les étapes en une seule ; chacune est lancée séparément, ce qui est plus lent.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The preview could not be written; the run goes on without it.</source>
        <translation>L'aperçu n'a pas pu être écrit ; l'exécution continue sans lui.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands' names do not say what they show; they are taken in order.</source>
        <translation>Les noms des bandes ne disent pas ce qu’elles montrent ; elles sont prises dans l’ordre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>the graphics card</source>
        <translation>la carte graphique</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>A network works too: {steps} steps on {place} took {seconds:.1f} s.</source>
        <translation>Un réseau fonctionne aussi : {steps} pas sur {place} ont pris {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine works: a test fill of {pixels} pixels took {seconds:.1f} s.</source>
        <translation>Le moteur fonctionne : un remplissage d'essai de {pixels} pixels a pris {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine runs, but its test fill is wrong.</source>
        <translation>Le moteur tourne, mais son remplissage d'essai est faux.</translation>
    </message>
</context>
</TS>
