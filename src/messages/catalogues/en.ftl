# Messages of the command line, in English.
# Each diagnostic has its message (what is wrong) and its help (how to mend it).

level-error = error
level-warning = warning
level-advice = advice
level-style = style
level-why = why
level-help = help

## The file

not-utf8 = the file is not saved as UTF-8
    .help = open it in your editor and choose “Save as…” with UTF-8 encoding
    .name = File that is not UTF-8
    .why = in any other encoding, accents and ñ would turn into odd signs
    .before = water.md saved as “ANSI” or “Windows-1252”
    .after = water.md saved as “UTF-8”
too-large = the file is over { $limit_mib } MB, the limit for a text
    .help = divide it into several pages, or publish it as a download
    .name = Text that is too large
    .why = such a page would not open on a phone or over a slow connection
    .before = a whole book in book.md
    .after = chapter-1.md, chapter-2.md, or book.pdf as a download
empty-file = the file is empty
    .help = write its content or delete it; “quipu new” creates a case with all its parts
    .name = Empty file
    .why = a page without a title cannot stand in any list
    .before = a new file, saved with nothing in it
    .after =
        ---
        title: Safe water in Lamas
        ---
unreadable = the file cannot be read: { system-reason }
    .help = check that it exists and that you have permission to read it
    .name = File that cannot be read
    .why = what cannot be read cannot be published
    .before = a file another person has open, or without permission to read
    .after = the same file, closed and readable
folder-loop = the folder contains itself through a symbolic link
    .help = delete the link or point it at another folder
    .name = Folder that contains itself
    .why = walking through it would never end
    .before = content/casos/all → content
    .after = content/casos without the link “all”
outside-root = the symbolic link leads out of the “content” folder
    .help = copy the file into “content”: a site publishes only what is in it
    .name = Symbolic link out of the content
    .why = it could publish a private file without anyone noticing
    .before = content/photos → a folder outside the site
    .after = content/photos with the photos copied into it
forbidden-asset = a “.{ $extension }” file is not published: it could run instructions on the computer of whoever opens it
    .help = turn it into a picture or a PDF
    .name = File that could run instructions
    .why = on a USB stick such a file acts with the permissions of whoever opens it
    .before = [Estimate](estimate.xlsm)
    .after = [Estimate](estimate.xlsx)
unused-files = { $count ->
        [one] no page uses this file, and it is not published: { $first }
       *[other] no page uses { $count } files, and they are not published: { $first }{ $others ->
            [0] {""}
           *[other] {" "}and { $others } more
        }
    }
    .help = { $count ->
        [one] link to it from a page, delete it, or name its folder under “public_folders” in quipu.yaml
       *[other] link to them from a page, delete them, or name their folder under “public_folders” in quipu.yaml
    }
    .name = Files that no page uses
    .why = what nobody links to is often there by oversight, and not everything should be public
    .before = content/casos/payroll.xlsx, without a link
    .after = [Budget](budget.xlsx) in the case
misnamed-document = this file is not read as a case or a page because of its name, and it is not published
    .help = rename it to “{ $intended }”; Windows may hide the last part of a name: turn it on under View → File name extensions
    .name = Page with another name
    .why = Quipu reads the texts of files that end in “.md”
    .before = content/casos/water.md.txt
    .after = content/casos/water.md
explanation = “{ $name }” has no front matter: it is taken for a note to those who work in the folder, and is not published
    .help = if it is a page, begin it with front matter and a title; if not, move it out of “content” or name it under “ignore” in quipu.yaml
    .name = Note to those who work in the folder
    .why = a working note is no part of the site
    .before = content/README.md
    .after = README.md, next to quipu.yaml
secret-file = this file is not published: { $secret ->
        [key] it has a private key
        [password] it has passwords or keys of a service
        [database] it is a database or a copy of one
       *[name] its name is one that keys and passwords are kept under
    }
    .help = { $secret ->
        [database] move it out of the folder and link only the data that may be public
       *[other] move it out of the folder and remove the link; if anybody else has seen it, change the key
    }
    .name = Secret file
    .why = what is published once cannot be taken back
    .before = [Data](register.sql)
    .after = [Data](summary-of-the-register.csv)
unlisted-type = files “.{ $extension }” are not published
    .help = { $extension ->
        [heic] open it and save it as JPG
        [heif] open it and save it as JPG
        [avif] open it and save it as JPG
        [tif] save it as JPG or, if it is a scanned document, as PDF
        [tiff] save it as JPG or, if it is a scanned document, as PDF
       *[other] convert it, for example to PDF; or add “{ $extension }” to “file_types” in quipu.yaml
    }
    .name = Type of file that is not published
    .why = a rare type does not open on every computer, and some can do harm
    .before = [Plan](plan.dwg)
    .after = [Plan](plan.pdf)
active-drawing = this drawing has something that runs or loads another file: { $part }
    .help = save it as “plain SVG” or export it as PNG
    .name = Drawing that runs or loads something
    .why = a drawing opened from a USB stick could act with the rights of whoever opens it
    .before = map.svg with <script>
    .after = map.svg without <script>, or map.png
invalid-pattern = “{ $value }” is not a pattern of names
    .help = write a name, or a part of one with “*”, for example *.draft
    .name = Malformed pattern of names
    .why = it decides which files are not taken into account
    .before = ignore: ["[draft"]
    .after = ignore: ["*.draft"]
unknown-folder = “content” has no files in the folder “{ $value }”
    .help = { $has_nearest ->
        [false] check the name, or remove it from quipu.yaml
       *[true] did you mean “{ $nearest }”?
    }
    .name = Folder that does not exist
    .why = the files that were meant to be published would not be
    .before = public_folders: [donwloads]
    .after = public_folders: [downloads]
file-for-root = “{ $name }” is not published from “content”: servers look for it at the root of the site
    .help = put it into the folder “root”, next to “content”: what is in it is published as it is
    .name = File for the root of the site
    .why = in another folder, or under another name, it has no effect
    .before = content/CNAME
    .after = root/CNAME
uncleanable-file = { $has_within ->
        [true] what reveals the place or the device cannot be removed from “{ $within }”, inside this file:
       *[false] what reveals the place or the device cannot be removed from this file:
    } { $fault ->
        [broken] it is damaged or incomplete
        [encrypted] it has a password
        [signed] it has a digital signature, which would no longer be valid
        [large] it is too large to be looked into
        [deep] there are files within files, too many times
        [picture] it is an image in a format that cannot be looked into, such as HEIC, TIFF or that of a camera
        [video] it is a video with a track of positions or readings
        [archive] it is a compressed file that cannot be looked into
        [office] it contains a photo with such data
       *[unknown] it contains them in a format that cannot be changed
    }
    .help = { $fault ->
        [broken] open it in its program, make sure that it is complete, and save it again
        [encrypted] save it again without a password
        [signed] publish the copy without a signature, or prepare the document with photos without such data and sign it again
        [large] make it smaller or divide it; you can also publish it on another site and link to it
        [deep] take the files out of the packages and link to them one by one
        [picture] open it and export it as JPEG or PNG
        [video] export it again in a video program, as MP4 and with picture and sound only
        [archive] compress the files again as ZIP, or link to them one by one
        [office] save it as .docx, .xlsx or .pptx, or export it as PDF
       *[unknown] export it in another format, such as PDF, JPEG, MP4 or MP3
    }
    .name = File with data about the place or the device
    .why = phones and cameras write into files where they were made and with which device; publishing that may put a person at risk
    .before = [The minutes](minutes.pdf), a PDF with a password
    .after = [The minutes](minutes.pdf), saved without a password
truncated-picture = the end of the image is missing: it was cut off
    .help = copy it again from where it is complete, or export it once more as JPEG or PNG
    .name = Truncated image
    .why = readers would see a part in grey or black
    .before = photo.jpg, from a copy that was interrupted
    .after = photo.jpg, copied again
lost-motion = the image moves, but it is published as a still one
    .help = save it as GIF to keep the motion, or as JPEG or PNG if it is not needed
    .name = Image that loses its motion
    .why = images are prepared in several sizes, and only GIFs keep their motion
    .before = ![The flow of water](flow.webp)
    .after = ![The flow of water](flow.gif)
unsafe-page = on the page “{ $page }”, { $fault ->
        [host] “{ $address }” is on another site
        [outside] “{ $address }” leaves the site’s folder
        [scheme] “{ $address }” is not an allowed link
        [missing] “{ $address }” leads to no page and no file
        [anchor] “{ $address }” leads to a place that does not exist
       *[active] { $address } would run when it is opened
    }
    .help = { $fault ->
        [host] copy the file into the site; a page of another site is linked with https://
        [outside] use files that are inside “content”
        [scheme] use https:, mailto: or tel:
        [missing] correct the address, or remove it
        [anchor] correct what follows “#”, or remove it
       *[active] remove that markup; if it comes from the theme, put the script into a file of “static”
    }
    .name = Finished page that loads or links what it must not
    .why = the site works without a connection, and nobody can slip in something that runs or reports to another site
    .before = <img src="//other.pe/photo.png">
    .after = ![The plant](photo.png)
invalid-file-name = the name “{ $name }” cannot be an address
    .help = use letters, digits and hyphens
    .name = Name that cannot be an address
    .why = the page's address comes from the file's name
    .before = content/casos/¿¿.md
    .after = content/casos/safe-water.md
name-too-long = the address “{ $permalink }” is over { $limit } characters
    .help = shorten the name of the file or of its folder
    .name = Address that is too long
    .why = Windows and USB sticks do not copy very long paths
    .before = content/casos/final-report-on-the-experience-of-… .md
    .after = content/casos/final-report.md
reserved-folder = the folder “{ $folder }” is for { $folder_use ->
        [language] the pages in another language
       *[program] what Quipu makes
    }, and nothing else is published in it
    .help = { $folder_use ->
        [language] put the translation beside the original, like case.en.md, or rename the folder
       *[program] use another name
    }
    .name = Folder that Quipu uses
    .why = what is put there would hide pages of Quipu, or stop showing with a newer version
    .before = content/datos/report.md
    .after = content/reports/report.md
reserved-name = Windows keeps the name “{ $name }” for itself and would not copy the file
    .help = use another name
    .name = Name that Windows reserves
    .why = copying the site would fail on Windows
    .before = content/casos/con.md
    .after = content/casos/conservation.md
undeclared-language = the name ends in “.{ $language }”, but the site does not declare that language
    .help = add “{ $language }” to “languages” in quipu.yaml, or remove the dot from the name
    .name = Language the site does not declare
    .why = undeclared, the translation would become another case
    .before = water.qu.md, with “languages: [es, en]” in quipu.yaml
    .after = water.qu.md, with “languages: [es, en, qu]” in quipu.yaml

## Front matter

missing-front-matter = the front matter between two “---” lines at the top of the file is missing
    .help = begin with a “---” line, then “title: …” and another “---” line
    .name = Front matter is missing
    .why = the title, and all that lets a page be found, come from it
    .before =
        # Safe water
    .after =
        ---
        title: Safe water
        ---
unclosed-front-matter = the front matter begins with “---” but does not end
    .help = add a “---” line after the last key of the front matter
    .name = Front matter does not end
    .why = without the second “---” line nobody knows where the text begins
    .before =
        ---
        title: Safe water

        The text
    .after =
        ---
        title: Safe water
        ---

        The text
invalid-yaml = { $mistake ->
    [colon] there is a colon inside a text without quotes
    [tab] there is a tab where there should be spaces
    [quote] a quote is not closed properly
    [bracket] a bracket or brace is not closed properly
    [indentation] the indentation does not match the lines around, or “:” is missing after the key
    [reserved] the text begins with a reserved sign
    [alias] “*” or “&” points to a name that does not exist
    [complex] the text has too many levels or repetitions
    [documents] there is one “---” line too many
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
    [complex] simplify the data
    [documents] delete the extra “---” line
   *[other] compare it with a file that works; when in doubt, put texts in quotes
}
    .name = Data that are not well written
    .why = one sign out of place can change the meaning of all that follows
    .before = title: Water: a right
    .after = title: "Water: a right"
not-a-mapping = a group of “key: value” lines is expected here
    .help = write each fact as “key: value”, for example “title: My case”
    .name = Lines “key: value” were expected
    .why = each fact is known by its key
    .before = period: from 2019 to 2022
    .after =
        period:
          start: 2019
          end: 2022
unknown-key = there is no key “{ $key }”
    .help = { $has_nearest ->
    [false] check its spelling or delete it
   *[true] did you mean “{ $nearest }”?
}
    .name = Key that does not exist
    .why = what stands under an unknown key would not reach the page
    .before = sumary: What was done
    .after = summary: What was done
foreign-key = Quipu does not use the key “{ $key }”
    .help = keep it or delete it; the page does not change
    .name = Key that Quipu does not use
    .why = it may come from another program; nobody would see it
    .before = layout: post
    .after = (without that line)
duplicate-key = the key “{ $key }” is repeated
    .help = keep one; note that a key may have a Spanish and an English name
    .name = Key that stands twice
    .why = only one of the two values could reach the page
    .before =
        sector: salud
        sector: ambiente
    .after =
        sector:
          - salud
          - ambiente
missing-key = “{ $key }” is missing
    .help = { $has_written ->
        [false] add a line “{ $key }: …”
       *[true] write its value after “{ $written }:”
    }
    .name = A required fact is missing
    .why = { $key ->
        [title] the title is what lists and links show
        [region] without it nobody would find the case by place, sector or model
        [sector] without it nobody would find the case by place, sector or model
        [management_model] without it nobody would find the case by place, sector or model
       *[other] the other facts rest on this one
    }
    .before = title: Safe water
    .after =
        title: Safe water
        region: Loreto
        sector: salud
        management_model: salud-comunitaria
wrong-type = “{ $key }” must be { $expected ->
    [text] a text
    [texts] a text or a list of texts
    [number] a number
    [amount] a number from 0 up
    [year] a year with four digits
    [boolean] “yes” or “no”
    [list] a list
    [color] a colour such as “#17553f”
    [mapping] a group of “key: value” lines
    [localized-text] a text, or one text per language
   *[count] a whole number from 1 up
}
    .help = { $expected ->
    [text] for example: { $key }: "a text"
    [texts] for example: { $key }: [one, another]
    [number] for example: { $key }: 28.2
    [amount] for example: { $key }: 100000
    [year] for example: { $key }: 2013
    [boolean] write “{ $key }: yes” or “{ $key }: no”
    [list] write each item on a line of its own, after a hyphen
    [color] between quotes, for instance: { $key }: "#17553f"
    [mapping] write “key: value” lines below, indented by two spaces
    [localized-text] for example: { $key }: { "{" }es: "un texto", en: "a text"{ "}" }
   *[count] for example: { $key }: 1
}
    .name = Value of another type
    .why = in another form it cannot be shown, ordered or compared
    .before = amount: a hundred thousand
    .after = amount: 100000
invalid-date = “{ $value }” is not a date that exists
    .help = write year, month and day: 2026-11-23
    .name = Date that does not exist
    .why = lists are ordered by date
    .before = date: 2026-02-31
    .after = date: 2026-02-28
invalid-period = the period ends before it begins
    .help = check its first and last year
    .name = Period that runs backwards
    .why = the case would stand under a year that is not its own
    .before =
        period:
          start: 2022
          end: 2019
    .after =
        period:
          start: 2019
          end: 2022
ambiguous-number = “{ $value }” can be read as { $large } or as { $small }
    .help = write { $large } or { $small }: thousands not set apart, and a point before decimals
    .name = Number that can be read in two ways
    .why = the page might say a thousand times too much or too little
    .before = amount: 100,000
    .after = amount: 100000
comma-in-braces = the comma set “{ $text }” apart from what stands before it
    .help = put the whole text in quotes; in a number, write a point before the decimals
    .name = Comma in braces
    .why = in braces a comma sets one fact apart from the next, and what follows would be lost
    .before = {"sources: [{title: Water, health and life}]"}
    .after = {"sources: [{title: \"Water, health and life\"}]"}
invalid-currency = “{ $value }” is not the code of a currency
    .help = { $has_nearest ->
        [false] use a code of three letters: PEN for soles, USD for dollars
       *[true] write “{ $nearest }”
    }
    .name = Currency that does not exist
    .why = with a code, any government knows in which currency it was spent
    .before = currency: soles
    .after = currency: PEN
reversed-measures = the endline is from a year before the baseline
    .help = check the two years
    .name = Result the wrong way round
    .why = the change would be computed backwards, and progress would look like a setback
    .before =
        baseline: {"{value: 28.2, year: 2022}"}
        endline: {"{value: 16.5, year: 2019}"}
    .after =
        baseline: {"{value: 28.2, year: 2019}"}
        endline: {"{value: 16.5, year: 2022}"}
unknown-type = there is no type “{ $value }”
    .help = { $has_nearest ->
    [false] the types are case, model and page
   *[true] did you mean “{ $nearest }”?
}
    .name = Kind of page that does not exist
    .why = what facts a page bears depends on it
    .before = type: cases
    .after = type: case
unknown-term = “{ $value }” is not in the vocabulary of “{ $facet }”
    .help = { $has_nearest ->
    [false] { $facet ->
        [management_model] write the name of a file in “content/modelos”, or create the model there
       *[other] use a term of that vocabulary, or add it there in “content/vocabulario”
    }
   *[true] did you mean “{ $nearest }”?
}
    .name = Term that is not in the vocabulary
    .why = with a misspelt term the case would not stand with those of its region or sector
    .before = region: Loretoo
    .after = region: Loreto
unknown-place = there is no { $is_district ->
    [true] district
   *[false] province
} “{ $value }” in { $within }
    .help = { $has_elsewhere ->
        [true] { $is_district ->
            [true] there is one in the province of { $elsewhere }: look at the region and the province
           *[false] that province is in another region: look at the region
        }
       *[false] { $has_nearest ->
            [false] write its official name or its UBIGEO
           *[true] did you mean “{ $nearest }”?
        }
    }
    .name = Province or district that is not in the region
    .why = whoever looks for cases from a place like theirs would not find it
    .before =
        region: loreto
        province: Lamas
    .after =
        region: san-martin
        province: Lamas
ambiguous-place = there are several districts “{ $value }” in the region
    .help = add the province ({ $provinces }) or write the district’s UBIGEO
    .name = District whose name is repeated
    .why = nobody would know which of them is meant
    .before =
        region: loreto
        district: Putumayo
    .after =
        region: loreto
        province: Putumayo
        district: Putumayo
invalid-address = “{ $value }” is not a valid address
    .help = { $has_nearest ->
        [false] { $form ->
            [web] copy the whole address from the browser; it begins with https://
            [mail] write one email address, for example office@example.gob.pe
            [phone] write only numbers after “tel:”, for example tel:+5142000000
           *[former] write the address the page had on the site, for example casos/name.html
        }
       *[true] did you mean “{ $nearest }”?
    }
    .name = Address that is not valid
    .why = whoever follows it would get nowhere
    .before = url: www.gob.pe/report
    .after = url: https://www.gob.pe/report

## Vocabularies and configuration

unknown-vocabulary = no classification of the site is called “{ $name }”
    .help = { $has_nearest ->
    [false] rename the file or declare the classification under “facets” in quipu.yaml
   *[true] did you mean “{ $nearest }.yaml”?
}
    .name = Vocabulary of a classification that does not exist
    .why = its terms would be of no use
    .before = content/vocabulario/sectors.yaml
    .after = content/vocabulario/sector.yaml
invalid-slug = “{ $value }” cannot be an identifier
    .help = use lower-case letters without accents, digits and hyphens, and no name already in use
    .name = Identifier that will not do
    .why = the address of the term's page comes from it
    .before = slug: Risk management
    .after = slug: risk-management
duplicate-term = “{ $value }” already names another term of “{ $facet }”
    .help = keep the name in only one of the two
    .name = Term that stands twice
    .why = nobody would know which of the two is meant
    .before =
        - slug: health
        - slug: public-health
          aliases: health
    .after =
        - slug: health
        - slug: public-health
          aliases: sanitation
unknown-parent = there is no wider term “{ $value }”
    .help = { $has_nearest ->
    [false] use the identifier of a term in this same file
   *[true] did you mean “{ $nearest }”?
}
    .name = Wider term that does not exist
    .why = the term would stand outside its group
    .before =
        - slug: nutrition
          parent: helth
    .after =
        - slug: nutrition
          parent: health
own-parent = “{ $value }” ends up being wider than itself
    .help = remove “parent” from one of the terms that point at each other
    .name = Term wider than itself
    .why = the group would have no beginning
    .before =
        - slug: health
          parent: health
    .after = - slug: health
invalid-synonym = { $fault ->
    [group] this is no group of synonyms
    [text] a synonym must be a text
   *[letters] this synonym has no letters and no digits
}
    .help = { $fault ->
        [group] { $has_nearest ->
            [false] write the words in brackets: - [DCI, chronic child malnutrition]
           *[true] put it in brackets: - { $nearest }
        }
        [text] if it has a colon, a comma or a bracket in it, put it in quotes
       *[letters] write the missing word, or delete the extra comma
    }
    .name = Synonym that is not well written
    .why = search would not know which words mean the same
    .before = - DCI, chronic child malnutrition
    .after = - [DCI, chronic child malnutrition]
lone-synonym = { $has_word ->
    [false] this group has no words
   *[true] this group has only “{ $word }”
}
    .help = write at least two words that mean the same, or delete the group
    .name = Group of fewer than two synonyms
    .why = one word alone helps to find nothing more
    .before = - [DCI]
    .after = - [DCI, chronic child malnutrition]
repeated-synonym = “{ $value }” { $owner ->
    [group] stands twice in this group
    [line] is already in the group on line { $place }
   *[file] is already in a group of { $place }
}
    .help = { $owner ->
        [group] keep the word once; case and accents do not matter
       *[other] if all of it means the same, join the two groups; if not, keep the word in only one
    }
    .name = Synonym that stands twice
    .why = { $owner ->
        [group] the second time adds nothing
       *[other] search would take the two groups for one
    }
    .before =
        - [malaria, paludism]
        - [Malaria, marsh fever]
    .after = - [malaria, paludism, marsh fever]
long-synonym = the synonym is over { $words } words or { $characters } characters
    .help = keep only the word or the name that somebody would type to search
    .name = Synonym that is too long
    .why = nobody searches with a whole sentence
    .before = - [DCI, slow growth that children under five suffer from because they are not fed well]
    .after = - [DCI, chronic child malnutrition, stunting]
too-many-synonyms = the group is over { $limit } synonyms
    .help = divide it into smaller groups, each of what means exactly the same
    .name = Group with too many synonyms
    .why = whoever searches for one of those words would get pages about other matters
    .before = - [health, hospital, clinic, vaccine, anaemia, …]
    .after =
        - [vaccine, vaccination]
        - [anaemia, anemia]
invalid-language = “{ $value }” is not a language code, or is repeated
    .help = use codes of two or three letters: es, en, qu
    .name = Language code that will not do
    .why = the language tells the browser how to read and break words
    .before = languages: [Spanish, English]
    .after = languages: [es, en]
invalid-base-url = “{ $value }” is not the address of a site
    .help = write the full address, for example https://www.example.gob.pe/cases/
    .name = Site address that will not do
    .why = search engines need it in full
    .before = base_url: example.gob.pe
    .after = base_url: https://example.gob.pe/
unknown-theme = the theme “{ $name }” is not there
    .help = create the folder “themes/{ $name }”, or use “quipu”, the built-in theme
    .name = Theme that cannot be found
    .why = without a theme there are no pages
    .before = theme: quipo
    .after = theme: quipu
theme-circle = theme “{ $name }” ends up being based on itself
    .help = remove “extends” from one of the themes that point at each other
    .name = Theme based on itself
    .why = nobody would know which theme to begin with
    .before =
        # themes/mine/theme.yaml
        extends: mine
    .after =
        # themes/mine/theme.yaml
        extends: quipu
invalid-logo = the logo { $fault ->
        [missing] is not there
        [outside] is outside the site's folder
        [long] has a longer path than the system allows
        [form] is no picture that browsers show
       *[large] weighs more than 1 MB or cannot be read
    }
    .help = { $fault ->
        [missing] write its path from “quipu.yaml”, for instance content/images/crest.png; a theme's, from its “static” folder
        [outside] copy it into the site's folder
        [long] give it a shorter name, and its folders
        [form] save it as SVG, PNG, WebP or JPG
       *[large] save it smaller: 200 pixels of height are enough
    }
    .name = Logo that cannot be used
    .why = every page shows it
    .before = logo: crest.bmp
    .after = logo: content/images/crest.png
low-contrast = { $text ->
        [ink] text is
        [quiet] secondary text is
        [brand] the brand’s colour is
        [accent] the accent is
       *[other] text on the brand’s colour is
    } hard to read on { $ground ->
        [raised] the background of cards
        [wash] the soft background
        [mark] the mark of found words
        [brand] the brand’s colour
       *[other] the background
    }{ $is_dark ->
        [true] {" "}on dark screens
       *[false] {""}
    }: its contrast is { $whole }.{ $tenth } and should be 4.5 or more
    .help = use { $nearest }, the nearest colour that reads well, or another background
    .name = Colour that is hard to read
    .why = whoever sees little, or reads in the sun, could not make out the letters
    .before =
        colors:
          brand: "#7fb3a0"
    .after =
        colors:
          brand: "#17553f"
out-of-range = the value { $value } of “{ $key }” is outside the allowed range, { $least } to { $most }; { $used } is used
    .help = write a number from { $least } to { $most }
    .name = Number outside the allowed range
    .why = outside that range, lists and photos would be too heavy, or photos could not be made out
    .before = page_size: 5000
    .after = page_size: 20
missing-strings = the theme has no strings in the language “{ $language }”
    .help = copy “es.ftl” from the theme's “i18n” folder to “{ $file }” and translate each string, or remove “{ $language }” from “languages”
    .name = Language without strings
    .why = the menu, buttons and notices would be in Spanish, but marked as written in the other language: a screen reader would mispronounce them
    .before =
        languages: [es, pt]
    .after =
        # after translating themes/quipu/i18n/pt.ftl
        languages: [es, pt]
incomplete-strings = { $count ->
        [one] one string of the theme is missing
       *[other] { $count } strings of the theme are missing
    } in the language “{ $language }”: { $first }{ $others ->
        [0] {""}
       *[other] {" "}and { $others } more
    }
    .help = translate { $count ->
        [one] it
       *[other] them
    } in “{ $file }”; until then { $count ->
        [one] it is
       *[other] they are
    } shown in Spanish
    .name = Strings without a translation
    .why = pages in that language show some strings in Spanish
    .before =
        # themes/quipu/i18n/pt.ftl
        search = Buscar
    .after =
        # themes/quipu/i18n/pt.ftl
        search = Buscar
        home = Início

## Between pages

duplicate-permalink = the address “{ $permalink }” already belongs to { $owner ->
    [file] “{ $other }”
    [home] the home page
    [cases] the list of all cases
    [list] a list of cases that Quipu makes
    [data] the open data
    [search] the search index
   *[page] a page that Quipu makes
}
    .help = { $owner ->
        [file] rename one of the two
       *[other] change this name
    }
    .name = Two pages at the same address
    .why = one would erase the other; Windows does not tell capitals apart
    .before = casos/Water.md and casos/water.md
    .after = casos/water.md and casos/water-lamas.md
broken-link = the link “{ $target }” leads to no page and no file
    .help = { $has_nearest ->
    [false] { $to ->
        [file] copy the file into “content” and write its path from this file
       *[other] write the path from this file to the other, for example ../modelos/model.md
    }
   *[true] did you mean “{ $nearest }”?
}
    .name = Broken link
    .why = whoever follows it, perhaps without a connection, would have nobody to ask
    .before = See the [model](autority.md)
    .after = See the [model](../modelos/autoridad.md)
broken-anchor = “{ $page }” has no heading “#{ $anchor }”
    .help = { $has_nearest ->
    [false] a link to a heading is made of its words: “## What was done” is #what-was-done
   *[true] did you mean “#{ $nearest }”?
}
    .name = Heading the other page does not have
    .why = the link would open the page somewhere else
    .before = See the [results](ara.md#resuts)
    .after = See the [results](ara.md#results)
absolute-link = the link “{ $target }” begins with a slash and would not work from a USB stick
    .help = write the path from this file, for example ../modelos/model.md
    .name = Link that begins with a slash
    .why = from a USB stick “/” is the root of the disk, not of the site
    .before = See the [case](/casos/ara.html)
    .after = See the [case](ara.md)
unsafe-link = the link “{ $target }” is not of a safe kind
    .help = { $has_nearest ->
        [false] use https://, mailto: or tel:, or the path of a page of the site
       *[true] did you mean “{ $nearest }”?
    }
    .name = Link of a kind that is not safe
    .why = it could run instructions on the computer of whoever follows it
    .before = See the [sheet](javascript:open())
    .after = See the [sheet](sheet.pdf)
unknown-source = source { $number } is cited, but there { $count ->
    [0] are no sources
    [one] is only one source
   *[other] are { $count } sources
}
    .help = check the number, or add the source to “sources”
    .name = Cited source that is not in the list
    .why = a figure without a source convinces no other government
    .before = It fell to 16.5% [3], with two sources in the front matter
    .after = It fell to 16.5% [2]
missing-alt = the image has no description
    .help = write what it shows: in the text, between the brackets: ![Three promoters with a microscope](photo.jpg); for the cover, after “alt:”
    .name = Image without a description
    .why = whoever cannot see the image, or cannot load it, is left without what it says
    .before = ![](photo.jpg)
    .after = ![Three promoters with a microscope](photo.jpg)

## The text

undefined-note = no note is called “{ $label }”
    .help = add a line “[^{ $label }]: …” below with the note; if it is no note, write \[ instead of [
    .name = Missing note
    .why = readers would see the brackets instead of the note
    .before = There is more in the note[^sample].
    .after =
        There is more in the note[^sample].

        {"[^sample]: The sample was 200 dwellings."}
uncited-note = nothing cites the note “{ $label }”, and what it says would not reach the page
    .help = write “[^{ $label }]” where the call belongs, or delete the note
    .name = Note that nothing cites
    .why = a note is seen only where the text calls it
    .before =
        There is more in the note.

        {"[^sample]: The sample was 200 dwellings."}
    .after =
        There is more in the note[^sample].

        {"[^sample]: The sample was 200 dwellings."}
repeated-note = there is a note called “{ $label }” already, and what this one says would not reach the page
    .help = give it another name, and cite it by that
    .name = Repeated note
    .why = nobody could tell to which of the two the call leads
    .before =
        {"[^1]: The sample was 200 dwellings."}

        {"[^1]: By the census."}
    .after =
        {"[^1]: The sample was 200 dwellings."}

        {"[^2]: By the census."}
unspaced-heading = a space is missing between “#” and “{ $words }”
    .help = write “## { $words }”, with a space, to make it a heading
    .name = Heading without its space
    .why = without the space it is plain text, and readers would see the marks
    .before = ##Results
    .after = ## Results
top-heading = the text has a second title of the page
    .help = begin sections with “##”; the page's title is already in the front matter
    .name = Second title of the page
    .why = whoever uses a screen reader expects one title on each page
    .before = # Results
    .after = ## Results
unknown-alert = “{ $name }” is not a kind of alert
    .help = { $has_nearest ->
    [false] write NOTE, TIP, IMPORTANT, WARNING or CAUTION between “[!” and “]”
   *[other] did you mean “[!{ $nearest }]”?
}
    .name = Alert of a kind that does not exist
    .why = without a known kind it stays a quote, and readers would see the marker
    .before =
        {"> [!WARNNG]"}
        {"> The well has no lid."}
    .after =
        {"> [!WARNING]"}
        {"> The well has no lid."}

deep-nesting = there are more than { $limit } levels of quotes, lists or emphasis here
    .help = simplify the text; look for needless “>”, “-” or “*”
    .name = Too many levels
    .why = no browser and no reader follows a text with so many levels
    .before = a line of a thousand “>”
    .after = {"> What somebody said"}
too-many-headings = the page has more than { $limit } headings
    .help = divide it; look for needless “#”
    .name = Too many headings
    .why = nobody would find anything in a table of contents that long
    .before = a whole book in one page
    .after = a page for each chapter
too-much-html = there is too much HTML in the page
    .help = write it in markdown or divide the page; { $tags } tags and { $kibibytes } KB are allowed
    .name = Too much HTML
    .why = all HTML is cleaned before it is published, and that much would take too long
    .before = a page exported from another program, pasted whole
    .after = its text, with markdown's headings, lists and tables

## Images

unreadable-picture = the image cannot be read: it is damaged or is not an image
    .help = open it on your computer and export it again as JPEG or PNG, or delete it if nobody uses it
    .name = Unreadable image
    .why = readers would see a gap in its place
    .before = a document that was renamed to photo.jpg
    .after = photo.jpg, exported as JPEG
picture-too-large = { $measure ->
        [mebibytes] the image is { $size } MB; the limit is { $limit }
        [megapixels] the image has { $size } million pixels; the limit is { $limit }
       *[side] the image is { $size } pixels long; the limit is { $limit }
    }
    .help = make it smaller in an image program; 2000 pixels of width are enough
    .name = Image too large
    .why = preparing it would use up the computer's memory, and no screen shows so many pixels
    .before = plan.png, of 20,000 × 20,000 pixels
    .after = plan.png, of 2000 × 2000 pixels
not-a-picture = “{ $target }” is no image that a browser shows
    .help = export it as JPEG or PNG; if it is a document, link to it: [description]({ $target })
    .name = Not an image
    .why = the formats HEIC, TIFF or PDF are not shown in a page; readers would find a gap
    .before = ![Water plant](plant.heic)
    .after = ![Water plant](plant.jpg)
foreign-picture = the image “{ $target }” is on another website
    .help = save it in the case's folder, if its licence allows that, and write its name
    .name = Image from another site
    .why = on a USB stick there is no connection, and the other site would learn who reads the page
    .before = ![Map](https://example.org/map.png)
    .after = ![Map](map.png)
html-picture = the image is written in HTML, which Quipu does not convert
    .help = write it in markdown: ![What it shows](photo.jpg)
    .name = Image in HTML
    .why = original photos are not published, only light forms of them without the camera's data; readers would see a gap
    .before = {"<img src=\"photo.jpg\">"}
    .after = ![Three promoters with a microscope](photo.jpg)

html-link = the link is written in HTML, which Quipu does not check
    .help = write it in markdown: [the words](file.md)
    .name = Link in HTML
    .why = it would lead to the original file, which is not published, and readers would find nothing
    .before = {"<a href=\"ara.md\">The case</a>"}
    .after = [The case](ara.md)

## Links to other sites, with “check --external”

dead-link = “{ $target }” answers { $status }: it leads to no page
    .help = look for the new address on that site, or for a copy at web.archive.org
    .name = Link to another site that leads nowhere any more
    .why = whoever wants to verify what the case says would not find its source
    .before = url: https://www.example.org/withdrawn-page
    .after = url: https://www.example.org/new-page
silent-link = nobody answers at “{ $target }”
    .help = try the address in a browser; if it does not open there either, look for another or take the link out
    .name = Link to a site that does not answer
    .why = it may pass; if it does not, readers would wait in vain
    .before = url: https://wwww.example.org
    .after = url: https://www.example.org

## Advice: what a government that wants to replicate a case would miss

long-summary = the summary has { $length } characters; keep it to { $limit }
    .help = say in one or two sentences what was done and what came of it
    .name = Long summary
    .why = lists and search results show all of the summary
    .before = summary: (five sentences with the project’s history)
    .after = summary: With community promoters, malaria fell from 50 to 12 cases per 1,000 inhabitants.
lacks-summary = the summary is missing
    .short = summary
    .help = add “summary: …”, one or two sentences
    .name = Case without a summary
    .why = it is what lists show before the case is opened
    .before = title: Safe water
    .after =
        title: Safe water
        summary: The municipality brought treated water to three communities.
lacks-results = the results are missing
    .short = results
    .help = add “results:” with an indicator, its baseline and its endline
    .name = Case without results
    .why = another government adopts what it can see to have worked
    .before = (the text says “important progress was made”)
    .after =
        results:
          - indicator: Chronic child malnutrition
            unit: "%"
            baseline:
              value: 28.2
              year: 2009
            endline:
              value: 16.5
              year: 2012
            source: 1
lacks-result-sources = some results have no source
    .short = source of the results
    .help = add “source: 1” to each result, with the number it has in “sources”
    .name = Result without a source
    .why = a figure without a source cannot be defended before a council
    .before = - indicator: Malaria cases
    .after =
        - indicator: Malaria cases
          source: 1
lacks-cost = the cost is missing
    .short = cost
    .help = add “cost:” with amount, currency, year and what it covers, if a source says so
    .name = Case without a cost
    .why = the first question is what it costs
    .before = (the text says “with its own resources”)
    .after =
        cost:
          amount: 74900000
          currency: PEN
          year: 2024
          covers: Annual budget
          source: 1
lacks-conditions = the conditions for replicating it are missing
    .short = conditions
    .help = add “replication:” with “conditions:”, what has to be there before
    .name = Case without conditions
    .why = what worked in one place may have rested on something another lacks
    .before = (no “replication”)
    .after =
        replication:
          conditions:
            - Ecological and Economic Zoning approved
lacks-steps = the steps are missing
    .short = steps
    .help = add “steps:” within “replication”, with duration and who, if known
    .name = Case without steps
    .why = whoever wants to do it asks where to begin
    .before = (no “steps”)
    .after =
        replication:
          steps:
            - title: Form the committee
              duration: 3 months
              who: Social development office
lacks-risks = the risks are missing
    .short = risks
    .help = add “risks:” within “replication”, each with what helps to prevent it
    .name = Case without risks
    .why = knowing what failed spares repeating it
    .before = (no “risks”)
    .after =
        replication:
          risks:
            - risk: Change of authorities
              mitigation: Approve the plan by ordinance
lacks-contacts = whom to ask is missing
    .short = contact
    .help = add “contacts:” with the body that can answer
    .name = Case without a contact
    .why = no written case answers every question
    .before = (no “contacts”)
    .after =
        contacts:
          - entity: Regional Health Office of Loreto
lacks-sources = the sources are missing
    .short = sources
    .help = add “sources:” with the title, institution and year of each document
    .name = Case without sources
    .why = without sources a fact cannot be told from an opinion
    .before = (no “sources”)
    .after =
        sources:
          - title: Evaluation report
            institution: Ministry of Health
            year: 2021
lacks-period = the period is missing
    .short = period
    .help = add “period:” with the first year and, if it ended, the last
    .name = Case without a period
    .why = a result is understood by the time it took
    .before = (no “period”)
    .after =
        period:
          start: 2017
          end: 2021
missing-translation = there is no translation into “{ $language }”
    .help = make a file beside it with the same name, ending in “.{ $language }.md” instead of “.md”
    .name = Missing translation
    .why = whoever reads in that language will see the original
    .before = water.md
    .after = water.md and water.en.md
stale-translation = the translation into “{ $language }” is older than the original’s last revision
    .help = look it over and put today’s date in “updated”
    .name = Translation out of date
    .why = it may say something the original no longer does
    .before = water.md of 23 November, water.en.md of 2 March
    .after = both of 23 November
and-more = and { $count } more like these in the same file
    .help = mend the first ones and check again
    .name = Too many problems in one file
    .why = they mostly have one cause
    .before = a file with a thousand broken links
    .after = the same, once the folder they point at is mended

## Style: what “quipu check --fix” can tidy

key-style = the key “{ $key }” is usually written “{ $usual }”
    .help = “quipu check --fix” changes it
    .name = Key by another name
    .why = front matter compares better if all of it uses the same keys
    .before = Title: Safe water
    .after = title: Safe water
term-style = the term “{ $value }” is usually written as its identifier, “{ $slug }”
    .help = “quipu check --fix” changes it
    .name = Term written by its name
    .why = the identifier stays when the name changes
    .before = region: San Martín
    .after = region: san-martin
date-style = the date “{ $value }” is usually written “{ $date }”
    .help = “quipu check --fix” changes it
    .name = Date in another order
    .why = year, month and day sort by themselves and are not confused
    .before = date: 23/11/2026
    .after = date: 2026-11-23
trailing-space = there are spaces at the end of the line
    .help = “quipu check --fix” removes them
    .name = Spaces at the end of a line
    .why = nobody sees them, and they make two equal lines look different
    .before = title: Safe water (and three spaces)
    .after = title: Safe water

## Theme

template-syntax = the template is not well written: { $message }
    .help = correct the template; without it, the built-in theme's is used
    .name = Template that is not well written
    .why = a template with a mistake would leave pages half made
    .before = a missing “endif”
    .after = each “if” with its “endif”
template-failed = the template failed: { $message }
    .help = { $has_available ->
        [false] correct the template; without it, the built-in theme's is used
       *[true] what there is here: { $available }
    }
    .name = Template that failed
    .why = it uses a fact the page does not have
    .before = page.cover.alt, on a page without a cover
    .after = page.cover within an “if page.cover”
missing-template = the template “{ $name }” is missing
    .help = create it in the theme's “templates” folder
    .name = A template is missing
    .why = each kind of page needs its own
    .before = themes/mine/templates without case.html
    .after = themes/mine/templates/case.html
invalid-strings = the theme's texts are not well written: { $message }
    .help = each line is “name = text”
    .name = Strings of the theme that are not well written
    .why = without them there is nothing to say on the pages
    .before = home: Start
    .after = home = Start
ignored-script = this “{ $path }” is not used: { $bytes ->
        [same] it equals the one in Quipu, which always uses its own
       *[other] it differs from the one in Quipu, which always uses its own
    }
    .help = delete it; put what you want to add into a file of another name
    .name = File that is not used
    .why = that file reads data whose format changes with the program, and a copy would not understand it
    .before = themes/quipu/static/search.js, copied from another version
    .after = without that file: the site has the program’s
outdated-copy = { $found ->
        [none] Quipu { $current } no longer uses “{ $path }”, which this site took from Quipu { $ejected }
       *[some] Quipu has changed “{ $path }” since this site took it: it was from Quipu { $ejected }, and this is { $current }
    }
    .help = { $found ->
        [none] delete it if it is no longer needed, or say that it is fine: quipu theme accept { $path }
       *[some] copy what is useful to you and say that it is up to date: quipu theme accept { $path }
            What changes from Quipu’s file (-) to this site’s (+):
            { $diff }
    }{ $more ->
        [0] {""}
        [one] {""}
            … and 1 more line
       *[other] {""}
            … and { $more } more lines
    }
    .name = Theme file that has changed in Quipu
    .why = the site would go without what was corrected or added in that file
    .before = themes/quipu/templates/case.html, from an earlier version
    .after =
        quipu theme accept templates/case.html
unchanged-copies = { $count ->
        [one] 1 file of “{ $folder }” is an unchanged copy of one of Quipu’s: { $files }
       *[other] { $count } files of “{ $folder }” are unchanged copies of Quipu’s: { $files }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }
    }
    .help = { $count ->
        [one] “quipu check --fix” removes it: the site will use the program’s
       *[other] “quipu check --fix” removes them: the site will use the program’s
    }
    .name = Unchanged copies of the theme
    .why = Quipu brings those files already, and the copies keep out those of a newer version
    .before = themes/quipu with all files of the theme
    .after = themes/quipu with only the files that you changed

## Progress and result

stage-read = Reading the content
stage-resolve = Checking links and terms
stage-pictures = Preparing images
stage-render = Making pages
stage-index = Making the search index
stage-external = Asking other sites
slowest-pages = Pages that took longest:
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
checked = No errors: { $cases ->
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
pictures = { $count ->
    [one] 1 image
   *[other] { $count } images
}, { $encoded ->
    [one] 1 prepared
   *[other] { $encoded } prepared
} now.
already-built = Nothing has changed: the site is up to date.
foreign-files = { $count ->
    [one] One file or folder in { $path } is not Quipu's and stays as it is
   *[other] { $count } files or folders in { $path } are not Quipu's and stay as they are
}: { $names }
changes = { $written ->
    [0] No file changed
    [one] 1 file written
   *[other] { $written } files written
}, { $unchanged } unchanged, { $removed ->
    [0] none removed
    [one] 1 removed
   *[other] { $removed } removed
}.
tidy-nothing = There is nothing to tidy.
tidy-question = Write these changes to { $files ->
    [one] 1 file
   *[other] { $files } files
}? [y/N]
tidy-declined = No file was changed. To write the changes without being asked: quipu check --fix --yes
tidy-copies = { $files ->
    [one] 1 unchanged copy of a file of Quipu’s will be removed:
   *[other] { $files } unchanged copies of Quipu’s files will be removed:
}
tidy-removed = { $files ->
    [one] 1 copy was removed.
   *[other] { $files } copies were removed.
}
tidy-done = { $files ->
    [one] 1 file was tidied.
   *[other] { $files } files were tidied.
}
report-format = a report ends in .html or .csv, not like { $path }
    .help = for example: quipu check --report report.html
report-written = Report written to { $path }
ejected-next = Change what you need: the site will use these files instead of Quipu’s. To go back to Quipu’s, delete them.
ejectable-from = { $path }  (already in the site, from Quipu { $version })
ejectable-own = { $path }  (already in the site)
ejections-comment =
    Which version of Quipu each file taken from its theme comes from, and the original’s SHA-256.
    Written by “quipu theme eject” and “quipu theme accept”. Keep it with the theme.
accepted = { $path }: up to date with Quipu { $version }
written = Wrote { $path }
task-renew = Quipu: renew the suggestions
task-check = Quipu: check
task-build = Quipu: build
snippet-yes = yes
snippet-no = no
review-heading = Score of each case (out of 100) and what it lacks to be replicated:
review-case = { $score }  { $path }: { $lacking }
review-more = { $rest ->
    [0] “quipu check --report report.html” makes a table of all cases.
   *[other] There are { $rest } more: “quipu check --report report.html” makes a table of all cases.
}
report-heading = How useful each case is for replicating it
report-file = File
report-title = Case
report-score = Score
report-yes = yes
report-no = no
no-address = Without “base_url” in quipu.yaml there are no feeds (Atom), no sitemap for search engines and no QR code.
open-site = To see it, open { $path }

## Copies to carry

stage-digest = Reading the site
stage-copy = Copying
stage-verify = Checking the copy
packed = Copy ready and checked: { $path }
update-packed = Update ready and checked: { $path }
update-summary = { $files } files, { $size }; { $removed ->
    [0] takes none away
    [one] takes 1 away
   *[other] takes { $removed } away
}. { $base ->
    [none] It leads
   *[some] From edition { $base }
} to edition { $edition }.
update-of-newer = edition { $edition } is older than that of the copy it updates, { $base }: “quipu apply” will refuse it
    .help = give another with --edition, or apply it with --allow-older
update-differences = Of the files that changed it brings only the differences: unpacking it is of no use; apply it with “quipu apply”.
differences-need-copy = to bring only the differences takes the earlier copy, and { $path } is only its list
    .help = name with --since the folder or the zip of that copy, or leave out --differences
too-different = too much has changed to bring only the differences
    .help = leave out --differences, or carry a whole copy
since-needs-zip = an update is a zip file, and { $path } would be none
    .help = end the name in .zip
zim-written = ZIM file for Kiwix: { $path }
zim-no-writer = writing a ZIM file takes openZIM’s program zimwriterfs
    .help = on Debian or Ubuntu: sudo apt install zim-tools; on Windows, from WSL
zim-foreign = { $path } is there and is no ZIM file
    .help = choose another name; Quipu does not delete files of others
zim-refused = { $program } did not take the site: { $said }
    .help = check that zim-tools is whole and up to date; an earlier file, if there was one, is as it was
pack-summary = { $files } files, { $size }. Edition { $edition }.
pack-signed = Signed with the key { $key }.
pack-unsigned = Not signed: whoever receives it can tell whether it is whole, but not whom it comes from. To sign it: --key
nothing-packed = Nothing was written.
not-packed = the copy in { $path } is not whole
    .help = check the stick or disk and pack again in the same place
not-built = there is no site built by Quipu in { $path }
    .help = build it with «quipu build» or name its folder with --site
built-by-other = the site in { $path } is of another version of Quipu
    .help = build it again with «quipu build»
irregular-file = { $path } is no common file, or its name is no text
    .help = build the site again with «quipu build»
occupied-file = the site has a file «{ $path }», a name that the copy needs for itself
    .help = rename that file in the theme's folder
invalid-edition = «{ $value }» is no date and time
    .help = write it like this: 2026-11-26T14:30:00Z
name-fault = { $fault ->
    [absolute] the path begins at a root or a drive
    [outside] the path leaves its folder or is incomplete
    [backslash] it has a backslash
    [control] it has a control character
    [forbidden] it has a sign that Windows does not accept: < > : " | ? *
    [device] Windows keeps that name for itself
    [trailing] a part ends in a point or a space, which Windows drops
   *[long] the path is too long to be copied in Windows
}
carry-name = «{ $path }» cannot be carried: { name-fault }
    .help = rename the file in the content or the theme and build again
carry-collision = «{ $path }» and «{ $other }» would be one file in Windows and on a USB stick
    .help = change one of the names and build again
carry-large = «{ $path }» has { $size }: a FAT32 stick takes no files of 4 GiB or more
    .help = make the file smaller or divide it
zip-large = the zip { $path } would have { $size }: a FAT32 stick takes no files of 4 GiB or more
    .help = pack into a folder, without .zip
no-room = the copy does not fit in { $path }: it takes { $needed } and { $available } are free
    .help = free { $lacking } or use another stick; what each file takes on it is counted
target-foreign = { $path } has files that are not of an earlier copy: { $file }
    .help = choose an empty or a new folder; Quipu deletes no files of others
target-file = { $path } is a file, not a folder
    .help = choose a folder; for a single file, end the name in .zip
target-folder = { $path } is a folder, not a zip file
    .help = add the name of the file, for example: site.zip
target-name = the copy cannot be called as { $path } is: { name-fault }
    .help = choose another name
target-overlaps = the copy in { $path } overlaps the built site
    .help = choose a folder outside of the site
target-repeated = { $path } is repeated or inside another target
    .help = name each target once

## Updating a copy

no-update = { $path } is no update
    .help = name the zip made by “quipu pack --since”
no-updatable = there is no copy in { $path } that can be updated
    .help = name the folder that holds MANIFEST.sha256; if the copy is in a zip, unpack it first
update-contradicts = what { $path } says does not go together: it is no update made by Quipu
    .help = ask whoever publishes it for another
update-other-base = the update is for another copy{ $found ->
    [none] {""}
   *[some] ; this is edition { $found }
}
    .help = { $needed ->
        [none] it takes the copy whose MANIFEST.sha256 has this sum: { $digest }
       *[some] it takes the copy of edition { $needed } (sum of its MANIFEST.sha256: { $digest }); ask for that copy, or for an update of yours
    }
update-older = the update leads to an older edition, { $offered }; the copy is of { $current }
    .help = if you really want to go back to it, use --allow-older
file-damaged = «{ $path }» is not as it was packed, and the update does not bring it
damaged = the copy is damaged: it cannot be updated
    .help = make or ask for a whole copy
update-no-room = the update does not fit beside the copy in { $path }: it takes { $needed } and { $available } are free
    .help = free { $lacking }; almost all of it is given back at the end
nothing-applied = Nothing was changed.
not-applied = the copy in { $path } is half updated
    .help = check the stick and apply the same update again: it goes on where it stopped
applied = Copy updated and checked: { $path }
applied-already = The copy was up to date already: { $path }
applied-summary = { $placed } new or changed files, { $removed } taken away. Edition { $edition }.

## Keys to sign with

ask-new-password = New password for the key
ask-password-again = The password again
passwords-differ = The passwords are not the same; write them again
ask-password = Password of the key
empty-password = the key's password is missing
    .help = write it when you are asked, or give it on standard input from a program; for a key without a password: --no-password
key-made = Key { $key }
    Secret: { $secret }
    Keep it where only you can read it, and off the sticks you give away. Without it or its password nothing can be signed.
    Public: { $public }
    Publish the number { $key } where people see it: by it they know whose a copy is.
open-key = anybody who copies { $path } can sign in the institution's name
    .help = use it only where nobody can write a password
key-published = a key is not made in { $folder }: what is there is published on the web
    .help = make it outside of the site, for example on a USB stick that only you have: quipu key new /media/usb/key
key-exists = { $path } is there already
    .help = choose another name; Quipu replaces no keys
no-key = { $path } holds no key of that kind
    .help = the secret key ends in .key and the public one in .pub
wrong-password = the password is not this key's
    .help = try again
key-failed = the key could not be used: { $said }
    .help = check that the key's file is whole

## Checking a copy

no-pack = there is no copy made with «quipu pack» in { $path }
    .help = name the folder that holds MANIFEST.sha256, or the zip file
verified = The copy is whole: { $files } files, { $size }.
verified-edition = { $title }. Edition { $edition }.
verified-update = The update is whole: { $files } files, { $size }. { $base ->
    [none] It is for the copy whose list of files has the sum { $digest }.
   *[some] It is for the copy of edition { $base }.
}
not-whole = the copy is not as it was packed{ $problems ->
    [0] {""}
    [one] : 1 problem
   *[other] : { $problems } problems
}
    .help = do not pass it on; ask for another copy or make one
file-altered = «{ $path }» was altered
file-exchanged = «{ $path }» was altered: it holds what «{ $other }» should hold
file-missing = «{ $path }» is missing
file-by-hand = the copy was updated by hand: what is extra may be of the edition before
    .help = to take it away, apply the same update with “quipu apply”
file-unfinished = the copy is being written, or was cut short while it was written or updated
    .help = pack again in the same place or, if it was being updated, apply the update again
file-extra = «{ $path }» is extra: it is not part of the copy
file-unreadable = cannot read «{ $path }»: { system-reason }
file-irregular = «{ $path }» cannot be part of a copy: { $fault ->
    [link] it is a link to another file
    [special] it is no common file, or its name is no text
    [collision] it is the same file as «{ $other }» where case does not matter
    [encrypted] it is encrypted
    [method] it is compressed in a way that Quipu does not use
    [ratio] it says to be much larger than what it can hold
    [inconsistent] the zip says different things of it in different places
   *[other] { name-fault }
}
manifest-line = list of files, line { $line }: { $fault ->
    [malformed] it is no digest and path: «{ $path }»
    [collision] «{ $path }» is repeated
    [seal] «{ $path }» cannot be in the list
   *[other] «{ $path }»: { name-fault }
}
zip-bomb = the zip holds much more than was packed; it was not opened
    .help = delete it: it could fill the disk of whoever opens it
seal-unsigned = the copy is not signed: one can tell whether it is whole, but not whom it comes from
seal-missing = the signature, the file that ends in .minisig, is missing
    .help = the copy should be signed; ask whoever publishes it for another
seal-malformed = the file that ends in .minisig is no signature
    .help = ask whoever publishes the copy for another
seal-no-key = the copy is signed with the key { $key }, which did not come with it
    .help = name the public key of whoever publishes it: --public-key key.pub
seal-other-key = the copy is signed with the key { $key }, not with { $wanted }
    .help = do not trust it until you know whose key that is
seal-wrong = the signature of the key { $key } is not of this list of files
    .help = somebody changed the list after it was signed; ask for another copy
seal-good = Signed with the key { $key } on { $time }
    The signature says: { $comment }
seal-own-key = The key came with the copy: this proves only that nothing changed since the owner of { $key } signed it. Compare that number with the one the institution publishes, or name its key with --public-key.

## What the copy itself says

edition-time = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }, { $year }, { $hour }:{ $minute } UTC
opening-link = Open the site
opening-edition = Edition of { $time }
opening-contents = { $files } files, { $size }
opening-signed = Signed with the key { $key }
opening-without-script = To know whether the copy is whole, follow the instructions in LEEME.txt.
opening-checking = Checking the copy…
opening-whole = As far as a browser can see, the copy is whole. To check every file, follow the instructions in LEEME.txt.
opening-missing = The copy is not whole. Ask for another or make one. Missing:
opening-mixed = This copy mixes two editions: its update was cut short. Apply it again (“quipu apply”, or unpack the zip over it), or ask for another copy.
unfinished =
    COPY NOT WHOLE

    This copy is being written, or was cut short. Do not pass it on: make another in
    the same place with «quipu pack». This file goes when the copy is whole and
    checked.
updating =
    HALF UPDATED

    This copy is being updated, or its update was cut short. Do not pass it on: apply
    the same update again with «quipu apply», which goes on where it stopped. This file
    goes when the copy is whole and checked.
instructions =
    { $title }

    Edition of { $time }
    { $edition } · { $files } files, { $size }
    { $key ->
        [none] Copy without a signature
       *[some] Signed with the key { $key }
    }

    HOW TO OPEN IT

    Double-click ABRIR.html. It opens in the browser the computer has; neither the
    internet nor an installation is needed.
    To take it to another computer, copy the whole folder.

    HOW TO CHECK THAT IT IS WHOLE

    With Quipu, from the folder that holds the copy:
        quipu verify FOLDER

    On Linux, inside the folder:
        sha256sum -c --quiet MANIFEST.sha256

    On macOS, inside the folder:
        shasum -a 256 -c MANIFEST.sha256

    On Windows, open PowerShell inside the folder and paste this line; if it writes
    nothing, the copy is whole:
        { $powershell }

    For a single file, on Windows, compare this digest with that in MANIFEST.sha256:
        certutil -hashfile sitio\index.html SHA256

    HOW TO UPDATE IT

    An update is a small zip. With Quipu, which first checks who signed it and that it
    is for this copy:
        quipu apply ACTUALIZACION.zip FOLDER

    Without Quipu, unpack the zip over this folder and let it replace files. Some old
    ones remain, to which no page leads. If the zip does not bring MANIFEST.sha256,
    check what is new with the list ACTUALIZACION.sha256.
instructions-signed =
    HOW TO KNOW WHOM IT COMES FROM

    With minisign, inside the folder:
        minisign -Vm MANIFEST.sha256 -p CLAVE.pub

    CLAVE.pub came with the copy: it proves that nothing changed since it was signed,
    not who signed it. Compare the key's number, { $key },
    with the one the institution publishes on its site or in its documents. If it is
    not the same, do not trust this copy.

## Usage and system errors

no-site = no “quipu.yaml” was found in { $path } or the folders above
    .help = go to the site's folder, name it with --root, or create one with “quipu init”
output-overlaps = the output folder { $path } overlaps the content's or the theme's
    .help = choose another folder with --output
output-foreign = the output folder { $path } holds files that are not Quipu's
    .help = choose an empty or new folder with --output; Quipu does not delete files that are not its own
output-clash = { $path } holds files or folders that are not Quipu's under names that the site needs: { $names }
    .help = rename them or move them out and build again; Quipu does not replace files that are not its own, and on Windows and USB sticks upper and lower case are the same name
output-unfinished = { $path } could not be put back: { system-reason }
    .help = the site is half replaced: close the program that uses it and build again, which completes it
output-busy = another build is writing to { $path }
    .help = wait until it has finished
serve-ready = The site can be seen at { $url }
    Save a file and the page renews itself. Press Ctrl+C to end.
serve-port-taken = Port { $port } is taken; { $other } is used instead.
serve-exposed = any computer of your network can see this site while it is shown
    .help = leave out “--address” so that only this computer sees it
serve-renewed = Renewed in { $milliseconds } ms.
serve-unsound = The page shows the last site without errors until these are mended.
serve-no-page = This page cannot be shown while there are errors.
serve-hide = Hide
cannot-listen = the site cannot be shown at { $address }, port { $port }: { system-reason }
    .help = give another port with “--port” or another address with “--address”
cannot-open = the browser could not be opened: { $said }
    .help = open { $url } in your browser
system-reason = { $reason ->
    [not-found] it does not exist
    [denied] you do not have permission
    [read-only] the disk or stick is read-only
    [full] no space is left
    [changed] it changed meanwhile
    [folder] it is a folder
    [no-folder] part of the path is no folder
    [busy] another program is using it
   *[other] { $said }
}
cannot-write = { $path } cannot be written: { system-reason }
    .help = { $reason ->
        [changed] it was left as it is; run the command again
        [read-only] lift the write protection or choose another folder
        [full] make room or choose another disk
        [denied] choose a folder that you may write to
        [busy] close it there and try again
       *[other] check the free space and the permissions
    }
folder-not-empty = { $path } already holds files
    .help = choose an empty or new folder
eject-unknown = Quipu’s theme has no “{ $path }”
    .help = { $near ->
        [some] did you mean “{ $nearest }”?
       *[none] “quipu theme eject” lists what can be ejected
    }
eject-outside = “{ $path }” is outside the theme
    .help = write the path within the theme, such as templates/case.html
eject-script = “{ $path }” cannot be ejected: it reads data whose format changes with the program
    .help = put what you want to add into a file of another name
eject-exists = the site’s theme already has “{ $path }”
    .help = to eject it again, first move or delete the one you have
accept-absent = the site’s theme does not have “{ $path }”
    .help = to eject it: quipu theme eject { $path }
file-exists = { $path } already exists
    .help = choose another title or edit that file
no-connection = none of the other sites answers; links to them were not checked
    .help = see that you are connected to the internet and try again
no-title = the case has no title
    .help = write it in quotes, for example: quipu new "Safe water in Requena"
no-pandoc = importing needs Pandoc, which is not installed on this computer
    .help = install it from pandoc.org and try again, or copy the text into a new case: quipu new
import-format = { $path } is no document that can be imported
    .help = save it from Word or LibreOffice as .docx or .odt and try again
import-too-much = { $limit ->
    [file] { $path } is larger than { $number } MiB: that is too much for a case
    [unpacked] { $path } takes more than { $number } MiB when unpacked: that is too much for a case
    [texts] { $path } has more than { $number } MiB of text and formatting: that is too much for a case
    [entries] { $path } has more than { $number } files in it: that is too much for a case
    [text] { $path } makes a text of more than { $number } MiB: that is too much for a case
    [memory] Pandoc needs more than { $number } MiB of memory to read { $path }
   *[time] Pandoc did not finish reading { $path } in { $number ->
        [one] 1 second
       *[other] { $number } seconds
    }
}
    .help = nothing was written; if you trust the document, remove very large pictures or tables from it, or split it, and try again; if you do not know where it comes from, do not use it
pandoc-failed = Pandoc could not read { $path }: { $reason }
    .help = open it in Word or LibreOffice, save it as .docx again and try once more
cannot-read = { $path } cannot be read: { system-reason }
    .help = check that the file exists and that you have permission to read it
title-without-letters = the title has no letters and no digits
    .help = write a title in words, for example: quipu new "Safe water in Requena"
unknown-code = there is no code “{ $code }”
    .help = codes are like Q0012; “quipu explain” shows them all
no-index = there is no search index in { $path }
    .help = build the site first, with “quipu build”
other-index = the search index in { $path } is of another version of Quipu
    .help = build the site again, with “quipu build”
searched-instead = No page has “{ $written }”: “{ $used }” was searched instead.
word-unknown = No page has “{ $word }” or anything like it.
nothing-found = Nothing was found for “{ $query }”.
some-words = These pages have only some of the words:
found = { $count ->
    [0] No page has all the words.
    [one] 1 page has all the words.
   *[other] { $count } pages have all the words; { $shown } results are shown.
}
usage-unknown-argument = there is no option “{ $argument }”
usage-unknown-command = there is no command “{ $argument }”
usage-missing-command = no command was given
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
external = Links to other sites: { $asked ->
    [0] none to check
    [one] 1 checked
   *[other] { $asked } checked
}; { $known ->
    [0] none
    [one] 1
   *[other] { $known }
} had answered within the seven days before.
imported = { $count ->
    [0] The document was read; it has no images.
    [one] The document was read, with 1 image.
   *[other] The document was read, with { $count } images.
}
ask-title = Title of the case
ask-region = Region
ask-sector = Sector
ask-management_model = Management model
created = Created { $path }
created-next = Open it, fill in each part, and check it with “quipu check”.
explain-before = Not like this:
explain-after = Like this:

## Help of the command line

help-usage = Usage:
help-commands = Commands
help-options = Options
help-arguments = Arguments
usage-quipu = quipu COMMAND [OPTIONS]
usage-build = quipu build [OPTIONS]
usage-check = quipu check [OPTIONS]
usage-explain = quipu explain [CODE]
usage-schema = quipu schema [OPTIONS]
usage-search = quipu search [OPTIONS] QUERY
usage-serve = quipu serve [OPTIONS]
usage-init = quipu init [OPTIONS] [DIR]
usage-new = quipu new [OPTIONS] [TITLE]
usage-import = quipu import [OPTIONS] FILE
usage-pack = quipu pack --to TARGET [--to TARGET …] [OPTIONS]
usage-verify = quipu verify [OPTIONS] COPY
usage-apply = quipu apply [OPTIONS] UPDATE [COPY]
usage-key = quipu key new [OPTIONS] [NAME]
usage-theme = quipu theme eject [FILE …] | quipu theme accept FILE …
usage-eject = quipu theme eject [OPTIONS] [FILE …]
usage-accept = quipu theme accept [OPTIONS] FILE …
usage-new-key = quipu key new [OPTIONS] [NAME]
about-quipu = Quipu turns a folder of case studies into a site that works on the web and from a USB stick.
about-build = Writes the site (also: construir)
about-check = Checks the content without writing anything (also: revisar)
about-explain = Explains a code such as Q0012, or all of them (also: explicar)
about-schema = Prints the JSON Schema of cases, with the site’s terms (also: esquema)
about-search = Searches the built site, as a reader would (also: buscar)
about-serve = Shows the site in the browser and renews it on every save (also: servir)
about-init = Creates a new site with vocabularies and an example (also: iniciar)
about-new = Creates a case study from a template (also: nuevo)
about-import = Turns a Word document into a case study, with its images (also: importar)
about-pack = Makes a copy of the built site to carry on a USB stick or in a zip (also: empacar)
about-verify = Checks that a copy is as it was packed and tells who signed it (also: verificar)
about-apply = Updates a copy with what an update brings (also: aplicar)
about-key = Keys to sign copies with (also: clave)
about-theme = Files of the theme, to change them in the site (also: tema)
about-eject = Copies files of Quipu’s theme into the site’s; lists them if there is no FILE (also: sacar)
about-accept = Marks theme files that Quipu has changed as reviewed (also: aceptar)
about-new-key = Makes a pair of keys: FILE.key, to be kept, and FILE.pub, to be published (also: nueva)
name-build = build
name-check = check
name-explain = explain
name-schema = schema
name-search = search
name-serve = serve
name-init = init
name-new = new
name-import = import
name-pack = pack
name-verify = verify
name-apply = apply
name-key = key
name-theme = theme
name-eject = eject
name-accept = accept
name-new-key = new
value-folder = DIR
value-language = LANG
value-when = WHEN
value-number = N
value-address = ADDRESS
value-title = TITLE
value-term = TERM
value-code = CODE
value-format = FORMAT
value-file = FILE
value-query = QUERY
value-order = ORDER
value-target = TARGET
value-name = NAME
value-time = TIME
value-pack = COPY
value-update = UPDATE
value-base = COPY
help-root = The site's folder; by default the nearest one upwards with quipu.yaml
help-lang = Language of messages: es or en
help-color = Colours: auto, always or never
help-quiet = Shows only problems
help-verbose = Also shows how long each stage takes
help-help = Shows this help
help-version = Shows the version
help-output = Folder that the site is written to; by default “public” in the site's
help-query = What to look for. Also "exact phrases", -word to exclude and region:loreto to filter
help-search-format = Format of the results: text or json
help-limit = How many results are shown; 10 unless given
help-sort = Order of the results: relevance, date or title
help-site = Folder of the built site; "public" in the site's own unless given
help-threads = How many tasks at once; by default one per processor
help-drafts = Includes drafts
help-timings = Shows how long each stage takes
help-port = Port to show the site at; if it is taken, the next one (4000 unless given)
help-address = IP address to show it at; without it, only this computer can see it
help-open = Opens the site in the browser
help-format = Format of problems: text, json or sarif
help-translations = Also shows which translations are missing or out of date
help-vscode = Writes schema, suggestions and tasks for Visual Studio Code into .vscode
help-external = Also checks whether links to other sites still work (needs a connection)
help-fix = Tidies keys, terms, dates and spaces; shows each change before
help-yes = With --fix, writes the changes without asking
help-report = Writes a table of all cases, HTML or CSV by its name
help-init-folder = Folder of the new site; by default the current one
help-title = Title of the case study
help-eject-file = File or folder of the theme, such as templates/case.html
help-accept-file = File of the site’s theme, such as templates/case.html
help-document = Word (.docx) or LibreOffice (.odt) document
help-region = Its region, by name or UBIGEO
help-sector = Its sector
help-model = Its management model
help-to = Folder, or file that ends in .zip or .zim, where the copy is written; can be repeated (also: --a)
help-zip = Makes each target a zip file, whatever its name
help-key = Secret key to sign with; its password is asked for or, without a terminal, read from standard input
help-edition = Date and time of the edition, like 2026-11-26T14:30:00Z; by default now, or SOURCE_DATE_EPOCH
help-pack = Folder or zip of the copy
help-zim = Makes each target a ZIM file for Kiwix, whatever its name; one that ends in .zim needs no option
help-since = Makes only an update of an earlier copy: its MANIFEST.sha256, its folder or its zip (also: --desde)
help-differences = Brings of what changed only what the earlier copy has not: much smaller, but of use only to “quipu apply” (also: --diferencias)
help-update = Zip made by “quipu pack --since”
help-copy = Folder of the copy; by default the current one
help-allow-older = Lets an older edition replace a newer one (also: --permitir-anterior)
help-public-key = Public key of whoever should have signed it; by default the one that came with the copy
help-key-name = Name of the files, without extension; by default “quipu”
help-no-password = Makes the key without a password; without this option the password is asked for or, without a terminal, read from the first line of standard input
help-code = Code that comes with a message; all, if none is given

## Keys of the front matter, for editors’ programs

schema-title = Case study
schema-settings = Settings of a Quipu site
schema-vocabulary = Vocabulary of a Quipu site
schema-synonyms = Synonyms of a Quipu site
synonyms-group = words that readers use one for another: [DCI, chronic child malnutrition]
setting-title = title of the site; may differ by language: {"{es: …, en: …}"}
setting-description = two sentences about the site; may differ by language
setting-languages = codes of the languages; the first is the main one
setting-base_url = public address of the site, once there is one
setting-theme = name of a folder in “themes”
setting-page_size = how many cases fit on a page of a list
setting-public_folders = folders of “content” whose files are published though no page links to them
setting-file_types = types of file that are published besides the usual ones, such as dwg
setting-ignore = names of files and folders of “content” that do not count, such as *.draft
setting-raw_html = “yes” lets HTML in texts pass without cleaning it
setting-facets = other ways to classify cases
setting-key = key in the facts of a case, such as indigenous_people
setting-name = what pages call it; may differ by language
term-slug = identifier: lower case without accents, numbers and hyphens; never changes
term-name = what pages call it; may differ by language
term-description = what it covers; may differ by language
term-aliases = other words that are recognised
term-ubigeo = INEI code, for a place
term-parent = identifier of the wider term
key-type = what kind of page it is: case, model or page
key-title = title
key-summary = one or two sentences: what was done and what came of it
key-date = when it was written, as 2026-11-23
key-updated = when it was last revised
key-draft = “yes” while it is not to be published
key-menu = “yes” for the page to stand in the menu
key-aliases = addresses the page used to have
key-also_known_as = other names
key-region = department: name, identifier or UBIGEO
key-sector = what it is about
key-management_model = management model: a file of content/modelos
key-level = level of government
key-status = how far it is proven
key-objective = which objective it serves
key-province = province, by name or UBIGEO
key-district = district, by name or UBIGEO
key-entity = government or body in charge
key-partners = who helped
key-period = years in which it was done
key-start = first year
key-end = last year; left out while it goes on
key-languages = languages the people speak
key-population = whom it serves
key-description = description
key-count = how many people
key-year = year
key-source = number of the source, or several: [1, 2]
key-results = what changed
key-indicator = what was measured
key-unit = in which unit
key-baseline = value and year before
key-endline = value and year after
key-value = number, with a decimal point
key-note = a remark
key-cost = what it cost
key-amount = amount
key-currency = currency: PEN, USD
key-covers = what the amount covers
key-replication = what doing it elsewhere takes
key-conditions = what has to be there before
key-steps = what to do, in order
key-who = who does it
key-duration = how long it takes
key-risks = what can go wrong
key-risk = the risk
key-mitigation = what helps to prevent it
key-adopted_by = who adopted it since
key-place = where
key-case = file of that government’s case
key-legal_framework = norms it rests on
key-norm = number of the norm
key-contacts = which institution to ask
key-name = name
key-role = position
key-email = email address
key-phone = telephone
key-url = address on the web, with https://
key-sources = where each fact comes from; cited by their order
key-author = who wrote it
key-institution = who published it
key-cover = main picture
key-image = file of the image
key-alt = what it shows
