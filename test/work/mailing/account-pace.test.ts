/** Mail keeps to what the account may send, as far as that is known. */
import { accountPace, type MailQuota } from '../../../shared/work/mailing/account-pace.ts';
import { person } from '../../fakes/people.ts';
import { setup as setupCredentials } from '../credentials/credentials-setup.ts';

const setup = (...answers: (MailQuota | string)[]) => {
  const reported: string[] = [];
  let [at, asked] = [0, 0];
  const ask = async () => {
    const answer = answers[asked] ?? 'NoMoreAnswers';
    asked += 1;
    if (typeof answer === 'string') throw Object.assign(new Error('of ada@example.com'), { name: answer });
    return answer;
  };
  const pace = accountPace(
    ask,
    (code) => reported.push(code),
    () => at,
  );
  const pass = (seconds: number) => {
    at += seconds * 1000;
  };
  return { pace, pass, reported, asked: () => asked };
};

const quota = (mailsPerSecond: number, mailsLeft = 1000): MailQuota => ({ mailsPerSecond, mailsLeft });

test('the account is asked once a minute, however often its pace is wanted', async () => {
  const { pace, pass, asked } = setup(quota(14), quota(50));
  expect(await Promise.all([pace(), pace()])).toEqual([quota(14), quota(14)]);
  pass(59);
  expect(await pace()).toEqual(quota(14));
  expect(asked()).toBe(1);
  pass(1);
  expect(await pace()).toEqual(quota(50));
  expect(asked()).toBe(2);
});

test('while it cannot be asked: one a second, and the code is told, without what the error says', async () => {
  const { pace, pass, reported, asked } = setup(quota(14), 'TimeoutError', quota(20));
  await pace();
  pass(60);
  expect(await pace()).toEqual({ mailsPerSecond: 1, mailsLeft: Number.POSITIVE_INFINITY });
  pass(30);
  expect((await pace()).mailsPerSecond).toBe(1);
  expect([asked(), reported]).toEqual([2, ['TimeoutError']]);
  pass(30);
  expect(await pace()).toEqual(quota(20));
});

test('a day that is used up: nobody is leased, no password is minted, and the mail stays owed until it is taken (case 27)', async () => {
  const { deliver, now, post, queue, clock, ports, drain } = await setupCredentials();
  expect(await deliver({ mailsLeft: 0 })).toBe('quotaUsedUp');
  expect([post.sent.length, queue.waiting.length]).toEqual([0, 0]);
  expect(now()).toMatchObject({ version: 1, credentialMail: { state: 'owed', attempt: 0 } });
  const refills: number[] = [];
  for (let quarter = 1; quarter <= 40; quarter += 1) {
    clock.pass({ minutes: 15 });
    await ports.queues.sweeps([{ kind: 'sweep' }]);
    await drain({ only: ['sweeps'] });
    if (queue.in('credentials').length > 0) refills.push(quarter);
    queue.waiting.length = 0;
    await deliver({ mailsLeft: 0 });
  }
  expect(refills).toEqual([1, 3, 7, 15, 31]);
  expect(now().credentialMail.attempt).toBe(0);
  expect(await deliver()).toBeUndefined();
  expect(now().credentialMail.state).toBe('sent');
});

test('when less is left than people are waiting, only so many are mailed', async () => {
  const people = ['ada', 'bob', 'carl'].map((name) => person(name, { otherMails: [`${name}@example.net`] }));
  const { deliver, now, post } = await setupCredentials(...people);
  expect(await deliver({ mailsLeft: 2 })).toBe('quotaUsedUp');
  expect(post.sent).toHaveLength(2);
  expect(now('carl').credentialMail).toMatchObject({ state: 'owed', attempt: 0 });
});
