/** What a killed engine leaves among the objects: parts of an upload that goes on are kept, what is half written is not. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeUnfinishedObjects } from '../../infra/local/emulators/unfinished-objects.ts';
import { temporaryFolder } from './running.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const day = 24 * 3600 * 1000;
const partOf = (upload: string, number: number, text: string, of = text) => {
  const parts = join(folder.path, '_multipart', upload, 'parts');
  mkdirSync(parts, { recursive: true });
  writeFileSync(join(parts, `${number}.data`), text);
  const etag = `"${createHash('md5').update(of).digest('hex')}"`;
  writeFileSync(join(parts, `${number}.meta.json`), JSON.stringify({ partNumber: number, etag }));
};
const describe = (upload: string, text: string) =>
  writeFileSync(join(folder.path, '_multipart', upload, '.upload.json'), text);
const has = (...path: string[]) => existsSync(join(folder.path, '_multipart', ...path));

test('an upload goes on with its whole parts; a torn part, a torn upload and one of yesterday are gone', () => {
  partOf('going', 1, 'whole');
  partOf('going', 2, 'to', 'torn');
  describe('going', '{"uploadId":"going"}');
  partOf('torn', 1, 'whole');
  describe('torn', '{"uplo');
  removeUnfinishedObjects(folder.path);
  expect(has('going', 'parts', '1.meta.json')).toBe(true);
  expect([has('going', 'parts', '2.meta.json'), has('torn')]).toEqual([false, false]);
  removeUnfinishedObjects(folder.path, Date.now() + day);
  expect(has('going')).toBe(false);
});
