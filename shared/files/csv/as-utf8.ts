/** From the bytes of a file, in whatever pieces they come, to its text. */
import { isAscii } from 'node:buffer';
import { Refused } from '../../domain/refusals.ts';
import { sliceBytes } from '../limits.ts';
import { type Decoder, decoderOf } from './decoders.ts';
import { markOf, telling } from './marks.ts';

/** Says which encoding a file without a mark is in, of which the byte at `first` is the first that is not ASCII. */
export type Decide = (first: number) => Promise<string>;

/**
 * The file's text as UTF-8 without a mark, in pieces of bounded size. ASCII goes through until something else is there to
 * decide by. Throws `Refused` for NUL anywhere, and at the end when there was no byte at all; and what `decide` does.
 */
export class TextOfFile {
  readonly #bytes: () => AsyncIterable<Uint8Array>;
  readonly #decide: Decide;
  #decoder: Decoder | undefined;
  #ascii = 0;
  /** The encoding; absent as long as every byte was ASCII. */
  encoding: string | undefined;
  /** Whether it was asked for: a workbook has no text of its own. */
  isRead = false;

  constructor(bytes: () => AsyncIterable<Uint8Array>, decide: Decide) {
    this.#bytes = bytes;
    this.#decide = decide;
  }

  async *pieces(): AsyncGenerator<Buffer> {
    this.isRead = true;
    let isEmpty = true;
    for await (const piece of startingWhole(this.#bytes())) {
      let from = 0;
      if (isEmpty) {
        const mark = markOf(piece);
        if (mark) this.#take(mark.encoding);
        from = mark?.length ?? 0;
      }
      isEmpty = false;
      for (; from < piece.length; from += sliceBytes) {
        yield withoutNul(await this.#write(piece.subarray(from, from + sliceBytes)));
      }
    }
    if (isEmpty) throw new Refused({ code: 'EmptyFile' });
    if (this.#decoder) yield withoutNul(this.#decoder.end());
  }

  async #write(bytes: Buffer): Promise<Buffer> {
    if (!this.#decoder) {
      if (isAscii(bytes)) {
        this.#ascii += bytes.length;
        return bytes;
      }
      const first = bytes.findIndex((byte) => byte >= 0x80);
      this.#take(await this.#decide(this.#ascii + first));
    }
    return (this.#decoder as Decoder).write(bytes);
  }

  #take(encoding: string): void {
    this.encoding = encoding;
    this.#decoder = decoderOf(encoding);
  }
}

/** The same bytes, with a first piece that is long enough to tell how they are encoded. */
async function* startingWhole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!start) yield piece;
    else {
      start = start.length === 0 ? piece : Buffer.concat([start, piece]);
      if (start.length < telling) continue;
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
