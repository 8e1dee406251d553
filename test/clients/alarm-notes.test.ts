/** `npm run check` says whom alarms do not reach. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SNSClient } from '@aws-sdk/client-sns';
import { alarmNotes } from '../../clients/check/alarm-notes.ts';

const topic = 'arn:aws:sns:eu-west-1:111122223333:Muster-AlarmsTopic';

/** SNS with these subscriptions of the topic, a page each; `PendingConfirmation` is what it has for an ARN until then. */
const sns = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const page = Number(new URLSearchParams(Buffer.concat(parts).toString()).get('NextToken') ?? 0);
    response.statusCode = pages.length === 0 ? 403 : 200;
    response.end(pages.length === 0 ? denied : answer(page));
  });
});
let pages: { arn: string; endpoint: string }[][] = [];
const answer = (page: number) => {
  const members = (pages[page] ?? []).map(
    ({ arn, endpoint }) =>
      `<member><TopicArn>${topic}</TopicArn><Protocol>email</Protocol><SubscriptionArn>${arn}</SubscriptionArn><Endpoint>${endpoint}</Endpoint></member>`,
  );
  const next = page + 1 < pages.length ? `<NextToken>${page + 1}</NextToken>` : '';
  return `<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions>${members.join('')}</Subscriptions>${next}</ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`;
};
const denied =
  '<ErrorResponse><Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>no</Message></Error></ErrorResponse>';

let client: SNSClient;
beforeAll(async () => {
  await new Promise<void>((done) => sns.listen(0, '127.0.0.1', done));
  client = new SNSClient({
    endpoint: `http://127.0.0.1:${(sns.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
});
afterAll(() => {
  client.destroy();
  sns.close();
});

const confirmed = { arn: `${topic}:1`, endpoint: 'day@contoso.com' };
const pending = { arn: 'PendingConfirmation', endpoint: 'night@contoso.com' };

test('who confirmed is no news; who did not is named, on whichever page', async () => {
  pages = [[confirmed]];
  expect(await alarmNotes(topic, client)).toEqual([]);
  pages = [[confirmed], [pending]];
  expect(await alarmNotes(topic, client)).toEqual([
    'Alarms wait for email night@contoso.com: its owner has to follow the link that AWS mailed.',
  ]);
});

test('alarms that reach nobody are said, with subscriptions or without', async () => {
  pages = [[]];
  expect(await alarmNotes(topic, client)).toEqual([expect.stringContaining('Alarms reach nobody')]);
  pages = [[pending]];
  expect(await alarmNotes(topic, client)).toHaveLength(2);
});

test('a check goes on where subscriptions may not be seen, and says which right it takes', async () => {
  pages = [];
  expect(await alarmNotes(topic, client)).toEqual([expect.stringContaining('it takes sns:ListSubscriptionsByTopic')]);
});
