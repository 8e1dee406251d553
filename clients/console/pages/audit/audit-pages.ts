/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';

export const auditPages: readonly ConsolePage[] = [];
