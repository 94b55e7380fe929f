// The demo site in Chromium, built once in each theme: what a reader sees, with and without script, by
// keyboard, on a narrow screen, in the dark and on paper. Usage: node run.mjs FOLDER...
import path from 'node:path';
import { byKeyboard, inArabic, onPaper, whatItSays, withoutScript } from './article.mjs';
import { film } from './film.mjs';
import { gallery } from './gallery.mjs';
import { everyKind } from './kinds.mjs';
import { inEveryLanguage } from './languages.mjs';
import { searching } from './search.mjs';
import { serve } from './server.mjs';
import { Suite, launch } from './suite.mjs';

const browser = await launch();
let passed = 0;
let failed = 0;
for (const [at, folder] of process.argv.slice(2).entries()) {
  const start = Date.now();
  const suite = new Suite(path.basename(folder), browser, await serve(folder));
  // Themes know no languages but by their direction: the others are looked at in one theme.
  await everyKind(suite, at === 0 ? ['', 'fr', 'es', 'ar'] : ['', 'ar']);
  const tests = [whatItSays, inArabic, withoutScript, byKeyboard, onPaper, gallery, film, inEveryLanguage, searching];
  for (const test of tests) await test(suite);
  suite.site.close();
  for (const failure of suite.failures) console.error(`FAILED ${failure}`);
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${suite.name}: ${suite.passed} passed, ${suite.failures.length} failed, ${seconds} s`);
  passed += suite.passed;
  failed += suite.failures.length;
}
await browser.close();
process.exit(failed || passed === 0 ? 1 : 0);
