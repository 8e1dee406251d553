/** Second pass over a file: its rows go to the queue in chunks, each small enough for one transaction. */
import { readFile } from '../csv/read-file.ts';
import type { Rules } from '../domain/check-draft.ts';
import type { ImportJob } from '../domain/import-job.ts';
import { type Refusal, Refused } from '../domain/refusals.ts';
import { type CheckedRow, checkRows } from './check-rows.ts';
import { type Chunk, ChunkCutter } from './chunk-cutter.ts';
import type { StepEnd } from './continue-import.ts';
import type { ImportPorts } from './import-setting.ts';
import type { RowsMessage } from './queues.ts';

/** Chunks that are sent together, and so at most sent again after a crash. */
const chunksPerRecord = 40;

/** How often an import may ask to be called again; at 100,000 rows and more a call this is beyond any file. */
const mostContinuations = 500;

/**
 * Sends every chunk whose row is not known to be sent. Rows before it are read again, not sent: what they decide
 * (duplicates, seats) comes out as it did. A file that is gone meanwhile ends the import with what was sent.
 */
export const sendChunks = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const finished = new Set<number>();
  // Only an import that was revived may have later chunks done while earlier ones are missing.
  if (job.revivals > 0) for await (const firstRow of ports.imports.finishedChunks(job.id)) finished.add(firstRow);
  const pass = new Pass(job, finished, ports);
  try {
    const file = await readFile(await ports.openFile(job.file));
    for await (const rows of checkRows(file, rulesOf(job))) {
      for (const row of rows) await pass.take(row);
      if (ports.shouldPause()) return pass.pause();
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return pass.stop(error.refusals[0] ?? { code: 'FileUnavailable' });
  }
  return pass.end();
};

/** The rules of the plan: with others, rows would fall into other chunks, and have two outcomes. */
const rulesOf = ({ rules }: ImportJob): Rules => {
  if (!rules) throw new Error('an import has no plan');
  return rules;
};

/** One reading of the file: cuts chunks, sends them, and records how far it is. */
class Pass {
  readonly #ports: ImportPorts;
  readonly #cutter: ChunkCutter;
  readonly #finished: ReadonlySet<number>;
  #job: ImportJob;
  #open: Chunk[] = [];
  #chunks = 0;

  constructor(job: ImportJob, finished: ReadonlySet<number>, ports: ImportPorts) {
    this.#job = job;
    this.#ports = ports;
    this.#finished = finished;
    this.#cutter = new ChunkCutter(job.seats);
  }

  async take(row: CheckedRow): Promise<void> {
    const chunk = this.#cutter.take(row);
    if (chunk) await this.#add(chunk);
  }

  async pause(): Promise<StepEnd> {
    await this.#send();
    const continuations = this.#job.continuations + 1;
    if (continuations > mostContinuations) throw new Error('an import asked to be continued too often');
    await this.#record({ continuations });
    await this.#ports.queues.files([{ kind: 'continueImport', importId: this.#job.id }]);
    return 'pause';
  }

  async end(): Promise<StepEnd> {
    const last = this.#cutter.rest();
    if (last) await this.#add(last);
    await this.#send();
    await this.#record({ stage: 'provisioning', chunks: this.#chunks });
    return 'next';
  }

  /** The rest of the file is gone: what may have been sent is waited for, and the import ends with it. */
  async stop(refusal: Refusal): Promise<StepEnd> {
    await this.#record({ refusal, stage: 'provisioning', chunks: this.#job.chunksBegun });
    return 'next';
  }

  async #add(chunk: Chunk): Promise<void> {
    this.#chunks += 1;
    if (chunk.lastRow < this.#job.nextRow || this.#finished.has(chunk.firstRow)) return;
    this.#open.push(chunk);
    if (this.#open.length === chunksPerRecord) await this.#send();
  }

  async #send(): Promise<void> {
    const [first, last] = [this.#open[0], this.#open.at(-1)];
    if (!first || !last) return;
    const chunksBegun = Math.max(this.#job.chunksBegun, this.#chunks);
    await this.#record({ chunksBegun, nextRow: first.firstRow });
    const messages: RowsMessage[] = [];
    for (const chunk of this.#open) messages.push(await sealed(chunk, this.#job, this.#ports));
    await this.#ports.queues.rows(messages);
    this.#open = [];
    this.#job = { ...this.#job, nextRow: last.lastRow + 1 };
  }

  async #record(change: Partial<ImportJob>): Promise<void> {
    const after: ImportJob = { ...this.#job, ...change, lastStepDateTime: this.#ports.now() };
    await this.#ports.imports.advance(this.#job, after);
    this.#job = after;
  }
}

/** A chunk as it crosses the queue: chosen passwords sealed, with one data key for all of them. */
const sealed = async ({ firstRow, rows }: Chunk, job: ImportJob, { sealer }: ImportPorts): Promise<RowsMessage> => {
  const passwords = rows.flatMap(({ draft }) => (draft?.password === undefined ? [] : [draft.password]));
  const context = { importId: job.id, firstRow: String(firstRow) };
  const seal = passwords.length > 0 ? await sealer.seal(passwords, context) : undefined;
  const boxes = [...(seal?.sealed ?? [])];
  return {
    importId: job.id,
    importedAt: job.createdDateTime,
    createdBy: job.createdBy,
    firstRow,
    ...(seal && { sealedKey: seal.sealedKey }),
    rows: rows.map(({ draft, ...row }) => {
      if (!draft) return row;
      const { password, ...open } = draft;
      const sealedPassword = password === undefined ? undefined : boxes.shift();
      return { ...row, draft: open, ...(sealedPassword && { sealedPassword }) };
    }),
  };
};
