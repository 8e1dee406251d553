/** Where a verb asks, and with which token. */
import { deployedAddress } from '../../aws/deployed-address.ts';
import type { Chosen } from '../chosen.ts';
import { exitCodes, Fault, usageFault } from '../fault.ts';
import { type Profile, profileName, readProfiles } from './profiles-file.ts';

/** An address of the API, without a slash at its end, and a token for it. */
export type Connection = { url: string; token: string };

/**
 * The first that there is: `--token`, the profile of `--profile`, MUSTER_TOKEN, the profile in use. A profile's token
 * goes to its own address and to no other. Throws a Fault.
 */
export const connection = async (chosen: Pick<Chosen, 'token' | 'url' | 'profile'>): Promise<Connection> => {
  const { MUSTER_TOKEN } = process.env;
  if (chosen.token !== undefined) return { url: addressOf(chosen.url), token: chosen.token };
  if (chosen.profile === undefined && MUSTER_TOKEN) return { url: addressOf(chosen.url), token: MUSTER_TOKEN };
  return ofProfile(chosen);
};

const ofProfile = ({ url, profile }: Pick<Chosen, 'url' | 'profile'>): Connection => {
  const { current, profiles } = readProfiles();
  const name = profile === undefined ? current : profileName(profile);
  const found = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (found === undefined) {
    const which = profile === undefined ? '' : ` --profile ${name}`;
    throw new Fault(
      `You are not signed in: muster login${which}, or put a token into MUSTER_TOKEN.`,
      exitCodes.notAllowed,
    );
  }
  refuseOver(name, found);
  if (url !== undefined && addressOf(url) !== found.url)
    throw usageFault(`The profile ${name} is for ${found.url}: its token is not sent to ${url}.`);
  return found;
};

const refuseOver = (name: string, { expiresDateTime }: Profile): void => {
  if (Date.parse(expiresDateTime) > Date.now()) return;
  throw new Fault(
    `The profile ${name} ended at ${expiresDateTime}: muster login --profile ${name}`,
    exitCodes.notAllowed,
  );
};

/** The address: what was given, MUSTER_URL, that of outputs.json here, that of the profile in use. Throws a Fault. */
export const addressOf = (given: string | undefined): string => {
  const { current, profiles } = readProfiles();
  const url = given ?? (process.env.MUSTER_URL || deployedAddress()) ?? profiles[current]?.url;
  if (url === undefined) throw usageFault('There is no address: give it with --url, or in MUSTER_URL.');
  if (!URL.canParse(url)) throw usageFault(`${url} is not an address, such as https://host.`);
  const { protocol, hostname } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere))
    throw usageFault(`${url} is not encrypted: a token goes to an address of https:// alone.`);
  return url.replace(/\/+$/, '');
};
