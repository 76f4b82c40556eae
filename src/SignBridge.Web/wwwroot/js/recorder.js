// A short video of the camera, as one example of a sign.

// What browsers can write and the server reads, the most widespread first.
const types = ['video/webm;codecs=vp8', 'video/webm', 'video/mp4'];

/** Whether this browser can record at all. */
export const canRecord = () => window.MediaRecorder !== undefined && types.some(type => MediaRecorder.isTypeSupported(type));

/**
 * Records for a while.
 * @param {MediaStream} stream
 * @param {number} milliseconds
 * @returns {Promise<Blob>}
 */
export function record(stream, milliseconds) {
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(stream, { mimeType: types.find(type => MediaRecorder.isTypeSupported(type)) });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => resolve(new Blob(parts, { type: recorder.mimeType }));
    recorder.onerror = ({ error }) => reject(error);
    recorder.start();
    setTimeout(() => recorder.state === 'recording' && recorder.stop(), milliseconds);
  });
}
