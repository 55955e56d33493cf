// @ts-check
/**
 * Where the conversation is remembered: the tab's own storage, so that the next person at a shared
 * computer finds nothing (threat A11). A page that may not store at all still works until it closes.
 */
/** @typedef {import("./types.js").Session} Session */

export class SessionStore {
  /** @type {string | null} */
  #memory = null;

  /** @param {string} key */
  constructor(key) {
    this.key = key;
  }

  /** @returns {Session | null} */
  load() {
    try {
      this.#memory = sessionStorage.getItem(this.key);
    } catch {
      // Storage is refused: what is in memory counts.
    }
    try {
      const session = JSON.parse(this.#memory ?? "null");
      return session?.id && session.token ? session : null;
    } catch {
      return null;
    }
  }

  /** Whether the panel is open in this tab, on whichever page of the site. */
  get open() {
    try {
      return sessionStorage.getItem(`${this.key} open`) !== null;
    } catch {
      return false;
    }
  }

  set open(open) {
    try {
      if (open) sessionStorage.setItem(`${this.key} open`, "");
      else sessionStorage.removeItem(`${this.key} open`);
    } catch {
      // Storage is refused: the next page begins closed.
    }
  }

  /** @param {Session | null} session null forgets it */
  save(session) {
    this.#memory = session ? JSON.stringify(session) : null;
    try {
      if (this.#memory === null) sessionStorage.removeItem(this.key);
      else sessionStorage.setItem(this.key, this.#memory);
    } catch {
      // As above.
    }
  }
}
