/** What came of an import that is over: the check that was carried out, the import that was undone. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useQuery } from '@tanstack/react-query';
import { type Import, newestImportsQuery } from '../../api/imports.ts';
import { useGo } from '../../shell/addresses.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';

/** The newest import that applies or undoes this one, among those of late. */
export const useFollower = ({ id }: Pick<Import, 'id'>): Import | undefined =>
  useQuery(newestImportsQuery).data?.find(({ applies, undoes }) => applies === id || undoes === id);

export const Followers = ({ one }: { one: Import }) => {
  const { imports } = useTexts();
  const { moment } = useFormats();
  const go = useGo();
  const follower = useFollower(one);
  if (!follower) return null;
  return (
    <Alert
      type="info"
      header={follower.undoes === one.id ? imports.undoneTitle : imports.appliedTitle}
      action={<Button onClick={() => go(`/imports/${follower.id}`)}>{imports.show}</Button>}
    >
      {imports.appliedBy(follower.createdBy.displayName, moment(follower.createdDateTime))}
    </Alert>
  );
};
