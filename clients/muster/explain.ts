/** Errors as whoever called the command reads them: sentences, or JSON where the output is JSON. Never a stack trace. */
import { ApiError, NoAnswer, type ToldRefusal } from '../imports/api-error.ts';
import { type ExitCode, exitCodes, Fault } from './fault.ts';

/** What is told, and the exit code. */
export type Told = { exitCode: ExitCode; status?: number; refusals: readonly ToldRefusal[] };

/** What to tell of an error; `list` is the command that shows what there is of the kind that was asked for. */
export const toldOf = (error: unknown, list?: string): Told => {
  if (error instanceof Fault) return { exitCode: error.exitCode, refusals: [{ message: error.message }] };
  if (error instanceof ApiError) return toldByApi(error, list);
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  const isWhole = error instanceof NoAnswer && error.isUntrusted;
  return { exitCode: exitCodes.refused, refusals: [{ message: isWhole ? message : `${message}${cause}` }] };
};

const toldByApi = ({ status, refusals, message }: ApiError, list: string | undefined): Told => {
  const isNotAllowed = status === 401 || status === 403;
  const hint = [
    ...(status === 401 ? [{ message: 'Sign in again: muster login' }] : []),
    ...(status === 404 && list !== undefined ? [{ message: `No such one is there, or no longer: see ${list}` }] : []),
  ];
  const told = refusals.length > 0 ? refusals : [{ message }];
  return { exitCode: isNotAllowed ? exitCodes.notAllowed : exitCodes.refused, status, refusals: [...told, ...hint] };
};

/** The text for standard error. */
export const errorText = ({ status, refusals }: Told, output: string): string => {
  if (output !== 'json' && output !== 'jsonl') return refusals.map(({ message }) => `error: ${message}`).join('\n');
  const [first = { message: '' }, ...others] = refusals;
  const error = { ...first, ...(status !== undefined && { status }), ...(others.length > 0 && { details: refusals }) };
  return JSON.stringify({ error });
};
