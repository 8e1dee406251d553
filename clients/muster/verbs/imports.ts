/** `muster imports`. */
import type { Command } from 'commander';
import { addActsOfImports } from './imports-act.ts';
import { addReadingOfImports } from './imports-read.ts';
import { addRunOfImports } from './imports-run.ts';

/** Adds them to the program. */
export const addImports = (program: Command): void => {
  const imports = program.command('imports').description('files of people: run, look at, undo');
  addRunOfImports(imports);
  addReadingOfImports(imports);
  addActsOfImports(imports);
};
