/** An import that stands still in its midst, and a message in each queue that nobody has worked off. */
import { setTimeout as sleep } from 'node:timers/promises';
import { bounceOf } from '../driver/bounce.ts';
import { newCrowd } from '../driver/crowd.ts';
import { controlOf, type Muster } from '../driver/muster.ts';
import { newLicence, setSeats, unique } from '../driver/names.ts';
import { importRequested, requestImport } from '../driver/requested-imports.ts';
import type { Import } from '../driver/resources.ts';
import { waitFor } from '../driver/wait-for.ts';
import type { Notes } from './notes.ts';

const rows = 200;
const seats = 150;
/** Rows that are no people. */
const refused = [7, 120];
/** Rows with a password of their own, which crosses the queue sealed. */
const withPassword = [3, 60, 199];

/** As long as a message can be put off, which is longer than the rest of this takes. */
const late = (name: string, more: object = {}) => ({ does: 'deliverLate', function: name, seconds: 900, ...more });

/** Sets everything going and lets nothing come to its end; the engine is to be killed next. */
export const leaveUnderWay = async (
  muster: Muster,
  { people, imports, held }: Pick<Notes, 'people' | 'imports'> & { held: Import },
): Promise<Pick<Notes, 'standing' | 'resumed' | 'late' | 'secrets'>> => {
  const { api, queues } = muster;
  const url = muster.outputs.LocalUrl ?? '';
  const faults = async (...rules: object[]) => {
    const body = JSON.stringify({ rules });
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(`${url}/_local/faults`, { method: 'POST', headers, body });
    if (status !== 200) throw new Error(`The faults were answered with ${status}.`);
  };
  // Two of five chunks are put off, and the worker of a third one dies when its people are there and its result is not. The
  // first sweep is handed out, and each of its parts is put off.
  const stopped = [
    { does: 'dieDuring', function: 'provision-users', operation: 'dynamodb:TransactWriteItems', times: 1 },
    late('provision-users', { times: 2 }),
    late('send-credentials'),
    late('send-notices'),
    late('record-deliveries'),
    late('enforce-policies'),
  ];
  await faults(late('send-notices'));
  // Of somebody whose mailbox ends in seven days, and of an import.
  await controlOf(muster).daysAfter(await controlOf(muster).now(), 0.1);
  await controlOf(muster).quiet(/Sweeps/);
  const small = newCrowd(2, await newLicence(muster, 2));
  await importRequested(muster, 'unreported.csv', small.file());
  await controlOf(muster).quiet(/Files|Rows|Credentials|Sweeps/);

  await faults({ does: 'deliverAgain', function: 'enforce-policies', times: 1 }, ...stopped);
  await controlOf(muster).runSchedule();
  const plan = await newLicence(muster, seats, { name: 'CREW' });
  const crowd = newCrowd(rows, plan);
  const secrets = withPassword.map(() => `Chosen-${unique()}-Numbat8`);
  const content = withPasswords(
    crowd.file((row) => (refused.includes(row) ? { 'User Name': 'no name' } : {})),
    secrets,
  );
  const standing = await requestImport(muster, 'standing.csv', content);
  await standsStill(url);
  const { created } = await api.import(standing.id);
  if (created < 40 || created > rows - 100) throw new Error(`${created} are created: that is no midst.`);

  await faults(...stopped, late('import-users'));
  await api.askOfImport(held.id, 'resume');
  const other = newCrowd(6, plan);
  await muster.files.putFile('late.csv', other.file());
  await api.ask('POST', `/v1.0/imports/${imports.keptBack}/sendCredentials`, {});
  await setSeats(muster, plan, seats + 10);
  const { userPrincipalName, ...bounced } = await api.user(people.bounced);
  const event = bounceOf({ ...bounced, otherMails: [userPrincipalName.replace('@contoso.com', '@example.net')] });
  await queues.send(await queues.before(muster.outputs.DeliveriesDeadLetterQueueUrl), event);
  await controlOf(muster).runSchedule();
  await standsStill(url);
  // Last of all: what follows from it is put off until every function knows of it.
  await api.ask('PATCH', '/v1.0/organization/organization', { technicalNotificationMails: ['it@contoso.com'] });
  await api.patchDomain('example.com', { passwordNotificationWindowInDays: 30 });
  await api.patchDomain('contoso.com', { passwordValidityPeriodInDays: 120 });
  const names = crowd.names.filter((_, index) => !refused.includes(index + 1));
  return {
    standing: {
      id: standing.id,
      rows,
      refused: refused.length,
      names,
      skuId: plan.skuId,
      seats,
    },
    resumed: { id: held.id, rows: 5 },
    late: { key: 'late.csv', rows: other.count },
    secrets,
  };
};

/** Adds a last column to a file whose cells need no quotes. */
const withPasswords = (file: string, passwords: readonly string[]): string =>
  file
    .split('\r\n')
    .map((line, row) =>
      line === '' ? line : `${line},${row === 0 ? 'Password' : (passwords[withPassword.indexOf(row)] ?? '')}`,
    )
    .join('\r\n');

/** Until every message is in somebody's hands, where it will stay. */
const standsStill = async (url: string): Promise<void> => {
  type State = { queues: { name: string; waiting: number; inFlight: number }[] };
  let [before, looks] = ['', 0];
  await waitFor(
    'every message to stand still',
    async () => ((await (await fetch(`${url}/_local/state`)).json()) as State).queues,
    (queues) => {
      const now = JSON.stringify(queues);
      looks = now === before && queues.every(({ waiting }) => waiting === 0) ? looks + 1 : 0;
      before = now;
      return looks === 10;
    },
    { seconds: 120, every: 0.5 },
  );
  await sleep(500);
};
