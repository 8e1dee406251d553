import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { smtpMailer } from '../../../shared/smtp/smtp-mailer.ts';
import { MailDelayed } from '../../../shared/work/mailing/mailer.ts';
import { from, startSmtp } from './mail-services.ts';

const mail = { to: ['ada@example.com'], subject: 'Subject', text: 'Text', html: '<p>Html</p>' };

/** This machine, by an address that the mailer does not take for this machine: it wants TLS there. */
const elsewhere = '0.0.0.0';

const setup = async (options: SMTPServerOptions, host = elsewhere, password = 'correct') => {
  const passwords: string[] = [];
  const mails: string[][] = [];
  const server = new SMTPServer({
    authOptional: false,
    onAuth: (auth, _session, done) => {
      passwords.push(auth.password ?? '');
      return auth.password === 'correct' ? done(null, { user: 'muster' }) : done(new Error('no'));
    },
    onData: (stream, { envelope, secure }, done) => {
      mails.push([String(secure), ...envelope.rcptTo.map(({ address }) => address)]);
      stream.resume().on('end', () => done());
    },
    ...options,
  });
  // A client that turns away is part of these tests.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = (server.server as unknown as { address(): AddressInfo }).address();
  const mailer = smtpMailer({ host, port, userName: 'muster', password, from });
  const end = await mailer.send(mail).catch((error: unknown) => error);
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return { end, passwords, mails };
};

/** A key and a certificate for `elsewhere`. */
const certificate = () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=muster test', '-addext', `subjectAltName=IP:${elsewhere}`];
  const files = ['-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject, ...files], {
    stdio: 'ignore',
  });
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return pair;
};

test('a server without TLS learns neither the password nor the mail', async () => {
  const { end, passwords, mails } = await setup({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  expect(end).toBeInstanceOf(MailDelayed);
  expect(passwords).toEqual([]);
  expect(mails).toEqual([]);
});

test('nor does a server whose certificate does not hold', async () => {
  const { end, passwords, mails } = await setup(certificate());
  expect(end).toBeInstanceOf(MailDelayed);
  expect(passwords).toEqual([]);
  expect(mails).toEqual([]);
});

test('a server with a certificate that holds is mailed to, over TLS', async () => {
  const pair = certificate();
  const trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...trusted, pair.cert]);
  try {
    const { end, mails } = await setup(pair);
    expect(end).toBe('sent');
    expect(mails).toEqual([['true', 'ada@example.com']]);
  } finally {
    tls.setDefaultCACertificates(trusted);
  }
});

test('a wrong password is nothing that an address can help: delayed, and the password is not told', async () => {
  const { end, passwords } = await setup(
    { disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
    '127.0.0.1',
    'wrong',
  );
  expect(passwords).toEqual(['wrong']);
  expect(end).toMatchObject({ name: 'MailDelayed', reason: '535' });
  expect(JSON.stringify(end) + String(end)).not.toContain('wrong');
});

describe('several addresses', () => {
  test.each([
    ['one of two is unknown', ['ada@example.com', 'unknown@example.com'], 'sent', [['ada@example.com']]],
    ['one of two is to come later', ['later@example.com', 'ada@example.com'], 'sent', [['ada@example.com']]],
    ['all are unknown', ['unknown@example.com', 'unknown@example.org'], 'rejected', []],
  ] as const)('%s: %s', async (_case, to, end, arrived) => {
    const service = await startSmtp();
    expect(await service.mailer.send({ ...mail, to })).toBe(end);
    expect((await service.arrived()).map((one) => one.to)).toEqual(arrived);
    await service.stop();
  });

  test('one is unknown and the other is to come later: delayed', async () => {
    const service = await startSmtp();
    const send = service.mailer.send({ ...mail, to: ['later@example.com', 'unknown@example.com'] });
    await expect(send).rejects.toThrow(MailDelayed);
    await service.stop();
  });

  test('fifty mails at once share few connections', async () => {
    const service = await startSmtp();
    const ends = await Promise.all(Array.from({ length: 50 }, () => service.mailer.send(mail)));
    expect(new Set(ends)).toEqual(new Set(['sent']));
    expect(await service.arrived()).toHaveLength(50);
    await service.stop();
  });
});

test.each([
  ['5.1.1 build-5.1.8@example.com is not known here', 'rejected'],
  ['5.1.1 5.7.60@example.com is not known here', 'rejected'],
  ['5.1.8 the sender may not', undefined],
])('a code that is part of an address says nothing of the sender: %s (mistake 2)', async (message, expected) => {
  const { end } = await setup(
    {
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error(message), { responseCode: 550 })),
    },
    '127.0.0.1',
  );
  if (expected) expect(end).toBe(expected);
  else expect(end).toBeInstanceOf(MailDelayed);
});
