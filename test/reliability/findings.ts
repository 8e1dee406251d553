/** What was found by attacking Muster and by reading it, and what meets it now. Numbers stay what they are: tests name them. */
import type { CaseGroup } from './cases.ts';

const weaknesses: CaseGroup = {
  title: 'Weaknesses, found by attacks',
  kind: 'weakness',
  cases: [
    {
      number: 1,
      happens: 'An import acts with the roles that its owner had, after the owner was deleted, blocked or demoted.',
      holds:
        'Its owner is looked up anew at each step and for each chunk. An import whose owner is gone ends as OwnerGone; rows that need a right which was lost are refused.',
    },
    {
      number: 2,
      happens: 'People and roles that come by a file are missing from the audit by time and by actor.',
      holds:
        'Each import is an entry with its counts, and so is each row that gives a role or takes over an account, by whoever asked for the import.',
    },
    {
      number: 3,
      happens: 'A stranger repeats one wrong password, and the requests that wait take the account’s concurrency.',
      holds: 'No request waits longer than half a second for its turn: then it is told when to come again.',
    },
    {
      number: 4,
      happens: 'A User Administrator resumes the import of a Global Administrator, with the rights of that one.',
      holds: 'Whoever resumes or applies it acts with what both may do, who undoes it with their own rights.',
    },
    {
      number: 5,
      happens: 'A web page reads and writes the directory of a local engine through the emulators behind it.',
      holds: 'Each of them refuses names, origins and keys that are not its own.',
    },
    {
      number: 6,
      happens: 'A function that was taken over writes a token, a role, an owner or an audit entry of somebody else.',
      holds: 'Each function may write the partitions of its own work alone (docs/rights.md).',
    },
    {
      number: 7,
      happens: 'Somebody signs in, fails to, or is refused, and nobody can say who and from where.',
      holds: 'Sign-ins, failures and locks are listed by person and time; the log names the principal who is refused.',
    },
    {
      number: 8,
      happens: 'An administrator resets somebody’s password and uses the account, and the person hears nothing.',
      holds: 'The person is told at the address that they had before.',
    },
    {
      number: 9,
      happens: 'Somebody guesses at one account for ever, slowly enough not to lock it for long.',
      holds:
        'After 100 wrong passwords in a row none is looked at until the password is reset, but from browsers that signed in before.',
    },
    {
      number: 10,
      happens:
        'A User Administrator asks first to undo or apply, and fixes by that what whoever may do more can reach.',
      holds: 'An attempt that was refused leaves the outcome open for whoever may.',
    },
    {
      number: 11,
      happens: 'A password is chosen that every list of guesses begins with.',
      holds: 'Common passwords, the organisation’s name and the person’s own, with their usual endings, are refused.',
    },
    {
      number: 12,
      happens: 'An intruder mints a token, plants a fast hash or a role, or removes an audit entry.',
      holds: '`npm run check` lists or names each of them.',
    },
    {
      number: 13,
      happens: 'An operator’s token is minted for years, and nobody sees or can revoke it.',
      holds: 'It is good for 90 days unless said otherwise; it is listed, revoked and audited.',
    },
    {
      number: 14,
      happens: 'A request names thousands of addresses for one mail.',
      holds: 'Every list of addresses has the same limit.',
    },
    {
      number: 15,
      happens: 'A mail with a password leaves in the open.',
      holds: 'The mail service has to use TLS.',
    },
    {
      number: 16,
      happens: 'An answer lacks the headers that browsers heed, or links to a host that the client made up.',
      holds: 'Every answer has them, and links lead to the API’s own address.',
    },
    {
      number: 17,
      happens: 'A name has control characters, or such as turn the direction of text.',
      holds: 'It is refused.',
    },
    {
      number: 18,
      happens: 'The address that people are sent to after signing in is no https, or has a password in it.',
      holds: 'It is refused.',
    },
    {
      number: 19,
      happens: 'The data folder of a local engine is there already and can be read by others.',
      holds: 'It is made private at each start.',
    },
    {
      number: 20,
      happens: 'Somebody leaves a page without signing out, and the session goes on.',
      holds: 'It ends with the browser or by itself; until then it is listed, and can be ended from elsewhere.',
    },
    {
      number: 21,
      happens: 'A Privileged Role Administrator reaches the rights of a User Administrator by a second account.',
      holds: 'That is so by design, as in Entra, whose role reaches further.',
      cannot: 'SECURITY.md says so.',
    },
    {
      number: 22,
      happens: 'Alarms reach nobody, logs end, there is no firewall in front: what the account has to bring.',
      holds: 'SECURITY.md and docs/asvs.md name each.',
      cannot: 'What the account brings cannot be shown by a test.',
    },
  ],
};

const mistakes: CaseGroup = {
  title: 'Mistakes, found by reading',
  kind: 'mistake',
  cases: [
    {
      number: 1,
      happens: 'One mailbox is full, and whoever is told after it hears nothing, or the same again and again.',
      holds: 'Each recipient is settled alone; that the person and the administrators were told is marked apart.',
    },
    {
      number: 2,
      happens: 'A server refuses an address that ends like our own.',
      holds: 'Addresses are compared whole.',
    },
    {
      number: 3,
      happens: 'A file has more rows than one call can pass over.',
      holds: 'It is read on, or refused with a code before anything has changed.',
    },
    {
      number: 4,
      happens: 'A heading is longer than an item of the table may be.',
      holds: 'The file is refused with a code, and its owner told.',
    },
    {
      number: 5,
      happens: 'A file begins with millions of blank lines.',
      holds: 'Each byte is looked at once.',
    },
    {
      number: 6,
      happens: 'The cost of hashing a password is raised.',
      holds: 'Hashes of before are verified at their own cost, and renewed at the next sign-in.',
    },
    {
      number: 7,
      happens: 'Thousands of imports are asked for and abandoned.',
      holds: 'Each owner has a limit of open ones, and reviving goes page by page.',
    },
    {
      number: 8,
      happens: 'The change of one person always fails when it is due.',
      holds: 'That one is set aside with an alarm, and the sweep goes on.',
    },
    {
      number: 9,
      happens: 'A service fails for a moment, or for an hour.',
      holds: 'What failed is tried again after seconds, then minutes, and none of it becomes a dead letter.',
    },
    {
      number: 10,
      happens: 'Strangers ask by the thousand.',
      holds: 'Nothing is read from the tables before it is known who asks.',
    },
    {
      number: 11,
      happens: 'A transaction, a wait or an answer meets a number that it was not made for.',
      holds: 'Each has its bound, and a refusal where it is passed.',
    },
    {
      number: 12,
      happens: 'The sender’s address is at a subdomain of the domain that is verified.',
      holds: 'The right to send covers it.',
    },
  ],
};

/** The groups of both. */
export const findingGroups: readonly CaseGroup[] = [weaknesses, mistakes];
