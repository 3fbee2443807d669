/// The language that the person's system speaks, such as `de-AT`; English when it does not say.
pub fn system_language() -> String {
    sys_locale::get_locale().unwrap_or_else(|| crate::FALLBACK.to_owned())
}
