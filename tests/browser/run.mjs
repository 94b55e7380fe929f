// The demo site in Chromium: what a reader sees, with and without script, by keyboard, on a
// narrow screen, in the dark and on paper. Usage: node run.mjs FOLDER
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const require = createRequire(import.meta.url);
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const ARTICLE = '/news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime/';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let passed = 0;
const failures = [];
async function check(name, run) {
  try {
    await run();
    passed += 1;
  } catch (error) {
    failures.push(`${name}: ${error.message}`);
  }
}
function equal(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what} is ${a}, not ${b}`);
}

const folder = process.argv[2];
const site = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Opens a page of the site; what the browser complains about ends in `trouble`. */
async function open(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.trouble = [];
  page.on('console', it => it.type() === 'error' && page.trouble.push(it.text()));
  page.on('pageerror', it => page.trouble.push(it.message));
  page.on('request', it => {
    if (!it.url().startsWith(site.origin)) page.trouble.push(`asks for ${it.url()}`);
  });
  await page.goto(site.origin + address, { waitUntil: 'load' });
  return page;
}
async function on(address, options, run) {
  const page = await open(address, options);
  try { await run(page); } finally { await page.context().close(); }
}
const texts = async (page, selector) =>
  (await page.locator(selector).allInnerTexts()).map(it => it.trim());
/** The section with this heading. */
const under = title => `section:has(> h2:text-is("${title}"))`;

/** Of all pages the largest of each kind: language, section, depth. */
function oneOfEachKind() {
  const kinds = new Map();
  for (const address of site.pages) {
    const [, language, rest] = /^\/((?:fr|es|ar)\/)?(.*)$/.exec(address);
    const kind = [language, rest.split('/')[0], rest.split('/').length].join(' ');
    const known = kinds.get(kind);
    if (!known || site.size(address) > site.size(known)) kinds.set(kind, address);
  }
  return [...kinds.values()];
}

// Every kind of page: no complaint, no stranger, one heading, accessible in both schemes, no sideways
// scrolling on the narrowest screen.
for (const address of oneOfEachKind()) {
  for (const colorScheme of ['light', 'dark']) {
    await check(`${address} ${colorScheme}`, () => on(address, { colorScheme }, async page => {
      if (await page.locator('meta[http-equiv=refresh]').count()) return;
      await page.evaluate(AXE);
      const found = await page.evaluate(rules => axe.run(document, { runOnly: rules }), RULES);
      equal(found.violations.map(it => it.id), [], 'the list of violations');
      equal(await page.locator('h1').count(), 1, 'the number of h1');
      equal(page.trouble, [], 'what the browser complains about');
    }));
  }
  await check(`${address} at 320 px`, () => on(address, { viewport: { width: 320, height: 640 } },
    async page => {
      const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
      if (width > 320) throw new Error(`the page is ${width} px wide`);
    }));
}

// The article, as it was handed over.
const received = JSON.parse(fs.readFileSync(new URL('./article.json', import.meta.url), 'utf8'));
await check('the article is whole', () => on(ARTICLE, { javaScriptEnabled: false }, async page => {
  equal(await texts(page, 'h1'), [received.title], 'the headline');
  equal(await texts(page, '.standfirst'), [received.standfirst], 'the standfirst');
  const paragraphs = await texts(page, '.body p:not(figure p)');
  equal(paragraphs.map(it => it.replace(/\s+/g, ' ').trim()), received.paragraphs, 'the text');
  const visible = await page.locator('body').innerText();
  if (visible.includes('South Korea')) throw new Error('“South Korea” is shown');
}));
await check('countries, topics and related news are in order', () => on(ARTICLE, {}, async page => {
  equal(await texts(page, under('Countries involved') + ' li'), received.countries, 'countries involved');
  equal(await texts(page, under('See also') + ' li'), received.see_also, 'see also');
  const related = page.locator(under('Related news') + ' li');
  equal(await related.locator('time').allInnerTexts(), received.related.map(it => it.date), 'dates');
  const titles = (await related.locator('h3').allInnerTexts()).map(it => it.trim());
  equal(titles, received.related.map(it => it.title), 'related news');
}));
for (const address of received.listed_on) {
  await check(`${address} lists the article`, () => on(address, {}, async page => {
    const links = await page.locator(`main a[href="${ARTICLE}"]`).count();
    if (links === 0) throw new Error('no link to it');
  }));
}
await check('the keyboard reaches the content first', () => on(ARTICLE, {}, async page => {
  await page.keyboard.press('Tab');
  equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main', 'first stop');
  await page.keyboard.press('Enter');
  equal(await page.evaluate(() => location.hash), '#main', 'the address');
}));
// What is not translated, and how far one comes without script.
const ARABIC = `/ar${ARTICLE}`;
await check('an English text on an Arabic page is English', () => on(ARABIC, {}, async page => {
  equal(await page.locator('html').getAttribute('dir'), 'rtl', 'the direction of the page');
  const style = await page.locator('.body').evaluate(it => [it.lang, getComputedStyle(it).direction]);
  equal(style, ['en', 'ltr'], 'language and direction of the text');
  equal(await page.locator('.notice.other-language').count(), 1, 'the number of notices');
  // The last full stop of the text stands to the right of the word before it.
  const [word, stop] = await page.locator('.body > p').last().evaluate(it => {
    const node = it.lastChild;
    const right = (from, to) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect().right;
    };
    const end = node.data.trimEnd().length;
    return [right(end - 2, end - 1), right(end - 1, end)];
  });
  if (!(stop > word)) throw new Error('the full stop stands before the sentence');
}));
await check('without script one browses, filters and changes the language', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  const go = async (within, name) => {
    await page.locator(within).getByRole('link', { name }).first().click();
    await page.waitForLoadState();
  };
  await go('.menu', 'Countries');
  await go('.letters', 'K');
  await go('.index', 'Korea (Rep. of)');
  equal(await page.locator(`main a[href="${ARTICLE}"]`).count() > 0, true, 'the country lists the article');
  await go('.langs', 'Français');
  equal(await page.locator('html').getAttribute('lang'), 'fr', 'the language');
  await go('.langs', 'English');
  await go('.menu', 'News');
  await go('.narrower', '2020');
  await go('main', 'February');
  await go('main', 'Korea to fund INTERPOL');
  await go('main', 'Cybercrime');
  equal(await page.locator(`main a[href="${ARTICLE}"]`).count() > 0, true, 'the topic lists the article');
  equal(page.trouble, [], 'what the browser complains about');
  await page.context().close();
});
await check('the keyboard comes to every link, and each shows its focus', () => on(ARTICLE, {}, async page => {
  const links = await page.locator('a[href]').count();
  const seen = new Set();
  for (let at = 0; at < links + 5; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const it = document.activeElement;
      const all = [...document.querySelectorAll('a[href]')];
      const marked = parseFloat(getComputedStyle(it).outlineWidth) >= 2;
      return { at: all.indexOf(it), marked, name: it.textContent.trim() };
    });
    if (stop.at < 0) continue;
    if (!stop.marked) throw new Error(`no mark of focus on “${stop.name}”`);
    seen.add(stop.at);
  }
  equal(seen.size, links, 'the number of links reached');
}));
await check('the article fits two sheets of paper', () => on(ARTICLE, {}, async page => {
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format, printBackground: false })).toString('latin1');
    const sheets = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(it => +it[1]));
    if (!(sheets >= 1 && sheets <= 2)) throw new Error(`${sheets} sheets of ${format}`);
  }
}));
await check('nothing moves while the article loads', () => on(ARTICLE, {}, async page => {
  const shift = await page.evaluate(() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => {
      for (const it of list.getEntries()) sum += it.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 600);
  }));
  if (shift > 0.001) throw new Error(`layout shift of ${shift}`);
}));

await browser.close();
site.close();
for (const failure of failures) console.error(`FAILED ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length || passed === 0 ? 1 : 0);
