/** What went wrong between us and a domain controller, as a sentence for its administrator. */
import { InvalidCredentialsError, ResultCodeError } from 'ldapts';
import { SyncFault } from '../sync-fault.ts';

/** What Active Directory says beside code 49: `data 52e` and so on (Win32 error codes, in hexadecimal). */
const bindSentences: Readonly<Record<string, string>> = {
  '52e': 'its name or password is wrong',
  '525': 'there is no such account',
  '530': 'it may not sign in at this time',
  '531': 'it may not sign in from this machine',
  '532': 'its password has expired',
  '533': 'it is disabled',
  '701': 'it has expired',
  '773': 'its password must be changed first',
  '775': 'it is locked',
};

/** Of a bind that was refused: more tries, or other controllers, would only lock the account. */
export const bindFault = (error: InvalidCredentialsError): SyncFault => {
  const data = /data ([0-9a-f]{3})/i.exec(error.message)?.[1]?.toLowerCase() ?? '';
  const why = bindSentences[data] ?? 'its name or password is wrong';
  return new SyncFault('DirectoryRefused', `The directory does not let the agent's account in: ${why}.`, {
    exit: 2,
    cause: error,
  });
};

/** Whether another controller may do better: after everything but a bind that was refused. */
export const isWorthAnother = (error: unknown): boolean => !(error instanceof InvalidCredentialsError);

const isUntrusted = (error: NodeJS.ErrnoException): boolean =>
  /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(error.code ?? '');

/** Of a controller that could not be used; the sentences of several are put together. */
export const connectFault = (errors: readonly { host: string; error: unknown }[]): SyncFault => {
  const all = errors.map(({ host, error }) => `${host}: ${reasonOf(error)}`).join('; ');
  if (errors.length > 0 && errors.every(({ error }) => isUntrusted(error as NodeJS.ErrnoException))) {
    const sentence = `No domain controller shows a certificate that is trusted here (${all}). Name the organisation's authority in directory.caFile, and controllers as their certificates do.`;
    return new SyncFault('DirectoryUntrusted', sentence, { exit: 2 });
  }
  return new SyncFault('DirectoryUnreachable', `No domain controller could be used (${all}).`, {
    cause: errors[0]?.error,
  });
};

/** Codes of LDAP say more than messages, which may name what was asked for. */
const reasonOf = (error: unknown): string => {
  if (error instanceof ResultCodeError) return `${error.name} (${error.code})`;
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
};

/** Of a question that was not answered whole. */
export const searchFault = (host: string, error: unknown): SyncFault =>
  error instanceof SyncFault
    ? error
    : new SyncFault('DirectoryAnswer', `${host} did not answer whole: ${reasonOf(error)}. Nothing was changed.`, {
        cause: error,
      });
