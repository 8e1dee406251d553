/** kill -9 in the middle of a large import: the next start ends what was begun, and does nothing twice. */
import { afterAll, expect } from '@jest/globals';
import { gathered } from './driver/api.ts';
import { csv, reportRows } from './driver/import-files.ts';
import { startSecondEngine } from './driver/local-engine.ts';
import { controlOf, type Muster } from './driver/muster.ts';
import { administrator, newLicence } from './driver/names.ts';
import { ownEngine } from './driver/own-engine.ts';
import type { Import, Licence, User } from './driver/resources.ts';
import { testLocally } from './driver/shared-muster.ts';
import { isHashOf, storedHashes } from './driver/stored-passwords.ts';
import { waitFor } from './driver/wait-for.ts';

const engine = ownEngine();
let muster: Muster;
afterAll(() => engine.end());

/** Enough to be killed twice in their midst; KILLED_ROWS=10000 takes two minutes of two cores, and is what CI does. */
const count = Number(process.env.KILLED_ROWS ?? 3_000);
/** Fewer than rows, so that the order of the rows decides who has one. */
const seats = count - 10;
const key = 'everybody.csv';

const rowNumbers = Array.from({ length: count }, (_, index) => index + 1);
const nameOf = (row: number) => `p${String(row).padStart(5, '0')}@contoso.com`;
let plan: Licence;

/** Kills it when so many people are there, and starts it again. */
const killAt = async (created: number): Promise<void> => {
  const at = await waitFor(
    `${created} people to be created`,
    async () => (await muster.files.importsOf(key))[0],
    (found) => (found?.created ?? 0) >= created,
    { seconds: 120 },
  );
  expect(at?.status).toBe('running');
  await engine.kill();
  muster = await engine.start();
};

const everybody = () => gathered(muster.api.walk<User>('/v1.0/users?$top=999'));

/** The passwords that were mailed, by user name, in the order of the mails. */
const mailedPasswords = async (): Promise<Map<string, string[]>> => {
  const passwords = new Map<string, string[]>();
  for (const { text } of await muster.mailbox.all()) {
    for (const [, name = '', password = ''] of text.matchAll(/User name: (\S+)\n {2}Password: (\S+)/g)) {
      passwords.set(name, [...(passwords.get(name) ?? []), password]);
    }
  }
  return passwords;
};

testLocally(
  `an import of ${count} that is killed twice ends with everybody once`,
  async () => {
    muster = await engine.start();
    plan = await newLicence(muster, seats);
    const rows = rowNumbers.map((row) => [nameOf(row), `Person ${row}`, 'NL', plan.skuPartNumber]);
    await muster.files.putFile(key, csv(['User Name', 'Display Name', 'Usage Location', 'Licenses'], rows));
    await killAt(count / 10);
    await killAt(count / 2);

    const [{ id } = { id: '' }] = await muster.files.importsOf(key);
    const over: Import = await muster.files.follow(id, 240);
    expect(over).toMatchObject({ status: 'succeeded', rows: count, created: count, refused: 0 });
    expect(over.licences).toEqual([expect.objectContaining({ needed: count, granted: seats, short: count - seats })]);

    const people = await everybody();
    expect(people.map(({ userPrincipalName }) => userPrincipalName)).toEqual(rowNumbers.map(nameOf));
    expect(people.filter(({ assignedLicenses }) => assignedLicenses.length === 1)).toHaveLength(seats);
    expect(people.slice(seats).every(({ waitingLicenses }) => waitingLicenses.length === 1)).toBe(true);
    expect(await muster.api.licence(plan.skuId)).toMatchObject({ consumedUnits: seats, reservedUnits: 0 });

    const lines = reportRows(await muster.files.reportFile(over));
    expect(lines.map((line) => Number(line.Row))).toEqual(rowNumbers);
    expect(lines.every(({ Outcome }) => Outcome === 'created')).toBe(true);
  },
  400_000,
);

testLocally(
  'every mail that was owed is sent, and the last one to each person has the password that works',
  async () => {
    let before = -1;
    await waitFor(
      'every mail to be sent, and marked as sent',
      async () => {
        const owed = (await everybody()).filter(({ credentialMail }) => credentialMail.state === 'owed').length;
        // What the killed engine had in hand, mailed or not, is nobody's now: the sweep finds it when its time has come.
        if (owed === before) await controlOf(muster).daysAfter(await controlOf(muster).now(), 20 / 1440);
        before = owed;
        return owed;
      },
      (owed) => owed === 0,
      { seconds: 300, every: 3 },
    );
    const [mailed, hashes] = [await mailedPasswords(), await storedHashes(muster)];
    expect(hashes.size).toBe(count);
    const wrong = rowNumbers
      .map(nameOf)
      .filter((name) => !isHashOf(mailed.get(name)?.at(-1) ?? '', hashes.get(name) ?? ''));
    expect(wrong).toEqual([]);
    const results = await muster.mailbox.mails({ to: administrator, about: `Import of ${key}` }, 1);
    expect(results.map(({ subject }) => subject)).toEqual([
      `Import of ${key}: ${count.toLocaleString('en')} created, 0 refused`,
    ]);
  },
  400_000,
);

testLocally(
  'the next start finds everybody, and imports nothing again',
  async () => {
    const second = await startSecondEngine(engine.home);
    expect(second.code).toBe(1);
    expect(second.printed).toMatch(/^Muster already runs on .+; stop it first, or choose another folder.+$/m);

    await engine.kill();
    muster = await engine.start();
    await controlOf(muster).quiet(/Files|Rows/);
    expect(await everybody()).toHaveLength(count);
    expect(await muster.files.importsOf(key)).toHaveLength(1);
    expect((await mailedPasswords()).size).toBe(count);
  },
  200_000,
);
