// Draws the landmarks of the newest pose over the picture.

// Indices of MediaPipe's pose landmarks: shoulders, arms, torso. Its fingers and face are left to the hands' and to nobody.
const body = [[11, 12], [11, 13], [13, 15], [12, 14], [14, 16], [11, 23], [12, 24], [23, 24]];
// HAND_CONNECTIONS of MediaPipe: each finger from the wrist, and the palm.
const hand = [
  [0, 1], [1, 2], [2, 3], [3, 4], [0, 5], [5, 6], [6, 7], [7, 8], [5, 9], [9, 10], [10, 11], [11, 12],
  [9, 13], [13, 14], [14, 15], [15, 16], [13, 17], [0, 17], [17, 18], [18, 19], [19, 20],
];
const limbs = { body, left: hand, right: hand };

// A pose older than this is that of a person who has moved on.
const longest = 600;

export class Skeleton {
  #canvas = document.getElementById('skeleton');
  #context = this.#canvas.getContext('2d');
  #colors;
  #timer = 0;

  constructor() {
    const style = getComputedStyle(document.documentElement);
    this.#colors = {
      body: 'rgb(255 255 255 / 0.8)',
      left: style.getPropertyValue('--left-hand'),
      right: style.getPropertyValue('--right-hand'),
    };
  }

  /** @param {{ width: number, height: number }} size of the pictures that the landmarks are pixels of */
  setSize({ width, height }) {
    this.#canvas.width = width * 2;
    this.#canvas.height = height * 2;
  }

  /**
   * @param {([number, number] | null)[]} landmarks pixels; null where absent
   * @param {string} layout for example body33-left21-right21
   */
  draw(landmarks, layout) {
    this.clear();
    this.#timer = setTimeout(() => this.clear(), longest);
    this.#context.setTransform(2, 0, 0, 2, 0, 0);
    let offset = 0;
    for (const [, part, count] of layout.matchAll(/([a-z]+)(\d+)/g)) {
      const end = offset + Number(count);
      if (limbs[part] !== undefined) this.#drawPart(landmarks.slice(offset, end), part);
      offset = end;
    }
  }

  clear() {
    clearTimeout(this.#timer);
    this.#context.resetTransform();
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  #drawPart(landmarks, part) {
    const context = this.#context;
    const unit = this.#canvas.width / 2 / 640;
    const isHand = part !== 'body';
    const lines = limbs[part].filter(([from, to]) => isPresent(landmarks[from]) && isPresent(landmarks[to]));
    context.beginPath();
    for (const [from, to] of lines) {
      context.moveTo(...landmarks[from]);
      context.lineTo(...landmarks[to]);
    }
    // A dark rim keeps the lines visible on bright clothes.
    context.lineCap = 'round';
    context.strokeStyle = 'rgb(0 0 0 / 0.45)';
    context.lineWidth = (isHand ? 4 : 6) * unit;
    context.stroke();
    context.strokeStyle = this.#colors[part];
    context.lineWidth = (isHand ? 2.2 : 3.4) * unit;
    context.stroke();

    context.fillStyle = this.#colors[part];
    for (const index of new Set(lines.flat())) {
      context.beginPath();
      context.arc(...landmarks[index], (isHand ? 2.4 : 4) * unit, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

function isPresent(landmark) {
  return Array.isArray(landmark) && Number.isFinite(landmark[0]) && Number.isFinite(landmark[1]);
}
