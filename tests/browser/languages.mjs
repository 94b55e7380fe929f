// What every language of the demo site has for itself: its A–Z, its page for what is not there, its
// feeds, and the links that lead from a page to the same page in another language.
import { equal } from './suite.mjs';

const LANGUAGES = [
  { lang: 'en', dir: 'ltr', home: '/' },
  { lang: 'fr', dir: 'ltr', home: '/fr/' },
  { lang: 'es', dir: 'ltr', home: '/es/' },
  { lang: 'ar', dir: 'rtl', home: '/ar/' },
];
const FORMATS = ['application/atom+xml', 'application/rss+xml', 'application/feed+json'];
const FEEDS = ['atom.xml', 'feed.xml', 'feed.json'];
const NO_SCRIPT = { javaScriptEnabled: false };

const status = async (suite, address) => (await fetch(suite.site.origin + address)).status;
const paths = links => links.evaluateAll(all => all.map(it => new URL(it.href).pathname));

/** Names and letters that stand where the browser's own rules of the language do not want them. */
function disordered(lang) {
  const order = new Intl.Collator(lang).compare;
  const letter = new Intl.Collator(lang, { sensitivity: 'base' }).compare;
  const wrong = [];
  const follows = (all, compare) => all.slice(1).forEach((it, at) => {
    if (compare(all[at], it) > 0) wrong.push(`${all[at]} before ${it}`);
  });
  const sections = [...document.querySelectorAll('.index > section')].map(it => ({
    letter: it.querySelector('h2').textContent.trim(),
    names: [...it.querySelectorAll('li > a, li > span:first-child')].map(link => link.textContent.trim()),
  }));
  follows(sections.flatMap(it => it.names), order);
  const letters = sections.map(it => it.letter);
  follows(letters, order);
  if (new Set(letters).size < letters.length) wrong.push('a letter twice');
  for (const it of sections) {
    // Behind a letter, and before the next one: U+FFFF comes last in every language.
    const others = it.names.filter(name => {
      const first = name.match(/\p{L}/u)[0];
      return letter(first, it.letter) < 0 || letter(first, `${it.letter}\uffff`) > 0;
    });
    wrong.push(...others.map(name => `${name} under ${it.letter}`));
  }
  return { wrong, letters: letters.length, names: sections.flatMap(it => it.names).length };
}

const alphabet = (suite, { lang, home }) =>
  suite.on(`${home}countries/ is in the order of the language`, `${home}countries/`, {}, async page => {
    const { wrong, letters, names } = await page.evaluate(disordered, lang);
    equal(wrong, [], 'what is out of order');
    equal([names, letters > 18], [249, true], 'the number of countries, and whether there are many letters');
    const leads = await page.locator('.letters a').evaluateAll(all => all.map(it => [
      it.textContent.trim(), document.querySelector(it.hash)?.textContent.trim() ?? 'nowhere']));
    equal(leads.filter(([from, to]) => from !== to), [], 'letters that lead elsewhere');
  });

const missing = (suite, { lang, dir, home }) =>
  suite.on(`${home}404.html is in its language`, `${home}404.html`, NO_SCRIPT, async page => {
    const root = page.locator('html');
    equal([await root.getAttribute('lang'), await root.getAttribute('dir')], [lang, dir], 'language and direction');
    equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex', 'what robots are told');
    const links = await paths(page.locator('main a'));
    equal(links.includes(`${home}countries/`) && links.length > 5, true, 'whether it leads on');
    equal(links.filter(it => !it.startsWith(home)), [], 'what is in another language');
    const all = new Set(await paths(page.locator('a[href^="/"]')));
    const dead = [];
    for (const it of all) if (await status(suite, it) !== 200) dead.push(it);
    equal(dead, [], 'dead links');
    equal(page.trouble, [], 'trouble');
  });

/** The feeds of the page `address` stand in its head, and are there, in its language. */
async function discovered(suite, page, address, lang) {
  const found = await page.locator('link[rel=alternate][type]').evaluateAll((all, formats) =>
    all.filter(it => formats.includes(it.type)).map(it => [it.type, new URL(it.href).pathname]), FORMATS);
  for (const [at, file] of FEEDS.entries()) {
    const feed = [FORMATS[at], address + file];
    equal(found.some(it => `${it}` === `${feed}`), true, `whether ${feed[1]} is named`);
    const text = await (await fetch(suite.site.origin + feed[1])).text();
    const said = file.endsWith('.json') ? JSON.parse(text).language
      : /(?:<language>|xml:lang=")([a-z]+)/.exec(text)?.[1];
    equal(said?.split('-')[0], lang, `the language of ${feed[1]}`);
  }
}

async function feeds(suite, { lang, dir, home }) {
  for (const address of [home, `${home}countries/kr/`, `${home}topics/cybercrime/`]) {
    await suite.on(`${address} names its feeds`, address, {}, page => discovered(suite, page, address, lang));
  }
  await suite.on(`${home}feeds/ lists the feeds`, `${home}feeds/`, NO_SCRIPT, async page => {
    equal(await page.locator('html').getAttribute('dir'), dir, 'the direction');
    const links = await paths(page.locator('main a'));
    for (const it of FEEDS) {
      equal(links.includes(home + it), true, `whether ${it} is listed`);
      equal(links.includes(`${home}countries/kr/${it}`), true, `whether ${it} of a country is listed`);
    }
    equal(links.filter(it => !it.startsWith(home)), [], 'what is in another language');
    const dead = links.filter(it => !suite.site.file(it));
    equal(dead, [], 'dead links');
  });
}

/** Whatever the words of the menu, languages and search stand side by side. */
const header = (suite, { home }) =>
  suite.on(`${home} has its search beside its languages`, home, {}, async page => {
    for (const width of [1024, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const [search, langs] = await page.evaluate(() => ['.to-search', '.langs']
        .map(it => document.querySelector(it).getBoundingClientRect()).map(it => it.top + it.height / 2));
      equal(Math.abs(search - langs) < 16, true, `whether they do at ${width} px`);
    }
  });

/** Pages in several languages name each other, in the head and for readers. */
async function translated(suite) {
  for (const rest of ['', 'countries/kr/', 'topics/cybercrime/', 'news/2026/a-night-on-the-common-channel/']) {
    const wanted = LANGUAGES.map(it => [it.lang, it.home + rest]).concat([['x-default', `/${rest}`]]);
    for (const { home } of LANGUAGES) {
      await suite.on(`${home}${rest} names its translations`, home + rest, {}, async page => {
        const found = await page.locator('link[hreflang]').evaluateAll(all =>
          all.map(it => [it.hreflang, new URL(it.href).pathname]));
        equal(found, wanted, 'what is named');
        equal(await paths(page.locator('.langs a')), LANGUAGES.map(it => it.home + rest), 'what readers can choose');
        equal(await paths(page.locator('.langs [aria-current]')), [home + rest], 'what is chosen');
      });
    }
  }
  const english = '/ar/news/2020/korea-to-fund-interpol-projects-combating-cyber-enabled-crime/';
  await suite.on('a text that is not translated is no translation', english, {}, async page => {
    equal(await page.locator('link[hreflang]').count(), 0, 'the number of translations');
  });
}

/** What each language has for itself. */
export async function inEveryLanguage(suite) {
  for (const language of LANGUAGES) {
    for (const test of [alphabet, missing, feeds, header]) await test(suite, language);
  }
  await translated(suite);
}
