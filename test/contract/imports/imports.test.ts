/** An import is recorded once, and each of its stages ends by one write that a second delivery loses. */
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf, job } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async () => {
    const { imports } = await open();
    const begun = await imports.begin(job());
    return { imports, begun };
  };

  test('an import begins once: who announces it again gets what is recorded', async () => {
    const { imports, begun } = await setup();
    expect(begun).toEqual(job());
    await imports.advance(begun, { ...begun, nextRow: 40 });
    const again = { ...job(), createdDateTime: addSeconds(monday, 60) };
    expect(await imports.begin(again)).toEqual({ ...begun, nextRow: 40 });
    expect(await imports.read(begun.id)).toEqual({ ...begun, nextRow: 40 });
    expect(await imports.read(idOf('no import'))).toBeUndefined();
    expect((await imports.list({ top: 10 })).jobs).toHaveLength(1);
  });

  test('announced twice at once, it begins once (case 12)', async () => {
    const { imports } = await setup();
    const moments = [1, 2, 3, 4].map((seconds) => addSeconds(monday, seconds));
    const begun = await Promise.all(
      moments.map((createdDateTime) => imports.begin(job('other.csv', { createdDateTime }))),
    );
    const [first] = begun;
    expect(begun).toEqual(begun.map(() => first));
    expect((await imports.list({ top: 10 })).jobs).toHaveLength(2);
  });

  test('it advances along its file and its stages, and never back', async () => {
    const { imports, begun } = await setup();
    const at = (nextRow: number, stage: ImportJob['stage'] = 'sending'): ImportJob => ({ ...begun, stage, nextRow });
    expect(await imports.advance(begun, at(1))).toBe(true);
    expect(await imports.advance(begun, at(1))).toBe(false);
    expect(await imports.advance(at(1), at(500))).toBe(true);
    expect(await imports.advance(at(1), at(400))).toBe(false);
    expect(await imports.advance(at(1), at(500, 'provisioning'))).toBe(true);
    expect(await imports.advance(at(500), at(900))).toBe(false);
    expect(await imports.read(begun.id)).toEqual(at(500, 'provisioning'));
  });

  test('an import that was never begun does not advance', async () => {
    const { imports } = await setup();
    const unknown = job('unknown.csv');
    expect(await imports.advance(unknown, unknown)).toBe(false);
    expect(await imports.revive(unknown, unknown)).toBe(false);
    expect(await imports.read(unknown.id)).toBeUndefined();
  });

  test('of two sweeps that revive it, one does, even to an earlier stage (cases 2, 32)', async () => {
    const { imports, begun } = await setup();
    const standing: ImportJob = { ...begun, stage: 'provisioning', nextRow: 900 };
    await imports.advance(begun, standing);
    const revived: ImportJob = { ...standing, stage: 'sending', nextRow: 1, revivals: 1 };
    const outcomes = await Promise.all([imports.revive(standing, revived), imports.revive(standing, revived)]);
    expect(outcomes.toSorted()).toEqual([false, true]);
    expect(await imports.read(begun.id)).toEqual(revived);
    const back: ImportJob = { ...revived, stage: 'provisioning', nextRow: 900 };
    await imports.advance(revived, back);
    expect(await imports.revive(standing, revived)).toBe(false);
    expect(await imports.revive(back, { ...revived, revivals: 2 })).toBe(true);
  });

  test('it is open until it is closed', async () => {
    const { imports, begun } = await setup();
    const other = await imports.begin(job('other.csv'));
    const ids = [begun.id, other.id].toSorted();
    expect(await imports.openPage({ top: 10 })).toEqual({ ids });
    expect(await imports.openPage({ top: 1 })).toEqual({ ids: [ids[0]], next: ids[0] });
    expect((await imports.openPage({ top: 1, after: ids[0] })).ids).toEqual([ids[1]]);
    await imports.close(begun.id);
    await imports.close(begun.id);
    expect([await imports.isOpen(begun.id), await imports.isOpen(other.id)]).toEqual([false, true]);
    expect((await imports.openPage({ top: 10 })).ids).toEqual([other.id]);
    expect(await imports.read(begun.id)).toEqual(begun);
  });

  test('imports are listed newest first, a page at a time', async () => {
    const { imports } = await setup();
    for (let minute = 1; minute <= 9; minute += 1) {
      await imports.begin(job(`file ${minute}`, { createdDateTime: addSeconds(monday, minute * 60) }));
    }
    const pages: string[][] = [];
    for (let after: string | undefined = '~'; after !== undefined; ) {
      const page = await imports.list({ top: 4, ...(after !== '~' && { after }) });
      pages.push(page.jobs.map(({ file }) => file.key));
      after = page.next;
    }
    const inOrder = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((minute) => `file ${minute}`);
    expect(pages.flat()).toEqual([...inOrder, 'people.csv']);
    expect(pages.every((page) => page.length <= 4)).toBe(true);
  });
});
