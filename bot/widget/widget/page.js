// @ts-check
/** The page around the chat: how it asks for the chat, and what it is told. */
import { h } from "./dom.js";
import { languageOf, say } from "./texts.js";

/** What `widget.js?launcher&language=sv` may set. */
const WISHES = ["launcher", "open", "position", "language", "service", "heading", "label", "about", "exit"];

/** Style sheets made by script are the newest thing that the chat needs (all browsers since 2023). */
export const isModern =
  "adoptedStyleSheets" in Document.prototype && "replaceSync" in CSSStyleSheet.prototype;

/** The one-line embedding: the script's address asks for a chat. @param {string} address */
export function placeByAddress(address) {
  const wished = [...new URL(address).searchParams].filter(([name]) => WISHES.includes(name));
  if (!wished.length || document.querySelector("arende-chat")) return;
  const chat = document.createElement("arende-chat");
  for (const [name, value] of wished) chat.setAttribute(name, value);
  document.body.append(chat);
}

/** An old browser gets a link to the chat's own page. @param {string} home */
export function offerPage(home) {
  for (const place of document.querySelectorAll("arende-chat")) {
    if (place.childElementCount) continue; // the page has its own way
    const language = languageOf(place.getAttribute("language")) ?? "sv";
    place.append(h("a", { href: `${home}chat` }, say(language, "open")));
  }
}

/**
 * Tells the page that something happened, as the event `arende-<name>`. Nothing that a person or the
 * municipality has said goes out this way: a page's statistics may listen.
 *
 * @param {HTMLElement} chat
 * @param {"start" | "open" | "close" | "message" | "filed" | "end"} name
 * @param {Record<string, unknown>} [detail]
 */
export function tellPage(chat, name, detail = {}) {
  chat.dispatchEvent(new CustomEvent(`arende-${name}`, { bubbles: true, composed: true, detail }));
}

/** The server's address, with a slash at its end. @param {HTMLElement} chat @param {string} home */
export function serverOf(chat, home) {
  const { href } = new URL(chat.getAttribute("server") ?? home, document.baseURI);
  return href.endsWith("/") ? href : `${href}/`;
}
