// The signs that were taught to the server: /v1/signs, which docs/serve.md describes. Failures are errors whose message is for people.

const path = '/v1/signs';

export class TaughtSigns {
  #access;

  /** @param {import('./access.js').Access} access */
  constructor(access) {
    this.#access = access;
  }

  /** @returns {Promise<{ name: string, examples: number }[]>} in the order of their names */
  async list() {
    return (await (await this.#ask(path)).json()).signs;
  }

  /**
   * @param {string} name
   * @param {Blob} clip a video of that sign alone
   * @returns {Promise<{ name: string, examples: number, notices: { message: string }[] }>}
   */
  async addExample(name, clip) {
    return await (await this.#ask(`${this.#of(name)}/examples`, { method: 'POST', body: clip })).json();
  }

  async remove(name) {
    await this.#ask(this.#of(name), { method: 'DELETE' });
  }

  /** @returns {Promise<Blob>} what another server imports */
  async file(name) {
    return await (await this.#ask(this.#of(name))).blob();
  }

  /** @param {Blob} file what another server exported */
  async import(file) {
    return await (await this.#ask(path, { method: 'POST', body: file, headers: { 'Content-Type': 'application/json' } })).json();
  }

  #of(name) {
    return `${path}/${encodeURIComponent(name)}`;
  }

  async #ask(url, options = {}) {
    let answer;
    try {
      answer = await fetch(url, { ...options, headers: { ...options.headers, ...this.#access.headers } });
    } catch {
      throw new Error('The server does not answer: check that it is running and that your network reaches it.');
    }
    if (answer.ok) return answer;
    if (answer.status === 401) throw new Error('This server wants an access token: close this, press Start and enter it.');
    const problem = await answer.json().catch(() => null);
    throw new Error(problem?.detail ?? `The server failed (${answer.status}).`);
  }
}
