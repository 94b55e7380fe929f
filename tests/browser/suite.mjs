// What the browser tests share: Chromium, pages that note what the browser complains about, and
// a count of what held and what did not.
import { chromium } from 'playwright-core';

export const launch = () => chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

export function equal(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what} is ${a}, not ${b}`);
}

/** The tests of one site, by the name of its folder. */
export class Suite {
  passed = 0;
  failures = [];

  constructor(name, browser, site) {
    Object.assign(this, { name, browser, site });
  }

  async check(name, run) {
    try {
      await run();
      this.passed += 1;
    } catch (error) {
      this.failures.push(`${this.name}: ${name}: ${error.message}`);
    }
  }

  /** A page whose `trouble` fills with errors, broken policies and requests to strangers. */
  async page(options = {}) {
    const context = await this.browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.trouble = [];
    page.on('console', it => it.type() === 'error' && page.trouble.push(it.text()));
    page.on('pageerror', it => page.trouble.push(it.message));
    page.on('request', it => {
      if (!it.url().startsWith(this.site.origin)) page.trouble.push(`asks for ${it.url()}`);
    });
    return page;
  }

  async open(address, options) {
    const page = await this.page(options);
    await page.goto(this.site.origin + address, { waitUntil: 'load' });
    return page;
  }

  /** A test of one page. */
  on(name, address, options, run) {
    return this.check(name, async () => {
      const page = await this.open(address, options);
      try { await run(page); } finally { await page.context().close(); }
    });
  }
}
