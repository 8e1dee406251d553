/** People to whom credentials are owed, and deliveries that mail them. */

import type { newPerson } from '../../../shared/domain/people/new-person.ts';
import { sendCredentials } from '../../../shared/work/credentials/send-credentials.ts';
import { verifyCheaply } from '../../fakes/cheap-hash.ts';
import { passwordsIn } from '../../fakes/mailer.ts';
import { idOf, person } from '../../fakes/people.ts';
import { newSystem } from '../imports/system.ts';

export const setup = async (...people: ReturnType<typeof newPerson>[]) => {
  const system = newSystem();
  const all = people.length > 0 ? people : [person('ada', { otherMails: ['ada@example.net'] })];
  await system.directory.addPeople({ people: all, seatsFrom: 'free' });
  const userIds = all.map(({ id }) => id);
  const deliver = (change: Partial<typeof system.ports> = {}) =>
    sendCredentials({ userIds }, { ...system.ports, again: system.queue.queues.credentials, ...change });
  const now = (name = 'ada') => {
    const found = system.memory.people.get(idOf(name));
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  /** Whether the password of a mail, the newest unless told otherwise, opens the account. */
  const opens = async (name = 'ada', at = -1) => {
    const mail = system.post.sent.filter(({ text }) => text.includes(`${name}@contoso.com`)).at(at);
    const tries = (mail ? passwordsIn(mail) : []).map((text) =>
      verifyCheaply(text, now(name).password.hash ?? '$sha256$$'),
    );
    return (await Promise.all(tries)).includes(true);
  };
  const leaseOver = () => system.clock.pass({ seconds: system.policy.credentialLeaseSeconds });
  return { ...system, userIds, deliver, now, opens, leaseOver };
};
