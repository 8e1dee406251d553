import fc from 'fast-check';
import { isBlank, unseenIn, visibleText } from '../../shared/domain/unseen-characters.ts';

const marks = [
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\ufeff', '\u2060', '\u00ad', '\u180e', '\u034f'],
  ...['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\u2061', '\u2064'],
  ...['\u115f', '\u1160', '\u17b4', '\u3164', '\uffa0', '\ufe0f', '\ufe00', '\u{e0100}', '\u{e0041}', '\u{1bca0}'],
];
const spaces = [
  ' ',
  '\t',
  '\n',
  '\u00a0',
  '\u1680',
  '\u2003',
  '\u2007',
  '\u2009',
  '\u202f',
  '\u205f',
  '\u3000',
  '\u2800',
];

test.each([...marks, ...spaces])('%j is taken away at both ends', (mark) => {
  expect(visibleText(`${mark}Ada Lovelace${mark}`)).toBe('Ada Lovelace');
  expect(visibleText(`${mark} ${mark}+32 471 ${mark}${mark}`)).toBe('+32 471');
  expect(isBlank(` ${mark}${mark}`)).toBe(true);
});

test.each(marks)('%j inside a name of other letters is refused, and named', (mark) => {
  const code = `U+${mark.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  expect(unseenIn(`Ad${mark}a`)).toBe(code);
});

test.each([
  '\uffff',
  '\ufffe',
  '\ufdd0',
  '\ufdef',
  '\u{1ffff}',
  '\u{10fffe}',
  '\ue000',
  '\u{f0000}',
  '\ufffd',
  '\ufffc',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u0007',
  '\u007f',
  '\u0085',
])('%j is refused wherever it stands', (character) => {
  for (const text of [`A${character} B`, `${character}A`, `A${character}`]) {
    expect(unseenIn(visibleText(text))).toMatch(/^U\+/);
  }
});

test.each([
  ['Persian, with a joiner between words', 'علی\u200cرضا'],
  ['Hindi', 'क्\u200dष'],
  ['Malayalam, with a joiner as its last letter', 'കൃഷ്ണന്\u200d'],
  ['Sinhala', 'ශ්\u200dරී'],
  ['Bengali, not joined', 'র্\u200cয'],
  ['Hebrew with a mark inside', 'דוד\u200e (Dan)\u200f כהן'],
  ['a family of emoji', '👩\u200d👩\u200d👧'],
  ['a heart in colour', '❤\ufe0f'],
  ['a pirate', '🏴\u200d☠\ufe0f'],
  ['a keycap', '1\ufe0f\u20e3'],
  ['England', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
  ['a form of a Chinese character', '辻\u{e0100}'],
  ['Mongolian', 'ᠠ\u180b'],
  ['Khmer with a place to break', 'សុខ\u200bសាន្ត'],
  ['an accent by itself', 'Zoe\u0308'],
  ['a space that does not break', 'Anne\u00a0Marie'],
])('%s is as it is', (_, text) => {
  expect(unseenIn(text)).toBeUndefined();
  expect(visibleText(text)).toBe(text);
  expect(visibleText(`\u200b${text} \u200b`)).toBe(text);
});

test.each([
  ['a joiner between Latin letters', 'Jo\u200dhn'],
  ['a joiner behind a space', 'علی \u200cرضا'],
  ['a mark of direction in a Latin name', 'An\u200ena'],
  ['a style of a letter', 'A\ufe0fda'],
  ['tags without a flag', 'A\u{e0067}da'],
  ['an embedding around a part', '\u202bשלום\u202c Smith'],
])('%s is refused', (_, text) => {
  expect(unseenIn(visibleText(text))).toMatch(/^U\+/);
});

test('what is left has something to be seen at both ends, and is not stripped twice', () => {
  const text = fc.string({
    unit: fc.constantFrom(...marks, ...spaces, 'a', 'é', '漢', 'ن', 'ന', '്', '❤'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (written) => {
      const visible = visibleText(written);
      expect(visibleText(visible)).toBe(visible);
      expect(written).toContain(visible);
      expect(visible === '' || /\P{Default_Ignorable_Code_Point}/u.test(visible)).toBe(true);
    }),
  );
});

test('names of ordinary letters are never touched', () => {
  const letter = fc.constantFrom(..."abcXYZéßøŁžИванΩ漢字かな홍עבריتعربي-'. ");
  fc.assert(
    fc.property(fc.string({ unit: letter }), (text) => {
      expect(visibleText(text)).toBe(text.trim());
      expect(unseenIn(text)).toBeUndefined();
    }),
  );
});
