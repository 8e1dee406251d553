import { readdirSync } from 'node:fs';
import { bySmtp, contoso, synthesized } from './synthesized.ts';

const settings = (region: string) => (region === 'cn-north-1' ? bySmtp : contoso);

describe.each(['eu-west-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1'])('in %s', (region) => {
  const { of, resources, text } = synthesized(settings(region), { region });

  test('nothing is spelled for another partition', () => {
    expect(text).not.toMatch(/arn:aws/);
    const hosts = [...text.matchAll(/[\w.-]*amazonaws[\w.-]*/g)].map(([host]) => host);
    expect(
      hosts.filter(
        (host) => !/^(apigateway|cloudwatch|events|lambda|logging\.s3|scheduler)\.amazonaws\.com$/.test(host),
      ),
    ).toEqual([]);
  });

  test('there is no custom resource', () => {
    const types = new Set(resources.map(({ Type }) => Type));
    expect(
      [...types].filter((type) => !type.startsWith('AWS::') || type === 'AWS::CloudFormation::CustomResource'),
    ).toEqual([]);
    expect(of('AWS::Lambda::Function')).toHaveLength(readdirSync('functions').length);
  });
});

test('SES does not exist in China, and the error says what to do', () => {
  expect(() => synthesized(contoso, { region: 'cn-north-1' })).toThrow(
    'SES does not exist in cn-north-1: set mail.transport to smtp in the settings file.',
  );
});
