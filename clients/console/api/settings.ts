/** Settings, as the API shows them. */
import type { graphDomain, graphOrganization } from '../../../shared/graph/settings/graph-settings.ts';
import type { OnWire } from './on-wire.ts';

/** What `If-Match` names, so that nobody's change is written over unseen. */
type Tagged = { '@odata.etag'?: string };

/** The organisation; `cloud` says how people are added. */
export type Organization = OnWire<ReturnType<typeof graphOrganization>> & Tagged;

/** A domain at which user names can end, with how long passwords live there. */
export type Domain = OnWire<ReturnType<typeof graphDomain>> & Tagged;
