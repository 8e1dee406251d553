/** What licences and service plans are called where people read of them. */
import { productNames } from './product-names.ts';
import { servicePlanNames } from './service-plan-names.ts';

const inAnyCase = (names: readonly (readonly [string, string | undefined])[]): ReadonlyMap<string, string> =>
  new Map(names.flatMap(([name, shown]) => (shown === undefined ? [] : [[name.toLowerCase(), shown] as const])));

const products = inAnyCase(Object.entries(productNames).map(([partNumber, [name]]) => [partNumber, name]));
const plans = inAnyCase(Object.entries(servicePlanNames));

/** A licence's name: that of Microsoft's product with this part number, in any case; else the part number itself. */
export const licenceName = (skuPartNumber: string): string =>
  products.get(skuPartNumber.toLowerCase()) ?? skuPartNumber;

/** A service plan's name, found by its identifier in any case; else the identifier itself. */
export const servicePlanTitle = (servicePlanName: string): string =>
  plans.get(servicePlanName.toLowerCase()) ?? servicePlanName;
