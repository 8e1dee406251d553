/** The files of a table: its lines, compressed. */
import { createReadStream, createWriteStream, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Explained } from '../aws/explain.ts';

/** The tables, by what they are called in a folder. */
export const tableNames = ['directory', 'imports'] as const;
/** One of them. */
export type TableName = (typeof tableNames)[number];

/**
 * The files of a table in a folder: `directory.json.gz`, or whatever is below `directory/`, where the files of an export by
 * DynamoDB were put as they are. Throws Explained where there are none.
 */
export const filesOf = (folder: string, name: TableName): string[] => {
  const [own, below] = [join(folder, `${name}.json.gz`), join(folder, name)];
  if (statSync(own, { throwIfNoEntry: false })?.isFile()) return [own];
  const names = existsSync(below) ? readdirSync(below, { recursive: true, encoding: 'utf8' }) : [];
  const files = names
    // What describes an export is JSON, too.
    .filter((file) => /\.json(\.gz)?$/.test(file) && !basename(file).startsWith('manifest-'))
    .sort()
    .map((file) => join(below, file));
  if (files.length > 0) return files;
  throw new Explained(`${folder} has neither ${name}.json.gz nor files in ${name}/.`);
};

/** Writes lines to a file that its owner alone can read, and that was not there. */
export const writeLines = (file: string, lines: AsyncIterable<string>): Promise<void> =>
  pipeline(Readable.from(lines), createGzip(), createWriteStream(file, { mode: 0o600, flags: 'wx' }));

/** The lines of a file. A text may hold other ends of lines than this one, so that readline would cut it. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.once('error', (error) => text.destroy(error));
  text.setEncoding('utf8');
  let open = '';
  for await (const piece of text) {
    const [first = '', ...others] = String(piece).split('\n');
    open += first;
    for (const next of others) {
      if (open !== '') yield open;
      open = next;
    }
  }
  if (open !== '') yield open;
}
