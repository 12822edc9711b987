-- Makes of a word processor's document what markdown can say: simple tables,
-- headings below the page's title, pictures without sizes. Writes the title to
-- "title.txt" and the pictures' old and new names to "pictures.txt", beside the text.

local picture_count = 0
local pictures = {}
local renamed = {}

local function unwrapped(element)
  return element.content
end

local function flat(blocks)
  return { pandoc.Plain(pandoc.utils.blocks_to_inlines(blocks, { pandoc.Space() })) }
end

local function without_breaks(block)
  return pandoc.walk_block(block, {
    LineBreak = function() return pandoc.Space() end,
    SoftBreak = function() return pandoc.Space() end,
  })
end

-- One line a row: no cell that spans others, no paragraphs in a cell.
local function simple_table(element)
  local simple = pandoc.utils.to_simple_table(element)
  local function row(cells)
    local flattened = {}
    for index, cell in ipairs(cells) do
      flattened[index] = { without_breaks(flat(cell)[1]) }
    end
    return flattened
  end
  local rows = {}
  for index, cells in ipairs(simple.rows) do
    rows[index] = row(cells)
  end
  local headers = row(simple.headers)
  local has_headers = false
  for _, cell in ipairs(headers) do
    has_headers = has_headers or pandoc.utils.stringify(cell) ~= ""
  end
  if not has_headers and #rows > 1 then
    headers = table.remove(rows, 1)
  end
  simple.headers = headers
  simple.rows = rows
  for index in ipairs(simple.widths) do
    simple.widths[index] = 0
  end
  return pandoc.utils.from_simple_table(simple)
end

local function picture(element)
  if not renamed[element.src] then
    picture_count = picture_count + 1
    local extension = element.src:match("%.(%w+)$") or ""
    renamed[element.src] = "quipu-imagen-" .. picture_count .. "." .. extension:lower()
    table.insert(pictures, element.src .. "\t" .. renamed[element.src])
  end
  local title = element.title
  if title:match("^fig:") then title = title:sub(5) end
  return pandoc.Image(element.caption, renamed[element.src], title)
end

-- A list of short paragraphs is written without empty lines between them.
local function tight(element)
  for _, item in ipairs(element.content) do
    if #item > 0 and item[1].t == "Para" and (#item == 1 or item[2].t:match("List$")) then
      item[1] = pandoc.Plain(item[1].content)
    end
  end
  return element
end

local function heading(element)
  if pandoc.utils.stringify(element) == "" then return {} end
  return pandoc.Header(element.level, element.content)
end

-- The document's title, else its only heading of the first level, if that comes first.
local function take_title(doc)
  if doc.meta.title then
    return pandoc.utils.stringify(doc.meta.title)
  end
  local tops = 0
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 1 then tops = tops + 1 end
  end
  local first = doc.blocks[1]
  if tops == 1 and first.t == "Header" and first.level == 1 then
    doc.blocks:remove(1)
    return pandoc.utils.stringify(first)
  end
  return ""
end

local function below_the_title(doc)
  local top = 6
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" then top = math.min(top, block.level) end
  end
  for _, block in ipairs(doc.blocks) do
    if block.t == "Header" then block.level = math.min(6, block.level - top + 2) end
  end
end

local function write(name, text)
  local file = assert(io.open(name, "wb"))
  file:write(text)
  file:close()
end

local function document(doc)
  write("title.txt", take_title(doc))
  write("pictures.txt", table.concat(pictures, "\n"))
  below_the_title(doc)
  return pandoc.Pandoc(doc.blocks, {})
end

return {
  { Div = unwrapped, Span = unwrapped, Underline = unwrapped, SmallCaps = unwrapped },
  { Header = heading, Image = picture, Table = simple_table, BulletList = tight, OrderedList = tight },
  { Pandoc = document },
}
