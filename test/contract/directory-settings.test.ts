/** Settings are written only as long as nobody else wrote since they were read, each with the entry that tells of it. */
import type { AuditEntry } from '../../shared/domain/audit.ts';
import { domainTerms } from '../../shared/domain/passwords/password-terms.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { type DirectorySettings, noDirectorySettings } from '../../shared/domain/settings/directory-settings.ts';
import { changeOrganisation } from '../../shared/work/settings/change-organisation.ts';
import { changeDomain } from '../../shared/work/settings/change-settings.ts';
import { monday } from '../fakes/clock.ts';
import { administrator, contoso, idOf } from '../fakes/people.ts';
import { onEveryStore, type Stores } from './stores.ts';

const entry = (name: string): AuditEntry => ({
  id: idOf(name),
  activityDateTime: monday,
  activityDisplayName: 'Update domain',
  initiatedBy: { kind: 'operator', id: 'admin', displayName: 'Admin' },
  target: { type: 'Domain', id: 'contoso.com', displayName: 'contoso.com' },
  modifiedProperties: [],
});

const withDays = (days: number, version: number): DirectorySettings => ({
  organisation: { displayName: 'Contoso', technicalMails: ['it@contoso.com'] },
  domains: { 'contoso.com': { passwordValidityDays: days } },
  version,
});

const told = async ({ audits }: Stores) => {
  const { entries } = await audits.page({ of: { kind: 'everything' }, from: '0', before: '~', top: 100 });
  return entries;
};

onEveryStore((open) => {
  test('nothing is set at first; what is written is read, and its entry is there', async () => {
    const stores = await open();
    expect(await stores.settings.read()).toEqual(noDirectorySettings);
    expect(await stores.settings.write(noDirectorySettings, withDays(30, 1), entry('first'))).toBe(true);
    expect(await stores.settings.read()).toEqual(withDays(30, 1));
    expect(await told(stores)).toEqual([entry('first')]);
  });

  test('a mark of the policy is absent until it is written, replaces the last, and is no setting', async () => {
    const { policyMark, settings } = await open();
    expect(await policyMark.read()).toBeUndefined();
    await policyMark.write('one');
    await policyMark.write('other');
    expect(await policyMark.read()).toBe('other');
    expect(await settings.read()).toEqual(noDirectorySettings);
  });

  test('who read earlier loses, and leaves no entry; having read again, it wins', async () => {
    const stores = await open();
    const { settings } = stores;
    expect(await settings.write(noDirectorySettings, withDays(30, 1), entry('first'))).toBe(true);
    expect(await settings.write(noDirectorySettings, withDays(40, 1), entry('late'))).toBe(false);
    expect(await settings.write(withDays(30, 1), withDays(50, 2), entry('second'))).toBe(true);
    expect(await settings.write(withDays(30, 1), withDays(60, 2), entry('later'))).toBe(false);
    expect(await settings.read()).toEqual(withDays(50, 2));
    expect((await told(stores)).map(({ id }) => id).sort()).toEqual([idOf('first'), idOf('second')].sort());
  });

  test.each([0, 1])('of two who write version %i at once, one wins', async (version) => {
    const stores = await open();
    if (version > 0) await stores.settings.write(noDirectorySettings, withDays(20, 1), entry('before'));
    const before = await stores.settings.read();
    const write = (days: number) => stores.settings.write(before, withDays(days, version + 1), entry(`days ${days}`));
    const won = await Promise.all([30, 40, 50, 60].map(write));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await told(stores)).toHaveLength(version + 1);
  });

  test('of two who both saw the same, one sets it, and the other is told: at once, and one after the other', async () => {
    const stores = await open();
    const ports = {
      settings: stores.settings,
      file: { organisation: contoso, policy: defaultPolicy },
      queues: { sweeps: async () => undefined },
      now: () => monday,
    };
    const name = (displayName: string, seen: string) =>
      changeOrganisation(
        { change: { displayName }, principal: administrator, isAsSeen: (one) => one.displayName === seen },
        ports,
      ).then(
        () => 'set',
        ({ refusals }) => refusals[0].code,
      );
    const outcomes = await Promise.all([name('One', 'Contoso'), name('Other', 'Contoso')]);
    expect(outcomes.toSorted()).toEqual(['PreconditionFailed', 'set']);
    const { displayName = '' } = (await stores.settings.read()).organisation;
    expect(await name('Late', 'Contoso')).toBe('PreconditionFailed');
    expect(await name('Later', displayName)).toBe('set');
    const days = (passwordValidityDays: number, seen: number) =>
      changeDomain(
        {
          ...{ domain: 'contoso.com', change: { passwordValidityDays }, principal: administrator },
          isAsSeen: (policy) => domainTerms('contoso.com', policy).validityDays === seen,
        },
        ports,
      ).then(
        () => 'set',
        ({ refusals }) => refusals[0].code,
      );
    const before = domainTerms('contoso.com', defaultPolicy).validityDays;
    const both = await Promise.all([days(30, before), days(40, before)]);
    expect(both.toSorted()).toEqual(['PreconditionFailed', 'set']);
    expect(await told(stores)).toHaveLength(3);
  });

  test('of many administrators at once no change is lost: each loser reads again', async () => {
    const stores = await open();
    const sent: unknown[] = [];
    const ports = {
      settings: stores.settings,
      file: { organisation: { ...contoso, verifiedDomains: ['contoso.com', 'example.com'] }, policy: defaultPolicy },
      queues: { sweeps: async (messages: readonly unknown[]) => void sent.push(...messages) },
      now: () => monday,
    };
    const principal = administrator;
    await Promise.all([
      changeDomain({ domain: 'contoso.com', change: { passwordValidityDays: 30 }, principal }, ports),
      changeDomain({ domain: 'example.com', change: { passwordValidityDays: 40 }, principal }, ports),
      changeOrganisation({ change: { displayName: 'New' }, principal }, ports),
      changeOrganisation({ change: { technicalMails: ['it@contoso.com'] }, principal }, ports),
    ]);
    expect(await stores.settings.read()).toEqual({
      organisation: { displayName: 'New', technicalMails: ['it@contoso.com'] },
      domains: { 'contoso.com': { passwordValidityDays: 30 }, 'example.com': { passwordValidityDays: 40 } },
      version: 4,
    });
    expect(await told(stores)).toHaveLength(4);
  });
});
