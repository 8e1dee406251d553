/** What SES says that an account may send. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAccessKeys } from '../../../infra/local/door/access-keys.ts';
import { accessKeyFile, openDataFolder } from '../../../infra/local/emulators/data-folder.ts';
import { startMailbox } from '../../../infra/local/emulators/mailbox.ts';
import { sesQuota } from '../../../shared/aws/mail/ses-quota.ts';
import { sesClient } from './mail-services.ts';

const answerOf = (rate: number, day: number, sent: number) =>
  `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult><MaxSendRate>${rate}</MaxSendRate><Max24HourSend>${day}</Max24HourSend><SentLast24Hours>${sent}</SentLast24Hours></GetSendQuotaResult></GetSendQuotaResponse>`;

/** What is made of an answer; without one the server stays silent. */
const quotaFrom = async (answer?: string, share?: number) => {
  const server = createServer((_request, response) => {
    if (answer !== undefined) response.writeHead(200, { 'content-type': 'text/xml' }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = sesClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  try {
    return await sesQuota(client, share);
  } finally {
    client.destroy();
    server.close();
    server.closeAllConnections();
  }
};

test('the rate, and what is left of the day', async () => {
  expect(await quotaFrom(answerOf(14, 50_000, 49_990))).toEqual({ mailsPerSecond: 14, mailsLeft: 10 });
  expect(await quotaFrom(answerOf(1, 200, 201))).toEqual({ mailsPerSecond: 1, mailsLeft: 0 });
});

test('stages that share an account have their shares of its rate, and of its day what is left for all', async () => {
  const sixty = await quotaFrom(answerOf(14, 50_000, 49_990), 0.6);
  const forty = await quotaFrom(answerOf(14, 50_000, 49_990), 0.4);
  expect(sixty.mailsPerSecond + forty.mailsPerSecond).toBeCloseTo(14);
  expect([sixty.mailsLeft, forty.mailsLeft]).toEqual([10, 10]);
  // A call that got less would end before its next mail may leave.
  expect(await quotaFrom(answerOf(1, 200, 0), 0.1)).toEqual({ mailsPerSecond: 0.5, mailsLeft: 200 });
});

test('an account without a daily limit', async () => {
  expect(await quotaFrom(answerOf(200, -1, 5))).toEqual({ mailsPerSecond: 200, mailsLeft: Number.POSITIVE_INFINITY });
});

test('an answer that never comes is given up, and no rate is an error', async () => {
  await expect(quotaFrom()).rejects.toMatchObject({ name: 'AbortError' });
  await expect(quotaFrom(answerOf(0, 200, 0))).rejects.toMatchObject({ name: 'NoSendRate' });
});

test('the local mailbox answers, and takes mails beside', async () => {
  const path = mkdtempSync(join(tmpdir(), 'muster-quota-'));
  const mailbox = await startMailbox(openDataFolder(path));
  const client = sesClient(mailbox.endpoint, readAccessKeys(join(path, accessKeyFile)).of('test'));
  try {
    expect(await sesQuota(client)).toEqual({ mailsPerSecond: 14, mailsLeft: Number.POSITIVE_INFINITY });
    const { sesMailer } = await import('../../../shared/aws/mail/ses-mailer.ts');
    const mail = { to: ['ada@example.com'], subject: 'S', text: 'T', html: '<p>T</p>' };
    expect(await sesMailer({ client, from: 'no-reply@contoso.com' }).send(mail)).toBe('sent');
  } finally {
    client.destroy();
    await mailbox.stop();
    rmSync(path, { recursive: true, force: true });
  }
});
