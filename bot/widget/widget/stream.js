// @ts-check
/**
 * Reads server-sent events (WHATWG HTML, 9.2.6) out of chunks of text. EventSource cannot send an
 * Authorization header, and a token has no place in an address (threat F2).
 *
 * @param {(event: {type: string, id: string, data: string}) => void} onEvent
 * @returns {(chunk: string) => void}
 */
export function eventReader(onEvent) {
  let rest = "";
  let type = "";
  let id = "";
  /** @type {string[]} */
  let data = [];

  /** @param {string} line */
  function take(line) {
    if (line === "") {
      if (data.length) onEvent({ type: type || "message", id, data: data.join("\n") });
      type = "";
      data = [];
      return;
    }
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") data.push(value);
    else if (name === "event") type = value;
    else if (name === "id" && !value.includes("\0")) id = value;
  }

  return (chunk) => {
    rest += chunk;
    // A carriage return at the very end may be the first half of CRLF: wait for the next chunk.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    lines.forEach(take);
  };
}
