import type { Application } from '../../../../shared/domain/access/application.ts';
import type { Password, Person } from '../../../../shared/domain/person.ts';
import { eachBy, type Invariant } from '../../invariant.ts';
import type { Item } from '../../state/seen.ts';

/** A password's hash in PHC string format, as password-hash.ts makes it. */
const phc = /^\$(?:scrypt\$ln=\d+,r=\d+,p=\d+|sha256\$)\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;
const sha256 = /^[0-9a-f]{64}$/;
/** The trace of a wrong password: the beginning of a hash in base64. */
const trace = /^[A-Za-z0-9+/]{16}$/;

/** Everything that is known of a password; anything else in its place would be one too many. */
const passwordProperties: Readonly<Record<keyof Password, true>> = {
  ...{ hash: true, previousHash: true, source: true, changedDateTime: true, mustChange: true },
  ...{ temporaryUntil: true, lapsed: true, expired: true, warnedDays: true },
};

/** What is kept of a secret must not be the secret, whoever wrote it there. */
export const hashes: Invariant = {
  name: 'hashes',
  holds:
    'Of passwords, tokens, client secrets and tried passwords nothing but hashes is kept, of chosen ones slow hashes, and of names that nobody has nothing.',
  judges: 'item',
  watch: eachBy((seen) => {
    switch (seen.kind) {
      case 'person':
        return faultsOf(seen.person).map((what) => ({ about: `person ${seen.person.id}` as const, what }));
      case 'application':
        return areHashed(seen.application)
          ? []
          : [{ about: `application ${seen.application.id}`, what: 'has a secret that is no hash' }];
      case 'token':
        // What stands in place of the hash may be the token: it is not told.
        return sha256.test(seen.key.pk.replace('TOKEN#', ''))
          ? []
          : [{ about: 'item TOKEN', what: 'has a key that is no hash' }];
      case 'session':
        return sha256.test(seen.key.sk) ? [] : [{ about: 'item SESSIONS', what: 'has a key that is no hash' }];
      case 'signInCode':
        return sha256.test(seen.key.pk.replace('CODE#', ''))
          ? []
          : [{ about: 'item CODE', what: 'has a key that is no hash' }];
      case 'attempts':
        return areTraces(seen.item) ? [] : [{ about: 'item SIGNIN', what: 'has tried passwords that are no traces' }];
      case 'signIn':
        return isTextless(seen.item)
          ? []
          : [{ about: 'item SIGNINS', what: 'has what was typed as a name that nobody has' }];
      default:
        return undefined;
    }
  }),
};

/** What somebody chose can be guessed, so that its hash is slow; what Muster makes has 112 bits. */
const faultsOf = (person: Person): string[] => {
  if (!isSafe(person)) return ['has a password that is no hash'];
  const { source, hash = '' } = person.password;
  return source === 'chosen' && hash.startsWith('$sha256$') ? ['chose a password, and its hash is a fast one'] : [];
};

const isSafe = ({ password, requestHash }: Person): boolean =>
  Object.keys(password).every((name) => name in passwordProperties) &&
  [password.hash, password.previousHash].every((hash) => hash === undefined || phc.test(hash)) &&
  (requestHash === undefined || sha256.test(requestHash));

const areHashed = ({ secrets }: Application): boolean =>
  secrets.every(({ hash, hint }) => sha256.test(hash) && hint.length === 3);

/** People type passwords where a name belongs: a sign-in of nobody has none of what may hold text. */
const isTextless = ({ subject, source, principalName, userName }: Item): boolean =>
  subject !== undefined || [source, principalName, userName].every((text) => text === undefined);

const areTraces = ({ pk, wrong }: Item): boolean =>
  sha256.test(String(pk).replace('SIGNIN#', '')) && ((wrong ?? []) as string[]).every((text) => trace.test(text));
