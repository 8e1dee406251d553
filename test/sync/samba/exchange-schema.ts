/** What Exchange's setup adds to a directory's schema, as far as a list of mailboxes needs it: Samba's has none of it. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Controller } from './controller.ts';

const schema = 'CN=Schema,CN=Configuration,DC=corp,DC=local';

/** Attributes by name, with their syntax (MS-ADTS, 3.1.1.2.2.2). Their OIDs here are of a private arc: only names matter. */
const attributes = {
  mailNickname: ['ms-Exch-Mail-Nickname', '2.5.5.12', 64],
  msExchMailboxGuid: ['ms-Exch-Mailbox-Guid', '2.5.5.10', 4],
  msExchRecipientTypeDetails: ['ms-Exch-Recipient-Type-Details', '2.5.5.16', 65],
  msExchHideFromAddressLists: ['ms-Exch-Hide-From-Address-Lists', '2.5.5.8', 1],
} as const;

const attributesLdif = Object.entries(attributes)
  .map(
    ([name, [cn, syntax, oMSyntax]], at) => `dn: CN=${cn},${schema}
changetype: add
objectClass: attributeSchema
attributeID: 1.3.6.1.4.1.99999.17.${at + 1}
cn: ${cn}
lDAPDisplayName: ${name}
attributeSyntax: ${syntax}
oMSyntax: ${oMSyntax}
isSingleValued: TRUE
`,
  )
  .join('\n');

const classLdif = `dn: CN=Mail-Recipient,${schema}
changetype: modify
add: mayContain
${Object.keys(attributes)
  .map((name) => `mayContain: ${name}\n`)
  .join('')}`;

/** Extends the schema of a controller, which is stopped meanwhile. One transaction does not know what it adds itself: two. */
export const addExchangeSchema = async (controller: Controller): Promise<void> => {
  const { folder } = controller;
  await controller.stop();
  for (const [name, ldif] of [
    ['attributes.ldif', attributesLdif],
    ['class.ldif', classLdif],
  ] as const) {
    const file = join(folder, name);
    writeFileSync(file, ldif);
    execFileSync(
      'ldbmodify',
      [
        ...['-H', join(folder, 'private', 'sam.ldb'), `--configfile=${join(folder, 'etc', 'smb.conf')}`],
        ...['--option=dsdb:schema update allowed=true', file],
      ],
      { stdio: 'pipe' },
    );
  }
  await controller.start();
};
