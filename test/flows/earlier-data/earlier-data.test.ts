/**
 * Data of an earlier release, left in the midst of its work, is opened by this one: what was begun comes to its end, and
 * every item and message still means what it meant. Local: here time can be set to that of the data.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { gathered } from '../driver/api.ts';
import { checked } from '../driver/check.ts';
import { dataFolderOf } from '../driver/local-engine.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { ownEngine } from '../driver/own-engine.ts';
import type { Import, Licence, Page, User } from '../driver/resources.ts';
import { testLocally } from '../driver/shared-muster.ts';
import { signIn, withToken } from '../driver/signing-in.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';
import { unpack } from './archive.ts';
import { type Notes, takeNotes } from './notes.ts';

const commits = readdirSync(import.meta.dirname).flatMap((name) => /^(\w+)\.tar\.gz$/.exec(name)?.[1] ?? []);
const minutes = 60_000;
/** The queue of sweeps holds what is put off for a quarter of an hour. */
const atWork = /Files|Rows|Credentials|Notices|Deliveries/;

describe.each(commits)('data of %s', (commit) => {
  const engine = ownEngine();
  const dataFolder = dataFolderOf(engine.home);
  let muster: Muster;
  let notes: Notes;

  beforeAll(async () => {
    if (!isLocal) return;
    unpack(join(import.meta.dirname, `${commit}.tar.gz`), dataFolder);
    notes = takeNotes(dataFolder);
    // The time in it goes on where it stopped, however long ago that is: the engine keeps by how much time is moved.
    writeFileSync(join(dataFolder, 'clock'), String(Date.parse(notes.madeAt) - Date.now()));
    muster = await engine.start();
  }, 2 * minutes);
  afterAll(() => engine.end());

  const user = (id: string) => muster.api.user(id);
  const ended = (id: string): Promise<Import> => muster.files.follow(id, 240);
  const everybody = () => gathered(muster.api.walk<User>('/v1.0/users?$top=999'));
  const minutesLater = async (count: number) =>
    controlOf(muster).daysAfter(await controlOf(muster).now(), count / 1440);

  testLocally('whoever was signed in still is, passwords and secrets are good, roles are held (case 49)', async () => {
    const { administrator, application, people } = notes;
    const since = (await controlOf(muster).now()).getTime() - Date.parse(notes.madeAt);
    expect(since).toBeGreaterThanOrEqual(0);
    expect(since).toBeLessThan(10 * minutes);
    const asked = await withToken(muster, administrator.session)('GET', `/v1.0/users/${people.changed}`);
    expect([asked.status, asked.body]).toMatchObject([
      200,
      { jobTitle: 'Pilot', city: 'Delft', displayName: 'Änne Öz' },
    ]);
    expect((await signIn(muster, administrator.name, administrator.password)).status).toBe(200);
    const grant = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: application.appId,
      client_secret: application.secret,
      scope: 'https://graph.microsoft.com/.default',
    });
    const answer = await fetch(`${muster.outputs.ApiUrl}/oauth2/v2.0/token`, { method: 'POST', body: grant });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    expect((await withToken(muster, token)('GET', '/v1.0/users?$top=1')).status).toBe(200);
  });

  testLocally(
    'the import that stood still goes on to its end, and everybody in it exists once (cases 1, 49)',
    async () => {
      const { id, rows, refused, names, skuId } = notes.standing;
      const created = rows - refused;
      expect(await ended(id)).toMatchObject({ status: 'succeeded', rows, created, refused });
      const people = (await everybody()).filter(({ userPrincipalName }) => names.includes(userPrincipalName));
      expect(people.map(({ userPrincipalName }) => userPrincipalName)).toEqual(names);
      const lines = await muster.api.report(id, '?$top=1000');
      expect(lines.map(({ rowNumber }) => rowNumber)).toEqual(Array.from({ length: rows }, (_, index) => index + 1));

      expect(await ended(notes.resumed.id)).toMatchObject({ status: 'succeeded', created: notes.resumed.rows });
      const late = await muster.files.importOf(notes.late.key);
      expect(late).toMatchObject({ status: 'succeeded', created: notes.late.rows });
      const seats = (await muster.api.licence(skuId)) as Licence;
      await controlOf(muster).quiet(/Files|Rows/);
      const holding = (await everybody()).filter(({ assignedLicenses }) =>
        assignedLicenses.some((licence) => licence.skuId === skuId),
      );
      expect([seats.reservedUnits, holding.length]).toEqual([0, notes.standing.seats + 10]);
    },
    5 * minutes,
  );

  testLocally(
    'people with an employee id are found by it, get the claim on it, and two who have one keep it (case 49)',
    async () => {
      const { licensed, waiting, inGrace, changed } = notes.people;
      const { clients, outputs, api } = muster;
      // As that release kept it: in the person's record, and nowhere else.
      const given: [string, string][] = [
        [licensed, 'E-7'],
        [waiting, 'e-7'],
        [inGrace, 'E-8'],
      ];
      for (const [id, employeeId] of given) {
        await clients.dynamodb.send(
          new UpdateCommand({
            TableName: outputs.DirectoryTableName,
            Key: { pk: `USER#${id}`, sk: 'USER' },
            UpdateExpression: 'SET employeeId = :id',
            ExpressionAttributeValues: { ':id': employeeId },
          }),
        );
      }
      const found = async (employeeId: string) =>
        (await gathered(api.walk<User>(`/v1.0/users?$filter=employeeId eq '${employeeId}'`)))
          .map(({ id }) => id)
          .sort();
      const both = [licensed, waiting].sort();
      expect([await found('E-7'), await found('E-8')]).toEqual([both, [inGrace]]);
      const claims = async () => {
        const { Items = [] } = await clients.dynamodb.send(new ScanCommand({ TableName: outputs.DirectoryTableName }));
        return Items.filter(({ pk }) => String(pk).startsWith('KEY#')).length;
      };
      await waitFor(
        'the claims to be given',
        async () => {
          if ((await claims()) < 2) await minutesLater(16);
          return claims();
        },
        (count) => count === 2,
        { seconds: 100, every: 3 },
      );
      await controlOf(muster).quiet(atWork);
      expect([await found('E-7'), await found('E-8')]).toEqual([both, [inGrace]]);
      const taking = await api.ask('PATCH', `/v1.0/users/${changed}`, { employeeId: 'E-7' });
      expect([taking.status, taking.body]).toMatchObject([409, { error: { code: 'EmployeeIdTaken' } }]);
      const { told } = await checked(join(dataFolder, 'outputs.json'));
      expect(told['source-keys']).toEqual([expect.stringContaining(`person ${licensed}`)]);
    },
    3 * minutes,
  );

  testLocally(
    'everybody is mailed, and all holds (cases 6, 49)',
    async () => {
      let before = -1;
      await waitFor(
        'every mail to be sent',
        async () => {
          const owed = (await everybody()).filter(({ credentialMail }) => credentialMail.state !== 'sent').length;
          if (owed === before) await minutesLater(20);
          before = owed;
          return owed;
        },
        (owed) => owed === 0,
        { seconds: 200, every: 3 },
      );
      await controlOf(muster).quiet(atWork);
      const texts = (await muster.mailbox.all()).map(({ text }) => text);
      expect(notes.standing.names.filter((name) => !texts.some((text) => text.includes(name)))).toEqual([]);
      const { findings, checked: looked } = await checked(join(dataFolder, 'outputs.json'), { secrets: notes.secrets });
      expect(findings).toEqual([]);
      expect(Object.entries(looked).filter(([, count]) => count === 0)).toEqual([]);
    },
    5 * minutes,
  );

  testLocally('each import that had ended is what it was, and its report is there', async () => {
    const { imports } = notes;
    const status = async (name: keyof Notes['imports']) => (await muster.api.import(imports[name])).status;
    expect(
      await Promise.all(
        (Object.keys(imports) as (keyof Notes['imports'])[]).map(async (name) => [name, await status(name)]),
      ),
    ).toEqual(
      Object.entries({
        finished: 'succeeded',
        updated: 'succeeded',
        dryRun: 'succeeded',
        undone: 'succeeded',
        cancelled: 'cancelled',
        failed: 'failed',
        keptBack: 'succeeded',
      }),
    );
    expect(await muster.api.report(imports.finished)).toHaveLength(12);
    expect(await muster.files.reportFile(await muster.api.import(imports.updated))).toContain('updated');
  });

  testLocally(
    'what falls due of people comes as it would have come',
    async () => {
      const { people } = notes;
      expect(await user(people.licensed)).toMatchObject({ mailbox: { state: 'active' } });
      expect(await user(people.waiting)).toMatchObject({ waitingLicenses: [expect.anything()] });
      expect(await user(people.inGrace)).toMatchObject({ mailbox: { state: 'grace' } });
      expect(await user(people.disabled)).toMatchObject({ mailbox: { state: 'disabled' } });
      expect(await user(people.lapsed)).toMatchObject({ passwordState: 'lapsed' });
      expect(await user(people.bounced)).toMatchObject({ credentialMail: { deliveryStatus: 'bounced' } });
      const deleted = async () =>
        (
          (await muster.api.ask('GET', '/v1.0/directory/deletedItems/microsoft.graph.user')).body as Page<User>
        ).value.map(({ id }) => id);
      expect(await deleted()).toContain(people.deleted);
      expect(await deleted()).not.toContain(people.purged);

      await controlOf(muster).daysAfter(notes.madeAt, 31);
      await waitFor('who was deleted to be purged', deleted, (ids) => !ids.includes(people.deleted));
      const mailboxOf = async (id: string) => (await user(id)).mailbox?.state;
      await waitFor(
        'the mailbox to be disabled',
        () => mailboxOf(people.inGrace),
        (state) => state === 'disabled',
      );
      await controlOf(muster).quiet(atWork);
      expect((await checked(join(dataFolder, 'outputs.json'))).findings).toEqual([]);
    },
    3 * minutes,
  );
});
