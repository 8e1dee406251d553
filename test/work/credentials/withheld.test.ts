/** Credentials that an import scheduled go out while somebody stands behind it, and to nobody when its owner is gone. */
import type { Principal } from '../../../shared/domain/principal.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, person } from '../../fakes/people.ts';
import { fileOf, imports } from '../imports/ask-import.ts';
import { Life } from '../imports/mortal.ts';
import { newSystem } from '../imports/system.ts';

const file = fileOf('User Name,Display Name,Send Credentials To', [
  'p1@contoso.com,Person 1,attacker@evil.example',
  'p2@contoso.com,Person 2,attacker@evil.example',
]);

const setup = async () => {
  const system = newSystem();
  const eve = { ...person('eve', {}, { credentials: 'none' }), roles: ['Global Administrator'] };
  await system.directory.addPeople({ people: [eve], seatsFrom: 'free' });
  const owner: Principal = { kind: 'person', id: eve.id, displayName: eve.displayName, roles: eve.roles };
  const moment = addDays(monday, 3);
  const work = imports(system);
  const id = await work.begin(file, { credentials: 'later', sendCredentialsDateTime: moment }, owner);
  await system.drain();
  const block = () => system.memory.people.set(eve.id, { ...eve, accountEnabled: false });
  /** The moment comes, and a sweep. */
  const sweep = async (life?: Life) => {
    await system.ports.queues.sweeps([{ kind: 'sweep' }]);
    await system.drain(life ? { life } : {});
  };
  const mails = () => system.post.sent.filter(({ to }) => to.includes('attacker@evil.example')).length;
  const states = () =>
    [...system.memory.people.values()]
      .filter(({ importId }) => importId === id)
      .map(({ credentialMail }) => credentialMail.state);
  return { system, id, block, sweep, mails, states };
};

test('at their moment they are mailed', async () => {
  const { system, sweep, mails, states } = await setup();
  system.clock.pass({ days: 4 });
  await sweep();
  expect([mails() > 0, states(), system.aside]).toEqual([true, ['sent', 'sent'], []]);
});

test('they are kept back when its owner is blocked by then, an operator is told, and another administrator has them sent (weakness 1)', async () => {
  const { system, id, block, sweep, mails, states } = await setup();
  block();
  system.clock.pass({ days: 4 });
  await sweep();
  await sweep();
  expect([mails(), states()]).toEqual([0, ['held', 'held']]);
  expect(new Set(system.aside.map(({ about }) => JSON.stringify(about)))).toEqual(
    new Set([JSON.stringify({ importId: id })]),
  );
  const told = system.memory.audit.filter(({ activityDisplayName }) => activityDisplayName === 'Withhold credentials');
  expect(told).toEqual([]);
  const requestedBy = { ...administrator, kind: 'operator', roles: [...administrator.roles] } as const;
  const walk = {
    kind: 'credentials',
    importId: id,
    resend: false,
    requestedAt: system.clock.now(),
    requestedBy,
  } as const;
  await system.ports.queues.sweeps([walk]);
  await system.drain();
  expect([mails(), states()]).toEqual([1, ['sent', 'sent']]);
});

test('killed after any call of the sweep, nobody is mailed all the same (weakness 1)', async () => {
  for (let calls = 1; ; calls += 1) {
    const { system, block, sweep, mails, states } = await setup();
    block();
    system.clock.pass({ days: 4 });
    const life = new Life(calls);
    await sweep(life);
    for (let hours = 0; hours < 6; hours += 1) {
      system.clock.pass({ minutes: 60 });
      await sweep();
    }
    expect([calls, mails(), states()]).toEqual([calls, 0, ['held', 'held']]);
    if (!life.isOver) return;
  }
});
