//! Cells of tables that spreadsheets open.

/// Signs with which spreadsheets begin a formula, in their full-width forms too.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Prefixes text that a spreadsheet would run as a formula with an apostrophe; numbers stay
/// numbers. See OWASP, "CSV Injection".
pub(crate) fn inert(cell: String) -> String {
    let is_blank = |character: char| character.is_whitespace() || character.is_control();
    let start = cell.trim_start_matches(|it: char| is_blank(it) || "\"'".contains(it));
    let is_formula = cell.starts_with(['\t', '\r', '\n']) || start.starts_with(FORMULA);
    let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
    match is_formula && !is_number {
        true => format!("'{cell}"),
        false => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        for formula in [
            "=1+1", "+a", "-2+3", "@SUM(a)", "\t=1", " =1", "\"=1", "＝1", "\r",
        ] {
            assert_eq!(inert(formula.to_owned()), format!("'{formula}"));
        }
        for plain in ["-3.5", "-3,5", "+51", "Agua", "", "a=b", "1-2"] {
            assert_eq!(inert(plain.to_owned()), plain);
        }
    }
}
