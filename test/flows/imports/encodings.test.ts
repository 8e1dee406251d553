/** Files in the encodings of the world: read as they were meant, said to be so, or refused. */
import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import type { Muster } from '../driver/muster.ts';
import { administrator, unique } from '../driver/names.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

/** A reported file with user names that nobody else has. */
const sample = (name: string, run: string) => {
  const bytes = readFileSync(new URL(`../../samples/reported/${name}`, import.meta.url)).toString('latin1');
  return Buffer.from(bytes.replace(/(^|[\r\n])([\w.]+)@contoso/g, `$1$2.${run}@contoso`), 'latin1');
};

const nameOf = async (userName: string) => (await muster.api.ask('GET', `/v1.0/users/${userName}`)).body;

test.each([
  ['encoding-gb18030.csv', 'gb18030', 'wei44', '张伟', 1],
  ['encoding-shift-jis.csv', 'shift_jis', 'hanako.noguchi', '野口花子', 2],
  ['rare-character.csv', 'utf-8', 't60b', '𠮷野 花子', 3],
])('%s is imported, and its mail says how it was read', async (file, encoding, userName, displayName, created) => {
  const run = unique();
  const key = `${run}/${file}`;
  const over = await muster.files.importFile(key, sample(file, run));
  expect(over).toMatchObject({ status: 'succeeded', created, refused: 0, encoding });
  expect(await nameOf(`${userName}.${run}@contoso.com`)).toMatchObject({ displayName });
  const mail = await muster.mailbox.mail({ to: administrator, about: key });
  expect(mail.text).toContain(`${encoding}: “`);
});

test('encoding-windows-1250.csv is refused with both readings, and imported when it is said', async () => {
  const run = unique();
  const bytes = sample('encoding-windows-1250.csv', run);
  const refused = await muster.files.importFile(`${run}/unsaid.csv`, bytes);
  expect(refused).toMatchObject({ status: 'failed', created: 0, error: { code: 'EncodingUnclear' } });
  expect(refused.error?.message).toContain('windows-1250 (“Jiří”');
  const over = await muster.files.importFile(`${run}.csv`, bytes, { encoding: 'CP1250' });
  expect(over).toMatchObject({ status: 'succeeded', created: 2, encoding: 'windows-1250' });
  expect(await nameOf(`jiri.dvorak.${run}@contoso.com`)).toMatchObject({ displayName: 'Jiří Dvořák' });
});

test('a garbled name overwrites no right one', async () => {
  const run = unique();
  const userName = `z.${run}@contoso.com`;
  const file = (text: string) => `User Name,Display Name\n${userName},${text}\nb.${run}@contoso.com,Renée\n`;
  await muster.files.importFile(`${run}.csv`, Buffer.from(file('Zoë')));
  const update = { existingPeople: 'update' };
  const mixed = iconv.encode(file('ZoÃ«'), 'windows-1252');
  for (const bytes of [mixed, Buffer.from(file('ZoÃ«'))]) {
    const over = await muster.files.importFile(`${run}.csv`, bytes, update);
    expect(over).toMatchObject({ updated: 0, unchanged: 1, refused: 1 });
    expect(await nameOf(userName)).toMatchObject({ displayName: 'Zoë' });
  }
});
