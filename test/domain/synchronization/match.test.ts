/** Whom an object on premises is here, which name it gets, which side decides, and what a run may do: tables of cases. */
import fc from 'fast-check';
import '../../property-runs.ts';
import type { Organisation, SynchronizationSettings } from '../../../shared/domain/organisation.ts';
import { defaultSynchronization } from '../../../shared/domain/organisation.ts';
import { anchorKeys, anchorOfGuid } from '../../../shared/domain/people/anchors.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { isMastered, masteredRefusals, syncEnabledOf } from '../../../shared/domain/synchronization/authority.ts';
import { draftOfObject } from '../../../shared/domain/synchronization/draft-of-object.ts';
import { isHeld, refusalOfEmpty } from '../../../shared/domain/synchronization/guard.ts';
import { type Candidates, matchOf } from '../../../shared/domain/synchronization/match.ts';
import {
  refusalOfRun,
  settledState,
  stateUnder,
  undoneState,
} from '../../../shared/domain/synchronization/run-state.ts';
import { userNameOf } from '../../../shared/domain/synchronization/user-name-of.ts';
import { monday } from '../../fakes/clock.ts';
import { contoso, idOf, person } from '../../fakes/people.ts';

const guid = (name: string) => idOf(name);
const anchor = (name: string) => anchorOfGuid(guid(name));
const from = (name: string, change: object = {}): Person =>
  person(name, { onPremisesImmutableId: anchor(name), onPremisesObjectGuid: guid(name), ...change });
const object = { onPremisesImmutableId: anchor('ann'), onPremisesObjectGuid: guid('ann') };
const open = { blockSoftMatchEnabled: false, blockCloudObjectTakeoverThroughHardMatchEnabled: false };

const verdict = (candidates: Candidates, change: Partial<typeof open> = {}, of = object) => {
  const match = matchOf(candidates, { object: of, switches: { ...open, ...change } });
  return 'refusal' in match ? match.refusal.code : match.how;
};

test('an anchor is the base64 of the bytes of objectGUID, as Active Directory has them', () => {
  expect(anchorOfGuid('6f9619ff-8b86-d011-b42d-00c04fc964ff')).toBe('/xmWb4aLEdC0LQDAT8lk/w==');
  expect(anchorKeys(from('ann'))).toEqual([anchor('ann')]);
  expect(anchorKeys(from('ann', { onPremisesImmutableId: anchor('old') }))).toEqual([anchor('old'), anchor('ann')]);
  expect(anchorKeys(person('ann'))).toEqual([]);
});

const blockSoft = { blockSoftMatchEnabled: true };
const blockHard = { blockCloudObjectTakeoverThroughHardMatchEnabled: true };
const role = { roles: ['Reports Reader'] };
const deleted = { deleted: { dateTime: monday, licenses: [] } };

test.each<[string, Candidates, string, Partial<typeof open>?]>([
  ['nobody is there', { byKey: [] }, 'new'],
  ['their own objectGUID', { byKey: [from('ann')] }, 'known'],
  ['their own, deleted', { byKey: [from('ann', deleted)] }, 'known'],
  ['their own, with a role', { byKey: [from('ann', role)] }, 'known'],
  ['their own, whatever is blocked', { byKey: [from('ann')] }, 'known', { ...blockSoft, ...blockHard }],
  ['their own, before whoever has the name', { byKey: [from('ann')], byUserName: person('bob') }, 'known'],
  [
    'their own, with another anchor',
    { byKey: [from('ann', { onPremisesImmutableId: anchor('old') })] },
    'AnchorChanged',
  ],
  ['the anchor, of another object', { byKey: [from('bob', { onPremisesImmutableId: anchor('ann') })] }, 'hard'],
  ['that, blocked', { byKey: [from('bob', { onPremisesImmutableId: anchor('ann') })] }, 'InvalidHardMatch', blockHard],
  ['that, with a role', { byKey: [from('bob', { onPremisesImmutableId: anchor('ann'), ...role })] }, 'PersonProtected'],
  ['two people', { byKey: [from('ann'), from('bob')] }, 'InvalidHardMatch'],
  ['the user name', { byKey: [], byUserName: person('ann') }, 'soft'],
  ['the primary address', { byKey: [], byPrimaryAddress: person('ann') }, 'soft'],
  ['the user name, blocked', { byKey: [], byUserName: person('ann') }, 'InvalidSoftMatch', blockSoft],
  ['the user name, with a role', { byKey: [], byUserName: person('ann', role) }, 'PersonProtected'],
  ['the user name, of another object', { byKey: [], byUserName: from('bob') }, 'InvalidSoftMatch'],
  [
    'the name of one with a role, the address of another',
    { byKey: [], byUserName: person('a', role), byPrimaryAddress: person('b') },
    'PersonProtected',
  ],
])('%s: %#', (_, candidates, expected, change = {}) => {
  expect(verdict(candidates, change)).toBe(expected);
});

test('the user name goes before the primary address, and a refusal names whom it met', () => {
  const match = matchOf(
    { byKey: [], byUserName: person('ann'), byPrimaryAddress: person('bob') },
    { object, switches: open },
  );
  expect(match).toMatchObject({ how: 'soft', person: { id: person('ann').id } });
  const met = matchOf({ byKey: [], byUserName: from('bob') }, { object, switches: open });
  expect(met).toMatchObject({ refusal: { fact: expect.stringContaining(from('bob').id) } });
});

test('whatever order candidates come in, the match is the same', () => {
  const someone = fc.constantFrom(
    ...[from('ann'), from('bob'), from('ann', { onPremisesImmutableId: anchor('old') }), from('ann', deleted)],
  );
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 4 }), fc.boolean(), (byKey, isNamed) => {
      const named = isNamed ? { byUserName: person('cas') } : {};
      const [there, back] = [byKey, byKey.toReversed()].map((keys) => {
        // One person has one record, however many claims lead to it.
        const distinct = keys.filter(({ id }, index) => keys.findIndex((one) => one.id === id) === index);
        return distinct.length === keys.length ? verdict({ byKey: keys, ...named }) : 'same';
      });
      expect(back).toBe(there);
    }),
  );
});

const organisation: Organisation = { ...contoso, initialDomain: 'contoso.com' };

test.each<[string, object, string]>([
  ['verified', { userPrincipalName: 'ann@contoso.com' }, 'ann@contoso.com'],
  ['another suffix', { userPrincipalName: 'ann@corp.local' }, 'made ann@contoso.com'],
  ['the nickname first', { userPrincipalName: 'a1@corp.local', mailNickname: 'ann' }, 'made ann@contoso.com'],
  [
    'then the primary address',
    { userPrincipalName: 'a1@corp.local', proxyAddresses: ['smtp:z@x.org', 'SMTP:ann@x.org'] },
    'made ann@contoso.com',
  ],
  ['then mail', { userPrincipalName: 'a1@corp.local', mail: 'ann@x.org' }, 'made ann@contoso.com'],
  ['none at all', { onPremisesSamAccountName: 'ann' }, 'made ann@contoso.com'],
  [
    'letters that no name has',
    { userPrincipalName: 'ann müller@contoso.com', mailNickname: 'ann' },
    'made ann@contoso.com',
  ],
  ['of no letters that a name has', { userPrincipalName: 'ü@corp.local' }, 'UserNameIllegal'],
  ['nothing to make it of', {}, 'UserNameMissing'],
])('a user name: %s', (_, named, expected) => {
  const name = userNameOf(named, organisation);
  expect('refusal' in name ? name.refusal.code : `${name.isMade ? 'made ' : ''}${name.userPrincipalName}`).toBe(
    expected,
  );
});

test('without an initial domain another suffix is refused by name', () => {
  expect(userNameOf({ userPrincipalName: 'ann@corp.local' }, contoso)).toMatchObject({
    refusal: { code: 'DomainNotVerified' },
  });
});

test('what is null on premises is empty, what is absent stays, and lists have one order', () => {
  const base = {
    objectGuid: guid('ann'),
    anchor: anchor('ann'),
    userPrincipalName: 'ann@contoso.com',
    displayName: ' Ann ',
  };
  const found = draftOfObject(
    { ...base, city: null, department: 'IT', proxyAddresses: ['smtp:b@x.org', 'SMTP:a@x.org'] },
    organisation,
  );
  expect(found).toMatchObject({
    draft: {
      displayName: 'Ann',
      department: 'IT',
      cleared: ['city'],
      proxyAddresses: ['SMTP:a@x.org', 'smtp:b@x.org'],
    },
    isNameMade: false,
    isDisplayNameMade: false,
  });
  const bare = draftOfObject({ ...base, displayName: null, givenName: 'Ann', surname: 'Beebe' }, organisation);
  expect(bare).toMatchObject({ draft: { displayName: 'Ann Beebe', cleared: [] }, isDisplayNameMade: true });
  expect(draftOfObject({ ...base, anchor: 'my own' }, organisation)).toMatchObject({ refusal: { target: 'anchor' } });
});

test('which side decides follows from the switch and the anchor, and each property is refused by name', () => {
  const on = { onPremisesSync: { isEnabled: true, since: monday } };
  const off = { onPremisesSync: { isEnabled: false, since: monday } };
  expect([isMastered(from('ann'), on), isMastered(from('ann'), off), isMastered(from('ann'), {})]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isMastered(person('ann'), on)).toBe(false);
  expect([syncEnabledOf(from('ann'), false), syncEnabledOf(person('ann'), true)]).toEqual([false, null]);
  const names = [
    'displayName',
    'usageLocation',
    'otherMails',
    'userPrincipalName',
    'passwordPolicies',
    'businessPhones',
  ];
  const targets = masteredRefusals(names, from('ann'), on).map(({ target }) => target);
  expect(targets).toEqual(['displayName', 'userPrincipalName', 'businessPhones']);
  expect(masteredRefusals(names, from('ann'), off)).toEqual([]);
});

test('500 deletions go through and 501 do not; a directory that names nobody is never believed', () => {
  const held = (count: number, settings: SynchronizationSettings = defaultSynchronization) => isHeld(count, settings);
  expect([held(500), held(501)]).toEqual([false, true]);
  const never = { synchronizationPreventionType: 'disabled', alertThreshold: 0 } as const;
  expect(held(501, { ...defaultSynchronization, accidentalDeletionPrevention: never })).toBe(false);
  const counts = { isFull: true, upserts: 0, deletions: 0, known: 3 };
  expect(refusalOfEmpty(counts)?.code).toBe('SourceEmpty');
  expect([{ known: 0 }, { upserts: 1 }, { isFull: false }].map((one) => refusalOfEmpty({ ...counts, ...one }))).toEqual(
    [...[undefined, undefined, undefined]],
  );
});

const source = { id: guid('corp'), domainName: 'corp.local' };
const on = { isEnabled: true, since: monday };
const state = { since: monday, version: 3, source, watermark: { text: 'w', hash: 'h' } };
const head = { source, scope: 'delta', previous: 'h', watermark: 'next' } as const;

test.each([
  ['where the last one ended', head, on, state, undefined],
  ['of another watermark', { ...head, previous: 'x' }, on, state, 'WatermarkOutdated'],
  ['full, without the watermark', { ...head, scope: 'full', previous: null }, on, state, 'WatermarkOutdated'],
  ['the first, full', { ...head, scope: 'full', previous: null }, on, { since: monday, version: 0 }, undefined],
  ['the first, of changes', { ...head, previous: null }, on, { since: monday, version: 0 }, 'WatermarkOutdated'],
  ['of another directory', { ...head, source: { ...source, id: guid('x') } }, on, state, 'SourceChanged'],
  ['switched off', head, { ...on, isEnabled: false }, state, 'SynchronizationOff'],
  ['never on', head, undefined, state, 'SynchronizationOff'],
  ['after an undo', head, on, { ...state, undoneImportId: 'x' }, 'SynchronizationOnHold'],
] as const)('a run may begin, or not: %s', (_, run, onPremisesSync, kept, expected) => {
  expect(refusalOfRun(run, onPremisesSync, kept)?.code).toBe(expected);
});

test('the watermark moves with the end of a run, goes back with its undoing, and is forgotten by a switch', () => {
  const now = monday;
  const settled = settledState(
    { ...state, runningImportId: 'r' },
    { importId: 'r', source, watermark: { text: 'x', hash: 'y' }, now },
  );
  expect(settled).toMatchObject({ watermark: { text: 'x' }, settledImportId: 'r' });
  expect(settled.runningImportId).toBeUndefined();
  expect(undoneState(settled, { importId: 'r', before: state.watermark })).toMatchObject({
    watermark: { text: 'w' },
    undoneImportId: 'r',
  });
  // Others came after it: everybody is read.
  expect(undoneState(settled, { importId: 'earlier', before: state.watermark }).watermark).toBeUndefined();
  const undone = { ...state, undoneImportId: 'q', runningImportId: 'r' };
  expect(settledState(undone, { importId: 'r', source, watermark: { text: 'x', hash: 'y' }, now }).watermark).toEqual(
    state.watermark,
  );
  expect(stateUnder({ ...on, since: '2026-02-01T00:00:00.000Z' as typeof monday }, state)).toEqual({
    since: '2026-02-01T00:00:00.000Z',
    version: 3,
  });
});
