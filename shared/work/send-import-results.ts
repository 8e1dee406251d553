/** The mail that tells an import's owner how it ended. */
import type { ImportJob } from '../domain/import-job.ts';
import { type ImportProgress, seatsToBuyFor } from '../domain/import-progress.ts';
import { administratorAddresses, type Organisation } from '../domain/organisation.ts';
import { type ImportOutcome, importResults } from '../mail/import-results.ts';
import type { Imports } from './imports.ts';
import { MailDelayed, type Mailer } from './mailer.ts';

export type ResultPorts = {
  imports: Pick<Imports, 'read' | 'progress' | 'isOpen' | 'close'>;
  mailer: Mailer;
  organisation: Organisation;
};

/** Mails the results of a settled import and closes it. One that is closed is left alone; a delayed mail stays owed. */
export const sendImportResults = async (importId: string, ports: ResultPorts): Promise<void> => {
  const { imports, mailer, organisation } = ports;
  const job = await imports.read(importId);
  if (job?.stage !== 'settled' || !(await imports.isOpen(importId))) return;
  const outcome = outcomeOf(job, await imports.progress(importId));
  const content = importResults(outcome, { organisation, language: organisation.preferredLanguage });
  try {
    await mailer.send({ to: administratorAddresses(organisation), ...content });
    await imports.close(importId);
  } catch (error) {
    if (!(error instanceof MailDelayed)) throw error;
  }
};

const outcomeOf = (job: ImportJob, progress: ImportProgress): ImportOutcome => {
  const { file, createdDateTime, completedDateTime = createdDateTime, refusal, seats, report, rows } = job;
  const facts = { fileName: file.key, startedAt: createdDateTime, endedAt: completedDateTime };
  const { created, updated, unchanged, refused } = progress;
  if (refusal) return { ...facts, refusal, created };
  const short = seats
    .map((plan) => ({ licence: plan.skuPartNumber, toBuy: seatsToBuyFor(plan, progress) }))
    .filter(({ toBuy }) => toBuy > 0);
  const waiting = Math.max(0, ...Object.values(progress.waiting));
  return {
    ...facts,
    ...{ rows: rows ?? 0, created, updated, unchanged, refused, waiting, short },
    ...(report && { report: `s3://${report.bucket}/${report.key}` }),
  };
};
