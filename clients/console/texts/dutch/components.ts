/** Cloudscape's own strings, which it has in no Dutch: of the components that the console uses. */
import english from '@cloudscape-design/components/i18n/messages/all.en';

export const components = { 'cloudscape-design-components': { nl: english['cloudscape-design-components']?.en ?? {} } };
