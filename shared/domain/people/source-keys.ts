/**
 * Keys by which another system knows a person, such as a personnel number: nobody else has the same. What is here becomes
 * a claim in the person's own transaction, only for who has such a key. Another source is a line in `keySources`.
 */
import type { Person } from '../person.ts';
import { anchorKeys } from './anchors.ts';
import { comparable } from './list-name.ts';

/** What is known of a source of keys. */
type SourceFacts = {
  /** The keys as the person's record has them: nearly always one or none. */
  keysOf: (person: Person) => readonly string[];
  /** The form in which keys are compared. */
  canonical: (key: string) => string;
  /** Whether a deleted person keeps the key, or somebody else may have it, as a user name. */
  whileDeleted: 'free' | 'held';
};

/**
 * `employeeId` is compared without regard to case, as Graph does. It is given up at deletion: a file that names it again
 * must not stumble over somebody who is gone, and whoever is restored finds it free or is told who has it. Anchors of a
 * directory on premises are base64, in which case matters, and are kept by the deleted: who comes back there comes back
 * here as who they were.
 */
export const keySources = {
  employeeId: {
    keysOf: ({ employeeId }) => (employeeId === undefined ? [] : [employeeId]),
    canonical: (key) => comparable(key.trim()),
    whileDeleted: 'free',
  },
  onPremises: { keysOf: anchorKeys, canonical: (key) => key.trim(), whileDeleted: 'held' },
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
  return Object.entries(sources).flatMap(([source, { keysOf, canonical, whileDeleted }]) => {
    if (person.deleted && whileDeleted === 'free') return [];
    const keys = keysOf(person).map(canonical);
    return keys.filter((key) => key !== '').map((key) => ({ source: source as KeySource, key }));
  });
};

/** Whether a person holds this key of a source now. */
export const holdsKey = (person: Person, source: KeySource, key: string): boolean =>
  heldKeys(person).some((held) => held.source === source && held.key === canonicalKey(source, key));
