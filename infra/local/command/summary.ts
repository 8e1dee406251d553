/** What is printed when everything is ready. */
import type { Muster } from '../muster.ts';
import { shellWord } from '../ready-files.ts';

const samplePerson = {
  displayName: 'Ada Lovelace',
  userPrincipalName: 'ada.lovelace@contoso.com',
  usageLocation: 'GB',
  otherMails: ['ada@example.com'],
};

/**
 * Where everything is, and how to add one more person. The token stays in its file unless somebody wants to see it: what
 * is printed ends in logs, pictures and over shoulders. The console's address is good once, and for ten minutes.
 */
export const printLinks = async (muster: Muster, { showToken = false } = {}): Promise<void> => {
  const { url, mailboxUrl, token, certificate, dataFolder } = muster;
  const trust = certificate ? `--cacert ${shellWord(certificate.file)} ` : '';
  const shown = showToken ? token : '$MUSTER_TOKEN';
  const environment = shellWord(`${dataFolder}/aws.env`);
  console.log(`
Console  ${await muster.consoleLink()}
         signs you in as the local administrator: once, within ten minutes; Control has a button for more
API      ${url}/v1.0, described at ${url}/reference
Sign in  ${url}/signin
Mailbox  ${mailboxUrl}
Control  ${url}/_local/
${certificate ? `TLS      ${certificate.file}: clients that trust this certificate may ask; aws.env beside it tells them\n` : ''}
Add one more person:
${showToken ? '' : `  set -a; . ${environment}; set +a\n`}  curl ${trust}-X POST ${url}/v1.0/users -H "Authorization: Bearer ${shown}" -H 'Content-Type: application/json' -d '${JSON.stringify(samplePerson)}'
`);
};
