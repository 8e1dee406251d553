/** How fast credentials leave: minted, mailed by the local SES, marked as sent. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Muster } from '../infra/local/muster.ts';
import { queue } from '../shared/aws/queues.ts';
import type { CredentialMessage } from '../shared/work/queues.ts';
import { type Benchmark, mustBe } from './parts/benchmark.ts';
import { importInto } from './parts/import-into.ts';
import { functionNamed, withMuster } from './parts/local-muster.ts';
import { median, repeated, shown } from './parts/numbers.ts';
import type { PeopleFile } from './parts/people-file.ts';
import { storesOf } from './parts/stores-of.ts';

const patienceMilliseconds = 60_000;

/** Milliseconds until the mailbox has so many more mails. */
const until = async (muster: Muster, mails: number, act: () => Promise<void>): Promise<number> => {
  const expected = muster.mailCount() + mails;
  const began = performance.now();
  await act();
  let [count, lastMove] = [0, began];
  while (muster.mailCount() < expected) {
    await sleep(20);
    if (muster.mailCount() !== count) [count, lastMove] = [muster.mailCount(), performance.now()];
    if (performance.now() - lastMove > patienceMilliseconds) throw new Error(`${expected - count} mails do not come`);
  }
  const milliseconds = performance.now() - began;
  // Twice the same mail would come right behind.
  await sleep(500);
  mustBe('mails', muster.mailCount(), expected);
  return milliseconds;
};

const send = async (muster: Muster, file: PeopleFile, mailsOf: (messages: CredentialMessage[]) => number) => {
  const messages = await importInto(storesOf(muster), file);
  const url = functionNamed(muster, 'send-credentials').environment.CREDENTIAL_QUEUE_URL ?? '';
  const toQueue = queue<CredentialMessage>(muster.clients.sqs, url);
  const mails = mailsOf(messages);
  return { mails, milliseconds: await until(muster, mails, () => toQueue(messages)) };
};

/** Credential mails. */
export const mails: Benchmark = {
  name: 'mails',
  measures: 'Credentials that the local engine mails, with nothing else to do',
  run: (smoke) =>
    withMuster('unpaced', async (muster) => {
      const rows = smoke ? 200 : 3000;
      let run = 0;
      const runs = async (haveOwnAddress: boolean) =>
        repeated(smoke ? 1 : 3, () => {
          run += 1;
          const file = { rows, haveOwnAddress, namesBegin: `run${run}` };
          return send(muster, file, (messages) => (haveOwnAddress ? rows : messages.length));
        });
      const rate = (of: readonly { mails: number; milliseconds: number }[], count: (mails: number) => number) =>
        median(of.map((one) => (count(one.mails) * 1000) / one.milliseconds));
      const each = await runs(true);
      const grouped = await runs(false);
      return [
        { what: 'one to each person', measured: `${shown(rate(each, (count) => count))} mails/s` },
        {
          what: 'to the administrator, a chunk of people to a mail',
          measured: `${shown(rate(grouped, (count) => count))} mails/s`,
          beside: `${shown(rate(grouped, () => rows))} people/s`,
        },
      ];
    }),
};
