/** People with passwords, and those who try them. */
import type { Password, Person } from '../../../shared/domain/person.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { resolvePrincipal } from '../../../shared/work/access/resolve-principal.ts';
import { changePassword } from '../../../shared/work/passwords/change-password.ts';
import type { HashCost } from '../../../shared/work/passwords/hash-cost.ts';
import type { Browser } from '../../../shared/work/passwords/known-browser.ts';
import { hashGeneratedPassword } from '../../../shared/work/passwords/password-hash.ts';
import { type ResetRequest, resetPassword } from '../../../shared/work/passwords/reset-password.ts';
import { signIn } from '../../../shared/work/passwords/sign-in.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { administrator, idOf, person } from '../../fakes/people.ts';
import { somewhere } from '../../fakes/sign-ins.ts';
import { newSystem } from '../imports/system.ts';

/** Ada's own password, and the one that was mailed to Bob. */
export const own = 'Engine-No-1-Analytical';
export const mailed = 'k7Rm-9pQx-hT4w-Zb8n-Yc3d';

/** The code of a refusal, or what came instead. */
export const refusalOf = async (outcome: Promise<unknown>): Promise<unknown> => {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof Refused) return error.refusals.map(({ code }) => code).join();
    throw error;
  }
};

const withPassword = (one: Person, password: Partial<Password>): Person => ({
  ...one,
  password: { ...one.password, mustChange: false, ...password },
});

export const setup = async (change: (one: Person) => Person = (one) => one) => {
  const system = newSystem();
  const hashed: string[] = [];
  const ports = {
    ...system.ports,
    /** As the real one, but that it says what was hashed. */
    hashSlowly: (password: string, salt?: Buffer, cost?: HashCost) => {
      hashed.push(password);
      return hashCheaply(password, salt, cost);
    },
  };
  const ada = withPassword(person('ada'), { source: 'chosen', hash: await hashCheaply(own) });
  const bob = withPassword(person('bob'), { hash: hashGeneratedPassword(mailed), mustChange: true });
  const people = [ada, bob].map(change);
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  hashed.length = 0;

  const stored = (name = 'ada') => system.memory.people.get(idOf(name)) as Person;
  const enter = (name = 'ada', password = own, browser?: Browser) =>
    signIn(
      {
        userPrincipalName: name.includes('@') ? name : `${name}@contoso.com`,
        password,
        source: somewhere,
        ...(browser && { browser }),
      },
      ports,
    );
  /** Who shows a token. */
  const whoIs = (token: string) => resolvePrincipal(token, ports);
  const tokenOf = async (name = 'ada', password = own) => (await enter(name, password)).token;
  const principalOf = async (name = 'ada', password = own) => (await whoIs(await tokenOf(name, password))) as Principal;
  const renew = (principal: Principal, currentPassword: string, newPassword: string) =>
    changePassword(principal, { currentPassword, newPassword }, ports);
  const reset = (request: ResetRequest = {}, { user = 'ada@contoso.com', by = administrator } = {}) =>
    resetPassword(user, request, by, ports);
  const alter = (name: string, alteration: (one: Person) => Person) => {
    const before = stored(name);
    system.memory.people.set(before.id, { ...alteration(before), version: before.version + 1 });
  };
  return {
    ...system,
    ports,
    hashed,
    stored,
    enter,
    whoIs,
    tokenOf,
    principalOf,
    renew,
    reset,
    alter,
  };
};
