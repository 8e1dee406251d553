/** Births by file and deletions by undo, which are told from people; births with whoever owned the import. */
import type { AuditEntry } from '../../domain/audit.ts';
import { birthFromFile, isOwnerUnnamed } from '../../domain/people/birth-from-file.ts';
import { deletionFromRecord } from '../../domain/people/deletion-from-record.ts';
import type { Person } from '../../domain/person.ts';
import { type Actor, actorOf } from '../../domain/principal.ts';
import type { Applications } from '../access/applications.ts';
import type { Directory } from '../directory.ts';
import type { Imports } from '../imports/imports.ts';
import type { Audits } from './audits.ts';

export type OwnerPorts = {
  audits: Pick<Audits, 'page'>;
  directory: Pick<Directory, 'readPeople'>;
  applications: Pick<Applications, 'read'>;
  imports: Pick<Imports, 'read'>;
};

/** The birth and the deletion that a person's record tells of, as far as it does; the newer first. */
export const toldByRecord = async (
  id: string,
  { directory }: Pick<OwnerPorts, 'directory'>,
): Promise<readonly AuditEntry[]> => {
  const [person] = await directory.readPeople([id]);
  return person ? [deletionFromRecord(person), birthFromFile(person)].filter((entry) => entry !== undefined) : [];
};

/**
 * The entries, those of births by file with the owner of the import as they are named there: their kind and name follow
 * from the import for as long as it is kept, then from the audit's entry of its beginning; of an import of before there
 * may be neither.
 */
export const withOwners = async (entries: readonly AuditEntry[], ports: OwnerPorts): Promise<AuditEntry[]> => {
  const owners = new Map<string, Actor>();
  const told: AuditEntry[] = [];
  for (const entry of entries) {
    if (!isOwnerUnnamed(entry)) {
      told.push(entry);
      continue;
    }
    const importId = entry.additionalDetails?.find(({ key }) => key === 'importId')?.value ?? '';
    const initiatedBy = owners.get(importId) ?? (await ownerOf(importId, entry.initiatedBy.id, ports));
    owners.set(importId, initiatedBy);
    told.push({ ...entry, initiatedBy });
  }
  return told;
};

/** Entries of an import among which that of its beginning is looked for. */
const entriesLookedAt = 100;

const ownerOf = async (importId: string, id: string, ports: OwnerPorts): Promise<Actor> => {
  const job = await ports.imports.read(importId);
  if (job) return actorOf(job.owner);
  const whole = { from: '0', before: '~', top: entriesLookedAt };
  const { entries } = await ports.audits.page({ of: { kind: 'target', id: importId }, ...whole });
  const begin = entries.find(({ activityDisplayName }) => activityDisplayName === 'Begin import');
  if (begin) return begin.initiatedBy;
  const [person] = await ports.directory.readPeople([id]);
  if (person) return namedAs(person);
  const application = await ports.applications.read(id);
  if (application) return { kind: 'application', id, displayName: application.displayName };
  // Nobody of this id is left: an application that acts is rarer than a person.
  return { kind: 'person', id, displayName: id };
};

const namedAs = ({ id, displayName }: Person): Actor => ({ kind: 'person', id, displayName });
