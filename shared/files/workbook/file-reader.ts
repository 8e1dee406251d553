/** A stored file as yauzl asks for it: in steps of a few bytes, each of which would be a request of its own. */
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import { fetchBytes, windowBytes } from './limits.ts';
import { unreadable } from './unreadable.ts';

/** Answers from what was fetched last where it can, and fetches a window otherwise. */
export class FileReader extends RandomAccessReader {
  readonly #file: StoredFile;
  #window: { from: number; bytes: Buffer } = { from: 0, bytes: Buffer.alloc(0) };
  #failure: unknown;

  constructor(file: StoredFile) {
    super();
    this.#file = file;
  }

  /** What the file threw when it was read; undefined when it did not. */
  get failure(): unknown {
    return this.#failure;
  }

  override read(...[target, offset, length, position, callback]: Parameters<RandomAccessReader['read']>): void {
    this.#bytes(position, position + length).then((bytes) => {
      bytes.copy(target, offset);
      callback(null);
    }, callback);
  }

  override _readStreamForRange(from: number, to: number): Readable {
    return Readable.from(this.#pieces(from, to), { objectMode: false });
  }

  async *#pieces(from: number, to: number): AsyncGenerator<Buffer> {
    for (let at = from; at < to; at += fetchBytes) yield await this.#bytes(at, Math.min(at + fetchBytes, to));
  }

  async #bytes(from: number, to: number): Promise<Buffer> {
    if (to > this.#file.size) throw unreadable();
    const { from: start, bytes } = this.#holds(from, to) ? this.#window : await this.#fetched(from, to);
    if (start + bytes.length < to) throw unreadable();
    return bytes.subarray(from - start, to - start);
  }

  #holds(from: number, to: number): boolean {
    const { from: start, bytes } = this.#window;
    return from >= start && to <= start + bytes.length;
  }

  async #fetched(from: number, to: number) {
    try {
      const bytes = await this.#file.range(from, Math.min(Math.max(to, from + windowBytes), this.#file.size));
      this.#window = { from, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
      return this.#window;
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }
}
