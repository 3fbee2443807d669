// Where the keyboard is.

/** Whether the focus is within an element or nowhere: a button that went away leaves it nowhere. */
export function isHere(element: Element): boolean {
  let active = document.activeElement;
  if (active === null || active === document.body) return true;
  while (active && active !== element) active = active.shadowRoot?.activeElement ?? null;
  return active === element;
}
