//! Practice as the doors see it: the two services simulated in this process.

pub use practice::serve::Serve;
use practice::{Options, Practice};
use setup::{Problem, problem::Result, record::CloudAddresses};

use crate::view::home::{PracticeAccount, PracticeView};

/// The scene that a newcomer meets: nothing is registered yet.
const FIRST_SCENE: &str = "first-visit";

/// Both services, running until dropped or stopped.
pub struct Hosted {
    practice: Practice,
}

impl Hosted {
    /// Takes up the world kept in `home`, or begins one.
    ///
    /// # Errors
    /// `practice-not-started`: an unknown scene, or a port of the kept world that something else uses.
    pub async fn start(home: std::path::PathBuf, scene: Option<String>) -> Result<Self> {
        let scene = scene.or_else(|| (!home.join("practice.json").exists()).then(|| FIRST_SCENE.to_owned()));
        let options = Options { scene, home: Some(home), ..Options::default() };
        let practice = Practice::start(options)
            .await
            .map_err(|error| Problem::new("practice-not-started").arg("detail", error))?;
        Ok(Self { practice })
    }

    /// Removes the world kept in `home`, of every scene. Nothing may run on it.
    ///
    /// # Errors
    /// `file-not-written`
    pub fn forget(home: &std::path::Path) -> Result<()> {
        match std::fs::remove_dir_all(home) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Problem::new("file-not-written").arg("file", home.display()).arg("detail", error))
            }
            _ => Ok(()),
        }
    }

    pub fn view(&self) -> PracticeView {
        let announced = self.practice.announcement();
        PracticeView {
            tenant: announced.tenant.clone(),
            instance: announced.instance.clone(),
            scene: self.practice.scene().name.to_owned(),
            accounts: announced
                .accounts
                .iter()
                .map(|account| PracticeAccount {
                    service: account.service.clone(),
                    name: account.name.clone(),
                    roles: account.roles.clone(),
                })
                .collect(),
        }
    }

    pub fn cloud(&self) -> CloudAddresses {
        let cloud = &self.practice.announcement().cloud;
        CloudAddresses {
            login: cloud.login.clone(),
            graph: cloud.graph.clone(),
            entra_portal: cloud.entra_portal.clone(),
            admin_center: cloud.admin_center.clone(),
        }
    }

    pub async fn stop(self) {
        self.practice.stop().await;
    }
}
