/**
 * Accounts of an Active Directory. Its control DirSync says who may have changed, reading by objectGUID what they are now:
 * what it says of attributes cannot be applied, since one that was emptied and one that was not asked for look alike.
 */
import { type AccountSource, type Changes, peopleAtOnce } from '../source/account-source.ts';
import { CookieRefused, changedEntries } from './changed-entries.ts';
import type { Directory } from './connection.ts';
import { assertSeesDeletions, type Domain, findDomain } from './domain.ts';
import { type Entry, textIn } from './entry.ts';
import { amongIds, attributesIn, both, memberOf, watchedFilter } from './filters.ts';
import { withKinds } from './kinds.ts';
import { type LookBelow, lookBelow } from './look-below.ts';
import { readPeople } from './read-people.ts';
import { decodeCookie, encodeCookie, hasLost, replicaOf } from './replica.ts';
import { boundaryOf, findScope, type Scope, type ScopeSettings } from './scope.ts';

/** What a source is made of: `attributes` are those to be read of a person. */
export type DirectorySourceOptions = {
  scope: ScopeSettings;
  attributes: readonly string[];
  /** Only tests give another: they show that without it people are lost. */
  below?: LookBelow;
};

/** What tells people from what is no person, and where they are. */
const ownAttributes = ['name', 'parentGUID', 'isDeleted', 'objectClass', 'sAMAccountName', 'isCriticalSystemObject'];

/** The source of a connection, which it closes. */
export const directorySource = (directory: Directory, options: DirectorySourceOptions): AccountSource => {
  const { scope: settings, below = lookBelow } = options;
  const hasGroup = settings.group !== undefined;
  const watched = {
    scope: 'sub' as const,
    filter: watchedFilter(hasGroup),
    attributes: [
      ...new Set([
        ...ownAttributes,
        ...options.attributes,
        ...attributesIn(settings.filter ?? ''),
        ...(hasGroup ? ['member'] : []),
      ]),
    ],
  };
  let known: { domain: Domain; scope: Scope } | undefined;
  const found = async () => {
    if (known !== undefined) return known;
    const domain = await findDomain(directory);
    known = { domain, scope: await findScope(directory, settings) };
    return known;
  };

  /** Everything since a cookie. A changed group of the scope cannot be told by ids: those who left are named nowhere. */
  const since = async (from: Buffer): Promise<Changes> => {
    const { domain, scope } = await found();
    const replica = await replicaOf(directory);
    const isFull = from.length === 0;
    const answers = changedEntries(directory, domain.namingContext, watched, from)[Symbol.asyncIterator]();
    // The first answer is asked for at once: it is that which refuses a cookie.
    let answer = await answers.next();
    let last: Buffer | undefined;
    let isOver = false;
    async function* ids(): AsyncIterable<string> {
      for (; !answer.done; answer = await answers.next()) {
        last = answer.value.cookie;
        for await (const { id, kind, entry } of withKinds(directory, domain.namingContext, answer.value.entries)) {
          if (kind === 'person' && !(isFull && isDeleted(entry))) yield id;
          else if (!isFull && kind === 'container' && isRenamed(entry)) yield* below(directory, id);
          else if (!isFull && kind === 'group' && (await isOfScope(id, entry, scope))) throw new GroupChanged();
        }
      }
      isOver = true;
    }
    const cookie = () => {
      if (!isOver || last === undefined) throw new Error('The changes have not been read to their end.');
      return encodeCookie({ replica, cookie: last.toString('base64') });
    };
    return { scope: isFull ? 'full' : 'delta', ids: ids(), cookie };
  };

  /**
   * Whether a group is that of the scope, or in it. Members that are all gone look like members that were not changed, so
   * that every change of such a group counts; of a deleted one nobody can say any more what it was in.
   */
  const isOfScope = async (id: string, entry: Entry, { groupDn }: Scope): Promise<boolean> => {
    if (groupDn === undefined) return false;
    if (id === settings.group || isDeleted(entry)) return true;
    const { domain } = await found();
    const filter = both(amongIds([id]), memberOf(groupDn));
    const nested = await directory.search(domain.namingContext, { scope: 'sub', filter, attributes: ['objectClass'] });
    return nested.length > 0;
  };

  return {
    state: async () => {
      known = undefined;
      const { domain, scope } = await found();
      await assertSeesDeletions(directory, domain);
      const source = { id: domain.id, domainName: domain.domainName };
      return { source, controller: directory.host, boundary: boundaryOf(scope) };
    },
    changes: async (cookie) => {
      const before = cookie === undefined ? undefined : decodeCookie(cookie);
      if (before === undefined || (await hasLost(directory, before.replica, await replicaOf(directory))))
        return since(Buffer.alloc(0));
      try {
        return await whole(await since(Buffer.from(before.cookie, 'base64')));
      } catch (error) {
        if (error instanceof CookieRefused || error instanceof GroupChanged) return since(Buffer.alloc(0));
        throw error;
      }
    },
    people: async (ids) => {
      if (ids.length > peopleAtOnce) throw new Error(`At most ${peopleAtOnce} people are read at once.`);
      const { domain, scope } = await found();
      return readPeople(directory, { namingContext: domain.namingContext, scope, attributes: options.attributes }, ids);
    },
    close: directory.close,
  };
};

class GroupChanged extends Error {}

/** A delta read to its end before any of it is told, since its last entry may make it a full one. */
const whole = async (changes: Changes): Promise<Changes> => {
  const ids = new Set<string>();
  for await (const id of changes.ids) ids.add(id);
  async function* told(): AsyncIterable<string> {
    yield* ids;
  }
  return { ...changes, ids: told() };
};

const isDeleted = (entry: Entry): boolean => textIn(entry, 'isDeleted') !== undefined;

/** A name is told when an entry is new, renamed or moved. */
const isRenamed = (entry: Entry): boolean => textIn(entry, 'name') !== undefined && !isDeleted(entry);
