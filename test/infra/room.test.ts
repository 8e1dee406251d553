/** CloudFormation takes 500 resources a stack: what there is, and what one more function, route or queue costs. */
import { readFileSync } from 'node:fs';
import { plain, type Resource, synthesized } from './synthesized.ts';

const { of, resources } = synthesized();
const functions = of('AWS::Lambda::Function');
const integrationsOf = ({ id }: Resource) =>
  of('AWS::ApiGatewayV2::Integration').filter(({ Properties }) => Properties.IntegrationUri['Fn::GetAtt'][0] === id);
const permissionsOf = ({ id }: Resource) =>
  of('AWS::Lambda::Permission').filter(({ Properties }) => Properties.FunctionName['Fn::GetAtt'][0] === id);
const behindApi = functions.filter((one) => integrationsOf(one).length > 0);

const mappings = of('AWS::Lambda::EventSourceMapping');
const queues = of('AWS::SQS::Queue').filter(({ Properties }) => Properties.RedrivePolicy);

/** The ids of a construct's resources begin with its own. */
const stem = (id: string, last: string) => plain(id).slice(0, -last.length);
const below = (prefix: string) => resources.filter((one) => one.id.startsWith(prefix) && !mappings.includes(one));

/** At a deployment CDK adds one of its own, which tells of the constructs. */
const metadata = 1;

test('there are no more resources than 349, of 500; beyond 450 the stack is split, as infra/README.md says', () => {
  expect(resources.length + metadata).toBeLessThanOrEqual(349);
});

test('a function has one integration and one permission, however many routes it has', () => {
  expect(behindApi.length).toBeGreaterThan(10);
  for (const one of behindApi) {
    const { Description } = one.Properties;
    expect([Description, integrationsOf(one).length, permissionsOf(one).length]).toEqual([Description, 1, 1]);
  }
  expect(of('AWS::ApiGatewayV2::Integration')).toHaveLength(behindApi.length);
  // And the authorizer's.
  expect(of('AWS::Lambda::Permission')).toHaveLength(behindApi.length + 1);
});

test('the permission is for this API alone, any stage and route of it, in every partition', () => {
  const [api, ...others] = of('AWS::ApiGatewayV2::Api');
  expect(others).toEqual([]);
  const ofApi = ['arn:', { Ref: 'AWS::Partition' }, ':execute-api:', { Ref: 'AWS::Region' }, ':'];
  for (const { Properties } of behindApi.flatMap(permissionsOf)) {
    expect(Properties).toEqual({
      Action: 'lambda:InvokeFunction',
      FunctionName: expect.anything(),
      Principal: 'apigateway.amazonaws.com',
      SourceArn: { 'Fn::Join': ['', [...ofApi, { Ref: 'AWS::AccountId' }, ':', { Ref: api?.id }, '/*/*/*']] },
    });
  }
});

test('infra/README.md says what there is, and what one more of each costs', () => {
  const text = readFileSync('infra/README.md', 'utf8');
  const costs = Object.fromEntries(
    [...text.matchAll(/^\| ([a-z ]+?) +\| (\d+) /gm)].map(([, what, cost]) => [what, cost]),
  );
  expect(Object.keys(costs)).toEqual(['function', 'its first route', 'each further route', 'queue']);

  for (const { id } of functions)
    expect([id, below(stem(id, 'Function')).length]).toEqual([id, Number(costs.function)]);
  for (const { id } of queues) expect([id, below(stem(id, 'Queue')).length + 1]).toEqual([id, Number(costs.queue)]);
  expect(mappings).toHaveLength(queues.length);

  const first = Number(costs['its first route']);
  const further = Number(costs['each further route']);
  const routes = of('AWS::ApiGatewayV2::Route').length;
  const forRoutes = of('AWS::ApiGatewayV2::Integration').length + of('AWS::Lambda::Permission').length - 1 + routes;
  expect(forRoutes).toBe(behindApi.length * first + (routes - behindApi.length) * further);
  expect(text).toContain(`There are ${resources.length + metadata};`);
});
