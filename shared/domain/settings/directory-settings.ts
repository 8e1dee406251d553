/** Settings that administrators change while the system runs: kept in the directory, over those of the settings file. */

import type { Organisation } from '../organisation.ts';
import type { DomainTerms, Policy } from '../policy.ts';
/** What was set in the directory. `version` rises with every write, and every write is conditional on it. */
export type DirectorySettings = {
  organisation: Partial<
    Pick<
      Organisation,
      | 'displayName'
      | 'preferredLanguage'
      | 'usageLocation'
      | 'quickStartUrl'
      | 'technicalMails'
      | 'onPremisesSync'
      | 'synchronization'
      | 'cloud'
    >
  >;
  domains: Readonly<Record<string, DomainTerms>>;
  version: number;
};

/** Nothing set yet. */
export const noDirectorySettings: DirectorySettings = { organisation: {}, domains: {}, version: 0 };

/** The settings that hold: the file's, with what was set in the directory over them. */
export const withDirectorySettings = <Settings extends { organisation: Organisation; policy: Policy }>(
  file: Settings,
  { organisation, domains }: DirectorySettings,
): Settings => ({
  ...file,
  organisation: { ...file.organisation, ...organisation },
  policy: { ...file.policy, domains, ...(organisation.onPremisesSync?.isEnabled && { isSynchronized: true }) },
});
