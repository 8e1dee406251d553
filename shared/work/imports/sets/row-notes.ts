/** Two numbers for each of a few rows of a file, in 12 bytes a row, and far less when packed. */
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Rows are noted in their order. */
export class RowNotes {
  /** All rows, then all of their first numbers, then all of the second ones: alike ones lie together, and pack well. */
  #columns: [Uint32Array, Uint32Array, Uint32Array] = [new Uint32Array(64), new Uint32Array(64), new Uint32Array(64)];
  #size = 0;

  add(rowNumber: number, one: number, other: number): void {
    const [rows, ones, others] = this.#columns;
    if (this.#size === rows.length) {
      const grown = (column: Uint32Array) => {
        const larger = new Uint32Array(column.length * 2);
        larger.set(column);
        return larger;
      };
      this.#columns = [grown(rows), grown(ones), grown(others)];
      this.add(rowNumber, one, other);
      return;
    }
    [rows[this.#size], ones[this.#size], others[this.#size]] = [rowNumber, one, other];
    this.#size += 1;
  }

  /** The numbers of a row; undefined where it has none. */
  of(rowNumber: number): readonly [number, number] | undefined {
    const [rows, ones, others] = this.#columns;
    let [from, to] = [0, this.#size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((rows[middle] ?? 0) < rowNumber) from = middle + 1;
      else to = middle;
    }
    return from < this.#size && rows[from] === rowNumber ? [ones[from] ?? 0, others[from] ?? 0] : undefined;
  }

  /** The notes as bytes to be kept, and a name that only the same ones have; undefined where there are none. */
  encode(): { name: string; bytes: Uint8Array } | undefined {
    if (this.#size === 0) return undefined;
    const columns = this.#columns.map((column) => Buffer.from(column.buffer, 0, this.#size * 4));
    const bytes = deflateRawSync(Buffer.concat(columns));
    return { name: hash('sha256', bytes).slice(0, 32), bytes };
  }

  /** The notes that were packed into these bytes. */
  static decode(packed: Uint8Array): RowNotes {
    const bytes = inflateRawSync(packed);
    const notes = new RowNotes();
    notes.#size = bytes.length / 12;
    const column = (index: number) =>
      new Uint32Array(bytes.buffer.slice(bytes.byteOffset + index * notes.#size * 4).slice(0, notes.#size * 4));
    notes.#columns = [column(0), column(1), column(2)];
    return notes;
  }
}
