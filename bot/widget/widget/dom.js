// @ts-check
/** @typedef {Node | string | null | undefined | false} Child */

/** What is read and copied whole: identity, case and phone numbers, hours, postal towns. */
const WHOLE =
  /\b(?:\d{6,8}-\d{4}|[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}|0\d{1,3}-\d[\d ]{4,8}\d|\d[\d.]*–\d[\d.]*\d|\d{3} \d{2} \p{Lu}\p{L}+|\w+-legitimation)(?!\p{L})/gu;

/**
 * Builds an element. A function among the attributes is a listener for the event of that name;
 * `true` is an empty attribute; false, null and undefined are left out. Text becomes text nodes, so
 * nothing that a person wrote can become markup.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, /** @type {EventListener} */ (value));
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** A text with what must stay in one piece in elements of its own. @param {string} text */
export function whole(text) {
  /** @type {Node[]} */
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(WHOLE)) {
    parts.push(new Text(text.slice(end, match.index)), h("span", { class: "whole" }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, new Text(text.slice(end))];
}

/**
 * A random UUID; `crypto.randomUUID` exists only on https and localhost.
 * @returns {string}
 */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
