/** Sweeps at once, by an index that is out of date: the condition on a person's version decides. */

import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import type { Directory } from '../../../shared/work/directory.ts';
import { sweep } from '../../../shared/work/enforcement/sweep.ts';
import { settled } from '../../domain/enforcement/aging.ts';
import { monday } from '../../fakes/clock.ts';
import { noCredentials } from '../../fakes/no-credentials.ts';
import { idOf } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { fakePolicyMark } from '../../fakes/settings.ts';
import { sparingNobody } from '../../fakes/sparing.ts';
import { Life, mortal } from '../../work/imports/mortal.ts';
import { onEveryStore } from '../stores.ts';

/** As many calls as a sweep makes of a shard, and one more: the last one dies of nothing. */
const lives = [1, 2, 3, 4, 5];

onEveryStore((open) => {
  const setup = async () => {
    const { directory, audits, dates, earlierKeys, days, imports, batches, digests, optionFiles } = await open();
    const people = ['ada', 'bob', 'carl', 'dora'].map((name) => {
      return { ...settled(), id: idOf(name), userPrincipalName: `${name}@contoso.com` };
    });
    await directory.addPeople({ people, seatsFrom: 'free' });
    const ids = people.map(({ id }) => id);
    /** The index as it was before anybody was looked at, with somebody who is gone. */
    const due: Directory['due'] = async function* () {
      yield [...ids, idOf('nobody')];
    };
    const { queues, in: waitingIn } = fakeQueues();
    const now = addDays(monday, 76);
    const settings = {
      policyMark: fakePolicyMark(),
      file: { policy: defaultPolicy },
      policy: defaultPolicy,
      organisation: {},
    };
    const world = {
      ...settings,
      ...noCredentials,
      dates,
      earlierKeys,
      days,
      digests,
      optionFiles,
      imports,
      batches,
      queues,
      now: () => now,
      shouldPause: () => false,
      ...sparingNobody,
    };
    const ports = { ...world, directory: { ...directory, due } };
    const warnings = async () => {
      const range = { from: '!', before: '~', top: 100 };
      const pages = await Promise.all(ids.map((id) => audits.page({ of: { kind: 'target', id }, ...range })));
      return pages.map(({ entries }) => entries.length);
    };
    return { ports, ids, directory, warnings, told: () => waitingIn('notices').flatMap(({ userIds }) => userIds) };
  };

  test.each(lives)(
    'one of two sweeps dies after %i calls: each person is changed once, and told (cases 8, 32)',
    async (calls) => {
      const { ports, ids, directory, warnings, told } = await setup();
      const shard = { kind: 'shard', shard: 0 } as const;
      await Promise.allSettled([sweep(shard, ports), sweep(shard, mortal(ports, new Life(calls)))]);
      await sweep(shard, ports);
      const people = await directory.readPeople(ids);
      expect(people.map(({ password, pendingNotices }) => [password.warnedDays, pendingNotices.length])).toEqual(
        ids.map(() => [14, 1]),
      );
      expect(await warnings()).toEqual(ids.map(() => 1));
      expect(new Set(told())).toEqual(new Set(ids));
    },
  );
});
