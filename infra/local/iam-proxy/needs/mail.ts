/** Which rights a request to SES needs. */
import { account, region } from '../../template/intrinsics.ts';
import type { Call, Need } from '../need.ts';

const arnOf = (kind: string, name: string) => `arn:aws:ses:${region}:${account}:${kind}/${name}`;

/** Reads a request to SES, which is a form. An address may be sent from by the right to it, or to its domain. */
export const mailNeeds = (body: string): Call => {
  const form = new URLSearchParams(body);
  const operation = `ses:${form.get('Action')}`;
  const source = form.get('Source');
  if (source === null) return { operation, needs: [{ action: operation, resources: ['*'] }] };
  const address = /<([^<>]+)>\s*$/.exec(source)?.[1] ?? source;
  const identities = [address, address.slice(address.lastIndexOf('@') + 1)];
  const needs: Need[] = [{ action: operation, resources: identities.map((name) => arnOf('identity', name)) }];
  const set = form.get('ConfigurationSetName');
  if (set !== null) needs.push({ action: operation, resources: [arnOf('configuration-set', set)] });
  return { operation, needs };
};
