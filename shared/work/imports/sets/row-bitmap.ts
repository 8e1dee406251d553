/** A set of rows of a file: a bit for each, so that ten million rows take 1.25 MB at most, and far less when packed. */
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export class RowBitmap {
  #bits: Uint8Array = new Uint8Array(1024);

  add(rowNumber: number): void {
    const at = rowNumber >>> 3;
    if (at >= this.#bits.length) {
      const grown = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (rowNumber & 7));
  }

  has(rowNumber: number): boolean {
    return ((this.#bits[rowNumber >>> 3] ?? 0) & (1 << (rowNumber & 7))) !== 0;
  }

  /** The set as bytes to be kept, and a name that only the same rows have. */
  encode(): { name: string; bytes: Uint8Array } {
    const end = this.#bits.findLastIndex((byte) => byte !== 0) + 1;
    const bytes = deflateRawSync(this.#bits.subarray(0, end));
    return { name: hash('sha256', bytes).slice(0, 32), bytes };
  }

  /** The set that was packed into these bytes. */
  static decode(bytes: Uint8Array): RowBitmap {
    const set = new RowBitmap();
    set.#bits = inflateRawSync(bytes);
    return set;
  }
}
