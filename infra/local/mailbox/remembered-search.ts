/** A search whose answer is kept until there is another number of mails: a page asks for the same all the time. */
import { findMails, type Mails } from './mails.ts';

/** As `findMails`, which it asks only when something else is looked for, or in other mails. */
export const rememberedSearch = (): typeof findMails => {
  let last: { mails: Mails; length: number; search: string; found: ReturnType<typeof findMails> } | undefined;
  return (mails, search) => {
    if (last?.mails !== mails || last.length !== mails.length || last.search !== search) {
      last = { mails, length: mails.length, search, found: findMails(mails, search) };
    }
    return last.found;
  };
};
