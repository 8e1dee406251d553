/** What the mailbox answers a browser: its page, the list of mails, one of them, and its HTML by itself. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KeptMail, Mails } from './mails.ts';
import { mailboxPage, mailboxPolicy } from './page.ts';
import { rememberedSearch } from './remembered-search.ts';

/**
 * A mail stands in a frame without a script or an origin: nothing in it is fetched, and it can send nothing anywhere. Its
 * links open beside it.
 */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const find = rememberedSearch();

/** Answers what the page asks; false for any other request. */
export const answerPage = (
  { method, url = '/' }: Pick<IncomingMessage, 'method' | 'url'>,
  response: ServerResponse,
  mails: Mails,
): boolean => {
  if (method !== 'GET') return false;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname === '/') {
    send(response, html, mailboxPage, { 'content-security-policy': mailboxPolicy });
    return true;
  }
  if (pathname === '/mails') {
    send(response, 'application/json', JSON.stringify(find(mails, searchParams.get('search') ?? '')));
    return true;
  }
  const [, id, asHtml] = /^\/mails\/([\w-]+)(\/html)?$/.exec(pathname) ?? [];
  const mail =
    id === undefined ? undefined : Iterator.from(mails.newestFirst()).find(({ messageId }) => messageId === id);
  if (!mail) return false;
  if (asHtml) send(response, html, openingBeside(mail), { 'content-security-policy': mailPolicy });
  else send(response, 'application/json', JSON.stringify(mail));
  return true;
};

const html = 'text/html;charset=utf-8';

const openingBeside = ({ body }: KeptMail): string =>
  (body.html ?? '').replace(/<head>/i, '<head><base target="_blank">');

const send = (response: ServerResponse, type: string, body: string, headers: Record<string, string> = {}): void => {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
};
