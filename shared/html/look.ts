/** What every page looks like: colours, letters, links and the ring around what has the focus. */
import { dark, fonts, light } from './palette.ts';

/** Colours that mails do not need: edges of fields have 3 to 1 against the card (WCAG 1.4.11). */
const ofPages = {
  light: { edge: '#6b7685', wrong: '#b3261e', met: '#1a6b3c', onLink: '#ffffff' },
  dark: { edge: '#8793a3', wrong: '#ff9a90', met: '#7fd8a3', onLink: dark.ground },
} as const;

/**
 * The beginning of a page's style sheet: the palette as variables, light or dark as the reader has chosen. Nothing is
 * fetched, and sizes follow the reader's.
 */
export const look = `
:root { color-scheme: light dark; --ground: ${light.ground}; --card: ${light.card}; --ink: ${light.ink}; --soft: ${light.soft};
  --line: ${light.line}; --link: ${light.link}; --on-link: ${ofPages.light.onLink}; --warning: ${light.warningGround};
  --warning-ink: ${light.ink}; --warning-edge: ${light.warningEdge}; --code: ${light.secretGround};
  --edge: ${ofPages.light.edge}; --wrong: ${ofPages.light.wrong}; --met: ${ofPages.light.met}; }
@media (prefers-color-scheme: dark) {
  :root { --ground: ${dark.ground}; --card: ${dark.card}; --ink: ${dark.ink}; --soft: ${dark.soft}; --line: ${dark.line};
    --link: ${dark.link}; --on-link: ${ofPages.dark.onLink}; --warning: ${dark.warningGround};
    --warning-ink: ${dark.warningInk}; --code: ${dark.secretGround};
    --edge: ${ofPages.dark.edge}; --wrong: ${ofPages.dark.wrong}; --met: ${ofPages.dark.met}; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5625 ${fonts}; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .125rem; }
`;
