/** Messages wait in queues for days, and are sent back from the dead letters weeks later: to a newer release. */
import * as z from 'zod';
import { newsOf } from '../../shared/aws/mail/mail-news.ts';
import { mailEvent } from '../../shared/messages/mail-event.ts';
import { rowsMessage } from '../../shared/messages/queues.ts';
import { personIdOf } from '../../shared/work/imports/rows/person-id.ts';
import type { RowsMessage } from '../../shared/work/queues.ts';
import { e3, job, person } from '../fakes/people.ts';
import { newSystem } from '../work/imports/system.ts';
import {
  type JsonSchema,
  pathsInMessage,
  pathsInSchema,
  type QueueName,
  queueSchemas,
  sentTo,
} from './sent-messages.ts';

const queues = Object.keys(queueSchemas) as QueueName[];
/** What others send has more than is read of it. */
const isOurs = (message: unknown) => !JSON.stringify(message).includes('"detail-type"');

test.each(queues)(
  '%s: every message that was ever sent is understood, and nothing of it is dropped (case 49)',
  (queue) => {
    for (const message of sentTo(queue)) {
      const read = queueSchemas[queue].parse(message);
      if (isOurs(message)) expect(read).toEqual(message);
      else expect(message).toMatchObject(read);
    }
  },
);

test.each(queues)('%s: a message of every form is kept', (queue) => {
  const kept = new Set(sentTo(queue).flatMap((message) => pathsInMessage(message)));
  const known = pathsInSchema(z.toJSONSchema(queueSchemas[queue], { io: 'input' }) as JsonSchema);
  expect(known.length).toBeGreaterThan(0);
  expect(known.filter((path) => !kept.has(path))).toEqual([]);
});

const password = 'Marked-Pa55word-One';

/** A system in which the import of the kept messages has sent its chunks. */
const setup = async () => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: 0 });
  const [chunk] = sentTo('rows') as [RowsMessage];
  const rules = {
    organisation: system.organisation,
    policy: system.policy,
    catalogue: await system.directory.catalogue(),
  };
  const plan = { stage: 'provisioning', status: 'running', rows: chunk.lastRow, chunks: 1, rules } as const;
  const begun = await system.imports.begin(
    job('people.csv', { id: chunk.importId, ...plan, nextRow: chunk.lastRow + 1 }),
  );
  const opening = { ...system.sealer, open: async (sealed: readonly string[]) => sealed.map(() => password) };
  return { ...system, ports: { ...system.ports, sealer: opening }, chunk, begun };
};

test('a chunk makes the people that it made, and each row comes out as it did (case 49)', async () => {
  const { take, ports, chunk, directory, memory } = await setup();
  expect(await take.rows(rowsMessage.parse(chunk), ports)).toBe('provisioned');
  const [result] = [...(memory.chunks.get(chunk.importId)?.values() ?? [])];
  expect(result?.rows.map(({ outcome, code }) => code ?? outcome)).toEqual([
    'created',
    'MailAddressInvalid',
    'DomainNotVerified',
    'ChangedSincePlan',
  ]);
  const [ada, bob] = await directory.readPeople([1, 2].map((row) => personIdOf(chunk.importId, row)));
  const { otherMails, roles, password: ofAda, credentialMail } = ada ?? person('nobody');
  expect({ otherMails, roles, source: ofAda.source, to: credentialMail.to }).toEqual({
    otherMails: ['ada@example.net'],
    roles: ['User Administrator'],
    source: 'chosen',
    to: ['ada.home@example.net'],
  });
  expect(bob?.waitingLicenses).toMatchObject([{ skuId: e3.skuId }]);
});

test('the others do what they did: an import begins, people and administrator are mailed, a bounce is known (case 49)', async () => {
  const { take, ports, chunk, memory, post, queue } = await setup();
  const [uploaded, step] = sentTo('files');
  await take.files(step, ports);
  await take.rows(chunk, ports);
  await take.files(step, ports);
  expect(memory.jobs.get(chunk.importId)?.stage).toBe('settled');
  await expect(take.files(uploaded, ports)).resolves.toBeUndefined();
  expect([...memory.jobs.values()].map(({ file }) => [file.key, file.versionId])).toContainEqual([
    'new people+1.csv',
    'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
  ]);
  for (const message of sentTo('credentials')) await take.credentials(message, ports);
  for (const message of sentTo('notices')) await take.notices(message, ports);
  expect(post.sent.map(({ to }) => to)).toEqual([
    ['ada.home@example.net'],
    ['admin@contoso.com'],
    ['admin@contoso.com'],
  ]);
  for (const message of sentTo('sweeps')) await take.sweeps(message, ports);
  expect(queue.in('sweeps').filter(({ kind }) => kind === 'shard')).toHaveLength(16);
  const [ada, bob] = (sentTo('credentials') as [{ userIds: string[] }])[0].userIds;
  const news = sentTo('deliveries').map((event) => newsOf(mailEvent.parse(event)));
  expect(news.map((one) => one?.delivery.state)).toEqual(['bounced', 'complaint', 'delivered']);
  expect(news[0]?.people).toEqual([
    { id: ada, attempt: 1 },
    { id: bob, attempt: 2 },
  ]);
});
