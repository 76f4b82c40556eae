// Puts the page together.

import { Captions } from './captions.js';
import { History } from './history.js';
import { Live } from './live.js';
import { Meter } from './meter.js';
import { Notices } from './notices.js';
import { Settings } from './settings.js';
import { listen } from './shortcuts.js';
import { Skeleton } from './skeleton.js';
import { Stage } from './stage.js';
import { running } from './states.js';
import { Teach } from './teach.js';
import { WakeLock } from './wake.js';

const element = id => document.getElementById(id);
const video = element('video');
const meter = new Meter();
const settings = new Settings();
const stage = new Stage();
const captions = new Captions();
const notices = new Notices();
const skeleton = new Skeleton();
const history = new History(say);
const wakeLock = new WakeLock();
const live = new Live(video, meter, { state: showState, event: receive, devices: listCameras });
const teach = new Teach({ access: live.access, cameraId: () => settings.get('camera'), closed: () => wasRunning && stage.state === 'ready' && start() });
let wasRunning = false;
let glosses = [];
let toastTimer = 0;

function showState(state, message) {
  stage.show(state, message);
  wakeLock.set(state === 'live' || state === 'reconnecting');
  if (state === 'live') return;
  notices.clear();
  skeleton.clear();
  if (!running.has(state) && state !== 'finishing') captions.drop();
}

function receive(event, epoch) {
  switch (event.type) {
    case 'session.opened':
      if (!event.resumed) captions.drop();
      break;
    case 'ack':
      if (event.landmarks && settings.get('skeleton')) skeleton.draw(event.landmarks, event.layout);
      break;
    case 'gloss.partial':
    case 'gloss.committed':
      glosses = event.committed.map(gloss => gloss.gloss);
      captions.showGlosses(event);
      break;
    case 'text.partial':
      captions.showPartial(event.text);
      break;
    case 'text.final':
      captions.addFinal(event.text);
      history.add(event, glosses, epoch);
      break;
    case 'notice':
      notices.show(event);
      break;
  }
}

async function listCameras() {
  const picker = element('camera');
  const cameras = await live.camera.list();
  picker.replaceChildren(...cameras.map(({ id, label }) => new Option(label, id)));
  picker.value = live.camera.id || settings.get('camera');
  if (picker.selectedIndex < 0) picker.selectedIndex = 0;
  picker.disabled = cameras.length === 0 || cameras[0].id === '';
}

function start() {
  live.start(settings.get('camera'));
}

function toggle() {
  if (running.has(stage.state)) live.stop();
  else if (stage.state !== 'finishing') start();
}

function openTeach() {
  wasRunning = running.has(stage.state); // an example is no caption
  if (wasRunning) live.stop();
  teach.open();
}

function say(message) {
  clearTimeout(toastTimer);
  element('toast').textContent = message;
  toastTimer = setTimeout(() => element('toast').textContent = '', 2500);
}

function showShortcuts() {
  element('shortcuts').showModal();
}

function flipSkeleton() {
  settings.flip('skeleton');
  skeleton.clear();
}

video.addEventListener('resize', () => {
  stage.setAspect(video.videoWidth / video.videoHeight);
  skeleton.setSize(live.camera.size);
  live.resized();
});
element('toggle').addEventListener('click', toggle);
element('panel-action').addEventListener('click', start);
element('token-form').addEventListener('submit', event => {
  event.preventDefault();
  live.access.token = element('token').value.trim();
  element('token').value = '';
  start();
});
element('camera').addEventListener('change', ({ target }) => {
  settings.set('camera', target.value);
  if (running.has(stage.state)) live.switchTo(target.value);
});
element('mirror').addEventListener('click', () => settings.flip('mirrored'));
element('toggle-skeleton').addEventListener('click', flipSkeleton);
element('theme').addEventListener('click', () => settings.flipTheme());
element('open-teach').addEventListener('click', openTeach);
element('open-settings').addEventListener('click', () => settings.open());
element('open-shortcuts').addEventListener('click', showShortcuts);

listen({
  s: toggle,
  c: () => history.copyLast(),
  h: () => element('history').focus(),
  '+': () => settings.resize(1),
  '=': () => settings.resize(1),
  '-': () => settings.resize(-1),
  n: openTeach,
  t: () => settings.flipTheme(),
  m: () => settings.flip('mirrored'),
  k: flipSkeleton,
  ',': () => settings.open(),
  '?': showShortcuts,
}, () => settings.get('shortcuts'));

setInterval(() => stage.showFigures(meter.read()), 500);
stage.show('ready');
