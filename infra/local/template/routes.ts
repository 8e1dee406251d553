/** The routes of a template's HTTP API, each with its function and the function that lets requests in. */
import * as z from 'zod';
import type { Find } from './find.ts';

const integration = z.object({ IntegrationUri: z.string(), PayloadFormatVersion: z.literal('2.0') });

const authorizer = z.object({
  AuthorizerUri: z.string(),
  AuthorizerPayloadFormatVersion: z.literal('2.0'),
  EnableSimpleResponses: z.literal(true),
  IdentitySource: z.array(z.string()).default([]),
});

const throttleOfRoute = z
  .strictObject({ ThrottlingRateLimit: z.number().positive(), ThrottlingBurstLimit: z.int().positive() })
  .transform(({ ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: burst }) => ({ perSecond, burst }));

const route = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
  AuthorizerId: z.string().optional(),
});

const stage = z.object({ RouteSettings: z.record(z.string(), throttleOfRoute).default({}) });

/** One route. Function ARNs; `identityHeaders` are the headers without which a request is turned away unasked. */
export type RouteDefinition = {
  key: string;
  functionArn: string;
  authorizer: { functionArn: string; identityHeaders: string[] } | undefined;
  /** Its own throttle; that of the whole stage is none on one machine. */
  throttle?: { perSecond: number; burst: number } | undefined;
};

/** API Gateway names a function by a path around its ARN; a plain ARN is taken as it is. */
const functionArn = (uri: string) => /functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;

/** The routes of the template. */
export const readRoutes = (find: Find): RouteDefinition[] => {
  const integrations = new Map(
    find('AWS::ApiGatewayV2::Integration').map(({ ref, properties }) => [ref, integration.parse(properties)]),
  );
  const authorizers = new Map(
    find('AWS::ApiGatewayV2::Authorizer').map(({ ref, properties }) => [ref, authorizer.parse(properties)]),
  );
  const throttles = new Map(
    find('AWS::ApiGatewayV2::Stage').flatMap(({ properties }) => Object.entries(stage.parse(properties).RouteSettings)),
  );
  return find('AWS::ApiGatewayV2::Route').map(({ logicalId, properties }) => {
    const read = route.parse(properties);
    const target = integrations.get(read.Target.replace('integrations/', ''));
    if (target === undefined) throw new Error(`The route ${read.RouteKey} (${logicalId}) has no integration.`);
    const guard = read.AuthorizerId === undefined ? undefined : authorizers.get(read.AuthorizerId);
    if (read.AuthorizationType === 'CUSTOM' && guard === undefined) {
      throw new Error(`The route ${read.RouteKey} (${logicalId}) has no authorizer that the local engine knows.`);
    }
    return {
      key: read.RouteKey,
      functionArn: functionArn(target.IntegrationUri),
      throttle: throttles.get(read.RouteKey),
      authorizer: guard && {
        functionArn: functionArn(guard.AuthorizerUri),
        identityHeaders: guard.IdentitySource.map((source) => source.replace('$request.header.', '').toLowerCase()),
      },
    };
  });
};
