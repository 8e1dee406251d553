/** The control by which a directory tells what changed since a cookie (MS-ADTS, 3.1.1.3.4.1.3). */
import { Ber, type BerReader, BerWriter, Control } from 'ldapts';

const dirSync = '1.2.840.113556.1.4.841';
/** LDAP_DIRSYNC_OBJECT_SECURITY: what the account may read anyhow, so that it needs no right to replicate. */
const objectSecurity = 1;
const mostBytes = 0x7fffffff;

/** One for each request: the answer's part is read into it. */
export class DirSyncControl extends Control {
  /** Where the answer ended. Bytes that mean nothing to us. */
  cookie: Buffer;
  /** Whether the directory has more to tell from there on, even after an answer without entries. */
  more = false;
  /** Whether the answer had this control; without it the cookie is still the one that was sent. */
  isAnswered = false;

  constructor(cookie: Buffer) {
    super(dirSync, { critical: true });
    this.cookie = cookie;
  }

  override writeControl(writer: BerWriter): void {
    const value = new BerWriter();
    value.startSequence();
    value.writeInt(objectSecurity);
    value.writeInt(mostBytes);
    value.writeBuffer(this.cookie, Ber.OctetString);
    value.endSequence();
    writer.writeBuffer(value.buffer, Ber.OctetString);
  }

  override parseControl(reader: BerReader): void {
    reader.readSequence();
    this.more = reader.readInt() !== 0;
    reader.readInt();
    this.cookie = Buffer.from(reader.readString(Ber.OctetString, true) ?? []);
    this.isAnswered = true;
  }
}

/** Entries that were deleted are told, too (LDAP_SERVER_SHOW_DELETED_OID). */
export const showDeleted = (): Control => new Control('1.2.840.113556.1.4.417', { critical: true });
