/** A file that goes in parts: what has arrived is not sent again, whatever breaks. */
import { statSync } from 'node:fs';
import pRetry from 'p-retry';
import { ApiError, NoAnswer } from './api-error.ts';
import type { ImportApi } from './import-api.ts';
import { NotTaken, putPiece, type Upload } from './put-file.ts';

/** Parts that are on their way at once. */
const atOnce = 3;

/** Each part, and each question about parts: half a minute of a broken connection altogether. */
const pauses = { retries: 6, minTimeout: 500, factor: 2, randomize: true };

/** All that parts take may be done twice; what says that it is wrong stays wrong. */
const isPassing = (error: Error): boolean => {
  if (error instanceof ApiError || error instanceof NotTaken) return error.status >= 500 || error.status === 429;
  return error instanceof NoAnswer ? error.isPassing : true;
};

const again = <Done>(once: () => Promise<Done>): Promise<Done> =>
  pRetry(once, { ...pauses, shouldRetry: ({ error }) => isPassing(error) });

/**
 * Sends the parts of an import's file that have not arrived, and makes all of them one file. May be called again after
 * anything that it throws, with the same file, by another process too: it goes on where it was. Throws the API's refusal,
 * NotTaken, or the connection's error, each after half a minute of trying.
 */
export const putParts = async (api: ImportApi, id: string, file: string, upload: Upload): Promise<void> => {
  try {
    await sendMissing(api, id, file, upload);
    await again(async () => {
      const { value } = await api.arrived(id);
      await api.complete(
        id,
        value.map(({ partNumber, eTag }) => ({ partNumber, eTag })),
      );
    });
  } catch (error) {
    // The answer was lost: the file is whole, and the import has begun.
    if (!(error instanceof ApiError && error.refusals.some(({ code }) => code === 'UploadOver'))) throw error;
  }
};

const sendMissing = async (api: ImportApi, id: string, file: string, upload: Upload): Promise<void> => {
  const { size } = statSync(file);
  const { partSize, parts, value } = await again(() => api.arrived(id));
  const sent = new Map(value.map((part) => [part.partNumber, part.size]));
  const missing = Array.from({ length: parts }, (_, index) => index + 1).filter((number) => !sent.has(number));
  const tell = (partNumber: number, bytes: number) => {
    sent.set(partNumber, bytes);
    upload.sent([...sent.values()].reduce((sum, each) => sum + each, 0));
  };
  /** Each try has an address of its own: one that was signed long ago is not good any more. */
  const send = async (partNumber: number): Promise<void> => {
    const from = (partNumber - 1) * partSize;
    const piece = { file, from, size: Math.min(partSize, size - from) };
    await putPiece(piece, await api.partAddress(id, partNumber), (bytes) => tell(partNumber, bytes));
  };
  const sendNext = async (): Promise<void> => {
    for (let number = missing.shift(); number !== undefined; number = missing.shift()) {
      const partNumber = number;
      await again(() => send(partNumber));
    }
  };
  upload.start(size);
  try {
    await Promise.all(Array.from({ length: atOnce }, sendNext));
  } finally {
    missing.length = 0;
    upload.stop();
  }
};
