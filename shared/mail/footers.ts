import type { Letterhead } from './letterhead.ts';
import { textsIn } from './texts/catalogue.ts';

/** The small print of a mail to a person: who sent it, and whom to ask. */
export const personFooter = ({ organisation, language }: Letterhead): string[] => {
  const { footer } = textsIn(language);
  return [footer.automatic(organisation.displayName), footer.questions(organisation.administratorMail)];
};

/** The small print of a mail to the administrator. */
export const administratorFooter = ({ organisation, language }: Letterhead): string[] => [
  textsIn(language).footer.automatic(organisation.displayName),
];
