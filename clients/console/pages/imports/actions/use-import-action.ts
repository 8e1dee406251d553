/** What can be asked of an import, so that to ask again after a lost answer does nothing twice. */
import { useQueryClient } from '@tanstack/react-query';
import { askImport, type Import, newestImportsQuery } from '../../../api/imports.ts';
import { asProblem } from '../../../api/problem.ts';
import { useGo } from '../../../shell/addresses.ts';
import { useNotify } from '../../../shell/notifications.tsx';

type Action = Parameters<typeof askImport>[1];

/** Has it done, tells `done`, and goes to the import that does it where that is another one. Throws a `Problem`. */
export const useImportAction = (one: Import) => {
  const queries = useQueryClient();
  const go = useGo();
  const { notify } = useNotify();
  return async (action: Action, { body, done }: { body?: object; done?: string } = {}): Promise<void> => {
    const next = await askImport(one.id, action, body).catch(async (thrown: unknown) => {
      // Whether it was done nobody knows who got no answer: the list of imports does.
      if (asProblem(thrown).kind !== 'offline') throw thrown;
      const found = await begunBy(one, action).catch(() => undefined);
      if (!found) throw thrown;
      return found;
    });
    if (next.id === one.id) queries.setQueryData(['imports', 'one', one.id], next);
    await queries.invalidateQueries({ queryKey: ['imports'] });
    if (done !== undefined) notify({ type: 'success', content: done });
    if (next.id !== one.id) go(`/imports/${next.id}`);
  };
};

/** The import that an action began, if it did. A check that is made again changes nothing, so it is not looked for. */
const begunBy = async ({ id }: Import, action: Action): Promise<Import | undefined> => {
  if (action !== 'apply' && action !== 'undo') return undefined;
  const newest = await newestImportsQuery.queryFn();
  return newest.find(({ applies, undoes }) => (action === 'apply' ? applies : undoes) === id);
};
