// What @tauri-apps/api's invoke is, without the package.
const { invoke } = window.__TAURI_INTERNALS__;

const button = document.createElement("button");
button.textContent = "Begin";
document.body.append(button);
requestAnimationFrame(() => void invoke("ready"));
