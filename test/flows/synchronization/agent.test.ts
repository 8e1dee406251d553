/** A real domain controller, the agent as it is installed, and the whole system: from nothing to switching off. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBundle } from '../../../clients/sync/write-bundle.ts';
import { sambaWorld } from '../../sync/samba/samba-world.ts';
import { agentPassword } from '../../sync/samba/smb-conf.ts';
import type { World } from '../../sync/world.ts';
import { describeWithSamba } from '../../sync/worlds.ts';
import { checked } from '../driver/check.ts';
import { dataFolderOf } from '../driver/local-engine.ts';
import type { Muster } from '../driver/muster.ts';
import { ownEngine } from '../driver/own-engine.ts';

type Ended = { code: number; out: string };

describeWithSamba('people of a domain controller', (controller) => {
  const engine = ownEngine();
  const folder = mkdtempSync(join(tmpdir(), 'muster-flow-agent-'));
  const people: string[] = [];
  let muster: Muster;
  let world: World;
  let environment: Record<string, string>;
  let staff: string;
  beforeAll(async () => {
    muster = await engine.start();
    world = await sambaWorld(controller(), 'Flow');
    staff = await world.addUnit('Staff');
    for (let at = 0; at < 30; at += 1)
      people.push(
        await world.addPerson(`f${at}`, staff, {
          userPrincipalName: `f${at}@contoso.com`,
          displayName: `Person ${at}`,
        }),
      );
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
      scope: { organizationalUnits: [staff] },
    };
    writeFileSync(join(folder, 'muster-sync.json'), JSON.stringify(settings));
    environment = {
      MUSTER_CLIENT_SECRET: (secret as { secretText: string }).secretText,
      MUSTER_DIRECTORY_PASSWORD: agentPassword,
    };
  }, 300_000);
  afterAll(async () => {
    await world?.close();
    await engine.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(process.execPath, ['muster-sync.mjs', ...args], { cwd: folder, env: environment }, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err }),
      );
    });
  const named = async (name: string) =>
    (await muster.api.ask('GET', `/v1.0/users/${name}`)).body as { id?: string; displayName?: string };
  const ends = (code: number, sentence: RegExp) => ({ code, out: expect.stringMatching(sentence) });

  test('a dry run shows all before it is switched on, and nothing else is read until then', async () => {
    expect(await run('--once')).toEqual(ends(2, /SwitchedOff/));
    expect(await run('--dry-run')).toEqual(ends(0, /\+ f0@contoso\.com\n[\s\S]*created 30\.\n$/));
    expect(await named('f0@contoso.com')).not.toHaveProperty('id');
    await muster.api.ask('PATCH', '/v1.0/organization/organization', { onPremisesSyncEnabled: true });
  });

  test('the first load, nothing changed, and changes of every kind', async () => {
    expect(await run('--once')).toEqual(ends(0, /created 30\.\n$/));
    expect(await run('--once')).toEqual(ends(0, / 0 changed\.\n$/));
    const { id } = await named('f0@contoso.com');
    await world.change(people[0] as string, { displayName: 'Renamed', userPrincipalName: 'renamed@contoso.com' });
    await world.rename(people[0] as string, 'renamed');
    await world.remove(people[1] as string);
    expect(await run('--dry-run')).toEqual(ends(0, /~ renamed@contoso\.com: [\s\S]*- f1@contoso\.com/));
    expect(await run('--once')).toEqual(ends(0, /updated 1, deleted 1\.\n$/));
    expect(await named('renamed@contoso.com')).toMatchObject({ id, displayName: 'Renamed' });
    expect(await named('f1@contoso.com')).not.toHaveProperty('id');
  });

  test('who leaves the scope and comes back is the same person', async () => {
    const { id } = await named('f2@contoso.com');
    const guests = await world.addUnit('Guests');
    await world.move(people[2] as string, guests);
    expect(await run('--once')).toEqual(ends(0, /deleted 1\.\n$/));
    await world.move(people[2] as string, staff);
    expect(await run('--once')).toEqual(ends(0, /restored 1\.\n$/));
    expect(await named('f2@contoso.com')).toMatchObject({ id });
  });

  test('a full run finds everything as it is, and everything holds', async () => {
    expect(await run('--once', '--full')).toEqual(ends(0, /unchanged 29\.\n$/));
    const found = await checked(join(dataFolderOf(engine.home), 'outputs.json'));
    expect(found.findings).toEqual([]);
  });
});
