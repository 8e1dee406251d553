/** Tables that fit the terminal. */
import stringWidth from 'string-width';
import { drawTable } from '../../clients/table.ts';

const columns = [
  { head: 'Row', least: 3, most: 7 },
  { head: 'User name', least: 12, most: 40 },
  { head: 'What to do', least: 24, most: 72 },
];
const sentence = 'The domain nowhere.test is not one of the organisation’s. Use a verified domain.';
const rows = [
  [3, 'a-person-with-a-very-long-name@organisation.example', sentence],
  [14, '张伟王芳李娜刘洋陈静杨敏赵磊黄强周勇吴军@contoso.com', '用户名称缺失。'],
];
const linesOf = (width?: number) => drawTable(columns, rows, width).split('\n');

test.each([60, 80, 100, 132, 200])('at %i columns no line is longer, and nothing is left out', (width) => {
  const lines = linesOf(width);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
  const cells = (index: number) => lines.map((line) => line.split('│')[index]?.trim() ?? '').join(' ');
  expect(cells(2).replaceAll(' ', '')).toContain('a-person-with-a-very-long-name@organisation.example');
  expect(cells(2).replaceAll(' ', '')).toContain(rows[1]?.[1]);
  expect(cells(3)).toContain(sentence);
});

test('where there is room a table is as wide as its texts', () => {
  expect(stringWidth(drawTable(columns, [[1, 'ada@contoso.com', 'Taken.']], 300).split('\n')[0] ?? '')).toBe(
    3 + 'ada@contoso.com'.length + 24 + 10,
  );
});
