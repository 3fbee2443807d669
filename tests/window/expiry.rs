//! What ends soon is said by the desktop, once; and the system looks for it where somebody switched that on.

use std::{
    ffi::OsString,
    fs,
    os::unix::fs::PermissionsExt,
    process::Stdio,
    time::{Duration, Instant},
};

use crate::{
    home::Home,
    liaison::Liaison,
    notice::{self, Shown},
    registration, target,
};

async fn wait_for(shown: &Shown, count: usize) {
    let start = Instant::now();
    while shown.lock().unwrap().len() < count {
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", shown.lock().unwrap());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Not waited for on this thread, where the desktop's service answers.
async fn liaison(home: &Home, arguments: &[&str]) -> std::process::Output {
    let mut liaison = tokio::process::Command::new(target::programs().join("liaison"));
    liaison.args(arguments).envs(home.environment()).stdin(Stdio::null()).output().await.unwrap()
}

#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn the_desktop_says_once_what_ends_soon_when_the_window_starts() {
    let home = Home::new();
    let window = Liaison::practice(&home, &[]).await;
    registration::begin(&window, "Ending").await;
    registration::sign_in(&window, &home).await;
    // Short enough to be soon from the beginning.
    let set = liaison(&home, &["set", "Ending", "secret-days=10"]).await;
    assert!(set.status.success(), "{set:?}");
    window.page.click("plan").await;
    window.page.click("apply").await;
    window.page.wait_text("state-client-secret", "Done").await;
    window.page.wait_text("ends-client-secret", "ends in 10 days").await;
    window.close().await;

    // Nothing shows notifications yet: refused, and not lost.
    let alone = liaison(&home, &["check", "--expiry", "--notify"]).await;
    assert_eq!(alone.status.code(), Some(3), "{alone:?}");
    let bus = std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap();
    let (_desktop, shown) = notice::serve(&bus).await;
    let window = Liaison::practice(&home, &[]).await;
    wait_for(&shown, 1).await;
    let (title, text) = shown.lock().unwrap()[0].clone();
    assert_eq!(title, "Practice. Ending: a secret ends in 10 days");
    assert!(text.contains("Renew it"), "{text}");
    window.page.click("setup-Ending").await;
    window.page.wait_text("secret-client-secret", "ends on").await;
    window.close().await;

    // What a schedule runs says the same, and nothing a second time.
    let again = liaison(&home, &["check", "--expiry", "--notify"]).await;
    assert_eq!(again.status.code(), Some(1), "it ends soon: {again:?}");
    assert!(String::from_utf8_lossy(&again.stderr).contains("shown: 0"), "{again:?}");
    assert_eq!(shown.lock().unwrap().len(), 1);
    fs::write(home.path().join("data/reminders.json"), "{}").unwrap();
    let anew = liaison(&home, &["check", "--expiry", "--notify"]).await;
    assert!(String::from_utf8_lossy(&anew.stderr).contains("shown: 1"), "{anew:?}");
    assert_eq!(shown.lock().unwrap().len(), 2);
}

/// No systemd runs for this test's person. What it would be told is kept by a program of its name; its files are real, and read by
/// systemd itself in the unit test beside them.
#[tokio::test]
#[ignore = "needs a display and a session bus: ./dev test"]
async fn one_switch_writes_the_schedule_and_takes_it_away() {
    let home = Home::new();
    let programs = home.path().join("programs");
    fs::create_dir(&programs).unwrap();
    let told = home.path().join("told");
    let script = format!(
        "#!/bin/sh\necho \"$@\" >> '{}'\n[ ! -e '{0}.refuse' ] || {{ echo 'no bus' >&2; exit 1; }}\n",
        told.display()
    );
    fs::write(programs.join("systemctl"), script).unwrap();
    fs::set_permissions(programs.join("systemctl"), fs::Permissions::from_mode(0o700)).unwrap();
    let config = home.path().join("config");
    let path = [programs.as_os_str(), &std::env::var_os("PATH").unwrap()].join(&OsString::from(":"));
    let mut environment = home.environment();
    environment.extend([("PATH", path), ("XDG_CONFIG_HOME", config.clone().into())]);
    let window = Liaison::in_environment(environment, &[]).await;
    let page = &window.page;
    let units = config.join("systemd/user");
    let timer = units.join("liaison-expiry.timer");

    page.click("settings").await;
    page.wait_text("schedule-state", "does not look").await;
    page.click("schedule").await;
    page.wait_text("schedule-state", "looks once a day").await;
    page.screenshot("schedule-on").await;
    assert!(timer.is_file());
    let service = fs::read_to_string(units.join("liaison-expiry.service")).unwrap();
    let program = target::programs().join("liaison");
    assert!(
        service.contains(&format!("ExecStart=\"{}\" check --expiry --notify", program.display())),
        "{service}"
    );
    assert!(service.contains(&format!("LIAISON_HOME={}", home.path().join("data").display())), "{service}");
    let said = fs::read_to_string(&told).unwrap();
    assert_eq!(said, "--user daemon-reload\n--user enable --now liaison-expiry.timer\n");

    page.click("schedule").await;
    page.wait_text("schedule-state", "does not look").await;
    assert_eq!(fs::read_dir(&units).unwrap().count(), 0);
    let said = fs::read_to_string(&told).unwrap();
    assert!(said.ends_with("--user disable --now liaison-expiry.timer\n--user daemon-reload\n"), "{said}");

    // A system that does not take it: said, and nothing is left.
    fs::write(home.path().join("told.refuse"), "").unwrap();
    page.click("schedule").await;
    page.wait_text("problem", "no bus").await;
    page.screenshot("schedule-refused").await;
    assert_eq!(fs::read_dir(&units).unwrap().count(), 0);
    assert!(page.says("schedule-state", "does not look").await);
    window.close().await;
}
