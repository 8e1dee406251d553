/** Who somebody is who asked for something a while ago. */

import { heldRoles } from '../../../shared/domain/access/roles.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { newClientSecret } from '../../../shared/work/access/client-secret.ts';
import { resolveAgain } from '../../../shared/work/access/resolve-again.ts';
import { resolvePrincipal } from '../../../shared/work/access/resolve-principal.ts';
import type { Grant } from '../../../shared/work/access/tokens.ts';
import { fakeApplications } from '../../fakes/applications.ts';
import { clockAt } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { fakeTokens } from '../../fakes/tokens.ts';

const [user, global] = ['User Administrator', 'Global Administrator'] as const;

const setup = () => {
  const [clock, tokens, applications] = [clockAt(), fakeTokens(), fakeApplications()];
  const people = new Map<string, Person>();
  const directory = {
    readPeople: async (ids: readonly string[]) => ids.flatMap((id) => people.get(id) ?? []),
    countingRoles: async (one: Person) => heldRoles(one),
    personAndRoles: async (id: string) => {
      const one = people.get(id);
      return one && { person: one, roles: heldRoles(one) };
    },
  };
  const ports = { tokens, applications, directory, now: clock.now };
  const put = (change: Partial<Person>) => {
    const ada = { ...person('ada'), roles: [global], ...change };
    people.set(ada.id, ada);
    return ada;
  };
  const mint = async (grant: Grant) => {
    const token = await tokens.mint(grant, { from: clock.now(), seconds: 3600 });
    const asked = await resolvePrincipal(token, ports);
    if (!asked) throw new Error('the token is nobody');
    return { token, asked };
  };
  return { clock, tokens, applications, people, ports, put, mint };
};

describe('a person', () => {
  const signedIn = async () => {
    const system = setup();
    const ada = system.put({});
    const { asked } = await system.mint({ kind: 'person', userId: ada.id, generation: 0 });
    return { ...system, ada, asked, now: () => resolveAgain(asked, system.ports) };
  };

  test('is who they were, however long ago they signed in or out', async () => {
    const { clock, put, asked, now } = await signedIn();
    clock.pass({ days: 7 });
    put({ sessions: { generation: 4 } } as Partial<Person>);
    expect(await now()).toEqual(asked);
  });

  test.each<[string, Partial<Person>]>([
    ['blocked', { accountEnabled: false }],
    ['deleted', { deleted: { dateTime: '2026-01-05T09:00:00Z' } } as never],
  ])('is nobody when %s (weakness 1)', async (_, change) => {
    const { put, now } = await signedIn();
    put(change);
    expect(await now()).toBeUndefined();
  });

  test('is nobody when removed for good (weakness 1)', async () => {
    const { people, now } = await signedIn();
    people.clear();
    expect(await now()).toBeUndefined();
  });

  test('has the roles that they had and still have; one that came later counts for nothing (weakness 1)', async () => {
    const { put, now, mint, ports } = await signedIn();
    put({ roles: [user] });
    expect((await now())?.roles).toEqual([user]);
    const { asked } = await mint({ kind: 'person', userId: put({ roles: [user] }).id, generation: 0 });
    put({ roles: [global] });
    expect((await resolveAgain(asked, ports))?.roles).toEqual([user]);
  });
});

describe('an operator', () => {
  const principal = { kind: 'operator', id: 'op', displayName: 'Op', roles: [global] } as const;

  test('is who they are for as long as their token is good (weakness 1)', async () => {
    const { clock, mint, ports } = setup();
    const { asked } = await mint({ kind: 'operator', principal });
    expect(await resolveAgain(asked, ports)).toEqual(asked);
    clock.pass({ seconds: 3600 });
    expect(await resolveAgain(asked, ports)).toBeUndefined();
  });

  test('is nobody once it was revoked, whatever other token they have (weakness 1)', async () => {
    const { tokens, mint, ports } = setup();
    const { asked, token } = await mint({ kind: 'operator', principal });
    await mint({ kind: 'operator', principal });
    await tokens.forget(token);
    expect(await resolveAgain(asked, ports)).toBeUndefined();
  });

  test('without a token, whoever may write to the bucket, is whoever that is', async () => {
    expect(await resolveAgain(principal, setup().ports)).toEqual(principal);
  });

  test("does not become another one by the id of somebody else's token", async () => {
    const { mint, ports, put } = setup();
    const { asked } = await mint({ kind: 'person', userId: put({}).id, generation: 0 });
    const { asked: other } = await mint({ kind: 'operator', principal });
    expect(
      await resolveAgain({ ...principal, id: 'else', credentialId: other.credentialId ?? '' }, ports),
    ).toBeUndefined();
    expect(asked).not.toHaveProperty('credentialId');
  });
});

describe('an application', () => {
  const registered = async () => {
    const system = setup();
    const secretOf = (keyId: string) => {
      const { hash, hint } = newClientSecret();
      const endDateTime = '2026-01-06T09:00:00.000Z' as never;
      return { keyId, hash, hint, startDateTime: system.clock.now(), endDateTime };
    };
    const sync = { id: 'sync', displayName: 'Sync', roles: [user, 'Reports Reader'] as const };
    const first = { ...sync, createdDateTime: system.clock.now(), secrets: [secretOf('a'), secretOf('b')], version: 1 };
    await system.applications.write({ after: first, audit: {} as never });
    const grant = { kind: 'application', applicationId: 'sync', secretId: 'a', roles: [user] } as const;
    const { asked } = await system.mint(grant);
    const change = async (after: typeof first | undefined) => {
      const before = await system.applications.read('sync');
      await system.applications.write({ ...(before && { before }), ...(after && { after }), audit: {} as never });
    };
    return { ...system, first, asked, change, now: () => resolveAgain(asked, system.ports) };
  };

  test('has the roles that it asked for, as long as it has them (weakness 1)', async () => {
    const { first, change, now } = await registered();
    expect((await now())?.roles).toEqual([user]);
    await change({ ...first, roles: ['Reports Reader'] as never });
    expect((await now())?.roles).toEqual([]);
  });

  test.each(['is gone', 'lost the secret that it showed', 'let it expire'])(
    'is nobody when it %s (weakness 1)',
    async (how) => {
      const { first, change, clock, now } = await registered();
      expect(await now()).toBeDefined();
      if (how === 'is gone') await change(undefined);
      else if (how === 'let it expire') clock.pass({ days: 1 });
      else await change({ ...first, secrets: first.secrets.slice(1) });
      expect(await now()).toBeUndefined();
    },
  );
});
