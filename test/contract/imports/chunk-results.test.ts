/** A chunk's result is recorded with its people, and counted once, however often the chunk is delivered. */
import { noProgress } from '../../../shared/domain/imports/import-progress.ts';
import { chunkResult, e3, idOf, job, person } from '../../fakes/people.ts';
import { gathered, onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async () => {
    const { directory, imports } = await open();
    const { id } = await imports.begin(job());
    const deliver = (firstRow: number, rows: number, change = {}) =>
      directory.addPeople({
        people: Array.from({ length: rows }, (_, index) => person(`p${firstRow + index}`)),
        seatsFrom: 'reserved',
        result: chunkResult(id, firstRow, rows, change),
      });
    return { directory, imports, id, deliver };
  };

  test('a repeated delivery is told, and does not count', async () => {
    const { imports, id, deliver } = await setup();
    expect(await deliver(1, 3, { seats: { [e3.skuId]: 2 } })).toEqual({ kind: 'added' });
    expect(await deliver(1, 3, { seats: { [e3.skuId]: 2 } })).toMatchObject({ kind: 'lost', resultRecorded: true });
    expect(await imports.progress(id)).toMatchObject({ chunks: 1, created: 3, refused: 0, seats: { [e3.skuId]: 2 } });
  });

  test('of two deliveries at once, one counts (case 10)', async () => {
    const { imports, id, deliver } = await setup();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => deliver(1, 2)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['added', 'lost', 'lost', 'lost', 'lost', 'lost']);
    expect(await imports.progress(id)).toMatchObject({ chunks: 1, created: 2 });
  });

  test('a chunk of refused rows counts without a person', async () => {
    const { directory, imports, id } = await setup();
    const { rows } = chunkResult(id, 1, 2);
    const refused = rows.map((row) => ({ ...row, outcome: 'refused' as const, code: 'UserNameIllegal' as const }));
    const result = chunkResult(id, 1, 2, { rows: refused });
    expect(await directory.addPeople({ people: [], seatsFrom: 'reserved', result })).toEqual({ kind: 'added' });
    expect(await imports.progress(id)).toMatchObject({ chunks: 1, created: 0, refused: 2 });
    expect(await imports.readResults(id, 1, 2)).toMatchObject([{ rows: refused }]);
  });

  test('when a name is lost, the result is not recorded either', async () => {
    const { directory, imports, id, deliver } = await setup();
    const rival = person('p2', { id: idOf('rival') });
    await directory.addPeople({ people: [rival], seatsFrom: 'free' });
    expect(await deliver(1, 3)).toMatchObject({ nameTaken: [idOf('p2')], resultRecorded: false });
    expect(await imports.progress(id)).toMatchObject({ chunks: 0, created: 0 });
    expect(await imports.readResults(id, 1, 3)).toEqual([]);
  });

  test('many chunks at once are all counted, seats too', async () => {
    const { imports, id, deliver } = await setup();
    const firsts = Array.from({ length: 40 }, (_, index) => index * 2 + 1);
    const at = (firstRow: number) => new Date(Date.UTC(2026, 0, 5, 10, 0, firstRow)).toISOString();
    await Promise.all(
      firsts.map((first) =>
        deliver(first, 2, { seats: { [e3.skuId]: 1 }, waiting: { [e3.skuId]: 2 }, finishedDateTime: at(first) }),
      ),
    );
    expect(await imports.progress(id)).toEqual({
      ...noProgress(),
      chunks: 40,
      created: 80,
      seats: { [e3.skuId]: 40 },
      waiting: { [e3.skuId]: 80 },
      lastChunkDateTime: expect.stringMatching(/^2026-01-05T10:0/),
    });
    expect(await gathered(imports.finishedChunks(id))).toEqual(firsts);
    const rows = (await gathered(imports.results(id))).flat();
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
  });

  test('the moment of the latest chunk is kept: it is the sign of life of an import', async () => {
    const { imports, id, deliver } = await setup();
    expect(await imports.progress(id)).not.toHaveProperty('lastChunkDateTime');
    await deliver(3, 2, { finishedDateTime: '2026-01-05T10:00:00.000Z' });
    await deliver(1, 2, { finishedDateTime: '2026-01-05T11:00:00.000Z' });
    expect(await imports.progress(id)).toMatchObject({ lastChunkDateTime: '2026-01-05T11:00:00.000Z' });
  });

  test('results are paged by row, all or of one outcome', async () => {
    const { directory, imports, id } = await setup();
    for (const firstRow of [1, 501, 1001]) {
      const { rows } = chunkResult(id, firstRow, 500);
      const some = rows.map((row) => (row.rowNumber % 100 === 0 ? { ...row, outcome: 'refused' as const } : row));
      const result = chunkResult(id, firstRow, 500, { rows: some });
      await directory.addPeople({ people: [], seatsFrom: 'reserved', result });
    }
    const read = async (top: number, outcome?: 'refused', look?: number) => {
      const pages: number[][] = [];
      for (let after: number | undefined = 0; after !== undefined; ) {
        const { rows, next } = await imports.resultPage(id, {
          ...{ top, after, ...(outcome && { outcome }), ...(look && { look }) },
        });
        pages.push(rows.map(({ rowNumber }) => rowNumber));
        after = next;
      }
      return pages;
    };
    const all = Array.from({ length: 1500 }, (_, index) => index + 1);
    expect((await read(400)).map((page) => page.length)).toEqual([400, 400, 400, 300]);
    expect((await read(400)).flat()).toEqual(all);
    expect(await read(5, 'refused')).toEqual([
      [100, 200, 300, 400, 500],
      [600, 700, 800, 900, 1000],
      [1100, 1200, 1300, 1400, 1500],
    ]);
    // Whoever looks no further than so many rows finds the same, in shorter pages.
    expect(await read(7, 'refused', 400)).toEqual([
      [100, 200, 300, 400, 500],
      [600, 700, 800, 900, 1000],
      [1100, 1200, 1300, 1400, 1500],
      [],
    ]);
  });
});
