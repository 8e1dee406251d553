/** A small server that shows the pages, below a path as some hosts have it, and plays the API's answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Organisation } from '../../shared/domain/organisation.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { pageRoutes } from '../../shared/pages/page-routes.ts';

/** An answer that is played. */
export type Played = { status: number; body: unknown; headers?: Record<string, string>; after?: Promise<unknown> };

/** A request that came to the played API. */
export type Asked = {
  path: string;
  authorization: string | undefined;
  cookie: string | undefined;
  /** By which a page of ours says so. */
  console: string | undefined;
  /** What a browser says of where the request comes from. */
  site: string | undefined;
  body: Record<string, unknown>;
};

/** The organisation whose page it is; its guide is on the same server. */
export const organisation: Organisation = {
  displayName: 'Contoso',
  verifiedDomains: ['contoso.com'],
  administratorMail: 'admin@contoso.com',
  senderMail: 'accounts@contoso.com',
  signInUrl: 'https://contoso.com/signin',
  quickStartUrl: 'https://contoso.com/quick-start',
  preferredLanguage: 'en',
};

/** Who is signed in, and where. */
export const ada = {
  ...{ kind: 'person', id: 'ada', displayName: 'Ada Lovelace', userPrincipalName: 'ada@contoso.com' },
  ...{ roles: [] as string[], permissions: [], expiresDateTime: '2030-01-01T08:00:00Z' },
};
const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 20_1 like Mac OS X) AppleWebKit/605.1.15 Version/20.1 Safari/604.1';
const sessionOf = (id: string, isCurrent: boolean, clientAppUsed: string | null) => ({
  ...{ id, isCurrent, clientAppUsed, ipAddress: clientAppUsed && '192.0.2.7' },
  ...{ createdDateTime: '2029-12-31T23:05:00Z', expiresDateTime: '2030-01-01T08:00:00Z' },
});

/**
 * Starts it. `next` lists the answers that the API will give to what changes something, in their order; `state` is what it
 * says of who is signed in; `ended` counts what was sent to sign out.
 */
export const startPlayedApi = async () => {
  const next: Played[] = [];
  const asked: Asked[] = [];
  const ended: string[] = [];
  const state = { session: ada as typeof ada | undefined, sessions: [] as ReturnType<typeof sessionOf>[] };
  const reset = (): void => {
    for (const list of [next, asked, ended]) list.length = 0;
    state.session = ada;
    state.sessions = [sessionOf('one', true, chrome), sessionOf('two', false, iPhone), sessionOf('three', false, null)];
  };
  reset();
  let url = '';
  const told = (method: string, path: string): Played | undefined => {
    const late = answers.refused(401, 'Unauthenticated');
    if (method === 'GET' && path === '/v1.0/session')
      return state.session ? { status: 200, body: state.session } : late;
    if (method === 'GET') return state.session ? { status: 200, body: { value: state.sessions } } : late;
    if (path === '/v1.0/me/signOut') return { status: 204, body: undefined };
    return undefined;
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const { method = 'GET', headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const below = pathname.slice('/somewhere/below'.length);
    const guide = { ...organisation, quickStartUrl: `${url}/quick-start` };
    const page = pageRoutes({ organisation: guide, policy: defaultPolicy })[`${method} ${below}`];
    if (page) {
      const query = Object.fromEntries(searchParams);
      const { status, headers: own, text } = await page.answer({ query, headers } as never);
      return void response.writeHead(status, { 'x-content-type-options': 'nosniff', ...own }).end(text);
    }
    if (pathname === '/quick-start' || below.startsWith('/console')) {
      const title = pathname === '/quick-start' ? 'Quick start' : 'Console';
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<title>${title}</title><h1>Welcome</h1>`);
    }
    if (!below.startsWith('/v1.0/')) return void response.writeHead(404).end();
    if (below === '/v1.0/me/signOut') ended.push(headers['x-muster-console']?.toString() ?? '');
    const played = told(method, below);
    const text = Buffer.concat(chunks).toString();
    if (!played) {
      asked.push({
        path: method === 'POST' ? below : `${method} ${below}`,
        ...{ authorization: headers.authorization, cookie: headers.cookie },
        console: headers['x-muster-console']?.toString(),
        site: headers['sec-fetch-site']?.toString(),
        body: text === '' ? {} : JSON.parse(text),
      });
    }
    const { status, body, headers: more, after } = played ?? next.shift() ?? { status: 500, body: {} };
    await after;
    response.writeHead(status, { 'content-type': 'application/json', ...more });
    response.end(status === 204 ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    page: `${url}/somewhere/below/signin`,
    account: `${url}/somewhere/below/account`,
    console: `${url}/somewhere/below/console`,
    guide: `${url}/quick-start`,
    ...{ next, asked, ended, state, reset },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** Answers of the API, as it words them. */
export const answers = {
  signedIn: {
    status: 200,
    body: { expiresDateTime: '2030-01-01T08:00:00Z', user: {} },
  } as Played,
  changed: { status: 200, body: { expiresDateTime: '2030-01-01T08:00:00Z' } } as Played,
  begun: (roles: string[]): Played => ({ status: 200, body: { ...ada, kind: 'operator', roles } }),
  mustChange: (reason: 'firstSignIn' | 'expired'): Played => ({
    status: 403,
    body: {
      error: { code: 'PasswordChangeRequired', message: 'The password must be changed before anything else.' },
      passwordChange: { expiresDateTime: '2030-01-01T00:10:00Z', reason },
    },
  }),
  refused: (status: number, code: string): Played => ({ status, body: { error: { code, message: 'English.' } } }),
  locked: (seconds: number): Played => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: { error: { code: 'TooManyAttempts', message: 'English.' } },
  }),
  badPassword: (...codes: string[]): Played => ({
    status: 400,
    body: {
      error: { code: codes[0], message: 'English.', details: codes.map((code) => ({ code, message: 'English.' })) },
    },
  }),
};
