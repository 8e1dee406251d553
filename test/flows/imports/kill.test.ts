/** kill -9 in the middle of a large import: the next start ends what was begun, and does nothing twice. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gathered } from '../driver/api.ts';
import { checked } from '../driver/check.ts';
import { csv, reportRows } from '../driver/import-files.ts';
import { type KillMoment, killMoments, kills, seed } from '../driver/kill-moments.ts';
import { dataFolderOf, startSecondEngine } from '../driver/local-engine.ts';
import { mailedPasswords } from '../driver/mailbox.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { administrator, newLicence } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import type { Import, Licence, User } from '../driver/resources.ts';
import { testLocally } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

const engine = ownEngine();
let muster: Muster;
afterAll(() => engine.end());

/**
 * Enough to be killed twice in their midst; KILLED_ROWS=10000 takes two minutes of two cores, and KILLS=20
 * KILLED_ROWS=50000 is the long run.
 */
const count = Number(process.env.KILLED_ROWS ?? 800);
/** Fewer than rows, so that the order of the rows decides who has one. */
const seats = count - 10;
const key = 'everybody.csv';
/** Seconds for any part of it. */
const patience = 300 + count / 20;
const milliseconds = (kills * 60 + 2 * patience) * 1000;

const rowNumbers = Array.from({ length: count }, (_, index) => index + 1);
const nameOf = (row: number) => `p${String(row).padStart(5, '0')}@contoso.com`;
let plan: Licence;

const minutesLater = async (minutes: number) =>
  controlOf(muster).daysAfter(await controlOf(muster).now(), minutes / 1440);

/** Waits for the import to be so far. Where its messages have died with the engine too often, the sweep finds it. */
const importWhen = async (what: string, fits: (found: Import | undefined) => boolean): Promise<Import | undefined> => {
  let [before, stillLooks] = [-1, 0];
  const look = async () => {
    const [found] = await muster.files.importsOf(key);
    stillLooks = found?.created === before ? stillLooks + 1 : 0;
    before = found?.created ?? -1;
    if (stillLooks % 100 === 99) await minutesLater(25);
    return found;
  };
  return waitFor(what, look, fits, { seconds: patience, every: 0.3 });
};

const isOver = (found: Import | undefined) => found !== undefined && !['notStarted', 'running'].includes(found.status);

/** Kills it at a moment, and starts it again. */
const killAt = async ({ progress, later }: KillMoment): Promise<void> => {
  const isSoFar = (found: Import | undefined) => found !== undefined && found.created >= progress * count;
  const found = await importWhen(`${progress} of the import`, (one) => isSoFar(one) || isOver(one));
  await sleep(later);
  await engine.kill();
  if (process.env.KILLS) process.stderr.write(`Killed ${later} ms after ${found?.created} were created.\n`);
  muster = await engine.start();
};

const everybody = () => gathered(muster.api.walk<User>('/v1.0/users?$top=999'));

testLocally(
  `an import of ${count}, killed ${kills} times (KILL_SEED=${seed}), ends with everybody once (cases 1, 3, 4)`,
  async () => {
    muster = await engine.start();
    plan = await newLicence(muster, seats);
    const rows = rowNumbers.map((row) => [nameOf(row), `Person ${row}`, 'NL', plan.skuPartNumber]);
    await muster.files.putFile(key, csv(['User Name', 'Display Name', 'Usage Location', 'Licenses'], rows));
    for (const moment of killMoments()) await killAt(moment);

    const over = (await importWhen('the end of the import', isOver)) as Import;
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
  milliseconds,
);

testLocally(
  'every mail that was owed is sent, and the last one to each person has the password that works (case 6)',
  async () => {
    let before = -1;
    await waitFor(
      'every mail to be sent, and marked as sent, that of the results too',
      async () => {
        const people = (await everybody()).filter(({ credentialMail }) => credentialMail.state === 'owed').length;
        const results = await muster.mailbox.find({ to: administrator, about: `Import of ${key}` });
        const owed = people + (results.length > 0 ? 0 : 1);
        // What the killed engine had in hand, mailed or not, is nobody's now: the sweep finds it when its time has come.
        if (owed === before) await minutesLater(20);
        before = owed;
        return owed;
      },
      (owed) => owed === 0,
      { seconds: patience, every: 3 },
    );
    const mailed = await mailedPasswords(muster.mailbox);
    expect([...mailed.keys()].sort()).toEqual(rowNumbers.map(nameOf));
    const { findings, checked: looked } = await checked(join(dataFolderOf(engine.home), 'outputs.json'));
    expect(findings).toEqual([]);
    expect(looked['mailed-passwords']).toBe(count);
    const results = await muster.mailbox.mails({ to: administrator, about: `Import of ${key}` }, 1);
    const subject = `Import of ${key}: ${count.toLocaleString('en')} created`;
    expect(new Set(results.map((mail) => mail.subject))).toEqual(new Set([subject]));
    // Once more for each time that it was killed between the mail and the mark that it was sent.
    expect(results.length).toBeLessThanOrEqual(1 + kills);
    if (!process.env.KILLS) return;
    const again = [...mailed.values()].filter((passwords) => passwords.length > 1).length;
    process.stderr.write(`${again} of ${mailed.size} people were mailed more than once; ${results.length} results.\n`);
  },
  milliseconds,
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
    expect((await mailedPasswords(muster.mailbox)).size).toBe(count);
  },
  milliseconds,
);
