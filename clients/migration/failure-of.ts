/** What an error of a look at a mailbox means. Neither a server's text nor an error's is repeated: they may hold anything. */
import type { ImapFlowError } from 'imapflow';
import type { Failure } from './account.ts';

/** Codes of RFC 5530 that a refused sign-in may have: what else a server writes there is not repeated. */
const known: Readonly<Record<string, Pick<Failure, 'outcome' | 'message'>>> = {
  EXPIRED: { outcome: 'credentialsRefused', message: 'The password has expired: set another one, and put it here.' },
  PRIVACYREQUIRED: { outcome: 'hostOrTls', message: 'The server wants TLS first: try --starttls, or port 993.' },
  UNAVAILABLE: { outcome: 'noAnswer', message: 'The server cannot look passwords up now: try again later.' },
  INUSE: { outcome: 'noAnswer', message: 'The mailbox is in use: try again later.' },
  LIMIT: { outcome: 'noAnswer', message: 'The server takes no more connections: try again with fewer at once.' },
  CONTACTADMIN: {
    outcome: 'credentialsRefused',
    message: 'The server lets this account in after its administrator did something.',
  },
  AUTHORIZATIONFAILED: {
    outcome: 'credentialsRefused',
    message: 'This account may not use IMAP, or not in this name.',
  },
  AUTHENTICATIONFAILED: { outcome: 'credentialsRefused', message: 'Mend UserName or Password: one of both is wrong.' },
};
const wrong = known.AUTHENTICATIONFAILED as Pick<Failure, 'outcome' | 'message'>;

/** Of Node, where nobody is at that address. */
const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|EACCES)$/;

/** Of TLS: who is not trusted, and who speaks none. */
const untrusted = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO/;
const noTls = /^(ERR_SSL|ERR_TLS|EPROTO|STARTTLS_INJECTION|ClosedAfterConnectTLS|UPGRADE_TIMEOUT)/;

/** A code in a form that codes have; null for anything else. */
const codeIn = (error: ImapFlowError): string | null =>
  error.code !== undefined && /^\w{1,60}$/.test(error.code) ? error.code : null;

/** The failure that an error stands for. */
export const failureOf = (thrown: unknown): Failure => {
  const error = thrown as ImapFlowError;
  if (error.authenticationFailed) {
    const told = error.serverResponseCode?.toUpperCase() ?? '';
    return Object.hasOwn(known, told) ? { ...(known[told] ?? wrong), code: told } : { ...wrong, code: null };
  }
  const code = codeIn(error);
  if (unreachable.test(code ?? ''))
    return { outcome: 'hostOrTls', code, message: 'Nobody answers there: mend --host and --port.' };
  if (untrusted.test(code ?? '')) {
    const message = 'Its certificate is not trusted, or is of another name: mend --host, or give --ca-file.';
    return { outcome: 'hostOrTls', code, message };
  }
  if (noTls.test(code ?? '') || error.tlsFailed)
    return { outcome: 'hostOrTls', code, message: 'It speaks no TLS there: mend --port, or try --starttls.' };
  return { outcome: 'noAnswer', code, message: 'It did not answer, or not to the end: try again, with fewer at once.' };
};
