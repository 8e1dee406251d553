/** From the bytes of a file, in whatever pieces they come, to its text. */
import { isAscii } from 'node:buffer';
import { Refused } from '../../domain/refusals.ts';
import { sliceBytes, stretchBytes } from '../limits.ts';
import type { Stretch } from '../record.ts';
import { type Decoder, decoderOf } from './decoders.ts';
import { lastLineEnd } from './line-ends.ts';
import { markOf, telling } from './marks.ts';

/** Says which encoding a file without a mark is in, of which the byte at `first` is the first that is not ASCII. */
export type Decide = (first: number) => Promise<string>;

/** A piece of a text. `end`: a line ends with it, and what comes next is decoded as if nothing had been before. */
export type TextPiece = { text: Buffer; end?: Omit<Stretch, 'line'> };

/**
 * The file's text as UTF-8 without a mark, in pieces of bounded size. ASCII goes through until something else is there to
 * decide by. Throws `Refused` for NUL anywhere, and at the end when there was no byte at all; and what `decide` does.
 */
export class TextOfFile {
  readonly #bytes: (from?: number) => AsyncIterable<Uint8Array>;
  readonly #decide: Decide;
  #decoder: Decoder | undefined;
  #ascii = 0;
  /** The byte behind the last line whose end was told. */
  #offered = 0;
  /** The encoding; absent as long as every byte was ASCII. */
  encoding: string | undefined;
  /** Whether it was asked for: a workbook has no text of its own. */
  isRead = false;

  constructor(bytes: (from?: number) => AsyncIterable<Uint8Array>, decide: Decide) {
    this.#bytes = bytes;
    this.#decide = decide;
  }

  /** All of it. */
  async *pieces(): AsyncGenerator<TextPiece> {
    this.isRead = true;
    let at = 0;
    for await (const piece of startingWhole(this.#bytes())) {
      const mark = at === 0 ? markOf(piece) : undefined;
      if (mark) this.#take(mark.encoding);
      yield* this.#slices(piece, at, mark?.length);
      at += piece.length;
    }
    if (at === 0) throw new Refused({ code: 'EmptyFile' });
    if (this.#decoder) yield { text: withoutNul(this.#decoder.end()) };
  }

  /** From a place on at which a piece ended. */
  async *piecesFrom({ byte, encoding }: Omit<Stretch, 'line'>): AsyncGenerator<TextPiece> {
    this.isRead = true;
    if (encoding !== undefined) this.#take(encoding);
    let at = byte;
    this.#offered = byte;
    this.#ascii = byte;
    for await (const chunk of this.#bytes(byte)) {
      yield* this.#slices(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength), at);
      at += chunk.length;
    }
    if (this.#decoder) yield { text: withoutNul(this.#decoder.end()) };
  }

  /** The text of a piece that stands at a byte of the file, without its first bytes. */
  async *#slices(piece: Buffer, at: number, without = 0): AsyncGenerator<TextPiece> {
    for (let from = without; from < piece.length; from += sliceBytes) {
      const slice = piece.subarray(from, from + sliceBytes);
      const isDue = at + from + slice.length - this.#offered >= stretchBytes;
      const end = isDue ? lastLineEnd(slice, this.encoding, at + from) : 0;
      if (end > 0) yield await this.#line(slice.subarray(0, end), at + from + end);
      if (end < slice.length) yield { text: withoutNul(await this.#write(slice.subarray(end))) };
    }
  }

  /** The text up to the end of a line, behind which the file goes on at a byte. */
  async #line(bytes: Buffer, byte: number): Promise<TextPiece> {
    const text = await this.#write(bytes);
    const last = this.#decoder?.end();
    if (this.encoding !== undefined) this.#take(this.encoding);
    this.#offered = byte;
    const whole = last === undefined || last.length === 0 ? text : Buffer.concat([text, last]);
    return { text: withoutNul(whole), end: { byte, ...(this.encoding !== undefined && { encoding: this.encoding }) } };
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
