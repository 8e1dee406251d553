/** Facts beside a change, in the reader's words. */
import type { ImportStatus } from '../../../../shared/domain/imports/import-job.ts';
import { reasonIn } from '../../texts/reasons/reasons.ts';
import { useFormats, useLanguage, useTexts } from '../../texts/texts-context.tsx';
import type { Entry } from './audit-question.ts';

type Detail = Entry['additionalDetails'][number];

/** A fact as a line; undefined where it is an id, or none that this console knows. */
export const useToldDetail = (): ((detail: Detail) => string | undefined) => {
  const { audit, imports, synchronization } = useTexts();
  const { number } = useFormats();
  const { language } = useLanguage();
  const names: Readonly<Record<string, string>> = audit.details;
  const { check: dryRun, ...kinds } = imports.kinds;
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: { ...kinds, dryRun, synchronization: synchronization.title },
    status: imports.states satisfies Record<ImportStatus, string>,
  };
  const wordsOf = ({ key, value }: Detail): string => {
    if (key === 'code') return audit.reason(reasonIn(language, value) ?? imports.outcomes.refused, value);
    return /^\d+$/.test(value) ? number(Number(value)) : (words[key]?.[value] ?? value);
  };
  return (detail) => {
    const name = names[detail.key];
    return name === undefined ? undefined : audit.setTo(name, wordsOf(detail));
  };
};
