/** Bytes on their way to the bucket: by XMLHttpRequest, which alone tells how many have gone. */
import { Problem } from '../../../api/problem.ts';

/** Where bytes are put, as the API signs it. */
export type SignedAddress = { url: string; headers?: Readonly<Record<string, string>> };

/** How far it is, and what stops it. */
export type Sending = { signal: AbortSignal; onProgress: (bytes: number) => void };

/** The bucket has a file at an address that takes one once: an answer to an earlier try was lost. */
const alreadyThere = 412;

/** Headers that a browser sets by itself, and complains about when a page does. */
const ownHeaders = ['content-length', 'host', 'expect'];

/** A connection on which nothing moves for so long is broken, whatever it says itself. Milliseconds. */
const longestSilence = 60_000;

/**
 * Puts the bytes; that they are there already is as good. Throws a `Problem`, `offline` where no answer came and
 * `unavailable` where the bucket did not take them, and what `signal` was aborted with.
 */
export const putBytes = (
  { url, headers = {} }: SignedAddress,
  bytes: Blob,
  { signal, onProgress }: Sending,
): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return void reject(signal.reason);
    const request = new XMLHttpRequest();
    const fail = () => reject(signal.aborted ? signal.reason : new Problem('offline'));
    const abort = () => request.abort();
    let silence = setTimeout(abort, longestSilence);
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) {
      if (!ownHeaders.includes(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(silence);
      silence = setTimeout(abort, longestSilence);
      onProgress(loaded);
    };
    request.onload = () => {
      const { status } = request;
      if (status < 400 || status === alreadyThere) resolve();
      else reject(new Problem('unavailable', { status }));
    };
    request.onerror = fail;
    request.onabort = fail;
    request.onloadend = () => {
      clearTimeout(silence);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });
    request.send(bytes);
  });
