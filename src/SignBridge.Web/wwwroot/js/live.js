// Joins camera, frames and session, and names the state that they are in together.

import { Access } from './access.js';
import { Camera } from './camera.js';
import { FrameSender } from './frames.js';
import { LiveSession } from './session.js';
import { stateAfter, stateWithout } from './states.js';

// How long to wait for the models of the server, in milliseconds.
const loadingPause = 2000;

export class Live {
  #video;
  #meter;
  #on;
  #session = null;
  #sender = null;
  #size = null;
  #epoch = 0;
  #attempt = 0;
  #next = null;

  access = new Access();

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
    this.camera = new Camera(video, {
      unplugged: () => this.#finish(() => this.#on.state('unplugged')),
      back: () => this.#session === null && this.start(''),
      devices: on.devices,
    });
  }

  /** @param {string} cameraId the wished camera, or empty */
  async start(cameraId) {
    const attempt = ++this.#attempt;
    if (!Camera.isAllowedHere) {
      this.#on.state('insecure');
      return;
    }
    this.#on.state('permission');
    try {
      await this.camera.open(cameraId);
    } catch (error) {
      if (attempt === this.#attempt) this.#on.state(stateWithout[error.name] ?? 'camera-busy');
      return;
    }
    if (attempt !== this.#attempt) {
      this.camera.close();
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

  /** To be called when the picture has another size: a phone was turned, which a session cannot follow. */
  resized() {
    const { width, height } = this.camera.size;
    if (this.#sender !== null && this.camera.isOpen && (width !== this.#size.width || height !== this.#size.height)) this.switchTo(this.camera.id);
  }

  #connect() {
    this.#on.state('connecting');
    this.#size = this.camera.size;
    const session = new LiveSession({
      url: new URL('/v1/live', location.href.replace(/^http/, 'ws')).href,
      protocols: this.access.protocols,
      start: { type: 'start', source: 'frames', ...this.#size },
      onEvent: event => this.#received(session, event),
      onConnection: isLost => this.#on.state(isLost ? 'reconnecting' : 'live'),
      onClosed: (reason, error) => this.#closed(reason, error),
    });
    this.#session = session;
  }

  #received(session, event) {
    if (event.type === 'session.opened' && this.#sender === null) {
      this.#epoch = performance.now();
      this.#meter.reset();
      this.#sender = new FrameSender({
        video: this.#video, session, size: this.#size, rate: event.fps, epoch: this.#epoch, onLeftOut: count => this.#meter.leftOut(count),
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
    if (reason === 'loading') {
      const attempt = this.#attempt;
      this.#on.state('loading');
      setTimeout(() => attempt === this.#attempt && this.#connect(), loadingPause);
      return;
    }
    this.camera.close();
    if (next !== null) next();
    else if (reason === 'unreachable') this.#askWhy(this.#attempt);
    else this.#on.state(stateAfter[reason] ?? reason, error?.message);
  }

  async #askWhy(attempt) {
    const state = await this.access.whyUnreachable();
    if (attempt === this.#attempt) this.#on.state(state);
  }

  #finish(next) {
    this.#attempt++;
    this.#sender?.stop();
    this.camera.close();
    this.#next = next;
    if (this.#session === null) {
      this.#closed('stopped');
      return;
    }
    this.#on.state('finishing');
    this.#session.stop();
  }
}
