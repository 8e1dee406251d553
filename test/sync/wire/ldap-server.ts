/** A server of LDAP over TLS that answers as a test says: what no directory at hand can be made to do. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { makeCertificate } from '../samba/certificate.ts';
import { integer, octets, readAllTlv, readTlv, sequence, type Tlv, tlv } from './ber.ts';

/** A search as it was asked: its base, its filter's bytes as text, attributes, and the values of its controls by OID. */
export type Asked = { base: string; filter: string; attributes: string[]; controls: Map<string, Buffer> };

/** What is answered: entries, a result (0: success), controls of the answer, and references to other servers. */
export type Told = {
  entries?: { dn: string; attributes: Record<string, (string | Buffer)[]> }[];
  code?: number;
  controls?: Map<string, Buffer>;
  references?: string[];
};

/** `silence` never answers; `cut` ends the connection in the midst of the entries. */
export type Answer = Told | 'silence' | { cut: Told };

export type LdapServer = {
  url: string;
  authority: string;
  /** Names and passwords of binds so far. */
  binds: { name: string; password: string }[];
  searches: Asked[];
  close: () => Promise<void>;
};

/** Starts one. `bindCode` is what binds are answered with, `names` are those of its certificate. */
export const startLdapServer = async (
  answer: (asked: Asked) => Answer,
  bindCode = 0,
  names = ['IP:127.0.0.1', 'DNS:localhost'],
): Promise<LdapServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-ldap-'));
  makeCertificate(folder, names);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const [key, cert, authority] = [read('key.pem'), read('cert.pem'), read('ca.pem')];
  rmSync(folder, { recursive: true });
  const binds: LdapServer['binds'] = [];
  const searches: Asked[] = [];
  const sockets = new Set<TLSSocket>();

  const respond = (socket: TLSSocket, { tag, bytes }: Tlv): void => {
    if (tag !== 0x30) return;
    const [id, operation, controls] = readAllTlv(bytes);
    if (id === undefined || operation === undefined) return;
    const send = (...parts: Buffer[]) => socket.write(sequence(tlv(0x02, id.bytes), ...parts));
    if (operation.tag === 0x60) {
      const [, name, password] = readAllTlv(operation.bytes);
      binds.push({ name: String(name?.bytes), password: String(password?.bytes) });
      send(result(0x61, bindCode, '80090308: LdapErr: DSID-0C090439, data 52e, v4563'));
    }
    if (operation.tag !== 0x63) return;
    const asked = askedIn(operation, controls);
    searches.push(asked);
    const told = answer(asked);
    if (told === 'silence') return;
    const { entries = [], references = [], code = 0, controls: answered } = 'cut' in told ? told.cut : told;
    for (const { dn, attributes } of entries) {
      const listed = Object.entries(attributes).map(([name, values]) =>
        sequence(octets(name), tlv(0x31, ...values.map(octets))),
      );
      send(tlv(0x64, octets(dn), sequence(...listed)));
    }
    for (const reference of references) send(tlv(0x73, octets(reference)));
    if ('cut' in told) socket.destroySoon();
    else send(result(0x65, code), ...controlsOf(answered));
  };

  const server = createServer({ key, cert }, (socket) => {
    sockets.add(socket);
    let pending = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      pending = Buffer.concat([pending, piece]);
      for (let whole = readTlv(pending); whole !== undefined; whole = readTlv(pending)) {
        pending = pending.subarray(whole.next);
        respond(socket, whole.value);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ authority, binds, searches },
    url: `ldaps://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const result = (tag: number, code: number, message = ''): Buffer =>
  tlv(tag, tlv(0x0a, Buffer.from([code])), octets(''), octets(code === 0 ? '' : message));

const controlsOf = (controls: Map<string, Buffer> | undefined): Buffer[] =>
  controls === undefined
    ? []
    : [tlv(0xa0, ...[...controls].map(([oid, value]) => sequence(octets(oid), octets(value))))];

const askedIn = ({ bytes }: Tlv, controls: Tlv | undefined): Asked => {
  const [base, , , , , , filter, attributes] = readAllTlv(bytes);
  const sent = controls === undefined ? [] : readAllTlv(controls.bytes).map((one) => readAllTlv(one.bytes));
  return {
    base: String(base?.bytes),
    filter: filter?.bytes.toString('latin1') ?? '',
    attributes: readAllTlv(attributes?.bytes ?? Buffer.alloc(0)).map((one) => String(one.bytes)),
    controls: new Map(sent.map((parts) => [String(parts[0]?.bytes), parts.at(-1)?.bytes ?? Buffer.alloc(0)])),
  };
};

/** The value of a control of pages or of DirSync: two numbers (or one) and a cookie. */
export const cookieValue = (numbers: number[], cookie: string): Buffer =>
  sequence(...numbers.map((number) => integer(number)), octets(cookie));
