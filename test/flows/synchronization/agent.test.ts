/** A thousand people of a real domain controller, the agent as it is installed, and the whole system. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { writeBundle } from '../../../clients/sync/write-bundle.ts';
import { sambaWorld } from '../../sync/samba/samba-world.ts';
import { agentPassword } from '../../sync/samba/smb-conf.ts';
import { describeWithSamba } from '../../sync/worlds.ts';
import { checked } from '../driver/check.ts';
import { dataFolderOf } from '../driver/local-engine.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, newLicence } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import type { Import, User } from '../driver/resources.ts';
import { waitFor } from '../driver/wait-for.ts';

type Ended = { code: number; out: string };

jest.setTimeout(300_000);

describeWithSamba('people of a domain controller', (controller) => {
  const engine = ownEngine();
  const folder = mkdtempSync(join(tmpdir(), 'muster-flow-agent-'));
  const people: string[] = [];
  let muster: Muster;
  let world: Awaited<ReturnType<typeof sambaWorld>>;
  let environment: Record<string, string>;
  const units = { staff: '', guests: '', team: '', crew: '' };
  beforeAll(async () => {
    muster = await engine.start();
    world = await sambaWorld(controller(), 'Flow');
    units.staff = await world.addUnit('Staff');
    units.guests = await world.addUnit('Guests');
    units.team = await world.addUnit('Team', units.staff);
    units.crew = await world.addUnit('Crew', units.team);
    const named = (name: string) => ({ userPrincipalName: `${name}@contoso.com`, displayName: `Person ${name}` });
    for (let at = 0; at < 5; at += 1) people.push(await world.addPerson(`f${at}`, units.staff, named(`f${at}`)));
    await world.addMany('s', 395, units.staff, named);
    await world.addMany('t', 500, units.team, named);
    await world.addMany('c', 100, units.crew, named);
    const { body: application } = await muster.api.ask('POST', '/v1.0/applications', {
      displayName: 'Agent',
      roles: ['Directory Synchronization Accounts'],
    });
    const { id, appId } = application as { id: string; appId: string };
    const { body: secret } = await muster.api.ask('POST', `/v1.0/applications/${id}/addPassword`, {
      passwordCredential: {},
    });
    await writeBundle(join(folder, 'muster-sync.mjs'));
    const directory = {
      controllers: [controller().url],
      account: 'svc-muster@corp.local',
      caFile: controller().caFile,
    };
    const settings = {
      api: { url: muster.outputs.ApiUrl, clientId: appId },
      directory,
      scope: { organizationalUnits: [units.staff] },
    };
    writeFileSync(join(folder, 'muster-sync.json'), JSON.stringify(settings));
    environment = {
      MUSTER_CLIENT_SECRET: (secret as { secretText: string }).secretText,
      MUSTER_DIRECTORY_PASSWORD: agentPassword,
    };
  }, 600_000);
  afterAll(async () => {
    await world?.close();
    await engine.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const options = { cwd: folder, env: environment, maxBuffer: 2 ** 24 };
      execFile(process.execPath, ['muster-sync.mjs', ...args], options, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err }),
      );
    });
  const named = async (name: string) => (await muster.api.ask('GET', `/v1.0/users/${name}`)).body as Partial<User>;
  const ends = (code: number, sentence: RegExp) => ({ code, out: expect.stringMatching(sentence) });
  const isThere = async (name: string) => (await named(name)).id !== undefined;

  /** Every item of both tables, by its keys. */
  const items = async (): Promise<Map<string, object>> => {
    const found = new Map<string, object>();
    for (const TableName of [muster.outputs.DirectoryTableName, muster.outputs.ImportsTableName])
      for await (const { Items = [] } of paginateScan({ client: muster.clients.dynamodb }, { TableName }))
        for (const item of Items) found.set(`${item.pk} ${item.sk}`, item);
    return found;
  };

  test('a dry run shows all before it is switched on, and nothing else is read until then', async () => {
    expect(await run('--once')).toEqual(ends(2, /SwitchedOff/));
    expect(await run('--dry-run')).toEqual(ends(0, /\+ f0@contoso\.com\n[\s\S]*created 1000\.\n$/));
    expect(await isThere('f0@contoso.com')).toBe(false);
    await muster.api.ask('PATCH', '/v1.0/organization/organization', { onPremisesSyncEnabled: true });
  });

  test('a thousand people are loaded; nothing changed is no import, and one write: that of the record itself', async () => {
    // A switch takes some seconds to be known everywhere.
    const loaded = await waitFor(
      'the first load',
      () => run('--once'),
      ({ code }) => code === 0,
    );
    expect(loaded).toEqual(ends(0, /created 1000\.\n$/));
    // The agent is told of the end of a run, whose place among the open ones is given up a moment later.
    const open = (all: Map<string, object>) => [...all.keys()].filter((key) => key.startsWith('OPEN'));
    const before = await waitFor('the end of the load', items, (all) => open(all).length === 0, { show: open });
    expect(await run('--once')).toEqual(ends(0, / 0 changed\.\n$/));
    const after = await items();
    const written = [...after].filter(([key, item]) => !isDeepStrictEqual(before.get(key), item)).map(([key]) => key);
    // The application signs in as any other does: its token, and the entry that tells of it.
    expect(written.filter((key) => !/^(TOKEN|SIGNINS)#/.test(key))).toEqual(['SYNCHRONIZATION STATE']);
    expect([...before.keys()].filter((key) => !after.has(key))).toEqual([]);
  });

  test('changes of every kind', async () => {
    const { id } = await named('f0@contoso.com');
    await world.change(people[0] as string, { displayName: 'Renamed', userPrincipalName: 'renamed@contoso.com' });
    await world.rename(people[0] as string, 'renamed');
    await world.remove(people[1] as string);
    expect(await run('--dry-run')).toEqual(ends(0, /~ renamed@contoso\.com: [\s\S]*- f1@contoso\.com/));
    expect(await run('--once')).toEqual(ends(0, /updated 1, deleted 1\.\n$/));
    expect(await named('renamed@contoso.com')).toMatchObject({ id, displayName: 'Renamed' });
    expect(await isThere('f1@contoso.com')).toBe(false);
  });

  test('who leaves the scope and comes back is the same person, with the licences that they had', async () => {
    const { id = '' } = await named('f2@contoso.com');
    const { skuId } = await newLicence(muster, 1);
    await muster.api.ask('PATCH', `/v1.0/users/${id}`, { usageLocation: 'NL' });
    await muster.api.assignLicense(id, { addLicenses: [{ skuId }], removeLicenses: [] });
    await world.move(people[2] as string, units.guests);
    expect(await run('--once')).toEqual(ends(0, /deleted 1\.\n$/));
    expect(await muster.api.licence(skuId)).toMatchObject({ consumedUnits: 0 });
    await world.move(people[2] as string, units.staff);
    expect(await run('--once')).toEqual(ends(0, /restored 1\.\n$/));
    expect(await named('f2@contoso.com')).toMatchObject({ id, assignedLicenses: [{ skuId }], usageLocation: 'NL' });
  });

  test('a unit with 600 people that leaves the scope holds the run, and is told; moved back, the next run goes through', async () => {
    const { id } = await named('c7@contoso.com');
    await world.move(units.team, units.guests);
    expect(await run('--once')).toEqual(ends(4, /on hold \(DeletionsExceedThreshold\)/));
    expect((await muster.mailbox.mail({ to: administrator, about: '600' })).text).toContain('resume');
    expect(await named('c7@contoso.com')).toMatchObject({ id });
    await world.move(units.team, units.staff);
    expect(await run('--once')).toEqual(ends(0, /unchanged 600\.\n$/));
  });

  test('resumed instead, the 600 are deleted, and are who they were when they are back', async () => {
    const { id } = await named('c7@contoso.com');
    await world.move(units.team, units.guests);
    expect(await run('--once')).toEqual(ends(4, /on hold/));
    const [state] = (
      (await muster.api.ask('GET', '/v1.0/directory/onPremisesSynchronization')).body as {
        value: { heldRunId: string }[];
      }
    ).value;
    const held = `/v1.0/imports/${state?.heldRunId}`;
    expect((await muster.api.ask('POST', `${held}/resume`)).status).toBe(202);
    const over = await waitFor(
      'the 600 to be deleted',
      async () => (await muster.api.ask('GET', held)).body as Import & { deleted: number },
      ({ status }) => status === 'succeeded',
    );
    expect(over.deleted).toBe(600);
    expect(await isThere('c7@contoso.com')).toBe(false);
    const deleted = await muster.api.ask('GET', `/v1.0/directory/deletedItems/${id}`);
    expect(deleted.body).toMatchObject({ id, userPrincipalName: 'c7@contoso.com' });
    await world.move(units.team, units.staff);
    expect(await run('--once')).toEqual(ends(0, /restored 600\.\n$/));
    expect(await named('c7@contoso.com')).toMatchObject({ id });
  });

  test('501 deletions wait, 500 go through', async () => {
    await world.move(units.crew, units.staff);
    expect(await run('--once')).toEqual(ends(0, /updated 100\.\n$/));
    await world.move(units.team, units.guests);
    await world.move(people[3] as string, units.guests);
    expect(await run('--once')).toEqual(ends(4, /on hold/));
    await world.move(people[3] as string, units.staff);
    expect(await run('--once')).toEqual(ends(0, /deleted 500, unchanged 1\.\n$/));
    expect([await isThere('t0@contoso.com'), await isThere('c0@contoso.com')]).toEqual([false, true]);
  });

  test('a full run finds everything as it is, and everything holds', async () => {
    expect(await run('--once', '--full')).toEqual(ends(0, /unchanged 499\.\n$/));
    const found = await checked(join(dataFolderOf(engine.home), 'outputs.json'));
    expect(found.findings).toEqual([]);
  });
});
