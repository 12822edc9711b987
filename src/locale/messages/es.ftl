# Mensajes de la línea de comandos, en español.
# Cada diagnóstico tiene su mensaje (qué está mal) y su ayuda (cómo se arregla).

level-error = error
level-warning = aviso
level-help = ayuda

## El archivo

not-utf8 = el archivo no está guardado como UTF-8
    .help = ábralo en su editor y elija «Guardar como…» con codificación UTF-8
too-large = el archivo pasa de { $limit } MiB, el máximo para un texto
    .help = divídalo en varias páginas o publíquelo como archivo descargable
empty-file = el archivo está vacío
    .help = escriba su contenido o bórrelo; «quipu nuevo» crea un caso con todas sus partes
unreadable = no se puede leer el archivo: { $reason }
    .help = revise que exista y que usted tenga permiso para leerlo
folder-loop = la carpeta se contiene a sí misma por medio de un enlace simbólico
    .help = borre el enlace o hágalo apuntar a otra carpeta
outside-root = el enlace simbólico lleva fuera de la carpeta «content»
    .help = copie el archivo dentro de «content»: un sitio solo publica lo que está en ella
forbidden-asset = no se publica un archivo «.{ $extension }»: podría ejecutar instrucciones en la computadora de quien lo abra
    .help = conviértalo a imagen o PDF; si el sitio es de confianza, ponga «html_libre: sí» en quipu.yaml
invalid-file-name = el nombre «{ $name }» no sirve como dirección
    .help = use letras, números y guiones
name-too-long = la dirección «{ $permalink }» pasa de { $limit } letras
    .help = acorte el nombre del archivo o de su carpeta
reserved-name = Windows reserva el nombre «{ $name }» y no dejaría copiar el archivo
    .help = cambie el nombre del archivo
undeclared-language = el nombre termina en «.{ $language }», pero el sitio no declara ese idioma
    .help = añada «{ $language }» a «idiomas» en quipu.yaml o quite el punto del nombre

## La ficha (front matter)

missing-front-matter = falta la ficha entre dos líneas «---» al comienzo del archivo
    .help = escriba primero una línea «---», luego «titulo: …» y otra línea «---»
unclosed-front-matter = la ficha comienza con «---» pero no termina
    .help = añada una línea «---» después de la última clave de la ficha
invalid-yaml = { $mistake ->
    [colon] hay dos puntos dentro de un texto sin comillas
    [tab] hay una tabulación donde debe haber espacios
    [quote] unas comillas no se cierran bien
    [bracket] un corchete o una llave no se cierra bien
    [indentation] la sangría no corresponde a las líneas de alrededor, o falta «:» después de la clave
    [reserved] el texto comienza con un signo reservado
    [alias] «*» o «&» señala un nombre que no existe
    [complex] el texto tiene demasiados niveles o repeticiones
    [documents] hay una segunda línea «---» dentro del archivo
   *[other] esto no es YAML bien escrito
}
    .help = { $mistake ->
    [colon] ponga todo el texto entre comillas: titulo: "Agua: un derecho"
    [tab] reemplace la tabulación por dos espacios
    [quote] cierre las comillas al final del texto; dentro de ellas escriba \" para una comilla
    [bracket] cierre cada «[» con «]» y cada «{ "{" }» con «{ "}" }»
    [indentation] alinee con espacios las claves de un mismo grupo y escriba «clave: valor»
    [reserved] ponga el texto entre comillas
    [alias] si quería escribir el signo, ponga el texto entre comillas
    [complex] simplifique la ficha
    [documents] deje una sola ficha por archivo
   *[other] compare con otra ficha que funcione; ante la duda, ponga los textos entre comillas
}
not-a-mapping = aquí se espera un grupo de líneas «clave: valor»
    .help = escriba cada dato como «clave: valor», por ejemplo «titulo: Mi caso»
unknown-key = no existe la clave «{ $key }»
    .help = { $near ->
    [none] revise cómo se escribe o bórrela
   *[other] ¿quiso decir «{ $nearest }»?
}
foreign-key = Quipu no usa la clave «{ $key }»
    .help = puede dejarla o borrarla; no cambia la página
duplicate-key = la clave «{ $key }» está repetida
    .help = deje una sola; tenga en cuenta que una clave puede tener nombre en español y en inglés
missing-key = falta «{ $alias }»
    .help = añada una línea «{ $alias }: …»
wrong-type = «{ $key }» debe ser { $expected ->
    [text] un texto
    [texts] un texto o una lista de textos
    [number] un número
    [year] un año de cuatro cifras
    [boolean] «sí» o «no»
    [list] una lista
    [mapping] un grupo de líneas «clave: valor»
    [localized-text] un texto, o un texto por idioma
   *[count] un número entero desde 1
}
    .help = { $expected ->
    [text] por ejemplo: { $key }: "un texto"
    [texts] por ejemplo: { $key }: [uno, otro]
    [number] por ejemplo: { $key }: 28.2
    [year] por ejemplo: { $key }: 2013
    [boolean] escriba «{ $key }: sí» o «{ $key }: no»
    [list] escriba cada elemento en su línea, con un guion delante
    [mapping] escriba debajo, con dos espacios de sangría, líneas «clave: valor»
    [localized-text] por ejemplo: { $key }: { "{" }es: "un texto", en: "a text"{ "}" }
   *[count] por ejemplo: { $key }: 1
}
invalid-date = la fecha «{ $value }» no existe
    .help = escriba año, mes y día: 2026-11-23
invalid-period = el periodo termina antes de comenzar
    .help = revise los años de inicio y de fin
unknown-type = no existe el tipo «{ $value }»
    .help = { $near ->
    [none] los tipos son caso, modelo y pagina
   *[other] ¿quiso decir «{ $nearest }»?
}
unknown-term = «{ $value }» no está en el vocabulario de «{ $alias }»
    .help = { $near ->
    [none] { $facet ->
        [management_model] escriba el nombre de un archivo de «content/modelos», o cree allí el modelo
       *[other] use un término de ese vocabulario o añádalo a él en «content/vocabulario»
    }
   *[other] ¿quiso decir «{ $nearest }»?
}
invalid-address = «{ $value }» no es una dirección válida
    .help = una dirección de la web comienza con https://; una dirección anterior es como «casos/nombre.html»

## Vocabularios y configuración

unknown-vocabulary = ninguna faceta del sitio se llama «{ $name }»
    .help = { $near ->
    [none] cambie el nombre del archivo o declare la faceta en quipu.yaml
   *[other] ¿quiso decir «{ $nearest }.yaml»?
}
invalid-slug = «{ $value }» no sirve como identificador
    .help = use minúsculas sin tilde, números y guiones, y ningún nombre que ya esté en uso
duplicate-term = «{ $value }» ya nombra otro término de «{ $facet }»
    .help = deje el nombre en uno solo de los dos
unknown-parent = no existe el término superior «{ $value }»
    .help = { $near ->
    [none] use el identificador de un término de este mismo archivo
   *[other] ¿quiso decir «{ $nearest }»?
}
invalid-language = «{ $value }» no es un código de idioma, o está repetido
    .help = use códigos de dos o tres letras: es, en, qu
invalid-base-url = «{ $value }» no es la dirección de un sitio
    .help = escriba la dirección completa, por ejemplo https://www.ejemplo.gob.pe/casos/
unknown-theme = no se encuentra el tema «{ $name }»
    .help = cree la carpeta «themes/{ $name }» o use «quipu», el tema incluido

## Entre páginas

duplicate-permalink = la dirección «{ $permalink }» ya es de { $owner ->
    [none] una página que Quipu genera
   *[other] «{ $other }»
}
    .help = cambie el nombre de uno de los dos archivos
broken-link = el enlace «{ $target }» no lleva a ninguna página ni archivo
    .help = { $near ->
    [none] escriba la ruta desde este archivo hasta el otro, por ejemplo ../modelos/modelo.md
   *[other] ¿quiso decir «{ $nearest }»?
}
broken-anchor = «{ $page }» no tiene ningún título «#{ $anchor }»
    .help = { $near ->
    [none] el enlace a un título se forma con sus palabras: «## Qué se hizo» es #que-se-hizo
   *[other] ¿quiso decir «#{ $nearest }»?
}
absolute-link = el enlace «{ $target }» comienza con una barra y no funcionaría desde una memoria USB
    .help = escriba la ruta desde este archivo, por ejemplo ../modelos/modelo.md
unsafe-link = el enlace «{ $target }» no es de un tipo seguro
    .help = use https://, mailto: o tel:, o la ruta de una página del sitio
unknown-source = se cita la fuente { $number }, pero { $count ->
    [0] no hay ninguna
    [one] solo hay una
   *[other] solo hay { $count }
}
    .help = revise el número o añada la fuente a «fuentes»

## Tema

template-syntax = la plantilla tiene un error de escritura: { $message }
    .help = corrija la plantilla; si la borra, se usa la del tema incluido
template-failed = la plantilla falló: { $message }
    .help = corrija la plantilla; si la borra, se usa la del tema incluido
missing-template = falta la plantilla «{ $name }»
    .help = créela en la carpeta «templates» del tema
invalid-strings = los textos del tema tienen un error de escritura: { $message }
    .help = cada línea es «nombre = texto»

## Avance y resultado

stage-read = Leyendo el contenido
stage-resolve = Revisando enlaces y términos
stage-render = Creando páginas
stage-index = Creando el buscador
found-problems = { $errors ->
    [0] { $warnings ->
        [one] 1 aviso.
       *[other] { $warnings } avisos.
    }
    [one] 1 error{ $warnings ->
        [0] {""}.
        [one] {" "}y 1 aviso.
       *[other] {" "}y { $warnings } avisos.
    }
   *[other] { $errors } errores{ $warnings ->
        [0] {""}.
        [one] {" "}y 1 aviso.
       *[other] {" "}y { $warnings } avisos.
    }
}
nothing-written = No se escribió nada: el sitio anterior queda como estaba.
checked = Todo en orden: { $cases ->
    [one] 1 caso
   *[other] { $cases } casos
}, { $models ->
    [one] 1 modelo
   *[other] { $models } modelos
}, { $pages } páginas.
built = Sitio listo: { $cases ->
    [one] 1 caso
   *[other] { $cases } casos
}, { $models ->
    [one] 1 modelo
   *[other] { $models } modelos
}, { $pages } páginas.
changes = { $written ->
    [0] Ningún archivo cambió
    [one] 1 archivo escrito
   *[other] { $written } archivos escritos
}, { $unchanged } sin cambios, { $removed ->
    [0] ninguno eliminado
    [one] 1 eliminado
   *[other] { $removed } eliminados
}.
open-site = Para verlo, abra { $path }

## Errores de uso y del sistema

no-site = no se encontró «quipu.yaml» en { $path } ni en las carpetas superiores
    .help = entre en la carpeta del sitio, indíquela con --root o cree uno con «quipu iniciar»
output-overlaps = la carpeta de salida { $path } se superpone con la del contenido o la del tema
    .help = elija otra carpeta con --output
output-foreign = la carpeta de salida { $path } tiene archivos que no son de Quipu
    .help = elija una carpeta vacía o nueva con --output; Quipu no borra archivos ajenos
output-busy = otra construcción está escribiendo en { $path }
    .help = espere a que termine
cannot-write = no se puede escribir en { $path }: { $reason }
    .help = revise el espacio libre y los permisos
folder-not-empty = { $path } ya tiene archivos
    .help = elija una carpeta vacía o nueva
file-exists = ya existe { $path }
    .help = elija otro título o edite ese archivo
title-without-letters = el título no tiene letras ni números
    .help = escriba un título con palabras, por ejemplo: quipu nuevo "Agua segura en Requena"
usage-unknown-argument = no existe la opción «{ $argument }»
usage-unknown-command = no existe la orden «{ $argument }»
usage-missing-command = falta indicar qué hacer
usage-missing-argument = falta { $argument }
usage-invalid-value = «{ $value }» no sirve como valor de { $argument }
usage-missing-value = a { $argument } le falta un valor
usage-repeated-argument = { $argument } está repetida o no va con otra opción
usage-other = la orden no está bien escrita
usage-valid-values = valores posibles: { $values }
usage-similar = ¿quiso decir «{ $similar }»?
usage-see-help = «quipu --help» muestra todas las órdenes
initialized = Sitio nuevo en { $path }
init-next = Siga así:
init-step-build = construye el sitio
init-step-new = crea un caso con su plantilla
created = Se creó { $path }
created-next = Ábralo, complete cada parte y revise con «quipu revisar».

## Ayuda de la línea de comandos

help-usage = Uso:
help-commands = Órdenes
help-options = Opciones
help-arguments = Datos
usage-quipu = quipu ORDEN [OPCIONES]
usage-build = quipu construir [OPCIONES]
usage-check = quipu revisar [OPCIONES]
usage-init = quipu iniciar [OPCIONES] [CARPETA]
usage-new = quipu nuevo [OPCIONES] TÍTULO
about-quipu = Quipu convierte una carpeta de casos en un sitio que funciona en la web y desde una memoria USB.
about-build = Escribe el sitio (también: build)
about-check = Revisa el contenido sin escribir nada (también: check)
about-init = Crea un sitio nuevo con tema, vocabularios y un ejemplo (también: init)
about-new = Crea un caso a partir de una plantilla (también: new)
name-build = construir
name-check = revisar
name-init = iniciar
name-new = nuevo
value-folder = CARPETA
value-language = IDIOMA
value-when = CUÁNDO
value-number = NÚMERO
value-title = TÍTULO
value-term = TÉRMINO
help-root = Carpeta del sitio; si no se indica, la más cercana hacia arriba con quipu.yaml
help-lang = Idioma de los mensajes: es o en
help-color = Colores: auto, always (siempre) o never (nunca)
help-quiet = Dice solo los problemas
help-verbose = Dice también cuánto tarda cada etapa
help-help = Muestra esta ayuda
help-version = Muestra la versión
help-output = Carpeta donde se escribe el sitio; si no se indica, «public» en la del sitio
help-threads = Cuántas tareas a la vez; si no se indica, una por procesador
help-drafts = Incluye los borradores
help-timings = Dice cuánto tarda cada etapa
help-init-folder = Carpeta del sitio nuevo; si no se indica, la actual
help-title = Título del caso
help-region = Región del caso, por nombre o UBIGEO
help-sector = Sector del caso
help-model = Modelo de gestión del caso
