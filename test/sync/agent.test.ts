/** The agent as administrators run it, as one file, against a real domain controller and Muster played. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeBundle } from '../../clients/sync/write-bundle.ts';
import { credentials, type PlayedMuster, playMuster } from './played-muster.ts';
import { type Controller, makeOtherInstance } from './samba/controller.ts';
import { sambaWorld } from './samba/samba-world.ts';
import { agentPassword } from './samba/smb-conf.ts';
import type { World } from './world.ts';
import { describeWithSamba } from './worlds.ts';

jest.setTimeout(180_000);

type Ended = { code: number | null; out: string; err: string };

describeWithSamba('the agent and a domain controller', (controllerOf) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-agent-'));
  const bundle = join(folder, 'muster-sync.mjs');
  let muster: PlayedMuster;
  let controller: Controller;
  let world: World;
  let staff: string;
  const people: string[] = [];
  beforeAll(async () => {
    await writeBundle(bundle);
    controller = controllerOf();
    world = await sambaWorld(controller, 'Agent');
    staff = await world.addUnit('Staff');
    for (let at = 0; at < 40; at += 1)
      people.push(
        await world.addPerson(`a${at}`, staff, { userPrincipalName: `a${at}@corp.local`, displayName: `Person ${at}` }),
      );
  });
  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    muster = await playMuster();
  });
  afterEach(() => muster.close());

  const settings = (directory: object = {}): string => {
    const file = join(folder, 'muster-sync.json');
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, `${agentPassword}\n`);
    chmodSync(passwordFile, 0o600);
    const usual = {
      controllers: [controller.url],
      account: 'svc-muster@corp.local',
      passwordFile,
      caFile: controller.caFile,
      timeoutSeconds: 20,
    };
    const api = { url: muster.url, clientId: credentials.clientId };
    writeFileSync(
      file,
      JSON.stringify({ api, directory: { ...usual, ...directory }, scope: { organizationalUnits: [staff] } }),
    );
    return file;
  };
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [bundle, ...args], {
      cwd: folder,
      env: { MUSTER_CLIENT_SECRET: credentials.secret, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const ended = (child: ChildProcess): Promise<Ended> => {
    const told = { out: '', err: '' };
    child.stdout?.on('data', (piece) => (told.out += piece));
    child.stderr?.on('data', (piece) => (told.err += piece));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...told })));
  };
  const run = (directory: object = {}, ...args: string[]): Promise<Ended> => {
    settings(directory);
    return ended(start(...(args.length > 0 ? args : ['--once'])));
  };

  test('looks whether all is there, and tells the objectGUID that the settings want', async () => {
    const { code, out } = await run({}, '--check');
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /corp\.local can be read, deletions included[\s\S]*Muster answers; synchronisation is on/,
      ),
    });
    expect(await run({}, '--object-guid', 'OU=Staff,OU=Agent,DC=corp,DC=local')).toMatchObject({
      code: 0,
      out: `${staff}\n`,
    });
  });

  test('loads everybody, then what changed, then nothing; by LDAPS and by StartTLS, without a name in its log', async () => {
    const first = await run();
    expect(first).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/created 40\.\n$/) });
    expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/ 0 changed\.\n$/) });
    await world.change(people[0] as string, { displayName: 'Renamed' });
    const delta = await run({ controllers: [controller.url.replace('ldaps', 'ldap')] });
    expect(delta).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/updated 1\.\n$/) });
    expect(muster.people.get(people[0] as string)).toMatchObject({
      displayName: 'Renamed',
      onPremisesDomainName: 'corp.local',
      accountEnabled: true,
    });
    expect(first.out + delta.out).not.toMatch(/Person|Renamed|a0@/);
  });

  test('a dry run prints the difference by person, and changes nothing', async () => {
    await run();
    const added = await world.addPerson('dry', staff, { userPrincipalName: 'dry@corp.local' });
    const { code, out } = await run({}, '--dry-run');
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\n\+ dry@corp\.local\n.*Dry run, nothing was changed: created 1\.\n$/),
    });
    expect(muster.people.size).toBe(40);
    await world.remove(added);
  });

  test.each([
    [
      'an account that may not see deletions',
      { account: 'svc-plain@corp.local' },
      2,
      /RightsMissing: [\s\S]*dsacls "CN=Deleted Objects,DC=corp,DC=local" \/g ACCOUNT:LCRP/,
    ],
    ['an account that is not there', { account: 'nobody@corp.local' }, 2, /DirectoryRefused: /],
    ['an authority that is not known', { caFile: undefined }, 2, /DirectoryUntrusted: /],
    [
      'a controller that is not there',
      { controllers: ['ldaps://127.0.0.253'] },
      1,
      /DirectoryUnreachable: [\s\S]*ECONNREFUSED/,
    ],
  ])('%s: nothing is read, and what to do is said', async (_, directory, code, sentence) => {
    expect(await run(directory)).toMatchObject({ code, err: expect.stringMatching(sentence) });
    expect(muster.imports).toEqual([]);
  });

  test('a controller that hangs is waited for no longer than is set', async () => {
    controller.process().kill('SIGSTOP');
    try {
      const { code, err } = await run({ timeoutSeconds: 1, connectTimeoutSeconds: 1 });
      expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/DirectoryUnreachable/) });
    } finally {
      controller.process().kill('SIGCONT');
    }
  });

  test('killed at any moment, the next run comes to the same end, and leaves no file behind', async () => {
    for (const milliseconds of [120, 200, 280, 360, 440]) {
      settings();
      const child = start('--once');
      const over = ended(child);
      await sleep(milliseconds);
      child.kill('SIGTERM');
      await over;
    }
    expect(await run()).toMatchObject({ code: 0 });
    expect([...muster.people.keys()].toSorted()).toEqual(people.toSorted());
  });

  test('as a service it runs again and again, and ends when it is told to', async () => {
    settings();
    const child = start('--every', '1');
    const over = ended(child);
    while (muster.people.size === 0) await sleep(50);
    child.kill('SIGTERM');
    expect(await over).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    ['a snapshot', (): void => {}],
    ['a backup, which makes it another copy', makeOtherInstance],
  ])('a controller that was put back from %s: everybody is read, and nobody is lost', async (_, restored) => {
    await run();
    await controller.stop();
    const [database, snapshot] = [join(controller.folder, 'private'), join(folder, 'snapshot')];
    cpSync(database, snapshot, { recursive: true });
    await controller.start();
    const again = await sambaWorld(controller, `Lost ${randomUUID()}`);
    await again.change(people[1] as string, { displayName: 'Soon forgotten' });
    await again.close();
    await run();
    expect(muster.people.get(people[1] as string)?.displayName).toBe('Soon forgotten');
    await controller.stop();
    rmSync(database, { recursive: true });
    cpSync(snapshot, database, { recursive: true });
    restored(controller);
    await controller.start();
    expect(await run()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/everybody \(directory\)[\s\S]*updated 1, unchanged 39\.\n$/),
    });
    expect(muster.people.get(people[1] as string)?.displayName).toBe('Person 1');
  });
});
