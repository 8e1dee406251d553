/** The mailboxes of a directory as the file of a cutover migration: of a played source, and of a real domain controller. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listMailboxes } from '../../clients/sync/mailboxes/list-mailboxes.ts';
import { mailboxScope } from '../../clients/sync/mailboxes/mailbox-scope.ts';
import { recipientHeadings } from '../../clients/sync/mailboxes/recipient.ts';
import { type DirectoryPerson, peopleAtOnce } from '../../clients/sync/source/account-source.ts';
import { SyncFault } from '../../clients/sync/sync-fault.ts';
import { readFile } from '../../shared/files/reading/read-file.ts';
import { storedFile } from '../fakes/files.ts';
import { credentials, playMuster } from './played-muster.ts';
import { addExchangeSchema } from './samba/exchange-schema.ts';
import { sambaWorld } from './samba/samba-world.ts';
import { agentPassword } from './samba/smb-conf.ts';
import type { World } from './world.ts';
import { describeWithSamba } from './worlds.ts';

const root = resolve(import.meta.dirname, '../..');

const person = (name: string, attributes: Record<string, string[]> = {}): DirectoryPerson => ({
  objectGuid: name,
  distinguishedName: `CN=${name},DC=corp,DC=local`,
  attributes: { samaccountname: [name], mail: [`${name}@contoso.com`], ...attributes },
});
const played = (people: readonly DirectoryPerson[], named = people.map(({ objectGuid }) => objectGuid)) => ({
  changes: async () => ({
    scope: 'full' as const,
    ids: (async function* () {
      yield* named;
    })(),
    cookie: () => '',
  }),
  people: async (ids: readonly string[]) => {
    if (ids.length > peopleAtOnce) throw new Error('too many');
    return people.filter(({ objectGuid }) => ids.includes(objectGuid));
  },
});
const lines = (csv: string): string[] => csv.trimEnd().split('\r\n');

describe('of a played source', () => {
  test('each once, however often and in what order they are named, and as many as there are', async () => {
    const people = Array.from({ length: 250 }, (_, at) => person(`p${String(at).padStart(3, '0')}`));
    const names = people.map(({ objectGuid }) => objectGuid);
    const once = await listMailboxes(played(people));
    expect(once.rows).toBe(250);
    expect(await listMailboxes(played(people, [...names.toReversed(), ...names, 'nobody']))).toEqual(once);
  });

  test("the primary address is the user name, names are those of the directory, and cells no spreadsheet's formula", async () => {
    const { csv } = await listMailboxes(
      played([
        person('ada', {
          proxyaddresses: ['smtp:ada@old.example', 'SMTP:ada.lovelace@contoso.com'],
          ...{ mailnickname: ['ada'], givenname: ['Ada'], sn: ['Lovelace, Countess'], title: ['=1+1'], cn: ['Ada L'] },
        }),
      ]),
    );
    const [headings, row] = lines(csv);
    expect(headings).toBe(recipientHeadings.join(','));
    expect(row).toBe(
      'ada.lovelace@contoso.com,ada,Ada L,Ada,"Lovelace, Countess",\'=1+1,,,,,,,,SMTP:ada.lovelace@contoso.com;smtp:ada@old.example,UserMailbox,False',
    );
  });

  test('the file is read as what it is, with everything that was in the directory', async () => {
    const ada = person('ada', {
      ...{ displayname: ['Ada Lovelace'], givenname: ['Ada'], sn: ['Lovelace'], l: ['Köln'], mailnickname: ['ada'] },
      ...{ telephonenumber: ['+49 221 1'], department: ['R&D'] },
    });
    const { csv } = await listMailboxes(played([ada]));
    const file = await readFile(storedFile(Buffer.from(csv)));
    expect(file.isMigration).toBe(true);
    const drafts: unknown[] = [];
    for await (const rows of file.rows) drafts.push(...rows.map(({ draft }) => draft));
    expect(drafts).toMatchObject([
      {
        ...{ userPrincipalName: 'ada@contoso.com', displayName: 'Ada Lovelace', mailNickname: 'ada', city: 'Köln' },
        ...{ businessPhones: ['+49 221 1'], department: 'R&D', migratedMailbox: true },
      },
    ]);
  });

  test('who has no address is counted, and who is nobody is not told', async () => {
    const nobody = [person('SystemMailbox{1}', {}), person('x', { msexchrecipienttypedetails: ['536870912'] })];
    const people = [person('a', { mail: [] }), ...nobody];
    expect(await listMailboxes(played(people))).toMatchObject({ rows: 0, withoutAddress: 1 });
  });

  test('a source that fails in the midst gives no list', async () => {
    const source = { ...played([person('a')]), people: () => Promise.reject(new SyncFault('DirectoryLost', 'Gone.')) };
    await expect(listMailboxes(source)).rejects.toMatchObject({ code: 'DirectoryLost' });
  });

  test("the settings' own filter holds as well", () => {
    const { filter, ...places } = mailboxScope({ organizationalUnits: ['u'], filter: '(l=Bonn)' });
    expect([filter, places]).toEqual([
      expect.stringMatching(/^\(&\(l=Bonn\)\(&\(msExchMailboxGuid=\*\)/),
      { organizationalUnits: ['u'] },
    ]);
  });
});

describeWithSamba('of a domain controller', (controllerOf) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-mailboxes-'));
  let world: World;
  let muster: Awaited<ReturnType<typeof playMuster>>;
  let staff: string;
  beforeAll(async () => {
    const controller = controllerOf();
    await addExchangeSchema(controller);
    world = await sambaWorld(controller, 'Exchange');
    muster = await playMuster();
    staff = await world.addUnit('Staff');
    const mailbox = { msExchMailboxGuid: 'sixteen bytes 16', msExchRecipientTypeDetails: '1' };
    const add = (name: string, values: Record<string, string | string[]>, unit = staff) =>
      world.addPerson(name, unit, { mail: `${name}@contoso.com`, displayName: `Name of ${name}`, ...values });
    await add('ada', {
      ...mailbox,
      mailNickname: 'ada',
      proxyAddresses: ['SMTP:ada@contoso.com', 'smtp:a@old.example'],
    });
    await add('bob', { ...mailbox, department: 'Vertrieb Süd', msExchHideFromAddressLists: 'FALSE' });
    await add('hidden', { ...mailbox, msExchHideFromAddressLists: 'TRUE' });
    await add('room', { ...mailbox, msExchRecipientTypeDetails: '16' });
    await add('plain', {});
    await add('elsewhere', mailbox, await world.addUnit('Elsewhere'));
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    await muster?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (...args: string[]) => {
    const controller = controllerOf();
    const [settings, passwordFile] = [join(folder, 'muster-sync.json'), join(folder, 'password')];
    writeFileSync(passwordFile, agentPassword);
    chmodSync(passwordFile, 0o600);
    const directory = {
      ...{ controllers: [controller.url], caFile: controller.caFile, passwordFile, timeoutSeconds: 60 },
      // Nothing is deleted by a list: an account that may not see deletions is enough.
      account: 'svc-plain@corp.local',
    };
    const api = { url: muster.url, clientId: credentials.clientId };
    writeFileSync(settings, JSON.stringify({ api, directory, scope: { organizationalUnits: [staff] } }));
    const child = spawn(
      process.execPath,
      [join(root, 'clients/launch.mjs'), join(root, 'clients/sync-directory.ts'), '--mailboxes', ...args],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, MUSTER_CLIENT_SECRET: credentials.secret, TMPDIR: folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const told = { out: '', err: '' };
    child.stdout.on('data', (piece) => (told.out += piece));
    child.stderr.on('data', (piece) => (told.err += piece));
    return new Promise<{ code: number | null; out: string; err: string }>((done) =>
      child.once('close', (code) => done({ code, ...told })),
    );
  };
  const expected = [
    'ada@contoso.com,ada,Name of ada,,,,,,,,,,,SMTP:ada@contoso.com;smtp:a@old.example,UserMailbox,False',
    'bob@contoso.com,,Name of bob,,,,Vertrieb Süd,,,,,,,,UserMailbox,False',
  ];

  test('people with a mailbox in the scope, and neither rooms nor those who are hidden: into a file', async () => {
    const file = join(folder, 'mailboxes.csv');
    expect(await run('--out', file)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/ 2 mailboxes\.\n$/),
    });
    expect(lines(readFileSync(file, 'utf8')).slice(1)).toEqual(expected);
    expect(muster.batches.size).toBe(0);
  }, 60_000);

  test('or as a batch of a cutover, which waits for its start; the log has no name', async () => {
    const { code, out, err } = await run('--batch-name', 'Berlin');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/Batch batch-1 waits for its start\.\n$/);
    expect(out).not.toMatch(/ada|bob|contoso/);
    const { body, csv = '' } = muster.batches.get('batch-1') ?? { body: {} };
    expect(body).toEqual({ displayName: 'Berlin', migrationType: 'exchangeCutover', fileName: 'mailboxes.csv' });
    expect(lines(csv).slice(1)).toEqual(expected);
  }, 60_000);
});
