/** Imports of which their owner is told. */
import type { ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import { e3, ems } from '../../fakes/people.ts';
import { fileOf, imports } from './ask-import.ts';
import { newSystem } from './system.ts';

/** A row that asks for licences. */
export const rowOf = (n: number, licences = 'ENTERPRISEPACK') => `p${n}@contoso.com,Person ${n},${licences}`;
/** Rows of several, from one number to another. */
export const rowsTo = (last: number, from = 1) =>
  Array.from({ length: last - from + 1 }, (_, index) => rowOf(from + index));
/** Rows below their headings. */
export const file = (rows: readonly string[]) => fileOf('User Name,Display Name,Licenses', rows);

/** A system with seats of one licence, and the mails about its imports. */
export const setup = async (seats = 100) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: seats });
  await system.directory.putSku({ ...ems, enabled: 50 });
  const told = () => system.post.sent.filter(({ text }) => text.includes('people-'));
  const asking = imports(system);
  /** Mails about the last import alone. */
  const mailOf = async (content: string, options: Partial<ImportOptions> = {}) => {
    const before = told().length;
    const { id } = await asking.run(content, options);
    const [mail, ...others] = told().slice(before);
    if (!mail || others.length > 0) throw new Error(`${others.length + 1} mails about one import`);
    return { id, ...mail };
  };
  /** What comes through the queue of notices about an import, once more. */
  const deliver = (importId: string, ports = system.ports) =>
    system.take.notices({ kind: 'importResults', importId }, ports);
  return { system, told, mailOf, deliver, ...asking };
};
