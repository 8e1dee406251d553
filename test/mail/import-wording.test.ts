import { type MailLanguage, mailLanguages } from '../../shared/domain/organisation.ts';
import { type Refusal, type RefusalCode, sentenceOf } from '../../shared/domain/refusals.ts';
import type { ImportOutcome } from '../../shared/mail/imports/import-outcome.ts';
import { importResults } from '../../shared/mail/imports/import-results.ts';
import { rowRefusal } from '../../shared/mail/imports/row-refusal.ts';
import { textsIn } from '../../shared/mail/texts/catalogue.ts';
import { organisation } from './every-mail.ts';
import { cancelled, finished, importMails, none as nothing, refused, stopped, tried, undone } from './imports.ts';

const letterhead = (language: MailLanguage) => ({ organisation, language });
const english = letterhead('en');
const told = (outcome: ImportOutcome, language: MailLanguage = 'en') => importResults(outcome, letterhead(language));

test.each([
  ['en', '1 row in', '1 row was refused.', '1 person waits'],
  ['nl', '1 rij in', '1 rij is geweigerd.', '1 persoon wacht'],
  ['de', '1 Zeile;', '1 Zeile wurde abgelehnt.', '1 Person wartet'],
  ['zh-Hans', '共 1 行', '1 行被拒绝。', '1 位用户正在等待'],
] as const)('an import of one row in %s', (language, ...sentences) => {
  const { text } = told({ ...finished, rows: 1, counts: { ...nothing, refused: 1, waiting: 1 } }, language);
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test.each([
  ['en', '1 row would be refused.', '1 row was not done.', '1 person was left'],
  ['nl', '1 rij zou worden geweigerd.', '1 rij is niet verwerkt.', '1 persoon is ongemoeid'],
  ['de', '1 Zeile würde abgelehnt.', '1 Zeile wurde nicht verarbeitet.', '1 Person wurde unverändert'],
  ['zh-Hans', '将有 1 行被拒绝。', '1 行未处理。', '1 位用户保留原状。'],
] as const)('one of each in %s', (language, would, notDone, kept) => {
  const counts = { ...nothing, refused: 1 };
  expect(told({ ...tried, counts }, language).text).toContain(would);
  expect(told({ ...cancelled, done: cancelled.rows - 1 }, language).text).toContain(notDone);
  expect(told({ ...undone, counts }, language).text).toContain(kept);
});

test('each kind has a subject of its own', () => {
  expect(Object.values(importMails(english)).map(({ mail }) => mail.subject)).toEqual([
    'Import of people.csv: 5,000 created, 41 updated, 4 refused',
    'Dry run of people.csv: 5,000 would be created, 41 updated, 4 refused',
    'The import of people.csv was cancelled',
    'The import of people.csv was stopped',
    'The dry run of people.csv was cancelled',
    'The dry run of people.csv was stopped',
    'people.csv was not imported',
    'people.csv was not imported',
    'people.csv was not imported',
    'Undo of people.csv: 5,030 undone, 14 left as they are',
    'The undo of people.csv was cancelled',
    'The undo of people.csv was stopped',
    'The import of people.csv waits for licences',
    'Synchronisation waits: it would delete 600 people',
    'Nothing has come from the directory on premises for a day',
  ]);
});

test('what did not happen is not told', () => {
  const { refusedRows: _none, ...others } = finished;
  const rest = { ...others, hasReport: false };
  const quiet = { ...rest, counts: { ...finished.counts, refused: 0, waiting: 0 }, short: [] };
  expect(told(quiet).text).not.toMatch(/report|to buy|wait for|were refused|not done|POST/);
  const { text } = told({ ...rest, counts: { ...finished.counts, refused: 2 } });
  expect(text).toContain('2 rows were refused.\n');
});

const complete = /complete|voltooid|abgeschlossen|已完成/;

test.each(mailLanguages)(
  'nothing is called complete of which most was refused, and zeros are left out: %s',
  (language) => {
    const rows = 20;
    for (const base of [finished, tried, undone]) {
      for (const refused of [0, 3, 10, 11, 20]) {
        const others = base.kind === 'undo' ? { deleted: rows - refused } : { created: rows - refused };
        const { subject, text } = told(
          { ...base, rows, done: rows, counts: { ...nothing, refused, ...others } },
          language,
        );
        const [title = ''] = text.split('\n');
        expect([refused, complete.test(title)]).toEqual([refused, refused <= rows / 2]);
        expect(complete.test(subject)).toBe(false);
        expect(text).not.toMatch(/^[^\n]*[:：] ?0$/m);
        expect(subject).not.toMatch(/(^|\D)0( |$)/);
        if (refused > 0) expect(subject).toContain(String(refused));
      }
    }
  },
);

test.each([
  [{ updated: 7 }, '7 updated'],
  [{ unchanged: 7 }, '7 unchanged'],
  [{ updated: 3, unchanged: 4 }, '3 updated'],
  [{}, '0 unchanged'],
])('a subject tells what became of the rows: %j', (counts, words) => {
  const rows = Object.values(counts).reduce((sum: number, count) => sum + count, 0);
  const outcome = { ...finished, rows, done: rows, counts: { ...nothing, ...counts } };
  expect(told(outcome).subject).toBe(`Import of people.csv: ${words}`);
});

test.each(mailLanguages)(
  'the refused rows are named with their reasons in %s, and how many more there are',
  (language) => {
    const refusedRows = Array.from({ length: 25 }, (_, n) => ({
      rowNumber: n + 5,
      userPrincipalName: `p${n}@example.net`,
      code: 'DomainNotVerified' as const,
      fact: 'example.net',
    }));
    const { text } = told({ ...finished, refusedRows, counts: { ...finished.counts, refused: 31 } }, language);
    expect(text.match(/p\d+@example\.net/g)).toHaveLength(20);
    expect(text).toContain(rowRefusal({ code: 'DomainNotVerified', fact: 'example.net' }, language));
    expect(text).toContain(textsIn(language).imports.refusedRows.row(24));
    expect(text).not.toContain('p20@');
    expect(text).toContain(textsIn(language).imports.refusedRows.more(11));
  },
);

test.each(mailLanguages.filter((language) => language !== 'en'))(
  'every refusal of a row has a sentence in %s',
  (language) => {
    const { rowRefusals } = textsIn(language);
    if (!rowRefusals) throw new Error('it has none');
    expect(Object.keys(rowRefusals)).toEqual(expect.arrayContaining(['CellCountWrong', 'EmployeeIdConflict']));
    for (const sentence of Object.values(rowRefusals)) expect(sentence('17 x', 'jobTitle')).toMatch(/^.{8,}[.。]$/);
  },
);

test('in English a refusal says no more than is known', () => {
  expect(rowRefusal({ code: 'UserNameIllegal' }, 'en')).toBe(sentenceOf({ code: 'UserNameIllegal' }));
  expect(rowRefusal({ code: 'UserNameIllegal' }, 'en')).toContain('a character that is not allowed');
});

test.each(['OwnerGone', 'ImportImpossible', 'PlanOutdated'] as const)(
  '%s refuses no file, and an undo has none',
  (code) => {
    const end = { how: 'stopped', refusal: { code, fact: 'x' } } as const;
    expect(told({ ...refused, end }).subject).toBe('The import of people.csv was stopped');
    expect(told({ ...undone, end, done: 0, counts: nothing }).subject).toBe('The undo of people.csv was stopped');
  },
);

const unchanged = {
  en: 'Nothing was changed.',
  nl: 'Er is niets gewijzigd.',
  de: 'Es wurde nichts geändert.',
  'zh-Hans': '未作任何更改。',
};

test.each(mailLanguages)('a dry run changed nothing, however it ended: %s', (language) => {
  const ends: Partial<ImportOutcome>[] = [
    {},
    { end: cancelled.end, done: 100 },
    { end: cancelled.end, done: 0 },
    { end: stopped.end, done: 100 },
    { end: stopped.end, done: 0, counts: nothing },
  ];
  for (const end of ends) expect(told({ ...tried, ...end }, language).text).toContain(unchanged[language]);
  expect(told(cancelled, language).text).not.toContain(unchanged[language]);
});

const nobody = {
  en: 'Nobody was added, and nobody was changed.',
  nl: 'Er is niemand toegevoegd en niemand gewijzigd.',
  de: 'Es wurde niemand hinzugefügt und niemand geändert.',
  'zh-Hans': '未创建或更改任何用户。',
};

test.each(mailLanguages)('an import that ended before its first row says that it changed nobody: %s', (language) => {
  for (const end of [cancelled.end, stopped.end, refused.end]) {
    const none = { ...cancelled, end, done: 0, counts: nothing };
    expect(told(none, language).text).toContain(nobody[language]);
    expect(told({ ...none, done: 1 }, language).text).not.toContain(nobody[language]);
  }
});

test('rows that were not done are told when there are any, and only where they are known', () => {
  expect(told(cancelled).text).toContain('87 rows were not done.');
  expect(told({ ...cancelled, rows: cancelled.done }).text).not.toContain('not done');
  expect(told({ ...cancelled, rows: 0, done: 0 }).text).not.toContain('not done');
  expect(told(stopped).text).toContain('87 rows were not done.');
});

test('an import that was stopped on its way says why and what stays; a refused file has nothing that stays', () => {
  const why = '17 rows were refused, as many as the import was told to stop at.';
  expect(told(stopped).text).toContain(why);
  expect(told(stopped).text).toContain('What was done before that stays:');
  const { text, subject } = told({ ...stopped, done: 0, counts: nothing, short: [] });
  expect([text.includes(why), subject]).toEqual([true, 'people.csv was not imported']);
  expect(text).not.toMatch(/stays|Created/);
});

test.each([
  ['en', 'goes on by itself'],
  ['nl', 'gaat de import vanzelf verder'],
  ['de', 'geht der Import von selbst weiter'],
  ['zh-Hans', '导入将自动继续'],
] as const)('an import on hold goes on by itself in %s', (language, sentence) => {
  expect(importMails(letterhead(language))['import on hold']?.mail.text).toContain(sentence);
});

test('a file name stands as it is, whatever signs are in it', () => {
  const fileName = 'batch #1 $& {x}.csv';
  for (const language of mailLanguages) {
    for (const outcome of [finished, tried, undone, cancelled, refused]) {
      expect(told({ ...outcome, fileName }, language).text).toContain(` ${fileName}`);
      expect(told({ ...outcome, fileName }, language).subject).toContain(fileName);
    }
  }
});

describe('refusals of a file', () => {
  const refusedBy = (refusal: Refusal, language: MailLanguage) =>
    told({ ...refused, end: { how: 'stopped', refusal } }, language).text;

  test('a missing heading is told in the language of the mail', () => {
    const refusal = { code: 'HeadingMissing', target: 'userPrincipalName', fact: 'the user name (User Name)' } as const;
    expect(refusedBy(refusal, 'de')).toContain(
      'Der Datei fehlt eine Spalte: Benutzername (User Name). Fügen Sie sie hinzu, oder',
    );
  });

  test('a refusal that is not of a whole file is told as the API tells it', () => {
    const refusal = { code: 'DomainNotVerified', fact: 'example.net' } as const;
    expect(refusedBy(refusal, 'nl')).toContain(sentenceOf(refusal));
  });

  const facts: Partial<Record<RefusalCode, string[]>> = {
    FileTooLarge: ['2 GiB'],
    SheetUnknown: ['People', 'Sheet1, Sheet2'],
    MappingInvalid: ['no such property'],
    UserNamePatternInvalid: ['{nickname} is no placeholder'],
    OptionsInvalid: ['no such option'],
    TooManyRefusals: ['17'],
    OwnerGone: [],
    PlanOutdated: ['ENTERPRISEPACK'],
    WorkbookTooLarge: [],
  };
  const fact = { SheetUnknown: 'Sheet1, Sheet2', PlanOutdated: 'it needs 5 seats of ENTERPRISEPACK, and 3 are free' };
  const target = { SheetUnknown: 'People', PlanOutdated: 'ENTERPRISEPACK' };
  const cases = mailLanguages.flatMap((language) =>
    Object.entries(facts).map(([code, wanted]) => [language, code as keyof typeof fact, wanted] as const),
  );

  test.each(cases)('%s: %s tells %j', (language, code, wanted) => {
    const refusal: Refusal = { code, fact: fact[code] ?? wanted[0] ?? 'x', target: target[code] ?? 'x' };
    const text = refusedBy(refusal, language);
    expect(wanted.filter((one) => !text.includes(one))).toEqual([]);
    expect(text.includes(sentenceOf(refusal))).toBe(language === 'en');
  });

  test.each(mailLanguages)('unknown headings come with options that can be pasted, in %s', (language) => {
    const proposal = '{"columns":{"Mail":"userPrincipalName","*":"ignored"}}';
    const told = refusedBy({ code: 'HeadingsUnknown', fact: 'Mail', proposal }, language);
    expect(told).toContain(proposal);
    expect(told).toContain('NAME.options.json');
  });

  test.each(mailLanguages)('every one has a sentence in %s', (language) => {
    const { fileRefusals } = textsIn(language);
    expect(Object.keys(fileRefusals)).toEqual(Object.keys(textsIn('en').fileRefusals));
    for (const sentence of Object.values(fileRefusals)) expect(sentence('7', 'x')).toMatch(/^.{8,}[.。]$/);
  });
});
