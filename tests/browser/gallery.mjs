// A gallery: every picture has a caption and says who made it, and stands where a reader looks for it,
// on every screen, in both directions, and on paper.
import { equal } from './suite.mjs';

const GALLERY = 'news/2024/twelve-harbours-in-seven-pictures/';
const PICTURES = 7;
const WIDTHS = [390, 768, 1440];

/** What is wrong with the figures of a page as they are laid out. */
async function askew() {
  const wrong = [];
  const figures = [...document.querySelectorAll('.text figure:not(.pull)')];
  // A browser that takes another size meanwhile calls the first one broken.
  const shown = async (it, times) => {
    try {
      await it.decode();
    } catch (error) {
      if (!times) throw error;
      await new Promise(done => setTimeout(done, 100));
      await shown(it, times - 1);
    }
  };
  for (const it of figures) it.querySelector('img').loading = 'eager';
  await Promise.all(figures.map(it => shown(it.querySelector('img'), 5)));
  const room = document.querySelector('.body > p').getBoundingClientRect().width;
  for (const [at, it] of figures.entries()) {
    const [picture, caption] = ['img', 'figcaption'].map(name => it.querySelector(name).getBoundingClientRect());
    const say = what => wrong.push(`picture ${at + 1} ${what}`);
    if (picture.width < room - 2) say(`is narrower than the text: ${picture.width} of ${room}`);
    if (picture.left < 0 || picture.right > document.documentElement.clientWidth) say('leaves the screen');
    if (caption.top < picture.bottom || caption.top > picture.bottom + 24) say('is not close above its caption');
    if (caption.left < picture.left - 1 || caption.right > picture.right + 1) say('is narrower than its caption');
    const next = figures[at + 1]?.getBoundingClientRect();
    if (next && next.top < caption.bottom + 16) say('is too close to the next one');
  }
  return wrong;
}

const words = async (page, selector) => (await page.locator(selector).allInnerTexts()).map(it => it.trim());

async function told(page) {
  equal(await page.locator('.text figure:not(.pull) img').count(), PICTURES, 'the number of pictures');
  const captions = await words(page, '.text figcaption');
  equal(captions.map(it => it[0]), ['1', '2', '3', '4', '5', '6', '7'], 'how captions begin');
  const credits = await words(page, '.text figcaption .credit');
  equal(credits.filter(it => it.includes('Example Newsroom')).length, PICTURES, 'the number of credits');
  const silent = await page.locator('.text figure img').evaluateAll(all => all.filter(it => it.alt.length < 20).length);
  equal(silent, 0, 'pictures that are not described');
}

/** The gallery, wherever it is looked at. */
export async function gallery(suite) {
  for (const home of ['/', '/ar/']) {
    await suite.on(`${home} has a gallery with captions and credits`, home + GALLERY, {}, async page => {
      await told(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        equal(await page.evaluate(askew), [], `what is wrong at ${width} px`);
      }
      await page.emulateMedia({ media: 'print' });
      await told(page);
    });
  }
}
