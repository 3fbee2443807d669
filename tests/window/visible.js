// Every text that is visible or told to a screen reader, in shadow trees too. A picture draws a portal's own texts, and counts with what
// is told about it.
const texts = [];
const TOLD = ["aria-label", "title", "placeholder", "alt"];
const look = (root) => {
  for (const node of root.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && node.data.trim() !== "") texts.push(node.data.trim());
    if (!(node instanceof Element) || ["STYLE", "SCRIPT"].includes(node.tagName)) continue;
    if (node.tagName !== "OPTION" && !node.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of TOLD) if (node.getAttribute(name)) texts.push(node.getAttribute(name));
    // Examples of commands, addresses and identifiers are for copying, and are values.
    if (node.getAttribute("role") === "img" || node.tagName === "CODE") continue;
    // A change shows the service's own names of its fields, and what is in them.
    if (node.matches("[data-test=change] td")) continue;
    if (node.shadowRoot) look(node.shadowRoot);
    look(node);
  }
};
look(document.body);
return texts;
