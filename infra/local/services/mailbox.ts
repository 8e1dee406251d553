/** SES on this machine: takes every mail and shows it on a page. */
import { Worker } from 'node:worker_threads';
import { loopback } from './addresses.ts';
import type { DataFolder } from './data-folder.ts';

/** A running mailbox; `endpoint` is also the address of its page. */
export type LocalMailbox = { endpoint: string; stop: () => Promise<void> };

/** Starts the mailbox with the mails that were kept. */
export const startMailbox = async (folder: DataFolder): Promise<LocalMailbox> => {
  const worker = new Worker(new URL('./mailbox-worker.ts', import.meta.url), {
    workerData: { host: loopback, file: folder.file('mails.jsonl') },
  });
  const port = await new Promise<number>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  return {
    endpoint: `http://${loopback}:${port}`,
    stop: async () => {
      await worker.terminate();
    },
  };
};
