/** What bounds a flood of sign-ins in the template, and who is told of it. */
import { contoso, type Resource, synthesized } from './synthesized.ts';

const signInOf = ({ of }: ReturnType<typeof synthesized>) =>
  of('AWS::Lambda::Function').find(({ Properties }) => Properties.Description === 'sign-in') as Resource;

test('no concurrency is reserved unless a setting says so: a new account refuses any (weakness 3)', () => {
  expect(signInOf(synthesized()).Properties).not.toHaveProperty('ReservedConcurrentExecutions');
  const reserved = synthesized({ ...contoso, signInConcurrency: 50 });
  expect(signInOf(reserved).Properties.ReservedConcurrentExecutions).toBe(50);
  const others = reserved
    .of('AWS::Lambda::Function')
    .filter(({ Properties }) => Properties.ReservedConcurrentExecutions);
  expect(others).toHaveLength(1);
});

test('many refused sign-ins, and functions that are turned away, raise an alarm (weaknesses 3, 7)', () => {
  const { of } = synthesized();
  const [filter] = of('AWS::Logs::MetricFilter');
  expect(filter?.Properties.FilterPattern).toBe('{ ($.event = "refused") && ($.route = "POST /v1.0/signIn") }');
  const alarms = of('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
  expect(alarms).toContainEqual(
    expect.objectContaining({ Namespace: 'Muster', MetricName: 'RefusedSignIns', Period: 900, Threshold: 500 }),
  );
  const throttles = alarms.find(({ MetricName }) => MetricName === 'Throttles');
  expect(throttles).toMatchObject({ Namespace: 'AWS/Lambda', Period: 300, Threshold: 100 });
  expect(throttles).not.toHaveProperty('Dimensions');
});
