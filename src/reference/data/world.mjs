// Makes world.tsv: the outlines of all countries, once for every map, whatever its projection.
//
//   npm install world-atlas@2.0.2 topojson-simplify@3.0.3
//   node world.mjs > world.tsv
//
// world-atlas (ISC) is Natural Earth 1:50m (public domain) as a topology: a border that two
// countries share is one arc, so that what is simplified stays without gaps. Here parts of
// France, Norway and the Netherlands that ISO 3166-1 counts for themselves become their own,
// and places too small for the scale get a point. Antarctica is left out: no page is of it.
//
// Lines: `arc`, then longitude and latitude in hundredths of a degree, each pair after the first
// relative to the one before; longitudes go on beyond 180 rather than jump. `land`, the M49 code
// (empty where ISO 3166-1 has none), longitude and latitude of a point that stands for it, its
// rings: arcs by number, `~` before one that is walked backwards.
import fs from "node:fs";
import { createRequire } from "node:module";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

const MIN_TRIANGLE = 2e-6; // steradians: 80 square kilometres
const SCALE = 100;
const PARTS = { 250: ["254", "312", "474", "638", "175"], 578: ["744"], 528: ["535"] };
const BOXES = { // west, south, east, north
  254: [-55, 2, -51, 6], 312: [-62, 15.7, -60.9, 16.6], 474: [-61.3, 14.3, -60.7, 15],
  638: [55, -22, 56, -20], 175: [45, -13.1, 45.4, -12.6], 744: [-10, 70.5, 36, 82],
  535: [-69, 12, -62.8, 18],
};
const POINTS = {
  "074": [3.36, -54.42], "166": [96.85, -12.15], "162": [105.65, -10.48],
  "292": [-5.35, 36.14], "312": [-61.55, 16.2], "474": [-61.02, 14.64], "638": [55.53, -21.12],
  "175": [45.15, -12.83], "535": [-68.27, 12.17], "772": [-171.85, -9.2], "798": [179.2, -8.52],
  "581": [166.63, 19.29], "744": [17.5, 78.6],
};
const CODES = { Kosovo: "983" };

const atlas = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const whole = presimplify(JSON.parse(fs.readFileSync(atlas)), sphericalTriangleArea);

const wrap = d => d > 180 ? d - 360 : d < -180 ? d + 360 : d;
const unwrapped = topology => topology.arcs.map(arc => {
  let lon = arc[0][0];
  return arc.map((p, i) => [lon += i ? wrap(p[0] - arc[i - 1][0]) : 0, p[1]]);
});
const fine = unwrapped(whole), arcs = unwrapped(simplify(whole, MIN_TRIANGLE));
const walk = (ring, arcs) => {
  const all = ring.flatMap(i => (i < 0 ? arcs[~i].toReversed() : arcs[i]).slice(1));
  return all.map((p, i) => i ? [p[0] - Math.round((p[0] - all[0][0]) / 360) * 360, p[1]] : p);
};
const area = points => Math.abs(points.reduce((sum, [x, y], i) => {
  const [a, b] = points[(i + 1) % points.length];
  return sum + (x * b - a * y) * Math.cos((y + b) * Math.PI / 360);
}, 0) / 2);
const middle = points => {
  const box = k => [Math.min(...points.map(p => p[k])), Math.max(...points.map(p => p[k]))];
  const mean = ([low, high]) => (low + high) / 2;
  return [wrap(mean(box(0))), mean(box(1))];
};
const owner = (id, at) => (PARTS[id] ?? []).find(part => {
  const [west, south, east, north] = BOXES[part];
  return at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north;
}) ?? id;

const lands = new Map();
for (const { id, arcs: parts, type, properties } of whole.objects.countries.geometries) {
  if (id === "010") continue;
  const code = CODES[properties.name] ?? id ?? `-${properties.name}`;
  for (const rings of type === "Polygon" ? [parts] : parts) {
    if (properties.name === "Indian Ocean Ter.") continue;
    const to = owner(code, middle(walk(rings[0], fine)));
    if (!lands.has(to)) lands.set(to, []);
    lands.get(to).push(...rings);
  }
}
for (const code of Object.keys(POINTS)) if (!lands.has(code)) lands.set(code, []);

const used = new Map(), lines = [];
const number = i => {
  const arc = i < 0 ? ~i : i;
  if (!used.has(arc)) used.set(arc, used.size);
  return (i < 0 ? "~" : "") + used.get(arc);
};
for (const code of [...lands.keys()].sort()) {
  const sorted = lands.get(code).map(it => [area(walk(it, fine)), it]).sort((a, b) => b[0] - a[0]);
  const at = POINTS[code] ?? middle(walk(sorted[0][1], fine));
  const rings = sorted.map(it => it[1]).filter(it => walk(it, arcs).length > 2);
  const text = rings.map(it => it.map(number).join(",")).join(";");
  lines.push(["land", code.replace(/^-.*/, ""), at.map(it => it.toFixed(2)).join(" "), text].join("\t"));
}
for (const arc of [...used.keys()]) {
  let before = [0, 0];
  const deltas = arcs[arc].map(point => {
    const here = point.map(it => Math.round(it * SCALE));
    const delta = here.map((it, k) => it - before[k]);
    before = here;
    return delta;
  });
  const moved = deltas.filter((it, i) => i === 0 || it[0] || it[1]);
  lines.push(`arc\t${moved.map(it => it.join(" ")).join(" ")}`);
}
console.log(lines.join("\n"));
