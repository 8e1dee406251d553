/** The layout of CONTRIBUTING.md as a table: what each part may know of the others. */

const html = ['shared/html/', 'shared/domain/'];
const face = ['shared/domain/', 'shared/work/', 'shared/lambda/'];

/** What the files of a folder may import: beginnings of paths from the root, or of packages. */
export const layers: Record<string, readonly string[]> = {
  'shared/domain': [
    ...['shared/domain/', '@sindresorhus/transliterate', 'fastest-levenshtein'],
    ...['i18n-iso-countries/codes.json', 'i18n-iso-countries/langs/'],
  ],
  'shared/messages': ['shared/messages/', 'shared/domain/', 'zod'],
  'shared/html': html,
  'shared/refusals': ['shared/refusals/', 'shared/domain/'],
  'shared/files': ['shared/files/', 'shared/domain/', 'csv-parse', 'iconv-lite', 'sax', 'yauzl', 'node:'],
  'shared/mail': ['shared/mail/', 'shared/refusals/', ...html],
  'shared/work': [
    ...['shared/work/', 'shared/domain/', 'shared/messages/', 'shared/files/', 'shared/mail/', 'zod'],
    ...['pinyin-pro', 'node:crypto', 'node:util', 'node:timers/promises', 'node:zlib'],
  ],
  'shared/lambda': [
    ...['shared/lambda/', 'shared/domain/', 'shared/settings.ts', '@middy/', 'aws-lambda', 'zod'],
    ...['node:async_hooks', 'node:crypto', 'node:fs'],
  ],
  'shared/graph': [
    ...['shared/graph/', ...face, ...html, 'shared/refusals/', 'shared/messages/', 'shared/files/'],
    ...['zod', 'node:crypto', 'node:zlib'],
  ],
  'shared/oauth': ['shared/oauth/', ...face],
  // Its functions in browser/ are sent as text; the colours are those of the mails.
  'shared/pages': [
    ...['shared/pages/', ...html, 'shared/refusals/', 'shared/lambda/'],
    ...['node:crypto', 'node:fs', 'node:zlib'],
  ],
  // In a browser: rules, texts and colours, schemas of bodies, and types of what the API answers.
  'clients/console': [
    ...['clients/console/', 'shared/domain/', 'shared/html/', 'shared/refusals/', 'shared/graph/'],
    ...['shared/pages/texts/', 'shared/pages/browser/'],
    ...['react', 'react-dom/client', 'react-hook-form', '@hookform/resolvers/'],
    ...['@cloudscape-design/', '@tanstack/', 'zod'],
  ],
  'shared/smtp': ['shared/smtp/', 'shared/domain/', 'shared/work/', 'nodemailer', 'node:'],
  'shared/aws': [
    ...['shared/aws/', 'shared/domain/', 'shared/work/', 'shared/smtp/', 'shared/settings.ts'],
    ...['@aws-sdk/', 'p-retry', 'node:'],
  ],
  // A function is wiring: it makes the clients of AWS that its adapters need.
  functions: ['shared/'],
};

/** Packages that are at home in few places: with those who run in AWS, and with those who talk to it from outside. */
export const homes: Record<string, readonly string[]> = {
  'p-retry': ['shared/aws/', 'clients/imports/', 'clients/backup/'],
  '@middy/': ['shared/lambda/'],
  'aws-lambda': ['shared/lambda/'],
  'csv-parse': ['shared/files/csv/', 'clients/muster/input/'],
  '@sindresorhus/transliterate': ['shared/domain/names/'],
  'pinyin-pro': ['shared/work/imports/plan/'],
  'iconv-lite': ['shared/files/csv/', 'shared/files/encodings/'],
  imapflow: ['clients/migration/'],
  ldapts: ['clients/sync/directory/'],
  nodemailer: ['shared/smtp/'],
  sax: ['shared/files/workbook/'],
  yauzl: ['shared/files/workbook/'],
};
