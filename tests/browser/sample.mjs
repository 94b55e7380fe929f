// Which pages stand for all: in each language the largest of each kind, and as many more as it takes
// to see every element and every class that occurs anywhere.
import fs from 'node:fs';

/** Kind of a page: its section and how deep it lies; `language` is empty for the default one. */
function kindOf(address) {
  const [, language = '', rest] = /^\/(?:([a-z]{2})\/)?(.*)$/.exec(address);
  return { language, kind: `${rest.split('/')[0] || 'home'} ${rest.split('/').length}` };
}
function featuresOf(html) {
  const features = new Set();
  for (const [, tag] of html.matchAll(/<([a-z][a-z0-9]*)/g)) features.add(`<${tag}>`);
  for (const [, names] of html.matchAll(/ class="([^"]+)"/g)) {
    for (const name of names.split(' ')) features.add(name);
  }
  return features;
}

/** `[{ address, kind, language }]`, largest pages first. */
export function sample(site, languages) {
  const pages = site.pages.map(address => {
    const html = fs.readFileSync(site.file(address), 'utf8');
    return { address, ...kindOf(address), html };
  }).filter(it => languages.includes(it.language) && !it.html.includes('http-equiv="refresh"'));
  pages.sort((a, b) => b.html.length - a.html.length || (a.address < b.address ? -1 : 1));
  const seen = new Set();
  return pages.filter(({ language, kind, html }) => {
    const news = [kind, ...featuresOf(html)].map(it => `${language} ${it}`).filter(it => !seen.has(it));
    for (const it of news) seen.add(it);
    return news.length > 0;
  }).map(({ address, kind, language }) => ({ address, kind, language }));
}
