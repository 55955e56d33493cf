// @ts-check
/**
 * The transcript: a list that is also the live region (role="log"). A message is added as one item
 * and never changed, so assistive technology reads it once, politely.
 */
import { h, whole } from "./dom.js";
import { fadeEdges } from "./edges.js";
import { say } from "./texts.js";

/** @typedef {import("./types.js").Message} Message */
/** @typedef {import("./types.js").Language} Language */
/** @typedef {{item: HTMLLIElement, text: string, id: string}} Echo */

/** More alternatives than this are not read out with the question; they are in the list below. */
const READ_OUT = 8;
/** Messages that come closer than this came together. */
const TOGETHER_MS = 1000;
/** So much of a newest message that asks nothing is in sight at least: its first two lines. */
const SEEN_PX = 76;

export class Transcript {
  /** @type {Echo[]} What was said here and has no number yet. */
  #echoes = [];
  #latest = 0;
  #history = false;
  /** The first of the messages that came together. @type {HTMLElement | null} */
  #first = null;
  #cameAt = 0;

  /** @param {string} server */
  constructor(server) {
    this.server = server;
    this.list = h("ol", { part: "list" });
    this.log = fadeEdges(
      h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" }, this.list),
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
    this.#first = null;
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
    const now = Date.now();
    const own = item.classList.contains("person");
    if (own || !this.#first || now - this.#cameAt > TOGETHER_MS) this.#first = item;
    this.#cameAt = own ? 0 : now;
    this.#follow();
  }

  /**
   * Shows what came last: from the first of the messages that came together, if then what is asked,
   * or the beginning of what is told, is in sight too. Moves the log, not the page.
   */
  #follow() {
    const newest = this.list.lastElementChild;
    if (!(newest instanceof HTMLElement) || !this.#first) return;
    const { scrollHeight, clientHeight } = this.log;
    const part = "asks" in newest.dataset ? newest.offsetHeight : SEEN_PX;
    const seen = newest.offsetTop + Math.min(newest.offsetHeight, part) + 8 - clientHeight;
    const top = Math.min(Math.max(this.#first.offsetTop - 8, seen), newest.offsetTop - 8);
    // What is to be done now, as to log in, is in sight whatever is said about it.
    const act = newest.querySelector(".login, .sign");
    const end = act instanceof HTMLElement ? act.offsetTop + act.offsetHeight : 0;
    const acts = newest.offsetTop + end + 24 - clientHeight;
    this.log.scrollTop = Math.min(scrollHeight - clientHeight, act ? Math.max(top, acts) : top);
  }

  /** @param {Message} message @param {Language} language */
  #item(message, language) {
    const { progress, choices, links } = message;
    const at = progress && say(language, "progress", { ...progress });
    // The link to a receipt stands with the good news, before what happens next.
    const split = message.case && links?.length ? message.text.indexOf("\n\n") : -1;
    const [head, rest] =
      split < 0 ? [message.text, ""] : [message.text.slice(0, split), message.text.slice(split + 2)];
    return h(
      "li",
      {
        id: message.number && `m${message.number}`,
        class: message.problem ? "problem" : message.from,
        "data-asks": Boolean(message.input || choices?.length),
        lang: language,
      },
      // A human's words begin with the name and where they work.
      message.from === "officer"
        ? null
        : h("span", { class: "quiet" }, `${say(language, message.from)}: `),
      at && h("span", { class: "progress" }, at),
      h("p", { class: "text", id: `t${message.number}` }, ...whole(head)),
      message.case &&
        h("p", { class: "case" }, ...whole(message.case.reference), ` · ${message.case.status_text}`),
      links?.length ? this.#links(links, language) : null,
      rest && h("p", { class: "text" }, ...whole(rest)),
      choices?.length && choices.length <= READ_OUT
        ? h("span", { class: "quiet" }, say(language, "options", { list: spoken(choices) }))
        : null,
    );
  }

  /** @param {import("./types.js").Link[]} links @param {Language} language */
  #links(links, language) {
    const items = links.map((link) => {
      const url = safeUrl(link.url, this.server);
      if (!url) return h("li", {}, link.label);
      // To call or to write: no page that opens.
      if (!url.startsWith("http")) return h("li", {}, h("a", { href: url, class: "act" }, link.label));
      const note = h("span", { class: "note" }, ` (${say(language, "newTab")})`);
      const attributes = { href: url, target: "_blank", rel: "noopener", class: link.purpose };
      return h("li", {}, h("a", attributes, ...whole(link.label), note));
    });
    return h("ul", { class: "links" }, ...items);
  }
}

/** @param {import("./types.js").Choice[]} choices */
function spoken(choices) {
  return choices.map((choice) => choice.label).join(", ");
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
