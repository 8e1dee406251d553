/** From the bytes of a file, in whatever pieces they come, to its text. */
import { Refused } from '../../domain/refusals.ts';
import { sliceBytes } from '../limits.ts';
import { decoderFor } from './decoders.ts';

/**
 * The file's text as UTF-8 without a mark, in pieces of bounded size. Throws `Refused` for NUL anywhere, and at the end
 * when there was no byte at all.
 */
export async function* asUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let decoder: ReturnType<typeof decoderFor>['decoder'] | undefined;
  for await (const piece of startingWhole(bytes)) {
    let from = 0;
    if (!decoder) {
      ({ decoder, mark: from } = decoderFor(piece));
    }
    for (; from < piece.length; from += sliceBytes) {
      yield withoutNul(decoder.write(piece.subarray(from, from + sliceBytes)));
    }
  }
  if (!decoder) throw new Refused({ code: 'EmptyFile' });
  yield withoutNul(decoder.end());
}

/** Bytes that tell an encoding. */
const longestMark = 3;

/** The same bytes, with a first piece that is long enough to tell how they are encoded. */
async function* startingWhole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!start) yield piece;
    else {
      start = start.length === 0 ? piece : Buffer.concat([start, piece]);
      if (start.length < longestMark) continue;
      yield start;
      start = undefined;
    }
  }
  if (start && start.length > 0) yield start;
}

const withoutNul = (text: Buffer): Buffer => {
  if (text.includes(0)) throw new Refused({ code: 'BinaryFile' });
  return text;
};
