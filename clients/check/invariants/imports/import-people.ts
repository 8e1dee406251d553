import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import { addDays } from '../../../../shared/domain/time.ts';
import { personIdOf } from '../../../../shared/work/imports/rows/person-id.ts';
import { RowBitmap } from '../../../../shared/work/imports/sets/row-bitmap.ts';
import type { Doubt, Invariant, Setting, Watch } from '../../invariant.ts';

/** Rows of an import: those that came out as created, those whose people are there, and whose births the audit tells of. */
class Rows {
  readonly created = new RowBitmap();
  readonly there = new RowBitmap();
  readonly told = new RowBitmap();
  last = 0;
}

/**
 * People and their result are one write. A person's id follows from import and row, so that no row has two people; one
 * who was removed for good has left the birth in the audit.
 */
export const importPeople: Invariant = {
  name: 'import-people',
  holds: 'Every created row has its person, unless they were removed for good since, and no person is of another row.',
  judges: 'subject',
  watch: ({ policy, now, isSettled }: Setting): Watch => {
    const jobs = new Map<string, ImportJob>();
    const rows = new Map<string, Rows>();
    const strangers: Doubt[] = [];
    let looked = 0;
    const add = (importId: string, name: 'created' | 'there' | 'told', rowNumber: number) => {
      const own = rows.get(importId) ?? new Rows();
      rows.set(importId, own);
      own[name].add(rowNumber);
      own.last = Math.max(own.last, rowNumber);
    };
    return {
      see: (seen) => {
        if (seen.kind === 'job') jobs.set(seen.job.id, seen.job);
        else if (seen.kind === 'chunk') {
          for (const { outcome, rowNumber } of seen.chunk.rows) {
            if (outcome === 'created') add(seen.importId, 'created', rowNumber);
          }
        } else if (seen.kind === 'person' && seen.person.importId !== undefined) {
          const { id, importId, rowNumber = 0 } = seen.person;
          looked += 1;
          if (id === personIdOf(importId, rowNumber)) add(importId, 'there', rowNumber);
          else strangers.push({ about: `person ${id}`, what: 'has an id that is not of their import and row' });
        } else if (seen.kind === 'audit') {
          const facts = new Map(seen.entry.additionalDetails?.map(({ key, value }) => [key, value]));
          const importId = facts.get('importId');
          if (importId !== undefined) add(importId, 'told', Number(facts.get('rowNumber')));
        }
      },
      *doubts() {
        yield* strangers;
        for (const [id, own] of rows) {
          const job = jobs.get(id);
          // Records of imports are kept for a shorter time than people; entries perhaps for a shorter time than either.
          const isTold = job && addDays(job.createdDateTime, policy.auditDays) > now;
          const isOver = isSettled || job?.stage === 'settled';
          if (isTold && isOver && job.kind === 'import' && !job.options.dryRun) yield* mismatches(id, own);
        }
      },
      looked: () => looked,
    };
  },
};

function* mismatches(importId: string, { created, there, told, last }: Rows): Generator<Doubt> {
  for (let row = 0; row <= last; row += 1) {
    const [isCreated, isThere] = [created.has(row), there.has(row)];
    if (isCreated === isThere || (isCreated && told.has(row))) continue;
    const about = `person ${personIdOf(importId, row)}` as const;
    const what = isCreated
      ? `was created of row ${row} of import ${importId}, and is neither there nor removed`
      : `is of row ${row} of import ${importId}, which did not come out as created`;
    yield { about, what, beside: [`import ${importId}`] };
  }
}
