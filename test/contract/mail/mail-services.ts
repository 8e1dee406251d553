/** Two mail services that a test can look into and make fail: SES's emulator, and an SMTP server. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESClient } from '@aws-sdk/client-ses';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { sesMailer } from '../../../shared/aws/mail/ses-mailer.ts';
import { smtpMailer } from '../../../shared/smtp/smtp-mailer.ts';
import type { Mailer } from '../../../shared/work/mailing/mailer.ts';

export const from = 'no-reply@contoso.com';

/** What a service has in hand once it took a mail. */
export type Arrived = { to: string[]; subject: string; text: string; html: string; headers: string[] };

/** How a service is made to fail. */
export type Fault = 'unknown recipient' | 'refused content' | 'throttled' | 'quota used up' | 'sender not allowed';

export type MailService = {
  mailer: Mailer;
  /** Everything that arrived, as a mail reader would show it. */
  arrived(): Promise<Arrived[]>;
  /** What happens to every mail from now on. */
  failWith(fault: Fault): void;
  stop(): Promise<void>;
};

const portOf = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port;

const stopServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** SES's way to say that something is wrong. */
export const sesError = (code: string, message: string): string =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;

const sesFaults: Readonly<Record<Fault, string>> = {
  'unknown recipient': sesError(
    'MessageRejected',
    'Email address is not verified. The following identities failed the check in region EU-WEST-1: ada@example.com',
  ),
  'refused content': sesError('MessageRejected', 'Email contains a virus.'),
  throttled: sesError('Throttling', 'Maximum sending rate exceeded.'),
  'quota used up': sesError('Throttling', 'Daily message quota exceeded.'),
  'sender not allowed': sesError(
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region EU-WEST-1: ${from}, ada@example.com`,
  ),
};

/** A client that tries once, so that a test of a fault need not wait for retries. */
export const sesClient = (endpoint: string, accessKeyId = 'test'): SESClient =>
  new SESClient({
    endpoint,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'test' },
  });

/** SES's emulator behind a server that can answer with SES's errors in its place. */
export const startSes = async (): Promise<MailService> => {
  const { default: emulator } = (await import('aws-ses-v2-local')) as unknown as {
    default: { default: (options: { host: string; port: number }) => Promise<Server> };
  };
  const behind = await emulator.default({ host: '127.0.0.1', port: 0 });
  const store = `http://127.0.0.1:${portOf(behind)}`;
  await fetch(`${store}/clear-store`, { method: 'POST' });
  const destinations: string[][] = [];
  let fault: Fault | undefined;
  const front = createServer(async (request, response) => {
    if (fault) return response.writeHead(400, { 'content-type': 'text/xml' }).end(sesFaults[fault]);
    const headers = {
      authorization: String(request.headers.authorization),
      'content-type': String(request.headers['content-type']),
    };
    const body = await bytesOf(request);
    // The emulator keeps the first address only, so the others are read from what it was sent.
    const isAddress = ([name]: [string, string]) => /^Destination\.(To|Cc|Bcc)Addresses\.member\.\d+$/.test(name);
    destinations.push([...new URLSearchParams(body.toString())].filter(isAddress).map(([, address]) => address));
    const answer = await fetch(store, { method: 'POST', headers, body });
    response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const client = sesClient(`http://127.0.0.1:${portOf(front)}`);

  return {
    mailer: sesMailer({ client, from }),
    arrived: async () => {
      const { emails } = (await (await fetch(`${store}/store`)).json()) as { emails: { messageId: string }[] };
      return Promise.all(
        emails.map(async ({ messageId }, index) => {
          const eml = (await (await fetch(`${store}/get-emlContent?messageId=${messageId}`)).json()) as {
            body: { data: number[] };
          };
          return readMail(Buffer.from(eml.body.data), destinations[index] ?? []);
        }),
      );
    },
    failWith: (next) => {
      fault = next;
    },
    stop: async () => {
      client.destroy();
      await Promise.all([stopServer(front), stopServer(behind)]);
    },
  };
};

const bytesOf = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
};

const readMail = async (raw: Buffer, to: string[]): Promise<Arrived> => {
  const { subject = '', text = '', html, headerLines } = await simpleParser(raw);
  return { to, subject, text, html: html || '', headers: headerLines.map(({ line }) => line) };
};

const smtpFault = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** An SMTP server that takes mail for everybody but `unknown@` (550) and `later@` (451). */
export const startSmtp = async (): Promise<MailService> => {
  const mails: Arrived[] = [];
  let fault: Fault | undefined;
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'muster' && password === 'correct' ? done(null, { user: 'muster' }) : done(new Error('no')),
    onMailFrom: (_address, _session, done) =>
      done(fault === 'throttled' ? smtpFault(421, '4.7.0 Too many mails, try again later') : null),
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('unknown@') || fault === 'unknown recipient') return done(smtpFault(550, '5.1.1 Nobody'));
      if (address.startsWith('later@')) return done(smtpFault(451, '4.2.1 Try again later'));
      if (fault === 'sender not allowed') return done(smtpFault(553, `5.7.1 <${from}>: Sender address rejected`));
      return done();
    },
    onData: (stream, { envelope }, done) => {
      bytesOf(stream).then(async (raw) => {
        if (fault === 'refused content') return done(smtpFault(554, '5.6.0 Content refused'));
        if (fault === 'quota used up') return done(smtpFault(454, '4.7.0 Daily message quota exceeded'));
        mails.push(
          await readMail(
            raw,
            envelope.rcptTo.map(({ address }) => address),
          ),
        );
        return done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server.server as unknown as Server);
  const mailer = smtpMailer({ host: '127.0.0.1', port, userName: 'muster', password: 'correct', from });
  return {
    mailer,
    arrived: async () => mails,
    failWith: (next) => {
      fault = next;
    },
    stop: async () => {
      mailer.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
