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

/**
 * Separators and letters of Western Europe stand beside a zero in UTF-16, always on the same side. A few characters have
 * one on the other side, such as U+4E00 and U+C900: never as many. Where both are zero it is none.
 */
const isUtf16 = (bytes: Buffer, zeros: 0 | 1): boolean => {
  let halves = 0;
  let others = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [half, other] = [bytes[at + zeros], bytes[at + 1 - zeros] as number];
    if (half !== 0) {
      if (other === 0) others += 1;
      continue;
    }
    if (!isPrinted(other)) return false;
    halves += 1;
  }
  return halves > 1 && halves > others;
};

const isPrinted = (byte: number) =>
  (byte >= 0x20 && byte < 0x7f) || byte >= 0xa0 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
