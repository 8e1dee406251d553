import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sesMailer } from '../../../shared/aws/mail/ses-mailer.ts';
import { MailDelayed } from '../../../shared/work/mailing/mailer.ts';
import { from, sesClient, sesError } from './mail-services.ts';

const mail = { to: ['ada@example.com'], subject: 'Subject', text: 'Text', html: '<p>Html</p>' };

/** How a mail ends when SES answers like this. */
const endOf = async (status: number, body: string): Promise<unknown> => {
  const server = createServer((_request, response) =>
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = sesClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  try {
    return await sesMailer({ client, from }).send(mail);
  } catch (error) {
    return error;
  } finally {
    client.destroy();
    server.close();
    server.closeAllConnections();
  }
};

test.each([
  ['Throttling', 'Maximum sending rate exceeded.'],
  ['Throttling', 'Daily message quota exceeded.'],
  ['ThrottlingException', 'Rate exceeded'],
  ['AccountSendingPausedException', 'Email sending is disabled for your Amazon SES account.'],
  ['ConfigurationSetSendingPausedException', 'Sending is disabled for the configuration set.'],
  ['ConfigurationSetDoesNotExist', 'Configuration set does not exist.'],
  ['FromEmailAddressNotVerified', 'The sender is not verified.'],
  ['MailFromDomainNotVerifiedException', 'The MAIL FROM domain could not be verified.'],
  ['MessageRejected', `Email address is not verified: ${from.toUpperCase()}`],
  ['MessageRejected', 'Sending paused for this account. For more information, please check the inbox.'],
  ['MessageRejected', 'Sending suspended for this account.'],
  ['InvalidParameterValue', `Illegal address: ${from}`],
])('SES says %s, "%s": the mail is delayed, and stays owed (cases 26, 27, 28)', async (code, message) => {
  const end = await endOf(400, sesError(code, message));
  expect(end).toBeInstanceOf(MailDelayed);
  expect(end).toMatchObject({ reason: code.replace('Exception', '') });
});

test.each([
  [500, 'InternalFailure'],
  [503, 'ServiceUnavailable'],
  [502, ''],
])('status %i %s: delayed', async (status, code) => {
  expect(await endOf(status, code && sesError(code, 'Sorry'))).toBeInstanceOf(MailDelayed);
});

test.each([
  ['MessageRejected', 'Address blacklisted.'],
  ['InvalidParameterValue', 'Local address contains control or whitespace'],
  ['InvalidParameterValue', "Missing final '@domain'"],
])('SES says %s, "%s": the address is rejected (case 28)', async (code, message) => {
  expect(await endOf(400, sesError(code, message))).toBe('rejected');
});

test.each([
  ['AccessDenied', 403],
  ['InvalidClientTokenId', 403],
  ['ValidationError', 400],
])('%s is neither: it is thrown, so that an alarm tells of it', async (code, status) => {
  const end = await endOf(status, sesError(code, 'Not like this'));
  expect(end).toMatchObject({ name: code });
  expect(end).not.toBeInstanceOf(MailDelayed);
});

test('a connection that breaks before the answer: delayed', async () => {
  const server = createServer((request) => request.socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = sesClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await expect(sesMailer({ client, from }).send(mail)).rejects.toThrow(MailDelayed);
  client.destroy();
  server.close();
});
