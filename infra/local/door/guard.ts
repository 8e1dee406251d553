/**
 * What every server of the local engine asks before it answers, since a page of any site can send requests to this
 * machine: that it was called by its own name, that no other page asks, and, where AWS asks for a signature, for a key
 * of this data folder. No answer of it allows another origin to read it (CORS), but where the rules of a bucket do.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { type Answer, errorOf } from '../iam-proxy/answers.ts';
import { callerOf, credentialOf } from '../iam-proxy/caller.ts';
import type { AccessKeys } from './access-keys.ts';
import { isOverTls, schemeOf } from './over-tls.ts';

/** Which key a request has to show; undefined for what a browser shows to the user of this machine. */
export type KeyRule = (request: IncomingMessage) => AccessKeys | undefined;

/** Whether a page of another address may ask nevertheless. */
export type PageRule = (request: IncomingMessage) => boolean;

const noKey: KeyRule = () => undefined;

/** Puts the guard before whatever the server answers with, now and when it is told later. */
export const guardServer = (server: Server, keyRule: KeyRule = noKey, mayAsk: PageRule = () => false): void => {
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request').on('request', (request, response) => {
    const refusal = refusalAt(request, keyRule(request), mayAsk);
    if (refusal !== undefined) turnAway(request, response, refusal);
    else for (const listener of listeners) listener(request, response);
  });
};

const refusalAt = (request: IncomingMessage, keys: AccessKeys | undefined, mayAsk: PageRule): Answer | undefined => {
  if (!hasOwnName(request))
    return plain('Ask by the name 127.0.0.1 or localhost, with the port: no other is answered.');
  if (!isFromHere(request) && !mayAsk(request))
    return plain('Only programs and pages of this address may ask, and no other page.');
  if (keys === undefined || keys.isOurs(credentialOf(request)?.split('/')[0] ?? '')) return undefined;
  return unknownKey(callerOf(request)?.service);
};

/** Names by which this machine calls itself; any other is a site that gave its own name to our address (DNS rebinding). */
const ownNames = ['127.0.0.1', 'localhost'];

const ownHosts = (request: IncomingMessage): string[] => {
  const { localPort } = request.socket;
  const isUsual = localPort === (isOverTls(request) ? 443 : 80);
  return ownNames.flatMap((name) => (isUsual ? [name, `${name}:${localPort}`] : [`${name}:${localPort}`]));
};

const hasOwnName = (request: IncomingMessage): boolean =>
  ownHosts(request).includes((request.headers.host ?? '').toLowerCase());

/**
 * Browsers name the origin of what can change something, and with `sec-fetch-site` of everything else, such as an image;
 * programs send neither. Following a link from another page is allowed, since that page cannot read the answer.
 */
const isFromHere = (request: IncomingMessage): boolean => {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = request.headers;
  if (origin !== undefined) return ownHosts(request).some((host) => origin === `${schemeOf(request)}://${host}`);
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return request.method === 'GET' && mode === 'navigate' && destination === 'document';
};

const plain = (message: string): Answer => ({
  status: 403,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message }),
});

/** As each service says it, so that its SDK knows. */
const unknownKey = (service = 's3'): Answer =>
  errorOf(service, {
    status: 403,
    code: codes[service] ?? 'UnrecognizedClientException',
    message: 'This access key is not one of this data folder: take those of the aws.env in it.',
  });

const codes: Record<string, string> = { s3: 'InvalidAccessKeyId', ses: 'InvalidClientTokenId' };

/** Its body is read to the end, because a client may listen only after that. */
const turnAway = (request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void => {
  request.resume();
  response.writeHead(status, headers);
  response.end(body);
};
