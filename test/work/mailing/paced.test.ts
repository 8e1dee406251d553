import { type Mail, MailDelayed, type Mailer } from '../../../shared/work/mailing/mailer.ts';
import { paced } from '../../../shared/work/mailing/paced.ts';

const mailTo = (address: string): Mail => ({ to: [address], subject: '', text: '', html: '' });

const setup = (mailsPerSecond: number) => {
  const begun: { to: string; at: number }[] = [];
  const mailer: Mailer = {
    send: async ({ to: [to = ''] }) => {
      begun.push({ to, at: performance.now() });
      if (to === 'delayed') throw new MailDelayed('Throttling');
      return to === 'rejected' ? 'rejected' : 'sent';
    },
  };
  return { begun, mailer: paced(mailer, () => mailsPerSecond) };
};

test('mails that come at once begin in order, evenly spaced (case 26)', async () => {
  const { begun, mailer } = setup(20);
  const start = performance.now();
  await Promise.all(['a', 'b', 'c', 'd'].map((address) => mailer.send(mailTo(address))));
  expect(begun.map(({ to }) => to)).toEqual(['a', 'b', 'c', 'd']);
  begun.forEach(({ at }, index) => {
    expect(at - start).toBeGreaterThanOrEqual(index * 50);
  });
});

test('the first mail does not wait, nor does one after a pause', async () => {
  const anHour = 3_600_000;
  const { begun, mailer } = setup(1000 / anHour);
  await mailer.send(mailTo('a'));
  const now = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + anHour);
  await mailer.send(mailTo('b'));
  now.mockRestore();
  expect(begun).toHaveLength(2);
});

test('a clock that is set back by a day makes nobody wait for a day', async () => {
  const { begun, mailer } = setup(20);
  await mailer.send(mailTo('a'));
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 86_400_000);
  await mailer.send(mailTo('b'));
  now.mockRestore();
  expect(begun).toHaveLength(2);
});

test('what became of a mail is passed on', async () => {
  const { mailer } = setup(1000);
  expect(await mailer.send(mailTo('rejected'))).toBe('rejected');
  await expect(mailer.send(mailTo('delayed'))).rejects.toThrow(MailDelayed);
  expect(await mailer.send(mailTo('a'))).toBe('sent');
});
