// Takes pictures of the camera at the pace of the recogniser and hands them to the session, or leaves them out where it lags.

const quality = 0.85;

/** Chooses the frames of a camera that come closest to a steady rate. */
export class Pacer {
  #interval;
  #due = 0;
  #last = 0;
  #behind = 0;

  /** @param {number} rate frames a second */
  constructor(rate) {
    this.#interval = 1 / rate;
  }

  /** Whether a frame at this time, in seconds, is due. */
  isDue(time) {
    return time > this.#last && time >= this.#due - this.#interval / 4;
  }

  /** Takes the frame; gives how many were due before it and not taken. */
  take(time) {
    if (this.#last > 0) this.#behind = Math.max(0, this.#behind + (time - this.#last) / this.#interval - 1);
    const missed = Math.floor(this.#behind + 0.01);
    this.#behind -= missed;
    this.#last = time;
    this.#due = Math.max(this.#due + this.#interval, time + this.#interval / 2);
    return missed;
  }
}

export class FrameSender {
  #video;
  #session;
  #pacer;
  #canvas;
  #context;
  #epoch;
  #onLeftOut;
  #isEncoding = false;
  #isHeldUp = false;
  #isStopped = false;

  /**
   * @param {object} options
   * @param {HTMLVideoElement} options.video shows the camera; mirrored or not, what is sent is not
   * @param {import('./session.js').LiveSession} options.session
   * @param {number} options.rate frames a second
   * @param {{ width: number, height: number }} options.size of the pictures
   * @param {number} options.epoch media time 0 in milliseconds of performance.now()
   * @param {(count: number) => void} options.onLeftOut frames that were due while the session was not ready
   */
  constructor({ video, session, rate, size, epoch, onLeftOut }) {
    this.#video = video;
    this.#session = session;
    this.#pacer = new Pacer(rate);
    this.#epoch = epoch;
    this.#onLeftOut = onLeftOut;
    this.#canvas = new OffscreenCanvas(size.width, size.height);
    this.#context = this.#canvas.getContext('2d', { alpha: false, willReadFrequently: true });
    this.#wait(1000 / rate);
  }

  stop() {
    this.#isStopped = true;
  }

  #wait(interval) {
    if (this.#isStopped) return;
    if (this.#video.requestVideoFrameCallback === undefined) {
      setTimeout(() => this.#look(performance.now(), interval), interval / 2);
      return;
    }
    this.#video.requestVideoFrameCallback((now, { captureTime }) => {
      // Some cameras stamp with a clock of their own.
      const isPlausible = captureTime !== undefined && captureTime <= now && now - captureTime < 2000;
      this.#look(isPlausible ? captureTime : now, interval);
    });
  }

  async #look(captured, interval) {
    this.#wait(interval);
    const time = (captured - this.#epoch) / 1000;
    if (this.#isStopped || !this.#pacer.isDue(time)) return;
    if (this.#isEncoding || !this.#session.isReady) {
      this.#isHeldUp = true;
      return;
    }
    // A camera that is slow by itself leaves nothing out.
    const missed = this.#pacer.take(time);
    if (this.#isHeldUp) this.#onLeftOut(missed);
    this.#isHeldUp = false;
    this.#isEncoding = true;
    try {
      this.#context.drawImage(this.#video, 0, 0, this.#canvas.width, this.#canvas.height);
      const image = await this.#canvas.convertToBlob({ type: 'image/jpeg', quality });
      const bytes = await image.arrayBuffer();
      if (!this.#isStopped) this.#session.send(bytes, time, captured);
    } finally {
      this.#isEncoding = false;
    }
  }
}
