import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Variables } from '../functions/issue-tokens.ts';
import type { HttpApi } from './http-api.ts';
import { type Access, accessOf } from './parts/access.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { Directory } from './stores/directory.ts';

export type IssueTokensProps = {
  readonly api: HttpApi;
  readonly directory: Directory;
  readonly settings: Access<'SETTINGS'>;
};

/** Gives applications tokens for their secrets, as OAuth 2.0 has it. Whoever asks has no token yet: its routes are open. */
export class IssueTokens extends Construct {
  constructor(scope: Construct, id: string, { api, directory, settings }: IssueTokensProps) {
    super(scope, id);
    const handler = new NodeFunction<Variables>(this, 'Handler', {
      name: 'issue-tokens',
      whenThisFails: 'Applications get no new tokens, so that within an hour every one of them is shut out.',
      access: accessOf(directory.allowIssuingTokens(), settings),
    });
    api.openRoute(HttpMethod.POST, '/oauth2/v2.0/token', handler, { guesses: true });
    api.openRoute(HttpMethod.POST, '/{tenant}/oauth2/v2.0/token', handler, { guesses: true });
    api.openRoute(HttpMethod.GET, '/.well-known/{document}', handler);
    api.openRoute(HttpMethod.GET, '/{tenant}/v2.0/.well-known/{document}', handler);
  }
}
