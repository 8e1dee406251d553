/** The browser and the system that a client says it is, as people call them; '' where neither is known. Runs in the browser by itself. */
export const clientWords = (userAgent: string): string => {
  // The first that fits: nearly every browser also calls itself by the name of an older one.
  const browsers: [RegExp, string][] = [
    [/\bEdgA?\//, 'Edge'],
    [/\bFirefox\//, 'Firefox'],
    [/\bOPR\//, 'Opera'],
    [/\bChrome\//, 'Chrome'],
    [/\bSafari\//, 'Safari'],
  ];
  const systems: [RegExp, string][] = [
    [/\bWindows\b/, 'Windows'],
    [/\biPhone\b/, 'iPhone'],
    [/\biPad\b/, 'iPad'],
    [/\bAndroid\b/, 'Android'],
    [/\bMac OS X\b/, 'macOS'],
    [/\bLinux\b/, 'Linux'],
  ];
  const named = [browsers, systems].flatMap((names) => names.find(([sign]) => sign.test(userAgent))?.[1] ?? []);
  return named.length > 0 ? named.join(', ') : userAgent.slice(0, 60);
};
