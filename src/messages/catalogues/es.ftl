# Mensajes de la línea de comandos, en español.
# Cada diagnóstico tiene su mensaje (qué está mal) y su ayuda (cómo se arregla).

level-error = error
level-warning = aviso
level-advice = consejo
level-style = estilo
level-why = por qué
level-help = ayuda

## El archivo

not-utf8 = el archivo no está guardado como UTF-8
    .help = ábralo en su editor y elija «Guardar como…» con codificación UTF-8
    .name = Archivo que no está en UTF-8
    .why = en otra codificación, las tildes y la ñ saldrían como signos extraños
    .before = agua.md guardado como «ANSI» o «Windows-1252»
    .after = agua.md guardado como «UTF-8»
too-large = el archivo pasa de { $limit_mib } MB, el máximo para un texto
    .help = divídalo en varias páginas o publíquelo como archivo descargable
    .name = Texto demasiado grande
    .why = una página así no abriría en un teléfono ni con una conexión lenta
    .before = un libro entero en libro.md
    .after = capitulo-1.md, capitulo-2.md, o libro.pdf como descarga
empty-file = el archivo está vacío
    .help = escriba su contenido o bórrelo; «quipu nuevo» crea un caso con todas sus partes
    .name = Archivo vacío
    .why = una página sin título no puede aparecer en ninguna lista
    .before = un archivo nuevo, guardado sin escribir nada
    .after =
        ---
        titulo: Agua segura en Lamas
        ---
unreadable = no se puede leer el archivo: { system-reason }
    .help = revise que exista y que usted tenga permiso para leerlo
    .name = Archivo que no se puede leer
    .why = lo que no se puede leer no se puede publicar
    .before = un archivo abierto por otra persona, o sin permiso de lectura
    .after = el mismo archivo, cerrado y con permiso de lectura
folder-loop = la carpeta se contiene a sí misma por medio de un enlace simbólico
    .help = borre el enlace o hágalo apuntar a otra carpeta
    .name = Carpeta que se contiene a sí misma
    .why = recorrerla no terminaría nunca
    .before = content/casos/todo → content
    .after = content/casos sin el enlace «todo»
outside-root = el enlace simbólico lleva fuera de su carpeta
    .help = copie el archivo dentro: un sitio solo publica lo que está en «content» y en la carpeta de su tema
    .name = Enlace simbólico hacia fuera del contenido
    .why = podría publicar un archivo privado sin que nadie lo note
    .before = content/fotos → una carpeta fuera del sitio
    .after = content/fotos con las fotos copiadas dentro
forbidden-asset = no se publica un archivo «.{ $extension }»: podría ejecutar instrucciones en la computadora de quien lo abra
    .help = conviértalo a imagen o PDF
    .name = Archivo que podría ejecutar instrucciones
    .why = en una memoria USB, un archivo así actúa con los permisos de quien lo abre
    .before = [Cálculo](calculo.xlsm)
    .after = [Cálculo](calculo.xlsx)
unused-files = { $count ->
        [one] ninguna página usa este archivo, y no se publica: { $first }
       *[other] ninguna página usa { $count } archivos, y no se publican: { $first }{ $others ->
            [0] {""}
           *[other] {" "}y { $others } más
        }
    }
    .help = { $count ->
        [one] enlácelo desde una página, bórrelo, o nombre su carpeta en «carpetas_publicas» de quipu.yaml
       *[other] enlácelos desde una página, bórrelos, o nombre su carpeta en «carpetas_publicas» de quipu.yaml
    }
    .name = Archivos que ninguna página usa
    .why = lo que nadie enlaza suele estar allí por descuido, y no todo debe ser público
    .before = content/casos/planilla.xlsx, sin enlace
    .after = [Presupuesto](presupuesto.xlsx) en el caso
misnamed-document = este archivo no se lee como caso ni como página por su nombre, y no se publica
    .help = cámbiele el nombre a «{ $intended }»; Windows puede esconder la última parte del nombre: actívela en Vista → Extensiones de nombre de archivo
    .name = Página con otro nombre
    .why = Quipu lee los textos de los archivos que terminan en «.md»
    .before = content/casos/agua.md.txt
    .after = content/casos/agua.md
explanation = «{ $name }» no tiene ficha: se toma por una nota para quienes trabajan en la carpeta, y no se publica
    .help = si es una página, agréguele al comienzo una ficha con su título; si no, póngalo fuera de «content» o en «ignorar» de quipu.yaml
    .name = Nota para quienes trabajan en la carpeta
    .why = una nota de trabajo no es parte del sitio
    .before = content/README.md
    .after = README.md, junto a quipu.yaml
secret-file = este archivo no se publica: { $secret ->
        [key] tiene una clave privada
        [password] tiene contraseñas o claves de un servicio
        [database] es una base de datos o una copia de ella
       *[name] su nombre es de los que guardan claves y contraseñas
    }
    .help = { $secret ->
        [database] sáquelo de la carpeta y enlace solo los datos que pueden ser públicos
       *[other] sáquelo de la carpeta y quite el enlace; si alguien más ya lo vio, cambie la clave
    }
    .name = Archivo secreto
    .why = lo que se publica una vez ya no se puede recoger
    .before = [Datos](padron.sql)
    .after = [Datos](resumen-del-padron.csv)
unlisted-type = no se publican archivos «.{ $extension }»
    .help = { $extension ->
        [heic] ábrala y guárdela como JPG
        [heif] ábrala y guárdela como JPG
        [avif] ábrala y guárdela como JPG
        [tif] guárdela como JPG o, si es un documento escaneado, como PDF
        [tiff] guárdela como JPG o, si es un documento escaneado, como PDF
       *[other] conviértalo, por ejemplo a PDF; o agregue «{ $extension }» a «tipos_de_archivo» en quipu.yaml
    }
    .name = Tipo de archivo que no se publica
    .why = un tipo poco usado no abre en todas las computadoras, y algunos pueden hacer daño
    .before = [Plano](plano.dwg)
    .after = [Plano](plano.pdf)
active-drawing = este dibujo tiene algo que se ejecuta o que carga otro archivo: { $part }
    .help = guárdelo como «SVG simple» o expórtelo como PNG
    .name = Dibujo que ejecuta o carga algo
    .why = un dibujo abierto desde una memoria USB podría actuar con los permisos de quien lo abre
    .before = mapa.svg con <script>
    .after = mapa.svg sin <script>, o mapa.png
invalid-pattern = «{ $value }» no es un patrón de nombres
    .help = escriba un nombre, o parte de uno con «*», por ejemplo *.borrador
    .name = Patrón de nombres mal escrito
    .why = con él se decide qué archivos no se toman en cuenta
    .before = ignorar: ["[borrador"]
    .after = ignorar: ["*.borrador"]
unknown-folder = «content» no tiene archivos en la carpeta «{ $value }»
    .help = { $has_nearest ->
        [false] revise el nombre, o quítela de quipu.yaml
       *[true] ¿quiso escribir «{ $nearest }»?
    }
    .name = Carpeta que no existe
    .why = los archivos que debían publicarse no se publicarían
    .before = carpetas_publicas: [decargas]
    .after = carpetas_publicas: [descargas]
file-for-root = «{ $name }» no se publica desde «content»: los servidores lo buscan en la raíz del sitio
    .help = póngalo en la carpeta «raiz», junto a «content»: lo que hay en ella se publica tal como está
    .name = Archivo para la raíz del sitio
    .why = en otra carpeta, o con otro nombre, no surte efecto
    .before = content/CNAME
    .after = raiz/CNAME
uncleanable-file = { $has_within ->
        [true] no se puede quitar a «{ $within }», dentro de este archivo, lo que delata el lugar o el aparato:
       *[false] no se puede quitar a este archivo lo que delata el lugar o el aparato:
    } { $fault ->
        [broken] está dañado o incompleto
        [encrypted] tiene contraseña
        [signed] tiene una firma digital, que dejaría de valer
        [large] es demasiado grande para revisarlo
        [deep] hay archivos dentro de archivos, demasiadas veces
        [picture] es una imagen en un formato que no se puede revisar, como HEIC, TIFF o el de una cámara
        [video] es un video con una pista de posiciones o de mediciones
        [archive] es un archivo comprimido que no se puede revisar
        [office] contiene una foto con esos datos
       *[unknown] los contiene en un formato que no se puede cambiar
    }
    .help = { $fault ->
        [broken] ábralo en su programa, compruebe que está completo y guárdelo de nuevo
        [encrypted] guárdelo de nuevo sin contraseña
        [signed] publique la copia sin firma, o prepare el documento con fotos sin esos datos y fírmelo de nuevo
        [large] redúzcalo o divídalo; también puede publicarlo en otro sitio y enlazarlo
        [deep] saque los archivos de los paquetes y enlácelos uno por uno
        [picture] ábrala y expórtela como JPEG o PNG
        [video] expórtelo de nuevo en un programa de video, como MP4 y solo con imagen y sonido
        [archive] comprima los archivos de nuevo como ZIP, o enlácelos uno por uno
        [office] guárdelo como .docx, .xlsx o .pptx, o expórtelo como PDF
       *[unknown] expórtelo en otro formato, como PDF, JPEG, MP4 o MP3
    }
    .name = Archivo con datos del lugar o del aparato
    .why = los teléfonos y las cámaras escriben en los archivos dónde se hicieron y con qué aparato; publicarlo puede poner en riesgo a una persona
    .before = [El acta](acta.pdf), un PDF con contraseña
    .after = [El acta](acta.pdf), guardado sin contraseña
truncated-picture = a la imagen le falta el final: está cortada
    .help = cópiela de nuevo desde donde esté completa, o expórtela otra vez como JPEG o PNG
    .name = Imagen cortada
    .why = el lector vería una parte en gris o en negro
    .before = foto.jpg, de una copia que se interrumpió
    .after = foto.jpg, copiada de nuevo
lost-motion = la imagen tiene movimiento, pero se publica quieta
    .help = guárdela como GIF para conservar el movimiento, o como JPEG o PNG si no hace falta
    .name = Imagen que pierde su movimiento
    .why = las imágenes se preparan en varios tamaños, y solo los GIF conservan su movimiento
    .before = ![El flujo del agua](flujo.webp)
    .after = ![El flujo del agua](flujo.gif)
unsafe-page = en la página «{ $page }», { $fault ->
        [host] «{ $address }» es de otro sitio
        [outside] «{ $address }» sale de la carpeta del sitio
        [scheme] «{ $address }» no es un enlace permitido
        [missing] «{ $address }» no lleva a ninguna página ni archivo
        [anchor] «{ $address }» lleva a un lugar que no existe
       *[active] { $address } se ejecutaría al abrirla
    }
    .help = { $fault ->
        [host] copie el archivo en el sitio; a una página de otro sitio se enlaza con https://
        [outside] use archivos que estén dentro de «content»
        [scheme] use https:, mailto: o tel:
        [missing] corrija la dirección, o quítela
        [anchor] corrija lo que sigue a «#», o quítelo
       *[active] quite esa marca; si viene del tema, ponga el script en un archivo de «static»
    }
    .name = Página terminada que carga o enlaza lo que no debe
    .why = el sitio funciona sin conexión y nadie puede meter en él algo que se ejecute o que avise a otro sitio
    .before = <img src="//otro.pe/foto.png">
    .after = ![La planta](foto.png)
invalid-file-name = el nombre «{ $name }» no sirve como dirección
    .help = use letras, números y guiones
    .name = Nombre que no sirve como dirección
    .why = la dirección de la página sale del nombre del archivo
    .before = content/casos/¿¿.md
    .after = content/casos/agua-segura.md
name-too-long = la dirección «{ $permalink }» pasa de { $limit } caracteres
    .help = acorte el nombre del archivo o de su carpeta
    .name = Dirección demasiado larga
    .why = Windows y las memorias USB no copian rutas muy largas
    .before = content/casos/informe-final-de-la-experiencia-de-… .md
    .after = content/casos/informe-final.md
reserved-folder = la carpeta «{ $folder }» es para { $folder_use ->
        [language] las páginas en otro idioma
       *[program] lo que Quipu genera
    }, y nada más se publica en ella
    .help = { $folder_use ->
        [language] ponga la traducción junto al original, como caso.en.md, o dé otro nombre a la carpeta
       *[program] use otro nombre
    }
    .name = Carpeta que usa Quipu
    .why = lo que se pusiera en ella taparía páginas de Quipu, o dejaría de verse con una versión nueva
    .before = content/datos/informe.md
    .after = content/informes/informe.md
reserved-name = Windows reserva el nombre «{ $name }» y no dejaría copiar el archivo
    .help = use otro nombre
    .name = Nombre que Windows reserva
    .why = la copia del sitio fallaría en Windows
    .before = content/casos/con.md
    .after = content/casos/conservacion.md
undeclared-language = el nombre termina en «.{ $language }», pero el sitio no declara ese idioma
    .help = añada «{ $language }» a «idiomas» en quipu.yaml o quite el punto del nombre
    .name = Idioma que el sitio no declara
    .why = sin declararlo, la traducción saldría como otro caso
    .before = agua.qu.md, con «idiomas: [es, en]» en quipu.yaml
    .after = agua.qu.md, con «idiomas: [es, en, qu]» en quipu.yaml

## La ficha (front matter)

missing-front-matter = falta la ficha entre dos líneas «---» al comienzo del archivo
    .help = escriba primero una línea «---», luego «titulo: …» y otra línea «---»
    .name = Falta la ficha
    .why = de la ficha salen el título y todo lo que permite encontrar la página
    .before =
        # Agua segura
    .after =
        ---
        titulo: Agua segura
        ---
unclosed-front-matter = la ficha comienza con «---» pero no termina
    .help = añada una línea «---» después de la última clave de la ficha
    .name = La ficha no termina
    .why = sin la segunda línea «---» no se sabe dónde comienza el texto
    .before =
        ---
        titulo: Agua segura

        El texto
    .after =
        ---
        titulo: Agua segura
        ---

        El texto
invalid-yaml = { $mistake ->
    [colon] hay dos puntos dentro de un texto sin comillas
    [tab] hay una tabulación donde debe haber espacios
    [quote] unas comillas no se cierran bien
    [bracket] un corchete o una llave no se cierra bien
    [indentation] la sangría no corresponde a las líneas de alrededor, o falta «:» después de la clave
    [reserved] el texto comienza con un signo reservado
    [alias] «*» o «&» señala un nombre que no existe
    [complex] el texto tiene demasiados niveles o repeticiones
    [documents] hay una línea «---» de más
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
    [complex] simplifique los datos
    [documents] borre la línea «---» que sobra
   *[other] compare con otro archivo que funcione; ante la duda, ponga los textos entre comillas
}
    .name = Datos mal escritos
    .why = un signo fuera de lugar puede cambiar el sentido de todo lo que sigue
    .before = titulo: Agua: un derecho
    .after = titulo: "Agua: un derecho"
not-a-mapping = aquí se espera un grupo de líneas «clave: valor»
    .help = escriba cada dato como «clave: valor», por ejemplo «titulo: Mi caso»
    .name = Se esperaban líneas «clave: valor»
    .why = cada dato se reconoce por su clave
    .before = periodo: de 2019 a 2022
    .after =
        periodo:
          inicio: 2019
          fin: 2022
unknown-key = no existe la clave «{ $key }»
    .help = { $has_nearest ->
    [false] revise cómo se escribe o bórrela
   *[true] ¿quiso decir «{ $nearest }»?
}
    .name = Clave que no existe
    .why = lo escrito bajo una clave desconocida no llegaría a la página
    .before = resumne: Qué se hizo
    .after = resumen: Qué se hizo
foreign-key = Quipu no usa la clave «{ $key }»
    .help = puede dejarla o borrarla; no cambia la página
    .name = Clave que Quipu no usa
    .why = viene quizá de otro programa; nadie la vería
    .before = layout: post
    .after = (sin esa línea)
duplicate-key = la clave «{ $key }» está repetida
    .help = deje una sola; tenga en cuenta que una clave puede tener nombre en español y en inglés
    .name = Clave repetida
    .why = solo uno de los dos valores podría llegar a la página
    .before =
        sector: salud
        sector: ambiente
    .after =
        sector:
          - salud
          - ambiente
missing-key = falta «{ $alias }»
    .help = { $has_written ->
        [false] añada una línea «{ $alias }: …»
       *[true] escriba su valor después de «{ $written }:»
    }
    .name = Falta un dato obligatorio
    .why = { $key ->
        [title] el título es lo que se lee en listas y enlaces
        [region] sin él nadie encontraría el caso al buscar por lugar, sector o modelo
        [sector] sin él nadie encontraría el caso al buscar por lugar, sector o modelo
        [management_model] sin él nadie encontraría el caso al buscar por lugar, sector o modelo
       *[other] los demás datos dependen de este
    }
    .before = titulo: Agua segura
    .after =
        titulo: Agua segura
        region: Loreto
        sector: salud
        modelo_de_gestion: salud-comunitaria
wrong-type = «{ $key }» debe ser { $expected ->
    [text] un texto
    [texts] un texto o una lista de textos
    [number] un número
    [amount] un número, 0 o mayor
    [year] un año de cuatro cifras
    [boolean] «sí» o «no»
    [list] una lista
    [color] un color como «#17553f»
    [mapping] un grupo de líneas «clave: valor»
    [localized-text] un texto, o un texto por idioma
   *[count] un número entero, 1 o mayor
}
    .help = { $expected ->
    [text] por ejemplo: { $key }: "un texto"
    [texts] por ejemplo: { $key }: [uno, otro]
    [number] por ejemplo: { $key }: 28.2
    [amount] por ejemplo: { $key }: 100000
    [year] por ejemplo: { $key }: 2013
    [boolean] escriba «{ $key }: sí» o «{ $key }: no»
    [list] escriba cada elemento en su línea, con un guion delante
    [color] entre comillas, por ejemplo: { $key }: "#17553f"
    [mapping] escriba debajo, con dos espacios de sangría, líneas «clave: valor»
    [localized-text] por ejemplo: { $key }: { "{" }es: "un texto", en: "a text"{ "}" }
   *[count] por ejemplo: { $key }: 1
}
    .name = Valor de otro tipo
    .why = escrito de otra forma no se puede mostrar, ordenar ni comparar
    .before = monto: cien mil
    .after = monto: 100000
invalid-date = «{ $value }» no es una fecha que exista
    .help = escriba año, mes y día: 2026-11-23
    .name = Fecha que no existe
    .why = las listas se ordenan por fecha
    .before = fecha: 2026-02-31
    .after = fecha: 2026-02-28
invalid-period = el periodo termina antes de comenzar
    .help = revise los años de inicio y de fin
    .name = Periodo al revés
    .why = el caso aparecería en un año que no es el suyo
    .before =
        periodo:
          inicio: 2022
          fin: 2019
    .after =
        periodo:
          inicio: 2019
          fin: 2022
ambiguous-number = «{ $value }» puede leerse como { $large } o como { $small }
    .help = escriba { $large } o { $small }: sin separar los miles y con punto para los decimales
    .name = Número que puede leerse de dos maneras
    .why = la página podría decir mil veces más o mil veces menos
    .before = monto: 100,000
    .after = monto: 100000
comma-in-braces = la coma separó «{ $text }» de lo que va antes
    .help = ponga todo el texto entre comillas; en un número, escriba los decimales con punto
    .name = Coma dentro de llaves
    .why = dentro de llaves la coma separa un dato de otro, y lo que sigue se perdería
    .before = {"fuentes: [{titulo: Agua, salud y vida}]"}
    .after = {"fuentes: [{titulo: \"Agua, salud y vida\"}]"}
invalid-currency = «{ $value }» no es el código de una moneda
    .help = { $has_nearest ->
        [false] use un código de tres letras: PEN para soles, USD para dólares
       *[true] escriba «{ $nearest }»
    }
    .name = Moneda que no existe
    .why = con un código, cualquier gobierno sabe en qué moneda se gastó
    .before = moneda: soles
    .after = moneda: PEN
reversed-measures = la línea final es de un año anterior a la línea de base
    .help = revise los dos años
    .name = Resultado al revés
    .why = el cambio se calcularía al revés, y una mejora parecería un retroceso
    .before =
        linea_de_base: {"{valor: 28.2, anio: 2022}"}
        linea_final: {"{valor: 16.5, anio: 2019}"}
    .after =
        linea_de_base: {"{valor: 28.2, anio: 2019}"}
        linea_final: {"{valor: 16.5, anio: 2022}"}
unknown-type = no existe el tipo «{ $value }»
    .help = { $has_nearest ->
    [false] los tipos son caso, modelo y pagina
   *[true] ¿quiso decir «{ $nearest }»?
}
    .name = Tipo de página que no existe
    .why = del tipo depende qué datos lleva la página
    .before = tipo: casos
    .after = tipo: caso
unknown-term = «{ $value }» no está en el vocabulario de «{ $alias }»
    .help = { $has_nearest ->
    [false] { $facet ->
        [management_model] escriba el nombre de un archivo de «content/modelos», o cree allí el modelo
       *[other] use un término de ese vocabulario o añádalo a él en «content/vocabulario»
    }
   *[true] ¿quiso decir «{ $nearest }»?
}
    .name = Término que no está en el vocabulario
    .why = con un término mal escrito, el caso no saldría junto a los de su región o sector
    .before = region: Loretoo
    .after = region: Loreto
unknown-place = { $is_district ->
    [true] no hay un distrito «{ $value }»
   *[false] no hay una provincia «{ $value }»
} en { $within }
    .help = { $has_elsewhere ->
        [true] { $is_district ->
            [true] hay uno en la provincia de { $elsewhere }: revise la región y la provincia
           *[false] esa provincia es de otra región: revise la región
        }
       *[false] { $has_nearest ->
            [false] escriba el nombre oficial o su UBIGEO
           *[true] ¿quiso decir «{ $nearest }»?
        }
    }
    .name = Provincia o distrito que no es de la región
    .why = quien busca casos de un lugar como el suyo no lo encontraría
    .before =
        region: loreto
        provincia: Lamas
    .after =
        region: san-martin
        provincia: Lamas
ambiguous-place = hay varios distritos «{ $value }» en la región
    .help = añada la provincia ({ $provinces }) o escriba el UBIGEO del distrito
    .name = Distrito cuyo nombre se repite
    .why = no se sabría de cuál de ellos se habla
    .before =
        region: loreto
        distrito: Putumayo
    .after =
        region: loreto
        provincia: Putumayo
        distrito: Putumayo
invalid-address = «{ $value }» no es una dirección válida
    .help = { $has_nearest ->
        [false] { $form ->
            [web] copie la dirección completa desde el navegador; comienza con https://
            [mail] escriba un solo correo, por ejemplo oficina@ejemplo.gob.pe
            [phone] escriba solo números después de «tel:», por ejemplo tel:+5142000000
           *[former] escriba la dirección que tuvo la página en el sitio, por ejemplo casos/nombre.html
        }
       *[true] ¿quiso escribir «{ $nearest }»?
    }
    .name = Dirección que no es válida
    .why = quien la siga no llegaría a ninguna parte
    .before = url: www.gob.pe/informe
    .after = url: https://www.gob.pe/informe

## Vocabularios y configuración

unknown-vocabulary = ninguna clasificación del sitio se llama «{ $name }»
    .help = { $has_nearest ->
    [false] cambie el nombre del archivo o declare la clasificación en «facetas», en quipu.yaml
   *[true] ¿quiso decir «{ $nearest }.yaml»?
}
    .name = Vocabulario de una clasificación que no existe
    .why = sus términos no servirían para nada
    .before = content/vocabulario/sectores.yaml
    .after = content/vocabulario/sector.yaml
invalid-slug = «{ $value }» no sirve como identificador
    .help = use minúsculas sin tilde, números y guiones, y ningún nombre que ya esté en uso
    .name = Identificador que no sirve
    .why = del identificador sale la dirección de la página del término
    .before = slug: Gestión del riesgo
    .after = slug: gestion-del-riesgo
duplicate-term = «{ $value }» ya es el nombre de otro término de «{ $alias }»
    .help = deje el nombre en uno solo de los dos
    .name = Término repetido
    .why = no se sabría de cuál de los dos se habla
    .before =
        - slug: salud
        - slug: salud-publica
          alias: salud
    .after =
        - slug: salud
        - slug: salud-publica
          alias: salubridad
unknown-parent = no existe el término superior «{ $value }»
    .help = { $has_nearest ->
    [false] use el identificador de un término de este mismo archivo
   *[true] ¿quiso decir «{ $nearest }»?
}
    .name = Término superior que no existe
    .why = el término quedaría fuera de su grupo
    .before =
        - slug: nutricion
          superior: salu
    .after =
        - slug: nutricion
          superior: salud
own-parent = «{ $value }» termina siendo superior de sí mismo
    .help = quite «superior» de uno de los términos que se señalan entre sí
    .name = Término superior de sí mismo
    .why = el grupo no tendría comienzo
    .before =
        - slug: salud
          superior: salud
    .after = - slug: salud
invalid-synonym = { $fault ->
    [group] esto no es un grupo de sinónimos
    [text] un sinónimo debe ser un texto
   *[letters] este sinónimo no tiene letras ni números
}
    .help = { $fault ->
        [group] { $has_nearest ->
            [false] escriba las palabras entre corchetes: - [DCI, desnutrición crónica infantil]
           *[true] póngalo entre corchetes: - { $nearest }
        }
        [text] si lleva dos puntos, una coma o un corchete, póngalo entre comillas
       *[letters] escriba la palabra que falta o borre la coma que sobra
    }
    .name = Sinónimo mal escrito
    .why = la búsqueda no sabría qué palabras significan lo mismo
    .before = - DCI, desnutrición crónica infantil
    .after = - [DCI, desnutrición crónica infantil]
lone-synonym = { $has_word ->
    [false] este grupo no tiene palabras
   *[true] este grupo solo tiene «{ $word }»
}
    .help = escriba al menos dos palabras que signifiquen lo mismo, o borre el grupo
    .name = Grupo de menos de dos sinónimos
    .why = una palabra sola no ayuda a encontrar nada más
    .before = - [DCI]
    .after = - [DCI, desnutrición crónica infantil]
repeated-synonym = «{ $value }» { $owner ->
    [group] está dos veces en este grupo
    [line] ya está en el grupo de la línea { $place }
   *[file] ya está en un grupo de { $place }
}
    .help = { $owner ->
        [group] deje la palabra una sola vez; no importan las tildes ni las mayúsculas
       *[other] si todo significa lo mismo, junte los dos grupos en uno; si no, deje la palabra en uno solo
    }
    .name = Sinónimo repetido
    .why = { $owner ->
        [group] la segunda vez no añade nada
       *[other] la búsqueda tomaría los dos grupos por uno solo
    }
    .before =
        - [malaria, paludismo]
        - [Malaria, fiebre palúdica]
    .after = - [malaria, paludismo, fiebre palúdica]
long-synonym = el sinónimo pasa de { $words } palabras o de { $characters } caracteres
    .help = deje solo la palabra o el nombre que alguien escribiría al buscar
    .name = Sinónimo demasiado largo
    .why = nadie busca con una oración entera
    .before = - [DCI, retraso en el crecimiento que sufren los niños menores de cinco años por la mala alimentación]
    .after = - [DCI, desnutrición crónica infantil, retraso en el crecimiento]
too-many-synonyms = el grupo pasa de { $limit } sinónimos
    .help = divídalo en grupos más pequeños: cada uno con lo que significa exactamente lo mismo
    .name = Grupo con demasiados sinónimos
    .why = quien busca una de esas palabras recibiría páginas sobre asuntos distintos
    .before = - [salud, hospital, posta, vacuna, anemia, …]
    .after =
        - [hospital, nosocomio]
        - [puesto de salud, posta de salud]
invalid-language = «{ $value }» no es un código de idioma, o está repetido
    .help = use códigos de dos o tres letras: es, en, qu
    .name = Código de idioma que no sirve
    .why = el idioma dice al navegador cómo leer y partir las palabras
    .before = idiomas: [español, inglés]
    .after = idiomas: [es, en]
invalid-base-url = «{ $value }» no es la dirección de un sitio
    .help = escriba la dirección completa, por ejemplo https://www.ejemplo.gob.pe/casos/
    .name = Dirección del sitio que no sirve
    .why = los buscadores de internet la necesitan completa
    .before = direccion_web: ejemplo.gob.pe
    .after = direccion_web: https://ejemplo.gob.pe/
unknown-theme = no se encuentra el tema «{ $name }»
    .help = cree la carpeta «themes/{ $name }» o use «quipu», el tema incluido
    .name = Tema que no se encuentra
    .why = sin tema no hay páginas
    .before = tema: quipo
    .after = tema: quipu
theme-circle = el tema «{ $name }» termina basándose en sí mismo
    .help = quite «base» de uno de los temas que se señalan entre sí
    .name = Tema que se basa en sí mismo
    .why = no se sabría por qué tema comenzar
    .before =
        # themes/mio/theme.yaml
        base: mio
    .after =
        # themes/mio/theme.yaml
        base: quipu
invalid-logo = el logotipo { $fault ->
        [missing] no existe
        [outside] está fuera de la carpeta del sitio
        [long] tiene una ruta más larga de lo que el sistema permite
        [form] no es una imagen que los navegadores muestren
       *[large] pesa más de 1 MB o no se puede leer
    }
    .help = { $fault ->
        [missing] escriba su ruta desde «quipu.yaml», por ejemplo content/imagenes/escudo.png; la de un tema, desde su carpeta «static»
        [outside] cópielo dentro de la carpeta del sitio
        [long] dele un nombre más corto, también a sus carpetas
        [form] guárdelo como SVG, PNG, WebP o JPG
       *[large] guárdelo más pequeño: bastan 200 píxeles de alto
    }
    .name = Logotipo que no sirve
    .why = todas las páginas lo muestran
    .before = logotipo: escudo.bmp
    .after = logotipo: content/imagenes/escudo.png
low-contrast = { $text ->
        [ink] el texto
        [quiet] el texto secundario
        [brand] el color de la marca
        [accent] el acento
       *[other] el texto sobre la marca
    } se lee mal sobre { $ground ->
        [raised] el fondo de las fichas
        [wash] el fondo suave
        [mark] el resaltado
        [brand] la marca
       *[other] el fondo
    }{ $is_dark ->
        [true] {" "}en pantallas oscuras
       *[false] {""}
    }: su contraste es { $whole },{ $tenth } y debe ser 4,5 o más
    .help = use { $nearest }, el color más cercano que se lee bien, u otro fondo
    .name = Color que se lee mal
    .why = quien ve poco o lee al sol no distinguiría las letras
    .before =
        colores:
          marca: "#7fb3a0"
    .after =
        colores:
          marca: "#17553f"
out-of-range = el valor { $value } de «{ $key }» está fuera del rango permitido, de { $least } a { $most }; se usa { $used }
    .help = escriba un número de { $least } a { $most }
    .name = Número fuera del rango permitido
    .why = fuera de ese rango, las listas y las fotos pesarían demasiado, o las fotos no se distinguirían
    .before = casos_por_pagina: 5000
    .after = casos_por_pagina: 20
missing-strings = el tema no tiene textos en el idioma «{ $language }»
    .help = copie «es.ftl» de la carpeta «i18n» del tema como «{ $file }» y traduzca cada texto, o quite «{ $language }» de «idiomas»
    .name = Idioma sin textos
    .why = el menú, los botones y los avisos saldrían en español, pero marcados como escritos en el otro idioma: un lector de pantalla los pronunciaría mal
    .before =
        idiomas: [es, pt]
    .after =
        # después de traducir themes/quipu/i18n/pt.ftl
        idiomas: [es, pt]
incomplete-strings = { $count ->
        [one] falta un texto
       *[other] faltan { $count } textos
    } del tema en el idioma «{ $language }»: { $first }{ $others ->
        [0] {""}
       *[other] {" "}y { $others } más
    }
    .help = { $count ->
        [one] tradúzcalo
       *[other] tradúzcalos
    } en «{ $file }»; mientras tanto, se { $count ->
        [one] muestra
       *[other] muestran
    } en español
    .name = Textos sin traducir
    .why = las páginas de ese idioma mezclan textos en español
    .before =
        # themes/quipu/i18n/pt.ftl
        search = Buscar
    .after =
        # themes/quipu/i18n/pt.ftl
        search = Buscar
        home = Início

## Entre páginas

duplicate-permalink = la dirección «{ $permalink }» ya es de { $owner ->
    [file] «{ $other }»
    [home] la portada
    [cases] la lista de todos los casos
    [list] una lista de casos que Quipu genera
    [data] los datos abiertos
    [search] el índice de búsqueda
   *[page] una página que Quipu genera
}
    .help = { $owner ->
        [file] cambie el nombre de uno de los dos
       *[other] cambie este nombre
    }
    .name = Dos páginas con la misma dirección
    .why = una borraría a la otra; Windows no distingue mayúsculas
    .before = casos/Agua.md y casos/agua.md
    .after = casos/agua.md y casos/agua-lamas.md
broken-link = el enlace «{ $target }» no lleva a ninguna página ni archivo
    .help = { $has_nearest ->
    [false] { $to ->
        [file] copie el archivo dentro de «content» y escriba su ruta desde este archivo
       *[other] escriba la ruta desde este archivo hasta el otro, por ejemplo ../modelos/modelo.md
    }
   *[true] ¿quiso decir «{ $nearest }»?
}
    .name = Enlace roto
    .why = quien lo siga, quizá sin conexión, no tendría a quién preguntar
    .before = Vea el [modelo](autoridat.md)
    .after = Vea el [modelo](../modelos/autoridad.md)
broken-anchor = «{ $page }» no tiene ningún título «#{ $anchor }»
    .help = { $has_nearest ->
    [false] el enlace a un título se forma con sus palabras: «## Qué se hizo» es #que-se-hizo
   *[true] ¿quiso decir «#{ $nearest }»?
}
    .name = Título que no existe en la otra página
    .why = el enlace abriría la página en otro lugar
    .before = Vea los [resultados](ara.md#resutados)
    .after = Vea los [resultados](ara.md#resultados)
absolute-link = el enlace «{ $target }» comienza con una barra y no funcionaría desde una memoria USB
    .help = escriba la ruta desde este archivo, por ejemplo ../modelos/modelo.md
    .name = Enlace que comienza con una barra
    .why = desde una memoria USB, «/» es la raíz del disco y no la del sitio
    .before = Vea el [caso](/casos/ara.html)
    .after = Vea el [caso](ara.md)
unsafe-link = el enlace «{ $target }» no es de un tipo seguro
    .help = { $has_nearest ->
        [false] use https://, mailto: o tel:, o la ruta de una página del sitio
       *[true] ¿quiso escribir «{ $nearest }»?
    }
    .name = Enlace de un tipo que no es seguro
    .why = podría ejecutar instrucciones en la computadora de quien lo pulse
    .before = Vea la [ficha](javascript:abrir())
    .after = Vea la [ficha](ficha.pdf)
unknown-source = se cita la fuente { $number }, pero { $count ->
    [0] no hay ninguna
    [one] solo hay una
   *[other] solo hay { $count }
}
    .help = revise el número o añada la fuente a «fuentes»
    .name = Fuente citada que no está en la lista
    .why = una cifra sin fuente no convence a otro gobierno
    .before = Bajó a 16,5 % [3], con dos fuentes en la ficha
    .after = Bajó a 16,5 % [2]
missing-alt = la imagen no tiene descripción
    .help = escriba qué se ve: en el texto, entre los corchetes: ![Tres promotores con un microscopio](foto.jpg); en la portada, después de «alt:»
    .name = Imagen sin descripción
    .why = quien no ve la imagen, o no puede cargarla, se queda sin lo que dice
    .before = ![](foto.jpg)
    .after = ![Tres promotores con un microscopio](foto.jpg)

## El texto

undefined-note = ninguna nota se llama «{ $label }»
    .help = añada abajo una línea «[^{ $label }]: …» con la nota; si no es una nota, escriba \[ en lugar de [
    .name = Nota que falta
    .why = el lector vería los corchetes en lugar de la nota
    .before = Hay más en la nota[^muestra].
    .after =
        Hay más en la nota[^muestra].

        {"[^muestra]: La muestra fue de 200 viviendas."}
uncited-note = nadie cita la nota «{ $label }», y lo que dice no llegaría a la página
    .help = escriba «[^{ $label }]» donde va la llamada, o borre la nota
    .name = Nota que nadie cita
    .why = una nota se ve solo si el texto la llama
    .before =
        Hay más en la nota.

        {"[^muestra]: La muestra fue de 200 viviendas."}
    .after =
        Hay más en la nota[^muestra].

        {"[^muestra]: La muestra fue de 200 viviendas."}
repeated-note = ya hay una nota llamada «{ $label }», y lo que dice esta no llegaría a la página
    .help = póngale otro nombre, y cítela con él
    .name = Nota repetida
    .why = no se sabría a cuál de las dos lleva la llamada
    .before =
        {"[^1]: La muestra fue de 200 viviendas."}

        {"[^1]: Según el censo."}
    .after =
        {"[^1]: La muestra fue de 200 viviendas."}

        {"[^2]: Según el censo."}
unspaced-heading = falta un espacio entre «#» y «{ $words }»
    .help = escriba «## { $words }», con un espacio, para que sea un título
    .name = Título sin espacio
    .why = sin el espacio es texto común, y el lector vería los signos
    .before = ##Resultados
    .after = ## Resultados
top-heading = el texto tiene un segundo título de página
    .help = empiece las secciones con «##»; el título de la página ya está en la ficha
    .name = Segundo título de página
    .why = quien navega con un lector de pantalla espera un solo título en cada página
    .before = # Resultados
    .after = ## Resultados
unknown-alert = «{ $name }» no es un tipo de aviso
    .help = { $has_nearest ->
    [false] escriba NOTA, CONSEJO, IMPORTANTE, ADVERTENCIA o PRECAUCIÓN entre «[!» y «]»
   *[other] ¿quiso decir «[!{ $nearest }]»?
}
    .name = Aviso de un tipo que no existe
    .why = sin un tipo conocido queda como una cita, y el lector vería la marca
    .before =
        {"> [!AVERTENCIA]"}
        {"> El pozo no tiene tapa."}
    .after =
        {"> [!ADVERTENCIA]"}
        {"> El pozo no tiene tapa."}

deep-nesting = aquí hay más de { $limit } niveles de citas, listas o énfasis
    .help = simplifique el texto; revise si sobran signos «>», «-» o «*»
    .name = Demasiados niveles
    .why = ningún navegador ni lector sigue un texto con tantos niveles
    .before = una línea con mil signos «>»
    .after = {"> Lo que dijo alguien"}
too-many-headings = la página tiene más de { $limit } títulos
    .help = divídala en varias; revise si sobran signos «#»
    .name = Demasiados títulos
    .why = nadie encontraría nada en un índice tan largo
    .before = un libro entero en una página
    .after = una página por capítulo
too-much-html = hay demasiado HTML en la página
    .help = escríbalo en markdown o divida la página; se admiten { $tags } etiquetas y { $kibibytes } KB
    .name = Demasiado HTML
    .why = todo HTML se limpia antes de publicarlo, y con tanto habría que esperar demasiado
    .before = una página exportada de otro programa, pegada entera
    .after = su texto, con títulos, listas y tablas de markdown

## Imágenes

unreadable-picture = la imagen no se puede leer: está dañada o no es una imagen
    .help = ábrala en su computadora y expórtela de nuevo como JPEG o PNG, o bórrela si nadie la usa
    .name = Imagen ilegible
    .why = el lector vería un hueco en lugar de la imagen
    .before = un documento al que se le cambió el nombre a foto.jpg
    .after = foto.jpg, exportada como JPEG
picture-too-large = { $measure ->
        [mebibytes] la imagen pesa { $size } MB; el máximo es { $limit }
        [megapixels] la imagen tiene { $size } millones de píxeles; el máximo es { $limit }
       *[side] la imagen mide { $size } píxeles por un lado; el máximo es { $limit }
    }
    .help = redúzcala en un programa de imágenes; con 2000 píxeles de ancho basta
    .name = Imagen demasiado grande
    .why = prepararla agotaría la memoria de la computadora, y ninguna pantalla muestra tantos píxeles
    .before = plano.png, de 20 000 × 20 000 píxeles
    .after = plano.png, de 2000 × 2000 píxeles
not-a-picture = «{ $target }» no es una imagen que un navegador muestre
    .help = expórtela como JPEG o PNG; si es un documento, enlácelo: [descripción]({ $target })
    .name = No es una imagen
    .why = los formatos HEIC, TIFF o PDF no se ven en una página; el lector encontraría un hueco
    .before = ![Planta de agua](planta.heic)
    .after = ![Planta de agua](planta.jpg)
foreign-picture = la imagen «{ $target }» está en otro sitio web
    .help = guárdela en la carpeta del caso, si su licencia lo permite, y escriba su nombre
    .name = Imagen de otro sitio
    .why = en una memoria USB no hay conexión, y el otro sitio se enteraría de quién lee la página
    .before = ![Mapa](https://ejemplo.pe/mapa.png)
    .after = ![Mapa](mapa.png)
html-picture = la imagen está escrita en HTML, que Quipu no convierte
    .help = escríbala en markdown: ![Qué se ve](foto.jpg)
    .name = Imagen en HTML
    .why = las fotos originales no se publican, solo sus versiones livianas y sin los datos de la cámara; el lector vería un hueco
    .before = {"<img src=\"foto.jpg\">"}
    .after = ![Tres promotores con un microscopio](foto.jpg)

html-link = el enlace está escrito en HTML, que Quipu no revisa
    .help = escríbalo en markdown: [las palabras](archivo.md)
    .name = Enlace en HTML
    .why = llevaría al archivo original, que no se publica, y el lector no encontraría nada
    .before = {"<a href=\"ara.md\">El caso</a>"}
    .after = [El caso](ara.md)

## Enlaces a otros sitios, con «revisar --external»

dead-link = «{ $target }» responde { $status }: no lleva a ninguna página
    .help = busque la dirección nueva en ese sitio, o una copia en web.archive.org
    .name = Enlace a otro sitio que ya no lleva a nada
    .why = quien quiera comprobar lo que dice el caso no encontraría su fuente
    .before = url: https://www.ejemplo.pe/pagina-retirada
    .after = url: https://www.ejemplo.pe/pagina-nueva
silent-link = nadie responde en «{ $target }»
    .help = pruebe la dirección en un navegador; si tampoco abre, busque otra o quite el enlace
    .name = Enlace a un sitio que no responde
    .why = puede ser pasajero; si no lo es, el lector esperaría en vano
    .before = url: https://wwww.ejemplo.pe
    .after = url: https://www.ejemplo.pe

## Consejos: lo que echaría de menos un gobierno que quiere replicar el caso

long-summary = el resumen tiene { $length } caracteres; conviene que no pase de { $limit }
    .help = diga en una o dos oraciones qué se hizo y qué se logró
    .name = Resumen largo
    .why = las listas y el buscador muestran el resumen entero
    .before = resumen: (cinco oraciones con la historia del proyecto)
    .after = resumen: Con promotores de la comunidad, la malaria bajó de 50 a 12 casos por cada 1000 habitantes.
lacks-summary = falta el resumen
    .short = resumen
    .help = añada «resumen: …», una o dos oraciones
    .name = Caso sin resumen
    .why = es lo que se lee en las listas antes de abrir el caso
    .before = titulo: Agua segura
    .after =
        titulo: Agua segura
        resumen: La municipalidad llevó agua tratada a tres comunidades.
lacks-results = faltan los resultados
    .short = resultados
    .help = añada «resultados:» con un indicador, su línea de base y su línea final
    .name = Caso sin resultados
    .why = otro gobierno adopta lo que puede ver que funcionó
    .before = (el texto dice «se lograron avances importantes»)
    .after =
        resultados:
          - indicador: Desnutrición crónica infantil
            unidad: "%"
            linea_de_base:
              valor: 28.2
              anio: 2009
            linea_final:
              valor: 16.5
              anio: 2012
            fuente: 1
lacks-result-sources = hay resultados sin fuente
    .short = fuente de los resultados
    .help = añada «fuente: 1» a cada resultado, con el número que tiene en «fuentes»
    .name = Resultado sin fuente
    .why = una cifra sin fuente no se puede defender ante el concejo municipal
    .before = - indicador: Casos de malaria
    .after =
        - indicador: Casos de malaria
          fuente: 1
lacks-cost = falta el costo
    .short = costo
    .help = añada «costo:» con monto, moneda, año y qué cubre, si una fuente lo dice
    .name = Caso sin costo
    .why = lo primero que se pregunta es cuánto cuesta
    .before = (el texto dice «con recursos propios»)
    .after =
        costo:
          monto: 74900000
          moneda: PEN
          anio: 2024
          cubre: Presupuesto anual
          fuente: 1
lacks-conditions = faltan las condiciones para replicarlo
    .short = condiciones
    .help = añada «replicacion:» con «condiciones:», lo que debe existir antes
    .name = Caso sin condiciones
    .why = lo que funcionó en un lugar pudo depender de algo que en otro no hay
    .before = (sin «replicacion»)
    .after =
        replicacion:
          condiciones:
            - Zonificación Ecológica y Económica aprobada
lacks-steps = faltan los pasos
    .short = pasos
    .help = añada «pasos:» dentro de «replicacion», con duración y responsable si se saben
    .name = Caso sin pasos
    .why = quien quiere hacerlo pregunta por dónde se empieza
    .before = (sin «pasos»)
    .after =
        replicacion:
          pasos:
            - titulo: Formar el comité
              duracion: 3 meses
              responsable: Gerencia de Desarrollo Social
lacks-risks = faltan los riesgos
    .short = riesgos
    .help = añada «riesgos:» dentro de «replicacion», cada uno con lo que ayuda a evitarlo
    .name = Caso sin riesgos
    .why = saber qué falló evita repetirlo
    .before = (sin «riesgos»)
    .after =
        replicacion:
          riesgos:
            - riesgo: Cambio de autoridades
              mitigacion: Aprobar el plan por ordenanza
lacks-contacts = falta indicar a quién preguntar
    .short = contacto
    .help = añada «contactos:» con la entidad que puede responder
    .name = Caso sin contacto
    .why = ningún caso escrito responde todas las preguntas
    .before = (sin «contactos»)
    .after =
        contactos:
          - entidad: Gerencia Regional de Salud de Loreto
lacks-sources = faltan las fuentes
    .short = fuentes
    .help = añada «fuentes:» con el título, la institución y el año de cada documento
    .name = Caso sin fuentes
    .why = sin fuentes no se distingue un hecho de una opinión
    .before = (sin «fuentes»)
    .after =
        fuentes:
          - titulo: Informe de evaluación
            institucion: Ministerio de Salud
            anio: 2021
lacks-period = falta el periodo
    .short = periodo
    .help = añada «periodo:» con el año de inicio y, si terminó, el de fin
    .name = Caso sin periodo
    .why = un resultado se entiende según cuánto tiempo tomó
    .before = (sin «periodo»)
    .after =
        periodo:
          inicio: 2017
          fin: 2021
missing-translation = no hay traducción a «{ $language }»
    .help = cree al lado un archivo con el mismo nombre, terminado en «.{ $language }.md» en lugar de «.md»
    .name = Falta una traducción
    .why = quien lee en ese idioma verá el original
    .before = agua.md
    .after = agua.md y agua.en.md
stale-translation = la traducción a «{ $language }» es anterior a la última revisión del original
    .help = revísela y ponga la fecha de hoy en «actualizado»
    .name = Traducción atrasada
    .why = podría decir algo que el original ya no dice
    .before = agua.md del 23 de noviembre, agua.en.md del 2 de marzo
    .after = las dos del 23 de noviembre
and-more = y { $count } más como estos en el mismo archivo
    .help = corrija los primeros y vuelva a revisar
    .name = Demasiados problemas en un archivo
    .why = suelen tener una misma causa
    .before = un archivo con mil enlaces rotos
    .after = el mismo, después de corregir la carpeta a la que apuntan

## Estilo: lo que «quipu revisar --fix» puede uniformar

key-style = la clave «{ $key }» se escribe por lo común «{ $usual }»
    .help = «quipu revisar --fix» la cambia
    .name = Clave con otro nombre
    .why = las fichas se comparan mejor si todas usan las mismas claves
    .before = Título: Agua segura
    .after = titulo: Agua segura
term-style = el término «{ $value }» se escribe por lo común con su identificador, «{ $slug }»
    .help = «quipu revisar --fix» lo cambia
    .name = Término escrito por su nombre
    .why = el identificador no cambia aunque cambie el nombre
    .before = region: San Martín
    .after = region: san-martin
date-style = la fecha «{ $value }» se escribe por lo común «{ $date }»
    .help = «quipu revisar --fix» la cambia
    .name = Fecha en otro orden
    .why = año, mes y día se ordenan solos y no se confunden
    .before = fecha: 23/11/2026
    .after = fecha: 2026-11-23
trailing-space = hay espacios al final de la línea
    .help = «quipu revisar --fix» los quita
    .name = Espacios al final de la línea
    .why = no se ven, y hacen parecer distintas dos líneas iguales
    .before = titulo: Agua segura (y tres espacios)
    .after = titulo: Agua segura

## Tema

template-syntax = la plantilla tiene un error de escritura: { $message }
    .help = corrija la plantilla; si la borra, se usa la del tema incluido
    .name = Plantilla mal escrita
    .why = una plantilla con error dejaría páginas a medias
    .before = un «endif» que falta
    .after = cada «if» con su «endif»
template-failed = la plantilla falló: { $message }
    .help = { $has_available ->
        [false] corrija la plantilla; si la borra, se usa la del tema incluido
       *[true] aquí hay: { $available }
    }
    .name = Plantilla que falló
    .why = usa un dato que la página no tiene
    .before = page.cover.alt, en una página sin portada
    .after = page.cover dentro de un «if page.cover»
missing-template = falta la plantilla «{ $name }»
    .help = créela en la carpeta «templates» del tema
    .name = Falta una plantilla
    .why = cada clase de página necesita la suya
    .before = themes/mitema/templates sin case.html
    .after = themes/mitema/templates/case.html
invalid-strings = los textos del tema tienen un error de escritura: { $message }
    .help = cada línea es «nombre = texto»
    .name = Textos del tema mal escritos
    .why = sin ellos no se sabe qué decir en las páginas
    .before = inicio: Comienzo
    .after = inicio = Comienzo
ignored-script = este «{ $path }» no se usa: { $bytes ->
        [same] es igual al que trae Quipu, que siempre usa el suyo
       *[other] es distinto del que trae Quipu, que siempre usa el suyo
    }
    .help = bórrelo; lo que quiera agregar, póngalo en un archivo con otro nombre
    .name = Archivo que no se usa
    .why = ese archivo lee datos cuyo formato cambia con el programa, y una copia no los entendería
    .before = themes/quipu/static/search.js, copiado de otra versión
    .after = sin ese archivo: el sitio lleva el del programa
outdated-copy = { $found ->
        [none] Quipu { $current } ya no usa «{ $path }», que este sitio sacó de Quipu { $ejected }
       *[some] Quipu cambió «{ $path }» desde que este sitio lo sacó: era de Quipu { $ejected } y esta es la { $current }
    }
    .help = { $found ->
        [none] bórrelo si ya no hace falta, o diga que está bien así: quipu tema aceptar { $path }
       *[some] copie lo que le sirva y diga que ya está al día: quipu tema aceptar { $path }
            Lo que cambia del archivo de Quipu (-) al de este sitio (+):
            { $diff }
    }{ $more ->
        [0] {""}
        [one] {""}
            … y 1 línea más
       *[other] {""}
            … y { $more } líneas más
    }
    .name = Archivo del tema que cambió en Quipu
    .why = el sitio seguiría sin lo que se corrigió o se agregó en ese archivo
    .before = themes/quipu/templates/case.html, de una versión anterior
    .after =
        quipu tema aceptar templates/case.html
unchanged-copies = { $count ->
        [one] 1 archivo de «{ $folder }» es una copia sin cambios de un archivo de Quipu: { $files }
       *[other] { $count } archivos de «{ $folder }» son copias sin cambios de archivos de Quipu: { $files }{ $more ->
            [0] {""}
           *[other] {" "}y { $more } más
        }
    }
    .help = { $count ->
        [one] «quipu revisar --fix» lo borra: el sitio usará el del programa
       *[other] «quipu revisar --fix» los borra: el sitio usará los del programa
    }
    .name = Copias del tema sin cambios
    .why = Quipu ya trae esos archivos, y las copias impiden que lleguen los de una versión nueva
    .before = themes/quipu con todos los archivos del tema
    .after = themes/quipu solo con los archivos que cambió

## Avance y resultado

stage-read = Leyendo el contenido
stage-resolve = Revisando enlaces y términos
stage-pictures = Preparando imágenes
stage-render = Creando páginas
stage-index = Creando el buscador
stage-external = Consultando otros sitios
slowest-pages = Páginas que más tardaron:
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
checked = Sin errores: { $cases ->
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
pictures = { $count ->
    [one] 1 imagen
   *[other] { $count } imágenes
}, { $encoded ->
    [one] 1 preparada
   *[other] { $encoded } preparadas
} ahora.
already-built = Nada ha cambiado: el sitio ya está al día.
foreign-files = { $count ->
    [one] Un archivo o carpeta de { $path } no es de Quipu y queda como está
   *[other] { $count } archivos o carpetas de { $path } no son de Quipu y quedan como están
}: { $names }
changes = { $written ->
    [0] Ningún archivo cambió
    [one] 1 archivo escrito
   *[other] { $written } archivos escritos
}, { $unchanged } sin cambios, { $removed ->
    [0] ninguno eliminado
    [one] 1 eliminado
   *[other] { $removed } eliminados
}.
tidy-nothing = No hay nada que uniformar.
tidy-question = ¿Escribir estos cambios en { $files ->
    [one] 1 archivo
   *[other] { $files } archivos
}? [s/N]
tidy-declined = No se cambió ningún archivo. Para escribir los cambios sin preguntar: quipu revisar --fix --yes
tidy-copies = { $files ->
    [one] Se borrará 1 copia sin cambios de un archivo de Quipu:
   *[other] Se borrarán { $files } copias sin cambios de archivos de Quipu:
}
tidy-removed = { $files ->
    [one] Se borró 1 copia.
   *[other] Se borraron { $files } copias.
}
tidy-done = { $files ->
    [one] Se uniformó 1 archivo.
   *[other] Se uniformaron { $files } archivos.
}
report-format = un informe termina en .html o .csv, no como { $path }
    .help = por ejemplo: quipu revisar --report informe.html
report-written = Informe escrito en { $path }
ejected-next = Cambie lo que necesite: el sitio usará estos archivos en lugar de los de Quipu. Para volver a los de Quipu, bórrelos.
ejectable-from = { $path }  (ya está en el sitio, de Quipu { $version })
ejectable-own = { $path }  (ya está en el sitio)
ejections-comment =
    De qué versión de Quipu viene cada archivo sacado de su tema, y el SHA-256 del original.
    Lo escriben «quipu tema sacar» y «quipu tema aceptar». Guárdelo con el tema.
accepted = { $path }: al día con Quipu { $version }
written = Se escribió { $path }
task-renew = Quipu: renovar las sugerencias
task-check = Quipu: revisar
task-build = Quipu: construir
snippet-yes = sí
snippet-no = no
review-heading = Puntaje de cada caso (sobre 100) y lo que le falta para replicarlo:
review-case = { $score }  { $path }: { $lacking }
review-more = { $rest ->
    [0] «quipu revisar --report informe.html» hace una tabla de todos los casos.
   *[other] Hay { $rest } más: «quipu revisar --report informe.html» hace una tabla de todos los casos.
}
report-heading = Qué tan útil es cada caso para replicarlo
report-file = Archivo
report-title = Caso
report-score = Puntaje
report-yes = sí
report-no = no
no-address = Sin «direccion_web» en quipu.yaml no se escriben las novedades (Atom), el mapa para buscadores ni el código QR.
open-site = Para verlo, abra { $path }

## Copias para llevar

stage-digest = Leyendo el sitio
stage-copy = Copiando
stage-verify = Comprobando la copia
packed = Copia lista y comprobada: { $path }
pack-summary = { $files } archivos, { $size }. Edición { $edition }.
pack-signed = Firmada con la clave { $key }.
pack-unsigned = Sin firma: quien la reciba podrá saber si está completa, pero no de quién viene. Para firmarla: --key
update-packed = Actualización lista y comprobada: { $path }
update-summary = { $files } archivos, { $size }; { $removed ->
    [0] no retira ninguno
    [one] retira 1
   *[other] retira { $removed }
}. { $base ->
    [none] Lleva
   *[some] De la edición { $base }
} a la edición { $edition }.
update-of-newer = la edición { $edition } es anterior a la de la copia que se actualiza, { $base }: «quipu aplicar» la rechazará
    .help = indique otra con --edition, o aplíquela con --allow-older
update-differences = De los archivos que cambiaron lleva solo las diferencias: descomprimirla no sirve; hay que aplicarla con «quipu aplicar».
differences-need-copy = para llevar solo las diferencias hace falta la copia anterior, y { $path } es solo su lista
    .help = indique en --since la carpeta o el zip de esa copia, o quite --differences
too-different = cambió demasiado para llevar solo las diferencias
    .help = quite --differences, o lleve una copia entera
since-needs-zip = una actualización es un archivo zip, y { $path } no lo sería
    .help = termine el nombre en .zip
zim-written = Archivo ZIM para Kiwix: { $path }
zim-no-writer = para escribir un archivo ZIM hace falta el programa zimwriterfs, de openZIM
    .help = en Debian o Ubuntu: sudo apt install zim-tools; en Windows, desde WSL
zim-foreign = { $path } existe y no es un archivo ZIM
    .help = elija otro nombre; Quipu no borra archivos ajenos
zim-refused = { $program } no aceptó el sitio: { $said }
    .help = revise que zim-tools esté completo y al día; el archivo anterior, si lo había, quedó igual
nothing-packed = No se escribió nada.
not-packed = la copia en { $path } no está completa
    .help = revise la memoria o el disco y empaque otra vez en el mismo lugar
not-built = en { $path } no hay un sitio construido por Quipu
    .help = constrúyalo con «quipu construir» o indique su carpeta con --site
built-by-other = el sitio en { $path } es de otra versión de Quipu
    .help = constrúyalo otra vez con «quipu construir»
irregular-file = { $path } no es un archivo común o su nombre no es un texto
    .help = construya otra vez el sitio con «quipu construir»
occupied-file = el sitio tiene un archivo «{ $path }», nombre que la copia necesita para sí
    .help = cambie el nombre de ese archivo en la carpeta del tema
invalid-edition = «{ $value }» no es una fecha y hora
    .help = escríbala así: 2026-11-26T14:30:00Z
name-fault = { $fault ->
    [absolute] la ruta comienza en la raíz o en una unidad
    [outside] la ruta sale de su carpeta o está incompleta
    [backslash] tiene una barra invertida
    [control] tiene un carácter de control
    [forbidden] tiene un signo que Windows no admite: < > : " | ? *
    [device] Windows reserva ese nombre
    [trailing] una parte termina en punto o espacio, que Windows quita
   *[long] la ruta es demasiado larga para copiarla en Windows
}
carry-name = no se puede llevar «{ $path }»: { name-fault }
    .help = cambie el nombre del archivo en el contenido o en el tema y construya otra vez
carry-collision = «{ $path }» y «{ $other }» serían un mismo archivo en Windows y en una memoria USB
    .help = cambie uno de los nombres y construya otra vez
carry-large = «{ $path }» pesa { $size }: una memoria FAT32 no admite archivos de 4 GiB o más
    .help = reduzca o divida el archivo
zip-large = el zip { $path } pesaría { $size }: una memoria FAT32 no admite archivos de 4 GiB o más
    .help = empaque en una carpeta, sin .zip
no-room = la copia no cabe en { $path }: hacen falta { $needed } y hay { $available } libres
    .help = libere { $lacking } o use otra memoria; se cuenta el espacio que ocupa cada archivo en ella
target-foreign = { $path } tiene archivos que no son de una copia anterior: { $file }
    .help = elija una carpeta vacía o nueva; Quipu no borra archivos ajenos
target-file = { $path } es un archivo, no una carpeta
    .help = elija una carpeta; para un solo archivo, termine el nombre en .zip
target-folder = { $path } es una carpeta, no un archivo zip
    .help = añada el nombre del archivo, por ejemplo: sitio.zip
target-name = la copia no puede llamarse como { $path }: { name-fault }
    .help = elija otro nombre
target-overlaps = la copia en { $path } se superpone con el sitio construido
    .help = elija una carpeta fuera del sitio
target-repeated = { $path } está repetido o dentro de otro destino
    .help = indique cada destino una sola vez

## Actualización de una copia

no-update = { $path } no es una actualización
    .help = indique el zip que hizo «quipu empacar --since»
no-updatable = en { $path } no hay una copia que se pueda actualizar
    .help = indique la carpeta que contiene MANIFEST.sha256; si la copia está en un zip, descomprímalo antes
update-contradicts = lo que dice { $path } no concuerda: no es una actualización que haya hecho Quipu
    .help = pida otra a quien la publica
update-other-base = la actualización es para otra copia{ $found ->
    [none] {""}
   *[some] ; esta es la edición { $found }
}
    .help = { $needed ->
        [none] hace falta la copia cuyo MANIFEST.sha256 tiene esta suma: { $digest }
       *[some] hace falta la copia de la edición { $needed } (suma de su MANIFEST.sha256: { $digest }); pida esa copia, o una actualización para la suya
    }
update-older = la actualización lleva a una edición anterior, { $offered }; la copia es de { $current }
    .help = si de verdad quiere volver a ella, use --allow-older
file-damaged = «{ $path }» no está como se empacó, y la actualización no lo trae
damaged = la copia está dañada: no se puede actualizar
    .help = haga o pida una copia entera
update-no-room = la actualización no cabe junto a la copia en { $path }: hacen falta { $needed } y hay { $available } libres
    .help = libere { $lacking }; al terminar se recupera casi todo
nothing-applied = No se cambió nada.
not-applied = la copia en { $path } quedó a medio actualizar
    .help = revise la memoria y aplique otra vez la misma actualización: continúa donde quedó
applied = Copia actualizada y comprobada: { $path }
applied-already = La copia ya estaba actualizada: { $path }
applied-summary = { $placed } archivos nuevos o cambiados, { $removed } retirados. Edición { $edition }.

## Claves para firmar

ask-new-password = Contraseña nueva para la clave
ask-password-again = Repita la contraseña
passwords-differ = Las contraseñas no son iguales; escríbalas otra vez
ask-password = Contraseña de la clave
empty-password = falta la contraseña de la clave
    .help = escríbala cuando se le pida o, en un programa, por la entrada estándar; para una clave sin contraseña: --no-password
key-made = Clave { $key }
    Secreta: { $secret }
    Guárdela donde solo usted la lea y no la copie en las memorias que reparte. Sin ella o sin su contraseña no se puede firmar.
    Pública: { $public }
    Publique el número { $key } donde la gente lo vea: con él se sabe de quién es una copia.
open-key = cualquiera que copie { $path } podrá firmar en nombre de la institución
    .help = úsela solo donde nadie pueda escribir una contraseña
key-published = una clave no se crea en { $folder }: lo que está ahí se publica en la web
    .help = créela fuera del sitio, por ejemplo en una memoria USB que solo usted tenga: quipu clave nueva /media/usb/llave
key-exists = ya existe { $path }
    .help = elija otro nombre; Quipu no reemplaza claves
no-key = { $path } no contiene una clave de ese tipo
    .help = la clave secreta termina en .key y la pública en .pub
wrong-password = la contraseña no es la de esta clave
    .help = vuelva a intentar
key-failed = no se pudo usar la clave: { $said }
    .help = revise que el archivo de la clave esté completo

## Comprobación de una copia

no-pack = en { $path } no hay una copia hecha con «quipu empacar»
    .help = indique la carpeta que contiene MANIFEST.sha256, o el archivo zip
verified = La copia está completa: { $files } archivos, { $size }.
verified-edition = { $title }. Edición { $edition }.
verified-update = La actualización está completa: { $files } archivos, { $size }. { $base ->
    [none] Sirve para la copia cuya lista de archivos tiene la suma { $digest }.
   *[some] Sirve para la copia de la edición { $base }.
}
not-whole = la copia no está como se empacó{ $problems ->
    [0] {""}
    [one] : 1 problema
   *[other] : { $problems } problemas
}
    .help = no la reparta; pida o haga otra copia
file-altered = «{ $path }» fue alterado
file-exchanged = «{ $path }» fue alterado: tiene el contenido de «{ $other }»
file-missing = falta «{ $path }»
file-by-hand = la copia se actualizó a mano: lo que sobra puede ser de la edición anterior
    .help = para retirarlo, aplique la misma actualización con «quipu aplicar»
file-unfinished = la copia se está escribiendo, o se interrumpió mientras se escribía o se actualizaba
    .help = empaque otra vez en el mismo lugar o, si se actualizaba, aplique otra vez la actualización
file-extra = «{ $path }» sobra: no es parte de la copia
file-unreadable = no se puede leer «{ $path }»: { system-reason }
file-irregular = «{ $path }» no puede ser parte de una copia: { $fault ->
    [link] es un enlace a otro archivo
    [special] no es un archivo común o su nombre no es un texto
    [collision] es el mismo archivo que «{ $other }» donde no importan las mayúsculas
    [encrypted] está cifrado
    [method] está comprimido de una manera que Quipu no usa
    [ratio] dice ser mucho mayor de lo que puede contener
    [inconsistent] el zip dice de él cosas distintas en distintos lugares
   *[other] { name-fault }
}
manifest-line = lista de archivos, línea { $line }: { $fault ->
    [malformed] no es una suma y una ruta: «{ $path }»
    [collision] «{ $path }» está repetido
    [seal] «{ $path }» no puede estar en la lista
   *[other] «{ $path }»: { name-fault }
}
zip-bomb = el zip contiene mucho más de lo que se empacó; no se abrió
    .help = bórrelo: podría llenar el disco de quien lo abra
seal-unsigned = la copia no tiene firma: se sabe si está completa, pero no de quién viene
seal-missing = falta la firma, el archivo que termina en .minisig
    .help = la copia debía estar firmada; pida otra a quien la publica
seal-malformed = el archivo que termina en .minisig no es una firma
    .help = pida otra copia a quien la publica
seal-no-key = la copia está firmada con la clave { $key }, que no vino con ella
    .help = indique la clave pública de quien la publica: --public-key clave.pub
seal-other-key = la copia está firmada con la clave { $key }, no con { $wanted }
    .help = no confíe en ella hasta saber de quién es esa clave
seal-wrong = la firma de la clave { $key } no corresponde a esta lista de archivos
    .help = alguien cambió la lista después de firmarla; pida otra copia
seal-good = Firmada con la clave { $key } el { $time }
    La firma dice: { $comment }
seal-own-key = La clave vino con la copia: esto prueba solo que nada cambió desde que la firmó el dueño de { $key }. Compare ese número con el que publica la institución, o indique su clave con --public-key.

## Lo que dice la copia misma

edition-time = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] setiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }, { $hour }:{ $minute } UTC
opening-link = Abrir el sitio
opening-edition = Edición del { $time }
opening-contents = { $files } archivos, { $size }
opening-signed = Firmada con la clave { $key }
opening-without-script = Para saber si la copia está completa, siga las instrucciones de LEEME.txt.
opening-checking = Revisando la copia…
opening-whole = Hasta donde el navegador puede ver, la copia está completa. Para comprobar cada archivo, siga las instrucciones de LEEME.txt.
opening-missing = La copia no está completa. Pida otra o haga otra. Falta:
opening-mixed = Esta copia mezcla dos ediciones: su actualización se interrumpió. Aplíquela otra vez («quipu aplicar» o descomprimir el zip encima), o pida otra copia.
unfinished =
    COPIA INCOMPLETA

    Esta copia se está escribiendo o se interrumpió. No la reparta: haga otra en el
    mismo lugar con «quipu empacar». Este archivo desaparece cuando la copia está
    completa y comprobada.
updating =
    ACTUALIZACIÓN A MEDIAS

    Esta copia se está actualizando o se interrumpió su actualización. No la reparta:
    aplique otra vez la misma actualización con «quipu aplicar», que continúa donde
    quedó. Este archivo desaparece cuando la copia está completa y comprobada.
instructions =
    { $title }

    Edición del { $time }
    { $edition } · { $files } archivos, { $size }
    { $key ->
        [none] Copia sin firma
       *[some] Firmada con la clave { $key }
    }

    CÓMO ABRIRLA

    Haga doble clic en ABRIR.html. Se abre en el navegador que tenga la computadora;
    no hace falta internet ni instalar nada.
    Para llevarla a otra computadora, copie la carpeta entera.

    CÓMO COMPROBAR QUE ESTÁ COMPLETA

    Con Quipu, desde la carpeta que contiene la copia:
        quipu verificar CARPETA

    En Linux, dentro de la carpeta:
        sha256sum -c --quiet MANIFEST.sha256

    En macOS, dentro de la carpeta:
        shasum -a 256 -c MANIFEST.sha256

    En Windows, abra PowerShell dentro de la carpeta y pegue esta línea; si no
    escribe nada, la copia está completa:
        { $powershell }

    Para un solo archivo, en Windows, compare esta suma con la de MANIFEST.sha256:
        certutil -hashfile sitio\index.html SHA256

    CÓMO ACTUALIZARLA

    Una actualización es un zip pequeño. Con Quipu, que antes comprueba quién la firmó
    y que es para esta copia:
        quipu aplicar ACTUALIZACION.zip CARPETA

    Sin Quipu, descomprima el zip sobre esta carpeta y acepte reemplazar los archivos.
    Quedan algunos antiguos a los que ninguna página lleva. Si el zip no trae
    MANIFEST.sha256, compruebe lo nuevo con la lista ACTUALIZACION.sha256.
instructions-signed =
    CÓMO SABER DE QUIÉN VIENE

    Con minisign, dentro de la carpeta:
        minisign -Vm MANIFEST.sha256 -p CLAVE.pub

    CLAVE.pub vino con la copia: prueba que nada cambió desde que se firmó, no quién
    firmó. Compare el número de la clave, { $key },
    con el que la institución publica en su sitio o en sus documentos. Si no es el
    mismo, no confíe en esta copia.

## Errores de uso y del sistema

no-site = no se encontró «quipu.yaml» en { $path } ni en las carpetas superiores
    .help = entre en la carpeta del sitio, indíquela con --root o cree uno con «quipu iniciar»
output-overlaps = la carpeta de salida { $path } se superpone con la del contenido o la del tema
    .help = elija otra carpeta con --output
output-foreign = la carpeta de salida { $path } tiene archivos que no son de Quipu
    .help = elija una carpeta vacía o nueva con --output; Quipu no borra archivos ajenos
output-clash = { $path } tiene archivos o carpetas que no son de Quipu con nombres que el sitio necesita: { $names }
    .help = cámbieles el nombre o muévalos fuera y vuelva a construir; Quipu no reemplaza archivos ajenos, y en Windows y en las memorias USB mayúsculas y minúsculas son el mismo nombre
output-unfinished = no se pudo devolver a su lugar { $path }: { system-reason }
    .help = el sitio quedó a medio cambiar: cierre el programa que lo usa y vuelva a construir; con eso queda completo
output-busy = otro «quipu construir» está escribiendo en { $path }
    .help = espere a que termine
serve-ready = El sitio se ve en { $url }
    Guarde un archivo y la página se actualizará sola. Para terminar, pulse Ctrl+C.
serve-port-taken = El puerto { $port } está ocupado; se usa el { $other }.
serve-exposed = cualquier equipo de su red puede ver este sitio mientras se muestre
    .help = omita «--address» para que solo lo vea este equipo
serve-renewed = Actualizado en { $milliseconds } ms.
serve-unsound = La página muestra el último sitio sin errores hasta que estos se corrijan.
serve-no-page = Esta página no se puede mostrar mientras haya errores.
serve-hide = Ocultar
cannot-listen = no se puede mostrar el sitio en { $address }, puerto { $port }: { system-reason }
    .help = indique otro puerto con «--port» u otra dirección con «--address»
cannot-open = no se pudo abrir el navegador: { $said }
    .help = abra { $url } en su navegador
system-reason = { $reason ->
    [not-found] no existe
    [denied] no tiene permiso
    [read-only] el disco o la memoria es de solo lectura
    [full] no queda espacio
    [changed] cambió mientras se revisaba
    [folder] es una carpeta
    [no-folder] parte de la ruta no es una carpeta
    [busy] otro programa lo está usando
   *[other] { $said }
}
cannot-write = no se puede escribir en { $path }: { system-reason }
    .help = { $reason ->
        [changed] quedó como está; repita la orden
        [read-only] quite la protección contra escritura o elija otra carpeta
        [full] libere espacio o elija otro disco
        [denied] elija una carpeta en la que pueda escribir
        [busy] ciérrelo allí y vuelva a intentarlo
       *[other] revise el espacio libre y los permisos
    }
folder-not-empty = { $path } ya tiene archivos
    .help = elija una carpeta vacía o nueva
eject-unknown = el tema de Quipu no tiene «{ $path }»
    .help = { $near ->
        [some] ¿quiso decir «{ $nearest }»?
       *[none] «quipu tema sacar» enumera lo que se puede sacar
    }
eject-outside = «{ $path }» está fuera del tema
    .help = escriba la ruta dentro del tema, como templates/case.html
eject-script = «{ $path }» no se puede sacar: lee datos cuyo formato cambia con el programa
    .help = lo que quiera agregar, póngalo en un archivo con otro nombre
eject-exists = el tema del sitio ya tiene «{ $path }»
    .help = para sacarlo otra vez, mueva o borre primero el que tiene
accept-absent = el tema del sitio no tiene «{ $path }»
    .help = para sacarlo: quipu tema sacar { $path }
file-exists = ya existe { $path }
    .help = elija otro título o edite ese archivo
no-connection = ninguno de los otros sitios responde; los enlaces a ellos quedan sin revisar
    .help = revise su conexión a internet y vuelva a intentar
no-title = falta el título del caso
    .help = escríbalo entre comillas, por ejemplo: quipu nuevo "Agua segura en Requena"
no-pandoc = para importar hace falta Pandoc, que no está instalado en esta computadora
    .help = instálelo desde pandoc.org y vuelva a intentar, o copie el texto en un caso nuevo: quipu nuevo
import-format = { $path } no es un documento que se pueda importar
    .help = guárdelo desde Word o LibreOffice como .docx o .odt y vuelva a intentar
import-too-much = { $limit ->
    [file] { $path } pesa más de { $number } MiB: es demasiado para un caso
    [unpacked] { $path } ocupa más de { $number } MiB al desempacarse: es demasiado para un caso
    [texts] { $path } contiene más de { $number } MiB de texto y formato: es demasiado para un caso
    [entries] { $path } contiene más de { $number } archivos: es demasiado para un caso
    [text] de { $path } resulta un texto de más de { $number } MiB: es demasiado para un caso
    [memory] Pandoc necesita más de { $number } MiB de memoria para leer { $path }
   *[time] Pandoc no terminó de leer { $path } en { $number ->
        [one] 1 segundo
       *[other] { $number } segundos
    }
}
    .help = no se escribió nada; si el documento es de confianza, quítele imágenes o tablas muy grandes, o divídalo, y vuelva a intentar; si no sabe de dónde viene, no lo use
pandoc-failed = Pandoc no pudo leer { $path }: { $reason }
    .help = ábralo en Word o LibreOffice, guárdelo de nuevo como .docx y vuelva a intentar
cannot-read = no se puede leer { $path }: { system-reason }
    .help = revise que el archivo exista y que usted tenga permiso para leerlo
title-without-letters = el título no tiene letras ni números
    .help = escriba un título con palabras, por ejemplo: quipu nuevo "Agua segura en Requena"
unknown-code = no existe el código «{ $code }»
    .help = los códigos son como Q0012; «quipu explicar» los muestra todos
no-index = no hay un índice de búsqueda en { $path }
    .help = construya primero el sitio con «quipu construir»
other-index = el índice de búsqueda en { $path } es de otra versión de Quipu
    .help = construya de nuevo el sitio con «quipu construir»
searched-instead = Ninguna página tiene «{ $written }»: se buscó «{ $used }».
word-unknown = Ninguna página tiene «{ $word }» ni nada parecido.
nothing-found = No se encontró nada con «{ $query }».
some-words = Estas páginas tienen solo algunas de las palabras:
found = { $count ->
    [0] Ninguna página tiene todas las palabras.
    [one] 1 página tiene todas las palabras.
   *[other] { $count } páginas tienen todas las palabras; se muestran { $shown } resultados.
}
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
external = Enlaces a otros sitios: { $asked ->
    [0] ninguno por consultar
    [one] 1 consultado
   *[other] { $asked } consultados
}; { $known ->
    [0] ninguno había respondido ya
    [one] 1 ya había respondido
   *[other] { $known } ya habían respondido
} en los siete días anteriores.
imported = { $count ->
    [0] Se leyó el documento, sin imágenes.
    [one] Se leyó el documento, con 1 imagen.
   *[other] Se leyó el documento, con { $count } imágenes.
}
ask-title = Título del caso
ask-region = Región
ask-sector = Sector
ask-management_model = Modelo de gestión
created = Se creó { $path }
created-next = Ábralo, complete cada parte y revise con «quipu revisar».
explain-before = Así no:
explain-after = Así sí:

## Ayuda de la línea de comandos

help-usage = Uso:
help-commands = Órdenes
help-options = Opciones
help-arguments = Datos
usage-quipu = quipu ORDEN [OPCIONES]
usage-build = quipu construir [OPCIONES]
usage-check = quipu revisar [OPCIONES]
usage-explain = quipu explicar [CÓDIGO]
usage-schema = quipu esquema [OPCIONES]
usage-search = quipu buscar [OPCIONES] CONSULTA
usage-serve = quipu servir [OPCIONES]
usage-init = quipu iniciar [OPCIONES] [CARPETA]
usage-new = quipu nuevo [OPCIONES] [TÍTULO]
usage-import = quipu importar [OPCIONES] ARCHIVO
usage-pack = quipu empacar --to DESTINO [--to DESTINO …] [OPCIONES]
usage-verify = quipu verificar [OPCIONES] COPIA
usage-apply = quipu aplicar [OPCIONES] ACTUALIZACIÓN [COPIA]
usage-key = quipu clave nueva [OPCIONES] [NOMBRE]
usage-theme = quipu tema sacar [ARCHIVO …] | quipu tema aceptar ARCHIVO …
usage-eject = quipu tema sacar [OPCIONES] [ARCHIVO …]
usage-accept = quipu tema aceptar [OPCIONES] ARCHIVO …
usage-new-key = quipu clave nueva [OPCIONES] [NOMBRE]
about-quipu = Quipu convierte una carpeta de casos en un sitio que funciona en la web y desde una memoria USB.
about-build = Escribe el sitio (también: build)
about-check = Revisa el contenido sin escribir nada (también: check)
about-explain = Explica un código como Q0012, o todos (también: explain)
about-schema = Muestra el esquema JSON de los casos, con los términos del sitio (también: schema)
about-search = Busca en el sitio ya construido, como lo haría un lector (también: search)
about-serve = Muestra el sitio en el navegador y lo actualiza al guardar (también: serve)
about-init = Crea un sitio nuevo con vocabularios y un ejemplo (también: init)
about-new = Crea un caso a partir de una plantilla (también: new)
about-import = Convierte un documento de Word en un caso, con sus imágenes (también: import)
about-pack = Hace una copia del sitio construido para llevarla en una memoria USB o en un zip (también: pack)
about-verify = Comprueba que una copia está como se empacó y dice quién la firmó (también: verify)
about-apply = Actualiza una copia con lo que trae una actualización (también: apply)
about-key = Claves para firmar copias (también: key)
about-theme = Archivos del tema, para cambiarlos en el sitio (también: theme)
about-eject = Copia archivos del tema de Quipu en el del sitio; sin ARCHIVO, los enumera (también: eject)
about-accept = Da por revisados archivos del tema que Quipu cambió (también: accept)
about-new-key = Crea un par de claves: ARCHIVO.key, que se guarda, y ARCHIVO.pub, que se publica (también: new)
name-build = construir
name-check = revisar
name-explain = explicar
name-schema = esquema
name-search = buscar
name-serve = servir
name-init = iniciar
name-new = nuevo
name-import = importar
name-pack = empacar
name-verify = verificar
name-apply = aplicar
name-key = clave
name-theme = tema
name-eject = sacar
name-accept = aceptar
name-new-key = nueva
value-folder = CARPETA
value-language = IDIOMA
value-when = CUÁNDO
value-number = NÚMERO
value-address = DIRECCIÓN
value-title = TÍTULO
value-term = TÉRMINO
value-code = CÓDIGO
value-format = FORMATO
value-file = ARCHIVO
value-query = CONSULTA
value-order = ORDEN
value-target = DESTINO
value-name = NOMBRE
value-time = FECHA
value-pack = COPIA
value-update = ACTUALIZACIÓN
value-base = COPIA
help-root = Carpeta del sitio; si no se indica, la más cercana hacia arriba con quipu.yaml
help-lang = Idioma de los mensajes: es o en
help-color = Colores: auto, always (siempre) o never (nunca)
help-quiet = Muestra solo los problemas
help-verbose = Muestra también cuánto tarda cada etapa
help-help = Muestra esta ayuda
help-version = Muestra la versión
help-output = Carpeta donde se escribe el sitio; si no se indica, «public» en la del sitio
help-query = Qué se busca. También «"frases exactas"», «-palabra» para excluir y «region:loreto» para filtrar
help-search-format = Formato en que se muestran los resultados: text o json
help-limit = Cuántos resultados se muestran; si no se indica, 10
help-sort = Orden de los resultados: relevancia, fecha o titulo
help-site = Carpeta del sitio ya construido; si no se indica, «public» en la del sitio
help-threads = Cuántas tareas a la vez; si no se indica, una por procesador
help-drafts = Incluye los borradores
help-timings = Muestra cuánto tarda cada etapa
help-port = Puerto en que se muestra el sitio; si está ocupado se usa el siguiente (4000 si no se indica)
help-address = Dirección IP en que se muestra; sin ella, solo este equipo puede verlo
help-open = Abre el sitio en el navegador
help-format = Formato en que se muestran los problemas: text, json o sarif
help-translations = Muestra también qué traducciones faltan o están atrasadas
help-vscode = Escribe en .vscode el esquema, las sugerencias y las tareas de Visual Studio Code
help-external = Comprueba además si los enlaces a otros sitios todavía funcionan (necesita conexión)
help-fix = Uniforma claves, términos, fechas y espacios; muestra antes cada cambio
help-yes = Con --fix, escribe los cambios sin preguntar
help-report = Escribe una tabla de todos los casos, en HTML o CSV según el nombre
help-init-folder = Carpeta del sitio nuevo; si no se indica, la actual
help-title = Título del caso
help-eject-file = Archivo o carpeta del tema, como templates/case.html
help-accept-file = Archivo del tema del sitio, como templates/case.html
help-document = Documento de Word (.docx) o LibreOffice (.odt)
help-region = Región del caso, por nombre o UBIGEO
help-sector = Sector del caso
help-model = Modelo de gestión del caso
help-to = Carpeta, o archivo que termina en .zip o .zim, donde se escribe la copia; puede repetirse (también: --a)
help-zip = Hace de cada destino un archivo zip, como quiera que se llame
help-key = Clave secreta con que se firma; su contraseña se pide o, sin terminal, se lee de la entrada estándar
help-edition = Fecha y hora de la edición, como 2026-11-26T14:30:00Z; si no se indica, la de ahora o SOURCE_DATE_EPOCH
help-pack = Carpeta o zip de la copia
help-zim = Hace de cada destino un archivo ZIM para Kiwix, como quiera que se llame; basta con que termine en .zim
help-since = Hace solo una actualización de una copia anterior: su MANIFEST.sha256, su carpeta o su zip (también: --desde)
help-differences = De lo que cambió lleva solo lo que la copia anterior no tiene: pesa mucho menos, pero solo sirve con «quipu aplicar» (también: --diferencias)
help-update = Zip que hizo «quipu empacar --since»
help-copy = Carpeta de la copia; si no se indica, la actual
help-allow-older = Permite volver a una edición anterior (también: --permitir-anterior)
help-public-key = Clave pública de quien debe haberla firmado; si no se indica, la que vino con la copia
help-key-name = Nombre de los archivos, sin extensión; si no se indica, «quipu»
help-no-password = Crea la clave sin contraseña; sin esta opción la contraseña se pide o, sin terminal, se lee de la primera línea de la entrada estándar
help-code = Código que acompaña a un mensaje; si no se indica, todos

## Claves de la ficha, para los programas de edición

schema-title = Caso de estudio
schema-settings = Ajustes de un sitio de Quipu
schema-vocabulary = Vocabulario de un sitio de Quipu
schema-synonyms = Sinónimos de un sitio de Quipu
synonyms-group = palabras que los lectores usan una por otra: [DCI, desnutrición crónica infantil]
setting-title = título del sitio; puede ir por idioma: {"{es: …, en: …}"}
setting-description = dos oraciones sobre el sitio; pueden ir por idioma
setting-languages = códigos de los idiomas; el primero es el principal
setting-base_url = dirección pública del sitio, cuando la haya
setting-theme = nombre de una carpeta de «themes»
setting-page_size = cuántos casos caben en una página de una lista
setting-public_folders = carpetas de «content» cuyos archivos se publican aunque ninguna página los enlace
setting-file_types = tipos de archivo que se publican además de los usuales, como dwg
setting-ignore = nombres de archivos y carpetas de «content» que no cuentan, como *.borrador
setting-raw_html = «sí» deja pasar el HTML de los textos sin limpiarlo
setting-facets = otras formas de clasificar los casos
setting-key = clave en los datos del caso, como pueblo_indigena
setting-name = cómo se llama en las páginas; puede ir por idioma
term-slug = identificador: minúsculas sin tilde, números y guiones; no cambia
term-name = cómo se llama en las páginas; puede ir por idioma
term-description = qué abarca; puede ir por idioma
term-aliases = otras palabras que se reconocen
term-ubigeo = código del INEI, si es un lugar
term-parent = identificador del término más amplio
key-type = qué clase de página es: caso, modelo o pagina
key-title = título
key-summary = una o dos oraciones: qué se hizo y qué se logró
key-date = cuándo se escribió, como 2026-11-23
key-updated = cuándo se revisó por última vez
key-draft = «sí» mientras no deba publicarse
key-menu = «sí» para que la página esté en el menú
key-aliases = direcciones que tuvo la página
key-also_known_as = otros nombres
key-region = departamento: nombre, identificador o UBIGEO
key-sector = de qué trata
key-management_model = modelo de gestión: un archivo de content/modelos
key-level = nivel de gobierno
key-status = qué tan probado está
key-objective = a qué objetivo responde
key-province = provincia, por nombre o UBIGEO
key-district = distrito, por nombre o UBIGEO
key-entity = gobierno o entidad a cargo
key-partners = quiénes ayudaron
key-period = años en que se hizo
key-start = primer año
key-end = último año; se omite si continúa
key-languages = lenguas que habla la población
key-population = a quiénes sirve
key-description = descripción
key-count = cuántas personas
key-year = año
key-source = número de la fuente, o varios: [1, 2]
key-results = qué cambió
key-indicator = qué se midió
key-unit = en qué unidad
key-baseline = valor y año antes
key-endline = valor y año después
key-value = número, con punto decimal
key-note = una aclaración
key-cost = cuánto costó
key-amount = monto
key-currency = moneda: PEN, USD
key-covers = qué cubre el monto
key-replication = qué exige hacerlo en otro lugar
key-conditions = qué debe existir antes
key-steps = qué hacer, en orden
key-who = quién lo hace
key-duration = cuánto toma
key-risks = qué puede fallar
key-risk = el riesgo
key-mitigation = qué ayuda a evitarlo
key-adopted_by = quién lo adoptó después
key-place = dónde
key-case = archivo del caso de ese gobierno
key-legal_framework = normas en que se apoya
key-norm = número de la norma
key-contacts = a qué institución preguntar
key-name = nombre
key-role = cargo
key-email = correo electrónico
key-phone = teléfono
key-url = dirección de la web, con https://
key-sources = de dónde sale cada dato; se citan por su orden
key-author = quién lo escribió
key-institution = quién lo publicó
key-cover = foto principal
key-image = archivo de la imagen
key-alt = qué se ve en ella
