/** The template of Microsoft 365's admin centre, in the languages of the console, with a place for location and licences. */
import { templates } from '../../../../shared/domain/dialects/microsoft-headings.ts';
import { csvOf } from '../../api/csv.ts';
import type { Language } from '../../texts/languages.ts';

/** Headings beside the 16 of the template, where a language has none of its own: those are understood with any. */
const englishOwn = { usageLocation: 'Usage Location', licences: 'Licenses' };

/** The headings alone: an example row would be imported by whoever forgets to take it out. */
export const templateFile = (language: Language): string => {
  const template = templates.find((each) => each.language === language);
  const { usageLocation, licences } = englishOwn;
  const own = [template?.also?.usageLocation?.[0] ?? usageLocation, template?.also?.licences?.[0] ?? licences];
  return csvOf([[...(template?.headings.split(',') ?? []), ...own]]);
};
