/** All mails of one year, on a moved clock: the whole system in memory, with people to whom everything happens. */
import type { MailLanguage } from '../../../shared/domain/organisation.ts';
import { pendingNotice } from '../../../shared/domain/outbox.ts';
import type { Notice, Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import type { Mail } from '../../../shared/work/mailing/mailer.ts';
import { monday } from '../../fakes/clock.ts';
import { contoso, e3, idOf, person } from '../../fakes/people.ts';
import { newSystem } from '../../work/imports/system.ts';

/** A mail, and the day of the year on which it left. */
export type YearsMail = Mail & { day: number };

const headings = 'User Name,Display Name,Licenses';
const fileOf = (...rows: string[]) => [headings, ...rows].join('\n');

/** What befalls people besides what the calendar brings. */
const events = (day: number, at: Person['createdDateTime']): Notice | undefined =>
  ({
    12: { kind: 'passwordReset', resetAt: at, to: [] },
    14: { kind: 'passwordChanged', changedAt: at, to: ['ada@example.net'] },
    16: { kind: 'roleGiven', role: 'User Administrator', givenAt: at, to: [] },
    18: { kind: 'alternateAddressChanged', changedAt: at, to: ['ada@example.net'] },
    20: { kind: 'signInLocked', lockedAt: at },
    22: { kind: 'userNameChanged', formerUserPrincipalName: 'byron@contoso.com' },
    24: { kind: 'credentialsBounced', bouncedAt: at },
    26: { kind: 'licenceArrived', skuId: e3.skuId },
  })[day] as Notice | undefined;

/** What arrives in the import bucket, by the day. */
const files: Readonly<Record<number, readonly [key: string, content: string]>> = {
  2: [
    'hr/spring.csv',
    fileOf('eva@contoso.com,Eva Müller,', 'jan@contoso.com,"Jan de Vries",', 'li@contoso.com,李 小龙,'),
  ],
  3: [
    'hr/mixed.csv',
    fileOf('kim@contoso.com,Kim,', 'bad name@contoso.com,Bad,', 'pat@elsewhere.example,Pat,', 'sam@contoso.com,,'),
  ],
  4: ['broken.csv', `${headings}\n"ada@contoso.com,Ada,`],
  5: ['hr/people.zip', 'PK'],
  6: ['letter to the board.docx', 'PK'],
  7: ['old.xls', '\u0000'],
  8: ['lonely.options.json', '{}'],
  9: ['hr/licences.csv', fileOf('mia@contoso.com,Mia,ENTERPRISEPACK', 'tom@contoso.com,Tom,ENTERPRISEPACK')],
};

const people = (language: MailLanguage): Person[] => {
  const of = (name: string, displayName: string, change: Partial<Person> = {}): Person => ({
    ...person(name, { displayName, preferredLanguage: language, otherMails: [`${name}@example.net`] }),
    ...change,
  });
  const lasting = (one: Person): Person => ({ ...one, password: { ...one.password, mustChange: false } });
  const grace = { state: 'grace', graceSince: monday } as const;
  return [
    lasting(of('ada', 'Ada Lovelace')),
    of('ben', 'Ben Ōtomo'),
    lasting(of('cleo', 'Cleo van den Berg', { mailbox: grace })),
    lasting(of('dan', 'Dan', { otherMails: [] })),
    of('eve', 'Eve', { otherMails: [] }),
  ];
};

/** The mails of a year in which the organisation and its people have the language. */
export const mailsOfYear = async (language: MailLanguage, timeZone: string): Promise<YearsMail[]> => {
  const system = newSystem();
  system.ports.organisation = { ...contoso, preferredLanguage: language, timeZone };
  system.memory.skus.set(e3.skuId, { ...e3, enabled: 1, free: 1, reserved: 0 });
  await system.directory.addPeople({ people: people(language), seatsFrom: 'free' });
  const mails: YearsMail[] = [];
  const collect = (day: number) => {
    for (const mail of system.post.sent.slice(mails.length)) mails.push({ ...mail, day });
  };
  for (let day = 0; day < 366; day += 1) {
    const notice = events(day, system.clock.now());
    const told = system.memory.people.get(idOf(day % 4 === 0 ? 'ada' : 'dan'));
    if (notice && told) {
      const owed = pendingNotice(notice, defaultPolicy, addDays(system.clock.now(), -1));
      system.memory.people.set(told.id, { ...told, pendingNotices: [...told.pendingNotices, owed] });
      await system.ports.queues.notices([{ kind: 'notices', userIds: [told.id] }]);
    }
    const [key, content] = files[day] ?? [];
    if (key !== undefined && content !== undefined) {
      if (day === 9) system.ports.defaults = { seatsShort: 'hold' };
      await system.announce(key, content, String(day));
    }
    await system.ports.queues.sweeps([{ kind: 'sweep' }]);
    await system.drain();
    collect(day);
    system.clock.pass({ days: 1 });
  }
  return mails;
};
