/** Numbers that the template and the code of functions both rely on, and that neither can take from the other. */

import { readFileSync } from 'node:fs';
import { callsAtOnce } from '../../shared/aws/mail/mail-transport.ts';
import { placeSeconds } from '../../shared/domain/passwords/lockout.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { shards } from '../../shared/domain/uuid.ts';
import { rowsInFile, rowsInSheet } from '../../shared/files/limits.ts';
import { sweepMessage } from '../../shared/messages/queues.ts';
import { readSettings } from '../../shared/settings.ts';
import { contoso, type Resource, synthesized } from './synthesized.ts';

const { of } = synthesized();
const functions = of('AWS::Lambda::Function');
const nameOf = ({ Properties }: Resource): string => Properties.Description;
const named = (name: string) => functions.find((one) => nameOf(one) === name) as Resource;
const sourceOf = (one: Resource) => readFileSync(`functions/${nameOf(one)}.ts`, 'utf8');

/** How many of a function's invocations its queue allows at once. */
const atOnce = ({ id }: Resource): number => {
  const [mapping] = of('AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => Properties.FunctionName.Ref === id,
  );
  return mapping?.Properties.ScalingConfig.MaximumConcurrency;
};

const mailing = functions.filter((one) => /\bmailTransport\(/.test(sourceOf(one)));

test('the rate of mails is shared by as many calls as may send at once', () => {
  expect(mailing.map(nameOf).sort()).toEqual(['send-credentials', 'send-notices']);
  expect(mailing.reduce((sum, one) => sum + atOnce(one), 0)).toBe(callsAtOnce);
});

test.each(mailing.map((one) => [nameOf(one), one] as const))(
  '%s has ended before the shortest lease that settings allow, so that nobody else mails meanwhile',
  (_, { Properties }) => {
    const withLease = (credentialLeaseSeconds: number) => () =>
      readSettings({ ...contoso, policy: { credentialLeaseSeconds } });
    expect(withLease(Properties.Timeout)).toThrow('credentialLeaseSeconds');
    expect(withLease(defaultPolicy.credentialLeaseSeconds)).not.toThrow();
  },
);

test('who looks at a password has ended before its place among the attempts is given away', () => {
  expect(placeSeconds).toBeGreaterThan(named('sign-in').Properties.Timeout);
});

test('every shard of the due index can be swept at once, and there is a message for each', () => {
  expect(atOnce(named('enforce-policies'))).toBe(shards);
  const isShard = (shard: number) => sweepMessage.safeParse({ kind: 'shard', shard }).success;
  expect([isShard(shards - 1), isShard(shards)]).toEqual([true, false]);
});

test('the longest file is planned within four fifths of a call, and a sheet sent on from where it was (mistake 3)', () => {
  const { MemorySize, Timeout } = named('import-users').Properties;
  // What docs/scale.md reckons with: 16,000 rows a second and core, a quarter of that of a sheet, and a whole core from
  // 1,769 MB on, of which one thread uses no more.
  const rowsASecond = 16_000 * Math.min(1, MemorySize / 1769);
  const time = 0.8 * Timeout;
  expect(rowsInFile / rowsASecond).toBeLessThan(time * 0.9);
  // The last call reads all of a sheet that was sent before, and has most of its time left.
  expect(rowsInSheet / (rowsASecond / 4)).toBeLessThan(time * 0.4);
  // All names and employee ids of a file, 32 bytes each at most while their sets grow, are half of what there is.
  expect((2 * 32 * rowsInFile) / 2 ** 20).toBeLessThan(MemorySize * 0.5);
});
