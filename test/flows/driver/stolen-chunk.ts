/** A chunk of rows that did not reach its function. */
import type { Muster } from './muster.ts';
import { waitFor } from './wait-for.ts';

/** A chunk that was taken away: the file that it is of, the import of that, and the message. */
export type StolenChunk<File> = { file: File; importId: string; body: string };

/**
 * Imports a file of one chunk and takes that away before the system gets it, which may be quicker: then another file is
 * tried. Whatever else was taken goes back.
 */
export const stealChunk = async <File extends { content: string }>(
  muster: Muster,
  newFile: () => File,
): Promise<StolenChunk<File>> => {
  const { queues, outputs } = muster;
  const thief = queues.steal(outputs.RowsQueueUrl);
  let own: StolenChunk<File> | undefined;
  try {
    for (let tries = 0; !own && tries < mostTries; tries += 1) own = await tryToSteal(muster, newFile(), thief.stolen);
  } finally {
    for (const body of await thief.stop()) {
      if (body !== own?.body) await queues.send(outputs.RowsQueueUrl, JSON.parse(body));
    }
  }
  if (!own) throw new Error(`The system was quicker ${mostTries} times.`);
  return own;
};

const mostTries = 20;

const tryToSteal = async <File extends { content: string }>(
  { api, files }: Muster,
  file: File,
  stolen: readonly string[],
): Promise<StolenChunk<File> | undefined> => {
  const asked = await api.requestImport({ fileName: 'stolen.csv' });
  await files.upload(asked, file.content);
  const { body } = await waitFor(
    'a chunk on its way, or the end of its import',
    async () => ({ body: stolen.find((one) => one.includes(asked.id)), status: (await api.import(asked.id)).status }),
    (seen) => seen.body !== undefined || seen.status === 'succeeded',
    { show: ({ status }) => status },
  );
  return body === undefined ? undefined : { file, importId: asked.id, body };
};
