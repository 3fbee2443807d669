// Draws every icon of icons/ from icons/liaison.svg. Needs rsvg-convert (Debian: librsvg2-bin); run it after the drawing has changed.
//
//     node dev.d/icons.mjs
//
// What it writes is committed, so that a build needs no drawing program.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const FOLDER = new URL("../icons/", import.meta.url);

const draw = (pixels) =>
  execFileSync("rsvg-convert", [`--width=${pixels}`, `--height=${pixels}`, new URL("liaison.svg", FOLDER).pathname]);

/** Windows: a directory of PNGs, each entry 16 bytes. A side of 256 is written as 0. */
function ico(sides) {
  const pictures = sides.map((side) => ({ side, png: draw(side) }));
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ side, png }, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(side % 256, entry);
    header.writeUInt8(side % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** macOS: blocks of a four-letter type, their length with these 8 bytes, and a PNG. */
function icns(blocks) {
  const block = (type, content) => {
    const header = Buffer.alloc(8);
    header.write(type, "latin1");
    header.writeUInt32BE(8 + content.length, 4);
    return Buffer.concat([header, content]);
  };
  return block("icns", Buffer.concat(blocks.map(([type, side]) => block(type, draw(side)))));
}

const files = {
  "icon.ico": ico([16, 20, 24, 32, 40, 48, 64, 256]),
  // 16, 32, 128, 256 and 512 points, each on a plain screen and on one of twice the density.
  "icon.icns": icns([
    ["icp4", 16], ["ic11", 32], ["icp5", 32], ["ic12", 64], ["ic07", 128],
    ["ic13", 256], ["ic08", 256], ["ic14", 512], ["ic09", 512], ["ic10", 1024],
  ]),
  "icon.png": draw(512),
  "128x128@2x.png": draw(256),
};
for (const side of [16, 24, 32, 48, 64, 128, 256]) files[`${side}x${side}.png`] = draw(side);
for (const [name, content] of Object.entries(files)) {
  writeFileSync(new URL(name, FOLDER), content);
  console.log(`icons/${name} ${content.length}`);
}
