<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>GeoInpaint</name>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>The report is gone: {path} is not there any more.</source>
        <translation>Der Bericht ist fort: {path} ist nicht mehr da.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>There is no program to show the report {path} with.</source>
        <translation>Es gibt kein Programm, das den Bericht {path} anzeigen kann.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_layer.py"/>
        <source>{name}_minus_{simple}</source>
        <translation>{name}_minus_{simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>GeoInpaint: difference</source>
        <translation>GeoInpaint: Differenz</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>The difference cannot be made: the result is not what its recipe says.</source>
        <translation>Die Differenz kann nicht gebildet werden: das Ergebnis ist nicht das, was sein Rezept sagt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Values along the line</source>
        <translation>Werte entlang der Linie</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Drag a line over the map, across the edge of a hole.</source>
        <translation>Ziehen Sie auf der Karte eine Linie über den Rand eines Lochs.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>There are no values along the line.</source>
        <translation>Entlang der Linie gibt es keine Werte.</translation>
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
        <translation>GeoInpaint: Profil</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>&amp;Band</source>
        <translation>&amp;Kanal</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>Drag another line over the map to look elsewhere; Escape closes.</source>
        <translation>Für eine andere Stelle ziehen Sie eine andere Linie; Esc schließt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>{share} band</source>
        <translation>{share}-Band</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>filled</source>
        <translation>gefüllt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>The recipe beside the result is gone, which says what to compare it with: fill again.</source>
        <translation>Das Rezept neben dem Ergebnis ist fort, das sagt, womit zu vergleichen ist: füllen Sie noch einmal.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>This is the simple fill itself: there is nothing simpler to compare it with.</source>
        <translation>Das ist die einfache Füllung selbst: es gibt nichts Einfacheres zum Vergleich.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>Values over time</source>
        <translation>Werte im Lauf der Zeit</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>There are no values here.</source>
        <translation>Hier gibt es keine Werte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, clear</source>
        <translation>{date}: {value}, klar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: cloudy, not filled</source>
        <translation>{date}: bewölkt, nicht gefüllt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, filled</source>
        <translation>{date}: {value}, gefüllt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{share} band {low} to {high}</source>
        <translation>{share}-Band {low} bis {high}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>The scene shows {value}</source>
        <translation>Die Szene zeigt {value}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>clear</source>
        <translation>klar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>filled, with {share} band</source>
        <translation>gefüllt, mit {share}-Band</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>what a cloud shows</source>
        <translation>was eine Wolke zeigt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint time profile…</source>
        <translation>GeoInpaint-Zeitprofil…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint</source>
        <translation>GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>Choose a date of a filled series in the layer list first; Fill a series of dates makes one.</source>
        <translation>Wählen Sie erst in der Layerliste eine Aufnahme einer gefüllten Reihe; „Reihe von Aufnahmen füllen“ macht eine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>The series in {folder} cannot be read.</source>
        <translation>Die Reihe in {folder} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>GeoInpaint: time profile of {series}</source>
        <translation>GeoInpaint: Zeitprofil von {series}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>click on the map, or x, y</source>
        <translation>Klick in die Karte, oder x, y</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Copy table</source>
        <translation>Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Put the values of all dates on the clipboard, for a spreadsheet</source>
        <translation>Legt die Werte aller Aufnahmen in die Zwischenablage, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Place</source>
        <translation>&amp;Ort</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Write the place as x, y in the units of the map.</source>
        <translation>Schreiben Sie den Ort als x, y in den Einheiten der Karte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click on the map.</source>
        <translation>Klicken Sie in die Karte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>The series shows nothing here.</source>
        <translation>Die Reihe zeigt hier nichts.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click elsewhere for another place; rest the mouse on a date for its value; Escape closes.</source>
        <translation>Ein Klick anderswo zeigt einen anderen Ort; die Maus auf einer Aufnahme ihren Wert; Escape schließt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>{count} scenes are not where they were: what they show is left out.</source>
        <translation>{count} Szenen sind nicht mehr, wo sie waren: was sie zeigen, fehlt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Fill clouds</source>
        <translation>Wolken füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Filled</source>
        <translation>Gefüllt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Fill with</source>
        <translation>Füllen mit</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The file is there already and will be replaced.</source>
        <translation>Die Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Cancelled; no file was written.</source>
        <translation>Abgebrochen; keine Datei wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The last run</source>
        <translation>Der letzte Lauf</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>The search has failed.</source>
        <translation>Die Suche ist gescheitert.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Find dates and radar</source>
        <translation>Aufnahmen und Radar finden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A catalogue by name, the URL of a STAC API, or a folder of STAC items</source>
        <translation>Ein Katalog mit Namen, die URL einer STAC-API oder ein Ordner mit STAC-Items</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> days before and after</source>
        <translation> Tage davor und danach</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> dates at most</source>
        <translation> Aufnahmen höchstens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> radar images at most</source>
        <translation> Radarbilder höchstens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Look</source>
        <translation>&amp;Nachsehen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Fetch</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Adds what is ticked to the project, and fills nothing yet</source>
        <translation>Nimmt das Angekreuzte in das Projekt auf und füllt noch nichts</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch and &amp;run</source>
        <translation>Laden und &amp;starten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetches what is ticked, adds it to the project, and fills the raster from it</source>
        <translation>Lädt das Angekreuzte, nimmt es in das Projekt auf und füllt das Raster daraus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Catalogue</source>
        <translation>&amp;Katalog</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Token, if it wants one</source>
        <translation>&amp;Token, falls er eins will</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>this computer</source>
        <translation>diesem Rechner</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asking {whom} what there is</source>
        <translation>{whom} wird gefragt, was es gibt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: what a date shows of the hole; the best are ticked.</source>
        <translation>{count} Bilder, von {whence}. Grün: was eine Aufnahme vom Loch zeigt; die besten sind angehakt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: where a date is clear; the clouds are detected from them.</source>
        <translation>{count} Bilder, von {whence}. Grün: wo eine Aufnahme klar ist; die Wolken werden aus ihnen erkannt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch about {size:.0f} MB and &amp;run</source>
        <translation>Etwa {size:.0f} MB laden und &amp;starten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asks {host}, and the servers of its images, once you press Look.</source>
        <translation>Fragt {host} und die Server seiner Bilder, sobald Sie Nachsehen drücken.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A folder of this computer: nothing is asked of the network for the search.</source>
        <translation>Ein Ordner dieses Rechners: für die Suche wird im Netz nichts gefragt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>What it shows</source>
        <translation>Was sie zeigt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Clear in the hole</source>
        <translation>Klar im Loch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Around it</source>
        <translation>Darum herum</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Orbit</source>
        <translation>Orbit</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>&amp;Find dates and radar…</source>
        <translation>Aufnahmen und Radar &amp;finden…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>Looks in a catalogue for the images that show the hole, and fetches what is needed</source>
        <translation>Sucht in einem Katalog die Bilder, die das Loch zeigen, und lädt, was davon gebraucht wird</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Asks {host} (a few MB)</source>
        <translation>Fragt {host} (einige MB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Looks in a folder of this computer</source>
        <translation>Sucht in einem Ordner dieses Rechners</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Choose the raster to fill.</source>
        <translation>Wählen Sie das Raster, das gefüllt werden soll.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_coverage.py"/>
        <source>GeoInpaint: evidence</source>
        <translation>GeoInpaint: Belege</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>same day</source>
        <translation>selber Tag</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>{days} d</source>
        <translation>{days} T.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>&amp;Method</source>
        <translation>&amp;Verfahren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>M&amp;ethod</source>
        <translation>V&amp;erfahren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Time it is likely to take</source>
        <translation>Voraussichtliche Dauer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Will take {time}.</source>
        <translation>Dauert {time}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Needs torch: set up the full stage of the engine.</source>
        <translation>Braucht torch: richten Sie die volle Stufe der Engine ein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Fast fit</source>
        <translation>Schnelle Anpassung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Network of the paper (2022)</source>
        <translation>Netz des Artikels (2022)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>How the fill is made</source>
        <translation>Wie die Füllung entsteht</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Classical fill</source>
        <translation>Klassische Füllung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>A simple rule; quick, and good with a recent date.</source>
        <translation>Eine einfache Regel; schnell, und gut mit einer nahen Aufnahme.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Only this image</source>
        <translation>Nur dieses Bild</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Carries on what surrounds the hole; for small holes.</source>
        <translation>Führt fort, was das Loch umgibt; für kleine Löcher.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Other dates</source>
        <translation>Andere Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns on clear ground how this image follows from the others.</source>
        <translation>Lernt auf klarem Grund, wie dieses Bild aus den anderen folgt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from radar, which sees through cloud.</source>
        <translation>Lernt vom Radar, das durch Wolken sieht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Dates and radar</source>
        <translation>Daten und Radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from all the evidence there is.</source>
        <translation>Lernt aus allem, was es gibt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Trained model</source>
        <translation>Trainiertes Modell</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learned from other scenes; looks at this image alone.</source>
        <translation>An anderen Szenen gelernt; sieht nur dieses Bild an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Regression (dates, radar)</source>
        <translation>Regression (Aufnahmen, Radar)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Harmonic (smooth surface)</source>
        <translation>Harmonisch (glatte Fläche)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Ratio (mean of the dates)</source>
        <translation>Verhältnis (Mittelwert)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Paste the nearest date</source>
        <translation>Nächste Aufnahme einsetzen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>TELEA (inwards)</source>
        <translation>TELEA (nach innen)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Coherent (along lines)</source>
        <translation>Kohärent (entlang Linien)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>GeoInpaint: trained models</source>
        <translation>GeoInpaint: trainierte Modelle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Cancelled; the table is as it was.</source>
        <translation>Abgebrochen; die Tabelle ist wie zuvor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained models</source>
        <translation>Trainierte Modelle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a model…</source>
        <translation>Modell hinzufügen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Copy a model's file (.safetensors) into your models</source>
        <translation>Kopiert die Datei eines Modells (.safetensors) zu Ihren Modellen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your copy of this model</source>
        <translation>Löscht Ihre Kopie dieses Modells</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a trained model</source>
        <translation>Trainiertes Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your model {name}? Its file is {path}.</source>
        <translation>Ihr Modell {name} löschen? Seine Datei ist {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove a trained model</source>
        <translation>Trainiertes Modell entfernen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>No trained model is here yet: add one from its file.</source>
        <translation>Noch ist kein trainiertes Modell hier: fügen Sie eines aus seiner Datei hinzu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained on</source>
        <translation>Trainiert an</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>What the fill may use</source>
        <translation>Was die Füllung verwenden darf</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Other &amp;dates of the same place</source>
        <translation>Andere Aufnahme&amp;daten desselben Orts</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No other image: add clearer dates</source>
        <translation>Kein anderes Bild: klarere hinzufügen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>&amp;Radar (Sentinel-1)</source>
        <translation>&amp;Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No radar image: add VV and VH</source>
        <translation>Kein Radarbild: VV und VH hinzufügen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Build a clear-sky &amp;reference…</source>
        <translation>Wolkenfreie &amp;Referenz erstellen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Makes one clear image of many cloudy dates, to be ticked above</source>
        <translation>Macht aus vielen bewölkten Aufnahmen ein klares Bild, das oben angekreuzt werden kann</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Date, days from the raster to fill, clouds (or what is valid), and how much of what is to be filled each shows. The nearest clear ones are ticked unless you choose.</source>
        <translation>Datum, Tage bis zum zu füllenden Raster, Wolken (oder was gültig ist), und wie viel des zu Füllenden jede zeigt. Die nächsten klaren sind angehakt, solange Sie nicht wählen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files: {what}</source>
        <translation>Dateien hinzufügen: {what}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files to the project and tick them</source>
        <translation>Fügt Dateien zum Projekt hinzu und kreuzt sie an</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 date</source>
        <translation>1 Aufnahme</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} dates</source>
        <translation>{count} Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 radar image</source>
        <translation>1 Radarbild</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} radar images</source>
        <translation>{count} Radarbilder</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>this image alone</source>
        <translation>dieses Bild allein</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add rasters</source>
        <translation>Raster hinzufügen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{date}, {days}</source>
        <translation>{date}, {days}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>covers {percent:.0f} %</source>
        <translation>deckt {percent:.0f} % ab</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>cloud {percent:.0f} %</source>
        <translation>bewölkt {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{percent:.0f} % valid</source>
        <translation>{percent:.0f} % gültig</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>shows {percent:.0f} %</source>
        <translation>zeigt {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>What looks like cloud beside the mask</source>
        <translation>Was neben der Maske nach Wolke aussieht</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>{count} pixels that the mask leaves out look like cloud (yellow) or shadow (blue)</source>
        <translation>{count} Pixel, die die Maske auslässt, sehen nach Wolke (gelb) oder Schatten (blau) aus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were filled too.</source>
        <translation>sie wurden mitgefüllt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were neither filled nor learned from.</source>
        <translation>sie wurden weder gefüllt noch zum Lernen benutzt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn mask</source>
        <translation>Gezeichnete Maske</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn area</source>
        <translation>Gezeichnetes Gebiet</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>GeoInpaint: mask</source>
        <translation>GeoInpaint: Maske</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>The mask is empty: nothing would be filled.</source>
        <translation>Die Maske ist leer: nichts würde gefüllt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>1 hole</source>
        <translation>1 Loch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{count} holes</source>
        <translation>{count} Löcher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{share} % will be filled: {holes}, largest {size}</source>
        <translation>{share} % werden gefüllt: {holes}, das größte {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>About {text}</source>
        <translation>Etwa {text}</translation>
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
        <translation>Wolken, Wolkenschatten und Cirrus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud and cirrus</source>
        <translation>Wolken und Cirrus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud</source>
        <translation>Wolken</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud shadow</source>
        <translation>Wolkenschatten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cirrus</source>
        <translation>Cirrus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Snow and ice</source>
        <translation>Schnee und Eis</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud, shadow, cirrus and snow</source>
        <translation>Wolken, Schatten, Cirrus und Schnee</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What to fill</source>
        <translation>Was gefüllt wird</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show the mask on the map</source>
        <translation>Maske auf der Karte zeigen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show what will be filled in red on the map</source>
        <translation>Zeigt auf der Karte rot, was gefüllt wird</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Figures of the mask</source>
        <translation>Kennzahlen der Maske</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Also fill cloud &amp;beside the mask</source>
        <translation>Wolken ne&amp;ben der Maske mitfüllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What looks like cloud, haze or shadow by the other dates and the mask has left out. In shadow, also in the mask, the ground that is seen is kept, made as bright as the fill.</source>
        <translation>Was nach den anderen Aufnahmen Wolke, Dunst oder Schatten ist und die Maske ausgelassen hat. Im Schatten, auch in dem unter der Maske, bleibt der Boden, der zu sehen ist, so hell wie die Füllung.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Classification</source>
        <translation>&amp;Klassifikation</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Scene classification (SCL)</source>
        <translation>Szenenklassifikation (SCL)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>A raster of classes, such as the SCL of a Sentinel-2 L2A product</source>
        <translation>Ein Raster mit Klassen, etwa die SCL eines Sentinel-2-L2A-Produkts</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Classes to fill: numbers and ranges, such as 3,8-10</source>
        <translation>Klassen, die gefüllt werden: Zahlen und Bereiche, etwa 3,8-10</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets of classes</source>
        <translation>Vorlagen für Klassen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>C&amp;lasses to fill</source>
        <translation>Zu &amp;füllende Klassen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Mask layers</source>
        <translation>Maskenlayer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>No polygons or one-band rasters</source>
        <translation>Kein Polygon- oder Einkanal-Layer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Mask layers (any raster or polygons)</source>
        <translation>&amp;Maskenlayer (beliebige Raster oder Polygone)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Drag or click on the map; Shift cuts out, Ctrl+Z takes back</source>
        <translation>Auf der Karte ziehen oder klicken; Umschalt schneidet aus, Strg+Z nimmt zurück</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw a polygon</source>
        <translation>Polygon zeichnen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw freehand</source>
        <translation>Freihand zeichnen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen</source>
        <translation>Radius des Pinsels auf dem Bildschirm</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen; [ and ] change it</source>
        <translation>Radius des Pinsels auf dem Bildschirm; [ und ] ändern ihn</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Take the last stroke back</source>
        <translation>Letzten Strich zurücknehmen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Make the stroke again</source>
        <translation>Strich wiederholen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Clear the drawing</source>
        <translation>Zeichnung löschen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grows the mask: the edges of clouds are often missed</source>
        <translation>Vergrößert die Maske: Wolkenränder werden oft übersehen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fill &amp;nodata too</source>
        <translation>Auch &amp;Nodata füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Otherwise nodata stays nodata</source>
        <translation>Sonst bleibt Nodata Nodata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Grow by</source>
        <translation>&amp;Vergrößern um</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grow the mask by</source>
        <translation>Maske vergrößern um</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>from &amp;dates</source>
        <translation>aus &amp;Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what the ticked dates tell to be cloud or shadow here; needs no classification</source>
        <translation>Füllt, was die angehakten Aufnahmen hier als Wolke oder Schatten erkennen lassen; braucht keine Klassifikation</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>by net&amp;work</source>
        <translation>per &amp;Netz</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what a network tells to be cloud or shadow from this image alone; it is a package of its own</source>
        <translation>Füllt, was ein Netz allein aus diesem Bild als Wolke oder Schatten erkennt; es ist ein eigenes Paket</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds by a network</source>
        <translation>Wolken durch ein Netz erkennen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Get it…</source>
        <translation>Holen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Installs the network's package into the engine's environment; asks before it fetches</source>
        <translation>Installiert das Paket des Netzes in die Umgebung der Engine; fragt vor dem Laden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds from the dates</source>
        <translation>Wolken aus den Aufnahmen erkennen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the network tells to be cloud is added when it runs.</source>
        <translation>Was das Netz als Wolke erkennt, kommt beim Lauf hinzu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the dates tell to be cloud is added when it runs.</source>
        <translation>Was die Aufnahmen als Wolke erkennen lassen, kommt beim Lauf hinzu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Whole raster</source>
        <translation>Ganzes Raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>What the map shows</source>
        <translation>Was die Karte zeigt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box drawn on the map</source>
        <translation>Gezeichnetes Rechteck</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Polygon drawn on the map</source>
        <translation>Gezeichnetes Polygon</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Selected polygons</source>
        <translation>Ausgewählte Polygone</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Only holes in the area are filled; the result covers the whole raster all the same</source>
        <translation>Nur Löcher in diesem Gebiet werden gefüllt; das Ergebnis umfasst trotzdem das ganze Raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area</source>
        <translation>Gebiet zeichnen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box: drag it on the map. Polygon: click its corners, end with the right button; Shift cuts out.</source>
        <translation>Rechteck: auf der Karte ziehen. Polygon: Ecken anklicken, mit der rechten Maustaste beenden; Umschalt schneidet aus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Clear the drawn area</source>
        <translation>Gezeichnetes Gebiet löschen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>A&amp;rea</source>
        <translation>&amp;Gebiet</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: drag a box on the map.</source>
        <translation>Gebiet zeichnen: ein Rechteck auf der Karte ziehen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: click its corners on the map, and end with the right button.</source>
        <translation>Gebiet zeichnen: die Ecken auf der Karte anklicken und mit der rechten Maustaste beenden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Select the polygons that are the area, in a layer of the project.</source>
        <translation>Wählen Sie in einem Layer des Projekts die Polygone aus, die das Gebiet sind.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>The area does not touch the raster: choose another, or the whole raster.</source>
        <translation>Das Gebiet berührt das Raster nicht: wählen Sie ein anderes oder das ganze Raster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Rasters (*.tif *.tiff *.jp2 *.vrt);;All (*)</source>
        <translation>Raster (*.tif *.tiff *.jp2 *.vrt);;Alle (*)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster to fill</source>
        <translation>Zu füllendes Raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The bands to fill and to write; all where none is ticked</source>
        <translation>Die Kanäle, die gefüllt und geschrieben werden; alle, wenn keiner angekreuzt ist</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>&amp;Bands</source>
        <translation>&amp;Kanäle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a raster</source>
        <translation>Raster öffnen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a file or a Sentinel-2 product to the project and fill it</source>
        <translation>Fügt eine Datei oder ein Sentinel-2-Produkt zum Projekt hinzu und füllt es</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster file…</source>
        <translation>Rasterdatei…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (.SAFE folder)…</source>
        <translation>Sentinel-2-Produkt (.SAFE-Ordner)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (zip)…</source>
        <translation>Sentinel-2-Produkt (zip)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a Sentinel-2 product</source>
        <translation>Sentinel-2-Produkt öffnen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Products (*.zip)</source>
        <translation>Produkte (*.zip)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} cannot be opened as a raster.</source>
        <translation>{name} lässt sich nicht als Raster öffnen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} is no Sentinel-2 product that QGIS can open.</source>
        <translation>{name} ist kein Sentinel-2-Produkt, das QGIS öffnen kann.</translation>
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
        <translation>Sentinel-2-Produkt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Bands of which resolution?</source>
        <translation>Kanäle welcher Auflösung?</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a raster to the project, or open a file.</source>
        <translation>Fügen Sie dem Projekt ein Raster hinzu, oder öffnen Sie eine Datei.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} Pixel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{count} bands</source>
        <translation>{count} Kanäle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>1 band</source>
        <translation>1 Kanal</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>nodata {value:g}</source>
        <translation>Nodata {value:g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The grid is in degrees: pixels are not square on the ground.</source>
        <translation>Das Gitter ist in Grad: Pixel sind am Boden nicht quadratisch.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say what to fill: choose a classification or a mask layer, or draw on the map.</source>
        <translation>Sagen Sie, was gefüllt werden soll: wählen Sie eine Klassifikation oder einen Maskenlayer, oder zeichnen Sie auf der Karte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say which classes to fill, such as 3,8-10.</source>
        <translation>Sagen Sie, welche Klassen gefüllt werden sollen, etwa 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The network for clouds is not installed yet: press Get it.</source>
        <translation>Das Netz für Wolken ist noch nicht installiert: drücken Sie „Holen“.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A trained model looks at no other dates to detect clouds from: choose another mask.</source>
        <translation>Ein trainiertes Modell sieht keine anderen Aufnahmen, aus denen Wolken zu erkennen wären: wählen Sie eine andere Maske.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date to detect clouds from.</source>
        <translation>Haken Sie mindestens ein Bild eines anderen Datums an, um Wolken daraus zu erkennen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The folder {folder} does not exist: choose another file.</source>
        <translation>Den Ordner {folder} gibt es nicht: Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Choose a trained model in the table.</source>
        <translation>Wählen Sie ein trainiertes Modell in der Tabelle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date.</source>
        <translation>Kreuzen Sie mindestens ein Bild eines anderen Aufnahmedatums an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one Sentinel-1 image.</source>
        <translation>Kreuzen Sie mindestens ein Sentinel-1-Bild an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>This fill needs at least one image of another date: tick one.</source>
        <translation>Diese Füllung braucht mindestens ein Bild eines anderen Aufnahmedatums: kreuzen Sie eines an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A regression needs an image of another date or a radar image: tick one.</source>
        <translation>Eine Regression braucht ein Bild eines anderen Aufnahmedatums oder ein Radarbild: kreuzen Sie eines an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/background_run.py"/>
        <source>The run has failed; the log says more.</source>
        <translation>Der Lauf ist gescheitert; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clear_stretch.py"/>
        <source>GeoInpaint: stretch</source>
        <translation>GeoInpaint: Kontrast</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The command is on the clipboard.</source>
        <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The diagnostics are on the clipboard.</source>
        <translation>Die Diagnose ist in der Zwischenablage.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/commands.py"/>
        <source>{name} is not a file: export it to one (layer menu, Export) and choose that layer.</source>
        <translation>{name} ist keine Datei: exportieren Sie den Layer (Layermenü, Exportieren) und wählen Sie diesen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>GeoInpaint log</source>
        <translation>GeoInpaint-Protokoll</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>The engine has said nothing.</source>
        <translation>Die Engine hat nichts gesagt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/error_curve.py"/>
        <source>Error on hidden ground over the run</source>
        <translation>Fehler auf verdecktem Boden im Verlauf</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>a few seconds</source>
        <translation>einige Sekunden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} s</source>
        <translation>etwa {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} min</source>
        <translation>etwa {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count:.0f} h</source>
        <translation>etwa {count:.0f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Run</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>More: commands, batch, modeler, log, diagnostics</source>
        <translation>Mehr: Befehle, Batch, Modellierung, Protokoll, Diagnose</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as a command, open in batch or modeler, show the log, copy diagnostics</source>
        <translation>Als Befehl kopieren, in Batch oder Modellierung öffnen, Protokoll zeigen, Diagnose kopieren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as qgis_process command</source>
        <translation>Als qgis_process-Befehl kopieren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as geoinpaint command</source>
        <translation>Als geoinpaint-Befehl kopieren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in batch</source>
        <translation>In der Batch-Verarbeitung öffnen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in modeler</source>
        <translation>In der Modellierung öffnen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Stop and keep best</source>
        <translation>A&amp;nhalten, Bestes behalten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Finish now with the best fill so far</source>
        <translation>Jetzt mit der bisher besten Füllung abschließen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>C&amp;ancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>End without a result; no file is left</source>
        <translation>Ohne Ergebnis beenden; keine Datei bleibt zurück</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>S&amp;wipe</source>
        <translation>S&amp;chieben</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Move the mouse over the map: before on the left, after on the right</source>
        <translation>Bewegen Sie die Maus über die Karte: links vorher, rechts nachher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Blink</source>
        <translation>B&amp;linken</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show before and after in turns</source>
        <translation>Vorher und nachher im Wechsel zeigen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Di&amp;fference</source>
        <translation>&amp;Differenz</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Add a layer: this fill minus a simple fill, blue where it is darker, orange where it is brighter</source>
        <translation>Fügt einen Layer hinzu: diese Füllung minus einer einfachen, blau, wo sie dunkler ist, orange, wo sie heller ist</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Pr&amp;ofile</source>
        <translation>Pr&amp;ofil</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Draw a line over the map: the values before and after along it</source>
        <translation>Zieht eine Linie über die Karte: die Werte vorher und nachher entlang ihr</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show re&amp;port</source>
        <translation>Be&amp;richt zeigen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open the report in the browser</source>
        <translation>Öffnet den Bericht im Browser</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Fill the masked part and add the result to the project</source>
        <translation>Füllt den maskierten Teil und fügt das Ergebnis zum Projekt hinzu</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Starting the engine</source>
        <translation>Starte die Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Cancelling</source>
        <translation>Breche ab</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>The simple fill did better here.</source>
        <translation>Die einfache Füllung war hier besser.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/layer_menu.py"/>
        <source>Run GeoInpaint again…</source>
        <translation>GeoInpaint noch einmal ausführen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>File of the result</source>
        <translation>Datei des Ergebnisses</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Re&amp;port</source>
        <translation>Be&amp;richt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>One page with pictures, errors, evidence and the job, beside the result</source>
        <translation>Eine Seite mit Bildern, Fehlern, Belegen und dem Auftrag, neben dem Ergebnis</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>&amp;Uncertainty</source>
        <translation>&amp;Unsicherheit</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster with the fill's standard deviation, beside the result</source>
        <translation>Ein Raster mit der Standardabweichung der Füllung, neben dem Ergebnis</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Fill fla&amp;g</source>
        <translation>Fülla&amp;nzeige</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster that says what was filled and what could not be, beside the result</source>
        <translation>Ein Raster neben dem Ergebnis, das sagt, was gefüllt wurde und was nicht gefüllt werden konnte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Stretch to clear &amp;ground</source>
        <translation>Kontrast nach klarem &amp;Boden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show scene and result in the range of the clear ground, unless you have set a range yourself</source>
        <translation>Szene und Ergebnis im Wertebereich des klaren Bodens zeigen, sofern Sie keinen eigenen gesetzt haben</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>as in the paper</source>
        <translation>wie im Artikel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;teps of the network</source>
        <translation>Schri&amp;tte des Netzes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Make the difference only</source>
        <translation>Nur die Differenz machen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The other date or the radar is where the network starts from</source>
        <translation>Das Netz geht von der anderen Aufnahme oder vom Radar aus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The same seed, inputs and settings give the same result</source>
        <translation>Gleicher Startwert, gleiche Eingaben und Einstellungen geben das gleiche Ergebnis</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;eed</source>
        <translation>St&amp;artwert</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show the advanced settings</source>
        <translation>Erweiterte Einstellungen zeigen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>beside the raster</source>
        <translation>neben dem Raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Filling</source>
        <translation>Fülle</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Stopped early, after about {step} of {steps} steps.</source>
        <translation>Vorzeitig beendet, nach etwa {step} von {steps} Schritten.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Finishing with the best so far</source>
        <translation>Schließe mit der bisher besten Füllung ab</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>slower than expected</source>
        <translation>langsamer als erwartet</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels to fill</source>
        <translation>{count} Pixel zu füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>on {device}</source>
        <translation>auf {device}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{size:.1f} GB of memory</source>
        <translation>{size:.1f} GB Arbeitsspeicher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>error on hidden ground {value:.3g}</source>
        <translation>Fehler auf verdecktem Boden {value:.3g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} s left</source>
        <translation>noch {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} min left</source>
        <translation>noch {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count:.1f} h left</source>
        <translation>noch {count:.1f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the processor</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the graphics card ({name})</source>
        <translation>der Grafikkarte ({name})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels filled</source>
        <translation>{count} Pixel gefüllt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{done} in {seconds:.0f} s</source>
        <translation>{done} in {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} could not be filled</source>
        <translation>{count} konnten nicht gefüllt werden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>The error was not measured: nothing was hidden to test the fill on.</source>
        <translation>Der Fehler wurde nicht gemessen: nichts wurde verdeckt, um die Füllung zu prüfen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>reflectance</source>
        <translation>Reflexionsgrad</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Error on hidden clear ground: {error} {unit}</source>
        <translation>Fehler auf verdecktem klarem Boden: {error} {unit}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>a simple fill: {simple}</source>
        <translation>eine einfache Füllung: {simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % less error</source>
        <translation>{percent:.0f} % weniger Fehler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % more error</source>
        <translation>{percent:.0f} % mehr Fehler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>To be expected under the clouds: about {error}.</source>
        <translation>Unter den Wolken zu erwarten: etwa {error}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The recipe {path} cannot be read.</source>
        <translation>Das Rezept {path} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The product {path} cannot be opened.</source>
        <translation>Das Produkt {path} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The scene {path} does not have the bands of the recipe.</source>
        <translation>Die Szene {path} hat die Kanäle des Rezepts nicht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The masks of this result have different classes each, and here one choice counts for all: make one mask of them (Make a cloud mask), and fill again from the panel.</source>
        <translation>Die Masken dieses Ergebnisses haben je eigene Klassen, und hier gilt eine Wahl für alle: machen Sie eine Maske daraus (Wolkenmaske erstellen), und füllen Sie noch einmal aus dem Panel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates of this result had days or masks named one by one, which cannot be given here: tick them in the panel, and fill again from there.</source>
        <translation>Die anderen Aufnahmen dieses Ergebnisses hatten einzeln genannte Daten oder Masken, was hier nicht angegeben werden kann: haken Sie sie im Panel an, und füllen Sie dort noch einmal.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates or the radar of this result have different classes or units each, and here one choice counts for all: tick them in the panel, and fill again from there.</source>
        <translation>Die anderen Aufnahmen oder das Radar dieses Ergebnisses haben je eigene Klassen oder Einheiten, und hier gilt eine Wahl für alle: haken Sie sie im Panel an, und füllen Sie dort noch einmal.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} is gone.</source>
        <translation>Die Eingabe {path} ist fort.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} has changed since: the result will be another.</source>
        <translation>Die Eingabe {path} hat sich seither geändert: das Ergebnis wird ein anderes sein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Set up the GeoInpaint engine</source>
        <translation>GeoInpaint-Engine einrichten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages come from {folder}; nothing is downloaded.</source>
        <translation>Die Pakete kommen aus {folder}; nichts wird heruntergeladen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages are downloaded from the Python package index into a Python environment of their own.</source>
        <translation>Die Pakete werden vom Python-Paketindex in eine eigene Python-Umgebung geladen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>QGIS's own Python stays as it is.</source>
        <translation>Das Python von QGIS bleibt, wie es ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The fast fit, classical fills, masks, references and scores.</source>
        <translation>Schnelle Anpassung, klassische Füllungen, Masken, Referenzen und Bewertungen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Also the network of the paper and trained models, which need torch.</source>
        <translation>Auch das Netz des Artikels und trainierte Modelle, die torch brauchen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Einrichten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>none found: networks run on the processor</source>
        <translation>keine gefunden: Netze laufen auf dem Prozessor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Graphics card:</source>
        <translation>Grafikkarte:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Made with:</source>
        <translation>Angelegt mit:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Python {version}, {path}</source>
        <translation>Python {version}, {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Folder:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Free there:</source>
        <translation>Dort frei:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The same on the processor alone, since no graphics card was found. torch comes from the address that pytorch.org names for Pip and CPU (after “index-url”):</source>
        <translation>Dasselbe nur auf dem Prozessor, da keine Grafikkarte gefunden wurde. torch kommt von der Adresse, die pytorch.org für Pip und CPU nennt (hinter „index-url“):</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Address of torch without CUDA</source>
        <translation>Adresse von torch ohne CUDA</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Light: {size}</source>
        <translation>&amp;Leicht: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>F&amp;ull: {size}</source>
        <translation>&amp;Voll: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Full &amp;without CUDA: {size}</source>
        <translation>Voll &amp;ohne CUDA: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>that folder holds no torch</source>
        <translation>dieser Ordner enthält kein torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>the size of the download is not known</source>
        <translation>die Größe des Downloads ist nicht bekannt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>from {size} of wheels</source>
        <translation>aus {size} Wheels</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>about {size} to download</source>
        <translation>etwa {size} zu laden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{size} to download</source>
        <translation>{size} zu laden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>This needs about {size}: choose a folder on a disk with more room.</source>
        <translation>Dies braucht etwa {size}: wählen Sie einen Ordner auf einem Datenträger mit mehr Platz.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Not set up.</source>
        <translation>Nicht eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs with {path}</source>
        <translation>Läuft mit {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python with the engine's packages</source>
        <translation>Python mit den Paketen der Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the environment below</source>
        <translation>leer: die Umgebung unten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Python to use:</source>
        <translation>Zu verwendendes &amp;Python:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of the engine's environment</source>
        <translation>Ordner der Umgebung der Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Engine &amp;folder:</source>
        <translation>&amp;Ordner der Engine:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set up in the panel…</source>
        <translation>Im Bedienfeld einrichten…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Opens the GeoInpaint panel, where the engine is set up, changed or repaired.</source>
        <translation>Öffnet das GeoInpaint-Bedienfeld, in dem die Engine eingerichtet, gewechselt oder repariert wird.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python to make the environment with</source>
        <translation>Python, mit dem die Umgebung angelegt wird</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the best one on this computer</source>
        <translation>leer: das beste auf diesem Rechner</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Made with:</source>
        <translation>Angelegt &amp;mit:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the packages that were tested</source>
        <translation>leer: die geprüften Pakete</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>E&amp;xtra pip options:</source>
        <translation>&amp;Zusätzliche pip-Optionen:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>for computers without a graphics card</source>
        <translation>für Rechner ohne Grafikkarte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>torch without &amp;CUDA from:</source>
        <translation>torch ohne &amp;CUDA von:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>Ordner mit Wheels</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of &amp;wheels:</source>
        <translation>Ordner mit &amp;Wheels:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (Metal)</source>
        <translation>Grafikkarte (Metal)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Device for networks:</source>
        <translation>&amp;Gerät für Netze:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>All processors</source>
        <translation>Alle Prozessoren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Threads:</source>
        <translation>&amp;Threads:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>End an engine that is &amp;silent for:</source>
        <translation>Eine &amp;stumme Engine beenden nach:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Allow &amp;network sources</source>
        <translation>&amp;Netzquellen erlauben</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>The engine may read rasters from servers. A file from somebody else can then make it ask a server that the file names.</source>
        <translation>Die Engine darf Raster von Servern lesen. Eine fremde Datei kann sie dann dazu bringen, einen Server zu fragen, den die Datei nennt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the folder of the virtual raster alone</source>
        <translation>leer: allein der Ordner des virtuellen Rasters</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folders in which the sources of virtual rasters (VRT) may lie, with {separator} between them.</source>
        <translation>Ordner, in denen die Quellen virtueller Raster (VRT) liegen dürfen, mit {separator} dazwischen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Fol&amp;ders for VRT sources:</source>
        <translation>Or&amp;dner für VRT-Quellen:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>A quotation mark is not closed: these options are not saved.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen: diese Optionen werden nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Progress of the set-up</source>
        <translation>Fortschritt der Einrichtung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Cancel the set-up</source>
        <translation>Einrichtung abbrechen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Set &amp;up…</source>
        <translation>&amp;Einrichten…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Make a Python environment for the engine; asks before it fetches.</source>
        <translation>Legt eine Python-Umgebung für die Engine an; fragt, bevor etwas geladen wird.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a &amp;Python…</source>
        <translation>&amp;Python verwenden…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a Python that has the packages already.</source>
        <translation>Verwendet ein Python, das die Pakete schon hat.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>&amp;Offline…</source>
        <translation>&amp;Offline…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the packages from a folder of wheels.</source>
        <translation>Installiert die Pakete aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The engine was set up for another version of the plugin: set it up again.</source>
        <translation>Die Engine wurde für eine andere Version der Erweiterung eingerichtet: richten Sie sie neu ein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Ready: {path}</source>
        <translation>Bereit: {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a Python…</source>
        <translation>Python wählen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose again…</source>
        <translation>Neu wählen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Python for the engine</source>
        <translation>Python für die Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Checking a Python</source>
        <translation>Prüfe ein Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Looking at this computer</source>
        <translation>Sehe mir diesen Rechner an</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>In the extra pip options a quotation mark is not closed.</source>
        <translation>In den zusätzlichen pip-Optionen ist ein Anführungszeichen nicht geschlossen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Correct them in the settings.</source>
        <translation>Berichtigen Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Setting up the GeoInpaint engine</source>
        <translation>Richte die GeoInpaint-Engine ein</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the network for clouds, ukis-csmask (Apache-2.0), and ONNX Runtime (MIT) that runs it, into {folder}? About 165 MB are fetched from Python's package index.</source>
        <translation>Das Netz für Wolken, ukis-csmask (Apache-2.0), und ONNX Runtime (MIT), das es ausführt, in {folder} installieren? Etwa 165 MB werden aus dem Paketverzeichnis von Python geladen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Installing the network for clouds</source>
        <translation>Das Netz für Wolken wird installiert</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The set-up was cancelled.</source>
        <translation>Die Einrichtung wurde abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Looking for a Python and a graphics card</source>
        <translation>Suche ein Python und eine Grafikkarte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Asking {path}</source>
        <translation>Frage {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Trying the engine</source>
        <translation>Probiere die Engine aus</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>The packages are installed.</source>
        <translation>Die Pakete sind installiert.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/stage_watch.py"/>
        <source>GeoInpaint: engine</source>
        <translation>GeoInpaint: Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The set-up has failed: {reason}</source>
        <translation>Die Einrichtung ist gescheitert: {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The log says more.</source>
        <translation>Das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold: {part}</source>
        <translation>Ein- oder ausklappen: {part}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold this part</source>
        <translation>Diesen Teil ein- oder ausklappen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/plugin.py"/>
        <source>GeoInpaint panel</source>
        <translation>GeoInpaint-Bedienfeld</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is one of the words {words}, and {value} is none of them.</source>
        <translation>{name} ist eines der Wörter {words}, und {value} ist keines davon.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is a number from {least} to {most}, and {value} is none of them.</source>
        <translation>{name} ist eine Zahl von {least} bis {most}, und {value} ist keine davon.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fill clouds (classical)</source>
        <translation>Wolken füllen (klassisch)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fills the masked part of a scene by a classical rule, in seconds and without torch. Outside the mask the result equals the scene bit for bit. With a recent clear date the regression is good, and the fast fit of the other algorithm better; with nothing but the image the coherent fill goes on along its fields, roads and shores, and is a smooth surface elsewhere.</source>
        <translation>Füllt den maskierten Teil einer Szene nach einer klassischen Regel, in Sekunden und ohne torch. Außerhalb der Maske gleicht das Ergebnis der Szene Bit für Bit. Mit einer nahen klaren Aufnahme ist die Regression gut, und die schnelle Anpassung des anderen Algorithmus besser; mit dem Bild allein führt die kohärente Füllung dessen Felder, Straßen und Ufer fort und ist sonst eine glatte Fläche.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>auto: regression where another date or radar is given, else coherent; regression: from other dates and radar, fitted on the clear ground; ratio: the references' mean, fitted to the scene at the hole's edge; paste: the nearest clear date as it is; harmonic: a smooth surface through the edge; telea: inwards from the edge; coherent: smooth too, but along the lines of the image.</source>
        <translation>auto: regression, wo ein anderes Datum oder Radar gegeben ist, sonst coherent; regression: aus anderen Daten und Radar, auf dem klaren Boden angepasst; ratio: das Mittel der Referenzen, am Rand des Lochs an die Szene angepasst; paste: das nächste klare Datum, wie es ist; harmonic: eine glatte Fläche durch den Rand; telea: vom Rand nach innen; coherent: auch glatt, aber entlang der Linien des Bildes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill {fill} needs at least one reference (another date).</source>
        <translation>Die Füllung {fill} braucht mindestens eine Referenz (andere Aufnahme).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill regression needs a reference (another date) or a radar image; harmonic needs neither.</source>
        <translation>Die Füllung regression braucht eine Referenz (andere Aufnahme) oder ein Radarbild; harmonic braucht keins von beiden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Build a clear-sky reference</source>
        <translation>Wolkenfreie Referenz erstellen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Makes one clear image from several dates of the same place: at each pixel the median or mean of the dates that are clear there. The last band counts them. With radar images the dates are averaged in linear power, which also removes noise.</source>
        <translation>Macht aus mehreren Aufnahmen desselben Orts ein klares Bild: an jedem Pixel der Median oder das Mittel der Aufnahmen, die dort klar sind. Der letzte Kanal zählt sie. Bei Radarbildern werden die Aufnahmen in linearer Leistung gemittelt, was auch Rauschen entfernt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The dates; each is brought to the grid and the values of the newest (or the first).</source>
        <translation>Die Aufnahmen; jede wird auf das Gitter und die Werte der neuesten (oder der ersten) gebracht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Masks of the scenes</source>
        <translation>Masken der Szenen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Where the scenes are cloudy: none, or one raster for each scene in the same order.</source>
        <translation>Wo die Szenen bewölkt sind: keine, oder ein Raster für jede Szene in derselben Reihenfolge.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Classes of the masks</source>
        <translation>Klassen der Masken</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Which values of the masks mean: cloudy, such as 3,8-10 of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Welche Werte der Masken bewölkt bedeuten, etwa 3,8-10 einer Sentinel-2-Szenenklassifikation. Leer: jeder Wert, der nicht null ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Statistic</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>median: robust against clouds the masks have missed; mean: less noise. Radar is always averaged.</source>
        <translation>median: unempfindlich gegen Wolken, die die Masken übersehen haben; mean: weniger Rauschen. Radar wird immer gemittelt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Grid of</source>
        <translation>Gitter von</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The raster whose grid the reference takes; empty: the first scene's.</source>
        <translation>Das Raster, dessen Gitter die Referenz bekommt; leer: das der ersten Szene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The scenes are radar images (Sentinel-1)</source>
        <translation>Die Szenen sind Radarbilder (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>VV and VH are averaged in linear power and written in decibel.</source>
        <translation>VV und VH werden in linearer Leistung gemittelt und in Dezibel geschrieben.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar speckle filter</source>
        <translation>Specklefilter für Radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>lee: Lee's filter, for few radar dates; none: averaging many dates does it.</source>
        <translation>lee: Filter nach Lee, für wenige Radaraufnahmen; none: das Mitteln vieler Aufnahmen genügt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Clear-sky reference</source>
        <translation>Wolkenfreie Referenz</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>A GeoTIFF with the scenes' bands and type, and a last band that counts the clear dates.</source>
        <translation>Ein GeoTIFF mit den Kanälen und dem Datentyp der Szenen und einem letzten Kanal, der die klaren Aufnahmen zählt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Number of scenes</source>
        <translation>Anzahl der Szenen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Share of pixels that are clear at least once (0 to 1)</source>
        <translation>Anteil der Pixel, die mindestens einmal klar sind (0 bis 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>There are {masks} masks for {scenes} scenes: give none, or one for each.</source>
        <translation>Zu {scenes} Szenen gibt es {masks} Masken: geben Sie keine oder eine für jede an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar sees through clouds: leave the masks out.</source>
        <translation>Radar sieht durch Wolken: lassen Sie die Masken weg.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Make a cloud mask</source>
        <translation>Wolkenmaske erstellen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Writes what is to be filled as a raster on the scene's grid: 1 fill, 0 keep. The sources add up: classes of a scene classification, other raster and vector layers, what other dates or a network tell to be cloud, and the scene's nodata.</source>
        <translation>Schreibt, was gefüllt werden soll, als Raster auf dem Gitter der Szene: 1 füllen, 0 behalten. Die Quellen addieren sich: Klassen einer Szenenklassifikation, andere Raster- und Vektorlayer, was andere Aufnahmen oder ein Netz als Wolke erkennen lassen, und die Nodata der Szene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The raster whose grid the mask takes; or the path of a Sentinel-2 product.</source>
        <translation>Das Raster, dessen Gitter die Maske bekommt; oder der Pfad eines Sentinel-2-Produkts.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes. With a product as the scene it is found there and need not be given.</source>
        <translation>Die Szenenklassifikation (SCL) eines Sentinel-2-L2A-Produkts oder ein anderes Raster mit Klassen. Ist die Szene ein Produkt, so wird sie dort gefunden und muss nicht angegeben werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Classes to mask</source>
        <translation>Zu maskierende Klassen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Further mask layers</source>
        <translation>Weitere Maskenlayer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that are added.</source>
        <translation>Raster (jedes Pixel, das nicht null ist) und Vektoren (im Innern der Flächen), die hinzukommen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>References (other dates)</source>
        <translation>Referenzen (andere Aufnahmen)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clearer images of the same place from other dates, to detect the clouds from.</source>
        <translation>Klarere Bilder desselben Orts von anderen Aufnahmedaten, um daraus die Wolken zu erkennen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask nodata pixels too</source>
        <translation>Auch Nodata-Pixel maskieren</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Adds the scene's nodata pixels.</source>
        <translation>Nimmt die Nodata-Pixel der Szene hinzu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>A GeoTIFF of bytes: 1 fill, 0 keep.</source>
        <translation>Ein GeoTIFF aus Bytes: 1 füllen, 0 behalten.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked pixels</source>
        <translation>Maskierte Pixel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clear pixels</source>
        <translation>Klare Pixel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked share (0 to 1)</source>
        <translation>Maskierter Anteil (0 bis 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Number of holes</source>
        <translation>Anzahl der Löcher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Pixels of the largest hole</source>
        <translation>Pixel des größten Lochs</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Nothing says what is to be masked: give a scene classification or a mask layer.</source>
        <translation>Nichts sagt, was maskiert werden soll: geben Sie eine Szenenklassifikation oder einen Maskenlayer an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Say which classes are to be masked, such as 3,8-10.</source>
        <translation>Sagen Sie, welche Klassen maskiert werden sollen, etwa 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>{scene}_mask</source>
        <translation>{scene}_maske</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Other dates serve to detect clouds only, and that is not ticked: ignored.</source>
        <translation>Andere Daten dienen nur dazu, Wolken zu erkennen, und das ist nicht angekreuzt: Sie werden nicht beachtet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Compare with the truth</source>
        <translation>Mit der Wahrheit vergleichen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Scores a filled image against a clear image of the same date: root mean square and mean absolute error, peak signal-to-noise ratio, structural similarity and spectral angle, in the hole and on the whole. Errors are in reflectance, or in the raster's own numbers where its scale is not known.</source>
        <translation>Bewertet ein gefülltes Bild an einem klaren Bild desselben Datums: mittlerer quadratischer und mittlerer absoluter Fehler, Spitzen-Signal-Rausch-Verhältnis, strukturelle Ähnlichkeit und Spektralwinkel, im Loch und im Ganzen. Die Fehler sind in Reflektanz, oder in den Zahlen des Rasters, wo seine Skala nicht bekannt ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The filled image.</source>
        <translation>Das gefüllte Bild.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The clear image, with the same bands.</source>
        <translation>Das klare Bild, mit denselben Kanälen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>What was filled: a raster (every pixel that is not zero, or the classes) or a vector (the shapes).</source>
        <translation>Was gefüllt wurde: ein Raster (jedes Pixel, das nicht null ist, oder die Klassen) oder ein Vektor (die Flächen).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Classes of the mask</source>
        <translation>Klassen der Maske</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Which values of a mask raster mean: filled. Empty: every value that is not zero.</source>
        <translation>Welche Werte eines Maskenrasters gefüllt bedeuten. Leer: jeder Wert, der nicht null ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Root mean square error</source>
        <translation>Wurzel des mittleren quadratischen Fehlers</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Mean absolute error</source>
        <translation>Mittlerer absoluter Fehler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Peak signal-to-noise ratio (dB)</source>
        <translation>Spitzen-Signal-Rausch-Verhältnis (dB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Structural similarity</source>
        <translation>Strukturelle Ähnlichkeit</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Spectral angle (degrees)</source>
        <translation>Spektralwinkel (Grad)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>in the hole</source>
        <translation>im Loch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>on the whole</source>
        <translation>im Ganzen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Unit of the errors</source>
        <translation>Einheit der Fehler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Engine status</source>
        <translation>Zustand der Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Tells which Python the engine runs with, whether its packages suffice for classical fills (light) or for all (full), and which device it would use. Starts the engine to see whether it works.</source>
        <translation>Sagt, mit welchem Python die Engine läuft, ob dessen Pakete für klassische Füllungen (leicht) oder für alle (voll) genügen und welches Gerät sie verwenden würde. Startet die Engine, um zu sehen, ob sie funktioniert.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Status: full, light or missing</source>
        <translation>Zustand: full, light oder missing</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of the engine</source>
        <translation>Version der Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Python of the engine</source>
        <translation>Python der Engine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of that Python</source>
        <translation>Version dieses Pythons</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of torch</source>
        <translation>Version von torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>The run was cancelled; no output was written.</source>
        <translation>Der Lauf wurde abgebrochen; keine Ausgabe wurde geschrieben.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>1 window</source>
        <translation>1 Fenster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} windows</source>
        <translation>{count} Fenster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} steps</source>
        <translation>{count} Schritte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>about {seconds:.0f} s</source>
        <translation>etwa {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>Plan: {plan}</source>
        <translation>Plan: {plan}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>held-out error {rmse:.4g}</source>
        <translation>Fehler auf verdecktem Boden {rmse:.4g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{seconds:.0f} s left</source>
        <translation>noch {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Filled pixels</source>
        <translation>Gefüllte Pixel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground</source>
        <translation>Fehler auf verdecktem Boden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error to be expected under the hole</source>
        <translation>Unter dem Loch zu erwartender Fehler</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Similarity on hidden ground (SSIM)</source>
        <translation>Ähnlichkeit auf verdecktem Boden (SSIM)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Unit of the error</source>
        <translation>Einheit des Fehlers</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Nothing is selected in the layer {name}: select the polygons to fill within, or use all of it.</source>
        <translation>Im Layer {name} ist nichts ausgewählt: Wählen Sie die Polygone aus, in denen gefüllt werden soll, oder nehmen Sie den ganzen Layer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The layer {name} holds no polygon to fill within: draw one in it, or choose another layer.</source>
        <translation>Der Layer {name} enthält kein Polygon, in dem gefüllt werden könnte: Zeichnen Sie eines darin, oder wählen Sie einen anderen Layer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>An extent needs the scene as a layer: add the product to the project and choose it there.</source>
        <translation>Eine Ausdehnung braucht die Szene als Layer: fügen Sie das Produkt zum Projekt hinzu und wählen Sie es dort.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The uncertainty is measured on hidden ground: leave the hold-out on, or the uncertainty out.</source>
        <translation>Die Unsicherheit wird auf verdecktem Boden gemessen: lassen Sie das Verdecken an oder die Unsicherheit weg.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>{count} pixels were filled</source>
        <translation>{count} Pixel wurden gefüllt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground: {rmse:.4g} ({unit})</source>
        <translation>Fehler auf verdecktem Boden: {rmse:.4g} ({unit})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill a series of dates</source>
        <translation>Reihe von Aufnahmen füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills every date of a place from the dates before and after it. Each date becomes a GeoTIFF in a folder of its own, with its uncertainty and where it was filled; a page tells how far each can be trusted. The layers are loaded with their times, so that the temporal controller plays them.</source>
        <translation>Füllt jede Aufnahme eines Orts aus den Aufnahmen davor und danach. Jede wird ein GeoTIFF in einem Ordner, mit ihrer Unsicherheit und wo gefüllt wurde; eine Seite sagt, wie weit jeder zu trauen ist. Die Layer werden mit ihren Zeiten geladen, sodass die Zeitsteuerung sie abspielt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same seed gives the same result.</source>
        <translation>Derselbe Startwert gibt dasselbe Ergebnis.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Load the dates as layers</source>
        <translation>Die Aufnahmen als Layer laden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>As a group, each with its time: the temporal controller shows them one after the other.</source>
        <translation>Als Gruppe, jede mit ihrer Zeit: die Zeitsteuerung zeigt sie nacheinander.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of the series</source>
        <translation>Ordner der Reihe</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A new folder, or that of a series that is added to or gone on with.</source>
        <translation>Ein neuer Ordner oder der einer Reihe, die ergänzt oder fortgesetzt wird.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that were filled</source>
        <translation>Gefüllte Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates without anything to fill</source>
        <translation>Aufnahmen, in denen nichts zu füllen ist</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that cannot be used</source>
        <translation>Aufnahmen, die nicht zu gebrauchen sind</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that could not be filled</source>
        <translation>Aufnahmen, die nicht gefüllt werden konnten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>STAC collection</source>
        <translation>STAC-Sammlung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Page of the series</source>
        <translation>Seite der Reihe</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The dates, files or Sentinel-2 products; their names or tags tell the date (scene_2024-04-05.tif).</source>
        <translation>Die Aufnahmen, Dateien oder Sentinel-2-Produkte; Name oder Tags sagen das Datum (scene_2024-04-05.tif).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of scenes</source>
        <translation>Ordner mit Szenen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>All rasters, Sentinel-2 products and folders with one file a band (B02.tif, B03.tif, ...) in it are dates, beside or instead of the scenes above.</source>
        <translation>Alle Raster, Sentinel-2-Produkte und Ordner mit einer Datei je Kanal (B02.tif, B03.tif, ...) darin sind Aufnahmen, neben oder statt der Szenen oben.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the masks' names</source>
        <translation>Endung der Maskennamen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _mask, what is to be filled in scene.tif lies beside it as scene_mask.tif (or .gpkg).</source>
        <translation>Mit _mask liegt, was in scene.tif gefüllt werden soll, daneben als scene_mask.tif (oder .gpkg).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the classifications' names</source>
        <translation>Endung der Klassifikationsnamen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _SCL, the classification of scene.tif lies beside it as scene_SCL.tif. A product has its own.</source>
        <translation>Mit _SCL liegt die Klassifikation von scene.tif daneben als scene_SCL.tif. Ein Produkt hat seine eigene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Classes to fill</source>
        <translation>Zu füllende Klassen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the classifications: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Der Klassifikationen: 3 Wolkenschatten, 8 und 9 Wolke, 10 dünner Zirrus, 11 Schnee.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Also fills what the other dates tell to be cloud or shadow; needs no mask.</source>
        <translation>Füllt auch, was die anderen Aufnahmen als Wolke oder Schatten erkennen lassen; braucht keine Maske.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>What looks like cloud beside the masks</source>
        <translation>Was neben den Masken nach Wolke aussieht</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>auto: what the other dates tell to be cloud, haze or shadow there is filled too, and the ground that is seen in shadow, also in the masks, is kept, made as bright as the fill; none: it stays.</source>
        <translation>auto: was die anderen Aufnahmen dort als Wolke, Dunst oder Schatten erkennen lassen, wird mitgefüllt, und der Boden, der im Schatten zu sehen ist, auch in den Masken, bleibt, so hell gemacht wie die Füllung; none: es bleibt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill nodata pixels too</source>
        <translation>Auch Nodata-Pixel füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills pixels that a date has no data for.</source>
        <translation>Füllt Pixel, für die eine Aufnahme keine Daten hat.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates on each side</source>
        <translation>Aufnahmen auf jeder Seite</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A date is filled from so many dates before it and as many after it; later dates help as earlier ones.</source>
        <translation>Eine Aufnahme wird aus so vielen davor und ebenso vielen danach gefüllt; spätere helfen wie frühere.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>mt: other dates; mt-r: their mean and what differs; classical: simple fills; basic: each date alone.</source>
        <translation>mt: andere Aufnahmen; mt-r: ihr Mittel und was davon abweicht; classical: einfache Füllungen; basic: jede Aufnahme allein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the evidence classical: which fill; auto: regression.</source>
        <translation>Der Belege classical: welche Füllung; auto: Regression.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>fast: the fast fit, seconds for each date; paper: the network of the paper, which takes far longer.</source>
        <translation>fast: die schnelle Anpassung, Sekunden je Aufnahme; paper: das Netz des Artikels, das weit länger braucht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fields to draw curves of</source>
        <translation>Felder, deren Kurven gezeichnet werden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Polygons, of each of which the page shows the mean vegetation index (NDVI) over time; a field name or id names them. One that no date shows is told.</source>
        <translation>Polygone, von denen die Seite je den mittleren Vegetationsindex (NDVI) im Lauf der Zeit zeigt; ein Feld name oder id benennt sie. Eines, das keine Aufnahme zeigt, wird genannt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Points to draw curves of</source>
        <translation>Punkte, deren Kurven gezeichnet werden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same of points, in the units of the scenes' CRS: 500305,4599695,orchard; 500400,4599700</source>
        <translation>Dasselbe für Punkte, in den Einheiten des KBS der Szenen: 500305,4599695,Obstwiese; 500400,4599700</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Add to the series in the folder</source>
        <translation>Zur Reihe im Ordner hinzufügen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Adds new dates; the others stay byte for byte.</source>
        <translation>Fügt neue Aufnahmen hinzu; die anderen bleiben Byte für Byte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Go on with the series in the folder</source>
        <translation>Die Reihe im Ordner fortsetzen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Finishes a series that was interrupted.</source>
        <translation>Beendet eine unterbrochene Reihe.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill dates of the series again that added ones improve</source>
        <translation>Aufnahmen der Reihe neu füllen, die durch hinzugefügte besser werden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Those that added dates lie nearer to than what they were filled from; the others stay.</source>
        <translation>Solche, denen hinzugefügte Aufnahmen näher liegen als die, aus denen sie gefüllt wurden; die anderen bleiben.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates to fill again</source>
        <translation>Aufnahmen, die neu gefüllt werden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the series in the folder, such as 2024-04-05,2024-04-15: they are filled from the dates of now.</source>
        <translation>Aus der Reihe im Ordner, etwa 2024-04-05,2024-04-15: sie werden aus den jetzigen Aufnahmen gefüllt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Nothing says which dates there are: give a folder, or at least two scenes.</source>
        <translation>Nichts sagt, welche Aufnahmen es gibt: geben Sie einen Ordner oder mindestens zwei Szenen an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>There is no folder {folder}.</source>
        <translation>Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Finds the images of other dates, and of Sentinel-1, that serve a fill best in a STAC catalogue: those that show what is to be filled without clouds, near in time. Fetches only the windows of them that are needed. Asks the catalogue's servers, and no others.</source>
        <translation>Findet in einem STAC-Katalog die Bilder anderer Aufnahmedaten und von Sentinel-1, die einer Füllung am meisten nützen: die das zu Füllende wolkenlos und zeitnah zeigen. Lädt nur die Ausschnitte davon, die gebraucht werden. Fragt die Server des Katalogs und keine anderen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch what is chosen</source>
        <translation>Laden, was gewählt ist</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Off: only tell what there is; nothing large is fetched.</source>
        <translation>Aus: nur sagen, was es gibt; nichts Großes wird geladen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these dates</source>
        <translation>Diese Aufnahmen laden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these radar images</source>
        <translation>Diese Radarbilder laden</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates as YYYY-MM-DD with commas, in place of the best.</source>
        <translation>Daten als JJJJ-MM-TT mit Kommas, anstelle der besten.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Folder of the evidence</source>
        <translation>Ordner der Belege</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Where the images go, each with its STAC item; what lies there already is not fetched again.</source>
        <translation>Wohin die Bilder kommen, jedes mit seinem STAC-Item; was dort schon liegt, wird nicht noch einmal geladen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images</source>
        <translation>Radarbilder</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>What there is (JSON)</source>
        <translation>Was es gibt (JSON)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Attribution</source>
        <translation>Quellenangabe</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes that were fetched</source>
        <translation>Geladene Megabyte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The raster to fill; or the path of a Sentinel-2 product.</source>
        <translation>Das zu füllende Raster oder der Pfad eines Sentinel-2-Produkts.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>A raster of classes that says what is to be filled, such as a scene classification.</source>
        <translation>Ein Raster mit Klassen, das sagt, was gefüllt werden soll, etwa eine Szenenklassifikation.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that say it too.</source>
        <translation>Raster (jedes Pixel, das nicht null ist) und Vektoren (innerhalb der Formen), die es auch sagen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Clouds will be detected from the dates</source>
        <translation>Wolken werden aus den Aufnahmen erkannt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says yet what is cloud, so dates are found that show the whole scene: they will tell it.</source>
        <translation>Noch sagt nichts, was Wolke ist; gesucht werden daher Aufnahmen, die die ganze Szene zeigen: sie werden es zeigen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>earth-search, planetary-computer or copernicus; the URL of a STAC API; or a folder of STAC items on this computer.</source>
        <translation>earth-search, planetary-computer oder copernicus; die URL einer STAC-API; oder ein Ordner mit STAC-Items auf diesem Rechner.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The catalogue's token, from QGIS's authentication manager; it is written nowhere else.</source>
        <translation>Das Token des Katalogs, aus QGIS' Verwaltung der Authentifizierung; es wird nirgends sonst geschrieben.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Date of the scene</source>
        <translation>Datum der Szene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>As YYYY-MM-DD, where the scene itself does not tell it.</source>
        <translation>Als JJJJ-MM-TT, wo die Szene selbst es nicht sagt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days before</source>
        <translation>Tage davor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days before the scene's date are looked at.</source>
        <translation>Wie viele Tage vor dem Datum der Szene angesehen werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days after</source>
        <translation>Tage danach</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days after the scene's date are looked at.</source>
        <translation>Wie viele Tage nach dem Datum der Szene angesehen werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates at most</source>
        <translation>Aufnahmen höchstens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many dates are fetched at most.</source>
        <translation>Wie viele Aufnahmen höchstens geladen werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images at most</source>
        <translation>Radarbilder höchstens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many images of Sentinel-1 are fetched at most; 0 for none.</source>
        <translation>Wie viele Bilder von Sentinel-1 höchstens geladen werden; 0 für keine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes at most</source>
        <translation>Megabyte höchstens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How much is fetched at most, about.</source>
        <translation>Wie viel höchstens geladen wird, ungefähr.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says what is to be filled: give a scene classification or a mask layer.</source>
        <translation>Nichts sagt, was gefüllt werden soll: geben Sie eine Szenenklassifikation oder einen Maskenlayer an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpaint clouds</source>
        <translation>Wolken füllen (Inpainting)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Fills the masked part of a scene by what is learned from this scene alone: by a fast fit of how its clear ground follows from the evidence, in seconds and without torch; or by the network of the paper (deep image prior). Outside the mask the result equals the scene bit for bit. Other dates of the same place and radar images make the fill better than the image alone can.</source>
        <translation>Füllt den maskierten Teil einer Szene mit dem, was aus dieser Szene allein gelernt wird: durch eine schnelle Anpassung, wie ihr klarer Boden aus den Quellen folgt, in Sekunden und ohne torch; oder durch das Netz des Artikels (Deep Image Prior). Außerhalb der Maske gleicht das Ergebnis der Szene Bit für Bit. Andere Aufnahmen desselben Orts und Radarbilder machen die Füllung besser, als es das Bild allein kann.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>What the fill may use. basic: only this image. mt: and other dates. ms: and radar. ms-mt: both. mt-r and ms-r: only the difference to the other date or to the radar is made.</source>
        <translation>Was die Füllung verwenden darf. basic: nur dieses Bild. mt: dazu andere Daten. ms: dazu Radar. ms-mt: beides. mt-r und ms-r: nur die Differenz zum anderen Datum oder zum Radar wird gemacht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How it is filled. fast: the fast fit, with the evidence as input, once per scene, in seconds. paper: the network of the paper (Czerkawski et al. 2022) with its settings, thousands of steps per window.</source>
        <translation>Wie gefüllt wird. fast: die schnelle Anpassung, mit den Belegen als Eingabe, einmal je Szene, in Sekunden. paper: das Netz des Artikels (Czerkawski et al. 2022) mit dessen Einstellungen, Tausende Schritte je Fenster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Use of several references</source>
        <translation>Verwendung mehrerer Referenzen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>mean: their mean, as in the paper; latest: the latest date; stack: each date for itself.</source>
        <translation>mean: ihr Mittel, wie in der Veröffentlichung; latest: die letzte Aufnahme; stack: jede Aufnahme für sich.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>When to stop</source>
        <translation>Wann aufhören</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>auto: as the method has it; never: all steps; holdout: when the error on hidden clear ground no longer falls; variance: when the result no longer changes.</source>
        <translation>auto: wie das Verfahren es vorsieht; never: alle Schritte; holdout: wenn der Fehler auf verdecktem klarem Boden nicht mehr fällt; variance: wenn sich das Ergebnis nicht mehr ändert.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How many steps the network of the paper takes for each window; empty: as the paper has it.</source>
        <translation>Wie viele Schritte das Netz des Artikels je Fenster macht; leer: wie im Artikel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpainted</source>
        <translation>Gefüllt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs at least one reference (another date).</source>
        <translation>Die Belege {mode} brauchen mindestens eine Referenz (andere Aufnahme).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs a radar image (Sentinel-1).</source>
        <translation>Die Belege {mode} brauchen ein Radarbild (Sentinel-1).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Inpaint clouds with a trained model</source>
        <translation>Wolken mit einem trainierten Modell füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Fills the masked part of a scene with a network that was trained on other scenes, and looks at this image alone. Outside the mask the result equals the scene bit for bit. A model fills exactly the bands it was trained on; what it makes of a large hole is plausible, not measured.</source>
        <translation>Füllt den maskierten Teil einer Szene mit einem Netz, das an anderen Szenen trainiert wurde und nur dieses Bild ansieht. Außerhalb der Maske gleicht das Ergebnis der Szene Bit für Bit. Ein Modell füllt genau die Kanäle, an denen es trainiert wurde; was es aus einem großen Loch macht, ist plausibel, nicht gemessen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The name of a model in the panel's table. Empty: the first of the table.</source>
        <translation>Der Name eines Modells in der Tabelle des Bedienfelds. Leer: das erste der Tabelle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>A model's own file (.safetensors), instead of a name.</source>
        <translation>Die eigene Datei eines Modells (.safetensors), statt eines Namens.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}, and the result would hold these alone: choose them under Bands.</source>
        <translation>Das Modell {name} füllt die Kanäle {bands}, und das Ergebnis enthielte nur diese: Wählen Sie sie unter Kanäle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}: say under Bands which bands of the scene these are.</source>
        <translation>Das Modell {name} füllt die Kanäle {bands}: sagen Sie unter Kanäle, welche Kanäle der Szene das sind.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The result holds the bands that the model fills: {bands}.</source>
        <translation>Das Ergebnis enthält die Kanäle, die das Modell füllt: {bands}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no trained model yet: add one in the GeoInpaint panel, or give its file.</source>
        <translation>Es gibt noch kein trainiertes Modell: fügen Sie im GeoInpaint-Bedienfeld eines hinzu, oder geben Sie seine Datei an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no model {name}: choose one of {names}, or give a model's file.</source>
        <translation>Es gibt kein Modell {name}: wählen Sie eines von {names}, oder geben Sie die Datei eines Modells an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is not a file of its own; it is copied first</source>
        <translation>{name} ist keine eigene Datei und wird zuerst kopiert</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file: {reason}</source>
        <translation>Der Layer {name} lässt sich nicht in eine Datei kopieren: {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is neither a raster nor a vector layer.</source>
        <translation>{name} ist weder ein Raster- noch ein Vektorlayer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be opened.</source>
        <translation>Der Layer {name} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The file of the layer {name} is not there any more: {path}</source>
        <translation>Die Datei des Layers {name} ist nicht mehr da: {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} has no pixels of its own. Save it as a GeoTIFF first.</source>
        <translation>{name} hat keine eigenen Pixel. Speichern Sie ihn zuerst als GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be read.</source>
        <translation>Der Layer {name} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file.</source>
        <translation>Der Layer {name} lässt sich nicht in eine Datei kopieren.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Kept</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Could not be filled</source>
        <translation>Nicht zu füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill by scene classification (model)</source>
        <translation>Nach Szenenklassifikation füllen (Modell)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Makes a mask from a scene classification, grows it by a few pixels and fills it by regression from other dates.</source>
        <translation>Macht aus einer Szenenklassifikation eine Maske, vergrößert sie um einige Pixel und füllt sie durch Regression aus anderen Aufnahmen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill from cloudy scenes (model)</source>
        <translation>Aus bewölkten Szenen füllen (Modell)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Builds a clear-sky reference from scenes that are cloudy in different places, and fills the masked part of another scene from it by regression.</source>
        <translation>Erstellt aus Szenen, die an verschiedenen Stellen bewölkt sind, eine wolkenfreie Referenz und füllt daraus durch Regression den maskierten Teil einer anderen Szene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill every date of a place (model)</source>
        <translation>Jede Aufnahme eines Orts füllen (Modell)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fills the clouds of each scene by its scene classification, from the dates before and after it. A page tells how far each date can be trusted.</source>
        <translation>Füllt die Wolken jeder Szene nach ihrer Szenenklassifikation, aus den Aufnahmen davor und danach. Eine Seite sagt, wie weit jeder Aufnahme zu trauen ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The raster to fill.</source>
        <translation>Das Raster, das gefüllt werden soll.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Scene classification</source>
        <translation>Szenenklassifikation</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes.</source>
        <translation>Die Szenenklassifikation (SCL) eines Sentinel-2-L2A-Produkts oder ein anderes Raster mit Klassen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on all its dates; their names or tags tell the date.</source>
        <translation>Derselbe Ort an allen Aufnahmedaten; Namen oder Tags sagen das Datum.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Einer Sentinel-2-Szenenklassifikation: 3 Wolkenschatten, 8 und 9 Wolken, 10 dünner Cirrus, 11 Schnee.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Grow the mask by (pixels)</source>
        <translation>Maske vergrößern um (Pixel)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The edges of clouds are often missed.</source>
        <translation>Wolkenränder werden oft übersehen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Clearer images of the same place from other dates.</source>
        <translation>Klarere Bilder desselben Orts von anderen Aufnahmedaten.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Mask of the scene</source>
        <translation>Maske der Szene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>What is to be filled: every pixel that is not zero.</source>
        <translation>Was gefüllt werden soll: jedes Pixel, das nicht null ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Other scenes</source>
        <translation>Andere Szenen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on other dates, each cloudy somewhere else.</source>
        <translation>Derselbe Ort zu anderen Aufnahmedaten, jede Szene woanders bewölkt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Masks of the other scenes</source>
        <translation>Masken der anderen Szenen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Where they are cloudy: none, or one raster for each in the same order.</source>
        <translation>Wo sie bewölkt sind: keine, oder ein Raster für jede in derselben Reihenfolge.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The raster to fill: any raster layer, or the path of a Sentinel-2 product (.SAFE folder, its zip or its MTD xml).</source>
        <translation>Das Raster, das gefüllt werden soll: ein Rasterlayer oder der Pfad eines Sentinel-2-Produkts (.SAFE-Ordner, dessen zip oder MTD-xml).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The bands to fill and to write, in this order; all where none is chosen.</source>
        <translation>Die Kanäle, die in dieser Reihenfolge gefüllt und geschrieben werden; alle, wenn keiner gewählt ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What is to be filled: rasters (every pixel that is not zero, or the classes below) and vectors (inside the shapes). Several layers add up; each is brought to the scene's grid.</source>
        <translation>Was gefüllt werden soll: Raster (jedes Pixel, das nicht null ist, oder die Klassen unten) und Vektoren (im Innern der Flächen). Mehrere Layer addieren sich; jeder wird auf das Gitter der Szene gebracht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the mask rasters</source>
        <translation>Klassen der Maskenraster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of the mask rasters mean: fill. Numbers and ranges, such as 3,8-10 for cloud, shadow and cirrus of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Welche Werte der Maskenraster füllen bedeuten. Zahlen und Bereiche, etwa 3,8-10 für Wolken, Schatten und Cirrus einer Sentinel-2-Szenenklassifikation. Leer: jeder Wert, der nicht null ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>A raster of classes, such as the scene classification (SCL) of a Sentinel-2 L2A product; what has the classes below is filled.</source>
        <translation>Ein Raster mit Klassen, etwa die Szenenklassifikation (SCL) eines Sentinel-2-L2A-Produkts; was die Klassen unten hat, wird gefüllt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds the scene's nodata pixels to what is filled; otherwise nodata stays nodata.</source>
        <translation>Nimmt die Nodata-Pixel der Szene zu dem hinzu, was gefüllt wird; sonst bleibt Nodata Nodata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Numbers and ranges. Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Zahlen und Bereiche. Einer Sentinel-2-Szenenklassifikation: 3 Wolkenschatten, 8 und 9 Wolken, 10 dünner Cirrus, 11 Schnee.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Grows the mask by so many pixels of the scene: the edges of clouds are often missed.</source>
        <translation>Vergrößert die Maske um so viele Pixel der Szene: Wolkenränder werden oft übersehen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what the references tell to be cloud or shadow in the scene to the mask; needs no classification.</source>
        <translation>Fügt der Maske hinzu, was die Referenzen in der Szene als Wolke oder Schatten erkennen lassen; braucht keine Klassifikation.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what a network tells to be cloud or shadow from this image alone. It needs a package of its own, which the panel installs, and looks at B02, B03, B04 and B08.</source>
        <translation>Fügt hinzu, was ein Netz allein aus diesem Bild als Wolke oder Schatten erkennt. Es braucht ein eigenes Paket, das das Panel installiert, und sieht B02, B03, B04 und B08 an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: what the references tell to be cloud, haze or shadow and the mask has left out is filled too, and the ground that is seen in shadow, also in the mask, is kept, made as bright as the fill; none: it stays as it is, and is not learned from.</source>
        <translation>auto: was die Referenzen als Wolke, Dunst oder Schatten erkennen lassen und die Maske ausgelassen hat, wird mitgefüllt, und der Boden, der im Schatten zu sehen ist, auch in der Maske, bleibt, so hell gemacht wie die Füllung; none: es bleibt, wie es ist, und daraus wird nicht gelernt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Clearer images of the same place from other dates, or a clear-sky reference. Their dates come from the product or the file; where there is none, the last in the list counts as the latest.</source>
        <translation>Klarere Bilder desselben Orts von anderen Aufnahmedaten oder eine wolkenfreie Referenz. Ihre Daten kommen aus dem Produkt oder der Datei; wo keines steht, gilt das letzte der Liste als das jüngste.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Masks of the references</source>
        <translation>Masken der Referenzen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where the references are cloudy themselves: none, or one raster for each reference in the same order.</source>
        <translation>Wo die Referenzen selbst bewölkt sind: keine, oder ein Raster für jede Referenz in derselben Reihenfolge.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the references' masks</source>
        <translation>Klassen der Masken der Referenzen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of those masks mean: cloudy. Empty: every value that is not zero.</source>
        <translation>Welche Werte dieser Masken bewölkt bedeuten. Leer: jeder Wert, der nicht null ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar (Sentinel-1)</source>
        <translation>Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Sentinel-1 images with VV and VH; several dates are averaged in linear power.</source>
        <translation>Sentinel-1-Bilder mit VV und VH; mehrere Aufnahmen werden in linearer Leistung gemittelt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar units</source>
        <translation>Einheiten des Radars</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What the radar's values are: db (decibel), linear (power), or auto to tell by the values.</source>
        <translation>Was die Radarwerte sind: db (Dezibel), linear (Leistung), oder auto, um es an den Werten zu erkennen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: a graphics card where there is one the engine can use; else the processor.</source>
        <translation>auto: eine Grafikkarte, wo es eine gibt, die die Engine verwenden kann; sonst der Prozessor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Tile (pixels)</source>
        <translation>Kachel (Pixel)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The side of the windows the scene is filled in; smaller needs less memory. Empty: the method's own.</source>
        <translation>Die Seite der Fenster, in denen die Szene gefüllt wird; kleiner braucht weniger Speicher. Leer: die des Verfahrens.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within</source>
        <translation>Nur hier füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes in this extent; the result covers the whole scene all the same.</source>
        <translation>Füllt nur die Löcher in dieser Ausdehnung; das Ergebnis umfasst trotzdem die ganze Szene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within the shapes</source>
        <translation>Nur innerhalb der Polygone füllen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes inside these polygons, or inside the selected ones; a hole that their edge cuts is filled inside it. With an extent: where both are.</source>
        <translation>Füllt nur die Löcher innerhalb dieser Polygone oder der ausgewählten; ein Loch, das ihr Rand schneidet, wird innerhalb gefüllt. Mit einer Ausdehnung: wo beide sind.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Measure the error on hidden ground</source>
        <translation>Fehler auf verdecktem Boden messen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Hides a few cloud-shaped patches of clear ground and reports the error there. auto: as the method has it.</source>
        <translation>Verdeckt einige wolkenförmige Stücke klaren Bodens und gibt dort den Fehler an. auto: wie das Verfahren.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The same seed, inputs and settings give the same result, byte for byte.</source>
        <translation>Gleicher Startwert, gleiche Eingaben und Einstellungen geben das gleiche Ergebnis, Byte für Byte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>How many processor cores may be used; 0: all.</source>
        <translation>Wie viele Prozessorkerne verwendet werden dürfen; 0: alle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>gtiff: a tiled GeoTIFF with overviews; cog: a cloud-optimised GeoTIFF.</source>
        <translation>gtiff: ein gekacheltes GeoTIFF mit Pyramiden; cog: ein Cloud-optimiertes GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The scene with the masked pixels filled: outside the mask it equals the scene bit for bit, with its type, grid, nodata, band names and tags. A GeoTIFF.</source>
        <translation>Die Szene mit gefüllten maskierten Pixeln: außerhalb der Maske gleicht sie der Szene Bit für Bit, mit deren Datentyp, Gitter, Nodata, Kanalnamen und Tags. Ein GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill flag</source>
        <translation>Füllkennung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where was filled: 0 kept, 1 filled, 2 masked but could not be filled.</source>
        <translation>Wo gefüllt wurde: 0 behalten, 1 gefüllt, 2 maskiert, aber nicht zu füllen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The standard deviation of the fill, one band for each filled band, in the scene's own numbers: ±1.645 of it cover 90 % of the patches of clear ground that it is measured on.</source>
        <translation>Die Standardabweichung der Füllung, ein Kanal für jeden gefüllten Kanal, in den Zahlen der Szene: ±1,645 davon decken 90 % der Stücke klaren Bodens ab, an denen sie gemessen wird.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>One page with pictures, errors, evidence, warnings and the job: an HTML file that needs no other file.</source>
        <translation>Eine Seite mit Bildern, Fehlern, Belegen, Warnungen und dem Auftrag: eine HTML-Datei, die keine andere Datei braucht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>“{part}” is not a class or a range of classes: write numbers such as 3,8-10.</source>
        <translation>„{part}“ ist weder eine Klasse noch ein Bereich von Klassen: schreiben Sie Zahlen, etwa 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Nothing says what is to be filled: choose a mask layer, or have nodata pixels filled.</source>
        <translation>Nichts sagt, was gefüllt werden soll: wählen Sie einen Maskenlayer, oder lassen Sie Nodata-Pixel füllen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Say which classes are to be filled, such as 3,8-10.</source>
        <translation>Sagen Sie, welche Klassen gefüllt werden sollen, etwa 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Clouds are detected from other dates: give at least one.</source>
        <translation>Wolken werden aus anderen Aufnahmen erkannt: geben Sie mindestens eine an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>There are {masks} masks for {references} references: give none, or one for each.</source>
        <translation>Zu {references} Referenzen gibt es {masks} Masken: geben Sie keine oder eine für jede an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result is a GeoTIFF: its name must end in .tif, and {name} does not.</source>
        <translation>Das Ergebnis ist ein GeoTIFF: sein Name muss auf .tif enden, und {name} tut das nicht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result would overwrite the input {name}: choose another file.</source>
        <translation>Das Ergebnis würde die Eingabe {name} überschreiben: wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be written to.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Der Ordner {folder} lässt sich nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} cannot be read.</source>
        <translation>Die Authentifizierung {name} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} holds no token: make one of the kind API Header or Basic.</source>
        <translation>Die Authentifizierung {name} enthält kein Token: legen Sie eine der Art API Header oder Basic an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has failed without a word.</source>
        <translation>Die Engine ist ohne ein Wort gescheitert.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine was ended from outside, most likely because the memory ran out.</source>
        <translation>Die Engine wurde von außen beendet, sehr wahrscheinlich, weil der Speicher ausging.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Close other programs, choose a smaller tile or fewer threads, and try again.</source>
        <translation>Schließen Sie andere Programme, wählen Sie eine kleinere Kachel oder weniger Threads, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has crashed ({reason}).</source>
        <translation>Die Engine ist abgestürzt ({reason}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again; if it stays so, copy the diagnostics into a report.</source>
        <translation>Versuchen Sie es erneut; bleibt es so, kopieren Sie die Diagnose in eine Fehlermeldung.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine ended without a result (exit code {code}).</source>
        <translation>Die Engine endete ohne Ergebnis (Exit-Code {code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The log says more; copy the diagnostics into a report.</source>
        <translation>Das Protokoll sagt mehr; kopieren Sie die Diagnose in eine Fehlermeldung.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has said nothing for {minutes:.0f} minutes and was ended.</source>
        <translation>Die Engine hat {minutes:.0f} Minuten lang nichts gesagt und wurde beendet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again with fewer threads or a smaller tile.</source>
        <translation>Versuchen Sie es mit weniger Threads oder einer kleineren Kachel erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>What the engine wrote could not be understood, so it was ended.</source>
        <translation>Was die Engine schrieb, war nicht zu verstehen; sie wurde beendet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Another program may stand in for the engine's Python: choose it again.</source>
        <translation>Vielleicht steht ein anderes Programm an der Stelle des Pythons der Engine: wählen Sie es neu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine's Python {path} cannot be started: {reason}.</source>
        <translation>Das Python der Engine {path} lässt sich nicht starten: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Choose another Python for the engine, or set it up again.</source>
        <translation>Wählen Sie ein anderes Python für die Engine, oder richten Sie sie neu ein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine is not set up.</source>
        <translation>Die Engine ist nicht eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Set it up in the GeoInpaint panel, or name a Python in the environment variable GEOINPAINT_PYTHON.</source>
        <translation>Richten Sie sie im GeoInpaint-Bedienfeld ein, oder nennen Sie ein Python in der Umgebungsvariablen GEOINPAINT_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask leaves nothing to fill.</source>
        <translation>Die Maske lässt nichts zu füllen übrig.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask does not overlap the scene: check its coordinate reference system.</source>
        <translation>Die Maske überlappt die Szene nicht: Prüfen Sie ihr Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask covers every valid pixel: leave some clear ground to learn from.</source>
        <translation>Die Maske bedeckt jedes gültige Pixel: Lassen Sie etwas klaren Boden frei, aus dem gelernt werden kann.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask cannot be used: give a raster, or a layer of polygons.</source>
        <translation>Die Maske kann nicht verwendet werden: Geben Sie ein Raster oder einen Layer mit Polygonen an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area cannot be used: give a layer of polygons.</source>
        <translation>Das Gebiet kann nicht verwendet werden: Geben Sie einen Layer mit Polygonen an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The files of an image with one file a band do not go together: bring them to one type and ground.</source>
        <translation>Die Dateien eines Bildes mit einer Datei je Kanal passen nicht zusammen: bringen Sie sie auf einen Datentyp und ein Gebiet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The curves cannot be drawn: give a layer of polygons.</source>
        <translation>Die Kurven lassen sich nicht zeichnen: geben Sie einen Layer mit Polygonen an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area holds no shape: draw or select one.</source>
        <translation>Das Gebiet enthält keine Fläche: Zeichnen oder wählen Sie eine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area does not meet the scene: choose another.</source>
        <translation>Das Gebiet trifft die Szene nicht: Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No pixel of the mask lies in the area: choose another.</source>
        <translation>Kein Pixel der Maske liegt im Gebiet: Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The evidence that this fill needs is missing: add another date or a radar image.</source>
        <translation>Die Daten, die diese Füllung braucht, fehlen: Fügen Sie ein anderes Datum oder ein Radarbild hinzu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No other date shows the ground that is to be filled: choose others, or a fill without them.</source>
        <translation>Kein anderes Datum zeigt den Boden, der gefüllt werden soll: Wählen Sie andere oder eine Füllung ohne sie.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not show the ground that is to be filled: choose another, or a fill without it.</source>
        <translation>Das Radarbild zeigt den Boden nicht, der gefüllt werden soll: Wählen Sie ein anderes oder eine Füllung ohne Radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image holds no linear power: leave its units at auto, or choose dB.</source>
        <translation>Das Radarbild enthält keine lineare Leistung: die Einheiten auf auto lassen oder dB wählen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not have the bands VV and VH: choose another.</source>
        <translation>Das Radarbild hat die Kanäle VV und VH nicht: Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene is named as another date of itself, with the same clouds: choose another date.</source>
        <translation>Die Szene ist als anderes Datum ihrer selbst angegeben, mit denselben Wolken: Wählen Sie ein anderes Datum.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file of clouds that were found belongs to another scene: leave it out.</source>
        <translation>Die Datei der gefundenen Wolken gehört zu einer anderen Szene: lassen Sie sie weg.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file is not there any more.</source>
        <translation>Eine Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file cannot be read: it is damaged, or no raster or vector that GDAL knows.</source>
        <translation>Eine Datei kann nicht gelesen werden: Sie ist beschädigt oder kein Raster oder Vektor, den GDAL kennt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster has no valid pixel: check its nodata value.</source>
        <translation>Das Raster hat kein gültiges Pixel: Prüfen Sie seinen Nodata-Wert.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster holds infinite or absurdly large values: replace them, or name them as nodata.</source>
        <translation>Das Raster enthält unendliche oder unsinnig große Werte, die nicht sein Nodata sind: Ersetzen Sie sie oder geben Sie sie als Nodata an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Rasters of complex numbers cannot be filled.</source>
        <translation>Raster mit komplexen Zahlen können nicht gefüllt werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The bands do not fit together: choose bands that are there and match.</source>
        <translation>Die Kanäle passen nicht zusammen: Wählen Sie Kanäle, die vorhanden sind und übereinstimmen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Two layers cannot be brought onto one grid: check their coordinate reference systems.</source>
        <translation>Zwei Layer können nicht auf ein Gitter gebracht werden: Prüfen Sie ihre Koordinatenbezugssysteme.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The Sentinel-2 product cannot be used: parts of it are missing or damaged.</source>
        <translation>Das Sentinel-2-Produkt kann nicht verwendet werden: Teile fehlen oder sind beschädigt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is a series in the folder already: add to it, go on with it, or choose another folder.</source>
        <translation>Im Ordner liegt schon eine Reihe: fügen Sie zu ihr hinzu, setzen Sie sie fort, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The series has no such date to fill again.</source>
        <translation>Die Reihe hat keine solche Aufnahme, die neu zu füllen wäre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The folder holds no series of these options: choose another, or begin one.</source>
        <translation>Der Ordner enthält keine Reihe mit diesen Einstellungen: wählen Sie einen anderen, oder beginnen Sie eine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A series needs at least two scenes that can be used: choose more.</source>
        <translation>Eine Reihe braucht mindestens zwei brauchbare Szenen: wählen Sie mehr.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The rasters to be compared differ in size, bands, units or place.</source>
        <translation>Die zu vergleichenden Raster unterscheiden sich in Größe, Kanälen, Einheiten oder Lage.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There are too many other dates to tell them apart: choose fewer.</source>
        <translation>Es sind zu viele andere Daten, um sie zu unterscheiden: Wählen Sie weniger.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is too little clear ground to measure the error on: fill fewer pixels, or do without.</source>
        <translation>Es gibt zu wenig klaren Boden, um den Fehler zu messen: Füllen Sie weniger Pixel, oder verzichten Sie darauf.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result would overwrite another file of this run: choose another name.</source>
        <translation>Das Ergebnis würde eine andere Datei dieses Laufs überschreiben: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Another run is writing the same result: wait for it, or choose another name.</source>
        <translation>Ein anderer Lauf schreibt dasselbe Ergebnis: Warten Sie ihn ab, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result cannot be written there: choose another file.</source>
        <translation>Das Ergebnis kann dort nicht geschrieben werden: Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The disk is full or cannot be written: free some space, or choose another folder.</source>
        <translation>Der Datenträger ist voll oder nicht beschreibbar: Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The memory does not suffice: choose a smaller tile or fewer threads.</source>
        <translation>Der Speicher reicht nicht: Wählen Sie eine kleinere Kachel oder weniger Threads.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The engine's GDAL lacks the driver of Sentinel-2 products: open the bands as rasters.</source>
        <translation>Dem GDAL der Engine fehlt der Treiber für Sentinel-2-Produkte: Öffnen Sie die Kanäle als Raster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The device is not there: choose another in the settings.</source>
        <translation>Das Gerät ist nicht vorhanden: Wählen Sie in den Einstellungen ein anderes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The trained model cannot be used: choose another in the table.</source>
        <translation>Das trainierte Modell kann nicht verwendet werden: Wählen Sie ein anderes in der Tabelle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input lies on the network: download it, or allow network sources in the options of GeoInpaint.</source>
        <translation>Eine Eingabe liegt im Netz: laden Sie sie herunter, oder erlauben Sie Netzquellen in den Optionen von GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A virtual raster leads to a file outside its folder: put that beside it, or name its folder in the options of GeoInpaint.</source>
        <translation>Ein virtuelles Raster führt zu einer Datei außerhalb seines Ordners: legen Sie sie daneben, oder nennen Sie ihren Ordner in den Optionen von GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>NetCDF and HDF are not read as they are: choose the layer in QGIS, or save it as a GeoTIFF.</source>
        <translation>NetCDF und HDF werden nicht gelesen, wie sie sind: wählen Sie den Layer in QGIS, oder speichern Sie ihn als GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This kind of virtual raster is not opened: save it as a GeoTIFF.</source>
        <translation>Virtuelle Raster dieser Art werden nicht geöffnet: speichern Sie es als GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input has changed while it was read: fill again when nothing writes to it any more.</source>
        <translation>Eine Eingabe hat sich geändert, während sie gelesen wurde: füllen Sie neu, wenn nichts mehr in sie schreibt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An earlier run was interrupted while it put its result in place: run the same again first.</source>
        <translation>Ein früherer Lauf wurde unterbrochen, während er sein Ergebnis an seinen Platz brachte: wiederholen Sie zuerst denselben.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input is a device or a pipe, and no file: choose a file.</source>
        <translation>Eine Eingabe ist ein Gerät oder eine Pipe und keine Datei: wählen Sie eine Datei.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file may not be read or written: check its permissions, or choose another.</source>
        <translation>Eine Datei darf nicht gelesen oder geschrieben werden: prüfen Sie ihre Rechte, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Too many files are open: choose fewer threads in the settings.</source>
        <translation>Zu viele Dateien sind offen: wählen Sie weniger Threads in den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A part of the Sentinel-2 product is damaged: download it again.</source>
        <translation>Ein Teil des Sentinel-2-Produkts ist beschädigt: laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Nothing says what is to be filled: choose a classification or a mask layer, or draw.</source>
        <translation>Nichts sagt, was gefüllt werden soll: wählen Sie eine Klassifikation oder einen Maskenlayer, oder zeichnen Sie.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene has no classification of its own: choose one.</source>
        <translation>Die Szene hat keine eigene Klassifikation: wählen Sie eine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The classes cannot be read: write numbers and ranges, such as 3,8-10.</source>
        <translation>Die Klassen können nicht gelesen werden: schreiben Sie Zahlen und Bereiche, etwa 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Classes are given for a layer that has none: leave them out, or choose a raster of classes.</source>
        <translation>Für einen Layer ohne Klassen sind Klassen angegeben: lassen Sie sie weg, oder wählen Sie ein Raster mit Klassen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Clouds are found by other dates, and there is none: add one, or choose another mask.</source>
        <translation>Wolken werden durch andere Aufnahmen gefunden, und es gibt keine: fügen Sie eine hinzu, oder wählen Sie eine andere Maske.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds is not installed: tick it in the panel, and press Get it.</source>
        <translation>Das Netz für Wolken ist nicht installiert: haken Sie es im Panel an, und drücken Sie „Holen“.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds needs the bands B02, B03, B04 and B08, named so, as they were delivered.</source>
        <translation>Das Netz für Wolken braucht die Kanäle B02, B03, B04 und B08, so benannt und wie sie geliefert wurden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>More would be fetched than was allowed: allow more megabytes, or choose fewer dates.</source>
        <translation>Es würde mehr geladen als erlaubt: erlauben Sie mehr Megabyte, oder wählen Sie weniger Aufnahmen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is nothing to build a reference from: choose scenes.</source>
        <translation>Es gibt nichts, woraus eine Referenz erstellt werden kann: wählen Sie Szenen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This method takes no steps that could be stopped: leave the stopping rule at auto.</source>
        <translation>Dieses Verfahren macht keine Schritte, die man anhalten könnte: lassen Sie die Halteregel auf auto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This fill needs torch: set up the full stage of the engine, or choose another method.</source>
        <translation>Diese Füllung braucht torch: richten Sie die volle Stufe der Engine ein, oder wählen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An interrupted run cannot be gone on with: start anew.</source>
        <translation>Ein unterbrochener Lauf kann nicht fortgesetzt werden: beginnen Sie neu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Several workers cannot be used here: do without them.</source>
        <translation>Mehrere Arbeitsprozesse sind hier nicht möglich: verzichten Sie darauf.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A setting has a value that the engine does not know: check the advanced settings.</source>
        <translation>Eine Einstellung hat einen Wert, den die Engine nicht kennt: prüfen Sie die erweiterten Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue cannot be used: choose another, or check its address.</source>
        <translation>Der Katalog ist nicht zu gebrauchen: wählen Sie einen anderen, oder prüfen Sie seine Adresse.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene does not tell its date, its place or its bands: add other dates as files.</source>
        <translation>Die Szene sagt nicht ihr Datum, ihren Ort oder ihre Kanäle: fügen Sie andere Aufnahmen als Dateien hinzu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue has nothing for this place and time: look further before and after the scene.</source>
        <translation>Der Katalog hat nichts für diesen Ort und diese Zeit: suchen Sie weiter vor und nach der Szene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date can be fetched: look further before and after, or allow more dates or megabytes.</source>
        <translation>Keine Aufnahme kann geladen werden: suchen Sie weiter davor und danach, oder erlauben Sie mehr Aufnahmen oder Megabyte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A server does not give out what the catalogue names: leave that date out, or choose another.</source>
        <translation>Ein Server gibt nicht heraus, was der Katalog nennt: lassen Sie diese Aufnahme weg, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue's server does not answer as it should: try again; what was fetched is kept.</source>
        <translation>Der Server des Katalogs antwortet nicht, wie er soll: versuchen Sie es erneut; was geladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Catalogues need a package that the engine does not have: set it up again.</source>
        <translation>Kataloge brauchen ein Paket, das die Engine nicht hat: richten Sie sie neu ein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date of the series could be filled: the log says why.</source>
        <translation>Keine Aufnahme der Reihe konnte gefüllt werden: das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file that keeps the series is damaged: choose another folder.</source>
        <translation>Die Datei, die die Reihe festhält, ist beschädigt: wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A scene of the series tells no date, or has no mask: name its file with the date, or give a mask.</source>
        <translation>Eine Szene der Reihe sagt kein Datum oder hat keine Maske: nennen Sie das Datum im Dateinamen, oder geben Sie eine Maske an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The dates of the series make no cube: do without it, or set zarr up in the engine's Python.</source>
        <translation>Die Aufnahmen der Reihe ergeben keinen Würfel: verzichten Sie darauf, oder richten Sie zarr im Python der Engine ein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The model cannot be added or removed under this name.</source>
        <translation>Das Modell kann unter diesem Namen weder hinzugefügt noch entfernt werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the catalogue and the page</source>
        <translation>Katalog und Seite werden geschrieben</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking where the dates are clear</source>
        <translation>Es wird gesucht, wo die Aufnahmen klar sind</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking for cloud beside the mask</source>
        <translation>Wolken neben der Maske werden gesucht</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Measuring the error on hidden ground</source>
        <translation>Fehler auf verstecktem Boden wird gemessen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Making the environment</source>
        <translation>Lege die Umgebung an</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Checking the environment</source>
        <translation>Prüfe die Umgebung</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The engine is set up</source>
        <translation>Die Engine ist eingerichtet</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages are installed</source>
        <translation>Die Pakete sind installiert</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} holds other things.</source>
        <translation>Der Ordner {path} enthält andere Dinge.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose an empty folder for the engine.</source>
        <translation>Wählen Sie einen leeren Ordner für die Engine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} cannot be used: {reason}.</source>
        <translation>Der Ordner {path} ist nicht zu verwenden: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages could not be installed.</source>
        <translation>Die Pakete konnten nicht installiert werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The log says why.</source>
        <translation>Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>There is no space left on the disk.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Free some space, or choose another folder, and try again.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy asks for a user name and password.</source>
        <translation>Der Proxy verlangt Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set HTTPS_PROXY with both before QGIS starts, or install from a folder of wheels.</source>
        <translation>Setzen Sie HTTPS_PROXY mit beiden, bevor QGIS startet, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy cannot be reached.</source>
        <translation>Der Proxy ist nicht zu erreichen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the proxy settings of this computer, or install from a folder of wheels.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen dieses Rechners, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection's certificate is not trusted, often because a firewall inspects it.</source>
        <translation>Dem Zertifikat der Verbindung wird nicht vertraut, oft weil eine Firewall sie prüft.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Ask for your organisation's certificate and name it in PIP_CERT, or install from a folder of wheels.</source>
        <translation>Erfragen Sie das Zertifikat Ihrer Organisation und nennen Sie es in PIP_CERT, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server cannot be reached.</source>
        <translation>Der Paketserver ist nicht zu erreichen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the internet connection and try again, or install from a folder of wheels.</source>
        <translation>Prüfen Sie die Internetverbindung und versuchen Sie es erneut, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection was lost during the download.</source>
        <translation>Die Verbindung ging beim Herunterladen verloren.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; what was downloaded is kept.</source>
        <translation>Versuchen Sie es erneut; was geladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A downloaded package was cut off, or is not the one that was tested.</source>
        <translation>Ein heruntergeladenes Paket wurde abgeschnitten oder ist nicht das getestete.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; if it stays so, something between here and the server changes downloads.</source>
        <translation>Versuchen Sie es erneut; bleibt es so, dann ändert etwas zwischen hier und dem Server die Downloads.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package file is damaged, most often because its download or copy was cut off.</source>
        <translation>Eine Paketdatei ist beschädigt, meist weil ihr Herunterladen oder Kopieren abbrach.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; offline, copy the folder of wheels anew.</source>
        <translation>Versuchen Sie es noch einmal; offline kopieren Sie den Ordner mit Wheels neu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server refuses, or has a fault.</source>
        <translation>Der Paketserver verweigert sich oder hat einen Fehler.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again later, check the extra pip options, or install from a folder of wheels.</source>
        <translation>Versuchen Sie es später noch einmal, prüfen Sie die zusätzlichen pip-Optionen, oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This Python cannot make environments: its venv module or pip is missing.</source>
        <translation>Dieses Python kann keine Umgebungen anlegen: sein Modul venv oder pip fehlt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>On Debian and Ubuntu install python3-venv, or choose another Python.</source>
        <translation>Installieren Sie unter Debian und Ubuntu python3-venv, oder wählen Sie ein anderes Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A path has become too long for Windows.</source>
        <translation>Ein Pfad ist für Windows zu lang geworden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder near the root of a drive, such as C:\geoinpaint.</source>
        <translation>Wählen Sie einen Ordner nahe der Wurzel eines Laufwerks, etwa C:\geoinpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A file is held by another program, often the virus scanner or a second QGIS.</source>
        <translation>Eine Datei wird von einem anderen Programm festgehalten, oft vom Virenscanner oder einem zweiten QGIS.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Close other QGIS windows, wait a moment and try again.</source>
        <translation>Schließen Sie andere QGIS-Fenster, warten Sie einen Moment und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A folder or file cannot be written.</source>
        <translation>Ein Ordner oder eine Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder that you may write to.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>At that address there is no torch without CUDA for this Python.</source>
        <translation>Unter dieser Adresse gibt es kein torch ohne CUDA für dieses Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the address, or choose the usual full stage.</source>
        <translation>Prüfen Sie die Adresse, oder wählen Sie die übliche volle Stufe.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The folder of wheels lacks a package for this system and Python.</source>
        <translation>Dem Ordner mit Wheels fehlt ein Paket für dieses System und Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Fill the folder for the same system and Python version, and try again.</source>
        <translation>Füllen Sie den Ordner für dasselbe System und dieselbe Python-Version, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package does not exist for this Python.</source>
        <translation>Ein Paket gibt es für dieses Python nicht.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose Python 3.10 to 3.13 for the engine.</source>
        <translation>Wählen Sie für die Engine Python 3.10 bis 3.13.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The pip of this Python is too old.</source>
        <translation>Das pip dieses Pythons ist zu alt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a newer Python, or leave the extra pip options empty.</source>
        <translation>Wählen Sie ein neueres Python, oder lassen Sie die zusätzlichen pip-Optionen leer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A library is built for another kind of processor than this Python.</source>
        <translation>Eine Bibliothek ist für eine andere Art Prozessor gebaut als dieses Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a 64-bit Python for this computer, and set the engine up again.</source>
        <translation>Wählen Sie ein 64-Bit-Python für diesen Rechner, und richten Sie die Engine neu ein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library is missing, most often the Microsoft Visual C++ runtime.</source>
        <translation>Eine Systembibliothek fehlt, meist die Microsoft-Visual-C++-Laufzeit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Install the Microsoft Visual C++ Redistributable (x64), and try again.</source>
        <translation>Installieren Sie Microsoft Visual C++ Redistributable (x64), und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The graphics card does not have enough memory for this run.</source>
        <translation>Die Grafikkarte hat nicht genug Speicher für diesen Lauf.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a smaller tile, or run on the processor.</source>
        <translation>Wählen Sie eine kleinere Kachel, oder rechnen Sie auf dem Prozessor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The driver of the graphics card is too old for this build of torch, or the card is.</source>
        <translation>Der Treiber der Grafikkarte ist für diesen Build von torch zu alt, oder die Karte ist es.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Update the driver, or run on the processor.</source>
        <translation>Aktualisieren Sie den Treiber, oder rechnen Sie auf dem Prozessor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This fill needs torch, which the engine's Python does not have.</source>
        <translation>Diese Füllung braucht torch, das dem Python der Engine fehlt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set up the full engine, or use a classical fill.</source>
        <translation>Richten Sie die volle Engine ein, oder verwenden Sie eine klassische Füllung.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>torch is installed but does not load.</source>
        <translation>torch ist installiert, lässt sich aber nicht laden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again.</source>
        <translation>Richten Sie die Engine neu ein.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The engine's packages do not fit together.</source>
        <translation>Die Pakete der Engine passen nicht zusammen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This processor lacks instructions that a package was built for.</source>
        <translation>Diesem Prozessor fehlen Befehle, für die ein Paket gebaut wurde.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose another torch build in the extra pip options, or use a classical fill.</source>
        <translation>Wählen Sie in den zusätzlichen pip-Optionen einen anderen torch-Build, oder verwenden Sie eine klassische Füllung.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The computer ran out of memory.</source>
        <translation>Dem Rechner ging der Speicher aus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package that the engine needs is missing or too old.</source>
        <translation>Ein Paket, das die Engine braucht, fehlt oder ist zu alt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again, or choose another Python for it.</source>
        <translation>Richten Sie die Engine neu ein, oder wählen Sie ein anderes Python für sie.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library that a package needs is missing.</source>
        <translation>Eine Systembibliothek, die ein Paket braucht, fehlt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} is left out of the series: {why}</source>
        <translation>{date} wird aus der Reihe ausgelassen: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} keeps the fill that it has: {why}</source>
        <translation>{date} behält die Füllung, die es hat: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} cannot be filled: {why}</source>
        <translation>{date} kann nicht gefüllt werden: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>The engine cannot do this as it was asked ({code}).</source>
        <translation>Die Engine kann das so, wie es verlangt wurde, nicht tun ({code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Installing {package} ({number} of {count})</source>
        <translation>{package} wird installiert ({number} von {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Asking for the packages</source>
        <translation>Pakete werden erfragt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Fetching {package} ({number} of {count})</source>
        <translation>{package} wird geladen ({number} von {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>{text}, {done:.0f} of {total:.0f} MB</source>
        <translation>{text}, {done:.0f} von {total:.0f} MB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The engine needs Python 3.10 or newer, and {path} is {version}.</source>
        <translation>Die Engine braucht Python 3.10 oder neuer, und {path} ist {version}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose another Python for the engine.</source>
        <translation>Wählen Sie ein anderes Python für die Engine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} is a 32-bit one.</source>
        <translation>Das Python {path} ist ein 32-Bit-Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose a 64-bit Python for the engine.</source>
        <translation>Wählen Sie ein 64-Bit-Python für die Engine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} lacks packages that the engine needs: {names}.</source>
        <translation>Dem Python {path} fehlen Pakete, die die Engine braucht: {names}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install them there, or choose another Python for the engine.</source>
        <translation>Installieren Sie sie dort, oder wählen Sie ein anderes Python für die Engine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>it does not answer</source>
        <translation>es antwortet nicht</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>what it says is not what a Python says</source>
        <translation>was es sagt, ist nicht, was ein Python sagt</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>{path} is not a Python that can be used: {reason}.</source>
        <translation>{path} ist kein Python, das verwendet werden kann: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>No Python 3.10 or newer was found on this computer.</source>
        <translation>Auf diesem Rechner wurde kein Python 3.10 oder neuer gefunden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 (64-bit) from python.org and try again.</source>
        <translation>Installieren Sie Python 3.12 (64 Bit) von python.org und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 from python.org and try again.</source>
        <translation>Installieren Sie Python 3.12 von python.org und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install the packages python3 and python3-venv and try again.</source>
        <translation>Installieren Sie die Pakete python3 und python3-venv und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for the processor</source>
        <translation>torch {version} für den Prozessor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch in that folder</source>
        <translation>das torch in diesem Ordner</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch that your pip options lead to</source>
        <translation>das torch, zu dem Ihre pip-Optionen führen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for Metal and the processor</source>
        <translation>torch {version} für Metal und den Prozessor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>This build leaves the graphics card unused; the guide says how to choose another.</source>
        <translation>Dieser Build lässt die Grafikkarte ungenutzt; die Anleitung sagt, wie man einen anderen wählt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for CUDA {cuda} and the processor</source>
        <translation>torch {version} für CUDA {cuda} und den Prozessor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>The card's driver {driver} is too old for it: update it to {needed} or newer.</source>
        <translation>Der Treiber {driver} der Karte ist dafür zu alt: aktualisieren Sie ihn auf {needed} oder neuer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use other dates: they are ignored.</source>
        <translation>Diese Füllung verwendet keine anderen Aufnahmen: sie werden nicht beachtet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use radar: it is ignored.</source>
        <translation>Diese Füllung verwendet kein Radar: es wird nicht beachtet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A radar image holds one value only: it is not used.</source>
        <translation>Ein Radarbild hat nur einen einzigen Wert: Es wird nicht verwendet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date is used, which alone would tell cloud beside the mask: nothing is added to it.</source>
        <translation>Es wird keine andere Aufnahme verwendet, die allein Wolken neben der Maske verraten würde: zur Maske kommt nichts hinzu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>An advanced setting is ignored that this fill does not use.</source>
        <translation>Eine erweiterte Einstellung, die diese Füllung nicht verwendet, wird nicht beachtet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates is given more than once: it is used once.</source>
        <translation>Eines der anderen Daten ist mehrmals angegeben: es wird einmal verwendet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates shows nothing of the ground that is to be filled.</source>
        <translation>Eines der anderen Daten zeigt nichts von dem Boden, der gefüllt werden soll.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date shows a part of what is to be filled, which is less exact there: add dates.</source>
        <translation>Einen Teil des Bodens, der gefüllt werden soll, zeigt kein anderes Datum; dort ist die Füllung ungenauer: Fügen Sie Daten hinzu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Georeference is missing: pixels are taken to lie on each other.</source>
        <translation>Die Georeferenz fehlt: Es wird angenommen, dass die Pixel aufeinander liegen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date of the series is left out; the others go on.</source>
        <translation>Eine Aufnahme der Reihe wird ausgelassen; die anderen gehen weiter.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scenes have no red and near-infrared bands: no curves of the vegetation index are drawn.</source>
        <translation>Die Szenen haben keine Kanäle für Rot und nahes Infrarot: es werden keine Kurven des Vegetationsindex gezeichnet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No date of the series shows some of the points or polygons: their curves are empty.</source>
        <translation>Einige der Punkte oder Polygone zeigt keine Aufnahme der Reihe: ihre Kurven sind leer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date cannot be had; the next best takes its place.</source>
        <translation>Eine Aufnahme ist nicht zu bekommen; die nächstbeste tritt an ihre Stelle.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>As much has been fetched as was allowed; some dates are left out.</source>
        <translation>Es wurde so viel geladen, wie erlaubt war; einige Aufnahmen sind ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There are more images than are looked at: look at fewer days before and after.</source>
        <translation>Es gibt mehr Bilder, als angesehen werden: sehen Sie weniger Tage davor und danach an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date's offset is not what its catalogue says; the one that goes with the scene is used.</source>
        <translation>Der Offset einer Aufnahme ist nicht der, den ihr Katalog nennt; verwendet wird der, der zur Szene passt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The catalogue has no radar image of this place and time.</source>
        <translation>Der Katalog hat kein Radarbild von diesem Ort und dieser Zeit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The rasters do not declare the same scale and offset.</source>
        <translation>Die Raster geben nicht dieselbe Skalierung und denselben Versatz an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is a fill of the scene itself: the error on hidden ground then says nothing.</source>
        <translation>Eine andere Aufnahme ist eine Füllung der Szene selbst: der Fehler auf verdecktem Boden sagt dann nichts.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>Eine andere Aufnahme ist stellenweise in jedem Kanal 0 und nennt kein Nodata: sie gilt dort als leer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>Das Raster ist stellenweise in jedem Kanal 0 und nennt kein Nodata: es gilt dort als leer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster holds numbers of a colour table, such as classes, and no brightness: choose the image.</source>
        <translation>Das Raster enthält Nummern einer Farbtabelle, etwa Klassen, und keine Helligkeit: Wählen Sie das Bild.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Reflectance and DN were brought together: another date is in other units than the scene.</source>
        <translation>Reflexion und DN wurden ineinander umgerechnet: Eine andere Aufnahme hat andere Einheiten als die Szene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date does not seem to be in the units of the scene: declare both scales.</source>
        <translation>Eine andere Aufnahme scheint nicht die Einheiten der Szene zu haben: Skalierung beider angeben.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date or the scene seems to have an offset that it does not declare.</source>
        <translation>Eine andere Aufnahme oder die Szene scheint einen Versatz zu haben, der nicht angegeben ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands differ in nodata; the result declares the first band's.</source>
        <translation>Die Kanäle haben verschiedene Nodata-Werte; das Ergebnis gibt den des ersten an.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A band that is marked as alpha looks like an image; it is copied, not filled.</source>
        <translation>Ein als Alpha gekennzeichneter Kanal sieht wie ein Bild aus; er wird kopiert, nicht gefüllt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A file has several layers; the first is used.</source>
        <translation>Eine Datei hat mehrere Layer; der erste wird verwendet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the mask layers does not overlap the scene, or holds no shapes.</source>
        <translation>Einer der Maskenlayer überlappt die Szene nicht oder enthält keine Formen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The mask has many values, and all but zero are filled: of a classification choose the classes.</source>
        <translation>Die Maske hat viele Werte, und alles außer null wird gefüllt: Wählen Sie bei einer Klassifikation die Klassen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The radar's values do not look like the units they are read in.</source>
        <translation>Die Radarwerte sehen nicht nach den Einheiten aus, in denen sie gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Parts of the scene have too little clear ground for the method: they get a classical fill.</source>
        <translation>Teile der Szene haben zu wenig klaren Boden für das Verfahren: Sie erhalten eine klassische Füllung.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Few clear pixels are there to learn from: expect a coarse fill.</source>
        <translation>Es gibt wenige klare Pixel, aus denen zu lernen wäre: erwarten Sie eine grobe Füllung.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There is too little clear ground to hide any: the error was not measured.</source>
        <translation>Es gibt zu wenig klaren Boden, um welchen zu verstecken: Der Fehler wurde nicht gemessen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Some masked pixels could not be filled: there is nothing to fill them from.</source>
        <translation>Einige maskierte Pixel konnten nicht gefüllt werden: Es gibt nichts, woraus.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>What lies beside the mask looks like cloud or shadow, and is not used as it is: it is filled where the mask covers it.</source>
        <translation>Was neben der Maske liegt, sieht nach Wolke oder Schatten aus und wird nicht verwendet, wie es ist: Gefüllt wird es, wo die Maske es bedeckt.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Shadow that is filled shows the ground: what is seen in it was kept, made as bright as the fill. If that is not wanted, do not fill cloud beside the mask.</source>
        <translation>Schatten, der gefüllt wird, zeigt den Boden: was darin zu sehen ist, blieb erhalten, so hell wie die Füllung. Ist das nicht erwünscht, füllen Sie Wolken neben der Maske nicht mit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scene is too small to tell whether the mask leaves cloud beside it: if it may, grow the mask.</source>
        <translation>Die Szene ist zu klein, um zu sagen, ob die Maske Wolken neben sich lässt: Wenn das sein kann, die Maske vergrößern.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is cloudy itself in places: what is cloud in it is not used.</source>
        <translation>Ein anderes Datum ist stellenweise selbst bewölkt: Was darin Wolke ist, wird nicht verwendet.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The graphics card cannot repeat the steps as one; each is started by itself, which is slower.</source>
        <translation>Die Grafikkarte kann die Schritte nicht als einen wiederholen; jeder wird einzeln gestartet, was langsamer ist.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The preview could not be written; the run goes on without it.</source>
        <translation>Die Vorschau konnte nicht geschrieben werden; der Lauf geht ohne sie weiter.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands' names do not say what they show; they are taken in order.</source>
        <translation>Die Namen der Kanäle sagen nicht, was sie zeigen; sie werden der Reihe nach genommen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>the graphics card</source>
        <translation>der Grafikkarte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>A network works too: {steps} steps on {place} took {seconds:.1f} s.</source>
        <translation>Auch ein Netz funktioniert: {steps} Schritte auf {place} dauerten {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine works: a test fill of {pixels} pixels took {seconds:.1f} s.</source>
        <translation>Die Engine funktioniert: eine Testfüllung von {pixels} Pixeln dauerte {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine runs, but its test fill is wrong.</source>
        <translation>Die Engine läuft, aber ihre Testfüllung ist falsch.</translation>
    </message>
</context>
</TS>
