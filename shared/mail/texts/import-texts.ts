/** Every text of the mails about imports. A language is complete when it has this type. */
/** An import that ended before its last row; `duration` comes as the language writes it. */
export type EarlyEndTexts = {
  subject: (file: string) => string;
  title: string;
  introduction: (file: string, duration: string) => string;
};

/** What is counted in a subject. */
export type Shortly = 'created' | 'updated' | 'done' | 'unchanged' | 'refused' | 'skipped';

/** What is told of an import of one kind. */
export type KindTexts<Counted extends string> = {
  /** `told` is what became of its rows, each as `shortly` has it. */
  subject: (file: string, told: string) => string;
  /** What became of so many rows; `done` where an import of the kind tells its changes as one. */
  shortly: Readonly<Partial<Record<Shortly, (count: number) => string>>>;
  title: string;
  introduction: (file: string, rows: number, duration: string) => string;
  /** In the place of title and introduction where more than half of the rows, or all, were refused. */
  mostRefused: string;
  allRefused: string;
  refusedIntroduction: (file: string, rows: number, duration: string) => string;
  /** Names of what is counted, in the order in which it is told. */
  counted: Readonly<Record<Counted, string>>;
  refused: (count: number) => string;
  reportSaysWhy: string;
  waiting: (count: number) => string;
  cancelled: EarlyEndTexts;
  stopped: EarlyEndTexts;
  /** Above what was done before an early end. */
  soFar: string;
  /** In its place, when nothing was done. */
  nothing: string;
};

/** What is told of a file that waits for seats. */
export type OnHoldTexts = {
  subject: (file: string) => string;
  title: string;
  introduction: (file: string, rows: number) => string;
  goesOn: string;
  /** Above the request that has it begin without the seats. */
  beginWithout: string;
};

/** What is told of a run of synchronisation that would delete more people than it may. */
export type DeletionsHeldTexts = {
  subject: (count: number) => string;
  title: string;
  introduction: (count: number) => string;
  goesOn: string;
  /** Above the request that has them deleted. */
  deleteThem: string;
};

/** What is told when no run of synchronisation has come through for a day. */
export type RunsMissingTexts = { subject: string; title: string; introduction: string; whatToDo: string };

/** What is told of a file of which no row was done. */
export type RefusedFileTexts = {
  subject: (file: string) => string;
  title: string;
  introduction: (file: string) => string;
};

/** All of them. */
export type ImportTexts = {
  import: KindTexts<'created' | 'updated' | 'unchanged' | 'refused' | 'skipped' | 'waiting'>;
  dryRun: KindTexts<'created' | 'updated' | 'unchanged' | 'refused' | 'skipped' | 'waiting' | 'mails'>;
  undo: KindTexts<'deleted' | 'updated' | 'restored' | 'unchanged' | 'refused'>;
  onHold: OnHoldTexts;
  deletionsHeld: DeletionsHeldTexts;
  runsMissing: RunsMissingTexts;
  refusedFile: RefusedFileTexts;
  /** Between two counts in a subject. */
  comma: string;
  /** Above the refused rows that are named; a row with its number; the name of the reason; and that there are more. */
  refusedRows: {
    title: string;
    wouldTitle: string;
    rowName: string;
    row: (rowNumber: number) => string;
    userName: string;
    reason: string;
    more: (count: number) => string;
  };
  /** Rows that have no outcome because the import ended before them. */
  notDone: (count: number) => string;
  report: string;
  /** Above the name of the encoding that the file's text was read in, and cells that show it. */
  encoding: string;
  /** Above the licences that are short and how many of each to buy. */
  seatsToBuy: string;
  /** Above the people whose roles were changed, or would be; the name of their roles; and that there are more of them. */
  roles: { given: string; wouldGive: string; taken: string; column: string; more: (count: number) => string };
  /** Above the requests that can be made next. */
  steps: Readonly<Record<'apply' | 'resume' | 'undo', string>>;
};
