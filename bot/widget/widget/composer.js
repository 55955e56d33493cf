// @ts-check
/**
 * Where a person answers: the control that suits the question, and always a text field, because
 * every answer and every command can also be written.
 *
 * Focus: it moves only when the person has just answered here and the control that had it is gone.
 * A text field stays the same element from question to question, so nothing is read out twice.
 */
import { choiceBoxes, choiceButtons, datePicker, locationButton } from "./controls.js";
import { h } from "./dom.js";
import { fadeEdges } from "./edges.js";
import { fileControl } from "./files.js";
import { SKIP, say } from "./texts.js";

/** @typedef {import("./types.js").Input} Input */
/** @typedef {import("./types.js").Language} Language */
/** @typedef {import("./types.js").Saying} Saying */
/** @typedef {{input: Input, choices: import("./types.js").Choice[], question: string}} Asked */

/** Before the first question. @type {Asked} */
export const UNASKED = { input: { kind: "text" }, choices: [], question: "" };
/** Nothing is asked any more. @type {Asked} */
export const DONE = { ...UNASKED, input: { kind: "none" } };

/** @param {import("./types.js").Message} message */
export const asks = (message) => Boolean(message.input || message.choices?.length);

/** @param {import("./types.js").Message} message @returns {Asked} */
export function askedBy({ input, choices, number }) {
  return { input: input ?? { kind: "choice" }, choices: choices ?? [], question: `t${number}` };
}

/** Time after which a description is tied to a field that has just got focus. */
const AFTER_FOCUS_MS = 1500;

/** @type {Record<string, string>} */
const KEYBOARDS = {
  personnummer: "numeric",
  organisation_number: "numeric",
  postal_code: "numeric",
  phone: "tel",
  email: "email",
};

export class Composer {
  /** @type {Language} */
  language = "sv";
  /** @type {Asked} */
  #asked = DONE;
  /** @type {HTMLInputElement | null} */
  #picker = null;
  /** @type {HTMLInputElement | HTMLTextAreaElement} */
  #field;
  /** A tap has been sent; further taps on the same question do nothing. */
  #tapped = false;

  /**
   * @param {object} on
   * @param {(body: Saying, echo: string) => void} on.say
   * @param {(text: string) => void} on.tell
   * @param {import("./files.js").Upload} on.upload
   */
  constructor(on) {
    this.on = on;
    this.extras = fadeEdges(h("div", { class: "extras" }));
    this.label = h("label", { for: "answer" });
    this.counter = h("span", { class: "note", id: "counter" });
    this.sendButton = h("button");
    this.#field = this.#makeField(false);
    this.row = h("div", { class: "row" }, this.#field, this.sendButton);
    this.form = h(
      "form",
      {
        class: "composer",
        novalidate: true,
        /** @param {Event} event */
        submit: (event) => {
          event.preventDefault();
          this.#submit();
        },
      },
      this.extras,
      h("div", { class: "writing" }, this.label, this.row, this.counter),
    );
  }

  /** What was written here is for nobody else. */
  empty() {
    this.#field.value = "";
  }

  focus() {
    this.#field.focus({ preventScroll: true });
  }

  /** What was written comes back, for mending. @param {string | undefined} text */
  giveBack(text) {
    this.#tapped = false;
    if (text && !this.#field.value) this.#field.value = text;
    this.#count();
  }

  /**
   * @param {Asked} asked
   * @param {string | null} problem id of the message that refused the last answer
   */
  ask(asked, problem) {
    const root = /** @type {ShadowRoot} */ (this.form.getRootNode());
    const focused = this.form.contains(root.activeElement);
    this.#asked = asked;
    this.#tapped = false;
    this.#adaptField(asked.input);
    this.#picker = null;
    this.extras.replaceChildren(...this.#controls(asked));
    this.extras.scrollTop = 0;
    this.relabel();
    const moved = focused && (!this.form.contains(root.activeElement) || hidesChoices(asked));
    if (moved) this.#focusControl();
    const describe = () => this.#describe(asked, problem);
    if (moved) setTimeout(() => this.#asked === asked && describe(), AFTER_FOCUS_MS);
    else describe();
    this.#field.setAttribute("aria-invalid", String(Boolean(problem)));
  }

  relabel() {
    const { input, choices } = this.#asked;
    /** @type {Partial<Record<import("./types.js").Kind, import("./texts.js").TextKey>>} */
    const keys = { date: "orDate", location: "orPlace", file: "orElse", none: "more" };
    const key = choices.length ? "orWrite" : (keys[input.kind] ?? "answer");
    this.label.textContent = say(this.language, key);
    // One filled button at a time: where there is something to tap, that comes first.
    this.sendButton.classList.toggle("primary", !choices.length && input.kind !== "file");
    this.sendButton.textContent = say(this.language, "send");
    this.#count();
  }

  /** @param {Asked} asked @returns {Node[]} */
  #controls({ input, choices }) {
    const { language } = this;
    const answer = (/** @type {Saying} */ body, /** @type {string} */ echo) => this.#tap(body, echo);
    /** @type {Node[]} */
    const nodes = [];
    if (input.kind === "file") {
      const send = (/** @type {string[]} */ ids, /** @type {string[]} */ names) =>
        answer({ file_ids: ids }, say(language, "fileAnswer", { names: names.join(", ") }));
      const { upload, tell } = this.on;
      nodes.push(fileControl({ language, accept: input.accept, upload, send, tell }));
    } else if (input.kind === "date") {
      const { node, picker } = datePicker(input, language);
      picker.addEventListener("input", () => (this.#field.value = ""));
      this.#picker = picker;
      nodes.push(node);
    } else if (input.kind === "location" && "geolocation" in navigator) {
      nodes.push(locationButton(language, answer, this.on.tell));
    }
    if (choices.length) {
      const several = input.kind === "choices";
      const { tell } = this.on;
      const control = several ? choiceBoxes(choices, language, answer, tell) : null;
      nodes.push(control ?? choiceButtons(choices, language, answer));
    }
    if (input.optional && !choices.some((choice) => isSkip(choice.value))) {
      const skip = () => this.#tap({ text: SKIP[language] }, say(language, "skip"));
      nodes.push(h("button", { type: "button", class: "skip", click: skip }, say(language, "skip")));
    }
    return nodes;
  }

  /** @param {Saying} body @param {string} echo */
  #tap(body, echo) {
    if (this.#tapped) return;
    this.#tapped = true;
    for (const button of this.extras.querySelectorAll("button")) {
      button.setAttribute("aria-disabled", "true");
    }
    this.on.say(body, echo);
  }

  #submit() {
    const text = this.#field.value.trim() || this.#picker?.value || "";
    if (!text) {
      const { choices } = this.#asked;
      this.on.tell(say(this.language, choices.length ? "nothingPicked" : "nothingWritten"));
      this.#field.focus();
      return;
    }
    this.#field.value = "";
    this.#count();
    this.on.tell("");
    this.on.say({ text }, text);
  }

  /** @param {Input} input */
  #adaptField(input) {
    const long = input.kind === "long_text";
    if (long !== this.#field instanceof HTMLTextAreaElement) {
      const root = /** @type {ShadowRoot} */ (this.form.getRootNode());
      const focused = root.activeElement === this.#field;
      const fresh = this.#makeField(long);
      fresh.value = this.#field.value;
      this.#field.replaceWith(fresh);
      this.#field = fresh;
      if (focused) this.focus();
    }
    const keyboard = input.kind === "number" ? "decimal" : KEYBOARDS[input.format ?? ""];
    this.#field.setAttribute("inputmode", keyboard ?? "text");
    const secret = input.sensitive || input.kind === "choice" || input.kind === "choices";
    const autocomplete = (secret ? null : input.autocomplete) ?? "off";
    this.#field.setAttribute("autocomplete", autocomplete);
  }

  /** @param {boolean} long */
  #makeField(long) {
    const field = long
      ? h("textarea", { id: "answer", rows: "4" })
      : h("input", { id: "answer", type: "text", enterkeyhint: "send" });
    // Enter is a new line in a long text; with Ctrl or Cmd it sends.
    field.addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
      if (long && key === "Enter" && (ctrlKey || metaKey)) this.#submit();
    });
    field.addEventListener("input", () => {
      if (this.#picker) this.#picker.value = "";
      this.#count();
    });
    return field;
  }

  /** The longest answer is told before it is too long; nothing that was written is cut off. */
  #count() {
    const max = this.#asked.input.kind === "long_text" ? this.#asked.input.max_length : undefined;
    const count = this.#field.value.length;
    const shown = (/** @type {number} */ number) => number.toLocaleString(this.language);
    const params = { count: shown(count), max: shown(max ?? 0) };
    this.counter.textContent = max ? say(this.language, "characters", params) : "";
  }

  /** @param {Asked} asked @param {string | null} problem */
  #describe(asked, problem) {
    const ids = [problem, asked.question === problem ? null : asked.question, "counter"];
    const described = ids.filter(Boolean).join(" ");
    this.#field.setAttribute("aria-describedby", described);
    const group = this.extras.querySelector("fieldset, input");
    group?.setAttribute("aria-describedby", described);
    if (group instanceof HTMLInputElement) group.setAttribute("aria-invalid", String(!!problem));
  }

  /** A group, not its first button: a key held down must not choose the next answer too. */
  #focusControl() {
    /** @type {HTMLElement | null} */
    const control = this.extras.querySelector("fieldset, input");
    if (control) control.focus({ preventScroll: true });
    else this.focus();
  }
}

/** The screen keyboard would cover what there is to tap. @param {Asked} asked */
function hidesChoices(asked) {
  return asked.choices.length > 0 && matchMedia("(pointer: coarse)").matches;
}

/** @param {string} value */
function isSkip(value) {
  return ["skip", "hoppa över"].includes(value.toLowerCase());
}
