//! The display's clipboard, as another program finds it.

use x11rb::{
    connection::Connection,
    protocol::{
        Event,
        xproto::{AtomEnum, ConnectionExt, CreateWindowAux, WindowClass},
    },
    wrapper::ConnectionExt as _,
};

/// The text on it, if there is any.
pub fn text() -> Option<String> {
    arboard::Clipboard::new().expect("there is a display").get_text().ok()
}

/// Puts another text on it, as some other program, for as long as what is returned lives.
pub fn put(text: &str) -> arboard::Clipboard {
    let mut board = arboard::Clipboard::new().expect("there is a display");
    board.set_text(text).expect("the clipboard takes text");
    board
}

/// The forms in which its owner offers what is on it.
pub fn forms() -> Vec<String> {
    let (display, screen) = x11rb::connect(None).expect("there is a display");
    let root = display.setup().roots[screen].root;
    let window = display.generate_id().expect("the display has ids");
    let plain = CreateWindowAux::new();
    display
        .create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &plain)
        .expect("a window");
    let atom = |name: &str| {
        display.intern_atom(false, name.as_bytes()).expect("a name").reply().expect("a name").atom
    };
    let (clipboard, targets, here) = (atom("CLIPBOARD"), atom("TARGETS"), atom("LIAISON_TEST"));
    display.convert_selection(window, clipboard, targets, here, x11rb::CURRENT_TIME).expect("it is asked");
    display.sync().expect("the display answers");
    loop {
        if let Event::SelectionNotify(_) = display.wait_for_event().expect("the display answers") {
            break;
        }
    }
    let found = display.get_property(false, window, here, AtomEnum::ATOM, 0, 1024).expect("it is asked");
    let found = found.reply().expect("the display answers");
    let name = |atom: u32| {
        let name = display.get_atom_name(atom).expect("it is asked").reply().expect("the display answers");
        String::from_utf8_lossy(&name.name).into_owned()
    };
    found.value32().into_iter().flatten().map(name).collect()
}
