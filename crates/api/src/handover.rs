//! Handing a seat to a colleague at another machine, by a file that only that machine opens, once.

mod desk;
mod file;
mod give;
mod take;

pub(crate) use desk::Desk;
pub use file::FromFile;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use servicenow::InstanceAddress;
use setup::{
    Event as Entry, Guide, Problem, answers::domain, engine::secret_of, handover::Asked, ports::Vault as _,
    problem::Result,
};
use store::Waiting;
use vault::handover::Request;

use crate::{
    app::App,
    qr,
    view::{
        handover::{AskedView, AskingView},
        setup::SetupView,
    },
};

/// How long a request waits for its file, and a file behind a phrase for whoever opens it.
const LASTS: SignedDuration = SignedDuration::from_hours(7 * 24);
const PREFIX: &str = "liaison-request-1-";

impl App {
    /// Asks for a seat of the setup between that tenant and that instance. Its code may be shown to anyone.
    ///
    /// # Errors
    /// `domain-refused`, `address-refused`; why the vault cannot keep the identity that will open the file.
    pub async fn ask_for_seat(&self, tenant: &str, instance: &str, seat: &str) -> Result<AskedView> {
        let tenant_domain = domain(tenant).ok_or_else(|| Problem::new("domain-refused"))?;
        let instance =
            InstanceAddress::parse(instance).map_err(|error| steps::problem::of_address(&error))?;
        let practice = instance.origin().is_loopback();
        let store = self.store(practice);
        let request = Request::new();
        let asked = Asked {
            recipient: request.recipient(),
            machine: store.machine().await?,
            practice,
            tenant_domain,
            instance: instance.origin().to_string(),
            seat: seat.to_owned(),
        };
        let text = serde_json::to_string(&asked)
            .map_err(|error| Problem::new("view-unreadable").arg("detail", error))?;
        let sealed = self.inner().vault.seal("handover", Default::default(), &request.to_text()).await?;
        let until = Timestamp::now() + LASTS;
        let waiting =
            Waiting { recipient: request.recipient(), asked: text.clone(), until, blob: Some(sealed.blob) };
        store.keep_request(waiting).await?;
        asked_view(asked, &text, until)
    }

    /// The requests of this computer that still wait for their file.
    ///
    /// # Errors
    /// Why a store cannot be read.
    pub async fn asked_for(&self) -> Result<AskingView> {
        let mut asked = Vec::new();
        for store in [&self.inner().real, &self.inner().practice] {
            for waiting in store.open_requests(Timestamp::now()).await? {
                asked.push(asked_view(asked_of(&waiting)?, &waiting.asked, waiting.until)?);
            }
        }
        Ok(AskingView { asked, handed: self.inner().handed.has_file() })
    }

    /// Takes a seat back without a file: the other machine is lost, or its person is. Journaled.
    ///
    /// # Errors
    /// `seat-unknown`, `seat-is-here`
    pub async fn take_seat_back(&self, setup: &str, seat: &str) -> Result<SetupView> {
        let opened = self.open(setup).await?;
        let record = &opened.record;
        if opened.told.guide.seat(seat).is_none() {
            return Err(Problem::new("seat-unknown").arg("seat", seat));
        }
        if !record.is_elsewhere(seat) {
            return Err(Problem::new("seat-is-here").arg("seat", seat));
        }
        let by = record.accounts.values().next().cloned();
        let moved = Entry::SeatMoved {
            seat: seat.to_owned(),
            to: record.machine.clone(),
            by,
            taken_back: true,
            from: None,
        };
        self.append(&opened, vec![moved]).await?;
        self.show(setup).await
    }
}

fn asked_view(asked: Asked, text: &str, until: Timestamp) -> Result<AskedView> {
    let code = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(text));
    Ok(AskedView {
        qr: qr::of(&code)?,
        code,
        until: until.to_string(),
        seat: asked.seat,
        tenant: asked.tenant_domain,
        instance: asked.instance,
    })
}

/// # Errors
/// `store-damaged`
fn asked_of(waiting: &Waiting) -> Result<Asked> {
    serde_json::from_str(&waiting.asked)
        .map_err(|_| Problem::new("store-damaged").arg("detail", "handover_request.asked"))
}

/// # Errors
/// `handover-request-unreadable`
fn read_code(code: &str) -> Result<Asked> {
    let unreadable = || Problem::new("handover-request-unreadable");
    let code: String = code.split_whitespace().collect();
    let text = code.strip_prefix(PREFIX).ok_or_else(unreadable)?;
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| unreadable())?;
    serde_json::from_slice(&bytes).map_err(|_| unreadable())
}

/// What a new file is called, so that a desktop knows what to open it with.
fn file_name(setup: &str) -> String {
    crate::report::file_name(setup, "liaison")
}

/// The secrets that the seat's steps use: just these go into its file, and are taken from it.
fn needed(guide: &Guide, seat: &str) -> Vec<String> {
    let all: Vec<String> = guide.steps.iter().map(|step| secret_of(&step.id)).collect();
    let of_seat = guide.steps.iter().filter(|step| step.seat == seat);
    let named = of_seat.filter_map(|step| step.with.as_object()).flat_map(|with| with.values());
    let mut names: Vec<String> = named
        .filter_map(|value| value.as_str())
        .filter(|name| all.iter().any(|one| one == name))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_broken_into_lines_and_nothing_else() {
        let asked = Asked {
            recipient: "age1".into(),
            machine: "m".into(),
            practice: true,
            tenant_domain: "t.example".into(),
            instance: "https://i.example".into(),
            seat: "s".into(),
        };
        let text = serde_json::to_string(&asked).unwrap_or_default();
        let code = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(text));
        let (one, two) = code.split_at(30);
        assert_eq!(read_code(&format!(" {one}\n{two} ")).ok(), Some(asked));
        assert_eq!(
            read_code(&code[..40]).map_err(|problem| problem.code),
            Err("handover-request-unreadable".into())
        );
        assert!(read_code("AGE-SECRET").is_err());
    }
}
