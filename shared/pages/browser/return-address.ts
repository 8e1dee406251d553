/**
 * Where somebody goes on to who signed in at `href`: what its `?return=` asks for, where that is the console or the
 * account of this same system, and nowhere else; else the one that is theirs. Relative to the page, which may be anywhere.
 * Runs in the browser by itself.
 */
export const returnAddress = (href: string, mayAdminister: boolean): string => {
  const usual = mayAdminister ? 'console' : 'account';
  const asked = new URL(href).searchParams.get('return');
  if (asked === null || !URL.canParse(asked, href)) return usual;
  const [here, target] = [new URL('.', href), new URL(asked, href)];
  const leadsTo = (place: string): boolean =>
    target.origin === here.origin && `${target.pathname}/`.startsWith(`${here.pathname}${place}/`);
  const isTheirs = leadsTo('account') || (mayAdminister && leadsTo('console'));
  return isTheirs ? target.pathname + target.search + target.hash : usual;
};
