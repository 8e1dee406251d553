/** What ends for a person on a day to come, as the due index has it behind the next due moment. */
import { expiryAhead, graceEnd, purgeMoment } from '../enforcement/next-due.ts';
import type { Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import { dayOf, type Instant } from '../time.ts';

/** Letters by what ends; they are kept, and never given another meaning. */
const letters = { password: 'p', temporaryPassword: 't', grace: 'g', deletion: 'd' } as const;

/** Something that ends: a password expires, a temporary one lapses, a mailbox is disabled, a deletion becomes final. */
export type EndKind = keyof typeof letters;

/** An end with its moment. */
export type EndAhead = { kind: EndKind; at: Instant };

/** An end and its day in UTC. */
export type DueEnd = { kind: EndKind; day: string };

const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter as string, kind as EndKind]));

/**
 * What is ahead of a person by this policy. Of a temporary password that lapses before it would
 * expire only that is told: it comes to no expiry.
 */
export const endsAhead = (person: Person, policy: Policy): EndAhead[] => {
  if (person.deleted) return [{ kind: 'deletion', at: purgeMoment(person.deleted, policy) }];
  const { temporaryUntil, lapsed } = person.password;
  const expiry = expiryAhead(person, policy);
  const lapse = lapsed || (expiry && temporaryUntil && expiry < temporaryUntil) ? undefined : temporaryUntil;
  const end = (kind: EndKind, at: Instant | undefined): EndAhead[] => (at ? [{ kind, at }] : []);
  return [
    ...end('temporaryPassword', lapse),
    ...end('password', lapse ? undefined : expiry),
    ...end('grace', graceEnd(person, policy)),
  ];
};

/** The days of ends. */
export const daysOf = (ends: readonly EndAhead[]): DueEnd[] => ends.map(({ kind, at }) => ({ kind, day: dayOf(at) }));

/** Ends as text: `p20270228g20261230`, nine bytes each; nothing where nothing ends. */
export const textOfEnds = (ends: readonly EndAhead[]): string =>
  ends.map(({ kind, at }) => letters[kind] + dayOf(at).replaceAll('-', '')).join('');

/** Ends from their text; undefined for a text that is none, such as the id that an earlier form has there. */
export const endsOfText = (text: string | undefined): DueEnd[] | undefined =>
  text === undefined || !/^(?:[ptgd]\d{8})*$/.test(text)
    ? undefined
    : [...text.matchAll(/([ptgd])(\d{4})(\d\d)(\d\d)/g)].map(([, letter = '', year, month, day]) => {
        return { kind: kinds.get(letter) as EndKind, day: `${year}-${month}-${day}` };
      });
