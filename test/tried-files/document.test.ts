/** docs/tried-files.md says what becomes of each file, and leaves none out. */
import { readdirSync, readFileSync } from 'node:fs';
import { documentPath, makeDocument } from './document.ts';

const page = readFileSync(documentPath, 'utf8');

test('the document is what `npm run tried-files` would write', async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  expect(page).toBe(await makeDocument());
}, 60_000);

test.each(['samples', 'test/samples', 'test/samples/reported', 'test/samples/found'])(
  'every file of %s is there',
  (folder) => {
    const names = readdirSync(folder).filter((name) => /\.(csv|xlsx|xlsm|xls|ods|json|txt)$/.test(name));
    expect(names.filter((name) => !page.includes(`](../${folder}/${name})`))).toEqual([]);
  },
);
