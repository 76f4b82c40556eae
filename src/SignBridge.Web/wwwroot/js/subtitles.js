// Writes captions as subtitle files, by the rules of SignBridge's own writer (Subtitles.cs): a cue stays for at least a second and a
// third of a second a word (the BBC's subtitle guidelines), unless the next one begins.

/** @typedef {{ start: number, end: number, text: string }} Caption in seconds */

/** SubRip. @param {Caption[]} captions @returns {string} */
export function toSrt(captions) {
  return captions.map((caption, i) => `${i + 1}\n${times(captions, i, ',')}\n${oneLine(caption.text)}\n\n`).join('');
}

/** WebVTT. @param {Caption[]} captions @returns {string} */
export function toVtt(captions) {
  return 'WEBVTT\n\n' + captions.map((caption, i) => `${times(captions, i, '.')}\n${escape(oneLine(caption.text))}\n\n`).join('');
}

function times(captions, index, separator) {
  const { start, end, text } = captions[index];
  const words = text.split(/\s+/).filter(word => word !== '').length;
  const next = captions[index + 1]?.start ?? Infinity;
  const read = Math.min(start + Math.max(1, words / 3), next);
  return `${clock(start, separator)} --> ${clock(Math.max(end, read), separator)}`;
}

function clock(seconds, separator) {
  const total = Math.round(seconds * 1000);
  const part = (value, digits) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(total / 3_600_000, 2)}:${part(total / 60_000 % 60, 2)}:${part(total / 1000 % 60, 2)}${separator}${part(total % 1000, 3)}`;
}

// A blank line would end the cue.
function oneLine(text) {
  return text.split(/[\r\n]/).map(line => line.trim()).filter(line => line !== '').join(' ');
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
