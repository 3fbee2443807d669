//! The page the browser shows once it has been here.

/// Its words, already in the person's language. Plain text: escaped here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Language tag for the page: `en`.
    pub lang: String,
    pub done_title: String,
    pub done_text: String,
    pub failed_title: String,
    pub failed_text: String,
}

/// A page without script, picture or outside reference, light or dark as the system is.
pub(super) fn page(lang: &str, title: &str, text: &str) -> String {
    let (lang, title, text) = (escape(lang), escape(title), escape(text));
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><style>{STYLE}</style></head>\
         <body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    )
}

/// Inline, as a page for one visit has nowhere to fetch from.
const STYLE: &str = ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0;\
display:grid;min-height:100vh;place-items:center}main{max-width:32rem;padding:2rem}h1{font-size:1.4rem}";

/// HTML's five.
fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, character| {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
        out
    })
}
