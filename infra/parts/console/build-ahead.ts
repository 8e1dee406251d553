/** Run as a process of its own beside a synthesis, which then finds the console built: that takes as long as all the rest. */
import { builtConsole } from './built-console.ts';

builtConsole(5);
