// @ts-check
/**
 * A login ends after half an hour without a word (threat A11). What the screen shows then goes too:
 * when the tab is looked at again nothing is seen before the server has said what may still be shown.
 * Who never logged in sees that nothing has changed.
 */
const IDLE_MS = 1_805_000;
/** A computer that wakes up tells nothing, so that the time is looked at often. */
const TICK_MS = 5_000;
/** Time until the next look when nothing had changed. */
const AGAIN_MS = 300_000;

export class IdleWatch {
  #next = Date.now() + IDLE_MS;
  /** The next message may be that somebody has logged in. */
  #atLogin = false;

  /**
   * @param {() => Promise<boolean>} look asks the server, and shows what may be shown if that is another
   *   part than before; false: there was no answer
   * @param {HTMLElement} panel is not seen meanwhile
   */
  constructor(look, panel) {
    this.look = look;
    this.panel = panel;
  }

  start() {
    this.timer = setInterval(() => this.handleEvent(), TICK_MS);
    addEventListener("visibilitychange", this);
  }

  stop() {
    clearInterval(this.timer);
    removeEventListener("visibilitychange", this);
  }

  /** Somebody was here. */
  act(pause = IDLE_MS) {
    this.#next = Date.now() + pause;
  }

  /** @param {import("./types.js").Message} message @param {boolean} history it is from before */
  heard({ links }, history) {
    const before = this.#atLogin;
    this.#atLogin = links?.[0]?.purpose === "login";
    if (history || !(before || this.#atLogin)) return;
    this.act();
    void this.look();
  }

  /** Time has passed, or somebody has come to the tab. @param {Event} [event] */
  async handleEvent(event) {
    if (Date.now() < this.#next) return;
    this.act(AGAIN_MS); // one look at a time
    // Not `hidden`: the focus stays where it is.
    const { style } = this.panel;
    if (event) style.opacity = "0";
    const answered = await this.look();
    if (!answered) this.act(TICK_MS);
    style.opacity = answered ? "" : "0";
  }
}
