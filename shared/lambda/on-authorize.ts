/** The authorizer's side: from a header to a principal. */
import middy from '@middy/core';
import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import type { Principal } from '../domain/principal.ts';
import { bearerToken } from './bearer-token.ts';
import { withRequestId } from './log.ts';
import { writePrincipal } from './principal-context.ts';

/**
 * Resolves the bearer token of a request. It never refuses by itself: API Gateway would answer in its own words, and
 * would tell a stranger which routes exist. The route's function refuses whoever has no principal.
 */
export const onAuthorize = (principalOf: (token: string) => Promise<Principal | undefined>) =>
  middy<
    APIGatewayRequestAuthorizerEventV2,
    APIGatewaySimpleAuthorizerWithContextResult<{ principal?: string }>
  >().handler((event, { awsRequestId }) =>
    withRequestId(awsRequestId, async () => {
      const token = bearerToken(event.headers);
      const principal = token === undefined ? undefined : await principalOf(token);
      return { isAuthorized: true, context: principal ? { principal: writePrincipal(principal) } : {} };
    }),
  );
