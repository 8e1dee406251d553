/**
 * Which upload is under way in this tab, so that a reload finds it again: what the file is called and how it is told from
 * others, and nothing that is in it. The file itself has to be chosen once more: no page may open it by itself.
 */
export type KeptUpload = { importId: string; fileName: string; size: number; lastModified: number };

const keptUnder = 'muster-upload';

/** The upload that was under way; undefined where there is none. */
export const keptUpload = (): KeptUpload | undefined => {
  try {
    return JSON.parse(sessionStorage.getItem(keptUnder) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** Keeps it, until the upload is over. */
export const keepUpload = (upload: KeptUpload | undefined): void => {
  if (upload) sessionStorage.setItem(keptUnder, JSON.stringify(upload));
  else sessionStorage.removeItem(keptUnder);
};

/** Whether a file is the one whose upload was under way, as far as that can be told without reading it. */
export const isSameFile = ({ fileName, size, lastModified }: KeptUpload, file: File): boolean =>
  file.name === fileName && file.size === size && file.lastModified === lastModified;
