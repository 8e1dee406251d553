/** A small server that serves the built console as its function does, under its policy, and plays the API's answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Session } from '../../clients/console/api/session.ts';
import { builtConsole } from '../../infra/parts/console/built-console.ts';
import { permissionsOf } from '../../shared/domain/access/roles.ts';
import { Refused } from '../../shared/domain/refusals.ts';
import { builtFilesIn } from '../../shared/pages/built-files.ts';
import { consoleRoute } from '../../shared/pages/console-routes.ts';

/** A request that came to the played API; `path` begins behind /v1.0/, and its segments are those that `*` stood for. */
export type Asked = {
  method: string;
  path: string;
  values: readonly string[];
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: a body is whatever a page has sent
  body: any;
};

/** An answer that is played; without a status it is 200, without a body 204. `hangUp` breaks the connection instead. */
export type Played = { status?: number; body?: unknown; headers?: Record<string, string>; hangUp?: true };

/** Answers by method and path, such as `GET users/*`. */
export type PlayedRoutes = Record<string, (asked: Asked) => Played | Promise<Played>>;

/** A refusal as the API writes it. */
export const refusal = (status: number, code: string, message: string, ...targets: string[]): Played => ({
  status,
  body: { error: { code, message, details: targets.map((target) => ({ code, message, target })) } },
});

/** What a session tells of the organisation, in a cloud. */
export const organizationIn = (cloud: Session['organization']['cloud']): Session['organization'] => ({
  ...{ displayName: 'Contoso', cloud, preferredLanguage: 'en' },
  deletedDays: 30,
  passwordRules: { least: 8, most: 256, kinds: 3 },
});

/** A session of somebody with these roles; a Global Administrator's where none are named. */
export const sessionOf = (
  roles: readonly string[] = ['Global Administrator'],
  changed: Partial<Session> = {},
): Session => ({
  kind: 'person',
  id: '0b6d2e1c-5a4f-4f0e-9c55-000000000001',
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada@contoso.com',
  roles,
  permissions: permissionsOf(roles),
  expiresDateTime: '2030-01-01T08:00:00Z',
  organization: organizationIn('worldwide'),
  ...changed,
});

/** Starts it with the routes given, beside the session's own; `uploadHost` is where its policy lets files go. */
export const startPlayedConsole = async (given: PlayedRoutes = {}, { uploadHost = 'files.example' } = {}) => {
  const place = { session: sessionOf() as Session | undefined, routes: { ...given } as PlayedRoutes };
  const asked: Asked[] = [];
  const files: string[] = [];
  const serve = consoleRoute({
    builtFile: builtFilesIn(pathToFileURL(`${builtConsole(5)}/`)),
    uploadHost,
  });

  const answer = async (one: Asked): Promise<Played> => {
    if (place.session === undefined && one.path !== 'signIn') return refusal(401, 'Unauthenticated', 'Sign in.');
    if (one.path === 'session' && one.method === 'GET') return { body: place.session };
    for (const [key, play] of Object.entries(place.routes)) {
      const [method, pattern = ''] = key.split(' ');
      const values = method === one.method ? matched(pattern, one.path) : undefined;
      if (values) return play({ ...one, values });
    }
    return refusal(404, 'NotFound', `Nothing is played for ${one.method} ${one.path}.`);
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = 'GET', headers } = request;
    if (pathname.startsWith('/v1.0/')) {
      const text = Buffer.concat(chunks).toString();
      const path = decodeURIComponent(pathname.slice('/v1.0/'.length));
      const one = {
        method,
        path,
        values: [],
        query: searchParams,
        headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
      asked.push(one);
      const played = await answer(one);
      if (played.hangUp) return void request.socket.destroy();
      const { status = played.body === undefined ? 204 : 200, body } = played;
      response.writeHead(status, { 'content-type': 'application/json', ...played.headers });
      return void response.end(body === undefined ? undefined : JSON.stringify(body));
    }
    if (!/^\/console(\/|$)/.test(pathname)) {
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<title>${pathname}</title><h1>${pathname}</h1>`);
    }
    files.push(pathname);
    const path = { file: pathname.slice('/console/'.length) };
    try {
      const { status, headers: sent, bytes } = await serve.answer({ path, headers } as never);
      response.writeHead(status, { 'x-content-type-options': 'nosniff', ...sent }).end(bytes);
    } catch (error) {
      response.writeHead(error instanceof Refused ? 404 : 500).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/console`,
    /** The session, which a test may end, and the answers, which it may change. */
    place,
    /** Requests to the API, and paths of files, in their order. */
    asked,
    files,
    /** As it was started. */
    reset: () => {
      Object.assign(place, { session: sessionOf(), routes: { ...given } });
      asked.length = 0;
      files.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

export type PlayedConsole = Awaited<ReturnType<typeof startPlayedConsole>>;

/** What stands in the place of each `*`; undefined where the path is another one. */
const matched = (pattern: string, path: string): string[] | undefined => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length || !wanted.every((part, at) => part === '*' || part === given[at]))
    return undefined;
  return given.filter((_, at) => wanted[at] === '*');
};
