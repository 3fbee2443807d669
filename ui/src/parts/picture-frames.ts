// The top bars of the portals, so that each drawing holds only what is its own.

const bar = (inner: string) => `<div class="bar">${inner}<span data-icon="person"></span></span></div>`;
const signs = (...names: string[]) => names.map((name) => `<span data-icon="${name}"></span>`).join("");
const tools = (...names: string[]) => `<span class="tools"><span class="wide">${signs(...names)}</span>`;
const search = (text: string) => `<span class="search">${signs("search")}${text}</span>`;

/** A drawing's class to the bar above it. The slot `page` is the drawing's `data-page`. */
export const FRAMES = {
  azure: bar(
    `${signs("menu")}<span class="brand">Microsoft Entra admin center</span>${search("Search resources, services, and docs")}${tools("bell", "gear", "help")}`,
  ),
  instance: bar(
    `<span class="brand">ServiceNow</span><span>All</span><span>Favorites</span><span>History</span><span class="search"><span data-value="page"></span>${signs("star")}</span>${tools("search", "globe", "help", "bell")}`,
  ),
  admin: bar(`${signs("apps")}<span class="brand">Microsoft 365 admin center</span>${search("Search")}${tools("bell", "gear", "help")}`),
};
