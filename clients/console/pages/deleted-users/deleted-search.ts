/** Deleted people who can be restored: found by the beginning of a name, and by how soon they are gone. */
import type { Person } from '../../api/people.ts';
import { useSession } from '../../shell/session-context.tsx';
import { type Cursor, quoted } from '../people/people-search.ts';

/** What a list shows of a deleted person. */
export type DeletedPerson = Pick<Person, 'id' | 'displayName' | 'userPrincipalName' | 'otherMails'> & {
  deletedDateTime: string;
};

/** What is looked for; `within` are days until they are gone, 0 for everybody. */
export type WantedDeleted = { text: string; within: number };

/** Where deleted people are listed, as Graph has it. */
const list = 'directory/deletedItems/microsoft.graph.user';

/** One deleted person, and what is done to them. */
export const pathOfDeleted = (id: string): string => `directory/deletedItems/${encodeURIComponent(id)}`;

const day = 86_400_000;

/** Days for which somebody can be restored, in this organisation. */
export const useDeletedDays = (): number => useSession().organization.deletedDays;

/** The moment at which somebody is gone for good. */
export const goneAt = ({ deletedDateTime }: Pick<DeletedPerson, 'deletedDateTime'>, deletedDays: number): string =>
  new Date(Date.parse(deletedDateTime) + deletedDays * day).toISOString();

/** Whole days until a moment, the begun one not counted; never less than none. */
export const daysUntil = (moment: string, now = Date.now()): number =>
  Math.max(Math.floor((Date.parse(moment) - now) / day), 0);

/** Where the first page begins; names and user names are two questions to the API. */
export const firstOfDeleted = (
  { text, within }: WantedDeleted,
  { size, deletedDays, now = Date.now() }: { size: number; deletedDays: number; now?: number },
): Cursor<DeletedPerson> => {
  const properties = ['displayName', 'userPrincipalName'];
  const questions = text === '' ? [''] : properties.map((name) => `startswith(${name},${quoted(text)})`);
  // Days at whose end they are gone: to the day, so that the question stays the same while it is looked through.
  const before = new Date(Math.floor(now / day + within - deletedDays + 1) * day).toISOString();
  const soon = within > 0 ? [`deletedDateTime lt ${before}`] : [];
  return questions.map((question) => {
    const filter = [...(question ? [question] : []), ...soon].join(' and ');
    const query = new URLSearchParams({
      $top: String(size),
      $select: 'id,displayName,userPrincipalName,otherMails,deletedDateTime',
    });
    if (filter) query.set('$filter', filter);
    return { path: `${list}?${query}`, ready: [] };
  });
};
