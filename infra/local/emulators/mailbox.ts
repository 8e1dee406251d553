/** SES on this machine: takes every mail and shows it on a page. */
import { Worker } from 'node:worker_threads';
import { loopback } from './addresses.ts';
import type { DataFolder } from './data-folder.ts';

/** A running mailbox; `endpoint` is also the address of its page, `count` the number of mails in it. */
export type LocalMailbox = { endpoint: string; count: () => number; stop: () => Promise<void> };

/** What its thread tells: its port once, then its number of mails whenever that changes. */
export type MailboxNews = { port: number } | { mails: number };

/** Starts the mailbox with the mails that were kept. */
export const startMailbox = async (folder: DataFolder): Promise<LocalMailbox> => {
  const worker = new Worker(new URL('./mailbox-worker.ts', import.meta.url), {
    workerData: { host: loopback, file: folder.file('mails.sealed'), keyFile: folder.file('master.key') },
  });
  let mails = 0;
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (news: MailboxNews) => {
      if ('port' in news) resolve(news.port);
      else mails = news.mails;
    });
  });
  return {
    endpoint: `http://${loopback}:${port}`,
    count: () => mails,
    stop: async () => {
      await worker.terminate();
    },
  };
};
