// Searches the index that src/search.rs writes, in the reader's browser. The page has a form with
// `data-index` (the folder of the index), templates for a result and for a value to narrow results to,
// and the words for what is said. The format of the index is in docs/search.md.

const WHOLE = '=';
// What a word is worth by where it stands (text, standfirst, title, name), how it fits, and how much
// more an item is worth that is called by all that was typed, or whose name begins so.
const WORTH = [1, 2, 5, 6];
const FITS = { whole: 1, begins: 0.6, misspelt: 0.3 };
const NAMED = 1000, NAME_BEGINS = 100;
// Results shown at a time; letters a word has at least to be begun with or to be misspelt.
const PAGE = 10, BEGINS = 3, MISSPELT = 4;
// Milliseconds without another letter before it is searched: a frame, so that a pasted word counts once.
const PAUSE = 10;

const PLAIN = {
  ß: 'ss', æ: 'ae', ð: 'd', ø: 'o', þ: 'th', đ: 'd', ı: 'i', ł: 'l', œ: 'oe', ς: 'σ', ة: 'ه', ى: 'ي', ٱ: 'ا',
};
const DENSE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const RUNS = new RegExp(`${DENSE.source}+|(?:(?!${DENSE.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** A text as the index has it: see src/search/words.rs. */
function fold(text) {
  const bare = text.normalize('NFKD').toLowerCase().normalize('NFKD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u0655\u0670]/g, '').normalize('NFC');
  return bare.replace(/&/g, ' and ').replace(/[ßæðøþđıłœςةىٱ]/g, (it) => PLAIN[it])
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** The words of a folded query. Characters of scripts without spaces are taken in pairs. */
function wordsOf(folded) {
  const words = [];
  for (const [run] of folded.matchAll(RUNS)) {
    const chars = [...run];
    if (!DENSE.test(run) || chars.length < 3) words.push(run);
    else for (let at = 0; at + 1 < chars.length; at++) words.push(chars[at] + chars[at + 1]);
  }
  return [...new Set(words)];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The order of the bytes of two arrays. */
function compare(a, b) {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return a[at] - b[at];
  return a.length - b.length;
}

const beginsWith = (bytes, start) => bytes.length >= start.length && start.every((it, at) => bytes[at] === it);

/** A reader of numbers of 7 bits a byte, the lowest first. */
class Bytes {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    for (let number = 0, shift = 1; ; shift *= 128) {
      const byte = this.bytes[this.at++];
      number += (byte & 127) * shift;
      if (byte < 128) return number;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** The terms of a file: the bytes of each, and of its postings. */
function termsOf(file) {
  const from = new Bytes(file);
  const terms = [];
  let last = new Uint8Array();
  while (from.at < file.length) {
    const shared = from.number();
    const rest = from.take(from.number());
    const term = new Uint8Array(shared + rest.length);
    term.set(last.subarray(0, shared));
    term.set(rest, shared);
    terms.push({ term, postings: from.take(from.number()) });
    last = term;
  }
  return terms;
}

/** Calls `give` with each item of some postings and the weight of the term there. */
function eachPosting(postings, give) {
  const from = new Bytes(postings);
  let item = 0;
  while (from.at < postings.length) {
    const next = from.number();
    item += Math.floor(next / 4);
    give(item, next & 3);
  }
}

/** Whether a word is another one, or its beginning, but for one letter too many, too few, another or
 *  two that changed places. */
function isMisspelt(word, meant) {
  const [a, b] = [[...word], [...meant]];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const goesOn = (i, j) => a.slice(i).every((it, at) => it === b[j + at]);
  return goesOn(same + 1, same + 1) || goesOn(same + 1, same) || goesOn(same, same + 1)
    || (a[same] === b[same + 1] && a[same + 1] === b[same] && goesOn(same + 2, same + 2));
}

/** The files of an index, each read once. */
class Index {
  constructor(folder) {
    this.folder = folder;
    this.files = new Map();
  }

  file(name, read, options) {
    if (!this.files.has(name)) {
      const answer = fetch(this.folder + name, options).then((it) => {
        if (!it.ok) throw new Error(`${it.status} ${it.url}`);
        return read(it);
      });
      // Where a file is gone, the site was published again, and has another head.
      answer.catch(() => this.files.clear());
      this.files.set(name, answer);
    }
    return this.files.get(name);
  }

  head() {
    return this.file('index.json', (it) => it.json(), { cache: 'no-cache' });
  }

  terms(name) {
    return this.file(name, async (it) => termsOf(new Uint8Array(await it.arrayBuffer())));
  }

  async all(row) {
    const files = await Promise.all((await this.head())[row].name.map((it) => this.terms(it)));
    return files.flat();
  }

  /** The terms that are, or begin with, some bytes. */
  async range(start, whole) {
    const { first, name } = (await this.head()).terms;
    const starts = first.map((it) => encoder.encode(it));
    let from = starts.findLastIndex((it) => compare(it, start) <= 0);
    from = Math.max(from, 0);
    let to = from + 1;
    while (!whole && to < starts.length && beginsWith(starts[to], start)) to++;
    const files = await Promise.all(name.slice(from, to).map((it) => this.terms(it)));
    const fits = whole ? (it) => compare(it.term, start) === 0 : (it) => beginsWith(it.term, start);
    return files.flat().filter(fits);
  }

  async card(number) {
    const { per, cards } = await this.head();
    const chunk = await this.file(cards[Math.floor(number / per)], (it) => it.json());
    return chunk[number % per];
  }
}

/** Adds what some terms are worth to `found`, a map from items to the best worth of a word. */
function rate(found, terms, fit) {
  for (const { postings } of terms) {
    eachPosting(postings, (item, weight) => {
      const worth = WORTH[weight] * fit;
      if (worth > (found.get(item) ?? 0)) found.set(item, worth);
    });
  }
}

/** The items that have a word, with its worth; and the words that were meant by it. */
async function look(index, word) {
  const start = encoder.encode(word);
  const begins = DENSE.test(word) ? 1 : BEGINS;
  const terms = await index.range(start, [...word].length < begins);
  const found = new Map();
  const meant = [word];
  rate(found, terms.filter((it) => it.term.length > start.length), FITS.begins);
  rate(found, terms.filter((it) => it.term.length === start.length), FITS.whole);
  if (!found.size && !DENSE.test(word) && [...word].length >= MISSPELT) {
    meant.pop();
    for (const { term } of await index.all('words')) {
      const other = decoder.decode(term);
      if (!isMisspelt(word, other)) continue;
      meant.push(other);
      rate(found, await index.range(term, true), FITS.misspelt);
    }
  }
  return { found, meant };
}

/** The items that have all words of a query, best first, and the words that were meant. */
async function search(index, query) {
  const folded = fold(query);
  const words = await Promise.all(wordsOf(folded).map((it) => look(index, it)));
  const { items } = await index.head();
  if (!words.length) return { items: query.trim() ? [] : [...Array(items).keys()], meant: [] };
  const [first, ...others] = words.map((it) => it.found).sort((a, b) => a.size - b.size);
  const rarity = (found) => Math.log(1 + items / found.size);
  const score = new Map();
  for (const [item, worth] of first) {
    if (!others.every((it) => it.has(item))) continue;
    score.set(item, others.reduce((sum, it) => sum + it.get(item) * rarity(it), worth * rarity(first)));
  }
  const name = encoder.encode(WHOLE + folded);
  for (const { term, postings } of await index.range(name, folded.length < BEGINS)) {
    const more = term.length === name.length ? NAMED : NAME_BEGINS;
    const best = (item) => score.set(item, Math.max(score.get(item) ?? 0, more));
    eachPosting(postings, best);
  }
  const order = ([a, one], [b, other]) => other - one || a - b;
  return { items: [...score].sort(order).map((it) => it[0]), meant: words.flatMap((it) => it.meant) };
}

/** The facets by group: id and label of each value, and its items. */
async function facetsOf(index) {
  const groups = new Map();
  for (const { term, postings } of await index.all('facets')) {
    const [group, id, label] = decoder.decode(term).split('\t');
    const items = [];
    eachPosting(postings, (item) => items.push(item));
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push({ id, label, items });
  }
  return groups;
}

/** A byte for each of so many items: 1 for those in one of the lists. */
function flags(length, lists) {
  const flags = new Uint8Array(length);
  for (const list of lists) for (const item of list) flags[item] = 1;
  return flags;
}

/** Puts a text into an element, with `<mark>` around the words that were looked for. */
function mark(element, text, meant) {
  element.textContent = '';
  let done = 0;
  for (const { 0: run, index: at } of text.matchAll(RUNS)) {
    const folded = fold(run);
    const bare = folded.replace(/^ال/, '');
    const is = meant.some((it) => folded.startsWith(it) || bare.startsWith(it) || (DENSE.test(run) && folded.includes(it)));
    if (!is) continue;
    const marked = document.createElement('mark');
    marked.textContent = run;
    element.append(text.slice(done, at), marked);
    done = at + run.length;
  }
  element.append(text.slice(done));
}

/** The page: what is typed and chosen goes into the address, what is found into the list. */
class Page {
  constructor(form) {
    this.form = form;
    this.index = new Index(form.dataset.index);
    this.box = form.elements.q;
    this.texts = JSON.parse(document.getElementById('search-texts').textContent);
    this.plural = new Intl.PluralRules(document.documentElement.lang);
    this.results = this.part('results');
    this.status = this.part('status');
    this.more = this.part('more');
    this.facets = form.querySelector('[data-slot=facets]');
    this.shown = PAGE;
    this.run = 0;
  }

  part(slot) {
    return document.querySelector(`[data-slot=${slot}]`);
  }

  copy(template) {
    return document.querySelector(`template[data-part=${template}]`).content.firstElementChild.cloneNode(true);
  }

  start() {
    this.read();
    this.box.addEventListener('focus', () => this.index.head().catch(() => {}), { once: true });
    let wait;
    this.form.addEventListener('input', () => {
      clearTimeout(wait);
      wait = setTimeout(() => this.change(), PAUSE);
    });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(wait);
      this.change();
    });
    this.more.addEventListener('click', async () => {
      const next = this.shown;
      this.shown += PAGE;
      await this.show();
      this.results.children[next]?.querySelector('a').focus();
    });
    addEventListener('popstate', () => {
      this.read();
      this.show();
    });
    if (this.isAsked()) this.show();
  }

  /** Takes over what the address says. */
  read() {
    this.chosen = new URLSearchParams(location.search);
    this.box.value = this.chosen.get('q') ?? '';
    this.shown = PAGE;
  }

  isAsked() {
    return [...this.chosen].some(([name, value]) => value && (name === 'q' || this.group(name)));
  }

  group(name) {
    return this.facets.querySelector(`[data-group=${CSS.escape(name)}]`);
  }

  /** Takes over what the form says, and puts it into the address. */
  change() {
    const said = new URLSearchParams([...new FormData(this.form)].filter((it) => it[1]));
    if (String(said) === String(this.chosen)) return;
    this.chosen = said;
    this.shown = PAGE;
    history.replaceState(null, '', `?${said}`);
    this.show();
  }

  async show() {
    const run = ++this.run;
    // Another letter may have been typed in the meantime.
    const isLate = () => run !== this.run;
    try {
      const found = this.isAsked() ? await this.find() : null;
      if (isLate()) return;
      this.put(found);
      const counted = found ? await this.count(found) : [];
      if (!isLate()) this.narrow(counted);
    } catch {
      if (!isLate()) this.status.textContent = this.texts.failed;
    }
  }

  /** All items that match, what narrows them by group, and the cards of those that are shown. */
  async find() {
    const { items, meant } = await search(this.index, this.box.value);
    const narrow = new Map();
    const names = [...new Set(this.chosen.keys())].filter((it) => this.group(it));
    for (const name of names) {
      const ids = this.chosen.getAll(name);
      const values = (await this.groups()).get(name) ?? [];
      const lists = values.filter((it) => ids.includes(it.id)).map((it) => it.items);
      narrow.set(name, flags((await this.index.head()).items, lists));
    }
    const shown = items.filter((item) => [...narrow.values()].every((it) => it[item]));
    const cards = await Promise.all(shown.slice(0, this.shown).map((it) => this.index.card(it)));
    return { items, narrow, meant, cards, total: shown.length };
  }

  groups() {
    this.facetsRead ??= facetsOf(this.index);
    this.facetsRead.catch(() => { this.facetsRead = null; });
    return this.facetsRead;
  }

  /** How many of the items each value has that the other groups leave. */
  async count({ items, narrow }) {
    const counted = new Map();
    for (const [group, values] of await this.groups()) {
      const others = [...narrow].filter(([name]) => name !== group).map((it) => it[1]);
      const left = flags((await this.index.head()).items, [items.filter((item) => others.every((it) => it[item]))]);
      const count = (list) => list.reduce((sum, item) => sum + left[item], 0);
      counted.set(group, values.map((it) => ({ ...it, count: count(it.items) })));
    }
    return counted;
  }

  put(found) {
    document.documentElement.classList.toggle('searching', Boolean(found));
    this.status.textContent = found ? this.said(found.total) : '';
    this.results.replaceChildren(...(found?.cards ?? []).map((it) => this.result(it, found.meant)));
    this.more.hidden = !found || found.total <= this.shown;
  }

  said(total) {
    if (!total) return this.texts.none.replace('{query}', this.box.value);
    const forms = this.texts.found;
    return (forms[this.plural.select(total)] ?? forms.other ?? forms).replace('{n}', total);
  }

  result(card, meant) {
    const made = this.copy('result');
    const slot = (name) => made.querySelector(`[data-slot=${name}]`);
    const link = document.createElement('a');
    link.href = card.url;
    mark(link, card.title, meant);
    slot('title').replaceChildren(link);
    mark(slot('summary'), card.summary, meant);
    if (card.lang) {
      for (const it of [link, slot('summary')]) Object.assign(it, { lang: card.lang, dir: 'auto' });
    }
    slot('kind').textContent = card.kind;
    const [iso, words] = card.date;
    if (iso) {
      const time = document.createElement('time');
      time.dateTime = iso;
      time.textContent = words;
      slot('date').append(time);
    }
    for (const it of made.querySelectorAll('[data-slot]')) if (!it.textContent) it.remove();
    return made;
  }

  /** Shows the values that narrow what was found, and those that were chosen, in every group. */
  narrow(counted) {
    const groups = new Map(counted);
    this.facets.hidden = !groups.size;
    for (const group of this.facets.querySelectorAll('[data-group]')) {
      const name = group.dataset.group;
      const ids = this.chosen.getAll(name);
      const values = (groups.get(name) ?? []).filter((it) => it.count || ids.includes(it.id));
      const order = name === 'year' ? (a, b) => b.id.localeCompare(a.id) : (a, b) => b.count - a.count;
      group.hidden = !values.length;
      const chosen = group.querySelector('[data-slot=chosen]');
      if (chosen) chosen.textContent = ids.length ? ` (${ids.length})` : '';
      const focused = document.activeElement?.name === name ? document.activeElement.value : null;
      const rows = values.sort(order).map((it) => this.value(name, it, ids.includes(it.id)));
      group.querySelector('[data-slot=values]').replaceChildren(...rows);
      if (focused) rows.map((it) => it.querySelector('input')).find((it) => it.value === focused)?.focus();
    }
  }

  value(name, { id, label, count }, checked) {
    const made = this.copy('value');
    Object.assign(made.querySelector('input'), { name, value: id, checked });
    made.querySelector('[data-slot=label]').textContent = label;
    made.querySelector('[data-slot=count]').textContent = count;
    return made;
  }
}

const form = document.querySelector('form[data-index]');
if (form) new Page(form).start();
