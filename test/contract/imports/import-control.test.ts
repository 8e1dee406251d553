/** An import is stopped, taken up again and planned anew; two who do so at once are told apart. */
import { markCancelled } from '../../../shared/work/imports/rows/cancelled-chunk.ts';
import { earlierRows } from '../../../shared/work/imports/rows/record-rows.ts';
import { RowBitmap } from '../../../shared/work/imports/sets/row-bitmap.ts';
import { monday } from '../../fakes/clock.ts';
import { chunkResult, e3, idOf, job, person } from '../../fakes/people.ts';
import { gathered, onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async () => {
    const { directory, imports } = await open();
    const begun = await imports.begin(job());
    return { directory, imports, begun, id: begun.id };
  };
  const settled = (begun: ReturnType<typeof job>) =>
    ({ ...begun, stage: 'settled', status: 'cancelled', nextRow: 400 }) as const;
  const resumed = (begun: ReturnType<typeof job>) =>
    ({ ...begun, stage: 'planning', status: 'running', nextRow: 1, resumptions: begun.resumptions + 1 }) as const;

  test('whoever asks an import to stop is heard by everybody, until it is resumed', async () => {
    const { imports, begun, id } = await setup();
    expect([await imports.isCancelled(id), await imports.standing(id)]).toEqual([
      false,
      { job: begun, isCancelled: false },
    ]);
    await Promise.all([imports.requestCancel(id), imports.requestCancel(id)]);
    expect([await imports.isCancelled(id), await imports.standing(id)]).toEqual([
      true,
      { job: begun, isCancelled: true },
    ]);
    await imports.close(id);
    expect(await imports.resume(begun, resumed(begun))).toBe(true);
    expect([await imports.isCancelled(id), await imports.isOpen(id)]).toEqual([false, true]);
  });

  test('that its owner is gone is kept beside whoever else asks it to stop, in either order (weakness 1)', async () => {
    const { imports, begun, id } = await setup();
    expect(await imports.isOwnerGone(id)).toBe(false);
    await imports.requestCancel(id);
    expect([await imports.isCancelled(id), await imports.isOwnerGone(id)]).toEqual([true, false]);
    await Promise.all([imports.requestCancel(id, { because: 'OwnerGone' }), imports.requestCancel(id)]);
    await imports.requestCancel(id);
    expect([await imports.isCancelled(id), await imports.isOwnerGone(id)]).toEqual([true, true]);
    expect(await imports.resume(begun, resumed(begun))).toBe(true);
    expect([await imports.isCancelled(id), await imports.isOwnerGone(id)]).toEqual([false, false]);
    await imports.requestCancel(id);
    expect(await imports.isOwnerGone(id)).toBe(false);
  });

  test('everybody who stands behind an import is kept with it (weaknesses 1, 4)', async () => {
    const { imports } = await setup();
    const plain = job('b');
    const behind = {
      owner: { ...plain.owner, credentialId: 'token' },
      resumedBy: { kind: 'person', id: 'bob', displayName: 'Bob', roles: ['User Administrator'] },
      shownBy: { kind: 'application', id: 'sync', displayName: 'Sync', roles: [], credentialId: 'secret' },
      follows: [idOf('earlier')],
    } as const;
    const { id } = await imports.begin({ ...plain, ...behind });
    expect(await imports.read(id)).toEqual({ ...plain, ...behind });
    expect((await imports.standing(id))?.job).toEqual({ ...plain, ...behind });
  });

  test('nobody cancels an import that there is not', async () => {
    const { imports } = await setup();
    await imports.requestCancel(idOf('unknown'));
    expect([await imports.standing(idOf('unknown')), await imports.isCancelled(idOf('unknown'))]).toEqual([
      undefined,
      false,
    ]);
  });

  test('of two who resume at once one does, and what was begun before cannot advance it', async () => {
    const { imports, begun } = await setup();
    const over = settled(begun);
    expect(await imports.advance(begun, over)).toBe(true);
    const outcomes = await Promise.all([imports.resume(over, resumed(over)), imports.resume(over, resumed(over))]);
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(await imports.read(begun.id)).toEqual(resumed(over));
    expect(await imports.advance(begun, { ...begun, stage: 'sending' })).toBe(false);
    expect(await imports.revive(begun, { ...begun, revivals: 1 })).toBe(false);
  });

  test('a result is recorded once; the mark of a cancelled chunk is replaced once, and both count', async () => {
    const { imports, id } = await setup();
    const mark = { ...chunkResult(id, 1, 0), rows: [], completes: undefined as never, cancelledIn: 0 };
    const result = chunkResult(id, 1, 3);
    expect([await imports.record(mark), await imports.record(mark), await imports.record(result)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await imports.progress(id)).toMatchObject({ chunks: 0, cancelled: { 0: 1 }, created: 0 });
    expect(await gathered(imports.finishedChunks(id))).toEqual([]);
    const outcomes = await Promise.all([imports.record(result, mark), imports.record(result, mark)]);
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(await imports.record(result, mark)).toBe(false);
    expect(await imports.progress(id)).toMatchObject({ chunks: 1, cancelled: { 0: 1 }, created: 3 });
    expect(await gathered(imports.finishedChunks(id))).toEqual([1]);
  });

  test('a chunk of a cancelled import is counted once, however often and by however many it is delivered', async () => {
    const { imports, id } = await setup();
    const place = { ...chunkResult(id, 1, 0), resumption: 0, lastRow: 50 };
    const ports = { imports, now: () => monday };
    const deliver = async (resumptions: number) =>
      markCancelled(place, await earlierRows(place, ports), { resumptions }, ports);
    for (const resumptions of [0, 1]) {
      await Promise.all([deliver(resumptions), deliver(resumptions)]);
      await deliver(resumptions);
    }
    expect((await imports.progress(id)).cancelled).toEqual({ 0: 1, 1: 1 });
  });

  test('people are added and others changed with one result, all or nothing', async () => {
    const { directory, imports, id } = await setup();
    await directory.putSku({ ...e3, enabled: 1 });
    const [ada, bob] = [person('ada'), person('bob')];
    await directory.addPeople({ people: [ada], seatsFrom: 'free' });
    const change = { before: ada, after: { ...ada, city: 'Gouda' } };
    const write = (change_: typeof change) =>
      directory.addPeople({ people: [bob], changes: [change_], seatsFrom: 'reserved', result: chunkResult(id, 1, 2) });
    const stale = { ...change, before: { ...ada, version: 7 } };
    expect(await write(stale)).toMatchObject({ kind: 'lost', stale: [ada.id], resultRecorded: false });
    expect([(await directory.readPeople([bob.id])).length, await imports.readResults(id, 1, 2)]).toEqual([0, []]);
    const outcomes = await Promise.all([write(change), write(change)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['added', 'lost']);
    expect(await directory.readPeople([ada.id])).toMatchObject([{ city: 'Gouda', version: 2 }]);
    expect(await imports.progress(id)).toMatchObject({ chunks: 1 });
  });

  test('a set of rows comes back as it was kept, however large', async () => {
    const { imports, begun } = await setup();
    const rows = new RowBitmap();
    // Random rows do not pack: a set of three parts.
    let state = 1;
    for (let row = 1; row < 6_000_000; row += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      if (state & 0x8000_0000) rows.add(row);
    }
    const { name, bytes } = rows.encode();
    expect(bytes.length).toBeGreaterThan(600_000);
    await imports.keepRowSet(begun, name, bytes);
    const back = RowBitmap.decode(await imports.rowSet(begun.id, name));
    expect(back.encode().name).toBe(name);
    expect([1, 2, 5_999_999].map((row) => back.has(row))).toEqual([1, 2, 5_999_999].map((row) => rows.has(row)));
  });
});
