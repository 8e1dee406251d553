/** What the first bytes of a text say about its encoding. */

/** So many first bytes are looked at. */
export const telling = 64;

/** The encoding that a text begins in by its mark, or by the zeros of UTF-16 without one, and the length of the mark. */
export const markOf = (start: Buffer): { encoding: string; length: number } | undefined => {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  const bytes = start.subarray(0, telling);
  if (isUtf16(bytes, 1)) return { encoding: 'utf-16le', length: 0 };
  if (isUtf16(bytes, 0)) return { encoding: 'utf-16be', length: 0 };
  return undefined;
};

/** Separators and letters of Western Europe stand beside a zero in UTF-16, always on the same side; what has other zeros is none. */
const isUtf16 = (bytes: Buffer, zeros: 0 | 1): boolean => {
  let halves = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at + 1 - zeros] === 0) return false;
    if (bytes[at + zeros] !== 0) continue;
    if (!isPrinted(bytes[at + 1 - zeros] as number)) return false;
    halves += 1;
  }
  return halves > 1;
};

const isPrinted = (byte: number) =>
  (byte >= 0x20 && byte < 0x7f) || byte >= 0xa0 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
