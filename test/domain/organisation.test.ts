/** Which cloud's forms the console shows. */
import { type Cloud, cloudOf } from '../../shared/domain/organisation.ts';

test.each<[string | undefined, Cloud | undefined, Cloud]>([
  [undefined, undefined, 'worldwide'],
  ['eu-central-1', undefined, 'worldwide'],
  ['us-gov-west-1', undefined, 'worldwide'],
  ['cn-north-1', undefined, 'china'],
  ['eusc-de-east-1', undefined, 'germany'],
  ['eu-west-1', 'china', 'china'],
  ['cn-north-1', 'worldwide', 'worldwide'],
])('in the region %s, with %s set, it is %s', (region, cloud, shown) => {
  expect(cloudOf({ cloud }, region)).toBe(shown);
});
