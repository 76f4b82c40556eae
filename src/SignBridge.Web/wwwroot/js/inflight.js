// The frames of a session that were sent and are not acknowledged, and how they are written.

const headerBytes = 16;
const encodedImage = 1;

export class FramesInFlight {
  #newest = 0;
  #captured = new Map();

  get count() {
    return this.#captured.size;
  }

  /**
   * Numbers a frame.
   * @param {ArrayBuffer} image JPEG
   * @param {number} time media time in seconds
   * @param {number} captured when the camera took it, in milliseconds of performance.now()
   * @returns {Uint8Array} the message to send
   */
  add(image, time, captured) {
    const message = new Uint8Array(headerBytes + image.byteLength);
    const header = new DataView(message.buffer);
    header.setUint8(0, encodedImage);
    header.setUint32(4, ++this.#newest, true);
    header.setFloat64(8, time, true);
    message.set(new Uint8Array(image), headerBytes);
    this.#captured.set(this.#newest, captured);
    return message;
  }

  /** @returns {number[]} how long the frames up to this number took, in milliseconds from capture */
  acknowledge(frame) {
    const now = performance.now();
    const latencies = [];
    for (const [number, captured] of this.#captured) {
      if (number > frame) break;
      latencies.push(now - captured);
      this.#captured.delete(number);
    }
    return latencies;
  }

  /**
   * Forgets what was on the way when the connection broke and did not arrive, and what is done with, which may not have been said.
   * @param {number} arrived the newest frame that arrived
   * @param {number} acknowledged all up to it are done with
   */
  resume(arrived, acknowledged) {
    for (const frame of this.#captured.keys()) if (frame > arrived || frame <= acknowledged) this.#captured.delete(frame);
  }
}
