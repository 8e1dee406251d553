/**
 * Keys by which another system knows a person, such as a personnel number: nobody else has the same. What is here becomes
 * a claim in the person's own transaction, only for who has such a key. Another source is a line in `keySources`.
 */
import type { Person } from '../person.ts';
import { comparable } from './list-name.ts';

/** What is known of a source of keys. */
type SourceFacts = {
  /** The key as the person's record has it; undefined where there is none. */
  keyOf: (person: Person) => string | undefined;
  /** The form in which keys are compared. */
  canonical: (key: string) => string;
  /** Whether a deleted person keeps the key, or somebody else may have it, as a user name. */
  whileDeleted: 'free' | 'held';
};

/**
 * `employeeId` is compared without regard to case, as Graph does. It is given up at deletion: a file that names it again
 * must not stumble over somebody who is gone, and whoever is restored finds it free or is told who has it.
 */
export const keySources = {
  employeeId: {
    keyOf: ({ employeeId }) => employeeId,
    canonical: (key) => comparable(key.trim()),
    whileDeleted: 'free',
  },
} as const satisfies Record<string, SourceFacts>;

/** A source of keys. */
export type KeySource = keyof typeof keySources;

/** A key of a source, in canonical form. */
export type SourceKey = { source: KeySource; key: string };

/** A key of a source in the form in which keys are compared. */
export const canonicalKey = (source: KeySource, key: string): string => keySources[source].canonical(key);

/** The keys that a person holds, as things stand; none where there is no person. */
export const heldKeys = (
  person: Person | undefined,
  sources: Readonly<Record<string, SourceFacts>> = keySources,
): SourceKey[] => {
  if (!person) return [];
  return Object.entries(sources).flatMap(([source, { keyOf, canonical, whileDeleted }]) => {
    const key = canonical(keyOf(person) ?? '');
    const isHeld = key !== '' && !(person.deleted && whileDeleted === 'free');
    return isHeld ? [{ source: source as KeySource, key }] : [];
  });
};

/** Whether a person holds this key of a source now. */
export const holdsKey = (person: Person, source: KeySource, key: string): boolean =>
  heldKeys(person).some((held) => held.source === source && held.key === canonicalKey(source, key));
