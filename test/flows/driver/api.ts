/** The API, asked as any client asks it. */
import { fetchAgain } from './fetch-again.ts';
import { brokenPromise } from './promised.ts';
import type { DirectoryAudit, Domain, Import, Licence, Page, ReportLine, RequestedImport, User } from './resources.ts';

/** An answer; `text` is its body as it came. */
export type Answer = { status: number; headers: Headers; text: string; body: unknown };

/** A request's exceptions from the usual: other headers (undefined takes one away), or a body that is sent as it is. */
export type Exceptions = { headers?: Record<string, string | undefined>; raw?: string | Uint8Array<ArrayBuffer> };

/** The API of a running system. */
export type Api = ReturnType<typeof createApi>;

/** Speaks to the API at an address with a token. */
export const createApi = (url: string, token: string) => {
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    { headers, raw }: Exceptions = {},
  ): Promise<Answer> => {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const all = {
      authorization: `Bearer ${token}`,
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    };
    const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
    const request = { method, headers: sent, ...(content !== undefined && { body: content }) };
    const isHarmless = method === 'GET' || headers?.['idempotency-key'] !== undefined;
    const { response, text } = await fetchAgain(addressOf(path), request, isHarmless);
    const answer = { status: response.status, headers: response.headers, text, body: parsed(text) };
    const address = addressOf(path).slice(url.length);
    const isJson = response.headers.get('content-type')?.startsWith('application/json;') ?? false;
    const hasPromise = isJson || response.status === 204;
    const broken = hasPromise && brokenPromise({ method, path: address, status: answer.status, body: answer.body });
    if (broken) throw new Error(broken);
    return answer;
  };

  /** An emulator has the API at a path that it does not know itself, so its links are followed from our address. */
  const addressOf = (path: string): string => {
    if (!path.startsWith('http') || path.startsWith(`${url}/`)) return path.startsWith('http') ? path : url + path;
    return url + path.slice(path.indexOf('/v1.0/'));
  };

  const expecting = async (status: number, ...request: Parameters<typeof ask>): Promise<unknown> => {
    const answer = await ask(...request);
    if (answer.status === status) return answer.body;
    throw new Error(`${request[0]} ${request[1]} was answered with ${answer.status}: ${answer.text.slice(0, 1000)}`);
  };

  /** Every item of a list, page after page. */
  async function* walk<Item>(path: string): AsyncGenerator<Item[]> {
    for (let next: string | undefined = path; next; ) {
      const page = (await expecting(200, 'GET', next)) as Page<Item>;
      yield page.value;
      next = page['@odata.nextLink'];
    }
  }

  return {
    ask,
    walk,
    addUser: async (body: object, exceptions?: Exceptions) =>
      (await expecting(201, 'POST', '/v1.0/users', body, exceptions)) as User,
    user: async (idOrName: string) =>
      (await expecting(200, 'GET', `/v1.0/users/${encodeURIComponent(idOrName)}`)) as User,
    assignLicense: async (id: string, body: { addLicenses: object[]; removeLicenses: string[] }) =>
      (await expecting(200, 'POST', `/v1.0/users/${id}/assignLicense`, body)) as User,
    licences: async () => ((await expecting(200, 'GET', '/v1.0/subscribedSkus')) as Page<Licence>).value,
    licence: async (skuId: string) => {
      const { value } = (await expecting(200, 'GET', '/v1.0/subscribedSkus')) as Page<Licence>;
      return value.find((licence) => licence.skuId === skuId);
    },
    putLicence: async (skuId: string, body: object) =>
      (await expecting(200, 'PUT', `/v1.0/subscribedSkus/${skuId}`, body)) as Licence,
    audits: async (filter: string, query: Record<string, string> = {}) => {
      const search = new URLSearchParams({ $filter: filter, ...query });
      return gathered(walk<DirectoryAudit>(`/v1.0/auditLogs/directoryAudits?${search}`));
    },
    domain: async (id: string) => (await expecting(200, 'GET', `/v1.0/domains/${id}`)) as Domain,
    patchDomain: (id: string, body: object) => expecting(204, 'PATCH', `/v1.0/domains/${id}`, body),
    imports: async () => gathered(walk<Import>('/v1.0/imports?$top=100')),
    requestImport: async (body: object) => (await expecting(201, 'POST', '/v1.0/imports', body)) as RequestedImport,
    /** Cancels, resumes, undoes or applies an import; the answer is the import that goes on by it. */
    askOfImport: async (id: string, action: 'cancel' | 'resume' | 'undo' | 'apply') =>
      (await expecting(202, 'POST', `/v1.0/imports/${id}/${action}`)) as Import,
    import: async (id: string) => (await expecting(200, 'GET', `/v1.0/imports/${id}`)) as Import,
    report: async (id: string, query = '') => gathered(walk<ReportLine>(`/v1.0/imports/${id}/report${query}`)),
  };
};

/** All items of all pages. */
export const gathered = async <Item>(pages: AsyncIterable<Item[]>): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
