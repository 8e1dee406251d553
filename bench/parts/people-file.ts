/** A file of made-up people, as large as is asked for, made while it is read. */
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import type { StoredFile } from '../../shared/domain/imports/stored-file.ts';

/** The licence that everybody in the file asks for: of the sample organisation, with Microsoft's own id. */
export const licence = { skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900', skuPartNumber: 'ENTERPRISEPACK' };

const headings =
  'User Name,First Name,Last Name,Display Name,Job Title,Department,Office Number,Office Phone,Mobile Phone,Fax,' +
  'Alternate email address,Address,City,State or Province,ZIP or Postal Code,Country or Region,Usage Location,' +
  'Licenses,Preferred Language';

const languages = ['en', 'nl', 'de', 'zh-Hans'];
const rowsInPiece = 250;

/** Who is in the file. Without own addresses, the credentials of all of them go to the administrator. */
export type PeopleFile = { rows: number; haveOwnAddress?: boolean; namesBegin?: string };

const line = (row: number, { haveOwnAddress = true, namesBegin = 'person' }: PeopleFile): string => {
  const name = `${namesBegin}.${String(row).padStart(7, '0')}`;
  const address = haveOwnAddress ? `${name}@example.org` : '';
  const phones = `+1 425 555 ${1000 + (row % 9000)},+1 425 556 ${1000 + (row % 9000)},`;
  return (
    `${name}@contoso.com,Zoë,Number ${row},"Number ${row}, Zoë",Engineer,Research,${row % 9}.${row % 100},${phones},` +
    `${address},${row} Main Street,Redmond,WA,98052,United States,US,${licence.skuPartNumber},${languages[row % 4]}\r\n`
  );
};

/** The bytes of the file, some rows at a time. */
export async function* peopleFile(file: PeopleFile): AsyncGenerator<Buffer> {
  yield Buffer.from(`${headings}\r\n`);
  for (let first = 1; first <= file.rows; first += rowsInPiece) {
    const last = Math.min(first + rowsInPiece - 1, file.rows);
    yield Buffer.from(Array.from({ length: last - first + 1 }, (_, at) => line(first + at, file)).join(''));
    // As reading from a bucket would, it lets others have their turn.
    await turn();
  }
}

/** The same as if it lay in a bucket. How large it is, is a guess: nobody asks, but to refuse what is too large. */
export const storedPeople = (file: PeopleFile): StoredFile => ({
  size: file.rows,
  bytes: () => peopleFile(file),
  range: async (from, to) => {
    const pieces: Buffer[] = [];
    for await (const piece of peopleFile(file)) {
      pieces.push(piece);
      // By its beginning it is told how it is encoded.
      if (pieces.reduce((sum, { length }) => sum + length, 0) >= to) break;
    }
    return Buffer.concat(pieces).subarray(from, to);
  },
});

/** The same on disk, where it can be read from any byte on. */
export const peopleOnDisk = async (file: PeopleFile, path: string): Promise<StoredFile> => {
  await pipeline(peopleFile(file), createWriteStream(path));
  return {
    size: statSync(path).size,
    bytes: (start = 0) => createReadStream(path, { start }),
    range: async (from, to) => {
      using file = openAsDisposable(path);
      const bytes = Buffer.alloc(to - from);
      return bytes.subarray(0, readSync(file.descriptor, bytes, 0, bytes.length, from));
    },
  };
};

const openAsDisposable = (path: string): { descriptor: number } & Disposable => {
  const descriptor = openSync(path, 'r');
  return { descriptor, [Symbol.dispose]: () => closeSync(descriptor) };
};
