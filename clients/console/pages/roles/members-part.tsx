/** The members of a role. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { mayGiveRole, type RoleName } from '../../../../shared/domain/access/roles.ts';
import { removal } from '../../form/removal.ts';
import { useSmallWindow } from '../../look/small-window.ts';
import { address, useFollow } from '../../shell/addresses.ts';
import { ProblemAlert } from '../../shell/problem-alert.tsx';
import { useMay, useSession } from '../../shell/session-context.tsx';
import { useTexts } from '../../texts/texts-context.tsx';
import { SignInState } from '../people/person-states.tsx';
import { AddMember } from './add-member.tsx';
import { RemoveMember } from './remove-member.tsx';
import { type Member, useMembers } from './use-members.ts';

export const MembersPart = ({ role }: { role: RoleName }) => {
  const { roles, people } = useTexts();
  const session = useSession();
  const may = useMay();
  const follow = useFollow();
  const isSmall = useSmallWindow();
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useMembers(role);
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  const mayGive = mayGiveRole(session, role);
  // Whoever may take roles at all may give up their own.
  const mayTake = ({ id }: Member) => mayGive || (may('giveRoles') && id === session.id);
  return (
    <>
      <Table<Member>
        trackBy="id"
        wrapLines
        loading={isPending}
        loadingText={roles.loading}
        items={data?.pages.flatMap(({ value }) => value) ?? []}
        ariaLabels={{ tableLabel: roles.members }}
        header={
          <Header
            variant="h2"
            description={may('giveRoles') && !mayGive ? roles.notYours : roles.membersWhat}
            actions={mayGive && <Button onClick={() => setIsAdding(true)}>{roles.add}</Button>}
          >
            {roles.members}
          </Header>
        }
        filter={error && <ProblemAlert thrown={error} onRetry={() => void refetch()} />}
        empty={
          !error && (
            <Box textAlign="center" padding="l">
              <Box variant="strong">{roles.noMembersTitle}</Box>
              <Box color="text-body-secondary">{roles.noMembers}</Box>
            </Box>
          )
        }
        footer={
          hasNextPage && (
            <Button loading={isFetching} onClick={() => void fetchNextPage()}>
              {roles.more}
            </Button>
          )
        }
        columnDefinitions={[
          {
            id: 'name',
            header: people.name,
            isRowHeader: true,
            cell: (member) => (
              <SpaceBetween size="xxxs">
                <Link href={address(`/users/${member.id}`)} onFollow={follow}>
                  {member.displayName}
                </Link>
                <Box color="text-body-secondary" variant="small">
                  <span className="break-anywhere">{member.userPrincipalName}</span>
                </Box>
                {isSmall && <SignInState person={member} />}
              </SpaceBetween>
            ),
          },
          ...(isSmall
            ? []
            : [{ id: 'signIn', header: people.signIn, cell: (member: Member) => <SignInState person={member} /> }]),
          ...(may('giveRoles')
            ? [
                {
                  id: 'actions',
                  header: people.actions,
                  minWidth: isSmall ? 80 : 140,
                  cell: (member: Member) =>
                    mayTake(member) && (
                      <Button
                        {...removal(isSmall)}
                        ariaLabel={roles.removeOf(member.displayName)}
                        onClick={() => setLeaving(member)}
                      >
                        {roles.remove}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {isAdding && <AddMember role={role} onClose={() => setIsAdding(false)} />}
      {leaving && <RemoveMember role={role} member={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
};
