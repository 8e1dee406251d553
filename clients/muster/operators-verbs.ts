/** Verbs with options and exit codes of their own: most ask AWS and not the API, and need an operator's rights there. */

/** A verb: `run` gets arguments as a process has them, and ends it as it always did. */
export type OperatorsVerb = { description: string; run: (argv: readonly string[]) => Promise<void> };

/** By name; each is also a script of npm. */
export const operatorsVerbs: Readonly<Record<string, OperatorsVerb>> = {
  token: {
    description: 'mint, list and revoke tokens of operators (needs AWS rights)',
    run: async (argv) => (await import('../token/command.ts')).mintFromCommandLine(argv, 'muster token'),
  },
  check: {
    description: 'check that what always holds of Muster holds now (needs AWS rights)',
    run: async (argv) => (await import('../check/command.ts')).checkFromCommandLine(argv, 'muster check'),
  },
  sync: {
    description: 'synchronise the people of an Active Directory (runs on premises; muster sync --help)',
    run: async (argv) => {
      await import('../sync/small-heap.ts');
      return (await import('../sync/command.ts')).syncFromCommandLine(argv, 'muster sync');
    },
  },
  export: {
    description: 'write everything that is in the tables to files (needs AWS rights)',
    run: async (argv) => (await import('../backup/command.ts')).exportFromCommandLine(argv),
  },
  restore: {
    description: 'make tables of a backup, and end what comes back to life with it (needs AWS rights)',
    run: async (argv) => (await import('../restore/command.ts')).restoreFromCommandLine(argv),
  },
  redrive: {
    description: 'look at dead letters, send them back or drop them (needs AWS rights)',
    run: async (argv) => (await import('../redrive/command.ts')).redriveFromCommandLine(argv, 'muster redrive'),
  },
};
