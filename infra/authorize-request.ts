import { Construct } from 'constructs';
import type { Variables } from '../functions/authorize-request.ts';
import { NodeFunction } from './parts/node-function.ts';
import type { Directory } from './stores/directory.ts';

/** Tells the API who is asking. */
export class AuthorizeRequest extends Construct {
  readonly function: NodeFunction<Variables>;

  constructor(scope: Construct, id: string, { directory }: { readonly directory: Directory }) {
    super(scope, id);
    this.function = new NodeFunction<Variables>(this, 'Handler', {
      name: 'authorize-request',
      whenThisFails: 'Nobody can use the API: every request is answered with an error.',
      access: directory.allowResolvingTokens(),
    });
  }
}
