// What keeps signing from being understood: shown while it lasts, or for a moment.

import { icon } from './icons.js';

const momentary = 8000;

export class Notices {
  #list = document.getElementById('notices');
  #shown = new Map();

  /** @param {{ code: string, message: string, state: 'once' | 'begins' | 'ends' }} notice */
  show({ code, message, state }) {
    this.#remove(code);
    if (state === 'ends') return;
    const item = document.createElement('li');
    item.className = 'notice';
    item.dataset.code = code;
    item.append(icon('alert'), message);
    const timer = state === 'once' ? setTimeout(() => this.#remove(code), momentary) : 0;
    if (state === 'once') item.append(this.#closeButton(code));
    this.#shown.set(code, { item, timer });
    this.#list.append(item);
  }

  /** Takes all back: the session is over. */
  clear() {
    [...this.#shown.keys()].forEach(code => this.#remove(code));
  }

  #closeButton(code) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'icon-button';
    button.setAttribute('aria-label', 'Dismiss');
    button.append(icon('close'));
    button.addEventListener('click', () => this.#remove(code));
    return button;
  }

  #remove(code) {
    const shown = this.#shown.get(code);
    if (shown === undefined) return;
    clearTimeout(shown.timer);
    shown.item.remove();
    this.#shown.delete(code);
  }
}
