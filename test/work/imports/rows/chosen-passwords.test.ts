/** A chosen password is hashed as soon as it can be, and lies in the open nowhere on its way. */

import { setImmediate } from 'node:timers/promises';
import {
  type HashSlowly,
  hashChosenPassword,
  verifyPassword,
} from '../../../../shared/work/passwords/password-hash.ts';
import { hashCheaply } from '../../../fakes/cheap-hash.ts';
import { person } from '../../../fakes/people.ts';
import { problemsOf } from '../check-a.ts';
import { newSystem } from '../system.ts';

const [first, second] = ['Marked-Pa55word-One', 'Marked-Pa55word-Two'];

const setup = async (...rows: string[]) => {
  const system = newSystem();
  await system.announce('people.csv', ['User Name,Display Name,Password', ...rows].join('\n'));
  const personOf = (name: string) => system.directory.findByUserName(`${name}@contoso.com`);
  const rowResults = () =>
    [...system.memory.chunks.values()].flatMap((chunks) => [...chunks.values()]).flatMap(({ rows }) => rows);
  const hashBy = (hashSlowly: HashSlowly) => {
    system.ports.hashSlowly = hashSlowly;
  };
  return { ...system, personOf, rowResults, hashBy };
};

test('it opens the account, and is in no message, record, report or mail', async () => {
  const system = await setup(`ada@contoso.com,Ada,${first}`, 'bob@contoso.com,Bob,', `carl@contoso.com,Carl,short`);
  system.hashBy(hashChosenPassword);
  await system.drain();
  await system.sweepUntilQuiet();
  expect(await problemsOf(system, [first, 'short'])).toEqual([]);
  const [ada, bob] = [await system.personOf('ada'), await system.personOf('bob')];
  expect([ada?.password.source, bob?.password.source]).toEqual(['chosen', 'generated']);
  expect(ada?.password.hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/);
  expect(await verifyPassword(first, ada?.password.hash ?? '', hashChosenPassword)).toBe(true);
  expect(system.rowResults().map(({ code }) => code)).toEqual([undefined, undefined, 'PasswordLengthWrong']);
});

test('when the name is somebody else’s, no time is spent on its hash', async () => {
  const system = await setup(`ada@contoso.com,Ada,${first}`, `bob@contoso.com,Bob,${second}`);
  await system.drain({ only: ['files'] });
  await system.directory.addPeople({ people: [person('ada@contoso.com')], seatsFrom: 'free' });
  let hashes = 0;
  system.hashBy((...given) => {
    hashes += 1;
    return hashCheaply(...given);
  });
  await system.drain({ only: ['rows'] });
  expect(system.rowResults().map(({ code }) => code)).toEqual(['UserNameTaken', undefined]);
  expect(hashes).toBe(1);
});

test('however many there are, one hash is made at a time: each takes 128 MiB (case 48)', async () => {
  const system = await setup(`ada@contoso.com,Ada,${first}`, `bob@contoso.com,Bob,${second}`);
  await system.drain({ only: ['files'] });
  let atWork = 0;
  const most: number[] = [];
  system.hashBy(async (...given) => {
    atWork += 1;
    most.push(atWork);
    await setImmediate();
    atWork -= 1;
    return hashCheaply(...given);
  });
  await system.drain({ only: ['rows'] });
  expect(most).toEqual([1, 1]);
});

test('a claim on a name that nobody can be found for refuses its row, and holds nobody else back', async () => {
  const system = await setup('ada@contoso.com,Ada,', 'bob@contoso.com,Bob,');
  await system.drain({ only: ['files'] });
  system.memory.names.set('ada@contoso.com', 'nobody');
  await system.drain();
  expect(system.rowResults().map(({ outcome, code }) => code ?? outcome)).toEqual(['UserNameTaken', 'created']);
});

test('a sealed password opens for its own chunk alone', async () => {
  const system = await setup(`ada@contoso.com,Ada,${first}`);
  await system.drain({ only: ['files'] });
  const [message] = system.queue.in('rows');
  expect(JSON.stringify(message).includes(first)).toBe(false);
  const other = {
    ...message,
    firstRow: 2,
    lastRow: 2,
    rows: message.rows.map((row: object) => ({ ...row, rowNumber: 2 })),
  };
  await expect(system.take.rows(other, system.ports)).rejects.toThrow();
  expect(system.memory.people.size).toBe(0);
});
