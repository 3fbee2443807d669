// Medians, and the table that is printed.

/** Median and range of some measurements. */
export function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  const text = (unit, digits) => {
    const show = (value) => value.toFixed(digits);
    const [low, high] = [show(sorted[0]), show(sorted.at(-1))];
    return `${show(median)} ${unit}`.trimEnd() + (low === high ? "" : `  (${low}–${high})`);
  };
  return { median, text };
}

export const rows = {
  all: [],
  add(what, measured, target = "") {
    this.all.push([what, measured, target]);
  },
  print() {
    const table = [["", "measured", "target"], ...this.all];
    const width = (column) => Math.max(...table.map((row) => row[column].length));
    for (const [what, measured, target] of table) {
      console.log(`${what.padEnd(width(0))}  ${measured.padEnd(width(1))}  ${target}`.trimEnd());
    }
  },
};
