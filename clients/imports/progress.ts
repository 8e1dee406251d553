/** Shows how far an import is: a bar on a terminal, plain lines elsewhere. */
import { SingleBar } from 'cli-progress';
import type { Import } from './import-api.ts';
import { countsOf, rowsDone } from './outcome.ts';

/** Told of an import as it goes. */
export type Progress = {
  start: (followed: Import) => void;
  show: (followed: Import) => void;
  stop: (followed: Import) => void;
};

const peoplePerSecond = (done: number, since: number): number =>
  Math.round((done * 1000) / Math.max(1, performance.now() - since));

/** What became of the rows beside being created, of which the bar itself speaks: `, 3 unchanged, 1 refused`. */
const othersOf = (followed: Import): string =>
  countsOf(followed)
    .filter(([name, count]) => name !== 'created' && count > 0)
    .map(([name, count]) => `, ${count} ${name}`)
    .join('');

/** A bar that is drawn over itself. */
const bar = (name: string): Progress => {
  const drawn = new SingleBar({
    format: `${name} [{bar}] {value} of {total} rows, {rate} people/s{others}`,
    hideCursor: true,
    barsize: 30,
  });
  let since = performance.now();
  const show = (followed: Import) => {
    drawn.setTotal(Math.max(1, followed.rows ?? 0));
    const done = rowsDone(followed);
    drawn.update(done, { rate: peoplePerSecond(done, since), others: othersOf(followed) });
  };
  return {
    start: () => {
      since = performance.now();
      drawn.start(1, 0, { rate: 0, others: '' });
    },
    show,
    stop: (followed) => {
      if (followed.rows) show(followed);
      drawn.stop();
    },
  };
};

const lineEveryMilliseconds = 5000;

/** A line now and then, for logs. */
const lines = (name: string, write: (line: string) => void): Progress => {
  let since = performance.now();
  let next = since;
  const print = (followed: Import) => {
    const done = rowsDone(followed);
    const of = `${done} of ${followed.rows ?? '?'} rows, ${peoplePerSecond(done, since)} people/s`;
    write(`${name}: ${of}${othersOf(followed)}`);
  };
  return {
    start: () => {
      since = performance.now();
      next = since + lineEveryMilliseconds;
    },
    show: (followed) => {
      if (performance.now() < next) return;
      next = performance.now() + lineEveryMilliseconds;
      print(followed);
    },
    stop: print,
  };
};

/** The progress of one file; `write` takes lines where there is no terminal for a bar. */
export const createProgress = (name: string, write: (line: string) => void = console.log): Progress =>
  process.stderr.isTTY ? bar(name) : lines(name, write);
