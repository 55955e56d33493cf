// @ts-check
/**
 * The chat as one element for any page:
 *
 *     <script type="module" src="https://…/widget.js"></script>
 *     <arende-chat></arende-chat>
 *
 * Attributes, all optional:
 *   launcher   a round-cornered button in the corner opens the panel; without it the panel is inline
 *   open       with `launcher`: the panel is open (also set and removed by the element itself)
 *   language   "sv" or "en"; default: the page's language if it is one of them, else Swedish
 *   service    id of the service to start with
 *   server     address of the server; default: where this script came from
 *   heading    the panel's title
 *   exit       where "Lämna sidan snabbt" goes; default https://www.smhi.se/
 *
 * Colours can be set from outside: --arende-accent, --arende-on-accent, --arende-font.
 */
import { ArendeChat } from "./widget/element.js";

ArendeChat.home = new URL(".", import.meta.url).href;
if (!customElements.get("arende-chat")) customElements.define("arende-chat", ArendeChat);

export { ArendeChat };
