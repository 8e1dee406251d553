/** What can go wrong, case by case, and what holds then. Tests name the numbers of cases; docs/reliability.md is made of both. */
import type { Kind } from './named-tests.ts';

export type Case = {
  number: number;
  /** What happens, to whom. */
  happens: string;
  /** What must hold then, beside what holds after everything. */
  holds: string;
  /** Why no test shows it, or not all of it: a sentence for the reader. */
  cannot?: string;
};

/** Cases that are of one kind, and by which word tests name them. */
export type CaseGroup = { title: string; kind: Kind; cases: readonly Case[] };

/** Numbers stay what they are: tests name them. */
export const caseGroups: readonly CaseGroup[] = [
  {
    title: 'A function dies',
    kind: 'case',
    cases: [
      {
        number: 1,
        happens: 'The import function dies after any of its writes.',
        holds:
          'The import goes on from its record. A chunk is known by its import and first row, so one that is sent again is the same chunk.',
      },
      {
        number: 2,
        happens: 'It dies between noting how far it is in the file and asking to be called again.',
        holds: 'No row is left out and none is done twice. The sweep finds the import standing still and takes it up.',
      },
      {
        number: 3,
        happens: 'The row function dies after it committed its people, before it told the mail queue of them.',
        holds: 'The mails are owed on the people’s records, and the due index finds them.',
      },
      {
        number: 4,
        happens: 'It dies after its people and their result are written, before its message is acknowledged.',
        holds:
          'People and result are one transaction: the message that comes again finds its rows created, not refused as doubles.',
      },
      {
        number: 5,
        happens: 'A transaction is written, and its answer is lost on the way.',
        holds: 'Asked again it is written once; whoever reads the record finds the own rows, and judges them created.',
      },
      {
        number: 6,
        happens: 'The credential function dies between storing a password’s hash and mailing it.',
        holds:
          'While its lease runs nobody mails. After it a new password is minted and mailed, and the lost one opens nothing.',
      },
      {
        number: 7,
        happens: 'SES takes a mail, and the connection breaks before it says so.',
        holds:
          'A second mail says that it replaces the first, and only its password works. The first attempt can no longer be marked as sent.',
      },
      {
        number: 8,
        happens: 'The sweep dies after any of its writes.',
        holds: 'Each state changes once, and each mail that follows from it stays owed until it is sent.',
      },
      {
        number: 9,
        happens: 'A request to add a person commits, its answer is lost, and the client asks again.',
        holds: 'With the same idempotency key it is the same person; without one it is a 409.',
      },
    ],
  },
  {
    title: 'Messages come twice, late, in any order, or not at all',
    kind: 'case',
    cases: [
      {
        number: 10,
        happens: 'Every message is delivered twice at the same moment.',
        holds: 'One of the two does the work; the other finds it done.',
      },
      {
        number: 11,
        happens: 'The chunks of a file come in any order, some of them ten days late.',
        holds: 'Each row comes out as it would have, and the import ends.',
      },
      {
        number: 12,
        happens: 'An upload is announced twice, or two versions of one key in the wrong order.',
        holds: 'There is one import for each key and version, and each reads its own version.',
      },
      {
        number: 13,
        happens: 'Two files with the same people are imported at once.',
        holds: 'Each name becomes one person. The rows that lost say so, and who has the name.',
      },
      {
        number: 14,
        happens: 'One person is added by a request and by a file at once.',
        holds: 'One of them makes the person, and the other one is told.',
      },
      {
        number: 15,
        happens:
          'A chunk’s message comes back from the dead letters after its people were deleted and removed for good.',
        holds: 'Nobody is born again: results are kept for longer than queues and the restore period together.',
      },
      {
        number: 16,
        happens: 'SQS takes seven messages of a batch of ten.',
        holds:
          'The other three are sent again before the import moves on; if they never are, the step fails and is repeated.',
      },
      {
        number: 17,
        happens: 'A queue’s handler answers Lambda with nothing, or with something of the wrong form.',
        holds: 'It cannot: one wrapper makes the answer of every function, and what failed is named in it.',
      },
      {
        number: 18,
        happens:
          'A chunk fails again and again and becomes a dead letter; the fault is mended, and the message is sent back.',
        holds: 'The other chunks are done meanwhile, and then the import ends as if nothing had been.',
      },
      {
        number: 19,
        happens: 'Lambda throttles the calls of a function.',
        holds: 'Messages wait in their queue, and none ends among the dead letters.',
        cannot:
          'The throttling itself is Lambda’s and happens in AWS alone: the template keeps to what AWS asks for so that it costs no message.',
      },
    ],
  },
  {
    title: 'Many want the same, and services push back',
    kind: 'case',
    cases: [
      {
        number: 20,
        happens: 'Fifty ask for the last seat at once.',
        holds: 'One holds it, 49 wait for it, each in a place of their own, and the count is exact.',
      },
      {
        number: 21,
        happens: 'Seats of a licence are given back while an import assigns them.',
        holds: 'Below what is held or reserved it is refused; the import keeps the seats that it was promised.',
      },
      {
        number: 22,
        happens: 'The rows of a chunk have five licences each.',
        holds: 'The chunk is split so that no transaction has more than 100 actions, and each row is done once.',
      },
      {
        number: 23,
        happens: 'A transaction is cancelled for several reasons at once: a condition, a conflict, throttling.',
        holds: 'Only a condition judges a row. Conflicts and throttling judge nobody, and are tried again.',
      },
      {
        number: 24,
        happens: 'The table is throttled for half a minute.',
        holds: 'Calls are tried again after growing pauses of random length, and the work ends well.',
      },
      {
        number: 25,
        happens: 'A transaction that is tried again meets itself still running.',
        holds: 'It waits and asks again with the same token, so that it is written once.',
      },
      {
        number: 26,
        happens: 'SES takes mails more slowly than they are due.',
        holds: 'Mails go out slower. Waiting uses no message’s deliveries up.',
      },
      {
        number: 27,
        happens: 'The day’s mail quota is used up.',
        holds: 'Nothing is sent until the next day, nothing is lost, and sweeps do not fill the queue meanwhile.',
      },
      {
        number: 28,
        happens: 'SES rejects an address, pauses the account, or reports a bounce or complaint.',
        holds: 'It is shown on the person and told to the administrator once. A resend goes out anew.',
      },
    ],
  },
  {
    title: 'Time',
    kind: 'case',
    cases: [
      {
        number: 29,
        happens: 'The clocks of two functions are ten minutes apart.',
        holds: 'A lease that is taken early costs one more mail, and the newest password works; nothing expires twice.',
      },
      {
        number: 30,
        happens: 'A day has 23 or 25 hours where somebody lives, or is 29 February, or a year ends.',
        holds: 'Days are those of UTC, 24 hours each, exactly.',
      },
      {
        number: 31,
        happens: 'The sweep comes three days late.',
        holds: 'People end in the state of a punctual sweep, and get one warning: the one that is true now.',
      },
      {
        number: 32,
        happens: 'Two sweeps run at once, one of them dies, and the index that they read is out of date.',
        holds: 'Each person is changed by one of them, since the write has the person’s version as its condition.',
      },
      {
        number: 33,
        happens: 'DynamoDB removes expired items days late.',
        holds: 'What has expired is refused from its second on, whether it is still there or not.',
      },
    ],
  },
  {
    title: 'Access',
    kind: 'case',
    cases: [
      {
        number: 34,
        happens: 'A token is used after it was revoked.',
        holds: 'It is a 401 at once, on every route.',
      },
      {
        number: 35,
        happens: 'A hundred wrong passwords and the right one are tried for one name at once.',
        holds: 'Ten at most are looked at. The answer and the work are the same whether or not the name exists.',
      },
      {
        number: 36,
        happens: 'An upload address is used after it expired, or a second time.',
        holds: 'Expired it is a 403; another file at the same place is refused by S3, or deleted unread.',
        cannot: 'That an address cannot be altered is S3’s own doing, and shown on a deployment alone.',
      },
    ],
  },
  {
    title: 'Files',
    kind: 'case',
    cases: [
      {
        number: 37,
        happens: 'A file has a million rows.',
        holds: 'Memory does not grow with it, and the import asks to be called again as often as it needs.',
        cannot:
          'A million rows are measured rather than tested: `npm run bench -- --only memory`, and [how far it goes](scale.md).',
      },
      {
        number: 38,
        happens: 'A file has a cell of 100 MB, 100,000 columns, or a quote that never closes.',
        holds: 'It is refused with its line after a few megabytes.',
      },
      {
        number: 39,
        happens:
          'A file is in UTF-16, in Windows-1252 or in both, has NUL bytes, or comes in pieces that end in the middle of a character.',
        holds: 'It is read as if it came whole, or refused.',
      },
      {
        number: 40,
        happens: 'A file is a workbook, a zip, empty, or only its headings.',
        holds: 'A workbook is read; for each of the others there is one refusal that says what it is.',
      },
      {
        number: 41,
        happens: 'A heading is there twice, or one that is needed is missing.',
        holds: 'The file is refused before its first row.',
      },
      {
        number: 42,
        happens: 'Cells hold formulas, or text that has broken other programs.',
        holds: 'They are stored as they are, and no cell of a report runs.',
      },
      {
        number: 43,
        happens: 'User names differ in case, composition, or letters that look alike.',
        holds: 'Each has one canonical form. What is not plain ASCII is refused, so that no two look alike.',
      },
      {
        number: 44,
        happens: 'The key of an upload has blanks, `+`, `%2B`, `../` or letters of any script.',
        holds: 'The file is found by its raw key, and the key is never a path.',
      },
      {
        number: 45,
        happens: 'A file is overwritten or deleted while it is imported.',
        holds: 'The version that was announced is read, or none. What was done before is reported.',
      },
    ],
  },
  {
    title: 'Requests',
    kind: 'case',
    cases: [
      {
        number: 46,
        happens: 'A body is nested 10,000 deep, too large, not JSON, or of the wrong type.',
        holds: 'It is a 400, 413 or 415, never a 500.',
      },
      {
        number: 47,
        happens: 'Values are called `__proto__`, look like expressions of DynamoDB, or hold line breaks.',
        holds: 'Data stays data: in objects, in the table, in mail headers.',
      },
      {
        number: 48,
        happens: 'Ten thousand people with chosen passwords, each of which is slow to hash, are asked for at once.',
        holds: 'A function hashes one password at a time, so its memory is bounded; what is too much is a 429.',
        cannot: 'The 429 is the gateway’s own doing: the template sets its rate.',
      },
    ],
  },
  {
    title: 'Releases',
    kind: 'case',
    cases: [
      {
        number: 49,
        happens: 'A message that an earlier release sent is read by this one.',
        holds: 'Every message of every queue that was ever sent is understood as it was meant.',
      },
      {
        number: 50,
        happens: 'The tables are restored from a backup, while messages of the lost time are in the queues.',
        holds:
          'Tokens, roles, open accounts, former passwords and secrets that were taken away since do not come back to life; messages about who is not there change nothing; a lost file can be imported again.',
      },
    ],
  },
];
