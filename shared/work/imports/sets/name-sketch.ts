/** Which user names a file has, in 256 KiB at most: enough to propose none of them to somebody else. */
import { canonicalUserName } from '../../../domain/user-name.ts';
import { hashInto } from './name-hash.ts';
import { RowBitmap } from './row-bitmap.ts';

/**
 * A bit for each name, where its hash says: a name of the file is always found. Of other names it finds one in two
 * hundred by mistake beside a file of 10,000, and two in five beside one of a million; those are not proposed, either.
 */
export class NameSketch {
  readonly #set: RowBitmap;
  readonly #hash = new Uint32Array(2);

  constructor(set = new RowBitmap()) {
    this.#set = set;
  }

  add(userName: string): void {
    this.#set.add(this.#placeOf(userName));
  }

  has(userName: string): boolean {
    return this.#set.has(this.#placeOf(userName));
  }

  /** The names as bytes to be kept, and a name that only the same ones have. */
  encode(): { name: string; bytes: Uint8Array } {
    return this.#set.encode();
  }

  /** The names that were packed into these bytes. */
  static decode(bytes: Uint8Array): NameSketch {
    return new NameSketch(RowBitmap.decode(bytes));
  }

  #placeOf(userName: string): number {
    hashInto(this.#hash, canonicalUserName(userName));
    return (this.#hash[0] ?? 0) & (places - 1);
  }
}

const places = 2 ** 21;
