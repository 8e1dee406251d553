/** A whole import on DynamoDB, each of whose messages is in two hands at once. */

import { imports } from '../../../shared/aws/imports/imports.ts';
import { directory } from '../../../shared/aws/people/directory.ts';
import { dueDates } from '../../../shared/aws/people/due-dates.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { Directory } from '../../../shared/work/directory.ts';
import { e3 } from '../../fakes/people.ts';
import { problemsOf } from '../../work/imports/check-a.ts';
import { newSystem, shuffled } from '../../work/imports/system.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';
import { remember } from '../remembered.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

/** 60 rows: two chunks, a licence that half of those who want it get, a double and an illegal name. */
const content = [
  'User Name,Display Name,Licenses,Alternate email address',
  ...Array.from({ length: 60 }, (_, index) => {
    const n = index + 1;
    const name = n === 40 ? 'no name' : `p${n === 55 ? 5 : n}@contoso.com`;
    return `${name},Person ${n},${n % 3 === 0 ? 'ENTERPRISEPACK' : ''},${n % 25 === 0 ? `p${n}@example.net` : ''}`;
  }),
].join('\n');

/** The same pages from a generator, which is how the system tells streams from calls. */
const pagesOf = (due: Directory['due']) =>
  async function* (...place: Parameters<Directory['due']>) {
    yield* due(...place);
  };

test('every message twice at once, in any order: each thing is done once (cases 10, 11)', async () => {
  const { client, ...tables } = await dynoxide.makeTables();
  const people = directory(client, tables, defaultPolicy);
  const stores = {
    directory: { ...people, due: pagesOf(people.due) },
    imports: imports(client, tables, defaultPolicy),
  };
  const system = newSystem({ stores });
  await stores.directory.putSku({ ...e3, enabled: 10 });
  await system.announce('people.csv', content);
  const delivery = { twice: true, pick: shuffled(1) };
  await system.drain(delivery);
  system.clock.pass({ minutes: 30 });
  await system.queue.queues.sweeps([{ kind: 'sweep' }]);
  await system.drain(delivery);
  await remember({ ...stores, dates: dueDates(client, tables.directory, defaultPolicy) }, system.memory);
  expect(await problemsOf(system)).toEqual([]);
  const [job] = [...system.memory.jobs.values()];
  expect(await stores.imports.progress(job?.id ?? '')).toMatchObject({ chunks: 2, created: 58, refused: 2 });
  expect(await stores.directory.readSku(e3.skuId)).toMatchObject({ free: 0, reserved: 0 });
  expect(await stores.directory.countWaiting(e3.skuId)).toBe(10);
});
