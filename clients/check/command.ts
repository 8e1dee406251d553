/** What `npm run check` does. */
import { text } from 'node:stream/consumers';
import { explain } from '../aws/explain.ts';
import { alarmNotes } from './alarm-notes.ts';
import { checkState } from './check-state.ts';
import { workDone } from './invariants/mails/work-done.ts';
import { dueDates } from './invariants/people/due-dates.ts';
import { type CheckOptions, checkCommand, namesStandardInput } from './options.ts';
import { linesOf } from './print-report.ts';
import { systemOf } from './system.ts';

/** Runs the command: exit code 0 if everything holds, 1 if something does not or a fault kept it from being known. */
export const checkFromCommandLine = async (argv: readonly string[], name?: string): Promise<void> => {
  const command = checkCommand(namesStandardInput(argv) ? await text(process.stdin) : '', name);
  const options = command.parse(argv).opts<CheckOptions>();
  try {
    const system = await systemOf(options);
    const [report, alarms] = await Promise.all([
      checkState(system),
      system.alarmTopic ? alarmNotes(system.alarmTopic) : [],
    ]);
    const lines = () => [...alarms, ...linesOf(report, options.show)].join('\n');
    console.log(options.json ? JSON.stringify({ ...report, alarms }, undefined, 2) : lines());
    if (report.findings.length > 0) process.exitCode = 1;
    const isDated = report.findings.some(({ invariant }) => byPolicy.has(invariant));
    if (isDated && !options.settings)
      console.error('Were other numbers deployed than the usual ones? Name the file with --settings.');
  } catch (error) {
    console.error(explain(error, subjectOf(options)));
    process.exitCode = 1;
  }
};

/** Invariants that judge by the numbers of the policy. */
const byPolicy: ReadonlySet<string> = new Set([dueDates.name, workDone.name]);

const subjectOf = ({ stack, directory, imports }: CheckOptions) => ({
  stack,
  rights: 'what `npm run -s check -- --help` lists',
  failed: 'The state could not be checked',
  sentences: {
    ResourceNotFoundException: `There is no table ${
      [directory, imports].filter((name) => name !== undefined).join(' or no table ') || 'of the outputs'
    } in this account and region. Check the names and AWS_REGION.`,
  },
});
