/** The licences that a person holds, each with its service plans. */

import { Refused } from '../../domain/refusals.ts';
import type { Directory } from '../../work/directory.ts';
import { findPerson } from '../../work/find-person.ts';
import { graphLicenseDetails } from './graph-licence.ts';

export type DetailsPorts = {
  directory: Pick<Directory, 'readPeople' | 'findByUserName' | 'readSku' | 'servicePlans'>;
};

/** Graph's licenseDetails of a person, in the order in which the licences came. Throws `Refused` NotFound. */
export const licenseDetails = async (idOrName: string, { directory }: DetailsPorts) => {
  const person = await findPerson(idOrName, directory);
  if (!person) throw new Refused({ code: 'NotFound' });
  const skuIds = person.assignedLicenses.map(({ skuId }) => skuId);
  const [plans, ...skus] = await Promise.all([
    directory.servicePlans(skuIds),
    ...skuIds.map((skuId) => directory.readSku(skuId)),
  ]);
  return person.assignedLicenses.map((licence, index) => {
    const { skuPartNumber = licence.skuId } = skus[index] ?? {};
    return graphLicenseDetails(person.id, licence, {
      skuPartNumber,
      servicePlans: plans.get(licence.skuId) ?? [],
    });
  });
};
