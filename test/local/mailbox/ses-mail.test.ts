/** A mail as the SDK sends it is kept with all of its addresses. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SESClient } from '@aws-sdk/client-ses';
import { findMails, type KeptMail } from '../../../infra/local/mailbox/mails.ts';
import { mailOfForm, sentAnswer } from '../../../infra/local/mailbox/ses-mail.ts';
import { sesMailer } from '../../../shared/aws/mail/ses-mailer.ts';

test('every recipient of a mail that the SDK sent is kept, with subject, text and HTML', async () => {
  const kept: KeptMail[] = [];
  const server = createServer(async (request, response) => {
    const mail = mailOfForm(await text(request));
    if (!mail) return void response.writeHead(400).end();
    kept.push(mail);
    response.writeHead(200, { 'content-type': 'text/xml' }).end(sentAnswer(mail));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new SESClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', credentials });
  const to = Array.from({ length: 12 }, (_, n) => `person${n}@example.net`);
  const mail = { to, subject: 'Grüße & 你好', text: 'a=b&c\n', html: '<p>a=b&amp;c</p>' };
  expect(await sesMailer({ client, from: 'muster@contoso.com' }).send(mail)).toBe('sent');
  client.destroy();
  server.close();
  expect(kept).toMatchObject([
    {
      from: 'muster@contoso.com',
      destination: { to },
      subject: mail.subject,
      body: { text: mail.text, html: mail.html },
    },
  ]);
  expect(findMails({ length: kept.length, newestFirst: () => kept.toReversed() }, 'PERSON11 你好').count).toBe(1);
});

test('another request of SES is no mail', () => {
  expect(mailOfForm('Action=GetSendQuota&Version=2010-12-01')).toBeUndefined();
});
