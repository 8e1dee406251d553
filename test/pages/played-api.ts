/** A small server that shows the sign-in page, below a path as some hosts have it, and plays the API's answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Organisation } from '../../shared/domain/organisation.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { signInPageRoute } from '../../shared/pages/sign-in-page-route.ts';

/** An answer that is played. */
export type Played = { status: number; body: unknown; headers?: Record<string, string>; after?: Promise<unknown> };

/** A request that came to the played API. */
export type Asked = {
  path: string;
  authorization: string | undefined;
  cookie: string | undefined;
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

/** Starts it. `next` lists the answers that the API will give, in their order; `ended` what was shown to sign out. */
export const startPlayedApi = async () => {
  const next: Played[] = [];
  const asked: Asked[] = [];
  const ended: string[] = [];
  let url = '';
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (pathname === '/somewhere/below/signin' && request.method === 'GET') {
      const guide = { ...organisation, quickStartUrl: `${url}/quick-start` };
      const route = signInPageRoute({ organisation: guide, policy: defaultPolicy });
      const query = Object.fromEntries(searchParams);
      const { status, headers, text } = await route.answer({ query, headers: request.headers } as never);
      return void response.writeHead(status, { 'x-content-type-options': 'nosniff', ...headers }).end(text);
    }
    if (pathname === '/quick-start') {
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<title>Quick start</title><h1>Welcome</h1>');
    }
    if (!pathname.startsWith('/somewhere/below/v1.0/')) return void response.writeHead(404).end();
    if (pathname.endsWith('/v1.0/me/signOut')) {
      ended.push(request.headers.authorization ?? '');
      return void response.writeHead(204).end();
    }
    asked.push({
      path: pathname.slice('/somewhere/below'.length),
      authorization: request.headers.authorization,
      cookie: request.headers.cookie,
      site: request.headers['sec-fetch-site']?.toString(),
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    const { status, body, headers, after } = next.shift() ?? { status: 500, body: {} };
    await after;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    page: `${url}/somewhere/below/signin`,
    guide: `${url}/quick-start`,
    next,
    asked,
    ended,
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
    body: { token: 'session-token', expiresDateTime: '2030-01-01T08:00:00Z', user: {} },
  } as Played,
  changed: { status: 200, body: { token: 'session-token', expiresDateTime: '2030-01-01T08:00:00Z' } } as Played,
  mustChange: (reason: 'firstSignIn' | 'expired'): Played => ({
    status: 403,
    body: {
      error: { code: 'PasswordChangeRequired', message: 'The password must be changed before anything else.' },
      passwordChange: { token: 'change-token', expiresDateTime: '2030-01-01T00:10:00Z', reason },
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
