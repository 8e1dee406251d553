/**
 * Every refusal in every language but English. It lies beside the bundle of a function and is loaded when somebody is
 * refused in one of them: no cold start waits for it.
 */
import type { MailLanguage } from '../domain/organisation.ts';
import { chineseFileRefusals } from './files/chinese.ts';
import { dutchFileRefusals } from './files/dutch.ts';
import { germanFileRefusals } from './files/german.ts';
import { chineseRequestRefusals } from './requests/chinese.ts';
import { dutchRequestRefusals } from './requests/dutch.ts';
import { germanRequestRefusals } from './requests/german.ts';
import { chineseRowRefusals } from './rows/chinese.ts';
import { dutchRowRefusals } from './rows/dutch.ts';
import { germanRowRefusals } from './rows/german.ts';
import type { RefusalTexts } from './words/refusal-texts.ts';

export const translated: Readonly<Record<Exclude<MailLanguage, 'en'>, RefusalTexts>> = {
  nl: { files: dutchFileRefusals, rows: dutchRowRefusals, requests: dutchRequestRefusals },
  de: { files: germanFileRefusals, rows: germanRowRefusals, requests: germanRequestRefusals },
  'zh-Hans': { files: chineseFileRefusals, rows: chineseRowRefusals, requests: chineseRequestRefusals },
};
