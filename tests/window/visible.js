// Every text that is visible or told to a screen reader, in shadow trees too. A picture draws a portal's own texts, and counts with what
// is told about it.
const texts = [];
// As the language writes a time: a value, whose month is in no words of ours.
const TIME = /[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M/g;
const take = (text) => {
  const rest = text.replace(TIME, "").trim();
  if (rest !== "") texts.push(rest);
};
const TOLD = ["aria-label", "title", "placeholder", "alt"];
const look = (root) => {
  for (const node of root.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) take(node.data);
    if (!(node instanceof Element) || ["STYLE", "SCRIPT"].includes(node.tagName)) continue;
    if (node.tagName !== "OPTION" && !node.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of TOLD) if (node.getAttribute(name)) texts.push(node.getAttribute(name));
    // Examples of commands, addresses and identifiers are for copying, and are values.
    if (node.getAttribute("role") === "img" || node.tagName === "CODE") continue;
    // Made at random, to be read out on the phone.
    if (node.matches("[data-test=check-phrase], [data-test=phrase]")) continue;
    // A change shows the service's own names of its fields, and what is in them.
    if (node.matches("[data-test=change] td")) continue;
    if (node.shadowRoot) look(node.shadowRoot);
    look(node);
  }
};
look(document.body);
return texts;
