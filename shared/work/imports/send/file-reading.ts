/** One reading of an import's rows: chunks go to the queue, and how far it is goes on record before they do. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import type { SendingPlace } from '../../../domain/imports/reading-place.ts';
import { type Refusal, Refused } from '../../../domain/refusals.ts';
import type { RowsMessage } from '../../queues.ts';
import type { ImportPorts } from '../import-setting.ts';
import { maxContinuations, type StepEnd } from '../step-end.ts';
import type { SentChunk } from './chunk-cutter.ts';
import { chunkMessage } from './chunk-message.ts';
import { examineChunk } from './examine-chunk.ts';
import { isToStop } from './is-to-stop.ts';

/** Chunks that are sent together, and so at most sent again after a crash. */
const chunksPerRecord = 40;

/** One reading: sends chunks, and records how far it is. */
export class FileReading {
  readonly #ports: ImportPorts;
  readonly #finished: ReadonlySet<number>;
  #job: ImportJob;
  #open: SentChunk[] = [];
  /** The place behind the last chunk that has one. */
  #next: SendingPlace | undefined;
  /** Chunks of the file so far, and those of them that were not finished before. */
  #chunks = 0;
  #unfinished = 0;
  /** Chunks that may have been sent before this reading: they are waited for, whatever becomes of the rest. */
  readonly #begunBefore: number;
  readonly #begunAt: number;
  /** Whether the import was found to be cancelled, or without anybody who may have it go on. */
  isCancelled = false;

  constructor(job: ImportJob, finished: ReadonlySet<number>, ports: ImportPorts) {
    this.#job = job;
    this.#ports = ports;
    this.#finished = finished;
    this.#begunBefore = job.chunksBegun;
    this.#begunAt = job.nextRow;
  }

  /** Says that the chunks before a place are not read again: they are counted as if they were. */
  beginAt(from: SendingPlace | undefined): void {
    if (!from) return;
    this.#chunks = from.chunksBefore;
    const finished = [...this.#finished].filter((firstRow) => firstRow < from.firstRow).length;
    this.#unfinished = from.chunksBefore - finished;
  }

  async take(chunk: SentChunk): Promise<void> {
    this.#chunks += 1;
    this.#next = chunk.next ?? this.#next;
    if (this.#finished.has(chunk.firstRow)) return;
    this.#unfinished += 1;
    if (chunk.lastRow < this.#job.nextRow) return;
    // Of a cancelled import only what may have been sent is sent again, to be counted: its message may be lost.
    if (this.isCancelled && !this.hasBegun) return;
    this.#open.push(chunk);
    if (this.#open.length === chunksPerRecord) await this.#send();
  }

  async pause(): Promise<StepEnd> {
    await this.#send();
    const continuations = this.#job.continuations + 1;
    if (continuations > maxContinuations) return this.stop({ code: 'TooManyRows', fact: 'it was continued too often' });
    await this.#record({ continuations });
    await this.#ports.queues.files([{ kind: 'continueImport', importId: this.#job.id }]);
    return 'pause';
  }

  async end(): Promise<StepEnd> {
    await this.#send();
    if (this.isCancelled) return this.stop();
    await this.#record({ stage: 'provisioning', chunks: this.#chunks });
    return 'next';
  }

  /** The rest is not sent: what may have been sent is waited for, and the import ends with it. */
  async stop(refusal?: Refusal): Promise<StepEnd> {
    await this.#record({ ...(refusal && { refusal }), stage: 'provisioning', chunks: this.#job.chunksBegun });
    return 'next';
  }

  /** Whether this reading has sent chunks, or has some to send. */
  get hasMoved(): boolean {
    return this.#open.length > 0 || this.#job.nextRow > this.#begunAt;
  }

  /** Whether the latest chunk is one that may have been sent before this reading. */
  get hasBegun(): boolean {
    return this.#finished.size + this.#unfinished <= this.#begunBefore;
  }

  /** How many of the open chunks may have been sent before. */
  get #openBegun(): number {
    const before = this.#finished.size + this.#unfinished - this.#open.length;
    return Math.max(0, this.#begunBefore - before);
  }

  async #send(): Promise<void> {
    this.isCancelled ||= await isToStop(this.#job, this.#ports);
    if (this.isCancelled && !this.hasBegun) this.#open = this.#open.slice(0, this.#openBegun);
    const [first, last] = [this.#open[0], this.#open.at(-1)];
    if (!first || !last) return;
    const chunksBegun = Math.max(this.#job.chunksBegun, this.#finished.size + this.#unfinished);
    await this.#record({ ...(!this.isCancelled && { chunksBegun }), nextRow: first.firstRow });
    await this.#sendOpen();
    this.#open = [];
    const nextRow = last.lastRow + 1;
    const place = this.#next && this.#next.firstRow <= nextRow ? this.#next : this.#job.place;
    this.#job = { ...this.#job, nextRow, ...(place && { place }) };
  }

  /** What can never be sent is marked as left out, so that nobody waits for it; throws `Refused` ImportImpossible then. */
  async #sendOpen(): Promise<void> {
    try {
      await sendTogether(this.#open, this.#job, this.#ports);
    } catch (error) {
      if (!this.#ports.isImpossible(error)) throw error;
      for (const chunk of this.#open) await leaveOut(chunk, this.#job, this.#ports);
      this.#open = [];
      throw new Refused({ code: 'ImportImpossible' });
    }
  }

  async #record(change: Partial<ImportJob>): Promise<void> {
    const after: ImportJob = { ...this.#job, ...change, lastStepDateTime: this.#ports.now() };
    await this.#ports.imports.advance(this.#job, after);
    this.#job = after;
  }
}

/** The chunks go to the queue; those of a dry run are looked at instead, several at a time. */
const sendTogether = async (chunks: readonly SentChunk[], job: ImportJob, ports: ImportPorts): Promise<void> => {
  const messages: RowsMessage[] = [];
  const planned = await plannedRows(chunks, job, ports);
  for (const chunk of chunks) messages.push(await chunkMessage(chunk, { job, planned, sealer: ports.sealer }));
  if (!job.options.dryRun) return ports.queues.rows(messages);
  await Promise.all(messages.map((message) => examineChunk(message, job, ports)));
};

/** The chunk's rows stay open. Should its message be there after all, it finds this, and adds nobody. */
const leaveOut = async (
  { firstRow }: SentChunk,
  { id: importId, createdDateTime: importedAt, resumptions }: ImportJob,
  { imports, now }: ImportPorts,
): Promise<void> => {
  const nothing = { rows: [], seats: {}, waiting: {} };
  await imports.record({
    importId,
    importedAt,
    firstRow,
    ...nothing,
    finishedDateTime: now(),
    cancelledIn: resumptions,
  });
};

/** What a dry run that is applied found for these rows. */
const plannedRows = async (chunks: readonly SentChunk[], { applies }: ImportJob, { imports }: ImportPorts) => {
  const planned = new Map<number, RowResult>();
  if (applies === undefined) return planned;
  const last = chunks.at(-1)?.lastRow ?? 0;
  for await (const rows of imports.results(applies, chunks[0]?.firstRow)) {
    for (const row of rows) if (row.rowNumber <= last) planned.set(row.rowNumber, row);
    if ((rows.at(-1)?.rowNumber ?? 0) >= last) break;
  }
  return planned;
};
