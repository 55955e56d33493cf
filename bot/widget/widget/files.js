// @ts-check
/** The control for files: choose or photograph, see progress, remove, send. */
import { ApiError } from "./client.js";
import { h } from "./dom.js";
import { say } from "./texts.js";

/** @typedef {import("./types.js").Language} Language */
/** @typedef {(file: File, onProgress: (share: number) => void, signal: AbortSignal)
 *   => Promise<{file_id: string, name: string}>} Upload */
/** @typedef {{id: string | null, name: string, stop: AbortController}} Picked */

/** @param {number} bytes @param {Language} language */
function size(bytes, language) {
  if (bytes < 1e3) return `${bytes} B`;
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${amount.toLocaleString(language, { maximumFractionDigits: 1 })} ${unit}`;
}

/**
 * @param {object} options
 * @param {Language} options.language
 * @param {string} [options.accept]
 * @param {Upload} options.upload
 * @param {(ids: string[], names: string[]) => void} options.send
 * @param {(text: string) => void} options.tell
 * @returns {HTMLElement}
 */
export function fileControl({ language, accept, upload, send, tell }) {
  /** @type {Set<Picked>} */
  const picked = new Set();
  const list = h("ul", { class: "files" });
  const sendButton = h("button", { type: "button", class: "primary", hidden: true, click: finish });

  function update() {
    sendButton.hidden = picked.size === 0;
    const key = picked.size > 1 ? "sendFiles" : "sendFile";
    sendButton.textContent = say(language, key, { count: picked.size });
  }

  function finish() {
    const files = [...picked];
    if (!files.length) return tell(say(language, "noFiles"));
    if (files.some((file) => !file.id)) return tell(say(language, "stillUploading"));
    send(files.map((file) => String(file.id)), files.map((file) => file.name));
  }

  /** @param {File} file */
  async function take(file) {
    /** @type {Picked} */
    const entry = { id: null, name: file.name, stop: new AbortController() };
    const state = h("span", { class: "state", "aria-live": "polite" }, say(language, "uploading"));
    const bar = h("progress", { max: "1", value: "0", "aria-label": file.name });
    const remove = h(
      "button",
      { type: "button", class: "plain", "aria-label": say(language, "remove", { name: entry.name }) },
      "×",
    );
    const row = h(
      "li",
      {},
      h("span", { class: "name" }, `${file.name} (${size(file.size, language)})`),
      bar,
      state,
      remove,
    );
    remove.addEventListener("click", () => {
      entry.stop.abort();
      picked.delete(entry);
      row.remove();
      update();
      chooser.focus();
    });
    picked.add(entry);
    list.append(row);
    update();
    try {
      const progress = (/** @type {number} */ share) => (bar.value = share);
      entry.id = (await upload(file, progress, entry.stop.signal)).file_id;
      state.textContent = say(language, "uploaded");
    } catch (error) {
      if (entry.stop.signal.aborted) return;
      const text = error instanceof ApiError && error.text;
      state.textContent = text || say(language, "uploadFailed");
      row.classList.add("problem");
      picked.delete(entry);
      update();
    } finally {
      bar.remove();
    }
  }

  /** @param {Event} event */
  function chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    for (const file of input.files ?? []) void take(file);
    input.value = "";
  }

  /**
   * The browser's own button speaks the browser's language and tells of one choice only, so its
   * label is what is seen; the input stays in the order of the keyboard.
   *
   * @param {import("./texts.js").TextKey} id
   * @param {Record<string, unknown>} more
   */
  const chooserOf = (id, more) => {
    const input = h("input", { type: "file", class: "quiet", id, change: chosen, ...more });
    return { input, label: h("label", { class: "button", for: id }, say(language, id)) };
  };
  const { input: chooser, label } = chooserOf("files", { multiple: true, accept });
  const photographs = !accept || /image|jpe?g|png|heic/i.test(accept);
  const camera =
    photographs && matchMedia("(pointer: coarse)").matches
      ? chooserOf("camera", { accept: "image/*", capture: "environment" })
      : null;
  return h(
    "div",
    { class: "filebox" },
    h("div", { class: "tools" }, chooser, label, camera?.input, camera?.label),
    accept && h("p", { class: "note" }, kinds(accept, language)),
    list,
    sendButton,
  );
}

/** ".pdf,.jpg,.jpeg,image/jpeg" → "PDF, bilder (jpg)" @param {string} accept @param {Language} language */
function kinds(accept, language) {
  const endings = accept.split(",").filter((part) => part.startsWith("."));
  const names = [...new Set(endings)].map((ending) => ending.slice(1));
  const pictures = names.filter((name) => /^(jpg|png|gif|webp|tiff|heic)$/.test(name));
  const others = names.filter((name) => !/^(jpe?g|png|gif|webp|tiff?|hei[cf])$/.test(name));
  const shown = others.map((name) => name.toUpperCase());
  if (pictures.length) shown.push(say(language, "pictures", { types: pictures.join(", ") }));
  const list = shown.join(", ");
  return list && list[0].toUpperCase() + list.slice(1);
}
