// What the user chose, kept in this browser.

const key = 'signbridge.settings';
const sizes = { smallest: 1, largest: 5 };
const defaults = { theme: 'system', contrast: 'standard', size: 3, mirrored: true, skeleton: true, shortcuts: true, camera: '' };

export class Settings {
  #values = { ...defaults, ...stored() };
  #dialog = document.getElementById('settings');
  #form = this.#dialog.querySelector('form');

  constructor() {
    this.#form.addEventListener('input', ({ target }) => {
      if (target.id === 'size') this.set('size', Number(target.value));
      else this.set(target.name, target.type === 'checkbox' ? target.checked : target.value);
    });
    this.#apply();
  }

  get(name) {
    return this.#values[name];
  }

  set(name, value) {
    this.#values[name] = value;
    try {
      localStorage.setItem(key, JSON.stringify(this.#values));
    } catch {
      // A browser that keeps nothing still shows what was chosen.
    }
    this.#apply();
  }

  flip(name) {
    this.set(name, !this.#values[name]);
  }

  resize(steps) {
    this.set('size', Math.min(sizes.largest, Math.max(sizes.smallest, this.#values.size + steps)));
  }

  /** Changes to the theme that is not shown now. */
  flipTheme() {
    const { theme } = this.#values;
    const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    this.set('theme', isDark ? 'light' : 'dark');
  }

  open() {
    this.#dialog.showModal();
  }

  #apply() {
    const { theme, contrast, size, mirrored, skeleton } = this.#values;
    Object.assign(document.documentElement.dataset, { theme, contrast, size, mirrored, skeleton });
    document.getElementById('size').value = size;
    for (const field of this.#form.elements) {
      if (field.type === 'radio') field.checked = this.#values[field.name] === field.value;
      else if (field.type === 'checkbox') field.checked = this.#values[field.name];
    }
    document.getElementById('mirror').setAttribute('aria-pressed', mirrored);
    document.getElementById('toggle-skeleton').setAttribute('aria-pressed', skeleton);
  }
}

function stored() {
  try {
    const values = JSON.parse(localStorage.getItem(key));
    return values ?? (matchMedia('(prefers-contrast: more)').matches ? { contrast: 'high' } : {});
  } catch {
    return {};
  }
}
