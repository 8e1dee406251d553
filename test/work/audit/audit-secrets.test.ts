/** Whatever is changed, no entry of the audit holds a secret. */
import { auditOfChange } from '../../../shared/domain/audit.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { graphAudit } from '../../../shared/graph/audit/graph-audit.ts';
import { changePeople } from '../../../shared/work/change-people.ts';
import { monday } from '../../fakes/clock.ts';
import { passwordsIn } from '../../fakes/mailer.ts';
import { administrator, e3, person } from '../../fakes/people.ts';
import { collectLog } from '../../graph/calling.ts';
import { setup as routes } from '../../graph/routes.ts';

collectLog();

/** Every text in a value, however deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

test('of births, mails, licences, sweeps, removals and settings the audit tells no password and no hash', async () => {
  const { call, create, directory, memory, drain, queues, clock, post, ports } = routes();
  const chosen = 'Marked-Kookaburra-7+';
  const hashes = new Set<string>();
  const remember = () => {
    for (const { password, requestHash = '' } of memory.people.values()) {
      for (const text of [password.hash, password.previousHash, requestHash]) if (text) hashes.add(text);
    }
  };
  await directory.putSku({ ...e3, enabled: 2 });
  const mails = { otherMails: ['own@example.net'], usageLocation: 'NL' };
  const made = [
    await create({ passwordProfile: { password: chosen }, ...mails }),
    await create({ userPrincipalName: 'bo@contoso.com', ...mails, assignedLicenses: [{ skuId: e3.skuId }] }),
    await create({ userPrincipalName: 'cy@contoso.com', credentialDelivery: { show: true } }),
  ];
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
  const ids = made.map(({ body }) => body.id as string);
  await drain();
  remember();
  const licence = { route: 'POST /v1.0/users/{id}/assignLicense', path: { id: ids[0] as string } };
  await call({ ...licence, body: { addLicenses: [{ skuId: e3.skuId }], removeLicenses: [] } });
  await call({ ...licence, body: { addLicenses: [], removeLicenses: [e3.skuId] } });
  for (let day = 0; day < 10; day += 1) {
    clock.pass({ days: 10 });
    await queues.sweeps([{ kind: 'sweep' }]);
    await drain();
    remember();
  }
  const audit = {
    activity: 'Reset user password',
    initiatedBy: { kind: 'operator', id: 'a', displayName: 'A' },
    now: clock.now(),
  } as const;
  const reset = ({ password, ...one }: Person): Person => ({
    ...one,
    password: {
      ...password,
      hash: '$sha256$$bWFya2Vk$marked',
      previousHash: password.hash ?? '',
      changedDateTime: audit.now,
    },
  });
  await changePeople(ids, reset, directory, audit);
  remember();
  await changePeople([ids[0] as string], () => 'remove', directory, audit);
  await call({
    route: 'PATCH /v1.0/domains/{id}',
    path: { id: 'contoso.com' },
    body: { passwordValidityPeriodInDays: 30 },
  });
  await call({ route: 'PATCH /v1.0/organization/{id}', path: { id: 'organization' }, body: { displayName: 'New' } });

  const shown = passwordsIn({ text: JSON.stringify(made) } as never);
  const minted = [...post.sent.flatMap(passwordsIn), ...shown];
  expect([minted.length >= 2, hashes.size >= 6]).toEqual([true, true]);
  const activities = new Set(memory.audit.map(({ activityDisplayName }) => activityDisplayName));
  expect([...activities].sort()).toEqual([
    'Add user',
    'Change user license',
    'Enforce policy',
    'Reset user password',
    'Update domain',
    'Update organization',
  ]);
  const { text } = await call({ route: 'GET /v1.0/auditLogs/directoryAudits', query: { $top: '1000' } });
  const told = [text, JSON.stringify(memory.audit)].join('\n');
  expect(told).toContain('bo@contoso.com');
  expect([chosen, ...minted, ...hashes].some((secret) => told.includes(secret))).toBe(false);
  expect(ports.policy.auditDays).toBeGreaterThan(100);
});

test('of a person no text is told but those of the properties that may be shown', () => {
  const base = person('ada');
  const marked: Person = {
    ...base,
    password: { ...base.password, hash: 'secret hash', previousHash: 'secret former hash' },
    credentialMail: { ...base.credentialMail, to: ['secret@example.net'] },
    pendingNotices: [{ kind: 'licenceArrived', skuId: 'secret sku', id: 'secret id', tries: 0, retryAt: monday }],
    requestHash: 'secret request',
    // What a later version may add to a person is not told before somebody says so.
    ...({ unknown: { deep: ['secret of tomorrow'] } } as object),
  };
  const audit = { id: 'entry', now: monday, activity: 'Update user' as const, initiatedBy: administrator };
  const entries = [
    auditOfChange(undefined, marked, audit),
    auditOfChange(base, marked, audit),
    auditOfChange(marked, { ...marked, ...base, accountEnabled: false }, audit),
    auditOfChange(marked, undefined, audit),
  ];
  const texts = entries.flatMap((entry) => [...textsIn(entry), ...textsIn(graphAudit(entry, new Map()))]);
  expect(texts).toContain('ada@contoso.com');
  expect(texts.filter((text) => text.includes('secret'))).toEqual([]);
});
