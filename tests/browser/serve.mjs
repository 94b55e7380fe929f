// `dateline serve` and Chromium: what is saved is seen, without anybody reloading anything.
// Usage: node serve.mjs DATELINE REPOSITORY
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [dateline, repository] = process.argv.slice(2);
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-'));
for (const name of ['content', 'site.yaml']) {
  fs.cpSync(path.join(repository, name), path.join(root, name), { recursive: true });
}
const NEWS = 'content/news/2020/live.md';
const save = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
};
// Of words that no other text has, so that what is related stays as it is: a page whose lists have
// changed is shown anew once more.
const entry = text => `---\ntitle: Live\ndate: 2020-03-01\n---\n${text}\n`;
save(NEWS, entry('Firstwort.'));

const server = spawn(dateline, ['--root', root, 'serve', '--port', '0', '--follow']);
const origin = await new Promise((resolve, reject) => {
  let said = '';
  server.stderr.on('data', data => {
    said += data;
    const found = said.match(/serving at (http:\S+?)\/ /);
    if (found) resolve(found[1]);
  });
  server.on('exit', () => reject(new Error(said)));
});
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});

let done = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', it => { throw it; });
  await page.goto(`${origin}/news/2020/live/`);
  const shows = async text => { await page.getByText(text).first().waitFor(); done += 1; };

  await shows('Firstwort.');
  save(NEWS, entry('Secondwort.'));
  await shows('Secondwort.');

  await page.evaluate(() => { window.still = true; });
  save('overrides/style.css', 'h1 { color: rgb(1, 2, 3) }');
  const color = () => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)';
  await page.waitForFunction(color);
  if (!await page.evaluate(() => window.still)) throw new Error('CSS reloads the page');
  done += 1;

  save(NEWS, entry('See [[nobody-knows-this]] <script>.'));
  await shows('error[E201]');
  if (!await page.getByText('Secondwort.').isVisible()) throw new Error('it is gone');
  await page.keyboard.press('Escape');
  await page.getByText('error[E201]').waitFor({ state: 'detached' });
  save(NEWS, entry('Thirdwort.'));
  await shows('Thirdwort.');

  save('content/news/2020/next.md', entry('Fourthwort.').replace('Live', 'Next'));
  await page.waitForURL(`${origin}/news/2020/next/`);
  await shows('Fourthwort.');
  console.log(`${done} checks of serve passed`);
} finally {
  await browser.close();
  server.removeAllListeners('exit');
  server.kill();
  fs.rmSync(root, { recursive: true });
}
