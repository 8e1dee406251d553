/** A file that goes in parts: what has arrived is not sent again, whatever breaks. */
import { call, read } from '../../../api/call.ts';
import { Problem } from '../../../api/problem.ts';
import { putBytes, type Sending, type SignedAddress } from './put-bytes.ts';
import { severalTimes } from './several-times.ts';

/** Parts that are on their way at once. */
const atOnce = 3;

type ArrivedPart = { partNumber: number; eTag: string; size: number };

/** Which parts of a file have arrived, of how many, and how large each is but the last one. */
export type Arrived = { partSize: number; parts: number; value: ArrivedPart[] };

/** What has arrived of an import's file. Throws a `Problem` UploadOver where the whole file has. */
export const arrivedOf = (importId: string): Promise<Arrived> => read<Arrived>(`imports/${importId}/uploadParts`);

/**
 * Sends the parts that are missing, and makes them one file. It may be called again after anything that it throws, with
 * the same file: it goes on where it was. Throws a `Problem`.
 */
export const uploadParts = async (importId: string, file: Blob, sending: Sending): Promise<void> => {
  try {
    await sendMissing(importId, file, sending);
    const { value } = await arrivedOf(importId);
    const parts = value.map(({ partNumber, eTag }) => ({ partNumber, eTag }));
    await call('POST', `imports/${importId}/completeUpload`, { body: { parts } });
  } catch (thrown) {
    // Its answer was lost: the file is whole, and the import has begun.
    if (!(thrown instanceof Problem && thrown.code === 'UploadOver')) throw thrown;
  }
};

const sendMissing = async (importId: string, file: Blob, { signal, onProgress }: Sending): Promise<void> => {
  const { partSize, parts, value } = await arrivedOf(importId);
  const sent = new Map(value.map(({ partNumber, size }) => [partNumber, size]));
  const tell = () => onProgress([...sent.values()].reduce((sum, size) => sum + size, 0));
  const missing = Array.from({ length: parts }, (_, index) => index + 1).filter((number) => !sent.has(number));
  // One part that fails ends the others: what they have sent so far is little.
  const failing = new AbortController();
  const either = AbortSignal.any([signal, failing.signal]);
  const sendNext = async (): Promise<void> => {
    for (let number = missing.shift(); number !== undefined; number = missing.shift()) {
      const partNumber = number;
      const bytes = file.slice((partNumber - 1) * partSize, partNumber * partSize);
      const onPart = (loaded: number) => {
        sent.set(partNumber, loaded);
        tell();
      };
      await severalTimes(either, () =>
        sendPart({ importId, partNumber, bytes }, { signal: either, onProgress: onPart }),
      );
    }
  };
  tell();
  try {
    await Promise.all(Array.from({ length: atOnce }, sendNext));
  } finally {
    failing.abort(new Problem('offline'));
  }
};

type Part = { importId: string; partNumber: number; bytes: Blob };

/** Each try has an address of its own: one that was signed long ago is not good any more. */
const sendPart = async ({ importId, partNumber, bytes }: Part, sending: Sending): Promise<void> => {
  const { body } = await call<{ value: SignedAddress[] }>('POST', `imports/${importId}/uploadParts`, {
    body: { partNumbers: [partNumber] },
    signal: sending.signal,
  });
  const [address] = body.value;
  if (!address) throw new Problem('unavailable');
  await putBytes(address, bytes, sending);
  sending.onProgress(bytes.size);
};
