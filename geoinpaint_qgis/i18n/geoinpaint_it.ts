<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>GeoInpaint</name>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>The report is gone: {path} is not there any more.</source>
        <translation>Il rapporto non c'è più: {path} non si trova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>There is no program to show the report {path} with.</source>
        <translation>Non c'è alcun programma con cui mostrare il rapporto {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_layer.py"/>
        <source>{name}_minus_{simple}</source>
        <translation>{name}_meno_{simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>GeoInpaint: difference</source>
        <translation>GeoInpaint: differenza</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>The difference cannot be made: the result is not what its recipe says.</source>
        <translation>La differenza non può essere calcolata: il risultato non è ciò che dice la sua ricetta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Values along the line</source>
        <translation>Valori lungo la linea</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Drag a line over the map, across the edge of a hole.</source>
        <translation>Traccia una linea sulla mappa, attraverso il bordo di una lacuna.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>There are no values along the line.</source>
        <translation>Non ci sono valori lungo la linea.</translation>
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
        <translation>GeoInpaint: profilo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>&amp;Band</source>
        <translation>&amp;Banda</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>Drag another line over the map to look elsewhere; Escape closes.</source>
        <translation>Traccia un'altra linea sulla mappa per guardare altrove; Esc chiude.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>scene</source>
        <translation>scena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>result</source>
        <translation>risultato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>{share} band</source>
        <translation>fascia del {share}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>filled</source>
        <translation>riempito</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>The recipe beside the result is gone, which says what to compare it with: fill again.</source>
        <translation>La ricetta accanto al risultato non c'è più, e dice con che cosa confrontarlo: riempi di nuovo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>This is the simple fill itself: there is nothing simpler to compare it with.</source>
        <translation>Questo è il riempimento semplice stesso: non c'è nulla di più semplice con cui confrontarlo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>Before</source>
        <translation>Prima</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>After</source>
        <translation>Dopo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>Values over time</source>
        <translation>Valori nel tempo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>There are no values here.</source>
        <translation>Qui non ci sono valori.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, clear</source>
        <translation>{date}: {value}, limpido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: cloudy, not filled</source>
        <translation>{date}: nuvoloso, non riempito</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, filled</source>
        <translation>{date}: {value}, riempito</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{share} band {low} to {high}</source>
        <translation>fascia del {share} da {low} a {high}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>The scene shows {value}</source>
        <translation>La scena mostra {value}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>clear</source>
        <translation>limpido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>filled, with {share} band</source>
        <translation>riempito, con fascia del {share}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>what a cloud shows</source>
        <translation>ciò che mostra una nube</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint time profile…</source>
        <translation>Profilo temporale di GeoInpaint…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint</source>
        <translation>GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>Choose a date of a filled series in the layer list first; Fill a series of dates makes one.</source>
        <translation>Scegli prima nell'elenco dei layer una data di una serie riempita; «Riempi una serie di date» ne fa una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>The series in {folder} cannot be read.</source>
        <translation>La serie in {folder} non si può leggere.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>GeoInpaint: time profile of {series}</source>
        <translation>GeoInpaint: profilo temporale di {series}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>click on the map, or x, y</source>
        <translation>clic sulla mappa, o x, y</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Copy table</source>
        <translation>&amp;Copia tabella</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Put the values of all dates on the clipboard, for a spreadsheet</source>
        <translation>Mette i valori di tutte le date negli appunti, per un foglio di calcolo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Place</source>
        <translation>&amp;Luogo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Write the place as x, y in the units of the map.</source>
        <translation>Scrivi il luogo come x, y nelle unità della mappa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click on the map.</source>
        <translation>Fai clic sulla mappa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Reading…</source>
        <translation>Lettura…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>The series shows nothing here.</source>
        <translation>La serie qui non mostra nulla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click elsewhere for another place; rest the mouse on a date for its value; Escape closes.</source>
        <translation>Fai clic altrove per un altro luogo; ferma il mouse su una data per il suo valore; Esc chiude.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>{count} scenes are not where they were: what they show is left out.</source>
        <translation>{count} scene non sono dov'erano: ciò che mostrano è tralasciato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Fill clouds</source>
        <translation>Riempi le nuvole</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Filled</source>
        <translation>Riempito</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Fill with</source>
        <translation>Riempi con</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The file is there already and will be replaced.</source>
        <translation>Il file esiste già e sarà sostituito.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Cancelled; no file was written.</source>
        <translation>Annullato; nessun file è stato scritto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The last run</source>
        <translation>L'ultima esecuzione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Show log</source>
        <translation>Mostra il registro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Copy diagnostics</source>
        <translation>Copia la diagnostica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>Cancelled.</source>
        <translation>Annullato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>The search has failed.</source>
        <translation>La ricerca è fallita.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Find dates and radar</source>
        <translation>Trova date e radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A catalogue by name, the URL of a STAC API, or a folder of STAC items</source>
        <translation>Un catalogo per nome, l'URL di un'API STAC, o una cartella di elementi STAC</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> days before and after</source>
        <translation> giorni prima e dopo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> dates at most</source>
        <translation> date al massimo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> radar images at most</source>
        <translation> immagini radar al massimo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Look</source>
        <translation>&amp;Cerca</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Fetch</source>
        <translation>&amp;Scarica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Adds what is ticked to the project, and fills nothing yet</source>
        <translation>Aggiunge al progetto ciò che è spuntato, senza ancora riempire nulla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch and &amp;run</source>
        <translation>Scarica ed &amp;esegui</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetches what is ticked, adds it to the project, and fills the raster from it</source>
        <translation>Scarica ciò che è spuntato, lo aggiunge al progetto e ne riempie il raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Catalogue</source>
        <translation>Cata&amp;logo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>At most</source>
        <translation>Al massimo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Token, if it wants one</source>
        <translation>&amp;Token, se lo richiede</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>this computer</source>
        <translation>questo computer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asking {whom} what there is</source>
        <translation>Si chiede a {whom} che cosa c'è</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnulla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: what a date shows of the hole; the best are ticked.</source>
        <translation>{count} immagini, da {whence}. Verde: ciò che una data mostra della lacuna; le migliori sono spuntate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: where a date is clear; the clouds are detected from them.</source>
        <translation>{count} immagini, da {whence}. Verde: dove una data è limpida; le nuvole sono rilevate da esse.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch about {size:.0f} MB and &amp;run</source>
        <translation>Scarica circa {size:.0f} MB ed &amp;esegui</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asks {host}, and the servers of its images, once you press Look.</source>
        <translation>Interroga {host} e i server delle sue immagini, appena premi Cerca.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A folder of this computer: nothing is asked of the network for the search.</source>
        <translation>Una cartella di questo computer: per la ricerca non si chiede nulla alla rete.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>What it shows</source>
        <translation>Che cosa mostra</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Days</source>
        <translation>Giorni</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Clear in the hole</source>
        <translation>Limpido nella lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Around it</source>
        <translation>Attorno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Orbit</source>
        <translation>Orbita</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>radar</source>
        <translation>radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>&amp;Find dates and radar…</source>
        <translation>&amp;Trova date e radar…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>Looks in a catalogue for the images that show the hole, and fetches what is needed</source>
        <translation>Cerca in un catalogo le immagini che mostrano la lacuna e ne scarica ciò che serve</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Asks {host} (a few MB)</source>
        <translation>Interroga {host} (pochi MB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Looks in a folder of this computer</source>
        <translation>Cerca in una cartella di questo computer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Choose the raster to fill.</source>
        <translation>Scegli il raster da riempire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_coverage.py"/>
        <source>GeoInpaint: evidence</source>
        <translation>GeoInpaint: informazioni</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>same day</source>
        <translation>stesso giorno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>{days} d</source>
        <translation>{days} g</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>&amp;Method</source>
        <translation>&amp;Metodo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>M&amp;ethod</source>
        <translation>Me&amp;todo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Time it is likely to take</source>
        <translation>Tempo che probabilmente ci vorrà</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Will take {time}.</source>
        <translation>Ci vorranno {time}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Needs torch: set up the full stage of the engine.</source>
        <translation>Richiede torch: installa la versione completa del motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Fast fit</source>
        <translation>Adattamento rapido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Network of the paper (2022)</source>
        <translation>Rete dell'articolo (2022)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>How the fill is made</source>
        <translation>Come si fa il riempimento</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Classical fill</source>
        <translation>Riempimento classico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>A simple rule; quick, and good with a recent date.</source>
        <translation>Una regola semplice; veloce, e buona con una data recente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Only this image</source>
        <translation>Solo questa immagine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Carries on what surrounds the hole; for small holes.</source>
        <translation>Prosegue ciò che circonda la lacuna; per lacune piccole.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Other dates</source>
        <translation>Altre date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns on clear ground how this image follows from the others.</source>
        <translation>Impara sul suolo limpido come questa immagine segue dalle altre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from radar, which sees through cloud.</source>
        <translation>Impara dal radar, che vede attraverso le nuvole.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Dates and radar</source>
        <translation>Date e radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from all the evidence there is.</source>
        <translation>Impara da tutte le informazioni disponibili.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Trained model</source>
        <translation>Modello addestrato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learned from other scenes; looks at this image alone.</source>
        <translation>Ha imparato da altre scene; guarda solo questa immagine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Regression (dates, radar)</source>
        <translation>Regressione (date, radar)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Harmonic (smooth surface)</source>
        <translation>Armonico (superficie liscia)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Ratio (mean of the dates)</source>
        <translation>Rapporto (media delle date)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Paste the nearest date</source>
        <translation>Incolla la data più vicina</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>TELEA (inwards)</source>
        <translation>TELEA (verso l'interno)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Coherent (along lines)</source>
        <translation>Coerente (lungo le linee)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Automatic</source>
        <translation>Automatico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>GeoInpaint: trained models</source>
        <translation>GeoInpaint: modelli addestrati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Cancelled; the table is as it was.</source>
        <translation>Annullato; la tabella è com'era.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained models</source>
        <translation>Modelli addestrati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Model</source>
        <translation>Modello</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Bands</source>
        <translation>Bande</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Licence</source>
        <translation>Licenza</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a model…</source>
        <translation>Aggiungi un modello…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Copy a model's file (.safetensors) into your models</source>
        <translation>Copia il file di un modello (.safetensors) tra i tuoi modelli</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your copy of this model</source>
        <translation>Elimina la tua copia di questo modello</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a trained model</source>
        <translation>Aggiungi un modello addestrato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Models (*.safetensors)</source>
        <translation>Modelli (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your model {name}? Its file is {path}.</source>
        <translation>Eliminare il tuo modello {name}? Il suo file è {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove a trained model</source>
        <translation>Rimuovi un modello addestrato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>No trained model is here yet: add one from its file.</source>
        <translation>Non c'è ancora alcun modello addestrato: aggiungine uno dal suo file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained on</source>
        <translation>Addestrato su</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Figures</source>
        <translation>Cifre</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Terms</source>
        <translation>Condizioni</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>What the fill may use</source>
        <translation>Che cosa può usare il riempimento</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Other &amp;dates of the same place</source>
        <translation>Altre &amp;date dello stesso luogo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No other image: add clearer dates</source>
        <translation>Nessun'altra immagine: aggiungi date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>&amp;Radar (Sentinel-1)</source>
        <translation>&amp;Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No radar image: add VV and VH</source>
        <translation>Nessun radar: aggiungi VV e VH</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Build a clear-sky &amp;reference…</source>
        <translation>Crea un ri&amp;ferimento senza nuvole…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Makes one clear image of many cloudy dates, to be ticked above</source>
        <translation>Fa un'immagine limpida da molte date nuvolose, da spuntare qui sopra</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Date, days from the raster to fill, clouds (or what is valid), and how much of what is to be filled each shows. The nearest clear ones are ticked unless you choose.</source>
        <translation>Data, giorni dal raster da riempire, nuvole (o quanto è valido) e quanto di ciò che si riempie mostra ciascuna. Le limpide più vicine sono spuntate finché non scegli tu.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files: {what}</source>
        <translation>Aggiungi file: {what}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files to the project and tick them</source>
        <translation>Aggiungi file al progetto e spuntali</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 date</source>
        <translation>1 data</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} dates</source>
        <translation>{count} date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 radar image</source>
        <translation>1 immagine radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} radar images</source>
        <translation>{count} immagini radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>this image alone</source>
        <translation>solo questa immagine</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add rasters</source>
        <translation>Aggiungi raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{date}, {days}</source>
        <translation>{date}, {days}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>covers {percent:.0f} %</source>
        <translation>copre {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>cloud {percent:.0f} %</source>
        <translation>nuvole {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{percent:.0f} % valid</source>
        <translation>{percent:.0f} % valido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>shows {percent:.0f} %</source>
        <translation>mostra {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>What looks like cloud beside the mask</source>
        <translation>Ciò che sembra nube accanto alla maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>{count} pixels that the mask leaves out look like cloud (yellow) or shadow (blue)</source>
        <translation>{count} pixel che la maschera lascia fuori sembrano nube (giallo) o ombra (blu)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were filled too.</source>
        <translation>sono stati riempiti anch'essi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were neither filled nor learned from.</source>
        <translation>non sono stati né riempiti né usati per imparare.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn mask</source>
        <translation>Maschera disegnata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn area</source>
        <translation>Area disegnata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>GeoInpaint: mask</source>
        <translation>GeoInpaint: maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>The mask is empty: nothing would be filled.</source>
        <translation>La maschera è vuota: non si riempirebbe nulla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>1 hole</source>
        <translation>1 lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{count} holes</source>
        <translation>{count} lacune</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{share} % will be filled: {holes}, largest {size}</source>
        <translation>{share} % della scena sarà riempito: {holes}, la maggiore di {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>About {text}</source>
        <translation>Circa {text}</translation>
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
        <translation>Nube, ombra e cirri</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud and cirrus</source>
        <translation>Nube e cirri</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud shadow</source>
        <translation>Ombra di nube</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cirrus</source>
        <translation>Cirri</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Snow and ice</source>
        <translation>Neve e ghiaccio</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud, shadow, cirrus and snow</source>
        <translation>Nube, ombra, cirri e neve</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What to fill</source>
        <translation>Che cosa riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show the mask on the map</source>
        <translation>Mostra la maschera sulla mappa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show what will be filled in red on the map</source>
        <translation>Mostra in rosso sulla mappa ciò che sarà riempito</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Figures of the mask</source>
        <translation>Cifre della maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Also fill cloud &amp;beside the mask</source>
        <translation>Riempi anche le nu&amp;bi accanto alla maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What looks like cloud, haze or shadow by the other dates and the mask has left out. In shadow, also in the mask, the ground that is seen is kept, made as bright as the fill.</source>
        <translation>Ciò che secondo le altre date sembra nube, foschia o ombra e la maschera ha lasciato fuori. Nell'ombra, anche in quella della maschera, il terreno visibile è conservato, chiaro come il riempimento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>none</source>
        <translation>nessuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Classification</source>
        <translation>&amp;Classificazione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Scene classification (SCL)</source>
        <translation>Classificazione della scena (SCL)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>A raster of classes, such as the SCL of a Sentinel-2 L2A product</source>
        <translation>Un raster di classi, come la SCL di un prodotto Sentinel-2 L2A</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Classes to fill: numbers and ranges, such as 3,8-10</source>
        <translation>Classi da riempire: numeri e intervalli, come 3,8-10</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets</source>
        <translation>Predefinite</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets of classes</source>
        <translation>Classi predefinite</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>C&amp;lasses to fill</source>
        <translation>C&amp;lassi da riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Mask layers</source>
        <translation>Layer maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>No polygons or one-band rasters</source>
        <translation>Nessun poligono o raster monobanda</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Mask layers (any raster or polygons)</source>
        <translation>Layer &amp;maschera (qualsiasi raster o poligoni)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Drag or click on the map; Shift cuts out, Ctrl+Z takes back</source>
        <translation>Trascina o clicca sulla mappa; Maiusc ritaglia, Ctrl+Z annulla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw a polygon</source>
        <translation>Disegna un poligono</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw freehand</source>
        <translation>Disegna a mano libera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Brush</source>
        <translation>Pennello</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen</source>
        <translation>Raggio del pennello sullo schermo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen; [ and ] change it</source>
        <translation>Raggio del pennello sullo schermo; [ e ] lo cambiano</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Take the last stroke back</source>
        <translation>Annulla l'ultimo tratto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Make the stroke again</source>
        <translation>Ripeti il tratto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Clear the drawing</source>
        <translation>Cancella il disegno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw</source>
        <translation>Disegna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grows the mask: the edges of clouds are often missed</source>
        <translation>Allarga la maschera: i bordi delle nuvole spesso sfuggono</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fill &amp;nodata too</source>
        <translation>Includi senza &amp;dati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Otherwise nodata stays nodata</source>
        <translation>Altrimenti i pixel senza dati restano tali</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Grow by</source>
        <translation>&amp;Allarga di</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grow the mask by</source>
        <translation>Allarga la maschera di</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>from &amp;dates</source>
        <translation>da &amp;date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what the ticked dates tell to be cloud or shadow here; needs no classification</source>
        <translation>Riempie ciò che le date spuntate rivelano qui come nube o ombra; non richiede una classificazione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>by net&amp;work</source>
        <translation>con &amp;rete</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what a network tells to be cloud or shadow from this image alone; it is a package of its own</source>
        <translation>Riempie ciò che una rete riconosce come nube o ombra dalla sola immagine; è un pacchetto a parte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds by a network</source>
        <translation>Rileva le nuvole con una rete</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Get it…</source>
        <translation>Ottieni…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Installs the network's package into the engine's environment; asks before it fetches</source>
        <translation>Installa il pacchetto della rete nell'ambiente del motore; chiede prima di scaricare</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect</source>
        <translation>Rileva</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds from the dates</source>
        <translation>Rileva le nuvole dalle date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the network tells to be cloud is added when it runs.</source>
        <translation>Ciò che la rete riconosce come nube si aggiunge all'esecuzione.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the dates tell to be cloud is added when it runs.</source>
        <translation>Ciò che le date rivelano come nube si aggiunge all'esecuzione.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Whole raster</source>
        <translation>Tutto il raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>What the map shows</source>
        <translation>Ciò che mostra la mappa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box drawn on the map</source>
        <translation>Riquadro disegnato sulla mappa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Polygon drawn on the map</source>
        <translation>Poligono disegnato sulla mappa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Selected polygons</source>
        <translation>Poligoni selezionati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Only holes in the area are filled; the result covers the whole raster all the same</source>
        <translation>Si riempiono solo le lacune nell'area; il risultato copre comunque tutto il raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area</source>
        <translation>Disegna l'area</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box: drag it on the map. Polygon: click its corners, end with the right button; Shift cuts out.</source>
        <translation>Riquadro: trascinalo sulla mappa. Poligono: clicca i vertici e termina con il tasto destro; Maiusc ritaglia.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Clear the drawn area</source>
        <translation>Cancella l'area disegnata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>A&amp;rea</source>
        <translation>Ar&amp;ea</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: drag a box on the map.</source>
        <translation>Disegna l'area: trascina un riquadro sulla mappa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: click its corners on the map, and end with the right button.</source>
        <translation>Disegna l'area: clicca i vertici sulla mappa e termina con il tasto destro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Select the polygons that are the area, in a layer of the project.</source>
        <translation>Seleziona i poligoni che formano l'area, in un layer del progetto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>The area does not touch the raster: choose another, or the whole raster.</source>
        <translation>L'area non tocca il raster: scegline un'altra, o tutto il raster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Rasters (*.tif *.tiff *.jp2 *.vrt);;All (*)</source>
        <translation>Raster (*.tif *.tiff *.jp2 *.vrt);;Tutti (*)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster to fill</source>
        <translation>Raster da riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>all</source>
        <translation>tutte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The bands to fill and to write; all where none is ticked</source>
        <translation>Le bande da riempire e da scrivere; tutte se nessuna è spuntata</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>&amp;Bands</source>
        <translation>&amp;Bande</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a raster</source>
        <translation>Apri un raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a file or a Sentinel-2 product to the project and fill it</source>
        <translation>Aggiungi un file o un prodotto Sentinel-2 al progetto e riempilo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster file…</source>
        <translation>File raster…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (.SAFE folder)…</source>
        <translation>Prodotto Sentinel-2 (cartella .SAFE)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (zip)…</source>
        <translation>Prodotto Sentinel-2 (zip)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a Sentinel-2 product</source>
        <translation>Apri un prodotto Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Products (*.zip)</source>
        <translation>Prodotti (*.zip)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} cannot be opened as a raster.</source>
        <translation>{name} non si può aprire come raster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} is no Sentinel-2 product that QGIS can open.</source>
        <translation>{name} non è un prodotto Sentinel-2 che QGIS possa aprire.</translation>
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
        <translation>Prodotto Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Bands of which resolution?</source>
        <translation>Bande di quale risoluzione?</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a raster to the project, or open a file.</source>
        <translation>Aggiungi un raster al progetto o apri un file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} pixel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{count} bands</source>
        <translation>{count} bande</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>1 band</source>
        <translation>1 banda</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>nodata {value:g}</source>
        <translation>senza dati {value:g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The grid is in degrees: pixels are not square on the ground.</source>
        <translation>La griglia è in gradi: i pixel non sono quadrati sul terreno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say what to fill: choose a classification or a mask layer, or draw on the map.</source>
        <translation>Di' che cosa riempire: scegli una classificazione o un layer maschera, o disegna sulla mappa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say which classes to fill, such as 3,8-10.</source>
        <translation>Di' quali classi riempire, come 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The network for clouds is not installed yet: press Get it.</source>
        <translation>La rete per le nuvole non è ancora installata: premi Ottieni.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A trained model looks at no other dates to detect clouds from: choose another mask.</source>
        <translation>Un modello addestrato non guarda altre date da cui rilevare le nuvole: scegli un'altra maschera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date to detect clouds from.</source>
        <translation>Spunta almeno un'immagine di un'altra data da cui rilevare le nuvole.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The folder {folder} does not exist: choose another file.</source>
        <translation>La cartella {folder} non esiste: scegli un altro file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Choose a trained model in the table.</source>
        <translation>Scegli un modello addestrato nella tabella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date.</source>
        <translation>Spunta almeno un'immagine di un'altra data.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one Sentinel-1 image.</source>
        <translation>Spunta almeno un'immagine Sentinel-1.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>This fill needs at least one image of another date: tick one.</source>
        <translation>Questo riempimento richiede almeno un'immagine di un'altra data: spuntane una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A regression needs an image of another date or a radar image: tick one.</source>
        <translation>Una regressione richiede un'immagine di un'altra data o un'immagine radar: spuntane una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/background_run.py"/>
        <source>The run has failed; the log says more.</source>
        <translation>L'esecuzione è fallita; il registro dice di più.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clear_stretch.py"/>
        <source>GeoInpaint: stretch</source>
        <translation>GeoInpaint: contrasto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The command is on the clipboard.</source>
        <translation>Il comando è negli appunti.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The diagnostics are on the clipboard.</source>
        <translation>La diagnostica è negli appunti.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/commands.py"/>
        <source>{name} is not a file: export it to one (layer menu, Export) and choose that layer.</source>
        <translation>{name} non è un file: esportalo in uno (menu del layer, Esporta) e scegli quel layer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>GeoInpaint log</source>
        <translation>Registro di GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>The engine has said nothing.</source>
        <translation>Il motore non ha detto nulla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/error_curve.py"/>
        <source>Error on hidden ground over the run</source>
        <translation>Errore sul suolo nascosto durante l'esecuzione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>a few seconds</source>
        <translation>pochi secondi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} s</source>
        <translation>circa {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} min</source>
        <translation>circa {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count:.0f} h</source>
        <translation>circa {count:.0f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Run</source>
        <translation>Esecuzione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Run</source>
        <translation>&amp;Esegui</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>More: commands, batch, modeler, log, diagnostics</source>
        <translation>Altro: comandi, serie, modellatore, registro, diagnostica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as a command, open in batch or modeler, show the log, copy diagnostics</source>
        <translation>Copia come comando, apri in serie o nel modellatore, mostra il registro, copia la diagnostica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as qgis_process command</source>
        <translation>Copia come comando qgis_process</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as geoinpaint command</source>
        <translation>Copia come comando geoinpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in batch</source>
        <translation>Apri in serie</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in modeler</source>
        <translation>Apri nel modellatore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Progress of the run</source>
        <translation>Avanzamento dell'esecuzione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Stop and keep best</source>
        <translation>Ferma e tieni il meg&amp;lio</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Finish now with the best fill so far</source>
        <translation>Termina ora con il miglior riempimento finora</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>C&amp;ancel</source>
        <translation>A&amp;nnulla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>End without a result; no file is left</source>
        <translation>Termina senza risultato; nessun file resta</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>S&amp;wipe</source>
        <translation>&amp;Tendina</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Move the mouse over the map: before on the left, after on the right</source>
        <translation>Muovi il mouse sulla mappa: prima a sinistra, dopo a destra</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Blink</source>
        <translation>Lampeggi&amp;o</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show before and after in turns</source>
        <translation>Mostra prima e dopo a turno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Di&amp;fference</source>
        <translation>Diff&amp;erenza</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Add a layer: this fill minus a simple fill, blue where it is darker, orange where it is brighter</source>
        <translation>Aggiungi un layer: questo riempimento meno uno semplice, blu dove è più scuro, arancione dove è più chiaro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Pr&amp;ofile</source>
        <translation>Profil&amp;o</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Draw a line over the map: the values before and after along it</source>
        <translation>Traccia una linea sulla mappa: i valori prima e dopo lungo di essa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show re&amp;port</source>
        <translation>Mostra il rapp&amp;orto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open the report in the browser</source>
        <translation>Apri il rapporto nel browser</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Fill the masked part and add the result to the project</source>
        <translation>Riempi la parte mascherata e aggiungi il risultato al progetto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Starting the engine</source>
        <translation>Avvio del motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Cancelling</source>
        <translation>Annullamento</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>The simple fill did better here.</source>
        <translation>Qui il riempimento semplice è stato migliore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/layer_menu.py"/>
        <source>Run GeoInpaint again…</source>
        <translation>Esegui di nuovo GeoInpaint…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Result</source>
        <translation>Risultato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>File of the result</source>
        <translation>File del risultato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Re&amp;port</source>
        <translation>Rapp&amp;orto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>One page with pictures, errors, evidence and the job, beside the result</source>
        <translation>Una pagina con immagini, errori, informazioni usate e il lavoro, accanto al risultato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>&amp;Uncertainty</source>
        <translation>&amp;Incertezza</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster with the fill's standard deviation, beside the result</source>
        <translation>Un raster con la deviazione standard del riempimento, accanto al risultato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Fill fla&amp;g</source>
        <translation>Indicatore di riempimen&amp;to</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster that says what was filled and what could not be, beside the result</source>
        <translation>Un raster che dice che cosa è stato riempito e che cosa no, accanto al risultato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Stretch to clear &amp;ground</source>
        <translation>Contrasto sul &amp;suolo limpido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show scene and result in the range of the clear ground, unless you have set a range yourself</source>
        <translation>Mostra scena e risultato nell'intervallo del suolo limpido, a meno che tu stesso ne abbia impostato uno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Advanced</source>
        <translation>Avanzate</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>as in the paper</source>
        <translation>come nell'articolo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;teps of the network</source>
        <translation>&amp;Passi della rete</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Make the difference only</source>
        <translation>Fai solo la differenza</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The other date or the radar is where the network starts from</source>
        <translation>La rete parte dall'altra data o dal radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The same seed, inputs and settings give the same result</source>
        <translation>Lo stesso seme, gli stessi ingressi e impostazioni danno lo stesso risultato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;eed</source>
        <translation>Se&amp;me</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show the advanced settings</source>
        <translation>Mostra le impostazioni avanzate</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>beside the raster</source>
        <translation>accanto al raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Filling</source>
        <translation>Riempimento</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>step {step} of {steps}</source>
        <translation>passo {step} di {steps}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Stopped early, after about {step} of {steps} steps.</source>
        <translation>Fermato in anticipo, dopo circa {step} di {steps} passi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Finishing with the best so far</source>
        <translation>Conclusione con il meglio finora</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>slower than expected</source>
        <translation>più lento del previsto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels to fill</source>
        <translation>{count} pixel da riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>on {device}</source>
        <translation>con {device}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{size:.1f} GB of memory</source>
        <translation>{size:.1f} GB di memoria</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>error on hidden ground {value:.3g}</source>
        <translation>errore sul suolo nascosto {value:.3g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} s left</source>
        <translation>mancano {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} min left</source>
        <translation>mancano {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count:.1f} h left</source>
        <translation>mancano {count:.1f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the processor</source>
        <translation>il processore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the graphics card ({name})</source>
        <translation>la scheda grafica ({name})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels filled</source>
        <translation>{count} pixel riempiti</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{done} in {seconds:.0f} s</source>
        <translation>{done} in {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} could not be filled</source>
        <translation>{count} non si sono potuti riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>The error was not measured: nothing was hidden to test the fill on.</source>
        <translation>L'errore non è stato misurato: nulla è stato nascosto per provare il riempimento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>reflectance</source>
        <translation>riflettanza</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Error on hidden clear ground: {error} {unit}</source>
        <translation>Errore sul suolo limpido nascosto: {error} {unit}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>a simple fill: {simple}</source>
        <translation>un riempimento semplice: {simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % less error</source>
        <translation>{percent:.0f} % di errore in meno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % more error</source>
        <translation>{percent:.0f} % di errore in più</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>To be expected under the clouds: about {error}.</source>
        <translation>Da attendersi sotto le nuvole: circa {error}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The recipe {path} cannot be read.</source>
        <translation>La ricetta {path} non può essere letta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The product {path} cannot be opened.</source>
        <translation>Il prodotto {path} non può essere aperto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The scene {path} does not have the bands of the recipe.</source>
        <translation>La scena {path} non ha le bande della ricetta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The masks of this result have different classes each, and here one choice counts for all: make one mask of them (Make a cloud mask), and fill again from the panel.</source>
        <translation>Le maschere di questo risultato hanno ciascuna classi diverse, e qui una scelta vale per tutte: fanne una sola maschera (Crea una maschera delle nuvole) e riempi di nuovo dal pannello.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates of this result had days or masks named one by one, which cannot be given here: tick them in the panel, and fill again from there.</source>
        <translation>Le altre date di questo risultato avevano giorni o maschere indicati uno per uno, cosa che qui non si può dare: spuntale nel pannello e riempi di nuovo da lì.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates or the radar of this result have different classes or units each, and here one choice counts for all: tick them in the panel, and fill again from there.</source>
        <translation>Le altre date o il radar di questo risultato hanno ciascuno classi o unità diverse, e qui una scelta vale per tutti: spuntali nel pannello e riempi di nuovo da lì.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} is gone.</source>
        <translation>L'ingresso {path} non c'è più.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} has changed since: the result will be another.</source>
        <translation>L'ingresso {path} è cambiato da allora: il risultato sarà diverso.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Set up the GeoInpaint engine</source>
        <translation>Installa il motore di GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages come from {folder}; nothing is downloaded.</source>
        <translation>I pacchetti vengono da {folder}; non si scarica nulla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages are downloaded from the Python package index into a Python environment of their own.</source>
        <translation>I pacchetti si scaricano dall'indice dei pacchetti Python in un ambiente Python proprio.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>QGIS's own Python stays as it is.</source>
        <translation>Il Python di QGIS resta com'è.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The fast fit, classical fills, masks, references and scores.</source>
        <translation>L'adattamento rapido, i riempimenti classici, maschere, riferimenti e punteggi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Also the network of the paper and trained models, which need torch.</source>
        <translation>Anche la rete dell'articolo e i modelli addestrati, che richiedono torch.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Installa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>none found: networks run on the processor</source>
        <translation>nessuna trovata: le reti usano il processore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Graphics card:</source>
        <translation>Scheda grafica:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Made with:</source>
        <translation>Creato con:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Python {version}, {path}</source>
        <translation>Python {version}, {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Folder:</source>
        <translation>&amp;Cartella:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Free there:</source>
        <translation>Spazio libero:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The same on the processor alone, since no graphics card was found. torch comes from the address that pytorch.org names for Pip and CPU (after “index-url”):</source>
        <translation>Lo stesso sul solo processore, perché non è stata trovata una scheda grafica. torch viene dall'indirizzo che pytorch.org indica per Pip e CPU (dopo “index-url”):</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Address of torch without CUDA</source>
        <translation>Indirizzo di torch senza CUDA</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Light: {size}</source>
        <translation>&amp;Leggera: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>F&amp;ull: {size}</source>
        <translation>C&amp;ompleta: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Full &amp;without CUDA: {size}</source>
        <translation>Completa &amp;senza CUDA: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>that folder holds no torch</source>
        <translation>quella cartella non contiene torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>the size of the download is not known</source>
        <translation>la dimensione dello scaricamento non è nota</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>from {size} of wheels</source>
        <translation>da {size} di wheel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>about {size} to download</source>
        <translation>circa {size} da scaricare</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{size} to download</source>
        <translation>{size} da scaricare</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>This needs about {size}: choose a folder on a disk with more room.</source>
        <translation>Servono circa {size}: scegli una cartella su un disco con più spazio.</translation>
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
        <translation>Motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Not set up.</source>
        <translation>Non installato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs with {path}</source>
        <translation>Funziona con {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python with the engine's packages</source>
        <translation>Python con i pacchetti del motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the environment below</source>
        <translation>vuoto: l'ambiente qui sotto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Python to use:</source>
        <translation>&amp;Python da usare:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of the engine's environment</source>
        <translation>Cartella dell'ambiente del motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Engine &amp;folder:</source>
        <translation>Cartella del &amp;motore:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set up in the panel…</source>
        <translation>Installa nel pannello…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Opens the GeoInpaint panel, where the engine is set up, changed or repaired.</source>
        <translation>Apre il pannello di GeoInpaint, dove il motore si installa, si cambia o si ripara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set-up</source>
        <translation>Installazione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python to make the environment with</source>
        <translation>Python con cui creare l'ambiente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the best one on this computer</source>
        <translation>vuoto: il migliore di questo computer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Made with:</source>
        <translation>C&amp;reato con:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the packages that were tested</source>
        <translation>vuoto: i pacchetti provati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>E&amp;xtra pip options:</source>
        <translation>Opzioni e&amp;xtra di pip:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>for computers without a graphics card</source>
        <translation>per computer senza scheda grafica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>torch without &amp;CUDA from:</source>
        <translation>torch senza &amp;CUDA da:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>Cartella di wheel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of &amp;wheels:</source>
        <translation>Cartella di &amp;wheel:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs</source>
        <translation>Esecuzioni</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Processor</source>
        <translation>Processore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (CUDA)</source>
        <translation>Scheda grafica (CUDA)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (Metal)</source>
        <translation>Scheda grafica (Metal)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Device for networks:</source>
        <translation>&amp;Dispositivo per le reti:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>All processors</source>
        <translation>Tutti i processori</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Threads:</source>
        <translation>&amp;Thread:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>End an engine that is &amp;silent for:</source>
        <translation>Termina un motore in &amp;silenzio per:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Inputs</source>
        <translation>Ingressi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Allow &amp;network sources</source>
        <translation>Consenti fonti di &amp;rete</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>The engine may read rasters from servers. A file from somebody else can then make it ask a server that the file names.</source>
        <translation>Il motore può leggere raster da server. Un file di qualcun altro può allora fargli interrogare un server che il file indica.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the folder of the virtual raster alone</source>
        <translation>vuoto: solo la cartella del raster virtuale</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folders in which the sources of virtual rasters (VRT) may lie, with {separator} between them.</source>
        <translation>Cartelle in cui possono trovarsi le fonti dei raster virtuali (VRT), separate da {separator}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Fol&amp;ders for VRT sources:</source>
        <translation>Cartelle delle fonti &amp;VRT:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>A quotation mark is not closed: these options are not saved.</source>
        <translation>Una virgoletta non è chiusa: queste opzioni non vengono salvate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Progress of the set-up</source>
        <translation>Avanzamento dell'installazione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Cancel the set-up</source>
        <translation>Annulla l'installazione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Set &amp;up…</source>
        <translation>I&amp;nstalla…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Make a Python environment for the engine; asks before it fetches.</source>
        <translation>Crea un ambiente Python per il motore; chiede prima di scaricare.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a &amp;Python…</source>
        <translation>Usa un &amp;Python…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a Python that has the packages already.</source>
        <translation>Usa un Python che ha già i pacchetti.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>&amp;Offline…</source>
        <translation>&amp;Offline…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the packages from a folder of wheels.</source>
        <translation>Installa i pacchetti da una cartella di wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The engine was set up for another version of the plugin: set it up again.</source>
        <translation>Il motore è stato installato per un'altra versione del plugin: installalo di nuovo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Ready: {path}</source>
        <translation>Pronto: {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a Python…</source>
        <translation>Scegli un Python…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a folder…</source>
        <translation>Scegli una cartella…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose again…</source>
        <translation>Scegli di nuovo…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Settings…</source>
        <translation>Impostazioni…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Python for the engine</source>
        <translation>Python per il motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Checking a Python</source>
        <translation>Controllo di un Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Looking at this computer</source>
        <translation>Esame di questo computer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>In the extra pip options a quotation mark is not closed.</source>
        <translation>Nelle opzioni extra di pip una virgoletta non è chiusa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Correct them in the settings.</source>
        <translation>Correggile nelle impostazioni.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Setting up the GeoInpaint engine</source>
        <translation>Installazione del motore di GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the network for clouds, ukis-csmask (Apache-2.0), and ONNX Runtime (MIT) that runs it, into {folder}? About 165 MB are fetched from Python's package index.</source>
        <translation>Installare la rete per le nuvole, ukis-csmask (Apache-2.0), e ONNX Runtime (MIT) che la esegue, in {folder}? Si scaricano circa 165 MB dall'indice dei pacchetti di Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Installing the network for clouds</source>
        <translation>Installazione della rete per le nuvole</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The set-up was cancelled.</source>
        <translation>L'installazione è stata annullata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Looking for a Python and a graphics card</source>
        <translation>Ricerca di un Python e di una scheda grafica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Asking {path}</source>
        <translation>Interrogazione di {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Trying the engine</source>
        <translation>Prova del motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>The packages are installed.</source>
        <translation>I pacchetti sono installati.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/stage_watch.py"/>
        <source>GeoInpaint: engine</source>
        <translation>GeoInpaint: motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The set-up has failed: {reason}</source>
        <translation>L'installazione è fallita: {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The log says more.</source>
        <translation>Il registro dice di più.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold: {part}</source>
        <translation>Chiudi o apri: {part}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold this part</source>
        <translation>Chiudi o apri questa parte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/plugin.py"/>
        <source>GeoInpaint panel</source>
        <translation>Pannello GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is one of the words {words}, and {value} is none of them.</source>
        <translation>{name} è una delle parole {words}, e {value} non è nessuna di esse.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is a number from {least} to {most}, and {value} is none of them.</source>
        <translation>{name} è un numero da {least} a {most}, e {value} non lo è.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fill clouds (classical)</source>
        <translation>Riempi le nuvole (classico)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fills the masked part of a scene by a classical rule, in seconds and without torch. Outside the mask the result equals the scene bit for bit. With a recent clear date the regression is good, and the fast fit of the other algorithm better; with nothing but the image the coherent fill goes on along its fields, roads and shores, and is a smooth surface elsewhere.</source>
        <translation>Riempie la parte mascherata di una scena con una regola classica, in pochi secondi e senza torch. Fuori dalla maschera il risultato è uguale alla scena bit per bit. Con una data limpida recente la regressione è buona, e migliore l'adattamento rapido dell'altro algoritmo; con la sola immagine il riempimento coerente prosegue lungo i suoi campi, strade e rive, e altrove è una superficie liscia.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Method</source>
        <translation>Metodo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>auto: regression where another date or radar is given, else coherent; regression: from other dates and radar, fitted on the clear ground; ratio: the references' mean, fitted to the scene at the hole's edge; paste: the nearest clear date as it is; harmonic: a smooth surface through the edge; telea: inwards from the edge; coherent: smooth too, but along the lines of the image.</source>
        <translation>auto: regressione dove c'è un'altra data o il radar, altrimenti coerente; regression: da altre date e radar, adattata sul suolo limpido; ratio: la media dei riferimenti, adattata alla scena al bordo della lacuna; paste: la data limpida più vicina così com'è; harmonic: una superficie liscia attraverso il bordo; telea: dal bordo verso l'interno; coherent: anch'essa liscia, ma lungo le linee dell'immagine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill {fill} needs at least one reference (another date).</source>
        <translation>Il riempimento {fill} richiede almeno un riferimento (un'altra data).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill regression needs a reference (another date) or a radar image; harmonic needs neither.</source>
        <translation>Il riempimento regression richiede un riferimento (un'altra data) o un'immagine radar; harmonic non richiede nessuno dei due.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Build a clear-sky reference</source>
        <translation>Crea un riferimento senza nuvole</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Prepare</source>
        <translation>Prepara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Makes one clear image from several dates of the same place: at each pixel the median or mean of the dates that are clear there. The last band counts them. With radar images the dates are averaged in linear power, which also removes noise.</source>
        <translation>Fa un'immagine limpida da più date dello stesso luogo: in ogni pixel la mediana o la media delle date limpide in quel punto. L'ultima banda le conta. Con immagini radar si fa la media delle date in potenza lineare, il che toglie anche rumore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Scenes</source>
        <translation>Scene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The dates; each is brought to the grid and the values of the newest (or the first).</source>
        <translation>Le date; ciascuna è portata alla griglia e ai valori della più recente (o della prima).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Masks of the scenes</source>
        <translation>Maschere delle scene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Where the scenes are cloudy: none, or one raster for each scene in the same order.</source>
        <translation>Dove le scene sono nuvolose: nessuna, o un raster per ogni scena nello stesso ordine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Classes of the masks</source>
        <translation>Classi delle maschere</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Which values of the masks mean: cloudy, such as 3,8-10 of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Quali valori delle maschere significano nuvoloso, come 3,8-10 di una classificazione di scena Sentinel-2. Vuoto: ogni valore diverso da zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Statistic</source>
        <translation>Statistica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>median: robust against clouds the masks have missed; mean: less noise. Radar is always averaged.</source>
        <translation>median: robusta contro le nuvole sfuggite alle maschere; mean: meno rumore. Del radar si fa sempre la media.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Grid of</source>
        <translation>Griglia di</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The raster whose grid the reference takes; empty: the first scene's.</source>
        <translation>Il raster di cui il riferimento prende la griglia; vuoto: quella della prima scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The scenes are radar images (Sentinel-1)</source>
        <translation>Le scene sono immagini radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>VV and VH are averaged in linear power and written in decibel.</source>
        <translation>Di VV e VH si fa la media in potenza lineare, scritta in decibel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar speckle filter</source>
        <translation>Filtro dello speckle del radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>lee: Lee's filter, for few radar dates; none: averaging many dates does it.</source>
        <translation>lee: filtro di Lee, per poche date radar; none: basta la media di molte date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Clear-sky reference</source>
        <translation>Riferimento senza nuvole</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>A GeoTIFF with the scenes' bands and type, and a last band that counts the clear dates.</source>
        <translation>Un GeoTIFF con le bande e il tipo delle scene, e un'ultima banda che conta le date limpide.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Number of scenes</source>
        <translation>Numero di scene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Share of pixels that are clear at least once (0 to 1)</source>
        <translation>Quota di pixel limpidi almeno una volta (da 0 a 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>There are {masks} masks for {scenes} scenes: give none, or one for each.</source>
        <translation>Ci sono {masks} maschere per {scenes} scene: non darne nessuna, o una per ciascuna.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar sees through clouds: leave the masks out.</source>
        <translation>Il radar vede attraverso le nuvole: ometti le maschere.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Make a cloud mask</source>
        <translation>Crea una maschera delle nuvole</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Writes what is to be filled as a raster on the scene's grid: 1 fill, 0 keep. The sources add up: classes of a scene classification, other raster and vector layers, what other dates or a network tell to be cloud, and the scene's nodata.</source>
        <translation>Scrive ciò che va riempito come raster sulla griglia della scena: 1 riempire, 0 tenere. Le fonti si sommano: classi di una classificazione di scena, altri layer raster e vettoriali, ciò che altre date o una rete rivelano come nube, e il nodata della scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Scene</source>
        <translation>Scena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The raster whose grid the mask takes; or the path of a Sentinel-2 product.</source>
        <translation>Il raster di cui la maschera prende la griglia; o il percorso di un prodotto Sentinel-2.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes. With a product as the scene it is found there and need not be given.</source>
        <translation>La classificazione di scena (SCL) di un prodotto Sentinel-2 L2A o qualsiasi altro raster di classi. Se la scena è un prodotto, vi si trova e non occorre darla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Classes to mask</source>
        <translation>Classi da mascherare</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Further mask layers</source>
        <translation>Altri layer maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that are added.</source>
        <translation>Raster (ogni pixel diverso da zero) e vettori (dentro le forme) che si sommano.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>References (other dates)</source>
        <translation>Riferimenti (altre date)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clearer images of the same place from other dates, to detect the clouds from.</source>
        <translation>Immagini più limpide dello stesso luogo in altre date, da cui rilevare le nuvole.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask nodata pixels too</source>
        <translation>Maschera anche i pixel senza dati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Adds the scene's nodata pixels.</source>
        <translation>Aggiunge i pixel senza dati della scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask</source>
        <translation>Maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>A GeoTIFF of bytes: 1 fill, 0 keep.</source>
        <translation>Un GeoTIFF di byte: 1 riempire, 0 mantenere.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked pixels</source>
        <translation>Pixel mascherati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clear pixels</source>
        <translation>Pixel limpidi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked share (0 to 1)</source>
        <translation>Quota mascherata (da 0 a 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Number of holes</source>
        <translation>Numero di lacune</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Pixels of the largest hole</source>
        <translation>Pixel della lacuna maggiore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Nothing says what is to be masked: give a scene classification or a mask layer.</source>
        <translation>Nulla dice che cosa mascherare: dai una classificazione di scena o un layer maschera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Say which classes are to be masked, such as 3,8-10.</source>
        <translation>Di' quali classi mascherare, come 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>{scene}_mask</source>
        <translation>{scene}_maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Other dates serve to detect clouds only, and that is not ticked: ignored.</source>
        <translation>Le altre date servono solo a rilevare le nuvole, e ciò non è spuntato: vengono ignorate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Compare with the truth</source>
        <translation>Confronta con la verità</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Check</source>
        <translation>Verifica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Scores a filled image against a clear image of the same date: root mean square and mean absolute error, peak signal-to-noise ratio, structural similarity and spectral angle, in the hole and on the whole. Errors are in reflectance, or in the raster's own numbers where its scale is not known.</source>
        <translation>Valuta un'immagine riempita rispetto a un'immagine limpida della stessa data: radice dell'errore quadratico medio ed errore assoluto medio, rapporto segnale-rumore di picco, somiglianza strutturale e angolo spettrale, nella lacuna e sul totale. Gli errori sono in riflettanza, o nei numeri propri del raster dove la sua scala non è nota.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The filled image.</source>
        <translation>L'immagine riempita.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Truth</source>
        <translation>Verità</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The clear image, with the same bands.</source>
        <translation>L'immagine limpida, con le stesse bande.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>What was filled: a raster (every pixel that is not zero, or the classes) or a vector (the shapes).</source>
        <translation>Ciò che è stato riempito: un raster (ogni pixel diverso da zero, o le classi) o un vettore (le forme).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Classes of the mask</source>
        <translation>Classi della maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Which values of a mask raster mean: filled. Empty: every value that is not zero.</source>
        <translation>Quali valori di un raster maschera significano riempito. Vuoto: ogni valore diverso da zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Root mean square error</source>
        <translation>Radice dell'errore quadratico medio</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Mean absolute error</source>
        <translation>Errore assoluto medio</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Peak signal-to-noise ratio (dB)</source>
        <translation>Rapporto segnale-rumore di picco (dB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Structural similarity</source>
        <translation>Somiglianza strutturale</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Spectral angle (degrees)</source>
        <translation>Angolo spettrale (gradi)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>in the hole</source>
        <translation>nella lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>on the whole</source>
        <translation>sul totale</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Unit of the errors</source>
        <translation>Unità degli errori</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Engine status</source>
        <translation>Stato del motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Tells which Python the engine runs with, whether its packages suffice for classical fills (light) or for all (full), and which device it would use. Starts the engine to see whether it works.</source>
        <translation>Dice con quale Python funziona il motore, se i suoi pacchetti bastano per i riempimenti classici (light) o per tutti (full) e quale dispositivo userebbe. Avvia il motore per vedere se funziona.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Status: full, light or missing</source>
        <translation>Stato: full, light o missing</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>What is wrong</source>
        <translation>Che cosa non va</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of the engine</source>
        <translation>Versione del motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Python of the engine</source>
        <translation>Python del motore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of that Python</source>
        <translation>Versione di quel Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of torch</source>
        <translation>Versione di torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>The run was cancelled; no output was written.</source>
        <translation>L'esecuzione è stata annullata; nessun risultato è stato scritto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>1 window</source>
        <translation>1 finestra</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} windows</source>
        <translation>{count} finestre</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} steps</source>
        <translation>{count} passi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>about {seconds:.0f} s</source>
        <translation>circa {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>Plan: {plan}</source>
        <translation>Piano: {plan}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>held-out error {rmse:.4g}</source>
        <translation>errore sul nascosto {rmse:.4g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{seconds:.0f} s left</source>
        <translation>mancano {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Fill</source>
        <translation>Riempi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Filled pixels</source>
        <translation>Pixel riempiti</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground</source>
        <translation>Errore sul suolo nascosto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error to be expected under the hole</source>
        <translation>Errore da attendersi sotto la lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Similarity on hidden ground (SSIM)</source>
        <translation>Somiglianza sul suolo nascosto (SSIM)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Seconds</source>
        <translation>Secondi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Unit of the error</source>
        <translation>Unità dell'errore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Nothing is selected in the layer {name}: select the polygons to fill within, or use all of it.</source>
        <translation>Nulla è selezionato nel layer {name}: seleziona i poligoni entro cui riempire, o usa tutto il layer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The layer {name} holds no polygon to fill within: draw one in it, or choose another layer.</source>
        <translation>Il layer {name} non contiene poligoni entro cui riempire: disegnane uno, o scegli un altro layer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>An extent needs the scene as a layer: add the product to the project and choose it there.</source>
        <translation>Un'estensione richiede la scena come layer: aggiungi il prodotto al progetto e sceglilo lì.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The uncertainty is measured on hidden ground: leave the hold-out on, or the uncertainty out.</source>
        <translation>L'incertezza si misura sul suolo nascosto: lascia attiva la misura, o ometti l'incertezza.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>{count} pixels were filled</source>
        <translation>Riempiti {count} pixel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground: {rmse:.4g} ({unit})</source>
        <translation>Errore sul suolo nascosto: {rmse:.4g} ({unit})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill a series of dates</source>
        <translation>Riempi una serie di date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills every date of a place from the dates before and after it. Each date becomes a GeoTIFF in a folder of its own, with its uncertainty and where it was filled; a page tells how far each can be trusted. The layers are loaded with their times, so that the temporal controller plays them.</source>
        <translation>Riempie ogni data di un luogo dalle date precedenti e successive. Ogni data diventa un GeoTIFF in una cartella propria, con la sua incertezza e dove è stata riempita; una pagina dice fino a che punto fidarsi di ciascuna. I layer sono caricati con i loro tempi, così che il controllore temporale li riproduca.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Seed</source>
        <translation>Seme</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same seed gives the same result.</source>
        <translation>Lo stesso seme dà lo stesso risultato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Load the dates as layers</source>
        <translation>Carica le date come layer</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>As a group, each with its time: the temporal controller shows them one after the other.</source>
        <translation>Come gruppo, ciascuna con il suo tempo: il controllore temporale le mostra una dopo l'altra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of the series</source>
        <translation>Cartella della serie</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A new folder, or that of a series that is added to or gone on with.</source>
        <translation>Una cartella nuova, o quella di una serie da ampliare o proseguire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that were filled</source>
        <translation>Date riempite</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates without anything to fill</source>
        <translation>Date senza nulla da riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that cannot be used</source>
        <translation>Date che non si possono usare</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that could not be filled</source>
        <translation>Date che non si sono potute riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>STAC collection</source>
        <translation>Raccolta STAC</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Page of the series</source>
        <translation>Pagina della serie</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The dates, files or Sentinel-2 products; their names or tags tell the date (scene_2024-04-05.tif).</source>
        <translation>Le date, file o prodotti Sentinel-2; i nomi o le etichette dicono la data (scene_2024-04-05.tif).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of scenes</source>
        <translation>Cartella di scene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>All rasters, Sentinel-2 products and folders with one file a band (B02.tif, B03.tif, ...) in it are dates, beside or instead of the scenes above.</source>
        <translation>Tutti i raster, i prodotti Sentinel-2 e le cartelle con un file per banda (B02.tif, B03.tif, ...) al suo interno sono date, oltre alle scene sopra o al loro posto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the masks' names</source>
        <translation>Fine dei nomi delle maschere</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _mask, what is to be filled in scene.tif lies beside it as scene_mask.tif (or .gpkg).</source>
        <translation>Con _mask, ciò che va riempito in scene.tif si trova accanto come scene_mask.tif (o .gpkg).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the classifications' names</source>
        <translation>Fine dei nomi delle classificazioni</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _SCL, the classification of scene.tif lies beside it as scene_SCL.tif. A product has its own.</source>
        <translation>Con _SCL, la classificazione di scene.tif si trova accanto come scene_SCL.tif. Un prodotto ha la propria.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Classes to fill</source>
        <translation>Classi da riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the classifications: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Delle classificazioni: 3 ombra di nube, 8 e 9 nube, 10 cirri sottili, 11 neve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Also fills what the other dates tell to be cloud or shadow; needs no mask.</source>
        <translation>Riempie anche ciò che le altre date rivelano come nube o ombra; non richiede una maschera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>What looks like cloud beside the masks</source>
        <translation>Ciò che sembra nube accanto alle maschere</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>auto: what the other dates tell to be cloud, haze or shadow there is filled too, and the ground that is seen in shadow, also in the masks, is kept, made as bright as the fill; none: it stays.</source>
        <translation>auto: ciò che le altre date rivelano lì come nuvola, foschia o ombra viene riempito, e il suolo che si vede nell'ombra, anche nelle maschere, resta, reso chiaro come il riempimento; none: resta com'è.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill nodata pixels too</source>
        <translation>Riempi anche i pixel senza dati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills pixels that a date has no data for.</source>
        <translation>Riempie i pixel per cui una data non ha dati.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates on each side</source>
        <translation>Date per ogni lato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A date is filled from so many dates before it and as many after it; later dates help as earlier ones.</source>
        <translation>Una data è riempita da altrettante date precedenti e altrettante successive; le successive aiutano come le precedenti.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Evidence</source>
        <translation>Informazioni usate</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>mt: other dates; mt-r: their mean and what differs; classical: simple fills; basic: each date alone.</source>
        <translation>mt: altre date; mt-r: la loro media e ciò che ne differisce; classical: riempimenti semplici; basic: ogni data da sola.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the evidence classical: which fill; auto: regression.</source>
        <translation>Delle informazioni classical: quale riempimento; auto: regressione.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>fast: the fast fit, seconds for each date; paper: the network of the paper, which takes far longer.</source>
        <translation>fast: l'adattamento rapido, pochi secondi per data; paper: la rete dell'articolo, che richiede molto più tempo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fields to draw curves of</source>
        <translation>Campi di cui disegnare le curve</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Polygons, of each of which the page shows the mean vegetation index (NDVI) over time; a field name or id names them. One that no date shows is told.</source>
        <translation>Poligoni, di ciascuno dei quali la pagina mostra l'indice di vegetazione (NDVI) medio nel tempo; un campo name o id dà loro il nome. Quello che nessuna data mostra viene segnalato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Points to draw curves of</source>
        <translation>Punti di cui disegnare le curve</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same of points, in the units of the scenes' CRS: 500305,4599695,orchard; 500400,4599700</source>
        <translation>Lo stesso per punti, nelle unità del SR delle scene: 500305,4599695,frutteto; 500400,4599700</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Add to the series in the folder</source>
        <translation>Aggiungi alla serie nella cartella</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Adds new dates; the others stay byte for byte.</source>
        <translation>Aggiunge nuove date; le altre restano byte per byte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Go on with the series in the folder</source>
        <translation>Prosegui la serie nella cartella</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Finishes a series that was interrupted.</source>
        <translation>Termina una serie che è stata interrotta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill dates of the series again that added ones improve</source>
        <translation>Riempi di nuovo le date della serie che quelle aggiunte migliorano</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Those that added dates lie nearer to than what they were filled from; the others stay.</source>
        <translation>Quelle a cui le date aggiunte sono più vicine di quelle da cui furono riempite; le altre restano.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates to fill again</source>
        <translation>Date da riempire di nuovo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the series in the folder, such as 2024-04-05,2024-04-15: they are filled from the dates of now.</source>
        <translation>Della serie nella cartella, come 2024-04-05,2024-04-15: sono riempite dalle date di ora.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Nothing says which dates there are: give a folder, or at least two scenes.</source>
        <translation>Nulla dice quali date ci sono: dai una cartella, o almeno due scene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>There is no folder {folder}.</source>
        <translation>Non c'è alcuna cartella {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Finds the images of other dates, and of Sentinel-1, that serve a fill best in a STAC catalogue: those that show what is to be filled without clouds, near in time. Fetches only the windows of them that are needed. Asks the catalogue's servers, and no others.</source>
        <translation>Trova in un catalogo STAC le immagini di altre date, e di Sentinel-1, che servono meglio a un riempimento: quelle che mostrano senza nuvole ciò che va riempito, vicine nel tempo. Scarica solo le finestre che servono. Interroga i server del catalogo, e nessun altro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch what is chosen</source>
        <translation>Scarica ciò che è scelto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Off: only tell what there is; nothing large is fetched.</source>
        <translation>Disattivo: di' soltanto che cosa c'è; non si scarica nulla di grande.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these dates</source>
        <translation>Scarica queste date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these radar images</source>
        <translation>Scarica queste immagini radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates as YYYY-MM-DD with commas, in place of the best.</source>
        <translation>Date come AAAA-MM-GG separate da virgole, al posto delle migliori.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Folder of the evidence</source>
        <translation>Cartella delle informazioni</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Where the images go, each with its STAC item; what lies there already is not fetched again.</source>
        <translation>Dove vanno le immagini, ciascuna con il suo elemento STAC; ciò che vi si trova già non si scarica di nuovo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images</source>
        <translation>Immagini radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>What there is (JSON)</source>
        <translation>Che cosa c'è (JSON)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Attribution</source>
        <translation>Attribuzione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes that were fetched</source>
        <translation>Megabyte scaricati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Requests</source>
        <translation>Richieste</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The raster to fill; or the path of a Sentinel-2 product.</source>
        <translation>Il raster da riempire; o il percorso di un prodotto Sentinel-2.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>A raster of classes that says what is to be filled, such as a scene classification.</source>
        <translation>Un raster di classi che dice che cosa riempire, come una classificazione di scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that say it too.</source>
        <translation>Raster (ogni pixel diverso da zero) e vettori (dentro le forme) che lo dicono anch'essi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Clouds will be detected from the dates</source>
        <translation>Le nuvole saranno rilevate dalle date</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says yet what is cloud, so dates are found that show the whole scene: they will tell it.</source>
        <translation>Nulla dice ancora che cosa è nuvola: si cercano quindi date che mostrino tutta la scena, e saranno esse a dirlo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Catalogue</source>
        <translation>Catalogo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>earth-search, planetary-computer or copernicus; the URL of a STAC API; or a folder of STAC items on this computer.</source>
        <translation>earth-search, planetary-computer o copernicus; l'URL di un'API STAC; o una cartella di elementi STAC su questo computer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Authentication</source>
        <translation>Autenticazione</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The catalogue's token, from QGIS's authentication manager; it is written nowhere else.</source>
        <translation>Il token del catalogo, dal gestore delle autenticazioni di QGIS; non è scritto da nessun'altra parte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Date of the scene</source>
        <translation>Data della scena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>As YYYY-MM-DD, where the scene itself does not tell it.</source>
        <translation>Come AAAA-MM-GG, dove la scena stessa non la dice.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days before</source>
        <translation>Giorni prima</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days before the scene's date are looked at.</source>
        <translation>Quanti giorni prima della data della scena si guardano.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days after</source>
        <translation>Giorni dopo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days after the scene's date are looked at.</source>
        <translation>Quanti giorni dopo la data della scena si guardano.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates at most</source>
        <translation>Date al massimo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many dates are fetched at most.</source>
        <translation>Quante date si scaricano al massimo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images at most</source>
        <translation>Immagini radar al massimo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many images of Sentinel-1 are fetched at most; 0 for none.</source>
        <translation>Quante immagini di Sentinel-1 si scaricano al massimo; 0 per nessuna.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes at most</source>
        <translation>Megabyte al massimo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How much is fetched at most, about.</source>
        <translation>Quanto si scarica al massimo, circa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says what is to be filled: give a scene classification or a mask layer.</source>
        <translation>Nulla dice che cosa riempire: dai una classificazione di scena o un layer maschera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpaint clouds</source>
        <translation>Ricostruisci le nuvole</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Fills the masked part of a scene by what is learned from this scene alone: by a fast fit of how its clear ground follows from the evidence, in seconds and without torch; or by the network of the paper (deep image prior). Outside the mask the result equals the scene bit for bit. Other dates of the same place and radar images make the fill better than the image alone can.</source>
        <translation>Riempie la parte mascherata di una scena con ciò che si impara dalla scena stessa: con un adattamento rapido di come il suo suolo limpido segue dalle informazioni, in pochi secondi e senza torch; o con la rete dell'articolo (deep image prior). Fuori dalla maschera il risultato è uguale alla scena bit per bit. Altre date dello stesso luogo e immagini radar rendono il riempimento migliore di quanto possa la sola immagine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>What the fill may use. basic: only this image. mt: and other dates. ms: and radar. ms-mt: both. mt-r and ms-r: only the difference to the other date or to the radar is made.</source>
        <translation>Che cosa può usare il riempimento. basic: solo questa immagine. mt: anche altre date. ms: anche il radar. ms-mt: entrambi. mt-r e ms-r: si fa solo la differenza dall'altra data o dal radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How it is filled. fast: the fast fit, with the evidence as input, once per scene, in seconds. paper: the network of the paper (Czerkawski et al. 2022) with its settings, thousands of steps per window.</source>
        <translation>Come si riempie. fast: l'adattamento rapido, con le informazioni come ingresso, una volta per scena, in pochi secondi. paper: la rete dell'articolo (Czerkawski et al. 2022) con le sue impostazioni, migliaia di passi per finestra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Use of several references</source>
        <translation>Uso di più riferimenti</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>mean: their mean, as in the paper; latest: the latest date; stack: each date for itself.</source>
        <translation>mean: la loro media, come nell'articolo; latest: l'ultima data; stack: ogni data per sé.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>When to stop</source>
        <translation>Quando fermarsi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>auto: as the method has it; never: all steps; holdout: when the error on hidden clear ground no longer falls; variance: when the result no longer changes.</source>
        <translation>auto: come prevede il metodo; never: tutti i passi; holdout: quando l'errore sul suolo limpido nascosto non scende più; variance: quando il risultato non cambia più.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Steps</source>
        <translation>Passi</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How many steps the network of the paper takes for each window; empty: as the paper has it.</source>
        <translation>Quanti passi fa la rete dell'articolo per ogni finestra; vuoto: come nell'articolo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpainted</source>
        <translation>Ricostruito</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs at least one reference (another date).</source>
        <translation>Le informazioni {mode} richiedono almeno un riferimento (un'altra data).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs a radar image (Sentinel-1).</source>
        <translation>Le informazioni {mode} richiedono un'immagine radar (Sentinel-1).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Inpaint clouds with a trained model</source>
        <translation>Ricostruisci le nuvole con un modello addestrato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Fills the masked part of a scene with a network that was trained on other scenes, and looks at this image alone. Outside the mask the result equals the scene bit for bit. A model fills exactly the bands it was trained on; what it makes of a large hole is plausible, not measured.</source>
        <translation>Riempie la parte mascherata di una scena con una rete addestrata su altre scene, che guarda solo questa immagine. Fuori dalla maschera il risultato è uguale alla scena bit per bit. Un modello riempie esattamente le bande su cui è stato addestrato; ciò che fa di una lacuna grande è plausibile, non misurato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The name of a model in the panel's table. Empty: the first of the table.</source>
        <translation>Il nome di un modello nella tabella del pannello. Vuoto: il primo della tabella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Model file</source>
        <translation>File del modello</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>A model's own file (.safetensors), instead of a name.</source>
        <translation>Il file proprio di un modello (.safetensors), al posto di un nome.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}, and the result would hold these alone: choose them under Bands.</source>
        <translation>Il modello {name} riempie le bande {bands}, e il risultato avrebbe solo queste: sceglile in Bande.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}: say under Bands which bands of the scene these are.</source>
        <translation>Il modello {name} riempie le bande {bands}: di' in Bande quali bande della scena sono.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The result holds the bands that the model fills: {bands}.</source>
        <translation>Il risultato ha le bande che il modello riempie: {bands}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no trained model yet: add one in the GeoInpaint panel, or give its file.</source>
        <translation>Non c'è ancora alcun modello addestrato: aggiungine uno nel pannello di GeoInpaint, o danne il file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no model {name}: choose one of {names}, or give a model's file.</source>
        <translation>Non c'è alcun modello {name}: scegline uno tra {names}, o dai il file di un modello.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is not a file of its own; it is copied first</source>
        <translation>{name} non è un file a sé; prima viene copiato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file: {reason}</source>
        <translation>Il layer {name} non può essere copiato in un file: {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is neither a raster nor a vector layer.</source>
        <translation>{name} non è un layer raster né vettoriale.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be opened.</source>
        <translation>Il layer {name} non può essere aperto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The file of the layer {name} is not there any more: {path}</source>
        <translation>Il file del layer {name} non esiste più: {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} has no pixels of its own. Save it as a GeoTIFF first.</source>
        <translation>{name} non ha pixel propri. Salvalo prima come GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be read.</source>
        <translation>Il layer {name} non può essere letto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file.</source>
        <translation>Il layer {name} non può essere copiato in un file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Kept</source>
        <translation>Mantenuto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Could not be filled</source>
        <translation>Non si è potuto riempire</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill by scene classification (model)</source>
        <translation>Riempi secondo la classificazione della scena (modello)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Makes a mask from a scene classification, grows it by a few pixels and fills it by regression from other dates.</source>
        <translation>Fa una maschera da una classificazione di scena, la allarga di alcuni pixel e la riempie per regressione da altre date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill from cloudy scenes (model)</source>
        <translation>Riempi da scene nuvolose (modello)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Builds a clear-sky reference from scenes that are cloudy in different places, and fills the masked part of another scene from it by regression.</source>
        <translation>Crea un riferimento senza nuvole da scene nuvolose in luoghi diversi e riempie con esso, per regressione, la parte mascherata di un'altra scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill every date of a place (model)</source>
        <translation>Riempi ogni data di un luogo (modello)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fills the clouds of each scene by its scene classification, from the dates before and after it. A page tells how far each date can be trusted.</source>
        <translation>Riempie le nuvole di ogni scena secondo la sua classificazione, dalle date precedenti e successive. Una pagina dice fino a che punto fidarsi di ogni data.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The raster to fill.</source>
        <translation>Il raster da riempire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Scene classification</source>
        <translation>Classificazione della scena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes.</source>
        <translation>La classificazione di scena (SCL) di un prodotto Sentinel-2 L2A o qualsiasi altro raster di classi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on all its dates; their names or tags tell the date.</source>
        <translation>Lo stesso luogo in tutte le sue date; i nomi o le etichette dicono la data.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Di una classificazione di scena Sentinel-2: 3 ombra di nube, 8 e 9 nube, 10 cirri sottili, 11 neve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Grow the mask by (pixels)</source>
        <translation>Allarga la maschera di (pixel)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The edges of clouds are often missed.</source>
        <translation>I bordi delle nuvole spesso sfuggono.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Clearer images of the same place from other dates.</source>
        <translation>Immagini più limpide dello stesso luogo in altre date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Mask of the scene</source>
        <translation>Maschera della scena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>What is to be filled: every pixel that is not zero.</source>
        <translation>Ciò che va riempito: ogni pixel diverso da zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Other scenes</source>
        <translation>Altre scene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on other dates, each cloudy somewhere else.</source>
        <translation>Lo stesso luogo in altre date, ciascuna nuvolosa altrove.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Masks of the other scenes</source>
        <translation>Maschere delle altre scene</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Where they are cloudy: none, or one raster for each in the same order.</source>
        <translation>Dove sono nuvolose: nessuna, o un raster per ciascuna nello stesso ordine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The raster to fill: any raster layer, or the path of a Sentinel-2 product (.SAFE folder, its zip or its MTD xml).</source>
        <translation>Il raster da riempire: qualsiasi layer raster, o il percorso di un prodotto Sentinel-2 (cartella .SAFE, il suo zip o il suo xml MTD).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The bands to fill and to write, in this order; all where none is chosen.</source>
        <translation>Le bande da riempire e da scrivere, in quest'ordine; tutte se nessuna è scelta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What is to be filled: rasters (every pixel that is not zero, or the classes below) and vectors (inside the shapes). Several layers add up; each is brought to the scene's grid.</source>
        <translation>Ciò che va riempito: raster (ogni pixel diverso da zero, o le classi qui sotto) e vettori (dentro le forme). Più layer si sommano; ciascuno è portato alla griglia della scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the mask rasters</source>
        <translation>Classi dei raster maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of the mask rasters mean: fill. Numbers and ranges, such as 3,8-10 for cloud, shadow and cirrus of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Quali valori dei raster maschera significano riempire. Numeri e intervalli, come 3,8-10 per nube, ombra e cirri di una classificazione di scena Sentinel-2. Vuoto: ogni valore diverso da zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>A raster of classes, such as the scene classification (SCL) of a Sentinel-2 L2A product; what has the classes below is filled.</source>
        <translation>Un raster di classi, come la classificazione di scena (SCL) di un prodotto Sentinel-2 L2A; si riempie ciò che ha le classi qui sotto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds the scene's nodata pixels to what is filled; otherwise nodata stays nodata.</source>
        <translation>Aggiunge i pixel senza dati della scena a ciò che si riempie; altrimenti restano senza dati.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Numbers and ranges. Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Numeri e intervalli. Di una classificazione di scena Sentinel-2: 3 ombra di nube, 8 e 9 nube, 10 cirri sottili, 11 neve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Grows the mask by so many pixels of the scene: the edges of clouds are often missed.</source>
        <translation>Allarga la maschera di altrettanti pixel della scena: i bordi delle nuvole spesso sfuggono.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what the references tell to be cloud or shadow in the scene to the mask; needs no classification.</source>
        <translation>Aggiunge alla maschera ciò che i riferimenti rivelano come nube o ombra nella scena; non richiede una classificazione.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what a network tells to be cloud or shadow from this image alone. It needs a package of its own, which the panel installs, and looks at B02, B03, B04 and B08.</source>
        <translation>Aggiunge ciò che una rete riconosce come nube o ombra dalla sola immagine. Richiede un pacchetto a parte, che il pannello installa, e guarda B02, B03, B04 e B08.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: what the references tell to be cloud, haze or shadow and the mask has left out is filled too, and the ground that is seen in shadow, also in the mask, is kept, made as bright as the fill; none: it stays as it is, and is not learned from.</source>
        <translation>auto: ciò che i riferimenti rivelano come nuvola, foschia o ombra e che la maschera ha tralasciato viene riempito, e il suolo che si vede nell'ombra, anche nella maschera, resta, reso chiaro come il riempimento; none: resta com'è, e non se ne impara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Clearer images of the same place from other dates, or a clear-sky reference. Their dates come from the product or the file; where there is none, the last in the list counts as the latest.</source>
        <translation>Immagini più limpide dello stesso luogo in altre date, o un riferimento senza nuvole. Le date vengono dal prodotto o dal file; dove mancano, l'ultima dell'elenco vale come la più recente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Masks of the references</source>
        <translation>Maschere dei riferimenti</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where the references are cloudy themselves: none, or one raster for each reference in the same order.</source>
        <translation>Dove i riferimenti stessi sono nuvolosi: nessuna, o un raster per ogni riferimento nello stesso ordine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the references' masks</source>
        <translation>Classi delle maschere dei riferimenti</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of those masks mean: cloudy. Empty: every value that is not zero.</source>
        <translation>Quali valori di quelle maschere significano nuvoloso. Vuoto: ogni valore diverso da zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar (Sentinel-1)</source>
        <translation>Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Sentinel-1 images with VV and VH; several dates are averaged in linear power.</source>
        <translation>Immagini Sentinel-1 con VV e VH; di più date si fa la media in potenza lineare.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar units</source>
        <translation>Unità del radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What the radar's values are: db (decibel), linear (power), or auto to tell by the values.</source>
        <translation>Che cosa sono i valori del radar: db (decibel), linear (potenza), o auto per capirlo dai valori.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: a graphics card where there is one the engine can use; else the processor.</source>
        <translation>auto: una scheda grafica dove ce n'è una che il motore possa usare; altrimenti il processore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Tile (pixels)</source>
        <translation>Tassello (pixel)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The side of the windows the scene is filled in; smaller needs less memory. Empty: the method's own.</source>
        <translation>Il lato delle finestre in cui si riempie la scena; più piccolo richiede meno memoria. Vuoto: quello proprio del metodo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within</source>
        <translation>Riempi solo entro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes in this extent; the result covers the whole scene all the same.</source>
        <translation>Riempie solo le lacune in questa estensione; il risultato copre comunque tutta la scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within the shapes</source>
        <translation>Riempi solo entro le forme</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes inside these polygons, or inside the selected ones; a hole that their edge cuts is filled inside it. With an extent: where both are.</source>
        <translation>Riempie solo le lacune dentro questi poligoni, o dentro quelli selezionati; una lacuna tagliata dal loro bordo è riempita al suo interno. Con un'estensione: dove ci sono entrambi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Measure the error on hidden ground</source>
        <translation>Misura l'errore sul suolo nascosto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Hides a few cloud-shaped patches of clear ground and reports the error there. auto: as the method has it.</source>
        <translation>Nasconde alcuni ritagli di suolo limpido a forma di nube e riporta l'errore in quei punti. auto: come prevede il metodo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The same seed, inputs and settings give the same result, byte for byte.</source>
        <translation>Lo stesso seme, gli stessi ingressi e impostazioni danno lo stesso risultato, byte per byte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Threads</source>
        <translation>Thread</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>How many processor cores may be used; 0: all.</source>
        <translation>Quanti core del processore si possono usare; 0: tutti.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>gtiff: a tiled GeoTIFF with overviews; cog: a cloud-optimised GeoTIFF.</source>
        <translation>gtiff: un GeoTIFF a tasselli con panoramiche; cog: un GeoTIFF ottimizzato per il cloud (COG).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The scene with the masked pixels filled: outside the mask it equals the scene bit for bit, with its type, grid, nodata, band names and tags. A GeoTIFF.</source>
        <translation>La scena con i pixel mascherati riempiti: fuori dalla maschera è uguale alla scena bit per bit, con il suo tipo, griglia, valore senza dati, nomi delle bande ed etichette. Un GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill flag</source>
        <translation>Indicatore di riempimento</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where was filled: 0 kept, 1 filled, 2 masked but could not be filled.</source>
        <translation>Dove si è riempito: 0 mantenuto, 1 riempito, 2 mascherato ma non si è potuto riempire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Uncertainty</source>
        <translation>Incertezza</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The standard deviation of the fill, one band for each filled band, in the scene's own numbers: ±1.645 of it cover 90 % of the patches of clear ground that it is measured on.</source>
        <translation>La deviazione standard del riempimento, una banda per ogni banda riempita, nei numeri propri della scena: ±1.645 volte copre il 90 % dei ritagli di suolo limpido su cui è misurata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Report</source>
        <translation>Rapporto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>File HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>One page with pictures, errors, evidence, warnings and the job: an HTML file that needs no other file.</source>
        <translation>Una pagina con immagini, errori, informazioni usate, avvisi e il lavoro: un file HTML che non richiede altri file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>“{part}” is not a class or a range of classes: write numbers such as 3,8-10.</source>
        <translation>“{part}” non è una classe né un intervallo di classi: scrivi numeri come 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Nothing says what is to be filled: choose a mask layer, or have nodata pixels filled.</source>
        <translation>Nulla dice che cosa riempire: scegli un layer maschera, o fai riempire i pixel senza dati.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Say which classes are to be filled, such as 3,8-10.</source>
        <translation>Di' quali classi si riempiono, come 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Clouds are detected from other dates: give at least one.</source>
        <translation>Le nuvole si rilevano da altre date: danne almeno una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>There are {masks} masks for {references} references: give none, or one for each.</source>
        <translation>Ci sono {masks} maschere per {references} riferimenti: non darne nessuna, o una per ciascuno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result is a GeoTIFF: its name must end in .tif, and {name} does not.</source>
        <translation>Il risultato è un GeoTIFF: il suo nome deve finire in .tif, e {name} non lo fa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result would overwrite the input {name}: choose another file.</source>
        <translation>Il risultato sovrascriverebbe l'ingresso {name}: scegli un altro file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be written to.</source>
        <translation>Non si può scrivere nella cartella {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>La cartella {folder} non può essere creata: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} cannot be read.</source>
        <translation>L'autenticazione {name} non può essere letta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} holds no token: make one of the kind API Header or Basic.</source>
        <translation>L'autenticazione {name} non contiene un token: creane una del tipo API Header o Basic.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has failed without a word.</source>
        <translation>Il motore è fallito senza dire nulla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine was ended from outside, most likely because the memory ran out.</source>
        <translation>Il motore è stato terminato dall'esterno, molto probabilmente perché la memoria è finita.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Close other programs, choose a smaller tile or fewer threads, and try again.</source>
        <translation>Chiudi altri programmi, scegli un tassello più piccolo o meno thread, e riprova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has crashed ({reason}).</source>
        <translation>Il motore si è bloccato ({reason}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again; if it stays so, copy the diagnostics into a report.</source>
        <translation>Riprova; se resta così, copia la diagnostica in una segnalazione.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine ended without a result (exit code {code}).</source>
        <translation>Il motore è terminato senza risultato (codice di uscita {code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The log says more; copy the diagnostics into a report.</source>
        <translation>Il registro dice di più; copia la diagnostica in una segnalazione.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has said nothing for {minutes:.0f} minutes and was ended.</source>
        <translation>Il motore non ha detto nulla per {minutes:.0f} minuti ed è stato terminato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again with fewer threads or a smaller tile.</source>
        <translation>Riprova con meno thread o un tassello più piccolo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>What the engine wrote could not be understood, so it was ended.</source>
        <translation>Ciò che il motore ha scritto non si è potuto capire, perciò è stato terminato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Another program may stand in for the engine's Python: choose it again.</source>
        <translation>Un altro programma potrebbe stare al posto del Python del motore: sceglilo di nuovo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine's Python {path} cannot be started: {reason}.</source>
        <translation>Il Python del motore {path} non può essere avviato: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Choose another Python for the engine, or set it up again.</source>
        <translation>Scegli un altro Python per il motore, o installalo di nuovo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine is not set up.</source>
        <translation>Il motore non è installato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Set it up in the GeoInpaint panel, or name a Python in the environment variable GEOINPAINT_PYTHON.</source>
        <translation>Installalo nel pannello di GeoInpaint, o indica un Python nella variabile d'ambiente GEOINPAINT_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask leaves nothing to fill.</source>
        <translation>La maschera non lascia nulla da riempire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask does not overlap the scene: check its coordinate reference system.</source>
        <translation>La maschera non si sovrappone alla scena: controlla il suo sistema di riferimento delle coordinate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask covers every valid pixel: leave some clear ground to learn from.</source>
        <translation>La maschera copre tutti i pixel validi: lascia un po' di suolo limpido da cui imparare.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask cannot be used: give a raster, or a layer of polygons.</source>
        <translation>La maschera non può essere usata: dai un raster, o un layer di poligoni.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area cannot be used: give a layer of polygons.</source>
        <translation>L'area non può essere usata: dai un layer di poligoni.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The files of an image with one file a band do not go together: bring them to one type and ground.</source>
        <translation>I file di un'immagine con un file per banda non vanno insieme: portali a un solo tipo e terreno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The curves cannot be drawn: give a layer of polygons.</source>
        <translation>Le curve non si possono disegnare: dai un layer di poligoni.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area holds no shape: draw or select one.</source>
        <translation>L'area non contiene forme: disegnane o selezionane una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area does not meet the scene: choose another.</source>
        <translation>L'area non incontra la scena: scegline un'altra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No pixel of the mask lies in the area: choose another.</source>
        <translation>Nessun pixel della maschera è nell'area: scegline un'altra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The evidence that this fill needs is missing: add another date or a radar image.</source>
        <translation>Mancano le informazioni che servono a questo riempimento: aggiungi un'altra data o un'immagine radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No other date shows the ground that is to be filled: choose others, or a fill without them.</source>
        <translation>Nessun'altra data mostra il suolo da riempire: scegline altre, o un riempimento senza di esse.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not show the ground that is to be filled: choose another, or a fill without it.</source>
        <translation>L'immagine radar non mostra il suolo da riempire: scegline un'altra, o un riempimento senza di essa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image holds no linear power: leave its units at auto, or choose dB.</source>
        <translation>L'immagine radar non contiene potenza lineare: lascia le sue unità su auto, o scegli dB.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not have the bands VV and VH: choose another.</source>
        <translation>L'immagine radar non ha le bande VV e VH: scegline un'altra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene is named as another date of itself, with the same clouds: choose another date.</source>
        <translation>La scena è indicata come un'altra data di sé stessa, con le stesse nuvole: scegli un'altra data.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file of clouds that were found belongs to another scene: leave it out.</source>
        <translation>Il file delle nuvole trovate appartiene a un'altra scena: tralascialo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file is not there any more.</source>
        <translation>Un file non c'è più.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file cannot be read: it is damaged, or no raster or vector that GDAL knows.</source>
        <translation>Un file non può essere letto: è danneggiato, o non è un raster o vettore che GDAL conosca.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster has no valid pixel: check its nodata value.</source>
        <translation>Il raster non ha pixel validi: controlla il suo valore senza dati.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster holds infinite or absurdly large values: replace them, or name them as nodata.</source>
        <translation>Il raster contiene valori infiniti o assurdamente grandi che non sono il suo valore senza dati: sostituiscili, o dichiarali senza dati.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Rasters of complex numbers cannot be filled.</source>
        <translation>I raster di numeri complessi non si possono riempire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The bands do not fit together: choose bands that are there and match.</source>
        <translation>Le bande non vanno insieme: scegli bande che esistano e corrispondano.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Two layers cannot be brought onto one grid: check their coordinate reference systems.</source>
        <translation>Due layer non si possono portare su un'unica griglia: controlla i loro sistemi di riferimento delle coordinate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The Sentinel-2 product cannot be used: parts of it are missing or damaged.</source>
        <translation>Il prodotto Sentinel-2 non può essere usato: mancano parti o sono danneggiate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is a series in the folder already: add to it, go on with it, or choose another folder.</source>
        <translation>Nella cartella c'è già una serie: aggiungi a essa, proseguila, o scegli un'altra cartella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The series has no such date to fill again.</source>
        <translation>La serie non ha una tale data da riempire di nuovo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The folder holds no series of these options: choose another, or begin one.</source>
        <translation>La cartella non contiene una serie con queste opzioni: scegline un'altra, o iniziane una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A series needs at least two scenes that can be used: choose more.</source>
        <translation>Una serie richiede almeno due scene utilizzabili: scegline di più.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The rasters to be compared differ in size, bands, units or place.</source>
        <translation>I raster da confrontare differiscono per dimensione, bande, unità o luogo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There are too many other dates to tell them apart: choose fewer.</source>
        <translation>Ci sono troppe altre date per distinguerle: scegline meno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is too little clear ground to measure the error on: fill fewer pixels, or do without.</source>
        <translation>C'è troppo poco suolo limpido su cui misurare l'errore: riempi meno pixel, o fanne a meno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result would overwrite another file of this run: choose another name.</source>
        <translation>Il risultato sovrascriverebbe un altro file di questa esecuzione: scegli un altro nome.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Another run is writing the same result: wait for it, or choose another name.</source>
        <translation>Un'altra esecuzione sta scrivendo lo stesso risultato: attendila, o scegli un altro nome.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result cannot be written there: choose another file.</source>
        <translation>Il risultato non può essere scritto lì: scegli un altro file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The disk is full or cannot be written: free some space, or choose another folder.</source>
        <translation>Il disco è pieno o non si può scrivere: libera spazio, o scegli un'altra cartella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The memory does not suffice: choose a smaller tile or fewer threads.</source>
        <translation>La memoria non basta: scegli un tassello più piccolo o meno thread.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The engine's GDAL lacks the driver of Sentinel-2 products: open the bands as rasters.</source>
        <translation>Al GDAL del motore manca il driver dei prodotti Sentinel-2: apri le bande come raster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The device is not there: choose another in the settings.</source>
        <translation>Il dispositivo non c'è: scegline un altro nelle impostazioni.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The trained model cannot be used: choose another in the table.</source>
        <translation>Il modello addestrato non può essere usato: scegline un altro nella tabella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input lies on the network: download it, or allow network sources in the options of GeoInpaint.</source>
        <translation>Un ingresso è sulla rete: scaricalo, o consenti le fonti di rete nelle opzioni di GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A virtual raster leads to a file outside its folder: put that beside it, or name its folder in the options of GeoInpaint.</source>
        <translation>Un raster virtuale porta a un file fuori dalla sua cartella: mettilo accanto ad esso, o indicane la cartella nelle opzioni di GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>NetCDF and HDF are not read as they are: choose the layer in QGIS, or save it as a GeoTIFF.</source>
        <translation>NetCDF e HDF non si leggono così come sono: scegli il layer in QGIS, o salvalo come GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This kind of virtual raster is not opened: save it as a GeoTIFF.</source>
        <translation>Questo tipo di raster virtuale non si apre: salvalo come GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input has changed while it was read: fill again when nothing writes to it any more.</source>
        <translation>Un ingresso è cambiato mentre veniva letto: riempi di nuovo quando nulla vi scrive più.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An earlier run was interrupted while it put its result in place: run the same again first.</source>
        <translation>Un'esecuzione precedente è stata interrotta mentre metteva a posto il suo risultato: ripeti prima la stessa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input is a device or a pipe, and no file: choose a file.</source>
        <translation>Un ingresso è un dispositivo o una pipe, e non un file: scegli un file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file may not be read or written: check its permissions, or choose another.</source>
        <translation>Un file non può essere letto o scritto: controlla i suoi permessi, o scegline un altro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Too many files are open: choose fewer threads in the settings.</source>
        <translation>Ci sono troppi file aperti: scegli meno thread nelle impostazioni.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A part of the Sentinel-2 product is damaged: download it again.</source>
        <translation>Una parte del prodotto Sentinel-2 è danneggiata: scaricalo di nuovo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Nothing says what is to be filled: choose a classification or a mask layer, or draw.</source>
        <translation>Nulla dice che cosa riempire: scegli una classificazione o un layer maschera, o disegna.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene has no classification of its own: choose one.</source>
        <translation>La scena non ha una classificazione propria: scegline una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The classes cannot be read: write numbers and ranges, such as 3,8-10.</source>
        <translation>Le classi non si possono leggere: scrivi numeri e intervalli, come 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Classes are given for a layer that has none: leave them out, or choose a raster of classes.</source>
        <translation>Sono date classi per un layer che non ne ha: omettile, o scegli un raster di classi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Clouds are found by other dates, and there is none: add one, or choose another mask.</source>
        <translation>Le nuvole si trovano con altre date, e non ce n'è nessuna: aggiungine una, o scegli un'altra maschera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds is not installed: tick it in the panel, and press Get it.</source>
        <translation>La rete per le nuvole non è installata: spuntala nel pannello e premi Ottieni.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds needs the bands B02, B03, B04 and B08, named so, as they were delivered.</source>
        <translation>La rete per le nuvole richiede le bande B02, B03, B04 e B08, così chiamate e come sono state fornite.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>More would be fetched than was allowed: allow more megabytes, or choose fewer dates.</source>
        <translation>Si scaricherebbe più del consentito: consenti più megabyte, o scegli meno date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is nothing to build a reference from: choose scenes.</source>
        <translation>Non c'è nulla da cui creare un riferimento: scegli delle scene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This method takes no steps that could be stopped: leave the stopping rule at auto.</source>
        <translation>Questo metodo non fa passi che si possano fermare: lascia la regola di arresto su auto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This fill needs torch: set up the full stage of the engine, or choose another method.</source>
        <translation>Questo riempimento richiede torch: installa la versione completa del motore, o scegli un altro metodo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An interrupted run cannot be gone on with: start anew.</source>
        <translation>Un'esecuzione interrotta non si può proseguire: ricomincia.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Several workers cannot be used here: do without them.</source>
        <translation>Qui non si possono usare più processi: fanne a meno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A setting has a value that the engine does not know: check the advanced settings.</source>
        <translation>Un'impostazione ha un valore che il motore non conosce: controlla le impostazioni avanzate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue cannot be used: choose another, or check its address.</source>
        <translation>Il catalogo non può essere usato: scegline un altro, o controllane l'indirizzo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene does not tell its date, its place or its bands: add other dates as files.</source>
        <translation>La scena non dice la sua data, il suo luogo o le sue bande: aggiungi altre date come file.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue has nothing for this place and time: look further before and after the scene.</source>
        <translation>Il catalogo non ha nulla per questo luogo e tempo: cerca più lontano prima e dopo la scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date can be fetched: look further before and after, or allow more dates or megabytes.</source>
        <translation>Nessuna data può essere scaricata: cerca più lontano prima e dopo, o consenti più date o megabyte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A server does not give out what the catalogue names: leave that date out, or choose another.</source>
        <translation>Un server non fornisce ciò che il catalogo indica: ometti quella data, o scegline un'altra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue's server does not answer as it should: try again; what was fetched is kept.</source>
        <translation>Il server del catalogo non risponde come dovrebbe: riprova; ciò che è stato ottenuto si conserva.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Catalogues need a package that the engine does not have: set it up again.</source>
        <translation>I cataloghi richiedono un pacchetto che il motore non ha: installalo di nuovo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date of the series could be filled: the log says why.</source>
        <translation>Nessuna data della serie si è potuta riempire: il registro dice perché.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file that keeps the series is damaged: choose another folder.</source>
        <translation>Il file che conserva la serie è danneggiato: scegli un'altra cartella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A scene of the series tells no date, or has no mask: name its file with the date, or give a mask.</source>
        <translation>Una scena della serie non dice la sua data, o non ha maschera: metti la data nel nome del file, o dai una maschera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The dates of the series make no cube: do without it, or set zarr up in the engine's Python.</source>
        <translation>Le date della serie non formano un cubo: fanne a meno, o installa zarr nel Python del motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The model cannot be added or removed under this name.</source>
        <translation>Il modello non può essere aggiunto o rimosso con questo nome.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Reading</source>
        <translation>Lettura</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing</source>
        <translation>Scrittura</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the catalogue and the page</source>
        <translation>Scrittura del catalogo e della pagina</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking where the dates are clear</source>
        <translation>Ricerca dei punti in cui le date sono limpide</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the report</source>
        <translation>Scrittura del rapporto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking for cloud beside the mask</source>
        <translation>Ricerca di nuvole accanto alla maschera</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Measuring the error on hidden ground</source>
        <translation>Misura dell'errore sul suolo nascosto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Making the environment</source>
        <translation>Creazione dell'ambiente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Checking the environment</source>
        <translation>Controllo dell'ambiente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The engine is set up</source>
        <translation>Il motore è installato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages are installed</source>
        <translation>I pacchetti sono installati</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} holds other things.</source>
        <translation>La cartella {path} contiene altre cose.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose an empty folder for the engine.</source>
        <translation>Scegli una cartella vuota per il motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} cannot be used: {reason}.</source>
        <translation>La cartella {path} non può essere usata: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose another folder.</source>
        <translation>Scegli un'altra cartella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages could not be installed.</source>
        <translation>I pacchetti non si sono potuti installare.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The log says why.</source>
        <translation>Il registro dice perché.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>There is no space left on the disk.</source>
        <translation>Non c'è più spazio sul disco.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Free some space, or choose another folder, and try again.</source>
        <translation>Libera spazio, o scegli un'altra cartella, e riprova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy asks for a user name and password.</source>
        <translation>Il proxy chiede nome utente e password.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set HTTPS_PROXY with both before QGIS starts, or install from a folder of wheels.</source>
        <translation>Imposta HTTPS_PROXY con entrambi prima di avviare QGIS, o installa da una cartella di wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy cannot be reached.</source>
        <translation>Il proxy non è raggiungibile.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the proxy settings of this computer, or install from a folder of wheels.</source>
        <translation>Controlla le impostazioni proxy di questo computer, o installa da una cartella di wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection's certificate is not trusted, often because a firewall inspects it.</source>
        <translation>Il certificato della connessione non è attendibile, spesso perché un firewall la ispeziona.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Ask for your organisation's certificate and name it in PIP_CERT, or install from a folder of wheels.</source>
        <translation>Chiedi il certificato della tua organizzazione e indicalo in PIP_CERT, o installa da una cartella di wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server cannot be reached.</source>
        <translation>Il server dei pacchetti non è raggiungibile.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the internet connection and try again, or install from a folder of wheels.</source>
        <translation>Controlla la connessione a internet e riprova, o installa da una cartella di wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection was lost during the download.</source>
        <translation>La connessione si è persa durante lo scaricamento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; what was downloaded is kept.</source>
        <translation>Riprova; ciò che è stato scaricato si conserva.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A downloaded package was cut off, or is not the one that was tested.</source>
        <translation>Un pacchetto scaricato è stato troncato, o non è quello provato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; if it stays so, something between here and the server changes downloads.</source>
        <translation>Riprova; se resta così, qualcosa tra questo computer e il server altera gli scaricamenti.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package file is damaged, most often because its download or copy was cut off.</source>
        <translation>Un file di pacchetto è danneggiato, quasi sempre perché lo scaricamento o la copia è stata troncata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; offline, copy the folder of wheels anew.</source>
        <translation>Riprova; offline, copia di nuovo la cartella di wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server refuses, or has a fault.</source>
        <translation>Il server dei pacchetti rifiuta, o ha un guasto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again later, check the extra pip options, or install from a folder of wheels.</source>
        <translation>Riprova più tardi, controlla le opzioni extra di pip, o installa da una cartella di wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This Python cannot make environments: its venv module or pip is missing.</source>
        <translation>Questo Python non può creare ambienti: gli manca il modulo venv o pip.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>On Debian and Ubuntu install python3-venv, or choose another Python.</source>
        <translation>Su Debian e Ubuntu installa python3-venv, o scegli un altro Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A path has become too long for Windows.</source>
        <translation>Un percorso è diventato troppo lungo per Windows.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder near the root of a drive, such as C:\geoinpaint.</source>
        <translation>Scegli una cartella vicina alla radice di un'unità, come C:\geoinpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A file is held by another program, often the virus scanner or a second QGIS.</source>
        <translation>Un file è trattenuto da un altro programma, spesso l'antivirus o un secondo QGIS.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Close other QGIS windows, wait a moment and try again.</source>
        <translation>Chiudi le altre finestre di QGIS, attendi un momento e riprova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A folder or file cannot be written.</source>
        <translation>Una cartella o un file non può essere scritto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder that you may write to.</source>
        <translation>Scegli una cartella in cui puoi scrivere.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>At that address there is no torch without CUDA for this Python.</source>
        <translation>A quell'indirizzo non c'è torch senza CUDA per questo Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the address, or choose the usual full stage.</source>
        <translation>Controlla l'indirizzo, o scegli la solita versione completa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The folder of wheels lacks a package for this system and Python.</source>
        <translation>Nella cartella di wheel manca un pacchetto per questo sistema e questo Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Fill the folder for the same system and Python version, and try again.</source>
        <translation>Riempi la cartella per lo stesso sistema e la stessa versione di Python, e riprova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package does not exist for this Python.</source>
        <translation>Un pacchetto non esiste per questo Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose Python 3.10 to 3.13 for the engine.</source>
        <translation>Scegli Python da 3.10 a 3.13 per il motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The pip of this Python is too old.</source>
        <translation>Il pip di questo Python è troppo vecchio.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a newer Python, or leave the extra pip options empty.</source>
        <translation>Scegli un Python più recente, o lascia vuote le opzioni extra di pip.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A library is built for another kind of processor than this Python.</source>
        <translation>Una libreria è compilata per un altro tipo di processore rispetto a questo Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a 64-bit Python for this computer, and set the engine up again.</source>
        <translation>Scegli un Python a 64 bit per questo computer, e installa di nuovo il motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library is missing, most often the Microsoft Visual C++ runtime.</source>
        <translation>Manca una libreria di sistema, quasi sempre il runtime di Microsoft Visual C++.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Install the Microsoft Visual C++ Redistributable (x64), and try again.</source>
        <translation>Installa Microsoft Visual C++ Redistributable (x64), e riprova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The graphics card does not have enough memory for this run.</source>
        <translation>La scheda grafica non ha abbastanza memoria per questa esecuzione.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a smaller tile, or run on the processor.</source>
        <translation>Scegli un tassello più piccolo, o esegui sul processore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The driver of the graphics card is too old for this build of torch, or the card is.</source>
        <translation>Il driver della scheda grafica è troppo vecchio per questa versione di torch, o lo è la scheda.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Update the driver, or run on the processor.</source>
        <translation>Aggiorna il driver, o esegui sul processore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This fill needs torch, which the engine's Python does not have.</source>
        <translation>Questo riempimento richiede torch, che il Python del motore non ha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set up the full engine, or use a classical fill.</source>
        <translation>Installa il motore completo, o usa un riempimento classico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>torch is installed but does not load.</source>
        <translation>torch è installato ma non si carica.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again.</source>
        <translation>Installa di nuovo il motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The engine's packages do not fit together.</source>
        <translation>I pacchetti del motore non vanno d'accordo tra loro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This processor lacks instructions that a package was built for.</source>
        <translation>A questo processore mancano istruzioni per cui un pacchetto è stato compilato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose another torch build in the extra pip options, or use a classical fill.</source>
        <translation>Scegli un'altra versione di torch nelle opzioni extra di pip, o usa un riempimento classico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The computer ran out of memory.</source>
        <translation>Il computer ha esaurito la memoria.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package that the engine needs is missing or too old.</source>
        <translation>Un pacchetto che serve al motore manca o è troppo vecchio.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again, or choose another Python for it.</source>
        <translation>Installa di nuovo il motore, o scegli un altro Python per esso.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library that a package needs is missing.</source>
        <translation>Manca una libreria di sistema che serve a un pacchetto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} is left out of the series: {why}</source>
        <translation>{date} è tralasciata dalla serie: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} keeps the fill that it has: {why}</source>
        <translation>{date} mantiene il riempimento che ha: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} cannot be filled: {why}</source>
        <translation>{date} non può essere riempita: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>The engine cannot do this as it was asked ({code}).</source>
        <translation>Il motore non può farlo come è stato chiesto ({code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Installing {package} ({number} of {count})</source>
        <translation>Installazione di {package} ({number} di {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Asking for the packages</source>
        <translation>Richiesta dei pacchetti</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Fetching {package} ({number} of {count})</source>
        <translation>Scaricamento di {package} ({number} di {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>{text}, {done:.0f} of {total:.0f} MB</source>
        <translation>{text}, {done:.0f} di {total:.0f} MB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The engine needs Python 3.10 or newer, and {path} is {version}.</source>
        <translation>Il motore richiede Python 3.10 o successivo, e {path} è {version}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose another Python for the engine.</source>
        <translation>Scegli un altro Python per il motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} is a 32-bit one.</source>
        <translation>Il Python {path} è a 32 bit.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose a 64-bit Python for the engine.</source>
        <translation>Scegli un Python a 64 bit per il motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} lacks packages that the engine needs: {names}.</source>
        <translation>Al Python {path} mancano pacchetti che servono al motore: {names}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install them there, or choose another Python for the engine.</source>
        <translation>Installali lì, o scegli un altro Python per il motore.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>it does not answer</source>
        <translation>non risponde</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>what it says is not what a Python says</source>
        <translation>ciò che dice non è ciò che dice un Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>{path} is not a Python that can be used: {reason}.</source>
        <translation>{path} non è un Python utilizzabile: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>No Python 3.10 or newer was found on this computer.</source>
        <translation>Su questo computer non si è trovato Python 3.10 o successivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 (64-bit) from python.org and try again.</source>
        <translation>Installa Python 3.12 (64 bit) da python.org e riprova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 from python.org and try again.</source>
        <translation>Installa Python 3.12 da python.org e riprova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install the packages python3 and python3-venv and try again.</source>
        <translation>Installa i pacchetti python3 e python3-venv e riprova.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for the processor</source>
        <translation>torch {version} per il processore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch in that folder</source>
        <translation>il torch di quella cartella</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch that your pip options lead to</source>
        <translation>il torch a cui portano le tue opzioni di pip</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for Metal and the processor</source>
        <translation>torch {version} per Metal e il processore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>This build leaves the graphics card unused; the guide says how to choose another.</source>
        <translation>Questa versione lascia inutilizzata la scheda grafica; la guida dice come sceglierne un'altra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for CUDA {cuda} and the processor</source>
        <translation>torch {version} per CUDA {cuda} e il processore</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>The card's driver {driver} is too old for it: update it to {needed} or newer.</source>
        <translation>Il driver {driver} della scheda è troppo vecchio: aggiornalo a {needed} o successivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>Apple GPU</source>
        <translation>GPU Apple</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use other dates: they are ignored.</source>
        <translation>Questo riempimento non usa altre date: vengono ignorate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use radar: it is ignored.</source>
        <translation>Questo riempimento non usa il radar: viene ignorato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A radar image holds one value only: it is not used.</source>
        <translation>Un'immagine radar contiene un solo valore: non viene usata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date is used, which alone would tell cloud beside the mask: nothing is added to it.</source>
        <translation>Non si usa nessun'altra data, che sola rivelerebbe nuvole accanto alla maschera: non vi si aggiunge nulla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>An advanced setting is ignored that this fill does not use.</source>
        <translation>Un'impostazione avanzata che questo riempimento non usa viene ignorata.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates is given more than once: it is used once.</source>
        <translation>Una delle altre date è indicata più di una volta: viene usata una volta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates shows nothing of the ground that is to be filled.</source>
        <translation>Una delle altre date non mostra nulla del suolo da riempire.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date shows a part of what is to be filled, which is less exact there: add dates.</source>
        <translation>Nessun'altra data mostra una parte del suolo da riempire; lì il riempimento è meno esatto: aggiungi delle date.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Georeference is missing: pixels are taken to lie on each other.</source>
        <translation>Manca la georeferenziazione: si assume che i pixel coincidano.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date of the series is left out; the others go on.</source>
        <translation>Una data della serie è tralasciata; le altre proseguono.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scenes have no red and near-infrared bands: no curves of the vegetation index are drawn.</source>
        <translation>Le scene non hanno bande del rosso e del vicino infrarosso: non si disegnano curve dell'indice di vegetazione.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No date of the series shows some of the points or polygons: their curves are empty.</source>
        <translation>Nessuna data della serie mostra alcuni dei punti o poligoni: le loro curve sono vuote.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date cannot be had; the next best takes its place.</source>
        <translation>Una data non si può avere; la migliore successiva ne prende il posto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>As much has been fetched as was allowed; some dates are left out.</source>
        <translation>È stato scaricato quanto era consentito; alcune date sono tralasciate.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There are more images than are looked at: look at fewer days before and after.</source>
        <translation>Ci sono più immagini di quante se ne guardino: guarda meno giorni prima e dopo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date's offset is not what its catalogue says; the one that goes with the scene is used.</source>
        <translation>L'offset di una data non è quello che dice il suo catalogo; si usa quello che va con la scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The catalogue has no radar image of this place and time.</source>
        <translation>Il catalogo non ha immagini radar di questo luogo e tempo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The rasters do not declare the same scale and offset.</source>
        <translation>I raster non dichiarano la stessa scala e lo stesso offset.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is a fill of the scene itself: the error on hidden ground then says nothing.</source>
        <translation>Un'altra data è un riempimento della scena stessa: l'errore sul suolo nascosto allora non dice nulla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>Un'altra data è 0 in ogni banda in alcuni punti e non dichiara nodata: lì è ritenuta vuota.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>Il raster è 0 in ogni banda in alcuni punti e non dichiara nodata: lì è ritenuto vuoto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster holds numbers of a colour table, such as classes, and no brightness: choose the image.</source>
        <translation>Il raster contiene numeri di una tabella di colori, come classi, e non luminosità: scegli l'immagine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Reflectance and DN were brought together: another date is in other units than the scene.</source>
        <translation>Riflettanza e DN sono stati accordati: un'altra data è in unità diverse da quelle della scena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date does not seem to be in the units of the scene: declare both scales.</source>
        <translation>Un'altra data non sembra essere nelle unità della scena: dichiara entrambe le scale.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date or the scene seems to have an offset that it does not declare.</source>
        <translation>Un'altra data o la scena sembra avere un offset che non dichiara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands differ in nodata; the result declares the first band's.</source>
        <translation>Le bande differiscono nel valore senza dati; il risultato dichiara quello della prima.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A band that is marked as alpha looks like an image; it is copied, not filled.</source>
        <translation>Una banda contrassegnata come alfa sembra un'immagine; è copiata, non riempita.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A file has several layers; the first is used.</source>
        <translation>Un file ha più layer; si usa il primo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the mask layers does not overlap the scene, or holds no shapes.</source>
        <translation>Uno dei layer maschera non si sovrappone alla scena, o non contiene forme.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The mask has many values, and all but zero are filled: of a classification choose the classes.</source>
        <translation>La maschera ha molti valori, e si riempiono tutti tranne zero: di una classificazione scegli le classi.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The radar's values do not look like the units they are read in.</source>
        <translation>I valori del radar non sembrano delle unità in cui sono letti.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Parts of the scene have too little clear ground for the method: they get a classical fill.</source>
        <translation>Parti della scena hanno troppo poco suolo limpido per il metodo: ricevono un riempimento classico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Few clear pixels are there to learn from: expect a coarse fill.</source>
        <translation>Ci sono pochi pixel limpidi da cui imparare: aspettati un riempimento grossolano.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There is too little clear ground to hide any: the error was not measured.</source>
        <translation>C'è troppo poco suolo limpido da nascondere: l'errore non è stato misurato.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Some masked pixels could not be filled: there is nothing to fill them from.</source>
        <translation>Alcuni pixel mascherati non si sono potuti riempire: non c'è nulla con cui farlo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>What lies beside the mask looks like cloud or shadow, and is not used as it is: it is filled where the mask covers it.</source>
        <translation>Ciò che è accanto alla maschera sembra nube o ombra e non si usa così com'è: si riempie dove la maschera lo copre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Shadow that is filled shows the ground: what is seen in it was kept, made as bright as the fill. If that is not wanted, do not fill cloud beside the mask.</source>
        <translation>L'ombra da riempire mostra il terreno: ciò che vi si vede è stato conservato, chiaro come il riempimento. Se non lo desidera, non riempia le nubi accanto alla maschera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scene is too small to tell whether the mask leaves cloud beside it: if it may, grow the mask.</source>
        <translation>La scena è troppo piccola per dire se la maschera lascia nuvole accanto a sé: se è possibile, ingrandisca la maschera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is cloudy itself in places: what is cloud in it is not used.</source>
        <translation>Anche un'altra data è in parte nuvolosa: ciò che in essa è nube non si usa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The graphics card cannot repeat the steps as one; each is started by itself, which is slower.</source>
        <translation>La scheda grafica non può ripetere i passi come uno solo; ciascuno è avviato da sé, il che è più lento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The preview could not be written; the run goes on without it.</source>
        <translation>L'anteprima non si è potuta scrivere; l'esecuzione prosegue senza.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands' names do not say what they show; they are taken in order.</source>
        <translation>I nomi delle bande non dicono che cosa mostrano; si prendono in ordine.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>the graphics card</source>
        <translation>la scheda grafica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>A network works too: {steps} steps on {place} took {seconds:.1f} s.</source>
        <translation>Funziona anche una rete: {steps} passi con {place} hanno richiesto {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine works: a test fill of {pixels} pixels took {seconds:.1f} s.</source>
        <translation>Il motore funziona: un riempimento di prova di {pixels} pixel ha richiesto {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine runs, but its test fill is wrong.</source>
        <translation>Il motore funziona, ma il suo riempimento di prova è sbagliato.</translation>
    </message>
</context>
</TS>
