import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { readFile } from '../../../shared/files/reading/read-file.ts';
import { arriving, gathered, read } from '../reading.ts';

const sheet =
  'User Name,Display Name,City\r\nzoe@contoso.com,"Zoë “Brûlé”","’s-Gravenhage\r\n€ – straat"\r\n\r\njan@contoso.com,Jan,Cádiz\r\n';
const people = [
  { userPrincipalName: 'zoe@contoso.com', displayName: 'Zoë “Brûlé”', city: '’s-Gravenhage\r\n€ – straat' },
  { userPrincipalName: 'jan@contoso.com', displayName: 'Jan', city: 'Cádiz' },
];
const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const encodings: [string, (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.concat([utf8Mark, Buffer.from(text)])],
  ['UTF-16LE', utf16],
  ['UTF-16BE', (text) => utf16(text).swap16()],
  ['Windows-1252', (text) => iconv.encode(text, 'windows-1252')],
];

describe.each(encodings)('%s', (_, encode) => {
  const bytes = encode(sheet);

  test('is read whole (case 39)', async () => {
    expect((await read(bytes)).drafts).toEqual(people);
  });

  test('is read in pieces of every size (case 39)', async () => {
    for (let size = 1; size < bytes.length; size += 1) expect((await read(bytes, size)).drafts).toEqual(people);
  });

  test('is read when cut at each byte, after more than is needed to tell what it is (case 39)', async () => {
    const long = encode(sheet.replace('zoe@', `${'pad@contoso.com,Pad,x\r\n'.repeat(250)}zoe@`));
    for (let tail = 1; tail < bytes.length; tail += 1) {
      const file = await readFile(
        arriving(async function* () {
          yield long.subarray(0, -tail);
          yield long.subarray(-tail);
        }),
      );
      const rows = await gathered(file.rows);
      expect(rows.slice(-2).map(({ draft }) => draft)).toEqual(people);
    }
  });
});

test('a character beyond the first plane survives in UTF-16, cut anywhere', async () => {
  const text = 'User Name,Display Name\na@contoso.com,𝒜da 🦀\n';
  for (const bytes of [utf16(text), utf16(text).swap16()]) {
    for (let size = 1; size < 9; size += 1) expect((await read(bytes, size)).drafts[0]?.displayName).toBe('𝒜da 🦀');
  }
});

test('one Windows-1252 byte after megabytes of ASCII', async () => {
  const ascii = `User Name,Display Name\n${'a@contoso.com,Ada\n'.repeat(200_000)}`;
  const bytes = Buffer.concat([Buffer.from(ascii), iconv.encode('r@contoso.com,René\n', 'windows-1252')]);
  const { drafts } = await read(bytes);
  expect(drafts.at(-1)).toEqual({ userPrincipalName: 'r@contoso.com', displayName: 'René' });
});

test('a cut-off character at the very end is Windows-1252', async () => {
  const bytes = Buffer.concat([Buffer.from('User Name,Display Name\na@contoso.com,Zo'), Buffer.from([0xeb])]);
  expect((await read(bytes)).drafts[0]?.displayName).toBe('Zoë');
});

test('a capital with an accent before a typographic sign does not make Windows-1252 into UTF-8', async () => {
  const bytes = iconv.encode('User Name,Display Name\na@contoso.com,MENÜ”\nb@contoso.com,René\n', 'windows-1252');
  for (const size of [1, 7, 65_536]) {
    expect((await read(bytes, size)).drafts.map((draft) => draft?.displayName)).toEqual(['MENÜ”', 'René']);
  }
});

test.each(['Łukasz', 'Ελένη', 'Иван', '李小龙', 'Zoë', '🦀'])('UTF-8 is recognised by one name: %s', async (name) => {
  const text = `User Name,Display Name\na@contoso.com,${name}\n`;
  for (const size of [1, 7, 65_536]) expect((await read(Buffer.from(text), size)).drafts[0]?.displayName).toBe(name);
});

test('UTF-8 with a broken character after a few sound ones of any script stays UTF-8', async () => {
  const bytes = Buffer.concat([
    Buffer.from('User Name,Display Name\ni@contoso.com,Иван\nb@contoso.com,x'),
    Buffer.from([0xeb, 0x0a]),
  ]);
  expect((await read(bytes)).drafts.map((draft) => draft?.displayName)).toEqual(['Иван', undefined]);
});

test('a doubtful character is not put off for ever', async () => {
  const ascii = 'b@contoso.com,Ben\n'.repeat(20_000);
  const bytes = Buffer.from(`User Name,Display Name\na@contoso.com,Ł\n${ascii}`);
  const { drafts } = await read(bytes, 10_000);
  expect(drafts).toHaveLength(20_001);
  expect(drafts[0]?.displayName).toBe('Ł');
});

test('a broken character in UTF-8 refuses its row, and nobody else (case 39)', async () => {
  const bytes = Buffer.concat([
    Buffer.from('User Name,Display Name\nz@contoso.com,Zoë\nb@contoso.com,Bro'),
    Buffer.from([0xeb]),
    Buffer.from('k\nj@contoso.com,Jan\n'),
  ]);
  const { rows } = await read(bytes);
  expect(rows.map(({ draft }) => draft?.displayName)).toEqual(['Zoë', undefined, 'Jan']);
  expect(rows[1]?.refusals).toMatchObject([{ code: 'ValueInvalid', target: 'Display Name' }]);
});

test('every sample is the same when it comes byte by byte', async () => {
  const folder = new URL('../../samples/', import.meta.url);
  for (const name of ['entra-bulk-create', 'm365-de-tab-utf16le', 'm365-nl-semicolon-windows1252']) {
    const bytes = readFileSync(new URL(`${name}.csv`, folder));
    expect((await read(bytes, 1)).rows).toEqual((await read(bytes)).rows);
  }
});
