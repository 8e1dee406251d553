#!/usr/bin/env node
/**
 * `muster`: plain JavaScript, which every Node reads. It runs the command as one bundle, since many files of TypeScript take
 * three times as long to start; the bundle is made at the first call, and again when a file of it has changed.
 */
import { pathToFileURL } from 'node:url';
import { nodeFault, packageFault } from '../node-version.mjs';

const say = (sentence) => {
  console.error(sentence);
  process.exitCode = 1;
};

const run = async () => {
  try {
    const { bundled } = await import('./bundle.mjs');
    await import(pathToFileURL(await bundled()).href);
  } catch (error) {
    const sentence = packageFault(error);
    if (sentence === undefined) throw error;
    say(sentence);
  }
};

const fault = nodeFault();
if (fault === undefined) await run();
else say(fault);
