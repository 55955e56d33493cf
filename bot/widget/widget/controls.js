// @ts-check
/** The controls beside the text field that suit a question: buttons, boxes, a date, a place. */
import { h } from "./dom.js";
import { say } from "./texts.js";

/** @typedef {import("./types.js").Choice} Choice */
/** @typedef {import("./types.js").Language} Language */
/** @typedef {(body: import("./types.js").Saying, echo: string) => void} Answer */

/** The choice that sends a case (contract, Chat API v1): what the whole talk was for. */
const SEND = "send";

/**
 * Alternatives to tap: one tap is the answer.
 * @param {Choice[]} choices
 * @param {Language} language
 * @param {Answer} answer
 */
export function choiceButtons(choices, language, answer) {
  const buttons = choices.map((choice) =>
    h(
      "button",
      {
        type: "button",
        class: choice.value === SEND && "primary",
        click: () => answer({ choice: choice.value }, choice.label),
      },
      h("span", {}, choice.label),
      choice.description && h("span", { class: "note" }, choice.description),
    ),
  );
  return h(
    "fieldset",
    { class: "choices", tabindex: "-1" },
    h("legend", {}, say(language, "choose")),
    h("div", {}, ...buttons),
  );
}

/**
 * Alternatives to tick. They are sent in the order they were ticked: for a ranking it is the order.
 * @param {Choice[]} choices
 * @param {Language} language
 * @param {Answer} answer
 * @param {(text: string) => void} tell
 */
export function choiceBoxes(choices, language, answer, tell) {
  /** @type {Map<string, string>} */
  const ticked = new Map();
  const boxes = choices.map((choice, index) =>
    h(
      "div",
      { class: "box" },
      h("input", {
        type: "checkbox",
        id: `box${index}`,
        /** @param {Event} event */
        change: (event) => {
          const box = /** @type {HTMLInputElement} */ (event.currentTarget);
          if (box.checked) ticked.set(choice.value, choice.label);
          else ticked.delete(choice.value);
        },
      }),
      h(
        "label",
        { for: `box${index}` },
        choice.label,
        choice.description && h("span", { class: "note" }, choice.description),
      ),
    ),
  );
  const finish = () => {
    if (!ticked.size) return tell(say(language, "nothingChosen"));
    answer({ choices: [...ticked.keys()] }, [...ticked.values()].join(", "));
  };
  return h(
    "fieldset",
    { class: "choices", tabindex: "-1" },
    h("legend", {}, say(language, "chooseSeveral")),
    h("div", {}, ...boxes),
    h("button", { type: "button", class: "primary", click: finish }, say(language, "done")),
  );
}

/**
 * A date picker; picking empties the text field beside it, and writing there empties the picker.
 * @param {import("./types.js").Input} input
 * @param {Language} language
 */
export function datePicker(input, language) {
  const picker = h("input", { type: "date", id: "date", min: input.min, max: input.max });
  const node = h("p", {}, h("label", { for: "date" }, say(language, "date")), picker);
  return { node, picker };
}

/**
 * The device's own position.
 * @param {Language} language
 * @param {Answer} answer
 * @param {(text: string) => void} tell
 */
export function locationButton(language, answer, tell) {
  const locate = () => {
    tell(say(language, "locating"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        tell("");
        const place = { lat: round(coords.latitude), lon: round(coords.longitude) };
        answer({ location: place }, say(language, "located", place));
      },
      () => tell(say(language, "notLocated")),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return h("button", { type: "button", click: locate }, say(language, "locate"));
}

/** About one decimetre. @param {number} degrees */
function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}
