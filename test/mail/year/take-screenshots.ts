/**
 * `node test/mail/year/take-screenshots.ts FOLDER`: every mail of a year in four languages, as a picture at 600 and 360
 * pixels, light and dark, to be looked at; one for each subject's shape. Needs Chromium and, for Chinese, fonts-noto-cjk.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { mailLanguages } from '../../../shared/domain/organisation.ts';
import { mailsOfYear } from './make-year.ts';

const folder = process.argv[2] ?? 'screenshots';
const zones = { en: 'Europe/London', nl: 'Europe/Amsterdam', de: 'Europe/Berlin', 'zh-Hans': 'Asia/Shanghai' } as const;

/** Mails that say the same of other days are one picture. */
const shapeOf = (subject: string): string => subject.replace(/\d+/g, '#');

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
mkdirSync(folder, { recursive: true });
for (const language of mailLanguages) {
  const mails = await mailsOfYear(language, zones[language]);
  const shapes = [...new Map(mails.map((mail) => [`${shapeOf(mail.subject)} ${mail.to.join()}`, mail])).values()];
  writeFileSync(
    join(folder, `${language}.txt`),
    shapes.map(({ day, to, subject }) => `${day}\t${to}\t${subject}`).join('\n'),
  );
  for (const [index, { html }] of shapes.entries()) {
    for (const width of [600, 360]) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 400 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: index % 5 === 4 ? 'dark' : 'light' }]);
      await page.setContent(html);
      const name = `${language}-${String(index).padStart(2, '0')}-${width}.png` as const;
      await page.screenshot({ path: join(folder, name) as `${string}.png`, fullPage: true });
      await page.close();
    }
  }
  console.log(`${language}: ${mails.length} mails of a year, ${shapes.length} shapes`);
}
await browser.close();
