import type { AuditEntry } from '../../../../shared/domain/audit.ts';
import { canonicalUserName } from '../../../../shared/domain/user-name.ts';
import { hashGeneratedPassword } from '../../../../shared/work/passwords/password-hash.ts';
import type { Doubt, Invariant, Setting, Subject, Watch } from '../../invariant.ts';
import type { Mail } from '../../state/seen.ts';

/** A generated password behind the user name that it belongs to: in every language of the mails in the next line. */
const credentials =
  /([A-Za-z0-9'.\-_!#^~]+@[A-Za-z0-9.-]+)\n[^\n]*?((?:[A-HJ-NP-Za-km-z2-9]{4}-){4}[A-HJ-NP-Za-km-z2-9]{4})$/gm;

/** A person whose generated password was mailed, by its hash. */
type Mailed = { about: Subject; name: string; stored: string; isShown: boolean };

/** Who has had each user name, by ids. */
type Holders = Map<string, Set<string>>;

const hold = (holders: Holders, name: string, id: string): void => {
  const known = holders.get(name) ?? new Set();
  holders.set(name, known.add(id));
};

/**
 * Whoever was mailed has the password of the newest mail. One that was shown instead was mailed to nobody: it became the
 * password at the moment at which it was handed over. A mail to a former user name is found by its password. Where a
 * name has had several holders, the newest mail may be another's: then it is enough that the password was mailed.
 */
export const mailedPasswords: Invariant = {
  name: 'mailed-passwords',
  holds: 'Every password that was mailed went to somebody who exists or existed, and the last one mailed works.',
  judges: 'whole',
  watch: ({ mails }: Setting): Watch => {
    const people: Mailed[] = [];
    const holders: Holders = new Map();
    return {
      see: (seen) => {
        if (!mails) return;
        if (seen.kind === 'person') {
          const { id, userPrincipalName, password, credentialMail } = seen.person;
          const name = canonicalUserName(userPrincipalName);
          hold(holders, name, id);
          const isShown = credentialMail.sentDateTime === password.changedDateTime;
          if (credentialMail.state === 'sent' && password.source === 'generated') {
            people.push({ about: `person ${id}`, name, stored: password.hash ?? '', isShown });
          }
        } else if (seen.kind === 'audit') {
          for (const name of namesIn(seen.entry)) hold(holders, name, seen.entry.target?.id ?? '');
        }
      },
      *doubts() {
        if (!mails) return;
        const mailed = mailedIn(mails);
        for (const one of people) yield* faultOf(one, mailed, (holders.get(one.name)?.size ?? 0) > 1);
        const strangers = [...mailed.keys()].filter((name) => !holders.has(name)).length;
        if (strangers > 0)
          yield { about: 'place mailbox', what: `has passwords for ${strangers} user names that nobody ever had` };
      },
      looked: () => people.length,
    };
  },
};

/** Names that the audit tells of: those of people who were renamed or are gone. */
const namesIn = ({ target, modifiedProperties }: AuditEntry): string[] =>
  [
    ...(target?.userPrincipalName ? [target.userPrincipalName] : []),
    ...modifiedProperties
      .filter(({ displayName }) => displayName === 'userPrincipalName')
      .flatMap(({ oldValue, newValue }) => [oldValue, newValue])
      .filter((value) => typeof value === 'string'),
  ].map(canonicalUserName);

/** The passwords of each user name, in the order of the mails. */
const mailedIn = (mails: readonly Mail[]): Map<string, string[]> => {
  const passwords = new Map<string, string[]>();
  for (const { text } of mails) {
    for (const [, name = '', password = ''] of text.matchAll(credentials)) {
      const known = canonicalUserName(name);
      passwords.set(known, [...(passwords.get(known) ?? []), password]);
    }
  }
  return passwords;
};

function* faultOf(
  { about, name, stored, isShown }: Mailed,
  mailed: ReadonlyMap<string, readonly string[]>,
  hadOthers: boolean,
): Generator<Doubt> {
  const own = mailed.get(name) ?? [];
  if (isShown || isHashOf(own.at(-1), stored)) return;
  if (!hadOthers && own.some((password) => isHashOf(password, stored)))
    return yield { about, what: 'was mailed a password that does not work any more' };
  const isElsewhere = [...mailed.values()].some((passwords) =>
    passwords.some((password) => isHashOf(password, stored)),
  );
  if (!isElsewhere) yield { about, what: 'has a password that was never mailed' };
}

/** Whether a generated password is the one that was hashed. */
const isHashOf = (password: string | undefined, stored: string): boolean => {
  const [, kind, , salt = ''] = stored.split('$');
  if (password === undefined || kind !== 'sha256') return false;
  return hashGeneratedPassword(password, Buffer.from(salt, 'base64')) === stored;
};
