/** Everything local listens on the loopback address alone. */
export const loopback = '127.0.0.1';

/** How any AWS client reaches the local services: no real account can be touched with these. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };
