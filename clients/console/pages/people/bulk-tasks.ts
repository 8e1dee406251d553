/** What can be done to many people at once: what each takes, and the request for one person. */
import type { Permission } from '../../../../shared/domain/access/roles.ts';
import type { Part } from '../../api/batch.ts';
import type { Listed } from './people-search.ts';

export type TaskId = 'block' | 'unblock' | 'license' | 'unlicense' | 'resetPasswords' | 'delete';

type Task = {
  permission: Permission;
  /** A licence has to be chosen. */
  takesLicence?: true;
  /** There is no way back by one click: the number of people is typed before it is done. */
  isGrave?: true;
  part: (person: Pick<Listed, 'id'>, skuId: string) => Part;
};

/** The method of a password, as Graph calls it. */
export const passwordMethod = '28c10230-6103-485e-b985-444c60001490';

export const tasks: Readonly<Record<TaskId, Task>> = {
  block: {
    permission: 'changePeople',
    part: ({ id }) => ({ method: 'PATCH', path: `users/${id}`, body: { accountEnabled: false } }),
  },
  unblock: {
    permission: 'changePeople',
    part: ({ id }) => ({ method: 'PATCH', path: `users/${id}`, body: { accountEnabled: true } }),
  },
  license: {
    permission: 'assignLicences',
    takesLicence: true,
    part: ({ id }, skuId) => ({
      method: 'POST',
      path: `users/${id}/assignLicense`,
      body: { addLicenses: [{ skuId, disabledPlans: [] }], removeLicenses: [] },
    }),
  },
  unlicense: {
    permission: 'assignLicences',
    takesLicence: true,
    part: ({ id }, skuId) => ({
      method: 'POST',
      path: `users/${id}/assignLicense`,
      body: { addLicenses: [], removeLicenses: [skuId] },
    }),
  },
  resetPasswords: {
    permission: 'resetPasswords',
    isGrave: true,
    part: ({ id }) => ({
      method: 'POST',
      path: `users/${id}/authentication/methods/${passwordMethod}/resetPassword`,
      body: {},
    }),
  },
  delete: {
    permission: 'deletePeople',
    isGrave: true,
    part: ({ id }) => ({ method: 'DELETE', path: `users/${id}` }),
  },
};
