import { readFileSync } from 'node:fs';
import { read, refusalsOf } from '../reading.ts';

const sample = (name: string) => readFileSync(new URL(`../../samples/reported/${name}`, import.meta.url));

const shown = async (name: string, encoding?: string) => {
  const { file, drafts } = await read(sample(name), 7, encoding === undefined ? {} : { encoding });
  return { names: drafts.map((draft) => draft?.displayName), ...file.text() };
};

test.each([
  ['encoding-gb18030.csv', { encoding: 'gb18030', names: ['张伟'], cells: ['伟', '张', '张伟'] }],
  [
    'encoding-shift-jis.csv',
    { encoding: 'shift_jis', names: ['鈴木太郎', '野口花子'], cells: ['太郎', '鈴木', '鈴木太郎'] },
  ],
  [
    'encoding-1252-row-before-utf8.csv',
    {
      encoding: 'utf-8',
      names: [undefined, 'Zoë Müller', 'Łukasz Żak'],
      cells: ['Ren\ufffd Un', 'Zoë Müller', 'Łukasz Żak'],
    },
  ],
  ['rare-character.csv', { encoding: 'utf-8', names: ['Sixty A', '𠮷野 花子', 'Sixty C'], cells: ['𠮷野 花子'] }],
])('%s is read by its bytes', async (name, expected) => {
  expect(await shown(name)).toEqual(expected);
});

test.each([
  [
    'encoding-windows-1250.csv',
    'windows-1250',
    ['Jiří Dvořák', 'Łukasz Żółw'],
    /^windows-1250 \(“Jiří”, “Dvořák”\).*windows-1252 \(“Jiøí”, “Dvoøák”\)$/,
  ],
  [
    'encoding-mac-roman.csv',
    'macintosh',
    ['José Núñez', 'Mária Ó Conaill'],
    /^macintosh \(“José”, “Núñez”\).*windows-1252 \(“JosŽ”, “Nœ–ez”\)$/,
  ],
])('%s is refused with what it may be, and read when it is said', async (name, encoding, people, readings) => {
  expect(await refusalsOf(sample(name))).toEqual([{ code: 'EncodingUnclear', fact: expect.stringMatching(readings) }]);
  expect(await shown(name, encoding)).toMatchObject({ encoding, names: people });
});
