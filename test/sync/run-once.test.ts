/** A run from a directory to Muster: both played, everything between them real. */
import { applicationToken } from '../../clients/sync/api/application-token.ts';
import { syncApi } from '../../clients/sync/api/sync-api.ts';
import { mappingOf } from '../../clients/sync/mapping/mapping.ts';
import { type RunOutcome, type RunParts, runOnce } from '../../clients/sync/run/run-once.ts';
import { differences, exitOf, refusalsOf, sentenceOf } from '../../clients/sync/run/tell.ts';
import type { AccountSource } from '../../clients/sync/source/account-source.ts';
import { memoryWorld } from './memory-world.ts';
import { credentials, type PlayedMuster, playMuster } from './played-muster.ts';

let muster: PlayedMuster;
beforeEach(async () => {
  muster = await playMuster();
});
afterEach(() => muster.close());

const office = async (count = 3) => {
  const world = memoryWorld();
  const [staff, guests] = [await world.addUnit('Staff'), await world.addUnit('Guests')];
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1)
    ids.push(
      await world.addPerson(`p${at}`, staff, {
        userPrincipalName: `p${at}@corp.local`,
        displayName: `Person ${at}`,
        userAccountControl: '512',
      }),
    );
  const source = await world.source({ organizationalUnits: [staff] });
  const api = syncApi(muster.url, applicationToken({ url: muster.url, ...credentials }));
  const log: string[] = [];
  const run = async (given: Partial<RunParts> = {}): Promise<RunOutcome> => {
    const asked = { full: false, dryRun: false };
    const parts = {
      source,
      api,
      mapping: mappingOf({}),
      mark: 'm',
      asked,
      now: () => new Date(),
      log: (line: string) => log.push(line),
      pollMilliseconds: 1,
    };
    return runOnce({ ...parts, ...given }, await api.state());
  };
  return { world, staff, guests, ids, source, api, run, log };
};
const names = () => [...muster.people.values()].map(({ displayName }) => displayName).toSorted();

test('the first run reads everybody', async () => {
  const { run, ids } = await office();
  const outcome = await run();
  expect(outcome).toMatchObject({ scope: 'full', reason: 'first', rows: 3 });
  expect(sentenceOf(outcome)).toBe('created 3.');
  expect(exitOf(outcome)).toBe(0);
  expect([...muster.people.keys()].toSorted()).toEqual(ids.toSorted());
});

test('nothing changed: no import, and the watermark moves alone', async () => {
  const { run } = await office();
  await run();
  const before = muster.state.watermark;
  muster.requests.length = 0;
  const outcome = await run();
  expect(sentenceOf(outcome)).toBe('0 changed.');
  expect(muster.requests).toEqual(['GET onPremisesSynchronization', 'POST confirm']);
  expect(muster.state.watermark).not.toBe(before);
  expect(muster.imports).toHaveLength(1);
});

test('a delta names who changed, and who is deleted or out of scope', async () => {
  const { world, run, ids, guests } = await office(4);
  await run();
  await world.change(ids[0] as string, { displayName: 'Renamed' });
  await world.remove(ids[1] as string);
  await world.move(ids[2] as string, guests);
  const outcome = await run();
  expect(outcome).toMatchObject({ scope: 'delta', rows: 3 });
  expect(sentenceOf(outcome)).toBe('updated 1, deleted 2.');
  expect(names()).toEqual(['Person 3', 'Renamed']);
});

test('a full run names nobody who is gone, and Muster finds them', async () => {
  const { world, run, ids } = await office();
  await run();
  await world.remove(ids[0] as string);
  const outcome = await run({ asked: { full: true, dryRun: false } });
  expect(outcome).toMatchObject({ scope: 'full', reason: 'asked', rows: 2 });
  expect(names()).toEqual(['Person 1', 'Person 2']);
});

test('other scope or mapping reads everybody again', async () => {
  const { run } = await office();
  await run();
  expect(await run({ mark: 'other' })).toMatchObject({ scope: 'full', reason: 'settings' });
});

test('a dry run tells the real difference, and changes nothing', async () => {
  const { world, staff, run, ids, api } = await office();
  await run();
  const kept = muster.state.watermark;
  await world.change(ids[0] as string, { displayName: 'Renamed' });
  await world.remove(ids[1] as string);
  await world.addPerson('new', staff, { userPrincipalName: 'new@corp.local', userAccountControl: '512' });
  const outcome = await run({ asked: { full: false, dryRun: true } });
  const lines: string[] = [];
  if (outcome.over) for await (const line of differences(api, outcome.over)) lines.push(line);
  expect(lines).toEqual([
    '+ new@corp.local',
    '~ p0@corp.local: displayName "Person 0" -> "Renamed"',
    '- p1@corp.local',
  ]);
  expect(sentenceOf(outcome)).toBe('Dry run, nothing was changed: created 1, updated 1, deleted 1.');
  expect(names()).toEqual(['Person 0', 'Person 1', 'Person 2']);
  expect(muster.state.watermark).toBe(kept);
});

test('a dry run without a difference asks for nothing to be kept', async () => {
  const { run } = await office();
  await run();
  const kept = muster.state.watermark;
  expect(await run({ asked: { full: false, dryRun: true } })).toMatchObject({ rows: 0, over: undefined });
  expect(muster.state.watermark).toBe(kept);
});

test('refused rows are counted by code, without a name, and read again in the next run', async () => {
  const { run, ids, api, log } = await office();
  const [refused = ''] = ids;
  muster.refused.add(refused);
  const outcome = await run();
  expect(exitOf(outcome)).toBe(4);
  expect(outcome.over && (await refusalsOf(api, outcome.over))).toBe('UserNameTaken 1');
  expect([...log, sentenceOf(outcome)].join('\n')).not.toMatch(/p0|Person/);
  muster.refused.clear();
  muster.state.retry = [refused.toUpperCase()];
  expect(await run()).toMatchObject({ scope: 'delta', rows: 1 });
  expect(names()).toEqual(['Person 0', 'Person 1', 'Person 2']);
});

test('more deletions than are allowed wait, and the next run heals them', async () => {
  const { world, staff, guests, run } = await office(2);
  const team = await world.addUnit('Team', staff);
  for (let at = 0; at < 501; at += 1) await world.addPerson(`t${at}`, team);
  await run();
  await world.move(team, guests);
  const held = await run();
  expect(exitOf(held)).toBe(4);
  expect(sentenceOf(held)).toMatch(/on hold \(DeletionsExceedThreshold\)/);
  expect(muster.people.size).toBe(503);
  await world.move(team, staff);
  expect(exitOf(await run())).toBe(0);
  expect(muster.people.size).toBe(503);
});

test('two agents at once: the later one is told so, and nothing is done twice', async () => {
  const { run, api } = await office();
  const state = await api.state();
  await run();
  const late = { ...(await api.state()), watermark: state.watermark };
  const { source } = await office();
  const asked = { full: false, dryRun: false };
  const parts = {
    source,
    api,
    mapping: mappingOf({}),
    mark: 'm',
    asked,
    now: () => new Date(),
    log: () => {},
    pollMilliseconds: 1,
  };
  const outcome = await runOnce(parts, { ...late, source: null });
  expect(outcome.over?.error?.code).toBe('WatermarkOutdated');
  expect(exitOf(outcome)).toBe(1);
  expect(muster.people.size).toBe(3);
});

test('an upload that is cut or not taken is made again', async () => {
  const { run } = await office();
  muster.faults.cut = 1;
  muster.faults.unavailable = 1;
  expect(exitOf(await run())).toBe(0);
  expect(muster.people.size).toBe(3);
});

test('a file above 8 MiB goes in parts; a cut costs one of them, and an end whose answer is lost is an end', async () => {
  const { run, world, ids } = await office(60);
  const address = (at: number) => `smtp:${String(at).padStart(90, 'a')}@corp.local`;
  const proxyAddresses = Array.from({ length: 1500 }, (_, at) => address(at));
  for (const id of ids) await world.change(id, { proxyAddresses });
  Object.assign(muster.faults, { cut: 1, unavailable: 1, lost: 1 });
  expect(exitOf(await run())).toBe(0);
  expect(muster.people.size).toBe(60);
  expect([...muster.people.values()].every(({ proxyAddresses: told }) => told?.length === 1500)).toBe(true);
  expect(muster.imports).toMatchObject([{ status: 'succeeded', parts: { size: 2 } }]);
  expect(muster.requests.filter((request) => request === 'PUT 1')).toHaveLength(3);
  expect(muster.requests.filter((request) => request === 'PUT 2')).toHaveLength(1);
});

test('a token that is not taken any more is renewed', async () => {
  const { run, world, ids } = await office();
  await run();
  muster.revokeTokens();
  await world.change(ids[0] as string, { displayName: 'Renamed' });
  expect(exitOf(await run())).toBe(0);
  expect(names()).toContain('Renamed');
});

test('a wrong secret needs somebody', async () => {
  const api = syncApi(muster.url, applicationToken({ url: muster.url, clientId: 'agent', secret: 'wrong' }));
  await expect(api.state()).rejects.toMatchObject({ code: 'CredentialsRefused', exit: 2 });
});

test.each([
  [{ onPremisesSyncEnabled: false }, 'SwitchedOff'],
  [{ onHold: 'undone' as const }, 'SwitchedOff'],
  [{ source: { id: '00000000-0000-4000-8000-000000000009', domainName: 'other.local' } }, 'SourceChanged'],
])('%j: nothing is read', async (changed, code) => {
  const { source, api } = await office();
  const read: string[] = [];
  const changes: AccountSource['changes'] = (cookie) => {
    read.push('changes');
    return source.changes(cookie);
  };
  const watched: AccountSource = { ...source, changes };
  const asked = { full: false, dryRun: false };
  const parts = {
    source: watched,
    api,
    mapping: mappingOf({}),
    mark: 'm',
    asked,
    now: () => new Date(),
    log: () => {},
  };
  await expect(runOnce(parts, { ...(await api.state()), ...changed })).rejects.toMatchObject({ code, exit: 2 });
  expect(read).toEqual([]);
});

test('a scope that is renamed while it is read changes nothing', async () => {
  const { world, staff, source, run } = await office();
  const people: AccountSource['people'] = async (ids) => {
    await world.rename(staff, 'Personnel');
    return source.people(ids);
  };
  await expect(run({ source: { ...source, people } })).rejects.toMatchObject({ code: 'ScopeMoved', exit: 1 });
  expect(muster.imports).toEqual([]);
});

test('a directory that fails in the midst changes nothing', async () => {
  const { source, run } = await office();
  await expect(run({ source: { ...source, people: async () => Promise.reject(new Error('cut')) } })).rejects.toThrow(
    'cut',
  );
  expect(muster.imports).toEqual([]);
});

test('a person who is named twice has one line', async () => {
  const { source, run } = await office();
  const changes: AccountSource['changes'] = async (cookie) => {
    const told = await source.changes(cookie);
    async function* twice() {
      for await (const id of told.ids) yield* [id, id];
    }
    return { ...told, ids: twice() };
  };
  expect(await run({ source: { ...source, changes } })).toMatchObject({ rows: 3 });
});
