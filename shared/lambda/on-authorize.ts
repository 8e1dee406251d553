/** The authorizer's side: from a header to a principal. */
import middy from '@middy/core';
import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import type { Principal } from '../domain/principal.ts';
import { shownToken } from './access/shown-token.ts';
import { cookiesOf } from './cookies.ts';
import { withRequestId } from './log.ts';
import { writePrincipal } from './principal-context.ts';

/** Who shows a token; `holderId` is whose it was, where whoever that is may not use it any more. */
export type TokenHolder = { principal?: Principal; holderId?: string };

/**
 * Resolves the token that a request shows, as a bearer or in the cookie of a browser's session. It never refuses by itself: API Gateway would answer in its own words, and
 * would tell a stranger which routes exist. The route's function refuses whoever has no principal, and its log names
 * whose token that was.
 */
export const onAuthorize = (holderOf: (token: string) => Promise<TokenHolder>) =>
  middy<
    APIGatewayRequestAuthorizerEventV2,
    APIGatewaySimpleAuthorizerWithContextResult<{ principal?: string; holderId?: string }>
  >().handler((event, { awsRequestId }) =>
    withRequestId(awsRequestId, async () => {
      const token = shownToken({ headers: event.headers ?? {}, cookies: cookiesOf(event) });
      const { principal, holderId }: TokenHolder = token === undefined ? {} : await holderOf(token);
      if (principal) return { isAuthorized: true, context: { principal: writePrincipal(principal) } };
      return { isAuthorized: true, context: holderId === undefined ? {} : { holderId } };
    }),
  );
