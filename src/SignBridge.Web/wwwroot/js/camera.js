// The browser's cameras: asking, choosing, noticing that one was unplugged or plugged in.

const longestSide = 640;

export class Camera {
  #video;
  #on;
  #stream = null;
  #isLost = false;

  /**
   * @param {HTMLVideoElement} video shows the camera
   * @param {object} on
   * @param {() => void} on.unplugged the open camera is gone, or its permission was taken back
   * @param {() => void} on.back after that, a camera is there again; it is not opened yet
   * @param {() => void} [on.devices] cameras were plugged in or out
   */
  constructor(video, on) {
    this.#video = video;
    this.#on = on;
    navigator.mediaDevices?.addEventListener('devicechange', () => this.#devicesChanged());
  }

  /** Whether this page may use a camera at all: browsers want https or localhost. */
  static get isAllowedHere() {
    return window.isSecureContext && navigator.mediaDevices !== undefined;
  }

  get isOpen() {
    return this.#stream !== null;
  }

  /** What the open camera gives; null where none is open. */
  get stream() {
    return this.#stream;
  }

  /** The id of the open camera, which stays the same for this site. */
  get id() {
    return this.#stream?.getVideoTracks()[0].getSettings().deviceId ?? '';
  }

  /**
   * Opens a camera, asking for permission where it was not given before.
   * @param {string} id the wished one; another is taken where it is gone
   * @throws {DOMException} named as getUserMedia's
   */
  async open(id) {
    this.close();
    this.#isLost = false;
    const stream = await this.#ask(id);
    this.#stream = stream;
    stream.getVideoTracks()[0].addEventListener('ended', () => {
      if (this.#stream !== stream) return;
      this.close();
      this.#isLost = true;
      this.#on.unplugged();
    });
    this.#video.srcObject = stream;
    await this.#video.play();
  }

  /** The size of the pictures to send: the camera's, at most 640 pixels on the longer side, even. */
  get size() {
    const { videoWidth, videoHeight } = this.#video;
    const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
    const even = pixels => 2 * Math.max(1, Math.round(pixels * scale / 2));
    return { width: even(videoWidth), height: even(videoHeight) };
  }

  close() {
    this.#stream?.getTracks().forEach(track => track.stop());
    this.#stream = null;
    this.#video.srcObject = null;
  }

  /** @returns {Promise<{ id: string, label: string }[]>} without names before permission was given */
  async list() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices
      .filter(device => device.kind === 'videoinput')
      .map((device, index) => ({ id: device.deviceId, label: device.label || `Camera ${index + 1}` }));
  }

  async #devicesChanged() {
    this.#on.devices?.();
    if (this.#isLost && (await this.list()).length > 0) this.#on.back();
  }

  async #ask(id) {
    const wish = { width: { ideal: longestSide }, height: { ideal: 480 }, frameRate: { ideal: 30 } };
    try {
      const video = id ? { ...wish, deviceId: { exact: id } } : { ...wish, facingMode: 'user' };
      return await navigator.mediaDevices.getUserMedia({ video });
    } catch (error) {
      if (!id || !['OverconstrainedError', 'NotFoundError'].includes(error.name)) throw error;
      return await navigator.mediaDevices.getUserMedia({ video: wish });
    }
  }
}
