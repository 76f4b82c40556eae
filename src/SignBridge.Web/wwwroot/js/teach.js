// The dialog in which a sign is taught by a few examples before the camera.

import { Camera } from './camera.js';
import { canRecord, record } from './recorder.js';
import { SignList } from './signlist.js';
import { TaughtSigns } from './signs.js';
import { stateWithout, states } from './states.js';

// With fewer, a sign is missed more often (docs/teach.md).
const enoughExamples = 3;

// Time to bring the hands up, and for one sign, in milliseconds.
const countdown = 3;
const second = 1000;
const recording = 2500;

const element = id => document.getElementById(id);
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

export class Teach {
  #dialog = element('teach');
  #camera = new Camera(element('teach-video'), {
    unplugged: () => this.#unplugged(),
    back: () => this.#dialog.open && this.#openCamera(this.#visit),
  });
  #signs;
  #list;
  #cameraId;
  #visit = 0;

  /**
   * @param {object} options
   * @param {import('./access.js').Access} options.access
   * @param {() => string} options.cameraId the wished camera, or empty
   * @param {() => void} options.closed the dialog was closed, and its camera with it
   */
  constructor({ access, cameraId, closed }) {
    this.#signs = new TaughtSigns(access);
    this.#list = new SignList(this.#signs, (message, isBad) => this.#tell(message, isBad));
    this.#cameraId = cameraId;
    element('teach-form').addEventListener('submit', event => {
      event.preventDefault();
      this.#teach(element('teach-name').value.trim());
    });
    element('close-teach').addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('close', () => {
      this.#visit++;
      this.#camera.close();
      closed();
    });
  }

  async open() {
    const visit = ++this.#visit;
    this.#tell('');
    this.#setBusy(true);
    this.#dialog.showModal();
    await this.#openCamera(visit);
    if (visit === this.#visit) await this.#list.refresh();
  }

  async #openCamera(visit) {
    if (!Camera.isAllowedHere || !canRecord()) {
      this.#tell(Camera.isAllowedHere ? 'This browser cannot record: teach with signbridge teach instead.' : states.insecure.text, true);
      return;
    }
    try {
      await this.#camera.open(this.#cameraId());
      if (visit !== this.#visit) this.#camera.close();
      else this.#setBusy(false);
    } catch (error) {
      if (visit === this.#visit) this.#tell(states[stateWithout[error.name] ?? 'camera-busy'].title, true);
    }
  }

  #unplugged() {
    this.#tell(states.unplugged.title, true);
    this.#setBusy(true);
  }

  async #teach(name) {
    const visit = this.#visit;
    this.#setBusy(true);
    try {
      const clip = await this.#record();
      if (visit !== this.#visit) return;
      this.#tell('Looking at it…');
      const { examples, notices } = await this.#signs.addExample(name, clip);
      const stands = `“${name}” has ${examples} ${examples === 1 ? 'example' : 'examples'}`;
      this.#tell(notices[0]?.message ?? (examples < enoughExamples
        ? `${stands}. Record ${enoughExamples - examples} more, at another tempo or place.`
        : `${stands} and is recognised from now on.`), notices.length > 0);
      await this.#list.refresh();
    } catch (error) {
      this.#tell(error.message, true);
    } finally {
      element('teach-count').textContent = '';
      if (visit === this.#visit) this.#setBusy(!this.#camera.isOpen);
    }
  }

  async #record() {
    this.#tell('Get ready: sign it once when the counter is gone.');
    for (let left = countdown; left > 0; left--) {
      element('teach-count').textContent = left;
      await pause(second);
    }
    element('teach-count').textContent = '';
    if (!this.#camera.isOpen) throw new Error(states.unplugged.title);
    this.#tell('Sign now.');
    this.#dialog.dataset.recording = '';
    try {
      return await record(this.#camera.stream, recording);
    } finally {
      delete this.#dialog.dataset.recording;
    }
  }

  #setBusy(isBusy) {
    element('teach-record').disabled = isBusy;
    element('teach-name').readOnly = isBusy;
  }

  #tell(message, isBad = false) {
    element('teach-status').textContent = message;
    element('teach-status').classList.toggle('bad', isBad);
  }
}
