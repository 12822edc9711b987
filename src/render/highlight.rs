//! Code is highlighted at build time, as classes that the theme colours.

use std::sync::LazyLock;

use pulldown_cmark_escape::escape_html;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "c-" };

/// Code with a longer line, in bytes, stays plain: some syntaxes take the square of a
/// line's length.
const LONGEST_LINE: usize = 400;

/// `code` as HTML; plain where `language` is not known.
pub fn highlight(code: &str, language: &str) -> String {
    let mut html = String::from("<pre class=\"code\"><code>");
    match coloured(code, language) {
        Some(spans) => html.push_str(&spans),
        None => escape_html(&mut html, code).expect("writing to a string does not fail"),
    }
    html.push_str("</code></pre>\n");
    html
}

fn coloured(code: &str, language: &str) -> Option<String> {
    if code.lines().any(|line| line.len() > LONGEST_LINE) {
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
