/** Which rights a request to SES needs. */
import { account, region } from '../../template/intrinsics.ts';
import type { Call, Need } from '../need.ts';

const arnOf = (kind: string, name: string) => `arn:aws:ses:${region}:${account}:${kind}/${name}`;

/** The domain of an address, and those above it that somebody can have: an identity of any of them is good for it. */
const domainsOf = (address: string): string[] => {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, index) => labels.slice(index).join('.'));
};

/**
 * Reads a request to SES, which is a form. An address may be sent from by the right to the identity that was verified:
 * the address, its domain or one above it.
 */
export const mailNeeds = (body: string): Call => {
  const form = new URLSearchParams(body);
  const operation = `ses:${form.get('Action')}`;
  const source = form.get('Source');
  if (source === null) return { operation, needs: [{ action: operation, resources: ['*'] }] };
  const address = /<([^<>]+)>\s*$/.exec(source)?.[1] ?? source;
  const context = { 'ses:FromAddress': [address] };
  const identities = [address, ...domainsOf(address)].map((name) => arnOf('identity', name));
  const needs: Need[] = [{ action: operation, resources: identities, context }];
  const set = form.get('ConfigurationSetName');
  if (set !== null) needs.push({ action: operation, resources: [arnOf('configuration-set', set)], context });
  return { operation, needs };
};
