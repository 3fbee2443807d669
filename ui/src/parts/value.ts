// Values of objects as people read them: whatever a service had in a field.

export function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A list of texts, where it is one. */
export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(shown) : []);
