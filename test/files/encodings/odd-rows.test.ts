import iconv from 'iconv-lite';
import { read, refusalsOf } from '../reading.ts';

const headings = 'User Name,Display Name,City\n';
const utf8 = (text: string) => Buffer.from(text);
const western = (text: string) => iconv.encode(text, 'windows-1252');

const namesIn = async (pieces: readonly Buffer[], reading = {}) => {
  const { drafts, rows, file } = await read(Buffer.concat([utf8(headings), ...pieces]), 5, reading);
  return {
    names: drafts.map((draft) => draft?.displayName),
    codes: rows.flatMap(({ refusals = [] }) => refusals.map(({ code }) => code)),
    encoding: file.text()?.encoding,
  };
};

const zoe = utf8('z@contoso.com,Zoë Müller,Köln\n');
const lukasz = utf8('l@contoso.com,Łukasz Żak,Łódź\n');
const rene = western('r@contoso.com,René,Orléans\n');
const ascii = utf8('a@contoso.com,Ada,Bath\n'.repeat(5_000));

test.each([
  ['before the others', [rene, zoe, lukasz], [undefined, 'Zoë Müller', 'Łukasz Żak']],
  ['between them', [zoe, rene, lukasz], ['Zoë Müller', undefined, 'Łukasz Żak']],
  ['after them', [zoe, lukasz, rene], ['Zoë Müller', 'Łukasz Żak', undefined]],
])('a row in Windows-1252 of a file in UTF-8 is refused alone: %s', async (_, pieces, names) => {
  const { encoding, codes, ...read } = await namesIn(pieces);
  expect(read.names).toEqual(names);
  expect(encoding).toBe('utf-8');
  expect(new Set(codes)).toEqual(new Set(['ValueInvalid']));
});

test('so it is behind many rows of ASCII, however far the others are', async () => {
  const { names, encoding } = await namesIn([ascii, rene, ascii, zoe, ascii, lukasz]);
  expect(encoding).toBe('utf-8');
  expect(names.filter((name) => name !== 'Ada')).toEqual([undefined, 'Zoë Müller', 'Łukasz Żak']);
});

test.each([
  ['before the others', [zoe, rene, western('n@contoso.com,Noël,Nîmes\n')], [undefined, 'René', 'Noël']],
  ['after them', [rene, western('n@contoso.com,Noël,Nîmes\n'), zoe], ['René', 'Noël', undefined]],
])('a row in UTF-8 of a file in Windows-1252 is refused alone: %s', async (_, pieces, names) => {
  const found = await namesIn(pieces);
  expect(found).toEqual({ names, codes: ['EncodingMixed'], encoding: 'windows-1252' });
});

test.each(['ZoÃ«', 'FranÃ§ois LefÃ¨vre', 'Å\u0081ukasz', 'JosÃ© NÃºÃ±ez', 'éª‹å¼\u00a0'])(
  'UTF-8 that was misread and saved as UTF-8 is refused, and nobody else: %s',
  async (name) => {
    const found = await namesIn([utf8(`m@contoso.com,${name},\n`), zoe]);
    expect(found.names).toEqual([undefined, 'Zoë Müller']);
  },
);

test.each([
  'SÃO PAULO',
  'Ângela',
  'MAÇÃ',
  'Île-de-France',
  'D’Angelo',
  '„Büro“',
  'Citroën®',
  '5½',
  'Mª José',
  'N° 5',
  '’s-Gravenhage',
  'Children’s Services',
])('what is a name in Windows-1252 is read: %s', async (name) => {
  expect((await namesIn([western(`w@contoso.com,${name},Köln\n`)])).names).toEqual([name]);
});

test.each(['Ji¯í', '¾ubica', 'Nœ–ez', 'MŸller', 'Dvoøák', 'Kamiñski', 'Ìåãàí', 'Yýlmaz', 'Pe–a', 'Mar’a'])(
  'what is none is not: %s',
  async (name) => {
    const bytes = Buffer.concat([utf8(headings), western(`w@contoso.com,${name},\n`)]);
    expect(await refusalsOf(bytes)).toMatchObject([{ code: 'EncodingUnclear' }]);
    expect((await namesIn([western(`w@contoso.com,${name},\n`)], { encoding: 'windows-1252' })).names).toEqual([name]);
  },
);

test('two or three Chinese characters may be of four countries, and are not guessed', async () => {
  const bytes = Buffer.concat([utf8(headings), iconv.encode('a@contoso.com,王刚,\n', 'gb18030')]);
  const refusals = await refusalsOf(bytes);
  expect(refusals).toMatchObject([{ code: 'EncodingUnclear', fact: expect.stringContaining('gb18030 (“王刚”)') }]);
});

test('what somebody says does not make UTF-8 or Chinese into something else', async () => {
  expect(await namesIn([zoe, lukasz], { encoding: 'windows-1250' })).toMatchObject({
    names: ['Zoë Müller', 'Łukasz Żak'],
    encoding: 'utf-8',
  });
  const chinese = iconv.encode('a@contoso.com,张伟国,北京\nb@contoso.com,王秀英,上海\n', 'gb18030');
  expect(await refusalsOf(Buffer.concat([utf8(headings), chinese]), 9, { encoding: 'windows-1250' })).toMatchObject([
    { code: 'EncodingUnclear', fact: expect.stringMatching(/^gb18030 .*windows-1250/) },
  ]);
});

test('passwords are shown by no refusal and no sample of cells', async () => {
  const file = (name: string) =>
    Buffer.concat([utf8('User Name,Password,Display Name\n'), western(`w@contoso.com,Gehëimß–ü1,${name}\n`)]);
  const [refusal] = await refusalsOf(file('Nœ–ez'));
  expect(refusal?.code).toBe('EncodingUnclear');
  expect(refusal?.fact).toContain('Nœ–ez');
  expect(refusal?.fact).not.toContain('Geh');
  const { file: opened } = await read(file('Zoë'), 7, { encoding: 'windows-1252' });
  expect(opened.text()).toEqual({ encoding: 'windows-1252', cells: ['Zoë'] });
});
