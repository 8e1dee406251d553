/** Facts of the machine, without which no figure means anything. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { shown } from './numbers.ts';

/** One line: processor, cores, memory, how busy it is, Node. */
export const machine = (): string =>
  [
    `${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    `${availableParallelism()} cores`,
    `${shown(totalmem() / 2 ** 30)} GiB memory`,
    `load ${shown(loadavg()[0] ?? 0)} before the run`,
    `Node ${process.versions.node}`,
    `${process.platform}-${process.arch}`,
  ].join(', ');
