/** What is printed when everything is ready. */
import type { Muster } from '../muster.ts';
import { shellWord } from '../ready-files.ts';

const samplePerson = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada.lovelace@contoso.com',
  usageLocation: 'GB',
  otherMails: ['ada@example.com'],
};

/** Where everything is, and how to add one more person. */
export const printLinks = ({ url, mailboxUrl, token, certificate }: Muster): void => {
  console.log(`
API      ${url}/v1.0, described at ${url}/reference
Sign in  ${url}/signin
Mailbox  ${mailboxUrl}
Control  ${url}/_local/
${certificate ? `TLS      ${certificate.file}: clients that trust this certificate may ask; aws.env beside it tells them\n` : ''}
Add one more person:
  curl ${certificate ? `--cacert ${shellWord(certificate.file)} ` : ''}-X POST ${url}/v1.0/users -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${JSON.stringify(samplePerson)}'
`);
};
