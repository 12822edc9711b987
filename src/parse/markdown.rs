//! The markdown Quipu understands: CommonMark with tables, footnotes,
//! strikethrough, task lists, heading ids and definition lists.

use pulldown_cmark::{OffsetIter, Options, Parser};

/// Events of a markdown text with their spans in it.
pub fn events(markdown: &str) -> OffsetIter<'_> {
    Parser::new_ext(markdown, options()).into_offset_iter()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}
