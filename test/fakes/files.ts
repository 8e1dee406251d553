/** A bucket of files, with versions, and one of reports. */
import { hash } from 'node:crypto';
import type { ImportedFile } from '../../shared/domain/imports/import-job.ts';
import { importIdIn, optionsFileNames } from '../../shared/domain/imports/option-files.ts';
import type { StoredFile } from '../../shared/domain/imports/stored-file.ts';
import type { ArrivedPart } from '../../shared/domain/imports/upload-in-parts.ts';
import { Refused } from '../../shared/domain/refusals.ts';
import type {
  DeleteUpload,
  OpenFile,
  PartedUploads,
  ReadOptionsFile,
  ReportStore,
  SignDownload,
  SignUpload,
} from '../../shared/work/imports/files.ts';

export const fakeFiles = (pieceBytes = 65_536) => {
  const versions = new Map<string, Uint8Array>();
  const reports = new Map<string, string>();
  const place = ({ bucket, key, versionId = '' }: ImportedFile) => [bucket, key, versionId].join('\n');
  const metadata = new Map<string, string>();
  const beside = new Map<string, string | 'tooLarge'>();
  const readOptionsFile: ReadOptionsFile = async (file) => {
    const said = metadata.get(place(file));
    const key = optionsFileNames(file.key).find((name) => beside.has(name));
    return {
      ...(said !== undefined && { metadata: said }),
      ...(key !== undefined && { file: { key, text: beside.get(key) ?? '' } }),
    };
  };
  const signUpload: SignUpload = async ({ bucket, key }, seconds) => ({
    url: `https://${bucket}.example/${key}?for=${seconds}`,
    headers: { 'If-None-Match': '*' },
  });
  const deleteUpload: DeleteUpload = async (file) => {
    if (importIdIn(file.key) !== undefined) versions.delete(place(file));
  };
  const signDownload: SignDownload = async ({ bucket, key }, name, seconds) =>
    `https://${bucket}.example/${key}?as=${name}&for=${seconds}`;
  const openFile: OpenFile = async (file) => {
    const bytes = versions.get(place(file));
    if (!bytes) throw new Refused({ code: 'FileUnavailable' });
    return storedFile(bytes, pieceBytes);
  };
  const parted = new Map<string, Map<number, ArrivedPart>>();
  const whole = new Set<string>();
  const partedUploads: PartedUploads = {
    begin: async ({ key }) => {
      const upload = `${key}/parts/${parted.size}`;
      parted.set(upload, new Map());
      return upload;
    },
    sign: async ({ bucket, key, number, size }, seconds) => ({
      url: `https://${bucket}.example/${key}?part=${number}&size=${size}&for=${seconds}`,
      headers: {},
    }),
    arrived: async ({ upload }) => {
      const parts = parted.get(upload);
      return parts && [...parts.values()].toSorted((one, other) => one.number - other.number);
    },
    complete: async ({ key, upload, parts }) => {
      const there = parted.get(upload);
      if (!there || whole.has(key)) return 'over';
      if (parts.some(({ number, tag }) => there.get(number)?.tag !== tag)) return 'incomplete';
      parted.delete(upload);
      whole.add(key);
      return 'completed';
    },
    abort: async ({ upload }) => void parted.delete(upload),
  };
  const uploads = new Map<string, string[]>();
  const tagOf = (text: string) => hash('sha256', text);
  const reportStore: ReportStore = {
    write: async (key, text) => {
      reports.set(key, text);
      return { bucket: 'reports', key };
    },
    begin: async (key) => {
      const upload = `${key}/${uploads.size}`;
      uploads.set(upload, []);
      return upload;
    },
    add: async ({ upload, number, text }) => {
      const parts = uploads.get(upload);
      if (parts) parts[number - 1] = text;
      return tagOf(text);
    },
    end: async ({ key, upload, parts }) => {
      const texts = uploads.get(upload);
      if (!texts || parts.some((tag, index) => tag !== tagOf(texts[index] ?? ''))) return undefined;
      uploads.delete(upload);
      reports.set(key, texts.slice(0, parts.length).join(''));
      return { bucket: 'reports', key };
    },
  };
  return {
    openFile,
    readOptionsFile,
    deleteUpload,
    signUpload,
    signDownload,
    partedUploads,
    /** Parts of uploads by their names, as whoever puts them leaves them. */
    parted,
    /** Keys at which something lies. */
    whole,
    reportStore,
    reports,
    uploads,
    put: (file: ImportedFile, content: string | Uint8Array) => versions.set(place(file), Buffer.from(content)),
    /** Writes options into the metadata of a file. */
    say: (file: ImportedFile, options: string) => metadata.set(place(file), options),
    /** Puts a file of options under a key. */
    putOptions: (key: string, text: string | 'tooLarge') => beside.set(key, text),
    has: (file: ImportedFile) => versions.has(place(file)),
    remove: (file: ImportedFile) => versions.delete(place(file)),
  };
};

/** A file of these bytes, which come in pieces of that size. */
export const storedFile = (bytes: Uint8Array, pieceBytes = 65_536): StoredFile => ({
  size: bytes.length,
  async *bytes(from = 0) {
    for (let at = from; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  },
  range: async (from, to) => bytes.subarray(from, to),
});
