// The small signs of portal pages, drawn by us on a grid of 16 by 16. They take the colour of the text around them.

const SVG = "http://www.w3.org/2000/svg";

/** Name to the lines of a sign. */
export const ICONS = {
  add: "M8 3v10M3 8h10",
  apps: "M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM9 9h4v4H9z",
  back: "M10 3L5 8l5 5",
  bell: "M4 11h8l-1-2V7a3 3 0 0 0-6 0v2zM7 13h2",
  check: "M3 8.5l3.5 3.5L13 4.5",
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M6 5h7v8H6zM4 10H3V3h7v1",
  down: "M4 6l4 4 4-4",
  gear: "M8 6.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2M8 3.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4M8 2v1.8M8 12.2V14M2 8h1.8M12.2 8H14M3.8 3.8L5 5M11 11l1.2 1.2M3.8 12.2L5 11M11 5l1.2-1.2",
  globe: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12",
  help: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M6.3 6.5a1.7 1.7 0 1 1 2.4 1.6c-.5.3-.7.6-.7 1.2M8 11v.6",
  home: "M3 8l5-5 5 5M4.5 7v6h7V7",
  key: "M6 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8.5 8.5L13 13M11 11l1.5-1.5",
  lock: "M4 7h8v6H4zM6 7V5a2 2 0 0 1 4 0v2",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  person: "M8 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 8 3M3.5 13c.4-5 8.6-5 9 0",
  people: "M6 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4M2.5 13c.3-4 6.7-4 7 0M10.5 4.300a2 2 0 1 1 0 3.500M11.5 9.300c1.5.4 2.2 1.7 2.3 3.7",
  refresh: "M12.5 6A5 5 0 1 0 13 9M13 3v3h-3",
  save: "M3 3h8l2 2v8H3zM5.5 3v3h4V3M5 13V9h6v4",
  search: "M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8M10 10l3.5 3.5",
  star: "M8 2.500l1.7 3.6 3.8.5-2.8 2.7.7 3.900L8 11.300l-3.4 1.9.7-3.900L2.5 6.600l3.8-.5z",
} as const;

/** A sign as an element that can be put on a page. */
export function icon(name: keyof typeof ICONS): SVGSVGElement {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 16 16");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", ICONS[name]);
  drawn.append(line);
  return drawn;
}
