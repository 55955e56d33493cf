// @ts-check
/**
 * The chat as one element for any page:
 *
 *     <script type="module" src="https://…/widget.js?launcher"></script>
 *
 * or, where the page chooses the place:
 *
 *     <script type="module" src="https://…/widget.js"></script>
 *     <arende-chat></arende-chat>
 *
 * Attributes, events and what can be styled: docs/embedding.md.
 */
import { ArendeChat } from "./widget/element.js";
import { isModern, offerPage, placeByAddress } from "./widget/page.js";

ArendeChat.home = new URL(".", import.meta.url).href;
placeByAddress(import.meta.url);
if (!isModern) offerPage(ArendeChat.home);
else if (!customElements.get("arende-chat")) customElements.define("arende-chat", ArendeChat);

export { ArendeChat };
