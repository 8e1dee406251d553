/** The page on which a person signs in, changes a mailed password, and goes on; and an operator with a token. */
import { html } from '../html/markup.ts';
import { type PageFor, pageDataOf } from './page-data-of.ts';
import { pageDocument, pagePolicy } from './page-document.ts';
import { signInScript } from './page-scripts.ts';
import { changeStep, doneStep, operatorStep, signInStep } from './sign-in-steps.ts';
import { writtenTexts } from './texts/catalogue.ts';

export const signInPagePolicy = pagePolicy(signInScript);

/** The whole document, beginning with a user name. */
export const signInPage = ({ userName, ...page }: PageFor & { userName: string }): string => {
  const data = pageDataOf(page, 'signInTitle', writtenTexts);
  const texts = data.texts[page.language];
  const steps = html`${signInStep(texts, userName)}
${operatorStep(texts)}
${changeStep(texts, data.rules)}
${doneStep(texts, data.quickStartUrl)}`;
  return pageDocument(data, signInScript, steps);
};
