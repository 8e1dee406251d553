import fc from 'fast-check';
import { type Attributes, Markup } from '../../../shared/files/workbook/markup.ts';

/** What was told, with texts that touch each other as one. */
type Told = ['open', string, Attributes] | ['close', string] | ['text', string];

const joined = (all: readonly Told[]): Told[] => {
  const whole: Told[] = [];
  for (const told of all) {
    const last = whole.at(-1);
    if (told[0] === 'text' && last?.[0] === 'text') last[1] += told[1];
    else if (told[0] !== 'text' || told[1] !== '') whole.push([...told]);
  }
  return whole;
};

const toldOf = (xml: string | Buffer, pieceSize = 65_536): Told[] => {
  const all: Told[] = [];
  const markup = new Markup({
    open: (name, attributes) => all.push(['open', name, attributes]),
    close: (name) => all.push(['close', name]),
    text: (text) => all.push(['text', text]),
  });
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += pieceSize) markup.write(bytes.subarray(at, at + pieceSize));
  markup.end();
  return joined(all);
};

/** A piece of a document, and what it says. */
type Written = { xml: string; told: Told[] };

const name = fc.constantFrom('c', 'row', 'v', 't', 'is', 'long.name-1');
const blank = fc.constantFrom(' ', '  ', '\n\t');
const character = fc
  .oneof(
    fc.constantFrom('a', 'é', '漢', '🦀', ' ', '/', '=', '!', '-', ']', '?').map((plain) => [plain, plain]),
    fc.constantFrom(
      ['&amp;', '&'],
      ['&lt;', '<'],
      ['&#65;', 'A'],
      ['&#x1F600;', '😀'],
      ['&quot;', '"'],
      ['&#13;', '\r'],
    ),
  )
  .map(([xml = '', text = '']) => ({ xml, text }));
const characters = fc
  .array(character, { maxLength: 12 })
  .map((all) => ({ xml: all.map(({ xml }) => xml).join(''), text: all.map(({ text }) => text).join('') }))
  .filter(({ xml }) => !xml.includes(']]'));

const quoted = fc
  .tuple(characters, fc.constantFrom(['"', `>'`], [`'`, '>"'], ['"', '']))
  .map(([{ xml, text }, [quote = '', end = '']]) => ({ xml: `${quote}${xml}${end}${quote}`, value: text + end }));
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('r', 's', 't', 'spans'), quoted, blank, fc.constantFrom('=', ' = ')), {
    maxLength: 4,
    selector: ([key]) => key,
  })
  .map((all) => ({
    xml: all.map(([key, { xml }, space, equals]) => `${space}${key}${equals}${xml}`).join(''),
    values: Object.fromEntries(all.map(([key, { value }]) => [key, value])),
  }));

const { node } = fc.letrec<{ node: Written }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    characters.map(({ xml, text }): Written => ({ xml, told: [['text', text]] })),
    fc.constantFrom<Written>(
      { xml: 'a\r\nb\rc\n', told: [['text', 'a\nb\nc\n']] },
      { xml: '<!-- <c> x -->', told: [] },
      { xml: '<?pi <c> ?>', told: [] },
      { xml: '<![CDATA[<c> ]] & > ]]>', told: [['text', '<c> ]] & > ']] },
    ),
    fc.tuple(name, attributes, fc.array(tie('node'), { maxLength: 4 }), fc.constantFrom('', ' ')).map(
      ([tag, { xml, values }, inside, space]): Written => ({
        xml: `<${tag}${xml}${space}>${inside.map((one) => one.xml).join('')}</${tag}${space}>`,
        told: [['open', tag, values], ...inside.flatMap(({ told }) => told), ['close', tag]],
      }),
    ),
    fc.tuple(name, attributes, fc.constantFrom('', ' ')).map(
      ([tag, { xml, values }, space]): Written => ({
        xml: `<${tag}${xml}${space}/>`,
        told: [
          ['open', tag, values],
          ['close', tag],
        ],
      }),
    ),
  ),
}));

test('what is told is what was written, in pieces of any size', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (inside, pieceSize) => {
      const xml = `<?xml version="1.0" encoding="UTF-8"?><sheet>${inside.map((one) => one.xml).join('')}</sheet>`;
      const told = joined([['open', 'sheet', {}], ...inside.flatMap((one) => one.told), ['close', 'sheet']]);
      expect(toldOf(xml, pieceSize)).toEqual(told);
    }),
  );
});

test('a mark at the beginning is no text, and prefixes are no part of a name', () => {
  expect(toldOf('\ufeff<x:c xmlns:r="urn:r" xmlns="urn:c" r:id="1"/>', 1)).toEqual([
    ['open', 'c', { id: '1' }],
    ['close', 'c'],
  ]);
});

test.each(['&#0;', '&#1;', '&#xD800;', '&#x110000;', '&nbsp;', '&constructor;'])(
  '%s, which is no character, leaves a mark that no text has',
  (entity) => {
    expect(toldOf(`<t>A${entity}B</t>`, 1)).toEqual([
      ['open', 't', {}],
      ['text', `A\ufffd${entity}B`],
      ['close', 't'],
    ]);
  },
);

const refusal = (code: string) => expect.objectContaining({ refusals: [expect.objectContaining({ code })] });
const many = (count: number) => Array.from({ length: count }, (_, index) => ` a${index}="1"`).join('');

test.each([
  ['a document of UTF-16', Buffer.from('\ufeff<t>A</t>', 'utf16le')],
  ['no beginning', 'A<t/>'],
  ['no end', '<t>A'],
  ['an end that is cut off', '<t>A</t'],
  ['a comment that is cut off', '<t/><!-- A'],
  ['two roots', '<t/>A'],
  ['an end of another element', '<t><c></t></c>'],
  ['an element that is none', '<t>A < B</t>'],
  ['a bare ampersand', '<t>A & B</t>'],
  ['an attribute without quotes', '<t r=1/>'],
  ['an attribute without a value', '<t r/>'],
  ['an attribute that has no such character', '<t r="&#0;"/>'],
  ['an attribute that every object has', '<t hasOwnProperty="1" r="2"/>'],
  ['an attribute that no object may have', '<t x:__proto__="1"/>'],
  ['a type of document', '<!DOCTYPE t><t/>'],
  ['a type of document, in small letters', '<!doctype t><t/>'],
  ['a declaration of an entity', '<!DOCTYPE t [<!ENTITY a "aaaa">]><t>&a;</t>'],
  ['a declaration without a name', '<t/><!>'],
  ['more attributes than any element has', `<t${many(251)}/>`],
  ['more elements within each other than in any sheet', '<t>'.repeat(101) + '</t>'.repeat(101)],
])('%s is refused, wherever it is cut', (_, xml) => {
  for (const pieceSize of [1, 2, 65_536]) expect(() => toldOf(xml, pieceSize)).toThrow(refusal('ExcelWorkbook'));
});

test('as many attributes, and elements within each other, as are taken', () => {
  expect(toldOf(`<t${many(250)}/>`)).toHaveLength(2);
  expect(toldOf('<t>'.repeat(100) + '</t>'.repeat(100))).toHaveLength(200);
});

const slice = 65_536;

/** How many bytes of an endless filler are taken before it is refused, and how it is. */
const takenOf = (before: string, filler: string): { taken: number; error: unknown } => {
  const markup = new Markup({ open: () => {}, close: () => {}, text: () => {}, where: () => '7' });
  const piece = Buffer.from(filler.repeat(Math.ceil(slice / filler.length)));
  let taken = 0;
  try {
    markup.write(Buffer.from(before));
    for (; taken < 64 * 1024 * 1024; taken += piece.length) markup.write(piece);
    return { taken, error: 'nothing' };
  } catch (error) {
    return { taken, error };
  }
};

test.each([
  ['a text', '<t>', 'x', 'CellTooLarge'],
  ['a text of entities', '<t>', '&amp;', 'CellTooLarge'],
  ['CDATA', '<t><![CDATA[', 'x', 'CellTooLarge'],
  ['a comment', '<t><!--', '<v>', 'CellTooLarge'],
  ['an instruction', '<t><?', 'x', 'CellTooLarge'],
  ['an entity', '<t>&', 'x', 'CellTooLarge'],
  ['a name', '<', 'x', 'CellTooLarge'],
  ['a name that ends', '<t></t', 'x', 'CellTooLarge'],
  ['blanks in an element', '<t ', ' ', 'CellTooLarge'],
  ['the name of an attribute', '<t ', 'x', 'CellTooLarge'],
  ['an attribute', '<t r="', '>', 'CellTooLarge'],
  ['one attribute again and again', '<t', ' r="1"', 'CellTooLarge'],
  ['large attributes', `<t${many(40)}`, ` r="${'x'.repeat(60_000)}"`, 'CellTooLarge'],
  ['elements within each other', '', '<t>', 'ExcelWorkbook'],
  ['a type of document', '', '<!DOCTYPE x', 'ExcelWorkbook'],
  ['a declaration', '<t><', '!x', 'ExcelWorkbook'],
])('%s without an end is refused early', (_, before, filler, code) => {
  const { taken, error } = takenOf(before, filler);
  expect(error).toEqual(refusal(code));
  expect(taken).toBeLessThanOrEqual(1024 * 1024 + 2 * slice);
});
