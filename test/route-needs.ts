/** What each route of the API needs of whoever asks, as its contract says; other tests hold that against what it does. */

import { type Need, permissions } from '../shared/domain/access/roles.ts';
import { contracts } from '../shared/graph/reference/contracts.ts';

/** Needs by route key, such as `GET /v1.0/users`. */
export const routeNeeds = (): ReadonlyMap<string, Need> =>
  new Map(Object.entries(contracts).map(([route, { needs }]) => [route, needs]));

/** Whether a need is a permission, which roles carry. */
export const isPermission = (need: Need): need is keyof typeof permissions => Object.hasOwn(permissions, need);

/** Whether roles alone say who has it: by a permission, or by one of several. */
export const followsFromRoles = (need: Need): boolean =>
  isPermission(need) || need === 'ownImports' || need === 'ownUploads';
