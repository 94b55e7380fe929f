// The search in Chromium: names and codes in four languages, beginnings and typing mistakes, what
// narrows results, the state in the address, the keyboard, and what is there without script.
import { equal } from './suite.mjs';

const KOREA = '/countries/kr/';
const results = '[data-slot=results]';

/** Types a query and waits for what is said of it. */
async function ask(page, query) {
  const said = page.locator('[data-slot=status]');
  const before = await said.textContent();
  await page.locator('#q').fill(query);
  await page.waitForFunction(([slot, text]) => {
    const now = document.querySelector(slot).textContent;
    return now && (now !== text || !document.documentElement.classList.contains('searching'));
  }, ['[data-slot=status]', before], { timeout: 5000 }).catch(() => {});
  await page.waitForTimeout(150);
  return said.textContent();
}

const first = page => page.locator(`${results} a`).first().evaluate(it => it.pathname);
const all = page => page.locator(`${results} a`).evaluateAll(links => links.map(it => it.pathname));

/** A country is the first to be found by any of its names and codes, whatever the language. */
const NAMES = [
  ['/search/', KOREA, ['South Korea', 'KOR', 'Korea (Rep. of)', 'corée du sud', 'كوريا الجنوبية', 'Korea, Republic of', 'south kor']],
  ['/fr/search/', '/fr/countries/kr/', ['Corée du Sud', 'coree du sud', 'South Korea', 'KOR']],
  ['/es/search/', '/es/countries/es/', ['España', 'espana', 'Spain', 'ESP']],
  ['/ar/search/', '/ar/countries/eg/', ['مصر', 'Egypt', 'EGY']],
  ['/ar/search/', '/ar/countries/ae/', ['الإمارات العربية المتحدة', 'امارات', 'UAE']],
];

async function names(suite) {
  for (const [address, country, queries] of NAMES) {
    await suite.on(`${country} is found by its names`, address, {}, async page => {
      for (const query of queries) {
        await ask(page, query);
        equal(await first(page), country, `the first result for “${query}”`);
      }
      equal(page.trouble, [], 'trouble');
    });
  }
}

/** What an article does not say, and is found by: names of its countries, its dateline, its film. */
const UNSAID = [
  ['/search/', '/news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime/', ['South Korea', 'Republic of Korea', 'KOR']],
  ['/fr/search/', '/fr/news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime/', ['Corée du Sud']],
  ['/search/', '/news/2026/a-night-on-the-common-channel/', ['row of small lamps', 'Republic of Fiji']],
];

async function unsaid(suite) {
  for (const [address, article, queries] of UNSAID) {
    await suite.on(`${article} is found by what it does not say`, address, {}, async page => {
      for (const query of queries) {
        await ask(page, query);
        equal((await all(page)).includes(article), true, `whether “${query}” finds it`);
      }
    });
  }
}

/** The words of a title, their beginnings, and one letter too many, too few, another, or two that
 *  changed places. */
async function words(suite) {
  await suite.on('words are found by their beginnings and with one mistake', '/search/', {}, async page => {
    const article = '/news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime/';
    const queries = ['Korea fund cyber', 'cyber-enabled crime Korea', 'korea projets combatting', 'korae fund interpol', 'Kora fund projcts', 'xorea fund interpol'];
    for (const query of queries) {
      await ask(page, query);
      equal((await all(page)).includes(article), true, `whether “${query}” finds the article`);
    }
    await ask(page, 'Korea fund');
    const marked = await page.locator(`${results} li`, { has: page.locator(`a[href="${article}"]`) }).locator('mark').allInnerTexts();
    equal(marked.includes('Korea') && marked.includes('fund'), true, 'whether the words are marked');
    equal(/^Nothing/.test(await ask(page, '…')), true, 'what is said of a query without a word');
    equal(/^Nothing/.test(await ask(page, 'zqxvkj wvutzq')), true, 'what is said when nothing is found');
    equal(await page.locator(`${results} li`).count(), 0, 'results');
  });
}

/** Facets have the counts that choosing them leads to; the address keeps all of it. */
async function narrowed(suite) {
  await suite.on('results can be narrowed, and the address says how', '/search/', {}, async page => {
    await ask(page, 'crime');
    const topics = page.locator('[data-group=topic]');
    await topics.locator('summary').click();
    const box = topics.locator('label').first();
    const count = Number(await box.locator('[data-slot=count]').textContent());
    await box.locator('input').check();
    await page.waitForFunction(wanted => document.querySelector('[data-slot=status]').textContent.startsWith(`${wanted} `), count);
    const value = await topics.locator('input:checked').inputValue();
    equal(new URL(page.url()).searchParams.getAll('topic'), [value], 'the address');
    const shown = await all(page);
    await page.reload();
    await page.locator(`${results} a`).first().waitFor();
    equal(await all(page), shown, 'what the address leads to');
    equal(await page.locator('#q').inputValue(), 'crime', 'the query');
    await page.locator('[data-group=topic] input:checked').waitFor({ state: 'attached' });
  });
  await suite.on('a year by itself lists what is of it', '/search/?year=2020', {}, async page => {
    await page.locator(`${results} time`).first().waitFor();
    const years = await page.locator(`${results} time`).evaluateAll(all => all.map(it => it.dateTime.slice(0, 4)));
    equal([...new Set(years)], ['2020'], 'the years');
  });
}

/** Nothing is loaded before it is needed, and all of it is small. */
async function light(suite) {
  await suite.on('nothing is loaded before the box has the focus', '/search/', {}, async page => {
    const sizes = new Map();
    page.on('response', async it => {
      const { pathname } = new URL(it.url());
      if (pathname.startsWith('/search/')) sizes.set(pathname, (await it.body()).length);
    });
    await page.waitForTimeout(200);
    equal(sizes.size, 0, 'the number of files');
    await page.locator('#q').focus();
    await page.waitForTimeout(200);
    equal([...sizes.keys()].map(it => it.split('/').pop()), ['index.json'], 'what is loaded on focus');
    await ask(page, 'South Korea');
    const large = [...sizes].filter(it => it[1] > 100_000).map(it => it[0]);
    equal(large, [], 'files of more than 100 KB');
  });
  await suite.check('the script is small', async () => {
    const script = await (await fetch(`${suite.site.origin}/search/search.js`)).arrayBuffer();
    equal(script.byteLength < 40_000, true, 'whether it has less than 40 KB');
  });
}

async function byKeyboard(suite) {
  await suite.on('the search works by keyboard alone', '/', {}, async page => {
    const link = page.locator('header a[rel=search]');
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/');
    await page.locator('#q').waitFor();
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement.id) === 'q') break;
    }
    await page.keyboard.type('crime');
    await page.keyboard.press('Enter');
    await page.locator(`${results} a`).first().waitFor();
    equal(new URL(page.url()).searchParams.get('q'), 'crime', 'the address');
    const more = page.locator('[data-slot=more]');
    await more.waitFor();
    await more.focus();
    const before = await page.locator(`${results} li`).count();
    await page.keyboard.press('Enter');
    await page.waitForFunction(count => document.querySelectorAll('[data-slot=results] li').length > count, before);
    const focused = await page.evaluate(() => [...document.querySelectorAll('[data-slot=results] a')].indexOf(document.activeElement));
    equal(focused, before, 'the number of the link that has the focus');
  });
}

async function withoutScript(suite) {
  for (const home of ['/', '/ar/']) {
    await suite.on(`${home}search/ leads on without script`, `${home}search/`, { javaScriptEnabled: false }, async page => {
      equal(await page.locator('form.search').isVisible(), false, 'whether there is an empty box');
      const ways = await page.locator('.ways a').evaluateAll(links => links.map(it => it.pathname));
      for (const rest of ['countries/', 'topics/', 'news/archive/', 'news/2020/', 'topics/cybercrime/']) {
        equal(ways.includes(home + rest), true, `whether there is a way to ${rest}`);
      }
    });
  }
}

/** Everything a reader can search with, and what he has without. */
export async function searching(suite) {
  for (const test of [names, unsaid, words, narrowed, light, byKeyboard, withoutScript]) await test(suite);
}
