/** What stands in a profile as people read it: countries and languages by their names. */
import { type Language, languageNames } from '../../texts/languages.ts';
import { useFormats } from '../../texts/texts-context.tsx';
import type { ProfileField } from './profile-fields.ts';

/** The words for the value of a field; for one that has none of its own, the value. */
export const useProfileWords = (): ((field: ProfileField, value: string) => string) => {
  const { country } = useFormats();
  return (field, value) => {
    if (field === 'usageLocation' && value !== '') return country(value);
    if (field === 'preferredLanguage') return languageNames[value as Language] ?? value;
    return value;
  };
};
