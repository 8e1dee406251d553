/** An authority of the tests, and a controller's certificate by it. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes ca.pem, key.pem and cert.pem in a folder; the certificate is of these names (`DNS:...`, `IP:...`). */
export const makeCertificate = (folder: string, names: readonly string[]): void => {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-subj', '/CN=Tests');
  openssl('req', ...key, '-keyout', 'key.pem', '-out', 'cert.csr', '-subj', '/CN=dc1.corp.local');
  writeFileSync(join(folder, 'names'), `subjectAltName=${names.join(',')}\n`);
  openssl(
    ...['x509', '-req', '-in', 'cert.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-out', 'cert.pem', '-days', '30', '-extfile', 'names'],
  );
  execFileSync('chmod', ['600', join(folder, 'key.pem')]);
};
