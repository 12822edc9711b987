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
search-placeholder = Por ejemplo: gestión ambiental
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

facet-region = Región
facet-sector = Sector
facet-management_model = Modelo de gestión
facet-level = Nivel de gobierno
facet-status = Estado
facet-objective = Objetivo
facet-year = Año de inicio

case-count = { $count ->
    [0] ningún caso
    [one] 1 caso
   *[other] { $count } casos
}
home-lead = ¿Qué funcionó en un lugar como el suyo, qué hizo falta y cómo se hace?
latest-cases = Casos recientes
all-cases = Ver todos los casos
browse-sector = ¿Sobre qué tema?
browse-region = ¿En qué región?
browse-model = ¿Con qué modelo de gestión?
browse-other = Otras formas de explorar
all-cases-title = Todos los casos
no-cases = Todavía no hay casos aquí.
no-cases-help = ¿Su gobierno tiene una experiencia que contar? Puede ser la primera.
terms-without-cases = Aún sin casos
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
results = Resultados medidos
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
replication = Para replicarlo
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
cases-of-model = Casos que lo aplican
pages-here = Páginas
footnotes = Notas
footnote-back = Volver al texto
table-scrolls = Tabla; se desplaza de lado

not-found = Esta página no existe
not-found-help = Puede que haya cambiado de nombre. Busque lo que necesita o comience desde el inicio.
moved = Esta página cambió de dirección
moved-to = Ábrala en su nueva dirección

search-title = Buscar casos y modelos
search-label = ¿Qué busca?
search-hint = No importan las tildes ni las mayúsculas.
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
search-hint-field = Una faceta y su valor limitan la búsqueda: region:loreto, estado:validado.
search-sort = Ordenar por
search-sort-relevance = Pertinencia
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
matrix-title = Regiones por sector
matrix-link = Dónde hay casos y dónde faltan
matrix-lead = Cuántos casos hay de cada sector en cada región, y dónde falta conocimiento.
matrix-empty = { $count ->
    [0] Todos los cruces tienen al menos un caso.
    [one] Hay 1 cruce sin ningún caso.
   *[other] Hay { $count } cruces sin ningún caso.
}
related-cases = Casos afines
in-common = En común:
other-cases = Otros casos
newer-case = Más reciente
older-case = Más antiguo
how-to-cite = Cómo citar esta página
code-of-address = Código QR con la dirección de esta página
locale = es_PE
results-of-cases = Resultados de sus casos
adoption-over-time = Dónde se aplica, desde cuándo
feed-of-term = Recibir lo nuevo de esta lista (Atom)

kit-link = Ficha para replicarlo: se imprime y se llena
kit-title = Ficha de replicación
kit-help = Imprima esta página o llénela a mano en una reunión: qué se tiene, qué falta, quién hace cada cosa y cuándo.
kit-who = Municipalidad o gobierno regional
kit-where = Distrito, provincia y región
kit-when = Fecha y responsable
kit-conditions-of = Lo que pidió el caso
kit-condition = Condición
kit-have = La tenemos
kit-missing = Qué falta y quién lo resuelve
kit-due = Fecha
kit-done = Hecho
kit-ours = En nuestro caso
kit-notes = Notas y acuerdos

site-map = Mapa del sitio
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
