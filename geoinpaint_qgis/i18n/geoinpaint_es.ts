<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>GeoInpaint</name>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>The report is gone: {path} is not there any more.</source>
        <translation>El informe ya no está: {path} no se encuentra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>There is no program to show the report {path} with.</source>
        <translation>No hay ningún programa para mostrar el informe {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_layer.py"/>
        <source>{name}_minus_{simple}</source>
        <translation>{name}_menos_{simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>GeoInpaint: difference</source>
        <translation>GeoInpaint: diferencia</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>The difference cannot be made: the result is not what its recipe says.</source>
        <translation>No se puede calcular la diferencia: el resultado no es lo que dice su receta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Values along the line</source>
        <translation>Valores a lo largo de la línea</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Drag a line over the map, across the edge of a hole.</source>
        <translation>Arrastre una línea sobre el mapa que cruce el borde de un hueco.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>There are no values along the line.</source>
        <translation>No hay valores a lo largo de la línea.</translation>
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
        <translation>GeoInpaint: perfil</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>&amp;Band</source>
        <translation>&amp;Banda</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>Drag another line over the map to look elsewhere; Escape closes.</source>
        <translation>Arrastre otra línea sobre el mapa para mirar en otro sitio; Escape cierra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>scene</source>
        <translation>escena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>result</source>
        <translation>resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>{share} band</source>
        <translation>banda del {share}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>filled</source>
        <translation>relleno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>The recipe beside the result is gone, which says what to compare it with: fill again.</source>
        <translation>La receta junto al resultado ya no está, y dice con qué compararlo: rellene de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>This is the simple fill itself: there is nothing simpler to compare it with.</source>
        <translation>Este es el propio relleno simple: no hay nada más simple con que compararlo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>Values over time</source>
        <translation>Valores a lo largo del tiempo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>There are no values here.</source>
        <translation>Aquí no hay valores.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, clear</source>
        <translation>{date}: {value}, despejado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: cloudy, not filled</source>
        <translation>{date}: nuboso, sin rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, filled</source>
        <translation>{date}: {value}, rellenado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{share} band {low} to {high}</source>
        <translation>banda del {share} de {low} a {high}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>The scene shows {value}</source>
        <translation>La escena muestra {value}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>clear</source>
        <translation>despejado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>filled, with {share} band</source>
        <translation>rellenado, con banda del {share}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>what a cloud shows</source>
        <translation>lo que muestra una nube</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint time profile…</source>
        <translation>Perfil temporal de GeoInpaint…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint</source>
        <translation>GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>Choose a date of a filled series in the layer list first; Fill a series of dates makes one.</source>
        <translation>Elija antes en la lista de capas una fecha de una serie rellenada; «Rellenar una serie de fechas» hace una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>The series in {folder} cannot be read.</source>
        <translation>La serie de {folder} no se puede leer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>GeoInpaint: time profile of {series}</source>
        <translation>GeoInpaint: perfil temporal de {series}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>click on the map, or x, y</source>
        <translation>clic en el mapa, o x, y</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Copy table</source>
        <translation>&amp;Copiar tabla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Put the values of all dates on the clipboard, for a spreadsheet</source>
        <translation>Pone los valores de todas las fechas en el portapapeles, para una hoja de cálculo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Place</source>
        <translation>&amp;Lugar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Write the place as x, y in the units of the map.</source>
        <translation>Escriba el lugar como x, y en las unidades del mapa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click on the map.</source>
        <translation>Haga clic en el mapa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>The series shows nothing here.</source>
        <translation>La serie no muestra nada aquí.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click elsewhere for another place; rest the mouse on a date for its value; Escape closes.</source>
        <translation>Haga clic en otro sitio para otro lugar; deje el ratón sobre una fecha para ver su valor; Escape cierra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>{count} scenes are not where they were: what they show is left out.</source>
        <translation>{count} escenas no están donde estaban: lo que muestran se omite.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Fill clouds</source>
        <translation>Rellenar nubes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Filled</source>
        <translation>Relleno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Fill with</source>
        <translation>Rellenar con</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The file is there already and will be replaced.</source>
        <translation>El archivo ya existe y se reemplazará.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Cancelled; no file was written.</source>
        <translation>Cancelado; no se escribió ningún archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The last run</source>
        <translation>La última ejecución</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Show log</source>
        <translation>Mostrar el registro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Copy diagnostics</source>
        <translation>Copiar el diagnóstico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>The search has failed.</source>
        <translation>La búsqueda ha fallado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Find dates and radar</source>
        <translation>Buscar fechas y radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A catalogue by name, the URL of a STAC API, or a folder of STAC items</source>
        <translation>Un catálogo por su nombre, la URL de una API STAC, o una carpeta de elementos STAC</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> days before and after</source>
        <translation> días antes y después</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> dates at most</source>
        <translation> fechas como máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> radar images at most</source>
        <translation> imágenes radar como máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Look</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Fetch</source>
        <translation>&amp;Obtener</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Adds what is ticked to the project, and fills nothing yet</source>
        <translation>Añade al proyecto lo marcado y todavía no rellena nada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch and &amp;run</source>
        <translation>Obtener y &amp;ejecutar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetches what is ticked, adds it to the project, and fills the raster from it</source>
        <translation>Obtiene lo marcado, lo añade al proyecto y rellena el ráster con ello</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Catalogue</source>
        <translation>&amp;Catálogo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Token, if it wants one</source>
        <translation>&amp;Token, si lo pide</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>this computer</source>
        <translation>este equipo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asking {whom} what there is</source>
        <translation>Preguntando a {whom} qué hay</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Cancel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: what a date shows of the hole; the best are ticked.</source>
        <translation>{count} imágenes, de {whence}. Verde: lo que una fecha muestra del hueco; las mejores están marcadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: where a date is clear; the clouds are detected from them.</source>
        <translation>{count} imágenes, de {whence}. Verde: donde una fecha está despejada; las nubes se detectan a partir de ellas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch about {size:.0f} MB and &amp;run</source>
        <translation>Obtener unos {size:.0f} MB y &amp;ejecutar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asks {host}, and the servers of its images, once you press Look.</source>
        <translation>Pregunta a {host} y a los servidores de sus imágenes en cuanto pulse Buscar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A folder of this computer: nothing is asked of the network for the search.</source>
        <translation>Una carpeta de este equipo: para la búsqueda no se pregunta nada a la red.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>What it shows</source>
        <translation>Lo que muestra</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Clear in the hole</source>
        <translation>Despejado en el hueco</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Around it</source>
        <translation>Alrededor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Orbit</source>
        <translation>Órbita</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>radar</source>
        <translation>radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>&amp;Find dates and radar…</source>
        <translation>&amp;Buscar fechas y radar…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>Looks in a catalogue for the images that show the hole, and fetches what is needed</source>
        <translation>Busca en un catálogo las imágenes que muestran el hueco y obtiene lo que hace falta</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Asks {host} (a few MB)</source>
        <translation>Pregunta a {host} (unos pocos MB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Looks in a folder of this computer</source>
        <translation>Busca en una carpeta de este equipo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Choose the raster to fill.</source>
        <translation>Elija el ráster que se rellena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_coverage.py"/>
        <source>GeoInpaint: evidence</source>
        <translation>GeoInpaint: información</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>same day</source>
        <translation>mismo día</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>{days} d</source>
        <translation>{days} d</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>&amp;Method</source>
        <translation>&amp;Método</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>M&amp;ethod</source>
        <translation>Mé&amp;todo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Time it is likely to take</source>
        <translation>Tiempo que probablemente tardará</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Will take {time}.</source>
        <translation>Tardará {time}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Needs torch: set up the full stage of the engine.</source>
        <translation>Necesita torch: instale la etapa completa del motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Fast fit</source>
        <translation>Ajuste rápido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Network of the paper (2022)</source>
        <translation>Red del artículo (2022)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>How the fill is made</source>
        <translation>Cómo se hace el relleno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Classical fill</source>
        <translation>Relleno clásico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>A simple rule; quick, and good with a recent date.</source>
        <translation>Una regla sencilla; rápida, y buena con una fecha reciente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Only this image</source>
        <translation>Solo esta imagen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Carries on what surrounds the hole; for small holes.</source>
        <translation>Continúa lo que rodea al hueco; para huecos pequeños.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Other dates</source>
        <translation>Otras fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns on clear ground how this image follows from the others.</source>
        <translation>Aprende en el suelo despejado cómo esta imagen se deduce de las demás.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from radar, which sees through cloud.</source>
        <translation>Aprende del radar, que ve a través de las nubes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Dates and radar</source>
        <translation>Fechas y radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from all the evidence there is.</source>
        <translation>Aprende de toda la información disponible.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Trained model</source>
        <translation>Modelo entrenado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learned from other scenes; looks at this image alone.</source>
        <translation>Aprendió de otras escenas; mira solo esta imagen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Regression (dates, radar)</source>
        <translation>Regresión (fechas, radar)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Harmonic (smooth surface)</source>
        <translation>Armónico (superficie suave)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Ratio (mean of the dates)</source>
        <translation>Cociente (media de fechas)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Paste the nearest date</source>
        <translation>Pegar la fecha más próxima</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>TELEA (inwards)</source>
        <translation>TELEA (hacia dentro)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Coherent (along lines)</source>
        <translation>Coherente (según las líneas)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>GeoInpaint: trained models</source>
        <translation>GeoInpaint: modelos entrenados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Cancelled; the table is as it was.</source>
        <translation>Cancelado; la tabla queda como estaba.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained models</source>
        <translation>Modelos entrenados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a model…</source>
        <translation>Añadir un modelo…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Copy a model's file (.safetensors) into your models</source>
        <translation>Copiar el archivo de un modelo (.safetensors) a sus modelos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your copy of this model</source>
        <translation>Borrar su copia de este modelo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a trained model</source>
        <translation>Añadir un modelo entrenado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Models (*.safetensors)</source>
        <translation>Modelos (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your model {name}? Its file is {path}.</source>
        <translation>¿Borrar su modelo {name}? Su archivo es {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove a trained model</source>
        <translation>Quitar un modelo entrenado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>No trained model is here yet: add one from its file.</source>
        <translation>Aún no hay ningún modelo entrenado: añada uno desde su archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Terms</source>
        <translation>Condiciones</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>What the fill may use</source>
        <translation>Qué puede usar el relleno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Other &amp;dates of the same place</source>
        <translation>Otras &amp;fechas del mismo lugar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No other image: add clearer dates</source>
        <translation>Sin otra imagen: añada fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>&amp;Radar (Sentinel-1)</source>
        <translation>&amp;Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No radar image: add VV and VH</source>
        <translation>Sin imagen radar: añada VV y VH</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Build a clear-sky &amp;reference…</source>
        <translation>Crear una r&amp;eferencia sin nubes…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Makes one clear image of many cloudy dates, to be ticked above</source>
        <translation>Hace una imagen despejada a partir de muchas fechas nubosas, para marcarla arriba</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Date, days from the raster to fill, clouds (or what is valid), and how much of what is to be filled each shows. The nearest clear ones are ticked unless you choose.</source>
        <translation>Fecha, días hasta el ráster que se rellena, nubes (o lo válido) y cuánto de lo que se rellena muestra cada una. Las despejadas más próximas están marcadas mientras usted no elija.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files: {what}</source>
        <translation>Añadir archivos: {what}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files to the project and tick them</source>
        <translation>Añadir archivos al proyecto y marcarlos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 date</source>
        <translation>1 fecha</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} dates</source>
        <translation>{count} fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 radar image</source>
        <translation>1 imagen radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} radar images</source>
        <translation>{count} imágenes radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>this image alone</source>
        <translation>solo esta imagen</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add rasters</source>
        <translation>Añadir rásteres</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{date}, {days}</source>
        <translation>{date}, {days}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>covers {percent:.0f} %</source>
        <translation>cubre {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>cloud {percent:.0f} %</source>
        <translation>nubes {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{percent:.0f} % valid</source>
        <translation>{percent:.0f} % válido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>shows {percent:.0f} %</source>
        <translation>muestra {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>What looks like cloud beside the mask</source>
        <translation>Lo que parece nube junto a la máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>{count} pixels that the mask leaves out look like cloud (yellow) or shadow (blue)</source>
        <translation>{count} píxeles que la máscara deja fuera parecen nube (amarillo) o sombra (azul)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were filled too.</source>
        <translation>también se rellenaron.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were neither filled nor learned from.</source>
        <translation>no se rellenaron ni se usaron para aprender.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn mask</source>
        <translation>Máscara dibujada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn area</source>
        <translation>Área dibujada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>GeoInpaint: mask</source>
        <translation>GeoInpaint: máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>The mask is empty: nothing would be filled.</source>
        <translation>La máscara está vacía: no se rellenaría nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>1 hole</source>
        <translation>1 hueco</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{count} holes</source>
        <translation>{count} huecos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{share} % will be filled: {holes}, largest {size}</source>
        <translation>{share} % de la escena se rellenará: {holes}, el mayor de {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>About {text}</source>
        <translation>Aproximadamente {text}</translation>
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
        <translation>Nube, sombra y cirros</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud and cirrus</source>
        <translation>Nube y cirros</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud shadow</source>
        <translation>Sombra de nube</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cirrus</source>
        <translation>Cirros</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Snow and ice</source>
        <translation>Nieve y hielo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud, shadow, cirrus and snow</source>
        <translation>Nube, sombra, cirros y nieve</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What to fill</source>
        <translation>Qué rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show the mask on the map</source>
        <translation>Mostrar la máscara en el mapa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show what will be filled in red on the map</source>
        <translation>Mostrar en rojo en el mapa lo que se rellenará</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Figures of the mask</source>
        <translation>Cifras de la máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Also fill cloud &amp;beside the mask</source>
        <translation>Rellenar también nu&amp;bes junto a la máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What looks like cloud, haze or shadow by the other dates and the mask has left out. In shadow, also in the mask, the ground that is seen is kept, made as bright as the fill.</source>
        <translation>Lo que según las otras fechas parece nube, bruma o sombra y la máscara ha dejado fuera. En la sombra, también en la de la máscara, se conserva el terreno que se ve, tan claro como el relleno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Classification</source>
        <translation>&amp;Clasificación</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Scene classification (SCL)</source>
        <translation>Clasificación de la escena (SCL)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>A raster of classes, such as the SCL of a Sentinel-2 L2A product</source>
        <translation>Un ráster de clases, como la SCL de un producto Sentinel-2 L2A</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Classes to fill: numbers and ranges, such as 3,8-10</source>
        <translation>Clases que se rellenan: números e intervalos, como 3,8-10</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets</source>
        <translation>Predefinidas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets of classes</source>
        <translation>Clases predefinidas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>C&amp;lasses to fill</source>
        <translation>C&amp;lases que rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Mask layers</source>
        <translation>Capas de máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>No polygons or one-band rasters</source>
        <translation>Ni polígonos ni rásteres monobanda</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Mask layers (any raster or polygons)</source>
        <translation>Capas de &amp;máscara (cualquier ráster o polígonos)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Drag or click on the map; Shift cuts out, Ctrl+Z takes back</source>
        <translation>Arrastre o haga clic en el mapa; Mayús recorta, Ctrl+Z deshace</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw a polygon</source>
        <translation>Dibujar un polígono</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw freehand</source>
        <translation>Dibujar a mano alzada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen</source>
        <translation>Radio del pincel en la pantalla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen; [ and ] change it</source>
        <translation>Radio del pincel en la pantalla; [ y ] lo cambian</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Take the last stroke back</source>
        <translation>Deshacer el último trazo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Make the stroke again</source>
        <translation>Rehacer el trazo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Clear the drawing</source>
        <translation>Borrar el dibujo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grows the mask: the edges of clouds are often missed</source>
        <translation>Agranda la máscara: los bordes de las nubes suelen escaparse</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fill &amp;nodata too</source>
        <translation>Incluir sin &amp;datos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Otherwise nodata stays nodata</source>
        <translation>Si no, los píxeles sin datos siguen sin datos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Grow by</source>
        <translation>A&amp;mpliar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grow the mask by</source>
        <translation>Ampliar la máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>from &amp;dates</source>
        <translation>con &amp;fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what the ticked dates tell to be cloud or shadow here; needs no classification</source>
        <translation>Rellena lo que las fechas marcadas revelan aquí como nube o sombra; no necesita clasificación</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>by net&amp;work</source>
        <translation>con &amp;red</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what a network tells to be cloud or shadow from this image alone; it is a package of its own</source>
        <translation>Rellena lo que una red reconoce como nube o sombra solo por esta imagen; es un paquete aparte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds by a network</source>
        <translation>Detectar nubes con una red</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Get it…</source>
        <translation>Obtener…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Installs the network's package into the engine's environment; asks before it fetches</source>
        <translation>Instala el paquete de la red en el entorno del motor; pregunta antes de descargar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect</source>
        <translation>Detectar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds from the dates</source>
        <translation>Detectar nubes con las fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the network tells to be cloud is added when it runs.</source>
        <translation>Lo que la red reconoce como nube se añade al ejecutar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the dates tell to be cloud is added when it runs.</source>
        <translation>Lo que las fechas revelan como nube se añade al ejecutar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Whole raster</source>
        <translation>Ráster completo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>What the map shows</source>
        <translation>Lo que muestra el mapa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box drawn on the map</source>
        <translation>Rectángulo dibujado en el mapa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Polygon drawn on the map</source>
        <translation>Polígono dibujado en el mapa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Selected polygons</source>
        <translation>Polígonos seleccionados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Only holes in the area are filled; the result covers the whole raster all the same</source>
        <translation>Solo se rellenan los huecos del área; aun así el resultado cubre todo el ráster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area</source>
        <translation>Dibujar el área</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box: drag it on the map. Polygon: click its corners, end with the right button; Shift cuts out.</source>
        <translation>Rectángulo: arrástrelo en el mapa. Polígono: haga clic en sus vértices y termine con el botón derecho; Mayús recorta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Clear the drawn area</source>
        <translation>Borrar el área dibujada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>A&amp;rea</source>
        <translation>Á&amp;rea</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: drag a box on the map.</source>
        <translation>Dibuje el área: arrastre un rectángulo en el mapa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: click its corners on the map, and end with the right button.</source>
        <translation>Dibuje el área: haga clic en sus vértices en el mapa y termine con el botón derecho.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Select the polygons that are the area, in a layer of the project.</source>
        <translation>Seleccione los polígonos que forman el área, en una capa del proyecto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>The area does not touch the raster: choose another, or the whole raster.</source>
        <translation>El área no toca el ráster: elija otra, o el ráster completo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Rasters (*.tif *.tiff *.jp2 *.vrt);;All (*)</source>
        <translation>Rásteres (*.tif *.tiff *.jp2 *.vrt);;Todos (*)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster to fill</source>
        <translation>Ráster que se rellena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The bands to fill and to write; all where none is ticked</source>
        <translation>Las bandas que se rellenan y se escriben; todas si no se marca ninguna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>&amp;Bands</source>
        <translation>&amp;Bandas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a raster</source>
        <translation>Abrir un ráster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a file or a Sentinel-2 product to the project and fill it</source>
        <translation>Añadir un archivo o un producto Sentinel-2 al proyecto y rellenarlo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster file…</source>
        <translation>Archivo ráster…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (.SAFE folder)…</source>
        <translation>Producto Sentinel-2 (carpeta .SAFE)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (zip)…</source>
        <translation>Producto Sentinel-2 (zip)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a Sentinel-2 product</source>
        <translation>Abrir un producto Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Products (*.zip)</source>
        <translation>Productos (*.zip)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} cannot be opened as a raster.</source>
        <translation>{name} no se puede abrir como ráster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} is no Sentinel-2 product that QGIS can open.</source>
        <translation>{name} no es un producto Sentinel-2 que QGIS pueda abrir.</translation>
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
        <translation>Producto Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Bands of which resolution?</source>
        <translation>¿Bandas de qué resolución?</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a raster to the project, or open a file.</source>
        <translation>Añada un ráster al proyecto o abra un archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} píxeles</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{count} bands</source>
        <translation>{count} bandas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>1 band</source>
        <translation>1 banda</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>nodata {value:g}</source>
        <translation>sin datos {value:g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The grid is in degrees: pixels are not square on the ground.</source>
        <translation>La rejilla está en grados: los píxeles no son cuadrados en el terreno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say what to fill: choose a classification or a mask layer, or draw on the map.</source>
        <translation>Diga qué rellenar: elija una clasificación o una capa de máscara, o dibuje en el mapa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say which classes to fill, such as 3,8-10.</source>
        <translation>Diga qué clases rellenar, como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The network for clouds is not installed yet: press Get it.</source>
        <translation>La red para nubes aún no está instalada: pulse Obtener.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A trained model looks at no other dates to detect clouds from: choose another mask.</source>
        <translation>Un modelo entrenado no mira otras fechas con que detectar nubes: elija otra máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date to detect clouds from.</source>
        <translation>Marque al menos una imagen de otra fecha con que detectar nubes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The folder {folder} does not exist: choose another file.</source>
        <translation>La carpeta {folder} no existe: elija otro archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Choose a trained model in the table.</source>
        <translation>Elija un modelo entrenado de la tabla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date.</source>
        <translation>Marque al menos una imagen de otra fecha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one Sentinel-1 image.</source>
        <translation>Marque al menos una imagen Sentinel-1.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>This fill needs at least one image of another date: tick one.</source>
        <translation>Este relleno necesita al menos una imagen de otra fecha: marque una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A regression needs an image of another date or a radar image: tick one.</source>
        <translation>Una regresión necesita una imagen de otra fecha o una imagen radar: marque una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/background_run.py"/>
        <source>The run has failed; the log says more.</source>
        <translation>La ejecución ha fallado; el registro dice más.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clear_stretch.py"/>
        <source>GeoInpaint: stretch</source>
        <translation>GeoInpaint: realce</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The command is on the clipboard.</source>
        <translation>El comando está en el portapapeles.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The diagnostics are on the clipboard.</source>
        <translation>El diagnóstico está en el portapapeles.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/commands.py"/>
        <source>{name} is not a file: export it to one (layer menu, Export) and choose that layer.</source>
        <translation>{name} no es un archivo: expórtelo a uno (menú de la capa, Exportar) y elija esa capa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>GeoInpaint log</source>
        <translation>Registro de GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>The engine has said nothing.</source>
        <translation>El motor no ha dicho nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/error_curve.py"/>
        <source>Error on hidden ground over the run</source>
        <translation>Error en suelo oculto durante la ejecución</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>a few seconds</source>
        <translation>unos segundos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} s</source>
        <translation>unos {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} min</source>
        <translation>unos {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count:.0f} h</source>
        <translation>unas {count:.0f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Run</source>
        <translation>E&amp;jecutar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>More: commands, batch, modeler, log, diagnostics</source>
        <translation>Más: comandos, lotes, modelador, registro, diagnóstico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as a command, open in batch or modeler, show the log, copy diagnostics</source>
        <translation>Copiar como comando, abrir en lotes o en el modelador, mostrar el registro, copiar el diagnóstico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as qgis_process command</source>
        <translation>Copiar como comando qgis_process</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as geoinpaint command</source>
        <translation>Copiar como comando geoinpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in batch</source>
        <translation>Abrir en proceso por lotes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in modeler</source>
        <translation>Abrir en el modelador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Progress of the run</source>
        <translation>Progreso de la ejecución</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Stop and keep best</source>
        <translation>&amp;Parar y quedarse con lo mejor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Finish now with the best fill so far</source>
        <translation>Terminar ahora con el mejor relleno hasta el momento</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>C&amp;ancel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>End without a result; no file is left</source>
        <translation>Terminar sin resultado; no queda ningún archivo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>S&amp;wipe</source>
        <translation>C&amp;ortina</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Move the mouse over the map: before on the left, after on the right</source>
        <translation>Mueva el ratón sobre el mapa: antes a la izquierda, después a la derecha</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Blink</source>
        <translation>Par&amp;padeo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show before and after in turns</source>
        <translation>Mostrar antes y después por turnos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Di&amp;fference</source>
        <translation>D&amp;iferencia</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Add a layer: this fill minus a simple fill, blue where it is darker, orange where it is brighter</source>
        <translation>Añadir una capa: este relleno menos un relleno simple, azul donde es más oscuro, naranja donde es más claro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Pr&amp;ofile</source>
        <translation>Perf&amp;il</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Draw a line over the map: the values before and after along it</source>
        <translation>Dibujar una línea sobre el mapa: los valores de antes y después a lo largo de ella</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show re&amp;port</source>
        <translation>Mostrar el in&amp;forme</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open the report in the browser</source>
        <translation>Abrir el informe en el navegador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Fill the masked part and add the result to the project</source>
        <translation>Rellenar la parte enmascarada y añadir el resultado al proyecto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Starting the engine</source>
        <translation>Iniciando el motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Cancelling</source>
        <translation>Cancelando</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>The simple fill did better here.</source>
        <translation>Aquí el relleno simple fue mejor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/layer_menu.py"/>
        <source>Run GeoInpaint again…</source>
        <translation>Ejecutar GeoInpaint de nuevo…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>GeoTIFF (*.tif)</source>
        <translation>GeoTIFF (*.tif)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>File of the result</source>
        <translation>Archivo del resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Re&amp;port</source>
        <translation>In&amp;forme</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>One page with pictures, errors, evidence and the job, beside the result</source>
        <translation>Una página con imágenes, errores, información usada y el trabajo, junto al resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>&amp;Uncertainty</source>
        <translation>&amp;Incertidumbre</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster with the fill's standard deviation, beside the result</source>
        <translation>Un ráster con la desviación típica del relleno, junto al resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Fill fla&amp;g</source>
        <translation>Indicador de re&amp;lleno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster that says what was filled and what could not be, beside the result</source>
        <translation>Un ráster que dice qué se rellenó y qué no se pudo, junto al resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Stretch to clear &amp;ground</source>
        <translation>Realce según el &amp;suelo despejado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show scene and result in the range of the clear ground, unless you have set a range yourself</source>
        <translation>Mostrar la escena y el resultado en el rango del suelo despejado, salvo que usted haya fijado un rango</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>as in the paper</source>
        <translation>como en el artículo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;teps of the network</source>
        <translation>&amp;Pasos de la red</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Make the difference only</source>
        <translation>Hacer solo la diferencia</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The other date or the radar is where the network starts from</source>
        <translation>La red parte de la otra fecha o del radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The same seed, inputs and settings give the same result</source>
        <translation>La misma semilla, entradas y ajustes dan el mismo resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;eed</source>
        <translation>S&amp;emilla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show the advanced settings</source>
        <translation>Mostrar los ajustes avanzados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>beside the raster</source>
        <translation>junto al ráster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Filling</source>
        <translation>Rellenando</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>step {step} of {steps}</source>
        <translation>paso {step} de {steps}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Stopped early, after about {step} of {steps} steps.</source>
        <translation>Parado antes de tiempo, tras unos {step} de {steps} pasos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Finishing with the best so far</source>
        <translation>Terminando con lo mejor hasta ahora</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>slower than expected</source>
        <translation>más lento de lo previsto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels to fill</source>
        <translation>{count} píxeles que rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>on {device}</source>
        <translation>en {device}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{size:.1f} GB of memory</source>
        <translation>{size:.1f} GB de memoria</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>error on hidden ground {value:.3g}</source>
        <translation>error en suelo oculto {value:.3g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} s left</source>
        <translation>quedan {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} min left</source>
        <translation>quedan {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count:.1f} h left</source>
        <translation>quedan {count:.1f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the graphics card ({name})</source>
        <translation>la tarjeta gráfica ({name})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels filled</source>
        <translation>{count} píxeles rellenados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{done} in {seconds:.0f} s</source>
        <translation>{done} en {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} could not be filled</source>
        <translation>{count} no se pudieron rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>The error was not measured: nothing was hidden to test the fill on.</source>
        <translation>El error no se midió: no se ocultó nada con que probar el relleno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>reflectance</source>
        <translation>reflectancia</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Error on hidden clear ground: {error} {unit}</source>
        <translation>Error en suelo despejado oculto: {error} {unit}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>a simple fill: {simple}</source>
        <translation>un relleno simple: {simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % less error</source>
        <translation>{percent:.0f} % menos error</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % more error</source>
        <translation>{percent:.0f} % más error</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>To be expected under the clouds: about {error}.</source>
        <translation>Esperable bajo las nubes: unos {error}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The recipe {path} cannot be read.</source>
        <translation>La receta {path} no se puede leer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The product {path} cannot be opened.</source>
        <translation>El producto {path} no se puede abrir.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The scene {path} does not have the bands of the recipe.</source>
        <translation>La escena {path} no tiene las bandas de la receta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The masks of this result have different classes each, and here one choice counts for all: make one mask of them (Make a cloud mask), and fill again from the panel.</source>
        <translation>Las máscaras de este resultado tienen cada una clases distintas, y aquí una elección vale para todas: haga de ellas una sola máscara (Crear una máscara de nubes) y rellene de nuevo desde el panel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates of this result had days or masks named one by one, which cannot be given here: tick them in the panel, and fill again from there.</source>
        <translation>Las otras fechas de este resultado tenían días o máscaras indicados uno a uno, lo que aquí no se puede dar: márquelas en el panel y rellene de nuevo desde allí.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates or the radar of this result have different classes or units each, and here one choice counts for all: tick them in the panel, and fill again from there.</source>
        <translation>Las otras fechas o el radar de este resultado tienen cada uno clases o unidades distintas, y aquí una elección vale para todos: márquelos en el panel y rellene de nuevo desde allí.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} is gone.</source>
        <translation>La entrada {path} ya no está.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} has changed since: the result will be another.</source>
        <translation>La entrada {path} ha cambiado desde entonces: el resultado será otro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Set up the GeoInpaint engine</source>
        <translation>Instalar el motor de GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages come from {folder}; nothing is downloaded.</source>
        <translation>Los paquetes vienen de {folder}; no se descarga nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages are downloaded from the Python package index into a Python environment of their own.</source>
        <translation>Los paquetes se descargan del índice de paquetes de Python a un entorno de Python propio.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>QGIS's own Python stays as it is.</source>
        <translation>El Python de QGIS queda como está.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The fast fit, classical fills, masks, references and scores.</source>
        <translation>El ajuste rápido, rellenos clásicos, máscaras, referencias y puntuaciones.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Also the network of the paper and trained models, which need torch.</source>
        <translation>También la red del artículo y los modelos entrenados, que necesitan torch.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Instalar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>none found: networks run on the processor</source>
        <translation>no se encontró ninguna: las redes usan el procesador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Graphics card:</source>
        <translation>Tarjeta gráfica:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Made with:</source>
        <translation>Creado con:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Python {version}, {path}</source>
        <translation>Python {version}, {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Folder:</source>
        <translation>Ca&amp;rpeta:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Free there:</source>
        <translation>Libre allí:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The same on the processor alone, since no graphics card was found. torch comes from the address that pytorch.org names for Pip and CPU (after “index-url”):</source>
        <translation>Lo mismo solo en el procesador, ya que no se encontró tarjeta gráfica. torch viene de la dirección que pytorch.org da para Pip y CPU (tras «index-url»):</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Address of torch without CUDA</source>
        <translation>Dirección de torch sin CUDA</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Light: {size}</source>
        <translation>&amp;Ligera: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>F&amp;ull: {size}</source>
        <translation>C&amp;ompleta: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Full &amp;without CUDA: {size}</source>
        <translation>Completa &amp;sin CUDA: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>that folder holds no torch</source>
        <translation>esa carpeta no contiene torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>the size of the download is not known</source>
        <translation>no se sabe el tamaño de la descarga</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>from {size} of wheels</source>
        <translation>de {size} de paquetes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>about {size} to download</source>
        <translation>unos {size} de descarga</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{size} to download</source>
        <translation>{size} de descarga</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>This needs about {size}: choose a folder on a disk with more room.</source>
        <translation>Necesita unos {size}: elija una carpeta en un disco con más espacio.</translation>
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
        <translation>Motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Not set up.</source>
        <translation>Sin instalar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs with {path}</source>
        <translation>Funciona con {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python with the engine's packages</source>
        <translation>Python con los paquetes del motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the environment below</source>
        <translation>vacío: el entorno de abajo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Python to use:</source>
        <translation>&amp;Python que se usa:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of the engine's environment</source>
        <translation>Carpeta del entorno del motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Engine &amp;folder:</source>
        <translation>Carpeta del &amp;motor:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set up in the panel…</source>
        <translation>Instalar en el panel…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Opens the GeoInpaint panel, where the engine is set up, changed or repaired.</source>
        <translation>Abre el panel de GeoInpaint, donde el motor se instala, se cambia o se repara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set-up</source>
        <translation>Instalación</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python to make the environment with</source>
        <translation>Python con que crear el entorno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the best one on this computer</source>
        <translation>vacío: el mejor de este equipo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Made with:</source>
        <translation>C&amp;reado con:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the packages that were tested</source>
        <translation>vacío: los paquetes probados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>E&amp;xtra pip options:</source>
        <translation>Opciones e&amp;xtra de pip:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>for computers without a graphics card</source>
        <translation>para equipos sin tarjeta gráfica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>torch without &amp;CUDA from:</source>
        <translation>torch sin &amp;CUDA desde:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>Carpeta de paquetes wheel</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of &amp;wheels:</source>
        <translation>Carpeta de paquetes &amp;wheel:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (CUDA)</source>
        <translation>Tarjeta gráfica (CUDA)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (Metal)</source>
        <translation>Tarjeta gráfica (Metal)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Device for networks:</source>
        <translation>&amp;Dispositivo para redes:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>All processors</source>
        <translation>Todos los procesadores</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Threads:</source>
        <translation>&amp;Hilos:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>End an engine that is &amp;silent for:</source>
        <translation>Terminar un motor en &amp;silencio durante:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Allow &amp;network sources</source>
        <translation>Permitir fuentes de &amp;red</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>The engine may read rasters from servers. A file from somebody else can then make it ask a server that the file names.</source>
        <translation>El motor puede leer rásteres de servidores. Un archivo de otra persona puede entonces hacer que pregunte a un servidor que el archivo nombra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the folder of the virtual raster alone</source>
        <translation>vacío: solo la carpeta del ráster virtual</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folders in which the sources of virtual rasters (VRT) may lie, with {separator} between them.</source>
        <translation>Carpetas donde pueden estar las fuentes de los rásteres virtuales (VRT), separadas por {separator}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Fol&amp;ders for VRT sources:</source>
        <translation>Carpetas de fuentes &amp;VRT:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>A quotation mark is not closed: these options are not saved.</source>
        <translation>Una comilla no está cerrada: estas opciones no se guardan.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Progress of the set-up</source>
        <translation>Progreso de la instalación</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Cancel the set-up</source>
        <translation>Cancelar la instalación</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Set &amp;up…</source>
        <translation>I&amp;nstalar…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Make a Python environment for the engine; asks before it fetches.</source>
        <translation>Crear un entorno de Python para el motor; pregunta antes de descargar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a &amp;Python…</source>
        <translation>Usar un &amp;Python…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a Python that has the packages already.</source>
        <translation>Usar un Python que ya tiene los paquetes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>&amp;Offline…</source>
        <translation>Sin c&amp;onexión…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the packages from a folder of wheels.</source>
        <translation>Instalar los paquetes desde una carpeta de paquetes wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The engine was set up for another version of the plugin: set it up again.</source>
        <translation>El motor se instaló para otra versión del complemento: instálelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Ready: {path}</source>
        <translation>Listo: {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a Python…</source>
        <translation>Elegir un Python…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose again…</source>
        <translation>Elegir de nuevo…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Python for the engine</source>
        <translation>Python para el motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Checking a Python</source>
        <translation>Comprobando un Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Looking at this computer</source>
        <translation>Examinando este equipo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>In the extra pip options a quotation mark is not closed.</source>
        <translation>En las opciones extra de pip una comilla no está cerrada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Correct them in the settings.</source>
        <translation>Corríjalas en los ajustes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Setting up the GeoInpaint engine</source>
        <translation>Instalando el motor de GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the network for clouds, ukis-csmask (Apache-2.0), and ONNX Runtime (MIT) that runs it, into {folder}? About 165 MB are fetched from Python's package index.</source>
        <translation>¿Instalar la red para nubes, ukis-csmask (Apache-2.0), y ONNX Runtime (MIT), que la ejecuta, en {folder}? Se descargan unos 165 MB del índice de paquetes de Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Installing the network for clouds</source>
        <translation>Instalando la red para nubes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The set-up was cancelled.</source>
        <translation>La instalación se canceló.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Looking for a Python and a graphics card</source>
        <translation>Buscando un Python y una tarjeta gráfica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Asking {path}</source>
        <translation>Preguntando a {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Trying the engine</source>
        <translation>Probando el motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>The packages are installed.</source>
        <translation>Los paquetes están instalados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/stage_watch.py"/>
        <source>GeoInpaint: engine</source>
        <translation>GeoInpaint: motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The set-up has failed: {reason}</source>
        <translation>La instalación ha fallado: {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The log says more.</source>
        <translation>El registro dice más.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold: {part}</source>
        <translation>Plegar o desplegar: {part}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold this part</source>
        <translation>Plegar o desplegar esta parte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/plugin.py"/>
        <source>GeoInpaint panel</source>
        <translation>Panel de GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is one of the words {words}, and {value} is none of them.</source>
        <translation>{name} es una de las palabras {words}, y {value} no es ninguna de ellas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is a number from {least} to {most}, and {value} is none of them.</source>
        <translation>{name} es un número de {least} a {most}, y {value} no lo es.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fill clouds (classical)</source>
        <translation>Rellenar nubes (clásico)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fills the masked part of a scene by a classical rule, in seconds and without torch. Outside the mask the result equals the scene bit for bit. With a recent clear date the regression is good, and the fast fit of the other algorithm better; with nothing but the image the coherent fill goes on along its fields, roads and shores, and is a smooth surface elsewhere.</source>
        <translation>Rellena la parte enmascarada de una escena con una regla clásica, en segundos y sin torch. Fuera de la máscara el resultado es igual a la escena bit a bit. Con una fecha despejada reciente la regresión es buena, y mejor el ajuste rápido del otro algoritmo; solo con la imagen, el relleno coherente continúa a lo largo de sus parcelas, caminos y orillas, y en lo demás es una superficie suave.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>auto: regression where another date or radar is given, else coherent; regression: from other dates and radar, fitted on the clear ground; ratio: the references' mean, fitted to the scene at the hole's edge; paste: the nearest clear date as it is; harmonic: a smooth surface through the edge; telea: inwards from the edge; coherent: smooth too, but along the lines of the image.</source>
        <translation>auto: regresión donde hay otra fecha o radar, si no coherente; regression: de otras fechas y radar, ajustada en el suelo despejado; ratio: la media de las referencias, ajustada a la escena en el borde del hueco; paste: la fecha despejada más próxima tal cual; harmonic: una superficie suave a través del borde; telea: del borde hacia dentro; coherent: también suave, pero a lo largo de las líneas de la imagen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill {fill} needs at least one reference (another date).</source>
        <translation>El relleno {fill} necesita al menos una referencia (otra fecha).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill regression needs a reference (another date) or a radar image; harmonic needs neither.</source>
        <translation>El relleno regression necesita una referencia (otra fecha) o una imagen radar; harmonic no necesita ninguna.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Build a clear-sky reference</source>
        <translation>Crear una referencia sin nubes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Prepare</source>
        <translation>Preparar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Makes one clear image from several dates of the same place: at each pixel the median or mean of the dates that are clear there. The last band counts them. With radar images the dates are averaged in linear power, which also removes noise.</source>
        <translation>Hace una imagen despejada a partir de varias fechas del mismo lugar: en cada píxel la mediana o la media de las fechas despejadas allí. La última banda las cuenta. Con imágenes radar las fechas se promedian en potencia lineal, lo que también quita ruido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Scenes</source>
        <translation>Escenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The dates; each is brought to the grid and the values of the newest (or the first).</source>
        <translation>Las fechas; cada una se lleva a la rejilla y los valores de la más reciente (o la primera).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Masks of the scenes</source>
        <translation>Máscaras de las escenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Where the scenes are cloudy: none, or one raster for each scene in the same order.</source>
        <translation>Dónde están nubosas las escenas: ninguna, o un ráster para cada escena en el mismo orden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Classes of the masks</source>
        <translation>Clases de las máscaras</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Which values of the masks mean: cloudy, such as 3,8-10 of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Qué valores de las máscaras significan nube, como 3,8-10 de una clasificación de escena Sentinel-2. Vacío: todo valor distinto de cero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Statistic</source>
        <translation>Estadístico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>median: robust against clouds the masks have missed; mean: less noise. Radar is always averaged.</source>
        <translation>median: robusta frente a nubes que las máscaras pasaron por alto; mean: menos ruido. El radar siempre se promedia.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Grid of</source>
        <translation>Rejilla de</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The raster whose grid the reference takes; empty: the first scene's.</source>
        <translation>El ráster cuya rejilla toma la referencia; vacío: la de la primera escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The scenes are radar images (Sentinel-1)</source>
        <translation>Las escenas son imágenes radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>VV and VH are averaged in linear power and written in decibel.</source>
        <translation>VV y VH se promedian en potencia lineal y se escriben en decibelios.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar speckle filter</source>
        <translation>Filtro de moteado del radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>lee: Lee's filter, for few radar dates; none: averaging many dates does it.</source>
        <translation>lee: filtro de Lee, para pocas fechas de radar; none: basta promediar muchas fechas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Clear-sky reference</source>
        <translation>Referencia sin nubes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>A GeoTIFF with the scenes' bands and type, and a last band that counts the clear dates.</source>
        <translation>Un GeoTIFF con las bandas y el tipo de las escenas, y una última banda que cuenta las fechas despejadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Number of scenes</source>
        <translation>Número de escenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Share of pixels that are clear at least once (0 to 1)</source>
        <translation>Proporción de píxeles despejados al menos una vez (0 a 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>There are {masks} masks for {scenes} scenes: give none, or one for each.</source>
        <translation>Hay {masks} máscaras para {scenes} escenas: no dé ninguna, o una para cada una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar sees through clouds: leave the masks out.</source>
        <translation>El radar ve a través de las nubes: omita las máscaras.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Make a cloud mask</source>
        <translation>Crear una máscara de nubes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Writes what is to be filled as a raster on the scene's grid: 1 fill, 0 keep. The sources add up: classes of a scene classification, other raster and vector layers, what other dates or a network tell to be cloud, and the scene's nodata.</source>
        <translation>Escribe lo que hay que rellenar como ráster en la rejilla de la escena: 1 rellenar, 0 conservar. Las fuentes se suman: clases de una clasificación de escena, otras capas ráster y vectoriales, lo que otras fechas o una red revelan como nube, y el nodata de la escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The raster whose grid the mask takes; or the path of a Sentinel-2 product.</source>
        <translation>El ráster cuya rejilla toma la máscara; o la ruta de un producto Sentinel-2.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes. With a product as the scene it is found there and need not be given.</source>
        <translation>La clasificación de escena (SCL) de un producto Sentinel-2 L2A o cualquier otro ráster de clases. Si la escena es un producto, se encuentra en él y no hace falta darla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Classes to mask</source>
        <translation>Clases que enmascarar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Further mask layers</source>
        <translation>Más capas de máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that are added.</source>
        <translation>Rásteres (todo píxel distinto de cero) y vectores (dentro de las formas) que se añaden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>References (other dates)</source>
        <translation>Referencias (otras fechas)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clearer images of the same place from other dates, to detect the clouds from.</source>
        <translation>Imágenes más despejadas del mismo lugar de otras fechas, con que detectar las nubes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask nodata pixels too</source>
        <translation>Enmascarar también los píxeles sin datos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Adds the scene's nodata pixels.</source>
        <translation>Añade los píxeles sin datos de la escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>A GeoTIFF of bytes: 1 fill, 0 keep.</source>
        <translation>Un GeoTIFF de bytes: 1 rellenar, 0 conservar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked pixels</source>
        <translation>Píxeles enmascarados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clear pixels</source>
        <translation>Píxeles despejados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked share (0 to 1)</source>
        <translation>Proporción enmascarada (0 a 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Number of holes</source>
        <translation>Número de huecos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Pixels of the largest hole</source>
        <translation>Píxeles del hueco mayor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Nothing says what is to be masked: give a scene classification or a mask layer.</source>
        <translation>Nada dice qué enmascarar: dé una clasificación de escena o una capa de máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Say which classes are to be masked, such as 3,8-10.</source>
        <translation>Diga qué clases enmascarar, como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>{scene}_mask</source>
        <translation>{scene}_mascara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Other dates serve to detect clouds only, and that is not ticked: ignored.</source>
        <translation>Las otras fechas solo sirven para detectar nubes, y eso no está marcado: se ignoran.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Compare with the truth</source>
        <translation>Comparar con la verdad</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Scores a filled image against a clear image of the same date: root mean square and mean absolute error, peak signal-to-noise ratio, structural similarity and spectral angle, in the hole and on the whole. Errors are in reflectance, or in the raster's own numbers where its scale is not known.</source>
        <translation>Puntúa una imagen rellenada frente a una imagen despejada de la misma fecha: raíz del error cuadrático medio y error absoluto medio, relación señal-ruido de pico, similitud estructural y ángulo espectral, en el hueco y en el total. Los errores están en reflectancia, o en los números propios del ráster donde no se conoce su escala.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The filled image.</source>
        <translation>La imagen rellenada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Truth</source>
        <translation>Verdad</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The clear image, with the same bands.</source>
        <translation>La imagen despejada, con las mismas bandas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>What was filled: a raster (every pixel that is not zero, or the classes) or a vector (the shapes).</source>
        <translation>Lo que se rellenó: un ráster (todo píxel distinto de cero, o las clases) o un vector (las formas).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Classes of the mask</source>
        <translation>Clases de la máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Which values of a mask raster mean: filled. Empty: every value that is not zero.</source>
        <translation>Qué valores de un ráster de máscara significan rellenado. Vacío: todo valor distinto de cero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Root mean square error</source>
        <translation>Raíz del error cuadrático medio</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Mean absolute error</source>
        <translation>Error absoluto medio</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Peak signal-to-noise ratio (dB)</source>
        <translation>Relación señal-ruido de pico (dB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Structural similarity</source>
        <translation>Similitud estructural</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Spectral angle (degrees)</source>
        <translation>Ángulo espectral (grados)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>in the hole</source>
        <translation>en el hueco</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>on the whole</source>
        <translation>en el total</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Unit of the errors</source>
        <translation>Unidad de los errores</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Engine status</source>
        <translation>Estado del motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Tells which Python the engine runs with, whether its packages suffice for classical fills (light) or for all (full), and which device it would use. Starts the engine to see whether it works.</source>
        <translation>Dice con qué Python funciona el motor, si sus paquetes bastan para rellenos clásicos (light) o para todos (full), y qué dispositivo usaría. Inicia el motor para ver si funciona.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Status: full, light or missing</source>
        <translation>Estado: full, light o missing</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>What is wrong</source>
        <translation>Qué falla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of the engine</source>
        <translation>Versión del motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Python of the engine</source>
        <translation>Python del motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of that Python</source>
        <translation>Versión de ese Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of torch</source>
        <translation>Versión de torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>The run was cancelled; no output was written.</source>
        <translation>La ejecución se canceló; no se escribió ninguna salida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>1 window</source>
        <translation>1 ventana</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} windows</source>
        <translation>{count} ventanas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} steps</source>
        <translation>{count} pasos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>about {seconds:.0f} s</source>
        <translation>unos {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>Plan: {plan}</source>
        <translation>Plan: {plan}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>held-out error {rmse:.4g}</source>
        <translation>error en lo oculto {rmse:.4g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{seconds:.0f} s left</source>
        <translation>quedan {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Fill</source>
        <translation>Rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Filled pixels</source>
        <translation>Píxeles rellenados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground</source>
        <translation>Error en suelo oculto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error to be expected under the hole</source>
        <translation>Error esperable bajo el hueco</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Similarity on hidden ground (SSIM)</source>
        <translation>Similitud en suelo oculto (SSIM)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Unit of the error</source>
        <translation>Unidad del error</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Nothing is selected in the layer {name}: select the polygons to fill within, or use all of it.</source>
        <translation>No hay nada seleccionado en la capa {name}: seleccione los polígonos dentro de los que rellenar, o use toda la capa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The layer {name} holds no polygon to fill within: draw one in it, or choose another layer.</source>
        <translation>La capa {name} no contiene ningún polígono dentro del que rellenar: dibuje uno en ella, o elija otra capa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>An extent needs the scene as a layer: add the product to the project and choose it there.</source>
        <translation>Una extensión necesita la escena como capa: añada el producto al proyecto y elíjalo allí.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The uncertainty is measured on hidden ground: leave the hold-out on, or the uncertainty out.</source>
        <translation>La incertidumbre se mide en suelo oculto: deje activa la medición, u omita la incertidumbre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>{count} pixels were filled</source>
        <translation>Se rellenaron {count} píxeles</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground: {rmse:.4g} ({unit})</source>
        <translation>Error en suelo oculto: {rmse:.4g} ({unit})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill a series of dates</source>
        <translation>Rellenar una serie de fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills every date of a place from the dates before and after it. Each date becomes a GeoTIFF in a folder of its own, with its uncertainty and where it was filled; a page tells how far each can be trusted. The layers are loaded with their times, so that the temporal controller plays them.</source>
        <translation>Rellena cada fecha de un lugar con las fechas de antes y después. Cada fecha pasa a ser un GeoTIFF en una carpeta propia, con su incertidumbre y dónde se rellenó; una página dice hasta dónde fiarse de cada una. Las capas se cargan con sus tiempos, para que el controlador temporal las reproduzca.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same seed gives the same result.</source>
        <translation>La misma semilla da el mismo resultado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Load the dates as layers</source>
        <translation>Cargar las fechas como capas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>As a group, each with its time: the temporal controller shows them one after the other.</source>
        <translation>Como grupo, cada una con su tiempo: el controlador temporal las muestra una tras otra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of the series</source>
        <translation>Carpeta de la serie</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A new folder, or that of a series that is added to or gone on with.</source>
        <translation>Una carpeta nueva, o la de una serie que se amplía o continúa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that were filled</source>
        <translation>Fechas rellenadas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates without anything to fill</source>
        <translation>Fechas sin nada que rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that cannot be used</source>
        <translation>Fechas que no se pueden usar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that could not be filled</source>
        <translation>Fechas que no se pudieron rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>STAC collection</source>
        <translation>Colección STAC</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Page of the series</source>
        <translation>Página de la serie</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The dates, files or Sentinel-2 products; their names or tags tell the date (scene_2024-04-05.tif).</source>
        <translation>Las fechas, archivos o productos Sentinel-2; sus nombres o etiquetas dicen la fecha (scene_2024-04-05.tif).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of scenes</source>
        <translation>Carpeta de escenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>All rasters, Sentinel-2 products and folders with one file a band (B02.tif, B03.tif, ...) in it are dates, beside or instead of the scenes above.</source>
        <translation>Todos los rásteres, productos Sentinel-2 y carpetas con un archivo por banda (B02.tif, B03.tif, ...) que contiene son fechas, además o en lugar de las escenas de arriba.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the masks' names</source>
        <translation>Final del nombre de las máscaras</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _mask, what is to be filled in scene.tif lies beside it as scene_mask.tif (or .gpkg).</source>
        <translation>Con _mask, lo que se rellena en scene.tif está junto a él como scene_mask.tif (o .gpkg).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the classifications' names</source>
        <translation>Final del nombre de las clasificaciones</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _SCL, the classification of scene.tif lies beside it as scene_SCL.tif. A product has its own.</source>
        <translation>Con _SCL, la clasificación de scene.tif está junto a él como scene_SCL.tif. Un producto tiene la suya.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Classes to fill</source>
        <translation>Clases que rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the classifications: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>De las clasificaciones: 3 sombra de nube, 8 y 9 nube, 10 cirros finos, 11 nieve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Also fills what the other dates tell to be cloud or shadow; needs no mask.</source>
        <translation>Rellena también lo que las otras fechas revelan como nube o sombra; no necesita máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>What looks like cloud beside the masks</source>
        <translation>Lo que parece nube junto a las máscaras</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>auto: what the other dates tell to be cloud, haze or shadow there is filled too, and the ground that is seen in shadow, also in the masks, is kept, made as bright as the fill; none: it stays.</source>
        <translation>auto: lo que las otras fechas revelan allí como nube, bruma o sombra también se rellena, y el suelo que se ve en la sombra, también en las máscaras, se conserva, con el brillo del relleno; none: se queda.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill nodata pixels too</source>
        <translation>Rellenar también los píxeles sin datos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills pixels that a date has no data for.</source>
        <translation>Rellena los píxeles para los que una fecha no tiene datos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates on each side</source>
        <translation>Fechas a cada lado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A date is filled from so many dates before it and as many after it; later dates help as earlier ones.</source>
        <translation>Una fecha se rellena con tantas fechas anteriores y otras tantas posteriores; las posteriores ayudan como las anteriores.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Evidence</source>
        <translation>Información usada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>mt: other dates; mt-r: their mean and what differs; classical: simple fills; basic: each date alone.</source>
        <translation>mt: otras fechas; mt-r: su media y lo que difiere; classical: rellenos simples; basic: cada fecha sola.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the evidence classical: which fill; auto: regression.</source>
        <translation>De la información classical: qué relleno; auto: regresión.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>fast: the fast fit, seconds for each date; paper: the network of the paper, which takes far longer.</source>
        <translation>fast: el ajuste rápido, segundos por fecha; paper: la red del artículo, que tarda mucho más.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fields to draw curves of</source>
        <translation>Parcelas cuyas curvas se dibujan</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Polygons, of each of which the page shows the mean vegetation index (NDVI) over time; a field name or id names them. One that no date shows is told.</source>
        <translation>Polígonos, de cada uno de los cuales la página muestra el índice de vegetación (NDVI) medio a lo largo del tiempo; un campo name o id los nombra. Si ninguna fecha muestra uno, se dice.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Points to draw curves of</source>
        <translation>Puntos cuyas curvas se dibujan</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same of points, in the units of the scenes' CRS: 500305,4599695,orchard; 500400,4599700</source>
        <translation>Lo mismo para puntos, en las unidades del SRC de las escenas: 500305,4599695,huerto; 500400,4599700</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Add to the series in the folder</source>
        <translation>Añadir a la serie de la carpeta</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Adds new dates; the others stay byte for byte.</source>
        <translation>Añade fechas nuevas; las demás quedan byte a byte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Go on with the series in the folder</source>
        <translation>Continuar la serie de la carpeta</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Finishes a series that was interrupted.</source>
        <translation>Termina una serie que se interrumpió.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill dates of the series again that added ones improve</source>
        <translation>Rellenar de nuevo las fechas de la serie que las añadidas mejoran</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Those that added dates lie nearer to than what they were filled from; the others stay.</source>
        <translation>Aquellas a las que las fechas añadidas quedan más cerca que las usadas para rellenarlas; las demás quedan.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates to fill again</source>
        <translation>Fechas que rellenar de nuevo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the series in the folder, such as 2024-04-05,2024-04-15: they are filled from the dates of now.</source>
        <translation>De la serie de la carpeta, como 2024-04-05,2024-04-15: se rellenan con las fechas de ahora.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Nothing says which dates there are: give a folder, or at least two scenes.</source>
        <translation>Nada dice qué fechas hay: dé una carpeta, o al menos dos escenas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>There is no folder {folder}.</source>
        <translation>No existe la carpeta {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Finds the images of other dates, and of Sentinel-1, that serve a fill best in a STAC catalogue: those that show what is to be filled without clouds, near in time. Fetches only the windows of them that are needed. Asks the catalogue's servers, and no others.</source>
        <translation>Busca en un catálogo STAC las imágenes de otras fechas, y de Sentinel-1, que mejor sirven a un relleno: las que muestran sin nubes lo que se rellena, próximas en el tiempo. Obtiene solo las ventanas que hacen falta. Pregunta a los servidores del catálogo, y a ningún otro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch what is chosen</source>
        <translation>Obtener lo elegido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Off: only tell what there is; nothing large is fetched.</source>
        <translation>Desactivado: solo decir qué hay; no se obtiene nada grande.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these dates</source>
        <translation>Obtener estas fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these radar images</source>
        <translation>Obtener estas imágenes radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates as YYYY-MM-DD with commas, in place of the best.</source>
        <translation>Fechas como AAAA-MM-DD separadas por comas, en lugar de las mejores.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Folder of the evidence</source>
        <translation>Carpeta de la información</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Where the images go, each with its STAC item; what lies there already is not fetched again.</source>
        <translation>Adónde van las imágenes, cada una con su elemento STAC; lo que ya está allí no se obtiene de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images</source>
        <translation>Imágenes radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>What there is (JSON)</source>
        <translation>Lo que hay (JSON)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Attribution</source>
        <translation>Atribución</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes that were fetched</source>
        <translation>Megabytes obtenidos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The raster to fill; or the path of a Sentinel-2 product.</source>
        <translation>El ráster que se rellena; o la ruta de un producto Sentinel-2.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>A raster of classes that says what is to be filled, such as a scene classification.</source>
        <translation>Un ráster de clases que dice qué rellenar, como una clasificación de escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that say it too.</source>
        <translation>Rásteres (todo píxel distinto de cero) y vectores (dentro de las formas) que también lo dicen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Clouds will be detected from the dates</source>
        <translation>Las nubes se detectarán a partir de las fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says yet what is cloud, so dates are found that show the whole scene: they will tell it.</source>
        <translation>Nada dice aún qué es nube, así que se buscan fechas que muestren toda la escena: ellas lo dirán.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>earth-search, planetary-computer or copernicus; the URL of a STAC API; or a folder of STAC items on this computer.</source>
        <translation>earth-search, planetary-computer o copernicus; la URL de una API STAC; o una carpeta de elementos STAC en este equipo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Authentication</source>
        <translation>Autenticación</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The catalogue's token, from QGIS's authentication manager; it is written nowhere else.</source>
        <translation>El token del catálogo, del gestor de autenticación de QGIS; no se escribe en ningún otro sitio.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Date of the scene</source>
        <translation>Fecha de la escena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>As YYYY-MM-DD, where the scene itself does not tell it.</source>
        <translation>Como AAAA-MM-DD, donde la propia escena no la dice.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days before</source>
        <translation>Días antes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days before the scene's date are looked at.</source>
        <translation>Cuántos días antes de la fecha de la escena se miran.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days after</source>
        <translation>Días después</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days after the scene's date are looked at.</source>
        <translation>Cuántos días después de la fecha de la escena se miran.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates at most</source>
        <translation>Fechas como máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many dates are fetched at most.</source>
        <translation>Cuántas fechas se obtienen como máximo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images at most</source>
        <translation>Imágenes radar como máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many images of Sentinel-1 are fetched at most; 0 for none.</source>
        <translation>Cuántas imágenes de Sentinel-1 se obtienen como máximo; 0 para ninguna.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes at most</source>
        <translation>Megabytes como máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How much is fetched at most, about.</source>
        <translation>Cuánto se obtiene como máximo, aproximadamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says what is to be filled: give a scene classification or a mask layer.</source>
        <translation>Nada dice qué rellenar: dé una clasificación de escena o una capa de máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpaint clouds</source>
        <translation>Reconstruir nubes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Fills the masked part of a scene by what is learned from this scene alone: by a fast fit of how its clear ground follows from the evidence, in seconds and without torch; or by the network of the paper (deep image prior). Outside the mask the result equals the scene bit for bit. Other dates of the same place and radar images make the fill better than the image alone can.</source>
        <translation>Rellena la parte enmascarada de una escena con lo que se aprende de la propia escena: con un ajuste rápido de cómo su suelo despejado se deduce de la información disponible, en segundos y sin torch; o con la red del artículo (deep image prior). Fuera de la máscara el resultado es igual a la escena bit a bit. Otras fechas del mismo lugar e imágenes radar mejoran el relleno más de lo que puede la imagen sola.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>What the fill may use. basic: only this image. mt: and other dates. ms: and radar. ms-mt: both. mt-r and ms-r: only the difference to the other date or to the radar is made.</source>
        <translation>Qué puede usar el relleno. basic: solo esta imagen. mt: también otras fechas. ms: también radar. ms-mt: ambos. mt-r y ms-r: se hace solo la diferencia con la otra fecha o con el radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How it is filled. fast: the fast fit, with the evidence as input, once per scene, in seconds. paper: the network of the paper (Czerkawski et al. 2022) with its settings, thousands of steps per window.</source>
        <translation>Cómo se rellena. fast: el ajuste rápido, con la información como entrada, una vez por escena, en segundos. paper: la red del artículo (Czerkawski et al. 2022) con sus ajustes, miles de pasos por ventana.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Use of several references</source>
        <translation>Uso de varias referencias</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>mean: their mean, as in the paper; latest: the latest date; stack: each date for itself.</source>
        <translation>mean: su media, como en el artículo; latest: la última fecha; stack: cada fecha por separado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>When to stop</source>
        <translation>Cuándo parar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>auto: as the method has it; never: all steps; holdout: when the error on hidden clear ground no longer falls; variance: when the result no longer changes.</source>
        <translation>auto: como lo prevea el método; never: todos los pasos; holdout: cuando el error en suelo despejado oculto ya no baja; variance: cuando el resultado ya no cambia.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How many steps the network of the paper takes for each window; empty: as the paper has it.</source>
        <translation>Cuántos pasos da la red del artículo en cada ventana; vacío: como en el artículo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpainted</source>
        <translation>Reconstruido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs at least one reference (another date).</source>
        <translation>La información {mode} necesita al menos una referencia (otra fecha).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs a radar image (Sentinel-1).</source>
        <translation>La información {mode} necesita una imagen radar (Sentinel-1).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Inpaint clouds with a trained model</source>
        <translation>Reconstruir nubes con un modelo entrenado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Fills the masked part of a scene with a network that was trained on other scenes, and looks at this image alone. Outside the mask the result equals the scene bit for bit. A model fills exactly the bands it was trained on; what it makes of a large hole is plausible, not measured.</source>
        <translation>Rellena la parte enmascarada de una escena con una red que se entrenó con otras escenas y mira solo esta imagen. Fuera de la máscara el resultado es igual a la escena bit a bit. Un modelo rellena exactamente las bandas con las que se entrenó; lo que hace de un hueco grande es verosímil, no medido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The name of a model in the panel's table. Empty: the first of the table.</source>
        <translation>El nombre de un modelo de la tabla del panel. Vacío: el primero de la tabla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Model file</source>
        <translation>Archivo del modelo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>A model's own file (.safetensors), instead of a name.</source>
        <translation>El archivo propio de un modelo (.safetensors), en lugar de un nombre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}, and the result would hold these alone: choose them under Bands.</source>
        <translation>El modelo {name} rellena las bandas {bands}, y el resultado tendría solo estas: elíjalas en Bandas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}: say under Bands which bands of the scene these are.</source>
        <translation>El modelo {name} rellena las bandas {bands}: diga en Bandas qué bandas de la escena son.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The result holds the bands that the model fills: {bands}.</source>
        <translation>El resultado tiene las bandas que rellena el modelo: {bands}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no trained model yet: add one in the GeoInpaint panel, or give its file.</source>
        <translation>Aún no hay ningún modelo entrenado: añada uno en el panel de GeoInpaint, o dé su archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no model {name}: choose one of {names}, or give a model's file.</source>
        <translation>No hay ningún modelo {name}: elija uno de {names}, o dé el archivo de un modelo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is not a file of its own; it is copied first</source>
        <translation>{name} no es un archivo propio; se copia antes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file: {reason}</source>
        <translation>La capa {name} no se puede copiar a un archivo: {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is neither a raster nor a vector layer.</source>
        <translation>{name} no es una capa ráster ni vectorial.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be opened.</source>
        <translation>La capa {name} no se puede abrir.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The file of the layer {name} is not there any more: {path}</source>
        <translation>El archivo de la capa {name} ya no existe: {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} has no pixels of its own. Save it as a GeoTIFF first.</source>
        <translation>{name} no tiene píxeles propios. Guárdela antes como GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be read.</source>
        <translation>La capa {name} no se puede leer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file.</source>
        <translation>La capa {name} no se puede copiar a un archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Kept</source>
        <translation>Conservado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Could not be filled</source>
        <translation>No se pudo rellenar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill by scene classification (model)</source>
        <translation>Rellenar según la clasificación de la escena (modelo)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Makes a mask from a scene classification, grows it by a few pixels and fills it by regression from other dates.</source>
        <translation>Hace una máscara a partir de una clasificación de escena, la amplía unos píxeles y la rellena por regresión desde otras fechas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill from cloudy scenes (model)</source>
        <translation>Rellenar a partir de escenas nubosas (modelo)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Builds a clear-sky reference from scenes that are cloudy in different places, and fills the masked part of another scene from it by regression.</source>
        <translation>Crea una referencia sin nubes a partir de escenas nubosas en sitios distintos, y rellena con ella por regresión la parte enmascarada de otra escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill every date of a place (model)</source>
        <translation>Rellenar cada fecha de un lugar (modelo)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fills the clouds of each scene by its scene classification, from the dates before and after it. A page tells how far each date can be trusted.</source>
        <translation>Rellena las nubes de cada escena según su clasificación, con las fechas de antes y después. Una página dice hasta dónde fiarse de cada fecha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The raster to fill.</source>
        <translation>El ráster que se rellena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Scene classification</source>
        <translation>Clasificación de la escena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes.</source>
        <translation>La clasificación de escena (SCL) de un producto Sentinel-2 L2A o cualquier otro ráster de clases.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on all its dates; their names or tags tell the date.</source>
        <translation>El mismo lugar en todas sus fechas; sus nombres o etiquetas dicen la fecha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>De una clasificación de escena Sentinel-2: 3 sombra de nube, 8 y 9 nube, 10 cirros finos, 11 nieve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Grow the mask by (pixels)</source>
        <translation>Ampliar la máscara (píxeles)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The edges of clouds are often missed.</source>
        <translation>Los bordes de las nubes suelen escaparse.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Clearer images of the same place from other dates.</source>
        <translation>Imágenes más despejadas del mismo lugar de otras fechas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Mask of the scene</source>
        <translation>Máscara de la escena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>What is to be filled: every pixel that is not zero.</source>
        <translation>Lo que se rellena: todo píxel distinto de cero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Other scenes</source>
        <translation>Otras escenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on other dates, each cloudy somewhere else.</source>
        <translation>El mismo lugar en otras fechas, cada una nubosa en otro sitio.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Masks of the other scenes</source>
        <translation>Máscaras de las otras escenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Where they are cloudy: none, or one raster for each in the same order.</source>
        <translation>Dónde están nubosas: ninguna, o un ráster para cada una en el mismo orden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The raster to fill: any raster layer, or the path of a Sentinel-2 product (.SAFE folder, its zip or its MTD xml).</source>
        <translation>El ráster que se rellena: cualquier capa ráster, o la ruta de un producto Sentinel-2 (carpeta .SAFE, su zip o su xml MTD).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The bands to fill and to write, in this order; all where none is chosen.</source>
        <translation>Las bandas que se rellenan y se escriben, en este orden; todas si no se elige ninguna.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What is to be filled: rasters (every pixel that is not zero, or the classes below) and vectors (inside the shapes). Several layers add up; each is brought to the scene's grid.</source>
        <translation>Lo que se rellena: rásteres (todo píxel distinto de cero, o las clases de abajo) y vectores (dentro de las formas). Varias capas se suman; cada una se lleva a la rejilla de la escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the mask rasters</source>
        <translation>Clases de los rásteres de máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of the mask rasters mean: fill. Numbers and ranges, such as 3,8-10 for cloud, shadow and cirrus of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Qué valores de los rásteres de máscara significan rellenar. Números e intervalos, como 3,8-10 para nube, sombra y cirros de una clasificación de escena Sentinel-2. Vacío: todo valor distinto de cero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>A raster of classes, such as the scene classification (SCL) of a Sentinel-2 L2A product; what has the classes below is filled.</source>
        <translation>Un ráster de clases, como la clasificación de escena (SCL) de un producto Sentinel-2 L2A; se rellena lo que tiene las clases de abajo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds the scene's nodata pixels to what is filled; otherwise nodata stays nodata.</source>
        <translation>Añade los píxeles sin datos de la escena a lo que se rellena; si no, siguen sin datos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Numbers and ranges. Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Números e intervalos. De una clasificación de escena Sentinel-2: 3 sombra de nube, 8 y 9 nube, 10 cirros finos, 11 nieve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Grows the mask by so many pixels of the scene: the edges of clouds are often missed.</source>
        <translation>Amplía la máscara tantos píxeles de la escena: los bordes de las nubes suelen escaparse.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what the references tell to be cloud or shadow in the scene to the mask; needs no classification.</source>
        <translation>Añade a la máscara lo que las referencias revelan como nube o sombra en la escena; no necesita clasificación.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what a network tells to be cloud or shadow from this image alone. It needs a package of its own, which the panel installs, and looks at B02, B03, B04 and B08.</source>
        <translation>Añade lo que una red reconoce como nube o sombra solo por esta imagen. Necesita un paquete aparte, que el panel instala, y mira B02, B03, B04 y B08.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: what the references tell to be cloud, haze or shadow and the mask has left out is filled too, and the ground that is seen in shadow, also in the mask, is kept, made as bright as the fill; none: it stays as it is, and is not learned from.</source>
        <translation>auto: lo que las referencias revelan como nube, bruma o sombra y la máscara ha omitido también se rellena, y el suelo que se ve en la sombra, también en la máscara, se conserva, con el brillo del relleno; none: se queda como está, y no se aprende de ello.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Clearer images of the same place from other dates, or a clear-sky reference. Their dates come from the product or the file; where there is none, the last in the list counts as the latest.</source>
        <translation>Imágenes más despejadas del mismo lugar de otras fechas, o una referencia sin nubes. Sus fechas salen del producto o del archivo; donde no las hay, la última de la lista cuenta como la más reciente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Masks of the references</source>
        <translation>Máscaras de las referencias</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where the references are cloudy themselves: none, or one raster for each reference in the same order.</source>
        <translation>Dónde están nubosas las propias referencias: ninguna, o un ráster para cada referencia en el mismo orden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the references' masks</source>
        <translation>Clases de las máscaras de las referencias</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of those masks mean: cloudy. Empty: every value that is not zero.</source>
        <translation>Qué valores de esas máscaras significan nube. Vacío: todo valor distinto de cero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar (Sentinel-1)</source>
        <translation>Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Sentinel-1 images with VV and VH; several dates are averaged in linear power.</source>
        <translation>Imágenes Sentinel-1 con VV y VH; varias fechas se promedian en potencia lineal.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar units</source>
        <translation>Unidades del radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What the radar's values are: db (decibel), linear (power), or auto to tell by the values.</source>
        <translation>Qué son los valores del radar: db (decibelios), linear (potencia), o auto para deducirlo de los valores.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: a graphics card where there is one the engine can use; else the processor.</source>
        <translation>auto: una tarjeta gráfica donde haya una que el motor pueda usar; si no, el procesador.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Tile (pixels)</source>
        <translation>Tesela (píxeles)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The side of the windows the scene is filled in; smaller needs less memory. Empty: the method's own.</source>
        <translation>El lado de las ventanas en que se rellena la escena; más pequeño necesita menos memoria. Vacío: el propio del método.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within</source>
        <translation>Rellenar solo dentro de</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes in this extent; the result covers the whole scene all the same.</source>
        <translation>Rellena solo los huecos de esta extensión; aun así el resultado cubre toda la escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within the shapes</source>
        <translation>Rellenar solo dentro de las formas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes inside these polygons, or inside the selected ones; a hole that their edge cuts is filled inside it. With an extent: where both are.</source>
        <translation>Rellena solo los huecos dentro de estos polígonos, o dentro de los seleccionados; un hueco que corta su borde se rellena dentro. Con una extensión: donde están ambos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Measure the error on hidden ground</source>
        <translation>Medir el error en suelo oculto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Hides a few cloud-shaped patches of clear ground and reports the error there. auto: as the method has it.</source>
        <translation>Oculta unos parches de suelo despejado con forma de nube e informa del error allí. auto: como lo prevea el método.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The same seed, inputs and settings give the same result, byte for byte.</source>
        <translation>La misma semilla, entradas y ajustes dan el mismo resultado, byte a byte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>How many processor cores may be used; 0: all.</source>
        <translation>Cuántos núcleos de procesador se pueden usar; 0: todos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>gtiff: a tiled GeoTIFF with overviews; cog: a cloud-optimised GeoTIFF.</source>
        <translation>gtiff: un GeoTIFF teselado con vistas generales; cog: un GeoTIFF optimizado para la nube.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The scene with the masked pixels filled: outside the mask it equals the scene bit for bit, with its type, grid, nodata, band names and tags. A GeoTIFF.</source>
        <translation>La escena con los píxeles enmascarados rellenados: fuera de la máscara es igual a la escena bit a bit, con su tipo, rejilla, valor sin datos, nombres de banda y etiquetas. Un GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill flag</source>
        <translation>Indicador de relleno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where was filled: 0 kept, 1 filled, 2 masked but could not be filled.</source>
        <translation>Dónde se rellenó: 0 conservado, 1 rellenado, 2 enmascarado pero no se pudo rellenar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Uncertainty</source>
        <translation>Incertidumbre</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The standard deviation of the fill, one band for each filled band, in the scene's own numbers: ±1.645 of it cover 90 % of the patches of clear ground that it is measured on.</source>
        <translation>La desviación típica del relleno, una banda por cada banda rellenada, en los números propios de la escena: ±1.645 veces cubre el 90 % de los parches de suelo despejado en que se mide.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>One page with pictures, errors, evidence, warnings and the job: an HTML file that needs no other file.</source>
        <translation>Una página con imágenes, errores, información usada, avisos y el trabajo: un archivo HTML que no necesita ningún otro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>“{part}” is not a class or a range of classes: write numbers such as 3,8-10.</source>
        <translation>«{part}» no es una clase ni un intervalo de clases: escriba números como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Nothing says what is to be filled: choose a mask layer, or have nodata pixels filled.</source>
        <translation>Nada dice qué rellenar: elija una capa de máscara, o haga rellenar los píxeles sin datos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Say which classes are to be filled, such as 3,8-10.</source>
        <translation>Diga qué clases se rellenan, como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Clouds are detected from other dates: give at least one.</source>
        <translation>Las nubes se detectan con otras fechas: dé al menos una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>There are {masks} masks for {references} references: give none, or one for each.</source>
        <translation>Hay {masks} máscaras para {references} referencias: no dé ninguna, o una para cada una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result is a GeoTIFF: its name must end in .tif, and {name} does not.</source>
        <translation>El resultado es un GeoTIFF: su nombre debe acabar en .tif, y {name} no lo hace.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result would overwrite the input {name}: choose another file.</source>
        <translation>El resultado sobrescribiría la entrada {name}: elija otro archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be written to.</source>
        <translation>No se puede escribir en la carpeta {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>No se puede crear la carpeta {folder}: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} cannot be read.</source>
        <translation>La autenticación {name} no se puede leer.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} holds no token: make one of the kind API Header or Basic.</source>
        <translation>La autenticación {name} no contiene ningún token: cree una del tipo API Header o Basic.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has failed without a word.</source>
        <translation>El motor ha fallado sin decir nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine was ended from outside, most likely because the memory ran out.</source>
        <translation>El motor se terminó desde fuera, muy probablemente porque se agotó la memoria.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Close other programs, choose a smaller tile or fewer threads, and try again.</source>
        <translation>Cierre otros programas, elija una tesela menor o menos hilos e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has crashed ({reason}).</source>
        <translation>El motor se ha bloqueado ({reason}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again; if it stays so, copy the diagnostics into a report.</source>
        <translation>Inténtelo de nuevo; si sigue igual, copie el diagnóstico en un informe de error.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine ended without a result (exit code {code}).</source>
        <translation>El motor terminó sin resultado (código de salida {code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The log says more; copy the diagnostics into a report.</source>
        <translation>El registro dice más; copie el diagnóstico en un informe de error.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has said nothing for {minutes:.0f} minutes and was ended.</source>
        <translation>El motor no ha dicho nada durante {minutes:.0f} minutos y se terminó.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again with fewer threads or a smaller tile.</source>
        <translation>Inténtelo de nuevo con menos hilos o una tesela menor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>What the engine wrote could not be understood, so it was ended.</source>
        <translation>No se entendió lo que escribió el motor, así que se terminó.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Another program may stand in for the engine's Python: choose it again.</source>
        <translation>Puede que otro programa ocupe el lugar del Python del motor: elíjalo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine's Python {path} cannot be started: {reason}.</source>
        <translation>El Python del motor {path} no se puede iniciar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Choose another Python for the engine, or set it up again.</source>
        <translation>Elija otro Python para el motor, o instálelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine is not set up.</source>
        <translation>El motor no está instalado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Set it up in the GeoInpaint panel, or name a Python in the environment variable GEOINPAINT_PYTHON.</source>
        <translation>Instálelo en el panel de GeoInpaint, o indique un Python en la variable de entorno GEOINPAINT_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask leaves nothing to fill.</source>
        <translation>La máscara no deja nada que rellenar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask does not overlap the scene: check its coordinate reference system.</source>
        <translation>La máscara no se superpone con la escena: revise su sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask covers every valid pixel: leave some clear ground to learn from.</source>
        <translation>La máscara cubre todos los píxeles válidos: deje algo de suelo despejado del que aprender.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask cannot be used: give a raster, or a layer of polygons.</source>
        <translation>La máscara no se puede usar: dé un ráster, o una capa de polígonos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area cannot be used: give a layer of polygons.</source>
        <translation>El área no se puede usar: dé una capa de polígonos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The files of an image with one file a band do not go together: bring them to one type and ground.</source>
        <translation>Los archivos de una imagen con un archivo por banda no concuerdan: llévelos a un mismo tipo y terreno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The curves cannot be drawn: give a layer of polygons.</source>
        <translation>Las curvas no se pueden dibujar: dé una capa de polígonos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area holds no shape: draw or select one.</source>
        <translation>El área no contiene ninguna forma: dibuje o seleccione una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area does not meet the scene: choose another.</source>
        <translation>El área no toca la escena: elija otra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No pixel of the mask lies in the area: choose another.</source>
        <translation>Ningún píxel de la máscara está en el área: elija otra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The evidence that this fill needs is missing: add another date or a radar image.</source>
        <translation>Falta la información que este relleno necesita: añada otra fecha o una imagen radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No other date shows the ground that is to be filled: choose others, or a fill without them.</source>
        <translation>Ninguna otra fecha muestra el suelo que se rellena: elija otras, o un relleno sin ellas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not show the ground that is to be filled: choose another, or a fill without it.</source>
        <translation>La imagen radar no muestra el suelo que se rellena: elija otra, o un relleno sin ella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image holds no linear power: leave its units at auto, or choose dB.</source>
        <translation>La imagen radar no contiene potencia lineal: deje sus unidades en auto, o elija dB.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not have the bands VV and VH: choose another.</source>
        <translation>La imagen radar no tiene las bandas VV y VH: elija otra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene is named as another date of itself, with the same clouds: choose another date.</source>
        <translation>La escena se indica como otra fecha de sí misma, con las mismas nubes: elija otra fecha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file of clouds that were found belongs to another scene: leave it out.</source>
        <translation>El archivo de las nubes halladas pertenece a otra escena: omítalo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file is not there any more.</source>
        <translation>Un archivo ya no está.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file cannot be read: it is damaged, or no raster or vector that GDAL knows.</source>
        <translation>Un archivo no se puede leer: está dañado, o no es un ráster o vector que GDAL conozca.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster has no valid pixel: check its nodata value.</source>
        <translation>El ráster no tiene ningún píxel válido: revise su valor sin datos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster holds infinite or absurdly large values: replace them, or name them as nodata.</source>
        <translation>El ráster contiene valores infinitos o absurdamente grandes que no son su valor sin datos: sustitúyalos, o declárelos como sin datos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Rasters of complex numbers cannot be filled.</source>
        <translation>Los rásteres de números complejos no se pueden rellenar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The bands do not fit together: choose bands that are there and match.</source>
        <translation>Las bandas no encajan: elija bandas que existan y se correspondan.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Two layers cannot be brought onto one grid: check their coordinate reference systems.</source>
        <translation>Dos capas no se pueden llevar a una misma rejilla: revise sus sistemas de referencia de coordenadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The Sentinel-2 product cannot be used: parts of it are missing or damaged.</source>
        <translation>El producto Sentinel-2 no se puede usar: le faltan partes o están dañadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is a series in the folder already: add to it, go on with it, or choose another folder.</source>
        <translation>En la carpeta ya hay una serie: añada a ella, continúela, o elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The series has no such date to fill again.</source>
        <translation>La serie no tiene tal fecha que rellenar de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The folder holds no series of these options: choose another, or begin one.</source>
        <translation>La carpeta no contiene ninguna serie con estas opciones: elija otra, o empiece una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A series needs at least two scenes that can be used: choose more.</source>
        <translation>Una serie necesita al menos dos escenas utilizables: elija más.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The rasters to be compared differ in size, bands, units or place.</source>
        <translation>Los rásteres que se comparan difieren en tamaño, bandas, unidades o lugar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There are too many other dates to tell them apart: choose fewer.</source>
        <translation>Hay demasiadas fechas para distinguirlas: elija menos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is too little clear ground to measure the error on: fill fewer pixels, or do without.</source>
        <translation>Hay demasiado poco suelo despejado para medir el error: rellene menos píxeles, o prescinda de ello.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result would overwrite another file of this run: choose another name.</source>
        <translation>El resultado sobrescribiría otro archivo de esta ejecución: elija otro nombre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Another run is writing the same result: wait for it, or choose another name.</source>
        <translation>Otra ejecución está escribiendo el mismo resultado: espérela, o elija otro nombre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result cannot be written there: choose another file.</source>
        <translation>El resultado no se puede escribir allí: elija otro archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The disk is full or cannot be written: free some space, or choose another folder.</source>
        <translation>El disco está lleno o no se puede escribir: libere espacio, o elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The memory does not suffice: choose a smaller tile or fewer threads.</source>
        <translation>La memoria no basta: elija una tesela menor o menos hilos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The engine's GDAL lacks the driver of Sentinel-2 products: open the bands as rasters.</source>
        <translation>El GDAL del motor no tiene el controlador de productos Sentinel-2: abra las bandas como rásteres.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The device is not there: choose another in the settings.</source>
        <translation>El dispositivo no está: elija otro en los ajustes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The trained model cannot be used: choose another in the table.</source>
        <translation>El modelo entrenado no se puede usar: elija otro de la tabla.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input lies on the network: download it, or allow network sources in the options of GeoInpaint.</source>
        <translation>Una entrada está en la red: descárguela, o permita las fuentes de red en las opciones de GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A virtual raster leads to a file outside its folder: put that beside it, or name its folder in the options of GeoInpaint.</source>
        <translation>Un ráster virtual lleva a un archivo fuera de su carpeta: póngalo junto a él, o indique su carpeta en las opciones de GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>NetCDF and HDF are not read as they are: choose the layer in QGIS, or save it as a GeoTIFF.</source>
        <translation>NetCDF y HDF no se leen tal cual: elija la capa en QGIS, o guárdela como GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This kind of virtual raster is not opened: save it as a GeoTIFF.</source>
        <translation>Este tipo de ráster virtual no se abre: guárdelo como GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input has changed while it was read: fill again when nothing writes to it any more.</source>
        <translation>Una entrada cambió mientras se leía: rellene de nuevo cuando ya nada escriba en ella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An earlier run was interrupted while it put its result in place: run the same again first.</source>
        <translation>Una ejecución anterior se interrumpió mientras colocaba su resultado: repita primero la misma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input is a device or a pipe, and no file: choose a file.</source>
        <translation>Una entrada es un dispositivo o una tubería y no un archivo: elija un archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file may not be read or written: check its permissions, or choose another.</source>
        <translation>Un archivo no se puede leer o escribir: revise sus permisos, o elija otro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Too many files are open: choose fewer threads in the settings.</source>
        <translation>Hay demasiados archivos abiertos: elija menos hilos en los ajustes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A part of the Sentinel-2 product is damaged: download it again.</source>
        <translation>Una parte del producto Sentinel-2 está dañada: descárguelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Nothing says what is to be filled: choose a classification or a mask layer, or draw.</source>
        <translation>Nada dice qué rellenar: elija una clasificación o una capa de máscara, o dibuje.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene has no classification of its own: choose one.</source>
        <translation>La escena no tiene clasificación propia: elija una.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The classes cannot be read: write numbers and ranges, such as 3,8-10.</source>
        <translation>Las clases no se pueden leer: escriba números e intervalos, como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Classes are given for a layer that has none: leave them out, or choose a raster of classes.</source>
        <translation>Se dan clases para una capa que no tiene: omítalas, o elija un ráster de clases.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Clouds are found by other dates, and there is none: add one, or choose another mask.</source>
        <translation>Las nubes se buscan con otras fechas, y no hay ninguna: añada una, o elija otra máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds is not installed: tick it in the panel, and press Get it.</source>
        <translation>La red para nubes no está instalada: márquela en el panel y pulse Obtener.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds needs the bands B02, B03, B04 and B08, named so, as they were delivered.</source>
        <translation>La red para nubes necesita las bandas B02, B03, B04 y B08, con esos nombres y tal como se entregaron.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>More would be fetched than was allowed: allow more megabytes, or choose fewer dates.</source>
        <translation>Se obtendría más de lo permitido: permita más megabytes, o elija menos fechas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is nothing to build a reference from: choose scenes.</source>
        <translation>No hay nada con que crear una referencia: elija escenas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This method takes no steps that could be stopped: leave the stopping rule at auto.</source>
        <translation>Este método no da pasos que se puedan parar: deje la regla de parada en auto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This fill needs torch: set up the full stage of the engine, or choose another method.</source>
        <translation>Este relleno necesita torch: instale la etapa completa del motor, o elija otro método.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An interrupted run cannot be gone on with: start anew.</source>
        <translation>Una ejecución interrumpida no se puede continuar: empiece de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Several workers cannot be used here: do without them.</source>
        <translation>Aquí no se pueden usar varios procesos: prescinda de ellos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A setting has a value that the engine does not know: check the advanced settings.</source>
        <translation>Un ajuste tiene un valor que el motor no conoce: revise los ajustes avanzados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue cannot be used: choose another, or check its address.</source>
        <translation>El catálogo no se puede usar: elija otro, o revise su dirección.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene does not tell its date, its place or its bands: add other dates as files.</source>
        <translation>La escena no dice su fecha, su lugar o sus bandas: añada otras fechas como archivos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue has nothing for this place and time: look further before and after the scene.</source>
        <translation>El catálogo no tiene nada para este lugar y tiempo: busque más lejos antes y después de la escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date can be fetched: look further before and after, or allow more dates or megabytes.</source>
        <translation>No se puede descargar ninguna fecha: busque más lejos antes y después, o permita más fechas o megabytes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A server does not give out what the catalogue names: leave that date out, or choose another.</source>
        <translation>Un servidor no entrega lo que nombra el catálogo: omita esa fecha, o elija otra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue's server does not answer as it should: try again; what was fetched is kept.</source>
        <translation>El servidor del catálogo no responde como debería: inténtelo de nuevo; se conserva lo obtenido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Catalogues need a package that the engine does not have: set it up again.</source>
        <translation>Los catálogos necesitan un paquete que el motor no tiene: instálelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date of the series could be filled: the log says why.</source>
        <translation>Ninguna fecha de la serie se pudo rellenar: el registro dice por qué.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file that keeps the series is damaged: choose another folder.</source>
        <translation>El archivo que guarda la serie está dañado: elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A scene of the series tells no date, or has no mask: name its file with the date, or give a mask.</source>
        <translation>Una escena de la serie no dice su fecha, o no tiene máscara: ponga la fecha en el nombre del archivo, o dé una máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The dates of the series make no cube: do without it, or set zarr up in the engine's Python.</source>
        <translation>Las fechas de la serie no forman un cubo: prescinda de él, o instale zarr en el Python del motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The model cannot be added or removed under this name.</source>
        <translation>El modelo no se puede añadir o quitar con este nombre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing</source>
        <translation>Escribiendo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the catalogue and the page</source>
        <translation>Escribiendo el catálogo y la página</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking where the dates are clear</source>
        <translation>Buscando dónde están despejadas las fechas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the report</source>
        <translation>Escribiendo el informe</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking for cloud beside the mask</source>
        <translation>Buscando nubes junto a la máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Measuring the error on hidden ground</source>
        <translation>Midiendo el error en suelo oculto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Making the environment</source>
        <translation>Creando el entorno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Checking the environment</source>
        <translation>Comprobando el entorno</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The engine is set up</source>
        <translation>El motor está instalado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages are installed</source>
        <translation>Los paquetes están instalados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} holds other things.</source>
        <translation>La carpeta {path} contiene otras cosas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose an empty folder for the engine.</source>
        <translation>Elija una carpeta vacía para el motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} cannot be used: {reason}.</source>
        <translation>La carpeta {path} no se puede usar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages could not be installed.</source>
        <translation>No se pudieron instalar los paquetes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The log says why.</source>
        <translation>El registro dice por qué.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>There is no space left on the disk.</source>
        <translation>No queda espacio en el disco.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Free some space, or choose another folder, and try again.</source>
        <translation>Libere espacio, o elija otra carpeta, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy asks for a user name and password.</source>
        <translation>El proxy pide usuario y contraseña.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set HTTPS_PROXY with both before QGIS starts, or install from a folder of wheels.</source>
        <translation>Defina HTTPS_PROXY con ambos antes de iniciar QGIS, o instale desde una carpeta de paquetes wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy cannot be reached.</source>
        <translation>No se puede acceder al proxy.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the proxy settings of this computer, or install from a folder of wheels.</source>
        <translation>Revise los ajustes de proxy de este equipo, o instale desde una carpeta de paquetes wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection's certificate is not trusted, often because a firewall inspects it.</source>
        <translation>El certificado de la conexión no es de confianza, a menudo porque un cortafuegos la inspecciona.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Ask for your organisation's certificate and name it in PIP_CERT, or install from a folder of wheels.</source>
        <translation>Pida el certificado de su organización e indíquelo en PIP_CERT, o instale desde una carpeta de paquetes wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server cannot be reached.</source>
        <translation>No se puede acceder al servidor de paquetes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the internet connection and try again, or install from a folder of wheels.</source>
        <translation>Revise la conexión a internet e inténtelo de nuevo, o instale desde una carpeta de paquetes wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection was lost during the download.</source>
        <translation>La conexión se perdió durante la descarga.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; what was downloaded is kept.</source>
        <translation>Inténtelo de nuevo; se conserva lo descargado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A downloaded package was cut off, or is not the one that was tested.</source>
        <translation>Un paquete descargado quedó cortado, o no es el que se probó.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; if it stays so, something between here and the server changes downloads.</source>
        <translation>Inténtelo de nuevo; si sigue igual, algo entre este equipo y el servidor altera las descargas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package file is damaged, most often because its download or copy was cut off.</source>
        <translation>Un archivo de paquete está dañado, casi siempre porque su descarga o copia quedó cortada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; offline, copy the folder of wheels anew.</source>
        <translation>Inténtelo de nuevo; sin conexión, copie otra vez la carpeta de paquetes wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server refuses, or has a fault.</source>
        <translation>El servidor de paquetes se niega, o tiene un fallo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again later, check the extra pip options, or install from a folder of wheels.</source>
        <translation>Inténtelo más tarde, revise las opciones extra de pip, o instale desde una carpeta de paquetes wheel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This Python cannot make environments: its venv module or pip is missing.</source>
        <translation>Este Python no puede crear entornos: le falta el módulo venv o pip.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>On Debian and Ubuntu install python3-venv, or choose another Python.</source>
        <translation>En Debian y Ubuntu instale python3-venv, o elija otro Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A path has become too long for Windows.</source>
        <translation>Una ruta es demasiado larga para Windows.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder near the root of a drive, such as C:\geoinpaint.</source>
        <translation>Elija una carpeta cerca de la raíz de una unidad, como C:\geoinpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A file is held by another program, often the virus scanner or a second QGIS.</source>
        <translation>Otro programa retiene un archivo, a menudo el antivirus o un segundo QGIS.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Close other QGIS windows, wait a moment and try again.</source>
        <translation>Cierre otras ventanas de QGIS, espere un momento e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A folder or file cannot be written.</source>
        <translation>No se puede escribir una carpeta o un archivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder that you may write to.</source>
        <translation>Elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>At that address there is no torch without CUDA for this Python.</source>
        <translation>En esa dirección no hay torch sin CUDA para este Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the address, or choose the usual full stage.</source>
        <translation>Revise la dirección, o elija la etapa completa habitual.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The folder of wheels lacks a package for this system and Python.</source>
        <translation>A la carpeta de paquetes wheel le falta un paquete para este sistema y Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Fill the folder for the same system and Python version, and try again.</source>
        <translation>Llene la carpeta para el mismo sistema y versión de Python, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package does not exist for this Python.</source>
        <translation>Un paquete no existe para este Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose Python 3.10 to 3.13 for the engine.</source>
        <translation>Elija Python 3.10 a 3.13 para el motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The pip of this Python is too old.</source>
        <translation>El pip de este Python es demasiado antiguo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a newer Python, or leave the extra pip options empty.</source>
        <translation>Elija un Python más nuevo, o deje vacías las opciones extra de pip.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A library is built for another kind of processor than this Python.</source>
        <translation>Una biblioteca está compilada para otro tipo de procesador que este Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a 64-bit Python for this computer, and set the engine up again.</source>
        <translation>Elija un Python de 64 bits para este equipo e instale el motor de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library is missing, most often the Microsoft Visual C++ runtime.</source>
        <translation>Falta una biblioteca del sistema, casi siempre el entorno de ejecución de Microsoft Visual C++.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Install the Microsoft Visual C++ Redistributable (x64), and try again.</source>
        <translation>Instale Microsoft Visual C++ Redistributable (x64) e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The graphics card does not have enough memory for this run.</source>
        <translation>La tarjeta gráfica no tiene memoria suficiente para esta ejecución.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a smaller tile, or run on the processor.</source>
        <translation>Elija una tesela menor, o ejecute en el procesador.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The driver of the graphics card is too old for this build of torch, or the card is.</source>
        <translation>El controlador de la tarjeta gráfica es demasiado antiguo para esta versión de torch, o lo es la tarjeta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Update the driver, or run on the processor.</source>
        <translation>Actualice el controlador, o ejecute en el procesador.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This fill needs torch, which the engine's Python does not have.</source>
        <translation>Este relleno necesita torch, que el Python del motor no tiene.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set up the full engine, or use a classical fill.</source>
        <translation>Instale el motor completo, o use un relleno clásico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>torch is installed but does not load.</source>
        <translation>torch está instalado pero no se carga.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again.</source>
        <translation>Instale el motor de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The engine's packages do not fit together.</source>
        <translation>Los paquetes del motor no encajan entre sí.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This processor lacks instructions that a package was built for.</source>
        <translation>A este procesador le faltan instrucciones para las que se compiló un paquete.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose another torch build in the extra pip options, or use a classical fill.</source>
        <translation>Elija otra versión de torch en las opciones extra de pip, o use un relleno clásico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The computer ran out of memory.</source>
        <translation>El equipo se quedó sin memoria.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package that the engine needs is missing or too old.</source>
        <translation>Un paquete que el motor necesita falta o es demasiado antiguo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again, or choose another Python for it.</source>
        <translation>Instale el motor de nuevo, o elija otro Python para él.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library that a package needs is missing.</source>
        <translation>Falta una biblioteca del sistema que un paquete necesita.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} is left out of the series: {why}</source>
        <translation>{date} se omite de la serie: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} keeps the fill that it has: {why}</source>
        <translation>{date} conserva el relleno que tiene: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} cannot be filled: {why}</source>
        <translation>{date} no se puede rellenar: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>The engine cannot do this as it was asked ({code}).</source>
        <translation>El motor no puede hacerlo como se pidió ({code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Installing {package} ({number} of {count})</source>
        <translation>Instalando {package} ({number} de {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Asking for the packages</source>
        <translation>Preguntando por los paquetes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Fetching {package} ({number} of {count})</source>
        <translation>Descargando {package} ({number} de {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>{text}, {done:.0f} of {total:.0f} MB</source>
        <translation>{text}, {done:.0f} de {total:.0f} MB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The engine needs Python 3.10 or newer, and {path} is {version}.</source>
        <translation>El motor necesita Python 3.10 o posterior, y {path} es {version}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose another Python for the engine.</source>
        <translation>Elija otro Python para el motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} is a 32-bit one.</source>
        <translation>El Python {path} es de 32 bits.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose a 64-bit Python for the engine.</source>
        <translation>Elija un Python de 64 bits para el motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} lacks packages that the engine needs: {names}.</source>
        <translation>Al Python {path} le faltan paquetes que el motor necesita: {names}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install them there, or choose another Python for the engine.</source>
        <translation>Instálelos allí, o elija otro Python para el motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>it does not answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>what it says is not what a Python says</source>
        <translation>lo que dice no es lo que dice un Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>{path} is not a Python that can be used: {reason}.</source>
        <translation>{path} no es un Python que se pueda usar: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>No Python 3.10 or newer was found on this computer.</source>
        <translation>No se encontró Python 3.10 o posterior en este equipo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 (64-bit) from python.org and try again.</source>
        <translation>Instale Python 3.12 (64 bits) desde python.org e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 from python.org and try again.</source>
        <translation>Instale Python 3.12 desde python.org e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install the packages python3 and python3-venv and try again.</source>
        <translation>Instale los paquetes python3 y python3-venv e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for the processor</source>
        <translation>torch {version} para el procesador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch in that folder</source>
        <translation>el torch de esa carpeta</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch that your pip options lead to</source>
        <translation>el torch al que llevan sus opciones de pip</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for Metal and the processor</source>
        <translation>torch {version} para Metal y el procesador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>This build leaves the graphics card unused; the guide says how to choose another.</source>
        <translation>Esta versión deja sin usar la tarjeta gráfica; la guía dice cómo elegir otra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for CUDA {cuda} and the processor</source>
        <translation>torch {version} para CUDA {cuda} y el procesador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>The card's driver {driver} is too old for it: update it to {needed} or newer.</source>
        <translation>El controlador {driver} de la tarjeta es demasiado antiguo: actualícelo a {needed} o posterior.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>Apple GPU</source>
        <translation>GPU de Apple</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use other dates: they are ignored.</source>
        <translation>Este relleno no usa otras fechas: se ignoran.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use radar: it is ignored.</source>
        <translation>Este relleno no usa radar: se ignora.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A radar image holds one value only: it is not used.</source>
        <translation>Una imagen radar contiene un solo valor: no se usa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date is used, which alone would tell cloud beside the mask: nothing is added to it.</source>
        <translation>No se usa ninguna otra fecha, que es lo único que revelaría nubes junto a la máscara: no se le añade nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>An advanced setting is ignored that this fill does not use.</source>
        <translation>Se ignora un ajuste avanzado que este relleno no usa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates is given more than once: it is used once.</source>
        <translation>Una de las otras fechas se indica más de una vez: se usa una vez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates shows nothing of the ground that is to be filled.</source>
        <translation>Una de las otras fechas no muestra nada del suelo que se rellena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date shows a part of what is to be filled, which is less exact there: add dates.</source>
        <translation>Ninguna otra fecha muestra una parte del suelo que se rellena; ahí el relleno es menos exacto: añada fechas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Georeference is missing: pixels are taken to lie on each other.</source>
        <translation>Falta la georreferencia: se supone que los píxeles coinciden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date of the series is left out; the others go on.</source>
        <translation>Una fecha de la serie se omite; las demás siguen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scenes have no red and near-infrared bands: no curves of the vegetation index are drawn.</source>
        <translation>Las escenas no tienen bandas roja e infrarroja cercana: no se dibujan curvas del índice de vegetación.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No date of the series shows some of the points or polygons: their curves are empty.</source>
        <translation>Ninguna fecha de la serie muestra algunos de los puntos o polígonos: sus curvas están vacías.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date cannot be had; the next best takes its place.</source>
        <translation>Una fecha no se puede obtener; la siguiente mejor ocupa su lugar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>As much has been fetched as was allowed; some dates are left out.</source>
        <translation>Se ha obtenido tanto como se permitió; algunas fechas se omiten.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There are more images than are looked at: look at fewer days before and after.</source>
        <translation>Hay más imágenes de las que se miran: mire menos días antes y después.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date's offset is not what its catalogue says; the one that goes with the scene is used.</source>
        <translation>El desplazamiento de una fecha no es el que dice su catálogo; se usa el que concuerda con la escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The catalogue has no radar image of this place and time.</source>
        <translation>El catálogo no tiene ninguna imagen radar de este lugar y tiempo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The rasters do not declare the same scale and offset.</source>
        <translation>Los rásteres no declaran la misma escala y desplazamiento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is a fill of the scene itself: the error on hidden ground then says nothing.</source>
        <translation>Otra fecha es un relleno de la propia escena: el error en el suelo oculto no dice entonces nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>Otra fecha vale 0 en todas las bandas en algunos sitios y no declara nodata: allí se toma por vacía.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>El ráster vale 0 en todas las bandas en algunos sitios y no declara nodata: allí se toma por vacío.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster holds numbers of a colour table, such as classes, and no brightness: choose the image.</source>
        <translation>El ráster contiene números de una tabla de colores, como clases, y no brillo: elija la imagen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Reflectance and DN were brought together: another date is in other units than the scene.</source>
        <translation>Se igualaron reflectancia y ND: otra fecha está en otras unidades que la escena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date does not seem to be in the units of the scene: declare both scales.</source>
        <translation>Otra fecha no parece estar en las unidades de la escena: declare ambas escalas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date or the scene seems to have an offset that it does not declare.</source>
        <translation>Otra fecha o la escena parece tener un desplazamiento que no declara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands differ in nodata; the result declares the first band's.</source>
        <translation>Las bandas difieren en el valor sin datos; el resultado declara el de la primera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A band that is marked as alpha looks like an image; it is copied, not filled.</source>
        <translation>Una banda marcada como alfa parece una imagen; se copia, no se rellena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A file has several layers; the first is used.</source>
        <translation>Un archivo tiene varias capas; se usa la primera.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the mask layers does not overlap the scene, or holds no shapes.</source>
        <translation>Una de las capas de máscara no se superpone con la escena, o no contiene formas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The mask has many values, and all but zero are filled: of a classification choose the classes.</source>
        <translation>La máscara tiene muchos valores, y se rellenan todos salvo cero: de una clasificación elija las clases.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The radar's values do not look like the units they are read in.</source>
        <translation>Los valores del radar no parecen de las unidades en que se leen.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Parts of the scene have too little clear ground for the method: they get a classical fill.</source>
        <translation>Partes de la escena tienen demasiado poco suelo despejado para el método: reciben un relleno clásico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Few clear pixels are there to learn from: expect a coarse fill.</source>
        <translation>Hay pocos píxeles despejados de los que aprender: espere un relleno tosco.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There is too little clear ground to hide any: the error was not measured.</source>
        <translation>Hay demasiado poco suelo despejado para ocultar algo: el error no se midió.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Some masked pixels could not be filled: there is nothing to fill them from.</source>
        <translation>Algunos píxeles enmascarados no se pudieron rellenar: no hay con qué.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>What lies beside the mask looks like cloud or shadow, and is not used as it is: it is filled where the mask covers it.</source>
        <translation>Lo que hay junto a la máscara parece nube o sombra y no se usa tal cual: se rellena donde la máscara lo cubre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Shadow that is filled shows the ground: what is seen in it was kept, made as bright as the fill. If that is not wanted, do not fill cloud beside the mask.</source>
        <translation>La sombra que se rellena muestra el terreno: lo que se ve en ella se ha conservado, tan claro como el relleno. Si no lo desea, no rellene las nubes junto a la máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scene is too small to tell whether the mask leaves cloud beside it: if it may, grow the mask.</source>
        <translation>La escena es demasiado pequeña para saber si la máscara deja nubes a su lado: si puede ser, agrande la máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is cloudy itself in places: what is cloud in it is not used.</source>
        <translation>Otra fecha también está nubosa en partes: lo que en ella es nube no se usa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The graphics card cannot repeat the steps as one; each is started by itself, which is slower.</source>
        <translation>La tarjeta gráfica no puede repetir los pasos como uno solo; cada uno se inicia aparte, lo que es más lento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The preview could not be written; the run goes on without it.</source>
        <translation>La vista previa no se pudo escribir; la ejecución sigue sin ella.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands' names do not say what they show; they are taken in order.</source>
        <translation>Los nombres de las bandas no dicen qué muestran; se toman por orden.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>the graphics card</source>
        <translation>la tarjeta gráfica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>A network works too: {steps} steps on {place} took {seconds:.1f} s.</source>
        <translation>También funciona una red: {steps} pasos en {place} tardaron {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine works: a test fill of {pixels} pixels took {seconds:.1f} s.</source>
        <translation>El motor funciona: un relleno de prueba de {pixels} píxeles tardó {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine runs, but its test fill is wrong.</source>
        <translation>El motor funciona, pero su relleno de prueba es incorrecto.</translation>
    </message>
</context>
</TS>
