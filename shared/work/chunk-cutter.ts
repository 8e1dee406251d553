/** Cuts checked rows into chunks, and hands out an import's reserved seats in the order of its rows. */
import type { CheckedDraft } from '../domain/check-draft.ts';
import type { SeatPlan } from '../domain/import-job.ts';
import type { CheckedRow } from './check-rows.ts';

/** A row of a chunk; `short` lists its licences for which no reserved seat was left. */
export type ChunkRow = CheckedRow & { short?: string[] };
export type Chunk = { firstRow: number; lastRow: number; rows: ChunkRow[] };

/** A transaction has 100 actions; the chunk's result and its counter take two. */
const mostActions = 98;
/** Bytes of a chunk: more than 49 ordinary rows have, so that their actions fill it; five of the fullest fit one batch call. */
const mostBytes = 48 * 1024;
/** Rows of a chunk, however many are refused. */
const mostRows = 500;
/** A chosen password costs half a second of hashing: 40 of them leave a chunk well inside its function's time. */
const mostPasswords = 40;

/**
 * A person and a claim on the name, a place in the line of each licence that is short, a membership of each role, and the
 * count of Global Administrators.
 */
const actionsOf = ({ roles = [] }: CheckedDraft, short: readonly string[]): number =>
  2 + short.length + roles.length + (roles.length > 0 ? 1 : 0);

/** Every chunk is a run of neighbouring rows, so that its first row names it; the same rows give the same chunks. */
export class ChunkCutter {
  readonly #left: Map<string, number>;
  #rows: ChunkRow[] = [];
  #actions = 0;
  #bytes = 0;
  #passwords = 0;

  constructor(seats: readonly SeatPlan[]) {
    this.#left = new Map(seats.map(({ skuId, granted }) => [skuId, granted]));
  }

  /** Takes the next row; returns the chunk that is full without it. */
  take(row: CheckedRow): Chunk | undefined {
    const short = (row.draft?.skuIds ?? []).filter((skuId) => !this.#takeSeat(skuId));
    const actions = row.draft ? actionsOf(row.draft, short) : 0;
    const bytes = Buffer.byteLength(JSON.stringify(row));
    const passwords = row.draft?.password === undefined ? 0 : 1;
    const isFull =
      this.#actions + actions > mostActions ||
      this.#bytes + bytes > mostBytes ||
      this.#passwords + passwords > mostPasswords ||
      this.#rows.length === mostRows;
    const chunk = isFull ? this.rest() : undefined;
    this.#rows.push(short.length > 0 ? { ...row, short } : row);
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

  #takeSeat(skuId: string): boolean {
    const left = this.#left.get(skuId) ?? 0;
    this.#left.set(skuId, left - 1);
    return left > 0;
  }
}
