use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kept::KeepView;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsView {
    /// `system` or a language code such as `en`.
    pub language: String,
    pub theme: Theme,
    pub proxy: ProxyView,
    /// An extra certificate authority: PEM text, or none. Its subjects are shown by "Check this computer".
    pub extra_ca: Option<String>,
    pub entra_client: EntraClient,
    /// Whether newer versions of Liaison are looked for; none until a build that can do so has asked.
    #[serde(default)]
    pub updates: Option<bool>,
    /// What is kept although it is needed no more.
    #[serde(default)]
    pub keep: KeepView,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    System,
    Light,
    Dark,
    /// Black, white and yellow, for systems that have no such mode of their own.
    HighContrast,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "proxy", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ProxyView {
    System,
    None,
    Address { address: String },
}

/// The application that signs the Microsoft admin in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "client", rename_all = "kebab-case", deny_unknown_fields)]
pub enum EntraClient {
    GraphCommandLineTools,
    AzureCli,
    /// The organisation's own public client.
    Own {
        client_id: String,
    },
}

impl EntraClient {
    /// The id of the words that say which it is, what consent it needs and why.
    pub fn word(&self) -> &'static str {
        match self {
            Self::GraphCommandLineTools => "signing-graph-command-line-tools",
            Self::AzureCli => "signing-azure-cli",
            Self::Own { .. } => "signing-own",
        }
    }
}

impl SettingsView {
    /// The language to speak: the chosen one, or the system's.
    pub fn spoken(&self) -> String {
        match self.language.as_str() {
            "system" => words::system_language(),
            chosen => chosen.to_owned(),
        }
    }
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            language: "system".into(),
            theme: Theme::System,
            proxy: ProxyView::System,
            extra_ca: None,
            entra_client: EntraClient::GraphCommandLineTools,
            updates: None,
            keep: KeepView::default(),
        }
    }
}
