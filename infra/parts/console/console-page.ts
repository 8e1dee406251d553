/** The one page of the console, which its script fills. */
import { iconLink } from '../../../shared/html/icon.ts';

/** Paths below /console: of the script, of those that it needs at once, of the style sheet, and of the licences. */
export type PageParts = { script: string; beside: readonly string[]; styleSheet: string; licences: string };

/** The icon is in the page, so that no browser asks for one; everything else comes from files, as the policy wants it. */
export const consolePage = ({ script, beside, styleSheet, licences }: PageParts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Muster</title>
${iconLink.markup}
<link rel="license" href="/console/${licences}">
<link rel="stylesheet" href="/console/${styleSheet}">
${beside.map((path) => `<link rel="modulepreload" href="/console/${path}">`).join('\n')}
<script type="module" src="/console/${script}"></script>
</head>
<body>
<div id="console"></div>
<noscript>The console needs JavaScript.</noscript>
</body>
</html>
`;
