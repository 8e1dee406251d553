import type { AccessKeys } from '../door/access-keys.ts';

/** Everything local listens on the loopback address alone. */
export const loopback = '127.0.0.1';

/**
 * The user of this machine and the engine itself, who may do anything, as the holder of a key (access-keys.ts). The
 * secret is checked by nobody; no real account can be touched with these.
 */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** How any AWS client of the user reaches the local services. */
export const credentialsOfUser = (accessKeys: AccessKeys) => ({
  ...localCredentials,
  accessKeyId: accessKeys.of(localCredentials.accessKeyId),
});
