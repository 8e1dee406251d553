import type { MailLanguage } from '../../domain/organisation.ts';
import { chinese } from './chinese.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import type { MailTexts } from './mail-texts.ts';

const catalogue: Readonly<Record<MailLanguage, MailTexts>> = { en: english, nl: dutch, de: german, 'zh-Hans': chinese };

/** The texts of a language. */
export const textsIn = (language: MailLanguage): MailTexts => catalogue[language];
