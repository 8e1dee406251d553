import type { MailLanguage } from '../../domain/organisation.ts';
import type { TextName, WrittenTexts } from '../texts/page-texts.ts';

/** What the document tells its script, as JSON. */
export type PageData = {
  organisation: string;
  /** The name of the text that the page begins with. */
  title: TextName;
  language: MailLanguage;
  /** All languages, so that switching keeps what was typed and how far the person has come. */
  texts: Readonly<Record<MailLanguage, WrittenTexts>>;
  rules: PasswordRules;
  /** Where the person goes on to; absent when it is no web address. */
  quickStartUrl?: string;
};

/** The rules that can be judged while a password is typed. */
export type PasswordRules = { least: number; most: number; kinds: number };
