/** Why a run ended, in one sentence that says what to do, and never names a person. */

/** 1: this run failed, and the next one tries again. 2: it fails until somebody does what the sentence says. */
export type FaultExit = 1 | 2;

/** What can end a run on this side; what the API refuses keeps the API's own code. */
export type FaultCode =
  | 'SettingsInvalid'
  | 'SecretMissing'
  | 'SecretReadable'
  | 'DirectoryUnreachable'
  | 'DirectoryUntrusted'
  | 'DirectoryRefused'
  | 'DirectoryLost'
  | 'DirectoryAnswer'
  | 'RightsMissing'
  | 'ScopeMissing'
  | 'ScopeMoved'
  | 'SourceChanged'
  | 'SwitchedOff'
  | 'CredentialsRefused'
  | 'ApiRefused'
  | 'ApiUnreachable'
  | 'UploadFailed';

export class SyncFault extends Error {
  readonly code: FaultCode;
  readonly exit: FaultExit;

  constructor(code: FaultCode, sentence: string, { exit = 1, cause }: { exit?: FaultExit; cause?: unknown } = {}) {
    super(sentence, { cause });
    this.code = code;
    this.exit = exit;
  }
}
