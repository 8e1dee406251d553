/** What an import does, from all who may choose. */
import { defaultOptions, type ImportOptions } from './import-options.ts';

/**
 * The options that hold: of sources in their order the first that says something of a property decides it, and where none
 * does, what is usual. A moment for credentials that are not sent later means nothing.
 */
export const decideOptions = (...sources: readonly Partial<ImportOptions>[]): ImportOptions => {
  const options: ImportOptions = Object.assign({}, defaultOptions, ...sources.toReversed());
  if (options.credentials === 'later') return options;
  const { sendCredentialsDateTime: _moment, ...others } = options;
  return others;
};

/** Options as the API shows them. */
export const writtenOptions = ({ licences, sendCredentialsDateTime, ...others }: ImportOptions) => ({
  dryRun: others.dryRun,
  seatsShort: others.seatsShort,
  existingPeople: others.existingPeople,
  credentials: others.credentials,
  sendCredentialsDateTime: sendCredentialsDateTime ?? null,
  licenses: licences ?? [],
  usageLocation: others.usageLocation ?? null,
  stopAfterRefusals: others.stopAfterRefusals ?? null,
  userNamePattern: others.userNamePattern ?? null,
  columns: others.columns ?? {},
  sheet: others.sheet ?? null,
  encoding: others.encoding ?? null,
});
