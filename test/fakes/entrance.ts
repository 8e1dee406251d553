/** What a sign-in reads first and writes last, in memory: of the same count and person as the other fakes have. */
import { attemptsEnd } from '../../shared/domain/passwords/lockout.ts';
import { canonicalUserName } from '../../shared/domain/user-name.ts';
import type { Entrance } from '../../shared/work/passwords/entrance.ts';
import { type fakeAttempts, keyOfAttempts } from './attempts.ts';
import { copy, type Memory, turn } from './memory.ts';
import { type fakeSignIns, signInKey } from './sign-ins.ts';
import type { fakeTokens } from './tokens.ts';

type Fakes = {
  memory: Pick<Memory, 'people' | 'names'>;
  attempts: ReturnType<typeof fakeAttempts>;
  tokens: ReturnType<typeof fakeTokens>;
  signIns: Pick<ReturnType<typeof fakeSignIns>, 'all'>;
};

export const fakeEntrance = ({ memory: { people, names }, attempts, tokens, signIns }: Fakes): Entrance => ({
  begin: async (userName, heldName, now) => ({
    strangers: await attempts.read({ userName }, now),
    holderId: names.get(canonicalUserName(heldName)),
  }),
  open: async ({ grant, good, record, count: { of, stored }, person }) => {
    await turn();
    const key = keyOfAttempts(of);
    const count = (attempts.stored.get(key)?.version ?? 0) !== stored.version;
    const isStale = person !== undefined && people.get(person.before.id)?.version !== person.before.version;
    if (count || isStale) return { kind: 'lost', count, person: isStale };
    const until = attemptsEnd(stored.attempts, good.from);
    attempts.stored.set(key, copy({ ...stored, version: stored.version + 1, until }));
    signIns.all.set(signInKey(record), copy(record));
    if (person) people.set(person.after.id, copy({ ...person.after, version: person.before.version + 1 }));
    return { kind: 'opened', token: await tokens.mint(grant, good, record.source) };
  },
});
