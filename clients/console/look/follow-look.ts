/** Light or dark, and still or moving, as the reader's system is, now and when it changes. */

const looks = [
  { query: '(prefers-color-scheme: dark)', className: 'awsui-dark-mode' },
  { query: '(prefers-reduced-motion: reduce)', className: 'awsui-motion-disabled' },
];

/** Sets Cloudscape's classes on the page. */
export const followLook = (): void => {
  for (const { query, className } of looks) {
    const asked = window.matchMedia(query);
    const follow = () => document.body.classList.toggle(className, asked.matches);
    asked.addEventListener('change', follow);
    follow();
  }
};
