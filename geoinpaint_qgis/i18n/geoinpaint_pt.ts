<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>GeoInpaint</name>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>The report is gone: {path} is not there any more.</source>
        <translation>O relatório não está mais lá: {path} não foi encontrado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/comparisons.py"/>
        <source>There is no program to show the report {path} with.</source>
        <translation>Não há programa para mostrar o relatório {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_layer.py"/>
        <source>{name}_minus_{simple}</source>
        <translation>{name}_menos_{simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>GeoInpaint: difference</source>
        <translation>GeoInpaint: diferença</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/difference_task.py"/>
        <source>The difference cannot be made: the result is not what its recipe says.</source>
        <translation>A diferença não pode ser feita: o resultado não é o que a sua receita diz.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Values along the line</source>
        <translation>Valores ao longo da linha</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>Drag a line over the map, across the edge of a hole.</source>
        <translation>Arraste uma linha sobre o mapa, cruzando a borda de uma lacuna.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_plot.py"/>
        <source>There are no values along the line.</source>
        <translation>Não há valores ao longo da linha.</translation>
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
        <translation>Arraste outra linha sobre o mapa para olhar outro lugar; Escape fecha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>scene</source>
        <translation>cena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>result</source>
        <translation>resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>{share} band</source>
        <translation>faixa de {share}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/profile_window.py"/>
        <source>filled</source>
        <translation>preenchido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>The recipe beside the result is gone, which says what to compare it with: fill again.</source>
        <translation>A receita ao lado do resultado sumiu, e ela diz com o que compará-lo: preencha de novo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/simple_fill.py"/>
        <source>This is the simple fill itself: there is nothing simpler to compare it with.</source>
        <translation>Este é o próprio preenchimento simples: não há nada mais simples com que compará-lo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/swipe.py"/>
        <source>After</source>
        <translation>Depois</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>Values over time</source>
        <translation>Valores ao longo do tempo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>There are no values here.</source>
        <translation>Não há valores aqui.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, clear</source>
        <translation>{date}: {value}, limpo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: cloudy, not filled</source>
        <translation>{date}: nublado, não preenchido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{date}: {value}, filled</source>
        <translation>{date}: {value}, preenchido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>{share} band {low} to {high}</source>
        <translation>faixa de {share} de {low} a {high}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>The scene shows {value}</source>
        <translation>A cena mostra {value}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>clear</source>
        <translation>limpo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>filled, with {share} band</source>
        <translation>preenchido, com faixa de {share}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_plot.py"/>
        <source>what a cloud shows</source>
        <translation>o que uma nuvem mostra</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint time profile…</source>
        <translation>Perfil temporal do GeoInpaint…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>GeoInpaint</source>
        <translation>GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>Choose a date of a filled series in the layer list first; Fill a series of dates makes one.</source>
        <translation>Escolha antes na lista de camadas uma data de uma série preenchida; “Preencher uma série de datas” faz uma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_profiles.py"/>
        <source>The series in {folder} cannot be read.</source>
        <translation>A série em {folder} não pode ser lida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>GeoInpaint: time profile of {series}</source>
        <translation>GeoInpaint: perfil temporal de {series}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>click on the map, or x, y</source>
        <translation>clique no mapa, ou x, y</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Copy table</source>
        <translation>&amp;Copiar tabela</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Put the values of all dates on the clipboard, for a spreadsheet</source>
        <translation>Põe os valores de todas as datas na área de transferência, para uma planilha</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>&amp;Place</source>
        <translation>&amp;Lugar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Write the place as x, y in the units of the map.</source>
        <translation>Escreva o lugar como x, y nas unidades do mapa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click on the map.</source>
        <translation>Clique no mapa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>The series shows nothing here.</source>
        <translation>A série não mostra nada aqui.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>Click elsewhere for another place; rest the mouse on a date for its value; Escape closes.</source>
        <translation>Clique em outro ponto para outro lugar; pare o mouse numa data para ver o valor; Esc fecha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/compare/time_window.py"/>
        <source>{count} scenes are not where they were: what they show is left out.</source>
        <translation>{count} cenas não estão onde estavam: o que mostram fica de fora.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Fill clouds</source>
        <translation>Preencher nuvens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dialogs.py"/>
        <source>Filled</source>
        <translation>Preenchido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Fill with</source>
        <translation>Preencher com</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The file is there already and will be replaced.</source>
        <translation>O arquivo já existe e será substituído.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Cancelled; no file was written.</source>
        <translation>Cancelado; nenhum arquivo foi gravado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>The last run</source>
        <translation>A última execução</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Show log</source>
        <translation>Mostrar o registro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/dock.py"/>
        <source>Copy diagnostics</source>
        <translation>Copiar o diagnóstico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_search.py"/>
        <source>The search has failed.</source>
        <translation>A busca falhou.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Find dates and radar</source>
        <translation>Encontrar datas e radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A catalogue by name, the URL of a STAC API, or a folder of STAC items</source>
        <translation>Um catálogo pelo nome, a URL de uma API STAC, ou uma pasta de itens STAC</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> days before and after</source>
        <translation> dias antes e depois</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> dates at most</source>
        <translation> datas no máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source> radar images at most</source>
        <translation> imagens de radar no máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Look</source>
        <translation>&amp;Procurar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Fetch</source>
        <translation>&amp;Obter</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Adds what is ticked to the project, and fills nothing yet</source>
        <translation>Adiciona ao projeto o que está marcado, sem ainda preencher nada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch and &amp;run</source>
        <translation>Obter e &amp;executar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetches what is ticked, adds it to the project, and fills the raster from it</source>
        <translation>Obtém o que está marcado, adiciona-o ao projeto e preenche o raster com isso</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Catalogue</source>
        <translation>&amp;Catálogo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>At most</source>
        <translation>No máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Token, if it wants one</source>
        <translation>&amp;Token, se ele pedir</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>this computer</source>
        <translation>este computador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asking {whom} what there is</source>
        <translation>Perguntando a {whom} o que existe</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>&amp;Cancel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: what a date shows of the hole; the best are ticked.</source>
        <translation>{count} imagens, de {whence}. Verde: o que uma data mostra da lacuna; as melhores estão marcadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>{count} images, from {whence}. Green: where a date is clear; the clouds are detected from them.</source>
        <translation>{count} imagens, de {whence}. Verde: onde uma data está limpa; as nuvens são detectadas a partir delas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Fetch about {size:.0f} MB and &amp;run</source>
        <translation>Obter cerca de {size:.0f} MB e &amp;executar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Asks {host}, and the servers of its images, once you press Look.</source>
        <translation>Consulta {host} e os servidores das suas imagens assim que você pressionar Procurar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>A folder of this computer: nothing is asked of the network for the search.</source>
        <translation>Uma pasta deste computador: para a busca nada é consultado na rede.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>What it shows</source>
        <translation>O que mostra</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Days</source>
        <translation>Dias</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Clear in the hole</source>
        <translation>Limpo na lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/catalogue_window.py"/>
        <source>Around it</source>
        <translation>Em volta</translation>
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
        <translation>&amp;Encontrar datas e radar…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/find_button.py"/>
        <source>Looks in a catalogue for the images that show the hole, and fetches what is needed</source>
        <translation>Procura em um catálogo as imagens que mostram a lacuna e obtém o que é necessário</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Asks {host} (a few MB)</source>
        <translation>Pergunta a {host} (alguns MB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Looks in a folder of this computer</source>
        <translation>Procura em uma pasta deste computador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/finding.py"/>
        <source>Choose the raster to fill.</source>
        <translation>Escolha o raster a preencher.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_coverage.py"/>
        <source>GeoInpaint: evidence</source>
        <translation>GeoInpaint: informações</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/layer_facts.py"/>
        <source>same day</source>
        <translation>mesmo dia</translation>
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
        <translation>Tempo que provavelmente levará</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Will take {time}.</source>
        <translation>Levará {time}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Needs torch: set up the full stage of the engine.</source>
        <translation>Precisa do torch: instale o estágio completo do motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Fast fit</source>
        <translation>Ajuste rápido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Network of the paper (2022)</source>
        <translation>Rede do artigo (2022)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>How the fill is made</source>
        <translation>Como o preenchimento é feito</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Classical fill</source>
        <translation>Preenchimento clássico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>A simple rule; quick, and good with a recent date.</source>
        <translation>Uma regra simples; rápida, e boa com uma data recente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Only this image</source>
        <translation>Somente esta imagem</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Carries on what surrounds the hole; for small holes.</source>
        <translation>Continua o que cerca a lacuna; para lacunas pequenas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Other dates</source>
        <translation>Outras datas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns on clear ground how this image follows from the others.</source>
        <translation>Aprende no solo limpo como esta imagem decorre das outras.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Radar</source>
        <translation>Radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from radar, which sees through cloud.</source>
        <translation>Aprende com o radar, que vê através das nuvens.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Dates and radar</source>
        <translation>Datas e radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learns from all the evidence there is.</source>
        <translation>Aprende com todas as informações disponíveis.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Trained model</source>
        <translation>Modelo treinado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Learned from other scenes; looks at this image alone.</source>
        <translation>Aprendeu com outras cenas; olha somente esta imagem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Regression (dates, radar)</source>
        <translation>Regressão (datas, radar)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Harmonic (smooth surface)</source>
        <translation>Harmônico (superfície suave)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Ratio (mean of the dates)</source>
        <translation>Razão (média das datas)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Paste the nearest date</source>
        <translation>Colar a data mais próxima</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>TELEA (inwards)</source>
        <translation>TELEA (para dentro)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Coherent (along lines)</source>
        <translation>Coerente (ao longo das linhas)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/method_chooser.py"/>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>GeoInpaint: trained models</source>
        <translation>GeoInpaint: modelos treinados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Cancelled; the table is as it was.</source>
        <translation>Cancelado; a tabela está como antes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained models</source>
        <translation>Modelos treinados</translation>
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
        <translation>Licença</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a model…</source>
        <translation>Adicionar um modelo…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Copy a model's file (.safetensors) into your models</source>
        <translation>Copiar o arquivo de um modelo (.safetensors) para os seus modelos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your copy of this model</source>
        <translation>Apagar a sua cópia deste modelo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Add a trained model</source>
        <translation>Adicionar um modelo treinado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Models (*.safetensors)</source>
        <translation>Modelos (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Delete your model {name}? Its file is {path}.</source>
        <translation>Apagar o seu modelo {name}? O arquivo dele é {path}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Remove a trained model</source>
        <translation>Remover um modelo treinado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>No trained model is here yet: add one from its file.</source>
        <translation>Ainda não há modelo treinado: adicione um a partir do arquivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Trained on</source>
        <translation>Treinado com</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Figures</source>
        <translation>Números</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Terms</source>
        <translation>Condições</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/model_table.py"/>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>What the fill may use</source>
        <translation>O que o preenchimento pode usar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Other &amp;dates of the same place</source>
        <translation>Outras &amp;datas do mesmo lugar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No other image: add clearer dates</source>
        <translation>Sem outra imagem: adicione datas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>&amp;Radar (Sentinel-1)</source>
        <translation>&amp;Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>No radar image: add VV and VH</source>
        <translation>Sem imagem de radar: adicione VV e VH</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Build a clear-sky &amp;reference…</source>
        <translation>Criar uma re&amp;ferência sem nuvens…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Makes one clear image of many cloudy dates, to be ticked above</source>
        <translation>Faz uma imagem limpa a partir de muitas datas nubladas, para ser marcada acima</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Date, days from the raster to fill, clouds (or what is valid), and how much of what is to be filled each shows. The nearest clear ones are ticked unless you choose.</source>
        <translation>Data, dias até o raster a preencher, nuvens (ou o que é válido) e quanto do que será preenchido cada uma mostra. As limpas mais próximas ficam marcadas enquanto você não escolher.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files: {what}</source>
        <translation>Adicionar arquivos: {what}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add files to the project and tick them</source>
        <translation>Adicionar arquivos ao projeto e marcá-los</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 date</source>
        <translation>1 data</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} dates</source>
        <translation>{count} datas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>1 radar image</source>
        <translation>1 imagem de radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{count} radar images</source>
        <translation>{count} imagens de radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>this image alone</source>
        <translation>somente esta imagem</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>Add rasters</source>
        <translation>Adicionar rasters</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{date}, {days}</source>
        <translation>{date}, {days}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>covers {percent:.0f} %</source>
        <translation>cobre {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>cloud {percent:.0f} %</source>
        <translation>nuvens {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>{percent:.0f} % valid</source>
        <translation>{percent:.0f} % válido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/evidence/section.py"/>
        <source>shows {percent:.0f} %</source>
        <translation>mostra {percent:.0f} %</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>What looks like cloud beside the mask</source>
        <translation>O que parece nuvem ao lado da máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>{count} pixels that the mask leaves out look like cloud (yellow) or shadow (blue)</source>
        <translation>{count} pixels que a máscara deixa de fora parecem nuvem (amarelo) ou sombra (azul)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were filled too.</source>
        <translation>também foram preenchidos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/contamination.py"/>
        <source>they were neither filled nor learned from.</source>
        <translation>não foram preenchidos nem usados para aprender.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn mask</source>
        <translation>Máscara desenhada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/drawn_mask.py"/>
        <source>Drawn area</source>
        <translation>Área desenhada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>GeoInpaint: mask</source>
        <translation>GeoInpaint: máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>The mask is empty: nothing would be filled.</source>
        <translation>A máscara está vazia: nada seria preenchido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>1 hole</source>
        <translation>1 lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{count} holes</source>
        <translation>{count} lacunas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>{share} % will be filled: {holes}, largest {size}</source>
        <translation>{share} % da cena será preenchido: {holes}, a maior com {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/overlay.py"/>
        <source>About {text}</source>
        <translation>Cerca de {text}</translation>
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
        <translation>Nuvem, sombra e cirros</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud and cirrus</source>
        <translation>Nuvem e cirros</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud</source>
        <translation>Nuvem</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud shadow</source>
        <translation>Sombra de nuvem</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cirrus</source>
        <translation>Cirros</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Snow and ice</source>
        <translation>Neve e gelo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Cloud, shadow, cirrus and snow</source>
        <translation>Nuvem, sombra, cirros e neve</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What to fill</source>
        <translation>O que preencher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show the mask on the map</source>
        <translation>Mostrar a máscara no mapa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Show what will be filled in red on the map</source>
        <translation>Mostrar em vermelho no mapa o que será preenchido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Figures of the mask</source>
        <translation>Números da máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Also fill cloud &amp;beside the mask</source>
        <translation>Preencher também nuvens ao lado da &amp;máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What looks like cloud, haze or shadow by the other dates and the mask has left out. In shadow, also in the mask, the ground that is seen is kept, made as bright as the fill.</source>
        <translation>O que, segundo as outras datas, parece nuvem, bruma ou sombra e a máscara deixou de fora. Na sombra, também na da máscara, conserva-se o terreno visível, tão claro como o preenchimento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Classification</source>
        <translation>&amp;Classificação</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Scene classification (SCL)</source>
        <translation>Classificação da cena (SCL)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>A raster of classes, such as the SCL of a Sentinel-2 L2A product</source>
        <translation>Um raster de classes, como a SCL de um produto Sentinel-2 L2A</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Classes to fill: numbers and ranges, such as 3,8-10</source>
        <translation>Classes a preencher: números e intervalos, como 3,8-10</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets</source>
        <translation>Predefinidas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Presets of classes</source>
        <translation>Classes predefinidas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>C&amp;lasses to fill</source>
        <translation>C&amp;lasses a preencher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Mask layers</source>
        <translation>Camadas de máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>No polygons or one-band rasters</source>
        <translation>Nenhum polígono ou raster monobanda</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Mask layers (any raster or polygons)</source>
        <translation>Camadas de &amp;máscara (qualquer raster ou polígonos)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Drag or click on the map; Shift cuts out, Ctrl+Z takes back</source>
        <translation>Arraste ou clique no mapa; Shift recorta, Ctrl+Z desfaz</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw a polygon</source>
        <translation>Desenhar um polígono</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw freehand</source>
        <translation>Desenhar à mão livre</translation>
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
        <translation>Raio do pincel na tela</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Radius of the brush on the screen; [ and ] change it</source>
        <translation>Raio do pincel na tela; [ e ] o mudam</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Take the last stroke back</source>
        <translation>Desfazer o último traço</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Make the stroke again</source>
        <translation>Refazer o traço</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Clear the drawing</source>
        <translation>Limpar o desenho</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Draw</source>
        <translation>Desenhar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grows the mask: the edges of clouds are often missed</source>
        <translation>Amplia a máscara: as bordas das nuvens costumam escapar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fill &amp;nodata too</source>
        <translation>Incluir sem &amp;dados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Otherwise nodata stays nodata</source>
        <translation>Caso contrário, os pixels sem dados continuam sem dados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>&amp;Grow by</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Grow the mask by</source>
        <translation>Ampliar a máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>from &amp;dates</source>
        <translation>pelas d&amp;atas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what the ticked dates tell to be cloud or shadow here; needs no classification</source>
        <translation>Preenche o que as datas marcadas revelam aqui como nuvem ou sombra; não precisa de classificação</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>by net&amp;work</source>
        <translation>por &amp;rede</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Fills what a network tells to be cloud or shadow from this image alone; it is a package of its own</source>
        <translation>Preenche o que uma rede reconhece como nuvem ou sombra só por esta imagem; é um pacote à parte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds by a network</source>
        <translation>Detectar nuvens por uma rede</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Get it…</source>
        <translation>Obter…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Installs the network's package into the engine's environment; asks before it fetches</source>
        <translation>Instala o pacote da rede no ambiente do motor; pergunta antes de baixar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect</source>
        <translation>Detectar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>Detect clouds from the dates</source>
        <translation>Detectar nuvens pelas datas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the network tells to be cloud is added when it runs.</source>
        <translation>O que a rede reconhece como nuvem é somado ao executar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/mask/section.py"/>
        <source>What the dates tell to be cloud is added when it runs.</source>
        <translation>O que as datas revelam como nuvem é somado ao executar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Whole raster</source>
        <translation>Raster inteiro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>What the map shows</source>
        <translation>O que o mapa mostra</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box drawn on the map</source>
        <translation>Retângulo desenhado no mapa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Polygon drawn on the map</source>
        <translation>Polígono desenhado no mapa</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Selected polygons</source>
        <translation>Polígonos selecionados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Only holes in the area are filled; the result covers the whole raster all the same</source>
        <translation>Somente as lacunas na área são preenchidas; ainda assim o resultado cobre o raster inteiro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area</source>
        <translation>Desenhar a área</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Box: drag it on the map. Polygon: click its corners, end with the right button; Shift cuts out.</source>
        <translation>Retângulo: arraste-o no mapa. Polígono: clique nos vértices e termine com o botão direito; Shift recorta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Clear the drawn area</source>
        <translation>Limpar a área desenhada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>A&amp;rea</source>
        <translation>Ár&amp;ea</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: drag a box on the map.</source>
        <translation>Desenhe a área: arraste um retângulo no mapa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Draw the area: click its corners on the map, and end with the right button.</source>
        <translation>Desenhe a área: clique nos vértices no mapa e termine com o botão direito.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>Select the polygons that are the area, in a layer of the project.</source>
        <translation>Selecione os polígonos que formam a área, em uma camada do projeto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/area.py"/>
        <source>The area does not touch the raster: choose another, or the whole raster.</source>
        <translation>A área não toca o raster: escolha outra, ou o raster inteiro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Rasters (*.tif *.tiff *.jp2 *.vrt);;All (*)</source>
        <translation>Rasters (*.tif *.tiff *.jp2 *.vrt);;Todos (*)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster to fill</source>
        <translation>Raster a preencher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The bands to fill and to write; all where none is ticked</source>
        <translation>As bandas a preencher e a gravar; todas se nenhuma for marcada</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>&amp;Bands</source>
        <translation>&amp;Bandas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a raster</source>
        <translation>Abrir um raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a file or a Sentinel-2 product to the project and fill it</source>
        <translation>Adicionar um arquivo ou um produto Sentinel-2 ao projeto e preenchê-lo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Raster file…</source>
        <translation>Arquivo raster…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (.SAFE folder)…</source>
        <translation>Produto Sentinel-2 (pasta .SAFE)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Sentinel-2 product (zip)…</source>
        <translation>Produto Sentinel-2 (zip)…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Open a Sentinel-2 product</source>
        <translation>Abrir um produto Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Products (*.zip)</source>
        <translation>Produtos (*.zip)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} cannot be opened as a raster.</source>
        <translation>{name} não pode ser aberto como raster.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{name} is no Sentinel-2 product that QGIS can open.</source>
        <translation>{name} não é um produto Sentinel-2 que o QGIS possa abrir.</translation>
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
        <translation>Produto Sentinel-2</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Bands of which resolution?</source>
        <translation>Bandas de qual resolução?</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>Add a raster to the project, or open a file.</source>
        <translation>Adicione um raster ao projeto ou abra um arquivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} pixels</translation>
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
        <translation>sem dados {value:g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/raster/section.py"/>
        <source>The grid is in degrees: pixels are not square on the ground.</source>
        <translation>A grade está em graus: os pixels não são quadrados no terreno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say what to fill: choose a classification or a mask layer, or draw on the map.</source>
        <translation>Diga o que preencher: escolha uma classificação ou uma camada de máscara, ou desenhe no mapa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Say which classes to fill, such as 3,8-10.</source>
        <translation>Diga quais classes preencher, como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The network for clouds is not installed yet: press Get it.</source>
        <translation>A rede para nuvens ainda não está instalada: aperte Obter.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A trained model looks at no other dates to detect clouds from: choose another mask.</source>
        <translation>Um modelo treinado não olha outras datas pelas quais detectar nuvens: escolha outra máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date to detect clouds from.</source>
        <translation>Marque pelo menos uma imagem de outra data pela qual detectar nuvens.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>The folder {folder} does not exist: choose another file.</source>
        <translation>A pasta {folder} não existe: escolha outro arquivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Choose a trained model in the table.</source>
        <translation>Escolha um modelo treinado na tabela.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one image of another date.</source>
        <translation>Marque pelo menos uma imagem de outra data.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>Tick at least one Sentinel-1 image.</source>
        <translation>Marque pelo menos uma imagem Sentinel-1.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>This fill needs at least one image of another date: tick one.</source>
        <translation>Este preenchimento precisa de pelo menos uma imagem de outra data: marque uma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/request.py"/>
        <source>A regression needs an image of another date or a radar image: tick one.</source>
        <translation>Uma regressão precisa de uma imagem de outra data ou de radar: marque uma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/background_run.py"/>
        <source>The run has failed; the log says more.</source>
        <translation>A execução falhou; o registro diz mais.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clear_stretch.py"/>
        <source>GeoInpaint: stretch</source>
        <translation>GeoInpaint: contraste</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The command is on the clipboard.</source>
        <translation>O comando está na área de transferência.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/clipboard.py"/>
        <source>The diagnostics are on the clipboard.</source>
        <translation>O diagnóstico está na área de transferência.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/commands.py"/>
        <source>{name} is not a file: export it to one (layer menu, Export) and choose that layer.</source>
        <translation>{name} não é um arquivo: exporte para um (menu da camada, Exportar) e escolha essa camada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>GeoInpaint log</source>
        <translation>Registro do GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/diagnostics.py"/>
        <source>The engine has said nothing.</source>
        <translation>O motor não disse nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/error_curve.py"/>
        <source>Error on hidden ground over the run</source>
        <translation>Erro no solo oculto ao longo da execução</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>a few seconds</source>
        <translation>alguns segundos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} s</source>
        <translation>cerca de {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count} min</source>
        <translation>cerca de {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/estimate.py"/>
        <source>about {count:.0f} h</source>
        <translation>cerca de {count:.0f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Run</source>
        <translation>Execução</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Run</source>
        <translation>E&amp;xecutar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>More: commands, batch, modeler, log, diagnostics</source>
        <translation>Mais: comandos, lote, modelador, registro, diagnóstico</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Copy as a command, open in batch or modeler, show the log, copy diagnostics</source>
        <translation>Copiar como comando, abrir em lote ou no modelador, mostrar o registro, copiar o diagnóstico</translation>
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
        <translation>Abrir em lote</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open in modeler</source>
        <translation>Abrir no modelador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Progress of the run</source>
        <translation>Progresso da execução</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Stop and keep best</source>
        <translation>&amp;Parar e ficar com o melhor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Finish now with the best fill so far</source>
        <translation>Terminar agora com o melhor preenchimento até aqui</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>C&amp;ancel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>End without a result; no file is left</source>
        <translation>Terminar sem resultado; nenhum arquivo fica</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>S&amp;wipe</source>
        <translation>C&amp;ortina</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Move the mouse over the map: before on the left, after on the right</source>
        <translation>Mova o mouse sobre o mapa: antes à esquerda, depois à direita</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>&amp;Blink</source>
        <translation>P&amp;iscar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show before and after in turns</source>
        <translation>Mostrar antes e depois alternadamente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Di&amp;fference</source>
        <translation>Dife&amp;rença</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Add a layer: this fill minus a simple fill, blue where it is darker, orange where it is brighter</source>
        <translation>Adicionar uma camada: este preenchimento menos um preenchimento simples, azul onde é mais escuro, laranja onde é mais claro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Pr&amp;ofile</source>
        <translation>Perfi&amp;l</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Draw a line over the map: the values before and after along it</source>
        <translation>Traçar uma linha sobre o mapa: os valores de antes e depois ao longo dela</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Show re&amp;port</source>
        <translation>Mostrar o relatóri&amp;o</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Open the report in the browser</source>
        <translation>Abrir o relatório no navegador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Fill the masked part and add the result to the project</source>
        <translation>Preencher a parte mascarada e adicionar o resultado ao projeto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Starting the engine</source>
        <translation>Iniciando o motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>Cancelling</source>
        <translation>Cancelando</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/footer.py"/>
        <source>The simple fill did better here.</source>
        <translation>Aqui o preenchimento simples foi melhor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/layer_menu.py"/>
        <source>Run GeoInpaint again…</source>
        <translation>Executar o GeoInpaint novamente…</translation>
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
        <translation>Arquivo do resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Re&amp;port</source>
        <translation>Relatór&amp;io</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>One page with pictures, errors, evidence and the job, beside the result</source>
        <translation>Uma página com imagens, erros, informações usadas e o trabalho, ao lado do resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>&amp;Uncertainty</source>
        <translation>Incerte&amp;za</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster with the fill's standard deviation, beside the result</source>
        <translation>Um raster com o desvio padrão do preenchimento, ao lado do resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Fill fla&amp;g</source>
        <translation>Indicador de preenc&amp;himento</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>A raster that says what was filled and what could not be, beside the result</source>
        <translation>Um raster que diz o que foi preenchido e o que não pôde ser, ao lado do resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Stretch to clear &amp;ground</source>
        <translation>Contraste pelo &amp;solo limpo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show scene and result in the range of the clear ground, unless you have set a range yourself</source>
        <translation>Mostrar a cena e o resultado na faixa do solo limpo, a menos que você mesmo tenha definido uma</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Advanced</source>
        <translation>Avançado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>as in the paper</source>
        <translation>como no artigo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;teps of the network</source>
        <translation>&amp;Passos da rede</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Make the difference only</source>
        <translation>Fazer somente a diferença</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The other date or the radar is where the network starts from</source>
        <translation>A rede parte da outra data ou do radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>The same seed, inputs and settings give the same result</source>
        <translation>A mesma semente, entradas e configurações dão o mesmo resultado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>S&amp;eed</source>
        <translation>S&amp;emente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>Show the advanced settings</source>
        <translation>Mostrar as configurações avançadas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/output_section.py"/>
        <source>beside the raster</source>
        <translation>ao lado do raster</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Filling</source>
        <translation>Preenchendo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>step {step} of {steps}</source>
        <translation>passo {step} de {steps}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Stopped early, after about {step} of {steps} steps.</source>
        <translation>Parado antes do fim, após cerca de {step} de {steps} passos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Finishing with the best so far</source>
        <translation>Terminando com o melhor até aqui</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>slower than expected</source>
        <translation>mais lento que o esperado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels to fill</source>
        <translation>{count} pixels a preencher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>on {device}</source>
        <translation>com {device}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{size:.1f} GB of memory</source>
        <translation>{size:.1f} GB de memória</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>error on hidden ground {value:.3g}</source>
        <translation>erro no solo oculto {value:.3g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} s left</source>
        <translation>faltam {count} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} min left</source>
        <translation>faltam {count} min</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count:.1f} h left</source>
        <translation>faltam {count:.1f} h</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the processor</source>
        <translation>o processador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>the graphics card ({name})</source>
        <translation>a placa de vídeo ({name})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} pixels filled</source>
        <translation>{count} pixels preenchidos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{done} in {seconds:.0f} s</source>
        <translation>{done} em {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{count} could not be filled</source>
        <translation>{count} não puderam ser preenchidos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>The error was not measured: nothing was hidden to test the fill on.</source>
        <translation>O erro não foi medido: nada foi oculto para testar o preenchimento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>reflectance</source>
        <translation>reflectância</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>Error on hidden clear ground: {error} {unit}</source>
        <translation>Erro no solo limpo oculto: {error} {unit}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>a simple fill: {simple}</source>
        <translation>um preenchimento simples: {simple}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % less error</source>
        <translation>{percent:.0f} % menos erro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>{percent:.0f} % more error</source>
        <translation>{percent:.0f} % mais erro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/progress.py"/>
        <source>To be expected under the clouds: about {error}.</source>
        <translation>A esperar sob as nuvens: cerca de {error}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The recipe {path} cannot be read.</source>
        <translation>A receita {path} não pode ser lida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The product {path} cannot be opened.</source>
        <translation>O produto {path} não pode ser aberto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The scene {path} does not have the bands of the recipe.</source>
        <translation>A cena {path} não tem as bandas da receita.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The masks of this result have different classes each, and here one choice counts for all: make one mask of them (Make a cloud mask), and fill again from the panel.</source>
        <translation>As máscaras deste resultado têm cada uma classes diferentes, e aqui uma escolha vale para todas: faça delas uma só máscara (Criar uma máscara de nuvens) e preencha de novo pelo painel.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates of this result had days or masks named one by one, which cannot be given here: tick them in the panel, and fill again from there.</source>
        <translation>As outras datas deste resultado tinham dias ou máscaras indicados um a um, o que não pode ser dado aqui: marque-as no painel e preencha de novo por ali.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The other dates or the radar of this result have different classes or units each, and here one choice counts for all: tick them in the panel, and fill again from there.</source>
        <translation>As outras datas ou o radar deste resultado têm cada um classes ou unidades diferentes, e aqui uma escolha vale para todos: marque-os no painel e preencha de novo por ali.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} is gone.</source>
        <translation>A entrada {path} não existe mais.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/run/recipes.py"/>
        <source>The input {path} has changed since: the result will be another.</source>
        <translation>A entrada {path} mudou desde então: o resultado será outro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Set up the GeoInpaint engine</source>
        <translation>Instalar o motor do GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages come from {folder}; nothing is downloaded.</source>
        <translation>Os pacotes vêm de {folder}; nada é baixado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The packages are downloaded from the Python package index into a Python environment of their own.</source>
        <translation>Os pacotes são baixados do índice de pacotes do Python para um ambiente Python próprio.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>QGIS's own Python stays as it is.</source>
        <translation>O Python do QGIS fica como está.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The fast fit, classical fills, masks, references and scores.</source>
        <translation>O ajuste rápido, preenchimentos clássicos, máscaras, referências e pontuações.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Also the network of the paper and trained models, which need torch.</source>
        <translation>Também a rede do artigo e modelos treinados, que precisam do torch.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Instalar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>none found: networks run on the processor</source>
        <translation>nenhuma encontrada: as redes usam o processador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Graphics card:</source>
        <translation>Placa de vídeo:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Made with:</source>
        <translation>Criado com:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Python {version}, {path}</source>
        <translation>Python {version}, {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Folder:</source>
        <translation>&amp;Pasta:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Free there:</source>
        <translation>Livre ali:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>The same on the processor alone, since no graphics card was found. torch comes from the address that pytorch.org names for Pip and CPU (after “index-url”):</source>
        <translation>O mesmo somente no processador, pois nenhuma placa de vídeo foi encontrada. O torch vem do endereço que pytorch.org indica para Pip e CPU (após “index-url”):</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Address of torch without CUDA</source>
        <translation>Endereço do torch sem CUDA</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>&amp;Light: {size}</source>
        <translation>&amp;Leve: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>F&amp;ull: {size}</source>
        <translation>&amp;Completo: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>Full &amp;without CUDA: {size}</source>
        <translation>Completo &amp;sem CUDA: {size}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>that folder holds no torch</source>
        <translation>essa pasta não contém o torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>the size of the download is not known</source>
        <translation>o tamanho do download não é conhecido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>from {size} of wheels</source>
        <translation>de {size} de wheels</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>about {size} to download</source>
        <translation>cerca de {size} para baixar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>{size} to download</source>
        <translation>{size} para baixar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/dialog.py"/>
        <source>This needs about {size}: choose a folder on a disk with more room.</source>
        <translation>Isto precisa de cerca de {size}: escolha uma pasta em um disco com mais espaço.</translation>
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
        <translation>Não instalado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs with {path}</source>
        <translation>Funciona com {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python with the engine's packages</source>
        <translation>Python com os pacotes do motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the environment below</source>
        <translation>vazio: o ambiente abaixo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Python to use:</source>
        <translation>&amp;Python a usar:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of the engine's environment</source>
        <translation>Pasta do ambiente do motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Engine &amp;folder:</source>
        <translation>Pasta do &amp;motor:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set up in the panel…</source>
        <translation>Instalar no painel…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Opens the GeoInpaint panel, where the engine is set up, changed or repaired.</source>
        <translation>Abre o painel do GeoInpaint, onde o motor é instalado, trocado ou reparado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Set-up</source>
        <translation>Instalação</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Python to make the environment with</source>
        <translation>Python com o qual criar o ambiente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the best one on this computer</source>
        <translation>vazio: o melhor deste computador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Made with:</source>
        <translation>C&amp;riado com:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the packages that were tested</source>
        <translation>vazio: os pacotes que foram testados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>E&amp;xtra pip options:</source>
        <translation>Opções e&amp;xtras do pip:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>for computers without a graphics card</source>
        <translation>para computadores sem placa de vídeo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>torch without &amp;CUDA from:</source>
        <translation>torch sem &amp;CUDA de:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>Pasta de wheels</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folder of &amp;wheels:</source>
        <translation>Pasta de &amp;wheels:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Runs</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Processor</source>
        <translation>Processador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (CUDA)</source>
        <translation>Placa de vídeo (CUDA)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Graphics card (Metal)</source>
        <translation>Placa de vídeo (Metal)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>&amp;Device for networks:</source>
        <translation>&amp;Dispositivo para redes:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>All processors</source>
        <translation>Todos os processadores</translation>
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
        <translation>Encerrar um motor em &amp;silêncio por:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Allow &amp;network sources</source>
        <translation>Permitir fontes de &amp;rede</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>The engine may read rasters from servers. A file from somebody else can then make it ask a server that the file names.</source>
        <translation>O motor pode ler rasters de servidores. Um arquivo de outra pessoa pode então fazê-lo consultar um servidor que o arquivo indica.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>empty: the folder of the virtual raster alone</source>
        <translation>vazio: somente a pasta do raster virtual</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Folders in which the sources of virtual rasters (VRT) may lie, with {separator} between them.</source>
        <translation>Pastas em que podem estar as fontes de rasters virtuais (VRT), separadas por {separator}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>Fol&amp;ders for VRT sources:</source>
        <translation>Pastas de fontes &amp;VRT:</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/options_page.py"/>
        <source>A quotation mark is not closed: these options are not saved.</source>
        <translation>Uma aspa não está fechada: estas opções não são salvas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Progress of the set-up</source>
        <translation>Progresso da instalação</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Cancel the set-up</source>
        <translation>Cancelar a instalação</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Set &amp;up…</source>
        <translation>I&amp;nstalar…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Make a Python environment for the engine; asks before it fetches.</source>
        <translation>Criar um ambiente Python para o motor; pergunta antes de baixar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a &amp;Python…</source>
        <translation>Usar um &amp;Python…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Use a Python that has the packages already.</source>
        <translation>Usar um Python que já tem os pacotes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>&amp;Offline…</source>
        <translation>&amp;Offline…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the packages from a folder of wheels.</source>
        <translation>Instalar os pacotes a partir de uma pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The engine was set up for another version of the plugin: set it up again.</source>
        <translation>O motor foi instalado para outra versão do complemento: instale-o novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Ready: {path}</source>
        <translation>Pronto: {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a Python…</source>
        <translation>Escolher um Python…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose a folder…</source>
        <translation>Escolher uma pasta…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Choose again…</source>
        <translation>Escolher de novo…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Settings…</source>
        <translation>Configurações…</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Python for the engine</source>
        <translation>Python para o motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Checking a Python</source>
        <translation>Verificando um Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Looking at this computer</source>
        <translation>Examinando este computador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>In the extra pip options a quotation mark is not closed.</source>
        <translation>Nas opções extras do pip uma aspa não está fechada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Correct them in the settings.</source>
        <translation>Corrija-as nas configurações.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Setting up the GeoInpaint engine</source>
        <translation>Instalando o motor do GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Install the network for clouds, ukis-csmask (Apache-2.0), and ONNX Runtime (MIT) that runs it, into {folder}? About 165 MB are fetched from Python's package index.</source>
        <translation>Instalar a rede para nuvens, ukis-csmask (Apache-2.0), e o ONNX Runtime (MIT), que a executa, em {folder}? São baixados cerca de 165 MB do índice de pacotes do Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>Installing the network for clouds</source>
        <translation>Instalando a rede para nuvens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/section.py"/>
        <source>The set-up was cancelled.</source>
        <translation>A instalação foi cancelada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Looking for a Python and a graphics card</source>
        <translation>Procurando um Python e uma placa de vídeo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Asking {path}</source>
        <translation>Consultando {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>Trying the engine</source>
        <translation>Testando o motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/setup_steps.py"/>
        <source>The packages are installed.</source>
        <translation>Os pacotes estão instalados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/stage_watch.py"/>
        <source>GeoInpaint: engine</source>
        <translation>GeoInpaint: motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The set-up has failed: {reason}</source>
        <translation>A instalação falhou: {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/setup/task.py"/>
        <source>The log says more.</source>
        <translation>O registro diz mais.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold: {part}</source>
        <translation>Recolher ou expandir: {part}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/gui/widgets.py"/>
        <source>Fold or unfold this part</source>
        <translation>Recolher ou expandir esta parte</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/plugin.py"/>
        <source>GeoInpaint panel</source>
        <translation>Painel do GeoInpaint</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is one of the words {words}, and {value} is none of them.</source>
        <translation>{name} é uma das palavras {words}, e {value} não é nenhuma delas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/base.py"/>
        <source>{name} is a number from {least} to {most}, and {value} is none of them.</source>
        <translation>{name} é um número de {least} a {most}, e {value} não o é.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fill clouds (classical)</source>
        <translation>Preencher nuvens (clássico)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Fills the masked part of a scene by a classical rule, in seconds and without torch. Outside the mask the result equals the scene bit for bit. With a recent clear date the regression is good, and the fast fit of the other algorithm better; with nothing but the image the coherent fill goes on along its fields, roads and shores, and is a smooth surface elsewhere.</source>
        <translation>Preenche a parte mascarada de uma cena por uma regra clássica, em segundos e sem o torch. Fora da máscara o resultado é igual à cena bit a bit. Com uma data limpa recente a regressão é boa, e melhor o ajuste rápido do outro algoritmo; com nada além da imagem, o preenchimento coerente continua ao longo dos seus campos, estradas e margens, e no resto é uma superfície suave.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>auto: regression where another date or radar is given, else coherent; regression: from other dates and radar, fitted on the clear ground; ratio: the references' mean, fitted to the scene at the hole's edge; paste: the nearest clear date as it is; harmonic: a smooth surface through the edge; telea: inwards from the edge; coherent: smooth too, but along the lines of the image.</source>
        <translation>auto: regressão onde há outra data ou radar, senão coerente; regression: a partir de outras datas e radar, ajustada no solo limpo; ratio: a média das referências, ajustada à cena na borda da lacuna; paste: a data limpa mais próxima como está; harmonic: uma superfície suave através da borda; telea: da borda para dentro; coherent: também suave, mas ao longo das linhas da imagem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill {fill} needs at least one reference (another date).</source>
        <translation>O preenchimento {fill} precisa de pelo menos uma referência (outra data).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/classicalfill.py"/>
        <source>The fill regression needs a reference (another date) or a radar image; harmonic needs neither.</source>
        <translation>O preenchimento regression precisa de uma referência (outra data) ou de uma imagem de radar; harmonic não precisa de nenhuma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Build a clear-sky reference</source>
        <translation>Criar uma referência sem nuvens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Prepare</source>
        <translation>Preparar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Makes one clear image from several dates of the same place: at each pixel the median or mean of the dates that are clear there. The last band counts them. With radar images the dates are averaged in linear power, which also removes noise.</source>
        <translation>Faz uma imagem limpa a partir de várias datas do mesmo lugar: em cada pixel a mediana ou a média das datas limpas ali. A última banda as conta. Com imagens de radar, a média das datas é feita em potência linear, o que também remove ruído.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Scenes</source>
        <translation>Cenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The dates; each is brought to the grid and the values of the newest (or the first).</source>
        <translation>As datas; cada uma é levada à grade e aos valores da mais nova (ou da primeira).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Masks of the scenes</source>
        <translation>Máscaras das cenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Where the scenes are cloudy: none, or one raster for each scene in the same order.</source>
        <translation>Onde as cenas estão nubladas: nenhuma, ou um raster para cada cena na mesma ordem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Classes of the masks</source>
        <translation>Classes das máscaras</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Which values of the masks mean: cloudy, such as 3,8-10 of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Quais valores das máscaras significam nuvem, como 3,8-10 de uma classificação de cena Sentinel-2. Vazio: todo valor diferente de zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Statistic</source>
        <translation>Estatística</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>median: robust against clouds the masks have missed; mean: less noise. Radar is always averaged.</source>
        <translation>median: robusta contra nuvens que as máscaras deixaram passar; mean: menos ruído. Do radar sempre se faz a média.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Grid of</source>
        <translation>Grade de</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The raster whose grid the reference takes; empty: the first scene's.</source>
        <translation>O raster cuja grade a referência assume; vazio: a da primeira cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>The scenes are radar images (Sentinel-1)</source>
        <translation>As cenas são imagens de radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>VV and VH are averaged in linear power and written in decibel.</source>
        <translation>A média de VV e VH é feita em potência linear e gravada em decibéis.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar speckle filter</source>
        <translation>Filtro de speckle do radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>lee: Lee's filter, for few radar dates; none: averaging many dates does it.</source>
        <translation>lee: filtro de Lee, para poucas datas de radar; none: a média de muitas datas basta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Clear-sky reference</source>
        <translation>Referência sem nuvens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>A GeoTIFF with the scenes' bands and type, and a last band that counts the clear dates.</source>
        <translation>Um GeoTIFF com as bandas e o tipo das cenas, e uma última banda que conta as datas limpas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Number of scenes</source>
        <translation>Número de cenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Share of pixels that are clear at least once (0 to 1)</source>
        <translation>Proporção de pixels limpos ao menos uma vez (0 a 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>There are {masks} masks for {scenes} scenes: give none, or one for each.</source>
        <translation>Há {masks} máscaras para {scenes} cenas: não dê nenhuma, ou uma para cada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/clearskyreference.py"/>
        <source>Radar sees through clouds: leave the masks out.</source>
        <translation>O radar vê através das nuvens: omita as máscaras.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Make a cloud mask</source>
        <translation>Criar uma máscara de nuvens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Writes what is to be filled as a raster on the scene's grid: 1 fill, 0 keep. The sources add up: classes of a scene classification, other raster and vector layers, what other dates or a network tell to be cloud, and the scene's nodata.</source>
        <translation>Escreve o que deve ser preenchido como raster na grade da cena: 1 preencher, 0 manter. As fontes se somam: classes de uma classificação de cena, outras camadas raster e vetoriais, o que outras datas ou uma rede revelam como nuvem, e o nodata da cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Scene</source>
        <translation>Cena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The raster whose grid the mask takes; or the path of a Sentinel-2 product.</source>
        <translation>O raster cuja grade a máscara assume; ou o caminho de um produto Sentinel-2.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes. With a product as the scene it is found there and need not be given.</source>
        <translation>A classificação de cena (SCL) de um produto Sentinel-2 L2A ou qualquer outro raster de classes. Se a cena é um produto, ela é encontrada nele e não precisa ser dada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Classes to mask</source>
        <translation>Classes a mascarar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Further mask layers</source>
        <translation>Outras camadas de máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that are added.</source>
        <translation>Rasters (todo pixel diferente de zero) e vetores (dentro das formas) que são somados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>References (other dates)</source>
        <translation>Referências (outras datas)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clearer images of the same place from other dates, to detect the clouds from.</source>
        <translation>Imagens mais limpas do mesmo lugar em outras datas, pelas quais detectar as nuvens.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask nodata pixels too</source>
        <translation>Mascarar também os pixels sem dados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Adds the scene's nodata pixels.</source>
        <translation>Soma os pixels sem dados da cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>A GeoTIFF of bytes: 1 fill, 0 keep.</source>
        <translation>Um GeoTIFF de bytes: 1 preencher, 0 manter.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked pixels</source>
        <translation>Pixels mascarados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Clear pixels</source>
        <translation>Pixels limpos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Masked share (0 to 1)</source>
        <translation>Proporção mascarada (0 a 1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Number of holes</source>
        <translation>Número de lacunas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Pixels of the largest hole</source>
        <translation>Pixels da maior lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Nothing says what is to be masked: give a scene classification or a mask layer.</source>
        <translation>Nada diz o que mascarar: dê uma classificação de cena ou uma camada de máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Say which classes are to be masked, such as 3,8-10.</source>
        <translation>Diga quais classes mascarar, como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>{scene}_mask</source>
        <translation>{scene}_mascara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/cloudmask.py"/>
        <source>Other dates serve to detect clouds only, and that is not ticked: ignored.</source>
        <translation>As outras datas servem apenas para detectar nuvens, e isso não está marcado: são ignoradas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Compare with the truth</source>
        <translation>Comparar com a verdade</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Check</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Scores a filled image against a clear image of the same date: root mean square and mean absolute error, peak signal-to-noise ratio, structural similarity and spectral angle, in the hole and on the whole. Errors are in reflectance, or in the raster's own numbers where its scale is not known.</source>
        <translation>Avalia uma imagem preenchida contra uma imagem limpa da mesma data: raiz do erro quadrático médio e erro absoluto médio, relação sinal-ruído de pico, similaridade estrutural e ângulo espectral, na lacuna e no todo. Os erros são em reflectância, ou nos próprios números do raster onde a escala não é conhecida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The filled image.</source>
        <translation>A imagem preenchida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Truth</source>
        <translation>Verdade</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>The clear image, with the same bands.</source>
        <translation>A imagem limpa, com as mesmas bandas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>What was filled: a raster (every pixel that is not zero, or the classes) or a vector (the shapes).</source>
        <translation>O que foi preenchido: um raster (todo pixel diferente de zero, ou as classes) ou um vetor (as formas).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Classes of the mask</source>
        <translation>Classes da máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Which values of a mask raster mean: filled. Empty: every value that is not zero.</source>
        <translation>Quais valores de um raster de máscara significam preenchido. Vazio: todo valor diferente de zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Root mean square error</source>
        <translation>Raiz do erro quadrático médio</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Mean absolute error</source>
        <translation>Erro absoluto médio</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Peak signal-to-noise ratio (dB)</source>
        <translation>Relação sinal-ruído de pico (dB)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Structural similarity</source>
        <translation>Similaridade estrutural</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Spectral angle (degrees)</source>
        <translation>Ângulo espectral (graus)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>in the hole</source>
        <translation>na lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>on the whole</source>
        <translation>no todo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/compare.py"/>
        <source>Unit of the errors</source>
        <translation>Unidade dos erros</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Engine status</source>
        <translation>Estado do motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Tells which Python the engine runs with, whether its packages suffice for classical fills (light) or for all (full), and which device it would use. Starts the engine to see whether it works.</source>
        <translation>Diz com qual Python o motor funciona, se os pacotes bastam para preenchimentos clássicos (light) ou para todos (full) e qual dispositivo usaria. Inicia o motor para ver se funciona.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Status: full, light or missing</source>
        <translation>Estado: full, light ou missing</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>What is wrong</source>
        <translation>O que está errado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of the engine</source>
        <translation>Versão do motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Python of the engine</source>
        <translation>Python do motor</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of that Python</source>
        <translation>Versão desse Python</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Version of torch</source>
        <translation>Versão do torch</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/enginestatus.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>The run was cancelled; no output was written.</source>
        <translation>A execução foi cancelada; nenhuma saída foi gravada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>1 window</source>
        <translation>1 janela</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} windows</source>
        <translation>{count} janelas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{count} steps</source>
        <translation>{count} passos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>about {seconds:.0f} s</source>
        <translation>cerca de {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>Plan: {plan}</source>
        <translation>Plano: {plan}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>held-out error {rmse:.4g}</source>
        <translation>erro no oculto {rmse:.4g}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/execution.py"/>
        <source>{seconds:.0f} s left</source>
        <translation>faltam {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Fill</source>
        <translation>Preencher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Filled pixels</source>
        <translation>Pixels preenchidos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground</source>
        <translation>Erro no solo oculto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error to be expected under the hole</source>
        <translation>Erro a esperar sob a lacuna</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Similarity on hidden ground (SSIM)</source>
        <translation>Similaridade no solo oculto (SSIM)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Unit of the error</source>
        <translation>Unidade do erro</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Nothing is selected in the layer {name}: select the polygons to fill within, or use all of it.</source>
        <translation>Nada está selecionado na camada {name}: selecione os polígonos dentro dos quais preencher, ou use a camada toda.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The layer {name} holds no polygon to fill within: draw one in it, or choose another layer.</source>
        <translation>A camada {name} não contém polígono dentro do qual preencher: desenhe um nela, ou escolha outra camada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>An extent needs the scene as a layer: add the product to the project and choose it there.</source>
        <translation>Uma extensão precisa da cena como camada: adicione o produto ao projeto e escolha-o ali.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>The uncertainty is measured on hidden ground: leave the hold-out on, or the uncertainty out.</source>
        <translation>A incerteza é medida no solo oculto: deixe a medição ligada, ou omita a incerteza.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>{count} pixels were filled</source>
        <translation>{count} pixels foram preenchidos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fill.py"/>
        <source>Error on hidden ground: {rmse:.4g} ({unit})</source>
        <translation>Erro no solo oculto: {rmse:.4g} ({unit})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill a series of dates</source>
        <translation>Preencher uma série de datas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills every date of a place from the dates before and after it. Each date becomes a GeoTIFF in a folder of its own, with its uncertainty and where it was filled; a page tells how far each can be trusted. The layers are loaded with their times, so that the temporal controller plays them.</source>
        <translation>Preenche cada data de um lugar a partir das datas de antes e depois. Cada data vira um GeoTIFF em uma pasta própria, com a sua incerteza e onde foi preenchida; uma página diz até onde se pode confiar em cada uma. As camadas são carregadas com os seus tempos, para que o controlador temporal as reproduza.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same seed gives the same result.</source>
        <translation>A mesma semente dá o mesmo resultado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Load the dates as layers</source>
        <translation>Carregar as datas como camadas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>As a group, each with its time: the temporal controller shows them one after the other.</source>
        <translation>Como grupo, cada uma com o seu tempo: o controlador temporal as mostra uma após a outra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of the series</source>
        <translation>Pasta da série</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A new folder, or that of a series that is added to or gone on with.</source>
        <translation>Uma pasta nova, ou a de uma série que é ampliada ou continuada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that were filled</source>
        <translation>Datas preenchidas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates without anything to fill</source>
        <translation>Datas sem nada a preencher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that cannot be used</source>
        <translation>Datas que não podem ser usadas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates that could not be filled</source>
        <translation>Datas que não puderam ser preenchidas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>STAC collection</source>
        <translation>Coleção STAC</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Page of the series</source>
        <translation>Página da série</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The dates, files or Sentinel-2 products; their names or tags tell the date (scene_2024-04-05.tif).</source>
        <translation>As datas, arquivos ou produtos Sentinel-2; os nomes ou etiquetas dizem a data (scene_2024-04-05.tif).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Folder of scenes</source>
        <translation>Pasta de cenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>All rasters, Sentinel-2 products and folders with one file a band (B02.tif, B03.tif, ...) in it are dates, beside or instead of the scenes above.</source>
        <translation>Todos os rasters, produtos Sentinel-2 e pastas com um arquivo por banda (B02.tif, B03.tif, ...) nela são datas, além ou em lugar das cenas acima.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the masks' names</source>
        <translation>Final do nome das máscaras</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _mask, what is to be filled in scene.tif lies beside it as scene_mask.tif (or .gpkg).</source>
        <translation>Com _mask, o que será preenchido em scene.tif está ao lado como scene_mask.tif (ou .gpkg).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Ending of the classifications' names</source>
        <translation>Final do nome das classificações</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>With _SCL, the classification of scene.tif lies beside it as scene_SCL.tif. A product has its own.</source>
        <translation>Com _SCL, a classificação de scene.tif está ao lado como scene_SCL.tif. Um produto tem a sua própria.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Classes to fill</source>
        <translation>Classes a preencher</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the classifications: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Das classificações: 3 sombra de nuvem, 8 e 9 nuvem, 10 cirros finos, 11 neve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Also fills what the other dates tell to be cloud or shadow; needs no mask.</source>
        <translation>Preenche também o que as outras datas revelam como nuvem ou sombra; não precisa de máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>What looks like cloud beside the masks</source>
        <translation>O que parece nuvem ao lado das máscaras</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>auto: what the other dates tell to be cloud, haze or shadow there is filled too, and the ground that is seen in shadow, also in the masks, is kept, made as bright as the fill; none: it stays.</source>
        <translation>auto: o que as outras datas revelam ali como nuvem, névoa ou sombra também é preenchido, e o solo que se vê na sombra, também nas máscaras, mantém-se, tornado tão claro como o preenchimento; none: fica.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill nodata pixels too</source>
        <translation>Preencher também os pixels sem dados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fills pixels that a date has no data for.</source>
        <translation>Preenche pixels para os quais uma data não tem dados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates on each side</source>
        <translation>Datas de cada lado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>A date is filled from so many dates before it and as many after it; later dates help as earlier ones.</source>
        <translation>Uma data é preenchida a partir de tantas datas anteriores e outras tantas posteriores; as posteriores ajudam como as anteriores.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Evidence</source>
        <translation>Informações usadas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>mt: other dates; mt-r: their mean and what differs; classical: simple fills; basic: each date alone.</source>
        <translation>mt: outras datas; mt-r: a média delas e o que difere; classical: preenchimentos simples; basic: cada data sozinha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the evidence classical: which fill; auto: regression.</source>
        <translation>Das informações classical: qual preenchimento; auto: regressão.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>fast: the fast fit, seconds for each date; paper: the network of the paper, which takes far longer.</source>
        <translation>fast: o ajuste rápido, segundos por data; paper: a rede do artigo, que leva muito mais.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fields to draw curves of</source>
        <translation>Campos de que desenhar curvas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Polygons, of each of which the page shows the mean vegetation index (NDVI) over time; a field name or id names them. One that no date shows is told.</source>
        <translation>Polígonos, de cada um dos quais a página mostra o índice de vegetação (NDVI) médio ao longo do tempo; um campo name ou id lhes dá nome. O que nenhuma data mostra é informado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Points to draw curves of</source>
        <translation>Pontos de que desenhar curvas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>The same of points, in the units of the scenes' CRS: 500305,4599695,orchard; 500400,4599700</source>
        <translation>O mesmo para pontos, nas unidades do SRC das cenas: 500305,4599695,pomar; 500400,4599700</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Add to the series in the folder</source>
        <translation>Acrescentar à série na pasta</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Adds new dates; the others stay byte for byte.</source>
        <translation>Acrescenta datas novas; as outras ficam byte a byte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Go on with the series in the folder</source>
        <translation>Continuar a série na pasta</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Finishes a series that was interrupted.</source>
        <translation>Termina uma série que foi interrompida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Fill dates of the series again that added ones improve</source>
        <translation>Preencher de novo as datas da série que as acrescentadas melhoram</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Those that added dates lie nearer to than what they were filled from; the others stay.</source>
        <translation>Aquelas de que as datas acrescentadas ficam mais perto do que aquelas de que foram preenchidas; as outras ficam.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Dates to fill again</source>
        <translation>Datas a preencher de novo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Of the series in the folder, such as 2024-04-05,2024-04-15: they are filled from the dates of now.</source>
        <translation>Da série na pasta, como 2024-04-05,2024-04-15: são preenchidas a partir das datas de agora.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>Nothing says which dates there are: give a folder, or at least two scenes.</source>
        <translation>Nada diz quais datas há: dê uma pasta, ou pelo menos duas cenas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/fillseries.py"/>
        <source>There is no folder {folder}.</source>
        <translation>Não há a pasta {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Finds the images of other dates, and of Sentinel-1, that serve a fill best in a STAC catalogue: those that show what is to be filled without clouds, near in time. Fetches only the windows of them that are needed. Asks the catalogue's servers, and no others.</source>
        <translation>Encontra em um catálogo STAC as imagens de outras datas, e do Sentinel-1, que melhor servem a um preenchimento: as que mostram sem nuvens o que será preenchido, próximas no tempo. Obtém somente as janelas necessárias. Consulta os servidores do catálogo, e nenhum outro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch what is chosen</source>
        <translation>Obter o que foi escolhido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Off: only tell what there is; nothing large is fetched.</source>
        <translation>Desligado: só dizer o que há; nada grande é obtido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these dates</source>
        <translation>Obter estas datas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Fetch these radar images</source>
        <translation>Obter estas imagens de radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates as YYYY-MM-DD with commas, in place of the best.</source>
        <translation>Datas como AAAA-MM-DD separadas por vírgulas, no lugar das melhores.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Folder of the evidence</source>
        <translation>Pasta das informações</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Where the images go, each with its STAC item; what lies there already is not fetched again.</source>
        <translation>Para onde vão as imagens, cada uma com o seu item STAC; o que já está ali não é obtido de novo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images</source>
        <translation>Imagens de radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>What there is (JSON)</source>
        <translation>O que há (JSON)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Attribution</source>
        <translation>Atribuição</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes that were fetched</source>
        <translation>Megabytes obtidos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Requests</source>
        <translation>Requisições</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The raster to fill; or the path of a Sentinel-2 product.</source>
        <translation>O raster a preencher; ou o caminho de um produto Sentinel-2.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>A raster of classes that says what is to be filled, such as a scene classification.</source>
        <translation>Um raster de classes que diz o que preencher, como uma classificação de cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Rasters (every pixel that is not zero) and vectors (inside the shapes) that say it too.</source>
        <translation>Rasters (todo pixel diferente de zero) e vetores (dentro das formas) que também o dizem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Clouds will be detected from the dates</source>
        <translation>As nuvens serão detectadas a partir das datas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says yet what is cloud, so dates are found that show the whole scene: they will tell it.</source>
        <translation>Nada diz ainda o que é nuvem, por isso procuram-se datas que mostrem toda a cena: elas o dirão.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>earth-search, planetary-computer or copernicus; the URL of a STAC API; or a folder of STAC items on this computer.</source>
        <translation>earth-search, planetary-computer ou copernicus; a URL de uma API STAC; ou uma pasta de itens STAC neste computador.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Authentication</source>
        <translation>Autenticação</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>The catalogue's token, from QGIS's authentication manager; it is written nowhere else.</source>
        <translation>O token do catálogo, do gerenciador de autenticação do QGIS; não é gravado em nenhum outro lugar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Date of the scene</source>
        <translation>Data da cena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>As YYYY-MM-DD, where the scene itself does not tell it.</source>
        <translation>Como AAAA-MM-DD, onde a própria cena não a diz.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days before</source>
        <translation>Dias antes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days before the scene's date are looked at.</source>
        <translation>Quantos dias antes da data da cena são olhados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Days after</source>
        <translation>Dias depois</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many days after the scene's date are looked at.</source>
        <translation>Quantos dias depois da data da cena são olhados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Dates at most</source>
        <translation>Datas no máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many dates are fetched at most.</source>
        <translation>Quantas datas são obtidas no máximo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Radar images at most</source>
        <translation>Imagens de radar no máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How many images of Sentinel-1 are fetched at most; 0 for none.</source>
        <translation>Quantas imagens do Sentinel-1 são obtidas no máximo; 0 para nenhuma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Megabytes at most</source>
        <translation>Megabytes no máximo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>How much is fetched at most, about.</source>
        <translation>Quanto é obtido no máximo, aproximadamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/findevidence.py"/>
        <source>Nothing says what is to be filled: give a scene classification or a mask layer.</source>
        <translation>Nada diz o que preencher: dê uma classificação de cena ou uma camada de máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpaint clouds</source>
        <translation>Reconstruir nuvens</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Fills the masked part of a scene by what is learned from this scene alone: by a fast fit of how its clear ground follows from the evidence, in seconds and without torch; or by the network of the paper (deep image prior). Outside the mask the result equals the scene bit for bit. Other dates of the same place and radar images make the fill better than the image alone can.</source>
        <translation>Preenche a parte mascarada de uma cena com o que se aprende da própria cena: por um ajuste rápido de como o seu solo limpo decorre das informações, em segundos e sem o torch; ou pela rede do artigo (deep image prior). Fora da máscara o resultado é igual à cena bit a bit. Outras datas do mesmo lugar e imagens de radar tornam o preenchimento melhor do que a imagem sozinha pode.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>What the fill may use. basic: only this image. mt: and other dates. ms: and radar. ms-mt: both. mt-r and ms-r: only the difference to the other date or to the radar is made.</source>
        <translation>O que o preenchimento pode usar. basic: somente esta imagem. mt: também outras datas. ms: também radar. ms-mt: ambos. mt-r e ms-r: é feita somente a diferença em relação à outra data ou ao radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How it is filled. fast: the fast fit, with the evidence as input, once per scene, in seconds. paper: the network of the paper (Czerkawski et al. 2022) with its settings, thousands of steps per window.</source>
        <translation>Como é preenchido. fast: o ajuste rápido, com as informações como entrada, uma vez por cena, em segundos. paper: a rede do artigo (Czerkawski et al. 2022) com as suas configurações, milhares de passos por janela.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Use of several references</source>
        <translation>Uso de várias referências</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>mean: their mean, as in the paper; latest: the latest date; stack: each date for itself.</source>
        <translation>mean: a média delas, como no artigo; latest: a última data; stack: cada data por si.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>When to stop</source>
        <translation>Quando parar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>auto: as the method has it; never: all steps; holdout: when the error on hidden clear ground no longer falls; variance: when the result no longer changes.</source>
        <translation>auto: como o método prevê; never: todos os passos; holdout: quando o erro no solo limpo oculto não cai mais; variance: quando o resultado não muda mais.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Steps</source>
        <translation>Passos</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>How many steps the network of the paper takes for each window; empty: as the paper has it.</source>
        <translation>Quantos passos a rede do artigo dá em cada janela; vazio: como no artigo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>Inpainted</source>
        <translation>Reconstruído</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs at least one reference (another date).</source>
        <translation>As informações {mode} precisam de pelo menos uma referência (outra data).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaint.py"/>
        <source>The evidence {mode} needs a radar image (Sentinel-1).</source>
        <translation>As informações {mode} precisam de uma imagem de radar (Sentinel-1).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Inpaint clouds with a trained model</source>
        <translation>Reconstruir nuvens com um modelo treinado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Fills the masked part of a scene with a network that was trained on other scenes, and looks at this image alone. Outside the mask the result equals the scene bit for bit. A model fills exactly the bands it was trained on; what it makes of a large hole is plausible, not measured.</source>
        <translation>Preenche a parte mascarada de uma cena com uma rede que foi treinada com outras cenas e olha somente esta imagem. Fora da máscara o resultado é igual à cena bit a bit. Um modelo preenche exatamente as bandas com que foi treinado; o que ele faz de uma lacuna grande é plausível, não medido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The name of a model in the panel's table. Empty: the first of the table.</source>
        <translation>O nome de um modelo da tabela do painel. Vazio: o primeiro da tabela.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>Model file</source>
        <translation>Arquivo do modelo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>A model's own file (.safetensors), instead of a name.</source>
        <translation>O próprio arquivo de um modelo (.safetensors), em vez de um nome.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}, and the result would hold these alone: choose them under Bands.</source>
        <translation>O modelo {name} preenche as bandas {bands}, e o resultado teria somente estas: escolha-as em Bandas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The model {name} fills the bands {bands}: say under Bands which bands of the scene these are.</source>
        <translation>O modelo {name} preenche as bandas {bands}: diga em Bandas quais bandas da cena são essas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>The result holds the bands that the model fills: {bands}.</source>
        <translation>O resultado tem as bandas que o modelo preenche: {bands}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no trained model yet: add one in the GeoInpaint panel, or give its file.</source>
        <translation>Ainda não há modelo treinado: adicione um no painel do GeoInpaint, ou dê o arquivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/inpaintwithmodel.py"/>
        <source>There is no model {name}: choose one of {names}, or give a model's file.</source>
        <translation>Não há modelo {name}: escolha um de {names}, ou dê o arquivo de um modelo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is not a file of its own; it is copied first</source>
        <translation>{name} não é um arquivo próprio; é copiado antes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file: {reason}</source>
        <translation>A camada {name} não pode ser copiada para um arquivo: {reason}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} is neither a raster nor a vector layer.</source>
        <translation>{name} não é camada raster nem vetorial.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be opened.</source>
        <translation>A camada {name} não pode ser aberta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The file of the layer {name} is not there any more: {path}</source>
        <translation>O arquivo da camada {name} não existe mais: {path}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>{name} has no pixels of its own. Save it as a GeoTIFF first.</source>
        <translation>{name} não tem pixels próprios. Salve-a antes como GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be read.</source>
        <translation>A camada {name} não pode ser lida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/layers.py"/>
        <source>The layer {name} cannot be copied to a file.</source>
        <translation>A camada {name} não pode ser copiada para um arquivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Kept</source>
        <translation>Mantido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/measure_styles.py"/>
        <source>Could not be filled</source>
        <translation>Não pôde ser preenchido</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill by scene classification (model)</source>
        <translation>Preencher pela classificação da cena (modelo)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Makes a mask from a scene classification, grows it by a few pixels and fills it by regression from other dates.</source>
        <translation>Faz uma máscara a partir de uma classificação de cena, amplia-a em alguns pixels e a preenche por regressão a partir de outras datas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill from cloudy scenes (model)</source>
        <translation>Preencher a partir de cenas nubladas (modelo)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Builds a clear-sky reference from scenes that are cloudy in different places, and fills the masked part of another scene from it by regression.</source>
        <translation>Cria uma referência sem nuvens a partir de cenas nubladas em lugares diferentes e preenche com ela, por regressão, a parte mascarada de outra cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fill every date of a place (model)</source>
        <translation>Preencher cada data de um lugar (modelo)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Fills the clouds of each scene by its scene classification, from the dates before and after it. A page tells how far each date can be trusted.</source>
        <translation>Preenche as nuvens de cada cena pela sua classificação, a partir das datas de antes e depois. Uma página diz até onde se pode confiar em cada data.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The raster to fill.</source>
        <translation>O raster a preencher.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Scene classification</source>
        <translation>Classificação da cena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The scene classification (SCL) of a Sentinel-2 L2A product or any other raster of classes.</source>
        <translation>A classificação de cena (SCL) de um produto Sentinel-2 L2A ou qualquer outro raster de classes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on all its dates; their names or tags tell the date.</source>
        <translation>O mesmo lugar em todas as suas datas; os nomes ou etiquetas dizem a data.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>De uma classificação de cena Sentinel-2: 3 sombra de nuvem, 8 e 9 nuvem, 10 cirros finos, 11 neve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Grow the mask by (pixels)</source>
        <translation>Ampliar a máscara em (pixels)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The edges of clouds are often missed.</source>
        <translation>As bordas das nuvens costumam escapar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Clearer images of the same place from other dates.</source>
        <translation>Imagens mais limpas do mesmo lugar em outras datas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Mask of the scene</source>
        <translation>Máscara da cena</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>What is to be filled: every pixel that is not zero.</source>
        <translation>O que será preenchido: todo pixel diferente de zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Other scenes</source>
        <translation>Outras cenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>The same place on other dates, each cloudy somewhere else.</source>
        <translation>O mesmo lugar em outras datas, cada uma nublada em outro ponto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Masks of the other scenes</source>
        <translation>Máscaras das outras cenas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/models.py"/>
        <source>Where they are cloudy: none, or one raster for each in the same order.</source>
        <translation>Onde elas estão nubladas: nenhuma, ou um raster para cada uma na mesma ordem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The raster to fill: any raster layer, or the path of a Sentinel-2 product (.SAFE folder, its zip or its MTD xml).</source>
        <translation>O raster a preencher: qualquer camada raster, ou o caminho de um produto Sentinel-2 (pasta .SAFE, o zip ou o xml MTD).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The bands to fill and to write, in this order; all where none is chosen.</source>
        <translation>As bandas a preencher e a gravar, nesta ordem; todas se nenhuma for escolhida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What is to be filled: rasters (every pixel that is not zero, or the classes below) and vectors (inside the shapes). Several layers add up; each is brought to the scene's grid.</source>
        <translation>O que será preenchido: rasters (todo pixel diferente de zero, ou as classes abaixo) e vetores (dentro das formas). Várias camadas se somam; cada uma é levada à grade da cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the mask rasters</source>
        <translation>Classes dos rasters de máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of the mask rasters mean: fill. Numbers and ranges, such as 3,8-10 for cloud, shadow and cirrus of a Sentinel-2 scene classification. Empty: every value that is not zero.</source>
        <translation>Quais valores dos rasters de máscara significam preencher. Números e intervalos, como 3,8-10 para nuvem, sombra e cirros de uma classificação de cena Sentinel-2. Vazio: todo valor diferente de zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>A raster of classes, such as the scene classification (SCL) of a Sentinel-2 L2A product; what has the classes below is filled.</source>
        <translation>Um raster de classes, como a classificação de cena (SCL) de um produto Sentinel-2 L2A; o que tem as classes abaixo é preenchido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds the scene's nodata pixels to what is filled; otherwise nodata stays nodata.</source>
        <translation>Soma os pixels sem dados da cena ao que é preenchido; caso contrário, continuam sem dados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Numbers and ranges. Of a Sentinel-2 scene classification: 3 cloud shadow, 8 and 9 cloud, 10 thin cirrus, 11 snow.</source>
        <translation>Números e intervalos. De uma classificação de cena Sentinel-2: 3 sombra de nuvem, 8 e 9 nuvem, 10 cirros finos, 11 neve.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Grows the mask by so many pixels of the scene: the edges of clouds are often missed.</source>
        <translation>Amplia a máscara em tantos pixels da cena: as bordas das nuvens costumam escapar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what the references tell to be cloud or shadow in the scene to the mask; needs no classification.</source>
        <translation>Soma à máscara o que as referências revelam como nuvem ou sombra na cena; não precisa de classificação.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Adds what a network tells to be cloud or shadow from this image alone. It needs a package of its own, which the panel installs, and looks at B02, B03, B04 and B08.</source>
        <translation>Acrescenta o que uma rede reconhece como nuvem ou sombra só por esta imagem. Precisa de um pacote à parte, que o painel instala, e olha B02, B03, B04 e B08.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: what the references tell to be cloud, haze or shadow and the mask has left out is filled too, and the ground that is seen in shadow, also in the mask, is kept, made as bright as the fill; none: it stays as it is, and is not learned from.</source>
        <translation>auto: o que as referências revelam como nuvem, névoa ou sombra e a máscara deixou de fora também é preenchido, e o solo que se vê na sombra, também na máscara, mantém-se, tornado tão claro como o preenchimento; none: fica como está, e não se aprende com isso.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Clearer images of the same place from other dates, or a clear-sky reference. Their dates come from the product or the file; where there is none, the last in the list counts as the latest.</source>
        <translation>Imagens mais limpas do mesmo lugar em outras datas, ou uma referência sem nuvens. As datas vêm do produto ou do arquivo; onde não há, a última da lista vale como a mais recente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Masks of the references</source>
        <translation>Máscaras das referências</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where the references are cloudy themselves: none, or one raster for each reference in the same order.</source>
        <translation>Onde as próprias referências estão nubladas: nenhuma, ou um raster para cada referência na mesma ordem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Classes of the references' masks</source>
        <translation>Classes das máscaras das referências</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Which values of those masks mean: cloudy. Empty: every value that is not zero.</source>
        <translation>Quais valores dessas máscaras significam nuvem. Vazio: todo valor diferente de zero.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar (Sentinel-1)</source>
        <translation>Radar (Sentinel-1)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Sentinel-1 images with VV and VH; several dates are averaged in linear power.</source>
        <translation>Imagens Sentinel-1 com VV e VH; a média de várias datas é feita em potência linear.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Radar units</source>
        <translation>Unidades do radar</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>What the radar's values are: db (decibel), linear (power), or auto to tell by the values.</source>
        <translation>O que são os valores do radar: db (decibéis), linear (potência), ou auto para deduzir dos valores.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>auto: a graphics card where there is one the engine can use; else the processor.</source>
        <translation>auto: uma placa de vídeo onde há uma que o motor possa usar; senão o processador.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Tile (pixels)</source>
        <translation>Bloco (pixels)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The side of the windows the scene is filled in; smaller needs less memory. Empty: the method's own.</source>
        <translation>O lado das janelas em que a cena é preenchida; menor precisa de menos memória. Vazio: o do próprio método.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within</source>
        <translation>Preencher somente dentro de</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes in this extent; the result covers the whole scene all the same.</source>
        <translation>Preenche somente as lacunas nesta extensão; ainda assim o resultado cobre a cena inteira.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill only within the shapes</source>
        <translation>Preencher somente dentro das formas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fills only the holes inside these polygons, or inside the selected ones; a hole that their edge cuts is filled inside it. With an extent: where both are.</source>
        <translation>Preenche somente as lacunas dentro destes polígonos, ou dentro dos selecionados; uma lacuna cortada pela borda é preenchida dentro dela. Com uma extensão: onde ambos estão.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Measure the error on hidden ground</source>
        <translation>Medir o erro no solo oculto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Hides a few cloud-shaped patches of clear ground and reports the error there. auto: as the method has it.</source>
        <translation>Oculta alguns trechos de solo limpo em forma de nuvem e informa o erro ali. auto: como o método prevê.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The same seed, inputs and settings give the same result, byte for byte.</source>
        <translation>A mesma semente, entradas e configurações dão o mesmo resultado, byte a byte.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>How many processor cores may be used; 0: all.</source>
        <translation>Quantos núcleos de processador podem ser usados; 0: todos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>gtiff: a tiled GeoTIFF with overviews; cog: a cloud-optimised GeoTIFF.</source>
        <translation>gtiff: um GeoTIFF em blocos com pirâmides; cog: um GeoTIFF otimizado para a nuvem (COG).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The scene with the masked pixels filled: outside the mask it equals the scene bit for bit, with its type, grid, nodata, band names and tags. A GeoTIFF.</source>
        <translation>A cena com os pixels mascarados preenchidos: fora da máscara é igual à cena bit a bit, com o seu tipo, grade, valor sem dados, nomes de bandas e etiquetas. Um GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Fill flag</source>
        <translation>Indicador de preenchimento</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Where was filled: 0 kept, 1 filled, 2 masked but could not be filled.</source>
        <translation>Onde foi preenchido: 0 mantido, 1 preenchido, 2 mascarado mas não pôde ser preenchido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Uncertainty</source>
        <translation>Incerteza</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>The standard deviation of the fill, one band for each filled band, in the scene's own numbers: ±1.645 of it cover 90 % of the patches of clear ground that it is measured on.</source>
        <translation>O desvio padrão do preenchimento, uma banda para cada banda preenchida, nos próprios números da cena: ±1.645 dele cobre 90 % dos trechos de solo limpo em que é medido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>Arquivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/parameters.py"/>
        <source>One page with pictures, errors, evidence, warnings and the job: an HTML file that needs no other file.</source>
        <translation>Uma página com imagens, erros, informações usadas, avisos e o trabalho: um arquivo HTML que não precisa de nenhum outro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>“{part}” is not a class or a range of classes: write numbers such as 3,8-10.</source>
        <translation>“{part}” não é uma classe nem um intervalo de classes: escreva números como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Nothing says what is to be filled: choose a mask layer, or have nodata pixels filled.</source>
        <translation>Nada diz o que preencher: escolha uma camada de máscara, ou mande preencher os pixels sem dados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Say which classes are to be filled, such as 3,8-10.</source>
        <translation>Diga quais classes serão preenchidas, como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>Clouds are detected from other dates: give at least one.</source>
        <translation>As nuvens são detectadas por outras datas: dê pelo menos uma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>There are {masks} masks for {references} references: give none, or one for each.</source>
        <translation>Há {masks} máscaras para {references} referências: não dê nenhuma, ou uma para cada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result is a GeoTIFF: its name must end in .tif, and {name} does not.</source>
        <translation>O resultado é um GeoTIFF: o nome deve terminar em .tif, e {name} não termina assim.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The result would overwrite the input {name}: choose another file.</source>
        <translation>O resultado sobrescreveria a entrada {name}: escolha outro arquivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be written to.</source>
        <translation>Não é possível gravar na pasta {folder}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/values.py"/>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>A pasta {folder} não pode ser criada: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} cannot be read.</source>
        <translation>A autenticação {name} não pode ser lida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/processing/web_access.py"/>
        <source>The authentication {name} holds no token: make one of the kind API Header or Basic.</source>
        <translation>A autenticação {name} não contém token: crie uma do tipo API Header ou Basic.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has failed without a word.</source>
        <translation>O motor falhou sem dizer nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine was ended from outside, most likely because the memory ran out.</source>
        <translation>O motor foi encerrado de fora, muito provavelmente porque a memória acabou.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Close other programs, choose a smaller tile or fewer threads, and try again.</source>
        <translation>Feche outros programas, escolha um bloco menor ou menos threads e tente novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has crashed ({reason}).</source>
        <translation>O motor travou ({reason}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again; if it stays so, copy the diagnostics into a report.</source>
        <translation>Tente novamente; se continuar assim, copie o diagnóstico para um relato de erro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine ended without a result (exit code {code}).</source>
        <translation>O motor terminou sem resultado (código de saída {code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The log says more; copy the diagnostics into a report.</source>
        <translation>O registro diz mais; copie o diagnóstico para um relato de erro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine has said nothing for {minutes:.0f} minutes and was ended.</source>
        <translation>O motor não disse nada por {minutes:.0f} minutos e foi encerrado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Try again with fewer threads or a smaller tile.</source>
        <translation>Tente novamente com menos threads ou um bloco menor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>What the engine wrote could not be understood, so it was ended.</source>
        <translation>O que o motor escreveu não pôde ser entendido, por isso foi encerrado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Another program may stand in for the engine's Python: choose it again.</source>
        <translation>Outro programa pode estar no lugar do Python do motor: escolha-o novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine's Python {path} cannot be started: {reason}.</source>
        <translation>O Python do motor {path} não pode ser iniciado: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Choose another Python for the engine, or set it up again.</source>
        <translation>Escolha outro Python para o motor, ou instale-o novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>The engine is not set up.</source>
        <translation>O motor não está instalado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/diagnosis.py"/>
        <source>Set it up in the GeoInpaint panel, or name a Python in the environment variable GEOINPAINT_PYTHON.</source>
        <translation>Instale-o no painel do GeoInpaint, ou indique um Python na variável de ambiente GEOINPAINT_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask leaves nothing to fill.</source>
        <translation>A máscara não deixa nada a preencher.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask does not overlap the scene: check its coordinate reference system.</source>
        <translation>A máscara não se sobrepõe à cena: verifique o sistema de referência de coordenadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask covers every valid pixel: leave some clear ground to learn from.</source>
        <translation>A máscara cobre todos os pixels válidos: deixe algum solo limpo com que aprender.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The mask cannot be used: give a raster, or a layer of polygons.</source>
        <translation>A máscara não pode ser usada: dê um raster, ou uma camada de polígonos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area cannot be used: give a layer of polygons.</source>
        <translation>A área não pode ser usada: dê uma camada de polígonos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The files of an image with one file a band do not go together: bring them to one type and ground.</source>
        <translation>Os arquivos de uma imagem com um arquivo por banda não combinam: leve-os a um só tipo e terreno.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The curves cannot be drawn: give a layer of polygons.</source>
        <translation>As curvas não podem ser desenhadas: dê uma camada de polígonos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area holds no shape: draw or select one.</source>
        <translation>A área não contém forma alguma: desenhe ou selecione uma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The area does not meet the scene: choose another.</source>
        <translation>A área não toca a cena: escolha outra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No pixel of the mask lies in the area: choose another.</source>
        <translation>Nenhum pixel da máscara está na área: escolha outra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The evidence that this fill needs is missing: add another date or a radar image.</source>
        <translation>Faltam as informações de que este preenchimento precisa: adicione outra data ou uma imagem de radar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No other date shows the ground that is to be filled: choose others, or a fill without them.</source>
        <translation>Nenhuma outra data mostra o solo a preencher: escolha outras, ou um preenchimento sem elas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not show the ground that is to be filled: choose another, or a fill without it.</source>
        <translation>A imagem de radar não mostra o solo a preencher: escolha outra, ou um preenchimento sem ela.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image holds no linear power: leave its units at auto, or choose dB.</source>
        <translation>A imagem de radar não contém potência linear: deixe as unidades em auto, ou escolha dB.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The radar image does not have the bands VV and VH: choose another.</source>
        <translation>A imagem de radar não tem as bandas VV e VH: escolha outra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene is named as another date of itself, with the same clouds: choose another date.</source>
        <translation>A cena é indicada como outra data de si mesma, com as mesmas nuvens: escolha outra data.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file of clouds that were found belongs to another scene: leave it out.</source>
        <translation>O arquivo das nuvens encontradas pertence a outra cena: deixe-o de fora.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file is not there any more.</source>
        <translation>Um arquivo não está mais lá.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file cannot be read: it is damaged, or no raster or vector that GDAL knows.</source>
        <translation>Um arquivo não pode ser lido: está danificado, ou não é raster ou vetor que o GDAL conheça.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster has no valid pixel: check its nodata value.</source>
        <translation>O raster não tem pixel válido: verifique o valor sem dados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The raster holds infinite or absurdly large values: replace them, or name them as nodata.</source>
        <translation>O raster contém valores infinitos ou absurdamente grandes que não são o seu valor sem dados: substitua-os, ou declare-os como sem dados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Rasters of complex numbers cannot be filled.</source>
        <translation>Rasters de números complexos não podem ser preenchidos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The bands do not fit together: choose bands that are there and match.</source>
        <translation>As bandas não combinam: escolha bandas que existam e correspondam.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Two layers cannot be brought onto one grid: check their coordinate reference systems.</source>
        <translation>Duas camadas não podem ser levadas a uma mesma grade: verifique os sistemas de referência de coordenadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The Sentinel-2 product cannot be used: parts of it are missing or damaged.</source>
        <translation>O produto Sentinel-2 não pode ser usado: partes faltam ou estão danificadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is a series in the folder already: add to it, go on with it, or choose another folder.</source>
        <translation>Já há uma série na pasta: acrescente a ela, continue-a, ou escolha outra pasta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The series has no such date to fill again.</source>
        <translation>A série não tem tal data a preencher de novo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The folder holds no series of these options: choose another, or begin one.</source>
        <translation>A pasta não contém série com estas opções: escolha outra, ou comece uma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A series needs at least two scenes that can be used: choose more.</source>
        <translation>Uma série precisa de pelo menos duas cenas utilizáveis: escolha mais.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The rasters to be compared differ in size, bands, units or place.</source>
        <translation>Os rasters a comparar diferem em tamanho, bandas, unidades ou lugar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There are too many other dates to tell them apart: choose fewer.</source>
        <translation>Há outras datas demais para distingui-las: escolha menos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is too little clear ground to measure the error on: fill fewer pixels, or do without.</source>
        <translation>Há pouco solo limpo para medir o erro: preencha menos pixels, ou dispense a medição.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result would overwrite another file of this run: choose another name.</source>
        <translation>O resultado sobrescreveria outro arquivo desta execução: escolha outro nome.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Another run is writing the same result: wait for it, or choose another name.</source>
        <translation>Outra execução está gravando o mesmo resultado: espere por ela, ou escolha outro nome.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The result cannot be written there: choose another file.</source>
        <translation>O resultado não pode ser gravado ali: escolha outro arquivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The disk is full or cannot be written: free some space, or choose another folder.</source>
        <translation>O disco está cheio ou não pode ser gravado: libere espaço, ou escolha outra pasta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The memory does not suffice: choose a smaller tile or fewer threads.</source>
        <translation>A memória não basta: escolha um bloco menor ou menos threads.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The engine's GDAL lacks the driver of Sentinel-2 products: open the bands as rasters.</source>
        <translation>O GDAL do motor não tem o driver de produtos Sentinel-2: abra as bandas como rasters.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The device is not there: choose another in the settings.</source>
        <translation>O dispositivo não está lá: escolha outro nas configurações.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The trained model cannot be used: choose another in the table.</source>
        <translation>O modelo treinado não pode ser usado: escolha outro na tabela.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input lies on the network: download it, or allow network sources in the options of GeoInpaint.</source>
        <translation>Uma entrada está na rede: baixe-a, ou permita fontes de rede nas opções do GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A virtual raster leads to a file outside its folder: put that beside it, or name its folder in the options of GeoInpaint.</source>
        <translation>Um raster virtual leva a um arquivo fora da sua pasta: coloque-o ao lado dele, ou indique a pasta nas opções do GeoInpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>NetCDF and HDF are not read as they are: choose the layer in QGIS, or save it as a GeoTIFF.</source>
        <translation>NetCDF e HDF não são lidos como estão: escolha a camada no QGIS, ou salve-a como GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This kind of virtual raster is not opened: save it as a GeoTIFF.</source>
        <translation>Este tipo de raster virtual não é aberto: salve-o como GeoTIFF.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input has changed while it was read: fill again when nothing writes to it any more.</source>
        <translation>Uma entrada mudou enquanto era lida: preencha de novo quando nada mais gravar nela.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An earlier run was interrupted while it put its result in place: run the same again first.</source>
        <translation>Uma execução anterior foi interrompida enquanto punha o resultado no lugar: repita primeiro a mesma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An input is a device or a pipe, and no file: choose a file.</source>
        <translation>Uma entrada é um dispositivo ou um pipe, e não um arquivo: escolha um arquivo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A file may not be read or written: check its permissions, or choose another.</source>
        <translation>Um arquivo não pode ser lido ou gravado: verifique as permissões, ou escolha outro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Too many files are open: choose fewer threads in the settings.</source>
        <translation>Há arquivos abertos demais: escolha menos threads nas configurações.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A part of the Sentinel-2 product is damaged: download it again.</source>
        <translation>Uma parte do produto Sentinel-2 está danificada: baixe-o novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Nothing says what is to be filled: choose a classification or a mask layer, or draw.</source>
        <translation>Nada diz o que preencher: escolha uma classificação ou uma camada de máscara, ou desenhe.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene has no classification of its own: choose one.</source>
        <translation>A cena não tem classificação própria: escolha uma.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The classes cannot be read: write numbers and ranges, such as 3,8-10.</source>
        <translation>As classes não podem ser lidas: escreva números e intervalos, como 3,8-10.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Classes are given for a layer that has none: leave them out, or choose a raster of classes.</source>
        <translation>São dadas classes para uma camada que não as tem: omita-as, ou escolha um raster de classes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Clouds are found by other dates, and there is none: add one, or choose another mask.</source>
        <translation>As nuvens são encontradas por outras datas, e não há nenhuma: adicione uma, ou escolha outra máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds is not installed: tick it in the panel, and press Get it.</source>
        <translation>A rede para nuvens não está instalada: marque-a no painel e aperte Obter.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The network for clouds needs the bands B02, B03, B04 and B08, named so, as they were delivered.</source>
        <translation>A rede para nuvens precisa das bandas B02, B03, B04 e B08, assim nomeadas e como foram entregues.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>More would be fetched than was allowed: allow more megabytes, or choose fewer dates.</source>
        <translation>Seria obtido mais do que o permitido: permita mais megabytes, ou escolha menos datas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>There is nothing to build a reference from: choose scenes.</source>
        <translation>Não há com que criar uma referência: escolha cenas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This method takes no steps that could be stopped: leave the stopping rule at auto.</source>
        <translation>Este método não dá passos que possam ser parados: deixe a regra de parada em auto.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>This fill needs torch: set up the full stage of the engine, or choose another method.</source>
        <translation>Este preenchimento precisa do torch: instale o estágio completo do motor, ou escolha outro método.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>An interrupted run cannot be gone on with: start anew.</source>
        <translation>Uma execução interrompida não pode ser continuada: comece de novo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Several workers cannot be used here: do without them.</source>
        <translation>Vários processos não podem ser usados aqui: dispense-os.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A setting has a value that the engine does not know: check the advanced settings.</source>
        <translation>Uma configuração tem um valor que o motor não conhece: verifique as configurações avançadas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue cannot be used: choose another, or check its address.</source>
        <translation>O catálogo não pode ser usado: escolha outro, ou verifique o endereço.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The scene does not tell its date, its place or its bands: add other dates as files.</source>
        <translation>A cena não diz a sua data, o seu lugar ou as suas bandas: adicione outras datas como arquivos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue has nothing for this place and time: look further before and after the scene.</source>
        <translation>O catálogo não tem nada para este lugar e tempo: procure mais longe antes e depois da cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date can be fetched: look further before and after, or allow more dates or megabytes.</source>
        <translation>Nenhuma data pode ser baixada: procure mais longe antes e depois, ou permita mais datas ou megabytes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A server does not give out what the catalogue names: leave that date out, or choose another.</source>
        <translation>Um servidor não fornece o que o catálogo indica: omita essa data, ou escolha outra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The catalogue's server does not answer as it should: try again; what was fetched is kept.</source>
        <translation>O servidor do catálogo não responde como deveria: tente novamente; o que foi obtido é mantido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Catalogues need a package that the engine does not have: set it up again.</source>
        <translation>Os catálogos precisam de um pacote que o motor não tem: instale-o novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>No date of the series could be filled: the log says why.</source>
        <translation>Nenhuma data da série pôde ser preenchida: o registro diz por quê.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The file that keeps the series is damaged: choose another folder.</source>
        <translation>O arquivo que guarda a série está danificado: escolha outra pasta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>A scene of the series tells no date, or has no mask: name its file with the date, or give a mask.</source>
        <translation>Uma cena da série não diz a data, ou não tem máscara: ponha a data no nome do arquivo, ou dê uma máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The dates of the series make no cube: do without it, or set zarr up in the engine's Python.</source>
        <translation>As datas da série não formam um cubo: dispense-o, ou instale zarr no Python do motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>The model cannot be added or removed under this name.</source>
        <translation>O modelo não pode ser adicionado ou removido com este nome.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Reading</source>
        <translation>Lendo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing</source>
        <translation>Gravando</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the catalogue and the page</source>
        <translation>Gravando o catálogo e a página</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking where the dates are clear</source>
        <translation>Procurando onde as datas estão limpas</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Writing the report</source>
        <translation>Gravando o relatório</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Looking for cloud beside the mask</source>
        <translation>Procurando nuvens ao lado da máscara</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/engine_sentences.py"/>
        <source>Measuring the error on hidden ground</source>
        <translation>Medindo o erro no solo oculto</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Making the environment</source>
        <translation>Criando o ambiente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Checking the environment</source>
        <translation>Verificando o ambiente</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The engine is set up</source>
        <translation>O motor está instalado</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages are installed</source>
        <translation>Os pacotes estão instalados</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} holds other things.</source>
        <translation>A pasta {path} contém outras coisas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose an empty folder for the engine.</source>
        <translation>Escolha uma pasta vazia para o motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The folder {path} cannot be used: {reason}.</source>
        <translation>A pasta {path} não pode ser usada: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>Choose another folder.</source>
        <translation>Escolha outra pasta.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The packages could not be installed.</source>
        <translation>Os pacotes não puderam ser instalados.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/installing.py"/>
        <source>The log says why.</source>
        <translation>O registro diz por quê.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>There is no space left on the disk.</source>
        <translation>Não há mais espaço no disco.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Free some space, or choose another folder, and try again.</source>
        <translation>Libere espaço, ou escolha outra pasta, e tente novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy asks for a user name and password.</source>
        <translation>O proxy pede nome de usuário e senha.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set HTTPS_PROXY with both before QGIS starts, or install from a folder of wheels.</source>
        <translation>Defina HTTPS_PROXY com ambos antes de iniciar o QGIS, ou instale a partir de uma pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The proxy cannot be reached.</source>
        <translation>O proxy não pode ser alcançado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the proxy settings of this computer, or install from a folder of wheels.</source>
        <translation>Verifique as configurações de proxy deste computador, ou instale a partir de uma pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection's certificate is not trusted, often because a firewall inspects it.</source>
        <translation>O certificado da conexão não é confiável, muitas vezes porque um firewall a inspeciona.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Ask for your organisation's certificate and name it in PIP_CERT, or install from a folder of wheels.</source>
        <translation>Peça o certificado da sua organização e indique-o em PIP_CERT, ou instale a partir de uma pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server cannot be reached.</source>
        <translation>O servidor de pacotes não pode ser alcançado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the internet connection and try again, or install from a folder of wheels.</source>
        <translation>Verifique a conexão com a internet e tente novamente, ou instale a partir de uma pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The connection was lost during the download.</source>
        <translation>A conexão se perdeu durante o download.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; what was downloaded is kept.</source>
        <translation>Tente novamente; o que foi baixado é mantido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A downloaded package was cut off, or is not the one that was tested.</source>
        <translation>Um pacote baixado foi cortado, ou não é o que foi testado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; if it stays so, something between here and the server changes downloads.</source>
        <translation>Tente novamente; se continuar assim, algo entre este computador e o servidor altera os downloads.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package file is damaged, most often because its download or copy was cut off.</source>
        <translation>Um arquivo de pacote está danificado, quase sempre porque o download ou a cópia foi cortado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again; offline, copy the folder of wheels anew.</source>
        <translation>Tente novamente; offline, copie a pasta de wheels outra vez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The package server refuses, or has a fault.</source>
        <translation>O servidor de pacotes recusa, ou está com defeito.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Try again later, check the extra pip options, or install from a folder of wheels.</source>
        <translation>Tente mais tarde, verifique as opções extras do pip, ou instale a partir de uma pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This Python cannot make environments: its venv module or pip is missing.</source>
        <translation>Este Python não pode criar ambientes: falta-lhe o módulo venv ou o pip.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>On Debian and Ubuntu install python3-venv, or choose another Python.</source>
        <translation>No Debian e no Ubuntu instale python3-venv, ou escolha outro Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A path has become too long for Windows.</source>
        <translation>Um caminho ficou longo demais para o Windows.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder near the root of a drive, such as C:\geoinpaint.</source>
        <translation>Escolha uma pasta perto da raiz de uma unidade, como C:\geoinpaint.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A file is held by another program, often the virus scanner or a second QGIS.</source>
        <translation>Um arquivo está preso por outro programa, muitas vezes o antivírus ou um segundo QGIS.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Close other QGIS windows, wait a moment and try again.</source>
        <translation>Feche outras janelas do QGIS, espere um momento e tente novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A folder or file cannot be written.</source>
        <translation>Uma pasta ou um arquivo não pode ser gravado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a folder that you may write to.</source>
        <translation>Escolha uma pasta em que você possa gravar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>At that address there is no torch without CUDA for this Python.</source>
        <translation>Nesse endereço não há torch sem CUDA para este Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Check the address, or choose the usual full stage.</source>
        <translation>Verifique o endereço, ou escolha o estágio completo usual.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The folder of wheels lacks a package for this system and Python.</source>
        <translation>Falta na pasta de wheels um pacote para este sistema e este Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Fill the folder for the same system and Python version, and try again.</source>
        <translation>Encha a pasta para o mesmo sistema e a mesma versão do Python e tente novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package does not exist for this Python.</source>
        <translation>Um pacote não existe para este Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose Python 3.10 to 3.13 for the engine.</source>
        <translation>Escolha o Python 3.10 a 3.13 para o motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The pip of this Python is too old.</source>
        <translation>O pip deste Python é antigo demais.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a newer Python, or leave the extra pip options empty.</source>
        <translation>Escolha um Python mais novo, ou deixe vazias as opções extras do pip.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A library is built for another kind of processor than this Python.</source>
        <translation>Uma biblioteca foi compilada para outro tipo de processador que não o deste Python.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a 64-bit Python for this computer, and set the engine up again.</source>
        <translation>Escolha um Python de 64 bits para este computador e instale o motor novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library is missing, most often the Microsoft Visual C++ runtime.</source>
        <translation>Falta uma biblioteca do sistema, quase sempre o runtime do Microsoft Visual C++.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Install the Microsoft Visual C++ Redistributable (x64), and try again.</source>
        <translation>Instale o Microsoft Visual C++ Redistributable (x64) e tente novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The graphics card does not have enough memory for this run.</source>
        <translation>A placa de vídeo não tem memória suficiente para esta execução.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose a smaller tile, or run on the processor.</source>
        <translation>Escolha um bloco menor, ou execute no processador.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The driver of the graphics card is too old for this build of torch, or the card is.</source>
        <translation>O driver da placa de vídeo é antigo demais para esta versão do torch, ou a placa é.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Update the driver, or run on the processor.</source>
        <translation>Atualize o driver, ou execute no processador.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This fill needs torch, which the engine's Python does not have.</source>
        <translation>Este preenchimento precisa do torch, que o Python do motor não tem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set up the full engine, or use a classical fill.</source>
        <translation>Instale o motor completo, ou use um preenchimento clássico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>torch is installed but does not load.</source>
        <translation>O torch está instalado, mas não carrega.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again.</source>
        <translation>Instale o motor novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The engine's packages do not fit together.</source>
        <translation>Os pacotes do motor não combinam entre si.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>This processor lacks instructions that a package was built for.</source>
        <translation>Faltam a este processador instruções para as quais um pacote foi compilado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Choose another torch build in the extra pip options, or use a classical fill.</source>
        <translation>Escolha outra versão do torch nas opções extras do pip, ou use um preenchimento clássico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>The computer ran out of memory.</source>
        <translation>A memória do computador acabou.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A package that the engine needs is missing or too old.</source>
        <translation>Um pacote de que o motor precisa falta ou é antigo demais.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>Set the engine up again, or choose another Python for it.</source>
        <translation>Instale o motor novamente, ou escolha outro Python para ele.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/known_failures.py"/>
        <source>A system library that a package needs is missing.</source>
        <translation>Falta uma biblioteca do sistema de que um pacote precisa.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} is left out of the series: {why}</source>
        <translation>{date} fica fora da série: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} keeps the fill that it has: {why}</source>
        <translation>{date} mantém o preenchimento que tem: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>{date} cannot be filled: {why}</source>
        <translation>{date} não pode ser preenchida: {why}</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/messages.py"/>
        <source>The engine cannot do this as it was asked ({code}).</source>
        <translation>O motor não pode fazer isto como foi pedido ({code}).</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Installing {package} ({number} of {count})</source>
        <translation>Instalando {package} ({number} de {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Asking for the packages</source>
        <translation>Consultando os pacotes</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>Fetching {package} ({number} of {count})</source>
        <translation>Baixando {package} ({number} de {count})</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pip_progress.py"/>
        <source>{text}, {done:.0f} of {total:.0f} MB</source>
        <translation>{text}, {done:.0f} de {total:.0f} MB</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The engine needs Python 3.10 or newer, and {path} is {version}.</source>
        <translation>O motor precisa do Python 3.10 ou mais novo, e {path} é {version}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose another Python for the engine.</source>
        <translation>Escolha outro Python para o motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} is a 32-bit one.</source>
        <translation>O Python {path} é de 32 bits.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Choose a 64-bit Python for the engine.</source>
        <translation>Escolha um Python de 64 bits para o motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>The Python {path} lacks packages that the engine needs: {names}.</source>
        <translation>Faltam ao Python {path} pacotes de que o motor precisa: {names}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install them there, or choose another Python for the engine.</source>
        <translation>Instale-os ali, ou escolha outro Python para o motor.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>it does not answer</source>
        <translation>não responde</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>what it says is not what a Python says</source>
        <translation>o que diz não é o que um Python diz</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>{path} is not a Python that can be used: {reason}.</source>
        <translation>{path} não é um Python que possa ser usado: {reason}.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>No Python 3.10 or newer was found on this computer.</source>
        <translation>Nenhum Python 3.10 ou mais novo foi encontrado neste computador.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 (64-bit) from python.org and try again.</source>
        <translation>Instale o Python 3.12 (64 bits) de python.org e tente novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install Python 3.12 from python.org and try again.</source>
        <translation>Instale o Python 3.12 de python.org e tente novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/pythons.py"/>
        <source>Install the packages python3 and python3-venv and try again.</source>
        <translation>Instale os pacotes python3 e python3-venv e tente novamente.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for the processor</source>
        <translation>torch {version} para o processador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch in that folder</source>
        <translation>o torch dessa pasta</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>the torch that your pip options lead to</source>
        <translation>o torch a que levam as suas opções do pip</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for Metal and the processor</source>
        <translation>torch {version} para Metal e o processador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>This build leaves the graphics card unused; the guide says how to choose another.</source>
        <translation>Esta versão deixa a placa de vídeo sem uso; o guia diz como escolher outra.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>torch {version} for CUDA {cuda} and the processor</source>
        <translation>torch {version} para CUDA {cuda} e o processador</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>The card's driver {driver} is too old for it: update it to {needed} or newer.</source>
        <translation>O driver {driver} da placa é antigo demais para ela: atualize-o para {needed} ou mais novo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/setup_plan.py"/>
        <source>Apple GPU</source>
        <translation>GPU da Apple</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use other dates: they are ignored.</source>
        <translation>Este preenchimento não usa outras datas: são ignoradas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>This fill does not use radar: it is ignored.</source>
        <translation>Este preenchimento não usa radar: é ignorado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A radar image holds one value only: it is not used.</source>
        <translation>Uma imagem de radar contém um só valor: não é usada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date is used, which alone would tell cloud beside the mask: nothing is added to it.</source>
        <translation>Nenhuma outra data é usada, a única coisa que revelaria nuvens junto à máscara: nada lhe é acrescentado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>An advanced setting is ignored that this fill does not use.</source>
        <translation>Uma definição avançada que este preenchimento não usa é ignorada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates is given more than once: it is used once.</source>
        <translation>Uma das outras datas é indicada mais de uma vez: é usada uma vez.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the other dates shows nothing of the ground that is to be filled.</source>
        <translation>Uma das outras datas não mostra nada do solo a preencher.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No other date shows a part of what is to be filled, which is less exact there: add dates.</source>
        <translation>Nenhuma outra data mostra uma parte do solo a preencher; aí o preenchimento é menos exato: adicione datas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Georeference is missing: pixels are taken to lie on each other.</source>
        <translation>Falta a georreferência: supõe-se que os pixels coincidem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date of the series is left out; the others go on.</source>
        <translation>Uma data da série é deixada de fora; as outras continuam.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scenes have no red and near-infrared bands: no curves of the vegetation index are drawn.</source>
        <translation>As cenas não têm bandas do vermelho e do infravermelho próximo: não são traçadas curvas do índice de vegetação.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>No date of the series shows some of the points or polygons: their curves are empty.</source>
        <translation>Nenhuma data da série mostra alguns dos pontos ou polígonos: as curvas deles ficam vazias.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date cannot be had; the next best takes its place.</source>
        <translation>Uma data não pode ser obtida; a próxima melhor toma o seu lugar.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>As much has been fetched as was allowed; some dates are left out.</source>
        <translation>Foi obtido tanto quanto se permitiu; algumas datas ficam de fora.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There are more images than are looked at: look at fewer days before and after.</source>
        <translation>Há mais imagens do que as que são olhadas: olhe menos dias antes e depois.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A date's offset is not what its catalogue says; the one that goes with the scene is used.</source>
        <translation>O deslocamento de uma data não é o que o catálogo diz; é usado o que combina com a cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The catalogue has no radar image of this place and time.</source>
        <translation>O catálogo não tem imagem de radar deste lugar e tempo.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The rasters do not declare the same scale and offset.</source>
        <translation>Os rasters não declaram a mesma escala e o mesmo deslocamento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is a fill of the scene itself: the error on hidden ground then says nothing.</source>
        <translation>Outra data é um preenchimento da própria cena: o erro no solo escondido então não diz nada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>Outra data é 0 em todas as bandas em alguns pontos e não declara nodata: ali é tida por vazia.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster is 0 in every band in places and declares no nodata: it is taken to be empty there.</source>
        <translation>O raster é 0 em todas as bandas em alguns pontos e não declara nodata: ali é tido por vazio.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The raster holds numbers of a colour table, such as classes, and no brightness: choose the image.</source>
        <translation>O raster contém números de uma tabela de cores, como classes, e não brilho: escolha a imagem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Reflectance and DN were brought together: another date is in other units than the scene.</source>
        <translation>Reflectância e ND foram igualados: outra data está em unidades diferentes das da cena.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date does not seem to be in the units of the scene: declare both scales.</source>
        <translation>Outra data não parece estar nas unidades da cena: declare ambas as escalas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date or the scene seems to have an offset that it does not declare.</source>
        <translation>Outra data ou a cena parece ter um deslocamento que não declara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands differ in nodata; the result declares the first band's.</source>
        <translation>As bandas diferem no valor sem dados; o resultado declara o da primeira.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A band that is marked as alpha looks like an image; it is copied, not filled.</source>
        <translation>Uma banda marcada como alfa parece uma imagem; é copiada, não preenchida.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>A file has several layers; the first is used.</source>
        <translation>Um arquivo tem várias camadas; a primeira é usada.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>One of the mask layers does not overlap the scene, or holds no shapes.</source>
        <translation>Uma das camadas de máscara não se sobrepõe à cena, ou não contém formas.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The mask has many values, and all but zero are filled: of a classification choose the classes.</source>
        <translation>A máscara tem muitos valores, e todos menos zero são preenchidos: de uma classificação escolha as classes.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The radar's values do not look like the units they are read in.</source>
        <translation>Os valores do radar não parecem das unidades em que são lidos.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Parts of the scene have too little clear ground for the method: they get a classical fill.</source>
        <translation>Partes da cena têm pouco solo limpo para o método: recebem um preenchimento clássico.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Few clear pixels are there to learn from: expect a coarse fill.</source>
        <translation>Há poucos pixels limpos com que aprender: espere um preenchimento grosseiro.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>There is too little clear ground to hide any: the error was not measured.</source>
        <translation>Há pouco solo limpo para ocultar algum: o erro não foi medido.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Some masked pixels could not be filled: there is nothing to fill them from.</source>
        <translation>Alguns pixels mascarados não puderam ser preenchidos: não há com quê.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>What lies beside the mask looks like cloud or shadow, and is not used as it is: it is filled where the mask covers it.</source>
        <translation>O que está ao lado da máscara parece nuvem ou sombra e não é usado como está: é preenchido onde a máscara o cobre.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Shadow that is filled shows the ground: what is seen in it was kept, made as bright as the fill. If that is not wanted, do not fill cloud beside the mask.</source>
        <translation>A sombra que é preenchida mostra o terreno: o que nela se vê foi conservado, tão claro como o preenchimento. Se não o quiser, não preencha as nuvens ao lado da máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The scene is too small to tell whether the mask leaves cloud beside it: if it may, grow the mask.</source>
        <translation>A cena é demasiado pequena para saber se a máscara deixa nuvens ao seu lado: se puder ser, aumente a máscara.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>Another date is cloudy itself in places: what is cloud in it is not used.</source>
        <translation>Outra data também está nublada em partes: o que nela é nuvem não é usado.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The graphics card cannot repeat the steps as one; each is started by itself, which is slower.</source>
        <translation>A placa de vídeo não pode repetir os passos como um só; cada um é iniciado por si, o que é mais lento.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The preview could not be written; the run goes on without it.</source>
        <translation>A prévia não pôde ser gravada; a execução continua sem ela.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/runner/warning_sentences.py"/>
        <source>The bands' names do not say what they show; they are taken in order.</source>
        <translation>Os nomes das bandas não dizem o que mostram; são tomadas na ordem.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>the graphics card</source>
        <translation>a placa de vídeo</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>A network works too: {steps} steps on {place} took {seconds:.1f} s.</source>
        <translation>Uma rede também funciona: {steps} passos com {place} levaram {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine works: a test fill of {pixels} pixels took {seconds:.1f} s.</source>
        <translation>O motor funciona: um preenchimento de teste de {pixels} pixels levou {seconds:.1f} s.</translation>
    </message>
    <message>
        <location filename="../../geoinpaint_qgis/selftest.py"/>
        <source>The engine runs, but its test fill is wrong.</source>
        <translation>O motor funciona, mas o preenchimento de teste está errado.</translation>
    </message>
</context>
</TS>
