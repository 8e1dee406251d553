// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Fn::Sub is written.
/** The reader of templates. */
import { refuseUnknownTypes } from '../../infra/local/template/known-types.ts';
import { resolverFor } from '../../infra/local/template/physical.ts';
import { readTemplate } from '../../infra/local/template/template.ts';

const setup = (resources: Record<string, unknown> = {}, more: object = {}) => {
  const template = readTemplate({
    Resources: {
      Work: { Type: 'AWS::SQS::Queue' },
      Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': '${AWS::StackName}-Files' } } },
      People: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 'people' } },
      Api: { Type: 'AWS::ApiGatewayV2::Api' },
      Key: { Type: 'AWS::KMS::Key' },
      Role: { Type: 'AWS::IAM::Role' },
      ...resources,
    },
    ...more,
  });
  const endpoints = { queues: 'http://127.0.0.1:1', api: 'http://127.0.0.1:2' };
  return { template, ...resolverFor(template, 'Sample', endpoints) };
};

describe('what a template refers to', () => {
  test.each([
    ['a queue is its address', { Ref: 'Work' }, 'http://127.0.0.1:1/000000000000/Sample-Work'],
    ['a queue has an ARN', { 'Fn::GetAtt': ['Work', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:Sample-Work'],
    ['an attribute by text', { 'Fn::GetAtt': 'Work.QueueName' }, 'Sample-Work'],
    ['a name of its own wins', { Ref: 'People' }, 'people'],
    ['a name may be made by an intrinsic', { Ref: 'Files' }, 'sample-files'],
    ['join', { 'Fn::Join': ['/', ['a', { Ref: 'People' }]] }, 'a/people'],
    [
      'sub',
      { 'Fn::Sub': 'x ${People} ${Work.QueueName} ${!kept} ${AWS::Region}' },
      'x people Sample-Work ${kept} us-east-1',
    ],
    ['sub with variables', { 'Fn::Sub': ['${a}${People}', { a: { Ref: 'Files' } }] }, 'sample-filespeople'],
    ['select and split', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [
      'pseudo parameters',
      { 'Fn::Sub': '${AWS::Partition} ${AWS::AccountId} ${AWS::URLSuffix}' },
      'aws 000000000000 amazonaws.com',
    ],
    ['a parameter is its default', { Ref: 'Colour' }, 'red'],
    ['if', { 'Fn::If': ['IsRed', 'yes', 'no'] }, 'yes'],
    ['a map', { 'Fn::FindInMap': ['Sizes', 'shoe', 'big'] }, 46],
  ])('%s', (_, value, expected) => {
    const { resolve } = setup(
      {},
      {
        Parameters: { Colour: { Default: 'red' } },
        Conditions: { IsRed: { 'Fn::Equals': [{ Ref: 'Colour' }, 'red'] } },
        Mappings: { Sizes: { shoe: { big: 46 } } },
      },
    );
    expect(resolve(value)).toEqual(expected);
  });

  test("an API's address is the engine's", () => {
    const { resolve } = setup();
    const parts = [
      'https://',
      { Ref: 'Api' },
      '.execute-api.',
      { Ref: 'AWS::Region' },
      '.',
      { Ref: 'AWS::URLSuffix' },
      '/',
    ];
    expect(resolve({ 'Fn::Join': ['', parts] })).toBe('http://127.0.0.1:2/');
    expect(resolve({ 'Fn::GetAtt': ['Api', 'ApiEndpoint'] })).toBe('http://127.0.0.1:2');
  });

  test('AWS::NoValue leaves the property out', () => {
    const { resolve } = setup();
    expect(resolve({ a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] })).toEqual({ b: [1] });
  });

  test('names that are too long are cut and stay apart', () => {
    const names = ['a', 'b'].map((end) => `Long${'x'.repeat(90)}${end}`);
    const { resolve } = setup(Object.fromEntries(names.map((name) => [name, { Type: 'AWS::SQS::Queue' }])));
    const [first, second] = names.map((name) => String(resolve({ 'Fn::GetAtt': [name, 'QueueName'] })));
    expect(first).toHaveLength(80);
    expect(first).not.toBe(second);
  });

  test.each([
    [{ 'Fn::ImportValue': 'x' }, 'Fn::ImportValue'],
    [{ Ref: 'Nobody' }, 'Nobody'],
    [{ 'Fn::GetAtt': ['Work', 'Colour'] }, 'Colour'],
  ])('what it does not know is named: %j', (value, name) => {
    expect(() => setup().resolve(value)).toThrow(name);
  });
});

test('a type that nobody runs stops the engine with its name', () => {
  const { template } = setup({ Machine: { Type: 'AWS::EC2::Instance' } });
  expect(() => refuseUnknownTypes(template)).toThrow('AWS::EC2::Instance (of Machine)');
  expect(() => refuseUnknownTypes(setup().template)).not.toThrow();
});
