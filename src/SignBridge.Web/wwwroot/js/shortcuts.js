// Keys that act on the page, listed in its shortcuts dialog.

/**
 * @param {Record<string, () => void>} actions by key
 * @param {() => boolean} areOn single keys can be turned off (WCAG 2.2, 2.1.4)
 */
export function listen(actions, areOn) {
  document.addEventListener('keydown', event => {
    const isTyping = event.target.closest('input, select, textarea, dialog') !== null;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping || !areOn()) return;
    const action = actions[event.key.toLowerCase()];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}
