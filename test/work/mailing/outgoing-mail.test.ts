/** Whose address a refusal speaks of: a recipient's is never taken for ours. */
import { speaksOfSender } from '../../../shared/work/mailing/outgoing-mail.ts';

const from = 'it@contoso.com';

test.each([
  '550 it@contoso.com is not allowed to send',
  '550 5.7.1 <IT@Contoso.com>: Sender address rejected: not owned by user',
  'Email address is not verified. The following identities failed the check in region EU-WEST-1: it@contoso.com',
  "554 'it@contoso.com' may not send.",
  '550 from=it@contoso.com rejected',
  '550 sender it@contoso.com. Goodbye',
  '550 to ada@example.net from it@contoso.com: no',
])('of the sender: %s', (answer) => {
  expect(speaksOfSender(answer, from)).toBe(true);
});

test.each([
  '550 recruit@contoso.com unknown',
  '550 5.1.1 <recruit@contoso.com>: Recipient address rejected',
  '550 it@contoso.com.example does not exist',
  '550 it@contoso.community does not exist',
  "550 o'it@contoso.com does not exist",
  '550 a+it@contoso.com does not exist',
  '550 a-it@contoso.com, b.it@contoso.com and c_it@contoso.com do not exist',
  '550 éit@contoso.com does not exist',
  '550 No such user here',
])('of somebody else: %s (mistake 2)', (answer) => {
  expect(speaksOfSender(answer, from)).toBe(false);
});
