/** A domain of the organisation's own, in each partition: the API answers there, links begin with it, old ones stay good. */
import { bySmtp, contoso, synthesizeAhead, synthesized } from './synthesized.ts';

const partitions = {
  'eu-west-1': 'aws',
  'us-gov-west-1': 'aws-us-gov',
  'cn-north-1': 'aws-cn',
  'eusc-de-east-1': 'aws-eusc',
};
const certificateIn = (region: string, partition: string) =>
  `arn:${partition}:acm:${region}:111122223333:certificate/0b5c-1`;
const { signInUrl: _own, ...organisation } = contoso.organisation;

const domainIn = (region: string, partition: string) => ({
  name: 'accounts.contoso.com',
  formerNames: ['people.contoso.com'],
  certificateArn: certificateIn(region, partition),
});
const settingsOf = (region: string, partition: string) => ({
  ...(region === 'cn-north-1' ? bySmtp : contoso),
  organisation,
  domain: domainIn(region, partition),
});
synthesizeAhead(
  ...Object.entries(partitions).map(([region, partition]) => [settingsOf(region, partition), { region }] as const),
);

describe.each(Object.entries(partitions))('in %s', (region, partition) => {
  const domain = domainIn(region, partition);
  const { of, outputs, text } = synthesized(settingsOf(region, partition), { region });
  const [api] = of('AWS::ApiGatewayV2::Api');

  test('it answers at its name and at former ones, and at the address that the gateway gave', () => {
    const names = of('AWS::ApiGatewayV2::DomainName');
    expect(names.map(({ Properties }) => Properties.DomainName)).toEqual([domain.name, ...domain.formerNames]);
    for (const { Properties } of names)
      expect(Properties.DomainNameConfigurations).toEqual([
        { CertificateArn: domain.certificateArn, EndpointType: 'REGIONAL' },
      ]);
    const mappings = of('AWS::ApiGatewayV2::ApiMapping').map(({ Properties }) => Properties);
    expect(mappings).toEqual(
      names.map(({ id }) => ({ ApiId: { Ref: api?.id }, DomainName: { Ref: id }, Stage: '$default' })),
    );
    expect(api?.Properties).not.toHaveProperty('DisableExecuteApiEndpoint');
  });

  test('links begin with its name, and no function knows another one', () => {
    const environments = of('AWS::Lambda::Function').map(({ Properties }) => Properties.Environment.Variables);
    const urls = environments.flatMap(({ API_URL }) => API_URL ?? []);
    expect(new Set(urls)).toEqual(new Set(['https://accounts.contoso.com']));
    const known = environments.flatMap(({ SETTINGS }) => SETTINGS ?? []);
    expect(new Set(known)).toEqual(new Set(['{"organisation":{"signInUrl":"https://accounts.contoso.com/signin"}}']));
  });

  test('files may be put from a page at each address', () => {
    const [rule] = of('AWS::S3::Bucket').flatMap(({ Properties }) => Properties.CorsConfiguration?.CorsRules ?? []);
    expect(rule.AllowedOrigins).toEqual([
      'https://accounts.contoso.com',
      'https://people.contoso.com',
      { 'Fn::GetAtt': [api?.id, 'ApiEndpoint'] },
    ]);
  });

  test('outputs say what has to be in the DNS, and nothing else is made there', () => {
    expect(outputs).toEqual(expect.arrayContaining(['ApiUrl', 'GatewayUrl', 'DnsRecords']));
    const { DnsRecords } = JSON.parse(text).Outputs;
    expect(DnsRecords.Value['Fn::Join'][1].filter((part: unknown) => typeof part === 'string')).toEqual([
      'accounts.contoso.com CNAME ',
      ', people.contoso.com CNAME ',
    ]);
    expect(of('AWS::Route53::RecordSet')).toEqual([]);
  });
});

test('with a hosted zone the records are made there', () => {
  const certificateArn = certificateIn('eu-west-1', 'aws');
  const domain = { name: 'accounts.contoso.com', hostedZoneId: 'Z0123ABC', certificateArn };
  const { of } = synthesized({ ...contoso, domain }, { region: 'eu-west-1' });
  expect(of('AWS::Route53::RecordSet').map(({ Properties }) => Properties)).toEqual([
    expect.objectContaining({ Name: 'accounts.contoso.com', Type: 'A', HostedZoneId: 'Z0123ABC' }),
  ]);
});

test('a certificate of another region is refused at once, and the error says what to do', () => {
  const domain = { name: 'accounts.contoso.com', certificateArn: certificateIn('us-east-1', 'aws') };
  expect(() => synthesized({ ...contoso, domain }, { region: 'eu-west-1' })).toThrow(
    'domain.certificateArn is of us-east-1, and the deployment of eu-west-1: ask AWS Certificate Manager in eu-west-1 for one.',
  );
});

test('without one there is the address of the gateway alone', () => {
  const { of, outputs } = synthesized();
  expect(outputs).not.toContain('GatewayUrl');
  expect(of('AWS::ApiGatewayV2::DomainName')).toEqual([]);
  const [rule] = of('AWS::S3::Bucket').flatMap(({ Properties }) => Properties.CorsConfiguration?.CorsRules ?? []);
  expect(rule.AllowedOrigins).toHaveLength(1);
});
