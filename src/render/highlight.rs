//! Syntax highlighting at build time, with classes that the theme colours.

use std::sync::LazyLock;

use pulldown_cmark_escape::escape_html;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "c-" };

/// Maximum length of a line in bytes. Code with a longer one is not highlighted, because
/// some syntaxes take quadratic time.
const MAX_LINE_BYTES: usize = 400;

/// Renders `code` as HTML; not highlighted if `language` is unknown.
pub(super) fn highlight(code: &str, language: &str) -> String {
    let mut html = String::from("<pre class=\"code\"><code>");
    match highlighted(code, language) {
        Some(spans) => html.push_str(&spans),
        None => escape_html(&mut html, code).expect("writing to a string does not fail"),
    }
    html.push_str("</code></pre>\n");
    html
}

fn highlighted(code: &str, language: &str) -> Option<String> {
    if code.lines().any(|line| line.len() > MAX_LINE_BYTES) {
        return None;
    }
    let token = language
        .split([',', ' '])
        .next()
        .filter(|token| !token.is_empty())?;
    let syntax = SYNTAXES.find_syntax_by_token(token)?;
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, STYLE);
    for line in code.split_inclusive('\n') {
        generator
            .parse_html_for_line_which_includes_newline(line)
            .ok()?;
    }
    Some(generator.finalize())
}
