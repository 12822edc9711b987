# Interface texts in English.

skip-to-content = Skip to content
menu = Main menu
home = Home
cases = Cases
models = Management models
regions = Regions
sectors = Sectors
search = Search
search-cases = Search cases
search-placeholder = E.g. safe water
not-translated = This page is not { $language }: go to the home page { $language }
languages = Languages

# Each language by its own name, then as what is written in it is marked. One that is
# not here is named by its code.
language-es = Español
language-en = English
language-pt = Português
language-qu = Runasimi
language-ay = Aymar aru
language-agr = Awajún
language-hub = Wampis
language-cni = Asháninka
language-shp = Shipibo-Konibo
foreign-es = in Spanish
foreign-en = in English
foreign-pt = in Portuguese
foreign-qu = in Quechua
foreign-ay = in Aymara
foreign-agr = in Awajún
foreign-hub = in Wampis
foreign-cni = in Asháninka
foreign-shp = in Shipibo-Konibo

breadcrumbs = You are in
more-pages = More about this site
made-with = Made with { $generator }. Works without a connection.
works-offline = You can copy this whole site to a USB stick and open it without internet.
license = The texts of this site may be used under the licence

facet-region = Region
facet-sector = Sector
facet-management_model = Management model
facet-level = Level of government
facet-status = Status
facet-objective = Objective
facet-year = Starting year

facets-region = Regions
facets-sector = Sectors
facets-management_model = Management models
facets-level = Levels of government
facets-status = Statuses of cases
facets-objective = Objectives
facets-year = Starting years

case-count = { $count ->
    [0] no cases
    [one] 1 case
   *[other] { $count } cases
}
municipality-invites = Cases from places like yours
count-management_model = { $count ->
    [one] 1 management model
   *[other] { $count } management models
}
count-region = { $count ->
    [one] 1 region
   *[other] { $count } regions
}
count-sector = { $count ->
    [one] 1 sector
   *[other] { $count } sectors
}
home-lead = What worked in a place like yours, what did it take, and how is it done?
latest-cases = Recent cases
all-cases = See all cases
browse-sector = On which subject?
browse-region = In which region?
browse-model = With which management model?
browse-other = Other ways to browse
all-cases-title = All cases
cases-about = { $count ->
    [0] There are no cases here yet.
    [one] One case of public management: what was done, what came of it and what replicating it takes.
   *[other] { $count } cases of public management: what was done in each, what came of it and what replicating it takes.
}
facet-about = Cases by { $facet }: { $names }.
no-cases = There are no cases here yet.
no-cases-help = Does your government have an experience to share? It may be the first.
terms-without-cases = No cases yet
about-place = { $provinces ->
    [one] { $name } has a single province and { $districts } districts.
   *[other] { $name } has { $provinces } provinces and { $districts } districts.
}
about-people = An estimated { $people } people lived there in 2020.
about-nature = Natural regions of its districts:
about-one-nature = All its districts are in the { $nature }.
about-cases = { $count ->
    [one] One case is told here
   *[other] { $count } cases are told here
}, from { $spread }: { $names }.
about-years = Starting year: { $span }.
about-years-of = { $count ->
    [one] When one of them began is known: { $span }.
   *[other] When { $count } of them began is known: { $span }.
}
about-none = No case on this site has “{ $name }” as its { $facet } yet.
about-sources = Population: INEI and CEPLAN, in github.com/jmcastagnetto/ubigeo-peru-aumentado. The natural region of each district follows from the altitude of its capital and its side of the Andes.
narrower-terms = Terms within it
page-of = Page { $number } of { $total }
previous = Previous
next = Next
pages = Pages of the list

summary-box = At a glance
entity = Lead body
partners = Supported by
period = Period
period-since = since { $start }
period-span = { $start } to { $end }
period-until = until { $end }
languages-spoken = Languages
population = Population
people = { $count } people
contents = On this page
results = Results in figures
indicator = Indicator
baseline = Before
endline = After
sources-short = Source
value = Value
change = Change
points = { $value } percentage points
adopted-from = Adopted from
regions-of-model = Where it is applied
sources-of-cases = Sources of the cases
percent = { $value }%
cost = Cost
money = { $currency } { $amount }
money-PEN = S/ { $amount }
money-USD = US${ $amount }
money-EUR = €{ $amount }
replication = Conditions, steps and risks
conditions = Conditions
steps = Steps
duration = Duration
who = Responsible
risks = Risks
mitigation = How to prevent it
adopted-by = Adopted by
legal-framework = Legal framework
contacts = Contacts
sources = Sources
source-number = Source { $number }
updated-on = Updated on { $date }
written-on = Written on { $date }
also-known-as = Also called
newest-of-model = Shown are the { $shown } newest of { $count } cases, with their results and sources; the others follow on the pages of this list. The results of all can be downloaded under
cases-of-model = Cases that apply it
pages-here = Pages
footnotes = Notes
footnote-back = Back to the text
table-scrolls = Table; scrolls sideways
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution

not-found = This page does not exist
not-found-help = Its name may have changed. Search for what you need, or start from the home page.
moved = This page has a new address
moved-to = Open it at its new address

search-title = Search cases and models
search-lead = Search by words or by region, sector and management model; it works without a connection, too.
search-label = What are you looking for?
search-hint = Accents and capitals do not matter.
search-needs-script = Search needs JavaScript. Without it, every case can be reached from these pages:
search-filters = Filter
search-clear = Clear filters
search-none = Nothing was found with those words. Try fewer words or clear a filter.
search-partial = No page has all the words; these have some of them.
search-one = 1 result
search-many = # results
search-more = Show more results
search-loading = Searching…
search-failed = The search index could not be read. The copy of the site may be incomplete.
search-in-section = In the section
search-everywhere = Search this site
search-hint-phrase = In quotation marks, words stand together: "safe water".
search-hint-exclude = A dash before a word leaves it out: gold -mining.
search-hint-field = A facet and its value narrow the search: region:loreto, status:validado.
search-sort = Sort by
search-sort-relevance = Relevance
search-sort-date = Date, newest first
search-sort-title = Title
search-some = These other pages have some of the words:
search-corrected = No page has “#1”: “#2” was searched instead.
search-unknown = No page has “#1” or anything like it.
search-browse = These pages lead to all the cases, too:
kind-case = Case
kind-model = Model
kind-page = Page

map-title = Map of Peru: cases by region
map-none = no cases
map-more = more cases
map-credit = Outlines: github.com/juaneladio/peru-geojson (MPL 2.0)
all-regions = All regions
matrix-title = Regions by sector
matrix-link = Where there are cases, and where they are missing
matrix-lead = How many cases there are of each sector in each region, and where knowledge is missing.
matrix-empty = { $count ->
    [0] Every pair has at least one case.
    [one] There is 1 pair without any case.
   *[other] There are { $count } pairs without any case.
}
related-cases = Related cases
in-common = In common:
other-cases = Other cases
newer-case = Previous
older-case = Next
how-to-cite = How to cite this page
code-of-address = QR code with the address of this page
locale = en_GB
results-of-cases = Results of its cases
adoption-over-time = Where it is applied, since when
feed-of-term = Follow what is new in this list (Atom)

kit-link = Replication sheet, to print and fill in
kit-title = Replication sheet
kit-help = Print this page and fill it in at a meeting: what there is, what is missing, who does what and when.
kit-who = Municipality or regional government
kit-where = District, province and region
kit-when = Date and person in charge
kit-conditions-of = What this case asked for:
kit-risk = Risk
kit-step = Step
kit-condition = Condition
kit-have = We have it
kit-missing = What is missing, and who sees to it
kit-due = Due date
kit-done = Done
kit-ours = In our case
kit-notes = Notes and agreements

municipality = My municipality
municipality-title = For my municipality
municipality-lead = Choose your region, province and district to see what governments of the most similar places did. Nothing you choose leaves your browser.
municipality-needs-script = Comparing places needs JavaScript. Without it, these pages lead to every case:
municipality-found = Places with cases, the most similar to # first
municipality-none = There are no cases in that sector in places that can be compared.
municipality-failed = The data of the places could not be read. This copy of the site may be incomplete.
municipality-alike = # similar
municipality-same = the place you chose
municipality-all = See more cases of this region →
municipality-more = Show more places
province = Province
district = District
choose = Choose…
whole-region = The whole region
whole-province = The whole province
level-region = # region
level-province = Province of #
any = Any
unknown = not known
thousands = ,
decimal = .
# Digits before the first separator of thousands: with 2, from 10 000 on; with 1, from 1000.
minimum-grouping-digits = 1
here = Yours
there = The case’s
factor = Measure
likeness = Similarity
likeness-how = How similarity is measured, and what each measure weighs
likeness-why = Why they are similar
likeness-explained = Each measure is scored from 0 to 100%; a place's score is their average, weighted as you choose. At the far left a measure does not count. One that is missing for either place counts as 50%: neither similar nor different.
likeness-reset = Back to the first weights
likeness-sources = Data: population estimated for 2020, monetary poverty of 2018 (of regions, 2020) and human development index of 2019, from INEI, UNDP and CEPLAN, gathered in github.com/jmcastagnetto/ubigeo-peru-aumentado. Where a case gives only its region, the whole region is compared.
factor-nature = Natural region
factor-nature-about = Share of its districts on the coast, in the highlands, the high and the low jungle, by the altitude of their capitals and which side of the Andes they lie on
factor-altitude = Altitude
factor-altitude-about = Of the capital. 2,000 metres apart, nothing in common
factor-population = Population
factor-population-about = By proportion: with a hundred times the people, nothing in common. Only between places of the same level
factor-poverty = Monetary poverty
factor-poverty-about = 40 points apart, nothing in common
factor-development = Human development index
factor-development-about = From 0 to 1. 0.3 apart, nothing in common
nature-coast = coast
nature-highlands = highlands
nature-high_forest = high jungle
nature-low_forest = low jungle

my-list = My list
my-list-lead = The cases you keep stay in this browser, offline too. You can compare them, print them or take them along as a file.
my-list-needs-script = Keeping a list needs JavaScript. Without it, these pages lead to every case:
my-list-empty = You have not saved any cases yet. The button for it is on the page of each case.
my-list-sent = This is a list somebody shared.
my-list-keep = Add these cases to my list
my-list-save = Save all in one file
my-list-link = Link to this list, for sharing it
my-list-file = my-list.html
my-list-gathering = Gathering the cases…
my-list-saved = # cases were saved in a file that can be sent or printed.
keep = Save to my list
kept = Remove from my list
drop = Remove
print = Print
compare = Compare selected
compare-this = Select to compare
compare-with = Compare with this case
compare-help = Choose two to four cases to compare them.
case-gone = This case is not in this copy of the site.
comparison = Compare cases
comparison-lead = Two to four cases side by side: place, period, cost, results and conditions.
comparison-needs-script = Comparing cases needs JavaScript. Without it, these pages lead to every case:
comparison-empty = Choose two to four cases to see them side by side:
comparison-loading = Reading the cases…
comparison-fact = Item

glossary = Glossary
glossary-lead = What the words and acronyms of this site mean. In the texts, the first mention of each links to this page.

site-map = Site map
site-map-lead = Every page of this site, by subject.
open-data = Open data
open-data-lead = All that this site knows of its cases, for spreadsheets and programs.
data-cases = Cases
data-cases-about = One row for each case: place, sector, management model, status, period, population, cost and conditions. The JSON file also has results, steps, risks and sources.
data-results = Measured results
data-results-about = One row for each indicator: its value before and after, each with its year.
data-csv = opens in Excel or LibreOffice, accents included
data-json = for programs
data-catalog = Catalog
data-catalog-about = These data described in DCAT, for data portals:
feeds = News
feeds-about = With an Atom reader you can follow new cases. Every list has its own, too.

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
