import { readdirSync } from 'node:fs';
import { synthesized } from './synthesized.ts';

const { of, resources } = synthesized();
const functions = of('AWS::Lambda::Function').map((resource) => [resource.Properties.Description, resource] as const);

test('each file of functions/ is one function', () => {
  expect(functions.map(([name]) => `${name}.ts`).sort()).toEqual(readdirSync('functions').sort());
});

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

  test('only those that count their own calls may call themselves (case 37)', () => {
    const loops = functions.filter(([, { Properties }]) => Properties.RecursiveLoop === 'Allow').map(([name]) => name);
    expect(loops.sort()).toEqual(['enforce-policies', 'import-users']);
  });
});
