/** The bar at the top: the organisation, the language, and whoever is signed in. */
import type { ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import TopNavigation from '@cloudscape-design/components/top-navigation';
import { iconAddress } from '../../../shared/html/icon.ts';
import { callOnce } from '../api/call.ts';
import { type Language, languageNames, languages } from '../texts/languages.ts';
import { useLanguage, useTexts } from '../texts/texts-context.tsx';
import { base, useFollow } from './addresses.ts';
import { useSession } from './session-context.tsx';

const signOut = async () => {
  // Whatever came of it, the way leads to the sign-in page, where it shows.
  await callOnce('POST', 'me/signOut').catch(() => {});
  window.location.assign('/signin');
};

/** Of the software of others in it: the page says where they lie, since their name says what is in them. */
const licencesAddress = (): string => document.querySelector<HTMLLinkElement>('link[rel=license]')?.href ?? '/console';

/** Its height is kept free by the layout, which finds it by its id. */
export const Head = () => {
  const { shell } = useTexts();
  const { language, choose } = useLanguage();
  const session = useSession();
  const follow = useFollow();
  const ofPerson: ButtonDropdownProps.Items = [
    ...(session.kind === 'person' ? [{ id: 'account', text: shell.account, href: '/account' }] : []),
    { id: 'licences', text: shell.softwareLicences, href: licencesAddress() },
    { id: 'signOut', text: shell.signOut },
  ];
  return (
    <div id="console-head">
      <TopNavigation
        identity={{
          href: base,
          title: session.organization.displayName,
          logo: { src: iconAddress, alt: shell.product },
          onFollow: (event) => follow({ preventDefault: () => event.preventDefault(), detail: { href: base } }),
        }}
        utilities={[
          {
            type: 'menu-dropdown',
            iconName: 'globe',
            ariaLabel: `${shell.language}: ${languageNames[language]}`,
            title: shell.language,
            text: languageNames[language],
            items: languages.map((id) => ({ id, text: languageNames[id], lang: id })),
            onItemClick: ({ detail }) => choose(detail.id as Language),
          },
          {
            type: 'menu-dropdown',
            iconName: 'user-profile',
            text: session.displayName,
            description: session.userPrincipalName ?? shell.operator,
            items: ofPerson,
            onItemClick: ({ detail }) => void (detail.id === 'signOut' && signOut()),
          },
        ]}
      />
    </div>
  );
};
