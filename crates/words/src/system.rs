/// The first of the system's languages that is here, such as `de-AT`, in the person's order; English when none is.
pub fn system_language() -> String {
    let mut wanted = sys_locale::get_locales();
    wanted.find(|language| crate::found(language).is_some()).unwrap_or_else(|| crate::FALLBACK.to_owned())
}
