/** Why a whole file was refused, as this page can help with it. */
import type { FileFault } from '../../../api/imports.ts';
import { useTexts } from '../../../texts/texts-context.tsx';
import { usePropertyName } from '../import-words.ts';

/**
 * The sentence of a refusal. Where the server’s names options of a request, this one names the fields that stand on the
 * page for them.
 */
export const useFaultText = (): ((fault: FileFault) => string) => {
  const { imports } = useTexts();
  const { faults } = imports;
  const nameOf = usePropertyName();
  return ({ code, fact, target, message, options }) => {
    const known = fact ?? '';
    if (code === 'HeadingsUnknown' && options && known) return faults.HeadingsUnknown(known);
    if (code === 'DuplicateHeadings' && known) return faults.DuplicateHeadings(known);
    if (code === 'EncodingUnclear' && known) return faults.EncodingUnclear(known);
    if (code === 'HeadingMissing' && target) return faults.HeadingMissing(nameOf(target));
    return message;
  };
};
