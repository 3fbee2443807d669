// The visible elements that a selector finds, in shadow trees too; with a text, only those that show it.
const [selector, text] = arguments;
const found = [];
const look = (root) => {
  for (const element of root.querySelectorAll("*")) {
    if (element.matches(selector) && element.checkVisibility({ visibilityProperty: true })) found.push(element);
    if (element.shadowRoot) look(element.shadowRoot);
  }
};
look(document);
// textContent does not see slotted or shadow text; innerText of the light tree is what a person reads here.
return text === null ? found : found.filter((element) => element.innerText.trim() === text || element.value === text);
