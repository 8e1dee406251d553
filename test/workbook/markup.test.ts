import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { attributesOf } from '../../shared/workbook/entities.ts';
import { Markup } from '../../shared/workbook/markup.ts';

/** What was told, with texts that touch each other as one. */
type Told = ['open', string, Record<string, string>] | ['close', string] | ['text', string];

const collecting = () => {
  const all: Told[] = [];
  const text = (piece: string) => {
    const last = all.at(-1);
    if (last?.[0] === 'text') last[1] += piece;
    else if (piece !== '') all.push(['text', piece]);
  };
  return { all, text };
};

const byUs = (bytes: Buffer, pieceSize: number): Told[] => {
  const { all, text } = collecting();
  const markup = new Markup({
    open: (name, attributes) => all.push(['open', name, attributesOf(attributes)]),
    close: (name) => all.push(['close', name]),
    text,
  });
  for (let at = 0; at < bytes.length; at += pieceSize) markup.write(bytes.subarray(at, at + pieceSize));
  markup.end();
  return all;
};

const byLibrary = (xml: string): Told[] => {
  const { all, text } = collecting();
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => all.push(['open', name, { ...attributes }]));
  parser.on('closetag', ({ name }) => all.push(['close', name]));
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
  return all;
};

const name = fc.constantFrom('c', 'row', 'v', 't', 'is', 'long.name-1');
const blank = fc.constantFrom(' ', '  ', '\n\t');
const characters = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    '漢',
    '🦀',
    ' ',
    '/',
    '=',
    '!',
    '-',
    ']',
    '?',
    '&amp;',
    '&lt;',
    '&#65;',
    '&#x1F600;',
    '&quot;',
  ),
  maxLength: 12,
});
const value = characters.chain((text) => fc.constantFrom(`"${text}>'"`, `'${text}>"'`, `"${text}"`));
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('r', 's', 't', 'spans'), value, blank, fc.constantFrom('=', ' = ')), {
    maxLength: 4,
    selector: ([key]) => key,
  })
  .map((all) => all.map(([key, quoted, space, equals]) => `${space}${key}${equals}${quoted}`).join(''));

const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    characters.map((text) => text.replaceAll(']]', ']')),
    fc.constantFrom('a\r\nb\rc', '<!-- <c> x -->', '<![CDATA[<c> ]] & > ]]>', '<?pi <c> ?>', '\n'),
    fc
      .tuple(name, attributes, fc.array(tie('node'), { maxLength: 4 }), fc.constantFrom('', ' '))
      .map(([tag, held, inside, space]) => `<${tag}${held}${space}>${inside.join('')}</${tag}${space}>`),
    fc.tuple(name, attributes, fc.constantFrom('', ' ')).map(([tag, held, space]) => `<${tag}${held}${space}/>`),
  ),
}));

test('markup in pieces of any size is what a library makes of it whole', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (inside, pieceSize) => {
      const xml = `<?xml version="1.0" encoding="UTF-8"?><sheet>${inside.join('')}</sheet>`;
      expect(byUs(Buffer.from(xml), pieceSize)).toEqual(byLibrary(xml));
    }),
    { numRuns: 500 },
  );
});

test('a mark at the beginning is no text, and prefixes are no part of a name', () => {
  expect(byUs(Buffer.from('\ufeff<x:c r:id="1"/>'), 1)).toEqual([
    ['open', 'c', { id: '1' }],
    ['close', 'c'],
  ]);
});
