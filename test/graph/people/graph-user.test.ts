import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { graphUser } from '../../../shared/graph/people/graph-user.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, person } from '../../fakes/people.ts';

/** A person in whom every property that nobody may see is marked. */
const marked = {
  ...person('ada', { skuIds: [e3.skuId], givenName: 'Ada' }, { short: [e3.skuId] }),
  password: { source: 'chosen', hash: 'marked', changedDateTime: monday, mustChange: true, warnedDays: 7 },
  credentialMail: {
    state: 'owed',
    to: ['marked@example.net'],
    attempt: 3,
    retries: 2,
    leaseUntil: 'marked',
    retryAt: 'marked',
  },
  pendingNotices: [{ kind: 'licenceArrived', skuId: 'marked', id: 'marked', retryAt: 'marked', tries: 1 }],
  createdBy: 'marked',
  importId: 'marked',
  rowNumber: 7,
  requestHash: 'marked',
  pk: 'marked',
  dueShard: 'marked',
} as unknown as Person;

test('no hash, secret, lease, owner or key leaves', () => {
  const user = graphUser(marked, defaultPolicy);
  expect(JSON.stringify(user)).not.toContain('marked');
  const inner = ['password', 'hash', 'version', 'pendingNotices', 'createdBy', 'importId', 'rowNumber', 'requestHash'];
  for (const name of inner) expect(user).not.toHaveProperty(name);
  expect(user.passwordProfile).toEqual({ forceChangePasswordNextSignIn: true });
});

test('nor does the place in a line, which names a time and a row of others', () => {
  expect(graphUser(marked, defaultPolicy).waitingLicenses).toEqual([
    { skuId: e3.skuId, disabledPlans: [], waitingSinceDateTime: monday },
  ]);
});

test('what is absent is null, as in Graph, and nothing is undefined', () => {
  const user = graphUser(person('ada'), defaultPolicy);
  expect(user).toMatchObject({ surname: null, mail: null, mailbox: null, usageLocation: null, jobTitle: null });
  expect(JSON.parse(JSON.stringify(user))).toEqual(user);
});

test('when the person last signed in', () => {
  expect(graphUser(person('ada'), defaultPolicy).signInActivity).toBeNull();
  const seen = graphUser({ ...person('ada'), lastSignInDateTime: monday }, defaultPolicy);
  expect(seen.signInActivity).toEqual({ lastSignInDateTime: monday });
});

test('the states of mailbox and password with their dates', () => {
  expect(graphUser(marked, defaultPolicy)).toMatchObject({
    mail: 'ada@contoso.com',
    mailbox: { state: 'grace', graceEndsDateTime: addDays(monday, 30) },
    passwordExpiresDateTime: addDays(monday, 90),
    passwordState: 'valid',
  });
  const state = (change: object) =>
    graphUser({ ...marked, password: { ...marked.password, ...change } }, defaultPolicy).passwordState;
  expect([state({ lapsed: true }), state({ expired: true }), state({ expired: true, lapsed: true })]).toEqual([
    'lapsed',
    'expired',
    'expired',
  ]);
  expect(graphUser(marked, { ...defaultPolicy, passwordValidityDays: 0 }).passwordExpiresDateTime).toBeNull();
});
