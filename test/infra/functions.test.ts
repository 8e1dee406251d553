import { readdirSync } from 'node:fs';
import { type Resource, synthesized } from './synthesized.ts';

const { of, resources } = synthesized();
const functions = of('AWS::Lambda::Function').map((resource) => [resource.Properties.Description, resource] as const);

test('each file of functions/ is one function', () => {
  expect(functions.map(([name]) => `${name}.ts`).sort()).toEqual(readdirSync('functions').sort());
});

/** Whether the role of a function may send to the queue that feeds it. */
const sendsToItself = ({ Description, Role }: Resource['Properties']): boolean => {
  const fed = of('AWS::Lambda::EventSourceMapping')
    .filter(({ Properties }) =>
      functions.some(([name, { id }]) => name === Description && id === Properties.FunctionName.Ref),
    )
    .map(({ Properties }) => JSON.stringify(Properties.EventSourceArn));
  return of('AWS::IAM::Policy')
    .filter(({ Properties }) => Properties.Roles[0].Ref === Role['Fn::GetAtt'][0])
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'))
    .some(({ Resource }) => [Resource].flat().some((one) => fed.includes(JSON.stringify(one))));
};

describe('functions', () => {
  test.each(functions)('%s runs on Node 24 and arm64, and logs JSON for a month', (_, { Properties }) => {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogFormat: 'JSON' },
    });
    expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    const log = resources.find(({ id }) => id === Properties.LoggingConfig.LogGroup.Ref);
    expect(log?.Properties.RetentionInDays).toBe(30);
  });

  test.each(functions)('%s rings at its first error, and says whom it hurts', (_, { id }) => {
    const alarms = of('AWS::CloudWatch::Alarm').filter(
      ({ Properties }) => Properties.Dimensions?.[0]?.Value?.Ref === id,
    );
    expect(alarms).toHaveLength(1);
    expect(alarms[0]?.Properties).toMatchObject({
      MetricName: 'Errors',
      AlarmDescription: expect.stringMatching(/\w+ \w+ .*\.$/),
    });
  });

  test('those alone may call themselves that have an end of their own to it (case 37)', () => {
    const loops = functions.filter(([, { Properties }]) => Properties.RecursiveLoop === 'Allow').map(([name]) => name);
    // Their chains of more than 20 calls: test/work/imports/pauses, run/revive-imports, mailing/chains.
    expect(loops.sort()).toEqual(['enforce-policies', 'import-users', 'send-credentials', 'send-notices']);
    // Who sends to the queue that it is fed by, and nobody else.
    const sending = functions.filter(([, { Properties }]) => sendsToItself(Properties)).map(([name]) => name);
    expect(loops).toEqual(sending.sort());
  });
});
