/**
 * SES on this machine, in a thread of its own because its mailbox is a variable of its module. Mails are kept in a file.
 * They hold passwords, so each line is sealed.
 */
import { writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { parentPort, workerData } from 'node:worker_threads';
import { readAccessKeys } from '../door/access-keys.ts';
import { guardServer } from '../door/guard.ts';
import type { KeptMail } from '../mailbox/mails.ts';
import { answerPage } from '../mailbox/pages.ts';
import { mailOfForm, sentAnswer } from '../mailbox/ses-mail.ts';
import { keptMails } from './kept-mails.ts';
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

const lineOf = (mail: KeptMail): string =>
  `${seal(masterKey, Buffer.from(JSON.stringify(mail)), 'mailbox', {}).toString('base64')}\n`;

const mailOf = (line: string): KeptMail | null =>
  JSON.parse(open(masterKey, Buffer.from(line, 'base64'), {})?.plaintext.toString() ?? 'null');

const kept = () => {
  const mails = keptMails(file, { lineOf, mailOf });
  const { push } = mails;
  return Object.assign(mails, {
    push: (...added: KeptMail[]) => {
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

const [takeOther] = server.listeners('request') as RequestListener[];
const asXml = (response: ServerResponse, body: string) =>
  response.writeHead(200, { 'content-type': 'text/xml' }).end(body);

/** Every mail of ours is sent so; whatever else SES is asked has an answer of the emulator's. */
const isForm = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' && url === '/' && (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

const takeForm = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const mail = mailOfForm(await text(request));
  if (!mail) return void response.writeHead(400, { 'content-type': 'text/xml' }).end('<ErrorResponse/>');
  mails.push(mail);
  asXml(response, sentAnswer(mail));
};

server.removeAllListeners('request').on('request', (request, response) => {
  if (isQuestion(request)) asXml(response, quota);
  else if (isForm(request)) takeForm(request, response).catch(() => response.destroy());
  else if (!answerPage(request, response, mails)) takeOther?.(request, response);
});

/** What the page in the browser of this machine's user asks for: everything but what an SDK asks SES. */
const isOfPage = ({ method, url = '/' }: IncomingMessage): boolean =>
  method === 'POST' ? url === '/clear-store' : method === 'GET' && !url.startsWith('/v2/');

const accessKeys = readAccessKeys(accessKeyFile);
guardServer(server, (request) => (isOfPage(request) ? undefined : accessKeys));

tell({ mails: mails.length });
tell({ port: (server.address() as { port: number }).port });
