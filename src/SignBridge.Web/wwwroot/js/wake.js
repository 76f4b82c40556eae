// Keeps the screen of a phone on while somebody signs into it.

export class WakeLock {
  #lock = null;
  #isWanted = false;

  constructor() {
    // The browser lets go of it while the page is hidden.
    document.addEventListener('visibilitychange', () => this.#update());
  }

  /** @param {boolean} isWanted */
  set(isWanted) {
    this.#isWanted = isWanted;
    this.#update();
  }

  async #update() {
    if (!this.#isWanted) {
      this.#lock?.release();
      this.#lock = null;
    } else if (document.visibilityState === 'visible' && (this.#lock === null || this.#lock.released)) {
      try {
        this.#lock = await navigator.wakeLock.request('screen');
      } catch {
        // Not everywhere, and not on a low battery: captions work without.
      }
    }
  }
}
