/** The report of an import, stored in parts as it is made, so that memory does not grow with it and another call goes on. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { Mark, ReportSoFar } from '../../../domain/imports/reading-place.ts';
import type { StoredReport } from '../files.ts';
import type { ImportPorts } from '../import-setting.ts';
import { maxContinuations, type StepEnd } from '../step-end.ts';
import { type ReportLine, reportSource } from './report-source.ts';

/**
 * Writes what is still to be written of a report. `pause`: another call goes on with it; `next`: its parts were lost, and
 * it is begun anew. The parts are cut where their size says, so that two who write them at once write the same.
 */
export const writeReport = async (job: ImportJob, ports: ImportPorts): Promise<StoredReport | StepEnd> => {
  const source = await reportSource(job, ports);
  const parts = new ReportParts(job, ports);
  if (!job.reporting) await parts.add({ rowNumber: 0, text: source.heading });
  for await (const lines of source.batches) {
    parts.passMark(source.mark());
    for (const line of lines) await parts.add(line);
    if (parts.hasGrown && ports.shouldPause() && job.continuations < maxContinuations) {
      return save(job, parts.soFar, ports);
    }
  }
  const report = await parts.end();
  return report ?? beginAnew(job, ports);
};

/** The parts of one report. */
class ReportParts {
  readonly #key: string;
  readonly #ports: Pick<ImportPorts, 'reports' | 'reportPartBytes'>;
  soFar: ReportSoFar | undefined;
  /** Whether this call has added a part. */
  hasGrown = false;
  #mark: Mark | undefined;
  #text: string[] = [];
  #bytes = 0;

  constructor(job: ImportJob, ports: ImportPorts) {
    this.#key = reportKey(job);
    this.#ports = ports;
    this.soFar = job.reporting;
    this.#mark = job.reporting?.mark;
  }

  /** Takes note of a mark before the next line. */
  passMark(mark: Mark | undefined): void {
    this.#mark = mark ?? this.#mark;
  }

  async add({ rowNumber, text }: ReportLine): Promise<void> {
    this.#text.push(text);
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes >= this.#ports.reportPartBytes) await this.#store(rowNumber);
  }

  async end(): Promise<StoredReport | undefined> {
    const { reports } = this.#ports;
    if (!this.soFar) return reports.write(this.#key, this.#text.join(''));
    if (this.#bytes > 0) await this.#store(this.soFar.rows);
    return reports.end({ key: this.#key, ...this.soFar });
  }

  async #store(rows: number): Promise<void> {
    const { reports } = this.#ports;
    const key = this.#key;
    const { upload, parts } = this.soFar ?? { upload: await reports.begin(key), parts: [] };
    const tag = await reports.add({ key, upload, number: parts.length + 1, text: this.#text.join('') });
    this.soFar = { upload, parts: [...parts, tag], rows, ...(this.#mark && { mark: this.#mark }) };
    [this.#text, this.#bytes, this.hasGrown] = [[], 0, true];
  }
}

/** Where the report lies: below the import's id, under the file's own name. */
const reportKey = ({ id, file }: ImportJob): string => {
  const name = file.key.split('/').at(-1) ?? 'file';
  return `${id}/${name.replace(/\.[^.]+$/, '')}.report.csv`;
};

const save = async (job: ImportJob, soFar: ReportSoFar | undefined, { imports, queues, now }: ImportPorts) => {
  const continuations = job.continuations + 1;
  const after: ImportJob = { ...job, ...(soFar && { reporting: soFar }), continuations, lastStepDateTime: now() };
  await imports.advance(job, after);
  await queues.files([{ kind: 'continueImport', importId: job.id }]);
  return 'pause' as const;
};

/** Somebody else has put its parts together, or it stood still until they were gone. */
const beginAnew = async (job: ImportJob, { imports, now }: ImportPorts): Promise<StepEnd> => {
  const { reporting: _reporting, ...after } = job;
  await imports.advance(job, { ...after, lastStepDateTime: now() });
  return 'next';
};
