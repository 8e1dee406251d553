/** A chunk of rows that did not reach its function. */
import type { Muster } from './muster.ts';
import { waitFor } from './wait-for.ts';

/** A file to be imported; `mark` is a word that its chunk holds, and no other. */
export type MarkedFile = { key: string; content: string; mark: string };

/**
 * Imports a file of one chunk and takes that away before the system gets it, which may be quicker: then another file is
 * tried. Whatever else was taken goes back.
 */
export const stealChunk = async <File extends MarkedFile>(
  { files, queues, outputs }: Muster,
  newFile: () => File,
): Promise<{ file: File; body: string }> => {
  const thief = queues.steal(outputs.RowsQueueUrl);
  const tried: File[] = [];
  const taken = () =>
    tried.flatMap((file) => {
      const body = thief.stolen.find((one) => one.includes(file.mark));
      return body === undefined ? [] : { file, body };
    });
  await waitFor(
    'a chunk on its way',
    async () => {
      const file = newFile();
      tried.push(file);
      await files.putFile(file.key, file.content);
      return taken().length;
    },
    (count) => count > 0,
    { every: 1 },
  );
  const stolen = await thief.stop();
  const [own] = taken();
  if (!own) throw new Error('The chunk was taken, and is not there.');
  for (const body of stolen) if (body !== own.body) await queues.send(outputs.RowsQueueUrl, JSON.parse(body));
  return own;
};
