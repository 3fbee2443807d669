//! The `sysparm_…` parameters of the Table API.

use axum::http::Uri;

use super::refusal::Refusal;

/// How many rows a page has when nothing is said.
const DEFAULT_LIMIT: usize = 10_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Display {
    #[default]
    Values,
    Rendered,
    Both,
}

#[derive(Debug)]
pub(super) struct Parameters {
    pub query: String,
    /// Plain parameters, `column=value`: conditions too.
    pub equals: Vec<(String, String)>,
    /// Absent: all columns.
    pub fields: Option<Vec<String>>,
    pub display: Display,
    pub links: bool,
    pub limit: usize,
    pub offset: usize,
    pub pagination_header: bool,
    pub count: bool,
    /// What is written is what a form would show.
    pub input_display_value: bool,
    /// The scope that the transaction is in, instead of the caller's current application.
    pub transaction_scope: Option<String>,
}

impl Parameters {
    /// # Errors
    /// For a parameter that practice does not simulate, and for numbers that are none.
    pub(super) fn of(uri: &Uri) -> Result<Self, Refusal> {
        let mut parameters = Self {
            query: String::new(),
            equals: Vec::new(),
            fields: None,
            display: Display::default(),
            links: true,
            limit: DEFAULT_LIMIT,
            offset: 0,
            pagination_header: true,
            count: true,
            input_display_value: false,
            transaction_scope: None,
        };
        for (name, value) in url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()) {
            parameters.take(&name, &value)?;
        }
        Ok(parameters)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), Refusal> {
        match name {
            "sysparm_query" => self.query = value.to_owned(),
            "sysparm_fields" => {
                let fields = value.split(',').map(str::trim).filter(|field| !field.is_empty());
                self.fields = Some(fields.map(str::to_owned).collect()).filter(|f: &Vec<_>| !f.is_empty());
            }
            "sysparm_display_value" => {
                self.display = match value {
                    "true" => Display::Rendered,
                    "all" => Display::Both,
                    _ => Display::Values,
                }
            }
            "sysparm_exclude_reference_link" => self.links = value != "true",
            "sysparm_limit" => self.limit = number(name, value)?,
            "sysparm_offset" => self.offset = number(name, value)?,
            "sysparm_suppress_pagination_header" => self.pagination_header = value != "true",
            "sysparm_no_count" => self.count = value != "true",
            "sysparm_input_display_value" => self.input_display_value = value == "true",
            "sysparm_transaction_scope" => self.transaction_scope = Some(value.to_owned()),
            _ if name.starts_with("sysparm_") => {
                return Err(Refusal::not_simulated(&format!("the parameter {name}")));
            }
            _ => self.equals.push((name.to_owned(), value.to_owned())),
        }
        Ok(())
    }
}

fn number(name: &str, value: &str) -> Result<usize, Refusal> {
    value.parse().map_err(|_| Refusal::bad_request(&format!("{name} is not a number"), None))
}
