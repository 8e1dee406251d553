/** Lines on their way: in a private file of the system's folder for such files, since the upload has to say its length. */

import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** Lines that are added one by one, of which memory holds a few. */
export type Spool = {
  file: string;
  rows: () => number;
  bytes: () => number;
  /** Resolves when another line may come. */
  add: (line: object) => Promise<void>;
  /** Resolves when all lines are in the file. */
  end: () => Promise<void>;
  /** Removes the file; harmless when it is gone. */
  remove: () => void;
};

/** Characters that are gathered before they are written. */
const pieceLength = 65_536;

/** A spool whose file ends with it, or with the process. */
export const openSpool = (): Spool => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-sync-'));
  const file = join(folder, 'people.jsonl');
  const stream = createWriteStream(file, { mode: 0o600 });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  let [piece, rows, bytes] = ['', 0, 0];

  const write = async (): Promise<void> => {
    if (failure) throw failure;
    bytes += Buffer.byteLength(piece);
    const isFree = stream.write(piece);
    piece = '';
    if (!isFree) await once(stream, 'drain');
  };
  return {
    file,
    rows: () => rows,
    bytes: () => bytes,
    add: async (line) => {
      rows += 1;
      piece += `${JSON.stringify(line)}\n`;
      if (piece.length >= pieceLength) await write();
    },
    end: async () => {
      if (piece !== '') await write();
      stream.end();
      await finished(stream);
    },
    remove: () => {
      process.off('exit', remove);
      stream.destroy();
      remove();
    },
  };
};
