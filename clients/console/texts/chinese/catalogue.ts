/** Chinese, as it is loaded. */
import components from '@cloudscape-design/components/i18n/messages/all.zh-CN';
import type { Catalogue } from '../catalogue.ts';
import { chinese } from './chinese.ts';

export const catalogue: Catalogue = { texts: chinese, components };
