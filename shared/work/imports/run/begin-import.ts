/** How an uploaded file becomes an import. */
import type * as z from 'zod';
import type { AuditEntry } from '../../../domain/audit.ts';
import { bucketOwner } from '../../../domain/imports/bucket-owner.ts';
import { decideOptions } from '../../../domain/imports/decide-options.ts';
import { detail } from '../../../domain/imports/import-entry.ts';
import { type ImportedFile, type ImportJob, newImportJob } from '../../../domain/imports/import-job.ts';
import { defaultOptions, type ImportOptions } from '../../../domain/imports/import-options.ts';
import { importIdIn } from '../../../domain/imports/option-files.ts';
import { objectIs, type StrayReason } from '../../../domain/imports/stray-object.ts';
import { systemActor } from '../../../domain/principal.ts';
import { type Refusal, Refused } from '../../../domain/refusals.ts';
import type { fileMessage } from '../../../messages/queues.ts';
import type { Digests } from '../../digests/digests.ts';
import { gather } from '../../digests/gather.ts';
import { type AnnouncedFile, announcedFile, importIdOf } from '../announced-file.ts';
import { checkedOptions } from '../check-options.ts';
import type { ReadOptionsFile } from '../files.ts';
import { endEntries, importEntries } from '../import-entries.ts';
import type { ImportPorts } from '../import-setting.ts';
import type { OptionFiles } from '../option-files.ts';
import { optionsOfFile } from '../options-file.ts';
import { continueImport } from './continue-import.ts';

/** `usual` are the options of the organisation. */
export type BeginPorts = ImportPorts & {
  readOptionsFile: ReadOptionsFile;
  defaults: Partial<ImportOptions>;
  digests: Digests;
  optionFiles: OptionFiles;
};

/** What an announced file came to, where it did not begin an import or have it go on. `notAwaited`: it was deleted unread. */
export type FileEnd = 'notOfPeople' | 'notAwaited';

/** Begins the import of an announced file and takes its first steps; one that has begun already goes on. */
export const beginImport = async (announced: AnnouncedFile, ports: BeginPorts): Promise<FileEnd | undefined> => {
  const what = objectIs(announced);
  if (what === 'folder') return 'notOfPeople';
  if (what === 'options') return noteOptions(announced, ports);
  if (what !== 'people') return tellOfObject(announced, what, ports);
  const job = (await awaitingJob(announced, ports)) ?? (await jobOfBucket(announced, ports));
  if ('notAwaitedBy' in job) return refuseFile(announced, job.notAwaitedBy, ports);
  await continueImport(job.id, ports);
  return undefined;
};

/** Whoever put it there waits for people: administrators hear of it, once, with all others of the quarter of an hour. */
const tellOfObject = async (announced: AnnouncedFile, reason: StrayReason, ports: BeginPorts): Promise<FileEnd> => {
  const { key, size } = announced;
  const object = { kind: 'objectNotTaken', key, ...(size !== undefined && { size }), reason } as const;
  const entry = { id: importIdOf(announced), object: { ...object, dateTime: ports.now() } };
  await gather([entry], { ...ports, tellLater: ports.queues.notices });
  return 'notOfPeople';
};

/** Options are read with their file; should it not come within a day, administrators hear of it. */
const noteOptions = async ({ key, size }: AnnouncedFile, { optionFiles, now }: BeginPorts): Promise<FileEnd> => {
  await optionFiles.seen({ key, ...(size !== undefined && { size }), dateTime: now() });
  return 'notOfPeople';
};

/** Nobody knows who put it there; a delivery that comes twice tells of it twice. */
const refuseFile = async (announced: AnnouncedFile, asked: ImportJob, ports: BeginPorts): Promise<FileEnd> => {
  const file = fileOf(announced);
  await ports.deleteUpload(file);
  const told = { initiatedBy: systemActor('import-users'), now: ports.now() };
  const version = detail('version', file.versionId ?? file.etag ?? '');
  await ports.imports.tell(importEntries(asked, 'Refuse file of import', told, [version]));
  return 'notAwaited';
};

/**
 * The import that was asked for by the API and whose file this is. It takes one file, the first that arrives; any other
 * at its address, however it came there, is not awaited: nobody asked for it with the rights of the owner. Undefined
 * where nobody asked.
 */
const awaitingJob = async (
  announced: AnnouncedFile,
  ports: BeginPorts,
): Promise<ImportJob | { notAwaitedBy: ImportJob } | undefined> => {
  const id = importIdIn(announced.key);
  const asked = id === undefined ? undefined : await ports.imports.read(id);
  if (asked?.file.key !== announced.key) return undefined;
  const file = fileOf(announced);
  if (asked.stage === 'uploading') {
    const stage = asked.migration ? 'waiting' : 'planning';
    const bound: ImportJob = { ...asked, file, stage, lastStepDateTime: ports.now() };
    const isBound = await ports.imports.advance(asked, bound, begun(bound));
    return isBound ? bound : awaitingJob(announced, ports);
  }
  // Without a version it was over before its file came.
  return hasVersion(asked.file) && isSameVersion(asked.file, file) ? asked : { notAwaitedBy: asked };
};

/** What is told of an import whose file is there: that it begins, and at once how it ended where it did. */
const begun = (job: ImportJob): AuditEntry[] => {
  const now = job.lastStepDateTime;
  const end = job.stage === 'settled' ? endEntries(job, job, undefined, now) : [];
  return [...importEntries(job, 'Begin import', { now }), ...end];
};

const fileOf = ({ sequencer: _sequencer, ...file }: AnnouncedFile): ImportedFile => file;

const hasVersion = ({ versionId, etag }: ImportedFile): boolean => versionId !== undefined || etag !== undefined;

const isSameVersion = (one: ImportedFile, other: ImportedFile): boolean =>
  one.versionId === other.versionId && (one.versionId !== undefined || one.etag === other.etag);

/** The import of a file that was put into the bucket itself; its options are decided once, when it begins. */
const jobOfBucket = async (announced: AnnouncedFile, ports: BeginPorts): Promise<ImportJob> => {
  const { imports, queues, readOptionsFile, optionFiles, defaults, organisation, now } = ports;
  const file = fileOf(announced);
  const begin = { id: importIdOf(announced), file, owner: bucketOwner };
  const readNoted: ReadOptionsFile = async (one) => {
    const found = await readOptionsFile(one);
    if (found.file) await optionFiles.settled(found.file.key, now());
    return found;
  };
  const job = (await imports.read(begin.id)) ?? (await beginNew());
  // Told again when it is announced again: a crash may have come between.
  if (isOfOptions(job.refusal)) await queues.notices([{ kind: 'importResults', importId: job.id }]);
  return job;

  async function beginNew(): Promise<ImportJob> {
    const fresh = await decided();
    return imports.begin(fresh, begun(fresh));
  }

  async function decided(): Promise<ImportJob> {
    try {
      const chosen = await optionsOfFile(file, readNoted);
      const options = checkedOptions(decideOptions(...chosen, defaults), organisation);
      return newImportJob({ ...begin, options }, now());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return refusedJob(newImportJob({ ...begin, options: defaultOptions }, now()), error.refusals[0]);
    }
  }
};

/** Whether options ended an import before it began. */
const isOfOptions = (refusal: Refusal | undefined): boolean =>
  refusal?.code === 'OptionsInvalid' || refusal?.code === 'UserNamePatternInvalid';

/** An import that is over before it began. */
const refusedJob = (job: ImportJob, refusal: Refusal = { code: 'OptionsInvalid' }): ImportJob => ({
  ...job,
  stage: 'settled',
  status: 'failed',
  refusal,
  completedDateTime: job.createdDateTime,
});

/** Takes what comes through the queue of files: a new object, or an import that goes on. The end of a file is logged. */
export const takeFileMessage = async (
  message: z.output<typeof fileMessage>,
  ports: BeginPorts,
): Promise<FileEnd | undefined> => {
  if (!('kind' in message)) return beginImport(announcedFile(message), ports);
  await continueImport(message.importId, ports);
  return undefined;
};
