import { sourceKeyKey } from '../../../../shared/aws/directory-items.ts';
import { areKeysClaimed, keysStateKeys } from '../../../../shared/aws/people/earlier-keys.ts';
import { heldKeys } from '../../../../shared/domain/people/source-keys.ts';
import type { Doubt, Invariant, Setting, Watch } from '../../invariant.ts';
import { paired } from '../../paired.ts';
import { type Key, textOfKey } from '../../state/key.ts';
import type { Item } from '../../state/seen.ts';

const missing = 'does not hold the claim on an employee id of theirs';

const claims = paired({
  name: 'source-keys',
  holds:
    'Everybody who is not deleted holds the claim on their employee id, everybody from on premises that on their anchor, and every claim is held by such a person.',
  list: 'keys',
  *expects(seen) {
    if (seen.kind !== 'person') return;
    for (const key of heldKeys(seen.person)) {
      yield { key: { in: 'directory', ...sourceKeyKey(key) }, about: `person ${seen.person.id}` };
    }
  },
  about: (id) => `person ${id}`,
  missing,
  alone: 'holds a claim on an employee id that is not theirs',
});

/** By these it is told whether everybody of an earlier release was given their claims. */
const marks: readonly Key[] = keysStateKeys.map((key) => ({ in: 'directory', ...key }));
const namesOfMarks: ReadonlySet<string> = new Set(marks.map(textOfKey));

/** Most people who are named. */
const most = 20;

const namedIn = (ids: readonly string[]): string =>
  `${ids.slice(0, most).join(', ')}${ids.length > most ? ` and ${ids.length - most} more` : ''}`;

/**
 * A claim makes an employee id unique. People of an earlier release have none until the sweeps have given them theirs,
 * and those who had one id then keep it: both is told, and no fault.
 */
export const sourceKeys: Invariant = {
  ...claims,
  watch: (setting: Setting): Watch => {
    const inner = claims.watch(setting);
    const seenMarks: Item[] = [];
    const shared: string[][] = [];
    const areClaimed = () => areKeysClaimed(seenMarks);
    const isDue = ({ what }: Doubt) => what === missing && !areClaimed();
    return {
      ...inner,
      see: (seen) => {
        inner.see(seen);
        if (seen.kind === 'text') return;
        if (namesOfMarks.has(textOfKey(seen.key))) seenMarks.push(seen.item);
        if (seen.kind === 'pointer' && seen.list === 'keys' && seen.others) shared.push([seen.id, ...seen.others]);
      },
      *doubts() {
        for (const doubt of inner.doubts()) {
          if (!isDue(doubt)) yield { ...doubt, reads: [...(doubt.reads ?? []), ...marks] };
        }
      },
      *tells() {
        const due = [...inner.doubts()].filter(isDue).map(({ about }) => about);
        if (due.length > 0) {
          yield `${namedIn(due)}: came with an earlier release, and the sweeps of the next hour give them the claim on their employee id`;
        }
        for (const ids of shared) {
          yield `${namedIn(ids.map((id) => `person ${id}`))} have had one employee id since before it was unique: give all but one another`;
        }
      },
    };
  },
};
