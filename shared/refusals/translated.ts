/**
 * Every refusal, and every note of a file, in every language but English. It lies beside the bundle of a function and is loaded when somebody is
 * refused in one of them: no cold start waits for it.
 */
import type { MailLanguage } from '../domain/organisation.ts';
import { chineseFileRefusals } from './files/chinese.ts';
import { dutchFileRefusals } from './files/dutch.ts';
import { germanFileRefusals } from './files/german.ts';
import { chineseNotes } from './notes/chinese.ts';
import { dutchNotes } from './notes/dutch.ts';
import { germanNotes } from './notes/german.ts';
import { noteIn } from './notes/note-texts.ts';
import { chineseRequestRefusals } from './requests/chinese.ts';
import { dutchRequestRefusals } from './requests/dutch.ts';
import { germanRequestRefusals } from './requests/german.ts';
import { chineseRowRefusals } from './rows/chinese.ts';
import { dutchRowRefusals } from './rows/dutch.ts';
import { germanRowRefusals } from './rows/german.ts';
import type { RefusalTexts } from './words/refusal-texts.ts';

export const translated: Readonly<
  Record<Exclude<MailLanguage, 'en'>, RefusalTexts & { note: (english: string) => string }>
> = {
  nl: { files: dutchFileRefusals, rows: dutchRowRefusals, requests: dutchRequestRefusals, note: noteIn(dutchNotes) },
  de: {
    files: germanFileRefusals,
    rows: germanRowRefusals,
    requests: germanRequestRefusals,
    note: noteIn(germanNotes),
  },
  'zh-Hans': {
    files: chineseFileRefusals,
    rows: chineseRowRefusals,
    requests: chineseRequestRefusals,
    note: noteIn(chineseNotes),
  },
};
