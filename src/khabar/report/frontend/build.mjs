// Builds ../assets from the sources here and the packages that package-lock.json pins:
//   npm ci && npm run build
// The output depends on nothing else: no clock, no network, no absolute paths.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { presimplify, quantile, simplify, filter, filterWeight, sphericalTriangleArea } from "topojson-simplify";
import { feature, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { geoBounds } from "d3-geo";

const require = createRequire(import.meta.url);
const assets = new URL("../assets/", import.meta.url);

// Natural Earth (public domain): fine lines for the countries whose bounds touch the window of Arabic reporting,
// coarse ones for the rest of the world. The window is west, south, east, north in degrees.
const WINDOW = [-18, -2, 64, 43];
const countries = require("i18n-iso-countries");
countries.registerLocale(require("i18n-iso-countries/langs/ar.json"));
countries.registerLocale(require("i18n-iso-countries/langs/en.json"));

async function atlas(name) {
  return JSON.parse(await readFile(new URL(`node_modules/world-atlas/countries-${name}.json`, import.meta.url), "utf8"));
}

function named(shape) {
  const { id, properties } = shape;
  const label = (lang) => (id && countries.getName(String(id).padStart(3, "0"), lang, { select: "alias" })) || undefined;
  return { ...shape, properties: { en: label("en") ?? properties.name, ar: label("ar") ?? properties.name } };
}

function inWindow(shape) {
  const [[west, south], [east, north]] = geoBounds(shape);
  if (west > east || east - west > 60) return false; // across the date line, or an empire
  return west < WINDOW[2] && east > WINDOW[0] && south < WINDOW[3] && north > WINDOW[1];
}

async function outlines() {
  const fine = await atlas("10m");
  const coarse = await atlas("110m");
  const near = feature(fine, fine.objects.countries).features.filter(inWindow);
  const have = new Set(near.map((shape) => shape.properties.name));
  const far = feature(coarse, coarse.objects.countries).features.filter((shape) => !have.has(shape.properties.name));
  const collect = (features) => ({ type: "FeatureCollection", features: features.map(named) });
  // topologies apart, so that coarse and fine borders need not meet exactly
  let dense = presimplify(topology({ countries: collect(near) }), sphericalTriangleArea);
  dense = filter(simplify(dense, 4e-9), filterWeight(dense, 4e-8, sphericalTriangleArea));
  const pack = (topo, steps) => { const { type, objects, arcs, transform } = quantize(topo, steps); return { type, objects, arcs, transform }; };
  const keep = (topo) => {
    for (const shape of topo.objects.countries.geometries) delete shape.bbox;
    return topo;
  };
  return { near: keep(pack(dense, 2e4)), far: keep(pack(topology({ countries: collect(far) }), 3e3)) };
}

const data = await outlines();
await mkdir(assets, { recursive: true });
await writeFile(new URL("outlines.json", assets), JSON.stringify(data));

await build({
  entryPoints: { report: "src/boot.js", workbench: "src/workbench.js" },
  absWorkingDir: new URL(".", import.meta.url).pathname,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "inline",
  outdir: assets.pathname,
  logLevel: "warning",
});
await build({
  entryPoints: ["src/report.css", "src/pages.css"],
  absWorkingDir: new URL(".", import.meta.url).pathname,
  bundle: true,
  minify: true,
  outdir: assets.pathname,
  logLevel: "warning",
});

for (const name of ["yasgui.min.js", "yasgui.min.css"])
  await copyFile(new URL(`node_modules/@zazuko/yasgui/build/${name}`, import.meta.url), new URL(name, assets));

// Who made what is shipped: every package that a build can bundle, with its licence.
const lock = JSON.parse(await readFile(new URL("package-lock.json", import.meta.url), "utf8"));
const bundled = /^(d3-|topojson-client$|world-atlas$|i18n-iso-countries$|@zazuko\/yasgui$|internmap$)/;
const notices = [];
for (const [path, entry] of Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))) {
  const name = path.replace(/^.*node_modules\//, "");
  if (!path || !bundled.test(name)) continue;
  const folder = new URL(`${path}/`, import.meta.url);
  const files = (await readdir(folder)).filter((file) => /^licen[cs]e/i.test(file));
  const text = files.length ? await readFile(new URL(files[0], folder), "utf8") : "";
  notices.push(`${name} ${entry.version} (${entry.license})\n\n${text.trim()}`.trim());
}
await writeFile(new URL("NOTICES.txt", assets), notices.join(`\n\n${"-".repeat(72)}\n\n`) + "\n");

// What the files were built from: sources by name, then the lock file.
const hash = createHash("sha256");
const sources = (await readdir(new URL("src/", import.meta.url), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replace(/\/+/g, "/"))
  .sort();
for (const file of [...sources, "build.mjs", "package-lock.json"]) hash.update(await readFile(file));
await writeFile(new URL("sources.sha256", assets), `${hash.digest("hex")}\n`);

for (const file of (await readdir(assets)).sort()) console.log(file, (await stat(new URL(file, assets))).size);
