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
search-placeholder = For example: environmental management
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

facet-region = Region
facet-sector = Sector
facet-management_model = Management model
facet-level = Level of government
facet-status = Status
facet-objective = Objective
facet-year = Starting year

case-count = { $count ->
    [0] no cases
    [one] 1 case
   *[other] { $count } cases
}
home-lead = What worked in a place like yours, what did it take, and how is it done?
latest-cases = Recent cases
all-cases = See all cases
browse-sector = On which subject?
browse-region = In which region?
browse-model = With which management model?
browse-other = Other ways to browse
all-cases-title = All cases
no-cases = There are no cases here yet.
no-cases-help = Does your government have an experience to share? It may be the first.
terms-without-cases = No cases yet
narrower-terms = Terms within it
page-of = Page { $number } of { $total }
previous = Previous
next = Next
pages = Pages of the list

summary-box = At a glance
entity = Entity
partners = Supported by
period = Period
period-since = since { $start }
period-span = { $start } to { $end }
period-until = until { $end }
languages-spoken = Languages
population = Population
people = { $count } people
contents = On this page
results = Measured results
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
replication = To replicate it
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
cases-of-model = Cases that apply it
pages-here = Pages
footnotes = Notes
footnote-back = Back to the text
table-scrolls = Table; scrolls sideways

not-found = This page does not exist
not-found-help = Its name may have changed. Search for what you need, or start from the home page.
moved = This page has a new address
moved-to = Open it at its new address

search-title = Search cases and models
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
search-some = Besides, these pages have some of the words:
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
newer-case = Newer
older-case = Older
how-to-cite = How to cite this page
code-of-address = QR code with the address of this page
locale = en_US
results-of-cases = Results of its cases
adoption-over-time = Where it is applied, since when
feed-of-term = Follow what is new in this list (Atom)

kit-link = Replication sheet, to print and fill in
kit-title = Replication sheet
kit-help = Print this page or fill it in by hand at a meeting: what you have, what is missing, who does what and when.
kit-who = Municipality or regional government
kit-where = District, province and region
kit-when = Date and person in charge
kit-conditions-of = What this case asked for:
kit-condition = Condition
kit-have = We have it
kit-missing = What is missing, and who sees to it
kit-due = Date
kit-done = Done
kit-ours = In our case
kit-notes = Notes and agreements

site-map = Site map
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
