// One live session over a WebSocket: numbering, back-pressure, and resuming after a lost connection.

import { FramesInFlight } from './inflight.js';

// What 'try again later' is for, where it is not for too many sessions.
const busy = { loading: 'loading', 'server-stopping': 'server-stopping' };

// Seconds between attempts to resume; the last one repeats until patience is over.
const backoff = [0.3, 1, 2, 4];
const patience = 60_000;

// The server finishes the utterance after a stop, which takes the time of one sentence.
const longestFinish = 15_000;

export class LiveSession {
  #options;
  #socket = null;
  #id = null;
  #seq = 0;
  #frames = new FramesInFlight();
  #limit = 0;
  #isLive = false;
  #isOver = false;
  #lostAt = null;
  #attempt = 0;
  #refusal = null;
  #timer = 0;

  /**
   * @param {object} options
   * @param {string} options.url ws: or wss: address
   * @param {string[]} options.protocols subprotocols to offer
   * @param {object} options.start the first message
   * @param {(event: object) => void} options.onEvent every event once, in order; an ack has `latencies`, in milliseconds from capture
   * @param {(isLost: boolean) => void} options.onConnection the connection was lost, or is back
   * @param {(reason: string, error: { message: string } | null) => void} options.onClosed why: what session.closed says, or full, loading (its
   *   models), refused, fault, lost (it did not come back), expired (it came back too late to resume) or unreachable (it was never there)
   */
  constructor(options) {
    this.#options = options;
    this.#connect();
  }

  /** Whether a frame may be sent now: fewer than the server's limit are unacknowledged, and the last one has left this machine. */
  get isReady() {
    return this.#isLive && this.#frames.count < this.#limit && this.#socket.bufferedAmount === 0;
  }

  /**
   * Sends a frame.
   * @param {ArrayBuffer} image JPEG
   * @param {number} time media time in seconds, later than that of the frame before
   * @param {number} captured when the camera took it, in milliseconds of performance.now()
   */
  send(image, time, captured) {
    if (!this.#isLive) return;
    this.#socket.send(this.#frames.add(image, time, captured));
  }

  /** Sends no more frames; the last events still come, then onClosed. */
  stop() {
    if (this.#isOver) return;
    if (!this.#isLive) {
      this.#end('stopped');
      return;
    }
    this.#isLive = false;
    this.#socket.send(JSON.stringify({ type: 'stop' }));
    this.#timer = setTimeout(() => this.#end('stopped'), longestFinish);
  }

  #connect() {
    const socket = new WebSocket(this.#options.url, this.#options.protocols);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(JSON.stringify(
      this.#id === null ? this.#options.start : { type: 'resume', session: this.#id, after: this.#seq }));
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = ({ code }) => this.#disconnected(code);
    this.#socket = socket;
  }

  #receive(event) {
    if (this.#isOver) return;
    // Acknowledgements have no number, and after a resume session.opened comes again.
    if (event.seq !== undefined && !event.resumed) {
      if (event.seq <= this.#seq) return;
      this.#seq = event.seq;
    }

    if (event.type === 'session.opened') this.#opened(event);
    else if (event.type === 'ack') event.latencies = this.#frames.acknowledge(event.frame);
    else if (event.type === 'error') this.#refusal = event;
    this.#options.onEvent(event);
    if (event.type === 'session.closed') this.#end(event.reason);
  }

  #opened(event) {
    this.#id = event.session;
    this.#limit = event.maxInFlight;
    this.#isLive = true;
    this.#attempt = 0;
    if (this.#lostAt === null) return;
    this.#frames.resume(event.frame, event.acknowledged);
    this.#lostAt = null;
    this.#options.onConnection(false);
  }

  #disconnected(code) {
    if (this.#isOver) return;
    const wasStopping = this.#id !== null && !this.#isLive && this.#lostAt === null;
    this.#isLive = false;
    if (this.#lostAt !== null && this.#refusal !== null) this.#end('expired');
    else if (code === 1013) this.#end(busy[this.#refusal?.code] ?? 'full');
    else if (code === 1011) this.#end('fault');
    else if (this.#refusal !== null || code === 1008) this.#end('refused');
    else if (code === 1000 || wasStopping) this.#end('stopped');
    else if (this.#id === null) this.#end('unreachable');
    else this.#resumeLater();
  }

  #resumeLater() {
    const now = performance.now();
    if (this.#lostAt === null) {
      this.#lostAt = now;
      this.#options.onConnection(true);
    }
    if (now - this.#lostAt > patience) {
      this.#end('lost');
      return;
    }
    const seconds = backoff[Math.min(this.#attempt++, backoff.length - 1)];
    this.#timer = setTimeout(() => this.#connect(), seconds * 1000);
  }

  #end(reason) {
    this.#isOver = true;
    this.#isLive = false;
    clearTimeout(this.#timer);
    this.#socket.onclose = null;
    this.#socket.close(1000);
    this.#options.onClosed(reason, this.#refusal);
  }
}
