/** The mailbox's list of mails, which is a file. */
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptMails } from '../../infra/local/emulators/kept-mails.ts';

type Mail = { at: number; n: number };

const lines = {
  lineOf: (mail: Mail) => `${Buffer.from(JSON.stringify(mail)).toString('base64')}\n`,
  mailOf: (line: string): Mail | null => JSON.parse(Buffer.from(line, 'base64').toString()),
};

const mail = (n: number): Mail => ({ at: n * 10, n });

const setup = () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mails-')), 'mails.sealed');
  const open = () => keptMails(file, lines);
  return { file, open, mails: open() };
};

const numbers = (mails: Iterable<Mail>) => [...mails].map(({ n }) => n);

test('what is pushed is found, in its order, by its time and by itself', () => {
  const { mails } = setup();
  expect(mails.push(mail(1))).toBe(1);
  expect(mails.push(mail(2), mail(3))).toBe(3);
  expect(JSON.parse(JSON.stringify({ mails }))).toEqual({ mails: [mail(1), mail(2), mail(3)] });
  expect(numbers(mails.filter(({ at }) => at >= 20))).toEqual([2, 3]);
  expect(numbers(mails.newestFirst())).toEqual([3, 2, 1]);
  expect(mails.find(({ n }) => n === 2)).toEqual(mail(2));
});

test('the mails of an earlier run are there, and one that a crash cut short is not', () => {
  const { file, open, mails } = setup();
  mails.push(mail(1), mail(2));
  appendFileSync(file, lines.lineOf(mail(3)).slice(0, -5));
  const again = open();
  expect(again.length).toBe(2);
  expect(numbers(again.filter(({ at }) => at >= 20))).toEqual([2]);
  again.push(mail(4));
  expect(numbers(open().toJSON())).toEqual([1, 2, 4]);
  expect(readFileSync(file, 'latin1').split('\n')).toHaveLength(4);
});
