// The picture's panel, the button and the pill, all of which follow the state.

import { running, states } from './states.js';

const element = id => document.getElementById(id);

export class Stage {
  constructor() {
    this.state = 'ready';
  }

  /** @param {string} state a key of states.js @param {string} [message] for a panel without a text of its own */
  show(state, message) {
    const { pill, tone, icon, title, text, action } = states[state];
    const root = document.documentElement;
    const isRunning = running.has(state);
    this.state = state;
    root.dataset.state = state;
    root.dataset.tone = tone ?? '';
    root.toggleAttribute('data-running', isRunning);
    root.toggleAttribute('data-panel', title !== undefined);
    root.toggleAttribute('data-picture', ['connecting', 'loading', 'live', 'reconnecting'].includes(state));
    element('state').textContent = pill;

    element('panel').hidden = title === undefined;
    element('panel-icon').setAttribute('href', `#icon-${icon}`);
    element('panel-title').textContent = title ?? '';
    element('panel-text').textContent = text ?? message ?? '';
    element('panel-action').hidden = action === undefined;
    element('panel-action').textContent = action ?? '';
    element('privacy').hidden = !['ready', 'permission'].includes(state);
    element('token-form').hidden = !['token', 'wrongToken'].includes(state);
    if (!element('token-form').hidden) element('token').focus();

    element('toggle').disabled = state === 'finishing';
    element('toggle-icon').setAttribute('href', isRunning ? '#icon-stop' : '#icon-camera');
    element('toggle-label').textContent = isRunning ? 'Stop' : 'Start';
    element('readout').hidden = state !== 'live';
  }

  /** @param {number} aspect width by height of the camera's picture */
  setAspect(aspect) {
    document.documentElement.style.setProperty('--aspect', aspect);
  }

  /** @param {{ rate: number, latency: number, lost: number } | null} figures of the last seconds */
  showFigures(figures) {
    element('rate').textContent = figures === null ? '–' : figures.rate.toFixed(1);
    element('latency').textContent = figures === null ? '–' : figures.latency.toFixed(0);
    element('lost-item').hidden = figures === null || figures.lost < 0.05;
    element('lost').textContent = `${((figures?.lost ?? 0) * 100).toFixed(0)} %`;
  }
}
