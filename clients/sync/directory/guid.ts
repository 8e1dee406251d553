/** objectGUID: 16 bytes in the directory, of which text shows the first three groups backwards (MS-DTYP, 2.3.4). */

const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

/** Text of lower case, such as 6f9619ff-8b86-d011-b42d-00c04fc964ff. */
export const guidText = (bytes: Buffer): string =>
  order
    .map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0'))
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The bytes of such a text. */
export const guidBytes = (text: string): Buffer => {
  const shown = Buffer.from(text.replaceAll('-', ''), 'hex');
  return Buffer.from(order.map((at) => shown[at] ?? 0));
};

/** objectSid as text, S-1-5-21-…-1105 (MS-DTYP, 2.4.2). */
export const sidText = (bytes: Buffer): string => {
  const parts = Array.from({ length: bytes[1] ?? 0 }, (_, at) => bytes.readUInt32LE(8 + at * 4));
  return ['S', bytes[0], bytes.readUIntBE(2, 6), ...parts].join('-');
};
