import iconv from 'iconv-lite';
import { encodingNamed, encodings } from '../../../shared/domain/imports/encodings.ts';
import { importOptions, optionsFrom } from '../../../shared/messages/import-options.ts';

test.each(encodings)('%s can be decoded, and is named in any case', (name) => {
  expect(iconv.encodingExists(name)).toBe(true);
  expect(encodingNamed(` ${name.toUpperCase()} `)).toBe(name);
});

test.each([
  ['CP1250', 'windows-1250'],
  ['latin1', 'windows-1252'],
  ['Windows-31J', 'shift_jis'],
  ['GBK', 'gb18030'],
  ['MacRoman', 'macintosh'],
  ['cp850', 'ibm850'],
])('the label %s is that of %s', (label, name) => {
  expect(optionsFrom(importOptions.parse({ encoding: label }))).toEqual({ encoding: name });
});

test('an unknown one is refused with those that are known', () => {
  const { error } = importOptions.safeParse({ encoding: 'klingon' });
  expect(error?.issues[0]?.message).toMatch(/^must be one of utf-8, .*windows-1252/);
});
