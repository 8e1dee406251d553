/** A mail that bounces after it was taken is known of the person, and the administrator hears of it. */
import { bounceOf } from '../driver/bounce.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, someone } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

/** Administrators hear of bounces once in a quarter of an hour, so that a stack of its own is needed to be told at once. */
const engine = isLocal ? ownEngine() : undefined;
let muster: Muster;
beforeAll(async () => {
  muster = engine ? await engine.start() : await sharedMuster();
});
afterAll(() => (engine ? engine.end() : muster.close()));

const whenStatus = (id: string, status: string) =>
  waitFor(
    `the mail to be ${status}`,
    () => muster.api.user(id),
    ({ credentialMail }) => credentialMail.deliveryStatus === status,
  );

test('a bounce is seen on the person, and told once (case 28)', async () => {
  const person = someone('Lena');
  const { id } = await muster.api.addUser(person);
  await whenStatus(id, 'sent');
  const event = bounceOf({ id, ...person });
  const queue = await muster.queues.before(muster.outputs.DeliveriesDeadLetterQueueUrl);
  for (let times = 0; times < 2; times += 1) await muster.queues.send(queue, event);
  const { credentialMail } = await whenStatus(id, 'bounced');
  expect(credentialMail.state).toBe('sent');
  if (!engine) return;
  const mail = await muster.mailbox.mail({ to: administrator, about: person.userPrincipalName });
  expect(mail.subject).toContain('Credentials that did not arrive');
});
