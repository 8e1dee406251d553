/** Settings, as the API shows them. */
import type { graphDomain, graphOrganization } from '../../../shared/graph/settings/graph-settings.ts';
import type { OnWire } from './on-wire.ts';

/** The organisation; `cloud` says how people are added. */
export type Organization = OnWire<ReturnType<typeof graphOrganization>>;

/** A domain at which user names can end, with how long passwords live there. */
export type Domain = OnWire<ReturnType<typeof graphDomain>>;
