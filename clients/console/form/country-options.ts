/** Countries to choose from, by the names that the reader's language has for them. */
import { isCountryCode } from '../../../shared/domain/people/profile-rules.ts';
import { useFormats } from '../texts/texts-context.tsx';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countryCodes = letters.flatMap((one) => letters.map((other) => one + other)).filter(isCountryCode);

/** All of them, in the order of the language. */
export const useCountryOptions = (): { value: string; label: string }[] => {
  const { country, compare } = useFormats();
  return countryCodes
    .map((value) => ({ value, label: country(value) }))
    .toSorted((one, other) => compare(one.label, other.label));
};
