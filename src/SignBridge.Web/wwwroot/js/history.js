// The finished sentences of this visit, in memory only, with copy and download.

import { appendSentence } from './captions.js';
import { download } from './downloads.js';
import { icon } from './icons.js';
import { toSrt, toVtt } from './subtitles.js';

const element = id => document.getElementById(id);

export class History {
  #captions = [];
  #origin = null;
  #list = element('utterances');
  #say;

  /** @param {(message: string) => void} say tells the user what was done */
  constructor(say) {
    this.#say = say;
    element('copy-all').addEventListener('click', () => this.#copy(this.#captions.map(caption => caption.text).join('\n')));
    element('clear').addEventListener('click', () => this.clear());
    element('download-vtt').addEventListener('click', () => this.#download('vtt', 'text/vtt', toVtt(this.#captions)));
    element('download-srt').addEventListener('click', () => this.#download('srt', 'application/x-subrip', toSrt(this.#captions)));
  }

  /**
   * Adds a sentence.
   * @param {{ start: number, end: number, text: string }} caption in media time of its session
   * @param {string[]} glosses that it was written from
   * @param {number} epoch media time 0 in milliseconds of performance.now()
   */
  add(caption, glosses, epoch) {
    // Sessions count from 0; a subtitle file of several counts from the first.
    this.#origin ??= epoch;
    const offset = (epoch - this.#origin) / 1000;
    this.#captions.push({ start: caption.start + offset, end: caption.end + offset, text: caption.text });
    this.#list.prepend(this.#row(caption.text, glosses, new Date(performance.timeOrigin + epoch + caption.start * 1000)));
    this.#enable();
  }

  clear() {
    this.#captions = [];
    this.#origin = null;
    this.#list.replaceChildren();
    this.#enable();
    this.#say('History cleared');
  }

  copyLast() {
    if (this.#captions.length > 0) this.#copy(this.#captions.at(-1).text);
  }

  #row(text, glosses, at) {
    const row = document.createElement('li');
    row.className = 'utterance';
    const time = document.createElement('time');
    time.dateTime = at.toISOString();
    time.textContent = at.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit', second: '2-digit' });
    const sentence = document.createElement('p');
    appendSentence(sentence, text);
    const signed = document.createElement('p');
    signed.className = 'signed';
    signed.textContent = glosses.join(' ');
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.className = 'icon-button';
    copy.setAttribute('aria-label', `Copy “${text}”`);
    copy.append(icon('copy'));
    copy.addEventListener('click', () => this.#copy(text));
    row.append(time, sentence, signed, copy);
    return row;
  }

  #enable() {
    for (const id of ['copy-all', 'clear', 'download-vtt', 'download-srt']) element(id).disabled = this.#captions.length === 0;
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#say('Copied');
    } catch {
      this.#say('Your browser did not allow copying');
    }
  }

  #download(extension, type, text) {
    download(`signbridge-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.${extension}`, new Blob([text], { type }));
  }
}
