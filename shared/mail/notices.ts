/** What notices to a person and to the administrator have in common. */
import type { Catalogue } from '../domain/licences/licences.ts';
import type { SecurityNotice } from '../domain/person.ts';
import type { Letterhead } from './letterhead.ts';
import { minuteOf } from './moments.ts';

/** A licence as people know it; its id when the organisation no longer has it. */
export const licenceName = (skuId: string, catalogue: Catalogue): string =>
  catalogue.find((sku) => sku.skuId === skuId)?.skuPartNumber ?? skuId;

/** What a notice of somebody's doing names: the moment, to the minute, or the role that was given. */
export const whatOf = (notice: SecurityNotice, letterhead: Letterhead): string => {
  switch (notice.kind) {
    case 'roleGiven':
      return notice.role;
    case 'passwordReset':
      return minuteOf(notice.resetAt, letterhead);
    case 'passwordChanged':
    case 'alternateAddressChanged':
      return minuteOf(notice.changedAt, letterhead);
  }
};
