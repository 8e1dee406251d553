/** Whether a user name is free, said while it is typed. */
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { checkUserName } from '../../../../../shared/domain/user-name.ts';
import { holderOf } from '../../../api/holder-of.ts';
import { useTexts } from '../../../texts/texts-context.tsx';

/** Typing is not asked about letter by letter. */
const pauseAfterTyping = 300;

export const Availability = ({ userName, domains }: { userName: string; domains: readonly string[] }) => {
  const { addUser } = useTexts();
  const [settled, setSettled] = useState(userName);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(userName), pauseAfterTyping);
    return () => clearTimeout(timer);
  }, [userName]);
  const isWhole = checkUserName(settled, domains) === undefined;
  const { data, isPending, isError } = useQuery({
    queryKey: ['userName', settled],
    queryFn: async () => (await holderOf(settled)) ?? null,
    enabled: isWhole,
  });
  // The place is kept, so that nothing below moves while it is looked up.
  if (!isWhole || isError) return <div role="status" />;
  const isOpen = isPending || settled !== userName;
  return (
    <div role="status">
      {isOpen ? (
        <StatusIndicator type="loading">{addUser.checkingName}</StatusIndicator>
      ) : data ? (
        <StatusIndicator type="error">{addUser.nameTaken(data.displayName)}</StatusIndicator>
      ) : (
        <StatusIndicator type="success">{addUser.nameFree}</StatusIndicator>
      )}
    </div>
  );
};
