import { MailDelayed } from '../../../shared/work/mailing/mailer.ts';
import { type Fault, type MailService, startSes, startSmtp } from './mail-services.ts';

const mail = {
  to: ['ada@example.com'],
  subject: 'Your account',
  text: 'Hello Ada,\n\nplain\n',
  html: '<p>Hello Ada, <b>rich</b></p>',
};

describe.each([
  ['SES', startSes],
  ['SMTP', startSmtp],
])('mail by %s', (_name, start) => {
  let service: MailService;
  beforeEach(async () => {
    service = await start();
  });
  afterEach(() => service.stop());

  test('arrives at every address, as text and as HTML', async () => {
    const to = ['ada@example.com', "o'hara+x@sub.example.org"];
    expect(await service.mailer.send({ ...mail, to })).toBe('sent');
    const [arrived, ...others] = await service.arrived();
    expect(others).toEqual([]);
    expect(arrived?.to).toEqual(to);
    expect(arrived?.subject).toBe(mail.subject);
    expect(arrived?.text.trim()).toBe(mail.text.trim());
    expect(arrived?.html).toContain(mail.html);
    expect(arrived?.headers).toContainEqual(expect.stringMatching(/^content-type: multipart\/alternative/i));
    expect(arrived?.headers).toContainEqual(expect.stringMatching(/^from: <?no-reply@contoso\.com>?$/i));
  });

  test('keeps Chinese, emoji and accents in subject and body, and lines that begin with a dot', async () => {
    const subject = `您的 Contoso 用户名和密码 🎉 für Jürgen – ${'很长的主题'.repeat(20)}`;
    const text = `王小明，您好：\n\n.\n.. é 🎉\n${'字'.repeat(2000)}\n`;
    const html = `<p title="é">王小明，您好 🎉</p><p>${'字'.repeat(2000)}</p>`;
    await service.mailer.send({ to: mail.to, subject, text, html });
    const [arrived] = await service.arrived();
    expect(arrived?.subject).toBe(subject);
    expect(arrived?.text.trim()).toBe(text.trim());
    expect(arrived?.html).toContain(html);
  });

  test('line breaks in a subject add no header', async () => {
    const subject = 'Hello\r\nBcc: thief@example.com\r\nX-Added: 1\n\nbody\u2028z';
    expect(await service.mailer.send({ ...mail, subject })).toBe('sent');
    const [arrived] = await service.arrived();
    expect(arrived?.to).toEqual(mail.to);
    expect(arrived?.subject).toBe('Hello Bcc: thief@example.com X-Added: 1 body z');
    expect(arrived?.headers.filter((line) => /^(bcc|x-added)/i.test(line))).toEqual([]);
  });

  test.each([
    'ada@example.com\r\nBcc: thief@example.com',
    'ada@example.com>\r\nDATA',
    'ada@example.com, thief@example.com',
    'Ada <ada@example.com>',
    'ada',
    '',
  ])('no mail goes to what is not one address: %j', async (address) => {
    expect(await service.mailer.send({ ...mail, to: [address] })).toBe('rejected');
    expect(await service.mailer.send({ ...mail, to: ['ada@example.com', address] })).toBe('rejected');
    expect(await service.arrived()).toEqual([]);
  });

  test('no address at all is nobody to take it', async () => {
    expect(await service.mailer.send({ ...mail, to: [] })).toBe('rejected');
  });

  test.each<Fault>(['unknown recipient', 'refused content'])('%s: rejected', async (fault) => {
    service.failWith(fault);
    expect(await service.mailer.send(mail)).toBe('rejected');
    expect(await service.arrived()).toEqual([]);
  });

  test.each<Fault>(['throttled', 'quota used up', 'sender not allowed'])('%s: delayed', async (fault) => {
    service.failWith(fault);
    const end = await service.mailer.send(mail).catch((error: unknown) => error);
    expect(end).toBeInstanceOf(MailDelayed);
    // What is logged names neither a person nor an address.
    expect(JSON.stringify(end) + String(end)).not.toMatch(/ada|@/i);
  });

  test('a service that cannot be reached: delayed', async () => {
    await service.stop();
    await expect(service.mailer.send(mail)).rejects.toThrow(MailDelayed);
  });
});
