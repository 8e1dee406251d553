/** The token of the agent's application, got for its secret (OAuth 2.0's client credentials) and renewed in time. */
import * as z from 'zod';
import { SyncFault } from '../sync-fault.ts';

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/** A token that is good for longer than a request takes; `renew` gets another one, since the last was not taken. */
export type ApplicationToken = { current: () => Promise<string>; renew: () => void };

/** A token is not used in its last minute. */
const marginMilliseconds = 60_000;
const timeoutMilliseconds = 30_000;

/** Tokens of the application; nothing is asked before one is needed. */
export const applicationToken = (
  { url, clientId, secret }: { url: string; clientId: string; secret: string },
  now: () => number = Date.now,
): ApplicationToken => {
  let kept: { token: string; until: number } | undefined;
  return {
    current: async () => {
      if (kept === undefined || now() >= kept.until) {
        const { access_token: token, expires_in: seconds } = await grant(url, { clientId, secret });
        kept = { token, until: now() + seconds * 1000 - marginMilliseconds };
      }
      return kept.token;
    },
    renew: () => {
      kept = undefined;
    },
  };
};

const grant = async (url: string, { clientId, secret }: { clientId: string; secret: string }) => {
  const response = await fetch(`${url}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
    signal: AbortSignal.timeout(timeoutMilliseconds),
  }).catch((error) => {
    const { cause } = error as { cause?: NodeJS.ErrnoException };
    throw new SyncFault('ApiUnreachable', `${new URL(url).host} does not answer (${cause?.code ?? error.name}).`, {
      cause: error,
    });
  });
  const text = await response.text();
  if (response.ok) return granted.parse(JSON.parse(text));
  if (response.status === 400 || response.status === 401) {
    const sentence =
      'Muster does not know the application, or its secret is wrong or has expired: api.clientId and its secret.';
    throw new SyncFault('CredentialsRefused', sentence, { exit: 2 });
  }
  throw new SyncFault('ApiUnreachable', `Muster gave no token (${response.status}).`);
};
