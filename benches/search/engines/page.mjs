// The page that the other engines are searched with: the plainest that shows ten results.

export function searchPage(script) {
  return `<!doctype html>
<html lang="es">
<meta charset="utf-8">
<title>Buscar</title>
<input id="q" type="search" autocomplete="off">
<p id="search-status"></p>
<ol id="search-results"></ol>
<script type="module">
${script}
const field = document.getElementById("q");
let latest = 0;
async function show() {
  const turn = (latest += 1);
  const results = await search(field.value);
  if (turn !== latest) return;
  document.getElementById("search-results").replaceChildren(...results.map(entry));
}
function entry({ title, url, excerpt }) {
  const item = document.createElement("li");
  item.innerHTML = "<h2><a></a></h2><p></p>";
  item.querySelector("a").href = url;
  item.querySelector("a").textContent = title;
  item.querySelector("p").innerHTML = excerpt;
  return item;
}
field.addEventListener("input", show);
const asked = decodeURIComponent(location.hash.replace(/^#q=/, ""));
if (asked) {
  field.value = asked;
  show();
}
</script>
</html>
`;
}
