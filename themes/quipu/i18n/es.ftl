# Textos de la interfaz en español.

skip-to-content = Ir al contenido
menu = Menú principal
home = Inicio
cases = Casos
models = Modelos de gestión
regions = Regiones
sectors = Sectores
search = Buscar
search-cases = Buscar casos
search-placeholder = Ej.: agua segura
not-translated = Esta página no está { $language }: ir al inicio { $language }
languages = Idiomas

# Cada idioma por su propio nombre; luego, cómo se marca lo escrito en él. Uno que no está
# aquí se nombra por su código.
language-es = Español
language-en = English
language-pt = Português
language-qu = Runasimi
language-ay = Aymar aru
language-agr = Awajún
language-hub = Wampis
language-cni = Asháninka
language-shp = Shipibo-Konibo
foreign-es = en español
foreign-en = en inglés
foreign-pt = en portugués
foreign-qu = en quechua
foreign-ay = en aimara
foreign-agr = en awajún
foreign-hub = en wampis
foreign-cni = en asháninka
foreign-shp = en shipibo-konibo

breadcrumbs = Está en
more-pages = Más sobre este sitio
made-with = Hecho con { $generator }. Funciona sin conexión.
works-offline = Puede copiar este sitio completo a una memoria USB y abrirlo sin internet.
license = Los textos de este sitio se pueden usar según la licencia

facet-region = Región
facet-sector = Sector
facet-management_model = Modelo de gestión
facet-level = Nivel de gobierno
facet-status = Estado del caso
facet-objective = Objetivo
facet-year = Año de inicio

facets-region = Regiones
facets-sector = Sectores
facets-management_model = Modelos de gestión
facets-level = Niveles de gobierno
facets-status = Estados del caso
facets-objective = Objetivos
facets-year = Años de inicio

case-count = { $count ->
    [0] ningún caso
    [one] 1 caso
   *[other] { $count } casos
}
municipality-invites = Casos de lugares parecidos al suyo
count-management_model = { $count ->
    [one] 1 modelo de gestión
   *[other] { $count } modelos de gestión
}
count-region = { $count ->
    [one] 1 región
   *[other] { $count } regiones
}
count-sector = { $count ->
    [one] 1 sector
   *[other] { $count } sectores
}
home-lead = ¿Qué funcionó en un lugar como el suyo, qué se necesitó y cómo se hace?
latest-cases = Casos recientes
all-cases = Ver todos los casos
browse-sector = ¿Sobre qué tema?
browse-region = ¿En qué región?
browse-model = ¿Con qué modelo de gestión?
browse-other = Otras formas de explorar
all-cases-title = Todos los casos
cases-about = { $count ->
    [0] Todavía no hay casos aquí.
    [one] Un caso de gestión pública: qué se hizo, qué resultó y qué se necesita para replicarlo.
   *[other] { $count } casos de gestión pública: qué se hizo en cada uno, qué resultó y qué se necesita para replicarlo.
}
facet-about = Casos por { $facet }: { $names }.
no-cases = Todavía no hay casos aquí.
no-cases-help = ¿Su gobierno tiene una experiencia que contar? Puede ser la primera.
terms-without-cases = Aún sin casos
about-place = { $provinces ->
    [one] { $name } tiene una sola provincia y { $districts } distritos.
   *[other] { $name } tiene { $provinces } provincias y { $districts } distritos.
}
about-people = Se estima que en 2020 vivían ahí { $people } personas.
about-nature = Regiones naturales de sus distritos:
about-one-nature = Todos sus distritos están en la { $nature }.
about-cases = { $count ->
    [one] Aquí se cuenta un caso
   *[other] Aquí se cuentan { $count } casos
} de { $spread }: { $names }.
about-years = Año de inicio: { $span }.
about-years-of = { $count ->
    [one] Se sabe cuándo empezó uno: { $span }.
   *[other] Se sabe cuándo empezaron { $count }: { $span }.
}
about-none = Ningún caso de este sitio tiene todavía «{ $name }» como { $facet }.
about-sources = Población: INEI y CEPLAN, en github.com/jmcastagnetto/ubigeo-peru-aumentado. La región natural de cada distrito se deduce de la altitud de su capital y la vertiente de los Andes.
narrower-terms = Términos que abarca
page-of = Página { $number } de { $total }
previous = Anterior
next = Siguiente
pages = Páginas de la lista

summary-box = Ficha
entity = Entidad
partners = Con apoyo de
period = Periodo
period-since = desde { $start }
period-span = { $start } a { $end }
period-until = hasta { $end }
languages-spoken = Lenguas
population = Población
people = { $count } personas
contents = En esta página
results = Resultados en cifras
indicator = Indicador
baseline = Antes
endline = Después
sources-short = Fuente
value = Valor
change = Cambio
points = { $value } puntos porcentuales
adopted-from = Adoptado de
regions-of-model = Dónde se aplica
sources-of-cases = Fuentes de los casos
percent = { $value } %
cost = Costo
money = { $amount } { $currency }
money-PEN = S/ { $amount }
money-USD = US$ { $amount }
money-EUR = { $amount } €
replication = Condiciones, pasos y riesgos
conditions = Condiciones
steps = Pasos
duration = Duración
who = Responsable
risks = Riesgos
mitigation = Cómo evitarlo
adopted-by = Adoptado por
legal-framework = Marco legal
contacts = Contactos
sources = Fuentes
source-number = Fuente { $number }
updated-on = Actualizado el { $date }
written-on = Escrito el { $date }
also-known-as = También llamado
newest-of-model = Se muestran los { $shown } casos más recientes de { $count }, con sus resultados y fuentes; los demás siguen en las páginas de esta lista. Los resultados de todos se descargan en
cases-of-model = Casos que lo aplican
pages-here = Páginas
footnotes = Notas
footnote-back = Volver al texto
table-scrolls = Tabla; se desplaza de lado
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Advertencia
alert-caution = Precaución

not-found = Esta página no existe
not-found-help = Puede que haya cambiado de nombre. Busque lo que necesita o vuelva al inicio.
moved = Esta página cambió de dirección
moved-to = Ábrala en su nueva dirección

search-title = Buscar casos y modelos
search-lead = Busque por palabras o por región, sector y modelo de gestión; funciona también sin conexión.
search-label = ¿Qué busca?
search-hint = Consejos para buscar (no importan las tildes ni las mayúsculas)
search-needs-script = La búsqueda necesita JavaScript. Sin él, puede llegar a todos los casos por estas páginas:
search-filters = Filtrar
search-clear = Quitar filtros
search-none = No se encontró nada con esas palabras. Pruebe con menos palabras o quite un filtro.
search-partial = Ninguna página tiene todas las palabras; estas tienen algunas.
search-one = 1 resultado
search-many = # resultados
search-more = Mostrar más resultados
search-loading = Buscando…
search-failed = No se pudo leer el índice de búsqueda. Puede que la copia del sitio esté incompleta.
search-in-section = En la sección
search-everywhere = Buscar en el sitio
search-hint-phrase = Entre comillas, las palabras van juntas: "agua segura".
search-hint-exclude = Un guion delante deja fuera una palabra: oro -minería.
search-hint-field = También puede escribir un filtro: region:loreto, estado:validado.
search-sort = Ordenar por
search-sort-relevance = Relevancia
search-sort-date = Fecha, lo más nuevo primero
search-sort-title = Título
search-some = Además, estas páginas tienen algunas de las palabras:
search-corrected = Ninguna página tiene «#1»: se buscó «#2».
search-unknown = Ninguna página tiene «#1» ni nada parecido.
search-browse = También puede llegar a todos los casos por estas páginas:
kind-case = Caso
kind-model = Modelo
kind-page = Página

map-title = Mapa del Perú: casos por región
map-none = sin casos
map-more = más casos
map-credit = Contornos: github.com/juaneladio/peru-geojson (MPL 2.0)
all-regions = Todas las regiones
matrix-title = Casos por región y sector
matrix-link = Dónde hay casos y dónde faltan
matrix-lead = Cuántos casos hay de cada sector en cada región, y dónde faltan.
matrix-empty = { $count ->
    [0] Todas las combinaciones de región y sector tienen casos.
    [one] Hay 1 combinación de región y sector sin casos.
   *[other] Hay { $count } combinaciones de región y sector sin casos.
}
related-cases = Casos afines
in-common = En común:
other-cases = Otros casos
newer-case = Anterior
older-case = Siguiente
how-to-cite = Cómo citar esta página
code-of-address = Código QR con la dirección de esta página
locale = es_PE
results-of-cases = Resultados de sus casos
adoption-over-time = Dónde se aplica, desde cuándo
feed-of-term = Recibir lo nuevo de esta lista (Atom)

kit-link = Hoja de trabajo para replicarlo: se imprime y se llena
kit-title = Hoja de trabajo para replicarlo
kit-help = Imprima esta página y llénela en una reunión: qué se tiene, qué falta, quién hace cada cosa y cuándo.
kit-who = Municipalidad o gobierno regional
kit-where = Distrito, provincia y región
kit-when = Fecha y responsable
kit-conditions-of = Lo que pidió el caso
kit-risk = Riesgo
kit-step = Paso
kit-condition = Condición
kit-have = La tenemos
kit-missing = Qué falta y quién lo resuelve
kit-due = Fecha límite
kit-done = Hecho
kit-ours = En nuestro caso
kit-notes = Notas y acuerdos

municipality = Mi municipalidad
municipality-title = Para mi municipalidad
municipality-lead = Elija su región, provincia y distrito: verá qué hicieron los gobiernos de los lugares más parecidos. Nada de lo que elija sale de su navegador.
municipality-needs-script = Comparar lugares necesita JavaScript. Sin él, puede llegar a todos los casos por estas páginas:
municipality-found = Lugares con casos, del más al menos parecido a #
municipality-none = No hay casos de ese sector en lugares que se puedan comparar.
municipality-failed = No se pudieron leer los datos de los lugares. Puede que la copia del sitio esté incompleta.
municipality-alike = # de parecido
municipality-same = el lugar que eligió
municipality-all = Ver más casos de esta región →
municipality-more = Mostrar más lugares
province = Provincia
district = Distrito
choose = Elija…
whole-region = Toda la región
whole-province = Toda la provincia
level-region = Región #
level-province = Provincia de #
any = Todos
unknown = sin dato
thousands = {"\u00A0"}
decimal = ,
# Cifras antes del primer separador de miles: con 2, se separan desde 10 000; con 1, desde 1000.
minimum-grouping-digits = 2
here = El suyo
there = El del caso
factor = Dato
likeness = Parecido
likeness-how = Cómo se mide el parecido, y cuánto pesa cada dato
likeness-why = Por qué se parecen
likeness-explained = De cada dato se calcula un parecido de 0 a 100 %; el del lugar es su promedio, según el peso que usted dé a cada uno. Con el control en el extremo izquierdo, el dato no cuenta. Si un dato falta en uno de los dos lugares, vale 50 %: ni parecido ni distinto.
likeness-reset = Volver a los pesos de inicio
likeness-sources = Datos: población estimada para 2020, pobreza monetaria de 2018 (de las regiones, de 2020) e índice de desarrollo humano de 2019, según INEI, PNUD y CEPLAN, reunidos en github.com/jmcastagnetto/ubigeo-peru-aumentado. Cuando un caso solo dice su región, se compara la región entera.
factor-nature = Región natural
factor-nature-about = Parte de sus distritos en costa, sierra, selva alta y selva baja, según la altitud de su capital y la vertiente de los Andes
factor-altitude = Altitud
factor-altitude-about = De la capital. Con 2000 metros de diferencia, nada en común
factor-population = Población
factor-population-about = Por su proporción: con cien veces más gente, nada en común. Solo entre lugares del mismo nivel
factor-poverty = Pobreza monetaria
factor-poverty-about = Con 40 puntos de diferencia, nada en común
factor-development = Índice de desarrollo humano
factor-development-about = De 0 a 1. Con 0,3 de diferencia, nada en común
nature-coast = costa
nature-highlands = sierra
nature-high_forest = selva alta
nature-low_forest = selva baja

my-list = Mi lista
my-list-lead = Los casos que usted guarda quedan en este navegador, también sin conexión. Puede compararlos, imprimirlos o llevárselos en un archivo.
my-list-needs-script = Guardar una lista necesita JavaScript. Sin él, puede llegar a todos los casos por estas páginas:
my-list-empty = Todavía no ha guardado ningún caso. En la página de cada caso está el botón para hacerlo.
my-list-sent = Esta es una lista que alguien compartió.
my-list-keep = Añadir estos casos a mi lista
my-list-save = Guardar todo en un archivo
my-list-link = Enlace a esta lista, para compartirla
my-list-file = mi-lista.html
my-list-gathering = Reuniendo los casos…
my-list-saved = Se guardaron # casos en un archivo, que se puede enviar o imprimir.
keep = Guardar en mi lista
kept = Quitar de mi lista
drop = Quitar
print = Imprimir
compare = Comparar los elegidos
compare-this = Elegir para comparar
compare-with = Comparar con este caso
compare-help = Elija de dos a cuatro casos para compararlos.
case-gone = Este caso no está en esta copia del sitio.
comparison = Comparar casos
comparison-lead = De dos a cuatro casos, uno al lado del otro: lugar, periodo, costo, resultados y condiciones.
comparison-needs-script = Comparar casos necesita JavaScript. Sin él, puede llegar a todos los casos por estas páginas:
comparison-empty = Elija de dos a cuatro casos para verlos uno al lado del otro:
comparison-loading = Leyendo los casos…
comparison-fact = Dato

glossary = Glosario
glossary-lead = Qué significan las palabras y siglas de este sitio. En los textos, la primera mención de cada una enlaza a esta página.

site-map = Mapa del sitio
site-map-lead = Todas las páginas de este sitio, por tema.
open-data = Datos abiertos
open-data-lead = Todo lo que este sitio sabe de los casos, para hojas de cálculo y programas.
data-cases = Casos
data-cases-about = Una fila por caso: lugar, sector, modelo de gestión, estado, periodo, población, costo y condiciones. El archivo JSON trae además los resultados, los pasos, los riesgos y las fuentes.
data-results = Resultados medidos
data-results-about = Una fila por indicador: el valor de antes y el de después, cada uno con su año.
data-csv = se abre con Excel o LibreOffice, con sus tildes
data-json = para programas
data-catalog = Catálogo
data-catalog-about = La descripción de estos datos según DCAT, para portales de datos:
feeds = Novedades
feeds-about = Con un lector de Atom puede recibir los casos nuevos. Cada lista tiene también las suyas.

date = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = setiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
