// @ts-check
/**
 * The transcript: a list that is also the live region (role="log"). A message is added as one item
 * and never changed, so assistive technology reads it once, politely.
 */
import { h } from "./dom.js";
import { say } from "./texts.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Language} Language */
/** @typedef {{item: HTMLLIElement, text: string, id: string}} Echo */

/** More alternatives than this are not read out with the question; they are in the list below. */
const READ_OUT = 8;

export class Transcript {
  /** @type {Echo[]} What was said here and has no number yet. */
  #echoes = [];
  #latest = 0;
  #history = false;

  /** @param {string} server */
  constructor(server) {
    this.server = server;
    this.list = h("ol", { part: "list" });
    this.log = h(
      "div",
      { class: "log", role: "log", "aria-live": "polite", tabindex: "0" },
      this.list,
    );
    // The composer grows and shrinks with the question; the newest message stays in sight.
    new ResizeObserver(() => this.#follow()).observe(this.log);
  }

  /** @param {string} name */
  set label(name) {
    this.log.setAttribute("aria-label", name);
  }

  /** While history is shown nothing is read out. @param {boolean} history */
  set history(history) {
    this.#history = history;
    if (history) this.log.setAttribute("aria-live", "off");
    // Added items are noticed after this task; the region must stay silent until then.
    else setTimeout(() => this.#history || this.log.setAttribute("aria-live", "polite"), 500);
  }

  clear() {
    this.list.replaceChildren();
    this.#echoes = [];
    this.#latest = 0;
  }

  /** @param {Message} message @param {Language} language @returns {boolean} it is new here */
  add(message, language) {
    if (message.from === "person" && this.#settle(message)) return false;
    this.#insert(message.number, this.#item(message, language));
    return true;
  }

  /** What was just said, before the server has answered. @param {Echo["id"]} id
   * @param {string} text @param {Language} language */
  echo(id, text, language) {
    const item = this.#item({ number: 0, from: "person", text }, language);
    this.#insert(this.#latest + 0.001, item);
    this.#echoes.push({ item, text, id });
  }

  /** It was refused: it is not part of the conversation. @param {Echo["id"]} id */
  takeBack(id) {
    this.#echoes.find((echo) => echo.id === id)?.item.remove();
    this.#echoes = this.#echoes.filter((echo) => echo.id !== id);
  }

  /** Finds the echo of a person's own message, which is then shown already. @param {Message} message */
  #settle(message) {
    const same = this.#echoes.findIndex((echo) => echo.text === message.text);
    const [echo] = this.#echoes.splice(Math.max(same, 0), 1);
    if (echo) echo.item.id = `m${message.number}`;
    return Boolean(echo);
  }

  /** @param {number} order @param {HTMLLIElement} item */
  #insert(order, item) {
    this.#latest = Math.max(this.#latest, order);
    item.dataset.order = String(order);
    let after = this.list.lastElementChild;
    while (after instanceof HTMLElement && Number(after.dataset.order) > order) {
      after = after.previousElementSibling;
    }
    if (after) after.after(item);
    else this.list.prepend(item);
    this.#follow();
  }

  /** Shows the newest item, from its first line when it is tall. Moves the log, not the page. */
  #follow() {
    const item = this.list.lastElementChild;
    if (!(item instanceof HTMLElement)) return;
    const bottom = this.log.scrollHeight - this.log.clientHeight;
    this.log.scrollTop = Math.min(bottom, item.offsetTop - 8);
  }

  /** @param {Message} message @param {Language} language */
  #item(message, language) {
    const { progress, choices, links } = message;
    const at = progress && say(language, "progress", { ...progress });
    const text = h("p", { class: "text", id: `t${message.number}` }, message.text);
    return h(
      "li",
      {
        id: message.number && `m${message.number}`,
        class: message.problem ? "problem" : message.from,
        lang: language,
      },
      h("span", { class: message.from === "officer" ? "who" : "quiet" }, who(message, language)),
      at && h("span", { class: "progress" }, at),
      text,
      message.case &&
        h("p", { class: "case" }, `${message.case.reference} · ${message.case.status_text}`),
      choices?.length && choices.length <= READ_OUT
        ? h("span", { class: "quiet" }, say(language, "options", { list: spoken(choices) }))
        : null,
      links?.length ? this.#links(links, language) : null,
    );
  }

  /** @param {import("./types.js").Link[]} links @param {Language} language */
  #links(links, language) {
    const items = links.map((link) => {
      const url = safeUrl(link.url, this.server);
      if (!url) return h("li", {}, link.label);
      return h(
        "li",
        {},
        h(
          "a",
          { href: url, target: "_blank", rel: "noopener", class: link.purpose },
          link.label,
          h("span", { class: "note" }, ` (${say(language, "newTab")})`),
        ),
      );
    });
    return h("ul", { class: "links" }, ...items);
  }
}

/** @param {import("./types.js").Choice[]} choices */
function spoken(choices) {
  return choices.map((choice) => choice.label).join(", ");
}

/** @param {Message} message @param {Language} language */
function who(message, language) {
  return `${say(language, message.from)}: `;
}

/** An address that is safe to follow, else null. @param {string} url @param {string} base */
function safeUrl(url, base) {
  try {
    const parsed = new URL(url, base);
    return ["http:", "https:", "tel:", "mailto:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}
