/** The console's routes: its page at every address, and the files that the page is made of. */
import { gunzipSync } from 'node:zlib';
import { Refused } from '../domain/refusals.ts';
import type { Answer, Request, Route } from '../lambda/route.ts';
import type { BuiltFile, FindBuiltFile } from './built-files.ts';
import { consolePolicy } from './console-policy.ts';

/** `uploadHost` is where a browser puts files of people. */
export type ConsoleParts = { builtFile: FindBuiltFile; uploadHost: string };

/** GET /: whoever asks for nothing is led to the console. */
export const toConsoleRoute = (): Route => ({
  needs: 'nothing',
  answer: async ({ origin }) => ({ status: 302, headers: { location: `${origin.replace(/\/v1\.0$/, '')}/console` } }),
});

/**
 * GET /console, GET /console/{file+}: what lies below `assets/`, under a name that says what is in it and so may be kept
 * for a year; the page itself at every other address, asked for anew each time, and sent where it has changed. Refuses
 * NotFound for a file of another release.
 */
export const consoleRoute = ({ builtFile, uploadHost }: ConsoleParts): Route => ({
  needs: 'nothing',
  answer: async (request) => {
    const { file = '' } = request.path;
    if (/^assets(\/|$)/.test(file)) return asAsset(request, file, found(builtFile(file)));
    return asPage(request, found(builtFile('index.html')), uploadHost);
  },
});

const found = (file: BuiltFile | undefined): BuiltFile => {
  if (!file) throw new Refused({ code: 'NotFound' });
  return file;
};

const asAsset = (request: Request, path: string, file: BuiltFile): Answer => {
  const { headers, bytes } = packedFor(request, file);
  const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { status: 200, bytes, headers: { ...headers, 'content-type': type, 'cache-control': forAYear } };
};

const asPage = (request: Request, file: BuiltFile, uploadHost: string): Answer => {
  const { headers, bytes } = packedFor(request, file);
  const etag = `W/"${file.tag}"`;
  const kept = { 'cache-control': 'no-cache', etag, 'content-security-policy': consolePolicy(uploadHost) };
  if (request.headers['if-none-match']?.includes(etag)) return { status: 304, headers: kept, text: '' };
  return { status: 200, bytes, headers: { ...headers, ...kept, 'content-type': 'text/html; charset=utf-8' } };
};

const forAYear = 'public, max-age=31536000, immutable';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** As the browser can unpack it: by Brotli, else by gzip, else not packed at all. */
const packedFor = (
  { headers }: Request,
  { packed }: BuiltFile,
): { bytes: Uint8Array; headers: Record<string, string> } => {
  const vary = { vary: 'accept-encoding' };
  for (const encoding of ['br', 'gzip'] as const) {
    if (takes(headers['accept-encoding'], encoding)) {
      return { bytes: packed[encoding], headers: { ...vary, 'content-encoding': encoding } };
    }
  }
  return { bytes: gunzipSync(packed.gzip), headers: vary };
};

/** Whether an encoding is named, and not with the weight 0. */
const takes = (accepted = '', encoding: string): boolean =>
  accepted.split(',').some((each) => {
    const [name = '', ...parameters] = each
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
