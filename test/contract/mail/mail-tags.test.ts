/** Mails name the people whose credentials they carry, and news of them is read back. */

import { newsOf } from '../../../shared/aws/mail/mail-news.ts';
import { peopleIn, tagsOf } from '../../../shared/aws/mail/mail-tags.ts';
import { sesMailer } from '../../../shared/aws/mail/ses-mailer.ts';
import { mailEvent } from '../../../shared/messages/mail-event.ts';
import { monday } from '../../fakes/clock.ts';
import { idOf } from '../../fakes/people.ts';

const people = (count: number, attempt = 1) =>
  Array.from({ length: count }, (_, index) => ({ id: idOf(`p${index}`), attempt: attempt + index }));

const asSesTells = (count: number) =>
  Object.fromEntries(tagsOf(people(count)).map(({ Name = '', Value = '' }) => [Name, [Value]]));

test.each([1, 10, 11, 50])('%i people come back as they went, in tags that SES takes', (count) => {
  const tags = tagsOf(people(count));
  expect(tags).toHaveLength(Math.ceil(count / 10));
  for (const { Name = '', Value = '' } of tags) {
    expect(Name).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
    expect(Value).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  }
  expect(peopleIn({ ...asSesTells(count), 'ses:configuration-set': ['set'], peoples: ['no'] })).toEqual(people(count));
});

test('attempts are told apart up to the 4,096th', () => {
  const tags = (attempt: number) => tagsOf([{ id: idOf('ada'), attempt }]).map(({ Value }) => Value);
  expect(tags(1)).not.toEqual(tags(2));
  expect(tags(4095)).not.toEqual(tags(4094));
  expect(tags(4097)).toEqual(tags(1));
});

test('every mail goes by the set that demands TLS, those about people carry tags, and no address or name is in them (weakness 15)', async () => {
  const sent: Record<string, unknown>[] = [];
  const client = { send: async ({ input }: { input: Record<string, unknown> }) => void sent.push(input) };
  const mail = { to: ['ada@example.com'], subject: 'S', text: 'k7Rm-9pQx', html: '<p>T</p>' };
  const mailer = sesMailer({ client: client as never, from: 'no-reply@contoso.com', configurationSet: 'set' });
  await mailer.send({ ...mail, about: people(2) });
  await mailer.send(mail);
  await sesMailer({ client: client as never, from: 'no-reply@contoso.com' }).send({ ...mail, about: people(2) });
  expect(sent.map(({ Tags, ConfigurationSetName }) => [Tags, ConfigurationSetName])).toEqual([
    [tagsOf(people(2)), 'set'],
    [undefined, 'set'],
    [undefined, undefined],
  ]);
  expect(JSON.stringify(sent[0]?.Tags)).not.toMatch(/ada|example|9pQx/);
});

const event = (detail: object) =>
  mailEvent.parse({
    version: '0',
    'detail-type': 'Email Bounced',
    source: 'aws.ses',
    time: monday,
    detail: { mail: { timestamp: monday, destination: ['ada@example.com'], tags: asSesTells(1) }, ...detail },
  });

test.each([
  [
    {
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: 'ada@example.com' }],
      },
    },
    'bounced',
    'Permanent/General',
  ],
  [
    { eventType: 'Bounce', bounce: { bounceType: 'Transient', bounceSubType: 'of ada@example.com' } },
    'bounced',
    'Transient',
  ],
  [{ eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } }, 'complaint', 'abuse'],
  [{ eventType: 'Complaint', complaint: {} }, 'complaint', 'Unknown'],
  [{ eventType: 'Reject', reject: { reason: 'Bad content' } }, 'bounced', 'Reject'],
  [{ eventType: 'Rendering Failure' }, 'bounced', 'RenderingFailure'],
])('%j is read, without an address', (detail, state, reason) => {
  const news = newsOf(event(detail));
  expect(news).toEqual({ delivery: { state, reason, dateTime: monday }, people: people(1) });
});

test('news of other kinds, or of mails about nobody, is none', () => {
  expect(newsOf(event({ eventType: 'Delivery' }))).toMatchObject({ delivery: { state: 'delivered' } });
  expect(newsOf(event({ eventType: 'Open' }))).toBeUndefined();
  expect(newsOf(event({ eventType: 'Bounce', mail: {} }))).toBeUndefined();
});
