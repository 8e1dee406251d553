/** A state that the real code made in a real database: whatever a directory can hold, at rest and in the midst of an import. */
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { checkState } from '../../clients/check/check-state.ts';
import type { Checked } from '../../clients/check/checked.ts';
import type { SeenItem } from '../../clients/check/state/seen.ts';
import { seenEntry, seenItem } from '../../clients/check/state/seen-item.ts';
import { applications } from '../../shared/aws/access/applications.ts';
import { operatorTokens } from '../../shared/aws/access/operator-tokens.ts';
import { signInAttempts } from '../../shared/aws/access/sign-in-attempts.ts';
import { signInWrites } from '../../shared/aws/access/sign-in-log.ts';
import { tokens } from '../../shared/aws/access/tokens.ts';
import { audits } from '../../shared/aws/audits.ts';
import { directorySettings } from '../../shared/aws/directory-settings.ts';
import { imports } from '../../shared/aws/imports/imports.ts';
import { directory } from '../../shared/aws/people/directory.ts';
import { dueDates } from '../../shared/aws/people/due-dates.ts';
import { sweepMarks } from '../../shared/aws/wiring/sweep-marks.ts';
import { tokenEntry } from '../../shared/domain/access/operator-token.ts';
import { newImportJob } from '../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../shared/domain/imports/import-options.ts';
import { defaultPolicy as policy } from '../../shared/domain/policy.ts';
import { actorOf } from '../../shared/domain/principal.ts';
import { addSeconds, type Instant } from '../../shared/domain/time.ts';
import { addRoleMember } from '../../shared/work/access/change-role-members.ts';
import { addApplication, addPassword } from '../../shared/work/access/manage-applications.ts';
import { requestImport } from '../../shared/work/imports/run/request-import.ts';
import { signInOf } from '../../shared/work/passwords/record-sign-in.ts';
import { createPerson } from '../../shared/work/people/create-person.ts';
import { deletePerson } from '../../shared/work/people/delete-person.ts';
import { purgePeople } from '../../shared/work/people/deleted-people.ts';
import { restorePerson } from '../../shared/work/people/restore-person.ts';
import { updatePerson } from '../../shared/work/people/update-person.ts';
import type { Tables } from '../contract/dynoxide.ts';
import { e3, ems, idOf as idFrom, administrator as principal, teams } from '../fakes/people.ts';
import { fileOf } from '../work/imports/ask-import.ts';
import { newSystem } from '../work/imports/system.ts';
import { staged } from '../work/migrations/ask-batch.ts';

export type Item = Record<string, unknown>;

const headings = 'User Name,Display Name,Usage Location,Licenses,Alternate email address';
const rowOf = (name: string, n: number) =>
  `${name}${n}@contoso.com,Person ${n},NL,ENTERPRISEPACK,${name}${n}@example.net`;
const rows = (name: string, count: number) => Array.from({ length: count }, (_, index) => rowOf(name, index + 1));

/** Fills the tables. What it returns checks them, and knows what was mailed. */
export const keepState = async ({ client, ...tables }: Tables) => {
  const system = newSystem();
  const table = tables.directory;
  const people = directory(client, tables, policy);
  Object.assign(system.ports, {
    directory: {
      ...people,
      // Told from a call that can die by being such a function itself.
      async *due(shard: number, now: Instant) {
        yield* people.due(shard, now);
      },
    },
    imports: imports(client, tables, policy),
    audits: audits(client, table),
    dates: dueDates(client, table, policy),
    ...sweepMarks(client, table),
    settings: directorySettings(client, table, policy),
    // Time goes on, so that a password which was mailed is told from one that was shown.
    now: () => {
      system.clock.pass({ seconds: 0.001 });
      return system.clock.now();
    },
    attempts: signInAttempts(client, table),
    tokens: tokens(client, table),
    applications: applications(client, table, policy),
  });
  const { ports, clock, post, drain } = system;

  const create = async (name: string, more: object = {}) => {
    const draft = { userPrincipalName: `${name}@contoso.com`, displayName: name, usageLocation: 'NL', ...more };
    return (await createPerson({ draft, faults: [], principal }, ports)).person;
  };
  const idOf = async (name: string) => (await ports.directory.findByUserName(`${name}@contoso.com`))?.id ?? '';
  const remove = (id: string) => deletePerson({ name: id, principal }, ports);

  await ports.directory.putSku(
    { ...e3, enabled: 6, servicePlans: [teams] },
    { activity: 'Update subscribed SKU', initiatedBy: principal, now: clock.now() },
  );
  await ports.directory.putSku({ ...ems, enabled: 3 });
  const ada = await create('ada', { licences: ['EMS'], employeeId: 'E-1815' });
  await create('bob', { showCredentials: true });
  await addRoleMember({ role: 'Global Administrator', userId: ada.id, principal }, ports);
  const begin = async (key: string, content: string): Promise<string> => {
    const file = { bucket: 'files', key, versionId: '1' };
    system.files.put(file, content);
    const job = newImportJob({ id: idFrom(key), file, options: defaultOptions, owner: principal }, clock.now());
    await ports.imports.begin(key === 'roles.csv' ? { ...job, migration: staged } : job);
    await ports.queues.files([{ kind: 'continueImport', importId: job.id }]);
    return job.id;
  };
  const imported = await begin('first.csv', fileOf(headings, [...rows('p', 8), 'no name@contoso.com,X,NL,,']));
  await drain();
  await begin('roles.csv', fileOf('User Name,Display Name,Roles', ['boss@contoso.com,Boss,Reports Reader']));
  await drain();
  await ports.queues.sweeps([{ kind: 'sweep' }]);
  clock.pass({ minutes: 16 });
  await drain();
  await updatePerson(
    { name: ada.id, update: { userPrincipalName: 'lovelace@contoso.com' }, faults: [], principal },
    ports,
  );
  const [deleted, purged, restored] = [await idOf('p1'), await idOf('p2'), await idOf('p3')];
  for (const id of [deleted, purged, restored]) await remove(id);
  await purgePeople([purged], { initiatedBy: principal, now: clock.now() }, ports.directory);
  await restorePerson({ userId: restored, principal }, ports);
  const { id } = await addApplication({ displayName: 'Sync', roles: ['Reports Reader'], principal }, ports);
  await addPassword({ id, principal }, ports);
  const good = { from: clock.now(), until: addSeconds(clock.now(), 900) };
  const act = { id: idFrom('minted'), now: clock.now(), initiatedBy: actorOf(principal) };
  const entry = tokenEntry('minted', { ...principal, endDateTime: good.until }, act);
  await operatorTokens(client, table, policy).mint(principal, good, entry);
  await ports.attempts.write(
    { userName: 'ada@contoso.com' },
    { attempts: { failures: 1, wrong: ['abcdefghijklmnop'], trying: {}, found: { wrong: 1, right: 0 } }, version: 0 },
    clock.now(),
  );
  const signIns = signInWrites(client, table, policy);
  await signIns.count({ createdDateTime: clock.now(), outcome: 'UserUnknown' });
  await signIns.record(signInOf(ada, 'SignInFailed', { ipAddress: '192.0.2.7', userAgent: 'curl/8' }, clock.now()));
  await requestImport({ fileName: 'later.csv', options: {}, principal }, ports);
  await drain();
  await ports.directory.putSku({ ...e3, enabled: 20 });
  // Its seats are reserved, and one of its two chunks is done.
  const running = await begin('running.csv', fileOf(headings, rows('r', 60)));
  await drain({ only: ['files'] });
  const [later] = system.queue.waiting.splice(
    system.queue.waiting.findIndex(({ queue }) => queue === 'rows'),
    1,
  );
  await drain();
  if (!later) throw new Error('the running import has no second chunk');

  const checked: Checked = {
    clients: { dynamodb: client },
    tables,
    now: clock.now,
    settings: { policy },
    mails: async () => post.sent,
    isSettled: true,
    isStrict: true,
    pause: 0,
  };
  return {
    ...{ system, deleted, purged, restored, imported, running, application: id },
    check: (more: Partial<Checked> = {}) => checkState({ ...checked, ...more }),
  };
};

/** What the tables hold, to be changed by hand in memory; the tables stay as they are. */
export const itemsOf = async ({ client, ...names }: Tables) => {
  type Table = keyof typeof names;
  const keyOf = ({ pk, sk }: Item) => `${pk}\n${sk}`;
  const read = async (TableName: string) => {
    const items: Item[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) items.push(...Items);
    return new Map(items.map((item) => [keyOf(item), item]));
  };
  const kept = { directory: await read(names.directory), imports: await read(names.imports) };
  let items = kept;
  /** People whom an index has lost. */
  const lost = new Set<string>();
  return {
    put: async (table: Table, item: Item) => {
      items[table].set(keyOf(item), item);
    },
    remove: async (table: Table, item: Item) => {
      items[table].delete(keyOf(item));
    },
    /** The first item that fits. */
    find: async (table: Table, fits: (item: Item) => boolean): Promise<Item> => {
      const item = [...items[table].values()].find(fits);
      if (!item) throw new Error('there is no such item');
      return item;
    },
    /** Has an index lose a person. */
    lose: async (index: 'due' | 'people', { pk }: Item) => {
      lost.add(`${index} ${pk}`);
    },
    /** Makes everything as it was. */
    restore: () => {
      lost.clear();
      items = { directory: new Map(kept.directory), imports: new Map(kept.imports) };
    },
    /** All of them as they are now, with the entries that the indexes have of them. */
    seen: (): SeenItem[] => {
      const ofDirectory = [...items.directory.values()];
      const listed = ofDirectory.filter(({ listShard, listName }) => listShard !== undefined && listName !== undefined);
      const dated = ofDirectory.filter(({ dueShard, dueAt }) => dueShard !== undefined && dueAt !== undefined);
      return [
        ...ofDirectory.map((item) => seenItem('directory', item)),
        ...[...items.imports.values()].map((item) => seenItem('imports', item)),
        ...listed.filter(({ pk }) => !lost.has(`people ${pk}`)).map((item) => seenEntry('people', item)),
        ...dated.filter(({ pk }) => !lost.has(`due ${pk}`)).map((item) => seenEntry('due', item)),
      ];
    },
  };
};
