/**
 * SES on this machine, in a thread of its own because its mailbox is a variable of its module. Mails are written to a
 * file before they are answered, and read back at the next start.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { MailboxNews } from './mailbox.ts';

const { host, file } = workerData as { host: string; file: string };
const require = createRequire(import.meta.url);
const { default: startServer } = require('aws-ses-v2-local') as {
  default: (options: { host: string; port: number }) => Promise<Server>;
};
const { getStoreReadonly } = require('aws-ses-v2-local/dist/store.js') as {
  getStoreReadonly: () => { emails: unknown[] };
};

const tell = (news: MailboxNews) => parentPort?.postMessage(news);

const keepOnDisk = (mails: unknown[]): unknown[] => {
  mails.push = (...added) => {
    appendFileSync(file, added.map((mail) => `${JSON.stringify(mail)}\n`).join(''));
    const mailCount = Array.prototype.push.apply(mails, added);
    tell({ mails: mailCount });
    return mailCount;
  };
  return mails;
};

/** A last line that a crash cut short was never answered, so it is left out. */
const readKept = (): unknown[] => {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  return lines.map((line) => JSON.parse(line));
};

const store = getStoreReadonly();
let mails = keepOnDisk(readKept());
writeFileSync(file, mails.map((mail) => `${JSON.stringify(mail)}\n`).join(''));
Object.defineProperty(store, 'emails', {
  get: () => mails,
  // The mailbox page's "clear" puts a new list in place.
  set: (cleared: unknown[]) => {
    writeFileSync(file, '');
    mails = keepOnDisk(cleared);
    tell({ mails: 0 });
  },
});

const server = await startServer({ host, port: 0 });
tell({ mails: mails.length });
tell({ port: (server.address() as { port: number }).port });
