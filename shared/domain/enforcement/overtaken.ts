/** Notices that say what is not so any more: nobody is told. */
import type { Notice, Person } from '../person.ts';

/**
 * Whether a notice that waited was overtaken: a warning of an end that has come, which has a notice of its own, or that
 * comes no more. What a mail says at its top and below is then never two things.
 */
export const isOvertaken = ({ password, mailbox }: Pick<Person, 'password' | 'mailbox'>, notice: Notice): boolean => {
  switch (notice.kind) {
    case 'passwordWarning':
      return password.lapsed === true || password.expired === true;
    case 'passwordExpired':
      return password.lapsed === true;
    case 'graceReminder':
      return mailbox !== undefined && mailbox.state !== 'grace';
    case 'mailboxDisabled':
      return mailbox !== undefined && mailbox.state !== 'disabled';
    default:
      return false;
  }
};
