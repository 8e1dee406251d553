/** What a person costs: request units from the database's own count, and money from them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { localCredentials } from '../infra/local/emulators/addresses.ts';
import type { Muster } from '../infra/local/muster.ts';
import { region } from '../infra/local/template/intrinsics.ts';
import { sendCredentials } from '../shared/work/credentials/send-credentials.ts';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { countUnits, type Units } from './parts/counted-units.ts';
import { now } from './parts/import-in-process.ts';
import { importInto } from './parts/import-into.ts';
import { functionNamed, withMuster } from './parts/local-muster.ts';
import { shown } from './parts/numbers.ts';
import {
  gigabyteSecond,
  millionMails,
  millionReads,
  millionRequests,
  millionWrites,
  validity,
} from './parts/prices.ts';
import { accountRate, organisation, policy } from './parts/settings.ts';
import { storesOf } from './parts/stores-of.ts';

type Spent = { importing: Units; mailing: Units; messages: number };

/** Imports people and mails their credentials, with a client that counts; the mails themselves go nowhere. */
const spend = async (muster: Muster, rows: number): Promise<Spent> => {
  const endpoint = muster.environment.AWS_ENDPOINT_URL_DYNAMODB ?? '';
  const accessKeyId = muster.environment.AWS_ACCESS_KEY_ID ?? '';
  const client = new DynamoDBClient({ endpoint, region, credentials: { ...localCredentials, accessKeyId } });
  const units = countUnits(client);
  const stores = storesOf(muster, client);
  const messages = await importInto(stores, { rows });
  const importing = { ...units };
  let mails = 0;
  const ports = {
    directory: stores.directory,
    mailer: {
      send: async () => {
        mails += 1;
        return 'sent' as const;
      },
    },
    again: async () => {},
    organisation,
    policy,
    mailsPerSecond: accountRate,
    mailsLeft: Number.POSITIVE_INFINITY,
    now,
    shouldPause: () => false,
  };
  for (const message of messages) await sendCredentials(message, ports);
  client.destroy();
  mustBe('mails', mails, rows);
  const mailing = { writes: units.writes - importing.writes, reads: units.reads - importing.reads };
  return { importing, mailing, messages: messages.length };
};

/** Requests to SQS for a chunk and for its credentials: each is sent, received and deleted; a request carries 64 KB. */
const requestsOfChunk = 0.5 + 1 + 1 + 0.1 + 1 + 1;

/** Calls that share the account's mail rate; each waits for its turn, and the time is billed. */
const callsThatMail = 4;

const perPerson = ({ writes, reads }: Units, rows: number): string =>
  `${shown(writes / rows)} write, ${shown(reads / rows)} read units`;

const dollars = (amount: number): string => `${shown(amount)} USD`;

/** Units and costs. */
export const writeUnits: Benchmark = {
  name: 'write-units',
  measures: `What one person takes of DynamoDB, and what a million people cost (${validity})`,
  run: (smoke) =>
    withMuster('deployed', async (muster): Promise<Figure[]> => {
      const rows = smoke ? 200 : 2000;
      const { importing, mailing, messages } = await spend(muster, rows);
      const [writes, reads] = [(importing.writes + mailing.writes) / rows, (importing.reads + mailing.reads) / rows];
      const { memoryMegabytes } = functionNamed(muster, 'send-credentials');
      const rate = accountRate;
      const waiting = (callsThatMail / rate) * (memoryMegabytes / 1024) * 1e6 * gigabyteSecond;
      const requests = (messages / rows) * requestsOfChunk;
      return [
        { what: 'a person imported', measured: perPerson(importing, rows) },
        { what: 'credentials leased, mailed, marked', measured: perPerson(mailing, rows) },
        { what: 'a million: DynamoDB writes', measured: dollars(writes * millionWrites) },
        { what: 'a million: DynamoDB reads', measured: dollars(reads * millionReads) },
        { what: 'a million: SQS', measured: dollars(requests * millionRequests) },
        {
          what: `a million: Lambda waiting for ${rate} mails/s`,
          measured: dollars(waiting),
          beside: 'all else is cents',
        },
        { what: 'a million: SES, a mail to each', measured: dollars(millionMails) },
        { what: 'a million: SES, 50 people to a mail', measured: dollars(millionMails / 50) },
      ];
    }),
};
