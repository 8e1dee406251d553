/** The colours and letters of mails and sign-in page, as Cloudscape names them. */
import { generateThemeStylesheet } from '@cloudscape-design/components/theming';
import { dark, fonts, light } from '../../../shared/html/palette.ts';
import { chartStylesheet } from './chart-colours.ts';

const both = (name: keyof typeof light & keyof typeof dark) => ({ light: light[name], dark: dark[name] });

/** The style sheet that is put behind Cloudscape's own when the console is built. */
export const themeStylesheet = (): string => {
  const theme = generateThemeStylesheet({
    theme: {
      referenceTokens: { color: { primary: { seed: light.link } } },
      tokens: {
        fontFamilyBase: fonts,
        fontFamilyHeading: fonts,
        colorBackgroundContainerContent: both('card'),
        colorBackgroundContainerHeader: both('card'),
        colorTextBodyDefault: both('ink'),
        colorTextHeadingDefault: both('ink'),
        colorTextBodySecondary: both('soft'),
        colorBorderDividerDefault: both('line'),
        colorTextLinkDefault: both('link'),
        colorTextAccent: both('link'),
        colorBackgroundButtonPrimaryDefault: both('link'),
        // So that the thin circle of a radio button is seen, too.
        colorBorderControlDefault: both('soft'),
        colorBackgroundControlChecked: both('link'),
        colorBorderItemFocused: both('link'),
        colorBorderItemSelected: both('link'),
        // Cloudscape's blue and green have too little contrast on this ground.
        colorTextStatusInfo: both('link'),
        colorTextStatusSuccess: { light: '#006b27', dark: '#2bb534' },
      },
      // There alone: what is the same as everywhere would be left out, and Cloudscape's own would hold there.
      contexts: { 'app-layout-toolbar': { tokens: { colorBackgroundLayoutMain: both('ground') } } },
    },
  });
  return `${theme}\n${chartStylesheet()}`;
};
