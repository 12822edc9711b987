# Messages of the command line, in English.
# Each diagnostic has its message (what is wrong) and its help (how to mend it).

level-error = error
level-warning = warning
level-help = help

## The file

not-utf8 = the file is not saved as UTF-8
    .help = open it in your editor and choose “Save as…” with UTF-8 encoding
too-large = the file is over { $limit } MiB, the most for a text
    .help = divide it into several pages, or publish it as a download
empty-file = the file is empty
    .help = write its content or delete it; “quipu new” creates a case with all its parts
unreadable = the file cannot be read: { $reason }
    .help = check that it exists and that you may read it
folder-loop = the folder contains itself through a symbolic link
    .help = delete the link or point it at another folder
outside-root = the symbolic link leads out of the “content” folder
    .help = copy the file into “content”: a site publishes only what is in it
forbidden-asset = a “.{ $extension }” file is not published: it could run instructions on the computer of whoever opens it
    .help = turn it into a picture or a PDF; if the site is trusted, set “raw_html: true” in quipu.yaml
invalid-file-name = the name “{ $name }” cannot be an address
    .help = use letters, digits and hyphens
name-too-long = the address “{ $permalink }” is over { $limit } letters
    .help = shorten the name of the file or of its folder
reserved-name = Windows keeps the name “{ $name }” for itself and would not copy the file
    .help = rename the file
undeclared-language = the name ends in “.{ $language }”, but the site does not declare that language
    .help = add “{ $language }” to “languages” in quipu.yaml, or remove the dot from the name

## Front matter

missing-front-matter = the front matter between two “---” lines at the top of the file is missing
    .help = begin with a “---” line, then “title: …” and another “---” line
unclosed-front-matter = the front matter begins with “---” but does not end
    .help = add a “---” line after the last key of the front matter
invalid-yaml = { $mistake ->
    [colon] there is a colon inside a text without quotes
    [tab] there is a tab where spaces must be
    [quote] a quote is not closed properly
    [bracket] a bracket or brace is not closed properly
    [indentation] the indentation does not match the lines around, or “:” is missing after the key
    [reserved] the text begins with a reserved sign
    [alias] “*” or “&” points to a name that does not exist
    [complex] the text has too many levels or repetitions
    [documents] there is a second “---” line inside the file
   *[other] this is not well-formed YAML
}
    .help = { $mistake ->
    [colon] put the whole text in quotes: title: "Water: a right"
    [tab] replace the tab with two spaces
    [quote] close the quote at the end of the text; inside, write \" for a quote
    [bracket] close each “[” with “]” and each “{ "{" }” with “{ "}" }”
    [indentation] align the keys of a group with spaces, and write “key: value”
    [reserved] put the text in quotes
    [alias] if you meant the sign itself, put the text in quotes
    [complex] simplify the front matter
    [documents] leave one front matter a file
   *[other] compare it with one that works; when in doubt, put texts in quotes
}
not-a-mapping = a group of “key: value” lines is expected here
    .help = write each fact as “key: value”, for example “title: My case”
unknown-key = there is no key “{ $key }”
    .help = { $near ->
    [none] check its spelling or delete it
   *[other] did you mean “{ $nearest }”?
}
foreign-key = Quipu does not use the key “{ $key }”
    .help = keep it or delete it; the page does not change
duplicate-key = the key “{ $key }” is repeated
    .help = keep one; note that a key may have a Spanish and an English name
missing-key = “{ $key }” is missing
    .help = add a line “{ $key }: …”
wrong-type = “{ $key }” must be { $expected ->
    [text] a text
    [texts] a text or a list of texts
    [number] a number
    [year] a year with four digits
    [boolean] “true” or “false”
    [list] a list
    [mapping] a group of “key: value” lines
    [localized-text] a text, or one text per language
   *[count] a whole number from 1 up
}
    .help = { $expected ->
    [text] for example: { $key }: "a text"
    [texts] for example: { $key }: [one, another]
    [number] for example: { $key }: 28.2
    [year] for example: { $key }: 2013
    [boolean] write “{ $key }: true” or “{ $key }: false”
    [list] write each item on a line of its own, after a hyphen
    [mapping] write “key: value” lines below, indented by two spaces
    [localized-text] for example: { $key }: { "{" }es: "un texto", en: "a text"{ "}" }
   *[count] for example: { $key }: 1
}
invalid-date = there is no such date as “{ $value }”
    .help = write year, month and day: 2026-11-23
invalid-period = the period ends before it begins
    .help = check its first and last year
unknown-type = there is no type “{ $value }”
    .help = { $near ->
    [none] the types are case, model and page
   *[other] did you mean “{ $nearest }”?
}
unknown-term = “{ $value }” is not in the vocabulary of “{ $facet }”
    .help = { $near ->
    [none] { $facet ->
        [management_model] write the name of a file in “content/modelos”, or create the model there
       *[other] use a term of that vocabulary, or add it there in “content/vocabulario”
    }
   *[other] did you mean “{ $nearest }”?
}
invalid-address = “{ $value }” is not a valid address
    .help = an address on the web begins with https://; an old address is like “casos/name.html”

## Vocabularies and configuration

unknown-vocabulary = no facet of the site is called “{ $name }”
    .help = { $near ->
    [none] rename the file or declare the facet in quipu.yaml
   *[other] did you mean “{ $nearest }.yaml”?
}
invalid-slug = “{ $value }” cannot be an identifier
    .help = use lower-case letters without accents, digits and hyphens, and no name already in use
duplicate-term = “{ $value }” already names another term of “{ $facet }”
    .help = keep the name in only one of the two
unknown-parent = there is no wider term “{ $value }”
    .help = { $near ->
    [none] use the identifier of a term in this same file
   *[other] did you mean “{ $nearest }”?
}
invalid-language = “{ $value }” is not a language code, or is repeated
    .help = use codes of two or three letters: es, en, qu
invalid-base-url = “{ $value }” is not the address of a site
    .help = write the full address, for example https://www.example.gob.pe/cases/
unknown-theme = the theme “{ $name }” is not there
    .help = create the folder “themes/{ $name }”, or use “quipu”, the built-in theme

## Between pages

duplicate-permalink = the address “{ $permalink }” already belongs to { $owner ->
    [none] a page that Quipu makes
   *[other] “{ $other }”
}
    .help = rename one of the two files
broken-link = the link “{ $target }” leads to no page and no file
    .help = { $near ->
    [none] write the path from this file to the other, for example ../modelos/model.md
   *[other] did you mean “{ $nearest }”?
}
broken-anchor = “{ $page }” has no heading “#{ $anchor }”
    .help = { $near ->
    [none] a link to a heading is made of its words: “## What was done” is #what-was-done
   *[other] did you mean “#{ $nearest }”?
}
absolute-link = the link “{ $target }” begins with a slash and would not work from a USB stick
    .help = write the path from this file, for example ../modelos/model.md
unsafe-link = the link “{ $target }” is not of a safe kind
    .help = use https://, mailto: or tel:, or the path of a page of the site
unknown-source = source { $number } is cited, but there { $count ->
    [0] are no sources
    [one] is only one source
   *[other] are { $count } sources
}
    .help = check the number, or add the source to “sources”

## Theme

template-syntax = the template is not well written: { $message }
    .help = correct the template; without it, the built-in theme's is used
template-failed = the template failed: { $message }
    .help = correct the template; without it, the built-in theme's is used
missing-template = the template “{ $name }” is missing
    .help = create it in the theme's “templates” folder
invalid-strings = the theme's texts are not well written: { $message }
    .help = each line is “name = text”

## Progress and result

stage-read = Reading the content
stage-resolve = Checking links and terms
stage-render = Making pages
stage-index = Making the search index
found-problems = { $errors ->
    [0] { $warnings ->
        [one] 1 warning.
       *[other] { $warnings } warnings.
    }
    [one] 1 error{ $warnings ->
        [0] {""}.
        [one] {" "}and 1 warning.
       *[other] {" "}and { $warnings } warnings.
    }
   *[other] { $errors } errors{ $warnings ->
        [0] {""}.
        [one] {" "}and 1 warning.
       *[other] {" "}and { $warnings } warnings.
    }
}
nothing-written = Nothing was written: the earlier site stands as it was.
checked = All in order: { $cases ->
    [one] 1 case
   *[other] { $cases } cases
}, { $models ->
    [one] 1 model
   *[other] { $models } models
}, { $pages } pages.
built = The site is ready: { $cases ->
    [one] 1 case
   *[other] { $cases } cases
}, { $models ->
    [one] 1 model
   *[other] { $models } models
}, { $pages } pages.
changes = { $written ->
    [0] No file changed
    [one] 1 file written
   *[other] { $written } files written
}, { $unchanged } unchanged, { $removed ->
    [0] none removed
    [one] 1 removed
   *[other] { $removed } removed
}.
open-site = To see it, open { $path }

## Usage and system errors

no-site = no “quipu.yaml” was found in { $path } or the folders above
    .help = go to the site's folder, name it with --root, or create one with “quipu init”
output-overlaps = the output folder { $path } overlaps the content's or the theme's
    .help = choose another folder with --output
output-foreign = the output folder { $path } holds files that are not Quipu's
    .help = choose an empty or new folder with --output; Quipu deletes no files of others
output-busy = another build is writing to { $path }
    .help = wait until it has finished
cannot-write = { $path } cannot be written: { $reason }
    .help = check the free space and the permissions
folder-not-empty = { $path } already holds files
    .help = choose an empty or new folder
file-exists = { $path } already exists
    .help = choose another title or edit that file
title-without-letters = the title has no letters and no digits
    .help = write a title in words, for example: quipu new "Safe water in Requena"
usage-unknown-argument = there is no option “{ $argument }”
usage-unknown-command = there is no command “{ $argument }”
usage-missing-command = what to do is missing
usage-missing-argument = { $argument } is missing
usage-invalid-value = “{ $value }” cannot be the value of { $argument }
usage-missing-value = { $argument } lacks a value
usage-repeated-argument = { $argument } is repeated or does not go with another option
usage-other = the command is not well written
usage-valid-values = possible values: { $values }
usage-similar = did you mean “{ $similar }”?
usage-see-help = “quipu --help” shows all commands
initialized = New site in { $path }
init-next = Go on like this:
init-step-build = builds the site
init-step-new = creates a case from its template
created = Created { $path }
created-next = Open it, fill in each part, and check it with “quipu check”.

## Help of the command line

help-usage = Usage:
help-commands = Commands
help-options = Options
help-arguments = Arguments
usage-quipu = quipu COMMAND [OPTIONS]
usage-build = quipu build [OPTIONS]
usage-check = quipu check [OPTIONS]
usage-init = quipu init [OPTIONS] [DIR]
usage-new = quipu new [OPTIONS] TITLE
about-quipu = Quipu turns a folder of case studies into a site that works on the web and from a USB stick.
about-build = Writes the site (also: construir)
about-check = Checks the content without writing anything (also: revisar)
about-init = Creates a new site with theme, vocabularies and an example (also: iniciar)
about-new = Creates a case study from a template (also: nuevo)
name-build = build
name-check = check
name-init = init
name-new = new
value-folder = DIR
value-language = LANG
value-when = WHEN
value-number = N
value-title = TITLE
value-term = TERM
help-root = The site's folder; by default the nearest one upwards with quipu.yaml
help-lang = Language of messages: es or en
help-color = Colours: auto, always or never
help-quiet = Tells only problems
help-verbose = Also tells how long each stage takes
help-help = Shows this help
help-version = Shows the version
help-output = Folder that the site is written to; by default “public” in the site's
help-threads = How many tasks at once; by default one per processor
help-drafts = Includes drafts
help-timings = Tells how long each stage takes
help-init-folder = Folder of the new site; by default the current one
help-title = Title of the case study
help-region = Its region, by name or UBIGEO
help-sector = Its sector
help-model = Its management model
