// The large captions and the glosses under them: what stands, and what may still change.

// Older ones are in the history.
const linesKept = 3;

/** Appends a sentence, marking signs that were not recognised. */
export function appendSentence(parent, text) {
  for (const piece of text.split(/(\[\?\])/)) {
    if (piece !== '[?]') {
      parent.append(piece);
      continue;
    }
    const mark = document.createElement('abbr');
    mark.className = 'not-seen';
    mark.title = 'a sign that was not recognised';
    mark.textContent = piece;
    parent.append(mark);
  }
}

export class Captions {
  #finals = document.getElementById('finals');
  #tentative = document.getElementById('tentative');
  #glosses = document.getElementById('glosses');

  /** Shows a text that may change; screen readers are told of final ones only. */
  showPartial(text) {
    this.#tentative.replaceChildren();
    appendSentence(this.#tentative, text);
    this.#setSigning(text !== '');
  }

  /** Adds a text that stands. */
  addFinal(text) {
    this.showPartial('');
    const line = document.createElement('p');
    appendSentence(line, text);
    this.#finals.append(line);
    while (this.#finals.childElementCount > linesKept) this.#finals.firstElementChild.remove();
  }

  /** Shows the glosses of the utterance, which stay until the next one begins. */
  showGlosses({ committed, partial, end }) {
    this.#glosses.replaceChildren(...committed.map(gloss => chip(gloss, false)), ...partial.map(gloss => chip(gloss, true)));
    if (end !== null && committed.length === 0) this.showPartial('');
  }

  /** Forgets what was tentative: nothing more is coming. */
  drop() {
    this.showPartial('');
    this.#glosses.querySelectorAll('.partial').forEach(gloss => gloss.remove());
  }

  #setSigning(isSigning) {
    document.documentElement.toggleAttribute('data-signing', isSigning);
  }
}

function chip({ gloss, confidence, alternatives }, isPartial) {
  const isUnknown = gloss === '?';
  const item = document.createElement('li');
  item.className = `gloss${isPartial ? ' partial' : ''}${isUnknown ? ' unknown' : ''}`;
  item.style.setProperty('--confidence', confidence);
  const name = document.createElement('b');
  name.textContent = isUnknown ? 'not recognised' : gloss;
  item.append(name);
  if (!isUnknown) {
    const share = document.createElement('small');
    share.textContent = percent(confidence);
    item.append(share);
  }
  if (isPartial) {
    const note = document.createElement('span');
    note.className = 'hidden';
    note.textContent = 'tentative';
    item.append(note);
  }
  const rivals = (alternatives ?? []).filter(rival => rival.confidence >= 0.01);
  if (rivals.length > 0) item.title = `or ${rivals.map(rival => `${rival.gloss} ${percent(rival.confidence)}`).join(', ')}`;
  return item;
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}
