/** UTF-16 without a mark is told by its zeros, whatever else has one. */
import { markOf } from '../../../shared/files/csv/marks.ts';

const inBothOrders = (text: string) => {
  const little = Buffer.from(text, 'utf16le');
  return [markOf(little)?.encoding, markOf(Buffer.from(little).swap16())?.encoding];
};

test.each([
  ['U+4E00', '姓名,帳號\r\n一一,a@b.c\r\n'],
  ['U+C900, of a Korean name', '도시,이름,계정\r\n,장예준,p0@contoso.com,\r\n'],
  ['U+5F00 in a heading', '开始,名称,用户\r\n1,2,3\r\n'],
])('with %s, which has a zero on the other side', (_, text) => {
  expect(inBothOrders(text)).toEqual(['utf-16le', 'utf-16be']);
});

test.each([
  ['UTF-32', Buffer.from('User'.split('').flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]))],
  ['text with zeros in it', Buffer.from('User Name,Display\0Name\nann,Ann\0B\n')],
  ['as many zeros on one side as on the other', Buffer.from([0x41, 0, 0, 0x4e, 0x42, 0, 0, 0x4f])],
  ['nothing but zeros', Buffer.alloc(64)],
])('%s is none', (_, bytes) => {
  expect(markOf(bytes)).toBeUndefined();
});
