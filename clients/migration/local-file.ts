/** A file on this machine, as the reader of files takes it. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { StoredFile } from '../../shared/domain/imports/stored-file.ts';

/** The file at a path. Rejects with Node's own error where there is none. */
export const localFile = async (path: string): Promise<StoredFile> => {
  const { size } = await stat(path);
  return {
    size,
    bytes: (from = 0) => createReadStream(path, { start: from }),
    range: async (from, to) => {
      const file = await open(path);
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
  };
};
