import type { AuditTexts } from '../english/audit.ts';

export const audit = {
  title: 'Überwachungsprotokoll',
} satisfies AuditTexts;
