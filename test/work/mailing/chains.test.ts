/** A function that mails slowly has itself called again: each message names fewer people, so that the chain ends. */
import { pendingNotice } from '../../../shared/domain/outbox.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { newSystem } from '../imports/system.ts';

const names = Array.from({ length: 50 }, (_, n) => `p${n}`);

/** At the lowest rate that settings may have, shared by four calls; each call has time for one person. */
const slow = { mailsPerSecond: 0.5 / 4, shouldPause: () => true };

const setup = async () => {
  const system = newSystem();
  const warning = { kind: 'passwordWarning', days: 14, expiresAt: addDays(monday, 14) } as const;
  const people = names.map((name) => ({
    ...person(name, { otherMails: [`${name}@example.net`] }),
    pendingNotices: [pendingNotice(warning, defaultPolicy, monday)],
  }));
  for (const half of [people.slice(0, 25), people.slice(25)]) {
    await system.directory.addPeople({ people: half, seatsFrom: 'free' });
  }
  return { ...system, userIds: people.map(({ id }) => id) };
};

test.each(['credentials', 'notices'] as const)(
  'fifty messages of %s that the function sends to itself, one after the other: everybody is mailed once (case 37)',
  async (queue) => {
    const system = await setup();
    const first = queue === 'credentials' ? { userIds: system.userIds } : { kind: 'notices', userIds: system.userIds };
    await system.ports.queues[queue]([first as never]);
    let calls = 0;
    for (; system.queue.waiting.length > 0; calls += 1) {
      expect(system.queue.waiting).toHaveLength(1);
      const [message] = system.queue.waiting.splice(0);
      await system.take[queue](JSON.parse(message?.body ?? ''), { ...system.ports, ...slow });
    }
    expect(calls).toBe(50);
    expect(new Set(system.post.sent.map(({ to }) => to.join())).size).toBe(50);
    expect(system.post.sent).toHaveLength(50);
  },
);
