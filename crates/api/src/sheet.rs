//! Tables for spreadsheets, as CSV (RFC 4180).

/// One row a line. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as names come from outside
/// (OWASP, "CSV Injection").
pub fn csv<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| written(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn written(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', ';', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let row = ["=1+1", "+1", "-1", "@x", " =x", "plain", "a \"b\", c"].map(str::to_owned);
        assert_eq!(csv([row]), "'=1+1,'+1,'-1,'@x,' =x,plain,\"a \"\"b\"\", c\"\r\n");
    }
}
