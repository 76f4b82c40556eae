// What the page says in each state of a live session.

/** States in which the button stops instead of starting. */
export const running = new Set(['permission', 'connecting', 'loading', 'live', 'reconnecting']);

/**
 * @type {Record<string, { pill: string, tone?: 'busy' | 'warn' | 'bad', icon?: string, title?: string, text?: string, action?: string }>}
 * pill is read out when it changes; a state with a title covers the picture with a panel; action is the label of its button.
 */
export const states = {
  ready: {
    pill: 'Ready', icon: 'hands', title: 'Sign, and read it here',
    text: 'Sit so that your head, shoulders and hands are in the picture. Lower your hands at the end of a sentence.', action: 'Start',
  },
  permission: {
    pill: 'Waiting for the camera', tone: 'busy', icon: 'camera', title: 'May this page use your camera?',
    text: 'Your browser is asking: choose Allow.',
  },
  connecting: { pill: 'Connecting', tone: 'busy', icon: 'link', title: 'Connecting…', text: 'Your camera is on. The server is getting ready.' },
  loading: { pill: 'Connecting', tone: 'busy', icon: 'hourglass', title: 'The server is loading its models', text: 'This takes a few seconds.' },
  live: { pill: 'Live' },
  finishing: { pill: 'Finishing', tone: 'busy', icon: 'hourglass', title: 'Finishing your sentence…', text: 'Your camera is off.' },
  reconnecting: {
    pill: 'Reconnecting', tone: 'warn', icon: 'link', title: 'Connection lost',
    text: 'Trying again. Pause for a moment: what you sign now is not seen.',
  },
  lost: {
    pill: 'Disconnected', tone: 'bad', icon: 'link', title: 'The connection did not come back',
    text: 'Check your network. The history is still here.', action: 'Connect again',
  },
  unreachable: {
    pill: 'Disconnected', tone: 'bad', icon: 'link', title: 'The server does not answer',
    text: 'Check that it is running and that your network reaches it.', action: 'Try again',
  },
  full: {
    pill: 'Server full', tone: 'warn', icon: 'hourglass', title: 'All places are taken',
    text: 'The server follows as many people as it can. Try again in a moment.', action: 'Try again',
  },
  'server-stopping': {
    pill: 'Disconnected', tone: 'warn', icon: 'link', title: 'The server is being stopped',
    text: 'The history is still here.', action: 'Connect again',
  },
  idle: {
    pill: 'Paused', icon: 'hourglass', title: 'Paused',
    text: 'No pictures came for a while, so the session was closed.', action: 'Go on',
  },
  token: {
    pill: 'Token needed', tone: 'warn', icon: 'key', title: 'This server wants an access token',
    text: 'Whoever runs it has set one. It is kept until you close this tab.',
  },
  wrongToken: {
    pill: 'Token refused', tone: 'bad', icon: 'key', title: 'That token was not accepted',
    text: 'Check it with whoever runs the server, and enter it again.',
  },
  denied: {
    pill: 'No camera access', tone: 'bad', icon: 'camera-off', title: 'The camera is blocked',
    text: 'Allow the camera for this page in your browser’s address bar, then try again.', action: 'Try again',
  },
  'no-camera': {
    pill: 'No camera', tone: 'bad', icon: 'camera-off', title: 'No camera was found',
    text: 'Plug one in or turn it on, then try again.', action: 'Try again',
  },
  'camera-busy': {
    pill: 'No camera', tone: 'bad', icon: 'camera-off', title: 'The camera cannot be opened',
    text: 'Another program may be using it. Close that, then try again.', action: 'Try again',
  },
  unplugged: {
    pill: 'Camera unplugged', tone: 'warn', icon: 'camera-off', title: 'The camera was unplugged',
    text: 'Plug it in again: captions go on by themselves.', action: 'Try now',
  },
  insecure: {
    pill: 'No camera access', tone: 'bad', icon: 'lock', title: 'This address cannot use a camera',
    text: 'Browsers give a camera only to pages opened by https, or on the same machine by http://localhost.',
  },
  refused: { pill: 'Stopped', tone: 'bad', icon: 'alert', title: 'The server ended the session', action: 'Start again' },
  fault: {
    pill: 'Stopped', tone: 'bad', icon: 'alert', title: 'Something went wrong on the server',
    text: 'The history is still here.', action: 'Start again',
  },
};

/** The state after a session closed for a reason, where it is not named like the reason. */
export const stateAfter = { stopped: 'ready', abandoned: 'lost' };

/** The state without a camera, by the name of getUserMedia's error. */
export const stateWithout = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
};
