import type { AuditTexts } from '../english/audit.ts';

export const audit = {
  title: 'Auditlogboek',
} satisfies AuditTexts;
