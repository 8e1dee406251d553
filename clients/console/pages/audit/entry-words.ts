/** What an entry of the audit tells, in the reader's words. */
import { useQuery } from '@tanstack/react-query';
import { licenceNames, licencesQuery } from '../../api/people.ts';
import { languageNames } from '../../texts/languages.ts';
import { useFormats, useTexts } from '../../texts/texts-context.tsx';
import type { Entry } from './audit-question.ts';
import { useToldDetail } from './told-detail.ts';
import { type Told, told } from './told-value.ts';

/** A property that differs; `before` is undefined where there was nothing, and `after` where there is nothing now. */
export type Change = { property: string; before: string | undefined; after: string | undefined };

/** How entries are told. */
export const useEntryWords = () => {
  const { audit, people, person, settings } = useTexts();
  const { moment, day, number, list, country } = useFormats();
  const licences = useQuery({ ...licencesQuery, retry: false });
  const nameOf = licenceNames(licences.data);
  const names: Readonly<Record<string, string>> = { ...audit.properties, ...person.properties };
  const words: Told = { audit, people, settings, names, moment, day, number, list, country, nameOf, languageNames };
  const activities: Readonly<Record<string, string>> = audit.activities;
  const toldDetail = useToldDetail();
  return {
    /** What was done. One that is newer than this console is told by its own name. */
    activity: ({ activityDisplayName }: Pick<Entry, 'activityDisplayName'>): string =>
      activities[activityDisplayName] ?? activityDisplayName,
    /** Who did it. */
    actor: ({ initiatedBy: { user, app } }: Pick<Entry, 'initiatedBy'>): string =>
      user?.displayName ?? (app && isSystem(app.appId) ? audit.system : (app?.displayName ?? '')),
    /** What it was done to. */
    target: ({ targetResources: [target] }: Pick<Entry, 'targetResources'>): string => target?.displayName ?? '',
    changes: ({ targetResources }: Pick<Entry, 'targetResources'>): Change[] =>
      targetResources
        .flatMap(({ modifiedProperties }) => modifiedProperties)
        .map(({ displayName, oldValue, newValue }) => ({
          property: names[displayName] ?? displayName,
          before: told(displayName, oldValue, words),
          after: told(displayName, newValue, words),
        })),
    /** Facts beside the change that people can read; ids are left out. */
    details: ({ additionalDetails }: Pick<Entry, 'additionalDetails'>): string[] =>
      additionalDetails.flatMap((detail) => toldDetail(detail) ?? []),
    /** A change as one line. */
    line: ({ property, before, after }: Change): string =>
      before === undefined
        ? audit.setTo(property, after ?? audit.empty)
        : audit.changedTo(property, before, after ?? audit.empty),
  };
};

/** Parts of Muster that act by themselves are named by their functions, everything else by an id. */
const isSystem = (appId: string): boolean => /^[a-z]+(-[a-z]+)+$/.test(appId);
