/** Every text of the mails. A language is complete when it has this type. */
import type { Notice, SecurityNotice } from '../../domain/person.ts';
import type { FactTexts } from '../../refusals/facts/fact-texts.ts';
import type { FileRefusalTexts, RowRefusalTexts } from '../../refusals/words/refusal-texts.ts';
import type { ImportTexts } from './import-texts.ts';
import type { StrayTexts } from './stray-texts.ts';

/** The kinds of notice; `licenceArrived` names the licence where the others name a day. */
export type NoticeKind = Notice['kind'];

/** Names of single facts and columns. */
export type FieldTexts = {
  name: string;
  userName: string;
  password: string;
  temporaryPassword: string;
  signIn: string;
  signInAt: string;
  quickStart: string;
  refusedAddress: string;
};

/** What the terms of a password are; `moment`, like `day` and `duration` elsewhere, comes as the language writes it. */
export type TermTexts = {
  mustChange: string;
  worksUntil: (moment: string) => string;
};

/** A notice to the person it is about. */
export type PersonNoticeTexts = { title: string; paragraphs: readonly string[] };

/** A notice of what may have been somebody else's doing; `what` is the moment, or the role that was given. */
export type PersonSecurityTexts = Readonly<
  Record<SecurityNotice['kind'], (organisation: string, what: string) => PersonNoticeTexts>
>;

/** The same notice about people, to the administrator; `detail` names the column of the day or licence. */
export type PeopleNoticeTexts = { heading: string; explanation: string; detail: string };

/** All of them. What a function takes is a fact, except where its name says that it is already written out. */
export type MailTexts = {
  /** A field's name in front of its value. */
  label: (name: string) => string;
  /** Without a name it greets the administrator. */
  greeting: (name?: string) => string;
  footer: { automatic: (organisation: string) => string; questions: (address: string) => string };
  fields: FieldTexts;
  personCredentials: TermTexts & {
    subject: (organisation: string) => string;
    subjectWithoutPassword: (organisation: string) => string;
    title: (organisation: string) => string;
    introduction: (organisation: string) => string;
    /** For who was mailed before. */
    introductionAgain: (organisation: string) => string;
    chosenPassword: string;
    replaces: string;
    replacesWithoutPassword: string;
    keepSecret: string;
  };
  administratorCredentials: TermTexts & {
    subjectForOne: (name: string) => string;
    subject: (count: number) => string;
    introduction: (count: number, organisation: string) => string;
    /** The same where no password is in the mail, and the subject where some are. */
    subjectForOneWithout: (name: string) => string;
    subjectWithout: (count: number) => string;
    subjectForSome: (count: number) => string;
    introductionWithout: (organisation: string) => string;
    /** Some addresses were refused by the mail service. */
    refused: string;
    /** In the place of a password that is not mailed. */
    chosenPassword: string;
    replaces: string;
    keepSecret: string;
  };
  personNotice: PersonSecurityTexts & {
    passwordWarning: (organisation: string, days: number, day: string) => PersonNoticeTexts;
    passwordExpired: (organisation: string, day: string) => PersonNoticeTexts;
    temporaryPasswordLapsed: (organisation: string, day: string) => PersonNoticeTexts;
    graceReminder: (organisation: string, days: number, day: string) => PersonNoticeTexts;
    mailboxDisabled: (organisation: string, day: string) => PersonNoticeTexts;
    licenceArrived: (organisation: string, licence: string) => PersonNoticeTexts;
    signInLocked: (organisation: string, day: string) => PersonNoticeTexts;
    userNameChanged: (organisation: string, former: string) => PersonNoticeTexts;
  };
  administratorNotices: {
    subject: (heading: string, count: number) => string;
    /** How many more there are than are named. */
    more: (count: number) => string;
    introduction: (organisation: string) => string;
    kinds: Readonly<Record<NoticeKind, PeopleNoticeTexts>>;
  };
  strayObjects: StrayTexts;
  imports: ImportTexts;
  fileRefusals: FileRefusalTexts;
  /** Absent in English, which has the sentences of the API. */
  rowRefusals?: RowRefusalTexts;
  /** What a refusal found; absent in English, in which it is kept. */
  facts?: FactTexts;
};
