/** Trust in a certificate that no authority has signed: that of a local engine, which made it itself. */
import { readFileSync } from 'node:fs';
import tls from 'node:tls';

/**
 * From now on this thread trusts the certificates of a file (PEM), beside those that it trusts already. Node reads
 * NODE_EXTRA_CA_CERTS at the start of its process alone: whoever learns of the file later asks for this. A file that is not
 * there changes nothing: then the first call says that it does not trust whom it met.
 */
export const trustCertificate = (file: string | undefined): void => {
  const certificate = file === undefined ? undefined : textOf(file);
  // The command by itself also runs on a Node that cannot (before 24.5): then the variable has to be there at its start.
  if (certificate === undefined || tls.setDefaultCACertificates === undefined) return;
  tls.setDefaultCACertificates([...new Set([...tls.getCACertificates('default'), certificate])]);
};

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
