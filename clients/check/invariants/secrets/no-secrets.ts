import type { Doubt, Invariant, Setting, Subject, Watch } from '../../invariant.ts';
import type { Key } from '../../state/key.ts';
import { Needles } from '../../state/needles.ts';
import type { Seen } from '../../state/seen.ts';

/** What has the form of a generated password or of a token, whoever made it. */
const forms = /(?<![\w-])(?:[A-HJ-NP-Za-km-z2-9]{4}(?:-[A-HJ-NP-Za-km-z2-9]{4}){4}|muster_[\w-]{43})(?![\w-])/;

/** A property that would hold a password; messages carry chosen ones as `sealedPassword`. */
const inTheOpen = /"password"\s*:\s*"/;

/** Known secrets, and whatever has the form of one. */
export const noSecrets: Invariant = {
  name: 'no-secrets',
  holds: 'No password, token or client secret stands anywhere in the clear.',
  judges: 'item',
  watch: ({ secrets }: Setting): Watch => {
    const needles = new Needles(secrets);
    const doubts: Doubt[] = [];
    let looked = 0;
    const faultIn = (bytes: Buffer, text: string, isFile: boolean): string | undefined => {
      if (needles.isIn(bytes)) return 'holds a secret that is known';
      if (forms.test(text)) return 'holds what has the form of a password or token';
      // A file may hold code, which speaks of passwords.
      return !isFile && inTheOpen.test(text) ? 'holds a password in the clear' : undefined;
    };
    return {
      see: (seen) => {
        // Bytes of a row set are no text; an index shows what the items hold.
        if (seen.kind === 'rows' || (seen.kind !== 'text' && isOfIndex(seen.key))) return;
        looked += 1;
        const [about, bytes] = placeOf(seen);
        const what = faultIn(bytes, bytes.toString('latin1'), seen.kind === 'text' && seen.isFile);
        if (what === undefined) return;
        // The place may itself be the secret, as the key of a token would be that was not hashed.
        const isTold = faultIn(Buffer.from(about), about, true) === undefined;
        doubts.push({ about: isTold ? about : `item ${about.split(/[ #]/)[1]}`, what });
      },
      doubts: () => doubts,
      looked: () => looked,
    };
  },
};

const isOfIndex = ({ in: place }: Key): boolean => place === 'due' || place === 'people';

/** What to look into. A sort key may hold a user name, so it is not told. */
const placeOf = (seen: Seen): [Subject, Buffer] =>
  seen.kind === 'text'
    ? [`place ${seen.place}`, seen.bytes]
    : [`item ${seen.key.pk}`, Buffer.from(JSON.stringify(seen.item))];
