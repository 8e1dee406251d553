/** What the resources of a template are called on this machine. Names stay the same from start to start. */
import { createHash } from 'node:crypto';
import { account, createResolver, type Physical, type Resolve, region } from './intrinsics.ts';
import type { Template } from './template.ts';

/** Where the local services answer. */
export type Endpoints = { queues: string; api: string };

const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;

/** A uuid that follows from the logical id, for what AWS names by uuid. */
const stableUuid = (logicalId: string) =>
  createHash('sha256')
    .update(logicalId)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

type Naming = { name: (property: string, most: number) => string; logicalId: string; endpoints: Endpoints };

const byType: Record<string, (naming: Naming) => Physical> = {
  'AWS::DynamoDB::Table': ({ name }) => table(name('TableName', 255)),
  'AWS::DynamoDB::GlobalTable': ({ name }) => table(name('TableName', 255)),
  'AWS::SQS::Queue': ({ name, endpoints }) => {
    const queue = name('QueueName', 80);
    const url = `${endpoints.queues}/${account}/${queue}`;
    return { ref: url, attributes: { Arn: arn('sqs', queue), QueueName: queue, QueueUrl: url } };
  },
  'AWS::S3::Bucket': ({ name, endpoints }) => {
    const bucket = name('BucketName', 63).toLowerCase();
    // All services answer at one address here, where a bucket is the beginning of a path.
    const domain = new URL(endpoints.queues).host;
    return {
      ref: bucket,
      attributes: { Arn: `arn:aws:s3:::${bucket}`, DomainName: domain, RegionalDomainName: domain },
    };
  },
  'AWS::Lambda::Function': ({ name }) => {
    const lambda = name('FunctionName', 64);
    return { ref: lambda, attributes: { Arn: arn('lambda', `function:${lambda}`) } };
  },
  'AWS::KMS::Key': ({ logicalId }) => {
    const id = stableUuid(logicalId);
    return { ref: id, attributes: { Arn: arn('kms', `key/${id}`), KeyId: id } };
  },
  'AWS::ApiGatewayV2::Api': ({ logicalId, endpoints }) => ({
    ref: apiId(logicalId),
    attributes: { ApiEndpoint: endpoints.api, ApiId: apiId(logicalId) },
  }),
};

const table = (name: string): Physical => ({ ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } });

const apiId = (logicalId: string) => `local${stableUuid(logicalId).slice(0, 8)}`;

/** A long name keeps its beginning and gets a hash of the whole, so that two long ones stay apart. */
const shorten = (name: string, most: number) =>
  name.length <= most
    ? name
    : `${name.slice(0, most - 9)}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;

/** Resolves everything in a template; also the resources' own names, which may themselves hold intrinsics. */
export const resolverFor = (template: Template, stackName: string, endpoints: Endpoints) => {
  const known = new Map<string, Physical>();

  const physicalOf = (logicalId: string): Physical => {
    const found = known.get(logicalId) ?? describe(logicalId);
    known.set(logicalId, found);
    return found;
  };

  const describe = (logicalId: string): Physical => {
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw new Error(`The template refers to ${logicalId}, which it does not define.`);
    const name = (property: string, most: number) =>
      shorten(String(resolve(resource.Properties[property]) ?? `${stackName}-${logicalId}`), most);
    const described = byType[resource.Type]?.({ name, logicalId, endpoints });
    return described ?? { ref: logicalId, attributes: { Arn: arn('local', logicalId), Id: logicalId } };
  };

  const plain = createResolver(template, stackName, physicalOf);

  /** CDK writes an API's address as text around its id; on this machine it is the engine's own address. */
  const resolve: Resolve = (value) => withLocalAddresses(plain(value), endpoints.api);

  return { resolve, physicalOf };
};

const cloudAddress = new RegExp(`https://local[0-9a-f]{8}\\.execute-api\\.${region}\\.amazonaws\\.com`, 'g');

const withLocalAddresses = (value: unknown, address: string): unknown => {
  if (typeof value === 'string') return value.replace(cloudAddress, address);
  if (Array.isArray(value)) return value.map((each) => withLocalAddresses(each, address));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withLocalAddresses(each, address)]));
};
