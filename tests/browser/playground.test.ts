import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { onTestDatabase, startNexus } from '../setup/nexus-process.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

/** Chromium as a container runs it, with everything switched off that would look for the internet. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

if (CHROMIUM === undefined) console.warn('No Chromium here: the browser tests are skipped.');

// A bare machine has no Chromium; CI installs it.
test.skipIf(CHROMIUM === undefined)(
  'somebody opens the playground, signs in as the demo person and sees their home feed',
  async () => {
    const nexus = await startNexus({ ...(await onTestDatabase()), DEMO_DATA: 'on' });
    const browser: Browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS });
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const elsewhere: string[] = [];
      const broken: string[] = [];
      page.on('request', (request) => request.url().startsWith(nexus.gateway) || elsewhere.push(request.url()));
      page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));

      await page.goto(nexus.gateway);
      await page.getByRole('button', { name: /sign in as rafael_fernandez/i }).click();
      await page.getByText('Signed in as').waitFor();
      await page.getByRole('tab', { name: 'HomeFeed' }).click();
      await page.getByRole('button', { name: /execute query/i }).click();
      const result = page.locator('.result-window');
      await expect.poll(() => result.textContent(), { timeout: 20_000 }).toContain('"homeFeed"');

      const shown = await result.textContent();
      expect(shown).toContain('"handle"');
      expect(shown).not.toContain('"errors"');
      expect(elsewhere).toEqual([]);
      expect(broken).toEqual([]);
      if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
    } finally {
      await browser.close();
      await nexus.end('SIGINT');
    }
  },
  120_000,
);
