/** What is printed when everything is ready. */
import type { Muster } from '../muster.ts';

const samplePerson = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada.lovelace@contoso.com',
  usageLocation: 'GB',
  otherMails: ['ada@example.com'],
};

/** Where everything is, and how to add one more person. */
export const printLinks = ({ url, mailboxUrl, token }: Muster): void => {
  console.log(`
API      ${url}/v1.0, described at ${url}/reference
Sign in  ${url}/signin
Mailbox  ${mailboxUrl}
Control  ${url}/_local/

Add one more person:
  curl -X POST ${url}/v1.0/users -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${JSON.stringify(samplePerson)}'
`);
};
