/** The mails about objects in the import bucket that were not taken. */
import type { StrayReason } from '../../shared/domain/imports/stray-object.ts';
import { instant } from '../../shared/domain/time.ts';
import type { Letterhead } from '../../shared/mail/letterhead.ts';
import { strayObjects } from '../../shared/mail/stray-objects.ts';

const dateTime = instant('2026-02-08T09:15:00Z');
const reasons: readonly StrayReason[] = ['compressed', 'json', 'unfinished', 'other'];

export const strayMails = (letterhead: Letterhead) => {
  const objects = reasons.map((reason) => ({
    kind: 'objectNotTaken' as const,
    key: `hr/people-${reason}.x`,
    size: 123_456_789,
    dateTime,
    reason,
  }));
  const options = { kind: 'optionsNotUsed', key: 'hr/people.options.json', size: 12, dateTime } as const;
  return {
    'objects not taken': {
      mail: strayObjects('objectNotTaken', { count: 100_000, named: objects }, letterhead),
      facts: { key: 'hr/people-compressed.x', size: '123', moment: '09:15 UTC' },
    },
    'one object not taken': {
      mail: strayObjects('objectNotTaken', { count: 1, named: objects.slice(0, 1) }, letterhead),
      facts: { key: 'hr/people-compressed.x' },
    },
    'options not used': {
      mail: strayObjects('optionsNotUsed', { count: 1, named: [options] }, letterhead),
      facts: { key: 'hr/people.options.json' },
    },
  };
};
