// The list of taught signs in the dialog of teach.js, with what can be done to each.

import { download } from './downloads.js';
import { icon } from './icons.js';

export class SignList {
  #signs;
  #tell;
  #list = document.getElementById('taught');

  /**
   * @param {import('./signs.js').TaughtSigns} signs
   * @param {(message: string, isBad?: boolean) => void} tell
   */
  constructor(signs, tell) {
    this.#signs = signs;
    this.#tell = tell;
    const file = document.getElementById('import-file');
    document.getElementById('import').addEventListener('click', () => file.click());
    file.addEventListener('change', () => this.#import([...file.files]).then(() => file.value = ''));
  }

  async refresh() {
    await this.#try(async () => {
      const signs = await this.#signs.list();
      this.#list.replaceChildren(...signs.map(sign => this.#row(sign)));
    });
  }

  async #import(files) {
    await this.#try(async () => {
      for (const file of files) this.#tell(`“${(await this.#signs.import(file)).name}” was taken over.`);
    });
    await this.refresh();
  }

  #row({ name, examples }) {
    const row = document.createElement('li');
    const label = document.createElement('span');
    label.textContent = name;
    const count = document.createElement('small');
    count.textContent = `${examples} ${examples === 1 ? 'example' : 'examples'}`;
    row.append(label, count,
      this.#button('download', `Export “${name}”`, async () => download(`${name}.json`, await this.#signs.file(name))),
      this.#button('trash', `Remove “${name}”`, async () => {
        await this.#signs.remove(name);
        this.#tell(`“${name}” was removed.`);
        await this.refresh();
        document.getElementById('teach-name').focus(); // the button that had the focus is gone
      }));
    return row;
  }

  #button(symbol, label, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'icon-button';
    button.title = label;
    button.setAttribute('aria-label', label);
    button.append(icon(symbol));
    button.addEventListener('click', () => this.#try(act));
    return button;
  }

  async #try(act) {
    try {
      await act();
    } catch (error) {
      this.#tell(error.message, true);
    }
  }
}
