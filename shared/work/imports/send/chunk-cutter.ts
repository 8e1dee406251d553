/** Cuts checked rows into chunks. The same rows give the same chunks, whoever has which seats. */
import type { SendingPlace } from '../../../domain/imports/reading-place.ts';
import type { CheckedRow } from '../plan/check-rows.ts';
import { maxActions } from '../rows/fitting-rows.ts';

/** A row of a chunk; `short` lists its licences for which no reserved seat was left. */
export type ChunkRow = CheckedRow & { short?: string[] };
export type Chunk = { firstRow: number; lastRow: number; rows: ChunkRow[] };

/** Bytes of a chunk: more than 49 ordinary rows have, so that their actions fill it; five of the fullest fit one batch call. */
const maxBytes = 48 * 1024;
/** Rows of a chunk, however many are refused. */
const maxRows = 500;
/** A chosen password costs half a second of hashing: 40 of them leave a chunk well inside its function's time. */
const maxPasswords = 40;

/** A person and a claim on the name, or a person and an audit entry. Roles and places in lines come on top. */
const actionsOfRow = 2;

/** Every chunk is a run of neighbouring rows, so that its first row names it. */
export class ChunkCutter {
  #rows: ChunkRow[] = [];
  #actions = 0;
  #bytes = 0;
  #passwords = 0;

  /**
   * Takes the next row, and how it goes on with the seats that it got; returns the chunk that is full without it. Where
   * chunks are cut follows from the row alone: its seats may be another matter the next time.
   */
  take(row: CheckedRow, seated: ChunkRow = row): Chunk | undefined {
    const actions = row.draft ? actionsOfRow : 0;
    const bytes = Buffer.byteLength(JSON.stringify(row));
    const passwords = row.draft?.password === undefined ? 0 : 1;
    const isFull =
      this.#actions + actions > maxActions ||
      this.#bytes + bytes > maxBytes ||
      this.#passwords + passwords > maxPasswords ||
      this.#rows.length === maxRows;
    const chunk = isFull ? this.rest() : undefined;
    this.#rows.push(seated);
    this.#actions += actions;
    this.#bytes += bytes;
    this.#passwords += passwords;
    return chunk;
  }

  /** What has been taken since the last chunk; undefined when that is nothing. */
  rest(): Chunk | undefined {
    const rows = this.#rows;
    const [first, last] = [rows[0], rows.at(-1)];
    this.#rows = [];
    [this.#actions, this.#bytes, this.#passwords] = [0, 0, 0];
    return first && last && { firstRow: first.rowNumber, lastRow: last.rowNumber, rows };
  }
}

/**
 * What is sent together: a chunk of rows, or only its place where the rows are results that lie in the table. `next` is
 * where another call may go on once this one and all before it are sent.
 */
export type SentChunk = (Chunk | { firstRow: number; lastRow: number; rows?: never }) & { next?: SendingPlace };
