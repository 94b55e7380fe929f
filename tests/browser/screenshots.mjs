// Pictures of every kind of page in each theme, for people to look at, and a sheet of the most
// telling ones. Usage: node screenshots.mjs FOLDER...
// Pictures go to tests/shots/THEME/, the sheet to docs/contact-sheet.jpg.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sample } from './sample.mjs';
import { serve } from './server.mjs';
import { Suite, launch } from './suite.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const SHOTS = path.join(REPOSITORY, 'tests/shots');
const SHEET = path.join(REPOSITORY, 'docs/contact-sheet.jpg');
const SHEET_BYTES = 400 * 1024;
const DESK = { width: 1440, height: 900 };
const TELEPHONE = { width: 390, height: 844 };
const LOOKS = [
  { name: 'desk', viewport: DESK, colorScheme: 'light' },
  { name: 'desk-dark', viewport: DESK, colorScheme: 'dark' },
  { name: 'telephone', viewport: TELEPHONE, colorScheme: 'light' },
  { name: 'telephone-dark', viewport: TELEPHONE, colorScheme: 'dark' },
];
const CELL = { width: 1200, height: 1500 };
const SMALL = { width: 390, height: 488 };
const COLUMNS = [
  { title: 'Home', address: '/', viewport: CELL, colorScheme: 'light' },
  { title: 'News', address: '/news/2026/a-night-on-the-common-channel/', viewport: CELL, colorScheme: 'light' },
  { title: 'Country', address: '/countries/pt/', viewport: CELL, colorScheme: 'light' },
  { title: 'Region, in Arabic', address: '/ar/regions/europe/', at: '.coverage', viewport: CELL, colorScheme: 'light' },
  { title: 'Topic, in the dark', address: '/topics/cybercrime/', viewport: CELL, colorScheme: 'dark' },
  { title: 'Search', address: '/search/?q=harbour+night', until: '[data-slot=results] a', viewport: CELL, colorScheme: 'light' },
  { title: 'On a telephone', address: '/', viewport: SMALL, colorScheme: 'light' },
];

/** The picture of a page, as it is when everything is there. */
async function picture(page, { address, at, until, viewport, colorScheme }, options) {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  await page.goto(page.origin + address, { waitUntil: 'load' });
  if (until) await page.locator(until).first().waitFor();
  await page.evaluate(async () => {
    for (const it of document.images) Object.assign(it, { decoding: 'sync', loading: 'eager' });
    await Promise.all([...document.images].map(it => it.decode()));
    await document.fonts.ready;
  });
  if (at) await page.locator(at).evaluate(it => it.scrollIntoView({ block: 'center' }));
  return page.screenshot(options);
}

/** One page of each kind in each direction. */
function oneOfEachKind(site) {
  const seen = new Set();
  return sample(site, ['', 'ar']).filter(({ language, kind }) => {
    const found = `${language} ${kind}`;
    return !seen.has(found) && seen.add(found);
  });
}

/** Takes pictures of all kinds of pages; returns those of the sheet. */
async function theme(browser, folder) {
  const name = path.basename(folder);
  const site = await serve(folder);
  const page = await new Suite(name, browser, site).page();
  page.origin = site.origin;
  for (const { address } of oneOfEachKind(site)) {
    const file = address.replace(/^\/|\/$|\.html$/g, '').replaceAll('/', '-').slice(0, 60) || 'home';
    for (const look of LOOKS) {
      const to = path.join(SHOTS, name, `${file}.${look.name}.jpg`);
      await picture(page, { address, ...look }, { path: to, fullPage: true, type: 'jpeg', quality: 80 });
    }
  }
  const pictures = [];
  for (const column of COLUMNS) pictures.push(await picture(page, column, { type: 'png' }));
  await page.context().close();
  site.close();
  return { name, pictures };
}

/** All on one sheet: a row for each theme. */
async function sheet(browser, themes) {
  const cell = it => `<td><img src="data:image/png;base64,${it.toString('base64')}">`;
  const rows = themes.map(it => `<tr><th>${it.name}</th>${it.pictures.map(cell).join('')}`);
  const page = await browser.newPage({ viewport: { width: 2100, height: 600 } });
  await page.setContent(`<!doctype html><style>
    body { margin: 0; background: #8b929a; font: 600 16px sans-serif; color: #000; }
    table { border-spacing: 12px; } th { font-size: 18px; text-align: start; } tr > :first-child { inline-size: 84px; }
    img { display: block; inline-size: 268px; block-size: 335px; object-fit: cover; object-position: top; }
    </style><table><tr><th>${COLUMNS.map(it => `<th>${it.title}`).join('')}${rows.join('')}</table>`);
  const area = page.locator('table');
  for (let quality = 85; quality > 30; quality -= 5) {
    const bytes = await area.screenshot({ type: 'jpeg', quality });
    if (bytes.length > SHEET_BYTES) continue;
    fs.writeFileSync(SHEET, bytes);
    return bytes.length;
  }
  throw new Error('the sheet is too large');
}

const browser = await launch();
const themes = [];
fs.rmSync(SHOTS, { recursive: true, force: true });
for (const folder of process.argv.slice(2)) themes.push(await theme(browser, folder));
const bytes = await sheet(browser, themes);
await browser.close();
console.log(`${themes.length} themes in ${SHOTS}, a sheet of ${Math.round(bytes / 1024)} KB in ${SHEET}`);
