//! Markdown tables, with columns aligned by classes: the content security policy of every
//! page forbids the inline styles that pulldown-cmark writes.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

/// State of a table while it is rendered.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
}

impl Table {
    /// Creates a table with these column alignments.
    pub(super) fn of(alignments: Vec<Alignment>) -> Self {
        Self {
            alignments,
            ..Self::default()
        }
    }

    /// Renders a table event as HTML; `None` for the content of cells.
    pub(super) fn html(&mut self, event: &Event<'_>) -> Option<String> {
        let html = match event {
            Event::Start(Tag::TableHead) => {
                self.start_row(true);
                "<thead><tr>"
            }
            Event::End(TagEnd::TableHead) => "</tr></thead><tbody>\n",
            Event::Start(Tag::TableRow) => {
                self.start_row(false);
                "<tr>"
            }
            Event::End(TagEnd::TableRow) => "</tr>\n",
            Event::Start(Tag::TableCell) => return Some(self.start_cell()),
            Event::End(TagEnd::TableCell) if self.is_head => "</th>",
            Event::End(TagEnd::TableCell) => "</td>",
            Event::End(TagEnd::Table) => "</tbody></table></div>\n",
            _ => return None,
        };
        Some(html.to_owned())
    }

    fn start_row(&mut self, is_head: bool) {
        self.is_head = is_head;
        self.column = 0;
    }

    fn start_cell(&mut self) -> String {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        self.column += 1;
        let name = if self.is_head {
            "th scope=\"col\""
        } else {
            "td"
        };
        format!("<{name}{class}>")
    }
}
