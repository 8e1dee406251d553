/** For owners who showed nothing: whoever looks up a token or an application finds none. */
import type { ResolveAgainPorts } from '../../shared/work/access/resolve-again.ts';

export const noCredentials: Pick<ResolveAgainPorts, 'tokens' | 'applications'> = {
  tokens: { readById: async () => undefined },
  applications: { read: async () => undefined },
};
