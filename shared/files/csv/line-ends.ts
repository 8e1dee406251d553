/** Ends of lines among the bytes of a text, in whatever encoding it is: behind them every decoder begins anew. */

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * How many bytes of a piece there are up to the end of its last whole line; 0 where none is found. `at` is the place of
 * the piece in its file: units of UTF-16 begin at even ones. In all other encodings that are read, bytes below 0x30 are
 * characters of their own, wherever they stand.
 */
export const lastLineEnd = (piece: Buffer, encoding: string | undefined, at: number): number => {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return lastOfUtf16(piece, encoding === 'utf-16be', at);
  // A return at the very end may be half of a line end.
  const ret = piece.length < 2 ? -1 : piece.lastIndexOf(carriageReturn, piece.length - 2);
  return Math.max(piece.lastIndexOf(lineFeed), ret) + 1;
};

const lastOfUtf16 = (piece: Buffer, isBigEndian: boolean, at: number): number => {
  const [high, low] = isBigEndian ? [0, 1] : [1, 0];
  for (let unit = piece.length - 2 - ((at + piece.length) % 2); unit >= 0; unit -= 2) {
    if (piece[unit + high] === 0 && piece[unit + low] === lineFeed) return unit + 2;
  }
  return 0;
};
