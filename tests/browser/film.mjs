// A film: nothing of it is loaded before it is played, it keeps its shape, and all it tells is there in
// words, by keyboard and on paper.
import { equal } from './suite.mjs';

const ARTICLE = 'news/2026/a-night-on-the-common-channel/';
const SECTION = '.videos';
const WIDTHS = [390, 768, 1440];

/** Plays a film without its sound; gives the shape it turns out to have. */
const play = film => new Promise((done, failed) => {
  film.muted = true;
  film.addEventListener('timeupdate', () => film.currentTime > 0 && done(film.videoWidth / film.videoHeight));
  film.addEventListener('error', () => failed(new Error(film.error.message)));
  film.play().catch(failed);
});

const shape = film => film.getBoundingClientRect().width / film.getBoundingClientRect().height;

async function told(page, home) {
  const words = page.locator(`${SECTION} details .body`);
  equal(await words.isVisible(), false, 'that the transcript is there at once');
  await page.locator(`${SECTION} summary`).press('Enter');
  equal(await words.isVisible(), true, 'that the transcript opens');
  equal(await words.locator('p').count(), 2, 'the number of paragraphs');
  const named = await page.locator(`${SECTION} video`).getAttribute('aria-label');
  equal(named.length > 10, true, `that ${home} names the film`);
}

/** The film, wherever it is looked at. */
export async function film(suite) {
  for (const home of ['/', '/ar/']) {
    await suite.on(`${home} has a film that is told in words`, home + ARTICLE, {}, async page => {
      const asked = [];
      page.on('request', it => it.url().endsWith('.mp4') && asked.push(it.url()));
      await page.reload({ waitUntil: 'networkidle' });
      equal(asked, [], 'what is loaded of a film that nobody plays');
      await told(page, home);
      const video = page.locator(`${SECTION} video`);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        equal((await video.evaluate(shape)).toFixed(2), (640 / 360).toFixed(2), `the shape at ${width} px`);
      }
      equal((await video.evaluate(play)).toFixed(2), (640 / 360).toFixed(2), 'the shape of the film');
      equal(page.trouble, [], 'what the browser complains about');
    });
    await suite.on(`${home} prints what a film tells`, home + ARTICLE, {}, async page => {
      await page.emulateMedia({ media: 'print' });
      const height = await page.locator(`${SECTION} details .body`).evaluate(it => it.getBoundingClientRect().height);
      equal(height > 40, true, 'that the transcript is on paper');
    });
  }
}
