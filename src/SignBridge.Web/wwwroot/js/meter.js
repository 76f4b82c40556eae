// Frame rate, latency and the share of frames left out, over the last two seconds.

const span = 2000;

export class Meter {
  #done = [];
  #dropped = 0;

  /** Forgets everything, at the start of a session. */
  reset() {
    this.#done = [];
    this.#dropped = 0;
  }

  /**
   * Counts an acknowledgement.
   * @param {number[]} latencies milliseconds from capture of each frame that it ends
   * @param {number} dropped frames that the server has dropped so far
   */
  acknowledged(latencies, dropped) {
    const lost = Math.max(0, dropped - this.#dropped);
    this.#dropped = dropped;
    const at = performance.now();
    latencies.forEach((latency, index) => this.#done.push({ at, latency, isLost: index < lost }));
  }

  /** Counts frames that were not sent. */
  leftOut(count) {
    const at = performance.now();
    for (let i = 0; i < count; i++) this.#done.push({ at, latency: 0, isLost: true });
  }

  /** @returns {{ rate: number, latency: number, lost: number } | null} frames a second, median in milliseconds, share; null before the second frame */
  read() {
    const now = performance.now();
    this.#done = this.#done.filter(frame => now - frame.at < span);
    const read = this.#done.filter(frame => !frame.isLost);
    if (read.length < 2 || read[0].at === read.at(-1).at) return null;
    const latencies = read.map(frame => frame.latency).sort((a, b) => a - b);
    return {
      rate: (read.length - 1) * 1000 / (read.at(-1).at - read[0].at),
      latency: latencies[latencies.length >> 1],
      lost: 1 - read.length / this.#done.length,
    };
  }
}
