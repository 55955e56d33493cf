// @ts-check
/** What stands around the conversation: launcher, header with menu, status line, question to end. */
import { h, whole } from "./dom.js";
import { COMMANDS, say } from "./texts.js";

/** @typedef {import("./types.js").Language} Language */
/** @typedef {"retry" | "restart"} Offer */

/** Answers that come sooner need no "is writing". */
const TYPING_AFTER_MS = 400;
/** A short interruption is nobody's business. */
const TELL_LOST_MS = 2000;
/** Time to read that all is well again. */
const TELL_BACK_MS = 5000;
/** Commands that do something also when nothing is being filled in. */
const ALWAYS = ["help", "human"];

/**
 * @typedef {object} Options
 * @property {Node} middle
 * @property {Node} bottom
 * @property {(open: boolean) => void} toggle
 * @property {(text: string) => void} command
 * @property {() => void} retry
 * @property {() => void} restart
 * @property {() => void} end
 * @property {() => void} exit
 * @property {() => void} focus puts the focus where one answers
 */

export class Frame {
  /** True while `show` has just opened the panel by the person's own act. */
  justOpened = false;
  /** @type {Offer | null} */
  offers = null;
  /** @type {Language} */
  #language = "sv";
  #act = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typingTimer;
  #typing = false;
  #connected = true;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #lostTimer;
  /** @type {{at: number, of: number} | undefined} */
  #progress;
  /** @type {string | undefined} */
  #draft;

  /** @param {Options} options */
  constructor(options) {
    this.options = options;
    const button = (/** @type {Record<string, unknown>} */ attributes) =>
      h("button", { type: "button", ...attributes });
    this.launcher = button({ class: "launcher primary", click: () => this.#toggle(true) });
    // Told where the panel is closed, and its transcript with it.
    this.newsLine = h("span", { class: "quiet", role: "status" });
    this.title = h("h2", { id: "title" });
    this.about = h("p", { class: "note" });
    this.menuButton = button({
      "aria-expanded": "false",
      "aria-controls": "menu",
      click: () => this.#unfold(this.menu.hidden),
    });
    this.exitButton = button({ class: "exit", click: options.exit });
    this.closeButton = button({ class: "close", click: () => this.#toggle(false) });
    this.menu = h("div", { id: "menu", class: "menu", hidden: true });
    this.header = h(
      "header",
      {},
      h("div", { class: "name" }, this.title, this.about),
      this.closeButton,
      h("div", { class: "tools" }, this.menuButton, this.exitButton),
      this.menu,
    );
    this.bar = h("progress", { "aria-hidden": "true", hidden: true });
    this.place = h("p", { class: "place note" });
    this.typingLine = h("p", { class: "typing note", hidden: true, "aria-hidden": "true" });
    this.status = h("p", { class: "status", role: "status" });
    this.offer = button({ hidden: true, click: () => this.#accept() });
    this.dialog = h("dialog", { "aria-labelledby": "end-title" });
    this.panel = h(
      "section",
      {
        class: "panel",
        "aria-labelledby": "title",
        /** @param {KeyboardEvent} event */
        keydown: (event) => event.key === "Escape" && this.#escape(event),
        /** @param {PointerEvent} event */
        pointerdown: (event) => {
          if (!this.header.contains(/** @type {Node} */ (event.target))) this.#unfold(false);
        },
      },
      this.header,
      h("div", { class: "where" }, this.bar, this.place),
      options.middle,
      this.typingLine,
      h("div", { class: "tell" }, this.status, this.offer),
      options.bottom,
      this.dialog,
    );
  }

  /**
   * @param {{launcher: boolean, open: boolean, left: boolean, heading: string | null,
   *   label: string | null, about: string | null, language: Language, news: number}} state
   */
  show({ launcher, open, left, heading, label, about, language, news }) {
    const closed = this.panel.hidden;
    this.#language = language;
    this.panel.hidden = !open;
    this.panel.lang = this.launcher.lang = language;
    this.panel.classList.toggle("floating", launcher);
    this.launcher.hidden = !launcher || open;
    this.closeButton.hidden = !launcher;
    this.panel.classList.toggle("left", left);
    this.launcher.classList.toggle("left", left);
    this.#showLauncher(label ?? say(language, "open"), news);
    this.title.textContent = heading ?? say(language, "heading");
    this.about.textContent = about ?? say(language, "about");
    this.menuButton.textContent = say(language, "menu");
    this.exitButton.textContent = say(language, "exit");
    this.closeButton.textContent = "×";
    this.closeButton.setAttribute("aria-label", say(language, "close"));
    this.typingLine.textContent = say(language, "typing");
    this.#fillDialog();
    this.where(this.#progress, this.#draft);
    this.justOpened = this.#act && open && closed;
    if (this.#act && !open) this.launcher.focus();
    this.#act = false;
  }

  /** @param {string} label @param {number} news */
  #showLauncher(label, news) {
    const told = news ? say(this.#language, "news", { count: news }) : "";
    this.launcher.replaceChildren(label);
    if (news) {
      const badge = h("span", { class: "badge", "aria-hidden": "true" }, String(news));
      this.launcher.append(badge, h("span", { class: "quiet" }, `(${told})`));
    }
    if (this.newsLine.textContent !== told) this.newsLine.textContent = told;
  }

  /** @param {boolean} connected */
  connection(connected) {
    if (connected === this.#connected) return;
    this.#connected = connected;
    this.typing = this.#typing;
    clearTimeout(this.#lostTimer);
    if (!connected) {
      const tell = () => this.tell(say(this.#language, "lost"), "retry");
      this.#lostTimer = setTimeout(tell, navigator.onLine ? TELL_LOST_MS : 0);
    } else if (this.offers === "retry") {
      const back = say(this.#language, "back");
      this.tell(back);
      setTimeout(() => this.status.textContent === back && this.tell(""), TELL_BACK_MS);
    }
  }

  /** Without a connection nobody is writing. @param {boolean} typing */
  set typing(typing) {
    this.#typing = typing;
    clearTimeout(this.#typingTimer);
    if (!typing || !this.#connected) this.typingLine.hidden = true;
    else this.#typingTimer = setTimeout(() => (this.typingLine.hidden = false), TYPING_AFTER_MS);
  }

  /** Says something about the chat itself, politely. @param {string} text @param {Offer} [offer] */
  tell(text, offer) {
    const root = /** @type {ShadowRoot} */ (this.offer.getRootNode());
    const focused = root.activeElement === this.offer;
    this.status.textContent = text;
    this.offers = offer ?? null;
    this.offer.hidden = !offer;
    this.offer.textContent = offer ? say(this.#language, offer === "retry" ? offer : "again") : "";
    this.offer.classList.toggle("primary", offer === "restart");
    // Over: there is nothing to command any more.
    this.menuButton.hidden = offer === "restart";
    if (focused && !offer) this.options.focus();
  }

  focusOffer() {
    this.offer.focus();
  }

  /** How far it has come. @param {{at: number, of: number} | undefined} progress
   * @param {string | undefined} draft */
  where(progress, draft) {
    this.#progress = progress;
    this.#draft = draft;
    this.bar.hidden = !progress;
    if (progress) {
      this.bar.max = progress.of;
      this.bar.value = progress.at;
    }
    const parts = [
      progress && say(this.#language, "progress", { ...progress }),
      draft && say(this.#language, "draft", { reference: draft }),
    ];
    this.place.replaceChildren(...whole(parts.filter(Boolean).join(" · ")));
    this.#fillMenu();
  }

  #accept() {
    if (this.offers === "restart") this.options.restart();
    else this.options.retry();
  }

  /** @param {boolean} open */
  #toggle(open) {
    this.#act = true;
    this.options.toggle(open);
  }

  /** @param {boolean} open */
  #unfold(open) {
    this.menu.hidden = !open;
    this.menuButton.setAttribute("aria-expanded", String(open));
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (this.dialog.open) return;
    if (!this.menu.hidden) {
      this.#unfold(false);
      this.menuButton.focus();
    } else if (!this.closeButton.hidden) {
      this.#toggle(false);
    } else {
      return;
    }
    event.stopPropagation();
  }

  #fillMenu() {
    const language = this.#language;
    /** @param {string} label @param {() => void} act @param {string} [lang] */
    const item = (label, act, lang) => {
      const click = () => {
        this.#unfold(false);
        this.menuButton.focus();
        act();
      };
      return h("button", { type: "button", lang, click }, label);
    };
    const commands = COMMANDS[language];
    const all = /** @type {(keyof typeof commands)[]} */ (Object.keys(commands));
    const names = all.filter((name) => this.#draft || ALWAYS.includes(name));
    const other = language === "sv" ? "en" : "sv";
    this.menu.replaceChildren(
      ...names.map((name) =>
        item(say(language, name), () => this.options.command(commands[name])),
      ),
      item(
        say(language, "language"),
        () => this.options.command(other === "en" ? "English" : "svenska"),
        other,
      ),
      item(say(language, "end"), () => this.dialog.showModal()),
    );
  }

  #fillDialog() {
    const language = this.#language;
    /** @param {import("./texts.js").TextKey} key @param {string} look @param {() => void} act */
    const item = (key, look, act) => {
      const click = () => {
        this.dialog.close();
        act();
      };
      return h("button", { type: "button", class: look, click }, say(language, key));
    };
    this.dialog.replaceChildren(
      h("h3", { id: "end-title" }, say(language, "endQuestion")),
      h("p", {}, say(language, "endDetails")),
      h(
        "div",
        { class: "tools" },
        item("endNo", "primary", () => {}),
        item("endYes", "serious", this.options.end),
      ),
    );
  }
}
