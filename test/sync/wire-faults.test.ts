/** What a directory may do on the wire, and nothing of which may look like people who are gone. */
import { allEntries } from '../../clients/sync/directory/all-entries.ts';
import { connect, type Directory } from '../../clients/sync/directory/connection.ts';
import { directorySource } from '../../clients/sync/directory/directory-source.ts';
import { guidBytes } from '../../clients/sync/directory/guid.ts';
import { decodeCookie, encodeCookie, hasLost } from '../../clients/sync/directory/replica.ts';
import type { AccountSource } from '../../clients/sync/source/account-source.ts';
import { type Answer, type Asked, cookieValue, type LdapServer, startLdapServer } from './wire/ldap-server.ts';
import { readAll } from './world.ts';

const dirSyncOid = '1.2.840.113556.1.4.841';
const root = 'DC=corp,DC=local';
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const entry = (number: number, further: Record<string, string[]> = {}) => ({
  dn: `CN=p${number},${root}`,
  attributes: { objectGUID: [guidBytes(idOf(number))], objectClass: ['top', 'person', 'user'], ...further },
});

const replica = { host: '127.0.0.1', instance: idOf(7), position: 100 };

let servers: LdapServer[] = [];
let open: Directory[] = [];
afterEach(async () => {
  for (const directory of open) await directory.close();
  for (const server of servers) await server.close();
  [servers, open] = [[], []];
});

const served = async (answer: (asked: Asked) => Answer, bindCode?: number, names?: string[]): Promise<LdapServer> => {
  const server = await startLdapServer(answer, bindCode, names);
  servers.push(server);
  return server;
};
const access = (...ofServers: LdapServer[]) => ({
  controllers: ofServers.map(({ url }) => url),
  account: 'svc@corp.local',
  password: 'geheim',
  authority: ofServers.map(({ authority }) => authority).join('\n'),
  timeoutSeconds: 1,
  connectTimeoutSeconds: 1,
});
const connected = async (answer: (asked: Asked) => Answer): Promise<Directory> => {
  const directory = await connect(access(await served(answer)));
  open.push(directory);
  return directory;
};

const rootValues = {
  defaultNamingContext: [root],
  supportedControl: [dirSyncOid],
  dsServiceName: ['CN=NTDS'],
  highestCommittedUSN: [String(replica.position)],
};

/** What every controller answers; `further` goes before it. */
const controller =
  (further: (asked: Asked) => Answer | undefined) =>
  (asked: Asked): Answer => {
    const told = further(asked);
    if (told !== undefined) return told;
    if (asked.base === '') return { entries: [{ dn: '', attributes: rootValues }] };
    if (asked.base === 'CN=NTDS')
      return { entries: [{ dn: 'CN=NTDS', attributes: { invocationId: [guidBytes(replica.instance)] } }] };
    if (asked.base === root && asked.attributes.includes('objectGUID') && asked.attributes.length === 1)
      return { entries: [{ dn: root, attributes: { objectGUID: [guidBytes(idOf(999))] } }] };
    if (asked.base.startsWith('<WKGUID='))
      return { entries: [{ dn: `CN=Deleted Objects,${root}`, attributes: { whenCreated: ['20260101000000.0Z'] } }] };
    return {};
  };
const source = async (further: (asked: Asked) => Answer | undefined): Promise<AccountSource> =>
  directorySource(await connected(controller(further)), {
    scope: { organizationalUnits: [] },
    attributes: ['proxyAddresses'],
  });

test('an answer that is too large for the directory is asked for in parts, and none is missed', async () => {
  const created = Array.from({ length: 2500 }, (_, at) => 5000 + at * 3);
  const directory = await connected(({ base, filter }) => {
    if (base === '') return { entries: [{ dn: '', attributes: { highestCommittedUSN: ['20000'] } }] };
    const [from = 0, to = 0] = [...filter.matchAll(/uSNCreated\W+?(\d+)/g)].map(([, number]) => Number(number));
    const there = created.filter((usn) => usn >= from && usn <= to);
    return { entries: there.slice(0, 1000).map((usn) => entry(usn)), code: there.length > 1000 ? 4 : 0 };
  });
  const found: string[] = [];
  const question = { base: root, filter: '(objectClass=user)', attributes: ['objectGUID'] };
  for await (const entries of allEntries(directory, question)) found.push(...entries.map(({ dn }) => dn));
  expect(found).toEqual(created.map((usn) => entry(usn).dn));
});

test('an answer without entries that says `more` is followed', async () => {
  let answers = 0;
  const read = await source(({ controls }) => {
    if (!controls.has(dirSyncOid)) return undefined;
    answers += 1;
    const value = cookieValue([answers < 3 ? 1 : 0, 0], `cookie ${answers}`);
    return { entries: answers === 2 ? [] : [entry(answers)], controls: new Map([[dirSyncOid, value]]) };
  });
  const { ids, cookie } = await readAll(read);
  expect(ids).toEqual(new Set([idOf(1), idOf(3)]));
  expect(decodeCookie(cookie)?.cookie).toBe(Buffer.from('cookie 3').toString('base64'));
});

test('an answer to DirSync without a cookie is a fault', async () => {
  const read = await source(({ controls }) => (controls.has(dirSyncOid) ? { entries: [entry(1)] } : undefined));
  await expect(readAll(read)).rejects.toMatchObject({ code: 'DirectoryAnswer' });
});

test('a cookie that is refused makes the reading a full one', async () => {
  const read = await source(({ controls }) => {
    const asked = controls.get(dirSyncOid);
    if (asked === undefined) return undefined;
    if (asked.includes('broken')) return { code: 12 };
    return { entries: [entry(1)], controls: new Map([[dirSyncOid, cookieValue([0, 0], 'fresh')]]) };
  });
  expect(
    await readAll(read, encodeCookie({ replica, cookie: Buffer.from('broken').toString('base64') })),
  ).toMatchObject({
    scope: 'full',
    ids: new Set([idOf(1)]),
  });
});

test.each([
  ['a size limit', { entries: [entry(1)], code: 4 }],
  ['a referral', { code: 10 }],
  ['a busy server', { code: 51 }],
  ['silence', 'silence' as const],
  ['a connection that is cut in the midst', { cut: { entries: [entry(1)] } }],
])('%s is a fault, and no short answer', async (_, answer) => {
  const read = await source(({ attributes }) => (attributes.includes('proxyAddresses') ? answer : undefined));
  await expect(read.people([idOf(1), idOf(2)])).rejects.toMatchObject({ code: 'DirectoryAnswer', exit: 1 });
});

test('references to other partitions are passed over', async () => {
  const directory = await connected(() => ({
    entries: [entry(1)],
    references: [`ldap://corp.local/CN=Configuration,${root}`],
  }));
  expect(await directory.search(root, { scope: 'sub' })).toHaveLength(1);
});

test('after a connection broke nothing is asked as nobody', async () => {
  let asked = 0;
  const directory = await connected((): Answer => {
    asked += 1;
    return asked === 1 ? { cut: {} } : {};
  });
  await expect(directory.search(root, { scope: 'sub' })).rejects.toMatchObject({ code: 'DirectoryAnswer' });
  await expect(directory.search(root, { scope: 'sub' })).rejects.toMatchObject({ code: 'DirectoryLost' });
  expect(asked).toBe(1);
});

test('values that come in parts are put together', async () => {
  const addresses = Array.from({ length: 3200 }, (_, at) => `smtp:a${at}@corp.local`);
  const part = (from: number) => {
    const to = from + 1500 < addresses.length ? String(from + 1499) : '*';
    return { [`proxyAddresses;range=${from}-${to}`]: addresses.slice(from, from + 1500) };
  };
  const read = await source(({ attributes }) => {
    const [, from] = /^proxyaddresses;range=(\d+)-\*$/i.exec(attributes[0] ?? '') ?? [];
    if (from !== undefined) return { entries: [{ dn: entry(1).dn, attributes: part(Number(from)) }] };
    return attributes.includes('proxyAddresses') ? { entries: [entry(1, part(0))] } : undefined;
  });
  const [person] = await read.people([idOf(1)]);
  expect(person?.attributes.proxyaddresses).toEqual(addresses);
});

test('who may not see deletions reads nothing, and learns what to grant', async () => {
  const read = await source(({ base }) =>
    base.startsWith('<WKGUID=') ? { entries: [{ dn: base, attributes: {} }] } : undefined,
  );
  await expect(read.state()).rejects.toMatchObject({
    code: 'RightsMissing',
    exit: 2,
    message: expect.stringContaining('/g ACCOUNT:LCRP'),
  });
});

test('an empty password is refused before anybody is asked', async () => {
  const server = await served(() => ({}));
  await expect(connect({ ...access(server), password: '' })).rejects.toMatchObject({ code: 'SecretMissing' });
  expect(server.binds).toEqual([]);
});

test('a wrong password is shown to one controller alone, so that it locks nobody', async () => {
  const [one, other] = [await served(() => ({}), 49), await served(() => ({}))];
  await expect(connect(access(one, other))).rejects.toMatchObject({ code: 'DirectoryRefused', exit: 2 });
  expect([one.binds.length, other.binds.length]).toEqual([1, 0]);
});

test('a controller that is down, or is not who it should be, is passed over for the next', async () => {
  const [down, stranger, good] = [await served(() => ({})), await served(() => ({})), await served(() => ({}))];
  await down.close();
  const directory = await connect({ ...access(down, stranger, good), authority: good.authority });
  open.push(directory);
  expect([stranger.binds.length, good.binds.length]).toEqual([0, 1]);
  await expect(connect({ ...access(stranger), authority: good.authority })).rejects.toMatchObject({
    code: 'DirectoryUntrusted',
    exit: 2,
  });
  await expect(connect(access(down))).rejects.toMatchObject({ code: 'DirectoryUnreachable', exit: 1 });
});

test('a copy of the directory that was put back is found, and another controller is none', async () => {
  const known = [replica.instance, idOf(8)];
  const directory = await connected(({ base }) => {
    if (base === '') return { entries: [{ dn: '', attributes: { configurationNamingContext: [`CN=C,${root}`] } }] };
    if (base !== `CN=Sites,CN=C,${root}`) return {};
    return { entries: known.map((id) => ({ dn: `CN=${id}`, attributes: { invocationId: [guidBytes(id)] } })) };
  });
  const lost = (now: Partial<typeof replica>) => hasLost(directory, replica, { ...replica, ...now });
  expect([await lost({ position: 100 }), await lost({ position: 99 })]).toEqual([false, true]);
  expect(await lost({ host: 'dc2', instance: idOf(8), position: 5 })).toBe(false);
  // Put back from a backup, or all controllers made anew: the copy that gave the cookie is nobody's any more.
  known.shift();
  expect(await lost({ instance: idOf(8), position: 5000 })).toBe(true);
  expect(await lost({ host: 'dc2', instance: idOf(8), position: 5000 })).toBe(true);
});

test('a certificate of another name is not trusted', async () => {
  const server = await served(() => ({}), 0, ['DNS:elsewhere.corp.local']);
  const message = expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID');
  await expect(connect(access(server))).rejects.toMatchObject({ code: 'DirectoryUntrusted', exit: 2, message });
  expect(server.binds).toEqual([]);
});
