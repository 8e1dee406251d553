/** What tells of an import is written with what it tells of, once, or not at all. */

import { importEntries } from '../../../shared/work/imports/import-entries.ts';
import type { Imports } from '../../../shared/work/imports/imports.ts';
import { rowEntryId } from '../../../shared/work/imports/rows/row-entry.ts';
import { monday } from '../../fakes/clock.ts';
import { chunkResult, idOf, job, person } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async () => {
    const { directory, imports, audits } = await open();
    const fresh = job();
    const told = async () => {
      const whole = { from: '0', before: '~', top: 100 };
      const { entries } = await audits.page({ of: { kind: 'target', id: fresh.id }, ...whole });
      return entries.map(({ activityDisplayName }) => activityDisplayName).toSorted();
    };
    return { directory, imports, audits, fresh, told };
  };
  const entry = (of: ReturnType<typeof job>, activity: Parameters<typeof importEntries>[1]) =>
    importEntries(of, activity, { now: monday });
  const twice = <Result>(work: () => Promise<Result>) => Promise.all([work(), work()]);

  test('of two who begin, end, resume or cancel at once one is told of (weakness 2)', async () => {
    const { imports, fresh, told } = await setup();
    await twice(() => imports.begin(fresh, entry(fresh, 'Begin import')));
    expect(await told()).toEqual(['Begin import']);
    await twice(() => imports.requestCancel(fresh.id, { audit: entry(fresh, 'Cancel import') }));
    const over = { ...fresh, stage: 'settled', status: 'cancelled' } as const;
    await twice(() => imports.advance(fresh, over, entry(over, 'End import')));
    const again = { ...over, stage: 'planning', status: 'running', resumptions: 1 } as const;
    await twice(() => imports.resume(over, again, entry(again, 'Resume import')));
    expect(await told()).toEqual(['Begin import', 'Cancel import', 'End import', 'Resume import']);
    const settled = { ...again, stage: 'settled', status: 'succeeded' } as const;
    await twice(() => imports.settle(again, settled, {}, { audit: entry(settled, 'End import') }));
    await imports.tell(entry(settled, 'Send credentials of import'));
    expect((await told()).filter((one) => /End|Send/.test(one))).toHaveLength(3);
    // A write that loses tells nothing.
    expect(await imports.advance(fresh, over, entry(over, 'End import'))).toBe(false);
    expect(await told()).toHaveLength(6);
  });

  test('whoever was asked to stop without a word may be told of by nobody later', async () => {
    const { imports, fresh, told } = await setup();
    await imports.begin(fresh);
    await imports.requestCancel(fresh.id);
    await imports.requestCancel(fresh.id, { audit: entry(fresh, 'Cancel import') });
    expect([await imports.isCancelled(fresh.id), await told()]).toEqual([true, []]);
  });

  test('a result knows its moment, and beside it whose roles its rows changed', async () => {
    const { imports, directory, fresh } = await setup();
    await imports.begin(fresh);
    const notes = Array.from({ length: 5 }, (_, n) => roleRow(n + 1));
    const result = { ...chunkResult(fresh.id, 1, 5), roleRows: notes };
    const write = () => directory.addPeople({ people: [person('ada')], seatsFrom: 'reserved', result });
    expect((await twice(write)).map(({ kind }) => kind).toSorted()).toEqual(['added', 'lost']);
    expect(await imports.roleRows(fresh.id, 2)).toEqual({ rows: notes.slice(0, 2), count: 5 });
    expect(await imports.roleRows(idOf('other'), 2)).toEqual({ rows: [], count: 0 });
    const { rows } = await imports.resultPage(fresh.id, { top: 9, after: 0 });
    expect(rows.map(({ finishedDateTime }) => finishedDateTime)).toEqual(Array(5).fill(result.finishedDateTime));
    const read = async (of: AsyncIterable<object[]>) => {
      for await (const some of of) return some;
      return [];
    };
    expect(await read(imports.results(fresh.id))).toEqual(result.rows);
  });

  test('entries are read by where they lie, and what does not lie there is left out', async () => {
    const { imports, audits, fresh } = await setup();
    const entries = [...entry(fresh, 'Begin import'), ...entry(fresh, 'End import')];
    await imports.begin(fresh, entries);
    const addresses = entries.map(({ target, id }) => ({ target, place: `${monday}#${id}` }));
    const nowhere = {
      target: { type: 'Import', id: fresh.id },
      place: `${monday}#${rowEntryId(fresh.id, 1)}`,
    } as const;
    const found = await audits.readEach([...addresses, nowhere]);
    expect(found.map(({ id }) => id).toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
    expect(await audits.readEach([nowhere])).toEqual([]);
  });
});

const roleRow = (n: number): NonNullable<Parameters<Imports['record']>[0]['roleRows']>[number] => ({
  ...{ rowNumber: n, userPrincipalName: `p${n}@contoso.com`, displayName: `Person ${n}` },
  ...{ given: ['Reports Reader'], taken: [] },
});
