/** Stacks that name the lines of the sources. */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * From now on this thread's errors name the sources of a bundle. Its map is read with the first error whose stack is
 * looked at: Node's own --enable-source-maps would read it for every worker, and keep megabytes that few ever need.
 */
export const mapStacks = (bundle: string): void => {
  const file = `${bundle}.map`;
  if (!existsSync(file)) return;
  const address = `${pathToFileURL(bundle).href}:`;
  let map: SourceMap | undefined;
  const placeOf = (line: number, column: number): string | undefined => {
    map ??= new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
    const origin = map.findOrigin(line, column);
    return 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : undefined;
  };
  const lineOf = (frame: NodeJS.CallSite): string => {
    const text = String(frame);
    const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
    const place = text.includes(address) && line !== null && column !== null ? placeOf(line, column) : undefined;
    return `\n    at ${place === undefined ? text : text.replace(`${address}${line}:${column}`, place)}`;
  };
  Error.prepareStackTrace = (error, frames) => `${headOf(error)}${frames.map(lineOf).join('')}`;
};

/** As V8 begins a stack; an error may be anything that has been made to look like one. */
const headOf = (error: Error): string => {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return '<error>';
  }
};
