/** What clients ask of the API under load, and what they were told. */
import type { Muster } from '../../infra/local/muster.ts';
import { contracts } from '../../shared/graph/reference/contracts.ts';
import { codesOf } from '../../shared/graph/reference/responses.ts';

/** The licence that clients ask for, with seats for some of them. */
export const scarce = { skuId: '5f3a1c8e-0d0b-4c57-9f0e-6c1d2b7a9e44', skuPartNumber: 'SCARCE' };

/** What clients were told. */
export type Told = {
  /** User names of the people whom an answer said to be there, by id. */
  people: Map<string, string>;
  /** Their ids, in the order of the answers. */
  ids: string[];
  /** Ids of those whom an answer said to be deleted. */
  deleted: Set<string>;
  /** Ids of those whom an answer did not find. */
  missed: Set<string>;
  /** How often each answer came, by status and code. */
  answers: Map<string, number>;
  /** Answers that the API does not promise. */
  broken: string[];
};

/** What a client's request needs to know; `rows` is how many the file has that is imported meanwhile. */
export type Clients = { muster: Muster; rows: number; told: Told };

type Send = (index: number, clients: Clients) => Promise<void>;

type Asked = { path?: string; body?: object; headers?: Record<string, string> };
type Answered = {
  status: number;
  /** Whether an earlier try had no answer, so that this one may be about what that one did. */
  isRepeated?: boolean;
  body: { id?: string; userPrincipalName?: string; error?: { code?: string } } | undefined;
};

/** A connection that broke. */
const noAnswer: Answered = { status: 0, body: undefined };

/** How often a client asks again when it was not answered, or the gateway gave up waiting: it knows nothing then. */
const maxTries = 20;

/**
 * Asks as the administrator until there is an answer, which is held against what the API promises of the route. Who got
 * none repeats the request: creations have a key by which nobody is created twice.
 */
const ask = async (clients: Clients, route: string, asked: Asked): Promise<Answered> => {
  const { told } = clients;
  for (let tries = 1; ; tries += 1) {
    const { status, body } = await once(clients, route, asked).catch(() => noAnswer);
    const code: string = body?.error?.code ?? '';
    const answer = `${status || 'none'} ${code}`.trim();
    told.answers.set(answer, (told.answers.get(answer) ?? 0) + 1);
    if ((status === 503 || status === 0) && tries < maxTries) continue;
    const contract = contracts[route];
    const isPromised =
      contract &&
      (status in contract.answers ||
        (status >= 400 && status < 500 && codesOf(contract).some((known) => known === code)));
    if (!isPromised) told.broken.push(`${route} answered ${answer}`);
    return { status, body, isRepeated: tries > 1 };
  }
};

const once = async ({ muster }: Clients, route: string, { path, body, headers }: Asked): Promise<Answered> => {
  const [method = '', pattern = ''] = route.split(' ');
  const response = await fetch(muster.url + (path ?? pattern), {
    method,
    headers: { authorization: `Bearer ${muster.token}`, 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};

const noteCreated = ({ told }: Clients, { status, body }: Answered): void => {
  if (status !== 201 || !body?.id || !body.userPrincipalName) return;
  if (!told.people.has(body.id)) told.ids.push(body.id);
  told.people.set(body.id, body.userPrincipalName);
};

const newcomer = (number: number) => ({
  userPrincipalName: `client.${number}@contoso.com`,
  displayName: `Client ${number}`,
  usageLocation: 'US',
  ...(number % 2 === 0 && { assignedLicenses: [{ skuId: scarce.skuId }] }),
});

const create = async (
  clients: Clients,
  body: { userPrincipalName: string; displayName: string },
  key: string,
): Promise<void> =>
  noteCreated(clients, await ask(clients, 'POST /v1.0/users', { body, headers: { 'idempotency-key': key } }));

const createNewcomer = (number: number, clients: Clients): Promise<void> =>
  create(clients, newcomer(number), `newcomer-${number}`);

/** Somebody whom a client was told to be there; deleted since, perhaps. */
const somebody = ({ told: { ids } }: Clients, index: number): string | undefined => ids[(index * 31) % ids.length];

/** A name of the file, while it is imported: one of the two gets it. */
const rival: Send = async (index, clients) => {
  const row = ((index * 7919) % clients.rows) + 1;
  const userPrincipalName = `person.${String(row).padStart(7, '0')}@contoso.com`;
  await create(clients, { userPrincipalName, displayName: 'Rival' }, `rival-${index}`);
};

/** Asks something of somebody, who may be deleted at the same moment. */
const askOf =
  (method: 'GET' | 'PATCH' | 'DELETE', bodyOf?: (index: number) => object): Send =>
  async (index, clients) => {
    const id = somebody(clients, index);
    if (id === undefined) return;
    const { deleted, missed } = clients.told;
    const body = bodyOf?.(index);
    const asked = { path: `/v1.0/users/${id}`, ...(body && { body }) };
    const { status, isRepeated } = await ask(clients, `${method} /v1.0/users/{id}`, asked);
    if (status === 404) missed.add(id);
    if (method === 'DELETE' && (status === 204 || (status === 404 && isRepeated))) deleted.add(id);
  };

const list: Send = async (_index, clients) => {
  await ask(clients, 'GET /v1.0/users', { path: '/v1.0/users?$top=100' });
};

const nonsense: Send = async (_index, clients) => {
  await ask(clients, 'POST /v1.0/users', { body: { displayName: 'Nobody', salary: 1 } });
};

const creation = (send: Send) => ({ what: 'creating a person', send });

/** Of ten requests four create somebody new, one repeats such a request, and one wants a name of the file. */
const kinds: readonly { what: string; send: Send }[] = [
  ...[0, 1, 2, 3].map((turn) =>
    creation((index, clients) => createNewcomer(Math.floor(index / 10) * 4 + turn, clients)),
  ),
  creation((index, clients) => createNewcomer(Math.floor(index / 20) * 4, clients)),
  creation(rival),
  { what: 'changing a person', send: askOf('PATCH', (index) => ({ city: `Town ${index}` })) },
  { what: 'deleting a person', send: askOf('DELETE') },
  { what: 'reading a person', send: askOf('GET') },
  { what: 'listing, and nonsense', send: (index, clients) => (index % 20 === 9 ? list : nonsense)(index, clients) },
];

/** What the request of an index is, and how it is sent. */
export const requestOf = (index: number) => kinds[index % kinds.length] as (typeof kinds)[number];
