/** The lines of a text in UTF-8, as they come: memory does not grow with the file. */
import { Refused } from '../../domain/refusals.ts';

const lineFeed = 0x0a;

/** Lines without their ends and with what is blank left out. Throws `Refused` for one that is too long, or is not UTF-8. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  let open: Uint8Array[] = [];
  let bytes = 0;
  const keep = (piece: Uint8Array) => {
    bytes += piece.length;
    if (bytes > longest) throw new Refused({ code: 'SynchronizationIncomplete', fact: 'a line is too long' });
    open.push(piece);
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, from)) {
      keep(piece.subarray(from, end));
      yield* textOf(open);
      [open, bytes, from] = [[], 0, end + 1];
    }
    if (from < piece.length) keep(piece.subarray(from));
  }
  yield* textOf(open);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

const textOf = (pieces: readonly Uint8Array[]): string[] => {
  try {
    const text = decoder.decode(Buffer.concat(pieces)).trim();
    return text === '' ? [] : [text];
  } catch {
    throw new Refused({ code: 'SynchronizationIncomplete', fact: 'it is not UTF-8' });
  }
};
