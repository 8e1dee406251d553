/** SES on this machine: takes every mail and shows it on a page. */
import { Worker } from 'node:worker_threads';
import { loopback } from './addresses.ts';
import { accessKeyFile, type DataFolder } from './data-folder.ts';

/** A running mailbox; `endpoint` is also the address of its page, `count` the number of mails in it. */
export type LocalMailbox = { endpoint: string; count: () => number; stop: () => Promise<void> };

/** Left alone, a thread's new objects may fill 48 MB before they are collected. */
const youngMegabytes = 6;

/** What its thread tells: its port once, then its number of mails whenever that changes. */
export type MailboxNews = { port: number } | { mails: number };

/** Starts the mailbox with the mails that were kept. `onEnd` is told why it ended when nobody stopped it. */
export const startMailbox = async (
  folder: DataFolder,
  onEnd: (reason: string) => void = () => {},
): Promise<LocalMailbox> => {
  const worker = new Worker(new URL('./mailbox-worker.ts', import.meta.url), {
    workerData: {
      host: loopback,
      file: folder.file('mails.sealed'),
      keyFile: folder.file('master.key'),
      accessKeyFile: folder.file(accessKeyFile),
    },
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  let mails = 0;
  let isStopping = false;
  let reason = 'its thread ended';
  worker.on('error', (error) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (news: MailboxNews) => {
      if ('port' in news) resolve(news.port);
      else mails = news.mails;
    });
  });
  worker.once('exit', () => {
    if (!isStopping) onEnd(reason);
  });
  return {
    endpoint: `http://${loopback}:${port}`,
    count: () => mails,
    stop: async () => {
      isStopping = true;
      await worker.terminate();
    },
  };
};
