/** What the mailbox answers a browser: its page, the list of mails and one of them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findMails, type Mails } from './mails.ts';
import { mailboxPage } from './page.ts';

/**
 * Scripts and styles are the page's own. A mail stands in a frame without a script or an origin, which takes this policy
 * over: nothing in it is fetched, and it can send nothing anywhere.
 */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Answers what the page asks; false for any other request. */
export const answerPage = (
  { method, url = '/' }: Pick<IncomingMessage, 'method' | 'url'>,
  response: ServerResponse,
  mails: Mails,
): boolean => {
  if (method !== 'GET') return false;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname === '/') {
    send(response, 'text/html;charset=utf-8', mailboxPage, { 'content-security-policy': policy });
    return true;
  }
  if (pathname === '/mails') {
    send(response, 'application/json', JSON.stringify(findMails(mails, searchParams.get('search') ?? '')));
    return true;
  }
  const id = /^\/mails\/([\w-]+)$/.exec(pathname)?.[1];
  const mail =
    id === undefined ? undefined : Iterator.from(mails.newestFirst()).find(({ messageId }) => messageId === id);
  if (!mail) return false;
  send(response, 'application/json', JSON.stringify(mail));
  return true;
};

const send = (response: ServerResponse, type: string, body: string, headers: Record<string, string> = {}): void => {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(body);
};
