// What must hold of every kind of page in every theme, in both directions: it loads without a
// complaint, nothing moves, pictures are there, it is accessible in the light and in the dark, and
// it does not scroll sideways on the narrowest screen.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { sample } from './sample.mjs';
import { equal } from './suite.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
const WORKERS = 2;
// A font that comes a frame late moves a line now and then; a layout that moves does so each time.
const LOADS = 3;

/** How far things moved while the page was loading. */
const shift = () => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const it of list.getEntries()) sum += it.value;
  }).observe({ type: 'layout-shift', buffered: true });
  document.fonts.ready.then(() => setTimeout(() => done(sum), 50));
});

/** Pictures that keep a reader waiting, and such as are not there once they are asked for. */
async function pictures() {
  const wrong = [];
  const all = [...document.images];
  for (const it of all) {
    const box = it.getBoundingClientRect();
    const large = box.width * box.height > 20000;
    if (large && box.top < innerHeight / 2 && it.loading === 'lazy') wrong.push(`${it.src} is late`);
  }
  // A browser that takes another size meanwhile calls the first one broken.
  const shown = (it, times) => it.decode().catch(async () => {
    if (!times) return wrong.push(`${it.src} is missing`);
    await new Promise(done => setTimeout(done, 100));
    return shown(it, times - 1);
  });
  for (const it of all) it.loading = 'eager';
  await Promise.all(all.map(it => shown(it, 5)));
  for (const it of all) {
    const box = it.getBoundingClientRect();
    if (!(box.width >= 8 && box.height >= 8)) wrong.push(`${it.src} has no room`);
    const stretch = (box.width / box.height) / (it.naturalWidth / it.naturalHeight);
    const fill = getComputedStyle(it).objectFit === 'fill';
    if (fill && Math.abs(stretch - 1) > 0.03) wrong.push(`${it.src} is stretched ${stretch}`);
  }
  return wrong;
}

/** Elements that reach beyond the screen, unless they lie in a box that scrolls by itself. */
function tooWide() {
  const width = document.scrollingElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const reaches = it => {
    const box = it.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1);
  };
  const names = [...document.querySelectorAll('body *')].filter(reaches)
    .map(it => it.tagName.toLowerCase() + (it.classList.length ? `.${[...it.classList].join('.')}` : ''));
  return [`${document.scrollingElement.scrollWidth} px`, ...new Set(names)];
}

/** Boxes beside a text that take room and show nothing. */
const hollow = () => [...document.querySelectorAll('.rail')]
  .filter(it => it.getBoundingClientRect().height > 0 && ![...it.children].some(child => child.getBoundingClientRect().height > 0))
  .map(it => it.className);

async function accessible(page, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  const found = await page.evaluate(rules => axe.run(document, { runOnly: rules }), RULES);
  const violations = found.violations.map(it => `${it.id} at ${it.nodes[0].target}`);
  equal(violations, [], `the list of violations in the ${scheme}`);
  // Words in the colour of their ground are no violation to axe: they might be hidden on purpose.
  const contrast = found.incomplete.find(it => it.id === 'color-contrast')?.nodes ?? [];
  const unseen = contrast.filter(it => it.any.some(why => why.data?.messageKey === 'equalRatio'));
  equal(unseen.map(it => it.target), [], `what cannot be read in the ${scheme}`);
}

/** Opens a page; gives how far things move at the least, of some times that it loads. */
async function steady(suite, page, address) {
  let least = Infinity;
  for (let load = 0; load < LOADS && least > 0.001; load += 1) {
    await page.goto(suite.site.origin + address, { waitUntil: 'load' });
    least = Math.min(least, await page.evaluate(shift));
  }
  return least;
}

async function look(suite, page, address) {
  const check = (name, run) => suite.check(`${address} ${name}`, run);
  page.trouble.length = 0;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(WIDE);
  const moved = await steady(suite, page, address);
  await check('stays where it is', () => equal(moved > 0.001 ? moved : 0, 0, 'the shift'));
  await check('has one headline', async () => equal(await page.locator('h1').count(), 1, 'the number'));
  await check('has its pictures', async () => equal(await page.evaluate(pictures), [], 'what is wrong'));
  for (const media of ['screen', 'print']) {
    await page.emulateMedia({ media });
    await check(`has no empty box on ${media}`, async () => equal(await page.evaluate(hollow), [], 'the empty ones'));
  }
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(AXE);
  for (const scheme of ['light', 'dark']) {
    await check(`is accessible in the ${scheme}`, () => accessible(page, scheme));
  }
  await page.setViewportSize(NARROW);
  await check('fits 320 px', async () => equal(await page.evaluate(tooWide), [], 'what is too wide'));
  await check('is without trouble', () => equal(page.trouble, [], 'what the browser complains about'));
}

/** Looks at one page of each kind in these languages. */
export async function everyKind(suite, languages) {
  const addresses = sample(suite.site, languages).map(it => it.address);
  await suite.check('has kinds of pages', () => equal(addresses.length > 20, true, 'that there are many'));
  await Promise.all(Array.from({ length: WORKERS }, async () => {
    const page = await suite.page();
    // From here on fonts are at hand, and what moves is the layout.
    for (const home of ['/', '/ar/']) await page.goto(suite.site.origin + home, { waitUntil: 'load' });
    for (let it = addresses.shift(); it !== undefined; it = addresses.shift()) await look(suite, page, it);
    await page.context().close();
  }));
}
