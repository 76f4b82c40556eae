// The token of a server that wants one, kept until the tab is closed.

const key = 'signbridge.token';
const subprotocol = 'signbridge.v1';

export class Access {
  constructor() {
    // A link may bring it behind the #, which browsers send to no server; it need not stay in the address bar.
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given === null) return;
    this.token = given;
    history.replaceState(null, '', location.pathname + location.search);
  }

  get token() {
    return sessionStorage.getItem(key) ?? '';
  }

  set token(value) {
    sessionStorage.setItem(key, value);
  }

  /** The subprotocols to offer: a browser's WebSocket sets no header, so the token travels as one of them. */
  get protocols() {
    return this.token === '' ? [subprotocol] : [subprotocol, `signbridge.token.${base64Url(this.token)}`];
  }

  /** What a request carries. */
  get headers() {
    return this.token === '' ? {} : { Authorization: `Bearer ${this.token}` };
  }

  /** Asks why no WebSocket opened, which a browser does not say: the state token, wrongToken or unreachable. */
  async whyUnreachable() {
    try {
      const { status } = await fetch('/v1/live', { headers: this.headers });
      if (status !== 401) return 'unreachable';
      return this.token === '' ? 'token' : 'wrongToken';
    } catch {
      return 'unreachable';
    }
  }
}

function base64Url(text) {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
