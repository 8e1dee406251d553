/** SES takes a mail, and the connection breaks before it says so. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SESClient } from '@aws-sdk/client-ses';
import { sesMailer } from '../../../shared/aws/mail/ses-mailer.ts';
import { verifyCheaply } from '../../fakes/cheap-hash.ts';
import { passwordsIn } from '../../fakes/mailer.ts';
import { setup } from '../../work/credentials/credentials-setup.ts';
import { from } from './mail-services.ts';

const sent = `<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult>
<MessageId>1</MessageId></SendEmailResult></SendEmailResponse>`;

/** A service that takes every mail, and answers only while it is told to. */
const startService = async () => {
  const taken: string[] = [];
  const service = { taken, answers: true };
  const server: Server = createServer(async (request, response) => {
    taken.push(new URLSearchParams(await text(request)).get('Message.Body.Text.Data') ?? '');
    if (service.answers) response.writeHead(200, { 'content-type': 'text/xml' }).end(sent);
    else request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new SESClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const stop = () => {
    client.destroy();
    server.close();
    server.closeAllConnections();
  };
  return Object.assign(service, { mailer: sesMailer({ client, from }), stop });
};

test('the mail stays owed; a later one says that it replaces it, and only its password works (case 7)', async () => {
  const service = await startService();
  const { deliver, now, leaseOver } = await setup();
  service.answers = false;
  await deliver({ mailer: service.mailer });
  expect(now().credentialMail).toMatchObject({ state: 'owed', attempt: 1 });
  leaseOver();
  service.answers = true;
  await deliver({ mailer: service.mailer });
  service.stop();
  expect(now().credentialMail).toMatchObject({ state: 'sent', attempt: 2 });
  // The client itself tried the first mail again: it is the same one, with the same password.
  const [last = '', ...earlier] = service.taken.toReversed();
  expect(earlier.length).toBeGreaterThan(0);
  expect(new Set(earlier).size).toBe(1);
  const opens = (mail = '') => verifyCheaply(passwordsIn({ text: mail })[0] ?? '', now().password.hash ?? '');
  expect([await opens(earlier[0]), await opens(last)]).toEqual([false, true]);
  expect([earlier[0]?.includes('replaces'), last.includes('replaces')]).toEqual([false, true]);
});
