// Joins camera, frames and session, and names the state that they are in together.

import { Camera } from './camera.js';
import { FrameSender } from './frames.js';
import { LiveSession } from './session.js';

const cameraFailures = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
};

// Where the word of the protocol is not that of the page.
const stateAfter = { stopped: 'ready', abandoned: 'lost' };

export class Live {
  #video;
  #meter;
  #on;
  #camera;
  #session = null;
  #sender = null;
  #epoch = 0;
  #attempt = 0;
  #isUnplugged = false;
  #next = null;

  /**
   * @param {HTMLVideoElement} video
   * @param {import('./meter.js').Meter} meter
   * @param {object} on
   * @param {(state: string, message?: string) => void} on.state a key of states.js
   * @param {(event: object, epoch: number) => void} on.event and when its media time 0 was, in milliseconds of performance.now()
   * @param {() => void} on.devices cameras came or went
   */
  constructor(video, meter, on) {
    this.#video = video;
    this.#meter = meter;
    this.#on = on;
    this.#camera = new Camera(video, { unplugged: () => this.#unplugged(), devices: () => this.#devicesChanged() });
  }

  get camera() {
    return this.#camera;
  }

  /** @param {string} cameraId the wished camera, or empty */
  async start(cameraId) {
    const attempt = ++this.#attempt;
    this.#isUnplugged = false;
    if (!Camera.isAllowedHere) {
      this.#on.state('insecure');
      return;
    }
    this.#on.state('permission');
    try {
      await this.#camera.open(cameraId);
    } catch (error) {
      if (attempt === this.#attempt) this.#on.state(cameraFailures[error.name] ?? 'camera-busy');
      return;
    }
    if (attempt !== this.#attempt) {
      this.#camera.close();
      return;
    }
    this.#on.devices();
    this.#connect();
  }

  /** Closes the camera at once and lets the server finish the sentence. */
  stop() {
    this.#finish(null);
  }

  /** Goes on with another camera, in a new session: its pictures may have another size. */
  switchTo(cameraId) {
    this.#finish(() => this.start(cameraId));
  }

  #connect() {
    this.#on.state('connecting');
    const size = this.#camera.size;
    const session = new LiveSession({
      url: new URL('/v1/live', location.href.replace(/^http/, 'ws')).href,
      start: { type: 'start', source: 'frames', ...size },
      onEvent: event => this.#received(session, size, event),
      onConnection: isLost => this.#on.state(isLost ? 'reconnecting' : 'live'),
      onClosed: (reason, error) => this.#closed(reason, error),
    });
    this.#session = session;
  }

  #received(session, size, event) {
    if (event.type === 'session.opened' && this.#sender === null) {
      this.#epoch = performance.now();
      this.#meter.reset();
      this.#sender = new FrameSender({
        video: this.#video, session, size, rate: event.fps, epoch: this.#epoch, onLeftOut: count => this.#meter.leftOut(count),
      });
      this.#on.state('live');
    } else if (event.type === 'ack') {
      this.#meter.acknowledged(event.latencies, event.dropped);
    }
    this.#on.event(event, this.#epoch);
  }

  #closed(reason, error) {
    const next = this.#next;
    this.#next = null;
    this.#session = null;
    this.#sender?.stop();
    this.#sender = null;
    if (reason === 'expired') {
      this.#connect();
      return;
    }
    this.#camera.close();
    if (next !== null) next();
    else this.#on.state(stateAfter[reason] ?? reason, error?.message);
  }

  #finish(next) {
    this.#attempt++;
    this.#sender?.stop();
    this.#camera.close();
    this.#next = next;
    if (this.#session === null) {
      this.#closed('stopped');
      return;
    }
    this.#on.state('finishing');
    this.#session.stop();
  }

  #unplugged() {
    this.#finish(() => {
      this.#isUnplugged = true;
      this.#on.state('unplugged');
    });
  }

  async #devicesChanged() {
    this.#on.devices();
    if (this.#isUnplugged && (await this.#camera.list()).length > 0) await this.start('');
  }
}
