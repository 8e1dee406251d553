/** Active users. */
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { read } from '../../api/call.ts';
import { useTexts } from '../../texts/texts-context.tsx';

type Row = { id: string; displayName: string; userPrincipalName: string };

export const PeoplePage = () => {
  const { people } = useTexts();
  const { data, isPending } = useQuery({
    queryKey: ['users'],
    queryFn: () => read<{ value: Row[] }>('users?$top=50'),
  });
  return (
    <Table
      variant="full-page"
      loading={isPending}
      header={<Header variant="h1">{people.title}</Header>}
      items={data?.value ?? []}
      columnDefinitions={[
        { id: 'displayName', header: 'Name', cell: (row) => row.displayName, isRowHeader: true },
        { id: 'userPrincipalName', header: 'User name', cell: (row) => row.userPrincipalName },
      ]}
    />
  );
};
