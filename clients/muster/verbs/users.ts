/** `muster users`. */
import type { Command } from 'commander';
import { addLifeOfUsers } from './users-life.ts';
import { addReadingOfUsers } from './users-read.ts';
import { addWritingOfUsers } from './users-write.ts';

/** Adds them to the program. */
export const addUsers = (program: Command): void => {
  const users = program.command('users').description('people: list, add, change, block, delete, restore');
  addReadingOfUsers(users);
  addWritingOfUsers(users);
  addLifeOfUsers(users);
};
