/** SECURITY.md claims nothing without naming what shows it. */
import { existsSync, readFileSync } from 'node:fs';
import { quoted, readme, tableRows } from './sections.ts';

const text = readFileSync('SECURITY.md', 'utf8');

test('each attack names the files that show what it meets, and they exist', () => {
  const [, attacks = ''] = text.split('\n## What an attack meets\n');
  const rows = tableRows((attacks.split('\n## ')[0] ?? '').trimStart());
  expect(rows.length).toBeGreaterThan(10);
  for (const [attack, , shownBy = ''] of rows) {
    const files = quoted(shownBy);
    expect([attack, files.length > 0, files.filter((file) => !existsSync(file))]).toEqual([attack, true, []]);
  }
});

test('the README leads to it, and it says how to report, and what is left over', () => {
  expect(readme).toContain('(SECURITY.md)');
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
    'Reporting',
    'What is protected, from whom',
    'What an attack meets',
    'What is left over',
  ]);
});
