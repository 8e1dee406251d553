/** Entries of earlier releases lie beside what they tell of, and are found with those of today. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { audits as auditsIn } from '../../../shared/aws/audits.ts';
import { auditItem, formerAuditKey } from '../../../shared/aws/directory-items.ts';
import { type AuditEntry, auditPlace } from '../../../shared/domain/audit.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf } from '../../fakes/people.ts';
import { type Dynoxide, startDynoxide } from '../dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.stop());

/** Entries at each second, the odd ones where an earlier release put them. */
const setup = async () => {
  const { client, directory: table } = await dynoxide.makeTables();
  const entries = Array.from(
    { length: 20 },
    (_, n): AuditEntry => ({
      id: idOf(`entry ${n}`),
      activityDateTime: addSeconds(monday, n),
      activityDisplayName: 'Update user',
      initiatedBy: { kind: 'operator', id: idOf('operator'), displayName: 'Operator' },
      target: { type: 'User', id: idOf('ada'), displayName: 'ada' },
      modifiedProperties: [],
    }),
  );
  for (const [n, entry] of entries.entries()) {
    const former = n % 2 ? formerAuditKey(entry.target, auditPlace(entry)) : {};
    await client.send(new PutCommand({ TableName: table, Item: { ...auditItem(entry, defaultPolicy), ...former } }));
  }
  return { audits: auditsIn(client, table), entries: entries.toReversed() };
};

test.each([
  ['target', { kind: 'target', id: idOf('ada') }],
  ['actor', { kind: 'user', id: idOf('operator') }],
  ['time', { kind: 'everything' }],
] as const)('by %s, in one order, through pages (weakness 6)', async (_by, of) => {
  const { audits, entries } = await setup();
  const found: AuditEntry[] = [];
  for (let before: string | undefined = '~'; before !== undefined; ) {
    const page: Awaited<ReturnType<typeof audits.page>> = await audits.page({ of, from: '0', before, top: 3 });
    found.push(...page.entries);
    before = page.next;
  }
  expect(found).toEqual(entries);
});

test('each by its target and place', async () => {
  const { audits, entries } = await setup();
  for (const entry of entries) {
    expect(await audits.read({ target: entry.target, place: auditPlace(entry) })).toEqual(entry);
  }
});
