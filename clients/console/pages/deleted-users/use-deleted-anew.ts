import { useQueryClient } from '@tanstack/react-query';

const shown: readonly unknown[] = ['users', 'deletedUsers', 'subscribedSkus', 'reports'];

/** After somebody was restored or removed: every list that shows them is asked for anew. */
export const useDeletedAnew = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ predicate: ({ queryKey: [of] }) => shown.includes(of) });
};
