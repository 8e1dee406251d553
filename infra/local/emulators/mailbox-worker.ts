/**
 * SES on this machine, in a thread of its own because its mailbox is a variable of its module. Mails are kept in a file.
 * They hold passwords, so each line is sealed.
 */
import { writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { readAccessKeys } from '../door/access-keys.ts';
import { guardServer } from '../door/guard.ts';
import { keptMails, type Mail } from './kept-mails.ts';
import type { MailboxNews } from './mailbox.ts';
import { readMasterKey } from './master-key.ts';
import { open, seal } from './sealing.ts';

const { host, file, keyFile, accessKeyFile } = workerData as Record<
  'host' | 'file' | 'keyFile' | 'accessKeyFile',
  string
>;
const masterKey = readMasterKey(keyFile);
const require = createRequire(import.meta.url);
const { default: startServer } = require('aws-ses-v2-local') as {
  default: (options: { host: string; port: number }) => Promise<Server>;
};
const { getStoreReadonly } = require('aws-ses-v2-local/dist/store.js') as {
  getStoreReadonly: () => { emails: unknown };
};

const tell = (news: MailboxNews) => parentPort?.postMessage(news);

const lineOf = (mail: unknown): string =>
  `${seal(masterKey, Buffer.from(JSON.stringify(mail)), 'mailbox', {}).toString('base64')}\n`;

const mailOf = (line: string): unknown =>
  JSON.parse(open(masterKey, Buffer.from(line, 'base64'), {})?.plaintext.toString() ?? 'null');

const kept = () => {
  const mails = keptMails(file, { lineOf, mailOf });
  const { push } = mails;
  return Object.assign(mails, {
    push: (...added: Mail[]) => {
      const count = push(...added);
      tell({ mails: count });
      return count;
    },
  });
};

const store = getStoreReadonly();
let mails = kept();
Object.defineProperty(store, 'emails', {
  get: () => mails,
  // The mailbox page's "clear" puts a new list in place.
  set: () => {
    writeFileSync(file, '');
    mails = kept();
    tell({ mails: 0 });
  },
});

const server = await startServer({ host, port: 0 });

/** Longer than a question for the quota is, shorter than any mail. */
const maxOfQuestion = 64;

/** What an account outside of the sandbox may send; aws-ses-v2-local 2.10.2 never answers the question. */
const quota = `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult>
<MaxSendRate>14</MaxSendRate><Max24HourSend>-1</Max24HourSend><SentLast24Hours>0</SentLast24Hours>
</GetSendQuotaResult></GetSendQuotaResponse>`;

const isQuestion = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' && url === '/' && Number(headers['content-length']) < maxOfQuestion;

const [takeMail] = server.listeners('request') as RequestListener[];
server.removeAllListeners('request').on('request', (request, response) => {
  if (isQuestion(request)) response.writeHead(200, { 'content-type': 'text/xml' }).end(quota);
  else takeMail?.(request, response);
});

/** What the page in the browser of this machine's user asks for: everything but what an SDK asks SES. */
const isOfPage = ({ method, url = '/' }: IncomingMessage): boolean =>
  method === 'POST' ? url === '/clear-store' : method === 'GET' && !url.startsWith('/v2/');

const accessKeys = readAccessKeys(accessKeyFile);
guardServer(server, (request) => (isOfPage(request) ? undefined : accessKeys));

tell({ mails: mails.length });
tell({ port: (server.address() as { port: number }).port });
