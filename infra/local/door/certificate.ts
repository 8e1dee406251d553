/** The certificate of the local engine's own address: made by itself, for this machine's names, kept in the data folder. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { getCACertificates } from 'node:tls';
import { Refusal } from '../refusal.ts';

/** What a server speaks TLS with, in PEM; `file` holds the certificate, and `bundle` it beside all that this machine trusts. */
export type Certificate = { cert: string; key: string; file: string; bundle: string };

/** Files of a certificate, by their names in the data folder. */
export const certificateFiles = {
  certificate: 'certificate.pem',
  key: 'certificate.key',
  bundle: 'trusted-certificates.pem',
} as const;

const names = ['localhost'];
const addresses = ['127.0.0.1', '::1'];

const dayMilliseconds = 86_400_000;
/** A year: no browser and no client takes one that is good for more than 398 days from everybody. */
const goodDays = 365;
/** One that is nearer to its end is made anew at a start, so that an engine that runs for a month does not meet it. */
const renewedDays = 30;

/**
 * The certificate in these files, made if it is not there, is no longer good for a month, or does not fit: then whoever
 * trusted the one before has to be told of the new one. `now` is the machine's own time, which TLS goes by.
 */
export const readCertificate = async (fileOf: (name: string) => string, now: Date): Promise<Certificate> => {
  const file = fileOf(certificateFiles.certificate);
  const keyFile = fileOf(certificateFiles.key);
  const bundle = fileOf(certificateFiles.bundle);
  const kept = { cert: textOf(file), key: textOf(keyFile) };
  const isKept = isGood(kept, now);
  const { cert, key } = isKept ? kept : await make(now);
  // A key beside a certificate that is not its own is no harm: then both are made anew.
  if (!isKept) for (const [path, text] of [[keyFile, key] as const, [file, cert] as const]) keep(path, text);
  // At each start, since what this machine trusts changes.
  keep(bundle, [...getCACertificates('default'), cert].join('\n'));
  return { cert, key, file, bundle };
};

const keep = (file: string, text: string): void => {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refusal(
      `The certificate cannot be kept in ${dirname(file)} (${code}); see to its rights, or choose another folder with --data DIR.`,
    );
  }
};

/**
 * How clients are told to trust it. Node adds to what it trusts; others, Python's among them, take the named file in the
 * place of all, which is why theirs holds all.
 */
export const trustingEnvironment = ({ file, bundle }: Certificate): Record<string, string> => ({
  NODE_EXTRA_CA_CERTS: file,
  SSL_CERT_FILE: bundle,
  REQUESTS_CA_BUNDLE: bundle,
  CURL_CA_BUNDLE: bundle,
});

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const isGood = ({ cert, key }: { cert: string; key: string }, now: Date): boolean => {
  try {
    const read = new X509Certificate(cert);
    return (
      read.checkPrivateKey(createPrivateKey(key)) &&
      read.validFromDate <= now &&
      read.validToDate.getTime() - now.getTime() > renewedDays * dayMilliseconds &&
      names.every((name) => read.checkHost(name) !== undefined) &&
      addresses.every((address) => read.checkIP(address) !== undefined)
    );
  } catch {
    return false;
  }
};

/** It vouches for itself alone (no `cA`): whoever comes to trust it, trusts nobody else by it. */
const make = async (now: Date): Promise<{ cert: string; key: string }> => {
  // Here, since it takes a while to load and is needed once a year.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Muster on this machine' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // A day before, for a clock that is set back, and for clients in a virtual machine.
    notBeforeDate: new Date(now.getTime() - dayMilliseconds),
    notAfterDate: new Date(now.getTime() + goodDays * dayMilliseconds),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2, value }) as const),
          ...addresses.map((ip) => ({ type: 7, ip }) as const),
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
};
