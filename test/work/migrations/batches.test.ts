/** Migration batches: their states, who may start them, and what becomes of them as time goes by. */

import { addDays } from '../../../shared/domain/time.ts';
import { completeBatch, deleteBatch, startBatch, stopBatch } from '../../../shared/work/migrations/manage-batches.ts';
import { administrator, e3 } from '../../fakes/people.ts';
import { problemsOf } from '../imports/check-a.ts';
import { newSystem } from '../imports/system.ts';
import { batches } from './ask-batch.ts';

const file = (...names: string[]) => ['EmailAddress,Password,ForceChangePassword', ...names.map(rowOf)].join('\n');
const rowOf = (name: string) => `${name}@contoso.com,,False`;
const many = (count: number) => file(...Array.from({ length: count }, (_, index) => `p${index + 1}`));

const setup = async ({ seats = 0 } = {}) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: seats });
  return { system, ...batches(system) };
};

test('a batch waits for its start, and is synced, completed and off the list in turn', async () => {
  const { system, request, upload, statusOf, asked } = await setup();
  const job = await request({ autoStart: false });
  expect(await statusOf(job.id)).toBe('Created');
  await upload(job, file('ann', 'bob'));
  expect(await statusOf(job.id)).toBe('Created');
  expect(system.memory.people.size).toBe(0);
  await expect(completeBatch(asked(job.id), system.ports)).rejects.toThrow('BatchNotSynced');
  await expect(deleteBatch(asked(job.id), system.ports)).rejects.toThrow('ImportNotOver');
  await startBatch(asked(job.id), system.ports);
  await system.drain();
  expect(await statusOf(job.id)).toBe('Synced');
  await expect(startBatch(asked(job.id), system.ports)).rejects.toThrow('ImportNotResumable');
  await completeBatch(asked(job.id), system.ports);
  await completeBatch(asked(job.id), system.ports);
  await system.drain();
  expect(await statusOf(job.id)).toBe('Completed');
  await expect(stopBatch(asked(job.id), system.ports)).rejects.toThrow('ImportOver');
  const told = system.post.sent.filter(({ to }) => to.includes('migration@contoso.com'));
  expect(told.map(({ subject }) => subject.includes('is complete'))).toEqual([false, true]);
  await deleteBatch(asked(job.id), system.ports);
  await expect(statusOf(job.id)).rejects.toThrow('NotFound');
  expect((await system.batches.list({ top: 10 })).batches).toEqual([]);
  expect(system.memory.people.size).toBe(2);
});

test('who starts a batch before its file is there starts it with its file', async () => {
  const { system, request, upload, statusOf, asked } = await setup();
  const job = await request({ autoStart: false });
  await startBatch(asked(job.id), system.ports);
  expect(await statusOf(job.id)).toBe('Created');
  await upload(job, file('ann'));
  expect(await statusOf(job.id)).toBe('Synced');
});

test('a moment starts a batch, and another one completes it', async () => {
  const { system, request, upload, statusOf, sweep } = await setup();
  const now = system.clock.now();
  const moments = { startAfterDateTime: addDays(now, 2), completeAfterDateTime: addDays(now, 4) };
  const job = await request(moments);
  await upload(job, file('ann'));
  expect(await statusOf(job.id)).toBe('Waiting');
  system.clock.pass({ days: 1 });
  await sweep();
  expect(await statusOf(job.id)).toBe('Waiting');
  system.clock.pass({ days: 1 });
  await sweep();
  expect(await statusOf(job.id)).toBe('Synced');
  system.clock.pass({ days: 2 });
  await sweep();
  expect(await statusOf(job.id)).toBe('Completed');
});

test('a batch that completes itself has one mail, its final report', async () => {
  const { system, run, statusOf } = await setup();
  const id = await run(file('ann'), { autoComplete: true });
  expect(await statusOf(id)).toBe('Completed');
  const told = system.post.sent.filter(({ to }) => to.includes('migration@contoso.com'));
  expect(told.map(({ subject }) => subject.includes('is complete'))).toEqual([true]);
});

test('stopped when it was synced, it is synced again; nobody looks at it for 60 days, and it is stopped; then it goes', async () => {
  const { system, run, statusOf, asked, sweep } = await setup();
  const id = await run(file('ann'));
  await stopBatch(asked(id), system.ports);
  expect(await statusOf(id)).toBe('Stopped');
  await startBatch(asked(id), system.ports);
  expect(await statusOf(id)).toBe('Synced');
  system.clock.pass({ days: 59 });
  await sweep();
  expect(await statusOf(id)).toBe('Synced');
  system.clock.pass({ days: 1 });
  await sweep();
  expect(await statusOf(id)).toBe('Stopped');
  system.clock.pass({ days: 90 });
  await sweep();
  await expect(statusOf(id)).rejects.toThrow('NotFound');
});

test('somebody else starts it with no more rights than both have', async () => {
  const { system, request, upload, asked } = await setup();
  const job = await request({ autoStart: false });
  await upload(job, file('ann'));
  const other = { ...administrator, id: 'other', roles: ['User Administrator'] };
  await startBatch({ ...asked(job.id), principal: other }, system.ports);
  expect((await system.imports.read(job.id))?.resumedBy).toMatchObject({ id: 'other' });
});

test('a cutover has 2,000 mailboxes at most, and a note above 150; rooms do not count', async () => {
  const { system, run, statusOf, read } = await setup();
  const recipients = (count: number) =>
    [
      'Alias,PrimarySmtpAddress,DisplayName,RecipientTypeDetails',
      ...Array.from({ length: count }, (_, index) => `p${index},p${index}@contoso.com,Person ${index},UserMailbox`),
      'room,room@contoso.com,Room,RoomMailbox',
    ].join('\n');
  const large = await run(recipients(2001), { type: 'exchangeCutover' });
  expect(await statusOf(large)).toBe('Failed');
  expect((await read(large)).job.refusal).toEqual({ code: 'BatchTooLarge', fact: '2000' });
  expect(system.memory.people.size).toBe(0);
  const small = await run(recipients(150), { type: 'exchangeCutover' });
  const middle = await run(recipients(151), { type: 'exchangeCutover' });
  const isAdvised = async (id: string) => (await read(id)).job.notes?.some((note) => note.includes('150'));
  expect([await isAdvised(small), await isAdvised(middle)]).toEqual([false, true]);
  expect((await read(small)).progress).toMatchObject({ created: 150, skipped: 1 });
});

test('beside synchronisation there is no cutover, and a staged batch adds nobody', async () => {
  const { system, request, upload, run, statusOf, read } = await setup();
  const before = await request({ type: 'exchangeCutover' });
  const known = await run(file('ann'));
  const organisation = { ...system.organisation, onPremisesSync: { isEnabled: true, since: system.clock.now() } };
  Object.assign(system.ports, { organisation });
  await expect(request({ type: 'exchangeCutover' })).rejects.toThrow('CutoverWhileSynchronized');
  // Switched on since it was asked for.
  await upload(before, file('carl'));
  expect((await read(before.id)).job.refusal?.code).toBe('CutoverWhileSynchronized');
  const id = await run(file('ann', 'bob'));
  expect(await statusOf(id)).toBe('SyncedWithErrors');
  expect((await read(id)).rows.map(({ outcome, code }) => code ?? outcome)).toEqual([
    'unchanged',
    'MigrationPersonMissing',
  ]);
  expect(await statusOf(known)).toBe('Synced');
});

test('500 people through their days to disabled mailboxes, and back by a licence; the mails name the batch', async () => {
  const { system, run, statusOf, sweep } = await setup({ seats: 500 });
  const id = await run(many(500));
  const mailboxes = () => Object.groupBy([...system.memory.people.values()], ({ mailbox }) => mailbox?.state ?? 'none');
  expect(await statusOf(id)).toBe('Synced');
  expect(mailboxes().grace).toHaveLength(500);
  system.clock.pass({ days: 24 });
  await sweep();
  const reminder = system.post.sent.findLast(({ to }) => to.includes('admin@contoso.com'));
  expect(reminder?.text).toContain('Finance');
  system.clock.pass({ days: 6 });
  await sweep();
  expect(mailboxes().disabled).toHaveLength(500);
  const licensed = [
    'EmailAddress,Licenses',
    ...Array.from({ length: 500 }, (_, n) => `p${n + 1}@contoso.com,${e3.skuPartNumber}`),
  ];
  await run(licensed.join('\n'), {}, { existingPeople: 'update', usageLocation: 'NL' });
  expect(mailboxes().active).toHaveLength(500);
  expect(await problemsOf(system)).toEqual([]);
}, 60_000);

test('everybody in a batch has a mailbox, whatever the format of its file', async () => {
  const { system, run } = await setup();
  await run('User Name,Display Name\nann@contoso.com,Ann Beebe', { type: 'imap' });
  expect([...system.memory.people.values()].map(({ mailbox }) => mailbox?.state)).toEqual(['grace']);
});
