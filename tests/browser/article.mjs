// The article the demo site began with: as it was handed over, in four languages, by keyboard, without
// script and on paper.
import fs from 'node:fs';
import { equal } from './suite.mjs';

const ARTICLE = '/news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime/';
const TELEPHONE = { viewport: { width: 390, height: 844 } };
const ARABIC = `/ar${ARTICLE}`;
const RECEIVED = JSON.parse(fs.readFileSync(new URL('./article.json', import.meta.url), 'utf8'));

const texts = async (page, selector) =>
  (await page.locator(selector).allInnerTexts()).map(it => it.trim());
/** The section with this heading. */
const under = title => `section:has(> h2:text-is("${title}"))`;
const links = page => page.locator(`main a[href="${ARTICLE}"]`).count();

/** What the page says, and who links to it: the same in every theme. */
export async function whatItSays(suite) {
  await suite.on('the article is whole', ARTICLE, { javaScriptEnabled: false }, async page => {
    equal(await texts(page, 'h1'), [RECEIVED.title], 'the headline');
    equal(await texts(page, '.standfirst'), [RECEIVED.standfirst], 'the standfirst');
    const paragraphs = await texts(page, '.body p:not(figure p)');
    equal(paragraphs.map(it => it.replace(/\s+/g, ' ').trim()), RECEIVED.paragraphs, 'the text');
    const visible = await page.locator('body').innerText();
    if (visible.includes('South Korea')) throw new Error('“South Korea” is shown');
  });
  await suite.on('countries, topics and related news are in order', ARTICLE, {}, async page => {
    equal(await texts(page, under('Countries involved') + ' li'), RECEIVED.countries, 'countries involved');
    equal(await texts(page, under('See also') + ' li'), RECEIVED.see_also, 'see also');
    const related = page.locator(under('Related news') + ' li');
    equal(await related.locator('time').allInnerTexts(), RECEIVED.related.map(it => it.date), 'dates');
    const titles = (await related.locator('h3').allInnerTexts()).map(it => it.trim());
    equal(titles, RECEIVED.related.map(it => it.title), 'related news');
  });
  for (const address of RECEIVED.listed_on) {
    await suite.on(`${address} lists the article`, address, {}, async page => {
      equal(await links(page) > 0, true, 'that there is a link to it');
    });
  }
}

/** What is not translated is shown in its own direction, in lists at the edge where all else starts. */
export async function inArabic(suite) {
  await suite.on('an English text on an Arabic page is English', ARABIC, {}, inEnglish);
  await suite.on('English titles stand at the edge of an Arabic list', '/ar/news/', TELEPHONE, atTheEdge);
}
async function atTheEdge(page) {
  const [count, off] = await page.locator('.row [dir=auto]').evaluateAll(all => [all.length, all.filter(it => {
    const range = document.createRange();
    range.selectNodeContents(it);
    const end = it.closest('.row > div').getBoundingClientRect().right;
    return Math.abs(range.getClientRects()[0].right - end) > 2;
  }).map(it => it.textContent)]);
  equal(count > 20, true, 'that there are many');
  equal(off, [], 'what does not');
}
async function inEnglish(page) {
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
}

/** How far one comes without script. */
export const withoutScript = suite => suite.on('without script one browses, filters and changes the language',
  '/', { javaScriptEnabled: false }, async page => {
    const go = async (within, name) => {
      await page.locator(within).getByRole('link', { name }).first().click();
      await page.waitForLoadState();
    };
    await go('.menu', 'Countries');
    await go('.letters', 'K');
    await go('.index', 'Korea (Rep. of)');
    equal(await links(page) > 0, true, 'that the country lists the article');
    await go('.langs', 'Français');
    equal(await page.locator('html').getAttribute('lang'), 'fr', 'the language');
    await go('.langs', 'English');
    await go('.menu', 'News');
    await go('.narrower', '2020');
    await go('main', 'February');
    await go('main', 'Korea to fund INTERPOL');
    await go('main', 'Cybercrime');
    equal(await links(page) > 0, true, 'that the topic lists the article');
    equal(page.trouble, [], 'what the browser complains about');
  });

/** The keyboard comes to the content first, then to every link in turn, and shows where it is. */
export async function byKeyboard(suite) {
  await suite.on('the keyboard reaches the content first', ARTICLE, {}, async page => {
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      return [document.activeElement.getAttribute('href'), box.width > 24 && box.height > 24];
    });
    equal(skip, ['#main', true], 'the first stop, and whether it is seen');
    await page.keyboard.press('Enter');
    equal(await page.evaluate(() => location.hash), '#main', 'the address');
  });
  for (const address of ['/', ARTICLE, ARABIC, '/topics/cybercrime/']) {
    await suite.on(`the keyboard comes to every link of ${address}`, address, {}, walk);
  }
}
async function walk(page) {
  // Shapes of a map are for the mouse: its table has the same links.
  const LINKS = 'a[href]:not([tabindex="-1"])';
  const links = await page.locator(LINKS).count();
  const seen = new Set();
  for (let at = 0; at < links + 5; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(links => {
      const it = document.activeElement;
      const style = getComputedStyle(it);
      const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      return { at: [...document.querySelectorAll(links)].indexOf(it), marked, name: it.textContent.trim() };
    }, LINKS);
    if (stop.at < 0) continue;
    if (!stop.marked) throw new Error(`no mark of focus on “${stop.name}”`);
    seen.add(stop.at);
  }
  equal(seen.size, links, 'the number of links reached');
}

export const onPaper = suite => suite.on('the article fits two sheets of paper', ARTICLE, {}, async page => {
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format, printBackground: false })).toString('latin1');
    const sheets = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(it => +it[1]));
    if (!(sheets >= 1 && sheets <= 2)) throw new Error(`${sheets} sheets of ${format}`);
  }
});
